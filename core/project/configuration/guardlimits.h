// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <chrono>

namespace Whimbrel {

/// Below it every attempt to get a lock would be given up before it had begun.
inline constexpr std::chrono::milliseconds leastStallBudget{10};

/// What stands behind `-- whimbrel: stall-budget`. Errors: Project, saying what can be written.
Result<std::chrono::milliseconds> parseStallBudget(const QString &text);

} // namespace Whimbrel
