// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

namespace Whimbrel {

/// Reads with PostgreSQL's own parser (libpg_query, the grammar of 17). Thread-safe.
StatementReading readPostgreSqlStatement(const Statement &statement);

} // namespace Whimbrel
