// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqlsampler.h"

#include "sql/passwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds detailsAge{2000};
constexpr int rowLimit = 20'000; ///< of pg_locks: a blocker may hold any number of locks

// pg_blocking_pids() takes every partition of the lock table: it is asked for those only who wait.
const QString sampleSql = u"SELECT a.pid, a.wait_event AS event, pg_blocking_pids(a.pid)::text AS blockers "
                          "FROM pg_stat_activity a WHERE a.wait_event_type = 'Lock'"_s;

// For a role to which pg_stat_activity does not tell what others wait for. pg_locks hides nothing, but costs more.
const QString limitedSampleSql = u"SELECT l.pid, l.locktype AS event, pg_blocking_pids(l.pid)::text AS blockers "
                                 "FROM pg_locks l WHERE NOT l.granted"_s;

// The one and only read of the lock table: what the processes involved wait for, who has that, and what tells the table
// of a row that is waited for.
const QString locksSql = uR"(
WITH lk AS MATERIALIZED (
    SELECT l.*, concat_ws('/', l.locktype, coalesce(l.database, 0), coalesce(l.relation, 0), coalesce(l.page, -1),
                          coalesce(l.tuple, -1), coalesce(l.virtualxid, '-'), coalesce(l.transactionid::text, '-'),
                          coalesce(l.classid, 0), coalesce(l.objid, 0), coalesce(l.objsubid, -1)) AS tag
    FROM pg_locks l WHERE l.pid = ANY (?::int[]) OR l.pid IS NULL
)
SELECT coalesce(pid, 0) AS pid, granted, mode, locktype, coalesce(database::bigint, -1) AS database,
       coalesce(relation::bigint, -1) AS relation, coalesce(classid::bigint, -1) AS classid,
       coalesce(objid::bigint, -1) AS objid, coalesce(objsubid, -1) AS objsubid, virtualxid,
       transactionid::text AS transactionid, virtualtransaction, tag, %1 AS waited
FROM lk
WHERE NOT granted OR tag IN (SELECT tag FROM lk WHERE NOT granted)
   OR pid IS NULL AND locktype = 'transactionid'
   OR pid = ANY (?::int[]) AND (locktype = 'tuple'
                                OR locktype = 'relation' AND mode IN ('RowExclusiveLock', 'RowShareLock'))
LIMIT %2)"_s;

// Answers while pg_class is locked, in a session that has run it before.
const QString bareSql = u"SELECT pid, mode, locktype, coalesce(relation::bigint, 0) AS relation FROM pg_locks WHERE NOT granted"_s;

const QString sessionsSql = uR"(
SELECT pid, %1 AS backend_start, usename, application_name, datname, state,
       coalesce(host(client_addr), CASE WHEN client_port = -1 THEN 'local' END) AS client,
       left(query, 500) AS query, backend_type,
       to_char(xact_start AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS xact_start,
       to_char(state_change AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') AS state_change,
       floor(extract(epoch FROM clock_timestamp() - query_start) * 1000)::bigint AS in_statement
FROM pg_stat_activity WHERE pid = ANY (?::int[]))"_s.arg(backendStartSql);

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

/// The monitor's own short timeouts ended it: a system table that it needs is locked.
bool isTimeout(const Error &error)
{
    return error.kind == ErrorKind::LockTimeout || error.code == u"57014" || error.code == u"55P03";
}

QList<qint64> involved(const QList<PostgreSqlWait> &waits)
{
    QSet<qint64> pids;
    for (const PostgreSqlWait &wait : waits) {
        pids.insert(wait.pid);
        for (qint64 blocker : wait.blockers)
            pids.insert(blocker);
    }
    pids.remove(0); // a prepared transaction
    QList<qint64> sorted = pids.values();
    std::ranges::sort(sorted);
    return sorted;
}

} // namespace

