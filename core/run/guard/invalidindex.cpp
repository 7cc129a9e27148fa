// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/invalidindex.h"

#include "safety/reader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Who builds an index concurrently holds SHARE UPDATE EXCLUSIVE on its table all the time, which a plain role can see.
constexpr auto leftoverSql = "SELECT format('%I.%I', n.nspname, c.relname) AS name FROM pg_catalog.pg_index i "
                             "JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace "
                             "WHERE NOT i.indisvalid AND c.relkind = 'i' AND c.relname = ? AND i.indrelid = pg_catalog.to_regclass(?) "
                             "AND NOT EXISTS (SELECT 1 FROM pg_catalog.pg_locks l WHERE l.locktype = 'relation' AND l.relation = i.indrelid "
                             "AND l.mode = 'ShareUpdateExclusiveLock' AND l.pid NOT IN (SELECT pid FROM pg_catalog.pg_stat_progress_vacuum))";

const Operation *concurrentBuild(const StatementReading &reading)
{
    const auto build = std::ranges::find_if(reading.operations, [](const Operation &operation) {
        return operation.kind == OperationKind::CreateIndex && operation.has(OperationFlag::Concurrently) && !operation.indexes.isEmpty();
    });
    return build == reading.operations.end() ? nullptr : &*build;
}

} // namespace

Result<QString> dropInvalidLeftover(Session &session, const Statement &statement)
{
    if (session.dialect() != Dialect::PostgreSql || statement.kind != StatementKind::NoTransaction)
        return QString();
    const StatementReading reading = readStatement(statement, session.dialect());
    const Operation *build = concurrentBuild(reading);
    if (!build || build->indexes.first().name.isEmpty()) // the server finds a new name itself
        return QString();
    QString table = session.quotedIdentifier(build->relation.name);
    if (!build->relation.schema.isEmpty())
        table.prepend(session.quotedIdentifier(build->relation.schema) + u'.');
    const Result<Rows> found = session.query(QString::fromLatin1(leftoverSql), {build->indexes.first().name, table});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return QString();
    const QString name = found->text(0, u"name");
    const Result<Rows> dropped = session.query(u"DROP INDEX CONCURRENTLY IF EXISTS "_s + name);
    return dropped ? Result<QString>(name) : std::unexpected(dropped.error());
}

} // namespace Whimbrel
