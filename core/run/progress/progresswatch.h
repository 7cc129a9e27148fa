// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/progress/progressmeter.h"
#include "run/runevent.h"

#include <QElapsedTimer>

#include <condition_variable>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>

namespace Whimbrel {

class GuardMonitor;

/// Tells as Progress events how far the statement in flight is, once it has run for a second. The looks are taken on the
/// run's monitor session; the telling has a thread of its own, so that a server that does not answer any more is told too.
class ProgressWatch
{
public:
    using Publish = std::function<void(RunEvent)>;

    /// `publish` is called on the watch's thread, only while a statement is watched. `session`: the run's.
    ProgressWatch(const Session &session, Publish publish);
    ~ProgressWatch();
    Q_DISABLE_COPY_MOVE(ProgressWatch)

    /// Who can ask the server; outlives every begin(). Without one only the time is told, and of SQLite the growth of its file.
    void setMonitor(GuardMonitor *monitor) { m_monitor = monitor; }

    /// `place`: what events about the statement begin with.
    void begin(const RunEvent &place, const Statement &statement);
    /// The statement in flight is over, and one that was sent together with it runs now; those so far took `before`.
    void next(int statement, int line, std::chrono::microseconds before);
    /// Nothing is told of the statement any more when this returns. Does not wait for the server.
    void end();

private:
    struct Looks;

    void loop(const std::stop_token &stop);
    std::chrono::milliseconds elapsed() const;
    void tell();
    StatementProgress progress(qint64 elapsedMs);
    ProgressSample fileGrowth() const;

    const Dialect m_dialect;
    const BackendId m_run;
    const QString m_file; ///< SQLite's
    const Publish m_publish;
    GuardMonitor *m_monitor = nullptr;

    std::mutex m_mutex; ///< of what follows; held while something is told
    std::condition_variable_any m_changed;
    bool m_isWatching = false;
    bool m_isAsleep = false; ///< the thread waits for a statement, and has to be told of one
    RunEvent m_place;
    QElapsedTimer m_running; ///< since begin()
    std::chrono::microseconds m_before{0}; ///< of it, until the statement in flight began
    ProgressMeter m_meter;
    std::shared_ptr<Looks> m_looks; ///< of this statement; null where nobody looks
    qint64 m_sizeBefore = 0;        ///< of SQLite's files

    std::jthread m_thread; ///< last: ends before the rest goes
};

/// Watches one statement, or those that were sent together, for as long as it lives.
class WatchedStatement
{
public:
    WatchedStatement(ProgressWatch *watch, const RunEvent &place, const Statement &statement) : m_watch(watch)
    {
        if (m_watch)
            m_watch->begin(place, statement);
    }
    ~WatchedStatement() { end(); }
    Q_DISABLE_COPY_MOVE(WatchedStatement)

    void next(int statement, int line, std::chrono::microseconds before)
    {
        if (m_watch)
            m_watch->next(statement, line, before);
    }
    void end()
    {
        if (ProgressWatch *watch = std::exchange(m_watch, nullptr))
            watch->end();
    }

private:
    ProgressWatch *m_watch;
};

} // namespace Whimbrel
