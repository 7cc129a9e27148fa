// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"

namespace Whimbrel {

namespace {

/// The script looks at the rows of the table before it binds them: a query, or a block that raises.
bool isCheckedBefore(const RuleContext &context, const ObjectName &relation)
{
    const ObjectName table = context.before.resolved(relation);
    for (int i = 0; i < context.index; ++i) {
        for (const Operation &operation : context.script.statements.at(i).reading.operations) {
            const bool looks = operation.kind == Kind::Select || operation.kind == Kind::DoBlock;
            bool found = looks && (context.before.resolved(operation.relation) == table);
            const auto isTable = [&](const ObjectName &name) { return context.before.resolved(name) == table; };
            found = found || (looks && std::ranges::any_of(operation.reads, isTable));
            visitOperations(operation.body, [&](const Operation &inner) {
                found = found || isTable(inner.relation) || std::ranges::any_of(inner.reads, isTable)
                    || std::ranges::any_of(inner.expression.relations, isTable);
            });
            if (found)
                return true;
        }
    }
    return false;
}

bool bindsColumnsInUse(const RuleContext &context, const ObjectName &relation, const QStringList &columns)
{
    if (columns.isEmpty())
        return isInUse(context.before, relation);
    return std::ranges::any_of(columns, [&](const QString &column) {
        const CatalogColumn *after = knownColumn(context.after, relation, column);
        return isInUse(context.before, relation, column) && !(after && context.after.isNew(after->made));
    });
}

void checkConstraintAdded(RuleContext &context)
{
    if (isDeclaredContract(context.input))
        return;
    visitOperations(context.operations(), [&](const Operation &operation) {
        QStringList columns;
        if (operation.kind == Kind::AddConstraint && !operation.constraints.isEmpty()) {
            const ConstraintDefinition &constraint = operation.constraints.first();
            if (!constraint.usingIndex.isEmpty() || constraint.notEnforced)
                return; // the unique index binds already
            columns = constraint.columns.isEmpty() ? constraint.expression.columns : constraint.columns;
        } else if (operation.kind == Kind::CreateIndex && operation.has(Operation::Flag::Unique) && !operation.indexes.isEmpty()) {
            columns = operation.indexes.first().keyColumns();
        } else if (operation.kind == Kind::SetNotNull || (operation.kind == Kind::ModifyColumn && operation.columns.value(0).notNull)) {
            const CatalogRelation *relation = context.before.relation(operation.relation);
            const Answer isBound = relation ? context.before.isNotNull(*relation, operation.name) : Answer::Depends;
            // MODIFY says all of the column again: NOT NULL is news only where the column is known to be without it.
            if (isBound == Answer::Yes || (isBound == Answer::Depends && operation.kind == Kind::ModifyColumn))
                return;
            columns = {operation.name};
        } else {
            return;
        }
        if (!bindsColumnsInUse(context, operation.relation, columns) || isCheckedBefore(context, operation.relation))
            return;
        context.report({.message = tr("Code that runs now may write rows into “%1” that this forbids, and gets an error from then on.")
                                       .arg(operation.relation.toString()),
                        .operation = &operation});
    });
}

void checkConstraintDropped(RuleContext &context)
{
    visitOperations(context.operations(), [&](const Operation &operation) {
        const CatalogRelation *table = nullptr;
        Answer unique = Answer::No;
        if (operation.kind == Kind::DropConstraint) {
            table = context.before.relation(operation.relation);
            const CatalogConstraint *constraint = table ? table->constraint(operation.name) : nullptr;
            using enum ConstraintDefinition::Kind;
            if (constraint) {
                if (context.before.isNew(constraint->made))
                    return;
                unique = constraint->definition.kind == Unique || constraint->definition.kind == PrimaryKey ? Answer::Yes : Answer::No;
            } else if (operation.name.endsWith(QLatin1StringView("_key")) || operation.name.endsWith(QLatin1StringView("_pkey"))) {
                unique = Answer::Depends; // the names that PostgreSQL gives them
            }
        } else if (operation.kind == Kind::DropObject && operation.objectType == ObjectType::Index) {
            table = context.before.tableOfIndex(operation.relation);
            const CatalogIndex *index = table ? table->index(operation.relation.name) : nullptr;
            if (!index || !index->definition.unique || context.before.isNew(index->made))
                return;
            unique = Answer::Yes;
        } else {
            return;
        }
        const QString name = operation.name.isEmpty() ? operation.relation.name : operation.name;
        if (unique == Answer::No) {
            context.report({.message = tr("Without “%1” nothing stops rows that code and queries rely on never to see.").arg(name),
                            .operation = &operation, .severity = Severity::Info});
        } else if (unique == Answer::Yes) {
            context.report({.message = tr("INSERT … ON CONFLICT on the columns of “%1” fails from now on, and duplicates are let in.").arg(name),
                            .operation = &operation});
        } else {
            context.report({.message = tr("If “%1” keeps rows unique, INSERT … ON CONFLICT on its columns fails from now on.").arg(name),
                            .operation = &operation, .severity = Severity::Warning, .needsSchema = true});
        }
    });
}

constexpr Rule rules[] = {
    {.id = "constraint-added-breaks-writers",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Warning,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A new constraint is a promise that code which runs now never made."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Look for rows that break it before the constraint is added, in the same file, and release code that keeps it first. A "
                                          "declared “-- whimbrel: phase contract” says that this was done."),
     .bad = "CREATE UNIQUE INDEX CONCURRENTLY u ON t (email)",
     .good = "SELECT email FROM t GROUP BY email HAVING count(*) > 1 LIMIT 1",
     .equivalents = "",
     .check = checkConstraintAdded},
    {.id = "constraint-dropped",
     .category = Rule::Category::Compatibility,
     .severity = Severity::Error,
     .dialects = Rule::PostgreSql | Rule::MySqlFamily,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "ON CONFLICT needs a unique index on its columns, logical replication an identity of each row, and the planner draws "
                                          "conclusions from constraints."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "Release code that no longer relies on it first, and replace it before it is dropped."),
     .bad = "ALTER TABLE t DROP CONSTRAINT t_email_key",
     .good = "ALTER TABLE t ADD COLUMN x int",
     .equivalents = "atlas: CD101; pgfence: drop-constraint",
     .check = checkConstraintDropped},
};

} // namespace

RuleTable compatibilityConstraintRules()
{
    return rules;
}

} // namespace Whimbrel
