// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/advisorynames.h"
#include "locks/postgresqllocks.h"

#include <QSet>

namespace Whimbrel {

/// PostgreSQL's answers to the monitor's questions, as structures. What to ask and when is the sampler's.
class PostgreSqlLockReader
{
public:
    /// The views pg_stat_activity and pg_locks are tables of the catalog, the first one joins others. While one of them
    /// is locked the functions behind the views still answer a session that has asked them before: without names.
    enum class Source { Views, Functions };

    /// Learns the role's rights, and asks once what Source::Functions needs.
    Result<> prepare(Session &session);
    QString user() const { return m_user; }    ///< quoted
    bool seesAll() const { return m_seesAll; } ///< the role has pg_read_all_stats
    bool tellsWaitStart() const { return m_hasWaitStart; }

    /// Who waits, and for whom. By pid. Cheap for a role that sees all; for others it reads the lock table.
    Result<QList<PostgreSqlWait>> waits(Session &session, Source source);
    /// Cheap for everybody: somebody waits. Misses sessions of other roles that wait before they have a snapshot, as LOCK
    /// TABLE and the phases of CREATE INDEX CONCURRENTLY do.
    Result<bool> mayWait(Session &session);
    /// One read of the lock table, of the processes involved only.
    Result<QList<PostgreSqlLock>> locks(Session &session, Source source, const QList<PostgreSqlWait> &waits,
                                        const QList<qint64> &pids);
    Result<QList<LockSession>> sessions(Session &session, Source source, const QList<qint64> &pids);
    /// Prepared transactions; names() gets their gids.
    Result<QList<LockSession>> prepared(Session &session, Source source);
    /// What is waited for by name; what was read last stays known where this fails.
    Result<> readNames(Session &session, const QList<PostgreSqlLock> &locks);
    /// How far index builds are with waiting for the sessions in their way, for those among `waits`.
    Result<> readBuilds(Session &session, const QList<PostgreSqlWait> &waits);
    const PostgreSqlNames &names() const { return m_names; }

    /// The monitor's own short timeouts ended it: a table of the catalog is locked.
    static bool isTimeout(const Error &error);

private:
    Result<> warmUp(Session &session);
    QString ownDatabaseSql(const Session &session, QLatin1StringView oidColumn) const;
    QString sessionsSql(const Session &session, Source source) const;
    Result<> readRelations(Session &session, const QList<PostgreSqlLock> &locks);
    Result<> readObjects(Session &session, const QList<PostgreSqlLock> &locks);
    Result<> readAdvisory(Session &session, const QList<PostgreSqlLock> &locks);

    bool m_prepared = false;
    bool m_seesAll = true;
    bool m_isSuperuser = false;
    bool m_maySignal = false; ///< the role has pg_signal_backend
    bool m_hasWaitStart = true;
    bool m_hasBuildProgress = true;
    QString m_user;
    QString m_database;
    PostgreSqlNames m_names;
};

} // namespace Whimbrel
