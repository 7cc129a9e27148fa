// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/mariadblook.h"

#include "sql/passwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr auto holdersSql = R"(
SELECT m.THREAD_ID AS id, m.LOCK_MODE AS mode, m.TABLE_SCHEMA AS table_schema, m.TABLE_NAME AS table_name, p.USER AS user, p.COMMAND AS command,
       p.STATE AS state, LEFT(p.INFO, 300) AS info, p.QUERY_ID AS query_id,
       ROUND(p.TIME_MS) AS in_state, %1 AS age
FROM information_schema.METADATA_LOCK_INFO m JOIN information_schema.PROCESSLIST p ON p.ID = m.THREAD_ID
WHERE m.LOCK_TYPE = 'Table metadata lock' AND m.THREAD_ID <> %2 AND (m.TABLE_SCHEMA, m.TABLE_NAME) IN (%3))";

/// In whole seconds, rounded up: InnoDB tells no more.
constexpr auto ageSql = "(SELECT MAX(TIMESTAMPDIFF(SECOND, trx_started, NOW())) FROM information_schema.INNODB_TRX t "
                        "WHERE t.trx_mysql_thread_id = m.THREAD_ID)";

constexpr auto tableVictimsSql = R"(
SELECT ID AS id, USER AS user, LEFT(INFO, 300) AS info, ROUND(TIME_MS) AS waited FROM information_schema.PROCESSLIST
WHERE STATE = 'Waiting for table metadata lock' AND ID <> %1 AND (%2))";

constexpr auto rowVictimsSql = R"(
SELECT DISTINCT r.trx_mysql_thread_id AS id, p.USER AS user, LEFT(p.INFO, 300) AS info, ROUND(p.TIME_MS) AS waited
FROM information_schema.INNODB_LOCK_WAITS w
JOIN information_schema.INNODB_TRX b ON b.trx_id = w.blocking_trx_id AND b.trx_mysql_thread_id = %1
JOIN information_schema.INNODB_TRX r ON r.trx_id = w.requesting_trx_id
JOIN information_schema.PROCESSLIST p ON p.ID = r.trx_mysql_thread_id)";

constexpr milliseconds betweenLooks = 20ms; ///< that a victim may have waited before it was seen

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
    m_seesInnoDb = session.query(u"SELECT 1 FROM information_schema.INNODB_TRX LIMIT 1"_s).has_value();
    m_clock.start();
    m_prepared = true;
    return {};
}

Result<QList<LockHolder>> MariaDbLook::holders(Session &session, const QList<LockNeed> &needs)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QList<LockHolder> holders;
    if (!m_seesHolders || needs.isEmpty())
        return holders;
    QStringList names;
    for (const LockNeed &need : needs)
        names << u"(%1, %2)"_s.arg(session.quotedLiteral(schemaOf(need.relation, session)), session.quotedLiteral(need.relation.name));
    const Result<Rows> rows = session.query(QString::fromLatin1(holdersSql)
                                                .arg(m_seesInnoDb ? QLatin1StringView(ageSql) : "NULL"_L1, QString::number(m_run.pid), names.join(u", "_s)));
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
        const bool isIdle = rows->text(row, u"command") == "Sleep"_L1;
        holder.state = isIdle ? u"idle in transaction"_s : rows->text(row, u"state").isEmpty() ? rows->text(row, u"command") : rows->text(row, u"state");
        setAge(holder, *rows, row, seen);
        holders << holder;
    }
    m_firstSeen = seen;
    return holders;
}

/// Since we saw this statement first; or for as long as it has run, or the session has slept since; or as InnoDB says, less the second
/// that it may be wrong.
void MariaDbLook::setAge(LockHolder &holder, const Rows &rows, qsizetype row, QHash<QString, qint64> &seen) const
{
    const QString key = QString::number(holder.backend.pid) + u'/' + rows.text(row, u"query_id");
    const qint64 now = m_clock.elapsed();
    seen.insert(key, m_firstSeen.value(key, now));
    const qint64 told = rows.isNull(row, u"age") ? 0 : 1000 * (rows.number(row, u"age") - 1);
    holder.age = milliseconds(std::max({now - seen.value(key), told, qint64(rows.number(row, u"in_state"))}));
}

Result<QList<Victim>> MariaDbLook::victims(Session &session, const QList<LockNeed> &needs)
{
    if (const Result<> prepared = prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QHash<qint64, qint64> since;
    QList<Victim> victims;
    if (!needs.isEmpty()) {
        QStringList tables;
        for (const LockNeed &need : needs)
            tables << u"LOCATE(%1, INFO) > 0"_s.arg(session.quotedLiteral(need.relation.name));
        const Result<Rows> rows = session.query(QString::fromLatin1(tableVictimsSql).arg(QString::number(m_run.pid), tables.join(u" OR "_s)));
        if (!rows)
            return std::unexpected(rows.error());
        victims << victimsFrom(*rows, since);
    }
    if (m_seesInnoDb) {
        const Result<Rows> rows = session.query(QString::fromLatin1(rowVictimsSql).arg(m_run.pid));
        if (!rows)
            return std::unexpected(rows.error());
        victims << victimsFrom(*rows, since);
    }
    m_victimsSince = since;
    return victims;
}

QList<Victim> MariaDbLook::victimsFrom(const Rows &rows, QHash<qint64, qint64> &since) const
{
    const qint64 now = m_clock.elapsed();
    QList<Victim> victims;
    for (qsizetype row = 0; row < rows.rows.size(); ++row) {
        Victim victim;
        victim.backend.pid = rows.number(row, u"id");
        victim.user = rows.text(row, u"user");
        victim.query = withoutPasswords(rows.text(row, u"info")).simplified();
        since.insert(victim.backend.pid, m_victimsSince.value(victim.backend.pid, now));
        const milliseconds seen = milliseconds(now - since.value(victim.backend.pid)) + betweenLooks;
        victim.waited = rows.isNull(row, u"waited") ? seen : std::min(seen, milliseconds(rows.number(row, u"waited")));
        victims << victim;
    }
    return victims;
}

} // namespace Whimbrel
