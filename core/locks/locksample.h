// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QDateTime>
#include <QHashFunctions>
#include <QList>
#include <QString>

namespace Whimbrel {

/// A session as the lock monitor sees it. Times are "not known" where the role may not see them.
struct LockSession
{
    BackendId backend; ///< of a prepared transaction: pid 0 and its gid as backendStart
    QString user;
    QString application;
    QString client;
    QString database;
    QString state;      ///< "active", "idle in transaction", ...: the server's word
    QString query;      ///< the running statement, or the last one when idle; cut to 500 characters
    bool queryIsLast = false; ///< `query` is the LAST statement, not one that runs
    QDateTime transactionStart;
    QDateTime stateSince;
    QString preparedGid; ///< a prepared transaction: no process behind it
    QString endWith;     ///< SQL that ends it where there is no process to cancel: ROLLBACK PREPARED
    QString holds;       ///< modes it holds, where no edge tells them (SQLite, tables of MariaDB); the strongest first
    QString missingRight; ///< what the monitor's role lacks to cancel or terminate it ("pg_signal_backend"); mostly empty
    bool own = false;    ///< one of this program's own sessions

    bool operator==(const LockSession &) const = default;
};

/// `waiting` cannot go on because of `blocking`.
struct LockEdge
{
    enum class Kind {
        Holds,       ///< blocking holds a conflicting lock
        QueuedAhead, ///< blocking only waits in front in the queue
    };

    BackendId waiting;
    BackendId blocking; ///< BackendId() where the server does not tell who it is
    QString target;     ///< relation, "transaction 795", "advisory lock 42": as the monitor could name it
    QString wants;      ///< mode asked for
    QString held;       ///< mode held; empty for QueuedAhead
    Kind kind = Kind::Holds;
    std::chrono::milliseconds waited{-1}; ///< -1: not known
    bool waitedAtMost = false; ///< `waited` counts from the statement's start (before PostgreSQL 14), not from the wait's

    bool blockerKnown() const { return blocking != BackendId(); }
    bool operator==(const LockEdge &) const = default;
};

/// What a person has to know to read a sample right.
struct LockNote
{
    enum class Kind {
        Limited,  ///< something is not seen: an empty sample is not "no locks"
        Fallback, ///< the server's own tables are locked: what could be read without them
        Rights,   ///< sessions of the sample that this role may neither cancel nor terminate
        Slow,     ///< the server is asked less often, because it takes long to answer
    };

    Kind kind = Kind::Limited;
    QString text;   ///< translated
    QString remedy; ///< SQL that would change it, for a person with the right to run it; may be empty

    bool operator==(const LockNote &) const = default;
};

/// One look at a server.
struct LockSample
{
    QDateTime takenAt; ///< UTC
    QList<LockSession> sessions; ///< those that wait or are waited for
    QList<LockEdge> edges;
    QList<LockNote> notes;
    std::chrono::microseconds cost{0};

    /// Something may be missing: an empty sample is not "no locks".
    bool isLimited() const;

    /// Null if it is not among `sessions`.
    const LockSession *session(const BackendId &backend) const;
    /// Sets LockSession::own for these.
    void markOwn(const QList<BackendId> &backends);
};

inline size_t qHash(const BackendId &backend, size_t seed = 0) noexcept
{
    return qHashMulti(seed, backend.pid, backend.backendStart);
}

} // namespace Whimbrel
