// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/support.h"

#include "safety/rules/facts.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Tables in use whose shape the script changes, each once, with the first statement that does.
QList<std::pair<ObjectName, int>> changedTables(const RuleContext &context)
{
    QList<std::pair<ObjectName, int>> tables;
    for (qsizetype i = 0; i < context.script.statements.size(); ++i) {
        visitOperations(context.script.statements.at(i).reading.operations, [&](const Operation &operation) {
            const bool changes = operation.objectType == ObjectType::Table
                && (operation.kind == Kind::AddColumn || operation.kind == Kind::DropColumn || operation.kind == Kind::AlterColumnType
                    || operation.kind == Kind::AddConstraint || operation.kind == Kind::CreateIndex || operation.kind == Kind::RenameColumn
                    || operation.kind == Kind::SetNotNull || operation.kind == Kind::ModifyColumn);
            const ObjectName name = context.before.resolved(operation.relation);
            const bool known = std::ranges::any_of(tables, [&](const auto &table) { return table.first == name; });
            if (changes && !known && context.before.relation(operation.relation))
                tables.append({name, int(i)});
        });
    }
    return tables;
}

bool areRelated(const Catalog &catalog, const ObjectName &one, const ObjectName &other)
{
    const auto references = [&](const ObjectName &from, const ObjectName &to) {
        return std::ranges::any_of(catalog.foreignKeysTo(to), [&](const Catalog::ForeignKey &key) { return key.table->name == from; });
    };
    const CatalogRelation *first = catalog.relation(one);
    const CatalogRelation *second = catalog.relation(other);
    return references(one, other) || references(other, one) || (first && first->parents.contains(other))
        || (second && second->parents.contains(one));
}

bool sameColumnAdded(const RuleContext &context)
{
    QString column;
    bool same = true;
    for (const StatementAnalysis &statement : context.script.statements) {
        visitOperations(statement.reading.operations, [&](const Operation &operation) {
            if (operation.kind == Kind::AddColumn && !operation.columns.isEmpty()) {
                same = same && (column.isEmpty() || column == operation.columns.first().name);
                column = operation.columns.first().name;
            } else {
                same = false;
            }
        });
    }
    return same && !column.isEmpty();
}

void checkUnrelated(RuleContext &context)
{
    const auto tables = changedTables(context);
    if (tables.size() < 2 || sameColumnAdded(context))
        return;
    for (qsizetype i = 1; i < tables.size(); ++i) {
        const bool related = std::ranges::any_of(tables.first(i), [&](const auto &earlier) {
            return areRelated(context.after, earlier.first, tables.at(i).first);
        });
        if (related)
            continue;
        context.report({.message = tr("This migration changes “%1” and “%2”, which have nothing to do with each other.")
                                       .arg(tables.first().first.name, tables.at(i).first.name),
                        .statement = tables.at(i).second});
        return;
    }
}

void checkReason(RuleContext &context)
{
    if (context.input.version.isEmpty())
        return;
    const bool aboveStatement = std::ranges::any_of(context.script.statements, [](const StatementAnalysis &statement) {
        return !statement.statement.comment.trimmed().isEmpty();
    });
    if (context.input.head.contains("--"_L1) || context.input.head.contains("/*"_L1) || aboveStatement || context.input.text.contains("-- "_L1))
        return;
    context.report({.message = tr("Nothing in this migration says why it is made.")});
}

void checkExpectation(RuleContext &context)
{
    if (context.input.version.isEmpty() || context.input.text.contains("whimbrel: expect"_L1) || context.input.head.contains("whimbrel: expect"_L1)
        || context.input.text.contains("whimbrel: require"_L1)) {
        return;
    }
    context.report({.message = tr("Nothing checks what this migration did.")});
}

constexpr Rule rules[] = {
    {.id = "unrelated-changes",
     .category = Rule::Category::Principle,
     .severity = Severity::Info,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "Two changes in one migration are applied, fail and are rolled back together, and lock both tables until the end."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "One logical change a migration."),
     .bad = "ALTER TABLE t ADD COLUMN x int; CREATE INDEX CONCURRENTLY b_r ON b (r)",
     .good = "ALTER TABLE t ADD COLUMN x int",
     .equivalents = "",
     .check = checkUnrelated,
     .perScript = true},
    {.id = "no-reason-given",
     .category = Rule::Category::Principle,
     .severity = Severity::Info,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "SQL says what is done. Why it is done is what the next person needs to know."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "A comment at the head of the file."),
     .bad = "-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\nALTER TABLE t DROP COLUMN x;\n",
     .good = "-- Orders are exported by x from March on.\n-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\nALTER TABLE t DROP COLUMN x;\n",
     .equivalents = "",
     .check = checkReason,
     .perScript = true,
     .byDefault = Rule::Default::Off},
    {.id = "no-expectation",
     .category = Rule::Category::Principle,
     .severity = Severity::Info,
     .dialects = Rule::Any,
     .why = QT_TRANSLATE_NOOP("Whimbrel", "A rehearsal can only check what somebody expects."),
     .fix = QT_TRANSLATE_NOOP("Whimbrel", "-- whimbrel: expect up QUERY = VALUE at the head of the file."),
     .bad = "-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\nALTER TABLE t DROP COLUMN x;\n",
     .good = "-- whimbrel: expect up SELECT count(x) FROM t = 0\n-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n-- migrate:down\nALTER TABLE t DROP COLUMN x;\n",
     .equivalents = "",
     .check = checkExpectation,
     .perScript = true,
     .byDefault = Rule::Default::Off},
};

} // namespace

RuleTable oneChangeRules()
{
    return rules;
}

} // namespace Whimbrel
