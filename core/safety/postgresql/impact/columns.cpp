// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnusers.h"
#include "functionvolatility.h"
#include "operations.h"
#include "reasons.h"
#include "typechange.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

/// Whether a default is computed anew for every row, which is what makes adding a column write them all.
Costs defaultCosts(const Expression &value, const Catalog &catalog)
{
    if (value.isEmpty() || value.isConstant)
        return {};
    Costs costs;
    const auto uncertain = [&](const QString &what) {
        costs.rewrite = costs.scan = worse(costs.rewrite, Answer::Depends);
        costs.dependsOn = Reasons::function(what);
    };
    if (value.isOpaque)
        uncertain(value.text);
    for (const QString &function : value.functions) {
        const qsizetype dot = function.lastIndexOf(u'.');
        const ObjectName name{.schema = function.left(std::max<qsizetype>(dot, 0)), .name = function.mid(dot + 1)};
        const bool mayBeBuiltin = name.schema.isEmpty() || name.schema == "pg_catalog"_L1;
        if (const auto builtin = mayBeBuiltin ? isVolatileBuiltin(name.name) : std::nullopt) {
            if (*builtin == Answer::Yes)
                return {.rewrite = Answer::Yes, .scan = Answer::Yes, .rebuild = Answer::No, .dependsOn = {}};
            if (*builtin == Answer::Depends)
                uncertain(function);
            continue;
        }
        const CatalogFunction *known = catalog.function(name);
        using enum CatalogFunction::Volatility;
        if (known && known->volatility == Volatile && !known->inlinesToConstant)
            return {.rewrite = Answer::Yes, .scan = Answer::Yes, .rebuild = Answer::No, .dependsOn = {}};
        if (!known || known->volatility == Unknown)
            uncertain(function);
    }
    return costs;
}

bool hasDefault(const ColumnDefinition &column)
{
    return column.hasDefault && !column.defaultValue.isNull;
}

/// Rows that are there already get the column: what that means for them.
Costs additionCosts(ImpactBuilder &builder, const ColumnDefinition &column)
{
    Costs costs;
    if (column.generated == ColumnDefinition::Generated::Virtual)
        costs = {};
    else if (column.type.isSerial || column.identity || column.generated == ColumnDefinition::Generated::Stored)
        costs.rewrite = Answer::Yes;
    else if (column.hasDefault)
        costs = defaultCosts(column.defaultValue, builder.catalog());

    const Answer checked = isConstrainedDomain(column.type, builder.catalog());
    costs.rewrite = worse(costs.rewrite, checked);
    if (checked == Answer::Depends) {
        costs.dependsOn = Reasons::type(column.type.text);
        builder.dependsOn(costs.dependsOn);
    } else if (costs.rewrite == Answer::Depends && !builder.catalog().isComplete()) {
        builder.dependsOn(costs.dependsOn);
    }
    costs.scan = costs.rewrite;
    const bool isFilled = column.hasDefault || column.type.isSerial || column.identity || column.generated != ColumnDefinition::Generated::No;
    if (column.notNull && !hasDefault(column) && !column.type.isSerial && !column.identity && column.generated == ColumnDefinition::Generated::No)
        costs.scan = Answer::Yes;
    for (const ConstraintDefinition &constraint : column.constraints) {
        using enum ConstraintKind;
        const bool isChecked = constraint.kind == Check || constraint.kind == Unique || constraint.kind == PrimaryKey || constraint.kind == Exclusion
            || (constraint.kind == ForeignKey && isFilled);
        if (isChecked && !constraint.notEnforced)
            costs.scan = Answer::Yes;
    }
    return costs;
}

void failAddition(const Part &part, const ColumnDefinition &column)
{
    ImpactBuilder &builder = part.builder;
    const ObjectName &table = part.operation.relation;
    const CatalogRelation *relation = builder.find(table);
    if (relation && relation->isPartition)
        builder.fails(Answer::Yes, Reasons::notOnPartition(table));
    else if (!builder.isKnown(table))
        builder.fails(Answer::Depends, Reasons::notOnPartition(table));
    if (part.operation.has(Operation::Flag::Only) && !builder.treeOf(table).isEmpty())
        builder.fails(Answer::Yes, Reasons::dependants(table.toString()));

    const bool isFilled = hasDefault(column) || column.type.isSerial || column.identity || column.generated != ColumnDefinition::Generated::No;
    const bool isKey = std::ranges::any_of(column.constraints, [](const auto &c) { return c.kind == ConstraintKind::PrimaryKey; });
    if (isFilled || !(column.notNull || isKey))
        return;
    const qint64 rows = relation && relation->statistics ? relation->statistics->rows : -1;
    if (rows > 0)
        builder.fails(Answer::Yes, Reasons::rowsWithout(column.name, table));
    else
        builder.fails(Answer::Depends, Reasons::rows(table));
}

bool isReferenced(ImpactBuilder &builder, const CatalogRelation &relation, const QString &column)
{
    const CatalogConstraint *key = relation.primaryKey();
    return std::ranges::any_of(builder.foreignKeysTo(relation.name), [&](const Catalog::ForeignKey &foreignKey) {
        const QStringList &named = foreignKey.constraint->definition.referencedColumns;
        return (named.isEmpty() && key ? key->definition.columns : named).contains(column) && foreignKey.table->name != relation.name;
    });
}

/// The generated column that is computed from this one and is not dropped by the same statement; empty: none.
QString computedFrom(const Part &part, const CatalogRelation &relation, const QString &column)
{
    const auto isDroppedToo = [&part](const QString &name) {
        return std::ranges::any_of(part.statement, [&name](const Operation &other) {
            return other.kind == Operation::Kind::DropColumn && other.name == name;
        });
    };
    for (const CatalogColumn &other : relation.columns) {
        if (other.generated != ColumnDefinition::Generated::No && other.definition->generatedAs.columns.contains(column)
            && !isDroppedToo(other.name))
            return other.name;
    }
    return {};
}

} // namespace

