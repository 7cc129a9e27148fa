// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <memory>
#include <optional>

namespace Whimbrel {

/// Who holds a run lock, as far as the database tells.
struct RunLockHolder
{
    QString description; ///< "deploy from 10.0.0.4, whimbrel, since 14:02"
    qint64 pid = 0;
};

/// Whimbrel's own lock, so that two runs never share a history table. Taken by trying, held by a session of its own that is
/// idle and outside a transaction (lock-monitor.md 10: the key is a contract between versions). SQLite: a QLockFile.
class RunLock
{
public:
    /// `run`, the run's own session, shows whether a pooler stands in between, before a lock is left behind in it; may be null.
    /// Errors: Refused, saying who holds it, or that there is a pooler; Unreachable.
    static Result<std::unique_ptr<RunLock>> acquire(const ConnectionSettings &settings, const QString &historyTable, Session *run = nullptr);
    /// Whether acquire() would be refused, and its words; looks without taking, so that a run that begins meanwhile is not the
    /// one that is refused. nullopt: nobody holds it, or it cannot be told. `session`: any of the database.
    static std::optional<Error> heldByOther(Session &session, const QString &historyTable);
    virtual ~RunLock() = default;

    /// False once the session that held it is gone.
    virtual bool isHeld() = 0;
    /// The session that holds it; nobody where it is no session.
    virtual BackendId backend() const { return {}; }
};

/// The first 8 bytes of SHA-256 of "whimbrel:" and the history table's qualified name, as a signed number.
qint64 runLockKey(const QString &historyTable);

} // namespace Whimbrel
