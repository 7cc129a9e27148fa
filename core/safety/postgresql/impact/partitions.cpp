// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "proofs.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

Costs lookup()
{
    return {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::plan()};
}

/// A new partition takes its rows from the default one, which is searched for them.
void takeDefaultPartition(ImpactBuilder &builder, const ObjectName &parent, bool isSearched)
{
    const CatalogRelation *relation = builder.find(parent);
    const CatalogRelation *rest = builder.catalog().defaultPartitionOf(parent);
    if (!rest) {
        if (!builder.isKnown(parent))
            builder.dependsOn(Reasons::defaultPartition(parent));
        return;
    }
    Costs costs;
    if (isSearched) {
        const Answer excluded = excludesBound(*rest, relation ? relation->partitionKey : QStringList());
        costs.scan = excluded == Answer::No ? Answer::Yes : Answer::Depends;
        costs.dependsOn = Reasons::definition(rest->name);
        builder.fails(Answer::Depends, Reasons::rows(rest->name));
    }
    builder.take(rest->name, Impact::Role::Partition, Lock::AccessExclusive, costs);
    builder.takePartitions(rest->name, Lock::AccessExclusive, costs);
}

/// The keys of the parent, to and from it, become those of a partition.
void takeForeignKeys(ImpactBuilder &builder, const ObjectName &parent, Lock referenced, const Costs &lookups)
{
    const CatalogRelation *relation = builder.find(parent);
    for (const CatalogConstraint &constraint : relation ? relation->constraints : QList<CatalogConstraint>()) {
        if (constraint.definition.kind == ConstraintKind::ForeignKey)
            builder.takeReferenced(constraint.definition.references, referenced, lookups);
    }
    if (!builder.isKnown(parent))
        builder.dependsOn(Reasons::foreignKeys(parent));
}

bool hasForeignKey(const CatalogRelation *relation)
{
    return relation && std::ranges::any_of(relation->constraints, [](const CatalogConstraint &constraint) {
        return constraint.definition.kind == ConstraintKind::ForeignKey;
    });
}

/// An index of the parent that the table has none for: it is built when the table becomes a partition.
bool lacksAnIndex(const CatalogRelation &parent, const CatalogRelation &table)
{
    return !std::ranges::all_of(parent.indexes, [&](const CatalogIndex &wanted) {
        return std::ranges::any_of(table.indexes, [&](const CatalogIndex &index) {
            return index.definition.keyColumns() == wanted.definition.keyColumns() && index.definition.unique >= wanted.definition.unique
                && index.definition.parts.size() == wanted.definition.parts.size() && index.definition.method == wanted.definition.method
                && index.definition.predicate.text == wanted.definition.predicate.text;
        });
    });
}

/// The bound of a table that is a partition itself is made of the bounds of all tables above it, which are opened for it.
void takeAncestors(ImpactBuilder &builder, const ObjectName &table)
{
    const CatalogRelation *relation = builder.find(table);
    if (!relation || !relation->isPartition)
        return;
    for (const ObjectName &parent : relation->parents) {
        builder.take(parent, Impact::Role::Parent, Lock::AccessShare);
        takeAncestors(builder, parent);
    }
}

} // namespace

void attachPartition(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *parent = builder.find(operation.relation);
    const CatalogRelation *child = builder.find(operation.other);
    builder.take(operation.relation, Impact::Role::Target, Lock::ShareUpdateExclusive);

    Costs costs{.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::definition(operation.other)};
    if (parent && child) {
        const Answer proved = operation.bound.kind == PartitionBound::Kind::Default && builder.catalog().partitionsOf(parent->name).isEmpty()
            ? Answer::Yes
            : provesBound(*child, parent->partitionKey, operation.bound, builder.catalog());
        if (proved == Answer::No || hasForeignKey(parent) || (builder.isKnown(parent->name) && builder.isKnown(child->name) && lacksAnIndex(*parent, *child)))
            costs.scan = Answer::Yes;
        else if (proved == Answer::Yes && builder.isKnown(parent->name) && builder.isKnown(child->name))
            costs.scan = Answer::No;
        if (proved != Answer::Yes)
            builder.fails(Answer::Depends, Reasons::rows(child->name));
    } else {
        builder.fails(Answer::Depends, Reasons::rows(operation.other));
    }
    if (costs.scan == Answer::Depends && !(builder.isKnown(operation.relation) && builder.isKnown(operation.other)))
        builder.dependsOn(Reasons::definition(operation.other));
    builder.take(operation.other, Impact::Role::Partition, Lock::AccessExclusive, costs);
    builder.takePartitions(operation.other, Lock::AccessExclusive, costs);
    takeDefaultPartition(builder, operation.relation, true);
    takeForeignKeys(builder, operation.relation, Lock::ShareRowExclusive, lookup());
}

void makePartition(const Part &part, const ObjectName &parent)
{
    ImpactBuilder &builder = part.builder;
    builder.take(parent, Impact::Role::Parent, Lock::AccessExclusive);
    takeDefaultPartition(builder, parent, true);
    takeForeignKeys(builder, parent, Lock::ShareRowExclusive, {});
}

void detachPartition(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const ObjectName &parent = operation.relation;
    takeRow(part, {});
    if (part.variant != Variant::Plain) {
        builder.setWaits();
        if (builder.catalog().defaultPartitionOf(parent))
            builder.fails(Answer::Yes, Reasons::defaultPartitionExists(parent));
        else if (!builder.isKnown(parent))
            builder.fails(Answer::Depends, Reasons::defaultPartitionExists(parent));
    } else {
        takeDefaultPartition(builder, parent, false);
    }
    if (part.variant == Variant::Concurrently) // its bound becomes a constraint of the table
        takeAncestors(builder, parent);
    takeForeignKeys(builder, parent, Lock::ShareRowExclusive, {});
    for (const Catalog::ForeignKey &foreignKey : builder.foreignKeysTo(parent)) {
        const Costs search{.rewrite = Answer::No, .scan = Answer::Yes, .rebuild = Answer::No, .dependsOn = {}};
        builder.take(foreignKey.table->name, Impact::Role::Referencing, Lock::AccessExclusive, search);
        builder.fails(Answer::Depends, Reasons::rows(foreignKey.table->name));
    }
    if (!builder.isKnown(parent))
        builder.dependsOn(Reasons::referencing(parent));
}

void dropPartition(ImpactBuilder &builder, const CatalogRelation &partition)
{
    for (const ObjectName &parent : partition.parents) {
        builder.take(parent, Impact::Role::Parent, Lock::AccessExclusive);
        takeDefaultPartition(builder, parent, false);
    }
}

} // namespace Whimbrel::PostgreSqlImpact
