// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

/// Tables that the new one refers to; without rows there is nothing to look up.
void takeReferences(const Part &part, const QList<ConstraintDefinition> &constraints)
{
    for (const ConstraintDefinition &constraint : constraints) {
        if (constraint.kind == ConstraintKind::ForeignKey && constraint.references != part.operation.relation)
            part.builder.takeReferenced(constraint.references, Lock::ShareRowExclusive);
    }
}

/// True where the statement does nothing, because what it would make is there. Otherwise `condition` says what it depends on.
bool isThereAlready(const Part &part, QString *condition)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const ObjectName &name = operation.relation;
    const bool isThere = builder.find(name) != nullptr;
    if (operation.has(Operation::Flag::Temporary))
        return isThere && builder.find(name)->isTemporary;
    if (operation.has(Operation::Flag::IfNotExists)) {
        if (!isThere && !builder.catalog().isComplete()) {
            *condition = Reasons::exists(name.toString());
            builder.dependsOn(*condition);
        }
        return isThere;
    }
    if (isThere && !operation.has(Operation::Flag::OrReplace))
        builder.fails(Answer::Yes, Reasons::present(name.toString()));
    return false;
}

void makeTarget(const Part &part, ObjectType type)
{
    if (!part.operation.has(Operation::Flag::Temporary))
        part.builder.make(part.operation.relation, type);
}

} // namespace

void createTable(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    QString condition;
    if (isThereAlready(part, &condition))
        return;
    const ImpactBuilder::Condition unlessThere(builder, condition);
    makeTarget(part, ObjectType::Table);
    takeReferences(part, operation.constraints);
    for (const ColumnDefinition &column : operation.columns)
        takeReferences(part, column.constraints);
    for (const Operation::LikeClause &like : operation.likes)
        builder.take(like.table, Impact::Role::Source, Lock::AccessShare);
    const bool isPartition = operation.bound.kind != PartitionBound::Kind::None;
    for (const ObjectName &parent : operation.parents) {
        if (isPartition)
            makePartition(part, parent);
        else
            builder.take(parent, Impact::Role::Parent, Lock::ShareUpdateExclusive);
    }
}

void createTableAs(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    QString condition;
    if (isThereAlready(part, &condition))
        return;
    const ImpactBuilder::Condition unlessThere(builder, condition);
    const bool isView = operation.kind == Operation::Kind::CreateMaterializedView;
    makeTarget(part, isView ? ObjectType::MaterializedView : ObjectType::Table);
    const bool runs = !operation.has(Operation::Flag::NoData);
    const Costs costs{.rewrite = Answer::No, .scan = runs ? Answer::Depends : Answer::No, .rebuild = Answer::No, .dependsOn = Reasons::plan()};
    for (const ObjectName &source : operation.reads)
        builder.takeRead(source, Lock::AccessShare, runs, costs);
}

void createView(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool replaces = operation.has(Operation::Flag::OrReplace);
    const CatalogRelation *there = builder.find(operation.relation);
    if (there && replaces) {
        builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::View);
    } else {
        if (there && !operation.has(Operation::Flag::Temporary))
            builder.fails(Answer::Yes, Reasons::present(operation.relation.toString()));
        if (replaces && !builder.catalog().isComplete())
            builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::View);
        else
            makeTarget(part, ObjectType::View);
    }
    if (replaces && (there || !builder.catalog().isComplete())) // columns may only be added at its end
        builder.fails(Answer::Depends, Reasons::definition(operation.relation));
    for (const ObjectName &source : operation.reads)
        builder.takeRead(source, Lock::AccessShare, false);
}

