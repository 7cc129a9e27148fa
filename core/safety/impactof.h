// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"
#include "safety/impact.h"
#include "safety/reader.h"

namespace Whimbrel {

/// What a statement does to the schema that `before` describes, on the server version it names (not known: the oldest that is
/// supported). Several operations of one statement are merged: one entry a relation, with its strongest lock. Pure; any thread.
///
/// A lock on a table stands for locks of at most that strength on its indexes; an index is listed where its own is stronger, or
/// where the statement names it. What the catalog does not know is said: Depends, `certain` false, and `dependsOn`.
///
/// `fails` is Depends wherever something unknown could make the server refuse: a worst case, not a prediction.
StatementImpact impactOf(const StatementReading &reading, const Catalog &before);

// The dialects' own, called by impactOf().
StatementImpact impactOfPostgreSql(const StatementReading &reading, const Catalog &before); // postgresql/
StatementImpact impactOfMySql(const StatementReading &reading, const Catalog &before);      // mysql/
StatementImpact impactOfSqlite(const StatementReading &reading, const Catalog &before);     // sqlite/

} // namespace Whimbrel
