// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/lockguard.h"

#include "run/guard/guardtext.h"
#include "run/guard/sqlitepatience.h"
#include "run/progress/progresswatch.h"
#include "run/runcontext.h"
#include "run/runlock.h"
#include "safety/catalog/catalogreader.h"
#include "safety/impacttext.h"
#include "safety/project/projectanalysis.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds oldAge = 200ms; ///< of a transaction that is not waited for in the queue
constexpr milliseconds lookInterval = 50ms;
constexpr milliseconds firstLockTimeout = 50ms;
constexpr milliseconds longestPause = 400ms;
constexpr milliseconds longestPauseAfterStall = 4s;
constexpr int budgetsBetween = 3; ///< that nobody waits, after an attempt that used one up
constexpr milliseconds lockInterval = 2s;    ///< between two looks at the run lock
constexpr int failuresToGrow = 3;
constexpr int mostOverrunsAtWork = 3; ///< then the work is too long, whenever it is tried


bool isOld(const LockHolder &holder)
{
    return holder.kind == LockHolder::Kind::Prepared ||
           (holder.kind == LockHolder::Kind::Session && holder.age >= oldAge);
}

/// The schema as it is; where it cannot be read because something is locked, as the files tell.
Result<Catalog> catalogOf(Session &session, const MigrationProject &project, const RunPlan &plan,
                          const std::stop_token &stop)
{
    Result<ReadCatalog> read = readCatalog(session);
    if (read)
        return std::move(read->catalog);
    if (read.error().kind == ErrorKind::ConnectionLost || read.error().kind == ErrorKind::Cancelled)
        return std::unexpected(read.error());
    AnalysisBase base{.dialect = session.dialect(), .version = session.serverVersion()};
    const QString first = plan.isEmpty() ? QString() : plan.steps.first().migration.version;
    return ProjectAnalysis(project, base).catalogBefore(first, stop);
}

} // namespace

LockGuard::LockGuard(RunContext &context, const RunGuards &guards, RunLock &lock)
    : m_context(context)
    , m_guards(guards)
    , m_lock(lock)
    , m_locks(context)
    , m_probe(context)
    , m_news(context)
    , m_random(std::random_device()())
{
}

LockGuard::~LockGuard() = default;

Result<> LockGuard::prepare(const MigrationProject &project, const RunPlan &plan)
{
    Session &session = m_context.session;
    if (!isGuarded(session.dialect()))
        return {};
    const Result<Catalog> catalog = m_context.cancellable([&] { return catalogOf(session, project, plan, m_context.stop); });
    if (!catalog)
        return std::unexpected(catalog.error());
    const Result<QList<GuardedStep>> steps = guardedSteps(project, plan, m_guards, *catalog);
    if (!steps)
        return std::unexpected(steps.error());
    if (const QList<Error> refusals = whatCannotFit(plan, *steps); !refusals.isEmpty()) {
        Error refusal = refusals.first();
        refusal.hint.prepend(tr("Nothing was changed.") + u' ');
        return std::unexpected(refusal);
    }
    for (qsizetype i = 0; i < steps->size(); ++i)
        m_steps.insert(&plan.steps.at(i), steps->at(i));
    m_monitor = std::make_unique<GuardMonitor>(session.settings(), session, m_lock.backend());
    m_sinceLockSeen.start();
    if (m_context.progress)
        m_context.progress->setMonitor(m_monitor.get());
    return {};
}

const GuardedStep *LockGuard::known(const PlanStep &step) const
{
    const auto found = m_steps.constFind(&step);
    return isOn() && found != m_steps.cend() ? &*found : nullptr;
}

Result<> LockGuard::begin(const PlanStep &step, const Statement *next)
{
    m_news.setStep(step);
    const GuardedStep *guarded = known(step);
    if (!guarded)
        return beginUnguarded();
    return beginWith(guarded->needs.transaction, guarded->budget.ofTransaction(), next);
}

