// SPDX-License-Identifier: GPL-3.0-or-later
// Of MigrationRun: how its statements are sent, and what the journal holds of them.
#include "run/migrationrun.h"

#include "run/backfill/backfill.h"
#include "run/guard/lockguard.h"
#include "run/onlinecopy/copyleftovers.h"
#include "run/onlinecopy/onlinecopy.h"
#include "run/progress/progresswatch.h"
#include "run/resume/interruptedstatement.h"
#include "run/resume/keptpart.h"
#include "run/stepchecks.h"

#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void take(RunEvent &event, const StatementOutcome &outcome)
{
    event.elapsedMs = std::chrono::duration_cast<std::chrono::milliseconds>(outcome.elapsed).count();
    event.rows = outcome.rows;
}

/// What the server itself refused is not in effect. What was cancelled may be; and what it runs by rules of its own, such as
/// CREATE INDEX CONCURRENTLY, may have left something half-made.
bool leavesNothing(const Error &error, const Statement &statement)
{
    const bool refused = error.kind == ErrorKind::Statement || error.kind == ErrorKind::LockTimeout || error.kind == ErrorKind::Refused;
    return refused && statement.kind != StatementKind::NoTransaction;
}

} // namespace

void MigrationRun::moveTo(const PlanStatement &planned)
{
    m_state.statement = planned.index;
    m_context.place.statement = planned.index;
    m_context.place.line = planned.statement.start.line;
}

void MigrationRun::beginStatement(const PlanStatement &planned)
{
    moveTo(planned);
    RunEvent event = m_context.event(RunEvent::Kind::StatementStarted);
    event.sql = planned.statement.text + m_context.guard->addedTo(m_step, planned);
    m_context.publish(std::move(event));
}

void MigrationRun::statementDone(const StatementOutcome &outcome)
{
    ++m_context.statementsDone;
    RunEvent event = m_context.event(RunEvent::Kind::StatementFinished);
    take(event, outcome);
    m_context.publish(std::move(event));
}

Result<> MigrationRun::execute(const PlanStatement &planned)
{
    if (!m_step.transaction)
        return executeStepwise(planned);
    return beforeStatement(planned)
        .and_then([&] { return sendStatement(planned); })
        .and_then([&] { return afterStatement(planned); });
}

/// Each batch commits its rows together with the cursor in the journal.
Result<> MigrationRun::executeInBatches(const PlanStatement &planned)
{
    beginStatement(planned);
    Backfill backfill(m_context, m_step, [this](const QString &state) -> std::optional<Statement> {
        if (!m_context.journaled)
            return std::nullopt;
        JournalSummary attempt = entry(u"running"_s, m_resumeAfter);
        attempt.state = state;
        return m_context.journal.progressStatement(m_context.session, attempt);
    });
    const Result<StatementOutcome> outcome = backfill.run();
    if (!backfill.state().statement.isEmpty()) // refused before it looked at where an interrupted attempt stands
        m_progressState = backfill.state().toJson();
    if (!backfill.state().cursor.isEmpty() || backfill.state().changed > 0)
        m_state.batchRows = backfill.state().changed;
    if (!outcome)
        return std::unexpected(outcome.error());
    if (const Result<> noted = writeDone(planned.index); !noted)
        return noted;
    m_state.effective = planned.index;
    statementDone(*outcome);
    return {};
}

/// On a copy of the table, which pt-online-schema-change makes.
Result<> MigrationRun::executeOnCopy(const PlanStatement &planned)
{
    beginStatement(planned);
    OnlineCopy copy(m_context, m_step, [this](const QString &state) {
        JournalSummary attempt = entry(u"running"_s, m_resumeAfter);
        attempt.state = state;
        return m_context.journal.progress(m_context.session, attempt);
    });
    const Result<StatementOutcome> outcome = copy.run(m_progressState);
    m_progressState = copy.state();
    if (!outcome)
        return std::unexpected(outcome.error());
    m_progressState.clear();
    if (const Result<> noted = writeDone(planned.index); !noted)
        return noted;
    m_state.effective = planned.index;
    statementDone(*outcome);
    return {};
}

