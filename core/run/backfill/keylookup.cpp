// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/keylookup.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// An index as the catalog lists it.
struct Candidate
{
    QString index;
    bool isPrimary = false;
    bool isUnique = false;
    bool usable = true; ///< NOT NULL all over, in an order and of types whose ranges are sure
    QList<BatchKey::Column> columns;
};

/// One row a column, in the order of the index: index, is_primary, is_unique, usable, column_name, type, collation.
QList<Candidate> candidates(const Rows &rows)
{
    QList<Candidate> list;
    for (qsizetype i = 0; i < rows.rows.size(); ++i) {
        const QString index = rows.text(i, u"index_name");
        if (list.isEmpty() || list.constLast().index != index)
            list << Candidate{index, rows.boolean(i, u"is_primary"), rows.boolean(i, u"is_unique"), true, {}};
        Candidate &candidate = list.last();
        candidate.usable = candidate.usable && rows.boolean(i, u"usable");
        candidate.columns << BatchKey::Column{rows.text(i, u"column_name"), rows.text(i, u"type"), rows.text(i, u"collation")};
    }
    return list;
}

/// Indexes by ranges of which the rows can be taken, whatever others hold.
QString postgreSqlIndexes(const Session &session, const BatchStatement &statement)
{
    return uR"(SELECT i.indexrelid::text AS index_name, i.indisprimary AS is_primary, i.indisunique AS is_unique,
       a.attnotnull AND i.indoption[k.place - 1] & 1 = 0 AND i.indcollation[k.place - 1] = a.attcollation AS usable,
       a.attname AS column_name, format_type(a.atttypid, a.atttypmod) AS type, '' AS collation
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_am m ON m.oid = c.relam AND m.amname = 'btree'
CROSS JOIN LATERAL unnest(i.indkey::int2[]) WITH ORDINALITY k(attribute, place)
JOIN pg_catalog.pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = k.attribute
WHERE i.indrelid = to_regclass(%1) AND i.indisvalid AND i.indpred IS NULL AND i.indexprs IS NULL AND k.place <= i.indnkeyatts
ORDER BY i.indisprimary DESC, i.indisunique DESC, i.indnkeyatts, i.indexrelid, k.place)"_s.arg(session.quotedLiteral(statement.table()));
}

/// TIMESTAMP is left out, as its order depends on the time zone of whoever asks; so are FLOAT, BIT, ENUM and SET.
QString mySqlIndexes(const Session &session, const BatchStatement &statement)
{
    const QString schema = statement.schemaName().isEmpty() ? u"database()"_s : session.quotedLiteral(statement.schemaName());
    return uR"(SELECT s.index_name AS index_name, s.index_name = 'PRIMARY' AS is_primary, s.non_unique = 0 AS is_unique,
       s.sub_part IS NULL AND coalesce(s.collation, '') = 'A' AND c.is_nullable = 'NO' AND c.data_type IN ('tinyint', 'smallint', 'mediumint', 'int',
           'bigint', 'decimal', 'year', 'char', 'varchar', 'binary', 'varbinary', 'date', 'datetime', 'uuid') AS usable,
       s.column_name AS column_name, c.data_type AS type, '' AS collation
FROM information_schema.statistics s
JOIN information_schema.columns c ON c.table_schema = s.table_schema AND c.table_name = s.table_name AND c.column_name = s.column_name
WHERE s.table_schema = %1 AND s.table_name = %2 AND s.index_type = 'BTREE'
ORDER BY is_primary DESC, is_unique DESC, s.index_name, s.seq_in_index)"_s.arg(schema, session.quotedLiteral(statement.tableName()));
}

QString schemaArgument(const Session &session, const BatchStatement &statement)
{
    return statement.schemaName().isEmpty() ? QString() : u", "_s + session.quotedLiteral(statement.schemaName());
}

QString sqliteIndexes(const Session &session, const BatchStatement &statement)
{
    const QString schema = schemaArgument(session, statement);
    return uR"(SELECT l.name AS index_name, l.origin = 'pk' AS is_primary, l."unique" AS is_unique,
       l.partial = 0 AND x.cid >= 0 AND x."desc" = 0 AND coalesce(c."notnull", 0) = 1 AS usable, x.name AS column_name, '' AS type, x.coll AS collation
FROM pragma_index_list(%1%2) l
JOIN pragma_index_xinfo(l.name%2) x ON x.key = 1
LEFT JOIN pragma_table_info(%1%2) c ON c.cid = x.cid
ORDER BY is_primary DESC, is_unique DESC, l.seq, x.seqno)"_s.arg(session.quotedLiteral(statement.tableName()), schema);
}

