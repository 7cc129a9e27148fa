// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/statementcanceller.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace Whimbrel {

void StatementCanceller::cancel()
{
    m_cancelled = true; // before the lock: a session that is about to begin must see it
    std::unique_lock lock(m_mutex);
    if (m_inFlight && m_session == std::this_thread::get_id())
        return interrupt(); // by who is told of statements that were sent together: nothing ends before it has been told
    const quint64 meant = m_statement;
    const auto giveUp = std::chrono::steady_clock::now() + 10s;
    auto pause = 20ms;
    while (m_inFlight && m_statement == meant && m_cancelled && std::chrono::steady_clock::now() < giveUp) {
        interrupt();
        m_ended.wait_for(lock, pause);
        pause = std::min(pause * 2, 500ms);
    }
}

void StatementCanceller::clear()
{
    const std::lock_guard lock(m_mutex);
    m_cancelled = false;
}

StatementCanceller::InFlight::InFlight(StatementCanceller &canceller)
    : m_canceller(canceller)
{
    const std::lock_guard lock(m_canceller.m_mutex);
    if (m_canceller.m_cancelled)
        return;
    m_canceller.m_inFlight = true;
    m_canceller.m_session = std::this_thread::get_id();
    ++m_canceller.m_statement;
    m_begun = true;
}

StatementCanceller::InFlight::~InFlight()
{
    if (!m_begun)
        return;
    {
        const std::lock_guard lock(m_canceller.m_mutex);
        m_canceller.m_inFlight = false;
    }
    m_canceller.m_ended.notify_all();
}

} // namespace Whimbrel