Result<> LockGuard::beginAll()
{
    QList<LockNeed> needs;
    milliseconds budget = usualBudget(m_guards, m_context.session.dialect());
    for (const GuardedStep &step : std::as_const(m_steps)) {
        needs << step.needs.transaction;
        budget = std::max(budget, step.budget.ofTransaction());
    }
    if (!isOn())
        return beginUnguarded();
    return beginWith(mergedNeeds(needs), budget);
}

Result<> LockGuard::beginUnguarded()
{
    return whenFree([this] { return m_context.cancellable([this] { return m_context.session.begin(); }); });
}

Result<> LockGuard::whenFree(const std::function<Result<>()> &work)
{
    return m_context.session.dialect() == Dialect::SQLite ? SqlitePatience(m_context, m_guards.giveUpAfter).keepTrying(work) : work();
}

Result<> LockGuard::beginWith(const QList<LockNeed> &needs, milliseconds budget, const Statement *next)
{
    using Taken = TableLocks::Taken;
    startTrying(budget);
    bool isFirst = m_attempts == 0;
    for (;;) {
        if (const Result<> clear = isFirst ? Result<>() : awaitWay(needs); !clear)
            return clear;
        const bool takesAtOnce = isFirst && !needs.isEmpty();
        watch(needs);
        const auto begin = [&] { return m_context.session.beginWith({}, needs.isEmpty() ? next : nullptr); };
        const Result<> begun = takesAtOnce ? Result<>() : m_context.cancellable(begin);
        if (!begun)
            return begun;
        const Result<Taken> taken = needs.isEmpty() ? Taken::All : takesAtOnce ? m_locks.beginAndTake(needs, lockTimeout(), next) : takeLocks(needs);
        if (!taken)
            return std::unexpected(taken.error());
        if (*taken == Taken::All)
            return {};
        if (const Result<> released = m_context.session.rollback(); !released)
            return released;
        unwatch();
        const bool wasAttempt = *taken == Taken::Busy && !isFirst;
        isFirst = false;
        if (const Result<> waited = wasAttempt ? waitAfterFailure(needs, lockTimeout()) : Result<>(); !waited)
            return waited;
    }
}

Result<TableLocks::Taken> LockGuard::takeLocks(const QList<LockNeed> &needs)
{
    for (const LockHolder &vacuum : std::as_const(m_vacuums))
        m_news.tellVacuum(vacuum, needs, trial());
    return m_locks.take(needs, vacuumed(), {.strong = lockTimeout(), .weak = timeToYield()});
}

GuardNews::Trial LockGuard::trial() const
{
    return {.attempt = m_attempts + 1, .elapsedMs = m_trying.elapsed()};
}

QList<ObjectName> LockGuard::vacuumed() const
{
    QList<ObjectName> relations;
    for (const LockHolder &vacuum : m_vacuums)
        relations << vacuum.relation;
    return relations;
}

/// Where the server does not tell how old a transaction is, only looking for as long can tell.
bool LockGuard::isSeenForLongEnough(const QList<LockHolder> &holders) const
{
    return milliseconds(m_trying.elapsed()) > oldAge || std::ranges::all_of(holders, [](const LockHolder &holder) { return holder.isAgeTold || !holder.granted; });
}

void LockGuard::startTrying(milliseconds budget)
{
    m_budget = budget;
    if (m_trying.isValid())
        return;
    m_trying.start();
    m_attempts = m_failedInARow = m_overruns = m_overrunsAtWork = 0;
    m_news.begin();
}

Result<> LockGuard::checkRunLock()
{
    return m_lock.isHeld() ? Result<>() : std::unexpected(lostLockError());
}

/// The watchdog looks, too, but not while one short statement follows the other, each in a transaction of its own.
Result<> LockGuard::checkRunLockNowAndThen()
{
    if (m_sinceLockSeen.durationElapsed() < lockInterval)
        return {};
    m_sinceLockSeen.start();
    return checkRunLock();
}

