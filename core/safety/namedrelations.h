// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "sql/dialect.h"
#include "sql/statement.h"

namespace Whimbrel {

/// A name as it is written, quoted or not, in parts: quotes removed, folded as the dialect's server folds it. A database before
/// the schema is left out.
ObjectName parseObjectName(QStringView written, Dialect dialect);

/// The operation of a statement that could not be read: Kind::Unknown, with the relations its tokens name.
Operation unknownOperation(const Statement &statement, Dialect dialect);

} // namespace Whimbrel
