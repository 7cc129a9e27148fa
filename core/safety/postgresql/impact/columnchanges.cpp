// SPDX-License-Identifier: GPL-3.0-or-later
#include "columnusers.h"
#include "operations.h"
#include "reasons.h"
#include "typechange.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

/// Where a column gets another type, the indexes, checks and foreign keys on it are made again.
class ColumnRetype
{
public:
    ColumnRetype(ImpactBuilder &builder, const Operation &operation)
        : m_builder(builder)
        , m_operation(operation)
        , m_to(operation.columns.value(0).type)
        , m_column(operation.name.isEmpty() ? operation.columns.value(0).name : operation.name)
    {
    }

    Costs costsOf(const CatalogRelation &relation)
    {
        const CatalogColumn *column = relation.column(m_column);
        const TypeChange change = typeChange(m_column, column ? column->type : TypeName(), m_to, m_operation.expression, m_builder.catalog());
        Costs costs{.rewrite = change.rewrite, .scan = change.rewrite, .rebuild = Answer::No, .dependsOn = change.dependsOn};
        if (change.fails != Answer::No)
            m_builder.fails(change.fails, Reasons::needsUsing(m_column));
        for (const CatalogIndex &index : relation.indexes)
            costs.rebuild = worse(costs.rebuild, rebuilds(index, change));
        costs.scan = worse(costs.scan, costs.rebuild);
        for (const CatalogConstraint &constraint : relation.constraints) {
            if (constraint.definition.kind == ConstraintKind::Check && constraint.definition.expression.columns.contains(m_column))
                costs.scan = worse(costs.scan, constraint.validated);
        }
        if (!m_builder.isKnown(relation.name)) {
            costs.rebuild = worse(costs.rebuild, costs.rewrite == Answer::Yes ? Answer::No : Answer::Depends);
            costs.scan = worse(costs.scan, Answer::Depends);
            if (costs.dependsOn.isEmpty())
                costs.dependsOn = Reasons::definition(relation.name);
        }
        checkForeignKeys(relation, change, costs);
        takeSequences(relation);
        return costs;
    }

    Costs unknown()
    {
        const TypeChange change = typeChange(m_column, {}, m_to, m_operation.expression, m_builder.catalog());
        const Answer rebuild = change.rewrite == Answer::Yes ? Answer::No : Answer::Depends;
        return {.rewrite = change.rewrite, .scan = change.rewrite == Answer::Yes ? Answer::Yes : Answer::Depends, .rebuild = rebuild,
                .dependsOn = Reasons::definition(m_operation.relation)};
    }

private:
    Answer rebuilds(const CatalogIndex &index, const TypeChange &change) const
    {
        const IndexDefinition &definition = index.definition;
        bool isPart = definition.included.contains(m_column) || definition.predicate.columns.contains(m_column);
        bool hasExpression = !definition.predicate.isEmpty();
        bool isKey = false;
        for (const IndexDefinition::Part &part : definition.parts) {
            isKey |= part.column == m_column;
            isPart |= part.column == m_column || part.expression.columns.contains(m_column);
            hasExpression |= part.column.isEmpty();
        }
        if (!isPart)
            return Answer::No;
        // One with an expression or a condition is never taken over as it is; CheckIndexCompatible() in indexcmds.c.
        return hasExpression ? Answer::Yes : isKey ? change.indexRebuild : Answer::No;
    }

    void checkForeignKeys(const CatalogRelation &relation, const TypeChange &change, Costs &costs)
    {
        const Answer again = worse(change.rewrite, change.indexRebuild); // whether the comparison is another one now
        const Costs referencing{.rewrite = Answer::No, .scan = again, .rebuild = Answer::No, .dependsOn = change.dependsOn};
        const Costs referenced{.rewrite = Answer::No, .scan = again == Answer::No ? Answer::No : Answer::Depends, .rebuild = Answer::No,
                               .dependsOn = Reasons::plan()};
        takeForeignKeysOf(m_builder, relation, m_column, Lock::AccessExclusive, referencing, referenced);
        const bool refers = std::ranges::any_of(relation.constraints, [&](const CatalogConstraint &constraint) {
            return constraint.definition.kind == ConstraintKind::ForeignKey && constraint.validated != Answer::No
                && constraint.definition.columns.contains(m_column);
        });
        if (refers)
            costs.scan = worse(costs.scan, again);
    }

    void takeSequences(const CatalogRelation &relation)
    {
        const CatalogColumn *column = relation.column(m_column);
        for (const ObjectName &name : relation.ownedSequences) {
            const CatalogRelation *sequence = m_builder.find(name);
            if (!sequence || sequence->ownedByColumn != m_column || !column)
                continue;
            const Expression &value = column->definition->defaultValue;
            if (column->definition->identity)
                m_builder.take(name, Impact::Role::Sequence, Lock::ShareRowExclusive, {}, ObjectType::Sequence);
            else if (column->definition->type.isSerial || value.functions.contains("nextval"_L1))
                m_builder.take(name, Impact::Role::Sequence, Lock::AccessShare, {}, ObjectType::Sequence);
            else if (column->isIdentity != Answer::No)
                m_builder.mayTake(name, Impact::Role::Sequence, Lock::ShareRowExclusive, Reasons::definition(relation.name), Lock::None, {},
                                  ObjectType::Sequence);
        }
    }