Result<> PostgreSqlSampler::prepare(Session &session)
{
    if (m_prepared)
        return {};
    const Result<Rows> rows = session.query(u"SELECT current_user AS name, pg_has_role(current_user, 'pg_read_all_stats', 'USAGE') AS sees_all, "
                                            "(SELECT oid::bigint FROM pg_database WHERE datname = current_database()) AS database"_s);
    if (!rows)
        return std::unexpected(rows.error());
    // What a session has read once it needs not look up again when system tables are locked.
    for (const QString &sql : {bareSql, sessionsSql, limitedSampleSql}) {
        if (const Result<Rows> warm = session.query(sql, sql == sessionsSql ? QVariantList{u"{}"_s} : QVariantList()); !warm)
            return std::unexpected(warm.error());
    }
    m_user = session.quotedIdentifier(rows->text(0, u"name"));
    m_seesAll = rows->boolean(0, u"sees_all");
    m_names.database = rows->number(0, u"database");
    m_hasWaitStart = session.serverVersion() >= ServerVersion{14, 0, 0};
    m_prepared = true;
    return {};
}

Result<LockSample> PostgreSqlSampler::sample(Session &session)
{
    QElapsedTimer timer;
    timer.start();
    Result<LockSample> sample = takeSample(session);
    if (!sample && isTimeout(sample.error())) {
        m_interval = milliseconds(1000);
        sample = sampleWithoutCatalog(session);
    }
    if (sample) {
        tellLimits(*sample);
        sample->takenAt = QDateTime::currentDateTimeUtc();
        sample->cost = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    }
    return sample;
}

Result<LockSample> PostgreSqlSampler::takeSample(Session &session)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QElapsedTimer timer;
    timer.start();
    const Result<QList<PostgreSqlWait>> waiting = waits(session);
    m_interval = intervalAfter(std::chrono::microseconds(timer.nsecsElapsed() / 1000));
    if (!waiting)
        return std::unexpected(waiting.error());
    if (waiting->isEmpty()) {
        m_lastWaits.clear();
        return LockSample();
    }
    const milliseconds age{m_sinceDetails.isValid() ? m_sinceDetails.elapsed() : 0};
    if (*waiting == m_lastWaits && age < detailsAge) {
        LockSample sample = m_lastDetails;
        for (LockEdge &edge : sample.edges) {
            if (edge.waited.count() >= 0)
                edge.waited += age;
        }
        return sample;
    }
    Result<LockSample> sample = details(session, *waiting);
    if (sample) {
        m_lastWaits = *waiting;
        m_lastDetails = *sample;
        m_sinceDetails.start();
    }
    return sample;
}

