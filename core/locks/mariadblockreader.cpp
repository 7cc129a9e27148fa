// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/mariadblockreader.h"

#include "locks/advisorynames.h"
#include "locks/metadatalocks.h"
#include "sql/passwords.h"

#include <QRegularExpression>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

constexpr qsizetype fewWaiters = 20; ///< for rows: 20 in one queue already make 210 edges

const QString rowWaitersSql =
    u"SELECT trx_mysql_thread_id AS id FROM information_schema.INNODB_TRX WHERE trx_state = 'LOCK WAIT'"_s;

const QString otherWaitersSql = u"SELECT ID AS id, STATE AS state, LEFT(INFO, 500) AS info, DB AS db, %1 AS waited "
                                "FROM information_schema.PROCESSLIST "
                                "WHERE STATE LIKE 'Waiting for%lock' OR STATE = 'User lock'"_s;

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

// The server's list of waits takes seconds to join once 200 wait in one queue (20,100 rows). The locks themselves are
// one row each: whoever holds what another waits for is found among them by what is locked.
const QString mariaDbRowLocksSql = uR"(
SELECT t.trx_mysql_thread_id AS id, l.lock_id <=> t.trx_requested_lock_id AS waits, l.lock_mode AS mode,
       CONCAT_WS('/', l.lock_table, l.lock_index, l.lock_space, l.lock_page, l.lock_rec) AS tag,
       CONCAT('row of ', l.lock_table, IF(l.lock_index IS NULL, '', CONCAT(', index ', l.lock_index))) AS target,
       TIMESTAMPDIFF(MICROSECOND, t.trx_wait_started, NOW(6)) DIV 1000 AS waited
FROM information_schema.INNODB_LOCKS l
JOIN information_schema.INNODB_TRX t ON t.trx_id = l.lock_trx_id
ORDER BY t.trx_state = 'LOCK WAIT', t.trx_started, t.trx_id)"_s;

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
// those that announce or make a change, which a waiting change holds as well: that one is queued ahead. Of the locks on
// all tables at once, those of a backup and of FLUSH TABLES WITH READ LOCK stop the rest, and the rest stops them.
const QString pluginEdgesSql = uR"(
SELECT p.ID AS waiter, m.THREAD_ID AS blocker,
       IF(m.LOCK_TYPE = 'Backup lock', 'all tables (backup lock)', CONCAT(m.TABLE_SCHEMA, '.', m.TABLE_NAME)) AS target,
       '' AS wants, m.LOCK_MODE AS held, ROUND(p.TIME_MS) AS waited,
       m.LOCK_TYPE = 'Table metadata lock' AND h.STATE LIKE 'Waiting for%metadata lock' AS queued
FROM information_schema.PROCESSLIST p
JOIN information_schema.METADATA_LOCK_INFO m ON m.THREAD_ID <> p.ID
JOIN information_schema.PROCESSLIST h ON h.ID = m.THREAD_ID
WHERE p.STATE = 'Waiting for table metadata lock' AND m.LOCK_TYPE = 'Table metadata lock' AND LOCATE(m.TABLE_NAME, p.INFO) > 0
      AND (p.INFO RLIKE '^[[:space:]]*(ALTER|DROP|TRUNCATE|RENAME|CREATE|OPTIMIZE|LOCK)'
           OR m.LOCK_MODE IN ('MDL_SHARED_UPGRADABLE', 'MDL_SHARED_NO_WRITE', 'MDL_SHARED_NO_READ_WRITE', 'MDL_EXCLUSIVE'))
   OR p.STATE = 'Waiting for backup lock' AND m.LOCK_TYPE = 'Backup lock'
      AND (p.INFO RLIKE '^[[:space:]]*(FLUSH|BACKUP)')
          = (m.LOCK_MODE IN ('MDL_BACKUP_DML', 'MDL_BACKUP_TRANS_DML', 'MDL_BACKUP_SYS_DML', 'MDL_BACKUP_DDL',
                             'MDL_BACKUP_ALTER_COPY', 'MDL_BACKUP_COMMIT'))
LIMIT 5000)"_s;

// One read of the table's locks: joining them on the server takes half a second where this takes 10 ms.
const QString instrumentLocksSql = uR"(
SELECT t.PROCESSLIST_ID AS id, CONCAT(m.OBJECT_SCHEMA, '.', m.OBJECT_NAME) AS target, CONCAT('MDL_', m.LOCK_TYPE) AS mode,
       m.LOCK_STATUS = 'PENDING' AS waits, t.PROCESSLIST_TIME * 1000 AS waited
