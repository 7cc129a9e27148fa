// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/blockingtree.h"

#include <QHash>

#include <optional>

namespace Whimbrel {

/// How long a wait may be before it is an incident.
struct IncidentLimits
{
    /// Whoever it is. PostgreSQL's log_lock_waits reports waits from this length on, too (deadlock_timeout).
    std::chrono::milliseconds anybody{1000};
    /// Others, because of a session of ours: the stall budget of the run.
    std::chrono::milliseconds becauseOfUs{100};

    bool operator==(const IncidentLimits &) const = default;
};

/// A time in which somebody waited for too long. Waits that overlap or follow each other within IncidentWatch::settling
/// are one.
struct Incident
{
    QDateTime since;   ///< when the first wait that became too long began
    QDateTime until;   ///< the first look without one; invalid while it goes on
    QDateTime worstAt;
    LockSample worst;  ///< when the sessions that waited had waited longest in sum
    QList<LockSession> inTheWay; ///< then: who waits for nobody and is not ours, most victims first
    int waiting = 0;      ///< at its worst
    int waitingForUs = 0; ///< of these: others, because of a session of ours
    std::chrono::milliseconds longestWait{0}; ///< of all its time
    bool becauseOfUs = false; ///< at some time somebody else waited because of a session of ours
    bool cutShort = false;    ///< watching ended before the waits did: `until` is when they were last seen

    bool isOn() const { return !until.isValid(); }
};

/// Finds incidents in samples that come one after another. A fold: it asks neither clock nor server. A value of one thread.
class IncidentWatch
{
public:
    /// Waits that begin anew so soon belong to the incident before.
    static constexpr std::chrono::milliseconds settling{2000};

    explicit IncidentWatch(const IncidentLimits &limits = {}) : m_limits(limits) {}

    void setLimits(const IncidentLimits &limits) { m_limits = limits; }
    const IncidentLimits &limits() const { return m_limits; }

    /// `tree` is that of `sample`. Gives the incident that is over now.
    std::optional<Incident> take(const LockSample &sample, const BlockingTree &tree);
    /// Nobody looks any more: gives the incident that was on.
    std::optional<Incident> stop();

    /// The one that is on.
    const std::optional<Incident> &current() const { return m_current; }

private:
    std::chrono::milliseconds longestWait(const LockSample &sample);
    void extend(const LockSample &sample, const BlockingTree &tree, std::chrono::milliseconds longest);
    std::optional<Incident> end(const QDateTime &until, bool cutShort);

    IncidentLimits m_limits;
    std::optional<Incident> m_current;
    QHash<BackendId, QDateTime> m_seenWaiting; ///< since when; of those whose wait the server does not tell
    QDateTime m_lastLook;
    QDateTime m_quietSince; ///< nobody has waited too long since then
    std::chrono::milliseconds m_worstSum{0};
};

} // namespace Whimbrel
