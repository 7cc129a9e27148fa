// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runner.h"

#include "run/failuretext.h"
#include "run/guard/lockguard.h"
#include "run/migrationrun.h"
#include "run/onlinecopy/onlinecopy.h"
#include "run/progress/progresswatch.h"
#include "run/record/lostcommit.h"
#include "run/record/runidentity.h"
#include "run/record/runlog.h"
#include "run/runlock.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <mutex>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// Events come by the ten thousand, several in a millisecond.
class EventClock
{
public:
    const QDateTime &now()
    {
        const qint64 milliseconds = QDateTime::currentMSecsSinceEpoch();
        if (milliseconds != m_milliseconds) {
            m_milliseconds = milliseconds;
            m_now = QDateTime::fromMSecsSinceEpoch(milliseconds, QTimeZone::UTC);
        }
        return m_now;
    }

private:
    qint64 m_milliseconds = -1;
    QDateTime m_now;
};

Result<> checkPlan(const RunPlan &plan, const Target &target)
{
    if (target.readOnly)
        return failure(ErrorKind::Refused, tr("The environment “%1” is read-only.").arg(target.environment),
                       tr("Nothing was changed. “read-only = false” in whimbrel.toml allows changes."));
    if (const std::optional<Error> refusal = plan.refusal())
        return std::unexpected(*refusal);
    return {};
}

/// The history may have moved between plan and lock: by another tool, or by a run that has just ended.
Result<> checkHistory(const HistoryTable &history, Session &session, const RunPlan &plan)
{
    const Result<QList<AppliedMigration>> rows = history.read(session);
    if (!rows)
        return std::unexpected(rows.error());
    QStringList applied;
    for (const AppliedMigration &row : *rows) {
        if (!row.failed)
            applied << row.version;
    }
    applied.sort();
    if (applied == plan.appliedVersions)
        return {};
    QStringList changed;
    std::ranges::set_symmetric_difference(applied, plan.appliedVersions, std::back_inserter(changed));
    return failure(ErrorKind::Refused, tr("The history has changed since the run was planned: %1.").arg(changed.join(u", "_s)),
                   tr("Nothing was changed. Look at the plan again."));
}

/// One run, from the lock to the log.
class Run
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    Run(const MigrationProject &project, const RunPlan &plan, RunContext &context) : m_project(project), m_plan(plan), m_context(context) { }

    Result<> prepareTables();
    Result<> runAll(RunLock &lock);
    void finish(const Result<> &result);
    void warn(const QString &text);
    const QStringList &warnings() const { return m_warnings; }

private:
    Result<> createJournal();
    Result<> runSteps(RunLock &lock);
    Result<> betweenSteps(RunLock &lock);
    Result<> commitAll();

    const MigrationProject &m_project;
    const RunPlan &m_plan;
    RunContext &m_context;
    QStringList m_warnings;
};

void Run::warn(const QString &text)
{
    m_warnings << text;
    RunEvent event{.kind = RunEvent::Kind::Notice};
    event.message = text;
    m_context.publish(event);
}

Result<> Run::prepareTables()
{
    const Result<bool> exists = m_context.history.exists(m_context.session);
    if (!exists)
        return std::unexpected(exists.error());
    if (*exists)
        return createJournal();
    const auto createBoth = [this] { return m_context.history.create(m_context.session).and_then([this] { return createJournal(); }); };
    if (m_context.session.dialect() != Dialect::SQLite)
        return createBoth();
    // Each commit of SQLite's waits for the disk four times.
    const Result<> created = m_context.session.begin().and_then(createBoth).and_then([this] { return m_context.session.commit(); });
    if (!created)
        (void)m_context.session.rollback();
    return created;
}

