// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/tokens/tokencursor.h"

namespace Whimbrel {

/// A relation that a query reads, as it names it.
struct NamedRelation
{
    ObjectName name;
    QString alias; ///< empty: none is written
    int depth = 0; ///< of parentheses around it
};

/// The relations after FROM, JOIN, USING's comma lists and STRAIGHT_JOIN in tokens [from, to), subqueries included, common
/// table expressions left out. `inFromList`: the range begins where a table may stand, as after UPDATE.
QList<NamedRelation> relationsIn(const TokenCursor &cursor, qsizetype from, qsizetype to, bool inFromList = false);

} // namespace Whimbrel
