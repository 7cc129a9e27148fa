// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/runreporter.h"

#include "report/batchtext.h"
#include "report/planreport.h"
#include "run/stepchecks.h"

#include <QCoreApplication>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int green = 32;
constexpr int red = 31;
constexpr qint64 progressEveryMs = 100;
constexpr qint64 lineEveryMs = 5000; // where lines stay

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

void RunReporter::showProgress(const RunEvent &event)
{
    if (!m_onTerminal || !m_sinceProgress.hasExpired(progressEveryMs))
        return;
    m_sinceProgress.start();
    m_context.err << u"\r\x1b[K"_s << event.version;
    if (event.statement > 0)
        m_context.err << u' ' << event.statement << u'/' << event.statementCount << u"  "_s << shortSql(event.sql, 50);
    m_context.err << Qt::flush;
    m_progressShown = true;
}

/// On a terminal one line that changes; into a file a line now and then, and whenever the batches begin to wait.
void RunReporter::showBatch(const RunEvent &event)
{
    if (m_context.quiet)
        return;
    const QString progress = batchProgressText(*event.batch);
    const QString text = event.message.isEmpty() ? progress : progress + u"  "_s + event.message;
    if (m_onTerminal) {
        if (!m_sinceProgress.hasExpired(progressEveryMs) && !event.batch->waiting)
            return;
        m_context.err << u"\r\x1b[K"_s << event.version << u"  "_s << text << Qt::flush;
        m_progressShown = true;
    } else {
        if (!m_sinceProgress.hasExpired(lineEveryMs) && !event.batch->waiting)
            return;
        m_context.err << event.version << u": "_s << text << Qt::endl;
    }
    m_sinceProgress.start();
}

void RunReporter::clearProgress()
{
    if (m_progressShown)
        m_context.err << u"\r\x1b[K"_s << Qt::flush;
    m_progressShown = false;
}

} // namespace Whimbrel
