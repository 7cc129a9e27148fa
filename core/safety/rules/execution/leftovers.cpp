// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A change of the table, not of its rows or of who may use it.
bool isSchemaChange(const Operation &operation)
{
    return operation.objectType == ObjectType::Table
        && ((operation.kind >= Kind::AddColumn && operation.kind <= Kind::DetachPartition) || operation.kind == Kind::CreateIndex);
}

/// The statement that first changes each table of the script, by the table's name in the catalog.
QList<std::pair<ObjectName, int>> changedTables(const RuleContext &context)
{
    QList<std::pair<ObjectName, int>> tables;
    QSet<ObjectName> known;
    for (int i = 0; i < context.script.statements.size(); ++i) {
        forEach(context.script.statements.at(i).reading.operations, {Kind::AddColumn, Kind::DropColumn, Kind::AlterColumnType, Kind::SetNotNull,
                                                                     Kind::SetDefault, Kind::DropNotNull, Kind::AddConstraint, Kind::CreateIndex},
                [&](const Operation &operation) {
                    const ObjectName table = context.before.resolved(operation.relation);
                    if (!isSchemaChange(operation) || known.contains(table))
                        return;
                    known.insert(table);
                    tables.append({table, i});
                });
    }
    return tables;
}

/// The script itself adds a constraint without looking at the rows: it is in the middle of the steps that lead to validation.
bool addsUnvalidated(const RuleContext &context, const ObjectName &table)
{
    bool adds = false;
    for (const StatementAnalysis &statement : context.script.statements) {
        forEach(statement.reading.operations, {Kind::AddConstraint}, [&](const Operation &operation) {
            adds = adds || (context.before.resolved(operation.relation) == table && operation.constraints.constFirst().notValid);
        });
    }
    return adds;
}

QStringList unvalidated(const CatalogRelation &before, const CatalogRelation &after)
{
    QStringList names;
    for (const CatalogConstraint &constraint : before.constraints) {
        const CatalogConstraint *still = after.constraint(constraint.definition.name);
        const bool isLeft = still && still->validated == Answer::No && still->isLocal && !still->definition.notEnforced;
        if (isLeft && constraint.validated == Answer::No)
            names.append(constraint.definition.name);
    }
    return names;
}

/// ADD … NOT VALID in an earlier migration, and nobody has come back to it.
void checkNeverValidated(RuleContext &context)
{
    for (const auto &[table, statement] : changedTables(context)) {
        const CatalogRelation *before = context.before.relation(table);
        const CatalogRelation *after = context.after.relation(table);
        const QStringList names = before && after ? unvalidated(*before, *after) : QStringList();
        if (names.isEmpty() || addsUnvalidated(context, table))
            continue;
        context.report({.message = tr("%1 of “%2” was added NOT VALID before this migration and has not been validated since.")
                                       .arg(listed(names), shown(context, table)),
                        .statement = statement});
    }
}

} // namespace

RuleTable leftoverRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "constraint-never-validated",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "A constraint that is NOT VALID holds for rows written since, and promises nothing of older ones: they may "
                                     "break it, queries are not planned by it, and SET NOT NULL cannot rely on it."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel",
                                     "VALIDATE CONSTRAINT in a migration of its own: it reads the table while everybody reads and writes it."),
            .bad = "ALTER TABLE t ADD COLUMN x3 int",
            .good = "ALTER TABLE t VALIDATE CONSTRAINT positive",
            .equivalents = "",
            .check = checkNeverValidated,
            .perScript = true,
            .setup = "CREATE TABLE t (id bigint PRIMARY KEY, a int); ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0) NOT VALID",
        },
    };
    return rules;
}

} // namespace Whimbrel
