// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/workbenchlocks.h"

#include "locks/lockmonitor.h"
#include "locks/locksbadge.h"
#include "locks/lockspane.h"
#include "run/runcontroller.h"
#include "workbench/workbench.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

LockMonitor &lockMonitor(Workbench &workbench)
{
    if (auto *known = workbench.findChild<LockMonitor *>(Qt::FindDirectChildrenOnly))
        return *known;
    auto *monitor = new LockMonitor(&workbench);
    const auto follow = [monitor, &workbench] {
        const bool connected = workbench.target() && workbench.connectionState() != ConnectionState::None
            && workbench.connectionState() != ConnectionState::Absent;
        // The password is resolved once the first connection was made.
        const bool usable = connected && workbench.connectionState() != ConnectionState::Connecting;
        if (!connected)
            monitor->setDatabase(std::nullopt);
        else if (usable && workbench.connectionState() != ConnectionState::Failed)
            monitor->setDatabase(workbench.resolvedSettings());
    };
    monitor->setOwnBackends([&workbench] { return workbench.ownBackends(); });
    QObject::connect(&workbench, &Workbench::targetChanged, monitor, follow);
    QObject::connect(&workbench, &Workbench::connectionChanged, monitor, follow);
    QObject::connect(&workbench.run(), &RunController::runStarted, monitor, [monitor] {
        monitor->setInterest(LockMonitor::Interest::Run, true);
    });
    QObject::connect(&workbench.run(), &RunController::runFinished, monitor, [monitor] {
        monitor->setInterest(LockMonitor::Interest::Run, false);
    });
    follow();
    return *monitor;
}

QWidget *createLocksPane(Workbench &workbench, QWidget *parent)
{
    return new LocksPane(lockMonitor(workbench), parent);
}

QWidget *createLocksBadge(Workbench &workbench, QWidget *parent)
{
    auto *badge = new LocksBadge(lockMonitor(workbench), parent);
    QObject::connect(badge, &QToolButton::clicked, &workbench, [&workbench] { workbench.showPane(u"locks"_s); });
    return badge;
}

} // namespace Whimbrel