/// Until nobody is in the way for long. A monitor that is gone cannot be asked: then the attempts alone must do.
Result<> LockGuard::awaitWay(const QList<LockNeed> &needs, const std::function<Result<>()> &release)
{
    const auto letGo = [&]() -> Result<> {
        if (!release)
            return {};
        const Result<> released = release();
        unwatch();
        return released;
    };
    m_vacuums.clear();
    while (!needs.isEmpty()) {
        if (m_context.stop.stop_requested())
            return failure(ErrorKind::Cancelled, tr("Stopped."));
        const Result<QList<LockHolder>> holders = m_monitor->holders(needs);
        if (!holders) {
            m_news.tellBlind(holders.error());
            return {};
        }
        if (!m_monitor->seesHolders())
            m_news.tellUnseen(m_budget);
        if (!m_monitor->seesWaiters())
            m_news.tellUnseenWaiters();
        const auto isWraparound = [](const LockHolder &holder) {
            return holder.kind == LockHolder::Kind::WraparoundVacuum;
        };
        if (const auto vacuum = std::ranges::find_if(*holders, isWraparound); vacuum != holders->end())
            return std::unexpected(wraparoundError(*vacuum));
        QList<LockHolder> old;
        m_vacuums.clear();
        for (const LockHolder &holder : *holders) {
            if (isOld(holder))
                old << holder;
            else if (holder.kind == LockHolder::Kind::Autovacuum)
                m_vacuums << holder;
        }
        const bool isSeen = isSeenForLongEnough(*holders);
        if (old.isEmpty() && isSeen)
            return {};
        if (const Result<> released = letGo(); !released)
            return released;
        if (!isSeen && old.isEmpty()) {
            (void)pause(lookInterval);
            continue;
        }
        m_news.tellWait(needs, old, trial());
        if (milliseconds(m_trying.elapsed()) >= m_guards.giveUpAfter)
            return std::unexpected(noWayError(needs, old, m_guards.giveUpAfter, m_attempts));
        m_failedInARow = 0;
        if (const Result<> held = checkRunLockNowAndThen(); !held)
            return held;
        (void)pause(std::max(lookInterval, 5 * m_monitor->costOfLook()));
    }
    return {};
}

/// After an attempt that nobody old was in the way of.
Result<> LockGuard::waitAfterFailure(const QList<LockNeed> &needs, milliseconds patience)
{
    ++m_attempts;
    ++m_failedInARow;
    if (milliseconds(m_trying.elapsed()) >= m_guards.giveUpAfter) {
        return std::unexpected(isBlind() ? noWayBlindError(needs, m_guards.giveUpAfter, m_attempts)
                                         : noWayError(needs, {}, m_guards.giveUpAfter, m_attempts));
    }
    RunEvent event = m_news.eventOn(RunEvent::Kind::LockRetry, needs);
    event.attempt = m_attempts + 1;
    event.elapsedMs = m_trying.elapsed();
    event.message = tr("Attempt %1: the locks on %2 were not granted within %3 ms. Tries again.")
                        .arg(QString::number(m_attempts), needsText(needs), QString::number(patience.count()));
    m_context.publish(event);
    (void)pause(backOff());
    return {};
}

/// Growing, and never the same for two that run into each other. Whoever has made others wait leaves them alone for longer.
milliseconds LockGuard::backOff()
{
    milliseconds base = std::min(lookInterval * (1 << std::min(m_failedInARow, 4)), longestPause);
    if (m_overruns > 0)
        base = std::max(base, std::min(m_budget * budgetsBetween * (1 << std::min(m_overruns - 1, 4)), longestPauseAfterStall));
    const milliseconds pause(std::uniform_int_distribution<qint64>(base.count() / 2, base.count())(m_random));
    return std::clamp(m_guards.giveUpAfter - milliseconds(m_trying.elapsed()), lookInterval / 2, pause);
}

