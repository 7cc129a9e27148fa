// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/rules/rule.h"

/// Why a server refuses a statement for what is there, or is not. For the rules about execution.
namespace Whimbrel {

/// What the server would say of this part of the statement, by the schema as it is then: something is missing, there already,
/// or not of the kind it needs. Empty: nothing that is known.
QString refusalOf(const RuleContext &context, const Operation &operation);
/// The same of its form, whatever is there.
QString refusalOfForm(const Operation &operation, Dialect dialect);
/// The column that two parts of the statement add, or one names twice; empty: none.
QString repeatedColumn(const QList<Operation> &operations);

} // namespace Whimbrel