Result<> Run::createJournal()
{
    const Result<Journal::State> state = m_context.journal.state(m_context.session);
    if (!state)
        return std::unexpected(state.error());
    if (*state == Journal::State::Off)
        return {};
    const QString table = m_context.journal.tableName(m_context.session.dialect());
    const Result<> created = m_context.journal.create(m_context.session);
    if (!created && created.error().kind != ErrorKind::Statement)
        return created;
    m_context.journaled = created.has_value();
    if (!created) {
        warn(tr("The run goes on without Whimbrel's journal, because %1 cannot be used: %2. Edited files will not be noticed, and a "
                "migration outside a transaction cannot be resumed. “journal = \"off\"” in whimbrel.toml ends this warning.")
                 .arg(table, created.error().message));
    } else if (*state == Journal::State::Absent) {
        RunEvent event{.kind = RunEvent::Kind::Notice};
        event.message = tr("The table %1 was created: Whimbrel keeps there what it ran, so that edited files are noticed and an interrupted "
                           "run can go on. “journal = \"off\"” in whimbrel.toml switches it off.").arg(table);
        m_context.publish(event);
    }
    return {};
}

Result<> Run::runAll(RunLock &lock)
{
    if (!m_context.singleTransaction)
        return runSteps(lock);
    const Result<> result =
        m_context.guard->end(m_context.guard->beginAll().and_then([&] { return runSteps(lock); }).and_then([this] { return commitAll(); }));
    if (!result)
        m_context.migrationsDone = 0;
    return result;
}

Result<> Run::runSteps(RunLock &lock)
{
    for (const PlanStep &step : m_plan.steps) {
        if (&step != &m_plan.steps.first()) {
            if (const Result<> ready = betweenSteps(lock); !ready)
                return ready;
        }
        if (const Result<> done = MigrationRun(m_context, step).run(); !done)
            return done;
    }
    m_context.place = {};
    return {};
}

/// A fresh session state, as if each migration had a connection of its own; and nobody else may have begun to run.
Result<> Run::betweenSteps(RunLock &lock)
{
    m_context.place = {};
    const bool single = m_context.singleTransaction;
    if (!single)
        (void)waitWhilePaused(m_context); // a stop meanwhile is told below
    Error error;
    if (m_context.stop.stop_requested()) {
        error.kind = ErrorKind::Cancelled;
        error.message = single ? tr("Stopped between two migrations.") : tr("Stopped between two migrations; what was completed stays.");
    } else if (!lock.isHeld()) {
        error.kind = ErrorKind::ConnectionLost;
        error.message = tr("The run lock was lost, so another run may have begun. This one stops between two migrations.");
        error.hint = single ? tr("Run again.") : tr("What was completed stays, and the history lists it. Run again for what is left.");
    } else {
        return single ? Result<>{} : m_context.session.resetState();
    }
    if (single)
        error.detail = rolledBackRunText();
    return std::unexpected(error);
}

/// Of a run that is one transaction.
Result<> Run::commitAll()
{
    const Result<> committed = commitPatiently(m_context);
    if (committed || m_plan.steps.isEmpty())
        return committed;
    LostCommit fate = LostCommit::RolledBack;
    if (committed.error().kind == ErrorKind::ConnectionLost) {
        // After a redo the history is as it was before, committed or not.
        const bool tells = m_plan.request.action != RunRequest::Action::Redo;
        fate = tells ? lookAfterLostCommit(m_context, m_plan.steps.last()) : LostCommit::Unknown;
    }
    return std::unexpected(explainFailedRunCommit(committed.error(), fate));
}

void Run::finish(const Result<> &result)
{
    m_context.place = {};
    if (!result && m_context.session.transactionState() != TransactionState::None)
        (void)m_context.session.rollback();
    if (result && m_context.migrationsDone > 0) {
        const QString warning = m_project.format().afterRun(m_project.configuration(), m_project.folder(), m_context.session.settings(), m_context.stop);
        if (!warning.isEmpty())
            warn(warning);
    }
    RunEvent event{.kind = RunEvent::Kind::RunFinished};
    event.applied = m_context.migrationsDone;
    if (!result) {
        event.error = result.error();
        event.message = result.error().message;
    }
    m_context.publish(event);
}

} // namespace

