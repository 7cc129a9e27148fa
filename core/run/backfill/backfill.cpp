// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/backfill.h"

#include "run/backfill/batchtransaction.h"
#include "run/backfill/foreignquery.h"
#include "run/backfill/keylookup.h"
#include "run/guard/lockguard.h"

#include <QCryptographicHash>
#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

using Clock = std::chrono::steady_clock;

constexpr qlonglong firstSize = 500;
constexpr qlonglong firstBlocks = 16;
constexpr int mostPasses = 20;
constexpr auto lookAgain = 200ms; ///< while something holds the batches back

/// What another attempt may well get past: a lock not granted in time, a deadlock, a serialization failure.
bool isTransient(const Error &error)
{
    static const QStringList codes{u"40001"_s, u"40P01"_s, u"1213"_s, u"1205"_s, u"1020"_s};
    return error.kind == ErrorKind::LockTimeout || (error.kind == ErrorKind::Statement && codes.contains(error.code));
}

std::chrono::milliseconds batchTime(const RunContext &context)
{
    const auto asked = context.project.configuration().backfill.batchTime;
    const auto budget = context.target.guards.stallBudget * 3 / 4; // whoever waits for a row waits for the batch
    return budget > 0ms ? std::min(asked, std::max<std::chrono::milliseconds>(budget, 5ms)) : asked;
}

BatchPause pauseOf(const RunContext &context, const BatchOptions &options)
{
    return options.pause.value_or(context.project.configuration().backfill.pause);
}

} // namespace

Backfill::Backfill(RunContext &context, const PlanStep &step, StateStatement stateStatement)
    : m_context(context)
    , m_step(step)
    , m_statement(step.statements.first().statement)
    , m_stateStatement(std::move(stateStatement))
    , m_pace(batchTime(context), pauseOf(context, *step.batch), step.batch->size, firstSize)
    , m_throttle(context.project, context.session.settings())
    , m_control(context.control ? *context.control : m_ownControl)
{
}

Result<StatementOutcome> Backfill::run()
{
    const auto started = Clock::now();
    const SessionGuards before = m_context.session.guards();
    Result<> result = prepare();
    for (bool again = result.has_value(); again;) {
        result = beginPass().and_then([this] { return pass(); });
        if (!result)
            break;
        const Result<bool> another = needsAnotherPass();
        if (!another)
            result = std::unexpected(another.error());
        again = another.value_or(false);
    }
    if (!result && m_context.session.transactionState() != TransactionState::None)
        (void)m_context.despiteStop([this] { return m_context.session.rollback(); });
    if (m_context.session.guards() != before) {
        // What follows has other guards; fails only with the connection, which the next statement tells.
        (void)m_context.despiteStop([&] { return m_context.session.setGuards(before); });
    }
    if (!result)
        return std::unexpected(result.error());
    adviseVacuum();
    return StatementOutcome{.rows = m_state.changed,
                            .notices = {},
                            .elapsed = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - started)};
}

Result<> Backfill::prepare()
{
    Result<BatchStatement> statement = BatchStatement::read(m_statement, m_context.session.dialect());
    if (!statement)
        return std::unexpected(statement.error());
    m_batches = std::move(*statement);
    Result<BatchKey> key = m_context.cancellable([this] { return findBatchKey(m_context.session, m_batches, *m_step.batch); });
    if (!key)
        return std::unexpected(key.error());
    m_key = std::move(*key);
    if (!m_context.journaled && !m_batches.repeats()) {
        return failure(ErrorKind::Refused, tr("Without Whimbrel's journal nobody would know after an interruption which rows were done, and some would be done twice."),
                       tr("Switch the journal on in whimbrel.toml, or give the statement a condition that becomes false for the rows that are done."));
    }
    if (const Result<> taken = takeUpState(); !taken)
        return taken;
    if (m_key.kind() == BatchKey::Kind::Blocks && m_state.size == 0)
        m_state.size = firstBlocks;
    m_pace = BatchPace(batchTime(m_context), pauseOf(m_context, *m_step.batch), m_step.batch->size, m_state.size > 0 ? m_state.size : firstSize);
    // Rows that somebody else holds longer than the budget are left to a later attempt: while this one waited, others would
    // wait for the rows it has already.
    SessionGuards guards = m_context.session.guards();
    guards.lockTimeout = std::max<std::chrono::milliseconds>(m_context.target.guards.stallBudget, 10ms);
    if (m_context.session.dialect() == Dialect::SQLite)
        guards.lockTimeout = m_context.session.guards().lockTimeout; // the one lock there is for writers
    return m_context.session.setGuards(guards).and_then([this] { return tellStart(); });
}

