// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sessionthread.h"

#include <QCoreApplication>

#include <algorithm>
#include <condition_variable>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace Whimbrel {

/// The thread and what it shares with the callers. Kept alive by the SessionThread and by its own threads, so that a
/// thread which is stuck in connecting may outlive the SessionThread.
class SessionThread::Worker : public std::enable_shared_from_this<Worker>
{
public:
    Worker(ConnectionSettings settings, SessionRole role)
        : m_settings(std::move(settings))
        , m_role(role)
    {
    }

    void start() { m_thread = std::thread([this] { loop(); }); }
    void post(Task task);
    void cancel();
    /// Cancels, drops the queue and ends the thread. False if the thread is connecting and cannot be joined soon.
    bool stop();
    void join();

    Result<Session *> session(const std::stop_token &stop);
    void connectionLost() { m_connectionLost = true; }

private:
    struct Entry
    {
        Task task;
        std::stop_source stop;
    };

    void loop();
    void runTask(Entry &entry);
    void cancelCurrent(const std::stop_source &meant);

    const ConnectionSettings m_settings;
    const SessionRole m_role;
    std::thread m_thread;

    std::mutex m_mutex; ///< of the next five; never held while anything blocks
    std::condition_variable m_changed;
    std::deque<Entry> m_queue;
    std::optional<std::stop_source> m_current;
    bool m_connecting = false;
    bool m_quit = false;

    std::mutex m_cancelMutex; ///< held while a cancel is under way, so that it cannot hit the next piece of work
    std::shared_ptr<Canceller> m_canceller; ///< under m_cancelMutex
    std::vector<std::jthread> m_helpers;    ///< only touched by the owner's thread

    std::unique_ptr<Session> m_session; ///< only touched by the thread
    bool m_connectionLost = false;
};

void SessionThread::Worker::post(Task task)
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back({std::move(task), std::stop_source()});
    }
    m_changed.notify_one();
}

void SessionThread::Worker::loop()
{
    for (;;) {
        Entry entry;
        {
            std::unique_lock lock(m_mutex);
            m_changed.wait(lock, [this] { return m_quit || !m_queue.empty(); });
            if (m_quit)
                break;
            entry = std::move(m_queue.front());
            m_queue.pop_front();
            m_current = entry.stop;
        }
        runTask(entry);
    }
    m_session.reset();
}

void SessionThread::Worker::runTask(Entry &entry)
{
    {
        const std::lock_guard lock(m_cancelMutex);
        if (m_canceller)
            m_canceller->clear();
    }
    m_connectionLost = false;
    entry.task(*this, entry.stop.get_token());
    {
        const std::lock_guard lock(m_mutex);
        m_current.reset();
    }
    const std::lock_guard lock(m_cancelMutex); // waits for a cancel that is under way
    if (m_connectionLost) {
        m_canceller.reset();
        m_session.reset();
    }
}

Result<Session *> SessionThread::Worker::session(const std::stop_token &stop)
{
    const auto cancelled = [] {
        return failure(ErrorKind::Cancelled, QCoreApplication::translate("Session", "Cancelled."));
    };
    if (stop.stop_requested())
        return cancelled();
    if (m_session)
        return m_session.get();
    {
        const std::lock_guard lock(m_mutex);
        if (m_quit)
            return cancelled();
        m_connecting = true;
    }
    Result<std::unique_ptr<Session>> opened = Session::open(m_settings, m_role);
    {
        const std::lock_guard lock(m_mutex);
        m_connecting = false;
    }
    if (!opened)
        return std::unexpected(opened.error());
    const std::lock_guard lock(m_cancelMutex);
    m_session = std::move(*opened);
    m_canceller = m_session->canceller();
    if (stop.stop_requested())
        return cancelled();
    return m_session.get();
}

void SessionThread::Worker::cancel()
{
    std::optional<std::stop_source> current;
    {
        const std::lock_guard lock(m_mutex);
        current = m_current;
        for (Entry &queued : m_queue)
            queued.stop.request_stop(); // nobody listens yet: this blocks on nothing
    }
    if (current && !current->stop_requested())
        m_helpers.emplace_back([self = shared_from_this(), meant = *current] { self->cancelCurrent(meant); });
}

void SessionThread::Worker::cancelCurrent(const std::stop_source &meant)
{
    std::stop_source(meant).request_stop(); // runs the work's own stop callbacks here, and they may block
    const std::lock_guard lock(m_cancelMutex);
    {
        const std::lock_guard queueLock(m_mutex);
        if (!m_current || *m_current != meant)
            return;
    }
    if (m_canceller)
        m_canceller->cancel();
}

bool SessionThread::Worker::stop()
{
    cancel();
    std::deque<Entry> dropped; // destroyed outside the lock: a dropped promise runs its continuations
    bool connecting = false;
    {
        const std::lock_guard lock(m_mutex);
        m_quit = true;
        dropped.swap(m_queue);
        connecting = m_connecting;
    }
    m_changed.notify_one();
    return !connecting;
}

void SessionThread::Worker::join()
{
    m_thread.join();
    m_helpers.clear();
}

namespace {

/// Threads whose SessionThread has gone while they were connecting; joined before the application object goes. Thread-safe: a
/// SessionThread may be destroyed on any thread, and while the application ends.
class Stragglers
{
public:
    static void add(std::function<void()> join)
    {
        {
            const std::lock_guard lock(s_mutex);
            const QCoreApplication *application = QCoreApplication::instance();
            if (application && application != s_ended) {
                if (s_joins.empty())
                    qAddPostRoutine(&joinAll);
                s_joins.push_back(std::move(join));
                return;
            }
        }
        join();
    }

private:
    static void joinAll()
    {
        std::vector<std::function<void()>> joins;
        {
            const std::lock_guard lock(s_mutex);
            s_ended = QCoreApplication::instance();
            joins.swap(s_joins);
        }
        for (const auto &join : joins)
            join();
    }

    static inline std::mutex s_mutex; ///< of the next two
    static inline std::vector<std::function<void()>> s_joins;
    static inline const QCoreApplication *s_ended = nullptr; ///< whose threads were joined
};

} // namespace

SessionThread::SessionThread(ConnectionSettings settings, SessionRole role, QObject *parent)
    : QObject(parent)
    , m_settings(settings)
    , m_worker(std::make_shared<Worker>(std::move(settings), role))
{
    m_worker->start();
}

SessionThread::~SessionThread()
{
    if (m_worker->stop())
        m_worker->join();
    else
        Stragglers::add([worker = m_worker] { worker->join(); });
}

void SessionThread::cancel()
{
    m_worker->cancel();
}

void SessionThread::post(Task task)
{
    m_worker->post(std::move(task));
}

Result<Session *> SessionThread::sessionOf(Worker &worker, const std::stop_token &stop)
{
    return worker.session(stop);
}

void SessionThread::connectionLost(Worker &worker)
{
    worker.connectionLost();
}

} // namespace Whimbrel
