// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/migrationformat.h"

namespace Whimbrel {

/// Lists dbmate's files: VERSION*.sql of all folders together, sorted by the bytes of the file name. Reads no file.
MigrationListing listDbmate(const ProjectConfiguration &configuration, const QDir &folder);

/// The digits a migration's file name begins with, if it is one: `^(\d+).*\.sql$`. Empty otherwise.
QString dbmateVersion(const QString &fileName);

/// The migration that a file of this name is.
Migration dbmateMigration(const QDir &project, const QString &migrationsFolder, const QString &fileName);

/// Newest first: by file name, whatever the folder.
QList<Migration> dbmateUndoOrder(QList<Migration> applied);

} // namespace Whimbrel
