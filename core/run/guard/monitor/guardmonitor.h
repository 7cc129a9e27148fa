// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/monitor/locklook.h"

#include <condition_variable>
#include <mutex>
#include <thread>

namespace Whimbrel {

/// What the watchdog saw while it watched.
struct WatchReport
{
    int victims = 0;                      ///< different sessions that waited because of the run
    std::chrono::milliseconds longest{0}; ///< that one of them was seen to wait
    Victim worst;                         ///< that one
    bool lockLost = false; ///< the session that holds the run lock is gone, and our statement was cancelled
    bool cancelled = false;               ///< the budget was used up, and our statement was cancelled
    bool wasQueueing = false;             ///< while it waited for somebody itself: another time it may find the way clear
};

/// The monitor session of a run on a thread of its own: looks who is in the way when asked, and while a watch is on
/// counts every 20 ms who waits for the run, and cancels the run's statement before someone has waited longer than the
/// budget.
class GuardMonitor
{
public:
    /// Begins to connect. `run` is the session that is watched and cancelled; it outlives the monitor. `runLock`: the session that
    /// holds the run lock; nobody: there is none to look at.
    GuardMonitor(ConnectionSettings settings, Session &run, const BackendId &runLock);
    ~GuardMonitor();
    Q_DISABLE_COPY_MOVE(GuardMonitor)

    /// Waits until connected. Errors: why there is no monitor: Unreachable, ConnectionLost.
    Result<> ready();
    /// Who is in the way now, and what the look cost. Errors: as Session::query(), and those of ready().
    Result<QList<LockHolder>> holders(const QList<LockNeed> &needs);
    /// False where the server tells nobody who holds a table, and where it does not tell this role who waits; known after holders().
    bool seesHolders() const { return m_seesHolders; }
    bool seesWaiters() const { return m_seesWaiters; }
    std::chrono::milliseconds costOfLook() const { return m_cost; }
    /// Asks once for a value that SHOW tells. Empty where it cannot be told.
    QString setting(const QString &name);

    /// `needs`: what the run has locked, or is about to. `later`: the budget of work that others do not feel and that has gone on for
    /// two seconds, as cancelling it then would lose what was done; 0: the same. `firstLook`: how long nobody looks.
    void watch(std::chrono::milliseconds budget, const QList<LockNeed> &needs = {}, std::chrono::milliseconds later = {},
               std::chrono::milliseconds firstLook = {});
    /// Ends the watch: after this nothing is cancelled any more.
    WatchReport unwatch();

    /// Done on the monitor's thread every `interval` beside everything else, first after one; nothing ends that, without waiting for
    /// one that is under way. Its error ends the monitor where the connection is lost.
    using RegularWork = std::function<Result<>(Session &)>;
    void setRegularWork(std::chrono::milliseconds interval, RegularWork work);
    /// Why there is no monitor (any more). Any thread.
    std::optional<Error> error();

    /// How long a victim may have waited before the statement is cancelled: the rest of the budget is what the cancelling takes.
    std::chrono::milliseconds patience(std::chrono::milliseconds budget) const;

private:
    using Clock = std::chrono::steady_clock;
    using Work = std::function<void(Session &)>;

    void loop(const std::stop_token &stop);
    void take(std::unique_lock<std::mutex> &lock, Session &session);
    void tick(std::unique_lock<std::mutex> &lock, Session &session);
    Clock::time_point nextDue() const; ///< max: nothing is
    void sleep(std::unique_lock<std::mutex> &lock, const std::stop_token &stop);
    void wakeForWhatIsDue();
    void doRegularWork(std::unique_lock<std::mutex> &lock, Session &session);
    void noteLoss(const Error &error);
    bool isLockLost(Session &session);
    void count(const QList<Victim> &victims);
    bool isTime(const Victim &victim, std::chrono::milliseconds cost) const;
    std::chrono::milliseconds timeToUndo(const Victim &victim) const;
    Result<> call(const Work &work);

    const ConnectionSettings m_settings;
    const std::shared_ptr<Canceller> m_canceller; ///< of the run's session
    const std::unique_ptr<LockLook> m_look;       ///< on the thread only
    const BackendId m_runLock;
    QElapsedTimer m_sinceLockSeen;                ///< on the thread only
    const std::chrono::milliseconds m_timeToCancel;
    std::chrono::milliseconds m_cost{0};          ///< set while the caller waits, as is this:
    bool m_seesHolders = true;
    bool m_seesWaiters = true;

    std::mutex m_mutex; ///< of what follows; never held while a server is asked
    std::condition_variable_any m_changed;
    bool m_connected = false;
    std::optional<Error> m_error;
    const Work *m_work = nullptr;
    RegularWork m_regularWork;
    std::chrono::milliseconds m_interval{0};
    Clock::time_point m_regularDue;
    bool m_watching = false;
    quint64 m_watch = 0; ///< counts the watches, to tell one from the next
    QList<LockNeed> m_needs;
    std::chrono::milliseconds m_budget{0};
    std::chrono::milliseconds m_laterBudget{0};
    QElapsedTimer m_watched; ///< since the watch began
    Clock::time_point m_nextTick; ///< of the watch
    Clock::time_point m_sleepsUntil = Clock::time_point::min(); ///< of the thread; min: it is awake
    QSet<qint64> m_victims;
    WatchReport m_report;

    std::mutex m_cancelling; ///< held while a cancel is under way, so that it cannot hit what follows the watch
    std::jthread m_thread;   ///< last: ends before the rest goes
};

} // namespace Whimbrel
