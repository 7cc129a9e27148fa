// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/monitor/guardmonitor.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds tickInterval = 20ms;
constexpr milliseconds closeInterval = 10ms; ///< while somebody waits
constexpr milliseconds lockInterval = 2s; ///< between two looks at the run lock
constexpr milliseconds slowestInterval = 4s; ///< of regular work that takes long: the server is not asked all the time
constexpr milliseconds longWork = 2s; ///< after which work that nobody feels is not thrown away for a moment of waiting
constexpr milliseconds timeToKill = 50ms; ///< until rows begin to be restored, after a look that may come late
constexpr int mostTimesToUndo = 2; ///< what the changes took; 1.0 to 1.8 were measured
constexpr std::chrono::microseconds undoOfRow = 100us; ///< at most, with its indexes; 1 µs was measured on rows in memory

} // namespace

milliseconds GuardMonitor::patience(milliseconds budget) const
{
    return std::max(budget / 2, budget - tickInterval - m_timeToCancel);
}

GuardMonitor::GuardMonitor(ConnectionSettings settings, Session &run, const BackendId &runLock)
    : m_settings(std::move(settings))
    , m_canceller(run.canceller())
    , m_look(LockLook::create(run.dialect(), run.backend()))
    , m_runLock(runLock)
    , m_timeToCancel(run.dialect() == Dialect::PostgreSql ? 30ms : 100ms) // until the statement has given way
    , m_thread([this](const std::stop_token &stop) { loop(stop); })
{
}

GuardMonitor::~GuardMonitor() = default;

void GuardMonitor::loop(const std::stop_token &stop)
{
    const Result<std::unique_ptr<Session>> session = Session::open(m_settings, SessionRole::Monitor);
    std::unique_lock lock(m_mutex);
    m_connected = session.has_value();
    if (!session)
        m_error = session.error();
    m_changed.notify_all();
    while (m_connected && !stop.stop_requested()) {
        if (m_work)
            take(lock, **session);
        else if (m_regularWork && Clock::now() >= m_regularDue)
            doRegularWork(lock, **session);
        else if (m_watching && Clock::now() >= m_nextTick)
            tick(lock, **session);
        else
            sleep(lock, stop);
    }
}

GuardMonitor::Clock::time_point GuardMonitor::nextDue() const
{
    auto due = Clock::time_point::max();
    if (m_watching)
        due = m_nextTick;
    return m_regularWork ? std::min(due, m_regularDue) : due;
}

/// Until something is due. A script has statements by the thousand, each with a watch of its own: they do not wake the thread.
void GuardMonitor::sleep(std::unique_lock<std::mutex> &lock, const std::stop_token &stop)
{
    m_sleepsUntil = nextDue();
    const auto isSooner = [this] { return m_work || nextDue() < m_sleepsUntil; };
    if (m_sleepsUntil == Clock::time_point::max())
        m_changed.wait(lock, stop, isSooner);
    else
        m_changed.wait_until(lock, stop, m_sleepsUntil, isSooner);
    m_sleepsUntil = Clock::time_point::min();
}

void GuardMonitor::wakeForWhatIsDue()
{
    if (nextDue() < m_sleepsUntil)
        m_changed.notify_all();
}

void GuardMonitor::doRegularWork(std::unique_lock<std::mutex> &lock, Session &session)
{
    const RegularWork work = m_regularWork;
    lock.unlock();
    QElapsedTimer timer;
    timer.start();
    const Result<> done = work(session);
    lock.lock();
    m_interval = std::max(m_interval, std::min<milliseconds>(10 * milliseconds(timer.elapsed()), slowestInterval));
    m_regularDue = Clock::now() + m_interval;
    if (!done)
        noteLoss(done.error());
}

void GuardMonitor::noteLoss(const Error &error)
{
    if (error.kind != ErrorKind::ConnectionLost)
        return;
    m_error = error;
    m_connected = false;
}

void GuardMonitor::take(std::unique_lock<std::mutex> &lock, Session &session)
{
    const Work &work = *m_work;
    lock.unlock();
    work(session);
    lock.lock();
    m_work = nullptr;
    m_changed.notify_all();
}

void GuardMonitor::tick(std::unique_lock<std::mutex> &lock, Session &session)
{
    const quint64 watch = m_watch;
    const QList<LockNeed> needs = m_needs;
    lock.unlock();
    QElapsedTimer timer;
    timer.start();
    const Result<QList<Victim>> victims = m_look->victims(session, needs);
    const milliseconds cost(timer.elapsed());
    const bool isLost = isLockLost(session);
    {
        const std::lock_guard cancelling(m_cancelling);
        lock.lock();
        const bool isMeant = m_watching && m_watch == watch;
        if (!victims)
            noteLoss(victims.error());
        if (victims && isMeant)
            count(*victims);
        const bool isEnough = victims && isMeant && !m_report.cancelled
            && std::ranges::any_of(*victims, [&](const Victim &victim) { return isTime(victim, cost); });
        if (isEnough) {
            m_report.cancelled = true;
            m_report.wasQueueing = m_look->isRunWaiting();
        }
        if (isMeant && isLost)
            m_report.lockLost = true;
        lock.unlock();
        if (isEnough || (isMeant && isLost))
            m_canceller->cancel();
    }
    lock.lock();
    if (m_watch != watch)
        return; // another watch has a time of its own
    // A server that takes long for the look is not asked all the time.
    const milliseconds rest = 3 * cost > tickInterval ? std::min<milliseconds>(3 * cost, 1s) : 0ms;
    m_nextTick = Clock::now() + rest + (m_report.victims > 0 ? closeInterval : tickInterval);
}

