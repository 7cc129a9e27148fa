// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace Whimbrel {

/// Below it every attempt to get a lock would be given up before it had begun.
inline constexpr std::chrono::milliseconds leastStallBudget{10};

} // namespace Whimbrel
