// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/probe.h"

#include "checklist/probes/probes.h"
#include "sql/splitter.h"

#include <QCoreApplication>
#include <QHash>

namespace Whimbrel {

namespace {
struct Tr
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::Probe)
};
} // namespace

ProbeContext::ProbeContext(const MigrationProject &project, Target target, Session *session, std::stop_token stop,
                           std::optional<Error> connectionError)
    : m_project(project)
    , m_target(std::move(target))
    , m_session(session)
    , m_stop(std::move(stop))
    , m_connectionError(std::move(connectionError))
{
}

const Result<Timeline> &ProbeContext::timeline() const
{
    if (!m_timeline && m_session)
        m_timeline = readTimeline(m_project, *m_session);
    if (!m_timeline)
        m_timeline = std::unexpected(m_connectionError.value_or(
            Error{.kind = ErrorKind::Unreachable, .message = Tr::tr("There is no connection to the database."), .detail = {}, .hint = {}, .code = {}, .position = {}}));
    return *m_timeline;
}

const Result<QList<PlanStep>> &ProbeContext::pending() const
{
    if (m_pending)
        return *m_pending;
    const Result<Timeline> &known = timeline();
    if (!known) {
        m_pending = std::unexpected(known.error());
        return *m_pending;
    }
    const Dialect dialect = m_session ? m_session->dialect() : m_target.settings.dialect;
    Result<RunPlan> plan = makePlan(m_project, *known, RunRequest{}, dialect);
    m_pending = plan ? Result<QList<PlanStep>>(plan->steps) : std::unexpected(plan.error());
    return *m_pending;
}

Result<QStringList> ProbeContext::pendingTables() const
{
    const Result<QList<PlanStep>> &steps = pending();
    if (!steps)
        return std::unexpected(steps.error());
    const Dialect dialect = m_session ? m_session->dialect() : m_target.settings.dialect;
    QStringList tables;
    for (const PlanStep &step : *steps) {
        for (const PlanStatement &each : step.statements)
            tables << namedTables(each.statement, dialect);
    }
    tables.removeDuplicates();
    return tables;
}

QList<ItemAnswer> runChecks(const QList<ChecklistItem> &items, const ProbeContext &context)
{
    QHash<QString, ProbeResult> known;
    QList<ItemAnswer> answers;
    for (const ChecklistItem &item : items) {
        if (item.isManual())
            continue;
        if (!known.contains(item.probe)) {
            if (context.stop().stop_requested())
                break;
            const Probe *found = probe(item.probe);
            const ProbeResult result = found ? found->run(context) : unknownResult(Tr::tr("This Whimbrel has no check “%1”.").arg(item.probe));
            // A probe that was stopped half-way has seen nothing.
            if (context.stop().stop_requested())
                break;
            known.insert(item.probe, result);
        }
        answers << ItemAnswer{.item = item.id, .result = known.value(item.probe)};
    }
    return answers;
}

} // namespace Whimbrel
