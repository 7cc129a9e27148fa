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
        if (const Result<StatementOutcome> dropped = context.guard->send(step, step.statements.first(), {.attempt = drop}); !dropped)
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
    RunControl clock;
    for (const auto until = std::chrono::steady_clock::now() + patienceOfTool; std::chrono::steady_clock::now() < until;) {
        const Result<bool> works = context.despiteStop([&] { return isCopyAtWork(context.session, names); });
        if (!works)
            return std::unexpected(works.error());
        if (!*works)
            return {};
        (void)clock.wait(100ms, context.stop);
    }
    return failure(ErrorKind::Statement, tr("pt-online-schema-change of the interrupted attempt is still at work on %1.").arg(names.table),
                   tr("Wait for its end, or end its session (“whimbrel locks” shows it), and run again."));
}

QStringList dropStatements(const Session &session, const CopyNames &names, const CopyParts &parts)
{
    QStringList statements;
    for (const QString &trigger : parts.triggers)
        statements << u"DROP TRIGGER "_s + quoted(session, names, trigger);
    if (parts.newTable)
        statements << u"DROP TABLE "_s + quoted(session, names, names.newTable);
    return statements;
}

EffectLook lookAt(const Session &session, const CopyState &state, const CopyParts &parts)
{
    const bool mayBeSwapped = state.phase == Phase::Swapping || state.phase == Phase::Swapped;
    const CopyNames &names = state.names;
    const auto place = [&](const QString &name) { return quoted(session, names, name); };
    if (mayBeSwapped && !parts.newTable && parts.oldTable)
        return {EffectLook::Effect::Took, {u"DROP TABLE "_s + place(names.oldTable)}};
    if (mayBeSwapped && !parts.newTable)
        return {state.phase == Phase::Swapped ? EffectLook::Effect::Took : EffectLook::Effect::Unknown, {}};
    if (state.phase != Phase::Copying && parts.isComplete(names))
        return {EffectLook::Effect::HalfWay, {u"RENAME TABLE %1 TO %2, %3 TO %1"_s.arg(place(names.table), place(names.oldTable), place(names.newTable))}};
    const QStringList drops = dropStatements(session, names, parts);
    return {drops.isEmpty() ? EffectLook::Effect::DidNot : EffectLook::Effect::Leftover, drops};
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
    const EffectLook look = lookAt(context.session, state, *parts);
    if (look.effect == EffectLook::Effect::Took) {
        notice(context, tr("The interrupted attempt had put the copy of %1 in its place: the statement has taken effect.").arg(names.table));
        return CopyFate::Swapped;
    }
    if (look.effect == EffectLook::Effect::Unknown)
        return nobodyKnows(step, names);
    if (goesOn && look.effect == EffectLook::Effect::HalfWay) {
        notice(context, tr("The interrupted attempt had completed the copy of %1, and its triggers have kept it up to date: only the swap is left.").arg(names.table));
        return CopyFate::Complete;
    }
    if (const QStringList drops = dropStatements(context.session, names, *parts); !drops.isEmpty())
        notice(context, tr("What the interrupted attempt left of a copy of %1 is dropped: %2.").arg(names.table, drops.join(u"; "_s)));
    return dropCopy(context, step, names).transform([] { return CopyFate::Gone; });
}

Result<bool> isCopyAtWork(Session &session, const CopyNames &names)
{
    static const QStringList begins{u"CREATE%"_s, u"ALTER%"_s, u"RENAME%"_s, u"ANALYZE%"_s, u"%pt-online-schema-change%"_s};
    QStringList forms;
    for (const QString &begin : begins)
        forms << u"info LIKE "_s + session.quotedLiteral(begin);
    const QString sql = u"SELECT count(*) AS n FROM information_schema.processlist WHERE id <> connection_id() AND command <> 'Sleep' AND (info LIKE %1 OR info LIKE %2) AND (%3)"_s
                            .arg(session.quotedLiteral(u"%`"_s + names.newTable + u"`%"_s), session.quotedLiteral(u'%' + names.triggers.first().chopped(4) + u'%'),
                                 forms.join(u" OR "_s));
    return session.query(sql).transform([](const Rows &rows) { return rows.number(0, u"n") > 0; });
}

Result<EffectLook> lookForCopy(Session &session, const CopyState &state)
{
    return findCopyParts(session, state.names).transform([&](const CopyParts &parts) { return lookAt(session, state, parts); });
}

} // namespace Whimbrel
