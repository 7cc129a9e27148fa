// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/recipes/recipe.h"
#include "safety/recipes/recipetemplate.h"

namespace Whimbrel {

/// A parameter's value, checked and in the forms that templates need; an empty one for an empty text.
/// Errors: Usage, saying what the value would do or is not. Nothing that passes can end the statement it stands in,
/// begin a comment, or be taken for a marker of a migration's file.
Result<TemplateValue> readRecipeValue(const RecipeParameter &parameter, const QString &value, Dialect dialect);

} // namespace Whimbrel
