// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/mariadbsampler.h"

#include "sql/passwords.h"

#include <QElapsedTimer>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

const QString rowWaitersSql =
    u"SELECT trx_mysql_thread_id AS id FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'"_s;

const QString otherWaitersSql = u"SELECT ID AS id, STATE AS state, %1 AS waited FROM information_schema.PROCESSLIST "
                                "WHERE STATE LIKE 'Waiting for%lock'"_s;

// Everybody who waits for a row waits for all before him in its queue too, which is quadratic: of each waiter only the
// blockers of the first ranks are read, those that do not wait themselves and are oldest first.
const QString mariaDbRowEdgesSql = uR"(
SELECT waiter, blocker, target, wants, held, queued, waited FROM (
    SELECT r.trx_mysql_thread_id AS waiter, b.trx_mysql_thread_id AS blocker,
           CONCAT('row of ', rl.lock_table, IF(rl.lock_index IS NULL, '', CONCAT(', index ', rl.lock_index))) AS target,
           rl.lock_mode AS wants, bl.lock_mode AS held, w.blocking_lock_id <=> b.trx_requested_lock_id AS queued,
           TIMESTAMPDIFF(MICROSECOND, r.trx_wait_started, NOW(6)) DIV 1000 AS waited,
           ROW_NUMBER() OVER (PARTITION BY r.trx_id ORDER BY b.trx_state = 'LOCK WAIT', b.trx_started, b.trx_id) AS rank_
    FROM information_schema.INNODB_LOCK_WAITS w
    JOIN information_schema.INNODB_TRX r ON r.trx_id = w.requesting_trx_id
    JOIN information_schema.INNODB_TRX b ON b.trx_id = w.blocking_trx_id
    LEFT JOIN information_schema.INNODB_LOCKS rl ON rl.lock_id = w.requested_lock_id
    LEFT JOIN information_schema.INNODB_LOCKS bl ON bl.lock_id = w.blocking_lock_id) ranked
WHERE rank_ <= %1)"_s;

const QString mySqlRowEdgesSql = uR"(
SELECT waiter, blocker, target, wants, held, queued, waited FROM (
    SELECT r.trx_mysql_thread_id AS waiter, b.trx_mysql_thread_id AS blocker,
           CONCAT('row of ', rl.OBJECT_SCHEMA, '.', rl.OBJECT_NAME) AS target, rl.LOCK_MODE AS wants,
           bl.LOCK_MODE AS held, bl.LOCK_STATUS = 'WAITING' AS queued,
           TIMESTAMPDIFF(MICROSECOND, r.trx_wait_started, NOW(6)) DIV 1000 AS waited,
           ROW_NUMBER() OVER (PARTITION BY r.trx_id ORDER BY b.trx_state = 'LOCK WAIT', b.trx_started, b.trx_id) AS rank_
    FROM performance_schema.data_lock_waits w
    JOIN information_schema.INNODB_TRX r ON r.trx_id = w.REQUESTING_ENGINE_TRANSACTION_ID
    JOIN information_schema.INNODB_TRX b ON b.trx_id = w.BLOCKING_ENGINE_TRANSACTION_ID
    JOIN performance_schema.data_locks rl ON rl.ENGINE_LOCK_ID = w.REQUESTING_ENGINE_LOCK_ID AND rl.ENGINE = w.ENGINE
    JOIN performance_schema.data_locks bl ON bl.ENGINE_LOCK_ID = w.BLOCKING_ENGINE_LOCK_ID AND bl.ENGINE = w.ENGINE) ranked
WHERE rank_ <= %1)"_s;

// The plugin lists granted locks only. A statement that changes the table waits for any of them; any other only for
// those that announce or make a change, which a waiting change holds as well: that one is queued ahead.
const QString mariaDbMetadataEdgesSql = uR"(
SELECT p.ID AS waiter, m.THREAD_ID AS blocker, CONCAT(m.TABLE_SCHEMA, '.', m.TABLE_NAME) AS target, '' AS wants,
       m.LOCK_MODE AS held, h.STATE LIKE 'Waiting for%metadata lock' AS queued, ROUND(p.TIME_MS) AS waited
FROM information_schema.PROCESSLIST p
JOIN information_schema.METADATA_LOCK_INFO m ON m.THREAD_ID <> p.ID AND m.LOCK_TYPE = 'Table metadata lock'
JOIN information_schema.PROCESSLIST h ON h.ID = m.THREAD_ID
WHERE p.STATE = 'Waiting for table metadata lock' AND LOCATE(m.TABLE_NAME, p.INFO) > 0
  AND (p.INFO RLIKE '^[[:space:]]*(ALTER|DROP|TRUNCATE|RENAME|CREATE|OPTIMIZE|LOCK)'
       OR m.LOCK_MODE IN ('MDL_SHARED_UPGRADABLE', 'MDL_SHARED_NO_WRITE', 'MDL_SHARED_NO_READ_WRITE', 'MDL_EXCLUSIVE'))
