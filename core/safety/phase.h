// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"
#include "safety/catalog/catalog.h"
#include "safety/operation.h"
#include "safety/reader.h"

namespace Whimbrel {

/// What one operation is in an expand, migrate, contract release. Unknown: nothing of the three (a comment, a setting, a table
/// that nobody uses yet). `before` and `after` are the schema around the whole script, so that a table that is built anew and
/// takes its old name back, or a rename that leaves a view behind, is judged by what it comes to.
///
/// Expand: adds what old code does not mind. Migrate: moves data or what reads it. Contract: takes away or tightens
/// something that code which runs now may still need.
///
/// `made` are the relations that the script makes: one that it also drops is nobody's loss.
MigrationPhase phaseOf(const Operation &operation, const Catalog &before, const Catalog &after, const QList<ObjectName> &made);

/// Of several operations of a script: contract if any of them is, else migrate, else expand.
MigrationPhase inferredPhase(const QList<Operation> &operations, const Catalog &before, const Catalog &after, const QList<ObjectName> &made);

/// Of a script, by what its statements were read as. Of an INSERT … VALUES one stands for all.
MigrationPhase inferredPhase(const QList<StatementReading> &readings, const Catalog &before, const Catalog &after);

/// The relations that these operations make, as they are written.
QList<ObjectName> madeRelations(const QList<Operation> &operations);

/// True if `name` is a table that the script drops and has again at its end (SQLite's way to change one).
bool isRebuilt(const ObjectName &name, const Catalog &before, const Catalog &after);

} // namespace Whimbrel
