// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"
#include "safety/mysql/impact/onlineddl.h"

#include <QSet>

namespace Whimbrel {

/// What MODIFY or CHANGE makes of a column: the changes that InnoDB sees in the new definition.
struct ColumnChanges
{
    QSet<DdlChange> changes;  ///< in the worst case
    QSet<DdlChange> possible; ///< those of `changes` that are not certain
    QString dependsOn;        ///< translated: what would settle those

    void take(DdlChange change)
    {
        changes.insert(change);
        possible.remove(change);
    }
    void mayTake(DdlChange change, const QString &what)
    {
        if (!changes.contains(change))
            possible.insert(change);
        changes.insert(change);
        dependsOn = what;
    }
};

/// `table` nullptr: nothing is known of it.
ColumnChanges columnChanges(const Operation &modify, const CatalogRelation *table, Dialect dialect);

/// Whether a VARCHAR grows so far that its length takes another byte in each row. InnoDB keeps it in one byte up to 255 bytes,
/// and MariaDB can tell the two apart for columns of at most 127 bytes as they were.
Answer needsLongerLength(const TypeName &before, const TypeName &after, const CatalogRelation *table, Dialect dialect);

/// The most bytes a character takes; 0: not known.
int bytesPerCharacter(const QString &characterSet);
/// The character set of a column of this type in this table; empty: not known.
QString characterSetOf(const TypeName &type, const CatalogRelation *table);

/// A column of the table by its name, which these servers compare without case.
const CatalogColumn *findColumn(const CatalogRelation *table, const QString &name);

} // namespace Whimbrel