LIMIT 5000)"_s;

const QString mySqlMetadataEdgesSql = uR"(
SELECT wt.PROCESSLIST_ID AS waiter, gt.PROCESSLIST_ID AS blocker, CONCAT(w.OBJECT_SCHEMA, '.', w.OBJECT_NAME) AS target,
       CONCAT('MDL_', w.LOCK_TYPE) AS wants, CONCAT('MDL_', g.LOCK_TYPE) AS held, g.LOCK_STATUS = 'PENDING' AS queued,
       wt.PROCESSLIST_TIME * 1000 AS waited
FROM performance_schema.metadata_locks w
JOIN performance_schema.metadata_locks g
  ON g.OBJECT_TYPE = w.OBJECT_TYPE AND g.OBJECT_SCHEMA <=> w.OBJECT_SCHEMA AND g.OBJECT_NAME <=> w.OBJECT_NAME
 AND g.OWNER_THREAD_ID <> w.OWNER_THREAD_ID
JOIN performance_schema.threads wt ON wt.THREAD_ID = w.OWNER_THREAD_ID
JOIN performance_schema.threads gt ON gt.THREAD_ID = g.OWNER_THREAD_ID
WHERE w.LOCK_STATUS = 'PENDING' AND w.OBJECT_TYPE = 'TABLE' AND (
      g.LOCK_STATUS = 'GRANTED' AND (w.LOCK_TYPE = 'EXCLUSIVE' OR g.LOCK_TYPE = 'EXCLUSIVE'
          OR g.LOCK_TYPE = 'SHARED_NO_READ_WRITE' AND w.LOCK_TYPE NOT IN ('SHARED', 'SHARED_HIGH_PRIO')
          OR w.LOCK_TYPE = 'SHARED_NO_READ_WRITE' AND g.LOCK_TYPE NOT IN ('SHARED', 'SHARED_HIGH_PRIO')
          OR g.LOCK_TYPE = 'SHARED_NO_WRITE' AND w.LOCK_TYPE IN ('SHARED_WRITE', 'SHARED_UPGRADABLE', 'SHARED_NO_WRITE')
          OR w.LOCK_TYPE = 'SHARED_NO_WRITE' AND g.LOCK_TYPE IN ('SHARED_WRITE', 'SHARED_NO_WRITE')
          OR g.LOCK_TYPE = 'SHARED_UPGRADABLE' AND w.LOCK_TYPE IN ('SHARED_UPGRADABLE', 'SHARED_NO_WRITE'))
   OR g.LOCK_STATUS = 'PENDING' AND g.LOCK_TYPE IN ('EXCLUSIVE', 'SHARED_NO_READ_WRITE', 'SHARED_NO_WRITE')
      AND w.LOCK_TYPE NOT IN ('EXCLUSIVE', 'SHARED_NO_READ_WRITE', 'SHARED_NO_WRITE'))
LIMIT 5000)"_s;

const QString sessionsSql = uR"(
SELECT ID AS id, USER AS user, HOST AS host, DB AS db, COMMAND AS command, STATE AS state, LEFT(INFO, 500) AS info,
       UNIX_TIMESTAMP() - TIME AS since %1
FROM information_schema.PROCESSLIST p WHERE ID IN (%2))"_s;

bool isDenied(const Error &error)
{
    return error.code == u"1227" || error.code == u"1142" || error.code == u"1044";
}

QList<LockEdge> readEdges(const Rows &rows)
{
    QList<LockEdge> edges;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        LockEdge edge;
        edge.waiting.pid = rows.number(row, u"waiter");
        edge.blocking.pid = rows.number(row, u"blocker");
        edge.target = rows.text(row, u"target").remove(u'`');
        edge.wants = rows.text(row, u"wants");
        edge.kind = rows.boolean(row, u"queued") ? LockEdge::Kind::QueuedAhead : LockEdge::Kind::Holds;
        if (edge.kind == LockEdge::Kind::Holds)
            edge.held = rows.text(row, u"held");
        if (!rows.isNull(row, u"waited"))
            edge.waited = milliseconds(rows.number(row, u"waited"));
        edges << edge;
    }
    return edges;
}

} // namespace

Result<> MariaDbSampler::prepare(Session &session)
{
    if (!m_prepared) {
        m_mySql = session.dialect() == Dialect::MySql;
        const Result<Rows> user = session.query(u"SELECT CURRENT_USER() AS name"_s);
        if (!user)
            return std::unexpected(user.error());
        const QString name = user->text(0, u"name");
        const qsizetype at = name.lastIndexOf(u'@');
        m_user = session.quotedLiteral(name.left(at)) + u'@' + session.quotedLiteral(name.mid(at + 1));
        m_prepared = true;
    }
    return {};
}

