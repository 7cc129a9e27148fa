// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"
#include "locks/postgresqllockreader.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

/// pg_stat_activity with pg_blocking_pids() for those who wait, every time. A role that is not told who waits asks whether
/// anybody does, and the lock table, which costs ten times as much, when somebody does or every 2 s. One read of pg_locks,
/// limited to the processes involved, when somebody waits and who waits for whom has changed, or the last one is 2 s old.
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
    using Source = PostgreSqlLockReader::Source;

    Result<LockSample> takeSample(Session &session);
    Result<QList<PostgreSqlWait>> askWaits(Session &session, Source source);
    Result<LockSample> sampleFrom(Session &session, Source source);
    Result<LockSample> details(Session &session, Source source, const QList<PostgreSqlWait> &waits);
    LockSample lastDetails(std::chrono::milliseconds age) const;
    LockSample blindSample() const;
    Result<bool> signal(Session &session, const BackendId &backend, const QString &function);
    QString rightHint(const QString &missingRight) const;
    void tellLimits(LockSample &sample) const;
    void tellRights(LockSample &sample) const;

    PostgreSqlLockReader m_reader;
    std::chrono::milliseconds m_interval{500};
    std::chrono::milliseconds m_waitsCost{0}; ///< of the last cheap question
    QElapsedTimer m_sinceLockTable;           ///< was asked who waits
    QElapsedTimer m_sinceTimeout;             ///< of the views, because a table of the catalog is locked

    QList<PostgreSqlWait> m_lastWaits;
    LockSample m_lastDetails;
    QElapsedTimer m_sinceDetails;
};

} // namespace Whimbrel
