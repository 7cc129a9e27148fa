// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/incident.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace Whimbrel {

namespace {

using std::chrono::milliseconds;

/// How long each session has waited, in sum; one that waits for several counts once.
milliseconds sumOfWaits(const LockSample &sample)
{
    QHash<BackendId, milliseconds> waits;
    for (const LockEdge &edge : sample.edges) {
        milliseconds &wait = waits[edge.waiting];
        wait = std::max(wait, edge.waited);
    }
    milliseconds sum{0};
    for (const milliseconds &wait : std::as_const(waits))
        sum += wait;
    return sum;
}

QList<LockSession> strangersAtTheRoots(const BlockingTree &tree)
{
    QList<LockSession> sessions;
    for (const BlockingNode &root : tree.roots) {
        if (!root.session.own && !root.waits())
            sessions << root.session;
    }
    return sessions;
}

/// The longest that somebody else waits because of a session of ours, also through others.
milliseconds longestWaitForUs(const LockSample &sample)
{
    QMultiHash<BackendId, const LockEdge *> victims;
    for (const LockEdge &edge : sample.edges)
        victims.insert(edge.blocking, &edge);
    QList<BackendId> inTheWay;
    QSet<BackendId> ours;
    for (const LockSession &session : sample.sessions) {
        if (session.own) {
            inTheWay << session.backend;
            ours.insert(session.backend);
        }
    }
    QSet<BackendId> seen = ours;
    milliseconds longest{0};
    while (!inTheWay.isEmpty()) {
        const auto [begin, end] = std::as_const(victims).equal_range(inTheWay.takeLast());
        for (auto victim = begin; victim != end; ++victim) {
            const LockEdge &edge = **victim;
            if (!ours.contains(edge.waiting))
                longest = std::max(longest, edge.waited);
            if (seen.contains(edge.waiting))
                continue;
            seen.insert(edge.waiting);
            inTheWay << edge.waiting;
        }
    }
    return longest;
}

} // namespace

/// As the server tells it; where it does not, since we saw the session wait.
milliseconds IncidentWatch::longestWait(const LockSample &sample)
{
    milliseconds longest{0};
    QHash<BackendId, QDateTime> seen;
    for (const LockEdge &edge : sample.edges) {
        longest = std::max(longest, edge.waited);
        if (edge.waited.count() >= 0)
            continue;
        const QDateTime since = m_seenWaiting.value(edge.waiting, sample.takenAt);
        seen.insert(edge.waiting, since);
        longest = std::max(longest, milliseconds(since.msecsTo(sample.takenAt)));
    }
    m_seenWaiting = std::move(seen);
    return longest;
}

std::optional<Incident> IncidentWatch::take(const LockSample &sample, const BlockingTree &tree)
{
    m_lastLook = sample.takenAt;
    const milliseconds longest = longestWait(sample);
    const bool tooLong = longest > m_limits.anybody
        || (tree.waitingForUs > 0 && longestWaitForUs(sample) > m_limits.becauseOfUs);
    if (tooLong) {
        m_quietSince = {};
        extend(sample, tree, longest);
        return {};
    }
    if (!m_current)
        return {};
    if (!m_quietSince.isValid())
        m_quietSince = sample.takenAt;
    if (m_quietSince.msecsTo(sample.takenAt) < settling.count())
        return {};
    return end(m_quietSince, false);
}

void IncidentWatch::extend(const LockSample &sample, const BlockingTree &tree, milliseconds longest)
{
    if (!m_current) {
        m_current.emplace();
        m_current->since = sample.takenAt.addMSecs(-longest.count());
        m_worstSum = milliseconds(-1);
    }
    m_current->longestWait = std::max(m_current->longestWait, longest);
    m_current->becauseOfUs |= tree.waitingForUs > 0;
    const milliseconds sum = sumOfWaits(sample);
    if (sum < m_worstSum)
        return;
    m_worstSum = sum;
    m_current->worst = sample;
    m_current->worstAt = sample.takenAt;
    m_current->inTheWay = strangersAtTheRoots(tree);
    m_current->waiting = tree.waiting;
    m_current->waitingForUs = tree.waitingForUs;
}

std::optional<Incident> IncidentWatch::end(const QDateTime &until, bool cutShort)
{
    std::optional<Incident> ended = std::exchange(m_current, std::nullopt);
    ended->until = until;
    ended->cutShort = cutShort;
    m_quietSince = {};
    return ended;
}

std::optional<Incident> IncidentWatch::stop()
{
    m_seenWaiting.clear();
    if (!m_current)
        return {};
    return m_quietSince.isValid() ? end(m_quietSince, false) : end(m_lastLook, true);
}

} // namespace Whimbrel
