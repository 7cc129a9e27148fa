// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"

namespace Whimbrel {

/// Whether the database had no room left on its disk, or in the file that it may not let grow.
bool isFullDisk(const Error &error, Dialect dialect);

/// What a person does about it. `words`: the server's own. SQLite's file is the caller's to name.
QString fullDiskHint(const QString &words, Dialect dialect);

} // namespace Whimbrel
