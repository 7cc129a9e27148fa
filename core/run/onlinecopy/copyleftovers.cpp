// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyleftovers.h"

#include "run/guard/lockguard.h"
#include "run/onlinecopy/copytable.h"

#include <QScopeGuard>

#include <condition_variable>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

using Phase = CopyState::Phase;

constexpr auto patienceOfStop = 20s;
constexpr auto patienceOfTool = 15s;

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

void notice(RunContext &context, const QString &text)
{
    RunEvent event = context.event(RunEvent::Kind::Notice);
    event.message = text;
    context.publish(std::move(event));
}

QString quoted(const Session &session, const CopyNames &names, const QString &name)
{
    return session.quotedIdentifier(names.schema) + u'.' + session.quotedIdentifier(name);
}

Result<> run(RunContext &context, const QString &sql)
{
    return context.despiteStop([&] { return context.session.query(sql); }).transform([](const Rows &) { });
}

Result<> dropTriggers(RunContext &context, const PlanStep &step, const CopyNames &names)
{
    for (const QString &trigger : names.triggers) {
        const QString sql = u"DROP TRIGGER IF EXISTS "_s + quoted(context.session, names, trigger);
        const auto drop = [&]() -> Result<StatementOutcome> { return run(context, sql).transform([] { return StatementOutcome(); }); };
        if (const Result<StatementOutcome> dropped = context.guard->send(step, step.statements.first(), drop); !dropped)
            return std::unexpected(dropped.error());
    }
    return {};
}

/// A stop that was asked for ends the run, not the clearing up; but that has its own end then.
class BriefStop
{
public:
    explicit BriefStop(RunContext &context)
        : m_context(context)
        , m_asked(context.stop)
    {
        if (!m_asked.stop_requested())
            return;
        m_context.session.canceller()->clear();
        m_context.stop = m_end.get_token();
        m_timer = std::jthread([this](const std::stop_token &over) {
            std::mutex mutex;
            std::unique_lock lock(mutex);
            std::condition_variable_any().wait_for(lock, over, patienceOfStop, [] { return false; });
            m_end.request_stop();
        });
    }
    ~BriefStop() { m_context.stop = m_asked; }
    Q_DISABLE_COPY_MOVE(BriefStop)

private:
    RunContext &m_context;
    const std::stop_token m_asked;
    std::stop_source m_end;
    std::jthread m_timer;
};

/// The tool ends with the run that began it, but the server may be at its last statement still.
Result<> waitForTool(RunContext &context, const CopyNames &names)
{
    Session &session = context.session;
    const QString sql = u"SELECT count(*) AS n FROM information_schema.processlist WHERE id <> connection_id() AND command <> 'Sleep' AND "
                        "(info LIKE %1 OR info LIKE %2) AND (info LIKE '%pt-online-schema-change%' OR info LIKE 'CREATE%' OR info LIKE 'ALTER%' OR info LIKE 'RENAME%' OR info LIKE 'ANALYZE%')"_s
                            .arg(session.quotedLiteral(u"%`"_s + names.newTable + u"`%"_s), session.quotedLiteral(u"%"_s + names.triggers.first().chopped(4) + u"%"_s));
    RunControl clock;
    for (const auto until = std::chrono::steady_clock::now() + patienceOfTool; std::chrono::steady_clock::now() < until;) {
        const Result<Rows> rows = context.despiteStop([&] { return session.query(sql); });
        if (!rows)
            return std::unexpected(rows.error());
        if (rows->number(0, u"n") == 0)
            return {};
        (void)clock.wait(100ms, context.stop);
    }
    return failure(ErrorKind::Statement, tr("pt-online-schema-change of the interrupted attempt is still at work on %1.").arg(names.table),
                   tr("Wait for its end, or end its session (“whimbrel locks” shows it), and run again."));
}

std::unexpected<Error> nobodyKnows(const PlanStep &step, const CopyNames &names)
{
    return failure(ErrorKind::Statement,
                   tr("An interrupted attempt was about to put the copy of %1 in its place, and neither %2 nor %3 is there any more to tell whether it did.")
                       .arg(names.table, names.newTable, names.oldTable),
                   tr("Look at the table. If it is changed, run “whimbrel resolve %1 --applied”; if it is not, “whimbrel resolve %1 --reverted” and run again.")
                       .arg(step.migration.version));
}

} // namespace

Result<> dropCopy(RunContext &context, const PlanStep &step, const CopyNames &names)
{
    const BriefStop brief(context);
    return waitForTool(context, names)
        .and_then([&] { return dropTriggers(context, step, names); })
        .and_then([&] { return run(context, u"DROP TABLE IF EXISTS "_s + quoted(context.session, names, names.newTable)); });
}

void dropOldTable(RunContext &context, const CopyNames &names)
{
    Result<> dropped;
    for (const QString &trigger : names.triggers)
        dropped = dropped.and_then([&] { return run(context, u"DROP TRIGGER IF EXISTS "_s + quoted(context.session, names, trigger)); });
    dropped = dropped.and_then([&] { return run(context, u"DROP TABLE IF EXISTS "_s + quoted(context.session, names, names.oldTable)); });
    if (!dropped)
        notice(context, tr("The table as it was before, %1, could not be dropped: %2 Drop it by hand.").arg(names.oldTable, dropped.error().message));
}

Result<CopyFate> settleCopy(RunContext &context, const PlanStep &step, const CopyState &state, bool goesOn)
{
    const CopyNames &names = state.names;
    if (const Result<> ended = waitForTool(context, names); !ended)
        return std::unexpected(ended.error());
    const Result<CopyParts> parts = context.cancellable([&] { return findCopyParts(context.session, names); });
    if (!parts)
        return std::unexpected(parts.error());
    const bool mayBeSwapped = state.phase == Phase::Swapping || state.phase == Phase::Swapped;
    if (mayBeSwapped && !parts->newTable && (parts->oldTable || state.phase == Phase::Swapped)) {
        notice(context, tr("The interrupted attempt had put the copy of %1 in its place: the statement has taken effect.").arg(names.table));
        return CopyFate::Swapped;
    }
    if (mayBeSwapped && !parts->newTable)
        return nobodyKnows(step, names);
    if (goesOn && state.phase != Phase::Copying && parts->isComplete(names)) {
        notice(context, tr("The interrupted attempt had completed the copy of %1, and its triggers have kept it up to date: only the swap is left.").arg(names.table));
        return CopyFate::Complete;
    }
    if (parts->newTable || !parts->triggers.isEmpty()) {
        QStringList there = parts->triggers;
        if (parts->newTable)
            there << names.newTable;
        notice(context, tr("The interrupted attempt had not completed the copy of %1. What it left is dropped: %2.").arg(names.table, there.join(u", "_s)));
    }
    return dropCopy(context, step, names).transform([] { return CopyFate::Gone; });
}

} // namespace Whimbrel