void createIndex(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    const QString name = operation.indexes.value(0).name;
    const ObjectName index{.schema = relation ? relation->name.schema : operation.relation.schema, .name = name};
    const bool isThere = !name.isEmpty() && (builder.catalog().tableOfIndex(index) || builder.find(index));
    const Lock lock = part.row.locks.front().lock;
    if (part.variant == Variant::Concurrently) {
        builder.setWaits();
        if (relation && relation->isPartitioned && !operation.has(Operation::Flag::Only))
            builder.fails(Answer::Yes, Reasons::notOnPartitioned(operation.relation));
        else if (!builder.isKnown(operation.relation))
            builder.fails(Answer::Depends, Reasons::notOnPartitioned(operation.relation));
    }
    if (isThere) {
        builder.take(operation.relation, Impact::Role::Target, lock);
        if (!operation.has(Operation::Flag::IfNotExists))
            builder.fails(Answer::Yes, Reasons::present(name));
        return;
    }
    if (operation.has(Operation::Flag::Unique))
        builder.fails(Answer::Depends, Reasons::rows(operation.relation));
    if (operation.has(Operation::Flag::IfNotExists) && !builder.catalog().isComplete()) {
        builder.dependsOn(Reasons::exists(name));
        builder.take(operation.relation, Impact::Role::Target, lock);
        const ImpactBuilder::Condition unlessThere(builder, Reasons::exists(name));
        takeRow(part, part.costs());
        builder.make(index, ObjectType::Index);
        return;
    }
    Costs costs = part.costs();
    if (operation.has(Operation::Flag::Only) && !relation) // said of partitioned tables, which have no rows
        costs = {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::children(operation.relation)};
    takeRow(part, costs);
    // One that is built concurrently is seen by everybody once its first transaction ends, but nobody waits for it.
    if (!name.isEmpty() && part.variant != Variant::Concurrently)
        builder.make(index, ObjectType::Index);
}

/// A row trigger stands on every partition, too; whether it is one, the operation does not say for all.
void createTrigger(const Part &part)
{
    takeRow(part, {});
    if (part.operation.value == "CONSTRAINT"_L1)
        return;
    const QList<ObjectName> partitions = part.builder.partitionsOf(part.operation.relation);
    for (const ObjectName &partition : partitions)
        part.builder.mayTake(partition, Impact::Role::Partition, Lock::ShareRowExclusive, Reasons::triggers(part.operation.relation));
}

void truncate(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    QList<ObjectName> named;
    for (const Operation &other : part.statement)
        named.append(builder.catalog().resolved(other.relation));
    QList<ObjectName> next{builder.catalog().resolved(operation.relation)};
    QList<ObjectName> all;
    while (!next.isEmpty()) {
        const ObjectName table = next.takeFirst();
        if (all.contains(table))
            continue;
        all.append(table);
        if (!operation.has(Operation::Flag::Only) || all.size() > 1)
            next.append(builder.treeOf(table));
        for (const Catalog::ForeignKey &foreignKey : builder.foreignKeysTo(table)) {
            const ObjectName &referencing = foreignKey.table->name;
            if (operation.has(Operation::Flag::Cascade))
                next.append(referencing);
            else if (!named.contains(referencing) && referencing != table)
                builder.fails(Answer::Yes, Reasons::dependant(referencing, table.toString()));
        }
        if (!builder.isKnown(table)) {
            builder.dependsOn(Reasons::referencing(table));
            if (!operation.has(Operation::Flag::Cascade))
                builder.fails(Answer::Depends, Reasons::dependants(table.toString()));
        }
        const bool isTarget = all.size() == 1;
        builder.take(isTarget ? operation.relation : table, isTarget ? Impact::Role::Target : Impact::Role::Referencing, Lock::AccessExclusive);
        if (operation.value == "RESTART IDENTITY"_L1)
            builder.takeOwnSequences(table, Lock::AccessExclusive);
    }
}

void changeOwner(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    takeRow(part, {});
    if (part.variant != Variant::OnTable)
        return;
    // Only where the owner really changes.
    if (const CatalogRelation *relation = builder.find(part.operation.relation)) {
        for (const ObjectName &sequence : relation->ownedSequences)
            builder.mayTake(sequence, Impact::Role::Sequence, Lock::AccessExclusive, Reasons::owner(part.operation.relation), Lock::None, {},
                            ObjectType::Sequence);
    }
    if (!builder.isKnown(part.operation.relation))
        builder.dependsOn(Reasons::sequences(part.operation.relation));
}

/// A logged table may not reference an unlogged one. (Nor the other way round, or be published unlogged, which the catalog does not know.)
Answer referencesUnlogged(const ImpactBuilder &builder, const ObjectName &name)
{
    const CatalogRelation *relation = builder.find(name);
    Answer answer = relation && relation->isComplete ? Answer::No : Answer::Depends;
    for (const CatalogConstraint &constraint : relation ? relation->constraints : QList<CatalogConstraint>()) {
        if (constraint.definition.kind != ConstraintKind::ForeignKey)
            continue;
        const CatalogRelation *other = builder.find(constraint.definition.references);
        if (other == relation)
            continue;
        if (!other)
            answer = Answer::Depends;
        else if (other->unlogged)
            return Answer::Yes;
    }
    return answer;
}