Result<QList<PostgreSqlWait>> PostgreSqlSampler::waits(Session &session)
{
    const Result<Rows> rows = session.query(m_seesAll ? sampleSql : limitedSampleSql);
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

Result<LockSample> PostgreSqlSampler::details(Session &session, const QList<PostgreSqlWait> &waits)
{
    const QList<qint64> pids = involved(waits);
    Result<QList<PostgreSqlLock>> rows = locks(session, waits, pids);
    if (!rows)
        return std::unexpected(rows.error());
    const Result<> names = readNames(session, *rows);
    const bool catalogLocked = !names && isTimeout(names.error()); // numbers instead of names, then
    if (!names && !catalogLocked)
        return std::unexpected(names.error());

    LockSample sample;
    if (catalogLocked) {
        sample.limited = true;
        sample.limitation = tr("A system table of the server is locked, so that the names of what is waited for cannot be read.");
    }
    const bool prepared = std::ranges::any_of(waits, [](const PostgreSqlWait &wait) { return wait.blockers.contains(0); });
    if (prepared) {
        if (const Result<> read = readPrepared(session, sample); !read)
            return std::unexpected(read.error());
    }
    const Result<QList<LockSession>> involvedSessions = sessions(session, pids);
    if (!involvedSessions)
        return std::unexpected(involvedSessions.error());

    QHash<qint64, BackendId> backends;
    for (const LockSession &involvedSession : *involvedSessions)
        backends.insert(involvedSession.backend.pid, involvedSession.backend);
    const PostgreSqlLockMatcher matcher(std::move(*rows), m_names);
    QSet<BackendId> named;
    for (const PostgreSqlWait &wait : waits) {
        for (LockEdge edge : matcher.edges(wait)) {
            edge.waiting = backends.value(edge.waiting.pid, edge.waiting);
            if (edge.blocking.pid != 0)
                edge.blocking = backends.value(edge.blocking.pid, edge.blocking);
            edge.waitedAtMost = !m_hasWaitStart;
            named << edge.waiting << edge.blocking;
            sample.edges << edge;
        }
    }
    // Who was only involved when the first query ran is gone.
    sample.sessions << *involvedSessions;
    sample.sessions.removeIf([&](const LockSession &one) { return !named.contains(one.backend); });
    return sample;
}

Result<QList<PostgreSqlLock>> PostgreSqlSampler::locks(Session &session, const QList<PostgreSqlWait> &waits,
                                                       const QList<qint64> &pids)
{
    QList<qint64> waiters;
    for (const PostgreSqlWait &wait : waits)
        waiters << wait.pid;
    // waitstart is empty for an instant after the wait began.
    const QString waited = m_hasWaitStart
        ? u"floor(extract(epoch FROM clock_timestamp() - waitstart) * 1000)::bigint"_s
        : u"(SELECT floor(extract(epoch FROM clock_timestamp() - a.query_start) * 1000)::bigint "
          "FROM pg_stat_activity a WHERE a.pid = lk.pid AND NOT lk.granted)"_s;
    const Result<Rows> rows = session.query(locksSql.arg(waited).arg(rowLimit),
                                            {writePostgreSqlArray(pids), writePostgreSqlArray(waiters)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<PostgreSqlLock> locks;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        locks << lockFrom(*rows, row);
    return locks;
}

/// Names of what is waited for. Never `::regclass` on an oid of another database: it would name a table of this one.
Result<> PostgreSqlSampler::readNames(Session &session, const QList<PostgreSqlLock> &locks)
{
    QSet<qint64> relations;
    QHash<QString, const PostgreSqlLock *> objects;
    for (const PostgreSqlLock &lock : locks) {
        if (lock.database != 0 && lock.database != m_names.database)
            continue;
        if (lock.relation >= 0)
            relations.insert(lock.relation);
        else if (lock.classId >= 0 && lock.type == u"object")
            objects.insert(lock.tag, &lock);
    }
    m_names.relations.clear();
    m_names.tables.clear();
    m_names.objects.clear();
    if (!relations.isEmpty()) {
        const Result<Rows> rows = session.query(u"SELECT oid::bigint AS oid, oid::regclass::text AS name, relkind IN ('r', 'p') AS is_table "
                                                "FROM pg_class WHERE oid = ANY (?::oid[])"_s,
                                                {writePostgreSqlArray(relations.values())});
        if (!rows)
            return std::unexpected(rows.error());
        for (qsizetype row = 0; row < rows->rows.size(); ++row) {
            const qint64 oid = rows->number(row, u"oid");
            m_names.relations.insert(oid, rows->text(row, u"name"));
            if (rows->boolean(row, u"is_table"))
                m_names.tables.insert(oid);
        }
    }
    for (auto object = objects.cbegin(); object != objects.cend(); ++object) {
        const PostgreSqlLock &lock = **object;
        const Result<Rows> rows = session.query(u"SELECT pg_describe_object(?::oid, ?::oid, ?::int) AS name"_s,
                                                {QString::number(lock.classId), QString::number(lock.objectId),
                                                 QString::number(lock.objectSubId)});
        if (!rows)
            return std::unexpected(rows.error());
        if (!rows->isNull(0, u"name"))
            m_names.objects.insert(object.key(), rows->text(0, u"name"));
    }
    return {};
}

Result<> PostgreSqlSampler::readPrepared(Session &session, LockSample &sample)
{
    const Result<Rows> rows = session.query(
        u"SELECT transaction::text AS transaction, gid, owner, database, "
        "to_char(prepared AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.MS\"Z\"') AS prepared FROM pg_prepared_xacts"_s);
    if (!rows)
        return std::unexpected(rows.error());
    m_names.preparedGids.clear();
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession prepared;
        prepared.preparedGid = rows->text(row, u"gid");
        prepared.backend = {0, prepared.preparedGid};
        prepared.user = rows->text(row, u"owner");
        prepared.database = rows->text(row, u"database");
        prepared.state = u"prepared"_s;
        prepared.transactionStart = prepared.stateSince = time(*rows, row, u"prepared");
        m_names.preparedGids.insert(rows->text(row, u"transaction"), prepared.preparedGid);
        sample.sessions << prepared;
    }
    return {};
}

Result<QList<LockSession>> PostgreSqlSampler::sessions(Session &session, const QList<qint64> &pids)
{
    const Result<Rows> rows = session.query(sessionsSql, {writePostgreSqlArray(pids)});
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockSession> sessions;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession one;
        one.backend = {rows->number(row, u"pid"), rows->text(row, u"backend_start")};
        one.user = rows->text(row, u"usename");
        one.application = rows->text(row, u"application_name");
        if (one.application.isEmpty() && rows->text(row, u"backend_type") != u"client backend")
            one.application = rows->text(row, u"backend_type");
        one.client = rows->text(row, u"client");
        one.database = rows->text(row, u"datname");
        one.state = rows->text(row, u"state");
        one.query = withoutPasswords(rows->text(row, u"query"));
        if (one.query == u"<insufficient privilege>")
            one.query.clear();
        one.queryIsLast = one.state.startsWith(u"idle");
        one.transactionStart = time(*rows, row, u"xact_start");
        one.stateSince = time(*rows, row, u"state_change");
        sessions << one;
    }
    return sessions;
}

Result<LockSample> PostgreSqlSampler::sampleWithoutCatalog(Session &session)
{
    m_lastWaits.clear();
    const Result<Rows> rows = session.query(bareSql);
    if (!rows)
        return std::unexpected(rows.error());
    LockSample sample;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession one;
        one.backend.pid = rows->number(row, u"pid");
        LockEdge edge;
        edge.waiting = one.backend;
        edge.wants = rows->text(row, u"mode");
        edge.target = rows->text(row, u"locktype");
        if (edge.target == u"relation")
            edge.target += u' ' + rows->text(row, u"relation");
        sample.sessions << one;
        sample.edges << edge;
    }
    sample.limited = true;
    sample.limitation = tr("A system table of the server is locked, so that only the waiting sessions can be read, not "
                           "whom they wait for.");
    return sample;
}

