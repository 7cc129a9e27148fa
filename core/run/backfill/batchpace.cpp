// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchpace.h"

#include "run/runcontrol.h"

#include <algorithm>
#include <cmath>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr qlonglong largest = 1'000'000;
constexpr double weightSeconds = 15; ///< what is older than this counts for little in the rate

double seconds(auto time)
{
    return std::chrono::duration<double>(time).count();
}

} // namespace

BatchPace::BatchPace(std::chrono::milliseconds time, BatchPause pause, qlonglong most, qlonglong first)
    : m_time(time)
    , m_pause(pause)
    , m_most(most > 0 ? std::min(most, largest) : largest)
    , m_size(std::clamp<qlonglong>(first, 1, m_most))
{
}

/// Within two thirds and four thirds of its time the size stays, so that noise does not move it.
void BatchPace::took(qlonglong rows, std::chrono::microseconds time)
{
    const double share = seconds(time) / seconds(m_time);
    if (share > 4.0 / 3)
        m_size = static_cast<qlonglong>(static_cast<double>(rows) * std::max(0.25, 1 / share));
    else if (share < 2.0 / 3 && rows >= m_size) // the last one of a pass says nothing
        m_size = static_cast<qlonglong>(std::ceil(static_cast<double>(m_size) * std::min(2.0, 1 / std::max(share, 0.01))));
    m_size = std::clamp<qlonglong>(m_size, 1, m_most);
}

void BatchPace::failed()
{
    m_size = std::max<qlonglong>(m_size / 2, 1);
}

std::chrono::milliseconds BatchPace::pauseAfter(std::chrono::microseconds time, int speed) const
{
    if (speed >= RunControl::fastest)
        return 0ms;
    double pause = m_pause.fixed ? seconds(*m_pause.fixed) : seconds(time) * m_pause.share;
    if (speed < 0) // slower than no pause is one
        pause = std::max(pause, seconds(time) * BatchPause().share);
    pause *= std::exp2(-speed);
    return std::chrono::milliseconds(std::llround(pause * 1000));
}

void PassRate::take(std::chrono::steady_clock::time_point now, qlonglong passed)
{
    if (m_passed < 0 || passed < m_passed) {
        m_at = now;
        m_passed = passed;
        return;
    }
    const double time = seconds(now - m_at);
    if (time < 0.5)
        return;
    const double rate = static_cast<double>(passed - m_passed) / time;
    const double weight = m_rate > 0 ? 1 - std::exp(-time / weightSeconds) : 1;
    m_rate += (rate - m_rate) * weight;
    m_at = now;
    m_passed = passed;
}

qint64 PassRate::leftMs(qlonglong passed, qlonglong total) const
{
    if (m_rate <= 0 || total < 0)
        return -1;
    return std::llround(static_cast<double>(std::max<qlonglong>(total - passed, 0)) / m_rate * 1000);
}

} // namespace Whimbrel
