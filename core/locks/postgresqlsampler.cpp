// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqlsampler.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

constexpr milliseconds detailsAge{2000};
constexpr milliseconds lockTableAge{2000};
constexpr milliseconds viewsAgain{2000}; ///< after they timed out: each try costs the monitor's lock_timeout
constexpr milliseconds fallbackInterval{1000};

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

/// The edges that the lock table explains, between the sessions that are still there.
QList<LockEdge> edgesOf(const PostgreSqlLockMatcher &matcher, const QList<PostgreSqlWait> &waits,
                        const QList<LockSession> &sessions)
{
    QHash<qint64, BackendId> backends;
    for (const LockSession &session : sessions)
        backends.insert(session.backend.pid, session.backend);
    QList<LockEdge> edges;
    for (const PostgreSqlWait &wait : waits) {
        for (LockEdge edge : matcher.edges(wait)) {
            edge.waiting = backends.value(edge.waiting.pid, edge.waiting);
            if (edge.blocking.pid != 0)
                edge.blocking = backends.value(edge.blocking.pid, edge.blocking);
            edges << edge;
        }
    }
    return edges;
}

} // namespace

Result<LockSample> PostgreSqlSampler::sample(Session &session)
{
    QElapsedTimer timer;
    timer.start();
    Result<LockSample> sample = takeSample(session);
    if (sample) {
        tellLimits(*sample);
        tellRights(*sample);
        sample->takenAt = QDateTime::currentDateTimeUtc();
        sample->cost = std::chrono::microseconds(timer.nsecsElapsed() / 1000);
    }
    return sample;
}

Result<LockSample> PostgreSqlSampler::takeSample(Session &session)
{
    if (const Result<> prepared = m_reader.prepare(session); !prepared)
        return PostgreSqlLockReader::isTimeout(prepared.error()) ? Result<LockSample>(blindSample())
                                                                 : std::unexpected(prepared.error());
    if (!m_sinceTimeout.isValid() || m_sinceTimeout.hasExpired(viewsAgain.count())) {
        Result<LockSample> sample = sampleFrom(session, Source::Views);
        if (sample || !PostgreSqlLockReader::isTimeout(sample.error())) {
            m_sinceTimeout.invalidate();
            return sample;
        }
        m_sinceTimeout.start();
        m_sinceLockTable.invalidate();
        m_lastWaits.clear();
    }
    m_interval = fallbackInterval;
    Result<LockSample> sample = sampleFrom(session, Source::Functions);
    if (!sample)
        return PostgreSqlLockReader::isTimeout(sample.error()) ? Result<LockSample>(blindSample()) : sample;
    sample->notes << LockNote{
        LockNote::Kind::Fallback,
        tr("A system table of the server is locked: sessions and locks are read without the names of users "
           "and tables."),
        {}};
    return sample;
}

Result<QList<PostgreSqlWait>> PostgreSqlSampler::askWaits(Session &session, Source source)
{
    const bool quiet = m_lastWaits.isEmpty() && m_sinceLockTable.isValid() && !m_sinceLockTable.hasExpired(lockTableAge.count());
    if (source == Source::Views && !m_reader.seesAll() && quiet) {
        const Result<bool> any = m_reader.mayWait(session);
        if (!any)
            return std::unexpected(any.error());
        if (!*any)
            return {};
    }
    m_sinceLockTable.start();
    return m_reader.waits(session, source);
}

Result<LockSample> PostgreSqlSampler::sampleFrom(Session &session, Source source)
{
    QElapsedTimer timer;
    timer.start();
    const Result<QList<PostgreSqlWait>> waits = askWaits(session, source);
    if (!waits)
        return std::unexpected(waits.error());
    if (source == Source::Views) {
        m_waitsCost = milliseconds(timer.elapsed());
        m_interval = intervalAfter(m_waitsCost);
    }
    if (waits->isEmpty()) {
        m_lastWaits.clear();
        return LockSample();
    }
    const milliseconds age{m_sinceDetails.isValid() ? m_sinceDetails.elapsed() : 0};
    if (*waits == m_lastWaits && age < detailsAge)
        return lastDetails(age);
    Result<LockSample> sample = details(session, source, *waits);
    if (sample) {
        m_lastWaits = *waits;
        m_lastDetails = *sample;
        m_sinceDetails.start();
    }
    return sample;
}

LockSample PostgreSqlSampler::lastDetails(milliseconds age) const
{
    LockSample sample = m_lastDetails;
    for (LockEdge &edge : sample.edges) {
        if (edge.waited.count() >= 0)
            edge.waited += age;
    }
    return sample;
}