FROM performance_schema.metadata_locks m JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
WHERE m.OBJECT_TYPE = 'TABLE' AND m.OBJECT_SCHEMA <> 'performance_schema' AND t.PROCESSLIST_ID IS NOT NULL LIMIT 20000)"_s;

const QString heldByPluginSql = uR"(
SELECT DISTINCT IF(LOCK_TYPE = 'Backup lock', 'all tables', CONCAT(TABLE_SCHEMA, '.', TABLE_NAME)) AS target, LOCK_MODE AS mode
FROM information_schema.METADATA_LOCK_INFO
WHERE THREAD_ID = %1 AND LOCK_TYPE IN ('Table metadata lock', 'Backup lock') ORDER BY target, mode LIMIT 100)"_s;

const QString heldByInstrumentSql = uR"(
SELECT DISTINCT CONCAT(m.OBJECT_SCHEMA, '.', m.OBJECT_NAME) AS target, CONCAT('MDL_', m.LOCK_TYPE) AS mode
FROM performance_schema.metadata_locks m JOIN performance_schema.threads t ON t.THREAD_ID = m.OWNER_THREAD_ID
WHERE t.PROCESSLIST_ID = %1 AND m.OBJECT_TYPE = 'TABLE' AND m.LOCK_STATUS = 'GRANTED' ORDER BY target, mode LIMIT 100)"_s;

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

LockSession sessionFrom(const Rows &rows, qsizetype row)
{
    LockSession one;
    one.backend.pid = rows.number(row, u"id");
    one.user = rows.text(row, u"user");
    one.client = rows.text(row, u"host");
    one.database = rows.text(row, u"db");
    const QString command = rows.text(row, u"command");
    const QString state = rows.text(row, u"state");
    const bool inTransaction = !rows.isNull(row, u"started");
    one.state = state.isEmpty() ? command : state;
    if (command == u"Sleep" && inTransaction)
        one.state = u"Sleep, in transaction"_s;
    one.query = withoutPasswords(rows.text(row, u"info"));
    one.stateSince = QDateTime::fromSecsSinceEpoch(rows.number(row, u"since"), QTimeZone::UTC);
    if (inTransaction)
        one.transactionStart = QDateTime::fromMSecsSinceEpoch(
            static_cast<qint64>(rows.text(row, u"started").toDouble() * 1000), QTimeZone::UTC);
    return one;
}

/// A row lock held or waited for.
struct RowLock
{
    qint64 id;
    QString mode;
};

/// Of locks on the same thing: two that are shared go together, and so do two that only announce locks on rows.
bool rowModesConflict(const QString &wants, const QString &held)
{
    return wants.left(1) != held.left(1) || wants.startsWith(u'X') || wants.startsWith(u'A');
}

/// The name that a statement gives to GET_LOCK(), where it is written there; empty where it is not.
QString userLockIn(const QString &statement)
{
    static const QRegularExpression call(uR"(\bGET_LOCK\s*\(\s*(['"])((?:(?!\1)[^\\]|\\.)*)\1)"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression escaped(uR"(\\(.))"_s);
    return call.match(statement).captured(2).replace(escaped, u"\\1"_s);
}

/// SHOW GRANTS tells the privileges of active roles, too.
bool mayKillOthers(const Rows &grants, bool superMayKill)
{
    return std::ranges::any_of(grants.rows, [superMayKill](const QList<Cell> &row) {
        const QString grant = row.value(0).value_or(QString());
        const QString privileges = grant.section(u" ON *.* TO "_s, 0, 0);
        return privileges != grant &&
               (privileges.contains(u"ALL PRIVILEGES") || privileges.contains(u"CONNECTION ADMIN") ||
                privileges.contains(u"CONNECTION_ADMIN") || (superMayKill && privileges.contains(u"SUPER")));
    });
}

} // namespace

