// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

/// What is locked where relations go, and what keeps them from going.
class Drop
{
public:
    explicit Drop(const Part &part)
        : m_builder(part.builder)
        , m_cascade(part.operation.has(Operation::Flag::Cascade))
    {
        for (const Operation &operation : part.statement) {
            if (operation.kind == Operation::Kind::DropObject)
                m_gone.append(m_builder.catalog().resolved(operation.relation));
        }
    }

    void relation(const CatalogRelation &relation, Impact::Role role)
    {
        if (m_done.contains(relation.name))
            return;
        m_done.append(relation.name);
        m_builder.take(relation.name, role, Lock::AccessExclusive, {}, relation.type);
        for (const ObjectName &sequence : relation.ownedSequences)
            m_builder.take(sequence, Impact::Role::Sequence, Lock::AccessExclusive, {}, ObjectType::Sequence);
        if (relation.isPartition && role == Impact::Role::Target)
            dropPartition(m_builder, relation);
        children(relation);
        foreignKeys(relation);
        views(relation.name);
    }

    /// Further objects of the statement, so that what depends on one of them holds nothing up.
    void addGone(const ObjectName &name) { m_gone.append(name); }

private:
    void children(const CatalogRelation &relation)
    {
        for (const CatalogRelation *child : m_builder.catalog().partitionsOf(relation.name)) {
            if (!child->isPartition)
                blocked(child->name, relation.name);
            this->relation(*child, child->isPartition ? Impact::Role::Partition : Impact::Role::Child);
        }
    }

    void foreignKeys(const CatalogRelation &relation)
    {
        for (const CatalogConstraint &constraint : relation.constraints) {
            if (constraint.definition.kind == ConstraintKind::ForeignKey)
                m_builder.takeReferenced(constraint.definition.references, Lock::AccessExclusive);
        }
        for (const Catalog::ForeignKey &foreignKey : m_builder.foreignKeysTo(relation.name)) {
            blocked(foreignKey.table->name, relation.name);
            m_builder.take(foreignKey.table->name, Impact::Role::Referencing, Lock::AccessExclusive);
        }
    }

    void views(const ObjectName &name)
    {
        for (const CatalogRelation *view : m_builder.catalog().viewsOn(name)) {
            blocked(view->name, name);
            relation(*view, Impact::Role::Dependant);
        }
    }

    void blocked(const ObjectName &by, const ObjectName &object)
    {
        if (!m_cascade && !m_gone.contains(by) && by != object)
            m_builder.fails(Answer::Yes, Reasons::dependant(by, object.toString()));
    }

    ImpactBuilder &m_builder;
    const bool m_cascade;
    QList<ObjectName> m_gone; ///< by the statement's own words
    QList<ObjectName> m_done;
};

void dropRelation(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    if (relation)
        Drop(part).relation(*relation, Impact::Role::Target);
    else
        builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, {}, operation.objectType);
    if (builder.isKnown(operation.relation))
        return;
    builder.dependsOn(Reasons::users(operation.relation.toString()));
    if (operation.objectType == ObjectType::Table)
        builder.dependsOn(Reasons::foreignKeys(operation.relation));
    if (!operation.has(Operation::Flag::Cascade))
        builder.fails(Answer::Depends, Reasons::dependants(operation.relation.toString()));
}

void dropIndex(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool isConcurrent = part.variant == Variant::Concurrently;
    builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::Index);
    if (isConcurrent)
        builder.setWaits();
    if (isConcurrent && (part.statement.size() > 1 || operation.has(Operation::Flag::Cascade)))
        builder.fails(Answer::Yes, Reasons::notConcurrently());
    const CatalogRelation *table = builder.catalog().tableOfIndex(operation.relation);
    if (!table) {
        builder.dependsOn(Reasons::tableOfIndex(operation.relation));
        builder.fails(Answer::Depends, Reasons::dependants(operation.relation.toString()));
        return;
    }
    if (isConcurrent && table->isPartitioned)
        builder.fails(Answer::Yes, Reasons::notOnPartitioned(table->name));
    const CatalogIndex *index = table->index(operation.relation.name);
    if (index && (!index->constraint.isEmpty() || !index->parent.isEmpty()))
        builder.fails(Answer::Yes, Reasons::dependants(operation.relation.toString()));
    const Lock lock = isConcurrent ? Lock::ShareUpdateExclusive : Lock::AccessExclusive;
    builder.take(table->name, Impact::Role::Parent, lock);
    builder.takePartitions(table->name, lock);
}

/// A default that calls nextval() goes with its sequence, and its table is locked.
void dropSequence(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *sequence = builder.find(operation.relation);
    builder.take(operation.relation, Impact::Role::Target, Lock::AccessExclusive, {}, ObjectType::Sequence);
    const bool cascade = operation.has(Operation::Flag::Cascade);
    if (!sequence || !builder.catalog().isComplete()) {
        builder.dependsOn(Reasons::users(operation.relation.toString()));
        if (!cascade)
            builder.fails(Answer::Depends, Reasons::dependants(operation.relation.toString()));
    }
    for (const CatalogRelation *table : builder.catalog().relations()) {
        const bool uses = sequence && std::ranges::any_of(table->columns, [&](const CatalogColumn &column) {
            const Expression &value = column.definition->defaultValue;
            const bool isOwn = sequence->ownedBy == table->name && sequence->ownedByColumn == column.name
                && (column.isIdentity == Answer::Yes || column.definition->identity || column.definition->type.isSerial);
            const bool named = value.functions.contains("nextval"_L1) && std::ranges::any_of(value.literals, [&](const QString &literal) {
                return literal == sequence->name.name || literal == sequence->name.toString();
            });
            return isOwn || named;
        });
        if (!uses)
            continue;
        builder.take(table->name, Impact::Role::Dependant, Lock::AccessExclusive);
        if (!cascade)
            builder.fails(Answer::Yes, Reasons::dependants(operation.relation.toString()));
    }
}

