// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/migrationrun.h"

#include "run/backfill/backfill.h"
#include "run/guard/lockguard.h"
#include "run/record/lostcommit.h"
#include "run/stepchecks.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Small INSERTs in a row go to the server together: a person follows their count, not each. The bounds keep the memory flat on
/// both sides, and the statement that is shown within a moment of the one that runs.
constexpr qsizetype mostTogether = 200;
constexpr qsizetype longestTogether = 64 * 1024; // UTF-16 units

/// SQLite's COMMIT fails while someone reads, and works when it is tried again (each try waits for the busy timeout).
constexpr int commitAttempts = 5;

/// How many of the statements can be sent together; 1 where the first is to go by itself.
qsizetype countTogether(std::span<const PlanStatement> statements)
{
    qsizetype length = 0;
    const auto last = std::ranges::find_if_not(statements.first(std::min<std::size_t>(statements.size(), mostTogether)), [&](const PlanStatement &planned) {
        length += planned.statement.text.size();
        return planned.statement.kind == StatementKind::Other && length <= longestTogether
            && planned.statement.text.startsWith("INSERT"_L1, Qt::CaseInsensitive);
    });
    return std::max<qsizetype>(last - statements.begin(), 1);
}

} // namespace

MigrationRun::MigrationRun(RunContext &context, const PlanStep &step)
    : m_context(context)
    , m_step(step)
    , m_state{.step = step}
    , m_doneChecksum(step)
    , m_progressState(step.resumeState)
    , m_journaledDone(step.resumeAfter)
{
    m_state.effective = step.resumeAfter;
    m_state.journaled = context.journaled;
    m_state.singleTransaction = context.singleTransaction;
    m_state.migrationsBefore = context.migrationsDone;
    m_context.place = {.version = step.migration.version,
                       .file = step.migration.displayFile,
                       .direction = step.direction,
                       .statementCount = static_cast<int>(step.statements.size())};
}

Result<> MigrationRun::run()
{
    m_timer.start();
    m_context.publish(m_context.event(RunEvent::Kind::MigrationStarted));
    Result<> result;
    if (isStepwise())
        result = stepwise();
    else if (m_context.singleTransaction)
        result = runStatements().and_then([this] { return record(); });
    else
        result = inTransaction();
    if (!result) {
        const Error error = fail(result.error());
        RunEvent event = m_context.event(RunEvent::Kind::MigrationFailed);
        event.elapsedMs = m_timer.elapsed();
        event.message = error.message;
        event.error = error;
        m_context.publish(event);
        return std::unexpected(error);
    }
    ++m_context.migrationsDone;
    RunEvent event = m_context.event(RunEvent::Kind::MigrationFinished);
    event.elapsedMs = m_timer.elapsed();
    m_context.publish(event);
    return {};
}

Result<> MigrationRun::inTransaction()
{
    LockGuard &guard = *m_context.guard;
    const int statementsBefore = m_context.statementsDone;
    for (;;) {
        const Result<> result = guard.end(guard.begin(m_step).and_then([this] { return runStatements(); }).and_then([this] { return recordAndCommit(); }));
        if (result || !guard.shouldTryAgain(result.error()))
            return result;
        if (const Result<> rolledBack = m_context.session.rollback(); !rolledBack) {
            m_state.rollbackError = rolledBack.error();
            return result;
        }
        if (const Result<> rested = guard.rest(); !rested)
            return rested;
        m_context.statementsDone = statementsBefore;
        startAgain();
    }
}

/// As if nothing had been tried: the transaction was rolled back.
void MigrationRun::startAgain()
{
    m_state.statement = 0;
    m_state.committing = false;
    m_context.place.statement = 0;
    m_context.place.line = 0;
}

/// Without a transaction, or on a server that commits definitions by itself: the journal counts what took effect.
Result<> MigrationRun::stepwise()
{
    Session &session = m_context.session;
    Result<> result;
    if (m_step.ownCommits)
        result = m_context.cancellable([&] { return session.begin(); });
    if (result && m_context.journaled)
        result = m_context.journal.begin(session, entry(u"running"_s, m_step.resumeAfter));
    if (result)
        result = runStatements();
    if (!result || m_step.ownCommits)
        return result.and_then([this] { return recordAndCommit(); });
    if (session.transactionState() != TransactionState::None)
        return failure(ErrorKind::Statement, tr("The script began a transaction and did not end it."));
    return session.begin().and_then([this] { return recordAndCommit(); });
}

