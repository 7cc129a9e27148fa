// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runestimate.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct RunEstimateTexts
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel::RunEstimate)
};

constexpr int enoughStatements = 10;  ///< to tell the others' time from
constexpr qint64 enoughMs = 3000;
constexpr qint64 toleratedMs = 2000;  ///< an earlier run's time may be passed by this and a half of it
constexpr int outlier = 5;            ///< a statement this many times as long as the others is unlike them

} // namespace

RunEstimate::RunEstimate(const RunPlan &plan, const EarlierRuns &earlier)
    : m_plan(plan)
{
    for (const PlanStep &step : plan.steps) {
        m_known << earlier.of(step);
        m_toRun += static_cast<int>(step.statements.size()) - step.resumeAfter;
    }
}

void RunEstimate::take(const RunEvent &event)
{
    switch (event.kind) {
    case RunEvent::Kind::MigrationStarted:
        m_step = std::ranges::find_if(m_plan.steps, [&event](const PlanStep &step) {
                     return step.migration.version == event.version && step.direction == event.direction;
                 }) - m_plan.steps.begin();
        m_stepStarted = event.at;
        break;
    case RunEvent::Kind::StatementStarted:
        m_statementStarted = event.at;
        break;
    case RunEvent::Kind::StatementFinished:
        m_statementStarted = {};
        m_statementsMs += std::max<qint64>(event.elapsedMs, 0);
        m_finished = std::min(m_finished + 1, m_toRun); // a transaction may be tried again
        break;
    default:
        break;
    }
}

std::optional<TimeLeft> RunEstimate::left(const QDateTime &now) const
{
    if (m_step < 0 || m_step >= m_plan.steps.size())
        return std::nullopt;
    const std::optional<TimeLeft> known = leftByEarlierRuns(now);
    return known ? known : leftByStatements(now);
}

std::optional<TimeLeft> RunEstimate::leftByEarlierRuns(const QDateTime &now) const
{
    const auto ahead = m_known.sliced(m_step);
    if (!std::ranges::all_of(ahead, [](const auto &known) { return known.has_value(); }))
        return std::nullopt;
    const qint64 here = ahead.first()->ms;
    const qint64 passed = m_stepStarted.msecsTo(now);
    if (passed > here + here / 2 + toleratedMs)
        return std::nullopt; // it is another matter here
    TimeLeft left{std::max<qint64>(here - passed, 0), {}};
    QStringList environments;
    for (const auto &known : ahead) {
        left.ms += known->ms;
        if (!environments.contains(known->environment))
            environments << known->environment;
    }
    left.ms -= here;
    left.basis = RunEstimateTexts::tr("If it takes as long as it took on %1.").arg(environments.join(u", "_s));
    return left;
}

std::optional<TimeLeft> RunEstimate::leftByStatements(const QDateTime &now) const
{
    if (m_finished < enoughStatements || m_statementsMs < enoughMs)
        return std::nullopt;
    const qint64 average = m_statementsMs / m_finished;
    const qint64 passed = m_statementStarted.isValid() ? m_statementStarted.msecsTo(now) : 0;
    if (passed > outlier * std::max<qint64>(average, 200))
        return std::nullopt;
    const qint64 all = average * (m_toRun - m_finished);
    return TimeLeft{std::max<qint64>(all - std::min(passed, average), 0),
                    RunEstimateTexts::tr("If the statements that are left take as long as those that are done.")};
}

QString timeLeftText(qint64 milliseconds)
{
    const auto seconds = static_cast<int>((milliseconds + 999) / 1000);
    if (seconds <= 10)
        return RunEstimateTexts::tr("a few seconds left");
    if (seconds <= 90)
        return RunEstimateTexts::tr("about %n s left", nullptr, (seconds + 9) / 10 * 10);
    if (seconds <= 90 * 60)
        return RunEstimateTexts::tr("about %n min left", nullptr, (seconds + 30) / 60);
    return RunEstimateTexts::tr("about %n h left", nullptr, (seconds + 1800) / 3600);
}

} // namespace Whimbrel
