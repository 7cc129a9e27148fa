// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/locklook.h"

namespace Whimbrel {

/// PostgreSQL: pg_locks for who holds a table, pg_blocking_pids() for who waits for us. pg_locks is read for the tables
/// of the run only, and for victims only where there are some.
class PostgreSqlLook final : public LockLook
{
public:
    explicit PostgreSqlLook(const BackendId &run)
        : m_run(run)
    {
    }

    Result<QList<LockHolder>> holders(Session &session, const QList<LockNeed> &needs) override;
    Result<QList<Victim>> victims(Session &session, const QList<LockNeed> &needs) override;

private:
    Result<> prepare(Session &session);
    LockHolder holderFrom(const Rows &rows, qsizetype row, const LockNeed &need) const;
    void setAges(QList<LockHolder> &holders);

    const BackendId m_run;
    bool m_prepared = false;
    bool m_seesAll =
        false; ///< the role has pg_read_all_stats: else pg_stat_activity hides others' transactions and waits
    bool m_hasWaitStart = false;          ///< PostgreSQL 14 and newer
    QHash<QString, qint64> m_firstSeen;   ///< transactions whose age the server does not tell; by m_clock
    QHash<qint64, qint64> m_victimsSince; ///< by pid
    QElapsedTimer m_clock;
};

} // namespace Whimbrel
