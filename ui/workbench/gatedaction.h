// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QAction;

namespace Whimbrel {

class Workbench;

/// Enables an action that changes the target's database: where it is `possible`, and the release gate is open. A closed gate
/// is told where people look for the reason: in the action's tooltip, in the status bar and in the command palette.
void enableChange(QAction &action, bool possible, const Workbench &workbench);

/// What keeps an action disabled that would be possible otherwise, in one sentence; empty where nothing does.
QString closedReason(const QAction &action);

/// The gate's error for a tooltip: what is missing, at most a screenful of it, and how to go on.
QString gateText(const Workbench &workbench);

} // namespace Whimbrel
