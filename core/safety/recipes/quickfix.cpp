// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/quickfix.h"

#include "safety/recipes/fixbuilder.h"
#include "safety/recipes/recipebook.h"
#include "safety/rules/rule.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Make = bool (*)(FixBuilder &);

/// By rule: what fills its recipe in, and says whether there is one for this statement.
const QHash<QLatin1StringView, Make> &makers()
{
    static const QHash<QLatin1StringView, Make> table{
        {"index-build-blocks-writes"_L1, [](FixBuilder &fix) { return fix.createIndex(); }},
        {"concurrent-index-may-stay-invalid"_L1, [](FixBuilder &fix) { return fix.createIndex(); }},
        {"index-on-partitioned-table"_L1, [](FixBuilder &fix) { return fix.createPartitionedIndex(); }},
        {"index-drop-blocks-reads"_L1, [](FixBuilder &fix) { return fix.dropIndex(); }},
        {"reindex-blocks"_L1, [](FixBuilder &fix) { return fix.reindex(); }},
        {"concurrent-in-transaction"_L1,
         [](FixBuilder &fix) { return fix.createIndex() || fix.dropIndex() || fix.standAlone(); }},
        {"foreign-key-validates-under-lock"_L1, [](FixBuilder &fix) { return fix.addForeignKey(); }},
        {"check-validates-under-lock"_L1, [](FixBuilder &fix) { return fix.addCheck(); }},
        {"validate-in-same-transaction"_L1, [](FixBuilder &fix) { return fix.validateConstraint(); }},
        {"set-not-null-scans"_L1, [](FixBuilder &fix) { return fix.setNotNull(); }},
        {"unique-constraint-builds-under-lock"_L1, [](FixBuilder &fix) { return fix.addUnique(); }},
        {"primary-key-builds-under-lock"_L1, [](FixBuilder &fix) { return fix.addPrimaryKey(); }},
        {"column-default-rewrites"_L1, [](FixBuilder &fix) { return fix.addColumn(); }},
        {"required-column-breaks-writers"_L1, [](FixBuilder &fix) { return fix.addColumn(); }},
        {"auto-increment-column-rewrites"_L1, [](FixBuilder &fix) { return fix.addSerialColumn(); }},
        {"stored-generated-column-rewrites"_L1, [](FixBuilder &fix) { return fix.addComputedColumn(); }},
        {"type-change-rewrites"_L1, [](FixBuilder &fix) { return fix.changeType(); }},
        {"column-rename-breaks-code"_L1, [](FixBuilder &fix) { return fix.renameColumn(); }},
        {"table-rename-breaks-code"_L1, [](FixBuilder &fix) { return fix.renameTable(); }},
        {"column-drop-breaks-code"_L1, [](FixBuilder &fix) { return fix.dropColumn(); }},
        {"table-drop-breaks-code"_L1, [](FixBuilder &fix) { return fix.dropTable(); }},
        {"drop-touches-referenced-table"_L1, [](FixBuilder &fix) { return fix.dropColumn() || fix.dropTable(); }},
        {"partition-attach-scans"_L1, [](FixBuilder &fix) { return fix.attachPartition(); }},
        {"partition-create-locks-parent"_L1, [](FixBuilder &fix) { return fix.addPartition(); }},
        {"partition-detach-blocks"_L1, [](FixBuilder &fix) { return fix.detachPartition(); }},
        {"matview-refresh-blocks-reads"_L1, [](FixBuilder &fix) { return fix.refresh(); }},
    };
    return table;
}

/// The operation, if the statement does nothing else: a fix replaces all of it.
const Operation *onlyOperation(const StatementAnalysis &statement, const Operation *operation)
{
    const QList<Operation> &all = statement.reading.operations;
    const bool isOnly = all.size() == 1 && all.constFirst().kind != Operation::Kind::DoBlock &&
                        (!operation || operation == &all.constFirst());
    return isOnly ? &all.constFirst() : nullptr;
}

/// Whether `context.before` is the schema before this statement: a rule about the whole script knows the one before
/// all.
bool knowsSchemaBefore(const RuleContext &context, int statement)
{
    const auto changesNothing = [](const StatementAnalysis &earlier) {
        return std::ranges::all_of(earlier.reading.operations, [](const Operation &operation) {
            return operation.kind == Operation::Kind::Begin || operation.kind == Operation::Kind::SetSetting;
        });
    };
    return statement == context.index ||
           std::ranges::all_of(context.script.statements.first(statement), changesNothing);
}

bool hasAllValues(const Recipe &recipe, const Fix &fix)
{
    return std::ranges::all_of(recipe.parameters, [&](const RecipeParameter &parameter) {
        return !parameter.required || std::ranges::any_of(fix.values, [&](const auto &value) {
            return value.first == parameter.name && !value.second.isEmpty();
        });
    });
}

} // namespace

QList<Fix> fixesFor(const RuleContext &context, int statement, const Operation *operation)
{
    const Make make = context.rule && statement >= 0 ? makers().value(QLatin1StringView(context.rule->id)) : nullptr;
    if (!make || !knowsSchemaBefore(context, statement))
        return {};
    const StatementAnalysis &found = context.script.statements.at(statement);
    const Operation *only = onlyOperation(found, operation);
    if (!only)
        return {};
    FixBuilder builder(context.before, *only, found.statement.text);
    if (!make(builder))
        return {};
    Fix fix = builder.fix();
    const Recipe *recipe = RecipeBook::builtin().find(fix.recipe, context.before.dialect(), context.before.version());
    if (!recipe)
        return {};
    fix.title = recipe->title;
    fix.isComplete = fix.isComplete && hasAllValues(*recipe, fix);
    return {fix};
}

} // namespace Whimbrel
