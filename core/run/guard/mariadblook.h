// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/locklook.h"

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

private:
    Result<> prepare(Session &session);
    void setAge(LockHolder &holder, const Rows &rows, qsizetype row, QHash<QString, qint64> &seen) const;
    QList<Victim> victimsFrom(const Rows &rows, QHash<qint64, qint64> &since) const;

    const BackendId m_run;
    bool m_prepared = false;
    bool m_seesHolders = false;         ///< the plugin is there
    bool m_seesInnoDb = false;          ///< the user has the privilege PROCESS
    QHash<QString, qint64> m_firstSeen; ///< statements of holders; by m_clock
    QHash<qint64, qint64> m_victimsSince;
    QElapsedTimer m_clock;
};

} // namespace Whimbrel
