// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/quickfix.h"

#include "safety/recipes/fixtarget.h"
#include "safety/recipes/mysqlfixbuilder.h"
#include "safety/recipes/recipebook.h"
#include "safety/recipes/sqlitefixbuilder.h"
#include "safety/rules/rule.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;

/// The ways of a rule, tried in this order.
template<typename Builder>
struct Maker
{
    QList<bool (Builder::*)()> ways;
    std::optional<ConstraintKind> constraint = {}; ///< may stand within ADD COLUMN
    bool needsSchema = true;                       ///< as it is before the statement
};

template<typename Builder>
using Makers = QHash<QLatin1StringView, Maker<Builder>>;

const Makers<FixBuilder> &postgreSqlMakers()
{
    using Fix = FixBuilder;
    static const Makers<Fix> table{
        {"index-build-blocks-writes"_L1, {{&Fix::createIndex}}},
        {"concurrent-index-may-stay-invalid"_L1, {{&Fix::createIndex}}},
        {"index-on-partitioned-table"_L1, {{&Fix::createPartitionedIndex}}},
        {"index-drop-blocks-reads"_L1, {{&Fix::dropIndex}}},
        {"reindex-blocks"_L1, {{&Fix::reindex}}},
        {"concurrent-in-transaction"_L1, {{&Fix::createIndex, &Fix::dropIndex, &Fix::standAlone}}},
        {"foreign-key-validates-under-lock"_L1, {{&Fix::addForeignKey}, ConstraintKind::ForeignKey}},
        {"add-column-with-reference"_L1, {{&Fix::addForeignKey}, ConstraintKind::ForeignKey}},
        {"check-validates-under-lock"_L1, {{&Fix::addCheck}, ConstraintKind::Check}},
        {"inline-check-scans"_L1, {{&Fix::addCheck}, ConstraintKind::Check}},
        {"validate-in-same-transaction"_L1, {{&Fix::validateConstraint}}},
        {"set-not-null-scans"_L1, {{&Fix::setNotNull}}},
        {"unique-constraint-builds-under-lock"_L1, {{&Fix::addUnique}, ConstraintKind::Unique}},
        {"primary-key-builds-under-lock"_L1, {{&Fix::addPrimaryKey}}},
        {"column-default-rewrites"_L1, {{&Fix::addColumn}}},
        {"required-column-breaks-writers"_L1, {{&Fix::addColumn}}},
        {"auto-increment-column-rewrites"_L1, {{&Fix::addSerialColumn}}},
        {"stored-generated-column-rewrites"_L1, {{&Fix::addComputedColumn}}},
        {"type-change-rewrites"_L1, {{&Fix::changeType}}},
        {"column-rename-breaks-code"_L1, {{&Fix::renameColumn}}},
        {"table-rename-breaks-code"_L1, {{&Fix::renameTable}}},
        {"column-drop-breaks-code"_L1, {{&Fix::dropColumn}}},
        {"table-drop-breaks-code"_L1, {{&Fix::dropTable}}},
        {"drop-touches-referenced-table"_L1, {{&Fix::dropColumn, &Fix::dropTable}}},
        {"partition-attach-scans"_L1, {{&Fix::attachPartition}}},
        {"partition-create-locks-parent"_L1, {{&Fix::addPartition}}},
        {"partition-detach-blocks"_L1, {{&Fix::detachPartition}}},
        {"matview-refresh-blocks-reads"_L1, {{&Fix::refresh}}},
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows}}},
        {"enum-value-used-too-early"_L1, {{&Fix::standAloneInTransaction}, {}, false}},
    };
    return table;
}

const Makers<MySqlFixBuilder> &mySqlMakers()
{
    using Fix = MySqlFixBuilder;
    static const Makers<Fix> table{
        {"mysql-copy-alter"_L1, {{&Fix::changeType, &Fix::setNotNull, &Fix::addForeignKey, &Fix::addColumn}}},
        {"mysql-rebuild-alter"_L1, {{&Fix::setNotNull, &Fix::addPrimaryKey, &Fix::rebuildTable}}},
        {"mysql-check-add"_L1, {{&Fix::addCheck}}},
        {"mysql-varchar-length-byte"_L1, {{&Fix::changeType}}},
        {"mysql-default-expression"_L1, {{&Fix::addColumn}}},
        {"mysql-fk-add"_L1, {{&Fix::addForeignKey}}},
        {"mysql-drop-visible-index"_L1, {{&Fix::dropIndex}}},
        {"mysql-pin-algorithm"_L1, {{&Fix::createIndex, &Fix::dropIndex, &Fix::askForAlgorithm}}},
        {"mysql-modify-drops-attributes"_L1, {{&Fix::keepAttributes}}},
        {"mysql-inline-references-ignored"_L1, {{&Fix::addForeignKey, &Fix::nameForeignKeys}, ConstraintKind::ForeignKey}},
        {"required-column-breaks-writers"_L1, {{&Fix::addColumn}}},
        {"column-rename-breaks-code"_L1, {{&Fix::renameColumn}}},
        {"table-rename-breaks-code"_L1, {{&Fix::renameTable}}},
        {"column-drop-breaks-code"_L1, {{&Fix::dropColumn}}},
        {"table-drop-breaks-code"_L1, {{&Fix::dropTable}}},
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows}}},
        {"ddl-commits-implicitly"_L1, {{&Fix::commitApart}, {}, false}},
    };
    return table;
}

