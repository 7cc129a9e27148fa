// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <memory>
#include <optional>

namespace Whimbrel {

/// Takes lock samples over a monitor session (SessionRole::Monitor). Keeps what it needs between samples, so one sampler
/// belongs to one session. The cheap sample always, details only when somebody waits.
class LockSampler
{
public:
    static std::unique_ptr<LockSampler> create(const Session &session);
    virtual ~LockSampler() = default;

    virtual Result<LockSample> sample(Session &session) = 0;
    /// How long to wait before the next sample: 500 ms, more when the server is slow.
    virtual std::chrono::milliseconds interval() const = 0;

    /// What is known of a session right now, to be shown before it is cancelled; empty if it is gone or another one. Without a
    /// backendStart: of whichever has the pid.
    virtual Result<std::optional<LockSession>> look(Session &session, const BackendId &backend) = 0;

    /// Cancels the statement of `backend`, or ends its session, after checking that it is still the same one.
    /// False: it is gone or another one. Errors: Statement (no privilege), with the GRANT that would help; Refused where
    /// there is nothing that could be cancelled (a prepared transaction, SQLite), with what to do instead.
    virtual Result<bool> cancel(Session &session, const BackendId &backend) = 0;
    virtual Result<bool> terminate(Session &session, const BackendId &backend) = 0;
};

/// 500 ms; 1 s after a cheap sample that took more than 50 ms, 5 s after one of more than 250 ms.
std::chrono::milliseconds intervalAfter(std::chrono::microseconds costOfCheapSample);
/// Says so.
LockNote slowNote(std::chrono::milliseconds costOfCheapSample, std::chrono::milliseconds interval);

} // namespace Whimbrel
