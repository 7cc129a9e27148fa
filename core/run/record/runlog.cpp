// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/runlog.h"

#include "run/record/oldrunlogs.h"
#include "sql/passwords.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <array>
#include <charconv>
#include <string>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Between two writes; what a killed process loses at most.
constexpr auto pause = std::chrono::milliseconds(50);
constexpr auto progressPause = std::chrono::seconds(10);
/// Events that wait: from the first number on they are written before the pause has ended, at the second the run waits.
constexpr std::size_t longQueue = 1'000;
constexpr std::size_t longestQueue = 2'000;

/// "2026-11-22T01:02:03.456Z": the seconds are made anew only when they have changed.
class TimeStamp
{
public:
    const QByteArray &of(const QDateTime &time)
    {
        const qint64 milliseconds = time.toMSecsSinceEpoch();
        if (milliseconds / 1000 != m_seconds) {
            m_seconds = milliseconds / 1000;
            m_text = time.toUTC().toString(Qt::ISODateWithMs).toLatin1();
        }
        const int rest = static_cast<int>(milliseconds % 1000);
        char *digits = m_text.data() + m_text.size() - 4;
        digits[0] = static_cast<char>('0' + rest / 100);
        digits[1] = static_cast<char>('0' + rest / 10 % 10);
        digits[2] = static_cast<char>('0' + rest % 10);
        return m_text;
    }

private:
    qint64 m_seconds = -1;
    QByteArray m_text;
};

/// The lines of one write. Runs have statements by the ten thousand: nothing is made for a line but its characters.
class Lines
{
public:
    void clear() { m_text.clear(); } // the memory is kept
    const std::string &text() const { return m_text; }

    Lines &operator<<(QByteArrayView part)
    {
        m_text.append(part.data(), static_cast<std::size_t>(part.size()));
        return *this;
    }
    Lines &operator<<(QStringView id) // ASCII
    {
        for (const QChar c : id)
            m_text += c.toLatin1();
        return *this;
    }
    Lines &operator<<(qint64 number)
    {
        std::array<char, 24> digits;
        m_text.append(digits.data(), std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr);
        return *this;
    }

    /// Behind a blank, on one line, without passwords.
    void appendText(const QString &text)
    {
        if (text.isEmpty())
            return;
        const QString shown = withoutPasswords(text);
        m_text += ' ';
        if (appendPlain(shown))
            return;
        const QByteArray utf8 = shown.toUtf8();
        QByteArrayView rest = utf8;
        for (qsizetype end = rest.indexOf('\n'); end >= 0; end = rest.indexOf('\n')) {
            *this << rest.first(end) << "\\n";
            rest = rest.sliced(end + 1);
        }
        *this << rest;
    }

private:
    /// Where it is ASCII without a line end, as nearly all is. Else nothing is appended.
    bool appendPlain(QStringView text)
    {
        const std::size_t begin = m_text.size();
        const char16_t *units = text.utf16();
        char16_t special = 0; // without a branch, so that the compiler takes many characters at once
        m_text.resize_and_overwrite(begin + static_cast<std::size_t>(text.size()), [&](char *buffer, std::size_t size) {
            char *out = buffer + begin;
            for (std::size_t i = 0; i < size - begin; ++i) {
                special |= static_cast<char16_t>((units[i] > 0x7f) | (units[i] == u'\n'));
                out[i] = static_cast<char>(units[i]);
            }
            return special ? begin : size;
        });
        return !special;
    }

    std::string m_text;
};

void appendEvent(Lines &lines, const RunEvent &event)
{
    lines << " " << runEventId(event.kind);
    if (!event.version.isEmpty()) {
        lines << " " << directionId(event.direction);
        lines.appendText(event.version);
    }
    if (event.statement > 0)
        lines << " statement " << event.statement << "/" << event.statementCount << " line " << event.line;
    if (event.elapsedMs >= 0)
        lines << " " << event.elapsedMs << " ms";
    if (event.rows >= 0)
        lines << " " << event.rows << " rows";
    if (event.batch)
        lines << " pass " << event.batch->pass << " passed " << event.batch->passed << "/" << event.batch->total << " changed " << event.batch->changed;
    if (event.progress && event.progress->perMille >= 0)
        lines << " " << event.progress->perMille << "/1000";
    if (event.progress)
        lines.appendText(event.progress->sample.phase);
    if (event.progress && event.progress->sample.locker)
        lines << " waits for process " << event.progress->sample.locker->pid;
    if (event.progress && event.progress->silentSince.isValid())
        lines << " no answer since " << event.progress->silentSince.toUTC().toString(Qt::ISODateWithMs).toLatin1();
    if (event.progress)
        lines.appendText(event.progress->trouble);
    lines.appendText(event.message);
    lines.appendText(event.sql);
    if (event.error)
        lines.appendText(event.error->toString());
}

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
        log.writeQueue();
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

void RunLog::write(RunEvent event)
{
    std::unique_lock lock(m_mutex);
    if (event.progress && !isWorthALine(*event.progress))
        return;
    m_changed.wait(lock, [this] { return m_queue.size() < longestQueue; });
    m_queue.push_back(std::move(event));
    if (m_queue.size() == 1 || m_queue.size() == longQueue)
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
    m_changed.wait(lock, [this] { return m_queue.empty() && !m_writing; });
    m_hurry = false;
    if (m_file.error() == QFile::NoError)
        return {};
    return failure(ErrorKind::Io, QCoreApplication::translate("Whimbrel", "The run's log “%1” is not complete: %2. The run itself is not affected.")
                                      .arg(m_file.fileName(), m_file.errorString()));
}

/// On the log's own thread: everything that has come is written at once, and the next write is not at once after it.
void RunLog::writeQueue()
{
    std::vector<RunEvent> events; // takes turns with the queue: the memory of both is kept
    Lines lines;
    TimeStamp stamp;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_changed.wait(lock, [this] { return m_ended || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        events.swap(m_queue);
        m_writing = true;
        lock.unlock();
        m_changed.notify_all();
        lines.clear();
        for (const RunEvent &event : events) {
            lines << stamp.of(event.at);
            appendEvent(lines, event);
            lines << "\n";
        }
        events.clear();
        m_file.write(lines.text().data(), static_cast<qint64>(lines.text().size()));
        lock.lock();
        m_writing = false;
        m_changed.notify_all();
        m_changed.wait_for(lock, pause, [this] { return m_ended || m_hurry || m_queue.size() >= longQueue; });
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