milliseconds LockGuard::lockTimeout() const
{
    const milliseconds most = m_monitor->patience(m_budget);
    return std::min(firstLockTimeout * (1 << std::min(m_failedInARow / failuresToGrow, 6)), most);
}

/// A server lets an autovacuum yield to who has waited for it for deadlock_timeout.
milliseconds LockGuard::timeToYield()
{
    if (!m_timeToYield)
        m_timeToYield = parseDuration(m_monitor->setting(u"deadlock_timeout"_s)).value_or(1s) + 1500ms;
    return *m_timeToYield;
}

void LockGuard::watch(const QList<LockNeed> &needs, milliseconds budget, milliseconds firstLook)
{
    const bool isBrief = !needs.isEmpty() && std::ranges::all_of(needs, &LockNeed::isBrief);
    m_report = {};
    m_monitor->watch(budget > 0ms ? budget : m_budget, needs, isBrief ? budgetAtEnd : 0ms, firstLook);
    m_isWatched = true;
    m_watched = needs;
    m_held.start();
}

void LockGuard::unwatch()
{
    if (!m_isWatched)
        return;
    m_isWatched = false;
    m_watched.clear();
    m_report = m_monitor->unwatch();
    if ((m_report.cancelled || m_report.lockLost) && !m_context.stop.stop_requested())
        m_context.session.canceller()->clear();
    if (m_report.victims == 0)
        return;
    RunEvent event = m_context.event(RunEvent::Kind::Notice);
    event.message = victimsText(m_report, m_budget);
    m_context.publish(event);
}

Result<> LockGuard::end(Result<> result)
{
    const bool isWatched = m_isWatched;
    unwatch();
    if (result) {
        m_trying.invalidate();
        return result;
    }
    if (isWatched && m_report.lockLost && result.error().kind == ErrorKind::Cancelled && !m_context.stop.stop_requested())
        return std::unexpected(lostLockError());
    m_isOverBudget = isWatched && m_report.cancelled && result.error().kind == ErrorKind::Cancelled &&
                     !m_context.stop.stop_requested();
    if (!m_isOverBudget)
        return result;
    return std::unexpected(m_report.wasQueueing ? queuedTooLongError(m_report, m_budget) : overBudgetError(m_report, m_budget));
}

bool LockGuard::shouldTryAgain(const Error &error)
{
    const bool isInTime = m_trying.isValid() && milliseconds(m_trying.elapsed()) < m_guards.giveUpAfter;
    const bool isLock = isAboutLocks(error) && !error.code.isEmpty();
    if (m_isOverBudget)
        ++m_overruns;
    // What took long before it was cancelled will take as long again; what waited itself may find the way clear.
    const bool mayFit = m_isOverBudget
        && (m_report.wasQueueing || (m_held.durationElapsed() < 3 * m_budget && ++m_overrunsAtWork < mostOverrunsAtWork));
    if (!isOn() || !isInTime || !(isLock || mayFit) || m_context.stop.stop_requested()) {
        m_trying.invalidate();
        return false;
    }
    ++m_attempts;
    ++m_failedInARow;
    RunEvent event = m_context.event(RunEvent::Kind::LockRetry);
    event.attempt = m_attempts + 1;
    event.elapsedMs = m_trying.elapsed();
    event.message = tr("Attempt %1 was given up: %2 Nothing of it is in effect. Tries again.")
                        .arg(QString::number(m_attempts), error.message);
    m_context.publish(event);
    return true;
}

Result<> LockGuard::rest()
{
    if (pause(backOff()))
        return {};
    return failure(ErrorKind::Cancelled, tr("Stopped."));
}

/// False if the run is stopped meanwhile.
bool LockGuard::pause(milliseconds time)
{
    std::mutex mutex;
    std::unique_lock lock(mutex);
    std::condition_variable_any().wait_for(lock, m_context.stop, time, [] { return false; });
    return !m_context.stop.stop_requested();
}

} // namespace Whimbrel
