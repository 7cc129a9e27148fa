// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/runrecord.h"

#include <QCoreApplication>

#include <algorithm>

namespace Whimbrel {

void RunRecord::take(const RunEvent &event)
{
    if (m_plan.singleTransaction)
        return;
    const auto runs = [&](const PlanStep &step) { return step.migration.version == event.version && step.direction == event.direction; };
    if (event.kind == RunEvent::Kind::MigrationFinished) {
        m_changed = true;
    } else if (event.kind == RunEvent::Kind::StatementFinished) {
        const auto step = std::ranges::find_if(m_plan.steps, runs);
        m_changed = m_changed || (step != m_plan.steps.end() && (!step->transaction || step->ownCommits));
    }
}

QString RunRecord::text(const Result<RunOutcome> &outcome) const
{
    if (outcome)
        return tr("%n migration(s) done.", nullptr, outcome->migrationsDone);
    const bool refused = outcome.error().kind == ErrorKind::Refused && !m_changed;
    return refused ? QString() : tr("The run stopped: %1").arg(outcome.error().message);
}

} // namespace Whimbrel