/// The cursor of an interrupted attempt, if it was this statement's.
Result<> Backfill::takeUpState()
{
    const QByteArray meaning = (m_statement.text + u'\n' + m_key.columnNames().join(u',')).toUtf8(); // none: the table's blocks
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(meaning, QCryptographicHash::Sha256).toHex());
    const std::optional<BackfillState> stored = BackfillState::fromJson(m_step.resumeState);
    if (!stored || stored->statement == hash) {
        m_state = stored.value_or(BackfillState());
        m_state.statement = hash;
        return {};
    }
    return failure(ErrorKind::Refused,
                   tr("An interrupted attempt has changed %1 rows in batches, and the statement or the key it took them by is another one now.")
                       .arg(stored->changed),
                   tr("Bring the statement back and run again. Or, if the new one may change those rows once more, let it begin anew with "
                      "“whimbrel resolve %1 --reverted”.").arg(m_step.migration.version));
}

Result<> Backfill::tellStart()
{
    if (m_state.last.isEmpty() && m_state.pass == 1)
        notice(tr("The rows of “%1” are taken by %2.").arg(m_batches.tableName(), m_key.description()));
    else
        notice(tr("Goes on where an interrupted attempt stopped: %1 rows were gone by in pass %2, and %3 were changed.")
                   .arg(m_state.passed).arg(m_state.pass).arg(m_state.changed));
    if (!m_batches.repeats())
        notice(m_batches.onePassNote());
    return {};
}

Result<Rows> Backfill::query(const QString &sql)
{
    return m_context.cancellable([&] { return m_context.session.query(sql); });
}

/// Where the pass ends is settled when it begins: rows with higher keys that come meanwhile are for the next one, or a trigger's.
Result<> Backfill::beginPass()
{
    m_rate = {};
    if (!m_state.last.isEmpty())
        return {};
    const Result<Rows> last = query(m_key.lastQuery(m_context.session));
    if (!last)
        return std::unexpected(last.error());
    m_state.cursor.clear();
    m_state.passed = 0;
    m_state.changedInPass = 0;
    m_state.last = last->isEmpty() ? QStringList() : BatchKey::values(*last, m_key.columns().size());
    m_state.total = m_key.kind() == BatchKey::Kind::Blocks ? (last->isEmpty() ? 0 : m_state.last.first().toLongLong() + 1)
                                                           : estimatedRows(m_context.session, m_batches);
    return {};
}

Result<> Backfill::pass()
{
    while (!m_state.last.isEmpty()) {
        if (const Result<> clear = waitUntilClear(); !clear)
            return clear;
        Result<std::optional<Batch>> next = nextBatch();
        if (!next)
            return std::unexpected(next.error());
        if (!*next)
            break;
        if (const Result<> done = runBatch(**next); !done)
            return done;
        publish(**next);
        if (const Result<> rested = rest(**next); !rested)
            return rested;
    }
    return {};
}

Result<std::optional<Backfill::Batch>> Backfill::nextBatch()
{
    const auto began = Clock::now();
    Result<std::optional<Batch>> batch = lookForBatch();
    if (batch && *batch)
        (*batch)->looked = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - began);
    return batch;
}

