// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace Whimbrel {

/// What the databases' cancellers share: the flag, and the lock around "a statement is in flight" that keeps a late
/// cancel away from the statement after it.
class StatementCanceller : public Canceller
{
public:
    void cancel() final;
    bool isCancelled() const final { return m_cancelled; }
    void clear() final;

    /// Held by the session's thread around one statement. Converts to false if the session was cancelled: do not begin.
    class InFlight
    {
    public:
        explicit InFlight(StatementCanceller &canceller);
        ~InFlight();
        Q_DISABLE_COPY_MOVE(InFlight)

        explicit operator bool() const { return m_begun; }

    private:
        StatementCanceller &m_canceller;
        bool m_begun = false;
    };

protected:
    /// Stops the statement in flight, once; called with the lock held, from any thread, and again while the statement goes
    /// on: a server drops a request that arrives before the statement does.
    virtual void interrupt() = 0;

    std::mutex m_mutex;

private:
    std::condition_variable m_ended;
    std::atomic<bool> m_cancelled = false;
    bool m_inFlight = false;
    std::thread::id m_session; ///< the thread that has begun it
    quint64 m_statement = 0; ///< counts statements, to tell the one that was meant from the next
};

} // namespace Whimbrel
