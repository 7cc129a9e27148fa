// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/record/journal.h"
#include "run/runplan.h"
#include "run/targetfacts.h"

namespace Whimbrel {

/// A plan, and what was found out about the database it is for.
struct TargetPlan
{
    RunPlan plan;
    TargetFacts facts;
    QList<MigrationDuration> durations; ///< of earlier runs, which the target's journal knows
};

/// With what the run would refuse as soon as it had begun. Blocks.
Result<TargetPlan> planOn(Session &session, const MigrationProject &project, const RunRequest &request, const RunGuards &guards);

/// For a SQLite database that the run will make: nothing is applied in it. Blocks: files are read.
Result<TargetPlan> planForNewDatabase(const MigrationProject &project, const ConnectionSettings &settings, const RunRequest &request);

} // namespace Whimbrel
