// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

namespace Whimbrel {

/// Reads with PostgreSQL's own parser (libpg_query, the grammar of 17), and what is newer in its words (newersyntax.h).
/// Thread-safe. No operations: nothing can read it.
///
/// What stands where Operation leaves it open:
/// - CreateTable: `other` is the table of `value`: "PARTITION OF", "INHERITS", "OF" (a type), "LIKE", "LIKE INCLUDING ALL" or
///   "LIKE INCLUDING INDEXES …"; further parents and LIKEs are in `reads`. `options` hold "PARTITION BY" (RANGE, LIST, HASH), "TABLESPACE",
///   "USING" and the storage parameters; `columnNames` the columns of the partition key, none where it holds an expression.
/// - CreateFunction: `value` is the volatility ("procedure" for one), `columns` has one without a name with the type it returns,
///   `options` "LANGUAGE", and `expression.isConstant` tells a body that is one constant.
/// - CreateType: `value` is "enum" (`columnNames` are its values), "composite" (`columns`), "range", "base". CreateDomain: one column.
/// - CreateSequence, AlterSequence: OWNED BY is `other` and `name`. CreateTrigger: `other` is the function.
/// - Insert: `value` tells ON CONFLICT. Select: the functions it calls are in `expression`; several relations FOR UPDATE are several
///   operations. Data changed in a CTE comes first, as operations of their own.
/// - Truncate: "RESTART IDENTITY"; Vacuum: "ANALYZE"; Cluster: "REPACK"; Reindex: "SYSTEM"; AlterConstraint: "DEFERRABLE",
///   "NOT ENFORCED", …; Commit and Other: the two phases of PREPARE TRANSACTION, all in `value`.
/// - Literals of comparisons and bounds are without quotes; MINVALUE, MAXVALUE and NULL as such.
StatementReading readPostgreSqlStatement(const Statement &statement);

} // namespace Whimbrel
