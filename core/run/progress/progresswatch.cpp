// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/progresswatch.h"

#include "run/guard/monitor/guardmonitor.h"
#include "run/progress/progresslook.h"

#include <QFileInfo>

#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel {

namespace {

constexpr milliseconds interval = 500ms;    ///< between two looks, and between two events
constexpr milliseconds tellAfter = 1s;      ///< what is over before is not worth a word
constexpr milliseconds silentAfter = 3s;    ///< the monitor's statements end after two by themselves, if the server is there
constexpr milliseconds longestPause = 8s;   ///< between two answers where the server was so slow that it is asked more rarely

/// What is written into the file or beside it.
qint64 sizeOf(const QString &file)
{
    return QFileInfo(file).size() + QFileInfo(file + u"-wal"_s).size();
}

} // namespace

/// What the monitor's thread found; it may be the last to know of it.
struct ProgressWatch::Looks
{
    std::mutex mutex;
    ProgressSample sample;
    QDateTime answered = QDateTime::currentDateTimeUtc();
    QElapsedTimer sinceAnswer;
    QElapsedTimer sinceAsked; ///< valid while an answer is waited for
    qint64 answerMs = -1;
    std::unique_ptr<ProgressLook> look; ///< on the monitor's thread only

    Looks() { sinceAnswer.start(); }
    void asks()
    {
        const std::lock_guard lock(mutex);
        sinceAsked.start();
    }
    /// An error is an answer too.
    void take(const Result<ProgressSample> &told)
    {
        const std::lock_guard lock(mutex);
        if (told)
            sample = *told;
        answered = QDateTime::currentDateTimeUtc();
        answerMs = sinceAsked.elapsed();
        sinceAnswer.start();
        sinceAsked.invalidate();
    }
    bool isSilent() const
    {
        return sinceAsked.isValid() ? sinceAsked.durationElapsed() > silentAfter : sinceAnswer.durationElapsed() > longestPause;
    }
};

ProgressWatch::ProgressWatch(const Session &session, Publish publish)
    : m_dialect(session.dialect())
    , m_run(session.backend())
    , m_file(session.settings().database)
    , m_publish(std::move(publish))
    , m_thread([this](const std::stop_token &stop) { loop(stop); })
{
}

ProgressWatch::~ProgressWatch() = default;

void ProgressWatch::begin(const RunEvent &place, const Statement &statement)
{
    std::shared_ptr<Looks> looks;
    if (m_monitor) {
        looks = std::make_shared<Looks>();
        looks->look = ProgressLook::create(m_dialect, m_run, statement);
        m_monitor->setRegularWork(interval, [looks](Session &session) -> Result<> {
            looks->asks();
            const Result<ProgressSample> sample = looks->look->look(session);
            if (!sample && sample.error().kind == ErrorKind::ConnectionLost)
                return std::unexpected(sample.error());
            looks->take(sample);
            return {};
        });
    }
    const std::lock_guard lock(m_mutex);
    m_isWatching = true;
    m_place = place;
    m_running.start();
    m_before = {};
    m_meter = {};
    m_looks = std::move(looks);
    m_sizeBefore = m_dialect == Dialect::SQLite ? sizeOf(m_file) : 0;
    if (m_isAsleep)
        m_changed.notify_all();
}

void ProgressWatch::next(int statement, int line, std::chrono::microseconds before)
{
    const std::lock_guard lock(m_mutex);
    m_place.statement = statement;
    m_place.line = line;
    m_before = before;
    m_meter = {};
}

void ProgressWatch::end()
{
    if (m_monitor)
        m_monitor->setRegularWork(interval, {});
    const std::lock_guard lock(m_mutex);
    m_isWatching = false;
    m_looks.reset();
}

/// A script has statements by the thousand that take no time: the thread is not woken for each.
void ProgressWatch::loop(const std::stop_token &stop)
{
    std::unique_lock lock(m_mutex);
    while (!stop.stop_requested()) {
        if (!m_isWatching) {
            m_isAsleep = true;
            m_changed.wait(lock, stop, [this] { return m_isWatching; });
            m_isAsleep = false;
            continue;
        }
        m_changed.wait_for(lock, stop, interval, [] { return false; });
        if (m_isWatching && !stop.stop_requested() && elapsed() >= tellAfter)
            tell();
    }
}

milliseconds ProgressWatch::elapsed() const
{
    return std::chrono::duration_cast<milliseconds>(m_running.durationElapsed() - m_before);
}

void ProgressWatch::tell()
{
    RunEvent event = m_place;
    event.kind = RunEvent::Kind::Progress;
    event.elapsedMs = elapsed().count();
    event.progress = progress(event.elapsedMs);
    m_publish(std::move(event));
}

StatementProgress ProgressWatch::progress(qint64 elapsedMs)
{
    StatementProgress progress;
    if (m_dialect == Dialect::SQLite)
        progress.sample = fileGrowth();
    if (m_looks) {
        const std::lock_guard lock(m_looks->mutex);
        progress.sample = m_looks->sample;
        progress.answerMs = m_looks->answerMs;
        if (m_looks->isSilent())
            progress.silentSince = m_looks->answered;
    }
    if (const std::optional<Error> trouble = m_monitor ? m_monitor->error() : std::nullopt)
        progress.trouble = trouble->message;
    const bool isNew = !progress.silentSince.isValid();
    if (isNew)
        m_meter.take(progress.sample.fraction, elapsedMs);
    progress.perMille = m_meter.perMille();
    if (isNew && !progress.sample.locker)
        progress.leftMs = m_meter.leftMs();
    return progress;
}

ProgressSample ProgressWatch::fileGrowth() const
{
    ProgressSample sample;
    if (const qint64 grown = sizeOf(m_file) - m_sizeBefore; grown > 0) {
        sample.source = ProgressSample::Source::FileGrowth;
        sample.unit = ProgressSample::Unit::Bytes;
        sample.done = grown;
    }
    return sample;
}

} // namespace Whimbrel
