// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

namespace Whimbrel {

/// Reads one statement of SQLite, a recursive descent over its tokens; linear in the length of the text. The grammar is that of
/// 3.53 (sqlite.org/lang.html), and what people write in the belief that ALTER TABLE could do it: whether it can is Impact.
/// Without operations where it is not understood. Pure; any thread.
StatementReading readSqliteStatement(const Statement &statement);

} // namespace Whimbrel
