// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/migrationrun.h"

#include "run/guard/lockguard.h"
#include "run/progress/progresswatch.h"
#include "run/record/lostcommit.h"
#include "run/resume/interruptedstatement.h"
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

constexpr std::chrono::minutes longestLook(1); ///< a pause ends as soon as somebody says so

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
    , m_state{.step = step, .dialect = context.session.dialect()}
    , m_doneChecksum(step)
    , m_progressState(step.resumeState)
    , m_resumeAfter(step.resumeAfter)
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
        const Result<> result = guard.end(guard.begin(m_step, first()).and_then([this] { return runStatements(); }).and_then([this] { return recordAndCommit(); }));
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

/// The statement that is sent first, where it goes by itself.
const Statement *MigrationRun::first() const
{
    const auto todo = std::span(m_step.statements).subspan(m_resumeAfter);
    return !todo.empty() && countTogether(todo) == 1 ? &todo.front().statement : nullptr;
}

/// As if nothing had been tried: the transaction was rolled back.
void MigrationRun::startAgain()
{
    m_state.statement = 0;
    m_state.committing = false;
    m_state.recording = false;
    m_context.place.statement = 0;
    m_context.place.line = 0;
}

/// Without a transaction, or on a server that commits definitions by itself: the journal counts what took effect.
Result<> MigrationRun::stepwise()
{
    Session &session = m_context.session;
    Result<> result = beginStepwise();
    if (result)
        dropSwappedTable();
    if (result)
        result = runStatements();
    if (m_step.ownCommits)
        return m_context.guard->end(result.and_then([this] { return recordAndCommit(); }));
    if (!result)
        return result;
    if (session.transactionState() != TransactionState::None)
        return m_context.guard->end(failure(ErrorKind::Statement, tr("The script began a transaction and did not end it.")));
    return session.begin().and_then([this] { return recordAndCommit(); });
}

/// In a transaction where it has one, with the journal's first row, and where an interrupted attempt has stood.
Result<> MigrationRun::beginStepwise()
{
    Session &session = m_context.session;
    const bool isNew = m_resumeAfter == 0 && m_progressState.isEmpty();
    if (isNew && m_step.ownCommits && m_context.journaled) {
        announceFirst();
        const QString first = m_context.journal.entryStatement(session, entry(u"running"_s, 0));
        return m_context.cancellable([&] { return session.beginWith({first}, nullptr); });
    }
    Result<> result = m_step.ownCommits ? m_context.cancellable([&] { return session.begin(); }) : Result<>();
    if (result)
        result = settleIntent();
    if (result && m_context.journaled) {
        announceFirst();
        result = m_context.journal.begin(session, entry(u"running"_s, m_resumeAfter));
    }
    return result;
}

/// The intent of the first statement goes with the journal's first row, where it would be the next thing to be written.
void MigrationRun::announceFirst()
{
    const bool isPlain = m_progressState.isEmpty() && !m_step.batch && !m_step.onlineCopy && m_resumeAfter < m_step.statements.size();
    if (isPlain && commitsByItself(m_step.statements.at(m_resumeAfter)))
        announce(m_resumeAfter + 1);
}

void MigrationRun::announce(int statement)
{
    m_announced = statement;
    m_progressState = intentJson(statement);
}

Result<> MigrationRun::runStatements()
{
    std::span<const PlanStatement> todo = std::span(m_step.statements).subspan(m_resumeAfter);
    while (!todo.empty()) {
        const qsizetype count = m_step.transaction ? countTogether(todo) : 1;
        Result<> result;
        if (count > 1)
            result = executeTogether(todo.first(count));
        else if (m_step.batch)
            result = executeInBatches(todo.front());
        else if (m_step.onlineCopy)
            result = executeOnCopy(todo.front());
        else
            result = execute(todo.front());
        if (!result)
            return result;
        todo = todo.subspan(count);
    }
    return {};
}

