// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runestimate.h"
#include "run/runner.h"
#include "run/runplan.h"
#include "run/targetfacts.h"

#include <QObject>

#include <memory>
#include <optional>

namespace Whimbrel {

class RecoveryController;
class Workbench;

/// Plans and runs for the window: one run at a time, on a session of its own. The window gets at most 20 updates a
/// second.
class RunController final : public QObject
{
    Q_OBJECT

public:
    explicit RunController(Workbench &workbench);
    ~RunController() override;

    bool isRunning() const;
    /// Stop was asked for and the run has not ended yet.
    bool isStopping() const;
    /// The plan last asked for, or running.
    const std::optional<RunPlan> &plan() const;
    /// Everything of the present or the last run; batches and progress only while eventsAdded() tells of them.
    const QList<RunEvent> &events() const;
    std::optional<Error> failure() const;
    /// Of the present or the last run, whatever became of it; empty while there is none.
    QString logFile() const;
    /// What the last run applied and committed, by version: what would have to be rolled back to undo it.
    QStringList appliedVersions() const;
    /// Of the run that is on; unset where there is nothing to tell it from.
    std::optional<TimeLeft> timeLeft() const;
    /// Of a run that ended well: schema.sql not written, journal not created, ...
    QStringList warnings() const;
    /// Where plan() would run and as whom, as the database said when it was planned.
    const std::optional<TargetFacts> &facts() const;
    bool isPlanning() const;
    /// Lets a person pause and pace the run that is on, or the next.
    std::shared_ptr<RunControl> control() const;
    /// How long migrations took where this window saw them run, or the target's journal did.
    const EarlierRuns &earlierRuns() const;

    /// What runs have left open on the target.
    RecoveryController &recovery() const;

public Q_SLOTS:
    /// Plans on a pool thread; planReady or planFailed follows. Changes nothing.
    void requestPlan(const Whimbrel::RunRequest &request);
    /// Runs plan(). On a protected target the release gate is checked, and `typedName` must be the environment's name.
    void start(const QString &typedName = {});
    /// Cancels the statement in flight; returns at once.
    void stop();

Q_SIGNALS:
    void planReady();
    void planFailed(const Whimbrel::Error &error);
    /// Another target was chosen, or the project closed: what was planned is not for it.
    void planDropped();
    void planningStarted();
    /// start() declined before anything was sent: a gate is closed, the name is not the environment's, the plan has
    /// refusals.
    void startRefused(const Whimbrel::Error &error);
    void runStarted();
    void stopping();
    /// Events with index `first` and later in events() are new.
    void eventsAdded(qsizetype first);
    void runFinished(bool succeeded);

private:
    void begin();
    void dropForeignPlan();
    void takeEvents();
    void finish(const Result<RunOutcome> &outcome);
    void announce(bool succeeded);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace Whimbrel
