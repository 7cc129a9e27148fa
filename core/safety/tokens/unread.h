// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "sql/dialect.h"
#include "sql/statement.h"

namespace Whimbrel {

/// The one operation of a statement that no reader understands, with the relations that its tokens name: the first in
/// `relation`, all of them in `reads`.
Operation unreadStatement(const Statement &statement, Dialect dialect, Operation::Kind kind = Operation::Kind::Unknown);

} // namespace Whimbrel
