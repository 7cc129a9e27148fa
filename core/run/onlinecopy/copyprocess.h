// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "run/onlinecopy/copyoutput.h"

#include <QProcess>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// pt-online-schema-change at work. Ends with its owner, however that ends: what it leaves behind is in the database, and known.
/// Without an event loop: for the run's thread.
class CopyProcess
{
public:
    CopyProcess() = default;
    ~CopyProcess();
    Q_DISABLE_COPY_MOVE(CopyProcess)

    /// `optionFile` is what it reads from its standard input: in memory only. Errors: Io.
    Result<> start(const QString &program, const QStringList &arguments, const QByteArray &optionFile);
    /// Waits for what it prints, for `time` at most.
    void wait(std::chrono::milliseconds time);
    /// The next whole line; nothing: there is none yet.
    std::optional<QString> takeLine();
    bool isRunning() const { return m_process.state() != QProcess::NotRunning; }
    bool hasSucceeded() const { return m_process.exitStatus() == QProcess::NormalExit && m_process.exitCode() == 0; }

    /// Halts it, at once, and lets it go on. Between its statements nothing is locked, and one that is under way ends on the server.
    void setHalted(bool halted);
    /// Ends it: gently, then not.
    void stop();

private:
    QProcess m_process;
    bool m_halted = false;
};

} // namespace Whimbrel
