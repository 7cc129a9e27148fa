// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

/// The tables of rules. A new rule is a row of one of them; a new table is a line here and one in rules.cpp.
/// Each is in the file below rules/ that is named after it.
namespace Whimbrel {

using RuleTable = std::span<const Rule>;

RuleTable indexRules(); ///< section A: locks, scans and rewrites of PostgreSQL
RuleTable concurrentRules();
RuleTable foreignKeyLockRules();
RuleTable constraintRules();
RuleTable columnRules();
RuleTable rewriteRules();
RuleTable triggerRules();
RuleTable waitRules();
RuleTable heldLockRules();
RuleTable partitionRules();
RuleTable dependencyRules();
RuleTable transactionRules(); ///< section C: whether it runs at all, and what is left if it does not
RuleTable objectRules();
RuleTable valueRules();
RuleTable dataRules();
RuleTable foreignKeyRules();
RuleTable sessionRules();
RuleTable leftoverRules();
RuleTable compatibilityColumnRules(); ///< section B of the catalogue: what code that runs now survives
RuleTable compatibilityConstraintRules();
RuleTable compatibilityObjectRules();
RuleTable compatibilityTypeRules();
RuleTable compatibilityFunctionRules();
RuleTable keyValueRules();
RuleTable destructionRules();         ///< section D
RuleTable phaseRules();               ///< the mission's principles: backward compatible,
RuleTable reversibleRules();          ///< reversible,
RuleTable oneChangeRules();           ///< atomic and documented
RuleTable onlineDdlRules();           ///< section E: MySQL and MariaDB
RuleTable mysqlColumnRules();
RuleTable mysqlConstraintRules();
RuleTable mysqlStatementRules();
RuleTable mysqlObstacleRules();
RuleTable sqliteRules();              ///< section F
RuleTable sqliteRebuildRules();
RuleTable sqliteHabitRules();
RuleTable practiceRules();            ///< section G
RuleTable commentRules(); ///< of `-- whimbrel:` words themselves

} // namespace Whimbrel
