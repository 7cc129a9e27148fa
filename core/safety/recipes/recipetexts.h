// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <span>

namespace Whimbrel {

/// Titles, summaries and help texts of the recipes that Whimbrel brings along, so that translators find them: see
/// Recipe::shownTitle().
std::span<const char *const> recipeTexts();

} // namespace Whimbrel
