// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/record/loglines.h"

#include <QElapsedTimer>
#include <QFile>

#include <condition_variable>
#include <memory>
#include <mutex>
#include <thread>

namespace Whimbrel {

/// The log of one run on disk: one line per event, with its time. Passwords that a statement sets are left out.
/// A thread of its own writes it, so that a run of many small statements does not wait for it: a process that is killed
/// loses at most the lines of its last 50 ms. The destructor waits until everything is written.
class RunLog
{
public:
    /// Begins a log, and removes those that are too old. Errors: Io, with the path; a run goes on without its log.
    static Result<std::unique_ptr<RunLog>> create(const QString &folder, const QString &runId);
    ~RunLog();
    Q_DISABLE_COPY_MOVE(RunLog)

    /// Thread-safe. Waits only where the disk has fallen behind by many thousand lines.
    void write(const RunEvent &event);
    /// Waits until everything is written. Errors: Io, if any line of the log is missing.
    Result<> flush();
    QString fileName() const { return m_file.fileName(); }

private:
    RunLog() = default;
    void writeLines();
    bool isWorthALine(const StatementProgress &progress);

    QFile m_file;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    LogLines m_lines; ///< that wait to be written
    StatementProgress m_progress; ///< as it was written last
    QElapsedTimer m_sinceProgress;
    bool m_isAsleep = false; ///< the thread waits for a line, and has to be told of one
    bool m_writing = false;
    bool m_hurry = false; ///< somebody waits in flush()
    bool m_ended = false;
    std::thread m_writer;
};

/// "runs" in the user's state folder.
QString defaultRunLogFolder();

} // namespace Whimbrel
