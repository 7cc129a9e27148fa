// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/monitor/postgresqllook.h"

#include "locks/lockmodes.h"
#include "sql/passwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr auto holdersSql = R"(
WITH wanted AS MATERIALIZED (SELECT number, to_regclass(name)::oid AS oid FROM (VALUES %1) AS names (number, name)),
     vacuums AS MATERIALIZED (SELECT pid FROM pg_stat_progress_vacuum)
SELECT w.number, coalesce(l.pid, 0) AS pid, l.mode, l.granted, l.virtualtransaction, a.usename, a.application_name, a.state,
       left(a.query, 300) AS query, a.backend_type, %2 AS backend_start,
       a.usename IS NULL AND (a.backend_type = 'autovacuum worker' OR l.pid IN (SELECT pid FROM vacuums)) AS autovacuum,
       CASE WHEN l.pid IS NULL THEN (SELECT x.gid FROM pg_locks t JOIN pg_prepared_xacts x ON x.transaction = t.transactionid
                                     WHERE t.pid IS NULL AND t.locktype = 'transactionid'
                                       AND t.virtualtransaction = l.virtualtransaction LIMIT 1) END AS gid,
       floor(extract(epoch FROM clock_timestamp() - a.xact_start) * 1000)::bigint AS age
FROM pg_locks l JOIN wanted w ON w.oid = l.relation LEFT JOIN pg_stat_activity a ON a.pid = l.pid
WHERE l.locktype = 'relation' AND l.database = (SELECT oid FROM pg_database WHERE datname = current_database())
  AND l.pid IS DISTINCT FROM %3)";

/// A wait for a virtual transaction is that of CREATE INDEX CONCURRENTLY and its like, which wait for everybody.
constexpr auto victimsSql = R"(
WITH RECURSIVE waits AS MATERIALIZED (%1),
     victims (pid) AS (SELECT pid FROM waits WHERE %2 = ANY (blockers)
                       UNION SELECT w.pid FROM waits w JOIN victims v ON v.pid = ANY (w.blockers))
SELECT v.pid, a.usename, a.application_name, left(a.query, 300) AS query, %3 AS backend_start, %4 AS waited, %2 IN (SELECT pid FROM waits) AS run_waits
FROM victims v JOIN pg_stat_activity a ON a.pid = v.pid WHERE a.usename IS NOT NULL)";

constexpr auto waitsSql = "SELECT pid, pg_blocking_pids(pid) AS blockers FROM pg_stat_activity "
                          "WHERE wait_event_type = 'Lock' AND wait_event <> 'virtualxid'";
constexpr auto limitedWaitsSql = "SELECT DISTINCT pid, pg_blocking_pids(pid) AS blockers FROM pg_locks "
                                 "WHERE NOT granted AND locktype <> 'virtualxid'";

QString queryText(const Rows &rows, qsizetype row)
{
    const QString text = withoutPasswords(rows.text(row, u"query")).simplified();
    return text == "<insufficient privilege>"_L1 ? QString() : text;
}

/// As to_regclass() reads it.
QString sqlName(const ObjectName &name, const Session &session)
{
    const QString own = session.quotedIdentifier(name.name);
    return session.quotedLiteral(name.schema.isEmpty() ? own : session.quotedIdentifier(name.schema) + u'.' + own);
}

} // namespace

Result<> PostgreSqlLook::prepare(Session &session)
{
    if (m_prepared)
        return {};
    const Result<Rows> rows =
        session.query(u"SELECT pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all"_s);
    if (!rows)
        return std::unexpected(rows.error());
    m_seesAll = rows->boolean(0, u"sees_all");
    m_hasWaitStart = session.serverVersion() >= ServerVersion{14, 0, 0};
    m_clock.start();
    m_prepared = true;
    return {};
}

