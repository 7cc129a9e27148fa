// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/dbmatehistory.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

using Columns = QList<std::pair<QString, QString>>;

// What the three databases share; how a table is found, written and made is each one's own.
class VersionTable : public DbmateHistory
{
public:
    explicit VersionTable(QString table) : m_table(std::move(table)) {}

    QString name() const override { return m_table; }

    Result<bool> exists(Session &session) const override
    {
        const Result<Columns> found = columns(session, m_table);
        if (!found)
            return std::unexpected(found.error());
        if (found->isEmpty())
            return false;
        const Result<Columns> rails = found->size() == 1 ? columns(session, u"ar_internal_metadata"_s) : Columns();
        if (!rails)
            return std::unexpected(rails.error());
        if (const QString owner = ownerOfHistory(*found, !rails->isEmpty()); !owner.isEmpty())
            return belongsTo(owner);
        return true;
    }

    Result<QList<AppliedMigration>> read(Session &session) const override
    {
        const Result<bool> there = exists(session);
        if (!there)
            return std::unexpected(there.error());
        if (!*there)
            return QList<AppliedMigration>();
        const Result<QString> table = place(session);
        if (!table)
            return std::unexpected(table.error());
        const Result<Rows> rows = session.query(u"select version from %1"_s.arg(*table));
        if (!rows)
            return std::unexpected(rows.error());
        QList<AppliedMigration> applied;
        applied.reserve(rows->rows.size());
        for (const QList<Cell> &row : rows->rows)
            applied << AppliedMigration{.version = row.constFirst().value_or(QString())};
        std::ranges::sort(applied, {}, &AppliedMigration::version); // digits: the databases' collations cannot matter
        return applied;
    }

    Result<> create(Session &session) const override
    {
        return place(session).and_then([&](const QString &table) {
            return run(session, u"create table if not exists %1 (version %2 primary key)"_s.arg(table, versionType()));
        });
    }

    Result<QString> recordStatement(Session &session, const Migration &migration, Direction direction) const override
    {
        const QString sql = direction == Direction::Up ? u"insert into %1 (version) values (%2)"_s : u"delete from %1 where version = %2"_s;
        return place(session).transform([&](const QString &table) { return sql.arg(table, session.quotedLiteral(migration.version)); });
    }

protected:
    virtual QString versionType() const = 0;
    virtual Result<Columns> columns(Session &session, const QString &table) const = 0;
    /// The name by which the session reaches the table, wherever a migration has left it.
    virtual Result<QString> place(Session &session) const { return qualifiedName(session); }

    static Result<> run(Session &session, const QString &sql, const QVariantList &parameters = {})
    {
        return session.query(sql, parameters).transform([](const Rows &) {});
    }

    static Result<Columns> columnsFrom(Session &session, const QString &sql, const QVariantList &parameters)
    {
        return session.query(sql, parameters).transform([](const Rows &rows) {
            Columns found;
            for (const QList<Cell> &row : rows.rows)
                found.emplaceBack(row.at(0).value_or(QString()).toLower(), row.at(1).value_or(QString()).toLower());
            return found;
        });
    }

    const QString m_table;

private:
    std::unexpected<Error> belongsTo(const QString &owner) const
    {
        return failure(ErrorKind::Refused, Text::tr("The table %1 of this database belongs to %2, as its columns show. Nothing was changed.").arg(name(), owner),
                       Text::tr("Connect to the right database, or give dbmate a table of its own: “history-table” in whimbrel.toml, or "
                                "DBMATE_MIGRATIONS_TABLE."));
    }
};

class SqliteHistory final : public VersionTable
{
public:
    using VersionTable::VersionTable;

    Result<QString> qualifiedName(Session &) const override { return u"\"%1\""_s.arg(QString(m_table).replace(u'"', u"\"\""_s)); }

private:
    QString versionType() const override { return u"varchar(128)"_s; }
    Result<Columns> columns(Session &session, const QString &table) const override
    {
        return columnsFrom(session, u"select name, type from pragma_table_info(?)"_s, {table});
    }
};

class MySqlHistory final : public VersionTable
{
public:
    using VersionTable::VersionTable;

    Result<QString> qualifiedName(Session &) const override { return quoted(m_table); }

private:
    static QString quoted(QString name) { return u'`' + name.replace(u'`', u"``"_s) + u'`'; }

    QString versionType() const override { return u"varchar(128)"_s; }
    Result<QString> place(Session &session) const override
    {
        const QString database = session.settings().database; // a migration may USE another one
        return database.isEmpty() ? quoted(m_table) : quoted(database) + u'.' + quoted(m_table);
    }
    Result<Columns> columns(Session &session, const QString &table) const override
    {
        const QString database = session.settings().database;
        return columnsFrom(session,
                           u"select column_name, column_type from information_schema.columns "
                           "where table_schema = coalesce(?, database()) and table_name = ? order by ordinal_position"_s,
                           {database.isEmpty() ? QVariant() : QVariant(database), table});
    }
};

