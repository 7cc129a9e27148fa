// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/progressmeter.h"

#include <algorithm>

namespace Whimbrel {

namespace {

constexpr double fallOfNextPart = 0.25; ///< less is a count that was corrected, such as a table that grows while it is read
constexpr double leastGrowth = 0.02; ///< before time is told
constexpr qint64 leastTime = 2000; // ms

} // namespace

void ProgressMeter::take(double fraction, qint64 elapsedMs)
{
    if (fraction < 0)
        return;
    m_beganAnew = m_beganAnew || fraction < m_most - fallOfNextPart;
    m_most = std::max(m_most, std::min(fraction, 1.0));
    if (m_first < 0) {
        m_first = m_most;
        m_firstMs = elapsedMs;
    }
    if (m_most > m_last) {
        m_last = m_most;
        m_lastMs = elapsedMs;
    }
}

int ProgressMeter::perMille() const
{
    return m_beganAnew || m_most < 0 ? -1 : static_cast<int>(m_most * 1000);
}

qint64 ProgressMeter::leftMs() const
{
    const double grown = m_last - m_first;
    const qint64 took = m_lastMs - m_firstMs;
    if (m_beganAnew || grown < leastGrowth || took < leastTime)
        return -1;
    return static_cast<qint64>((1 - m_last) * double(took) / grown);
}

} // namespace Whimbrel