Result<> MigrationRun::runStatements()
{
    if (const Result<> repeated = repeatSettings(); !repeated)
        return repeated;
    std::span<const PlanStatement> todo = std::span(m_step.statements).subspan(m_step.resumeAfter);
    while (!todo.empty()) {
        const qsizetype count = isStepwise() ? 1 : countTogether(todo);
        const Result<> result = count > 1 ? executeTogether(todo.first(count)) : m_step.batch ? executeInBatches(todo.front()) : execute(todo.front());
        if (!result)
            return result;
        todo = todo.subspan(count);
    }
    return {};
}

/// What an earlier attempt set ended with its session, and the statements that are left rely on it.
Result<> MigrationRun::repeatSettings()
{
    for (const PlanStatement &planned : m_step.statements.first(m_step.resumeAfter)) {
        if (planned.statement.kind != StatementKind::SessionSetting)
            continue;
        m_state.statement = planned.index;
        if (const auto outcome = m_context.cancellable([&] { return m_context.session.execute(planned.statement); }); !outcome)
            return std::unexpected(outcome.error());
    }
    return {};
}

void MigrationRun::beginStatement(const PlanStatement &planned)
{
    m_state.statement = planned.index;
    m_context.place.statement = planned.index;
    m_context.place.line = planned.statement.start.line;
    RunEvent event = m_context.event(RunEvent::Kind::StatementStarted);
    event.sql = planned.statement.text;
    m_context.publish(std::move(event));
}

void MigrationRun::statementDone(const StatementOutcome &outcome)
{
    ++m_context.statementsDone;
    RunEvent event = m_context.event(RunEvent::Kind::StatementFinished);
    event.elapsedMs = std::chrono::duration_cast<std::chrono::milliseconds>(outcome.elapsed).count();
    event.rows = outcome.rows;
    m_context.publish(std::move(event));
}

Result<> MigrationRun::execute(const PlanStatement &planned)
{
    return beforeStatement(planned)
        .and_then([&] { return sendStatement(planned); })
        .and_then([&] { return afterStatement(planned); });
}

/// Each batch commits its rows together with the cursor in the journal.
Result<> MigrationRun::executeInBatches(const PlanStatement &planned)
{
    beginStatement(planned);
    Backfill backfill(m_context, m_step, [this](const QString &state) -> Result<> {
        if (!m_context.journaled)
            return {};
        JournalSummary attempt = entry(u"running"_s, m_step.resumeAfter);
        attempt.state = state;
        return m_context.journal.progress(m_context.session, attempt);
    });
    const Result<StatementOutcome> outcome = backfill.run();
    m_progressState = backfill.state().toJson();
    if (!backfill.state().cursor.isEmpty() || backfill.state().changed > 0)
        m_state.batchRows = backfill.state().changed;
    if (!outcome)
        return std::unexpected(outcome.error());
    statementDone(*outcome);
    return afterStatement(planned);
}

Result<> MigrationRun::executeTogether(std::span<const PlanStatement> planned)
{
    std::vector<const Statement *> statements;
    for (const PlanStatement &one : planned)
        statements.push_back(&one.statement);
    auto next = planned.begin();
    beginStatement(*next);
    const Result<> result = m_context.cancellable([&] {
        return m_context.session.executeTogether(statements, [&](const StatementOutcome &outcome) {
            statementDone(outcome);
            if (++next != planned.end())
                beginStatement(*next);
        });
    });
    return result.and_then([&] { return afterStatement(planned.back()); });
}

/// Where the server may be about to commit by itself, the journal's row has to say before what is committed with it.
Result<> MigrationRun::beforeStatement(const PlanStatement &planned)
{
    m_state.statement = planned.index;
    const int done = planned.index - 1;
    if (!m_context.journaled || !m_step.ownCommits || done == m_journaledDone || !mayCommitByItself(planned.statement, m_context.session.dialect()))
        return {};
    m_journaledDone = done;
    return m_context.journal.progress(m_context.session, entry(u"running"_s, done));
}

Result<> MigrationRun::sendStatement(const PlanStatement &planned)
{
    beginStatement(planned);
    const auto send = [&] { return m_context.cancellable([&] { return m_context.session.execute(planned.statement); }); };
    const Result<StatementOutcome> outcome = isStepwise() ? m_context.guard->send(m_step, planned, send) : send();
    if (!outcome)
        return std::unexpected(outcome.error());
    statementDone(*outcome);
    return {};
}