/// What an interrupted attempt had begun and not noted as done: did it take effect?
Result<> MigrationRun::settleIntent()
{
    if (const Result<> repeated = repeatSettings().and_then([this] { return settleCopyState(); }); !repeated)
        return repeated;
    const std::optional<int> intended = intendedStatement(m_progressState);
    if (!intended)
        return {};
    if (*intended != m_resumeAfter + 1 || *intended > m_step.statements.size()) {
        m_progressState.clear();
        return {};
    }
    m_state.statement = *intended;
    const Result<bool> took = settleInterrupted(m_context, m_step, m_step.statements[*intended - 1]);
    m_state.statement = 0;
    if (!took)
        return std::unexpected(took.error());
    m_resumeAfter += *took ? 1 : 0;
    m_state.effective = m_resumeAfter;
    m_progressState.clear();
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

/// The rows of the history and, where there is one, of the journal.
Result<QStringList> MigrationRun::records()
{
    m_state.statement = 0;
    m_context.place.statement = 0;
    m_context.place.line = 0;
    const bool up = m_step.direction == Direction::Up;
    return m_context.history.recordStatement(m_context.session, m_step.migration, m_step.direction).transform([&](const QString &history) {
        QStringList statements{history};
        if (m_context.journaled)
            statements << m_context.journal.entryStatement(m_context.session, entry(up ? u"applied"_s : u"reverted"_s, static_cast<int>(m_step.statements.size())));
        return statements;
    });
}

/// `done`: how many of the records were written.
Result<> MigrationRun::explainRecording(Error error, qsizetype done)
{
    static const QStringList denied{u"42501"_s, u"1142"_s, u"1143"_s};
    m_state.recording = done == 0;
    if (done == 0 && denied.contains(error.code)) {
        error.hint = tr("This was the history, %1, which has to be written with the migration: GRANT SELECT, INSERT and DELETE on it to the user “%2”, or log in as one who may.")
                         .arg(m_context.history.name(), m_context.session.currentUser());
    } else if (done > 0 && error.kind == ErrorKind::Statement) {
        error.hint = tr("This was Whimbrel's journal. If the migration changes the role, let it end with RESET ROLE; or switch the journal off with "
                        "“journal = \"off\"” in whimbrel.toml.");
    }
    return std::unexpected(std::move(error));
}

/// In a transaction that other migrations share.
Result<> MigrationRun::record()
{
    const Result<QStringList> statements = records();
    if (!statements)
        return explainRecording(statements.error(), 0);
    for (qsizetype done = 0; done < statements->size(); ++done) {
        const Result<Rows> written = m_context.cancellable([&] { return m_context.session.query(statements->at(done)); });
        if (!written)
            return explainRecording(written.error(), done);
    }
    return {};
}

Result<> MigrationRun::recordAndCommit()
{
    const Result<QStringList> statements = records();
    if (!statements)
        return explainRecording(statements.error(), 0);
    qsizetype done = 0;
    Result<> committed = commitPatiently(m_context, *statements, &done);
    const bool isLost = !committed && committed.error().kind == ErrorKind::ConnectionLost;
    if (!committed && !isLost && done < statements->size())
        return explainRecording(committed.error(), done);
    m_state.committing = true;
    if (isLost)
        m_state.commit = lookAfterLostCommit(m_context, m_step);
    return committed;
}

/// Ends the transaction, writes the failure down where that is possible, and explains it.
Error MigrationRun::fail(Error error)
{
    Session &session = m_context.session;
    if (error.kind == ErrorKind::ConnectionLost)
        return explainFailure(std::move(error), m_state);
    if (m_announced > m_sent) // nothing of it can be in effect
        m_progressState.clear();
    if (const Result<> rolledBack = session.rollback(); !rolledBack)
        m_state.rollbackError = rolledBack.error();
    if (m_context.journaled && isStepwise())
        askJournal();
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

/// The server may have committed more than is known here: the journal's row with it.
void MigrationRun::askJournal()
{
    const JournalSummary attempt = entry(u"failed"_s, 0);
    const Result<Journal::Standing> standing = m_context.despiteStop([&] { return m_context.journal.standing(m_context.session, attempt); });
    if (standing)
        m_state.effective = std::max(m_state.effective, standing->statementsDone);
    if (!m_state.inPart || !standing || intendedStatement(standing->state) == m_state.statement)
        return;
    m_state.inPart = false; // the intent was rolled back, and everything else with it
    m_progressState.clear();
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
    const bool goesOn = outcome == "running"_L1 || outcome == "failed"_L1; // only then is it compared with what the file says by then
    entry.doneChecksum = isStepwise() && goesOn ? m_doneChecksum.of(done) : QString();
    entry.runId = m_context.runId;
    entry.state = m_progressState;
    return entry;
}

Result<> waitWhilePaused(RunContext &context)
{
    if (!context.control || !context.control->isPaused())
        return {};
    const auto tell = [&context](const QString &text) {
        RunEvent event = context.event(RunEvent::Kind::Progress);
        event.message = text;
        context.publish(event);
    };
    tell(QCoreApplication::translate("Whimbrel", "Paused between two transactions: nothing is locked."));
    while (context.control->isPaused()) {
        if (!context.control->wait(longestLook, context.stop))
            return failure(ErrorKind::Cancelled, QCoreApplication::translate("Whimbrel", "Stopped."));
    }
    tell(QCoreApplication::translate("Whimbrel", "The run goes on."));
    return {};
}

Result<> commitPatiently(RunContext &context, QStringList after, qsizetype *done)
{
    // What was put off until now may take long: deferred constraints and triggers, replicas that have to have it.
    Statement commit;
    commit.text = u"COMMIT"_s;
    const WatchedStatement watched(context.progress, context.place, commit);
    for (int attempt = 1;; ++attempt) {
        qsizetype written = 0;
        const auto commitAfter = [&] { return context.session.commitAfter(after, written); };
        // A stop that came before finds everything done: that is committed. One that comes now ends the wait.
        const Result<> committed = context.stop.stop_requested() ? commitAfter() : context.cancellable(commitAfter);
        if (done)
            *done += written;
        const bool isCommit = written == after.size();
        if (committed || !isCommit || committed.error().kind != ErrorKind::LockTimeout || attempt == commitAttempts || context.stop.stop_requested())
            return committed;
        after.clear(); // they are in the transaction
        RunEvent event = context.event(RunEvent::Kind::LockRetry);
        event.attempt = attempt + 1;
        event.message = committed.error().message;
        context.publish(event);
    }
}

} // namespace Whimbrel