class PostgresHistory final : public VersionTable
{
public:
    PostgresHistory(const QString &table, const ConnectionSettings &settings)
        : VersionTable(table.section(u'.', table.contains(u'.') ? 1 : 0)),
          m_namedSchema(table.contains(u'.') ? table.section(u'.', 0, 0) : firstOfSearchPath(settings))
    {
    }

    QString name() const override { return m_namedSchema.isEmpty() ? m_table : m_namedSchema + u'.' + m_table; }

    Result<> create(Session &session) const override
    {
        // dbmate makes the schema only where it is not there, for roles that may not make one.
        const Result<QString> owner = schema(session);
        if (!owner)
            return std::unexpected(owner.error());
        const Result<Rows> found = session.query(u"select quote_ident(?), exists (select from pg_namespace where nspname = ?)"_s, {*owner, *owner});
        if (!found)
            return std::unexpected(found.error());
        const QList<Cell> &row = found->rows.constFirst();
        if (row.at(1) != u"t"_s) {
            if (const Result<> made = run(session, u"create schema if not exists %1"_s.arg(row.at(0).value_or(QString()))); !made)
                return made;
        }
        return VersionTable::create(session);
    }

    Result<QString> qualifiedName(Session &session) const override
    {
        if (!m_qualified.isEmpty())
            return m_qualified;
        const Result<QString> owner = schema(session);
        if (!owner)
            return owner;
        return session.query(u"select quote_ident(?) || '.' || quote_ident(?)"_s, {*owner, m_table}).transform([this](const Rows &rows) {
            m_qualified = rows.rows.constFirst().constFirst().value_or(QString());
            return m_qualified;
        });
    }

private:
    static QString firstOfSearchPath(const ConnectionSettings &settings)
    {
        const QString path = settings.options.value(u"search_path"_s, settings.searchPath);
        QString first = path.section(u',', 0, 0).trimmed();
        if (first.size() > 1 && first.startsWith(u'"') && first.endsWith(u'"'))
            first = first.sliced(1, first.size() - 2).replace(u"\"\""_s, u"\""_s);
        return first == "$user"_L1 ? QString() : first;
    }

    QString versionType() const override { return u"varchar"_s; }

    Result<QString> schema(Session &session) const
    {
        if (!m_namedSchema.isEmpty())
            return m_namedSchema;
        if (m_currentSchema.isEmpty()) {
            const Result<Rows> rows = session.query(u"select coalesce(current_schema(), 'public')"_s);
            if (!rows)
                return std::unexpected(rows.error());
            m_currentSchema = rows->rows.constFirst().constFirst().value_or(u"public"_s);
        }
        return m_currentSchema;
    }

    Result<Columns> columns(Session &session, const QString &table) const override
    {
        const Result<QString> owner = schema(session);
        if (!owner)
            return std::unexpected(owner.error());
        return columnsFrom(session,
                           u"select a.attname, format_type(a.atttypid, a.atttypmod) from pg_catalog.pg_attribute a "
                           "join pg_catalog.pg_class c on c.oid = a.attrelid join pg_catalog.pg_namespace n on n.oid = c.relnamespace "
                           "where n.nspname = ? and c.relname = ? and a.attnum > 0 and not a.attisdropped order by a.attnum"_s,
                           {*owner, table});
    }

    const QString m_namedSchema;
    mutable QString m_currentSchema;
    mutable QString m_qualified;
};

bool isText(const QString &type)
{
    return type.contains("char"_L1) || type.contains("text"_L1) || type.isEmpty(); // SQLite columns may have no type
}

} // namespace

QString ownerOfHistory(const QList<std::pair<QString, QString>> &columns, bool railsMetadata)
{
    QHash<QString, QString> types;
    for (const auto &[column, type] : columns)
        types.insert(column, type);
    if (types.contains(u"version"_s) && types.contains(u"dirty"_s))
        return u"golang-migrate"_s;
    if (types.contains(u"version"_s) && types.contains(u"inserted_at"_s))
        return u"Ecto"_s;
    if (types.contains(u"version"_s) && types.contains(u"statements"_s))
        return u"Supabase"_s;
    if (types.contains(u"version_id"_s) && types.contains(u"is_applied"_s))
        return u"goose"_s;
    if (types.contains(u"installed_rank"_s))
        return u"Flyway"_s;
    if (!types.contains(u"version"_s) || !isText(types.value(u"version"_s)))
        return Text::tr("another program");
    return railsMetadata && types.size() == 1 ? u"Rails"_s : QString();
}

std::unique_ptr<DbmateHistory> dbmateHistory(const QString &table, const ConnectionSettings &settings)
{
    switch (settings.dialect) {
    case Dialect::PostgreSql:
        return std::make_unique<PostgresHistory>(table, settings);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return std::make_unique<MySqlHistory>(table);
    case Dialect::SQLite:
        return std::make_unique<SqliteHistory>(table);
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Whimbrel
