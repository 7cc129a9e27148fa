// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"

#include <QCoreApplication>
#include <QHash>
#include <QSet>

namespace Whimbrel {

/// InnoDB's transactions that wait and the processes that wait for other locks, every time; edges only when there are
/// any. Metadata locks have edges only with the plugin METADATA_LOCK_INFO (MariaDB) or the performance schema (MySQL).
/// MySQL's queries follow its manual and are not tested against a server.
class MariaDbSampler final : public LockSampler
{
    Q_DECLARE_TR_FUNCTIONS(MariaDbSampler)

public:
    Result<LockSample> sample(Session &session) override;
    std::chrono::milliseconds interval() const override { return m_interval; }
    Result<std::optional<LockSession>> look(Session &session, const BackendId &backend) override;
    Result<bool> cancel(Session &session, const BackendId &backend) override;
    Result<bool> terminate(Session &session, const BackendId &backend) override;

private:
    /// A connection that waits and since when, as far as the cheap sample tells.
    struct Wait { qint64 id; QString state; std::chrono::milliseconds waited; };

    Result<> prepare(Session &session);
    Result<QSet<qint64>> rowWaiters(Session &session);
    Result<QList<Wait>> otherWaiters(Session &session);
    Result<QList<LockEdge>> rowEdges(Session &session, qsizetype waiters);
    Result<QList<LockEdge>> metadataEdges(Session &session);
    Result<QList<LockSession>> sessions(Session &session, const QSet<qint64> &ids);
    void addUnknown(LockSample &sample, const QSet<qint64> &rowWaiters, const QList<Wait> &others) const;
    void tellLimits(LockSample &sample, bool unknownMetadata) const;
    Result<bool> kill(Session &session, const BackendId &backend, const QString &what);

    bool m_prepared = false;
    bool m_mySql = false;
    bool m_seesInnoDb = true;       ///< PROCESS
    bool m_seesMetadataLocks = false;
    QString m_user;                 ///< quoted, with its host
    std::chrono::milliseconds m_interval{500};
    QHash<qint64, QString> m_known; ///< user and host of the connections last shown: ids begin anew when the server does
};

} // namespace Whimbrel
