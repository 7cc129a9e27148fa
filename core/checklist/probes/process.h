// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"

#include <QByteArray>
#include <QStringList>

#include <stop_token>

namespace Whimbrel {

/// How a program of the system ended.
struct ProcessOutcome
{
    int exitCode = 0;
    QByteArray outputHead; ///< the first bytes of its standard output
    QByteArray outputTail; ///< the last bytes of its standard output
    QString errors;        ///< its standard error, at most the first few lines
};

/// Runs a program to its end, whatever it writes, and kills it when `stop` is requested. Waits: not on the GUI thread.
/// Errors: Io (not installed, crashed), Cancelled.
Result<ProcessOutcome> runProcess(const QString &program, const QStringList &arguments, const std::stop_token &stop);

/// How much of the output is kept at either end.
inline constexpr qsizetype keptOutput = 512;

} // namespace Whimbrel
