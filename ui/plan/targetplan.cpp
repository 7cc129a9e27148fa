// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/targetplan.h"

#include "run/guard/fit/fitcheck.h"
#include "run/onlinecopy/copytool.h"
#include "run/runcontroller.h"
#include "safety/catalog/catalogreader.h"

namespace Whimbrel {

namespace {

/// Where the schema cannot be read now, it is left to the run.
void refuseWhatCannotFit(RunPlan &plan, const MigrationProject &project, Session &session, const RunGuards &guards)
{
    if (plan.isEmpty() || !isGuarded(session.dialect()))
        return;
    if (const Result<ReadCatalog> read = readCatalog(session))
        plan.refusals << guardRefusals(project, plan, guards, read->catalog);
}

} // namespace

Result<TargetPlan> planOn(Session &session, const MigrationProject &project, const RunRequest &request, const RunGuards &guards)
{
    const Result<TargetFacts> facts = readTargetFacts(session);
    if (!facts)
        return std::unexpected(facts.error());
    const Result<Timeline> timeline = readTimeline(project, session);
    if (!timeline)
        return std::unexpected(timeline.error());
    return makePlan(project, *timeline, request, session.dialect()).transform([&](RunPlan plan) {
        describeCopies(plan, session.settings(), guards);
        refuseWhatCannotFit(plan, project, session, guards);
        return TargetPlan{plan, *facts, EarlierRuns::read(project, session)};
    });
}

Result<TargetPlan> planForNewDatabase(const MigrationProject &project, const ConnectionSettings &settings, const RunRequest &request)
{
    const Timeline timeline = buildTimeline(project, QList<AppliedMigration>());
    return makePlan(project, timeline, request, Dialect::SQLite).transform([&](const RunPlan &plan) {
        TargetFacts facts;
        facts.database = settings.displayName();
        facts.server = settings.database;
        facts.version = dialectName(Dialect::SQLite);
        facts.state = RunController::tr("made by this run");
        return TargetPlan{plan, facts, {}};
    });
}

} // namespace Whimbrel