Result<LockSample> PostgreSqlSampler::details(Session &session, Source source, const QList<PostgreSqlWait> &waits)
{
    const QList<qint64> pids = involved(waits);
    Result<QList<PostgreSqlLock>> locks = m_reader.locks(session, source, waits, pids);
    if (!locks)
        return std::unexpected(locks.error());
    LockSample sample;
    if (std::ranges::any_of(waits, [](const PostgreSqlWait &wait) { return wait.blockers.contains(0); })) {
        const Result<QList<LockSession>> prepared = m_reader.prepared(session, source);
        if (!prepared)
            return std::unexpected(prepared.error());
        sample.sessions << *prepared;
    }
    const Result<QList<LockSession>> sessions = m_reader.sessions(session, source, pids);
    if (!sessions)
        return std::unexpected(sessions.error());
    sample.sessions << *sessions;
    if (source == Source::Views) {
        const Result<> named =
            m_reader.readNames(session, *locks).and_then([&] { return m_reader.readBuilds(session, waits); });
        if (!named && !PostgreSqlLockReader::isTimeout(named.error()))
            return std::unexpected(named.error());
        if (!named)
            sample.notes << LockNote{LockNote::Kind::Fallback,
                                     tr("A system table of the server is locked: what is waited for cannot be named."),
                                     {}};
    }
    sample.edges = edgesOf(PostgreSqlLockMatcher(std::move(*locks), m_reader.names()), waits, *sessions);
    QSet<BackendId> named;
    for (LockEdge &edge : sample.edges) {
        edge.waitedAtMost = !m_reader.tellsWaitStart();
        named << edge.waiting << edge.blocking;
    }
    // Who was only involved when the first query ran is gone.
    sample.sessions.removeIf([&](const LockSession &one) { return !named.contains(one.backend); });
    return sample;
}

LockSample PostgreSqlSampler::blindSample() const
{
    LockSample sample;
    sample.notes << LockNote{
        LockNote::Kind::Fallback,
        tr("System tables of the server are locked, so that it cannot even tell who waits. New connections "
           "may hang as well. Somebody runs LOCK, VACUUM FULL or REINDEX on a system table, or waits to."),
        {}};
    return sample;
}

void PostgreSqlSampler::tellLimits(LockSample &sample) const
{
    if (!m_reader.seesAll())
        sample.notes << LockNote{
            LockNote::Kind::Limited,
            tr("Limited view: this role cannot see the statements and states of other roles' sessions."),
            u"GRANT pg_monitor TO %1;"_s.arg(m_reader.user())};
    if (m_interval > milliseconds(500) && !m_sinceTimeout.isValid())
        sample.notes << slowNote(m_waitsCost, m_interval);
}

void PostgreSqlSampler::tellRights(LockSample &sample) const
{
    const auto isMissing = [&sample](const QString &right) {
        return std::ranges::any_of(sample.sessions, [&](const LockSession &one) { return one.missingRight == right; });
    };
    if (isMissing(u"pg_signal_backend"_s))
        sample.notes << LockNote{LockNote::Kind::Rights,
                                 tr("This role may not cancel or terminate the sessions of other roles."),
                                 u"GRANT pg_signal_backend TO %1;"_s.arg(m_reader.user())};
    if (isMissing(u"superuser"_s))
        sample.notes << LockNote{
            LockNote::Kind::Rights,
            tr("Sessions of superusers and of the server itself can be cancelled by a superuser only."),
            {}};
}

Result<std::optional<LockSession>> PostgreSqlSampler::look(Session &session, const BackendId &backend)
{
    if (const Result<> prepared = m_reader.prepare(session); !prepared)
        return std::unexpected(prepared.error());
    const auto find = [&](Source source) {
        return backend.pid == 0 ? m_reader.prepared(session, source)
                                : m_reader.sessions(session, source, {backend.pid});
    };
    Result<QList<LockSession>> found = find(Source::Views);
    if (!found && PostgreSqlLockReader::isTimeout(found.error())) // whoever locks the catalog is who is to be cancelled
        found = find(Source::Functions);
    if (!found)
        return std::unexpected(found.error());
    const auto isMeant = [&backend](const LockSession &one) {
        return one.backend.pid == backend.pid && (backend.backendStart.isEmpty() || one.backend == backend);
    };
    const auto same = std::ranges::find_if(*found, isMeant);
    return same == found->end() ? std::nullopt : std::optional(*same);
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
    if (const Result<> prepared = m_reader.prepare(session); !prepared)
        return std::unexpected(prepared.error());
    if (backend.pid == 0)
        return failure(ErrorKind::Refused,
                       tr("A prepared transaction has no process that could be cancelled. Nothing was changed."),
                       tr("End it in its own database with: %1")
                           .arg(u"ROLLBACK PREPARED %1;"_s.arg(session.quotedLiteral(backend.backendStart))));
    // pids are reused: the start must be the same too. It is hidden from a role that may not see others' sessions.
    const Result<Rows> rows = session.query(
        u"SELECT %1(pid) AS sent FROM pg_stat_get_activity(NULL) WHERE pid = ? AND %2 IS NOT DISTINCT FROM ?::text"_s
            .arg(function, backendStartSql),
        {backend.pid, backend.backendStart.isEmpty() ? QVariant() : QVariant(backend.backendStart)});
    if (rows)
        return !rows->isEmpty() && rows->boolean(0, u"sent");
    Error error = rows.error();
    if (error.code != u"42501")
        return std::unexpected(error);
    const Result<std::optional<LockSession>> target = look(session, backend);
    error.hint = rightHint(target && *target ? (*target)->missingRight : QString());
    return std::unexpected(error);
}

QString PostgreSqlSampler::rightHint(const QString &missingRight) const
{
    if (missingRight == u"superuser")
        return tr("Nothing was changed. Only a superuser may do it, because the session is a superuser's or the "
                  "server's own.");
    return tr("Nothing was changed. A superuser can allow it with: %1")
        .arg(u"GRANT pg_signal_backend TO %1;"_s.arg(m_reader.user()));
}

} // namespace Whimbrel
