// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migrationproject.h"

namespace Whimbrel {

/// What a person has found out, and perhaps put right, about a migration whose run did not end.
enum class Resolution {
    Applied,  ///< all of it is in effect
    Reverted, ///< nothing of it is: the next run begins at its first statement
};

/// Writes that into the history and the journal, in one transaction, under the run lock. Runs nothing of the migration. Errors:
/// Refused, where another run holds the lock; Usage: no such version, and where there is nothing to settle; Statement.
Result<> resolveMigration(const MigrationProject &project, Session &session, const QString &version, Resolution resolution);

} // namespace Whimbrel
