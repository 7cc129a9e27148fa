// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/tablelocks.h"

#include "run/runcontext.h"
#include "safety/impacttext.h"

#include <QElapsedTimer>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds leastPatience = 10ms;
constexpr milliseconds betweenTries = 50ms;
constexpr int triesBesideWeak = 4; ///< for the strong locks, while the weak ones are kept

const QString weakMode = u"ShareUpdateExclusiveLock"_s;

bool isTakenEarly(const LockNeed &need)
{
    return lockReach(need.mode) >= LockReach::Writes;
}

} // namespace

bool isAboutLocks(const Error &error)
{
    const bool isDeadlock = error.code == "40P01"_L1 || error.code == "1213"_L1;
    return error.kind == ErrorKind::LockTimeout || isDeadlock;
}

Result<> TableLocks::run(const QString &sql)
{
    const Result<Rows> done = m_context.cancellable([&] { return m_context.session.query(sql); });
    return done ? Result<>() : std::unexpected(done.error());
}

bool TableLocks::isLockable(const LockNeed &need) const
{
    return need.type == ObjectType::Table && !m_notLockable.contains(need.relation.toString());
}

QString TableLocks::lockSql(const LockNeed &need, const QString &mode) const
{
    QString name = m_context.session.quotedIdentifier(need.relation.name);
    if (!need.relation.schema.isEmpty())
        name.prepend(m_context.session.quotedIdentifier(need.relation.schema) + u'.');
    return u"LOCK TABLE ONLY %1 IN %2 MODE"_s.arg(name, lockModeName(mode, lockReach(mode)));
}

Result<TableLocks::Taken> TableLocks::beginAndTake(const QList<LockNeed> &needs, milliseconds patience, const Statement *next)
{
    QStringList sql;
    for (const LockNeed &need : needs) {
        if (isLockable(need) && isTakenEarly(need))
            sql << lockSql(need, need.mode) + u" NOWAIT"_s;
    }
    if (sql.isEmpty())
        return Taken::Busy; // nothing says that the way is clear
    sql << u"SET LOCAL lock_timeout = %1"_s.arg(patience.count());
    const Result<> taken = m_context.cancellable([&] { return m_context.session.beginWith(sql, next); });
    if (taken)
        return Taken::All;
    const bool isGone = taken.error().kind == ErrorKind::ConnectionLost || m_context.stop.stop_requested();
    return isGone ? std::unexpected(taken.error()) : Result<Taken>(Taken::Busy);
}

Result<TableLocks::Taken> TableLocks::take(const QList<LockNeed> &needs, const QList<ObjectName> &vacuumed, const Patience &patience)
{
    const Result<bool> weak = takeWeak(needs, vacuumed, patience.weak);
    if (!weak)
        return failed(weak.error());
    const bool isStrong = std::ranges::any_of(needs, &LockNeed::isStrong);
    Result<> taken = takeStrong(needs, patience.strong);
    for (int tries = 1; *weak && !taken && isAboutLocks(taken.error()) && tries < triesBesideWeak; ++tries) {
        // What keeps autovacuum away is kept: it blocks no reader and no writer.
        if (const Result<> back = run(u"ROLLBACK TO SAVEPOINT whimbrel_guard"_s); !back)
            return failed(back.error());
        std::this_thread::sleep_for(betweenTries);
        taken = takeStrong(needs, patience.strong);
    }
    if (!taken)
        return failed(taken.error());
    QStringList after;
    if (*weak)
        after << u"RELEASE SAVEPOINT whimbrel_guard"_s;
    if (isStrong || *weak) {
        const milliseconds rest = isStrong ? patience.strong : m_context.session.guards().lockTimeout;
        after << u"SET LOCAL lock_timeout = %1"_s.arg(rest.count());
    }
    if (const Result<> set = after.isEmpty() ? Result<>() : run(after.join(u"; "_s)); !set)
        return failed(set.error());
    return Taken::All;
}

Result<bool> TableLocks::takeWeak(const QList<LockNeed> &needs, const QList<ObjectName> &vacuumed, milliseconds patience)
{
    bool any = false;
    for (const LockNeed &need : needs) {
        if (need.mode != weakMode && !vacuumed.contains(need.relation))
            continue;
        if (const Result<> taken = takeOne(need, weakMode, patience); !taken)
            return std::unexpected(taken.error());
        any = true;
    }
    if (const Result<> set = any ? run(u"SAVEPOINT whimbrel_guard"_s) : Result<>(); !set)
        return std::unexpected(set.error());
    return any;
}

/// All within the time that one may wait: who holds the first does not wait long for the second.
Result<> TableLocks::takeStrong(const QList<LockNeed> &needs, milliseconds patience)
{
    QElapsedTimer timer;
    timer.start();
    for (const LockNeed &need : needs) {
        const milliseconds left = std::max(patience - milliseconds(timer.elapsed()), leastPatience);
        if (const Result<> taken = isTakenEarly(need) ? takeOne(need, need.mode, left) : Result<>(); !taken)
            return taken;
    }
    return {};
}

Result<> TableLocks::takeOne(const LockNeed &need, const QString &mode, milliseconds patience)
{
    m_lastTried = need.relation.toString();
    if (!isLockable(need))
        return {};
    return run(u"SET LOCAL lock_timeout = %1; %2"_s.arg(QString::number(patience.count()), lockSql(need, mode)));
}

/// What an error of LOCK TABLE means for the attempt.
Result<TableLocks::Taken> TableLocks::failed(const Error &error)
{
    const bool byWatchdog = error.kind == ErrorKind::Cancelled && !m_context.stop.stop_requested();
    if (isAboutLocks(error) || byWatchdog)
        return Taken::Busy;
    if (error.kind != ErrorKind::Statement || m_notLockable.contains(m_lastTried))
        return std::unexpected(error);
    m_notLockable.insert(m_lastTried); // no table any more, or no right to lock it: the statement itself will say
    return Taken::Again;
}

} // namespace Whimbrel
