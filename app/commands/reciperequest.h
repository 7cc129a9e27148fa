// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "safety/recipes/recipebook.h"

namespace Whimbrel {

/// Whose SQL the recipes are to be in. No connection is made for it.
struct RecipeTarget
{
    std::optional<Dialect> dialect; ///< unset: nothing says
    ServerVersion version;          ///< {0,0,0}: not known
};

/// --dialect and --server-version.
QList<QCommandLineOption> recipeTargetOptions();
/// The flags, else the database that `project` (may be null) is about. Errors: Usage.
Result<RecipeTarget> recipeTarget(CommandContext &context, const MigrationProject *project);

/// The values of --set name=value. Errors: Usage.
Result<RecipeValues> recipeValues(const QCommandLineParser &parser);

} // namespace Whimbrel
