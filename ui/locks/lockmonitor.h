// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"
#include "locks/history/incident.h"
#include "locks/history/lockhistory.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>
#include <optional>

namespace Whimbrel {

/// Samples the locks of one database on a session and a thread of its own, while somebody wants to know. A sample
/// begins only when the one before is in, and later where the server is slow. Remembers ten minutes of them, and the
/// incidents among them. Lives on the GUI thread and never waits.
class LockMonitor final : public QObject
{
    Q_OBJECT

public:
    enum class State {
        NoDatabase,
        Paused,     ///< nobody wants to know
        Connecting, ///< no sample yet
        Watching,
        Lost,       ///< sample() is the last one before; it tries again by itself
    };
    /// Who wants to know.
    enum class Interest { Pane, Run };
    /// Of the incidents that are over, the newest are kept.
    static constexpr qsizetype keptIncidents = 50;

    explicit LockMonitor(QObject *parent = nullptr);
    ~LockMonitor() override;

    /// Forgets everything known of another database.
    void setDatabase(const std::optional<ConnectionSettings> &settings);
    /// Asked at every sample for the sessions to mark as ours.
    void setOwnBackends(std::function<QList<BackendId>()> own);
    void setInterest(Interest interest, bool interested);
    void setIncidentLimits(const IncidentLimits &limits) { m_incidentWatch.setLimits(limits); }
    const IncidentLimits &incidentLimits() const { return m_incidentWatch.limits(); }
    /// A statement of the run began.
    void addMark(const QDateTime &at, const QString &text) { m_history.addMark(at, text); }

    State state() const;
    bool isSQLite() const { return m_settings && m_settings->dialect == Dialect::SQLite; }
    QString databaseName() const { return m_settings ? m_settings->displayName() : QString(); }
    const LockSample &sample() const { return m_sample; } ///< takenAt is invalid before the first one
    const BlockingTree &tree() const { return m_tree; }
    const std::optional<Error> &error() const { return m_error; } ///< while State::Lost
    std::chrono::milliseconds interval() const { return m_interval; }
    /// sample() is its newest, once there is one.
    const LockHistory &history() const { return m_history; }
    const QList<Incident> &pastIncidents() const { return m_pastIncidents; } ///< the newest last
    const std::optional<Incident> &incident() const { return m_incidentWatch.current(); } ///< the one that is on

    // While locks are not watched these three are Refused.

    /// What is known of a session at this moment; empty if it is gone.
    QFuture<Result<std::optional<LockSession>>> look(const BackendId &backend);
    /// False in the result: it is gone, nothing was done. Errors as LockSampler::cancel().
    QFuture<Result<bool>> cancel(const BackendId &backend);
    QFuture<Result<bool>> terminate(const BackendId &backend);

    /// Shows recorded samples: nothing is asked of the server, take() brings them.
    void setReplay(bool replay) { m_replay = replay; }
    /// Where samples arrive, also recorded ones.
    void take(const Result<LockSample> &sample, std::optional<float> commitsPerSecond = {});

Q_SIGNALS:
    void sampled();
    void stateChanged();
    /// It is over, or locks are watched no more.
    void incidentEnded(const Whimbrel::Incident &incident);

private:
    class Watch;
    /// One look, as the monitor's thread hands it over.
    struct Look
    {
        LockSample sample;
        BlockingTree tree;
        std::optional<float> commitsPerSecond;
        std::chrono::milliseconds interval{500};
    };

    template<typename Value, typename Work>
    QFuture<Result<Value>> onThread(Work work);
    bool isWanted() const { return m_forPane || m_forRun; }
    void sampleNow();
    void sampleLater(std::chrono::milliseconds delay);
    void finish(Result<Look> look);
    void takeLook(Result<Look> look);
    void stopIncident();
    void keep(const std::optional<Incident> &ended);

    std::optional<ConnectionSettings> m_settings;
    std::unique_ptr<SessionThread> m_thread;
    std::shared_ptr<Watch> m_watch; ///< used on m_thread only
    std::function<QList<BackendId>()> m_own = [] { return QList<BackendId>(); };
    bool m_forPane = false;
    bool m_forRun = false;
    bool m_inFlight = false;
    bool m_replay = false;
    quint64 m_generation = 0; ///< answers of another database are dropped

    QTimer m_timer;
    std::chrono::milliseconds m_interval{500};
    int m_failures = 0; ///< in a row
    LockSample m_sample;
    BlockingTree m_tree;
    std::optional<Error> m_error;

    LockHistory m_history;
    IncidentWatch m_incidentWatch;
    QList<Incident> m_pastIncidents;
};

} // namespace Whimbrel
