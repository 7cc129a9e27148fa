// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"

#include <optional>

namespace Whimbrel {

/// Those of the project, and the person's own with other names.
QList<Environment> environmentsOf(const MigrationProject &project);

/// The database that an environment stands for. With an empty name the one that the command line would take, too; nullopt
/// where nothing names any.
Result<std::optional<Target>> targetNamed(const MigrationProject &project, const QString &environment);

/// The same database under the same name, whatever is allowed there.
bool isSameTarget(const Target &a, const Target &b);

} // namespace Whimbrel
