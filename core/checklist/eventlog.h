// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArray>
#include <QList>

namespace Whimbrel {

/// A file of lines that are only ever appended, by any number of processes, and survive a crash in the middle of a write.
struct LogLine
{
    QByteArray text;  ///< without the line end
    int number = 1;
    bool torn = false; ///< its writer died before the line's end: if it makes no sense, it was never acknowledged
};

/// Appends `line` with one write and flushes it to the disk. A torn line before it is closed with a mark, so that this
/// one begins on a line of its own and the torn one is told from damage. Errors: Io, also for a link; the file is then as it was.
Result<> appendLogLine(const QString &path, const QByteArray &line);

/// Every line that is not blank. Errors: Io.
Result<QList<LogLine>> readLogLines(const QString &path);

} // namespace Whimbrel