Runner::Runner(const MigrationProject &project, const Target &target)
    : m_project(project)
    , m_target(target)
    , m_logFolder(defaultRunLogFolder())
{
}

void Runner::setEventHandler(EventHandler handler)
{
    m_handler = std::move(handler);
}

void Runner::setControl(std::shared_ptr<RunControl> control)
{
    m_control = std::move(control);
}

void Runner::setLogFolder(const QString &folder)
{
    m_logFolder = folder;
}

Result<RunOutcome> Runner::run(Session &session, const RunPlan &plan, const std::stop_token &stop)
{
    if (const Result<> allowed = checkPlan(plan, m_target); !allowed)
        return std::unexpected(allowed.error());
    const std::unique_ptr<HistoryTable> history = m_project.format().historyTable(m_project.configuration(), session.settings());
    const Result<std::unique_ptr<RunLock>> lock = RunLock::acquire(session.settings(), history->name(), &session);
    if (!lock)
        return std::unexpected(lock.error());
    if (const Result<> unchanged = checkHistory(*history, session, plan); !unchanged)
        return std::unexpected(unchanged.error());

    const Journal journal(m_project.configuration().journal, history->name());
    RunContext context{.session = session, .history = *history, .journal = journal, .stop = stop, .runId = newRunId(), .by = performer(session),
                       .target = m_target, .project = m_project, .control = m_control.get(), .singleTransaction = plan.singleTransaction};
    std::unique_ptr<RunLog> log;
    std::mutex publishing;
    EventClock clock;
    context.publishAll = [&](std::span<RunEvent> events) {
        const std::lock_guard onlyOne(publishing);
        const QDateTime &now = clock.now();
        for (RunEvent &event : events) {
            event.at = now;
            if (m_handler)
                m_handler(event);
            if (log)
                log->write(event);
        }
    };
    context.publish = [&](RunEvent event) { context.publishAll({&event, 1}); };
    session.setNoticeHandler([&](const Notice &notice) {
        RunEvent event = context.event(RunEvent::Kind::Notice);
        event.message = notice.severity.isEmpty() ? notice.message : notice.severity + u": "_s + notice.message;
        context.publish(event);
    });

    ProgressWatch progress(session, context.publish);
    context.progress = &progress;
    LockGuard guard(context, m_target.guards, **lock);
    context.guard = &guard;
    Run run(m_project, plan, context);
    RunOutcome outcome;
    if (!m_logFolder.isEmpty()) {
        Result<std::unique_ptr<RunLog>> created = RunLog::create(m_logFolder, context.runId);
        if (created) {
            log = std::move(*created);
        } else {
            run.warn(created.error().message);
        }
    }
    RunEvent started{.kind = RunEvent::Kind::RunStarted, .logFile = log ? log->fileName() : QString()};
    started.message = u"whimbrel " WHIMBREL_VERSION " on "_s + session.settings().displayUrl() + u" by "_s + context.by;
    context.publish(started);
    Result<> result = session.setGuards({.lockTimeout = m_target.guards.lockTimeout, .statementTimeout = m_target.guards.statementTimeout})
                          .and_then([&] { return guard.prepare(m_project, plan); })
                          .and_then([&] { return guard.whenFree([&] { return run.prepareTables(); }); })
                          .and_then([&] { return checkCopies(context, plan); })
                          .and_then([&] { return run.runAll(**lock); });
    if (const Result<> written = log ? log->flush() : Result<>(); !written)
        run.warn(written.error().message);
    run.finish(result);
    session.setNoticeHandler({});
    if (!result)
        return std::unexpected(result.error());
    outcome.migrationsDone = context.migrationsDone;
    outcome.statementsDone = context.statementsDone;
    outcome.warnings = run.warnings();
    return outcome;
}

} // namespace Whimbrel
