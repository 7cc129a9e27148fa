// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/runreporter.h"

#include "report/batchtext.h"
#include "report/locksreport.h"
#include "report/planreport.h"
#include "report/progresstext.h"
#include "run/stepchecks.h"

#include <QCoreApplication>

#include <sys/ioctl.h>
#include <unistd.h>

#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int green = 32;
constexpr int red = 31;
constexpr qint64 progressEveryMs = 100;
constexpr qint64 lineEveryMs = 5000; // where lines stay

/// A line that wraps cannot be taken back.
QString fitted(const QString &line)
{
    winsize size{};
    const int columns = ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0 ? size.ws_col : 80;
    return line.size() < columns ? line : line.left(columns - 2) + u'…';
}

} // namespace

RunReporter::RunReporter(CommandContext &context)
    : m_context(context)
    , m_onTerminal(isatty(STDERR_FILENO) != 0 && !context.json && !context.quiet)
{
    m_sinceProgress.start();
}

void RunReporter::report(const RunEvent &event)
{
    if (m_context.json) {
        m_context.printJson(runEventJson(event));
        return;
    }
    switch (event.kind) {
    case RunEvent::Kind::MigrationFinished:
        printMigration(event, event.direction == Direction::Up ? tr("applied") : tr("rolled back"), green);
        break;
    case RunEvent::Kind::MigrationFailed:
        printMigration(event, tr("failed"), red);
        break;
    case RunEvent::Kind::Notice:
    case RunEvent::Kind::LockWait:
    case RunEvent::Kind::LockRetry:
        clearProgress();
        if (!m_context.quiet)
            m_context.err << (event.version.isEmpty() ? QString() : event.version + u": "_s) << event.message
                          << Qt::endl;
        break;
    case RunEvent::Kind::MigrationStarted:
    case RunEvent::Kind::StatementStarted:
        showProgress(event);
        break;
    case RunEvent::Kind::Batch:
    case RunEvent::Kind::Progress:
        if (event.batch)
            showBatch(event);
        else if (event.progress)
            showStatement(event);
        else
            showProgress(event);
        break;
    case RunEvent::Kind::RunStarted:
    case RunEvent::Kind::StatementFinished:
    case RunEvent::Kind::RunFinished:
        break;
    }
}

void RunReporter::printMigration(const RunEvent &event, const QString &word, int colour)
{
    clearProgress();
    if (m_context.quiet)
        return;
    const QString padded = word.leftJustified(12);
    m_context.out << (m_context.color ? u"\x1b[%1m%2\x1b[0m"_s.arg(QString::number(colour), padded) : padded)
                  << event.file << u"  ("_s << tr("%1 ms").arg(event.elapsedMs) << u')' << Qt::endl;
}

bool RunReporter::isDue() const
{
    return !m_context.quiet && m_sinceProgress.hasExpired(m_onTerminal ? progressEveryMs : lineEveryMs);
}

void RunReporter::showProgress(const RunEvent &event)
{
    if (!isDue()) // statements come by the ten thousand: no text is made of what is not shown
        return;
    if (!m_onTerminal) {
        if (event.statement > 0)
            showState(event, tr("statement %1 of %2").arg(QString::number(event.statement), QString::number(event.statementCount)), false);
        return;
    }
    m_sinceProgress.start();
    m_context.err << u"\r\x1b[K"_s << event.version;
    if (event.statement > 0)
        m_context.err << u' ' << event.statement << u'/' << event.statementCount << u"  "_s << shortSql(event.sql, 50);
    m_context.err << Qt::flush;
    m_progressShown = true;
}

void RunReporter::showBatch(const RunEvent &event)
{
    const QString progress = batchProgressText(*event.batch);
    showState(event, event.message.isEmpty() ? progress : progress + u"  "_s + event.message, event.batch->waiting);
}

/// Whoever is waited for, and a server that is silent, are told at once; once.
void RunReporter::showStatement(const RunEvent &event)
{
    const QString time = durationText(std::chrono::milliseconds(event.elapsedMs));
    const QString progress = progressText(*event.progress);
    const QString place = event.statement > 0 ? tr("statement %1 of %2, for %3", "numbers, a duration")
                                                    .arg(QString::number(event.statement), QString::number(event.statementCount), time)
                                              : tr("COMMIT, for %1", "a duration").arg(time);
    const qint64 locker = event.progress->sample.locker ? event.progress->sample.locker->pid : 0;
    const bool isSilent = event.progress->silentSince.isValid();
    const bool isNews = locker != std::exchange(m_locker, locker) || isSilent != std::exchange(m_isSilent, isSilent);
    showState(event, progress.isEmpty() ? place : place + u": "_s + progress, isNews);
}

/// On a terminal one line that changes; into a file a line now and then, and at once where something is new.
void RunReporter::showState(const RunEvent &event, const QString &text, bool isNews)
{
    if (m_context.quiet || (!isNews && !isDue()))
        return;
    if (m_onTerminal)
        m_context.err << u"\r\x1b[K"_s << fitted(event.version + u"  "_s + text) << Qt::flush;
    else
        m_context.err << event.version << u": "_s << text << Qt::endl;
    m_progressShown = m_onTerminal;
    m_sinceProgress.start();
}

void RunReporter::clearProgress()
{
    if (m_progressShown)
        m_context.err << u"\r\x1b[K"_s << Qt::flush;
    m_progressShown = false;
}

} // namespace Whimbrel