Result<> MariaDbLockReader::prepare(Session &session)
{
    if (m_prepared)
        return {};
    m_mySql = session.dialect() == Dialect::MySql;
    const Result<Rows> user = session.query(u"SELECT CURRENT_USER() AS name, USER() AS login"_s);
    if (!user)
        return std::unexpected(user.error());
    const QString name = user->text(0, u"name");
    const qsizetype at = name.lastIndexOf(u'@');
    m_user = session.quotedLiteral(name.left(at)) + u'@' + session.quotedLiteral(name.mid(at + 1));
    const QString login = user->text(0, u"login");
    m_loginName = login.left(login.lastIndexOf(u'@'));

    const bool hasOwnPrivilege =
        session.serverVersion() >= (m_mySql ? ServerVersion{8, 0, 0} : ServerVersion{10, 5, 2});
    const bool superMayKill = m_mySql || session.serverVersion() < ServerVersion{11, 0, 0};
    m_killPrivilege = m_mySql ? u"CONNECTION_ADMIN"_s : u"CONNECTION ADMIN"_s;
    if (!hasOwnPrivilege)
        m_killPrivilege = u"SUPER"_s;
    // A server with --skip-grant-tables tells no grants, and allows everything.
    const Result<Rows> grants = session.query(u"SHOW GRANTS"_s);
    if (!grants && grants.error().kind != ErrorKind::Statement)
        return std::unexpected(grants.error());
    m_mayKill = !grants || mayKillOthers(*grants, superMayKill);
    m_prepared = true;
    return {};
}

Result<QSet<qint64>> MariaDbLockReader::rowWaiters(Session &session)
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

Result<QList<MariaDbWait>> MariaDbLockReader::otherWaiters(Session &session)
{
    const Result<Rows> rows = session.query(otherWaitersSql.arg(m_mySql ? u"TIME * 1000"_s : u"ROUND(TIME_MS)"_s));
    if (!rows)
        return std::unexpected(rows.error());
    QList<MariaDbWait> waits;
    for (qsizetype row = 0; row < rows->rows.size(); ++row)
        waits << MariaDbWait{rows->number(row, u"id"), rows->text(row, u"state"), rows->text(row, u"info"),
                             rows->text(row, u"db"), milliseconds(rows->number(row, u"waited"))};
    return waits;
}

Result<QList<LockEdge>> MariaDbLockReader::rowEdges(Session &session, qsizetype waiters)
{
    if (!m_mySql && waiters > fewWaiters)
        return rowEdgesOfManyWaiters(session);
    const qsizetype ranks = waiters > fewWaiters ? 1 : fewWaiters;
    const Result<Rows> rows = session.query((m_mySql ? mySqlRowEdgesSql : mariaDbRowEdgesSql).arg(ranks));
    if (!rows)
        return std::unexpected(rows.error());
    return readEdges(*rows);
}

/// One edge for each who waits: to the oldest transaction that holds the row, best one that does not wait itself.
Result<QList<LockEdge>> MariaDbLockReader::rowEdgesOfManyWaiters(Session &session)
{
    const Result<Rows> rows = session.query(mariaDbRowLocksSql);
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, QList<RowLock>> holders; // the best first
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        if (!rows->boolean(row, u"waits"))
            holders[rows->text(row, u"tag")] << RowLock{rows->number(row, u"id"), rows->text(row, u"mode")};
    }
    QList<LockEdge> edges;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        if (!rows->boolean(row, u"waits"))
            continue;
        LockEdge edge;
        edge.waiting.pid = rows->number(row, u"id");
        edge.wants = rows->text(row, u"mode");
        edge.target = rows->text(row, u"target").remove(u'`');
        if (!rows->isNull(row, u"waited"))
            edge.waited = milliseconds(rows->number(row, u"waited"));
        for (const RowLock &holder : holders.value(rows->text(row, u"tag"))) {
            if (holder.id == edge.waiting.pid || !rowModesConflict(edge.wants, holder.mode))
                continue;
            edge.blocking.pid = holder.id;
            edge.held = holder.mode;
            edges << edge;
            break;
        }
    }
    return edges;
}

/// MySQL has it on from the start.
Result<bool> MariaDbLockReader::hasInstrument(Session &session)
{
    const Result<Rows> rows = session.query(u"SELECT 1 FROM performance_schema.setup_instruments "
                                            "WHERE NAME = 'wait/lock/metadata/sql/mdl' AND ENABLED = 'YES'"_s);
    if (!rows && isDenied(rows.error()))
        return false;
    if (!rows)
        return std::unexpected(rows.error());
    return !rows->isEmpty();
}

/// Asked each time: a DBA who reads that it is missing installs it now.
Result<bool> MariaDbLockReader::hasPlugin(Session &session)
{
    if (m_mySql)
        return false;
    const Result<Rows> rows =
        session.query(u"SELECT 1 FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'METADATA_LOCK_INFO' "
                      "AND PLUGIN_STATUS = 'ACTIVE'"_s);
    if (!rows)
        return std::unexpected(rows.error());
    return !rows->isEmpty();
}

