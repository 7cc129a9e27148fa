// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"
#include "locks/postgresqllocks.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

/// pg_stat_activity with pg_blocking_pids() for those who wait, every time; one read of pg_locks, limited to the
/// processes involved, when somebody waits and who waits for whom has changed, or the last one is 2 s old.
class PostgreSqlSampler final : public LockSampler
{
    Q_DECLARE_TR_FUNCTIONS(PostgreSqlSampler)

public:
    Result<LockSample> sample(Session &session) override;
    std::chrono::milliseconds interval() const override { return m_interval; }
    Result<std::optional<LockSession>> look(Session &session, const BackendId &backend) override;
    Result<bool> cancel(Session &session, const BackendId &backend) override;
    Result<bool> terminate(Session &session, const BackendId &backend) override;

private:
    Result<> prepare(Session &session);
    Result<LockSample> takeSample(Session &session);
    Result<QList<PostgreSqlWait>> waits(Session &session);
    Result<LockSample> details(Session &session, const QList<PostgreSqlWait> &waits);
    Result<QList<PostgreSqlLock>> locks(Session &session, const QList<PostgreSqlWait> &waits, const QList<qint64> &pids);
    Result<> readNames(Session &session, const QList<PostgreSqlLock> &locks);
    Result<> readPrepared(Session &session, LockSample &sample);
    Result<QList<LockSession>> sessions(Session &session, const QList<qint64> &pids);
    /// What can still be read while a system table is locked: who waits, not for whom.
    Result<LockSample> sampleWithoutCatalog(Session &session);
    Result<bool> signal(Session &session, const BackendId &backend, const QString &function);
    void tellLimits(LockSample &sample) const;

    bool m_prepared = false;
    bool m_seesAll = true; ///< the role has pg_read_all_stats
    bool m_hasWaitStart = true;
    QString m_user; ///< quoted
    PostgreSqlNames m_names;
    std::chrono::milliseconds m_interval{500};

    QList<PostgreSqlWait> m_lastWaits;
    LockSample m_lastDetails;
    QElapsedTimer m_sinceDetails;
};

} // namespace Whimbrel
