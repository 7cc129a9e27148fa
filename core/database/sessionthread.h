// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

#include <QFuture>
#include <QObject>
#include <QPromise>

#include <functional>
#include <memory>
#include <stop_token>
#include <type_traits>

namespace Whimbrel {

/// A thread with one Session in it. Work runs there in turn; the caller's thread gets a QFuture and never waits.
///
/// The session is opened by the first piece of work and opened again after it was lost. Destroying it cancels what is in
/// flight, drops what is queued (those futures end cancelled) and joins the thread; a thread that is still busy connecting
/// is joined when the program ends instead, so that closing a window never waits for a dead server.
class SessionThread final : public QObject
{
    Q_OBJECT

public:
    SessionThread(ConnectionSettings settings, SessionRole role, QObject *parent = nullptr);
    ~SessionThread() override;

    const ConnectionSettings &settings() const { return m_settings; }

    /// Runs `work(Session &, std::stop_token)`, which returns a Result<T>, on the session's thread. Where no session can be
    /// opened the future holds that error. Continue with `future.then(context, ...)`.
    template<typename Work>
    auto run(Work work) -> QFuture<std::invoke_result_t<Work, Session &, std::stop_token>>;

    /// Asks the work in flight to stop: its stop_token is set and its statement cancelled, on a helper thread. Work that
    /// is queued and has not begun gives Cancelled. Returns at once.
    void cancel();

private:
    class Worker;
    using Task = std::function<void(Worker &, const std::stop_token &)>;

    void post(Task task);
    static Result<Session *> sessionOf(Worker &worker, const std::stop_token &stop);
    static void connectionLost(Worker &worker);

    ConnectionSettings m_settings;
    std::shared_ptr<Worker> m_worker;
};

template<typename Work>
auto SessionThread::run(Work work) -> QFuture<std::invoke_result_t<Work, Session &, std::stop_token>>
{
    using R = std::invoke_result_t<Work, Session &, std::stop_token>;
    auto promise = std::make_shared<QPromise<R>>();
    promise->start();
    QFuture<R> future = promise->future();
    post([promise, work = std::move(work)](Worker &worker, const std::stop_token &stop) mutable {
        R result = [&]() -> R {
            Result<Session *> session = sessionOf(worker, stop);
            if (!session)
                return std::unexpected(session.error());
            return work(**session, stop);
        }();
        if (!result && result.error().kind == ErrorKind::ConnectionLost)
            connectionLost(worker);
        promise->addResult(std::move(result));
        promise->finish();
    });
    return future;
}

} // namespace Whimbrel
