// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <QString>

/// What answers depend on, and why a server refuses: translated, to be shown as they are.
namespace Whimbrel::PostgreSqlImpact::Reasons {

// What a connection would settle.
QString children(const ObjectName &table);
QString sequences(const ObjectName &table);
QString foreignKeys(const ObjectName &table);
QString referencing(const ObjectName &table);
QString views(const ObjectName &relation);
QString definition(const ObjectName &relation); ///< its columns, constraints, indexes
QString exists(const QString &object);
QString tableOfIndex(const ObjectName &index);
QString constraint(const QString &constraint);
QString type(const QString &type);
QString tablesUsing(const QString &type);
QString function(const QString &function);
QString timeZone();
QString contentsOf(const QString &schema);
QString users(const QString &object);
QString defaultPartition(const ObjectName &table);
QString tablespace(const ObjectName &table);
QString owner(const ObjectName &table);
QString expression(const QString &column);
QString functionBody(const QString &function);
QString clustered();
QString allTables();

// What only the rows or the moment settle.
QString plan();
QString values();
QString pruning(const ObjectName &table);
QString triggers(const ObjectName &table);
QString condition();

// Why it fails.
QString absent(const QString &object);
QString present(const QString &object);
QString rows(const ObjectName &table);
QString rowsWithout(const QString &column, const ObjectName &table);
QString dependants(const QString &object);
QString dependant(const ObjectName &dependant, const QString &object);
QString notSupported(int version);
QString notOnPartitioned(const ObjectName &table);
QString notOnPartition(const ObjectName &table);
QString defaultPartitionExists(const ObjectName &table);
QString unsuitableIndex(const QString &index);
QString needsUsing(const QString &column);
QString notInTransaction(const ObjectName &table);
QString notConcurrently();
QString uniqueIndexNeeded(const ObjectName &view);

} // namespace Whimbrel::PostgreSqlImpact::Reasons
