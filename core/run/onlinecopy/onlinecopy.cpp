// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/onlinecopy.h"

#include "run/guard/lockguard.h"
#include "run/onlinecopy/copyleftovers.h"
#include "run/onlinecopy/copytable.h"
#include "run/onlinecopy/copytool.h"
#include "run/stepchecks.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

using Phase = CopyState::Phase;
using Clock = std::chrono::steady_clock;

constexpr milliseconds tick = 100ms;
constexpr milliseconds lookInterval = 10s; ///< between two looks whether the run's own connections are there
constexpr milliseconds slice = 200ms;      ///< that a copy which is slowed down works, before it rests

std::unexpected<Error> stopped()
{
    return failure(ErrorKind::Cancelled, QCoreApplication::translate("Whimbrel", "Stopped."));
}

} // namespace

OnlineCopy::OnlineCopy(RunContext &context, const PlanStep &step, WriteState writeState)
    : m_context(context)
    , m_step(step)
    , m_writeState(std::move(writeState))
    , m_throttle(context.project, context.session.settings())
    , m_control(context.control ? *context.control : m_ownControl)
{
}

Result<StatementOutcome> OnlineCopy::run(const QString &resumeState)
{
    const auto began = Clock::now();
    const Statement &statement = m_step.statements.first().statement;
    const Result<CopyAlter> alter = CopyAlter::read(statement, m_context.session.dialect());
    if (!alter)
        return std::unexpected(alter.error());
    m_alter = *alter;
    m_written = resumeState;
    const std::optional<CopyState> earlier = CopyState::fromJson(resumeState);
    m_state = earlier.value_or(CopyState{.statement = CopyState::hashOf(statement.text),
                                         .names = CopyNames::of(m_alter.table, m_context.session.settings().database)});
    if (!earlier) {
        if (const Result<> copied = begin(); !copied)
            return std::unexpected(copied.error());
    }
    const Result<> swapped = compareRows().and_then([this] { return analyse(); }).and_then([this] { return swap(); });
    if (!swapped)
        return std::unexpected(cleanUp(swapped.error()));
    dropOldTable(m_context, m_state.names);
    return StatementOutcome{.rows = -1, .notices = {}, .elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began)};
}

/// Up to the copy being complete.
Result<> OnlineCopy::begin()
{
    const Result<QStringList> notes = m_context.cancellable([&] { return checkCopyTable(m_context.session, m_state.names, *m_step.onlineCopy); });
    if (!notes)
        return std::unexpected(notes.error());
    const Result<QString> program = findCopyTool();
    if (!program)
        return std::unexpected(program.error());
    for (const QString &note : *notes)
        notice(note);
    const ConnectionSettings &settings = m_context.session.settings();
    const QStringList arguments = copyArguments(m_alter, m_state.names, *m_step.onlineCopy, settings, m_context.target.guards);
    const Result<> copied = moveTo(Phase::Copying)
                                .and_then([&] { return m_process.start(*program, arguments, clientOptionFile(settings)); })
                                .and_then([this] { return copy(); })
                                .and_then([this] { return moveTo(Phase::Copied); });
    return copied ? copied : std::unexpected(cleanUp(copied.error()));
}

/// The state is written before what it speaks of is done.
Result<> OnlineCopy::moveTo(Phase phase)
{
    m_state.phase = phase;
    const QString json = m_state.toJson();
    return m_context.despiteStop([&] { return m_writeState(json); }).transform([&] { m_written = json; });
}

Result<> OnlineCopy::copy()
{
    Result<> result = watchTool();
    m_process.stop();
    m_triggerWatch.reset();
    return result ? explainEnd() : result;
}

Result<> OnlineCopy::watchTool()
{
    m_sinceLook.start();
    while (m_process.isRunning()) {
        if (m_context.stop.stop_requested())
            return stopped();
        m_process.wait(tick);
        if (const Result<> taken = takeLines().and_then([this] { return look(); }); !taken)
            return taken;
        pace();
    }
    return takeLines();
}

Result<> OnlineCopy::takeLines()
{
    for (std::optional<QString> line = m_process.takeLine(); line; line = m_process.takeLine()) {
        if (const Result<> taken = take(*line); !taken)
            return taken;
    }
    return {};
}

Result<> OnlineCopy::take(const QString &line)
{
    const CopyOutput::Step before = m_output.step();
    switch (m_output.take(line)) {
    case CopyOutput::News::Nothing:
        break;
    case CopyOutput::News::Step:
        if (m_output.step() == CopyOutput::Step::MakingTriggers)
            m_triggerWatch = std::make_unique<TriggerWatch>(m_context.session.settings(), m_state.names, copyBudget(m_context.target.guards));
        else if (before == CopyOutput::Step::MakingTriggers)
            m_triggerWatch.reset();
        if (m_output.step() == CopyOutput::Step::Copying && m_output.total() >= 0)
            publishProgress();
        break;
    case CopyOutput::News::Progress:
        m_waitingFor.clear();
        publishProgress();
        break;
    case CopyOutput::News::Waiting:
        publishWaiting(tr("pt-online-schema-change waits: %1").arg(m_output.waiting()));
        break;
    }
    if (m_output.truncation().isEmpty())
        return {};
    return failure(ErrorKind::Statement, tr("Values do not fit the new columns and would have been cut: %1").arg(m_output.truncation()),
                   tr("Look for the rows that do not fit and correct them, or choose a wider type."));
}

