// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/support.h"

/// What makes a change of a table dear to MySQL and MariaDB: asked by the rules that name it, and by the ones that only see
/// how dear it is and are silent where one of them speaks.
namespace Whimbrel {

/// The table that the statement works on, where others use it and the server takes it under an ALGORITHM.
const Impact *workedTable(const RuleContext &context);

/// From the cheapest to the dearest.
enum class DdlCost { Instant, NoRebuild, Rebuild, Copy };
DdlCost costOf(const StatementImpact &impact);
/// What parts of the statement take by themselves, whatever ALGORITHM and LOCK it asks for.
StatementImpact plainImpact(const RuleContext &context, QList<Operation> parts);

/// The rule that tells why this part of the statement has the table written anew; empty: none does, or it is not.
QLatin1StringView causeOf(const RuleContext &context, const Operation &part);
/// All of what the statement costs is told of by rules that are switched on.
bool isExplained(const RuleContext &context);
/// Together the parts of the statement cost more than the dearest of them.
bool isDearerTogether(const RuleContext &context);

/// Reports the part: `cause`, a sentence, and then what it costs whom.
void reportCost(RuleContext &context, const Operation *part, const QString &cause, bool needsSchema = false);

} // namespace Whimbrel
