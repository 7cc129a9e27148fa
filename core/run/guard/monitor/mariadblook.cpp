// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/monitor/mariadblook.h"

#include "sql/passwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr auto holdersSql = R"(
SELECT m.THREAD_ID AS id, m.LOCK_MODE AS mode, m.TABLE_SCHEMA AS table_schema, m.TABLE_NAME AS table_name, p.USER AS user, p.COMMAND AS command,
       p.STATE AS state, LEFT(p.INFO, 300) AS info, p.QUERY_ID AS query_id, ROUND(p.TIME_MS) AS in_state, %1 AS held
FROM information_schema.METADATA_LOCK_INFO m LEFT JOIN information_schema.PROCESSLIST p ON p.ID = m.THREAD_ID
WHERE m.LOCK_TYPE = 'Table metadata lock' AND m.THREAD_ID <> %2 AND (m.TABLE_SCHEMA, m.TABLE_NAME) IN (%3))";

/// In whole seconds, rounded up: InnoDB tells no more.
constexpr auto agesSql = "SELECT trx_mysql_thread_id AS id, TIMESTAMPDIFF(SECOND, trx_started, NOW()) AS age FROM information_schema.INNODB_TRX";

constexpr auto tableWaitsSql = R"(
SELECT ID AS id, USER AS user, LEFT(INFO, 300) AS info, ROUND(TIME_MS) AS waited FROM information_schema.PROCESSLIST
WHERE STATE = 'Waiting for table metadata lock' AND (ID = %1 OR %2))";

/// Of no privilege, never out of date and cheap, but not told for whom they wait.
constexpr auto rowWaitCountSql =
    "SELECT VARIABLE_VALUE AS waits FROM information_schema.GLOBAL_STATUS WHERE VARIABLE_NAME = 'INNODB_ROW_LOCK_CURRENT_WAITS'";

constexpr auto rowWaitsSql = R"(
SELECT DISTINCT r.trx_mysql_thread_id AS id, p.QUERY_ID AS query_id, b.trx_rows_modified AS to_undo, b.trx_state = 'LOCK WAIT' AS run_waits
FROM information_schema.INNODB_LOCK_WAITS w
JOIN information_schema.INNODB_TRX b ON b.trx_id = w.blocking_trx_id AND b.trx_mysql_thread_id = %1
JOIN information_schema.INNODB_TRX r ON r.trx_id = w.requesting_trx_id
JOIN information_schema.PROCESSLIST p ON p.ID = r.trx_mysql_thread_id)";

constexpr auto rowWaitersSql = R"(
SELECT ID AS id, USER AS user, LEFT(INFO, 300) AS info, ROUND(TIME_MS) AS waited FROM information_schema.PROCESSLIST WHERE (ID, QUERY_ID) IN (%1))";

/// InnoDB tells the same again to whoever asks within 100 ms after the last time, and never anything new to whoever does so again and again.
constexpr milliseconds innoDbInterval = 105ms;
constexpr milliseconds betweenLooks = 20ms; ///< that a victim may have waited before it was seen

/// Empty where the role may not see the session.
QString stateOf(const Rows &rows, qsizetype row)
{
    const QString command = rows.text(row, u"command");
    const QString state = rows.text(row, u"state");
    if (command == "Sleep"_L1)
        return u"idle in transaction"_s;
    return state.isEmpty() ? command : state;
}

QString schemaOf(const ObjectName &name, const Session &session)
{
    return name.schema.isEmpty() ? session.settings().database : name.schema;
}

} // namespace

