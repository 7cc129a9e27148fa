// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/runlog.h"

#include "run/record/oldrunlogs.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <utility>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Between two writes; what a killed process loses at most.
constexpr auto pause = std::chrono::milliseconds(50);
constexpr auto progressPause = std::chrono::seconds(10);
/// Bytes that wait: from the first number on they are written before the pause has ended, at the second the run waits.
constexpr std::size_t longText = 512 * 1024;
constexpr std::size_t longestText = 2 * longText;

} // namespace

Result<std::unique_ptr<RunLog>> RunLog::create(const QString &folder, const QString &runId)
{
    std::unique_ptr<RunLog> log(new RunLog);
    log->m_file.setFileName(QDir(folder).filePath(runId + u".log"_s));
    if (!QDir().mkpath(folder)
        || !log->m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly | QIODevice::Unbuffered, QFile::ReadOwner | QFile::WriteOwner)) {
        return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "The run's log “%1” cannot be written: %2")
                                          .arg(log->m_file.fileName(), log->m_file.errorString()));
    }
    holdRunLog(log->m_file);
    log->m_writer = std::thread([&log = *log, folder] {
        pruneRunLogs(folder, QDateTime::currentDateTimeUtc()); // there may be many, and the run need not wait for it
        log.writeLines();
    });
    return log;
}

RunLog::~RunLog()
{
    {
        const std::lock_guard lock(m_mutex);
        m_ended = true;
    }
    m_changed.notify_all();
    if (m_writer.joinable())
        m_writer.join();
}

/// On the caller's thread: what it would cost to hand an event on is more than to make its line.
void RunLog::write(const RunEvent &event)
{
    std::unique_lock lock(m_mutex);
    if (event.progress && !isWorthALine(*event.progress))
        return;
    m_changed.wait(lock, [this] { return m_lines.size() < longestText; });
    const bool wasLong = m_lines.size() >= longText;
    m_lines.append(event);
    if (std::exchange(m_isAsleep, false) || (!wasLong && m_lines.size() >= longText))
        m_changed.notify_all();
}

/// A statement may go on for hours: what has changed is written at once, how far it is now and then.
bool RunLog::isWorthALine(const StatementProgress &progress)
{
    const auto pid = [](const StatementProgress &one) { return one.sample.locker ? one.sample.locker->pid : 0; };
    const bool changed = progress.sample.phase != m_progress.sample.phase || pid(progress) != pid(m_progress)
        || progress.silentSince.isValid() != m_progress.silentSince.isValid() || progress.trouble != m_progress.trouble;
    if (!changed && m_sinceProgress.isValid() && m_sinceProgress.durationElapsed() < progressPause)
        return false;
    m_progress = progress;
    m_sinceProgress.start();
    return true;
}

Result<> RunLog::flush()
{
    std::unique_lock lock(m_mutex);
    m_hurry = true;
    m_changed.notify_all();
    m_changed.wait(lock, [this] { return m_lines.isEmpty() && !m_writing; });
    m_hurry = false;
    if (m_file.error() == QFile::NoError)
        return {};
    return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "The run's log “%1” is not complete: %2. The run itself is not affected.")
                                      .arg(m_file.fileName(), m_file.errorString()));
}

/// On the log's own thread: everything that has come is written at once, and the next write is not at once after it.
void RunLog::writeLines()
{
    std::string text; // takes turns with that of the lines: the memory of both is kept
    std::unique_lock lock(m_mutex);
    while (true) {
        m_isAsleep = true;
        m_changed.wait(lock, [this] { return m_ended || !m_lines.isEmpty(); });
        m_isAsleep = false;
        if (m_lines.isEmpty())
            return;
        text = m_lines.take(std::move(text));
        m_writing = true;
        lock.unlock();
        m_changed.notify_all();
        m_file.write(text.data(), static_cast<qint64>(text.size()));
        lock.lock();
        m_writing = false;
        m_changed.notify_all();
        m_changed.wait_for(lock, pause, [this] { return m_ended || m_hurry || m_lines.size() >= longText; });
    }
}

QString defaultRunLogFolder()
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 7, 0)
    const QString state = QStandardPaths::writableLocation(QStandardPaths::StateLocation);
#else
    const QString state = QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation);
#endif
    return QDir(state).filePath(u"runs"_s);
}

} // namespace Whimbrel