/// Every now and then. A session that cannot be seen is not gone: the server's answer has to be an empty one.
bool GuardMonitor::isLockLost(Session &session)
{
    if (m_runLock.pid == 0 || (m_sinceLockSeen.isValid() && m_sinceLockSeen.durationElapsed() < lockInterval))
        return false;
    m_sinceLockSeen.start();
    const QString sql = session.dialect() == Dialect::PostgreSql ? u"SELECT 1 FROM pg_stat_activity WHERE pid = ?"_s
                                                                 : u"SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = ?"_s;
    const Result<Rows> rows = session.query(sql, {m_runLock.pid});
    return rows && rows->isEmpty();
}

/// Whether the statement has to be cancelled now, so that this one gets on within the budget.
bool GuardMonitor::isTime(const Victim &victim, milliseconds cost) const
{
    const milliseconds budget = m_watched.durationElapsed() < longWork ? m_budget : std::max(m_budget, m_laterBudget);
    const milliseconds undo = timeToUndo(victim);
    // Where that takes longer than the budget already, only an end of the statement's own can still be in time.
    const bool canBeUndone = undo > 0ms && undo < budget;
    return victim.waited + cost >= (canBeUndone ? budget - mostTimesToUndo * undo - timeToKill : patience(budget));
}

/// MariaDB restores what was changed in about the time that the changes took, at least, and keeps all rows locked until the last one is.
milliseconds GuardMonitor::timeToUndo(const Victim &victim) const
{
    const auto ofRows = std::chrono::ceil<milliseconds>(victim.rowsToUndo * undoOfRow);
    return std::min(ofRows, milliseconds(m_watched.elapsed()));
}

void GuardMonitor::count(const QList<Victim> &victims)
{
    for (const Victim &victim : victims) {
        if (victim.isAssumed)
            continue;
        m_victims.insert(victim.backend.pid);
        if (victim.waited >= m_report.longest) {
            m_report.longest = victim.waited;
            m_report.worst = victim;
        }
    }
    m_report.victims = static_cast<int>(m_victims.size());
}

Result<> GuardMonitor::call(const Work &work)
{
    std::unique_lock lock(m_mutex);
    m_changed.wait(lock, [this] { return m_connected || m_error; });
    if (m_error)
        return std::unexpected(*m_error);
    m_work = &work;
    m_changed.notify_all();
    m_changed.wait(lock, [&] { return m_work != &work || m_error; });
    if (m_work != &work)
        return {};
    m_work = nullptr;
    return std::unexpected(*m_error);
}

Result<> GuardMonitor::ready()
{
    return call([](Session &) {});
}

Result<QList<LockHolder>> GuardMonitor::holders(const QList<LockNeed> &needs)
{
    Result<QList<LockHolder>> holders;
    const Work look = [&](Session &session) {
        QElapsedTimer timer;
        timer.start();
        holders = m_look->holders(session, needs);
        m_cost = milliseconds(timer.elapsed());
        m_seesHolders = m_look->seesHolders();
        m_seesWaiters = m_look->seesWaiters();
    };
    if (const Result<> done = call(look); !done)
        return std::unexpected(done.error());
    return holders;
}

QString GuardMonitor::setting(const QString &name)
{
    QString value;
    const Work ask = [&](Session &session) {
        const Result<Rows> rows = session.query(u"SELECT current_setting(?) AS value"_s, {name});
        value = rows && !rows->isEmpty() ? rows->text(0, u"value") : QString();
    };
    (void)call(ask); // no answer is an empty one
    return value;
}

void GuardMonitor::setRegularWork(milliseconds interval, RegularWork work)
{
    const std::lock_guard lock(m_mutex);
    m_regularWork = std::move(work);
    m_interval = interval;
    m_regularDue = Clock::now() + interval;
    wakeForWhatIsDue();
}

std::optional<Error> GuardMonitor::error()
{
    const std::lock_guard lock(m_mutex);
    return m_error;
}

void GuardMonitor::watch(milliseconds budget, const QList<LockNeed> &needs, milliseconds later, milliseconds firstLook)
{
    const std::lock_guard lock(m_mutex);
    m_watching = true;
    ++m_watch;
    m_needs = needs;
    m_budget = budget;
    m_laterBudget = later;
    m_nextTick = Clock::now() + std::max(firstLook, tickInterval);
    m_watched.start();
    m_victims.clear();
    m_report = {};
    wakeForWhatIsDue();
}

WatchReport GuardMonitor::unwatch()
{
    {
        const std::lock_guard lock(m_mutex);
        m_watching = false;
    }
    const std::lock_guard cancelling(m_cancelling); // one that is under way ends first
    const std::lock_guard lock(m_mutex);
    return m_report;
}

} // namespace Whimbrel