void takeForeignKeysOf(ImpactBuilder &builder, const CatalogRelation &relation, const QString &column, Lock lock, const Costs &referencing,
                       const Costs &referenced)
{
    for (const CatalogConstraint &constraint : relation.constraints) {
        if (constraint.definition.kind == ConstraintKind::ForeignKey && constraint.definition.columns.contains(column))
            builder.takeReferenced(constraint.definition.references, lock, referenced);
    }
    const CatalogConstraint *key = relation.primaryKey();
    for (const Catalog::ForeignKey &foreignKey : builder.foreignKeysTo(relation.name)) {
        const QStringList &named = foreignKey.constraint->definition.referencedColumns;
        const QStringList columns = named.isEmpty() && key ? key->definition.columns : named;
        if (columns.contains(column))
            builder.take(foreignKey.table->name, Impact::Role::Referencing, lock, foreignKey.constraint->validated == Answer::No ? Costs() : referencing);
    }
}

Answer isUsedByView(ImpactBuilder &builder, const ObjectName &table, const QString &column, QString *reason)
{
    Answer used = Answer::No;
    for (const CatalogRelation *view : builder.catalog().viewsOn(table)) {
        if (!view->readColumns.contains(column))
            continue;
        if (used == Answer::No)
            *reason = Reasons::dependant(view->name, column);
        used = worse(used, view->reads.size() == 1 ? Answer::Yes : Answer::Depends);
    }
    return used;
}

void addColumn(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const ColumnDefinition column = operation.columns.value(0);
    const CatalogRelation *relation = builder.find(operation.relation);
    const bool mayExist = operation.has(Operation::Flag::IfNotExists);
    if (relation && relation->column(column.name)) {
        builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive);
        if (!mayExist)
            builder.fails(Answer::Yes, Reasons::present(column.name));
        return;
    }
    failAddition(part, column);
    Costs costs = additionCosts(builder, column);
    QString condition;
    if (mayExist && !builder.isKnown(operation.relation)) {
        condition = Reasons::exists(column.name);
        builder.dependsOn(condition);
        builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive);
    }
    const ImpactBuilder::Condition unlessThere(builder, condition);
    takeRow(part, costs);
    if (column.defaultValue.functions.contains("nextval"_L1)) {
        for (const QString &sequence : column.defaultValue.literals)
            builder.take({{}, sequence}, Impact::Role::Sequence, Lock::RowExclusive, {}, ObjectType::Sequence);
    }
    for (const ConstraintDefinition &constraint : column.constraints) {
        if (constraint.kind != ConstraintKind::ForeignKey)
            continue;
        // Without a value there is nothing to look up, and the server knows.
        const Costs lookup{.rewrite = Answer::No, .scan = hasDefault(column) ? Answer::Depends : Answer::No, .rebuild = Answer::No,
                           .dependsOn = Reasons::plan()};
        builder.takeReferenced(constraint.references.isEmpty() ? operation.relation : constraint.references, Lock::ShareRowExclusive, lookup);
    }
}

void dropColumn(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    const QString &column = operation.name;
    const bool cascade = operation.has(Operation::Flag::Cascade);
    if (builder.isKnown(operation.relation) && !relation->column(column)) {
        builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive);
        if (!operation.has(Operation::Flag::IfExists))
            builder.fails(Answer::Yes, Reasons::absent(column));
        return;
    }
    takeRow(part, {});
    if (!builder.isKnown(operation.relation)) {
        builder.dependsOn(Reasons::foreignKeys(operation.relation));
        builder.dependsOn(Reasons::users(column));
        builder.fails(Answer::Depends, Reasons::dependants(column));
    }
    if (!relation)
        return;
    takeForeignKeysOf(builder, *relation, column, Lock::AccessExclusive, {}, {});
    for (const ObjectName &sequence : relation->ownedSequences) {
        const CatalogRelation *owned = builder.find(sequence);
        if (!owned || owned->ownedByColumn == column)
            builder.take(sequence, Impact::Role::Sequence, Lock::AccessExclusive, {}, ObjectType::Sequence);
    }
    QString viewReason;
    const Answer byView = isUsedByView(builder, operation.relation, column, &viewReason);
    if (!cascade) {
        if (byView != Answer::No)
            builder.fails(byView, viewReason);
        if (isReferenced(builder, *relation, column) || relation->partitionKey.contains(column))
            builder.fails(Answer::Yes, Reasons::dependants(column));
        if (const QString computed = computedFrom(part, *relation, column); !computed.isEmpty())
            builder.fails(Answer::Yes, Reasons::dependant({{}, computed}, column));
        if (!relation->policies.isEmpty() || !relation->triggers.isEmpty())
            builder.fails(Answer::Depends, Reasons::dependants(column));
        return;
    }
    if (byView == Answer::No)
        return;
    for (const CatalogRelation *view : builder.catalog().viewsOn(operation.relation)) {
        if (!view->readColumns.contains(column))
            continue;
        QList<ObjectName> gone = builder.viewsAbove(view->name);
        gone.prepend(view->name);
        for (const ObjectName &name : std::as_const(gone)) {
            if (view->reads.size() == 1)
                builder.take(name, Impact::Role::Dependant, Lock::AccessExclusive);
            else
                builder.mayTake(name, Impact::Role::Dependant, Lock::AccessExclusive, Reasons::users(column));
        }
    }
}

} // namespace Whimbrel::PostgreSqlImpact