QString indexQuery(const Session &session, const BatchStatement &statement)
{
    switch (session.dialect()) {
    case Dialect::PostgreSql:
        return postgreSqlIndexes(session, statement);
    case Dialect::SQLite:
        return sqliteIndexes(session, statement);
    case Dialect::MySql:
    case Dialect::MariaDb:
        break;
    }
    return mySqlIndexes(session, statement);
}

class KeyLookup
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    KeyLookup(Session &session, const BatchStatement &statement, const BatchOptions &options)
        : m_session(session), m_statement(statement), m_options(options) { }

    Result<BatchKey> find();

private:
    BatchKey columns(const Candidate &candidate, qsizetype count) const
    {
        return BatchKey(BatchKey::Kind::Columns, candidate.columns.first(count), m_statement.table(), m_statement.qualifier());
    }
    Result<BatchKey> asked(const QList<Candidate> &all) const;
    Result<std::optional<BatchKey>> rowId(const QList<Candidate> &all, bool alias) const;
    Result<BatchKey> blocks() const;
    Result<BatchKey> checked(BatchKey key) const;
    std::unexpected<Error> none() const;

    Session &m_session;
    const BatchStatement &m_statement;
    const BatchOptions &m_options;
};

Result<BatchKey> KeyLookup::find()
{
    const Result<Rows> rows = m_session.query(indexQuery(m_session, m_statement));
    if (!rows)
        return std::unexpected(rows.error());
    const QList<Candidate> all = candidates(*rows);
    const bool sqlite = m_session.dialect() == Dialect::SQLite;
    if (sqlite) {
        const Result<std::optional<BatchKey>> alias = rowId(all, true);
        if (!alias)
            return std::unexpected(alias.error());
        const auto isAsked = [&] { return m_options.key.size() == 1 && (*alias)->columnNames().first().compare(m_session.quotedIdentifier(m_options.key.first()), Qt::CaseInsensitive) == 0; };
        if (*alias && (m_options.key.isEmpty() || isAsked()))
            return checked(**alias);
    }
    if (!m_options.key.isEmpty())
        return asked(all);
    const auto found = std::ranges::find_if(all, [this](const Candidate &candidate) {
        return candidate.isUnique && candidate.usable
            && std::ranges::none_of(candidate.columns, [this](const BatchKey::Column &column) { return m_statement.sets(column.name); });
    });
    if (found != all.end())
        return columns(*found, found->columns.size());
    if (sqlite) {
        const Result<std::optional<BatchKey>> row = rowId(all, false);
        if (!row)
            return std::unexpected(row.error());
        return *row ? checked(**row) : Result<BatchKey>(none());
    }
    return m_session.dialect() == Dialect::PostgreSql ? blocks() : Result<BatchKey>(none());
}

/// An index that begins with the columns that the comment names.
Result<BatchKey> KeyLookup::asked(const QList<Candidate> &all) const
{
    const qsizetype count = m_options.key.size();
    for (const Candidate &candidate : all) {
        if (candidate.columns.size() < count)
            continue;
        const bool same = std::equal(m_options.key.begin(), m_options.key.end(), candidate.columns.begin(),
                                     [](const QString &wanted, const BatchKey::Column &column) { return wanted.compare(column.name, Qt::CaseInsensitive) == 0; });
        if (same && candidate.usable)
            return checked(columns(candidate, count));
    }
    return failure(ErrorKind::Refused,
                   tr("“%1” cannot be gone through by %2: no index of NOT NULL columns begins with that.").arg(m_statement.tableName(), m_options.key.join(u", "_s)),
                   tr("Name the columns of the primary key, or leave key= out of the comment."));
}

