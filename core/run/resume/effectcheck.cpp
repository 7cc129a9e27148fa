// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/resume/effectcheck.h"

#include "safety/reader.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using Effect = EffectLook::Effect;
using Kind = Operation::Kind;

/// What running twice leaves as running once does.
const QSet<Kind> repeatable{Kind::Reindex,      Kind::Vacuum,       Kind::Analyze,     Kind::Cluster,      Kind::RefreshMaterializedView,
                            Kind::AlterSystem,  Kind::Checkpoint,   Kind::Comment,     Kind::Grant,        Kind::Revoke,
                            Kind::SetDefault,   Kind::DropDefault,  Kind::SetSetting,  Kind::TableOption,  Kind::ConvertCharacterSet,
                            Kind::AlterColumnType, Kind::SetNotNull, Kind::DropNotNull, Kind::IndexVisibility, Kind::ChangeOwner};

class Look
{
public:
    Look(Session &session, const Operation &operation) : m_session(session), m_operation(operation) { }

    Result<EffectLook> look();

private:
    Result<EffectLook> index();
    Result<EffectLook> postgreSqlIndex();
    Result<EffectLook> reindexed();
    Result<EffectLook> detached();
    Result<EffectLook> dropped();
    Result<EffectLook> renamed();
    Result<EffectLook> modified();
    Result<bool> hasRows(const QString &sql);
    Result<bool> inSchema(const QString &table, const QString &schemaColumn, const QString &condition);
    Result<EffectLook> there(const Result<bool> &found) const { return answer(found, Effect::Took, Effect::DidNot); }
    Result<EffectLook> gone(const Result<bool> &found) const { return answer(found, Effect::DidNot, Effect::Took); }
    static Result<EffectLook> answer(const Result<bool> &found, Effect yes, Effect no)
    {
        return found.transform([&](bool is) { return EffectLook{is ? yes : no}; });
    }

    bool isPostgreSql() const { return m_session.dialect() == Dialect::PostgreSql; }
    QString literal(const QString &text) const { return m_session.quotedLiteral(text); }
    QString indexName() const
    {
        return !m_operation.name.isEmpty() || m_operation.indexes.isEmpty() ? m_operation.name : m_operation.indexes.first().name;
    }
    QString quoted(const ObjectName &name) const
    {
        const QString own = m_session.quotedIdentifier(name.name);
        return name.schema.isEmpty() ? own : m_session.quotedIdentifier(name.schema) + u'.' + own;
    }
    Result<bool> hasTable(const ObjectName &name)
    {
        if (isPostgreSql())
            return hasRows(u"SELECT to_regclass(%1) WHERE to_regclass(%1) IS NOT NULL"_s.arg(literal(quoted(name))));
        return inSchema(u"tables"_s, u"table_schema"_s, u"table_name = "_s + literal(name.name));
    }
    Result<bool> hasColumn(const QString &column)
    {
        return inSchema(u"columns"_s, u"table_schema"_s, u"table_name = %1 AND column_name = %2"_s.arg(literal(m_operation.relation.name), literal(column)));
    }
    Result<bool> hasIndex(const QString &name)
    {
        return inSchema(u"statistics"_s, u"table_schema"_s, u"table_name = %1 AND index_name = %2"_s.arg(literal(m_operation.relation.name), literal(name)));
    }
    Result<bool> hasConstraint(const QString &name)
    {
        return inSchema(u"table_constraints"_s, u"table_schema"_s,
                        u"table_name = %1 AND constraint_name = %2"_s.arg(literal(m_operation.relation.name), literal(name)));
    }

    Session &m_session;
    const Operation &m_operation;
};

Result<bool> Look::hasRows(const QString &sql)
{
    return m_session.query(sql).transform([](const Rows &rows) { return !rows.isEmpty(); });
}

/// Of MariaDB's and MySQL's information_schema.
Result<bool> Look::inSchema(const QString &table, const QString &schemaColumn, const QString &condition)
{
    const QString &schema = m_operation.relation.schema;
    return hasRows(u"SELECT 1 AS found FROM information_schema.%1 WHERE %2 = %3 AND %4 LIMIT 1"_s
                       .arg(table, schemaColumn, schema.isEmpty() ? u"database()"_s : literal(schema), condition));
}