void setStorage(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    const bool isKnown = builder.isKnown(operation.relation);
    Costs costs = part.costs();
    using enum Operation::Kind;
    if (operation.kind == SetLogged || operation.kind == SetUnlogged) {
        if (isKnown && relation->unlogged == (operation.kind == SetUnlogged)) {
            builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive);
            return;
        }
        if (!isKnown)
            costs = {.rewrite = Answer::Depends, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::definition(operation.relation)};
        builder.fails(operation.kind == SetLogged ? referencesUnlogged(builder, operation.relation) : Answer::Depends,
                      Reasons::dependants(operation.relation.toString()));
    } else if (operation.kind == SetTablespace) {
        const bool same = isKnown && !relation->tablespace.isEmpty() && relation->tablespace == operation.name;
        costs = {.rewrite = same ? Answer::No : Answer::Depends, .scan = Answer::No, .rebuild = Answer::No, .dependsOn = Reasons::tablespace(operation.relation)};
    } else {
        const QString now = isKnown ? relation->accessMethod : QString();
        const Answer rewrite = now.isEmpty() ? Answer::Depends : now == operation.name ? Answer::No : Answer::Yes;
        costs = {.rewrite = rewrite, .scan = rewrite, .rebuild = Answer::No, .dependsOn = Reasons::definition(operation.relation)};
    }
    if (costs.rewrite == Answer::Depends)
        builder.dependsOn(costs.dependsOn);
    takeRow(part, costs);
}

void alterIndex(const Part &part)
{
    // The lock that a parameter wants, where it is not the weak one; reloptions.c.
    static const QStringList strongParameters{u"fastupdate"_s, u"gin_pending_list_limit"_s, u"buffering"_s, u"pages_per_range"_s, u"autosummarize"_s};
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    Lock lock = Lock::ShareUpdateExclusive;
    if (operation.name == "SET TABLESPACE"_L1)
        lock = Lock::AccessExclusive;
    for (const auto &[name, value] : operation.options) {
        if (strongParameters.contains(name.toLower()))
            lock = Lock::AccessExclusive;
    }
    if (operation.name != "ATTACH PARTITION"_L1) {
        builder.take(operation.relation, Impact::Role::Index, lock, {}, ObjectType::Index);
        return;
    }
    builder.take(operation.relation, Impact::Role::Index, Lock::ShareUpdateExclusive, {}, ObjectType::Index);
    builder.take(operation.other, Impact::Role::Index, Lock::AccessExclusive, {}, ObjectType::Index);
    for (const ObjectName &index : {operation.relation, operation.other}) {
        if (const CatalogRelation *table = builder.catalog().tableOfIndex(index))
            builder.take(table->name, Impact::Role::Source, Lock::AccessShare);
        else
            builder.dependsOn(Reasons::tableOfIndex(index));
    }
}

/// Rows of every table with a column of the domain are checked.
void changeDomain(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool isChecked = operation.kind != Operation::Kind::AddDomainConstraint || !operation.constraints.value(0).notValid;
    if (!isChecked)
        return;
    const Costs costs{.rewrite = Answer::No, .scan = Answer::Yes, .rebuild = Answer::No, .dependsOn = {}};
    for (const CatalogRelation *table : builder.catalog().tablesUsing(operation.relation))
        builder.take(table->name, Impact::Role::Dependant, Lock::Share, costs);
    builder.fails(Answer::Depends, Reasons::users(operation.relation.toString()));
    if (!builder.catalog().isComplete())
        builder.dependsOn(Reasons::tablesUsing(operation.relation.toString()));
}

/// A composite type has a relation of its own; tables made OF it change with it.
void alterCompositeType(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const ObjectName &name = part.operation.relation;
    if (const CatalogType *type = builder.catalog().type(name)) {
        builder.take(type->name, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::Type);
        for (const ObjectName &table : type->usedBy)
            builder.take(table, Impact::Role::Dependant, Lock::AccessExclusive);
    } else {
        builder.take(name, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::Type);
    }
    if (!builder.catalog().isComplete())
        builder.dependsOn(Reasons::tablesUsing(name.toString()));
    builder.fails(Answer::Depends, Reasons::users(name.toString()));
}

} // namespace Whimbrel::PostgreSqlImpact
