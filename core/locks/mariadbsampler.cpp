// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/mariadbsampler.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

/// Who has these is told by the plugin and by the performance schema only.
bool isMetadataWait(const MariaDbWait &wait)
{
    return wait.state.endsWith(u"metadata lock") || wait.state == u"Waiting for backup lock";
}

} // namespace

Result<LockSample> MariaDbSampler::sample(Session &session)
{
    QElapsedTimer timer;
    timer.start();
    if (const Result<> prepared = m_reader.prepare(session); !prepared)
        return std::unexpected(prepared.error());
    QElapsedTimer cheap;
    cheap.start();
    const Result<QSet<qint64>> rowWaiters = m_reader.rowWaiters(session);
    if (!rowWaiters)
        return std::unexpected(rowWaiters.error());
    const Result<QList<MariaDbWait>> others = m_reader.otherWaiters(session);
    if (!others)
        return std::unexpected(others.error());
    const milliseconds cost(cheap.elapsed());
    m_interval = intervalAfter(cost);

    LockSample sample;
    const Result<bool> metadataSeen = addEdges(session, sample, *rowWaiters, *others);
    if (!metadataSeen)
        return std::unexpected(metadataSeen.error());
    addUnknown(sample, *rowWaiters, *others);
    if (const Result<> added = addSessions(session, sample); !added)
        return std::unexpected(added.error());
    tellLimits(sample, !*metadataSeen);
    if (m_interval > milliseconds(500))
        sample.notes << slowNote(cost, m_interval);
    sample.takenAt = QDateTime::currentDateTimeUtc();
    sample.cost = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    return sample;
}

/// False if somebody waits for a metadata lock and nobody tells who has it.
Result<bool> MariaDbSampler::addEdges(Session &session, LockSample &sample, const QSet<qint64> &rowWaiters,
                                      const QList<MariaDbWait> &others)
{
    if (!rowWaiters.isEmpty()) {
        const Result<QList<LockEdge>> edges = m_reader.rowEdges(session, rowWaiters.size());
        if (!edges)
            return std::unexpected(edges.error());
        sample.edges << *edges;
    }
    const Result<QList<LockEdge>> userLocks = m_reader.userLockEdges(session, others);
    if (!userLocks)
        return std::unexpected(userLocks.error());
    sample.edges << *userLocks;

    QList<MariaDbWait> metadataWaits = others;
    metadataWaits.removeIf([](const MariaDbWait &wait) { return !isMetadataWait(wait); });
    if (metadataWaits.isEmpty())
        return true;
    const Result<MariaDbLockReader::MetadataEdges> metadata = m_reader.metadataEdges(session, metadataWaits);
    if (!metadata)
        return std::unexpected(metadata.error());
    sample.edges << metadata->edges;
    return metadata->seen;
}

Result<> MariaDbSampler::addSessions(Session &session, LockSample &sample)
{
    QSet<qint64> ids;
    for (const LockEdge &edge : std::as_const(sample.edges)) {
        ids << edge.waiting.pid;
        if (edge.blockerKnown())
            ids << edge.blocking.pid;
    }
    if (ids.isEmpty())
        return {};
    const Result<QList<LockSession>> involved = m_reader.sessions(session, ids);
    if (!involved)
        return std::unexpected(involved.error());
    sample.sessions = *involved;
    m_known.clear();
    for (const LockSession &one : *involved)
        m_known.insert(one.backend.pid, one.user + u'@' + one.client);
    return {};
}

/// Those who wait and for whom no blocker was found are shown all the same.
void MariaDbSampler::addUnknown(LockSample &sample, const QSet<qint64> &rowWaiters,
                                const QList<MariaDbWait> &others) const
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
    for (const MariaDbWait &wait : others) {
        const QString waitingFor = u"Waiting for "_s;
        add(wait.id, wait.state.startsWith(waitingFor) ? wait.state.sliced(waitingFor.size()) : wait.state.toLower(),
            wait.waited);
    }
    for (qint64 id : rowWaiters)
        add(id, u"row"_s, milliseconds(-1));
}

void MariaDbSampler::tellLimits(LockSample &sample, bool metadataUnknown) const
{
    const auto add = [&sample](LockNote::Kind kind, const QString &text, const QString &remedy) {
        sample.notes << LockNote{kind, text, remedy};
    };
    if (!m_reader.seesInnoDb())
        add(LockNote::Kind::Limited,
            tr("Limited view: without the privilege PROCESS this user sees its own sessions only, and no waits for "
               "rows."),
            u"GRANT PROCESS ON *.* TO %1;"_s.arg(m_reader.user()));
    if (metadataUnknown && m_reader.isMySql())
        add(LockNote::Kind::Limited,
            tr("Who blocks a table's metadata lock is not known: that needs SELECT on performance_schema."),
            u"GRANT SELECT ON performance_schema.* TO %1;"_s.arg(m_reader.user()));
    else if (metadataUnknown)
        add(LockNote::Kind::Limited,
            tr("Who blocks a table's metadata lock is not known: that needs the server's plugin METADATA_LOCK_INFO."),
            u"INSTALL SONAME 'metadata_lock_info';"_s);
    if (std::ranges::any_of(sample.sessions, [](const LockSession &one) { return !one.missingRight.isEmpty(); }))
        add(LockNote::Kind::Rights, tr("This user may not cancel or terminate the sessions of other users."),
            u"GRANT %1 ON *.* TO %2;"_s.arg(m_reader.killPrivilege(), m_reader.user()));
}

Result<std::optional<LockSession>> MariaDbSampler::look(Session &session, const BackendId &backend)
{
    const Result<QList<LockSession>> found = m_reader.sessions(session, {backend.pid});
    if (!found)
        return std::unexpected(found.error());
    if (found->isEmpty())
        return std::nullopt;
    LockSession one = found->first();
    const auto known = m_known.constFind(backend.pid);
    if (known != m_known.cend() && *known != one.user + u'@' + one.client)
        return std::nullopt;
    const Result<QStringList> locks = m_reader.tableLocks(session, backend.pid);
    if (!locks)
        return std::unexpected(locks.error());
    one.holds = locks->join(u", "_s);
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
    if (const Result<> prepared = m_reader.prepare(session); !prepared)
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
                         .arg(u"GRANT %1 ON *.* TO %2;"_s.arg(m_reader.killPrivilege(), m_reader.user()));
    return std::unexpected(error);
}

} // namespace Whimbrel
