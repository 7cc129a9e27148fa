// SPDX-License-Identifier: GPL-3.0-or-later
// Of LockGuard: statements that are sent outside of a guarded transaction.
#include "run/guard/lockguard.h"

#include "run/guard/fit/askedalgorithm.h"
#include "run/guard/guardtext.h"
#include "run/guard/invalidindex.h"
#include "run/guard/sqlitepatience.h"
#include "run/runcontext.h"

#include <algorithm>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds endless = 24h * 365; ///< of a statement whose cancelling would leave something behind
constexpr milliseconds mariaDbLockTimeout = 1s; ///< a wait for a table is counted in seconds there

} // namespace

/// Whoever gives a statement a budget of its own takes what it costs.
QString LockGuard::addedTo(const PlanStep &step, const PlanStatement &planned) const
{
    const GuardedStep *guarded = known(step);
    const bool isAsked = guarded && guarded->budget.file == 0ms && !guarded->budget.statements.contains(planned.index);
    return isAsked ? guarded->needs.asked.value(planned.index) : QString();
}

Result<StatementOutcome> LockGuard::send(const PlanStep &step, const PlanStatement &planned, const Sending &sending)
{
    const auto &[send, release, mayRepeat] = sending;
    m_news.setStep(step);
    const GuardedStep *guarded = known(step);
    Session &session = m_context.session;
    const QList<LockNeed> needs = guarded ? guarded->needs.statements.value(planned.index) : QList<LockNeed>();
    const bool isPatient = guarded && guarded->needs.patient.contains(planned.index);
    if (isPatient || (needs.isEmpty() && planned.statement.kind == StatementKind::NoTransaction))
        return sendPatiently(planned.statement, send);
    if (!guarded) {
        const bool isAlone = session.dialect() == Dialect::SQLite && session.transactionState() == TransactionState::None;
        return isAlone ? SqlitePatience(m_context, m_guards.giveUpAfter).keepTrying(send) : send();
    }
    if (const Result<> held = checkRunLockNowAndThen(); !held)
        return std::unexpected(held.error());
    // In a transaction of the script nothing can be tried again. MariaDB's definitions stand outside of every one.
    const bool isInTransaction = session.dialect() == Dialect::MariaDb ? needs.isEmpty() : session.transactionState() != TransactionState::None;
    if (isInTransaction)
        return sendInTransaction(needs, guarded->budget.of(planned.index), send);
    startTrying(guarded->budget.of(planned.index));
    const SessionGuards before = session.guards();
    for (;;) {
        const Result<> clear = awaitWay(needs, release)
                                   .and_then([&] { return passAutovacuum(needs); })
                                   .and_then([&] { return awaitTables(needs, release); })
                                   .and_then([&] { return beBrief(needs); });
        if (!clear)
            return std::unexpected(clear.error());
        unwatch(); // of the statements before, which this one commits
        watch(needs);
        Result<StatementOutcome> outcome = send();
        const Result<> ended = end(outcome ? Result<>() : std::unexpected(outcome.error()));
        if (session.guards() != before)
            (void)session.setGuards(before); // fails only with the connection, which the next statement tells
        if (ended)
            return outcome;
        if (const QString added = addedTo(step, planned); !added.isEmpty() && isRefusedAlgorithm(ended.error()))
            return std::unexpected(refusedAlgorithmError(ended.error(), added.sliced(2)));
        if (!mayRepeat)
            m_trying.invalidate();
        if (!mayRepeat || !shouldTryAgain(ended.error()))
            return std::unexpected(withNames(ended.error(), needs));
        if (const Result<> rested = rest(); !rested)
            return std::unexpected(rested.error());
    }
}

/// What it locks stays locked until the transaction ends, however many short statements that takes: they are watched as one.
Result<StatementOutcome> LockGuard::sendInTransaction(const QList<LockNeed> &needs, milliseconds budget, const Send &send)
{
    Session &session = m_context.session;
    const QList<LockNeed> all = needs.isEmpty() ? m_watched : mergedNeeds(m_watched + needs);
    const bool isWatched = m_isWatched && m_budget == budget && all == m_watched;
    if (!isWatched)
        unwatch();
    m_budget = budget;
    const SessionGuards before = session.guards();
    if (const Result<> brief = beBrief(needs); !brief)
        return std::unexpected(brief.error());
    if (!isWatched)
        watch(all);
    Result<StatementOutcome> outcome = send();
    const bool goesOn = outcome && session.hasUncommittedWork();
    const Result<> ended = goesOn ? Result<>() : end(outcome ? Result<>() : std::unexpected(outcome.error()));
    if (session.guards() != before)
        (void)session.setGuards(before); // fails only with the connection, which the next statement tells
    return ended ? outcome : std::unexpected(ended.error());
}

