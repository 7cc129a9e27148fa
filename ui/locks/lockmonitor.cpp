// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockmonitor.h"

#include "locks/locksampler.h"
#include "workbench/sessiondisposal.h"

using namespace std::chrono_literals;

namespace Whimbrel {

/// The sampler of the session that is open now; another session gets another sampler.
class LockMonitor::Watch
{
public:
    LockSampler &samplerOf(Session &session)
    {
        if (!m_sampler || session.backend() != m_backend) {
            m_backend = session.backend();
            m_sampler = LockSampler::create(session);
        }
        return *m_sampler;
    }

private:
    std::unique_ptr<LockSampler> m_sampler;
    BackendId m_backend;
};

LockMonitor::LockMonitor(QObject *parent) : QObject(parent)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &LockMonitor::sampleNow);
}

LockMonitor::~LockMonitor()
{
    disposeOf(std::move(m_thread));
}

void LockMonitor::setDatabase(const std::optional<ConnectionSettings> &settings)
{
    if (settings == m_settings)
        return;
    ++m_generation;
    m_timer.stop();
    m_inFlight = false;
    m_failures = 0;
    disposeOf(std::move(m_thread));
    m_settings = settings;
    m_sample = {};
    m_tree = {};
    m_error.reset();
    if (settings) {
        m_watch = std::make_shared<Watch>();
        m_thread = std::make_unique<SessionThread>(*settings, SessionRole::Monitor);
    }
    Q_EMIT stateChanged();
    sampleNow();
}

void LockMonitor::setOwnBackends(std::function<QList<BackendId>()> own)
{
    m_own = std::move(own);
}

void LockMonitor::setInterest(Interest interest, bool interested)
{
    bool &flag = interest == Interest::Pane ? m_forPane : m_forRun;
    if (flag == interested)
        return;
    flag = interested;
    Q_EMIT stateChanged();
    sampleNow();
}

LockMonitor::State LockMonitor::state() const
{
    if (!m_settings)
        return State::NoDatabase;
    if (m_error)
        return State::Lost;
    if (!isWanted())
        return State::Paused;
    return m_sample.takenAt.isValid() ? State::Watching : State::Connecting;
}

void LockMonitor::sampleNow()
{
    if (m_replay || !m_thread || !isWanted() || m_inFlight)
        return;
    m_timer.stop();
    m_inFlight = true;
    auto work = [watch = m_watch](Session &session, const std::stop_token &) -> Result<Taken> {
        LockSampler &sampler = watch->samplerOf(session);
        Result<LockSample> sample = sampler.sample(session);
        if (!sample)
            return std::unexpected(sample.error());
        return Taken{std::move(*sample), sampler.interval()};
    };
    m_thread->run(std::move(work)).then(this, [this, generation = m_generation](Result<Taken> taken) {
        if (generation == m_generation)
            finish(std::move(taken));
    });
}

void LockMonitor::finish(Result<Taken> taken)
{
    m_inFlight = false;
    if (taken) {
        m_interval = taken->interval;
        take(std::move(taken->sample));
        sampleLater(m_interval);
        return;
    }
    take(std::unexpected(taken.error()));
    sampleLater(m_failures < 2 ? 1s : 5s);
}

void LockMonitor::sampleLater(std::chrono::milliseconds delay)
{
    if (isWanted())
        m_timer.start(delay);
}

void LockMonitor::take(const Result<LockSample> &sample)
{
    const State before = state();
    if (sample) {
        m_failures = 0;
        m_error.reset();
        m_sample = *sample;
        m_sample.markOwn(m_own());
        m_tree = buildBlockingTree(m_sample);
    } else {
        ++m_failures;
        m_error = sample.error();
    }
    Q_EMIT sampled();
    if (state() != before)
        Q_EMIT stateChanged();
}

QFuture<Result<std::optional<LockSession>>> LockMonitor::look(const BackendId &backend)
{
    Q_ASSERT(m_thread);
    return m_thread->run([watch = m_watch, backend](Session &session, const std::stop_token &) {
        return watch->samplerOf(session).look(session, backend);
    });
}

QFuture<Result<bool>> LockMonitor::cancel(const BackendId &backend)
{
    Q_ASSERT(m_thread);
    return m_thread->run([watch = m_watch, backend](Session &session, const std::stop_token &) {
        return watch->samplerOf(session).cancel(session, backend);
    });
}

QFuture<Result<bool>> LockMonitor::terminate(const BackendId &backend)
{
    Q_ASSERT(m_thread);
    return m_thread->run([watch = m_watch, backend](Session &session, const std::stop_token &) {
        return watch->samplerOf(session).terminate(session, backend);
    });
}

} // namespace Whimbrel