/// What an interrupted attempt left of a copy, whether this one makes copies or not.
Result<> MigrationRun::settleCopyState()
{
    const std::optional<CopyState> state = CopyState::fromJson(m_progressState);
    if (!state || m_step.statements.isEmpty())
        return {};
    const bool isSame = state->statement == CopyState::hashOf(m_step.statements.first().statement.text);
    m_state.statement = 1;
    const Result<CopyFate> fate = settleCopy(m_context, m_step, *state, m_step.onlineCopy && isSame);
    m_state.statement = 0;
    if (!fate)
        return std::unexpected(fate.error());
    if (*fate == CopyFate::Gone)
        m_progressState.clear();
    if (*fate != CopyFate::Swapped)
        return {};
    CopyState swapped = *state;
    swapped.phase = CopyState::Phase::Swapped; // known from now on, whatever becomes of the old table
    m_progressState = swapped.toJson();
    if (!isSame) {
        return failure(ErrorKind::Statement, tr("An interrupted attempt has changed the table with a statement that the file does not hold any more."),
                       tr("Bring the statement back and run again: it is recorded as done, and a new change belongs into a new migration."));
    }
    m_resumeAfter = m_state.effective = 1;
    return {};
}

/// The table as it was before the interrupted attempt's copy took its place; the journal says by now that it did.
void MigrationRun::dropSwappedTable()
{
    const std::optional<CopyState> state = CopyState::fromJson(m_progressState);
    if (!state || state->phase != CopyState::Phase::Swapped)
        return;
    dropOldTable(m_context, state->names);
    m_progressState.clear();
}

/// Outside of a transaction of the whole: each statement in one of its own together with the journal's row, where the
/// server allows that; else with an intent before and its outcome after.
Result<> MigrationRun::executeStepwise(const PlanStatement &planned)
{
    Session &session = m_context.session;
    const Statement &statement = planned.statement;
    const bool inScriptsOwn = session.transactionState() != TransactionState::None;
    if (const Result<> resumed = inScriptsOwn ? Result<>() : waitWhilePaused(m_context); !resumed)
        return resumed;
    beginStatement(planned);
    const bool shares = m_context.journaled && !inScriptsOwn && mayShareTransaction(statement, session.dialect());
    // BEGIN has no effect that outlives its session: after a crash it has certainly not been.
    const bool needsIntent = statement.kind == StatementKind::NoTransaction
        || (statement.kind != StatementKind::TransactionControl && mayCommitByItself(statement, session.dialect()));
    Result<StatementOutcome> outcome;
    if (shares)
        outcome = sendWithJournal(planned);
    else if (m_context.journaled && !inScriptsOwn && needsIntent)
        outcome = sendWithIntent(planned);
    else
        outcome = sendOnly(planned);
    if (!outcome)
        return std::unexpected(outcome.error());
    if (session.transactionState() != TransactionState::Open) // of the script's own: what is in it can still be undone
        m_state.effective = planned.index;
    statementDone(*outcome);
    return {};
}

Result<StatementOutcome> MigrationRun::sendWithJournal(const PlanStatement &planned)
{
    Session &session = m_context.session;
    const auto transaction = [&]() -> Result<StatementOutcome> {
        Result<> step = m_context.cancellable([&] { return session.begin(); });
        Result<StatementOutcome> outcome;
        if (step) {
            outcome = send(planned);
            step = outcome ? writeDone(planned.index).and_then([this] { return commitPatiently(m_context); }) : std::unexpected(outcome.error());
        }
        if (step)
            return outcome;
        if (step.error().kind != ErrorKind::ConnectionLost)
            (void)m_context.despiteStop([&] { return session.rollback(); });
        return std::unexpected(step.error());
    };
    const Result<StatementOutcome> outcome = guarded(planned, transaction);
    if (!outcome && isRefusedInTransaction(outcome.error(), session.dialect()))
        return sendWithIntent(planned);
    return outcome;
}

