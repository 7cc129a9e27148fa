// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QFile>

namespace Whimbrel {

/// How long the logs of runs are kept: what a quarter's releases left, and what a person runs by hand in a year or two, however
/// old it is. A log is removed only if neither keeps it.
inline constexpr int runLogDays = 90;
inline constexpr int runLogCount = 200;

/// Marks an open log as being written, until its file is closed or its process ends. False: another process writes it.
bool holdRunLog(const QFile &log);

/// Removes the logs that are neither of the last runLogDays days nor among the newest runLogCount of the folder. Never one that
/// a process writes, nor a file that is not named after a run.
void pruneRunLogs(const QString &folder, const QDateTime &now);

} // namespace Whimbrel
