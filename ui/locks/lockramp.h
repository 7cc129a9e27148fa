// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/lockmodes.h"

#include <QIcon>
#include <QString>

namespace Whimbrel {

/// The ramp of four steps by what a lock stops (design/UI.md): one to four bars, so that it reads without colour.
QIcon lockRampIcon(LockReach reach, int size);
/// "stops writes": for tooltips and screen readers.
QString lockReachText(LockReach reach);

} // namespace Whimbrel
