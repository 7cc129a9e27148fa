// SPDX-License-Identifier: GPL-3.0-or-later
#include "sarifcheck.h"

#include <QHash>
#include <QJsonArray>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// A property: `type` is a simple one, or the name of an object below; `[]` behind it makes it a list.
struct Property
{
    QString name;
    QString type;
    bool isRequired = false;
};

const QHash<QString, QList<Property>> &objects()
{
    static const QHash<QString, QList<Property>> all{
        {u"log"_s, {{u"$schema"_s, u"uri"_s}, {u"version"_s, u"version"_s, true}, {u"runs"_s, u"run[]"_s, true}}},
        {u"run"_s, {{u"tool"_s, u"tool"_s, true}, {u"results"_s, u"result[]"_s}, {u"invocations"_s, u"invocation[]"_s},
                    {u"columnKind"_s, u"columnKind"_s}}},
        {u"tool"_s, {{u"driver"_s, u"driver"_s, true}}},
        {u"driver"_s, {{u"name"_s, u"text"_s, true}, {u"version"_s, u"text"_s}, {u"semanticVersion"_s, u"semanticVersion"_s},
                       {u"rules"_s, u"rule[]"_s}}},
        {u"rule"_s, {{u"id"_s, u"text"_s, true}, {u"shortDescription"_s, u"message"_s}, {u"fullDescription"_s, u"message"_s},
                     {u"help"_s, u"message"_s}, {u"defaultConfiguration"_s, u"configuration"_s},
                     {u"properties"_s, u"bag"_s}}},
        {u"bag"_s, {{u"tags"_s, u"text[]"_s}}},
        {u"configuration"_s, {{u"level"_s, u"level"_s}, {u"enabled"_s, u"boolean"_s}}},
        {u"message"_s, {{u"text"_s, u"text"_s, true}, {u"markdown"_s, u"text"_s}}},
        {u"result"_s, {{u"ruleId"_s, u"text"_s}, {u"ruleIndex"_s, u"index"_s}, {u"level"_s, u"level"_s}, {u"message"_s, u"message"_s, true},
                       {u"locations"_s, u"location[]"_s}, {u"partialFingerprints"_s, u"strings"_s}}},
        {u"location"_s, {{u"physicalLocation"_s, u"place"_s}}},
        {u"place"_s, {{u"artifactLocation"_s, u"artifact"_s, true}, {u"region"_s, u"region"_s}}},
        {u"artifact"_s, {{u"uri"_s, u"uri"_s, true}, {u"uriBaseId"_s, u"text"_s}}},
        {u"region"_s, {{u"startLine"_s, u"number"_s, true}, {u"startColumn"_s, u"number"_s}, {u"endLine"_s, u"number"_s}, {u"endColumn"_s, u"number"_s}}},
        {u"invocation"_s, {{u"executionSuccessful"_s, u"boolean"_s, true}, {u"toolExecutionNotifications"_s, u"notification[]"_s}}},
        {u"notification"_s, {{u"level"_s, u"level"_s}, {u"message"_s, u"message"_s, true}, {u"locations"_s, u"location[]"_s}}},
    };
    return all;
}

bool isUri(const QString &text)
{
    static const QRegularExpression allowed(u"^([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2}|\\[|\\])+$"_s);
    static const QRegularExpression scheme(u"^[A-Za-z][A-Za-z0-9+.-]*:"_s);
    const QString firstPart = text.section(u'/', 0, 0);
    return allowed.match(text).hasMatch() && QUrl(text, QUrl::StrictMode).isValid() && (scheme.match(text).hasMatch() || !firstPart.contains(u':'));
}