/// Asked outside of a transaction: it takes no time of anybody's.
Result<std::optional<Backfill::Batch>> Backfill::lookForBatch()
{
    const qlonglong size = m_pace.size();
    const qsizetype columns = m_key.columns().size();
    const Result<Rows> end = query(m_key.endQuery(m_context.session, m_state.cursor, m_state.last, size));
    if (!end)
        return std::unexpected(end.error());
    if (!end->isEmpty())
        return Batch{.end = BatchKey::values(*end, columns), .passed = size};
    const Result<Rows> rest = query(m_key.restQuery(m_context.session, m_state.cursor, m_state.last, size));
    if (!rest)
        return std::unexpected(rest.error());
    if (rest->isEmpty())
        return std::nullopt;
    return Batch{.end = BatchKey::values(*rest, columns), .passed = rest->number(0, u"n")};
}

Result<> Backfill::runBatch(Batch &batch)
{
    const auto first = Clock::now();
    for (int attempt = 1;; ++attempt) {
        const Result<> done = m_context.guard->watchBatch(m_step, batchTime(m_context), [&] { return tryBatch(batch); });
        if (done)
            return done;
        const Error error = done.error();
        const bool canGoOn = error.kind != ErrorKind::ConnectionLost && m_context.session.transactionState() != TransactionState::None;
        if (canGoOn) {
            if (const Result<> rolledBack = m_context.despiteStop([this] { return m_context.session.rollback(); }); !rolledBack)
                return rolledBack;
        }
        const bool isTooSlow = m_context.guard->isOverBudget(); // a smaller one may not be
        if (!(isTransient(error) || isTooSlow) || Clock::now() - first > m_context.target.guards.giveUpAfter)
            return done;
        if (const Result<> waited = retryLater(error, isTooSlow ? 1 : attempt); !waited)
            return waited;
        m_pace.failed();
        const Result<std::optional<Batch>> smaller = nextBatch();
        if (!smaller)
            return std::unexpected(smaller.error());
        if (!*smaller)
            return {};
        batch = **smaller;
    }
}

Result<> Backfill::tryBatch(Batch &batch)
{
    Session &session = m_context.session;
    Statement part = m_statement;
    part.text = m_batches.withRange(m_key.range(session, m_state.cursor, batch.end));
    BatchTransaction transaction(m_context);
    const auto locked = Clock::now();
    const Result<qlonglong> rows = transaction.run(part);
    if (!rows)
        return std::unexpected(rows.error());
    batch.changed = std::max<qlonglong>(*rows, 0);
    const BackfillState after = stateAfter(batch);
    if (const Result<> committed = transaction.commit(m_stateStatement(after.toJson())); !committed)
        return committed;
    batch.held = std::chrono::duration_cast<std::chrono::microseconds>(Clock::now() - locked);
    m_state = after;
    m_pace.took(batch.passed, batch.held);
    return {};
}

BackfillState Backfill::stateAfter(const Batch &batch) const
{
    BackfillState after = m_state;
    after.cursor = batch.end;
    after.passed += batch.passed;
    after.changed += batch.changed;
    after.changedInPass += batch.changed;
    after.size = m_pace.size();
    return after;
}

Result<> Backfill::retryLater(const Error &error, int attempt)
{
    RunEvent event = m_context.event(RunEvent::Kind::LockRetry);
    event.attempt = attempt + 1;
    event.batch = progress();
    event.message = tr("The batch was rolled back and is tried again: %1").arg(error.message);
    m_context.publish(std::move(event));
    const int longest = std::min(100 << std::min(attempt, 6), 5000);
    const auto until = Clock::now() + std::chrono::milliseconds(QRandomGenerator::global()->bounded(longest / 2, longest));
    while (Clock::now() < until) {
        if (!m_control.wait(std::chrono::ceil<std::chrono::milliseconds>(until - Clock::now()), m_context.stop))
            return failure(ErrorKind::Cancelled, tr("Stopped."));
    }
    return {};
}