const Makers<SqliteFixBuilder> &sqliteMakers()
{
    using Fix = SqliteFixBuilder;
    static const Makers<Fix> table{
        {"sqlite-unsupported-alter"_L1, {{&Fix::rebuildTable}}},
        {"sqlite-add-column-limits"_L1,
         {{&Fix::addUnique, &Fix::addColumn, &Fix::rebuildTable}, ConstraintKind::Unique}},
        {"sqlite-drop-column-limits"_L1, {{&Fix::dropColumn}}},
        {"sqlite-vacuum-in-transaction"_L1, {{&Fix::standAlone}}},
        {"column-rename-breaks-code"_L1, {{&Fix::renameColumn}}},
        {"table-rename-breaks-code"_L1, {{&Fix::renameTable}}},
        {"column-drop-breaks-code"_L1, {{&Fix::dropColumn}}},
        {"table-drop-breaks-code"_L1, {{&Fix::dropTable}}},
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows}}},
    };
    return table;
}

/// What was found, among the statement's operations; -1: none of them.
qsizetype indexOf(const QList<Operation> &operations, const Operation *operation)
{
    if (!operation)
        return operations.size() == 1 ? 0 : -1;
    const auto found = std::ranges::find(operations, operation, [](const Operation &own) { return &own; });
    return found == operations.cend() ? -1 : found - operations.cbegin();
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

/// The first of the ways that there is for this target.
template<typename Builder>
std::optional<Fix> madeFor(const Maker<Builder> &maker, const FixTarget &target, const QString &statement,
                           const Catalog &before)
{
    Catalog schema = before;
    for (const Operation &rest : target.rest)
        schema.apply(rest);
    Builder builder(schema, target.operation, statement);
    for (const auto way : maker.ways) {
        if ((builder.*way)())
            return builder.fix();
    }
    return {};
}

template<typename Builder>
std::optional<Fix> madeBy(const Makers<Builder> &makers, const RuleContext &context, int statement,
                          const Operation *operation)
{
    const auto maker = makers.constFind(QLatin1StringView(context.rule->id));
    if (maker == makers.cend() || (maker->needsSchema && !knowsSchemaBefore(context, statement)))
        return {};
    const StatementAnalysis &found = context.script.statements.at(statement);
    const QList<Operation> &operations = found.reading.operations;
    const QString &text = found.statement.text;
    const qsizetype index = indexOf(operations, operation);
    const bool addsColumn = index >= 0 && operations.at(index).kind == Kind::AddColumn;
    std::optional<FixTarget> target;
    if (maker->constraint && addsColumn)
        target = fixTarget(text, operations, index, maker->constraint, context.before.dialect());
    std::optional<Fix> fix = target ? madeFor(*maker, *target, text, context.before) : std::nullopt;
    if (fix)
        return fix;
    target = fixTarget(text, operations, index, {}, context.before.dialect());
    return target ? madeFor(*maker, *target, text, context.before) : std::nullopt;
}

std::optional<Fix> madeBy(const RuleContext &context, int statement, const Operation *operation)
{
    switch (context.before.dialect()) {
    case Dialect::PostgreSql:
        return madeBy(postgreSqlMakers(), context, statement, operation);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return madeBy(mySqlMakers(), context, statement, operation);
    case Dialect::SQLite:
        return madeBy(sqliteMakers(), context, statement, operation);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

QList<Fix> fixesFor(const RuleContext &context, int statement, const Operation *operation)
{
    if (!context.rule || statement < 0)
        return {};
    std::optional<Fix> fix = madeBy(context, statement, operation);
    if (!fix)
        return {};
    const Recipe *recipe = RecipeBook::builtin().find(fix->recipe, context.before.dialect(), context.before.version());
    if (!recipe)
        return {};
    fix->title = recipe->shownTitle();
    fix->isComplete = fix->isComplete && hasAllValues(*recipe, *fix);
    return {*fix};
}

} // namespace Whimbrel