Result<QSet<qint64>> MariaDbSampler::rowWaiters(Session &session)
{
    if (!m_seesInnoDb)
        return QSet<qint64>();
    const Result<Rows> rows = session.query(rowWaitersSql);
    if (!rows && isDenied(rows.error())) {
        m_seesInnoDb = false;
        return QSet<qint64>();
    }
    if (!rows)
        return std::unexpected(rows.error());
    QSet<qint64> ids;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        ids.insert(rows->number(row, u"id"));
    return ids;
}

Result<QList<MariaDbSampler::Wait>> MariaDbSampler::otherWaiters(Session &session)
{
    const Result<Rows> rows = session.query(otherWaitersSql.arg(m_mySql ? u"TIME * 1000"_s : u"ROUND(TIME_MS)"_s));
    if (!rows)
        return std::unexpected(rows.error());
    QList<Wait> waits;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        waits << Wait{rows->number(row, u"id"), rows->text(row, u"state"), milliseconds(rows->number(row, u"waited"))};
    return waits;
}

Result<QList<LockEdge>> MariaDbSampler::rowEdges(Session &session, qsizetype waiters)
{
    // 20 waiters in one queue already make 210 edges.
    const int ranks = waiters > 20 ? 1 : 20;
    const Result<Rows> rows = session.query((m_mySql ? mySqlRowEdgesSql : mariaDbRowEdgesSql).arg(ranks));
    if (!rows)
        return std::unexpected(rows.error());
    return readEdges(*rows);
}

Result<QList<LockEdge>> MariaDbSampler::metadataEdges(Session &session)
{
    if (m_mySql) {
        const Result<Rows> rows = session.query(mySqlMetadataEdgesSql);
        m_seesMetadataLocks = rows.has_value();
        return rows ? Result<QList<LockEdge>>(readEdges(*rows)) : QList<LockEdge>();
    }
    // Asked each time: a DBA who reads that it is missing installs it now.
    const Result<Rows> plugin = session.query(u"SELECT 1 FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'METADATA_LOCK_INFO' "
                                              "AND PLUGIN_STATUS = 'ACTIVE'"_s);
    if (!plugin)
        return std::unexpected(plugin.error());
    m_seesMetadataLocks = !plugin->isEmpty();
    if (!m_seesMetadataLocks)
        return QList<LockEdge>();
    const Result<Rows> rows = session.query(mariaDbMetadataEdgesSql);
    if (!rows)
        return std::unexpected(rows.error());
    return readEdges(*rows);
}

Result<LockSample> MariaDbSampler::sample(Session &session)
{
    QElapsedTimer timer;
    timer.start();
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    const Result<QSet<qint64>> rowWaits = rowWaiters(session);
    if (!rowWaits)
        return std::unexpected(rowWaits.error());
    const Result<QList<Wait>> otherWaits = otherWaiters(session);
    if (!otherWaits)
        return std::unexpected(otherWaits.error());
    m_interval = intervalAfter(std::chrono::microseconds(timer.nsecsElapsed() / 1000));

    LockSample sample;
    if (!rowWaits->isEmpty()) {
        const Result<QList<LockEdge>> edges = rowEdges(session, rowWaits->size());
        if (!edges)
            return std::unexpected(edges.error());
        sample.edges << *edges;
    }
    if (!otherWaits->isEmpty()) {
        const Result<QList<LockEdge>> edges = metadataEdges(session);
        if (!edges)
            return std::unexpected(edges.error());
        sample.edges << *edges;
    }
    addUnknown(sample, *rowWaits, *otherWaits);
    QSet<qint64> ids;
    for (const LockEdge &edge : std::as_const(sample.edges)) {
        ids << edge.waiting.pid;
        if (edge.blockerKnown())
            ids << edge.blocking.pid;
    }
    if (!ids.isEmpty()) {
        const Result<QList<LockSession>> involved = sessions(session, ids);
        if (!involved)
            return std::unexpected(involved.error());
        sample.sessions = *involved;
        m_known.clear();
        for (const LockSession &one : *involved)
            m_known.insert(one.backend.pid, one.user + u'@' + one.client);
    }
    tellLimits(sample, !otherWaits->isEmpty() && !m_seesMetadataLocks);
    sample.takenAt = QDateTime::currentDateTimeUtc();
    sample.cost = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    return sample;
}

