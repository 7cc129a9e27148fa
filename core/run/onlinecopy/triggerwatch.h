// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "run/onlinecopy/copystate.h"

#include <atomic>
#include <chrono>
#include <thread>

namespace Whimbrel {

/// While pt-online-schema-change makes its triggers: each waits for the transactions that use the table, and whoever comes later
/// waits behind it. This cancels the one that has waited for as long as others may; the tool then tries again. On a session and
/// a thread of its own.
class TriggerWatch
{
public:
    TriggerWatch(const ConnectionSettings &settings, const CopyNames &names, std::chrono::milliseconds budget);

    int cancelled() const { return m_cancelled; }

private:
    void run(const std::stop_token &stop, const ConnectionSettings &settings, const CopyNames &names, std::chrono::milliseconds budget);

    std::atomic<int> m_cancelled = 0;
    std::jthread m_thread; ///< last: ends before the rest goes
};

} // namespace Whimbrel
