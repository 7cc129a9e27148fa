// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QWidget;

namespace Whimbrel {

class LockMonitor;
class Workbench;

/// The workbench's one lock monitor, made when first asked for. It follows the target, and watches during runs.
LockMonitor &lockMonitor(Workbench &workbench);

/// What an incident is: the person's setting for anybody's wait, the target's stall budget for what our run causes.
void applyIncidentLimits(Workbench &workbench);

QWidget *createLocksPane(Workbench &workbench, QWidget *parent);
QWidget *createLocksBadge(Workbench &workbench, QWidget *parent);

} // namespace Whimbrel
