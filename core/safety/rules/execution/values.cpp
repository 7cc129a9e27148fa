// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool changesEnum(const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.reading.operations, [](const Operation &operation) {
        return operation.kind == Kind::AddEnumValue || operation.kind == Kind::RenameEnumValue;
    });
}

bool endsTransaction(const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.reading.operations, [](const Operation &operation) {
        return operation.kind == Kind::Commit || operation.kind == Kind::Rollback;
    });
}

void checkEarlyUse(RuleContext &context)
{
    struct Added
    {
        QString value;
        int statement;
    };
    QList<Added> added; // in the transaction that is open
    for (int i = 0; i < context.script.statements.size(); ++i) {
        const StatementAnalysis &statement = context.script.statements.at(i);
        if (!statement.inTransaction || endsTransaction(statement)) {
            added.clear();
            continue;
        }
        if (changesEnum(statement)) {
            forEach(statement.reading.operations, {Kind::AddEnumValue}, [&](const Operation &add) {
                const CatalogType *type = context.after.type(add.relation);
                // From 17 on, a type that the transaction made itself may be used at once.
                const bool isOwn =
                    type && context.after.isNew(type->made) && context.after.version() >= ServerVersion{17, 0, 0};
                if (!isOwn)
                    added.append({add.value, i});
            });
            continue;
        }
        added.removeIf([&](const Added &value) {
            QString literal = value.value;
            literal.replace(u'\'', u"''"_s);
            if (!statement.statement.text.contains(u'\'' + literal + u'\''))
                return false;
            context.report({.message = tr("The value '%1' was added in line %2 of the same transaction: PostgreSQL "
                                          "does not let it be used before that is committed, so this fails.")
                                           .arg(value.value)
                                           .arg(context.script.statements.at(value.statement).statement.start.line),
                            .statement = i});
            return true;
        });
    }
}

void checkOrder(RuleContext &context)
{
    forEach(context, {Kind::AddEnumValue}, [&context](const Operation &add) {
        if (add.position.isEmpty()) {
            context.report(tr("'%1' becomes the last value of “%2”, and can neither be moved nor removed later.")
                               .arg(add.value, add.relation.toString()),
                           &add);
        }
    });
}

/// Rows that are there may not bear what this asks of them. Under NOT VALID nothing is asked.
void checkData(RuleContext &context)
{
    const auto isChecked = [&context] {
        return context.statement().statement.comment.contains("whimbrel: require"_L1);
    };
    forEach(context, {Kind::CreateIndex, Kind::AddConstraint}, [&](const Operation &operation) {
        if (!isOthers(context, operation.relation) || isChecked())
            return;
        QStringList columns;
        if (operation.kind == Kind::CreateIndex) {
            if (!operation.has(Flag::Unique) || operation.indexes.isEmpty())
                return;
            columns = operation.indexes.constFirst().keyColumns();
        } else {
            const ConstraintDefinition &constraint = operation.constraints.value(0);
            const bool isUnique = constraint.kind == ConstraintDefinition::Kind::Unique ||
                                  constraint.kind == ConstraintDefinition::Kind::PrimaryKey;
            if (operation.constraints.isEmpty() || !isUnique || !constraint.usingIndex.isEmpty())
                return;
            columns = constraint.columns;
        }
        const CatalogRelation *table = context.before.relation(operation.relation);
        if (table && context.before.isUnique(*table, columns) == Answer::Yes)
            return;
        context.report(
            tr("If two rows of “%1” have the same %2, this fails.").arg(operation.relation.toString(), listed(columns)),
            &operation);
    });
}

} // namespace

RuleTable valueRules()
{
    using enum Rule::Category;
    static constexpr Rule rules[] = {
        {
            .id = "enum-value-used-too-early",
            .category = Execution,
            .severity = Severity::Error,
            .dialects = Rule::PostgreSql,
            .why =
                QT_TRANSLATE_NOOP("Whimbrel", "A value added to an enum can be used only after its transaction is "
                                              "committed (55P04); statements sent as one string are one transaction."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Add the value in a migration of its own, and use it in the next."),
            .bad = "BEGIN; ALTER TYPE mood ADD VALUE 'x'; UPDATE t SET m = 'x' WHERE id = 1; COMMIT",
            .good = "ALTER TYPE mood ADD VALUE 'x'; UPDATE t SET m = 'x' WHERE id = 1",
            .equivalents = "pgfence: alter-enum-add-value",
            .check = checkEarlyUse,
            .perScript = true,
        },
        {
            .id = "enum-value-order",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::PostgreSql,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Values of an enum are compared in the order in which they stand. A new one goes "
                                     "to the end unless it is said where, and that cannot be changed."),
            .fix = QT_TRANSLATE_NOOP("Whimbrel", "Say where, with BEFORE or AFTER, if the order means something."),
            .bad = "ALTER TYPE mood ADD VALUE 'x'",
            .good = "ALTER TYPE mood ADD VALUE 'x' BEFORE 'ok'",
            .equivalents = "squawk: require-enum-value-ordering; pgfence: alter-enum-no-ordering",
            .check = checkOrder,
            .byDefault = Rule::Default::Off,
        },
        {
            .id = "data-may-violate",
            .category = Execution,
            .severity = Severity::Info,
            .dialects = Rule::Any,
            .why = QT_TRANSLATE_NOOP("Whimbrel",
                                     "Whether the rows that are there bear a new uniqueness shows only when the "
                                     "statement runs; a concurrent build that fails leaves an invalid index."),
            .fix = QT_TRANSLATE_NOOP(
                "Whimbrel",
                "Look first: SELECT the columns, GROUP BY them, HAVING count(*) > 1. A comment “-- whimbrel: require "
                "QUERY = 0 MESSAGE” above the statement has it looked up before each run."),
            .bad = "CREATE UNIQUE INDEX CONCURRENTLY u ON t(a)",
            .good = "-- whimbrel: require SELECT count(*) FROM (SELECT 1 FROM t GROUP BY a HAVING count(*) > 1) d = 0 "
                    "a is not unique\nCREATE UNIQUE INDEX CONCURRENTLY u ON t(a)",
            .equivalents = "atlas: MF101, LT101",
            .check = checkData,
        },
    };
    return rules;
}

} // namespace Whimbrel