Result<EffectLook> Look::postgreSqlIndex()
{
    const Result<Rows> rows = m_session.query(uR"(SELECT i.indisvalid AS valid, format('%I.%I', n.nspname, c.relname) AS name
FROM pg_catalog.pg_index i
JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
WHERE i.indrelid = to_regclass(%1) AND c.relname = %2)"_s.arg(literal(quoted(m_operation.relation)), literal(indexName())));
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return EffectLook{Effect::DidNot};
    if (rows->boolean(0, u"valid"))
        return EffectLook{Effect::Took};
    return EffectLook{Effect::Leftover, {u"DROP INDEX CONCURRENTLY "_s + rows->text(0, u"name")}};
}

Result<EffectLook> Look::index()
{
    if (indexName().isEmpty())
        return EffectLook{Effect::Unknown};
    return isPostgreSql() ? postgreSqlIndex() : there(hasIndex(indexName()));
}

/// What REINDEX CONCURRENTLY leaves behind is invalid and named so.
Result<EffectLook> Look::reindexed()
{
    EffectLook look{Effect::Repeatable};
    if (!isPostgreSql() || m_operation.relation.isEmpty())
        return look;
    const Result<Rows> rows = m_session.query(u"SELECT n.nspname AS schema_name, c.relname AS index_name FROM pg_catalog.pg_index i "
                                              "JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                                              "WHERE NOT i.indisvalid AND c.relname ~ '_cc(new|old)[0-9]*$' AND i.indrelid IN (SELECT to_regclass(%1) "
                                              "UNION SELECT indrelid FROM pg_catalog.pg_index WHERE indexrelid = to_regclass(%1))"_s
                                                  .arg(literal(quoted(m_operation.relation))));
    if (!rows)
        return std::unexpected(rows.error());
    for (qsizetype i = 0; i < rows->rows.size(); ++i) {
        look.effect = Effect::Leftover;
        look.statements << u"DROP INDEX CONCURRENTLY "_s + quoted({rows->text(i, u"schema_name"), rows->text(i, u"index_name")});
    }
    return look;
}

Result<EffectLook> Look::detached()
{
    const Result<Rows> rows = m_session.query(u"SELECT inhdetachpending AS pending FROM pg_catalog.pg_inherits WHERE inhrelid = to_regclass(%1) AND inhparent = to_regclass(%2)"_s
                                                  .arg(literal(quoted(m_operation.other)), literal(quoted(m_operation.relation))));
    if (!rows)
        return std::unexpected(rows.error());
    if (rows->isEmpty())
        return EffectLook{Effect::Took};
    if (!rows->boolean(0, u"pending"))
        return EffectLook{Effect::DidNot};
    return EffectLook{Effect::HalfWay, {u"ALTER TABLE %1 DETACH PARTITION %2 FINALIZE"_s.arg(quoted(m_operation.relation), quoted(m_operation.other))}};
}

Result<EffectLook> Look::dropped()
{
    switch (m_operation.objectType) {
    case ObjectType::Table:
    case ObjectType::View:
    case ObjectType::MaterializedView:
        return gone(hasTable(m_operation.relation));
    case ObjectType::Index:
        return gone(isPostgreSql() ? hasTable(m_operation.relation) : hasIndex(indexName()));
    case ObjectType::Database:
        if (isPostgreSql())
            return gone(hasRows(u"SELECT 1 FROM pg_catalog.pg_database WHERE datname = "_s + literal(m_operation.relation.name)));
        return gone(hasRows(u"SELECT 1 FROM information_schema.schemata WHERE schema_name = "_s + literal(m_operation.relation.name)));
    case ObjectType::Trigger:
        return gone(inSchema(u"triggers"_s, u"trigger_schema"_s, u"trigger_name = "_s + literal(m_operation.name.isEmpty() ? m_operation.relation.name : m_operation.name)));
    case ObjectType::Function:
        return gone(inSchema(u"routines"_s, u"routine_schema"_s, u"routine_name = "_s + literal(m_operation.relation.name)));
    default:
        return EffectLook{Effect::Unknown};
    }
}

Result<EffectLook> Look::renamed()
{
    if (m_operation.kind == Kind::RenameColumn)
        return there(hasColumn(m_operation.newName));
    if (m_operation.objectType != ObjectType::Table || !m_operation.other.isEmpty())
        return EffectLook{Effect::Unknown};
    return gone(hasTable(m_operation.relation));
}

/// CHANGE gives a new name; MODIFY gives the same definition again.
Result<EffectLook> Look::modified()
{
    const bool renames = !m_operation.newName.isEmpty() && m_operation.newName.compare(m_operation.name, Qt::CaseInsensitive) != 0;
    return renames ? gone(hasColumn(m_operation.name)) : EffectLook{Effect::Repeatable};
}

Result<EffectLook> Look::look()
{
    switch (m_operation.kind) {
    case Kind::CreateIndex:
        return index();
    case Kind::Reindex:
        return reindexed();
    case Kind::DropObject:
        return dropped();
    case Kind::RenameObject:
    case Kind::RenameColumn:
        return renamed();
    case Kind::CreateDatabase:
    case Kind::CreateSchema:
        if (isPostgreSql())
            return there(hasRows(u"SELECT 1 FROM pg_catalog.pg_database WHERE datname = "_s + literal(m_operation.relation.name)));
        return there(hasRows(u"SELECT 1 FROM information_schema.schemata WHERE schema_name = "_s + literal(m_operation.relation.name)));
    case Kind::DetachPartition:
        return isPostgreSql() ? detached() : EffectLook{Effect::Unknown};
    default:
        break;
    }
    if (repeatable.contains(m_operation.kind))
        return EffectLook{Effect::Repeatable};
    if (!isMySqlFamily(m_session.dialect()))
        return EffectLook{Effect::Unknown};
    switch (m_operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
    case Kind::CreateView:
        return m_operation.has(Operation::Flag::OrReplace) ? EffectLook{Effect::Repeatable} : there(hasTable(m_operation.relation));
    case Kind::AddColumn:
        return there(hasColumn(m_operation.columns.isEmpty() ? m_operation.name : m_operation.columns.first().name));
    case Kind::DropColumn:
        return gone(hasColumn(m_operation.name));
    case Kind::ModifyColumn:
        return modified();
    case Kind::AddConstraint:
        return m_operation.name.isEmpty() ? EffectLook{Effect::Unknown} : there(hasConstraint(m_operation.name));
    case Kind::DropConstraint:
        return m_operation.name.isEmpty() ? EffectLook{Effect::Unknown} : gone(hasConstraint(m_operation.name));
    case Kind::CreateTrigger:
        return there(inSchema(u"triggers"_s, u"trigger_schema"_s, u"trigger_name = "_s + literal(m_operation.name)));
    default:
        return EffectLook{Effect::Unknown};
    }
}

} // namespace

/// A definition of these servers takes effect as a whole, so what one of its parts tells holds for all of them; where the
/// parts contradict each other (DROP TABLE of several) nobody knows.
Result<EffectLook> lookForEffect(Session &session, const Statement &statement)
{
    if (session.dialect() == Dialect::SQLite)
        return EffectLook{Effect::Repeatable}; // VACUUM and settings are all that it refuses in a transaction
    EffectLook together{Effect::Repeatable, {}};
    bool isKnown = true;
    const StatementReading reading = readStatement(statement, session.dialect());
    for (const Operation &operation : reading.operations) {
        const Result<EffectLook> one = Look(session, operation).look();
        if (!one)
            return std::unexpected(one.error());
        if (one->effect == Effect::Unknown)
            isKnown = false;
        if (one->effect == Effect::Unknown || one->effect == Effect::Repeatable)
            continue;
        if (together.effect != Effect::Repeatable && together.effect != one->effect)
            return EffectLook{Effect::Unknown};
        together.effect = one->effect;
        together.statements << one->statements;
    }
    return isKnown || together.effect != Effect::Repeatable ? together : EffectLook{Effect::Unknown};
}

} // namespace Whimbrel