Result<MariaDbLockReader::MetadataEdges> MariaDbLockReader::metadataEdges(Session &session,
                                                                          const QList<MariaDbWait> &waits)
{
    QSet<qint64> unexplained;
    for (const MariaDbWait &wait : waits)
        unexplained << wait.id;
    MetadataEdges found;
    const Result<bool> instrument = hasInstrument(session);
    if (!instrument)
        return std::unexpected(instrument.error());
    if (*instrument) {
        const Result<Rows> rows = session.query(instrumentLocksSql);
        if (!rows && !isDenied(rows.error()))
            return std::unexpected(rows.error());
        found.seen = rows.has_value();
        if (rows)
            found.edges = metadataLockEdges(*rows);
        for (const LockEdge &edge : std::as_const(found.edges))
            unexplained.remove(edge.waiting.pid);
    }
    if (unexplained.isEmpty())
        return found;
    const Result<bool> plugin = hasPlugin(session);
    if (!plugin)
        return std::unexpected(plugin.error());
    if (*plugin) {
        const Result<Rows> rows = session.query(pluginEdgesSql);
        if (!rows)
            return std::unexpected(rows.error());
        found.seen = true;
        for (const LockEdge &edge : readEdges(*rows)) {
            if (unexplained.contains(edge.waiting.pid))
                found.edges << edge;
        }
    }
    return found;
}

Result<QList<LockEdge>> MariaDbLockReader::userLockEdges(Session &session, const QList<MariaDbWait> &waits)
{
    QList<LockEdge> edges;
    for (const MariaDbWait &wait : waits) {
        const QString name = wait.state == u"User lock" ? userLockIn(wait.statement) : QString();
        if (name.isEmpty())
            continue;
        const Result<Rows> holder = session.query(u"SELECT IS_USED_LOCK(?) AS id"_s, {name});
        if (!holder)
            return std::unexpected(holder.error());
        if (holder->isNull(0, u"id")) // it is free by now
            continue;
        const QString tool = userLockName(name, wait.database);
        LockEdge edge;
        edge.waiting.pid = wait.id;
        edge.blocking.pid = holder->number(0, u"id");
        edge.target = tool.isEmpty() ? u"user lock %1"_s.arg(name) : u"user lock %1 (%2)"_s.arg(name, tool);
        edge.waited = wait.waited;
        edges << edge;
    }
    return edges;
}

Result<QList<LockSession>> MariaDbLockReader::sessions(Session &session, const QSet<qint64> &ids)
{
    QStringList list;
    for (qint64 id : ids)
        list << QString::number(id);
    const QString started = m_seesInnoDb
                                ? u", (SELECT MIN(UNIX_TIMESTAMP(trx_started)) FROM information_schema.INNODB_TRX t "
                                  "WHERE t.trx_mysql_thread_id = p.ID) AS started"_s
                                : u", NULL AS started"_s;
    const Result<Rows> rows = session.query(sessionsSql.arg(started, list.join(u',')));
    if (!rows)
        return std::unexpected(rows.error());
    QList<LockSession> sessions;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockSession one = sessionFrom(*rows, row);
        if (!m_mayKill && one.user != m_loginName)
            one.missingRight = m_killPrivilege;
        sessions << one;
    }
    return sessions;
}

/// The plugin first: it knows locks that are older than the instrument's being switched on.
Result<QStringList> MariaDbLockReader::tableLocks(Session &session, qint64 id)
{
    const Result<bool> plugin = hasPlugin(session);
    if (!plugin)
        return std::unexpected(plugin.error());
    const Result<bool> instrument = *plugin ? Result<bool>(false) : hasInstrument(session);
    if (!instrument)
        return std::unexpected(instrument.error());
    if (!*plugin && !*instrument)
        return QStringList();
    const Result<Rows> rows = session.query((*plugin ? heldByPluginSql : heldByInstrumentSql).arg(id));
    if (!rows && !isDenied(rows.error()))
        return std::unexpected(rows.error());
    QStringList locks;
    for (qsizetype row = 0; rows && row < rows->rows.size(); ++row)
        locks << rows->text(row, u"target") + u' ' + rows->text(row, u"mode");
    return locks;
}

} // namespace Whimbrel
