// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/quickfix.h"

#include "safety/fixes/correction.h"
#include "safety/fixes/fixtarget.h"
#include "safety/fixes/mysqlfixbuilder.h"
#include "safety/recipes/recipebook.h"
#include "safety/fixes/sqlitefixbuilder.h"
#include "safety/rules/rule.h"

#include <QHash>
#include <QRegularExpression>

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
    bool comesLater = false; ///< than the rest of the script, which therefore must not need it
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
        {"concurrent-drop-not-possible"_L1, {{&Fix::dropIndex}}},
        {"reindex-blocks"_L1, {{&Fix::reindex}}},
        {"concurrent-in-transaction"_L1, {{&Fix::createIndex, &Fix::dropIndex, &Fix::standAlone}}},
        {"foreign-key-validates-under-lock"_L1, {{&Fix::addForeignKey}, ConstraintKind::ForeignKey}},
        {"add-column-with-reference"_L1, {{&Fix::addForeignKey}, ConstraintKind::ForeignKey}},
        {"foreign-key-without-index"_L1, {{&Fix::addIndexedForeignKey}, ConstraintKind::ForeignKey}},
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
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows, &Fix::runInBatches}}},
        {"work-while-holding-lock"_L1, {{&Fix::runInBatches, &Fix::apart}, {}, true}},
        {"new-table-locks-referenced-table"_L1, {{&Fix::apart}, {}, true}},
        {"several-tables-locked-together"_L1, {{&Fix::apart}, {}, true}},
        {"schema-and-data-in-one-transaction"_L1, {{&Fix::apart}, {}, true}},
        {"mixed-phases"_L1, {{&Fix::dropColumn, &Fix::dropTable}}},
        {"default-change-surprises"_L1, {{&Fix::contractStep}}},
        {"enum-value-used-too-early"_L1, {{&Fix::standAloneInTransaction}}},
    };
    return table;
}

const Makers<MySqlFixBuilder> &mySqlMakers()
{
    using Fix = MySqlFixBuilder;
    static const Makers<Fix> table{
        {"mysql-copy-alter"_L1, {{&Fix::changeType, &Fix::setNotNull, &Fix::addForeignKey, &Fix::addColumn, &Fix::alterOnCopy}}},
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
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows, &Fix::runInBatches}}},
        {"ddl-commits-implicitly"_L1, {{&Fix::apart}}},
        {"mysql-shared-lock"_L1, {{&Fix::alterOnCopy}}},
        {"mysql-charset-convert"_L1, {{&Fix::alterOnCopy}}},
        {"mysql-stored-generated"_L1, {{&Fix::alterOnCopy}}},
        {"mysql-column-position"_L1, {{&Fix::addBehindAll, &Fix::alterOnCopy}}},
        {"mysql-instant-mixed"_L1, {{&Fix::createIndex, &Fix::askForAlgorithm}}},
        {"mysql-primary-key-drop"_L1, {{&Fix::changePrimaryKey}}},
        {"mixed-phases"_L1, {{&Fix::dropColumn, &Fix::dropTable}}},
        {"default-change-surprises"_L1, {{&Fix::contractStep}}},
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
        {"mixed-phases"_L1, {{&Fix::dropColumn, &Fix::dropTable}}},
        {"sqlite-vacuum-in-transaction"_L1, {{&Fix::standAlone}}},
        {"column-rename-breaks-code"_L1, {{&Fix::renameColumn}}},
        {"table-rename-breaks-code"_L1, {{&Fix::renameTable}}},
        {"column-drop-breaks-code"_L1, {{&Fix::dropColumn}}},
        {"table-drop-breaks-code"_L1, {{&Fix::dropTable}}},
        {"unbatched-backfill"_L1, {{&Fix::backfill, &Fix::deleteRows, &Fix::runInBatches}}},
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

/// The schema before this statement: a rule about the whole script knows the one before all.
Catalog schemaBefore(const RuleContext &context, int statement)
{
    Catalog schema = context.before;
    if (statement == context.index)
        return schema;
    for (const StatementAnalysis &earlier : context.script.statements.first(statement)) {
        for (const Operation &operation : earlier.reading.operations)
            schema.apply(operation);
    }
    return schema;
}

bool hasAllValues(const Recipe &recipe, const Fix &fix)
{
    return std::ranges::all_of(recipe.parameters, [&](const RecipeParameter &parameter) {
        return !parameter.required || std::ranges::any_of(fix.values, [&](const auto &value) {
            return value.first == parameter.name && !value.second.isEmpty();
        });
    });
}

/// Quoted or not, or within a string: a routine's body.
bool names(const QString &statement, const ObjectName &relation)
{
    if (relation.isEmpty() || !statement.contains(relation.name, Qt::CaseInsensitive))
        return false;
    const QRegularExpression name(u"(?<!\\w)%1(?!\\w)"_s.arg(QRegularExpression::escape(relation.name)),
                                  QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    return name.match(statement).hasMatch();
}

/// What follows in the script has nothing to do with what the statement works on.
bool isNotNeeded(const RuleContext &context, int statement)
{
    const QList<Operation> &operations = context.script.statements.at(statement).reading.operations;
    return std::ranges::none_of(context.input.statements.sliced(statement + 1), [&](const Statement &later) {
        return std::ranges::any_of(operations, [&](const Operation &operation) { return names(later.text, operation.relation); });
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
    if (maker == makers.cend() || (maker->comesLater && !isNotNeeded(context, statement)))
        return {};
    const Catalog before = schemaBefore(context, statement);
    const StatementAnalysis &found = context.script.statements.at(statement);
    const QList<Operation> &operations = found.reading.operations;
    const QString &text = found.statement.text;
    const qsizetype index = indexOf(operations, operation);
    const bool addsColumn = index >= 0 && operations.at(index).kind == Kind::AddColumn;
    std::optional<FixTarget> target;
    if (maker->constraint && addsColumn)
        target = fixTarget(text, operations, index, maker->constraint, context.before.dialect());
    std::optional<Fix> fix = target ? madeFor(*maker, *target, text, before) : std::nullopt;
    if (fix)
        return fix;
    target = fixTarget(text, operations, index, {}, context.before.dialect());
    return target ? madeFor(*maker, *target, text, before) : std::nullopt;
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
        fix = correctionFor(context, statement, operation);
    if (!fix)
        return {};
    if (fix->recipe.isEmpty())
        return {*fix};
    const Recipe *recipe = RecipeBook::builtin().find(fix->recipe, context.before.dialect(), context.before.version());
    if (!recipe)
        return {};
    fix->title = recipe->shownTitle();
    fix->isComplete = fix->isComplete && hasAllValues(*recipe, *fix);
    return {*fix};
}

} // namespace Whimbrel