/// MariaDB without a monitor session: who waits behind the run is not seen, so that no attempt may take longer than they may wait.
Result<> LockGuard::awaitTables(const QList<LockNeed> &needs, const std::function<Result<>()> &release)
{
    if (m_context.session.dialect() != Dialect::MariaDb || !isBlind())
        return {};
    if (const Result<> released = release ? release() : Result<>(); !released)
        return released;
    unwatch();
    const milliseconds patience = m_monitor->patience(m_budget);
    for (;;) {
        const Result<bool> clear = m_probe.isClear(needs, patience);
        if (!clear)
            return std::unexpected(clear.error());
        if (*clear)
            return {};
        m_overruns = std::max(m_overruns, 1); // whoever came later has waited for it: the pauses leave them alone
        if (const Result<> waited = waitAfterFailure(needs, patience); !waited)
            return waited;
        if (m_context.stop.stop_requested())
            return failure(ErrorKind::Cancelled, tr("Stopped."));
    }
}

/// For a lock that others feel: until the session's guards are set again.
Result<> LockGuard::beBrief(const QList<LockNeed> &needs)
{
    if (std::ranges::none_of(needs, &LockNeed::isStrong))
        return {};
    SessionGuards brief = m_context.session.guards();
    brief.lockTimeout = m_context.session.dialect() == Dialect::MariaDb ? mariaDbLockTimeout : lockTimeout();
    return m_context.session.setGuards(brief);
}

/// The server only says that the time was over: who was in the way is asked once more.
Error LockGuard::withNames(const Error &error, const QList<LockNeed> &needs)
{
    if (error.kind != ErrorKind::LockTimeout || needs.isEmpty())
        return error;
    const Result<QList<LockHolder>> holders = m_monitor->holders(needs);
    if (!m_monitor->seesHolders())
        return noWayUnseenError(needs, m_guards.giveUpAfter, m_attempts + 1);
    if (!holders || holders->isEmpty())
        return error;
    return noWayError(needs, *holders, m_guards.giveUpAfter, m_attempts + 1);
}

/// CREATE INDEX CONCURRENTLY waits for old transactions, not for a lock that others queue behind; a time-out would
/// leave an invalid index.
Result<StatementOutcome> LockGuard::sendPatiently(const Statement &statement, const Send &send)
{
    Session &session = m_context.session;
    const SessionGuards before = session.guards();
    SessionGuards patient = before;
    patient.lockTimeout = 0ms;
    if (patient != before) {
        if (const Result<> set = session.setGuards(patient); !set)
            return std::unexpected(set.error());
    }
    if (isOn())
        watch({}, endless);
    Result<StatementOutcome> outcome = clearLeftover(statement).and_then(send);
    if (const Result<> ended = end(outcome ? Result<>() : std::unexpected(outcome.error())); !ended)
        outcome = std::unexpected(ended.error());
    if (patient != before)
        (void)session.setGuards(before); // fails only with the connection, which the next statement tells
    return outcome;
}

/// For a statement that cannot be in a transaction with the lock that an autovacuum yields to: it does not come back at
/// once.
Result<> LockGuard::clearLeftover(const Statement &statement)
{
    const Result<QString> dropped = m_context.cancellable([&] { return dropInvalidLeftover(m_context.session, statement); });
    if (!dropped)
        return std::unexpected(dropped.error());
    if (dropped->isEmpty())
        return {};
    RunEvent event = m_context.event(RunEvent::Kind::Notice);
    event.message = tr("An earlier attempt had left the invalid index %1. It was dropped, and is built anew.").arg(*dropped);
    m_context.publish(event);
    return {};
}

Result<> LockGuard::passAutovacuum(const QList<LockNeed> &needs)
{
    if (m_vacuums.isEmpty())
        return {};
    Session &session = m_context.session;
    if (const Result<> begun = session.begin(); !begun)
        return begun;
    for (const LockHolder &vacuum : std::as_const(m_vacuums))
        m_news.tellVacuum(vacuum, needs, trial());
    const Result<bool> taken = m_locks.takeWeak(needs, vacuumed(), timeToYield());
    const Result<> ended = session.rollback();
    if (!taken && taken.error().kind != ErrorKind::LockTimeout && taken.error().kind != ErrorKind::Statement)
        return std::unexpected(taken.error());
    return ended;
}

Result<> LockGuard::watchBatch(const PlanStep &step, milliseconds usual, const std::function<Result<>()> &work)
{
    const GuardedStep *guarded = known(step);
    if (!guarded)
        return work();
    m_news.setStep(step);
    m_budget = guarded->budget.of(1);
    watch({}, {}, usual);
    return end(work());
}

} // namespace Whimbrel