/// Every now and then: the run's own session, idle meanwhile, and its lock; and what is told of triggers that were not made.
Result<> OnlineCopy::look()
{
    if (m_triggerWatch && m_triggerWatch->cancelled() > m_cancelledTriggers) {
        m_cancelledTriggers = m_triggerWatch->cancelled();
        RunEvent event = m_context.event(RunEvent::Kind::LockRetry);
        event.attempt = m_cancelledTriggers + 1;
        event.message = tr("Attempt %1 to make the triggers on %2 was given up before others had waited for too long. Tries again.")
                            .arg(QString::number(m_cancelledTriggers), m_state.names.table);
        m_context.publish(std::move(event));
    }
    if (m_sinceLook.durationElapsed() < lookInterval)
        return {};
    m_sinceLook.start();
    return m_context.session.ping().and_then([this] { return m_context.guard->checkRunLock(); });
}

/// Halts the copy while a person or a throttle says so; and for a part of the time, where it was made slower: each step doubles that.
void OnlineCopy::pace()
{
    if (m_output.step() != CopyOutput::Step::Copying)
        return;
    const std::optional<QString> reason = m_control.isPaused() ? std::optional(tr("Paused.")) : m_throttle.reason(m_context.stop);
    if (const QString problem = m_throttle.takeProblem(); !problem.isEmpty())
        notice(problem);
    if (reason) {
        m_process.setHalted(true);
        publishWaiting(*reason);
        return;
    }
    if (!std::exchange(m_waitingFor, {}).isEmpty())
        publishProgress();
    const int slower = std::max(0, -m_control.speed());
    const milliseconds turn = m_resting ? slice * (1 << slower) / 2 : slice;
    if (slower == 0 || !m_slice.isValid()) {
        m_resting = false;
        m_slice.start();
    } else if (m_slice.durationElapsed() >= turn) {
        m_resting = !m_resting;
        m_slice.start();
    }
    m_process.setHalted(m_resting);
}

/// What it made has to be there, whatever it says.
Result<> OnlineCopy::explainEnd()
{
    const Result<CopyParts> parts = m_context.cancellable([&] { return findCopyParts(m_context.session, m_state.names); });
    if (!parts)
        return std::unexpected(parts.error());
    if (m_process.hasSucceeded() && parts->isComplete(m_state.names))
        return {};
    const QString tail = m_output.tail();
    Error error{.kind = ErrorKind::Statement,
                .message = tr("pt-online-schema-change did not complete the copy of %1.").arg(m_state.names.table),
                .detail = tail,
                .hint = {},
                .code = {},
                .position = {}};
    if (m_output.step() == CopyOutput::Step::MakingTriggers && (tail.contains("timeout"_L1) || tail.contains("interrupted"_L1)))
        error.kind = ErrorKind::LockTimeout;
    return std::unexpected(error);
}

/// The tool copies with INSERT IGNORE: a row that a key or a condition of the copy does not allow is left out without a word. One
/// statement sees both tables as they are at one moment, and nobody waits for it.
Result<> OnlineCopy::compareRows()
{
    publishWaiting(tr("Counts the rows of the table and of its copy."));
    Session &session = m_context.session;
    const SessionGuards before = session.guards();
    SessionGuards unhurried = before;
    unhurried.statementTimeout = 0ms;
    const QString sql = u"SELECT (SELECT count(*) FROM %1) AS n, (SELECT count(*) FROM %2) AS copied"_s.arg(quoted(m_state.names.table), quoted(m_state.names.newTable));
    const Result<Rows> rows = session.setGuards(unhurried).and_then([&] { return m_context.cancellable([&] { return session.query(sql); }); });
    if (const Result<> restored = m_context.despiteStop([&] { return session.setGuards(before); }); rows && !restored)
        return restored;
    if (!rows)
        return std::unexpected(rows.error());
    const qlonglong missing = rows->number(0, u"n") - rows->number(0, u"copied");
    if (missing == 0)
        return {};
    return failure(ErrorKind::Statement,
                   tr("The table has %1 rows and its copy %2: a key or a condition of the new definition does not allow the others.")
                       .arg(rows->number(0, u"n")).arg(rows->number(0, u"copied")),
                   tr("Look for rows that become equal by the new definition, for example by another collation, and correct them."));
}

/// The server would choose its plans without knowing the new table.
Result<> OnlineCopy::analyse()
{
    return m_context.cancellable([&] { return m_context.session.query(u"ANALYZE TABLE "_s + quoted(m_state.names.newTable)); }).transform([](const Rows &) { });
}

