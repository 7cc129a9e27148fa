// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

namespace Whimbrel {

/// What is put right in the file itself, without a recipe: the statement in other words (`statement`), or one more at
/// the end of the way up (`afterwards`). Fix::recipe is empty then. Nothing where the rule has none, or the text does
/// not allow it.
std::optional<Fix> correctionFor(const RuleContext &context, int statement, const Operation *operation);

} // namespace Whimbrel
