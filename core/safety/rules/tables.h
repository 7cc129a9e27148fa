// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

/// The tables of rules. A new rule is a row of one of them; a new table is a line here and one in rules.cpp.
/// Each is in the file below rules/ that is named after it.
namespace Whimbrel {

using RuleTable = std::span<const Rule>;

RuleTable commentRules(); ///< of `-- whimbrel:` words themselves

} // namespace Whimbrel
