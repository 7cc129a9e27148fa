// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"

namespace Whimbrel::PgTree {

/// What is known of an expression; `text` is where it stands.
Expression readExpression(const Node *node, Range text = {});

/// A literal, a cast of one, an array of them.
bool isConstant(const Node *node, int depth = 0);

} // namespace Whimbrel::PgTree