Result<> MariaDbLook::prepare(Session &session)
{
    if (m_prepared)
        return {};
    const Result<Rows> plugin = session.query(u"SELECT 1 FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'METADATA_LOCK_INFO' "
                                              "AND PLUGIN_STATUS = 'ACTIVE'"_s);
    if (!plugin)
        return std::unexpected(plugin.error());
    m_seesHolders = !plugin->isEmpty();
    m_seesInnoDb = session.query(u"SELECT 1 FROM information_schema.INNODB_METRICS LIMIT 1"_s).has_value(); // of the same privilege
    m_tellsLockTime = m_seesHolders && session.query(u"SELECT LOCK_TIME_MS FROM information_schema.METADATA_LOCK_INFO LIMIT 1"_s).has_value();
    m_clock.start();
    m_prepared = true;
    return {};
}

/// How long transactions have been open, by session, as InnoDB told last. It is asked only as often as it has something new to tell.
Result<> MariaDbLook::lookAtTransactions(Session &session)
{
    if (!m_seesInnoDb || (m_sinceInnoDb.isValid() && m_sinceInnoDb.durationElapsed() < innoDbInterval))
        return {};
    const Result<Rows> rows = session.query(QString::fromLatin1(agesSql));
    m_sinceInnoDb.start();
    if (!rows)
        return std::unexpected(rows.error());
    m_transactionAges.clear();
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        qint64 &age = m_transactionAges[rows->number(row, u"id")];
        age = std::max<qint64>(age, 1000 * (rows->number(row, u"age") - 1));
    }
    return {};
}

Result<QList<LockHolder>> MariaDbLook::holders(Session &session, const QList<LockNeed> &needs)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QList<LockHolder> holders;
    if (!m_seesHolders || needs.isEmpty())
        return holders;
    if (const Result<> looked = lookAtTransactions(session); !looked)
        return std::unexpected(looked.error());
    QStringList names;
    for (const LockNeed &need : needs)
        names << u"(%1, %2)"_s.arg(session.quotedLiteral(schemaOf(need.relation, session)), session.quotedLiteral(need.relation.name));
    const Result<Rows> rows = session.query(QString::fromLatin1(holdersSql)
                                                .arg(m_tellsLockTime ? "m.LOCK_TIME_MS"_L1 : "NULL"_L1, QString::number(m_run.pid), names.join(u", "_s)));
    if (!rows)
        return std::unexpected(rows.error());
    QHash<QString, qint64> seen;
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        LockHolder holder;
        holder.backend.pid = rows->number(row, u"id");
        holder.user = rows->text(row, u"user");
        holder.relation = {rows->text(row, u"table_schema"), rows->text(row, u"table_name")};
        holder.mode = rows->text(row, u"mode");
        holder.query = withoutPasswords(rows->text(row, u"info")).simplified();
        holder.state = stateOf(*rows, row);
        setAge(holder, *rows, row, seen);
        holders << holder;
    }
    m_firstSeen = seen;
    return holders;
}

/// Since we saw this statement first; or for as long as it has run, the session has slept since, or the lock is held; or as InnoDB says,
/// less the second that it may be wrong.
void MariaDbLook::setAge(LockHolder &holder, const Rows &rows, qsizetype row, QHash<QString, qint64> &seen) const
{
    const QString key = QString::number(holder.backend.pid) + u'/' + rows.text(row, u"query_id");
    const qint64 now = m_clock.elapsed();
    seen.insert(key, m_firstSeen.value(key, now));
    // Of a session that the role may not see, only the lock's own time tells one transaction from the next.
    const bool isSeen = !rows.isNull(row, u"query_id") || rows.isNull(row, u"held");
    const qint64 observed = isSeen ? now - seen.value(key) : 0;
    const qint64 told = m_transactionAges.value(holder.backend.pid);
    holder.age = milliseconds(std::max({observed, told, qint64(rows.number(row, u"in_state")), qint64(rows.number(row, u"held"))}));
}

