// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "run/runevent.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

/// Prints a run as it happens: a line per migration on standard output, progress on standard error where that is a
/// terminal; with --json every event as a document.
class RunReporter
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    explicit RunReporter(CommandContext &context);

    void report(const RunEvent &event);
    /// Takes the progress line away before something else is printed.
    void clearProgress();

private:
    bool isDue() const;
    void showProgress(const RunEvent &event);
    void showBatch(const RunEvent &event);
    void showStatement(const RunEvent &event);
    void showState(const RunEvent &event, const QString &text, bool isNews);
    void printMigration(const RunEvent &event, const QString &word, int colour);

    CommandContext &m_context;
    QElapsedTimer m_sinceProgress;
    bool m_onTerminal = false;
    bool m_progressShown = false;
    qint64 m_locker = 0;     ///< that the statement waits for, as told last
    bool m_isSilent = false; ///< so is the server
};

} // namespace Whimbrel