Result<QList<LockHolder>> PostgreSqlLook::holders(Session &session, const QList<LockNeed> &needs)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QStringList names;
    for (qsizetype i = 0; i < needs.size(); ++i)
        names << u"(%1, %2)"_s.arg(QString::number(i), sqlName(needs.at(i).relation, session));
    if (names.isEmpty())
        return QList<LockHolder>();
    const Result<Rows> rows = session.query(
        QString::fromLatin1(holdersSql)
            .arg(names.join(u", "_s), QString(backendStartSql).replace("backend_start"_L1, "a.backend_start"_L1),
                 QString::number(m_run.pid)));
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockHolder> holders;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        const LockNeed &need = needs.at(rows->number(row, u"number"));
        const LockHolder holder = holderFrom(*rows, row, need);
        const bool isAhead = holder.granted || lockReach(holder.mode) >= LockReach::SchemaChanges;
        if (isAhead && postgreSqlModesConflict(need.atMost, holder.mode))
            holders << holder;
    }
    setAges(holders);
    return holders;
}

LockHolder PostgreSqlLook::holderFrom(const Rows &rows, qsizetype row, const LockNeed &need) const
{
    LockHolder holder;
    holder.backend = {rows.number(row, u"pid"), rows.text(row, u"backend_start")};
    holder.transaction = rows.text(row, u"virtualtransaction");
    holder.user = rows.text(row, u"usename");
    holder.application = rows.text(row, u"application_name");
    holder.state = rows.text(row, u"state");
    holder.query = queryText(rows, row);
    holder.relation = need.relation;
    holder.mode = rows.text(row, u"mode");
    holder.granted = rows.boolean(row, u"granted");
    if (!rows.isNull(row, u"age"))
        holder.age = milliseconds(rows.number(row, u"age"));
    if (holder.backend.pid == 0) {
        holder.kind = LockHolder::Kind::Prepared;
        holder.backend.backendStart = rows.text(row, u"gid");
    } else if (rows.boolean(row, u"autovacuum")) {
        holder.kind = holder.query.contains("to prevent wraparound"_L1) ? LockHolder::Kind::WraparoundVacuum
                                                                        : LockHolder::Kind::Autovacuum;
    }
    return holder;
}

/// A plain role is not told when others' transactions began: they are as old as we have seen them.
void PostgreSqlLook::setAges(QList<LockHolder> &holders)
{
    const qint64 now = m_clock.elapsed();
    QHash<QString, qint64> seen;
    for (LockHolder &holder : holders) {
        const QString key = QString::number(holder.backend.pid) + u'/' + holder.transaction;
        const qint64 since = m_firstSeen.value(key, now);
        seen.insert(key, since);
        holder.isAgeTold = holder.age.count() >= 0;
        if (!holder.isAgeTold)
            holder.age = milliseconds(now - since);
    }
    m_firstSeen = seen;
}

Result<QList<Victim>> PostgreSqlLook::victims(Session &session, const QList<LockNeed> &)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    const QString waited =
        m_hasWaitStart
            ? u"(SELECT floor(extract(epoch FROM clock_timestamp() - min(l.waitstart)) * 1000)::bigint FROM pg_locks l WHERE l.pid = v.pid AND NOT l.granted)"_s
            : u"NULL::bigint"_s;
    const Result<Rows> rows =
        session.query(QString::fromLatin1(victimsSql)
                          .arg(QLatin1StringView(m_seesAll ? waitsSql : limitedWaitsSql), QString::number(m_run.pid),
                               QString(backendStartSql).replace("backend_start"_L1, "a.backend_start"_L1), waited));
    if (!rows)
        return std::unexpected(rows.error());
    const qint64 now = m_clock.elapsed();
    QHash<qint64, qint64> since;
    QList<Victim> victims;
    m_isRunWaiting = !rows->isEmpty() && rows->boolean(0, u"run_waits");
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        Victim victim;
        victim.backend = {rows->number(row, u"pid"), rows->text(row, u"backend_start")};
        victim.user = rows->text(row, u"usename");
        victim.application = rows->text(row, u"application_name");
        victim.query = queryText(*rows, row);
        since.insert(victim.backend.pid, m_victimsSince.value(victim.backend.pid, now));
        const milliseconds seen(now - since.value(victim.backend.pid));
        victim.waited = rows->isNull(row, u"waited") ? seen : milliseconds(rows->number(row, u"waited"));
        victims << victim;
    }
    m_victimsSince = since;
    return victims;
}

} // namespace Whimbrel
