// SPDX-License-Identifier: GPL-3.0-or-later
#include "impactbuilder.h"

#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

Answer worse(Answer a, Answer b)
{
    if (a == Answer::Yes || b == Answer::Yes)
        return Answer::Yes;
    return a == Answer::Depends ? a : b;
}

bool isSystemRelation(const ObjectName &name)
{
    return name.schema == "pg_catalog"_L1 || name.schema == "information_schema"_L1
        || (name.schema.isEmpty() && name.name.startsWith("pg_"_L1));
}

ImpactBuilder::ImpactBuilder(const Catalog &catalog)
    : m_catalog(catalog)
    , m_version(catalog.version().major > 0 ? catalog.version().major : oldestVersion)
{
}

bool ImpactBuilder::isKnown(const ObjectName &name) const
{
    const CatalogRelation *relation = find(name);
    return relation && (relation->isComplete || m_catalog.isComplete());
}

bool ImpactBuilder::isAbsent(const ObjectName &name) const
{
    return m_catalog.isComplete() && !find(name) && !m_catalog.tableOfIndex(name) && !isSystemRelation(name);
}

ImpactBuilder::Entry &ImpactBuilder::entry(const ObjectName &name, Impact::Role role, ObjectType type)
{
    const CatalogRelation *relation = find(name);
    const ObjectName full = relation ? relation->name : name;
    const auto found = std::ranges::find_if(m_entries, [&](const Entry &entry) { return entry.impact.relation == full; });
    if (found != m_entries.end())
        return *found;
    Entry entry;
    entry.impact.relation = full;
    entry.impact.type = relation ? relation->type : type;
    entry.impact.role = role;
    if (relation) {
        entry.impact.isNew = m_catalog.isNew(relation->made);
        entry.impact.invisible = m_catalog.isInvisible(relation->made);
    } else if (const CatalogRelation *table = m_catalog.tableOfIndex(name)) {
        const CatalogIndex *index = table->index(name.name);
        entry.impact.relation.schema = table->name.schema;
        entry.impact.isNew = index && m_catalog.isNew(index->made);
        entry.impact.invisible = index && m_catalog.isInvisible(index->made);
    }
    m_entries.append(entry);
    return m_entries.last();
}

void ImpactBuilder::add(const ObjectName &name, Impact::Role role, Lock most, Lock certain, const Costs &costs, ObjectType type,
                        const QString &dependsOn)
{
    const CatalogRelation *relation = find(name);
    if (name.isEmpty() || isSystemRelation(name) || (relation && relation->isTemporary))
        return;
    Entry &entry = this->entry(name, role, type);
    entry.most = std::max(entry.most, most);
    entry.certain = std::max(entry.certain, m_condition.isEmpty() ? certain : Lock::None);
    const QString reason = m_condition.isEmpty() ? dependsOn : m_condition;
    if (!reason.isEmpty() && entry.impact.dependsOn.isEmpty())
        entry.impact.dependsOn = reason;

    // What has no rows of its own is neither read nor written as a whole.
    if (relation && (relation->isPartitioned || relation->type == ObjectType::View || relation->type == ObjectType::Sequence))
        return;
    const auto conditional = [this](Answer answer) { return answer == Answer::Yes && !m_condition.isEmpty() ? Answer::Depends : answer; };
    Impact &impact = entry.impact;
    impact.rewrite = worse(impact.rewrite, conditional(costs.rewrite));
    impact.scan = worse(impact.scan, conditional(costs.scan));
    impact.indexRebuild = worse(impact.indexRebuild, conditional(costs.rebuild));
    if (impact.dependsOn.isEmpty())
        impact.dependsOn = costs.dependsOn;
}

void ImpactBuilder::take(const ObjectName &name, Impact::Role role, Lock lock, const Costs &costs, ObjectType type)
{
    add(name, role, lock, lock, costs, type, {});
}

void ImpactBuilder::mayTake(const ObjectName &name, Impact::Role role, Lock lock, const QString &dependsOn, Lock atLeast, const Costs &costs,
                            ObjectType type)
{
    add(name, role, lock, atLeast, costs, type, dependsOn);
}

void ImpactBuilder::make(const ObjectName &name, ObjectType type, Lock lock)
{
    if (name.isEmpty())
        return;
    add(name, Impact::Role::Target, lock, lock, {}, type, {});
    Impact &impact = entry(name, Impact::Role::Target, type).impact;
    impact.type = type;
    impact.isNew = true;
    impact.invisible = true;
}

QList<ObjectName> ImpactBuilder::treeOf(const ObjectName &name)
{
    QList<ObjectName> names;
    for (const CatalogRelation *child : m_catalog.partitionsOf(name))
        names.append(child->name);
    if (!isKnown(name))
        dependsOn(Reasons::children(name));
    return names;
}