/// On MariaDB the intent rides on the commit that the definition makes by itself before it begins: it is there exactly if
/// the server has got so far.
Result<StatementOutcome> MigrationRun::sendWithIntent(const PlanStatement &planned)
{
    Session &session = m_context.session;
    const bool rides = mayCommitByItself(planned.statement, session.dialect());
    const auto announceAndSend = [&]() -> Result<StatementOutcome> {
        const Result<> begun = rides ? m_context.cancellable([&] { return session.begin(); }) : Result<>();
        if (const Result<> intended = begun.and_then([&] { return writeIntent(planned); }); !intended)
            return std::unexpected(intended.error());
        Result<StatementOutcome> outcome = send(planned);
        if (!outcome && rides && outcome.error().kind != ErrorKind::ConnectionLost)
            (void)m_context.despiteStop([&] { return session.rollback(); });
        return outcome;
    };
    const bool mayRepeat = !mayKeepPart(planned.statement, session.dialect());
    const Result<StatementOutcome> outcome = guarded(planned, announceAndSend, mayRepeat);
    if (!outcome) {
        forgetIntentAfter(outcome.error(), planned);
        return outcome;
    }
    const Result<> noted = writeDone(planned.index).and_then([&] { return rides ? commitPatiently(m_context) : Result<>(); });
    return noted ? outcome : std::unexpected(noted.error());
}

/// Settings, the script's own transactions and what is in them, and everything where there is no journal. The journal's
/// row is part of the script's transaction; with its COMMIT it has to say so before.
Result<StatementOutcome> MigrationRun::sendOnly(const PlanStatement &planned)
{
    const bool commits = isScriptsCommit(planned.statement, m_context.session.dialect()) && m_context.session.transactionState() == TransactionState::Open;
    if (commits) {
        if (const Result<> noted = writeDone(planned.index); !noted)
            return std::unexpected(noted.error());
    }
    const Result<StatementOutcome> outcome =
        guarded(planned, [&] { return send(planned); });
    const TransactionState state = m_context.session.transactionState();
    // Within the script's own the row would be as good as unsaid until COMMIT, and PostgreSQL would search through each version of it.
    const bool isWithin = state == TransactionState::Open && !isMySqlFamily(m_context.session.dialect());
    if (!outcome || commits || isWithin || state == TransactionState::Failed)
        return outcome;
    const Result<> noted = writeDone(planned.index);
    return noted ? outcome : std::unexpected(noted.error());
}

Result<> MigrationRun::writeIntent(const PlanStatement &planned)
{
    announce(planned.index);
    return m_context.journal.progress(m_context.session, entry(u"running"_s, planned.index - 1));
}

Result<> MigrationRun::writeDone(int done)
{
    if (!m_context.journaled)
        return {};
    if (intendedStatement(m_progressState))
        m_progressState.clear();
    const JournalSummary attempt = entry(u"running"_s, done);
    return m_context.despiteStop([&] { return m_context.journal.progress(m_context.session, attempt); });
}

Result<> MigrationRun::executeTogether(std::span<const PlanStatement> planned)
{
    std::vector<const Statement *> statements;
    for (const PlanStatement &one : planned)
        statements.push_back(&one.statement);
    auto next = planned.begin();
    beginStatement(*next);
    WatchedStatement watched(m_context.progress, m_context.place, next->statement);
    // The one that is done and the one that begins: made once and told as a pair, because they come by the ten thousand.
    std::array events{m_context.event(RunEvent::Kind::StatementFinished), m_context.event(RunEvent::Kind::StatementStarted)};
    auto &[finished, started] = events;
    std::chrono::microseconds before{0};
    const auto tell = [&](const StatementOutcome &outcome) {
        ++m_context.statementsDone;
        before += outcome.elapsed;
        finished.statement = m_context.place.statement;
        finished.line = m_context.place.line;
        take(finished, outcome);
        if (++next == planned.end()) {
            watched.end(); // of what is done nothing is told any more
            return m_context.publishAll(std::span(events).first(1));
        }
        moveTo(*next);
        started.statement = m_context.place.statement;
        started.line = m_context.place.line;
        started.sql = next->statement.text;
        watched.next(started.statement, started.line, before);
        m_context.publishAll(events);
    };
    const Result<StatementOutcome> result = guarded(*next, [&] {
        return m_context.cancellable([&] { return m_context.session.executeTogether(statements, tell); }).transform([] { return StatementOutcome{}; });
    });
    return result ? afterStatement(planned.back()) : std::unexpected(result.error());
}

