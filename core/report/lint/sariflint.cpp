// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/lintwriters.h"

#include "report/lint/excerpt.h"
#include "safety/rules/rule.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject message(const QString &text)
{
    return {{u"text"_s, text}};
}

QString levelOf(Severity severity)
{
    return severity == Severity::Info ? u"note"_s : severityId(severity);
}

QString text(const char *source)
{
    return source && *source ? QCoreApplication::translate("Whimbrel", source) : QString();
}

QString firstSentence(const QString &text)
{
    const qsizetype end = text.indexOf(u". "_s);
    return end < 0 ? text : text.first(end + 1);
}

QString tr(const char *source)
{
    return QCoreApplication::translate("Whimbrel", source);
}

QStringList databasesOf(const Rule &rule)
{
    QStringList names;
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite}) {
        if (rule.isFor(dialect))
            names << dialectName(dialect);
    }
    return names;
}

/// What `whimbrel rules ID` tells. There is no helpUri: the rules are documented by the program alone.
QString helpMarkdown(const Rule &rule)
{
    const QString sql = u"%1\n\n```sql\n%2\n```"_s;
    const QString equivalents = QString::fromUtf8(rule.equivalents);
    QStringList parts{text(rule.why), text(rule.fix)};
    if (rule.bad && *rule.bad)
        parts << sql.arg(tr("This raises it:"), QString::fromUtf8(rule.bad));
    if (rule.good && *rule.good)
        parts << sql.arg(tr("This does not:"), QString::fromUtf8(rule.good));
    if (!equivalents.isEmpty())
        parts << tr("In other tools: %1.").arg(equivalents);
    parts << tr("To silence it for one statement, write this above it, with the reason: %1")
                 .arg(u"`-- whimbrel: ignore %1 …`"_s.arg(QLatin1StringView(rule.id)));
    return parts.join(u"\n\n"_s);
}

QJsonObject ruleJson(const Rule &rule)
{
    const QString id = QString::fromLatin1(rule.id);
    const QString why = text(rule.why);
    QJsonObject help = message(why + u"\n\n"_s + text(rule.fix));
    help.insert(u"markdown"_s, helpMarkdown(rule));
    const QJsonArray tags = QJsonArray::fromStringList(QStringList{categoryId(rule.category)} + databasesOf(rule));
    return {{u"id"_s, id},
            {u"shortDescription"_s, message(firstSentence(why))},
            {u"fullDescription"_s, message(why)},
            {u"help"_s, help},
            {u"properties"_s, QJsonObject{{u"tags"_s, tags}}},
            {u"defaultConfiguration"_s,
             QJsonObject{{u"level"_s, levelOf(rule.severity)}, {u"enabled"_s, rule.byDefault == Rule::Default::On}}}};
}

/// Relative to the root that the reader knows, or a file: address.
QJsonObject artifactLocation(const QString &file)
{
    if (file.startsWith(u'/'))
        return {{u"uri"_s, QString::fromLatin1(QUrl::fromLocalFile(file).toEncoded(QUrl::FullyEncoded))}};
    return {{u"uri"_s, QString::fromLatin1(QUrl::toPercentEncoding(file, "/"))}, {u"uriBaseId"_s, u"%SRCROOT%"_s}};
}

QJsonObject regionOf(const Finding &finding)
{
    return {{u"startLine"_s, finding.start.line},
            {u"startColumn"_s, finding.start.column},
            {u"endLine"_s, finding.end.line},
            {u"endColumn"_s, finding.end.column}};
}

/// Results follow one another as they come; the rest of the run stands after them.
class SarifLintReport final : public LintReport
{
public:
    SarifLintReport(QTextStream &out, const Options &options) : LintReport(out), m_rules(options.rules)
    {
        for (qsizetype i = 0; i < m_rules.size(); ++i)
            m_indexes.insert(QString::fromLatin1(m_rules.at(i)->id), i);
    }

