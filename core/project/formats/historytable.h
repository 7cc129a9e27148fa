// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "project/migration.h"

#include <QDateTime>

namespace Whimbrel {

/// A row of a tool's history. Fields that a tool does not keep are empty.
struct AppliedMigration
{
    QString version{};
    QString description{};
    QDateTime appliedAt{};
    qint64 durationMs = -1;
    QString checksum{}; ///< the tool's own, where it has one
    bool failed = false;
    int batch = 0;
};

/// A tool's own table, read and written exactly as the tool does. Knows no state; every call works on the session given.
class HistoryTable
{
public:
    virtual ~HistoryTable() = default;

    /// The table's name as the person knows it: "schema_migrations", "public.schema_migrations".
    virtual QString name() const = 0;
    /// False where the table is not there: nothing was applied yet. Errors: Refused, if a table of this name belongs to
    /// another tool (told apart by its columns, formats.md 0.2), naming that tool.
    virtual Result<bool> exists(Session &session) const = 0;
    /// The rows in the order the tool would undo them reversed. Empty if the table does not exist; never creates it.
    virtual Result<QList<AppliedMigration>> read(Session &session) const = 0;
    /// As the tool creates it, if it is not there.
    virtual Result<> create(Session &session) const = 0;
    /// The statement that records a migration as applied (Up) or reverted (Down): for its transaction, or after its last statement where
    /// there is none.
    virtual Result<QString> recordStatement(Session &session, const Migration &migration, Direction direction) const = 0;

    Result<> recordApplied(Session &session, const Migration &migration) const { return record(session, migration, Direction::Up); }
    Result<> recordReverted(Session &session, const Migration &migration) const { return record(session, migration, Direction::Down); }

private:
    Result<> record(Session &session, const Migration &migration, Direction direction) const
    {
        return recordStatement(session, migration, direction).and_then([&](const QString &sql) { return session.query(sql).transform([](const Rows &) {}); });
    }
};

} // namespace Whimbrel
