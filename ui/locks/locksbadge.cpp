// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksbadge.h"

#include "locks/lockmonitor.h"
#include "report/locksreport.h"
#include "settings/theme.h"

namespace Whimbrel {

LocksBadge::LocksBadge(LockMonitor &monitor, QWidget *parent) : QToolButton(parent), m_monitor(monitor)
{
    setObjectName(QStringLiteral("locks-badge"));
    setAutoRaise(true);
    setToolButtonStyle(Qt::ToolButtonTextOnly);
    setAccessibleName(tr("Sessions that wait for a lock"));
    connect(&monitor, &LockMonitor::sampled, this, &LocksBadge::refresh);
    connect(&monitor, &LockMonitor::stateChanged, this, &LocksBadge::refresh);
    refresh();
}

void LocksBadge::refresh()
{
    const LockMonitor::State state = m_monitor.state();
    setVisible(state != LockMonitor::State::NoDatabase);
    ColorRole role = ColorRole::Normal;
    switch (state) {
    case LockMonitor::State::Watching:
        // SQLite does not tell who waits; what it tells is who holds a lock.
        setText(m_monitor.isSQLite()
                    ? tr("%n lock holder(s)", nullptr, static_cast<int>(m_monitor.sample().sessions.size()))
                    : waitingSummary(m_monitor.tree()));
        setToolTip(tr("Sessions that wait for a lock. Click for who blocks whom."));
        if (m_monitor.tree().waitingForUs > 0)
            role = ColorRole::Negative;
        else if (m_monitor.tree().waiting > 0)
            role = ColorRole::Neutral;
        break;
    case LockMonitor::State::Lost:
        setText(tr("locks: connection lost"));
        setToolTip(m_monitor.error()->message);
        role = ColorRole::Negative;
        break;
    case LockMonitor::State::Connecting:
        setText(tr("locks: connecting"));
        setToolTip({});
        break;
    case LockMonitor::State::Paused:
    case LockMonitor::State::NoDatabase:
        setText(tr("locks: not watched"));
        setToolTip(tr("Locks are watched while their pane is visible or a run is on."));
        role = ColorRole::Inactive;
        break;
    }
    QPalette colors = palette();
    colors.setColor(QPalette::ButtonText, roleColor(role));
    setPalette(colors);
}

} // namespace Whimbrel
