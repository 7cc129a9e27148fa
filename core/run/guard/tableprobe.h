// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/guard/fit/lockneeds.h"

#include <chrono>

namespace Whimbrel {

struct RunContext;

/// MariaDB: whether tables can be had, where no monitor session can look. A wait for a table is counted in whole seconds there,
/// but a statement may be bounded by the millisecond: LOCK TABLES is, and is undone at once. Whoever held a table for long is gone
/// when it comes back, and nobody has waited behind it for longer than it was given.
class TableProbe
{
public:
    explicit TableProbe(RunContext &context)
        : m_context(context)
    {
    }

    /// Commits what is open, as the definition that follows would. True also where the role may not lock tables: then the statement
    /// itself has to find out. Errors: ConnectionLost, Cancelled.
    Result<bool> isClear(const QList<LockNeed> &needs, std::chrono::milliseconds patience);

private:
    RunContext &m_context;
    bool m_isRefused = false;
};

} // namespace Whimbrel
