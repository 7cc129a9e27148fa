// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/fit/lockneeds.h"

#include <QElapsedTimer>

#include <memory>

namespace Whimbrel {

/// Someone who is in the way to a lock.
struct LockHolder
{
    enum class Kind { Session, Autovacuum, WraparoundVacuum, Prepared };

    Kind kind = Kind::Session;
    BackendId backend;   ///< of a prepared transaction: pid 0 and its gid
    QString transaction; ///< tells this transaction from the session's next; empty: not known
    QString user;
    QString application;
    QString state;       ///< the server's word; empty where the role may not see it
    QString query;       ///< the statement that runs, or the last one where the session is idle; without passwords
    ObjectName relation; ///< on which ...
    QString mode;        ///< ... it holds this
    bool granted = true; ///< false: it waits in front of us for a strong lock
    std::chrono::milliseconds age{-1}; ///< of its transaction: as the server tells, or since we saw it first
    bool isAgeTold = true; ///< false: `age` is only what we saw

    bool operator==(const LockHolder &) const = default;
};

/// Someone who waits because of the run.
struct Victim
{
    BackendId backend;
    QString user;
    QString application;
    QString query;
    std::chrono::milliseconds waited{0};
    /// It waits for rows, of which the run has changed so many: a run that is cancelled restores them before anybody gets on. 0: it gets
    /// on as soon as the statement has given way.
    qint64 rowsToUndo = 0;
    bool isAssumed = false; ///< the role cannot see who waits, and the run itself has waited for as long
};

/// How a database tells who is in whose way. Used on the thread of the monitor's session only.
class LockLook
{
public:
    /// `run`: the session that the others may be in the way of.
    static std::unique_ptr<LockLook> create(Dialect dialect, const BackendId &run);
    virtual ~LockLook() = default;

    /// Everybody but the run who holds, or waits in front for, a lock that one of the needs cannot be granted beside.
    virtual Result<QList<LockHolder>> holders(Session &session, const QList<LockNeed> &needs) = 0;
    /// Who waits for the run, directly or behind others; `needs` are the locks that it has or waits for.
    virtual Result<QList<Victim>> victims(Session &session, const QList<LockNeed> &needs) = 0;
    /// Whether the run waited for somebody itself when its victims were asked for last, where there were any.
    bool isRunWaiting() const { return m_isRunWaiting; }
    /// False where the server tells nobody who holds a table. Known after the first call of one of these, as is this:
    virtual bool seesHolders() const { return true; }
    /// False where the role is not told who waits.
    virtual bool seesWaiters() const { return true; }

protected:
    bool m_isRunWaiting = false;
};

} // namespace Whimbrel
