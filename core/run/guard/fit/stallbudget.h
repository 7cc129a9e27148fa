// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"

#include <QHash>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// MariaDB, MySQL: how long others may wait for the lock at the end of work that let everybody pass: to cancel it then would lose that work.
inline constexpr std::chrono::milliseconds budgetAtEnd{1000};

/// How long a step may make others wait: the environment's stall budget, or what comments of its file say.
struct StepBudget
{
    std::chrono::milliseconds environment{100};
    std::chrono::milliseconds file{0};                  ///< at the head of the file; 0: not said
    QHash<int, std::chrono::milliseconds> statements{}; ///< by number from 1: said above the statement

    std::chrono::milliseconds of(int statement) const;
    /// Locks are held until the end: a transaction has the longest that is said for any part of it.
    std::chrono::milliseconds ofTransaction() const;
};

/// Reads `-- whimbrel: stall-budget 5s` in the file of a step, or in `typed`, where that is not saved yet. Errors: Refused, with file and
/// line, where a value is not a duration or too short.
Result<StepBudget> readStepBudget(const MigrationFormat &format, const PlanStep &step, Dialect dialect, std::chrono::milliseconds environment,
                                  const std::optional<QString> &typed = {});

} // namespace Whimbrel
