// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/earlierruns.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString keyOf(const QString &version, Direction direction, const QString &checksum)
{
    return u"%1 %2 %3"_s.arg(version, directionId(direction), checksum);
}

} // namespace

QList<MigrationDuration> EarlierRuns::read(const MigrationProject &project, Session &session)
{
    const Journal journal(project.configuration().journal,
                          project.format().historyTable(project.configuration(), session.settings())->name());
    const Result<Journal::State> state = journal.state(session);
    if (!state || *state != Journal::State::Present)
        return {};
    return journal.durations(session).value_or(QList<MigrationDuration>());
}

void EarlierRuns::remember(const QString &environment, const QList<MigrationDuration> &durations)
{
    for (const MigrationDuration &duration : durations) {
        const QString key = keyOf(duration.version, duration.direction, duration.checksum);
        const auto known = m_known.constFind(key);
        if (known == m_known.cend() || duration.ms > known->ms)
            m_known.insert(key, {duration.ms, duration.at, environment});
    }
}

void EarlierRuns::remember(const QString &environment, const Timeline &timeline)
{
    QList<MigrationDuration> durations;
    for (const TimelineEntry &entry : timeline.entries) {
        const std::optional<JournalSummary> &attempt = entry.attempt;
        const bool complete = attempt && (attempt->outcome == u"applied" || attempt->outcome == u"reverted");
        if (!complete || attempt->durationMs < 0 || attempt->checksum.isEmpty())
            continue;
        durations << MigrationDuration{attempt->version, attempt->direction, attempt->checksum, attempt->durationMs,
                                       attempt->at};
    }
    remember(environment, durations);
}

std::optional<EarlierRun> EarlierRuns::of(const PlanStep &step) const
{
    const auto found = m_known.constFind(keyOf(step.migration.version, step.direction, step.checksum));
    // What is resumed takes an unknown part of that time.
    return found == m_known.cend() || step.resumeAfter > 0 ? std::nullopt : std::optional(*found);
}

QList<std::optional<EarlierRun>> EarlierRuns::of(const RunPlan &plan) const
{
    QList<std::optional<EarlierRun>> runs;
    for (const PlanStep &step : plan.steps)
        runs << of(step);
    return runs;
}

} // namespace Whimbrel
