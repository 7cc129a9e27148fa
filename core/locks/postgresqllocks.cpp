// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqllocks.h"

#include "locks/lockmodes.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

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
    if (lock.database != 0 && lock.database != m_names.database)
        return u"relation %1 in database %2"_s.arg(lock.relation).arg(lock.database);
    return m_names.relations.value(lock.relation, u"relation %1"_s.arg(lock.relation));
}

/// A wait for a row shows the transaction that wrote it. The row's table is known while the first waiter holds its lock
/// on the tuple; else it is the one table, if there is only one, that the waiter has locked for writing rows.
QString PostgreSqlLockMatcher::rowsTable(const PostgreSqlLock &wanted) const
{
    QSet<QString> candidates;
    for (qsizetype i : m_byPid.value(wanted.pid)) {
        const PostgreSqlLock &lock = m_locks[i];
        if (lock.granted && lock.type == u"tuple")
            return u"row of "_s + relationName(lock);
        if (lock.granted && lock.type == u"relation" && lock.database == m_names.database
            && m_names.tables.contains(lock.relation))
            candidates.insert(relationName(lock));
    }
    return candidates.size() == 1 ? u"probably a row of "_s + *candidates.cbegin() : QString();
}

QString PostgreSqlLockMatcher::target(const PostgreSqlLock &lock) const
{
    if (lock.type == u"tuple")
        return u"row of "_s + relationName(lock);
    if (lock.relation >= 0)
        return relationName(lock);
    if (lock.type == u"advisory") {
        if (lock.objectSubId == 1) // one 64-bit key, in two halves
            return u"advisory(%1)"_s.arg(static_cast<qint64>(static_cast<quint64>(lock.classId) << 32
                                                              | static_cast<quint64>(lock.objectId)));
        return u"advisory(%1, %2)"_s.arg(static_cast<qint32>(lock.classId)).arg(static_cast<qint32>(lock.objectId));
    }
    if (lock.type == u"transactionid") {
        const QString transaction = u"transaction "_s + lock.transactionId;
        const QString table = rowsTable(lock);
        return table.isEmpty() ? transaction : table + u", "_s + transaction;
    }
    if (lock.type == u"virtualxid")
        return u"virtual transaction "_s + lock.virtualXid;
    return m_names.objects.value(lock.tag, lock.type);
}

} // namespace Whimbrel