void dropType(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const bool cascade = operation.has(Operation::Flag::Cascade);
    const auto tables = builder.catalog().tablesUsing(operation.relation);
    for (const CatalogRelation *table : tables)
        builder.take(table->name, Impact::Role::Dependant, Lock::AccessExclusive);
    if (!tables.isEmpty() && !cascade)
        builder.fails(Answer::Yes, Reasons::dependants(operation.relation.toString()));
    if (builder.catalog().isComplete())
        return;
    builder.dependsOn(Reasons::tablesUsing(operation.relation.toString()));
    if (!cascade)
        builder.fails(Answer::Depends, Reasons::dependants(operation.relation.toString()));
}

void dropSchema(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const QString schema = operation.relation.name;
    const bool cascade = operation.has(Operation::Flag::Cascade);
    Drop drop(part);
    const auto relations = builder.catalog().relations();
    for (const CatalogRelation *relation : relations) {
        if (relation->name.schema == schema)
            drop.addGone(relation->name);
    }
    for (const CatalogRelation *relation : relations) {
        if (relation->name.schema != schema)
            continue;
        drop.relation(*relation, Impact::Role::Target);
        if (!cascade)
            builder.fails(Answer::Yes, Reasons::dependants(schema));
    }
    if (builder.catalog().isComplete())
        return;
    builder.dependsOn(Reasons::contentsOf(schema));
    if (!cascade)
        builder.fails(Answer::Depends, Reasons::dependants(schema));
}

/// Triggers that call it go with a function.
void dropFunction(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogFunction *function = builder.catalog().function(operation.relation);
    const ObjectName name = function ? function->name : operation.relation;
    for (const CatalogRelation *table : builder.catalog().relations()) {
        const bool calls = std::ranges::any_of(table->triggerFunctions, [&](const ObjectName &called) {
            return called.name == name.name && (called.schema.isEmpty() || name.schema.isEmpty() || called.schema == name.schema);
        });
        if (!calls)
            continue;
        builder.take(table->name, Impact::Role::Dependant, Lock::AccessExclusive);
        if (!operation.has(Operation::Flag::Cascade))
            builder.fails(Answer::Yes, Reasons::dependants(name.toString()));
    }
    if (!builder.catalog().isComplete()) {
        builder.dependsOn(Reasons::users(name.toString()));
        builder.fails(Answer::Depends, Reasons::dependants(name.toString()));
    }
}

/// The statistics' table, which the statement does not name.
void dropStatistics(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    for (const CatalogRelation *table : builder.catalog().relations()) {
        const bool schemaFits = operation.relation.schema.isEmpty() || operation.relation.schema == table->name.schema;
        if (schemaFits && table->extendedStatistics.contains(operation.relation.name)) {
            builder.take(table->name, Impact::Role::Target, Lock::ShareUpdateExclusive);
            return;
        }
    }
    builder.dependsOn(Reasons::users(operation.relation.toString()));
}

/// A trigger, policy or rule that is not there is not looked for on a locked table.
void dropOnTable(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    if (!operation.has(Operation::Flag::IfExists) || part.variant == Variant::OnRule) {
        takeRow(part, {});
        if (part.variant == Variant::OnTrigger && relation && relation->isPartitioned)
            builder.takePartitions(operation.relation, Lock::AccessExclusive);
        return;
    }
    const QStringList known = !relation ? QStringList() : part.variant == Variant::OnTrigger ? relation->triggers : relation->policies;
    if (builder.isKnown(operation.relation) && !known.contains(operation.name))
        return;
    const QString condition = known.contains(operation.name) ? QString() : Reasons::exists(operation.name);
    if (!condition.isEmpty())
        builder.dependsOn(condition);
    const ImpactBuilder::Condition ifThere(builder, condition);
    takeRow(part, {});
}

} // namespace

void dropObject(const Part &part)
{
    switch (part.operation.objectType) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
        return dropRelation(part);
    case ObjectType::Index:
        return dropIndex(part);
    case ObjectType::Sequence:
        return dropSequence(part);
    case ObjectType::Type:
    case ObjectType::Domain:
        return dropType(part);
    case ObjectType::Schema:
        return dropSchema(part);
    case ObjectType::Function:
        return dropFunction(part);
    case ObjectType::Statistics:
        return dropStatistics(part);
    case ObjectType::Trigger:
    case ObjectType::Policy:
    case ObjectType::Rule:
        return dropOnTable(part);
    case ObjectType::Extension:
        if (!part.operation.has(Operation::Flag::Cascade))
            part.builder.fails(Answer::Depends, Reasons::dependants(part.operation.relation.toString()));
        part.builder.dependsOn(Reasons::users(part.operation.relation.toString()));
        return;
    default:
        takeRow(part, {});
    }
}

} // namespace Whimbrel::PostgreSqlImpact
