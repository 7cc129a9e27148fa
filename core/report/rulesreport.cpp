// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/rulesreport.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

QStringList dialectIds(const Rule &rule)
{
    QStringList ids;
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite}) {
        if (rule.isFor(dialect))
            ids << dialectId(dialect);
    }
    return ids;
}

QString dialectsText(const Rule &rule)
{
    return rule.dialects == Rule::Any ? tr("all databases") : dialectIds(rule).join(u", "_s);
}

QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(u". "_s);
    return end < 0 ? text : text.first(end + 1);
}

/// "squawk: a, b; eugene: E6" as {"squawk": ["a", "b"], "eugene": ["E6"]}.
QJsonObject equivalentsJson(const char *equivalents)
{
    QJsonObject tools;
    for (const QString &entry : QString::fromUtf8(equivalents).split(u';', Qt::SkipEmptyParts)) {
        QJsonArray names;
        for (const QString &name : entry.section(u':', 1).split(u',', Qt::SkipEmptyParts))
            names << name.trimmed();
        tools.insert(entry.section(u':', 0, 0).trimmed(), names);
    }
    return tools;
}

QJsonObject ruleJson(const Rule &rule)
{
    return {{u"id"_s, QString::fromLatin1(rule.id)},
            {u"category"_s, categoryId(rule.category)},
            {u"severity"_s, severityId(rule.severity)},
            {u"dialects"_s, QJsonArray::fromStringList(dialectIds(rule))},
            {u"default"_s, rule.byDefault == Rule::Default::On},
            {u"why"_s, rule.translatedWhy()},
            {u"fix"_s, rule.translatedFix()},
            {u"bad"_s, QString::fromUtf8(rule.bad)},
            {u"good"_s, QString::fromUtf8(rule.good)},
            {u"equivalents"_s, equivalentsJson(rule.equivalents)}};
}

QString indented(const char *text)
{
    QString result;
    for (const QString &line : QString::fromUtf8(text).split(u'\n'))
        result += (u"    "_s + line).trimmed().isEmpty() ? u"\n"_s : u"    "_s + line + u'\n';
    return result;
}

} // namespace

QString rulesText(const QList<const Rule *> &rules)
{
    qsizetype width = 0;
    qsizetype severityWidth = 0;
    for (const Rule *rule : rules) {
        width = std::max<qsizetype>(width, qstrlen(rule->id));
        severityWidth = std::max(severityWidth, severityId(rule->severity).size());
    }
    QString text;
    std::optional<Rule::Category> category;
    for (const Rule *rule : rules) {
        if (category != rule->category)
            text += (text.isEmpty() ? QString() : u"\n"_s) + categoryId(rule->category) + u'\n';
        category = rule->category;
        text += u"  "_s + QString::fromLatin1(rule->id).leftJustified(width + 2);
        text += severityId(rule->severity).leftJustified(severityWidth + 2);
        if (rule->byDefault == Rule::Default::Off)
            text += tr("(off) ");
        text += firstSentence(rule->translatedWhy()) + u'\n';
    }
    text += u'\n' + tr("“whimbrel rules RULE” explains one, with examples.") + u'\n';
    return text;
}

QString ruleText(const Rule &rule)
{
    QString text = QString::fromLatin1(rule.id) + u'\n';
    const QString severity = severityId(rule.severity);
    text += (rule.byDefault == Rule::Default::On ? tr("%1 at most; %2") : tr("%1 at most; %2; off by default")).arg(severity, dialectsText(rule)) + u"\n\n"_s;
    text += rule.translatedWhy() + u"\n\n"_s + rule.translatedFix() + u"\n\n"_s;
    text += tr("This raises it:") + u'\n' + indented(rule.bad) + u'\n';
    text += tr("This does not:") + u'\n' + indented(rule.good);
    if (qstrlen(rule.equivalents) > 0)
        text += u'\n' + tr("In other tools: %1").arg(QString::fromUtf8(rule.equivalents)) + u'\n';
    return text;
}

QJsonObject rulesJson(const QList<const Rule *> &rules)
{
    QJsonArray list;
    for (const Rule *rule : rules)
        list << ruleJson(*rule);
    return {{u"rules"_s, list}};
}

} // namespace Whimbrel
