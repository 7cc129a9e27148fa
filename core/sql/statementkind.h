// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"
#include "sql/statement.h"

#include <QStringView>

namespace Whimbrel {

/// The kind of one statement, read from its first words. `text` must not be a client's own command.
///
/// NoTransaction is what PostgreSQL refuses with SQLSTATE 25001 and what SQLite refuses, or silently ignores, inside a
/// transaction (tests/sql_clients asks the servers). Where only the server can know (REINDEX TABLE of a partitioned table, CALL of a
/// procedure that commits) the answer is Other.
StatementKind statementKind(QStringView text, Dialect dialect);

} // namespace Whimbrel
