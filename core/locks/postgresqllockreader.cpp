// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqllockreader.h"

#include "sql/passwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int rowLimit = 20'000;   ///< of pg_locks: a blocker may hold any number of locks
constexpr int tableLimit = 50'000; ///< of tables that an advisory lock's key is compared with

// pg_blocking_pids() takes every partition of the lock table: it is asked for those only who wait.
const QString waitsSql = u"SELECT a.pid, a.wait_event AS event, pg_blocking_pids(a.pid)::text AS blockers "
                         "FROM pg_stat_activity a WHERE a.wait_event_type = 'Lock'"_s;

// For a role to which pg_stat_activity does not tell what others wait for. The lock table hides nothing, and costs more.
const QString waitsFromLocksSql = u"SELECT l.pid, l.locktype AS event, pg_blocking_pids(l.pid)::text AS blockers "
                                  "FROM pg_lock_status() l WHERE NOT l.granted"_s;

// To such a role it tells of a session that it has a snapshot or has written: most that wait have one of the two, and most
// sessions of a server neither.
const QString mayWaitSql = uR"(
SELECT EXISTS (SELECT FROM pg_stat_get_activity(NULL) a
               WHERE CASE WHEN a.wait_event_type = 'Lock'
                            OR a.query = '<insufficient privilege>' AND (a.backend_xmin IS NOT NULL OR a.backend_xid IS NOT NULL)
                          THEN pg_blocking_pids(a.pid) <> '{}' END) AS waiting)"_s;

// What the processes involved wait for, who has that, and what tells the table of a row that is waited for. Two numbers
// sort most locks out before texts are made of the rest: a holder may have thousands.
const QString locksSql = uR"(
WITH lk AS MATERIALIZED (
    SELECT l.*, coalesce(l.relation::bigint, l.objid::bigint, 0) AS number
    FROM %1 l WHERE l.pid = ANY (?::int[]) OR l.pid IS NULL
)
SELECT coalesce(pid, 0) AS pid, granted, mode, locktype, coalesce(database::bigint, -1) AS database,
       coalesce(relation::bigint, -1) AS relation, coalesce(classid::bigint, -1) AS classid,
       coalesce(objid::bigint, -1) AS objid, coalesce(objsubid, -1) AS objsubid, virtualxid,
       transactionid::text AS transactionid, virtualtransaction, %2 AS waited,
       concat_ws('/', locktype, coalesce(database, 0), coalesce(relation, 0), coalesce(page, -1), coalesce(tuple, -1),
                 coalesce(virtualxid, '-'), coalesce(transactionid::text, '-'), coalesce(classid, 0), coalesce(objid, 0),
                 coalesce(objsubid, -1)) AS tag
FROM lk
WHERE NOT granted OR (locktype, number) IN (SELECT locktype, number FROM lk WHERE NOT granted)
   OR pid IS NULL AND locktype = 'transactionid'
   OR pid = ANY (?::int[]) AND (locktype = 'tuple'
                                OR locktype = 'relation' AND mode IN ('RowExclusiveLock', 'RowShareLock'))
LIMIT %3)"_s;

// pg_cancel_backend() wants a superuser for the sessions of superusers and for those of nobody, such as autovacuum's.
const QString missingRightSql = uR"(
CASE WHEN a.usesysid IS NULL OR (SELECT r.rolsuper FROM pg_roles r WHERE r.oid = a.usesysid) THEN 'superuser'
     WHEN pg_has_role(a.usesysid, 'USAGE') THEN NULL
     ELSE 'pg_signal_backend' END)"_s;

const QString sessionsTemplate = uR"(
SELECT pid, %1 AS backend_start, %2 AS usename, application_name, %3 AS datname, state,
       coalesce(host(client_addr), CASE WHEN client_port = -1 THEN 'local' END) AS client,
       left(query, 500) AS query, backend_type,
       to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS xact_start,
       to_char(state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS state_change, %4 AS missing_right
FROM %5 a WHERE pid = ANY (?::int[]))"_s;

const QString preparedSql =
    u"SELECT transaction::text AS transaction, gid, %1 AS owner, %2 AS database, "
    "to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS prepared FROM %3"_s;

// A key of golang-migrate, Flyway or Whimbrel itself is made of the name of a table.
const QString tablesSql = u"SELECT n.nspname, c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                          "WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema') "
                          "AND n.nspname NOT LIKE 'pg\\_toast%' LIMIT %1"_s.arg(tableLimit);

