// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"

namespace Whimbrel::Test {

/// An operation as one line of words for comparing: only what it holds is written. Those of a body follow, indented.
/// "add-column users.status text not null default{'x' constant}"
QString describe(const Operation &operation);
/// One line each.
QString describe(const QList<Operation> &operations);
QString describe(const Expression &expression);
QString describe(const ConstraintDefinition &constraint);
QString describe(const ColumnDefinition &column);
QString describe(const IndexDefinition &index);
QString describe(const TypeName &type);

} // namespace Whimbrel::Test
