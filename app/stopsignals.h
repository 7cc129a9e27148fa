// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtClassHelperMacros>

#include <array>
#include <stop_token>
#include <thread>

namespace Whimbrel {

/// Turns the first Ctrl-C or SIGTERM into a stop request, for as long as it lives. The second one ends the process as
/// usual.
///
/// The handler only writes a byte to a pipe; a thread reads it and requests the stop, because cancelling a statement
/// (a stop callback) talks to the server, which no signal handler may. SIGPIPE is ignored: a run whose output is piped
/// into `head` goes on to its end.
class StopSignals
{
public:
    StopSignals();
    ~StopSignals();
    Q_DISABLE_COPY_MOVE(StopSignals)

    std::stop_token token() const { return m_source.get_token(); }
    /// The signal that came, or 0.
    static int received();

private:
    std::stop_source m_source;
    std::array<int, 2> m_pipe{-1, -1};
    std::thread m_reader;
};

} // namespace Whimbrel
