// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/historycursor.h"

#include "locks/lockmonitor.h"

namespace Whimbrel {

HistoryCursor::HistoryCursor(LockMonitor &monitor, QObject *parent) : QObject(parent), m_monitor(monitor)
{
    connect(&monitor, &LockMonitor::stateChanged, this, [this] {
        if (m_monitor.history().isEmpty())
            goLive();
    });
}

const LockSample &HistoryCursor::sample() const
{
    return m_moment ? m_moment->sample : m_monitor.sample();
}

const BlockingTree &HistoryCursor::tree() const
{
    return m_moment ? m_moment->tree : m_monitor.tree();
}

void HistoryCursor::goLive()
{
    if (isLive())
        return;
    m_moment.reset();
    Q_EMIT moved();
}

void HistoryCursor::freeze()
{
    if (isLive() && m_monitor.sample().takenAt.isValid())
        show(m_monitor.sample());
}

void HistoryCursor::goTo(const QDateTime &time)
{
    const qsizetype index = m_monitor.history().indexAt(time);
    if (index >= 0)
        show(m_monitor.history().sample(index));
}

void HistoryCursor::goToIncident(const Incident &incident)
{
    show(incident.worst, incident);
}

void HistoryCursor::show(LockSample sample, std::optional<Incident> incident)
{
    BlockingTree tree = buildBlockingTree(sample);
    m_moment = Moment{std::move(sample), std::move(tree), std::move(incident)};
    Q_EMIT moved();
}

} // namespace Whimbrel
