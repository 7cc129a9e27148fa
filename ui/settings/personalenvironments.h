// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"

namespace Whimbrel {

/// A project's environments that belong to this person and not to whimbrel.toml. Stored without passwords.
QList<Environment> personalEnvironments(const QString &projectFolder);
/// Adds it, or replaces the one of the same name.
void savePersonalEnvironment(const QString &projectFolder, const Environment &environment);
void removePersonalEnvironment(const QString &projectFolder, const QString &name);

/// The target of a personal environment: protected too if it leads to a protected environment's database.
/// Errors: Usage, from its URL.
Result<Target> targetOf(const MigrationProject &project, const Environment &environment);

} // namespace Whimbrel
