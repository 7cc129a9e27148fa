// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

/// Every table that is known and that `belongs`.
template<typename Belongs>
void takeTables(ImpactBuilder &builder, Lock lock, const Costs &costs, Belongs belongs)
{
    for (const CatalogRelation *relation : builder.catalog().relations()) {
        const bool hasRows = relation->type == ObjectType::Table || relation->type == ObjectType::MaterializedView;
        if (hasRows && belongs(*relation))
            builder.take(relation->name, Impact::Role::Target, lock, costs);
    }
}

void takeIndexes(ImpactBuilder &builder, const CatalogRelation &table)
{
    for (const CatalogIndex &index : table.indexes)
        builder.take({table.name.schema, index.definition.name}, Impact::Role::Index, Lock::AccessExclusive, {}, ObjectType::Index);
}

Costs reindexCosts()
{
    return {.rewrite = Answer::No, .scan = Answer::Yes, .rebuild = Answer::Yes, .dependsOn = {}};
}

void reindexIndex(const Part &part, Lock lock)
{
    ImpactBuilder &builder = part.builder;
    const ObjectName &index = part.operation.relation;
    builder.take(index, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::Index);
    if (const CatalogRelation *table = builder.catalog().tableOfIndex(index))
        builder.take(table->name, Impact::Role::Parent, lock, reindexCosts());
    else
        builder.dependsOn(Reasons::tableOfIndex(index));
}

} // namespace

void reindex(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool isConcurrent = operation.has(Operation::Flag::Concurrently);
    const Lock lock = isConcurrent ? Lock::ShareUpdateExclusive : Lock::Share;
    if (isConcurrent)
        builder.setWaits();
    if (operation.objectType == ObjectType::Index)
        return reindexIndex(part, lock);
    if (part.variant == Variant::Whole || operation.has(Operation::Flag::All)) {
        builder.setTransaction(TransactionRule::Forbidden);
        const bool inSchema = operation.objectType == ObjectType::Schema;
        for (const bool hasIndexes : {true, false}) { // one without indexes is only looked at
            takeTables(builder, lock, hasIndexes ? reindexCosts() : Costs(), [&](const CatalogRelation &relation) {
                return relation.indexes.isEmpty() != hasIndexes && !relation.isPartitioned
                    && (!inSchema || relation.name.schema == operation.relation.name);
            });
        }
        for (const CatalogRelation *relation : builder.catalog().relations()) {
            if (!relation->isPartitioned && (!inSchema || relation->name.schema == operation.relation.name))
                takeIndexes(builder, *relation);
        }
        if (!builder.catalog().isComplete())
            builder.dependsOn(Reasons::contentsOf(operation.relation.toString()));
        return;
    }
    const CatalogRelation *relation = builder.find(operation.relation);
    Costs costs = reindexCosts();
    if (builder.isKnown(operation.relation) && relation->indexes.isEmpty())
        costs = {}; // nothing to build
    else if (!builder.isKnown(operation.relation))
        costs = {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::Depends, .dependsOn = Reasons::definition(operation.relation)};
    if (relation && relation->isPartitioned)
        builder.setTransaction(TransactionRule::Forbidden); // each partition in a transaction of its own
    else if (!builder.isKnown(operation.relation))
        builder.fails(Answer::Depends, Reasons::notInTransaction(operation.relation));
    builder.take(operation.relation, Impact::Role::Target, lock, costs);
    builder.takePartitions(operation.relation, lock, costs);
    if (!builder.isKnown(operation.relation))
        builder.dependsOn(Reasons::definition(operation.relation));
    if (relation)
        takeIndexes(builder, *relation);
    for (const ObjectName &partition : builder.partitionsOf(operation.relation)) {
        if (const CatalogRelation *child = builder.find(partition))
            takeIndexes(builder, *child);
    }
}

void cluster(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    if (part.variant == Variant::Whole) { // every table that was clustered before, which the catalog does not say
        builder.dependsOn(Reasons::clustered());
        const Costs costs{.rewrite = Answer::Depends, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::clustered()};
        for (const CatalogRelation *relation : builder.catalog().relations()) {
            if (!relation->indexes.isEmpty())
                builder.mayTake(relation->name, Impact::Role::Target, Lock::AccessExclusive, Reasons::clustered(), Lock::None, costs);
        }
        return;
    }
    const CatalogRelation *relation = builder.find(operation.relation);
    builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, part.costs());
    builder.takePartitions(operation.relation, Lock::AccessExclusive, part.costs());
    if (!builder.isKnown(operation.relation))
        builder.fails(Answer::Depends, Reasons::notInTransaction(operation.relation));
    if (!relation || !relation->isPartitioned)
        return;
    if (builder.version() < 15)
        builder.fails(Answer::Yes, Reasons::notOnPartitioned(operation.relation));
    builder.setTransaction(TransactionRule::Forbidden);
}

void vacuum(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool isAnalyze = operation.kind == Operation::Kind::Analyze;
    if (!operation.relation.isEmpty()) {
        takeRow(part, part.costs());
        return;
    }
    const bool isFull = operation.has(Operation::Flag::Full);
    const Costs costs{.rewrite = isFull ? Answer::Yes : Answer::No, .scan = isFull ? Answer::Yes : Answer::No, .rebuild = Answer::No, .dependsOn = {}};
    takeTables(builder, isFull && !isAnalyze ? Lock::AccessExclusive : Lock::ShareUpdateExclusive, costs, [](const CatalogRelation &) { return true; });
    if (!builder.catalog().isComplete())
        builder.dependsOn(Reasons::allTables());
}

void refresh(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *view = builder.find(operation.relation);
    const bool isConcurrent = part.variant == Variant::Concurrently;
    const bool runs = !operation.has(Operation::Flag::NoData);
    Costs costs = part.costs();
    if (!isConcurrent) { // new rows are read again only to build indexes on them
        costs.scan = !builder.isKnown(operation.relation) ? Answer::Depends : view->indexes.isEmpty() ? Answer::No : Answer::Yes;
        costs.dependsOn = Reasons::definition(operation.relation);
    }
    builder.take(operation.relation, Impact::Role::Target, part.row.locks.front().lock, costs, ObjectType::MaterializedView);
    const Costs query{.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::plan()};
    for (const ObjectName &source : view && runs ? view->reads : QList<ObjectName>())
        builder.takeRead(source, Lock::AccessShare, true, query);
    if (isConcurrent) {
        const bool hasKey = view && std::ranges::any_of(view->indexes, [](const CatalogIndex &index) {
            return index.definition.unique && index.definition.predicate.isEmpty() && index.definition.keyColumns().size() == index.definition.parts.size();
        });
        if (!hasKey)
            builder.fails(builder.isKnown(operation.relation) ? Answer::Yes : Answer::Depends, Reasons::uniqueIndexNeeded(operation.relation));
    }
    if (!builder.isKnown(operation.relation))
        builder.dependsOn(Reasons::definition(operation.relation));
}

} // namespace Whimbrel::PostgreSqlImpact