    ImpactBuilder &m_builder;
    const Operation &m_operation;
    const TypeName m_to;
    const QString m_column;
};

} // namespace

void alterColumnType(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const QString column = operation.name.isEmpty() ? operation.columns.value(0).name : operation.name;
    const CatalogRelation *relation = builder.find(operation.relation);
    ColumnRetype retype(builder, operation);
    takeRow(part, [&retype](const CatalogRelation &target) { return retype.costsOf(target); }, retype.unknown());

    if (!builder.isKnown(operation.relation)) {
        builder.dependsOn(Reasons::definition(operation.relation));
        builder.dependsOn(Reasons::referencing(operation.relation));
        builder.fails(Answer::Depends, Reasons::dependants(column));
    }
    if (!relation)
        return;
    if (builder.isKnown(operation.relation) && !relation->column(column)
        && std::ranges::none_of(part.statement, [&](const Operation &other) { return other.kind == Operation::Kind::AddColumn; }))
        builder.fails(Answer::Yes, Reasons::absent(column));
    QString viewReason;
    const Answer byView = isUsedByView(builder, operation.relation, column, &viewReason);
    const bool isGenerationSource = std::ranges::any_of(relation->columns, [&](const CatalogColumn &other) {
        return other.generated != ColumnDefinition::Generated::No && other.definition->generatedAs.columns.contains(column);
    });
    if (isGenerationSource || relation->partitionKey.contains(column))
        builder.fails(Answer::Yes, Reasons::dependants(column));
    else if (byView != Answer::No)
        builder.fails(byView, viewReason);
    else if (!relation->policies.isEmpty() || !relation->triggers.isEmpty())
        builder.fails(Answer::Depends, Reasons::dependants(column));
}

void setNotNull(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const QString column = operation.name.isEmpty() ? operation.constraints.value(0).columns.value(0) : operation.name;
    const auto costsOf = [&](const CatalogRelation &relation) {
        bool byConstraint = false;
        Answer proved = builder.catalog().isNotNull(relation, column, &byConstraint);
        const bool dropsProof = std::ranges::any_of(part.statement, [&](const Operation &other) {
            const CatalogConstraint *dropped = other.kind == Operation::Kind::DropConstraint ? relation.constraint(other.name) : nullptr;
            return dropped && dropped->definition.expression.provesNotNull.contains(column);
        });
        if (proved == Answer::Yes && byConstraint && dropsProof)
            proved = Answer::No;
        const Answer scan = proved == Answer::Yes ? Answer::No : proved == Answer::No ? Answer::Yes : Answer::Depends;
        return Costs{.rewrite = Answer::No, .scan = scan, .rebuild = Answer::No, .dependsOn = Reasons::definition(relation.name)};
    };
    const CatalogRelation *relation = builder.find(operation.relation);
    const Costs unknown{.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::definition(operation.relation)};
    if (!relation || costsOf(*relation).scan != Answer::No)
        builder.fails(Answer::Depends, Reasons::rows(operation.relation));
    if (!relation || costsOf(*relation).scan == Answer::Depends)
        builder.dependsOn(Reasons::definition(operation.relation));
    takeRow(part, costsOf, unknown);
}

void alterIdentity(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const ObjectName &table = part.operation.relation;
    takeRow(part, {});
    if (part.operation.kind == Operation::Kind::AddIdentity)
        return; // its sequence is new
    const Lock lock = part.operation.kind == Operation::Kind::DropIdentity ? Lock::AccessExclusive : Lock::ShareRowExclusive;
    const CatalogRelation *relation = builder.find(table);
    for (const ObjectName &name : relation ? relation->ownedSequences : QList<ObjectName>()) {
        const CatalogRelation *sequence = builder.find(name);
        if (sequence && sequence->ownedByColumn == part.operation.name)
            builder.take(name, Impact::Role::Sequence, lock, {}, ObjectType::Sequence);
        else if (!sequence)
            builder.mayTake(name, Impact::Role::Sequence, lock, Reasons::sequences(table), Lock::None, {}, ObjectType::Sequence);
    }
    if (!builder.isKnown(table))
        builder.dependsOn(Reasons::sequences(table));
}

/// A stored column is computed anew for every row; a virtual one is not.
void setExpression(const Part &part)
{
    const auto costsOf = [&](const CatalogRelation &relation) {
        const CatalogColumn *column = relation.column(part.operation.name);
        const bool isVirtual = column && column->generated == ColumnDefinition::Generated::Virtual;
        const Answer rewrite = !column ? Answer::Depends : isVirtual ? Answer::No : Answer::Yes;
        return Costs{.rewrite = rewrite, .scan = rewrite, .rebuild = Answer::No, .dependsOn = Reasons::definition(relation.name)};
    };
    const Answer unknown = part.builder.version() < 18 ? Answer::Yes : Answer::Depends;
    takeRow(part, costsOf, {.rewrite = unknown, .scan = unknown, .rebuild = Answer::No, .dependsOn = Reasons::definition(part.operation.relation)});
}

} // namespace Whimbrel::PostgreSqlImpact