bool isSimple(const QJsonValue &value, const QString &type)
{
    static const QHash<QString, QStringList> words{
        {u"version"_s, {u"2.1.0"_s}},
        {u"level"_s, {u"none"_s, u"note"_s, u"warning"_s, u"error"_s}},
        {u"columnKind"_s, {u"utf16CodeUnits"_s, u"unicodeCodePoints"_s}},
    };
    static const QRegularExpression semantic(u"^\\d+\\.\\d+\\.\\d+([-+].*)?$"_s);
    const bool isWhole = value.isDouble() && value.toDouble() == value.toInt(-1);
    if (words.contains(type))
        return words.value(type).contains(value.toString());
    if (type == "text"_L1)
        return !value.toString().isEmpty();
    if (type == "uri"_L1)
        return isUri(value.toString());
    if (type == "semanticVersion"_L1)
        return semantic.match(value.toString()).hasMatch();
    if (type == "boolean"_L1)
        return value.isBool();
    if (type == "number"_L1)
        return isWhole && value.toInt() >= 1;
    if (type == "index"_L1)
        return isWhole && value.toInt() >= 0;
    const QJsonObject strings = value.toObject();
    return type == "strings"_L1 && value.isObject() && std::ranges::all_of(strings, [](const QJsonValue &each) { return each.isString(); });
}

void check(const QJsonValue &value, const QString &type, const QString &path, QStringList &problems)
{
    if (type.endsWith("[]"_L1)) {
        if (!value.isArray())
            problems << path + u": not a list"_s;
        const QJsonArray items = value.toArray();
        for (qsizetype i = 0; i < items.size(); ++i)
            check(items.at(i), type.chopped(2), path + u"[%1]"_s.arg(i), problems);
        return;
    }
    const auto properties = objects().constFind(type);
    if (properties == objects().cend()) {
        if (!isSimple(value, type))
            problems << path + u": no "_s + type;
        return;
    }
    const QJsonObject object = value.toObject();
    QSet<QString> known;
    for (const Property &property : *properties) {
        known.insert(property.name);
        if (object.contains(property.name))
            check(object.value(property.name), property.type, path + u'.' + property.name, problems);
        else if (property.isRequired)
            problems << path + u": no "_s + property.name;
    }
    for (const QString &name : object.keys()) {
        if (!known.contains(name))
            problems << path + u": unknown property "_s + name;
    }
}

/// What no schema says: rules are one of a name, and results point at theirs; places do not end before they begin.
void checkMeaning(const QJsonValue &run, QStringList &problems)
{
    const QJsonArray rules = run[u"tool"_s][u"driver"_s][u"rules"_s].toArray();
    QSet<QString> ids;
    for (const QJsonValue &rule : rules) {
        if (ids.contains(rule[u"id"_s].toString()))
            problems << u"two rules are called "_s + rule[u"id"_s].toString();
        ids.insert(rule[u"id"_s].toString());
    }
    const QJsonArray results = run[u"results"_s].toArray();
    for (const QJsonValue &result : results) {
        const QJsonValue index = result[u"ruleIndex"_s];
        if (!index.isUndefined() && rules.at(index.toInt())[u"id"_s] != result[u"ruleId"_s])
            problems << u"ruleIndex leads elsewhere: "_s + result[u"ruleId"_s].toString();
        const QJsonValue place = result[u"locations"_s][0][u"physicalLocation"_s];
        const QJsonValue region = place[u"region"_s];
        const std::pair start(region[u"startLine"_s].toInt(), region[u"startColumn"_s].toInt());
        if (std::pair(region[u"endLine"_s].toInt(), region[u"endColumn"_s].toInt()) < start)
            problems << u"a region ends before it begins"_s;
        const QString uri = place[u"artifactLocation"_s][u"uri"_s].toString();
        const bool hasBase = !place[u"artifactLocation"_s][u"uriBaseId"_s].isUndefined();
        if (hasBase != QUrl(uri).isRelative())
            problems << u"a base is for relative places, and only for these: "_s + uri;
    }
}

} // namespace

QStringList sarifProblems(const QJsonObject &log)
{
    QStringList problems;
    check(log, u"log"_s, QString(), problems);
    for (const QJsonValue &run : log.value(u"runs"_s).toArray())
        checkMeaning(run, problems);
    return problems;
}

} // namespace Whimbrel::Test
