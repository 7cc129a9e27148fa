// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/impact/alterimpact.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool equal(const QString &a, const QString &b)
{
    return a.compare(b, Qt::CaseInsensitive) == 0;
}

bool hasAny(const QSet<DdlChange> &changes, std::initializer_list<DdlChange> wanted)
{
    return std::ranges::any_of(wanted, [&changes](DdlChange change) { return changes.contains(change); });
}

LockReach reachOf(DdlLock lock)
{
    switch (lock) {
    case DdlLock::None:
        return LockReach::SchemaChanges;
    case DdlLock::Shared:
        return LockReach::Writes;
    case DdlLock::Exclusive:
        break;
    }
    return LockReach::ReadsAndWrites;
}

DdlAlgorithm algorithmOf(const QString &word)
{
    return word == "INSTANT"_L1 ? DdlAlgorithm::Instant
        : word == "NOCOPY"_L1   ? DdlAlgorithm::NoCopy
        : word == "INPLACE"_L1  ? DdlAlgorithm::Inplace
                                : DdlAlgorithm::Copy;
}

} // namespace

/// The dearest of the changes on such a server, and what they do to each other.
AlterImpact::Cost AlterImpact::costOf(const QSet<DdlChange> &changes, ServerVersion version) const
{
    using enum DdlChange;
    Cost cost = m_cost;
    for (const DdlChange change : changes) {
        const DdlFact fact = ddlFact(change, m_dialect);
        cost.algorithm = std::max(cost.algorithm, version < fact.since ? fact.older : fact.algorithm);
        cost.lock = std::max(cost.lock, fact.lock);
    }
    cost.algorithm = together(changes, cost.algorithm);
    if (hasFullText() && cost.algorithm == DdlAlgorithm::Inplace && !m_dropsFullText)
        cost.lock = std::max(cost.lock, DdlLock::Shared);
    if (cost.algorithm == DdlAlgorithm::Copy) {
        const bool online = m_dialect == Dialect::MariaDb && version >= onlineCopySince && !hasAny(changes, {AddIdentityColumn, MakeIdentity});
        cost.lock = std::max(online ? DdlLock::None : DdlLock::Shared, changes.contains(RenameTable) ? cost.lock : DdlLock::None);
    }
    return cost;
}

DdlAlgorithm AlterImpact::together(const QSet<DdlChange> &changes, DdlAlgorithm dearest) const
{
    using enum DdlChange;
    const auto raise = [&dearest](DdlAlgorithm algorithm) { dearest = std::max(dearest, algorithm); };
    const bool shapesRows = hasAny(changes, {AddColumn, AddPlacedColumn, DropColumn, DropStoredColumn, MoveColumn});
    const bool mariaDb = m_dialect == Dialect::MariaDb;
    // A row's new shape is not written into the dictionary alone where an index is built from the rows in the same statement.
    if (shapesRows && hasAny(changes, {AddIndex, AddFullText, AddFirstFullText, AddSpatial, AddUncheckedForeignKey}))
        raise(DdlAlgorithm::Inplace);
    if ((hasAny(changes, {AddVirtualColumn, DropVirtualColumn}) && shapesRows)
        || (hasVirtualColumns() && mariaDb && hasAny(changes, {AddPlacedColumn, SetNotNull})))
        raise(DdlAlgorithm::Copy);
    const bool compressed = m_table && equal(m_table->rowFormat, u"COMPRESSED"_s);
    if (shapesRows && (compressed || hasFullText()))
        raise(DdlAlgorithm::Inplace);
    // What another engine does, nobody has promised; all but InnoDB copy.
    if (m_table && !m_table->engine.isEmpty() && !equal(m_table->engine, u"InnoDB"_s) && !m_onlyRename)
        raise(DdlAlgorithm::Copy);
    return dearest;
}

void AlterImpact::combine()
{
    // DROP PRIMARY KEY, ADD PRIMARY KEY in one statement is one rebuild.
    if (has({DdlChange::AddPrimaryKey}) && has({DdlChange::DropPrimaryKey})) {
        m_changes.remove(DdlChange::DropPrimaryKey);
        m_certain.remove(DdlChange::DropPrimaryKey);
    }
    const Cost worst = costOf(m_changes, m_servers.oldest);
    if (costOf(m_changes, m_servers.newest) != worst)
        dependOn(tr("the version of the server"));
    m_least = costOf(m_certain, m_servers.newest);
    m_cost = worst;
    if (m_least.algorithm >= DdlAlgorithm::Inplace)
        m_rewrite = Answer::Yes;
    else if (m_cost.algorithm >= DdlAlgorithm::Inplace)
        m_rewrite = Answer::Depends;
}

