// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <QSet>

namespace Whimbrel {

/// A connection that waits for something else than a row, as far as the cheap question tells.
struct MariaDbWait
{
    qint64 id = 0;
    QString state; ///< "Waiting for table metadata lock", "User lock", ...
    QString statement;
    QString database;
    std::chrono::milliseconds waited{-1};
};

/// Answers of MariaDB and MySQL to the monitor's questions, as structures. What to ask and when is the sampler's.
class MariaDbLockReader
{
public:
    /// Learns who we are and what we may.
    Result<> prepare(Session &session);
    QString user() const { return m_user; } ///< quoted, with its host
    bool isMySql() const { return m_mySql; }
    bool seesInnoDb() const { return m_seesInnoDb; } ///< PROCESS
    /// What lets this user kill the connections of others: "CONNECTION ADMIN", by the server's version.
    QString killPrivilege() const { return m_killPrivilege; }

    /// Cheap: connections that wait for a row; nobody without the privilege.
    Result<QSet<qint64>> rowWaiters(Session &session);
    /// Cheap: connections that wait for metadata, backup, user and other locks.
    Result<QList<MariaDbWait>> otherWaiters(Session &session);

    Result<QList<LockEdge>> rowEdges(Session &session, qsizetype waiters);
    /// From the performance schema where its instrument for metadata locks is on, from the plugin METADATA_LOCK_INFO
    /// for waits that it does not tell. `seen`: there is one of them.
    struct MetadataEdges
    {
        QList<LockEdge> edges;
        bool seen = false;
    };
    Result<MetadataEdges> metadataEdges(Session &session, const QList<MariaDbWait> &waits);
    /// Waits in GET_LOCK(): whoever has the lock is told to everybody.
    Result<QList<LockEdge>> userLockEdges(Session &session, const QList<MariaDbWait> &waits);
    Result<QList<LockSession>> sessions(Session &session, const QSet<qint64> &ids);
    /// "shop.orders MDL_SHARED_NO_READ_WRITE": what a connection holds of tables, be it by LOCK TABLES and without a transaction.
    /// Empty also where nobody tells.
    Result<QStringList> tableLocks(Session &session, qint64 id);

private:
    Result<QList<LockEdge>> rowEdgesOfManyWaiters(Session &session);
    Result<bool> hasInstrument(Session &session);
    Result<bool> hasPlugin(Session &session);

    bool m_prepared = false;
    bool m_mySql = false;
    bool m_seesInnoDb = true;
    bool m_mayKill = false; ///< connections of others
    QString m_user;
    QString m_loginName;
    QString m_killPrivilege;
};

} // namespace Whimbrel
