// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/tokens/tokencursor.h"

namespace Whimbrel {

/// What can be told of the expression that tokens [from, to) write, from the tokens alone.
Expression readExpression(const TokenCursor &cursor, qsizetype from, qsizetype to);
/// The same for what chooses rows, a WHERE; also says whether it chooses all of them.
Expression readCondition(const TokenCursor &cursor, qsizetype from, qsizetype to);

/// Words that stand for no column and call no function, whatever follows them.
bool isExpressionKeyword(const Token &token);

} // namespace Whimbrel
