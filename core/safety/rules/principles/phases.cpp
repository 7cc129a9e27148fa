// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/phase.h"
#include "safety/rules/facts.h"

namespace Whimbrel {

namespace {

QList<ObjectName> madeBy(const ScriptAnalysis &script)
{
    QList<ObjectName> made;
    for (const StatementAnalysis &statement : script.statements)
        made += madeRelations(statement.reading.operations);
    return made;
}

/// What the script takes away or tightens, by name, each once, in the order of the text.
QStringList contracted(const RuleContext &context)
{
    QStringList names;
    const QList<ObjectName> made = madeBy(context.script);
    for (const StatementAnalysis &statement : context.script.statements) {
        visitOperations(statement.reading.operations, [&](const Operation &operation) {
            if (phaseOf(operation, context.before, context.after, made) != MigrationPhase::Contract)
                return;
            // What is added had no shape before: the code relies on its table's.
            const bool isAdded = operation.kind == Kind::AddConstraint || operation.kind == Kind::CreateIndex;
            if (isAdded && !names.contains(operation.relation.toString()))
                names.append(operation.relation.toString());
            if (isAdded)
                return;
            const bool part = !operation.name.isEmpty() && !operation.relation.isEmpty();
            const QString name = part ? operation.relation.toString() + u'.' + operation.name : operation.relation.toString() + operation.name;
            if (!name.isEmpty() && !names.contains(name))
                names.append(name);
        });
    }
    return names;
}

void checkContractGate(RuleContext &context)
{
    if (!isDeclaredContract(context.input))
        return;
    const QStringList names = contracted(context);
    if (names.isEmpty()) {
        context.report({.message = tr("This migration is declared a contract step and takes nothing away."), .severity = Severity::Info});
        return;
    }
    context.report({.message = tr("Contract step: is the code that relies on the old shape of %1 gone from every server?").arg(listed(names))});
}

/// Something that code could move to: no index, and no table that stands in for another while that one is built again.
bool isForCode(const RuleContext &context, const Operation &operation)
{
    if (operation.kind == Kind::CreateIndex)
        return false;
    const bool isTable = operation.objectType == ObjectType::Table && !operation.relation.isEmpty();
    const bool makesTable = operation.kind == Kind::CreateTable || operation.kind == Kind::CreateTableAs;
    const bool wasThere = context.before.relation(operation.relation);
    const bool staysThere = context.after.relation(operation.relation);
    return !isTable || (makesTable ? staysThere && !wasThere : staysThere || wasThere);
}

/// One statement of each side, or -1.
struct Sides
{
    int expand = -1;
    int contract = -1;
};

Sides sidesOf(const RuleContext &context)
{
    Sides sides;
    const QList<ObjectName> made = madeBy(context.script);
    for (qsizetype i = 0; i < context.script.statements.size(); ++i) {
        const MigrationPhase phase = inferredPhase(context.script.statements.at(i).reading.operations, context.before, context.after, made);
        const bool isExpanding = phase == MigrationPhase::Expand
            && std::ranges::any_of(context.script.statements.at(i).reading.operations,
                                   [&context](const Operation &operation) { return isForCode(context, operation); });
        if (isExpanding && sides.expand < 0)
            sides.expand = int(i);
        if (phase == MigrationPhase::Contract && sides.contract < 0)
            sides.contract = int(i);
    }
    return sides;
}

/// A table that comes back under its name, with nothing known of what it held: whether anything is missing then nobody can say.
bool comesBack(const RuleContext &context, const ObjectName &table)
{
    const CatalogRelation *old = context.before.relation(table);
    return (!old || !old->isComplete) && isRebuilt(table, context.before, context.after);
}

/// Only what is dropped or renamed has to wait for the code; a constraint on top of what is added is one thing.
bool takesAway(const RuleContext &context, int statement)
{
    bool found = false;
    visitOperations(context.script.statements.at(statement).reading.operations, [&](const Operation &operation) {
        using Kind = Operation::Kind;
        found = found || operation.kind == Kind::DropColumn || operation.kind == Kind::RenameColumn
            || (operation.kind == Kind::RenameObject && !takesPlace(context, operation, statement))
            || (operation.kind == Kind::DropObject && operation.objectType == ObjectType::Table && !comesBack(context, operation.relation));
    });
    return found;
}

void checkMixedPhases(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return; // what it adds belongs to what it takes away
    const Sides sides = sidesOf(context);
    if (sides.expand < 0 || sides.contract < 0 || !takesAway(context, sides.contract))
        return;
    context.report({.message = tr("This migration both adds and takes away: the code cannot move in between."), .statement = sides.contract});
}

constexpr Rule rules[] = {
    {.id = "contract-gate",
     .category = Rule::Category::Principle,
     .severity = Severity::Warning,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A contract step is safe only when no server, worker, report or person uses the old shape any more, and no statement can know "
                                          "that."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Look at what is deployed and at the server's statistics (pg_stat_user_tables, query logs), tick it in the release, and run "
                                          "this after the code of the release before is gone."),
     .bad = "-- whimbrel: phase contract\nALTER TABLE t DROP COLUMN a",
     .good = "-- whimbrel: phase expand\nALTER TABLE t ADD COLUMN x int",
     .equivalents = "",
     .check = checkContractGate,
     .perScript = true},
    {.id = "mixed-phases",
     .category = Rule::Category::Principle,
     .severity = Severity::Warning,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Expand, move the code, contract: between the first and the last lies a deployment, so they cannot be one migration."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Put what takes away into a later migration that declares “-- whimbrel: phase contract”."),
     .bad = "ALTER TABLE t ADD COLUMN replacement int; ALTER TABLE t DROP COLUMN a",
     .good = "ALTER TABLE t ADD COLUMN replacement int",
     .equivalents = "",
     .check = checkMixedPhases,
     .perScript = true},
};

} // namespace

RuleTable phaseRules()
{
    return rules;
}

} // namespace Whimbrel