Result<QList<Victim>> MariaDbLook::victims(Session &session, const QList<LockNeed> &needs)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    m_isRunWaiting = false;
    QHash<qint64, qint64> since;
    QList<Victim> victims;
    if (!needs.isEmpty()) {
        const Result<Rows> waits = tableWaits(session, needs);
        if (!waits)
            return std::unexpected(waits.error());
        addVictims(victims, *waits, since);
    }
    if (m_seesInnoDb) {
        const Result<Rows> waits = lookAtRows(session).and_then([&] { return rowWaits(session); });
        if (!waits)
            return std::unexpected(waits.error());
        addVictims(victims, *waits, since);
    }
    m_victimsSince = since;
    return victims;
}

/// And the run itself, where it waits for one.
Result<Rows> MariaDbLook::tableWaits(Session &session, const QList<LockNeed> &needs) const
{
    QStringList tables;
    for (const LockNeed &need : needs)
        tables << u"LOCATE(%1, INFO) > 0"_s.arg(session.quotedLiteral(need.relation.name));
    return session.query(QString::fromLatin1(tableWaitsSql).arg(QString::number(m_run.pid), tables.join(u" OR "_s)));
}

/// InnoDB is asked only when somebody waits for a row, so that the first answer is a new one.
Result<> MariaDbLook::lookAtRows(Session &session)
{
    const Result<Rows> count = session.query(QString::fromLatin1(rowWaitCountSql));
    if (!count)
        return std::unexpected(count.error());
    if (!count->isEmpty() && count->number(0, u"waits") == 0) {
        m_rowWaits.clear();
        m_waitsForRow = false;
        return {};
    }
    if (m_sinceInnoDb.isValid() && m_sinceInnoDb.durationElapsed() < innoDbInterval)
        return {};
    const Result<Rows> rows = session.query(QString::fromLatin1(rowWaitsSql).arg(m_run.pid));
    m_sinceInnoDb.start();
    if (!rows)
        return std::unexpected(rows.error());
    m_rowWaits.clear();
    for (qsizetype row = 0; row < rows->rows.size(); ++row) {
        m_rowWaits << RowWait{.pid = rows->number(row, u"id"), .query = rows->number(row, u"query_id"), .rowsToUndo = rows->number(row, u"to_undo")};
        m_waitsForRow = rows->boolean(row, u"run_waits");
    }
    return {};
}

/// Those of lookAtRows() whose statement has not ended since.
Result<Rows> MariaDbLook::rowWaits(Session &session)
{
    m_isRunWaiting = m_isRunWaiting || m_waitsForRow;
    if (m_rowWaits.isEmpty())
        return Rows();
    QStringList statements;
    for (const RowWait &wait : std::as_const(m_rowWaits))
        statements << u"(%1, %2)"_s.arg(wait.pid).arg(wait.query);
    return session.query(QString::fromLatin1(rowWaitersSql).arg(statements.join(u", "_s)));
}

void MariaDbLook::addVictims(QList<Victim> &victims, const Rows &rows, QHash<qint64, qint64> &since)
{
    const qint64 now = m_clock.elapsed();
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        Victim victim;
        victim.backend.pid = rows.number(row, u"id");
        const bool isRun = victim.backend.pid == m_run.pid;
        m_isRunWaiting = m_isRunWaiting || isRun;
        if (isRun && m_seesInnoDb)
            continue;
        victim.isAssumed = isRun; // somebody may wait behind it
        victim.user = rows.text(row, u"user");
        victim.query = withoutPasswords(rows.text(row, u"info")).simplified();
        since.insert(victim.backend.pid, m_victimsSince.value(victim.backend.pid, now));
        const milliseconds seen = milliseconds(now - since.value(victim.backend.pid)) + betweenLooks;
        victim.waited = rows.isNull(row, u"waited") ? seen : std::min(seen, milliseconds(rows.number(row, u"waited")));
        if (const auto wait = std::ranges::find(m_rowWaits, victim.backend.pid, &RowWait::pid); wait != m_rowWaits.cend())
            victim.rowsToUndo = std::max<qint64>(wait->rowsToUndo, 1);
        victims << victim;
    }
}

} // namespace Whimbrel