/// Where the server may be about to commit by itself, the journal's row has to say before what is committed with it, and what
/// was about to run.
Result<> MigrationRun::beforeStatement(const PlanStatement &planned)
{
    m_state.statement = planned.index;
    const bool isWritten = intendedStatement(m_progressState) == planned.index;
    return m_context.journaled && commitsByItself(planned) && !isWritten ? writeIntent(planned) : Result<>();
}

/// In the migration's transaction, which it ends.
bool MigrationRun::commitsByItself(const PlanStatement &planned) const
{
    return m_step.ownCommits && mayCommitByItself(planned.statement, m_context.session.dialect());
}

/// `mayRepeat`: an attempt that is refused leaves nothing in effect.
Result<StatementOutcome> MigrationRun::guarded(const PlanStatement &planned, const std::function<Result<StatementOutcome>()> &send, bool mayRepeat)
{
    if (!isStepwise())
        return send();
    return m_context.guard->send(m_step, planned, {.attempt = send, .release = [&] { return releaseRows(planned); }, .mayRepeat = mayRepeat});
}

/// Before a definition waits for its table: it would commit what came before anyway, and nobody shall wait for those rows until then.
Result<> MigrationRun::releaseRows(const PlanStatement &planned)
{
    if (!m_hasOpenRows)
        return {};
    if (const Result<> committed = writeDone(planned.index - 1).and_then([this] { return commitPatiently(m_context); }); !committed)
        return committed;
    m_hasOpenRows = false;
    m_state.effective = planned.index - 1;
    const Result<> begun = m_context.cancellable([this] { return m_context.session.begin(); });
    return begun && m_context.journaled ? writeIntent(planned) : begun;
}

Result<StatementOutcome> MigrationRun::send(const PlanStatement &planned)
{
    Statement statement = planned.statement;
    statement.text += m_context.guard->addedTo(m_step, planned);
    const WatchedStatement watched(m_context.progress, m_context.place, statement);
    const Result<StatementOutcome> outcome = m_context.cancellable([&] {
        m_sent = planned.index;
        return m_context.session.execute(statement);
    });
    if (!outcome && leavesNothing(outcome.error(), planned.statement) && !mayKeepPart(planned.statement, m_context.session.dialect()))
        m_sent = planned.index - 1;
    return outcome;
}

Result<> MigrationRun::sendStatement(const PlanStatement &planned)
{
    beginStatement(planned);
    const bool mayRepeat = !mayKeepPart(planned.statement, m_context.session.dialect());
    const Result<StatementOutcome> outcome = guarded(planned, [&] { return send(planned); }, mayRepeat);
    if (!outcome) {
        forgetIntentAfter(outcome.error(), planned);
        return std::unexpected(outcome.error());
    }
    statementDone(*outcome);
    return {};
}

/// Where a part may stay, the journal tells once everything else is rolled back (askJournal()).
void MigrationRun::forgetIntentAfter(const Error &error, const PlanStatement &planned)
{
    if (!leavesNothing(error, planned.statement) || !intendedStatement(m_progressState))
        return;
    m_state.inPart = m_context.despiteStop([&]() -> Result<bool> { return mayHaveKeptPart(m_context.session, planned.statement); }).value_or(true);
    if (!m_state.inPart)
        m_progressState.clear();
}

Result<> MigrationRun::afterStatement(const PlanStatement &planned)
{
    Session &session = m_context.session;
    if (m_step.ownCommits) {
        m_hasOpenRows = session.hasUncommittedWork();
        if (!m_hasOpenRows && mayCommitByItself(planned.statement, session.dialect()))
            m_state.effective = planned.index;
        return {};
    }
    if (!isMySqlFamily(session.dialect()) && session.transactionState() == TransactionState::None) {
        m_state.effective = planned.index;
        return failure(ErrorKind::Statement, tr("This statement ended the transaction of the migration."));
    }
    return {};
}

} // namespace Whimbrel
