// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <atomic>
#include <chrono>
#include <mutex>
#include <thread>
#include <vector>

namespace Whimbrel::Test {

/// A session whose statements wait for as long as it takes.
Result<std::unique_ptr<Session>> openPatiently(const ConnectionSettings &settings);

/// An application: clients that send a short statement again and again, each with a session of its own, and note how
/// long each took. Nothing bounds how long they wait.
class QueryStream
{
public:
    struct Load
    {
        QString sql;
        int clients = 3;
        std::chrono::milliseconds pause{2}; ///< between two statements of a client
        std::chrono::milliseconds slow{20}; ///< what takes longer is counted as slow
    };

    QueryStream(const ConnectionSettings &settings, const Load &load);
    ~QueryStream();
    Q_DISABLE_COPY_MOVE(QueryStream)

    struct Figures
    {
        int statements = 0;
        std::chrono::milliseconds worst{0};
        int slow = 0;  ///< that took longer than Load::slow
        std::chrono::milliseconds blocked{0}; ///< that these took together
        QString error; ///< the first
    };
    /// Since the last call, or the beginning. What is under way counts when it has ended.
    Figures take();
    /// The figures of `time` from now on: how it goes without anybody else.
    Figures measure(std::chrono::milliseconds time);

private:
    void run(const std::stop_token &stop, const ConnectionSettings &settings, const Load &load);

    std::mutex m_mutex;
    Figures m_figures;
    std::vector<std::jthread> m_clients;
};

} // namespace Whimbrel::Test
