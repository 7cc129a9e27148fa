// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QList>
#include <QStringList>

namespace Whimbrel {

/// What puts the rows of a table in an order in which they can be taken, and the SQL for ranges of it.
///
/// Values of it travel as texts, one for each column: a cursor outlives the session.
class BatchKey
{
public:
    enum class Kind {
        Columns, ///< a primary or unique key, or an index that a person named
        RowId,   ///< SQLite's
        Blocks,  ///< PostgreSQL's, where there is no key: a row that is updated moves to another one
    };
    struct Column
    {
        QString name;
        QString type;      ///< PostgreSQL: to cast to; MySQL and MariaDB: the data type; SQLite: empty
        QString collation; ///< SQLite: of the index
    };

    BatchKey() = default;
    /// `table` as the statement writes it; `qualifier` how it names the table's columns.
    BatchKey(Kind kind, QList<Column> columns, QString table, QString qualifier);

    Kind kind() const { return m_kind; }
    const QList<Column> &columns() const { return m_columns; }
    QStringList columnNames() const;
    /// "id", "tenant, id", "rowid", "the blocks of the table": for people.
    QString description() const;

    /// One row, `k1`, `k2`, …: the last value that there is; no row in an empty table.
    QString lastQuery(const Session &session) const;
    /// One row, `k1`, …: the end of the next `size` rows above `cursor` (empty: from the start) and not above `last`. No row: there
    /// are fewer.
    QString endQuery(const Session &session, const QStringList &cursor, const QStringList &last, qlonglong size) const;
    /// The same where there are fewer, with `n`, how many; no row: there are none. Counting takes time, so this is for the last batch.
    QString restQuery(const Session &session, const QStringList &cursor, const QStringList &last, qlonglong size) const;
    /// A condition on the statement's table: above `cursor` and not above `end`.
    QString range(const Session &session, const QStringList &cursor, const QStringList &end) const;

    static QStringList values(const Rows &rows, qsizetype columns);

private:
    QString columnSql(const Session &session, qsizetype column, const QString &qualifier) const;
    QString literal(const Session &session, qsizetype column, const QString &value) const;
    QString textSql(const Session &session, qsizetype column, const QString &expression) const;
    QString above(const Session &session, const QStringList &cursor, const QString &qualifier) const;
    QString upTo(const Session &session, const QStringList &end, const QString &qualifier) const;
    QString compared(const Session &session, const QStringList &values, QLatin1StringView strict, bool orEqual, const QString &qualifier) const;
    QString order(const Session &session, const QString &qualifier, bool descending) const;

    Kind m_kind = Kind::Columns;
    QList<Column> m_columns;
    QString m_table;
    QString m_qualifier;
};

} // namespace Whimbrel
