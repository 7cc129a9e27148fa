// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/lockneeds.h"
#include "run/guard/stallbudget.h"

#include <optional>

namespace Whimbrel {

/// How long such work takes at least, as fast servers do it; 0 where the table is small or its size is not known.
std::chrono::milliseconds leastDuration(const HeavyWork &work);

/// Why a step must not start: what it does while others cannot use a table takes longer than they may wait.
std::optional<Error> cannotFit(const PlanStep &step, const StepNeeds &needs, const StepBudget &budget);

} // namespace Whimbrel
