// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/quickfix.h"
#include "safety/rules/rule.h"

#include "safety/rules/tables.h"
#include "sql/splitter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// In the order in which rules are listed to people.
constexpr RuleTable (*ruleTables[])() = {
    indexRules,
    concurrentRules,
    foreignKeyLockRules,
    constraintRules,
    columnRules,
    rewriteRules,
    triggerRules,
    waitRules,
    heldLockRules,
    partitionRules,
    dependencyRules,
    transactionRules,
    objectRules,
    valueRules,
    dataRules,
    foreignKeyRules,
    sessionRules,
    leftoverRules,
    compatibilityColumnRules,
    compatibilityConstraintRules,
    compatibilityObjectRules,
    compatibilityTypeRules,
    compatibilityFunctionRules,
    keyValueRules,
    destructionRules,
    phaseRules,
    reversibleRules,
    oneChangeRules,
    onlineDdlRules,
    mysqlColumnRules,
    mysqlConstraintRules,
    mysqlStatementRules,
    mysqlObstacleRules,
    sqliteRules,
    sqliteRebuildRules,
    sqliteHabitRules,
    practiceRules,
    commentRules,
};

const QHash<QLatin1StringView, const Rule *> &rulesById()
{
    static const auto rules = [] {
        QHash<QLatin1StringView, const Rule *> byId;
        for (const Rule *rule : allRules())
            byId.insert(QLatin1StringView(rule->id), rule);
        return byId;
    }();
    return rules;
}

QString translated(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// From the first to the last character of a part of a statement; the whole statement where it has no part of its own.
std::pair<TextPosition, TextPosition> placeOf(const Statement &statement, const Operation *operation)
{
    const bool isPart = operation && operation->length > 0 && operation->offset >= 0
        && operation->offset + operation->length <= statement.text.size();
    if (!isPart)
        return {statement.start, positionAt(statement.text, statement.text.size(), statement.start)};
    return {positionAt(statement.text, operation->offset, statement.start),
            positionAt(statement.text, operation->offset + operation->length, statement.start)};
}

} // namespace

QList<const Rule *> allRules()
{
    static const auto rules = [] {
        QList<const Rule *> all;
        for (const auto table : ruleTables) {
            for (const Rule &rule : table())
                all.append(&rule);
        }
        return all;
    }();
    return rules;
}

const Rule *rule(const QString &id)
{
    return rulesById().value(QLatin1StringView(id.toLatin1()));
}

bool isOn(const Rule &rule, const AnalysisSettings &settings)
{
    const QString id = QString::fromLatin1(rule.id);
    return rule.byDefault == Rule::Default::On ? !settings.disabledRules.contains(id) : settings.enabledRules.contains(id);
}

QString categoryId(Rule::Category category)
{
    using enum Rule::Category;
    switch (category) {
    case Locks:
        return u"locks"_s;
    case Compatibility:
        return u"compatibility"_s;
    case Execution:
        return u"execution"_s;
    case Destruction:
        return u"destruction"_s;
    case MySql:
        return u"mysql"_s;
    case SQLite:
        return u"sqlite"_s;
    case Practice:
        return u"practice"_s;
    case Principle:
        return u"principle"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool Rule::isFor(Dialect dialect) const
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return dialects & PostgreSql;
    case Dialect::MySql:
        return dialects & MySql;
    case Dialect::MariaDb:
        return dialects & MariaDb;
    case Dialect::SQLite:
        return dialects & SQLite;
    }
    Q_UNREACHABLE_RETURN(false);
}

QString Rule::translatedWhy() const
{
    return translated(why);
}

QString Rule::translatedFix() const
{
    return translated(fix);
}

void RuleContext::report(Report report)
{
    const QString id = QString::fromLatin1(rule->id);
    const int statement = report.statement >= 0 ? report.statement : index;
    const Severity highest = settings.severities.value(id, rule->severity);

    Finding finding; // why and what to do instead are filled in by whoever has chosen the rule
    finding.rule = id;
    finding.severity = std::min(report.severity.value_or(highest), highest);
    finding.file = script.file;
    finding.statement = statement;
    if (statement >= 0)
        std::tie(finding.start, finding.end) = placeOf(script.statements.at(statement).statement, report.operation);
    else
        finding.start = finding.end = input.start;
    finding.message = report.message;
    finding.needsSchema = report.needsSchema;
    finding.fixes = report.fixes.isEmpty() ? fixesFor(*this, statement, report.operation) : report.fixes;
    findings->append(finding);
}

} // namespace Whimbrel
