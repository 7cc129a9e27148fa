// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <optional>

class QAction;

namespace Whimbrel {

class Workbench;

/// The target is a read-only environment; unset where it is not.
std::optional<Error> readOnlyObstacle(const Workbench &workbench);
/// Why nothing may be changed on the target now, as far as the window knows: it is read-only, or its release gate is
/// closed.
std::optional<Error> changeObstacle(const Workbench &workbench);
/// An obstacle for a tooltip: what is missing, at most a screenful of it, and how to go on.
QString obstacleText(const Error &obstacle);

/// Enables an action where it is `possible` and there is no obstacle. An obstacle is told where people look for the
/// reason: in the action's tooltip, in the status bar and in the command palette.
void enableChange(QAction &action, bool possible, const std::optional<Error> &obstacle);
/// What keeps an action disabled that would be possible otherwise, in one sentence; empty where nothing does.
QString obstacleOf(const QAction &action);

} // namespace Whimbrel
