// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockmonitor.h"

#include "locks/history/commitrate.h"
#include "locks/locksampler.h"
#include "workbench/sessiondisposal.h"

using namespace std::chrono_literals;

namespace Whimbrel {

/// What looks over the session that is open now; another session gets another sampler.
class LockMonitor::Watch
{
public:
    LockSampler &samplerOf(Session &session)
    {
        if (!m_sampler || session.backend() != m_backend) {
            m_backend = session.backend();
            m_sampler = LockSampler::create(session);
            m_commitRate = {};
        }
        return *m_sampler;
    }
    Result<Look> look(Session &session, const QList<BackendId> &own)
    {
        LockSampler &sampler = samplerOf(session);
        Result<LockSample> sample = sampler.sample(session);
        if (!sample)
            return std::unexpected(sample.error());
        sample->markOwn(own);
        BlockingTree tree = buildBlockingTree(*sample);
        return Look{std::move(*sample), std::move(tree), m_commitRate.ask(session), sampler.interval()};
    }

private:
    std::unique_ptr<LockSampler> m_sampler;
    CommitRate m_commitRate;
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
    stopIncident();
    m_settings = settings;
    m_sample = {};
    m_tree = {};
    m_error.reset();
    m_history.clear();
    m_pastIncidents.clear();
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
    if (!isWanted())
        stopIncident();
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
    auto work = [watch = m_watch, own = m_own()](Session &session, const std::stop_token &) { return watch->look(session, own); };
    m_thread->run(std::move(work)).then(this, [this, generation = m_generation](Result<Look> look) {
        if (generation == m_generation)
            finish(std::move(look));
    });
}

void LockMonitor::finish(Result<Look> look)
{
    m_inFlight = false;
    takeLook(std::move(look));
    if (m_failures == 0)
        sampleLater(m_interval);
    else
        sampleLater(m_failures < 2 ? 1s : 5s);
}

void LockMonitor::sampleLater(std::chrono::milliseconds delay)
{
    if (isWanted())
        m_timer.start(delay);
}

void LockMonitor::take(const Result<LockSample> &sample, std::optional<float> commitsPerSecond)
{
    takeLook(sample.transform([this, commitsPerSecond](LockSample taken) {
        taken.markOwn(m_own());
        BlockingTree tree = buildBlockingTree(taken);
        return Look{std::move(taken), std::move(tree), commitsPerSecond, m_interval};
    }));
}

void LockMonitor::takeLook(Result<Look> look)
{
    const State before = state();
    if (look) {
        m_failures = 0;
        m_error.reset();
        m_interval = look->interval;
        m_sample = std::move(look->sample);
        m_tree = std::move(look->tree);
        m_history.add(m_sample, m_tree, look->commitsPerSecond);
        if (isWanted()) // else this look was still on its way
            keep(m_incidentWatch.take(m_sample, m_tree));
    } else {
        ++m_failures;
        m_error = look.error();
    }
    Q_EMIT sampled();
    if (state() != before)
        Q_EMIT stateChanged();
}

void LockMonitor::stopIncident()
{
    keep(m_incidentWatch.stop());
}

void LockMonitor::keep(const std::optional<Incident> &ended)
{
    if (!ended)
        return;
    m_pastIncidents << *ended;
    if (m_pastIncidents.size() > keptIncidents)
        m_pastIncidents.removeFirst();
    Q_EMIT incidentEnded(*ended);
}

/// `work(sampler, session)` on the monitor's thread.
template<typename Value, typename Work>
QFuture<Result<Value>> LockMonitor::onThread(Work work)
{
    if (!m_thread) // a person may take long to answer
        return QtFuture::makeReadyValueFuture(Result<Value>(failure(ErrorKind::Refused, tr("Locks are not watched any more. Nothing was done."), tr("Open the Locks pane."))));
    return m_thread->run([watch = m_watch, work](Session &session, const std::stop_token &) { return work(watch->samplerOf(session), session); });
}

QFuture<Result<std::optional<LockSession>>> LockMonitor::look(const BackendId &backend)
{
    return onThread<std::optional<LockSession>>([backend](LockSampler &sampler, Session &session) { return sampler.look(session, backend); });
}

QFuture<Result<bool>> LockMonitor::cancel(const BackendId &backend)
{
    return onThread<bool>([backend](LockSampler &sampler, Session &session) { return sampler.cancel(session, backend); });
}

QFuture<Result<bool>> LockMonitor::terminate(const BackendId &backend)
{
    return onThread<bool>([backend](LockSampler &sampler, Session &session) { return sampler.terminate(session, backend); });
}

} // namespace Whimbrel
