// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"

namespace Whimbrel {

/// Puts what the tree says where operation.h promises it: parents, LIKE and partitioning of a table, labels of an enum,
/// volatility and language of a function.
void placeFields(Operation &operation);

} // namespace Whimbrel
