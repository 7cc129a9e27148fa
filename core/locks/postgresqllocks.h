// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace Whimbrel {

/// A row of pg_locks. Numbers that a lock type does not have are -1.
struct PostgreSqlLock
{
    qint64 pid = 0; ///< 0: a prepared transaction
    bool granted = false;
    QString mode;
    QString type; ///< "relation", "transactionid", ...
    qint64 database = -1;
    qint64 relation = -1;
    qint64 classId = -1;
    qint64 objectId = -1;
    int objectSubId = -1;
    QString virtualXid;
    QString transactionId;
    QString virtualTransaction; ///< of the holder
    QString tag;                ///< everything that says what is locked, as one text
    qint64 waitedMs = -1;

    /// The key of an advisory lock that has one of 64 bits, not two.
    std::optional<qint64> advisoryKey() const;
};

/// A waiting process and whom pg_blocking_pids() names for it.
struct PostgreSqlWait
{
    qint64 pid = 0;
    QString event; ///< pg_stat_activity.wait_event, or pg_locks.locktype
    QList<qint64> blockers;

    bool operator==(const PostgreSqlWait &) const = default;
};

/// What oids are called: only those of the monitor's own database or of no database can be looked up there.
struct PostgreSqlNames
{
    qint64 database = 0;             ///< the monitor's own
    QHash<qint64, QString> relations; ///< as regclass writes them
    QSet<qint64> tables;             ///< those of `relations` that have rows: no index, no sequence
    QHash<QString, QString> objects; ///< by tag, as pg_describe_object() writes them
    QHash<QString, QString> preparedGids; ///< by transaction id
    QHash<qint64, QString> advisory; ///< by key, as advisoryLockName() tells; empty where it does not
    QHash<qint64, QString> builds;   ///< by pid: whom an index build waits for, as pg_stat_progress_create_index tells
};

/// Puts names and modes on the edges that the server reports; the server's own answer decides who blocks whom.
/// `locks` are the rows of all processes involved.
class PostgreSqlLockMatcher
{
public:
    PostgreSqlLockMatcher(QList<PostgreSqlLock> locks, PostgreSqlNames names);

    QList<LockEdge> edges(const PostgreSqlWait &wait) const;
    /// The waiter's row, or null if it got its lock meanwhile.
    const PostgreSqlLock *waitingLock(qint64 pid) const;
    QString target(const PostgreSqlLock &lock) const;

private:
    QList<LockEdge> preparedEdges(const LockEdge &edge, const PostgreSqlLock &wanted) const;
    QString rowTarget(const PostgreSqlLock &wanted) const;
    QString advisoryTarget(const PostgreSqlLock &lock) const;
    QString relationName(const PostgreSqlLock &lock) const;

    QList<PostgreSqlLock> m_locks;
    QHash<QString, QList<qsizetype>> m_byTag;
    QHash<qint64, QList<qsizetype>> m_byPid;
    PostgreSqlNames m_names;
};

/// "{1,2}" as pg_blocking_pids() writes it.
QList<qint64> readPostgreSqlArray(QStringView text);
QString writePostgreSqlArray(const QList<qint64> &numbers);

} // namespace Whimbrel
