// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/backfill/batchkey.h"
#include "run/backfill/batchoptions.h"
#include "run/backfill/batchstatement.h"

namespace Whimbrel {

/// What to take the statement's rows by: the columns asked for, the primary key, a unique key of NOT NULL columns, SQLite's
/// rowid, PostgreSQL's blocks. Errors: Refused, where there is none that is sure and quick, with what to do; Statement.
Result<BatchKey> findBatchKey(Session &session, const BatchStatement &statement, const BatchOptions &options);

/// About how many rows the table has; -1 where that is not known without reading it.
qlonglong estimatedRows(Session &session, const BatchStatement &statement);

} // namespace Whimbrel
