// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"
#include "safety/rules/principles/schemadifference.h"

namespace Whimbrel {

namespace {

/// Reads, settings and transaction words change nothing that could be undone.
bool changesSomething(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::Select:
    case Kind::CopyTo:
    case Kind::LockTable:
    case Kind::SetSetting:
    case Kind::Begin:
    case Kind::Commit:
    case Kind::Rollback:
    case Kind::Savepoint:
    case Kind::ReleaseSavepoint:
    case Kind::RollbackToSavepoint:
    case Kind::SetConstraints:
    case Kind::Discard:
    case Kind::Analyze:
    case Kind::Vacuum:
    case Kind::Reindex:
    case Kind::Cluster:
    case Kind::Checkpoint:
    case Kind::ValidateConstraint:
    case Kind::RefreshMaterializedView:
        return false;
    case Kind::DoBlock:
        return operation.body.isEmpty() || std::ranges::any_of(operation.body, changesSomething);
    default:
        return true;
    }
}

bool changesSomething(const ScriptAnalysis &script)
{
    return std::ranges::any_of(script.statements, [](const StatementAnalysis &statement) {
        return std::ranges::any_of(statement.reading.operations, [](const Operation &operation) { return changesSomething(operation); });
    });
}

void checkMissingDown(RuleContext &context)
{
    if (!context.input.counterpart || !changesSomething(context.script))
        return;
    if (!context.input.counterpart->exists)
        context.report({.message = tr("This migration has no way down.")});
    else if (context.input.counterpart->operations.isEmpty() && !context.input.counterpart->hasComment)
        context.report({.message = tr("The way down of this migration is empty, and does not say why.")});
}

/// Every relation that either direction names.
QList<ObjectName> namesOf(const RuleContext &context)
{
    QList<ObjectName> names;
    const auto add = [&](const ObjectName &name) {
        const ObjectName resolved = context.before.resolved(name);
        if (!name.isEmpty() && !names.contains(resolved))
            names.append(resolved);
    };
    const auto addAll = [&](const Operation &operation) {
        add(operation.relation);
        if (operation.kind == Kind::RenameObject)
            add({operation.relation.schema, operation.newName});
    };
    for (const StatementAnalysis &statement : context.script.statements)
        visitOperations(statement.reading.operations, addAll);
    visitOperations(context.input.counterpart->operations, addAll);
    return names;
}

bool canBeFollowed(const QList<Operation> &operations)
{
    return std::ranges::none_of(operations, [](const Operation &operation) {
        return operation.kind == Kind::Unknown || operation.kind == Kind::Opaque || operation.kind == Kind::DoBlock || operation.kind == Kind::Call;
    });
}

/// Its statements can all be followed, and none is certain to be refused.
bool isDoneAsFarAsKnown(const ScriptAnalysis &script)
{
    return std::ranges::all_of(script.statements, [](const StatementAnalysis &statement) {
        return canBeFollowed(statement.reading.operations) && statement.impact.fails != Answer::Yes;
    });
}

void checkDownUndoes(RuleContext &context)
{
    const auto &counterpart = context.input.counterpart;
    if (!counterpart || !counterpart->exists || counterpart->operations.isEmpty() || !canBeFollowed(counterpart->operations)
        || !isDoneAsFarAsKnown(context.script)) {
        return;
    }
    Catalog down = context.after;
    for (const Operation &operation : counterpart->operations)
        down.apply(operation);
    const SchemaDifference difference = schemaDifference(context.before, down, namesOf(context));
    if (!difference.left.isEmpty())
        context.report({.message = tr("The way down leaves %1 behind.").arg(listed(difference.left))});
    if (!difference.missing.isEmpty())
        context.report({.message = tr("The way down does not bring back %1.").arg(listed(difference.missing))});
}

constexpr Rule rules[] = {
    {.id = "missing-down",
     .category = Rule::Category::Principle,
     .severity = Severity::Info,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "When a release goes wrong at night, the way back should have been written by day."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Write the way down, or a comment in its place that says why there is none."),
     .bad = "-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\n",
     .good = "-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\nALTER TABLE t DROP COLUMN x;\n",
     .equivalents = "",
     .check = checkMissingDown,
     .perScript = true},
    {.id = "down-does-not-undo",
     .category = Rule::Category::Principle,
     .severity = Severity::Warning,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "After such a way down the schema is neither the old one nor the new one, and the next way up may fail on it."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Undo every step of the way up, in the opposite order."),
     .bad = "-- migrate:up\nCREATE TABLE n (id bigint PRIMARY KEY);\n-- migrate:down\nSELECT 1;\n",
     .good = "-- migrate:up\nCREATE TABLE n (id bigint PRIMARY KEY);\n-- migrate:down\nDROP TABLE n;\n",
     .equivalents = "",
     .check = checkDownUndoes,
     .perScript = true},
};

} // namespace

RuleTable reversibleRules()
{
    return rules;
}

} // namespace Whimbrel
