// SPDX-License-Identifier: GPL-3.0-or-later
#include "reasons.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact::Reasons {

namespace {
QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel::PostgreSqlImpact::Reasons", text);
}
} // namespace

QString children(const ObjectName &table)
{
    return tr("Whether “%1” has partitions or inheritance children.").arg(table.toString());
}

QString sequences(const ObjectName &table)
{
    return tr("Whether columns of “%1” own sequences.").arg(table.toString());
}

QString foreignKeys(const ObjectName &table)
{
    return tr("Whether “%1” has foreign keys, and to which tables.").arg(table.toString());
}

QString referencing(const ObjectName &table)
{
    return tr("Whether foreign keys of other tables refer to “%1”.").arg(table.toString());
}

QString views(const ObjectName &relation)
{
    return tr("Whether views stand on “%1”.").arg(relation.toString());
}

QString definition(const ObjectName &relation)
{
    return tr("The columns, constraints and indexes of “%1”.").arg(relation.toString());
}

QString exists(const QString &object)
{
    return tr("Whether “%1” exists.").arg(object);
}

QString tableOfIndex(const ObjectName &index)
{
    return tr("The table that the index “%1” belongs to.").arg(index.toString());
}

QString constraint(const QString &constraint)
{
    return tr("What kind of constraint “%1” is.").arg(constraint);
}

QString type(const QString &type)
{
    return tr("What the type “%1” is: a domain with constraints costs a rewrite.").arg(type);
}

QString tablesUsing(const QString &type)
{
    return tr("Which tables use the type “%1”.").arg(type);
}

QString function(const QString &function)
{
    return tr("Whether the function “%1” is volatile.").arg(function);
}

QString timeZone()
{
    return tr("The session's time zone: in UTC the table is not rewritten.");
}

QString contentsOf(const QString &schema)
{
    return tr("What “%1” holds.").arg(schema);
}

QString users(const QString &object)
{
    return tr("Which objects depend on “%1”.").arg(object);
}

QString defaultPartition(const ObjectName &table)
{
    return tr("Whether “%1” has a default partition.").arg(table.toString());
}

QString tablespace(const ObjectName &table)
{
    return tr("Where “%1” is stored now.").arg(table.toString());
}

QString owner(const ObjectName &table)
{
    return tr("Who owns “%1” now.").arg(table.toString());
}

QString expression(const QString &column)
{
    return tr("Whether the server sees that the expression leaves “%1” as it is.").arg(column);
}

QString functionBody(const QString &function)
{
    return tr("What the function “%1” does.").arg(function);
}

QString clustered()
{
    return tr("Which tables have been clustered before.");
}

QString allTables()
{
    return tr("Which tables there are.");
}

QString plan()
{
    return tr("The plan that the server chooses.");
}

QString values()
{
    return tr("The rows that are touched, and their values.");
}

QString pruning(const ObjectName &table)
{
    return tr("Which partitions of “%1” the statement touches.").arg(table.toString());
}

QString triggers(const ObjectName &table)
{
    return tr("What the triggers of “%1” do.").arg(table.toString());
}

QString condition()
{
    return tr("Whether this part of the block runs.");
}

QString absent(const QString &object)
{
    return tr("“%1” does not exist.").arg(object);
}

QString present(const QString &object)
{
    return tr("“%1” exists already.").arg(object);
}

QString rows(const ObjectName &table)
{
    return tr("Rows of “%1” may not satisfy it.").arg(table.toString());
}

QString rowsWithout(const QString &column, const ObjectName &table)
{
    return tr("“%1” has rows, and they would have no value of “%2”: this fails.").arg(table.toString(), column);
}

QString dependants(const QString &object)
{
    return tr("Other objects depend on “%1”.").arg(object);
}

QString dependant(const ObjectName &dependant, const QString &object)
{
    const QString name = dependant.schema == u"public"_s ? dependant.name : dependant.toString();
    return tr("“%1” depends on “%2”.").arg(name, object);
}

QString notSupported(int version)
{
    return tr("PostgreSQL %1 and newer have this.").arg(version);
}

QString notOnPartitioned(const ObjectName &table)
{
    return tr("“%1” is partitioned, and this does not work on partitioned tables.").arg(table.toString());
}

QString notOnPartition(const ObjectName &table)
{
    return tr("“%1” is a partition: its columns are those of its parent.").arg(table.toString());
}

QString defaultPartitionExists(const ObjectName &table)
{
    return tr("“%1” has a default partition: its partitions cannot be detached concurrently.").arg(table.toString());
}

QString unsuitableIndex(const QString &index)
{
    return tr("The index “%1” cannot become a constraint: it must be unique and plain, without expressions, a condition or an order of its own.")
        .arg(index);
}

QString needsUsing(const QString &column)
{
    return tr("The column “%1” cannot be converted without a USING expression.").arg(column);
}

QString notInTransaction(const ObjectName &table)
{
    return tr("If “%1” is partitioned, this cannot run inside a transaction.").arg(table.toString());
}

QString notConcurrently()
{
    return tr("DROP INDEX CONCURRENTLY drops one index, and nothing that depends on it.");
}

QString uniqueIndexNeeded(const ObjectName &view)
{
    return tr("“%1” needs a unique index on columns, without a condition, to be refreshed concurrently.").arg(view.toString());
}

} // namespace Whimbrel::PostgreSqlImpact::Reasons
