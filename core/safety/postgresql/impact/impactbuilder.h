// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impacttable.h"
#include "safety/catalog/catalog.h"

namespace Whimbrel::PostgreSqlImpact {

/// What work on a relation's rows comes with a lock.
struct Costs
{
    Answer rewrite = Answer::No;
    Answer scan = Answer::No;
    Answer rebuild = Answer::No;
    QString dependsOn; ///< translated: what a Depends among them depends on
};

/// Yes where one of them is, Depends where one of them is and none is Yes.
Answer worse(Answer a, Answer b);

/// Gathers what the operations of one statement do, relation by relation: the strongest lock, the most work. Finds relations
/// and what hangs on them in the catalog, and remembers what the catalog does not know.
class ImpactBuilder
{
public:
    explicit ImpactBuilder(const Catalog &catalog);

    const Catalog &catalog() const { return m_catalog; }
    void setCatalog(const Catalog &catalog) { m_catalog = catalog; } ///< as it is for the next statement of a body
    int version() const { return m_version; } ///< the major one; the oldest supported where it is not known

    const CatalogRelation *find(const ObjectName &name) const { return m_catalog.relation(name); }
    /// All its columns, constraints and indexes, and all that refers to it, are in the catalog.
    bool isKnown(const ObjectName &name) const;
    /// It certainly does not exist.
    bool isAbsent(const ObjectName &name) const;

    /// The relation is locked. Several calls for one relation give one entry.
    void take(const ObjectName &name, Impact::Role role, Lock lock, const Costs &costs = {}, ObjectType type = ObjectType::Table);
    /// The same, if what `dependsOn` says holds; `atLeast` in any case.
    void mayTake(const ObjectName &name, Impact::Role role, Lock lock, const QString &dependsOn, Lock atLeast = Lock::None,
                 const Costs &costs = {}, ObjectType type = ObjectType::Table);
    /// A relation that the statement makes: nobody else sees it before the transaction ends.
    void make(const ObjectName &name, ObjectType type, Lock lock = Lock::AccessExclusive);

    // Groups of relations. What the catalog does not know of them is noted.
    QList<ObjectName> treeOf(const ObjectName &name);       ///< partitions and inheritance children of all levels
    QList<ObjectName> partitionsOf(const ObjectName &name); ///< partitions of all levels
    void takeAll(const QList<ObjectName> &names, Impact::Role role, Lock lock, const Costs &costs = {});
    void takeTree(const ObjectName &name, Lock lock, const Costs &costs = {});
    void takePartitions(const ObjectName &name, Lock lock, const Costs &costs = {});
    void takeOwnSequences(const ObjectName &name, Lock lock);
    /// A table that a foreign key refers to, with its partitions.
    void takeReferenced(const ObjectName &name, Lock lock, const Costs &costs = {});
    /// What a query reads. `behindViews`: it runs, so that views give their own sources and `children` theirs.
    void takeRead(const ObjectName &name, Lock lock, bool behindViews, const Costs &costs = {});
    /// Views and materialized views that stand on it, and what stands on those.
    QList<ObjectName> viewsAbove(const ObjectName &name) const;
    QList<Catalog::ForeignKey> foreignKeysTo(const ObjectName &name) const { return m_catalog.foreignKeysTo(name); }

    /// Everything that is taken until the end of the scope is taken only if `dependsOn` holds.
    class Condition
    {
    public:
        Condition(ImpactBuilder &builder, const QString &dependsOn);
        ~Condition();
        Q_DISABLE_COPY_MOVE(Condition)

    private:
        ImpactBuilder &m_builder;
        const QString m_before;
    };

    void dependsOn(const QString &what); ///< a connection would settle it
    void fails(Answer answer, const QString &why);
    void setTransaction(TransactionRule rule);
    void setWaits() { m_result.waitsForTransactions = true; }
    void setUnknown() { m_result.known = false; }

    StatementImpact result() const;

private:
    struct Entry
    {
        Impact impact;
        Lock most = Lock::None;
        Lock certain = Lock::None;
    };
    void add(const ObjectName &name, Impact::Role role, Lock most, Lock certain, const Costs &costs, ObjectType type, const QString &dependsOn);
    Entry &entry(const ObjectName &name, Impact::Role role, ObjectType type);

    Catalog m_catalog;
    int m_version;
    QList<Entry> m_entries;
    QString m_condition;
    StatementImpact m_result;
};

/// A relation of the system's own: whatever is locked there is nobody's table.
bool isSystemRelation(const ObjectName &name);

} // namespace Whimbrel::PostgreSqlImpact
