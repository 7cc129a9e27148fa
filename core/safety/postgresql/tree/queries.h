// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/nodes.h"
#include "safety/postgresql/tree/source.h"

namespace Whimbrel::PgTree {

/// SELECT, INSERT, UPDATE, DELETE, MERGE: one operation for each relation that is written or locked, those of CTEs first,
/// and the relations read with the operation they feed.
void readQuery(const Node *query, const Source &source, std::vector<Operation> &operations);

/// The relations of a subquery, CTEs left out.
void readRelations(const Node *query, Expression &expression);

/// The query of a view, of CREATE TABLE AS and the like into `operation`: what it reads, the columns it names and puts out.
/// What its CTEs write goes before, to `operations`.
void readQueryInto(const Node *query, const Source &source, Operation &operation, std::vector<Operation> &operations);

} // namespace Whimbrel::PgTree
