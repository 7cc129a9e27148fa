// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/statementranges.h"
#include "project/migrationproject.h"
#include "run/runplan.h"

namespace Whimbrel {

/// How the statements of an edited file would run, up and down, with what would be refused. `project` may be null: then
/// nothing is said of where the project's own tool would do otherwise.
RunPlan planOf(const FileStatements &found, const Migration &migration, const MigrationProject *project,
               Dialect dialect);

} // namespace Whimbrel