/// Those who wait and for whom no blocker was found are shown all the same.
void MariaDbSampler::addUnknown(LockSample &sample, const QSet<qint64> &rowWaiters, const QList<Wait> &others) const
{
    QSet<qint64> explained;
    for (const LockEdge &edge : std::as_const(sample.edges))
        explained << edge.waiting.pid;
    const auto add = [&](qint64 id, const QString &target, milliseconds waited) {
        if (explained.contains(id))
            return;
        explained << id;
        LockEdge edge;
        edge.waiting.pid = id;
        edge.target = target;
        edge.waited = waited;
        sample.edges << edge;
    };
    for (const Wait &wait : others)
        add(wait.id, wait.state.mid(u"Waiting for "_s.size()), wait.waited);
    for (qint64 id : rowWaiters)
        add(id, u"row"_s, milliseconds(-1));
}

Result<QList<LockSession>> MariaDbSampler::sessions(Session &session, const QSet<qint64> &ids)
{
    QStringList list;
    for (qint64 id : ids)
        list << QString::number(id);
    const QString sql = m_seesInnoDb
        ? sessionsSql.arg(u", (SELECT MIN(UNIX_TIMESTAMP(trx_started)) FROM information_schema.INNODB_TRX t "
                          "WHERE t.trx_mysql_thread_id = p.ID) AS started"_s, list.join(u','))
        : sessionsSql.arg(u", NULL AS started"_s, list.join(u','));
    const Result<Rows> rows = session.query(sql);
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockSession> sessions;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession one;
        one.backend.pid = rows->number(row, u"id");
        one.user = rows->text(row, u"user");
        one.client = rows->text(row, u"host");
        one.database = rows->text(row, u"db");
        const QString command = rows->text(row, u"command");
        const QString state = rows->text(row, u"state");
        const bool inTransaction = !rows->isNull(row, u"started");
        one.state = state.isEmpty() ? command : state;
        if (command == u"Sleep" && inTransaction)
            one.state = u"Sleep, in transaction"_s;
        one.query = withoutPasswords(rows->text(row, u"info"));
        one.stateSince = QDateTime::fromSecsSinceEpoch(rows->number(row, u"since"), QTimeZone::UTC);
        if (inTransaction)
            one.transactionStart = QDateTime::fromMSecsSinceEpoch(
                static_cast<qint64>(rows->text(row, u"started").toDouble() * 1000), QTimeZone::UTC);
        sessions << one;
    }
    return sessions;
}

void MariaDbSampler::tellLimits(LockSample &sample, bool unknownMetadata) const
{
    const auto limited = [&sample](const QString &text, const QString &remedy) {
        sample.notes << LockNote{LockNote::Kind::Limited, text, remedy};
    };
    if (!m_seesInnoDb)
        limited(tr("Limited view: without the privilege PROCESS this user sees its own sessions only, and no waits for rows."),
                u"GRANT PROCESS ON *.* TO %1;"_s.arg(m_user));
    else if (unknownMetadata && m_mySql)
        limited(tr("Who blocks a table's metadata lock is not known: that needs SELECT on performance_schema."),
                u"GRANT SELECT ON performance_schema.* TO %1;"_s.arg(m_user));
    else if (unknownMetadata)
        limited(tr("Who blocks a table's metadata lock is not known: that needs the server's plugin METADATA_LOCK_INFO."),
                u"INSTALL SONAME 'metadata_lock_info';"_s);
}

Result<std::optional<LockSession>> MariaDbSampler::look(Session &session, const BackendId &backend)
{
    const Result<QList<LockSession>> found = sessions(session, {backend.pid});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return std::nullopt;
    const LockSession &one = found->first();
    const auto known = m_known.constFind(backend.pid);
    if (known != m_known.cend() && *known != one.user + u'@' + one.client)
        return std::nullopt;
    return one;
}

Result<bool> MariaDbSampler::cancel(Session &session, const BackendId &backend)
{
    return kill(session, backend, u"QUERY"_s);
}

Result<bool> MariaDbSampler::terminate(Session &session, const BackendId &backend)
{
    return kill(session, backend, u"CONNECTION"_s);
}

Result<bool> MariaDbSampler::kill(Session &session, const BackendId &backend, const QString &what)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    const Result<std::optional<LockSession>> still = look(session, backend);
    if (!still)
        return std::unexpected(still.error());
    if (!*still)
        return false;
    const Result<Rows> killed = session.query(u"KILL %1 %2"_s.arg(what).arg(backend.pid));
    if (killed)
        return true;
    Error error = killed.error();
    if (error.code == u"1094") // gone meanwhile
        return false;
    if (error.code == u"1095")
        error.hint = tr("Nothing was changed. An administrator can allow it with: %1")
                         .arg((m_mySql ? u"GRANT CONNECTION_ADMIN ON *.* TO %1;"_s : u"GRANT CONNECTION ADMIN ON *.* TO %1;"_s).arg(m_user));
    return std::unexpected(error);
}

} // namespace Whimbrel
