// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

class HistoryCursor;
class LockMonitor;

/// How long ago the newest sample was taken: "1.5 s".
QString ageText(const LockMonitor &monitor);
/// What stands where the tree would be, when it has no row.
QString emptyText(const LockMonitor &monitor, const HistoryCursor &cursor);
/// The line above the tree: who waits at the moment that is shown. `hiddenRows`: of the tree, beyond what it shows.
QString summaryText(const LockMonitor &monitor, const HistoryCursor &cursor, int hiddenRows);

} // namespace Whimbrel
