// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"
#include "locks/mariadblockreader.h"

#include <QCoreApplication>
#include <QHash>

namespace Whimbrel {

/// InnoDB's transactions that wait and the processes that wait for other locks, every time; edges only when there are
/// any. Metadata locks have edges only with the plugin METADATA_LOCK_INFO (MariaDB) or the performance schema's
/// instrument for them. MySQL's queries follow its manual and are not tested against a server.
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
    Result<bool> addEdges(Session &session, LockSample &sample, const QSet<qint64> &rowWaiters,
                          const QList<MariaDbWait> &others);
    Result<> addSessions(Session &session, LockSample &sample);
    void addUnknown(LockSample &sample, const QSet<qint64> &rowWaiters, const QList<MariaDbWait> &others) const;
    void tellLimits(LockSample &sample, bool metadataUnknown) const;
    Result<bool> kill(Session &session, const BackendId &backend, const QString &what);

    MariaDbLockReader m_reader;
    std::chrono::milliseconds m_interval{500};
    /// User and host of the connections last shown: ids begin anew when the server does.
    QHash<qint64, QString> m_known;
};

} // namespace Whimbrel