Result<> MigrationRun::afterStatement(const PlanStatement &planned)
{
    Session &session = m_context.session;
    if (!m_step.transaction) {
        if (session.transactionState() != TransactionState::Open) // of the script's own: what is in it can still be undone
            m_state.effective = planned.index;
        if (!m_context.journaled)
            return {};
        m_journaledDone = planned.index;
        const JournalSummary attempt = entry(u"running"_s, planned.index);
        return m_context.despiteStop([&] { return m_context.journal.progress(session, attempt); });
    }
    if (m_step.ownCommits) {
        if (mayCommitByItself(planned.statement, session.dialect()) && !session.hasUncommittedWork())
            m_state.effective = planned.index;
        return {};
    }
    if (!isMySqlFamily(session.dialect()) && session.transactionState() == TransactionState::None) {
        m_state.effective = planned.index;
        return failure(ErrorKind::Statement, tr("This statement ended the transaction of the migration."));
    }
    return {};
}

Result<> MigrationRun::recordAndCommit()
{
    return record().and_then([this] { return commit(); });
}

Result<> MigrationRun::record()
{
    m_state.statement = 0;
    m_context.place.statement = 0;
    m_context.place.line = 0;
    const bool up = m_step.direction == Direction::Up;
    Session &session = m_context.session;
    const Result<> recorded = up ? m_context.history.recordApplied(session, m_step.migration)
                                 : m_context.history.recordReverted(session, m_step.migration);
    if (!recorded || !m_context.journaled)
        return recorded;
    Result<> journaled = m_context.journal.finish(session, entry(up ? u"applied"_s : u"reverted"_s, static_cast<int>(m_step.statements.size())));
    if (!journaled && journaled.error().kind == ErrorKind::Statement)
        journaled.error().hint = tr("This was Whimbrel's journal. If the migration changes the role, let it end with RESET ROLE; or switch the journal off with "
                                    "“journal = \"off\"” in whimbrel.toml.");
    return journaled;
}

Result<> MigrationRun::commit()
{
    m_state.committing = true;
    const Result<> committed = commitPatiently(m_context);
    if (!committed && committed.error().kind == ErrorKind::ConnectionLost)
        m_state.commit = lookAfterLostCommit(m_context, m_step);
    return committed;
}

/// Ends the transaction, writes the failure down where that is possible, and explains it.
Error MigrationRun::fail(Error error)
{
    Session &session = m_context.session;
    if (error.kind == ErrorKind::ConnectionLost)
        return explainFailure(std::move(error), m_state);
    if (const Result<> rolledBack = session.rollback(); !rolledBack)
        m_state.rollbackError = rolledBack.error();
    if (m_context.journaled && isStepwise()) {
        // The server may have committed more than is known here: the journal's row with it.
        const JournalSummary attempt = entry(u"failed"_s, 0);
        if (const Result<int> counted = m_context.despiteStop([&] { return m_context.journal.statementsDone(session, attempt); }))
            m_state.effective = std::max(m_state.effective, *counted);
    }
    const bool worthWriting = error.kind != ErrorKind::Cancelled || m_state.effective > 0 || isStepwise();
    error = explainFailure(std::move(error), m_state);
    if (m_context.journaled && worthWriting) {
        JournalSummary summary = entry(u"failed"_s, m_state.effective);
        summary.message = error.message;
        if (const Result<> written = m_context.despiteStop([&] { return m_context.journal.finish(session, summary); }); !written) {
            RunEvent event = m_context.event(RunEvent::Kind::Notice);
            event.message = tr("The failure could not be written into the journal: %1").arg(written.error().message);
            m_context.publish(event);
        }
    }
    return error;
}

JournalSummary MigrationRun::entry(const QString &outcome, int done)
{
    JournalSummary entry;
    entry.version = m_step.migration.version;
    entry.direction = m_step.direction;
    entry.outcome = outcome;
    entry.checksum = m_step.checksum;
    entry.at = QDateTime::currentDateTimeUtc();
    entry.by = m_context.by;
    entry.durationMs = m_timer.elapsed();
    entry.statementsDone = done;
    entry.statementsTotal = static_cast<int>(m_step.statements.size());
    entry.doneChecksum = isStepwise() ? m_doneChecksum.of(done) : QString();
    entry.runId = m_context.runId;
    entry.state = m_progressState;
    return entry;
}

Result<> commitPatiently(RunContext &context)
{
    for (int attempt = 1;; ++attempt) {
        const Result<> committed = context.session.commit();
        if (committed || committed.error().kind != ErrorKind::LockTimeout || attempt == commitAttempts || context.stop.stop_requested())
            return committed;
        RunEvent event = context.event(RunEvent::Kind::LockRetry);
        event.attempt = attempt + 1;
        event.message = committed.error().message;
        context.publish(event);
    }
}

} // namespace Whimbrel