/// `alias`: only where a column is the rowid (INTEGER PRIMARY KEY), which then is the primary key. The rowid without one may
/// change with a VACUUM, so that a key comes first.
Result<std::optional<BatchKey>> KeyLookup::rowId(const QList<Candidate> &all, bool alias) const
{
    const QString table = m_session.quotedLiteral(m_statement.tableName()) + schemaArgument(m_session, m_statement);
    const Result<Rows> columns = m_session.query(u"SELECT name, upper(type) AS type, pk FROM pragma_table_info(%1)"_s.arg(table));
    if (!columns)
        return std::unexpected(columns.error());
    const Result<Rows> kind = m_session.query(u"SELECT type, wr FROM pragma_table_list WHERE name = %1 COLLATE NOCASE"_s
                                                  .arg(m_session.quotedLiteral(m_statement.tableName())));
    if (!kind)
        return std::unexpected(kind.error());
    if (kind->isEmpty() || kind->text(0, u"type") != u"table" || kind->boolean(0, u"wr"))
        return std::nullopt;
    QStringList names;
    QStringList integerKey;
    int keyColumns = 0;
    for (qsizetype i = 0; i < columns->rows.size(); ++i) {
        names << columns->text(i, u"name").toLower();
        keyColumns += columns->number(i, u"pk") > 0 ? 1 : 0;
        if (columns->number(i, u"pk") > 0 && columns->text(i, u"type") == u"INTEGER")
            integerKey << columns->text(i, u"name");
    }
    const bool hasOwnIndex = std::ranges::any_of(all, &Candidate::isPrimary); // "INTEGER PRIMARY KEY DESC" is none
    const bool isAlias = keyColumns == 1 && integerKey.size() == 1 && !hasOwnIndex;
    if (isAlias)
        return BatchKey(BatchKey::Kind::RowId, {{m_session.quotedIdentifier(integerKey.first()), {}, {}}}, m_statement.table(), m_statement.qualifier());
    if (alias)
        return std::nullopt;
    for (const QString &name : {u"rowid"_s, u"_rowid_"_s, u"oid"_s}) {
        if (!names.contains(name))
            return BatchKey(BatchKey::Kind::RowId, {{name, {}, {}}}, m_statement.table(), m_statement.qualifier());
    }
    return std::nullopt;
}

/// Rows that are changed move to other blocks, where they would be met again: only a condition that becomes false keeps them
/// from being changed twice.
Result<BatchKey> KeyLookup::blocks() const
{
    const Result<Rows> table = m_session.query(u"SELECT relkind FROM pg_catalog.pg_class WHERE oid = to_regclass(%1)"_s
                                                   .arg(m_session.quotedLiteral(m_statement.table())));
    if (!table)
        return std::unexpected(table.error());
    if (table->isEmpty())
        return failure(ErrorKind::Refused, tr("The table “%1” is not there.").arg(m_statement.table()));
    const bool isPlain = table->text(0, u"relkind") == u"r";
    if (!isPlain || !m_statement.repeats() || m_session.serverVersion().major < 14)
        return none();
    return BatchKey(BatchKey::Kind::Blocks, {{u"ctid"_s, {}, {}}}, m_statement.table(), m_statement.qualifier());
}

Result<BatchKey> KeyLookup::checked(BatchKey key) const
{
    for (const BatchKey::Column &column : key.columns()) {
        const QString plain = key.kind() == BatchKey::Kind::RowId && column.name.startsWith(u'"') ? column.name.sliced(1).chopped(1) : column.name;
        if (m_statement.sets(plain)) {
            return failure(ErrorKind::Refused, tr("The statement changes “%1”, by which its rows would be taken: they would move under the cursor.").arg(plain),
                           tr("Name another unique key with key= in the comment, or remove the comment."));
        }
    }
    return key;
}

std::unexpected<Error> KeyLookup::none() const
{
    return failure(ErrorKind::Refused,
                   tr("“%1” has no primary key and no unique key of NOT NULL columns, so its rows cannot be taken in batches each exactly once.").arg(m_statement.tableName()),
                   m_session.dialect() == Dialect::PostgreSql
                       ? tr("Add a key; or give the statement a condition that becomes false for the rows that are done, such as “WHERE c IS NULL” where c is set.")
                       : tr("Add a key, or remove the comment."));
}

} // namespace

Result<BatchKey> findBatchKey(Session &session, const BatchStatement &statement, const BatchOptions &options)
{
    return KeyLookup(session, statement, options).find();
}

qlonglong estimatedRows(Session &session, const BatchStatement &statement)
{
    QString sql;
    switch (session.dialect()) {
    case Dialect::PostgreSql: // of a partitioned table the sum
        sql = u"SELECT coalesce(sum(CASE WHEN c.reltuples >= 0 THEN c.reltuples ELSE -1 END), -1)::bigint AS n FROM pg_catalog.pg_class c "
              "WHERE c.relkind = 'r' AND c.oid IN (SELECT relid FROM pg_partition_tree(to_regclass(%1)) UNION SELECT to_regclass(%1)::oid)"_s
                  .arg(session.quotedLiteral(statement.table()));
        break;
    case Dialect::SQLite:
        sql = u"SELECT count(*) AS n FROM "_s + statement.table();
        break;
    case Dialect::MySql:
    case Dialect::MariaDb:
        sql = u"SELECT coalesce(max(table_rows), -1) AS n FROM information_schema.tables WHERE table_schema = %1 AND table_name = %2"_s
                  .arg(statement.schemaName().isEmpty() ? u"database()"_s : session.quotedLiteral(statement.schemaName()),
                       session.quotedLiteral(statement.tableName()));
        break;
    }
    const Result<Rows> rows = session.query(sql);
    return rows && !rows->isEmpty() ? rows->number(0, u"n") : -1;
}

} // namespace Whimbrel
