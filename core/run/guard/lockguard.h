// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/configuration/projectconfiguration.h"
#include "run/guard/fit/fitcheck.h"
#include "run/guard/guardnews.h"
#include "run/guard/monitor/guardmonitor.h"
#include "run/guard/tablelocks.h"
#include "run/guard/tableprobe.h"
#include "run/runevent.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <random>

namespace Whimbrel {

class RunLock;
struct RunContext;

/// Gets a run its locks without making others queue (design: "Sessions of a run"): looks first who is in the way,
/// queues only for a moment when nobody is for long, gives up within the stall budget and tries again; and watches that
/// nobody waits longer than the budget while the run holds what it has. On the run's thread.
class LockGuard
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// `context` and `lock` outlive it.
    LockGuard(RunContext &context, const RunGuards &guards, RunLock &lock);
    ~LockGuard();
    Q_DISABLE_COPY_MOVE(LockGuard)

    /// Reads what the plan's steps need of the schema as it is. Errors: Refused, before anything has changed, where a
    /// plan cannot be kept within its budget or a budget is wrong; ConnectionLost, Cancelled.
    Result<> prepare(const MigrationProject &project, const RunPlan &plan);

    /// Work that needs nothing but that SQLite's file is not somebody else's.
    Result<> whenFree(const std::function<Result<>()> &work);

    /// Begins the transaction of a step, with all the strong locks that it will need, and watches it. After an error
    /// there may be a transaction to roll back. `next`: as Session::beginWith(). Errors: LockTimeout with those who are in the way;
    /// those of Session.
    Result<> begin(const PlanStep &step, const Statement *next);
    /// The same of a run that is one transaction.
    Result<> beginAll();
    /// To be called when the transaction has ended or failed: the watch ends. Explains an error that the watchdog
    /// caused.
    Result<> end(Result<> result);
    /// Whether a step that failed so, and of which nothing will be in effect, may well succeed if it is tried again.
    bool shouldTryAgain(const Error &error);
    /// Waits for a moment before that. Errors: Cancelled.
    Result<> rest();

    /// What is sent behind the statement's own text, mostly nothing: see askedAlgorithm().
    QString addedTo(const PlanStep &step, const PlanStatement &planned) const;

    /// One of many short transactions that take rows: nobody looks who waits for it before it has taken as long as `usual`. Errors:
    /// those of `work`, explained as end() does.
    Result<> watchBatch(const PlanStep &step, std::chrono::milliseconds usual, const std::function<Result<>()> &work);
    /// Whether the last failure was the watchdog's.
    bool isOverBudget() const { return m_isOverBudget; }

    /// Whether the run lock is still held, where the run waits for something else than the server. Errors: Statement.
    Result<> checkRunLock();

    using Send = std::function<Result<StatementOutcome>()>;
    struct Sending
    {
        Send attempt;
        std::function<Result<>()> release = {}; ///< called before it waits: lets go of what the statements before have locked
        bool mayRepeat = true;                  ///< an attempt that fails leaves nothing in effect
    };
    /// Sends a statement that is not part of a guarded transaction: when the way is clear, as often as it takes and may be. A statement that
    /// leaves its work uncommitted is watched on, until end().
    Result<StatementOutcome> send(const PlanStep &step, const PlanStatement &planned, const Sending &sending);

private:
    bool isOn() const { return m_monitor != nullptr; }
    const GuardedStep *known(const PlanStep &step) const;
    void startTrying(std::chrono::milliseconds budget);
    Result<> checkRunLockNowAndThen();
    Result<> beginUnguarded();
    Result<> beginWith(const QList<LockNeed> &needs, std::chrono::milliseconds budget, const Statement *next = nullptr);
    bool isSeenForLongEnough(const QList<LockHolder> &holders) const;
    Result<> awaitWay(const QList<LockNeed> &needs, const std::function<Result<>()> &release = {});
    Result<TableLocks::Taken> takeLocks(const QList<LockNeed> &needs);
    QList<ObjectName> vacuumed() const;
    Error withNames(const Error &error, const QList<LockNeed> &needs);
    Result<StatementOutcome> sendInTransaction(const QList<LockNeed> &needs, std::chrono::milliseconds budget, const Send &send);
    Result<> beBrief(const QList<LockNeed> &needs);
    Result<StatementOutcome> sendPatiently(const Statement &statement, const Send &send);
    Result<> clearLeftover(const Statement &statement);
    Result<> passAutovacuum(const QList<LockNeed> &needs);
    Result<> waitAfterFailure(const QList<LockNeed> &needs, std::chrono::milliseconds patience);
    Result<> awaitTables(const QList<LockNeed> &needs, const std::function<Result<>()> &release);
    bool isBlind() const { return m_monitor->error().has_value(); }
    void watch(const QList<LockNeed> &needs, std::chrono::milliseconds budget = {}, std::chrono::milliseconds firstLook = {});
    void unwatch();
    bool pause(std::chrono::milliseconds time);
    std::chrono::milliseconds backOff();
    std::chrono::milliseconds lockTimeout() const;
    std::chrono::milliseconds timeToYield();

    GuardNews::Trial trial() const;

    RunContext &m_context;
    const RunGuards m_guards;
    RunLock &m_lock;
    TableLocks m_locks;
    TableProbe m_probe;
    GuardNews m_news;
    QHash<const PlanStep *, GuardedStep> m_steps;
    std::unique_ptr<GuardMonitor> m_monitor;

    // Of what is tried at present.
    std::chrono::milliseconds m_budget{0};
    QElapsedTimer m_trying;       ///< since the first look; invalid: nothing is tried
    int m_attempts = 0;           ///< that failed
    int m_failedInARow = 0;       ///< of these, since the last time that somebody old was in the way
    int m_overruns = 0;           ///< that the watchdog ended
    int m_overrunsAtWork = 0;     ///< of these, when they had what they needed
    bool m_isOverBudget = false;  ///< the last failure is the watchdog's
    QList<LockHolder> m_vacuums; ///< autovacuums that the last look found
    bool m_isWatched = false;
    QList<LockNeed> m_watched; ///< what of it
    WatchReport m_report; ///< of the last watch
    QElapsedTimer m_held; ///< since it began

    QElapsedTimer m_sinceLockSeen; ///< the run lock
    std::optional<std::chrono::milliseconds> m_timeToYield;
    std::minstd_rand m_random;
};

} // namespace Whimbrel
