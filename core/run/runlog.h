// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"

#include <QElapsedTimer>
#include <QFile>

#include <memory>

namespace Whimbrel {

/// The log of one run on disk: one line per event, with its time. Passwords that a statement sets are left out.
class RunLog
{
public:
    /// Begins a log, and removes those that are too old. Errors: Io, with the path; a run goes on without its log.
    static Result<std::unique_ptr<RunLog>> create(const QString &folder, const QString &runId);

    void write(const RunEvent &event);
    void writeLine(const QDateTime &at, const QString &text);
    /// Writes out what is still in memory. Errors: Io, if any line of the log is missing.
    Result<> flush();
    QString fileName() const { return m_file.fileName(); }

private:
    QFile m_file;
    QElapsedTimer m_sinceFlush;
};

/// "runs" in the user's state folder.
QString defaultRunLogFolder();

/// The text with the literals after PASSWORD and IDENTIFIED BY replaced by '***'.
QString withoutPasswords(const QString &sql);

} // namespace Whimbrel
