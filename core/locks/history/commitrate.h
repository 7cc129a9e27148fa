// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QElapsedTimer>

#include <optional>

namespace Whimbrel {

/// How busy a database is, from a counter that the server keeps anyway. PostgreSQL's counts the transactions of this
/// database; its sessions report them once a second, idle ones up to ten seconds late. MariaDB's counts what the storage
/// engines of the whole server commit: a transaction of one statement twice, with a binary log four times. It shows how the
/// load changes, not how many transactions there are. The monitor's own few queries a second are among them. Belongs to one
/// session.
class CommitRate
{
public:
    /// The counter is read at most so often.
    static constexpr std::chrono::milliseconds readEvery{2000};

    /// Counted a second between the last two readings. Empty before the second reading, and where the server has or tells
    /// no such counter (SQLite). Never an error: who asks has other ways to learn that a connection is lost.
    std::optional<float> ask(Session &session);

private:
    std::optional<qint64> read(Session &session);

    bool m_told = true; ///< false: the server would not tell, it is not asked again
    std::optional<qint64> m_counter;
    QElapsedTimer m_sinceReading;
    std::optional<float> m_rate;
};

} // namespace Whimbrel
