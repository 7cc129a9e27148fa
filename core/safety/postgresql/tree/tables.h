// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"
#include "safety/postgresql/tree/source.h"

namespace Whimbrel::PgTree {

void readCreateTable(const CreateStmt *statement, const Source &source, std::vector<Operation> &operations);
void readAlterTable(const AlterTableStmt *statement, const Source &source, std::vector<Operation> &operations);
Index readIndex(const IndexStmt *statement, const Source &source);

Type readType(const ::TypeName *type, Range text = {});
/// `range` is where the whole definition stands.
Column readColumn(const ColumnDef *definition, const Source &source, Range range);
Constraint readConstraint(const ::Constraint *constraint, const Source &source, Range range);
/// `after`: where FOR VALUES may begin.
Bound readBound(const PartitionBoundSpec *bound, const Source &source, int after);

} // namespace Whimbrel::PgTree