    void finish() override
    {
        QJsonArray rules;
        for (const Rule *rule : std::as_const(m_rules))
            rules << ruleJson(*rule);
        const QJsonObject driver{{u"name"_s, u"Whimbrel"_s},
                                 {u"version"_s, QStringLiteral(WHIMBREL_VERSION)},
                                 {u"semanticVersion"_s, QStringLiteral(WHIMBREL_VERSION)},
                                 {u"rules"_s, rules}};
        QJsonObject invocation{{u"executionSuccessful"_s, m_notifications.isEmpty()}};
        if (!m_notifications.isEmpty())
            invocation.insert(u"toolExecutionNotifications"_s, m_notifications);
        if (m_first)
            m_out << opening;
        m_out << u"],\"tool\":"_s << compact({{u"driver"_s, driver}});
        m_out << u",\"invocations\":["_s << compact(invocation) << u"]}]}"_s << Qt::endl;
    }

protected:
    void write(const LintedFile &file) override
    {
        QHash<QByteArray, int> seen;
        QString results;
        for (const Finding &finding : file.findings) {
            results += m_first ? opening : u","_s;
            m_first = false;
            results += compact(resultJson(finding, file, seen));
        }
        m_out << results;
        if (file.error)
            m_notifications << notification(file);
    }

private:
    inline static const QString opening = u"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\",\"version\":\"2.1.0\",\"runs\":[{"
                                          "\"columnKind\":\"unicodeCodePoints\",\"results\":["_s;

    QJsonObject resultJson(const Finding &finding, const LintedFile &file, QHash<QByteArray, int> &seen) const
    {
        const QJsonObject place{{u"physicalLocation"_s,
                                 QJsonObject{{u"artifactLocation"_s, artifactLocation(file.file)}, {u"region"_s, regionOf(finding)}}}};
        QJsonObject result{{u"ruleId"_s, finding.rule},
                           {u"level"_s, levelOf(finding.severity)},
                           {u"message"_s, message(finding.message)},
                           {u"locations"_s, QJsonArray{place}},
                           {u"partialFingerprints"_s, QJsonObject{{u"primaryLocationLineHash"_s, fingerprint(finding, file.text, seen)}}}};
        if (const auto index = m_indexes.constFind(finding.rule); index != m_indexes.constEnd())
            result.insert(u"ruleIndex"_s, *index);
        return result;
    }

    /// The same wherever the statement moves to in its file: the rule and the statement's words, and which of several it is.
    static QString fingerprint(const Finding &finding, const QString &text, QHash<QByteArray, int> &seen)
    {
        const qsizetype from = std::clamp(finding.start.offset, qsizetype(0), text.size());
        const qsizetype to = std::clamp(finding.end.offset, from, text.size());
        const QString words = QStringView(text).sliced(from, to - from).toString().simplified();
        const QByteArray hash = QCryptographicHash::hash((finding.rule + u'\n' + words).toUtf8(), QCryptographicHash::Sha256).toHex().first(16);
        return QString::fromLatin1(hash) + u':' + QString::number(++seen[hash]);
    }

    static QJsonObject notification(const LintedFile &file)
    {
        QJsonObject place{{u"artifactLocation"_s, artifactLocation(file.file)}};
        if (file.error->position.line > 0)
            place.insert(u"region"_s, QJsonObject{{u"startLine"_s, file.error->position.line}});
        return {{u"level"_s, u"error"_s},
                {u"message"_s, message(file.error->message)},
                {u"locations"_s, QJsonArray{QJsonObject{{u"physicalLocation"_s, place}}}}};
    }

    const QList<const Rule *> m_rules;
    QHash<QString, qsizetype> m_indexes;
    QJsonArray m_notifications;
    bool m_first = true;
};

} // namespace

std::unique_ptr<LintReport> sarifLintReport(QTextStream &out, const LintReport::Options &options)
{
    return std::make_unique<SarifLintReport>(out, options);
}

} // namespace Whimbrel
