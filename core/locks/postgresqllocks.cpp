// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqllocks.h"

#include "locks/advisorynames.h"
#include "locks/lockmodes.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype candidateLimit = 3; ///< of tables that a row may be of: more would tell nothing

/// Relations of the catalog have the same oid in every database; their names are needed most while they cannot be read.
struct SystemRelation { qint64 oid; QLatin1StringView name; };

constexpr SystemRelation systemRelations[] = {
    {1213, "pg_tablespace"_L1}, {1214, "pg_shdepend"_L1},  {1247, "pg_type"_L1},         {1249, "pg_attribute"_L1},
    {1255, "pg_proc"_L1},       {1259, "pg_class"_L1},     {1260, "pg_authid"_L1},       {1261, "pg_auth_members"_L1},
    {1262, "pg_database"_L1},   {2604, "pg_attrdef"_L1},   {2606, "pg_constraint"_L1},   {2608, "pg_depend"_L1},
    {2610, "pg_index"_L1},      {2611, "pg_inherits"_L1},  {2615, "pg_namespace"_L1},    {2617, "pg_operator"_L1},
    {2618, "pg_rewrite"_L1},    {2619, "pg_statistic"_L1}, {2620, "pg_trigger"_L1},      {2964, "pg_db_role_setting"_L1},
};

} // namespace

std::optional<qint64> PostgreSqlLock::advisoryKey() const
{
    if (type != u"advisory" || objectSubId != 1)
        return std::nullopt;
    return static_cast<qint64>(static_cast<quint64>(classId) << 32 | static_cast<quint64>(objectId));
}

QList<qint64> readPostgreSqlArray(QStringView text)
{
    QList<qint64> numbers;
    const auto parts = text.mid(1, text.size() - 2).split(u',', Qt::SkipEmptyParts);
    for (QStringView part : parts)
        numbers << part.toLongLong();
    return numbers;
}

QString writePostgreSqlArray(const QList<qint64> &numbers)
{
    QStringList texts;
    for (qint64 number : numbers)
        texts << QString::number(number);
    return u'{' + texts.join(u',') + u'}';
}

PostgreSqlLockMatcher::PostgreSqlLockMatcher(QList<PostgreSqlLock> locks, PostgreSqlNames names)
    : m_locks(std::move(locks)), m_names(std::move(names))
{
    for (qsizetype i = 0; i < m_locks.size(); ++i) {
        m_byTag[m_locks[i].tag] << i;
        m_byPid[m_locks[i].pid] << i;
    }
}

const PostgreSqlLock *PostgreSqlLockMatcher::waitingLock(qint64 pid) const
{
    for (qsizetype i : m_byPid.value(pid)) {
        if (!m_locks[i].granted)
            return &m_locks[i];
    }
    return nullptr;
}

QList<LockEdge> PostgreSqlLockMatcher::edges(const PostgreSqlWait &wait) const
{
    const PostgreSqlLock *wanted = waitingLock(wait.pid);
    if (!wanted)
        return {};
    LockEdge edge;
    edge.waiting.pid = wait.pid;
    edge.target = target(*wanted);
    edge.wants = wanted->mode;
    edge.waited = std::chrono::milliseconds(wanted->waitedMs);

    QList<LockEdge> edges;
    QSet<qint64> seen; // parallel workers make the server name a process more than once
    for (qint64 blocker : wait.blockers) {
        if (seen.contains(blocker))
            continue;
        seen.insert(blocker);
        if (blocker == 0) {
            edges << preparedEdges(edge, *wanted);
            continue;
        }
        QStringList held;
        for (qsizetype i : m_byTag.value(wanted->tag)) {
            const PostgreSqlLock &lock = m_locks[i];
            if (lock.granted && lock.pid == blocker && postgreSqlModesConflict(wanted->mode, lock.mode)
                && !held.contains(lock.mode))
                held << lock.mode;
        }
        edge.blocking.pid = blocker;
        edge.held = held.join(u", "_s);
        edge.kind = held.isEmpty() ? LockEdge::Kind::QueuedAhead : LockEdge::Kind::Holds;
        edges << edge;
    }
    return edges;
}