Result<> OnlineCopy::swap()
{
    if (const Result<> noted = moveTo(Phase::Swapping); !noted)
        return noted;
    publishWaiting(tr("The tables change places."));
    const QString sql = u"RENAME TABLE %1 TO %2, %3 TO %1"_s.arg(quoted(m_state.names.table), quoted(m_state.names.oldTable), quoted(m_state.names.newTable));
    const auto rename = [&] {
        return m_context.cancellable([&] { return m_context.session.query(sql); }).transform([](const Rows &) { return StatementOutcome(); });
    };
    const Result<StatementOutcome> renamed = m_context.guard->send(m_step, m_step.statements.first(), {.attempt = rename});
    return renamed ? moveTo(Phase::Swapped) : std::unexpected(renamed.error());
}

/// What the failed or stopped copy leaves: nothing, or what the next run needs.
Error OnlineCopy::cleanUp(Error error)
{
    if (error.kind == ErrorKind::ConnectionLost)
        return error; // the next run finds it
    const bool onlySwap = m_state.phase == Phase::Swapping && error.kind == ErrorKind::LockTimeout;
    QString left;
    if (m_state.phase == Phase::Swapped) {
        left = tr("The tables have changed places; the next run drops what is left.");
    } else if (onlySwap) {
        left = tr("The copy %1 is complete and stays, and triggers keep it up to date: the next run has only to let the tables change places.").arg(m_state.names.newTable);
    } else if (const Result<> dropped = dropCopy(m_context, m_step, m_state.names); dropped) {
        m_written.clear();
        left = tr("The copy and its triggers were dropped: %1 is as it was.").arg(m_state.names.table);
    } else {
        left = tr("The copy %1 and its triggers could not all be dropped (%2). The next run does that.").arg(m_state.names.newTable, dropped.error().message);
    }
    error.detail += (error.detail.isEmpty() ? QString() : u"\n"_s) + left;
    return error;
}

BatchProgress OnlineCopy::progress() const
{
    BatchProgress progress;
    progress.total = m_output.total();
    progress.passed = m_output.step() == CopyOutput::Step::Copied ? progress.total : m_output.percent() < 0 ? 0 : progress.total * m_output.percent() / 100;
    progress.changed = progress.passed;
    progress.rowsPerSecond = m_rate.rowsPerSecond();
    progress.leftMs = m_output.leftMs();
    return progress;
}

void OnlineCopy::publishProgress()
{
    m_rate.take(Clock::now(), progress().passed);
    RunEvent event = m_context.event(RunEvent::Kind::Batch);
    event.batch = progress();
    m_context.publish(std::move(event));
}

void OnlineCopy::publishWaiting(const QString &reason)
{
    if (reason == m_waitingFor)
        return;
    m_waitingFor = reason;
    RunEvent event = m_context.event(RunEvent::Kind::Progress);
    event.batch = progress();
    event.batch->waiting = true;
    event.message = reason;
    m_context.publish(std::move(event));
}

void OnlineCopy::notice(const QString &text)
{
    RunEvent event = m_context.event(RunEvent::Kind::Notice);
    event.message = text;
    m_context.publish(std::move(event));
}

QString OnlineCopy::quoted(const QString &table) const
{
    return m_context.session.quotedIdentifier(m_state.names.schema) + u'.' + m_context.session.quotedIdentifier(table);
}

Result<> checkCopies(RunContext &context, const RunPlan &plan)
{
    bool isToolFound = false;
    for (const PlanStep &step : plan.steps) {
        if (!step.onlineCopy)
            continue;
        if (!context.journaled) {
            return failure(ErrorKind::Refused, QCoreApplication::translate("Whimbrel", "A copy of a table needs Whimbrel's journal, to know after a crash what is left of it."),
                           QCoreApplication::translate("Whimbrel", "Nothing was changed. Switch the journal on, or remove “-- whimbrel: online-copy”."));
        }
        if (const Result<QString> tool = isToolFound ? Result<QString>() : findCopyTool(); !tool)
            return std::unexpected(tool.error());
        isToolFound = true;
        const Result<CopyAlter> alter = CopyAlter::read(step.statements.first().statement, plan.dialect);
        if (!alter)
            return std::unexpected(alter.error());
        const CopyNames names = CopyNames::of(alter->table, context.session.settings().database);
        const Result<CopyParts> parts = context.cancellable([&] { return findCopyParts(context.session, names); });
        // A table of an earlier step is looked at when it is there, and what an earlier attempt left is known.
        if (!parts || !parts->table || CopyState::fromJson(step.resumeState))
            continue;
        if (const Result<QStringList> checked = context.cancellable([&] { return checkCopyTable(context.session, names, *step.onlineCopy); }); !checked) {
            Error error = checked.error();
            error.position = {.file = step.migration.displayFile, .line = step.statements.first().statement.start.line};
            return std::unexpected(error);
        }
    }
    return {};
}

} // namespace Whimbrel