QDateTime time(const Rows &rows, qsizetype row, QStringView column)
{
    return QDateTime::fromString(rows.text(row, column), Qt::ISODateWithMs);
}

PostgreSqlLock lockFrom(const Rows &rows, qsizetype row)
{
    PostgreSqlLock lock;
    lock.pid = rows.number(row, u"pid");
    lock.granted = rows.boolean(row, u"granted");
    lock.mode = rows.text(row, u"mode");
    lock.type = rows.text(row, u"locktype");
    lock.database = rows.number(row, u"database");
    lock.relation = rows.number(row, u"relation");
    lock.classId = rows.number(row, u"classid");
    lock.objectId = rows.number(row, u"objid");
    lock.objectSubId = static_cast<int>(rows.number(row, u"objsubid"));
    lock.virtualXid = rows.text(row, u"virtualxid");
    lock.transactionId = rows.text(row, u"transactionid");
    lock.virtualTransaction = rows.text(row, u"virtualtransaction");
    lock.tag = rows.text(row, u"tag");
    lock.waitedMs = rows.isNull(row, u"waited") ? -1 : rows.number(row, u"waited");
    return lock;
}

LockSession sessionFrom(const Rows &rows, qsizetype row)
{
    LockSession one;
    one.backend = {rows.number(row, u"pid"), rows.text(row, u"backend_start")};
    one.user = rows.text(row, u"usename");
    one.application = rows.text(row, u"application_name");
    if (one.application.isEmpty() && rows.text(row, u"backend_type") != u"client backend")
        one.application = rows.text(row, u"backend_type");
    one.client = rows.text(row, u"client");
    one.database = rows.text(row, u"datname");
    one.state = rows.text(row, u"state");
    one.query = withoutPasswords(rows.text(row, u"query"));
    if (one.query == u"<insufficient privilege>")
        one.query.clear();
    one.queryIsLast = one.state.startsWith(u"idle");
    one.transactionStart = time(rows, row, u"xact_start");
    one.stateSince = time(rows, row, u"state_change");
    one.missingRight = rows.text(row, u"missing_right");
    return one;
}

} // namespace

bool PostgreSqlLockReader::isTimeout(const Error &error)
{
    return error.kind == ErrorKind::LockTimeout || (error.kind == ErrorKind::Statement && error.code == u"57014");
}

Result<> PostgreSqlLockReader::prepare(Session &session)
{
    if (m_prepared)
        return {};
    const Result<Rows> rows =
        session.query(u"SELECT current_user AS name, current_database() AS database_name, "
                      u"current_setting('is_superuser') = 'on' AS superuser, "
                      "pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all, "
                      "pg_has_role(current_user, 'pg_signal_backend', 'USAGE') AS may_signal, "
                      "(SELECT oid::bigint FROM pg_database WHERE datname = current_database()) AS database"_s);
    if (!rows)
        return std::unexpected(rows.error());
    m_user = session.quotedIdentifier(rows->text(0, u"name"));
    m_database = rows->text(0, u"database_name");
    m_isSuperuser = rows->boolean(0, u"superuser");
    m_maySignal = rows->boolean(0, u"may_signal");
    m_seesAll = rows->boolean(0, u"sees_all");
    m_names.database = rows->number(0, u"database");
    m_hasWaitStart = session.serverVersion() >= ServerVersion{14, 0, 0};
    m_hasBuildProgress = session.serverVersion() >= ServerVersion{12, 0, 0};
    if (const Result<> warm = warmUp(session); !warm)
        return warm;
    m_prepared = true;
    return {};
}

/// What a session has read once it needs not look up again when system tables are locked.
Result<> PostgreSqlLockReader::warmUp(Session &session)
{
    const qint64 self = session.backend().pid;
    if (const auto warm = waits(session, Source::Functions); !warm)
        return std::unexpected(warm.error());
    for (const Source source : {Source::Views, Source::Functions}) {
        if (const auto warm = locks(session, source, {}, {self}); !warm)
            return std::unexpected(warm.error());
        if (const auto warm = prepared(session, source); !warm)
            return std::unexpected(warm.error());
        if (const auto warm = sessions(session, source, {self}); !warm)
            return std::unexpected(warm.error());
    }
    return {};
}