/// The server says only "0" for prepared transactions: find the ones that hold it, and their names.
QList<LockEdge> PostgreSqlLockMatcher::preparedEdges(const LockEdge &edge, const PostgreSqlLock &wanted) const
{
    QHash<QString, QString> transactions; // by virtual transaction
    for (qsizetype i : m_byPid.value(0)) {
        if (m_locks[i].type == u"transactionid" && m_locks[i].granted)
            transactions.insert(m_locks[i].virtualTransaction, m_locks[i].transactionId);
    }
    QList<LockEdge> edges;
    for (qsizetype i : m_byTag.value(wanted.tag)) {
        const PostgreSqlLock &lock = m_locks[i];
        if (lock.pid != 0 || !lock.granted || !postgreSqlModesConflict(wanted.mode, lock.mode))
            continue;
        LockEdge prepared = edge;
        prepared.held = lock.mode;
        prepared.blocking = {0, m_names.preparedGids.value(transactions.value(lock.virtualTransaction))};
        edges << prepared;
    }
    return edges;
}

QString PostgreSqlLockMatcher::relationName(const PostgreSqlLock &lock) const
{
    const auto system = std::ranges::find(systemRelations, lock.relation, &SystemRelation::oid);
    if (system != std::end(systemRelations))
        return system->name;
    if (lock.database != 0 && lock.database != m_names.database)
        return u"relation %1 in database %2"_s.arg(lock.relation).arg(lock.database);
    return m_names.relations.value(lock.relation, u"relation %1"_s.arg(lock.relation));
}

/// A wait for a row shows the transaction that wrote it. The row's table is known while the first waiter holds its lock
/// on the tuple; else it is one of the tables that the waiter has locked for writing or locking rows.
QString PostgreSqlLockMatcher::rowTarget(const PostgreSqlLock &wanted) const
{
    const QString transaction = u"transaction "_s + wanted.transactionId;
    QStringList candidates;
    for (qsizetype i : m_byPid.value(wanted.pid)) {
        const PostgreSqlLock &lock = m_locks[i];
        if (lock.granted && lock.type == u"tuple")
            return u"row of %1, %2"_s.arg(relationName(lock), transaction);
        if (lock.granted && lock.type == u"relation" && lock.database == m_names.database
            && m_names.tables.contains(lock.relation) && !candidates.contains(relationName(lock)))
            candidates << relationName(lock);
    }
    if (candidates.isEmpty() || candidates.size() > candidateLimit)
        return transaction;
    std::ranges::sort(candidates);
    return u"probably a row of %1, %2"_s.arg(candidates.join(u" or "_s), transaction);
}

QString PostgreSqlLockMatcher::advisoryTarget(const PostgreSqlLock &lock) const
{
    const std::optional<qint64> key = lock.advisoryKey();
    if (!key)
        return u"advisory lock (%1, %2)"_s.arg(static_cast<qint32>(lock.classId)).arg(static_cast<qint32>(lock.objectId));
    const bool known = lock.database == m_names.database && m_names.advisory.contains(*key);
    const QString name = known ? m_names.advisory.value(*key) : advisoryLockName(*key);
    const QString target = u"advisory lock %1"_s.arg(*key);
    return name.isEmpty() ? target : u"%1 (%2)"_s.arg(target, name);
}

QString PostgreSqlLockMatcher::target(const PostgreSqlLock &lock) const
{
    if (lock.type == u"tuple")
        return u"row of "_s + relationName(lock);
    if (lock.relation >= 0)
        return relationName(lock);
    if (lock.type == u"advisory")
        return advisoryTarget(lock);
    if (lock.type == u"transactionid")
        return rowTarget(lock);
    if (lock.type == u"virtualxid") {
        const QString target = u"virtual transaction "_s + lock.virtualXid;
        const QString build = m_names.builds.value(lock.pid);
        return build.isEmpty() ? target : u"%1 (%2)"_s.arg(target, build);
    }
    return m_names.objects.value(lock.tag, lock.type);
}

} // namespace Whimbrel