QList<ObjectName> ImpactBuilder::partitionsOf(const ObjectName &name)
{
    QList<ObjectName> names;
    for (const CatalogRelation *child : m_catalog.partitionsOf(name)) {
        if (child->isPartition)
            names.append(child->name);
    }
    if (!isKnown(name))
        dependsOn(Reasons::children(name));
    return names;
}

void ImpactBuilder::takeAll(const QList<ObjectName> &names, Impact::Role role, Lock lock, const Costs &costs)
{
    for (const ObjectName &name : names)
        take(name, role, lock, costs);
}

void ImpactBuilder::takeTree(const ObjectName &name, Lock lock, const Costs &costs)
{
    for (const ObjectName &child : treeOf(name)) {
        const CatalogRelation *relation = find(child);
        take(child, relation && relation->isPartition ? Impact::Role::Partition : Impact::Role::Child, lock, costs);
    }
}

void ImpactBuilder::takePartitions(const ObjectName &name, Lock lock, const Costs &costs)
{
    takeAll(partitionsOf(name), Impact::Role::Partition, lock, costs);
}

void ImpactBuilder::takeOwnSequences(const ObjectName &name, Lock lock)
{
    if (const CatalogRelation *relation = find(name)) {
        for (const ObjectName &sequence : relation->ownedSequences)
            take(sequence, Impact::Role::Sequence, lock, {}, ObjectType::Sequence);
    }
    if (!isKnown(name))
        dependsOn(Reasons::sequences(name));
}

void ImpactBuilder::takeReferenced(const ObjectName &name, Lock lock, const Costs &costs)
{
    take(name, Impact::Role::Referenced, lock, costs);
    takePartitions(name, lock, costs);
}

void ImpactBuilder::takeRead(const ObjectName &name, Lock lock, bool behindViews, const Costs &costs)
{
    if (isAbsent(name))
        return; // the name of a WITH query, or of something the catalog does not hold
    const CatalogRelation *relation = find(name);
    const bool isView = relation && relation->type == ObjectType::View;
    take(name, Impact::Role::Source, lock, isView ? Costs() : costs);
    if (!behindViews)
        return;
    if (isView) {
        for (const ObjectName &source : relation->reads)
            takeRead(source, lock, behindViews, costs);
    }
    for (const ObjectName &child : treeOf(name)) {
        const CatalogRelation *partition = find(child);
        if (partition && partition->isPartition)
            mayTake(child, Impact::Role::Partition, lock, Reasons::pruning(name), Lock::None, costs);
        else
            take(child, Impact::Role::Child, lock, costs);
    }
}

QList<ObjectName> ImpactBuilder::viewsAbove(const ObjectName &name) const
{
    QList<ObjectName> names;
    QList<ObjectName> next{name};
    while (!next.isEmpty()) {
        for (const CatalogRelation *view : m_catalog.viewsOn(next.takeFirst())) {
            if (!names.contains(view->name)) {
                names.append(view->name);
                next.append(view->name);
            }
        }
    }
    return names;
}

ImpactBuilder::Condition::Condition(ImpactBuilder &builder, const QString &dependsOn)
    : m_builder(builder)
    , m_before(builder.m_condition)
{
    if (!dependsOn.isEmpty())
        builder.m_condition = dependsOn;
}

ImpactBuilder::Condition::~Condition()
{
    m_builder.m_condition = m_before;
}

void ImpactBuilder::dependsOn(const QString &what)
{
    if (!m_result.dependsOn.contains(what))
        m_result.dependsOn.append(what);
}

void ImpactBuilder::fails(Answer answer, const QString &why)
{
    if (answer == Answer::Yes && !m_condition.isEmpty())
        answer = Answer::Depends;
    if (answer == Answer::No || worse(m_result.fails, answer) == m_result.fails)
        return;
    m_result.fails = answer;
    m_result.failure = why;
}

void ImpactBuilder::setTransaction(TransactionRule rule)
{
    if (m_result.transaction == TransactionRule::Any)
        m_result.transaction = rule;
}

StatementImpact ImpactBuilder::result() const
{
    StatementImpact result = m_result;
    for (const Entry &entry : m_entries) {
        Impact impact = entry.impact;
        impact.lock = lockName(entry.most);
        impact.reach = lockReach(impact.lock);
        impact.certain = entry.certain == entry.most;
        impact.atLeast = impact.certain ? QString() : lockName(entry.certain);
        if (impact.rewrite == Answer::Yes)
            impact.indexRebuild = Answer::No; // together with the table
        else if (impact.rewrite == Answer::Depends && impact.indexRebuild == Answer::Yes)
            impact.indexRebuild = Answer::Depends;
        const bool open = !impact.certain || impact.rewrite == Answer::Depends || impact.scan == Answer::Depends
            || impact.indexRebuild == Answer::Depends;
        if (!open)
            impact.dependsOn.clear();
        result.relations.append(impact);
    }
    return result;
}

} // namespace Whimbrel::PostgreSqlImpact
