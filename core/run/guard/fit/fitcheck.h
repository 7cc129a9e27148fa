// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/fit/lockneeds.h"
#include "run/guard/fit/stallbudget.h"

#include "project/configuration/projectconfiguration.h"

#include <optional>

namespace Whimbrel {

/// What the guard of a run knows of a step before it starts.
struct GuardedStep
{
    StepNeeds needs;
    StepBudget budget;
};

/// A run has a guard there: what needs a table may be kept waiting, and be tried again.
bool isGuarded(Dialect dialect);
/// The stall budget where no file says another one: MariaDB's is 300 ms at least.
std::chrono::milliseconds usualBudget(const RunGuards &guards, Dialect dialect);
/// One for each step of the plan, from the schema in `catalog`, which each changes in turn. Errors: Refused, where a file says a budget that
/// is none. `typed`: the text that the plan was made of, where it is not saved yet.
Result<QList<GuardedStep>> guardedSteps(const MigrationProject &project, const RunPlan &plan, const RunGuards &guards, Catalog catalog,
                                        const std::optional<QString> &typed = {});
/// Why the guard of a run would refuse the plan, for a person to read before. `catalog`: the database's own schema, which knows how much
/// is in the tables.
QList<Error> guardRefusals(const MigrationProject &project, const RunPlan &plan, const RunGuards &guards, const Catalog &catalog,
                           const std::optional<QString> &typed = {});

/// How long such work takes at least, as fast servers do it; 0 where the table is small or its size is not known.
std::chrono::milliseconds leastDuration(const HeavyWork &work);

/// Why steps must not start, at most once each: what they do while others cannot use a table takes longer than they may wait.
QList<Error> whatCannotFit(const RunPlan &plan, const QList<GuardedStep> &steps);

} // namespace Whimbrel
