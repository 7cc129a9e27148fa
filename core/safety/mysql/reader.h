// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

namespace Whimbrel {

/// Reads one statement of MySQL or MariaDB, a recursive descent over its tokens; linear in the length of the text. Accepts
/// what either server accepts (manuals: MySQL 8.4, chapter 15; MariaDB 11.8, "SQL Statements"), and where they differ goes
/// by `dialect`. Without operations where it is not understood. Pure; any thread.
StatementReading readMySqlStatement(const Statement &statement, Dialect dialect);

} // namespace Whimbrel
