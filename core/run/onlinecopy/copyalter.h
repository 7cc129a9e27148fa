// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "safety/definitions.h"
#include "sql/dialect.h"
#include "sql/statement.h"

namespace Whimbrel {

/// An ALTER TABLE that pt-online-schema-change can do on a copy of the table without losing anything.
struct CopyAlter
{
    ObjectName table;
    QString clauses; ///< what stands behind the table, as written: "ADD COLUMN a integer, DROP COLUMN b"

    /// Errors: Refused, with what the tool would do wrong and how to write it.
    static Result<CopyAlter> read(const Statement &statement, Dialect dialect);
};

} // namespace Whimbrel
