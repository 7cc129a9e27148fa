// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "sql/dialect.h"
#include "sql/statement.h"

namespace Whimbrel {

/// What a statement was read as. Never a syntax error: what a reader does not know is one operation of Kind::Unknown,
/// with the relations it could make out.
struct StatementReading
{
    QList<Operation> operations; ///< at least one
    bool byTokens = false;       ///< newer than the grammar at hand: read by the token matcher
};

/// Reads one statement of a script. Pure and thread-safe; PostgreSQL's own parser for PostgreSQL (postgresql/), readers of our
/// own for MySQL and MariaDB (mysql/) and SQLite (sqlite/).
StatementReading readStatement(const Statement &statement, Dialect dialect);

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::StatementReading, Q_RELOCATABLE_TYPE);