Result<QList<PostgreSqlWait>> PostgreSqlLockReader::waits(Session &session, Source source)
{
    const Result<Rows> rows = session.query(m_seesAll && source == Source::Views ? waitsSql : waitsFromLocksSql);
    if (!rows)
        return std::unexpected(rows.error());
    QList<PostgreSqlWait> waits;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        PostgreSqlWait wait{rows->number(row, u"pid"), rows->text(row, u"event"),
                            readPostgreSqlArray(rows->text(row, u"blockers"))};
        if (!wait.blockers.isEmpty()) // else it has just got its lock
            waits << wait;
    }
    std::ranges::sort(waits, {}, &PostgreSqlWait::pid);
    return waits;
}

Result<bool> PostgreSqlLockReader::mayWait(Session &session)
{
    return session.query(mayWaitSql).transform([](const Rows &rows) { return rows.boolean(0, u"waiting"); });
}

Result<QList<PostgreSqlLock>> PostgreSqlLockReader::locks(Session &session, Source source,
                                                          const QList<PostgreSqlWait> &waits, const QList<qint64> &pids)
{
    QList<qint64> waiters;
    for (const PostgreSqlWait &wait : waits)
        waiters << wait.pid;
    // waitstart is empty for an instant after the wait began.
    const QString waited = m_hasWaitStart
                               ? u"floor(extract(epoch FROM clock_timestamp() - waitstart) * 1000)::bigint"_s
                               : u"(SELECT floor(extract(epoch FROM clock_timestamp() - a.query_start) * 1000)::bigint "
                                 "FROM pg_stat_get_activity(NULL) a WHERE a.pid = lk.pid AND NOT lk.granted)"_s;
    const QString from = source == Source::Views ? u"pg_locks"_s : u"pg_lock_status()"_s;
    const Result<Rows> rows = session.query(locksSql.arg(from, waited).arg(rowLimit),
                                            {writePostgreSqlArray(pids), writePostgreSqlArray(waiters)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<PostgreSqlLock> locks;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        locks << lockFrom(*rows, row);
    return locks;
}

/// The monitor's own database by name, without a look at pg_database; NULL for others.
QString PostgreSqlLockReader::ownDatabaseSql(const Session &session, QLatin1StringView oidColumn) const
{
    return u"CASE WHEN %1 = %2 THEN %3 END"_s.arg(oidColumn, QString::number(m_names.database),
                                                  session.quotedLiteral(m_database));
}

QString PostgreSqlLockReader::sessionsSql(const Session &session, Source source) const
{
    const QString nothing = u"NULL"_s;
    if (source == Source::Functions)
        return sessionsTemplate.arg(backendStartSql, nothing, ownDatabaseSql(session, "datid"_L1), nothing,
                                    u"pg_stat_get_activity(NULL)"_s);
    QString missingRight = nothing;
    if (!m_isSuperuser)
        missingRight = m_maySignal ? u"nullif("_s + missingRightSql + u", 'pg_signal_backend')"_s : missingRightSql;
    return sessionsTemplate.arg(backendStartSql, u"usename"_s, u"datname"_s, missingRight, u"pg_stat_activity"_s);
}

Result<QList<LockSession>> PostgreSqlLockReader::sessions(Session &session, Source source, const QList<qint64> &pids)
{
    const Result<Rows> rows = session.query(sessionsSql(session, source), {writePostgreSqlArray(pids)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockSession> sessions;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        sessions << sessionFrom(*rows, row);
    return sessions;
}

Result<QList<LockSession>> PostgreSqlLockReader::prepared(Session &session, Source source)
{
    const Result<Rows> rows =
        session.query(source == Source::Views
                          ? preparedSql.arg(u"owner"_s, u"database"_s, u"pg_prepared_xacts"_s)
                          : preparedSql.arg(u"NULL"_s, ownDatabaseSql(session, "dbid"_L1), u"pg_prepared_xact()"_s));
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockSession> sessions;
    m_names.preparedGids.clear();
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession prepared;
        prepared.preparedGid = rows->text(row, u"gid");
        prepared.backend = {0, prepared.preparedGid};
        prepared.endWith = u"ROLLBACK PREPARED %1;"_s.arg(session.quotedLiteral(prepared.preparedGid));
        prepared.user = rows->text(row, u"owner");
        prepared.database = rows->text(row, u"database");
        prepared.state = u"prepared"_s;
        prepared.transactionStart = prepared.stateSince = time(*rows, row, u"prepared");
        m_names.preparedGids.insert(rows->text(row, u"transaction"), prepared.preparedGid);
        sessions << prepared;
    }
    return sessions;
}

/// Never `::regclass` on an oid of another database: it would name a table of this one.
Result<> PostgreSqlLockReader::readNames(Session &session, const QList<PostgreSqlLock> &locks)
{
    QList<PostgreSqlLock> here = locks;
    here.removeIf(
        [this](const PostgreSqlLock &lock) { return lock.database != 0 && lock.database != m_names.database; });
    if (const Result<> read = readRelations(session, here); !read)
        return read;
    if (const Result<> read = readObjects(session, here); !read)
        return read;
    return readAdvisory(session, here);
}

Result<> PostgreSqlLockReader::readRelations(Session &session, const QList<PostgreSqlLock> &locks)
{
    QSet<qint64> relations;
    for (const PostgreSqlLock &lock : locks) {
        if (lock.relation >= 0)
            relations.insert(lock.relation);
    }
    if (relations.isEmpty())
        return {};
    const Result<Rows> rows =
        session.query(u"SELECT oid::bigint AS oid, oid::regclass::text AS name, relkind IN ('r', 'p') AS is_table "
                      "FROM pg_class WHERE oid = ANY (?::oid[])"_s,
                      {writePostgreSqlArray(relations.values())});
    if (!rows)
        return std::unexpected(rows.error());
    m_names.relations.clear();
    m_names.tables.clear();
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        const qint64 oid = rows->number(row, u"oid");
        m_names.relations.insert(oid, rows->text(row, u"name"));
        if (rows->boolean(row, u"is_table"))
            m_names.tables.insert(oid);
    }
    return {};
}

Result<> PostgreSqlLockReader::readObjects(Session &session, const QList<PostgreSqlLock> &locks)
{
    m_names.objects.clear();
    for (const PostgreSqlLock &lock : locks) {
        if (lock.type != u"object" || lock.classId < 0 || m_names.objects.contains(lock.tag))
            continue;
        const Result<Rows> rows = session.query(
            u"SELECT pg_describe_object(?::oid, ?::oid, ?::int) AS name"_s,
            {QString::number(lock.classId), QString::number(lock.objectId), QString::number(lock.objectSubId)});
        if (!rows)
            return std::unexpected(rows.error());
        if (!rows->isNull(0, u"name"))
            m_names.objects.insert(lock.tag, rows->text(0, u"name"));
    }
    return {};
}

/// The tables are read once for a key that is not known by itself.
Result<> PostgreSqlLockReader::readAdvisory(Session &session, const QList<PostgreSqlLock> &locks)
{
    QSet<qint64> keys;
    for (const PostgreSqlLock &lock : locks) {
        if (const std::optional<qint64> key = lock.advisoryKey(); key && !m_names.advisory.contains(*key))
            keys.insert(*key);
    }
    if (keys.isEmpty())
        return {};
    const Result<Rows> rows = session.query(tablesSql);
    if (!rows)
        return std::unexpected(rows.error());
    QList<HistoryTableName> tables;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        tables << HistoryTableName{rows->text(row, u"nspname"), rows->text(row, u"relname")};
    for (const qint64 key : std::as_const(keys))
        m_names.advisory.insert(key, advisoryLockName(key, m_database, tables));
    return {};
}

Result<> PostgreSqlLockReader::readBuilds(Session &session, const QList<PostgreSqlWait> &waits)
{
    m_names.builds.clear();
    QList<qint64> pids;
    for (const PostgreSqlWait &wait : waits) {
        if (wait.event == u"virtualxid")
            pids << wait.pid;
    }
    if (pids.isEmpty() || !m_hasBuildProgress)
        return {};
    const Result<Rows> rows = session.query(
        u"SELECT pid, phase, lockers_done + 1 AS locker, lockers_total FROM pg_stat_progress_create_index "
        "WHERE pid = ANY (?::int[]) AND lockers_total > 0"_s,
        {writePostgreSqlArray(pids)});
    if (!rows)
        return std::unexpected(rows.error());
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        m_names.builds.insert(rows->number(row, u"pid"),
                              u"%1, session %2 of %3"_s.arg(rows->text(row, u"phase"), rows->text(row, u"locker"),
                                                            rows->text(row, u"lockers_total")));
    return {};
}

} // namespace Whimbrel
