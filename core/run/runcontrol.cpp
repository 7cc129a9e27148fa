// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runcontrol.h"

#include <algorithm>

namespace Whimbrel {

void RunControl::pause()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = true;
    ++m_changes;
    m_changed.notify_all();
}

void RunControl::resume()
{
    const std::scoped_lock lock(m_mutex);
    m_paused = false;
    ++m_changes;
    m_changed.notify_all();
}

bool RunControl::isPaused() const
{
    const std::scoped_lock lock(m_mutex);
    return m_paused;
}

void RunControl::slower()
{
    changeSpeed(-1);
}

void RunControl::faster()
{
    changeSpeed(+1);
}

void RunControl::changeSpeed(int step)
{
    const std::scoped_lock lock(m_mutex);
    m_speed = std::clamp(m_speed + step, slowest, fastest);
    ++m_changes;
    m_changed.notify_all();
}

int RunControl::speed() const
{
    const std::scoped_lock lock(m_mutex);
    return m_speed;
}

bool RunControl::wait(std::chrono::milliseconds time, const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    const unsigned before = m_changes;
    m_changed.wait_for(lock, stop, time, [&] { return m_changes != before; });
    return !stop.stop_requested();
}

} // namespace Whimbrel
