// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/fit/lockneeds.h"

#include <chrono>

namespace Whimbrel {

struct RunContext;

/// Takes a transaction's locks on tables before its statements do, together and in the order of their names. PostgreSQL. After anything
/// but Taken::All the transaction is to be rolled back.
class TableLocks
{
public:
    explicit TableLocks(RunContext &context)
        : m_context(context)
    {
    }

    enum class Taken {
        All,
        Busy,  ///< somebody else has one of them
        Again, ///< one cannot be taken so, and will not be tried again: the statement takes it itself
    };
    struct Patience
    {
        std::chrono::milliseconds strong; ///< for all locks that others feel, together
        std::chrono::milliseconds weak;   ///< for one that no reader or writer feels
    };

    /// Begins the transaction and takes them, in one round trip, and without waiting at all: nobody can be behind who never queues.
    Result<Taken> beginAndTake(const QList<LockNeed> &needs, std::chrono::milliseconds patience, const Statement *next);
    /// `vacuumed`: relations on which an autovacuum runs, which yields to SHARE UPDATE EXCLUSIVE (lock-monitor.md 9).
    Result<Taken> take(const QList<LockNeed> &needs, const QList<ObjectName> &vacuumed, const Patience &patience);
    /// Only what makes autovacuums yield, and what the needs have of that kind. True if there was something to take; a savepoint is
    /// set behind it.
    Result<bool> takeWeak(const QList<LockNeed> &needs, const QList<ObjectName> &vacuumed, std::chrono::milliseconds patience);

private:
    Result<> takeStrong(const QList<LockNeed> &needs, std::chrono::milliseconds patience);
    Result<> takeOne(const LockNeed &need, const QString &mode, std::chrono::milliseconds patience);
    Result<Taken> failed(const Error &error);
    Result<> run(const QString &sql);
    bool isLockable(const LockNeed &need) const;
    QString lockSql(const LockNeed &need, const QString &mode) const;

    RunContext &m_context;
    QString m_lastTried;
    QSet<QString> m_notLockable; ///< relations that LOCK TABLE refuses
};

/// Somebody else has a lock that is needed, or would have it after us and we after him.
bool isAboutLocks(const Error &error);

} // namespace Whimbrel
