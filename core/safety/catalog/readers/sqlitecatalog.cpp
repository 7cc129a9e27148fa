// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqlitecatalog.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

SqliteCatalog::SqliteCatalog(Session &session)
    : CatalogReader(session)
    , m_definitions(Dialect::SQLite)
{
}

Result<> SqliteCatalog::read()
{
    if (const Result<> done = readStatements(); !done)
        return done;
    if (const Result<> done = readIndexes(); !done)
        return done;
    if (const Result<> done = readSettings(); !done)
        return done;
    return readStatistics();
}

Result<> SqliteCatalog::readStatements()
{
    const Result<Rows> rows = m_session.query(
        u"SELECT sql, 0 AS is_temporary, rowid AS place FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "UNION ALL SELECT sql, 1, rowid FROM sqlite_temp_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite!_%' ESCAPE '!' "
        "ORDER BY is_temporary, place"_s);
    if (!rows)
        return std::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        const QList<Operation> operations = m_definitions.read(rows->text(row, u"sql"));
        for (Operation operation : operations) {
            if (rows->boolean(row, u"is_temporary"))
                operation.flags.setFlag(Operation::Flag::Temporary);
            m_catalog.apply(operation);
        }
    }
    return {};
}

Result<> SqliteCatalog::readIndexes()
{
    const Result<Rows> rows = m_session.query(
        u"SELECT m.name AS tab, l.name AS name, l.origin AS origin, group_concat(coalesce(i.name, ''), char(31)) AS columns "
        "FROM sqlite_schema m JOIN pragma_index_list(m.name) l LEFT JOIN pragma_index_info(l.name) i "
        "WHERE m.type = 'table' AND l.origin <> 'c' GROUP BY m.name, l.name ORDER BY m.name, l.name"_s);
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, QList<CatalogIndex>> keys;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        CatalogIndex index;
        index.definition.name = rows->text(row, u"name");
        index.definition.unique = true;
        index.definition.method = u"btree"_s;
        for (const QString &column : rows->text(row, u"columns").split(QChar(31))) {
            IndexDefinition::Part part;
            part.column = column;
            index.definition.parts.append(std::move(part));
        }
        keys[rows->text(row, u"tab")].append(std::move(index));
    }
    for (auto key = keys.cbegin(); key != keys.cend(); ++key) {
        const CatalogRelation *known = m_catalog.relation({u"main"_s, key.key()});
        if (!known)
            continue;
        CatalogRelation table = *known;
        table.indexes.removeIf([](const CatalogIndex &index) { return index.definition.name.startsWith("sqlite_autoindex_"_L1); });
        for (const CatalogIndex &index : key.value()) {
            table.indexes.append(index);
            for (CatalogConstraint &constraint : table.constraints) {
                const bool isKey = constraint.definition.kind == ConstraintKind::PrimaryKey
                    || constraint.definition.kind == ConstraintKind::Unique;
                if (isKey && constraint.definition.columns == index.definition.keyColumns())
                    constraint.index = index.definition.name;
            }
        }
        m_catalog.insert(std::move(table));
    }
    return {};
}

/// What decides who waits: a file with a log beside it stays that way for every session.
Result<> SqliteCatalog::readSettings()
{
    const Result<Rows> rows = m_session.query(u"SELECT journal_mode FROM pragma_journal_mode"_s);
    if (!rows)
        return std::unexpected(rows.error());
    m_catalog.setSetting(u"journal_mode"_s, rows->text(0, u"journal_mode"));
    return {};
}

/// ANALYZE's count where it has been run, else the highest rowid: more than there are, never much less.
Result<> SqliteCatalog::readStatistics()
{
    QHash<QString, qint64> counts;
    const Result<Rows> analysed = m_session.query(u"SELECT count(*) AS found FROM sqlite_schema WHERE name = 'sqlite_stat1'"_s);
    if (!analysed)
        return std::unexpected(analysed.error());
    if (analysed->number(0, u"found") > 0) {
        const Result<Rows> rows = m_session.query(u"SELECT tbl, max(CAST(stat AS INTEGER)) AS estimate FROM sqlite_stat1 GROUP BY tbl"_s);
        if (!rows)
            return std::unexpected(rows.error());
        for (qsizetype row = 0; row < rows->rows.size(); ++row) {
            const QString table = rows->text(row, u"tbl");
            counts.insert(table, rows->number(row, u"estimate"));
            m_catalog.setStatistics({u"main"_s, table}, {rows->number(row, u"estimate"), -1, -1, -1});
        }
    }
    const Result<Rows> tables = m_session.query(
        u"SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND wr = 0 AND name NOT LIKE 'sqlite!_%' ESCAPE '!'"_s);
    if (!tables)
        return std::unexpected(tables.error());
    QStringList uncounted;
    for (qsizetype row = 0; row < tables->rows.size(); ++row) {
        if (const QString name = tables->text(row, u"name"); !counts.contains(name))
            uncounted.append(name);
    }
    constexpr qsizetype TablesAtOnce = 200; // of the 500 parts that a compound query may have
    for (qsizetype i = 0; i < uncounted.size(); i += TablesAtOnce) {
        if (const Result<> done = countByRowid(uncounted.sliced(i, std::min(TablesAtOnce, uncounted.size() - i))); !done)
            return done;
    }
    return {};
}

Result<> SqliteCatalog::countByRowid(const QStringList &tables)
{
    QStringList parts;
    for (const QString &table : tables)
        parts.append(u"SELECT "_s + m_session.quotedLiteral(table) + u" AS tab, (SELECT max(rowid) FROM main."_s
                     + m_session.quotedIdentifier(table) + u") AS estimate"_s);
    const Result<Rows> rows = m_session.query(parts.join(u" UNION ALL "_s));
    if (!rows)
        return std::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        m_catalog.setStatistics({u"main"_s, rows->text(row, u"tab")}, {rows->number(row, u"estimate"), -1, -1, -1});
    return {};
}

} // namespace Whimbrel