void PostgreSqlSampler::tellLimits(LockSample &sample) const
{
    if (m_seesAll || sample.limited)
        return;
    sample.limited = true;
    sample.limitation = tr("Limited view: this role cannot see the statements and states of other roles' sessions.");
    sample.remedy = u"GRANT pg_monitor TO %1;"_s.arg(m_user);
}

Result<std::optional<LockSession>> PostgreSqlSampler::look(Session &session, const BackendId &backend)
{
    QList<LockSession> found;
    if (backend.pid == 0) {
        LockSample prepared;
        if (const Result<> read = readPrepared(session, prepared); !read)
            return std::unexpected(read.error());
        found = prepared.sessions;
    } else {
        Result<QList<LockSession>> read = sessions(session, {backend.pid});
        if (!read)
            return std::unexpected(read.error());
        found = *read;
    }
    const auto same = std::ranges::find(found, backend, &LockSession::backend);
    return same == found.end() ? std::nullopt : std::optional(*same);
}

Result<bool> PostgreSqlSampler::cancel(Session &session, const BackendId &backend)
{
    return signal(session, backend, u"pg_cancel_backend"_s);
}

Result<bool> PostgreSqlSampler::terminate(Session &session, const BackendId &backend)
{
    return signal(session, backend, u"pg_terminate_backend"_s);
}

Result<bool> PostgreSqlSampler::signal(Session &session, const BackendId &backend, const QString &function)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    if (backend.pid == 0)
        return failure(ErrorKind::Refused,
                       tr("A prepared transaction has no process that could be cancelled. Nothing was changed."),
                       tr("End it in its own database with: %1").arg(u"ROLLBACK PREPARED %1;"_s.arg(session.quotedLiteral(backend.backendStart))));
    // pids are reused: the start must be the same too. It is hidden from a role that may not see others' sessions.
    const Result<Rows> rows = session.query(
        u"SELECT %1(pid) AS sent FROM pg_stat_activity WHERE pid = ? AND %2 IS NOT DISTINCT FROM ?::text"_s.arg(function, backendStartSql),
        {backend.pid, backend.backendStart.isEmpty() ? QVariant() : QVariant(backend.backendStart)});
    if (rows)
        return !rows->isEmpty() && rows->boolean(0, u"sent");
    Error error = rows.error();
    if (error.code == u"42501")
        error.hint = tr("Nothing was changed. A superuser can allow it with: %1")
                         .arg(u"GRANT pg_signal_backend TO %1;"_s.arg(m_user));
    return std::unexpected(error);
}

} // namespace Whimbrel
