// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "editor/statementranges.h"
#include "project/migrationproject.h"
#include "run/runplan.h"
#include "safety/catalog/catalog.h"

#include <QFuture>

namespace Whimbrel {

/// How the statements of an edited file would run, up and down, with what would be refused. `project` may be null: then
/// nothing is said of where the project's own tool would do otherwise.
RunPlan planOf(const FileStatements &found, const Migration &migration, const MigrationProject *project,
               Dialect dialect);

/// Why a run would refuse `plan`, made of `text`, in the place of a migration's file. On the pool; empty where the database's
/// `schema` is not known.
QFuture<QList<Error>> guardRefusalsOf(const RunPlan &plan, const QString &text, const std::shared_ptr<const MigrationProject> &project,
                                      const RunGuards &guards, const std::optional<Catalog> &schema);

} // namespace Whimbrel
