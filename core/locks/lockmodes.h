// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Whimbrel {

/// What a lock stops, in four steps; the window colours modes by it.
enum class LockReach { Nothing, SchemaChanges, Writes, ReadsAndWrites };

/// True if two of PostgreSQL's table lock modes ("AccessShareLock", as pg_locks writes them) cannot be held at once.
/// Manual, 13.3 "Explicit Locking", table 13.2. Unknown modes conflict with everything: better one edge too many.
bool postgreSqlModesConflict(QStringView wants, QStringView held);

/// What a lock of this mode stops, for the mode names of every sampler: PostgreSQL's, InnoDB's ("X,GAP"), MariaDB's
/// metadata locks ("MDL_EXCLUSIVE") and those that the SQLite sampler uses ("EXCLUSIVE"). Unknown names stop nothing
/// that is known.
LockReach lockReach(QStringView mode);

} // namespace Whimbrel
