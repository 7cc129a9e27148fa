// SPDX-License-Identifier: GPL-3.0-or-later
#include "querystream.h"

#include <QElapsedTimer>

#include <utility>

using namespace std::chrono_literals;
using std::chrono::milliseconds;

namespace Whimbrel::Test {

Result<std::unique_ptr<Session>> openPatiently(const ConnectionSettings &settings)
{
    return Session::open(settings, SessionRole::Run).and_then([](std::unique_ptr<Session> session) -> Result<std::unique_ptr<Session>> {
        if (const Result<> set = session->setGuards({.lockTimeout = 0ms}); !set)
            return std::unexpected(set.error());
        return session;
    });
}

QueryStream::QueryStream(const ConnectionSettings &settings, const Load &load)
{
    for (int i = 0; i < load.clients; ++i)
        m_clients.emplace_back([this, settings, load](const std::stop_token &stop) { run(stop, settings, load); });
}

QueryStream::~QueryStream()
{
    for (std::jthread &client : m_clients)
        client.request_stop();
}

void QueryStream::run(const std::stop_token &stop, const ConnectionSettings &settings, const Load &load)
{
    const Result<std::unique_ptr<Session>> session = openPatiently(settings);
    if (!session) {
        const std::lock_guard lock(m_mutex);
        m_figures.error = session.error().toString();
        return;
    }
    while (!stop.stop_requested()) {
        QElapsedTimer timer;
        timer.start();
        const Result<Rows> rows = (*session)->query(load.sql);
        const milliseconds took(timer.elapsed());
        {
            const std::lock_guard lock(m_mutex);
            ++m_figures.statements;
            m_figures.worst = std::max(m_figures.worst, took);
            if (took > load.slow) {
                ++m_figures.slow;
                m_figures.blocked += took;
            }
            if (!rows && m_figures.error.isEmpty())
                m_figures.error = rows.error().toString();
        }
        std::this_thread::sleep_for(load.pause);
    }
}

QueryStream::Figures QueryStream::take()
{
    const std::lock_guard lock(m_mutex);
    return std::exchange(m_figures, {});
}

QueryStream::Figures QueryStream::measure(milliseconds time)
{
    take();
    std::this_thread::sleep_for(time);
    return take();
}

} // namespace Whimbrel::Test
