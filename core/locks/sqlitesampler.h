// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksampler.h"
#include "locks/proclocks.h"

#include <QCoreApplication>
#include <QHash>

namespace Whimbrel {

/// Which processes hold a lock on the database file. SQLite itself tells nobody; Linux does in /proc/locks: writers,
/// readers and checkpoints, in rollback journal and WAL mode, with the process but not the statement. Who waits cannot be
/// known: SQLite does not queue, it tries again. So the sample has sessions and no edges, and says so.
class SQLiteSampler final : public LockSampler
{
    Q_DECLARE_TR_FUNCTIONS(SQLiteSampler)

public:
    Result<LockSample> sample(Session &session) override;
    std::chrono::milliseconds interval() const override { return std::chrono::milliseconds(500); }
    Result<std::optional<LockSession>> look(Session &session, const BackendId &backend) override;
    Result<bool> cancel(Session &session, const BackendId &backend) override;
    Result<bool> terminate(Session &session, const BackendId &backend) override;

private:
    QHash<std::pair<qint64, QString>, QDateTime> m_firstSeen; ///< process and its modes: nobody else knows since when
};

/// The modes that each process holds, the strongest first, from the locks on the database file and on its "-shm" file.
/// Bytes after https://sqlite.org/fileformat2.html#the_lock_byte_page and https://sqlite.org/walformat.html.
QHash<qint64, QStringList> sqliteLockModes(const QList<ProcLock> &database, const QList<ProcLock> &sharedMemory);

} // namespace Whimbrel
