// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"
#include "safety/postgresql/tree/source.h"

namespace Whimbrel::PgTree {

/// What is known of an expression; `text` is where it stands.
Expression readExpression(const Node *node, Range text = {});

/// A condition that stands in parentheses behind `word`, which comes after a relation's name.
Expression readCondition(const Node *node, Text word, const RangeVar *after, const Source &source);

/// The name of a function; that of EXTRACT(…), AT TIME ZONE and the like without the schema nobody wrote.
Name functionName(const FuncCall *call);

/// A literal, a cast of one, an array of them.
bool isConstant(const Node *node, int depth = 0);

} // namespace Whimbrel::PgTree