/// Paused by a person, or held back by a throttle: between two batches nothing is locked.
Result<> Backfill::waitUntilClear()
{
    QString told;
    for (;;) {
        if (m_context.stop.stop_requested())
            return failure(ErrorKind::Cancelled, tr("Stopped."));
        const std::optional<QString> reason = m_control.isPaused() ? std::optional(tr("Paused.")) : m_throttle.reason(m_context.stop);
        if (const QString problem = m_throttle.takeProblem(); !problem.isEmpty())
            notice(problem);
        if (!reason) {
            if (!told.isEmpty())
                notice(tr("The batches go on."));
            return {};
        }
        if (*reason != told)
            publishWaiting(*reason);
        told = *reason;
        if (!m_control.wait(lookAgain, m_context.stop))
            return failure(ErrorKind::Cancelled, tr("Stopped."));
        m_rate = {};
    }
}

/// The look for the next batch is a part of it: it holds up nobody either.
Result<> Backfill::rest(const Batch &batch)
{
    const auto began = Clock::now();
    for (;;) {
        const auto left = m_pace.pauseAfter(batch.held, m_control.speed()) - batch.looked - (Clock::now() - began);
        if (left <= 0ms)
            return {};
        if (!m_control.wait(std::chrono::ceil<std::chrono::milliseconds>(left), m_context.stop))
            return failure(ErrorKind::Cancelled, tr("Stopped."));
    }
}

/// Passes repeat while rows match that came meanwhile, as long as that helps.
Result<bool> Backfill::needsAnotherPass()
{
    if (!m_batches.repeats())
        return false;
    const Result<Rows> rows = query(foreignQuery(m_batches.countQuery(), m_context.session.dialect()));
    if (!rows)
        return std::unexpected(rows.error());
    const qlonglong left = rows->number(0, u"n");
    if (left == 0)
        return false;
    const qlonglong before = m_state.leftBefore >= 0 ? m_state.leftBefore : m_state.changedInPass;
    if (left >= before || m_state.pass >= mostPasses) {
        notice(tr("After pass %1, %2 rows still match the condition: the values that are set do not make it false for them, or such rows are written as fast as "
                  "they are changed. Whimbrel leaves it at that.").arg(m_state.pass).arg(left));
        return false;
    }
    notice(tr("After pass %1, %2 rows match the condition still: they were written meanwhile. Another pass follows.").arg(m_state.pass).arg(left));
    ++m_state.pass;
    m_state.leftBefore = left;
    m_state.last.clear();
    return true;
}

BatchProgress Backfill::progress() const
{
    return {.pass = m_state.pass,
            .passed = m_state.passed,
            .total = m_state.total < 0 ? -1 : std::max(m_state.total, m_state.passed),
            .changed = m_state.changed,
            .batchSize = m_pace.size(),
            .rowsPerSecond = m_rate.rowsPerSecond(),
            .leftMs = m_rate.leftMs(m_state.passed, m_state.total)};
}

void Backfill::publish(const Batch &batch)
{
    m_rate.take(Clock::now(), m_state.passed);
    RunEvent event = m_context.event(RunEvent::Kind::Batch);
    event.elapsedMs = std::chrono::duration_cast<std::chrono::milliseconds>(batch.held).count();
    event.rows = batch.changed;
    event.batch = progress();
    m_context.publish(std::move(event));
}

void Backfill::publishWaiting(const QString &reason)
{
    RunEvent event = m_context.event(RunEvent::Kind::Progress);
    event.batch = progress();
    event.batch->waiting = true;
    event.message = reason;
    m_context.publish(std::move(event));
}

void Backfill::notice(const QString &text)
{
    RunEvent event = m_context.event(RunEvent::Kind::Notice);
    event.message = text;
    m_context.publish(std::move(event));
}

/// Each changed row of PostgreSQL leaves its old version behind, and autovacuum comes later than a backfill ends.
void Backfill::adviseVacuum()
{
    const bool leavesVersions = m_context.session.dialect() == Dialect::PostgreSql && m_batches.verb() != BatchStatement::Verb::Insert;
    if (leavesVersions && m_state.changed >= 100'000 && m_state.changed * 5 >= m_state.total)
        notice(tr("%1 old row versions are left behind: VACUUM (ANALYZE) %2 makes their room usable again.").arg(m_state.changed).arg(m_batches.table()));
}

} // namespace Whimbrel