void AlterImpact::honourAlgorithm(const Operation &first)
{
    const DdlAlgorithm asked = algorithmOf(first.algorithm);
    // MariaDB 10 takes whatever is asked for beside PARTITION BY, and copies.
    const bool isIgnored = m_dialect == Dialect::MariaDb && m_servers.newest.major == 10 && has({DdlChange::Partitioning});
    if (m_cost.algorithm > asked && !isIgnored) {
        refuse(m_least.algorithm > asked ? Answer::Yes : Answer::Depends,
               tr("ALGORITHM=%1 cannot do this: it takes %2.").arg(first.algorithm, ddlAlgorithmName(m_cost.algorithm, m_dialect)));
    }
    const bool copies = asked == DdlAlgorithm::Copy;
    // MySQL takes INPLACE at its word and rebuilds; MariaDB takes it as the dearest that is allowed.
    const bool rebuildsInPlace = asked == DdlAlgorithm::Inplace && m_dialect == Dialect::MySql && m_cost.algorithm == DdlAlgorithm::Instant
        && has({DdlChange::AddColumn, DdlChange::AddPlacedColumn, DdlChange::DropColumn});
    if ((copies && m_least.algorithm < DdlAlgorithm::Copy) || rebuildsInPlace) {
        m_cost.algorithm = m_least.algorithm = asked;
        m_rewrite = Answer::Yes;
        const auto copiesOnline = [this](ServerVersion server) { return m_dialect == Dialect::MariaDb && server >= onlineCopySince; };
        if (copies && !copiesOnline(m_servers.oldest)) {
            m_cost.lock = std::max(m_cost.lock, DdlLock::Shared);
            if (copiesOnline(m_servers.newest))
                dependOn(tr("the version of the server"));
            else
                m_least.lock = m_cost.lock;
        }
    }
    if (m_dialect == Dialect::MySql && asked == DdlAlgorithm::Instant && !first.lock.isEmpty() && first.lock != "DEFAULT"_L1)
        refuse(Answer::Yes, tr("ALGORITHM=INSTANT allows no LOCK clause."));
}

void AlterImpact::honourRequests(const Operation &first)
{
    if (!first.algorithm.isEmpty() && first.algorithm != "DEFAULT"_L1)
        honourAlgorithm(first);
    if (first.lock.isEmpty() || first.lock == "DEFAULT"_L1)
        return;
    const DdlLock asked = first.lock == "NONE"_L1 ? DdlLock::None : first.lock == "SHARED"_L1 ? DdlLock::Shared : DdlLock::Exclusive;
    if (m_cost.lock > asked) {
        refuse(m_least.lock > asked ? Answer::Yes : Answer::Depends,
               tr("LOCK=%1 cannot be kept: this takes LOCK=%2.").arg(first.lock, ddlLockName(m_cost.lock)));
    }
    m_cost.lock = std::max(m_cost.lock, asked);
    m_least.lock = std::max(m_least.lock, asked);
}

void AlterImpact::finish(const Operation &first, StatementImpact &impact)
{
    if (m_onlyRename)
        take(DdlChange::RenameTable);
    checkColumns();
    combine();
    honourRequests(first);
    addTarget(impact);
    addOthers(impact);
    impact.algorithm = m_hasClause ? ddlAlgorithmName(m_cost.algorithm, m_dialect) : QString();
    impact.dependsOn += m_dependsOn;
    impact.fails = m_fails;
    impact.failure = m_failure;
}

void AlterImpact::addTarget(StatementImpact &impact) const
{
    Impact target;
    target.relation = m_name;
    target.lock = ddlLockName(m_cost.lock);
    target.certain = m_least.lock == m_cost.lock;
    if (!target.certain)
        target.atLeast = ddlLockName(m_least.lock);
    target.reach = reachOf(m_cost.lock);
    target.briefly = u"EXCLUSIVE"_s;
    target.rewrite = m_partial && m_rewrite == Answer::No ? Answer::Yes : m_rewrite;
    target.scan = target.rewrite;
    if (m_cost.algorithm == DdlAlgorithm::NoCopy && has({DdlChange::AddIndex, DdlChange::AddFullText, DdlChange::AddSpatial})) {
        target.indexRebuild = Answer::Yes;
        target.scan = Answer::Yes;
    }
    target.dependsOn = m_dependsOn.join(u", "_s);
    if (m_table) {
        target.isNew = m_catalog.isNew(m_table->made);
        target.invisible = m_table->isTemporary;
    }
    impact.relations.append(target);
}

void AlterImpact::addOthers(StatementImpact &impact) const
{
    for (const ObjectName &name : m_referenced) {
        Impact other;
        other.relation = m_catalog.resolved(name);
        other.role = Impact::Role::Referenced;
        other.lock = ddlLockName(DdlLock::None);
        other.reach = LockReach::SchemaChanges;
        if (const CatalogRelation *relation = m_catalog.relation(name))
            other.isNew = m_catalog.isNew(relation->made);
        if (other.relation != m_name)
            impact.relations.append(other);
    }
    for (const ObjectName &name : m_exchanged) {
        Impact other;
        other.relation = m_catalog.resolved(name);
        other.role = Impact::Role::Partition;
        other.lock = ddlLockName(DdlLock::Exclusive);
        other.reach = LockReach::ReadsAndWrites;
        impact.relations.append(other);
    }
}

bool AlterImpact::has(std::initializer_list<DdlChange> changes) const
{
    return hasAny(m_changes, changes);
}

} // namespace Whimbrel
