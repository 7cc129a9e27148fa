// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/relation.h"
#include "sql/dialect.h"

#include <optional>

namespace Whimbrel {

/// UPDATE t SET … [WHERE …] in its parts.
struct RowChange
{
    QString assignments; ///< as written
    /// The rows that are still to do, however often it is asked; empty where that cannot be told from the text alone.
    QString condition;
};

/// Nothing for an UPDATE of another form: with an alias, of several tables, with ORDER BY, RETURNING and the like.
/// `table`: what is known of it; nullptr: nothing.
std::optional<RowChange> readRowChange(const QString &update, const CatalogRelation *table, Dialect dialect);

/// The condition of DELETE FROM t WHERE …; empty for a DELETE of another form: with an alias, USING, RETURNING and the like.
QString readDeletedRows(const QString &statement, Dialect dialect);

} // namespace Whimbrel
