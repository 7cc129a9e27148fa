// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Whimbrel {

/// A table that may be a tool's history: some tools derive the key of their run lock from its name.
struct HistoryTableName
{
    QString schema;
    QString table;
};

/// What PostgreSQL's advisory lock with this 64-bit key is: "Prisma's run lock", or, where `tables` of the lock's
/// database tell, "Whimbrel's run lock, public.schema_migrations". Empty for a key that no known tool takes.
QString advisoryLockName(qint64 key, const QString &database = {}, const QList<HistoryTableName> &tables = {});

/// The same for a name given to GET_LOCK() on MariaDB or MySQL; `database` is the one that the waiting session uses.
QString userLockName(const QString &name, const QString &database);

} // namespace Whimbrel
