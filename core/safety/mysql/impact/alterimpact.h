// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/impactof.h"
#include "safety/mysql/impact/columnchange.h"

#include <QCoreApplication>

namespace Whimbrel {

/// What the actions of one ALTER TABLE, CREATE INDEX or DROP INDEX take together: the dearest of them wins, and some make others
/// dearer.
class AlterImpact
{
    Q_DECLARE_TR_FUNCTIONS(AlterImpact)

public:
    AlterImpact(const Catalog &catalog, const ObjectName &table);

    void add(const Operation &action);
    /// The impact on the table, then on others; into `impact`.
    void finish(const Operation &first, StatementImpact &impact);

    const CatalogRelation *table() const { return m_table; }

private:
    void nameColumns(const Operation &action);
    void checkColumns();
    void addColumn(const Operation &action);
    void dropColumn(const Operation &action);
    void modifyColumn(const Operation &action);
    void addIndex(const Operation &action);
    void addConstraint(const ConstraintDefinition &constraint);
    void dropConstraint(const Operation &action);
    void setOption(const Operation &action);
    void changePartitions(const Operation &action);

    void take(DdlChange change);
    void mayTake(DdlChange change);
    void dependOn(const QString &what);
    void refuse(Answer fails, const QString &why);

    // altercost.cpp
    struct Cost
    {
        DdlAlgorithm algorithm = DdlAlgorithm::Instant;
        DdlLock lock = DdlLock::None;

        bool operator==(const Cost &) const = default;
    };
    Cost costOf(const QSet<DdlChange> &changes, ServerVersion version) const;
    DdlAlgorithm together(const QSet<DdlChange> &changes, DdlAlgorithm dearest) const;
    void combine();
    void honourRequests(const Operation &first);
    void honourAlgorithm(const Operation &first);
    void addTarget(StatementImpact &impact) const;
    void addOthers(StatementImpact &impact) const;
    bool has(std::initializer_list<DdlChange> changes) const;
    bool hasVirtualColumns() const;
    bool hasFullText() const;
    bool checksForeignKeys() const;
    bool isForeignKeyColumn(const QString &column) const;

    const Catalog &m_catalog;
    const Dialect m_dialect;
    const ServerRange m_servers;
    const ObjectName m_name;
    const CatalogRelation *m_table;
    QSet<DdlChange> m_changes; ///< all there may be
    QSet<DdlChange> m_certain; ///< those of them that are certain
    Cost m_cost;               ///< the worst there may be; while actions are added: what no DdlChange says
    Cost m_least;              ///< what it takes in any case
    QStringList m_namedColumns;  ///< that have to be there
    QStringList m_formerColumns; ///< those of them that are gone afterwards
    QStringList m_newColumns;
    bool m_partial = false;    ///< rows are written anew, but only those of some partitions
    bool m_onlyRename = true;
    bool m_hasClause = true;   ///< takes ALGORITHM=
    bool m_dropsFullText = false;
    Answer m_rewrite = Answer::No;
    QStringList m_dependsOn;
    Answer m_fails = Answer::No;
    QString m_failure;
    QList<ObjectName> m_referenced;
    QList<ObjectName> m_exchanged;
};

} // namespace Whimbrel
