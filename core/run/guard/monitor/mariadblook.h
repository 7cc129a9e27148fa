// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/locklook.h"

namespace Whimbrel {

/// MariaDB: the plugin METADATA_LOCK_INFO for who holds a table, the process list for who waits for it, InnoDB's tables for rows.
class MariaDbLook final : public LockLook
{
public:
    explicit MariaDbLook(const BackendId &run)
        : m_run(run)
    {
    }

    Result<QList<LockHolder>> holders(Session &session, const QList<LockNeed> &needs) override;
    Result<QList<Victim>> victims(Session &session, const QList<LockNeed> &needs) override;
    bool seesHolders() const override { return m_seesHolders; }
    bool seesWaiters() const override { return m_seesInnoDb; }

private:
    Result<> prepare(Session &session);
    void setAge(LockHolder &holder, const Rows &rows, qsizetype row, QHash<QString, qint64> &seen) const;
    Result<> lookAtTransactions(Session &session);
    Result<Rows> tableWaits(Session &session, const QList<LockNeed> &needs) const;
    Result<> lookAtRows(Session &session);
    Result<Rows> rowWaits(Session &session);
    void addVictims(QList<Victim> &victims, const Rows &rows, QHash<qint64, qint64> &since);

    /// A statement that waits for rows of the run's.
    struct RowWait
    {
        qint64 pid = 0;
        qint64 query = 0;
        qint64 rowsToUndo = 0;
    };

    const BackendId m_run;
    bool m_prepared = false;
    bool m_seesHolders = false;         ///< the plugin is there
    bool m_seesInnoDb = false;          ///< the user has the privilege PROCESS, and so sees everybody's statements
    bool m_tellsLockTime = false;       ///< the plugin does
    QHash<QString, qint64> m_firstSeen; ///< statements of holders; by m_clock
    QHash<qint64, qint64> m_victimsSince;
    QList<RowWait> m_rowWaits;          ///< as InnoDB told last
    bool m_waitsForRow = false;         ///< the run, as it told then
    QHash<qint64, qint64> m_transactionAges; ///< in ms, by session, as it told last
    QElapsedTimer m_sinceInnoDb;        ///< was asked
    QElapsedTimer m_clock;
};

} // namespace Whimbrel
