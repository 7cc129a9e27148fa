// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runcontroller.h"

#include "checklist/releasestore.h"
#include "plan/targetplan.h"
#include "recovery/recoverycontroller.h"
#include "run/record/runrecord.h"
#include "run/runwatch.h"
#include "settings/settings.h"
#include "workbench/targetchoice.h"
#include "workbench/workbench.h"

#include <QApplication>
#include <QMutex>
#include <QTimer>
#include <QtConcurrentRun>

#include <algorithm>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

/// What the run's thread tells, until the window takes it in.
class EventQueue
{
public:
    void append(const RunEvent &event)
    {
        const QMutexLocker lock(&m_mutex);
        m_events << event;
    }
    QList<RunEvent> take()
    {
        const QMutexLocker lock(&m_mutex);
        return std::exchange(m_events, {});
    }

private:
    QMutex m_mutex;
    QList<RunEvent> m_events;
};

/// What ran belongs to the open release. Where that cannot be noted, the run's end says so.
void recordInRelease(const QDir &folder, const Target &target, const QString &text, Result<RunOutcome> &outcome)
{
    const Result<> recorded =
        text.isEmpty() ? Result<>{} : recordRunInRelease(folder, releaseEnvironment(target), text);
    if (recorded)
        return;
    if (outcome)
        outcome->warnings << recorded.error().toString();
    else
        outcome.error().detail += u'\n' + recorded.error().toString();
}

Error refusal(const QString &message, const QString &hint)
{
    return failure(ErrorKind::Refused, message, hint).error();
}

} // namespace

struct RunController::Private
{
    explicit Private(Workbench &workbench_) : workbench(workbench_) {}

    Workbench &workbench;
    std::optional<RunPlan> plan;
    std::optional<TargetFacts> facts;
    std::optional<Target> plannedFor; ///< the target of the plan last asked for
    int planNumber = 0;   ///< of the plan last asked for; answers to earlier questions are dropped
    int planAnswered = 0; ///< the last number that was answered, or that nobody waits for any more
    bool checkingGate = false;
    bool stopping = false;

    std::unique_ptr<SessionThread> session;
    std::shared_ptr<EventQueue> queue;
    std::shared_ptr<RunControl> control = std::make_shared<RunControl>(); ///< of one run
    QTimer timer;
    RunWatch watch;
    QList<RunEvent> events;
    std::optional<Error> failure;
    RunOutcome outcome;
    EarlierRuns earlierRuns;
    RunEstimate estimate;
    RecoveryController *recovery = nullptr;
};

RunController::RunController(Workbench &workbench) : d(std::make_unique<Private>(workbench))
{
    d->recovery = new RecoveryController(workbench, this);
    d->timer.setInterval(50ms); // 20 updates a second
    connect(&d->timer, &QTimer::timeout, this, &RunController::takeEvents);
    connect(&workbench, &Workbench::timelineChanged, this, [this] {
        if (d->workbench.timeline().connected && d->workbench.target())
            d->earlierRuns.remember(d->workbench.targetName(), d->workbench.timeline());
    });
    connect(&workbench, &Workbench::targetChanged, this, &RunController::dropForeignPlan);
}

RunController::~RunController() = default;

bool RunController::isRunning() const
{
    return d->session != nullptr;
}

bool RunController::isStopping() const
{
    return d->stopping;
}

bool RunController::isPlanning() const
{
    return d->planNumber != d->planAnswered;
}

const std::optional<RunPlan> &RunController::plan() const
{
    return d->plan;
}

const std::optional<TargetFacts> &RunController::facts() const
{
    return d->facts;
}

const QList<RunEvent> &RunController::events() const
{
    return d->events;
}

std::optional<Error> RunController::failure() const
{
    return d->failure;
}

std::shared_ptr<RunControl> RunController::control() const
{
    return d->control;
}

RecoveryController &RunController::recovery() const
{
    return *d->recovery;
}

const EarlierRuns &RunController::earlierRuns() const
{
    return d->earlierRuns;
}

QString RunController::logFile() const
{
    const auto started = std::ranges::find(d->events, RunEvent::Kind::RunStarted, &RunEvent::kind);
    return started == d->events.cend() ? QString() : started->logFile;
}

QStringList RunController::appliedVersions() const
{
    const bool undone = d->plan && d->plan->singleTransaction && d->failure;
    QStringList versions;
    for (const RunEvent &event : std::as_const(d->events)) {
        if (event.kind == RunEvent::Kind::MigrationFinished && event.direction == Direction::Up && !undone)
            versions << event.version;
    }
    return versions;
}

std::optional<TimeLeft> RunController::timeLeft() const
{
    return isRunning() ? d->estimate.left(QDateTime::currentDateTimeUtc()) : std::nullopt;
}

QStringList RunController::warnings() const
{
    return d->outcome.warnings;
}

void RunController::requestPlan(const RunRequest &request)
{
    if (isRunning())
        return;
    const std::shared_ptr<const MigrationProject> project = d->workbench.project();
    SessionThread *browse = d->workbench.browseSession();
    if (!project || !browse) {
        Q_EMIT planFailed(Whimbrel::failure(ErrorKind::Usage, tr("There is no database to plan for."),
                                            tr("Choose an environment, or add one with its address.")).error());
        return;
    }
    d->plannedFor = d->workbench.target();
    const int number = ++d->planNumber;
    Q_EMIT planningStarted();
    QFuture<Result<TargetPlan>> planned =
        d->workbench.connectionState() == ConnectionState::Absent
            ? QtConcurrent::run([project, request, settings = d->workbench.resolvedSettings()] {
                  return planForNewDatabase(*project, settings, request);
              })
            : browse->run(
                  [project, request, guards = d->plannedFor ? d->plannedFor->guards : RunGuards()](Session &session, std::stop_token) {
                      return planOn(session, *project, request, guards);
                  });
    planned.then(this, [this, number](const Result<TargetPlan> &result) {
        if (number != d->planNumber || isRunning())
            return;
        d->planAnswered = number;
        if (!result) {
            Q_EMIT planFailed(result.error());
            return;
        }
        d->plan = result->plan;
        d->facts = result->facts;
        d->earlierRuns.remember(d->workbench.targetName(), result->durations);
        d->events.clear();
        d->failure.reset();
        d->outcome = {};
        Q_EMIT planReady();
    }).onCanceled(this, [this, number] {
        if (number != d->planNumber || isRunning())
            return;
        d->planAnswered = number;
        Q_EMIT planFailed(Whimbrel::failure(ErrorKind::ConnectionLost,
                                            tr("The connection was replaced while the run was planned."),
                                            tr("Nothing was changed. Plan again."))
                              .error());
    });
}

/// A plan is for one target only: its history may look the same as another's.
void RunController::dropForeignPlan()
{
    const std::optional<Target> &now = d->workbench.target();
    const std::optional<Target> &then = d->plannedFor;
    const bool same = now && then && isSameTarget(*now, *then);
    if (same || !then || isRunning())
        return;
    d->planAnswered = ++d->planNumber; // what is being planned is not wanted any more
    d->plannedFor.reset();
    d->plan.reset();
    d->facts.reset();
    d->events.clear();
    d->failure.reset();
    d->outcome = {};
    Q_EMIT planDropped();
}

void RunController::start(const QString &typedName)
{
    dropForeignPlan(); // the target may have changed while a run was on
    const std::optional<Target> &target = d->workbench.target();
    const std::shared_ptr<const MigrationProject> project = d->workbench.project();
    if (isRunning() || d->checkingGate || !d->plan || d->plan->isEmpty() || !target || !project)
        return;
    if (!d->plan->refusals.isEmpty()) {
        Q_EMIT startRefused(d->plan->refusals.first());
        return;
    }
    if (target->isProtected && typedName != target->environment) {
        Q_EMIT startRefused(refusal(tr("%1 is protected.").arg(target->environment), tr("Type its name to confirm.")));
        return;
    }
    if (!target->isProtected) {
        begin();
        return;
    }
    d->checkingGate = true;
    QtConcurrent::run([folder = project->folder(), target = *target] { return checkReleaseGate(folder, target); })
        .then(this, [this, number = d->planNumber](const Result<> &gate) {
            d->checkingGate = false;
            if (number != d->planNumber)
                return; // planned anew meanwhile, or for another target: nobody has agreed to that
            if (gate)
                begin();
            else
                Q_EMIT startRefused(gate.error());
        });
}

void RunController::begin()
{
    Target target = *d->workbench.target();
    target.settings = d->workbench.resolvedSettings();
    d->events.clear();
    d->failure.reset();
    d->outcome = {};
    d->estimate = RunEstimate(*d->plan, d->earlierRuns);
    d->queue = std::make_shared<EventQueue>();
    d->control = std::make_shared<RunControl>();
    d->session = std::make_unique<SessionThread>(target.settings, SessionRole::Run);
    d->watch.keepAwake(tr("A database migration is running"));
    d->timer.start();
    Q_EMIT runStarted();

    const auto announceBackend = [this](const BackendId &backend) {
        QMetaObject::invokeMethod(this, [this, backend] { d->workbench.addOwnBackend(backend); });
    };
    d->session
        ->run([project = d->workbench.project(), target, plan = *d->plan, queue = d->queue, control = d->control, announceBackend](
                  Session &session, std::stop_token stop) -> Result<RunOutcome> {
            announceBackend(session.backend());
            Runner runner(*project, target);
            runner.setControl(control);
            RunRecord record(plan);
            runner.setEventHandler([queue, &record](const RunEvent &event) {
                record.take(event);
                queue->append(event);
            });
            Result<RunOutcome> outcome = runner.run(session, plan, stop);
            recordInRelease(project->folder(), target, record.text(outcome), outcome);
            return outcome;
        })
        .then(this, [this](const Result<RunOutcome> &outcome) { finish(outcome); });
}

void RunController::takeEvents()
{
    const qsizetype first = d->events.size();
    d->events += d->queue->take();
    for (const RunEvent &event : d->events.sliced(first))
        d->estimate.take(event);
    if (d->events.size() == first)
        return;
    Q_EMIT eventsAdded(first);
    // A statement goes on for hours: what each of its batches, or each look at it, told is not kept.
    d->events.removeIf([](const RunEvent &event) { return event.kind == RunEvent::Kind::Batch || event.progress; });
}

void RunController::finish(const Result<RunOutcome> &outcome)
{
    d->timer.stop();
    takeEvents();
    if (outcome)
        d->outcome = *outcome;
    else
        d->failure = outcome.error();
    d->session.reset();
    d->stopping = false;
    d->watch.allowSleep();
    announce(outcome.has_value());
    Q_EMIT runFinished(outcome.has_value());
}

void RunController::announce(bool succeeded)
{
    const std::optional<Target> &target = d->workbench.target();
    const QString where = target ? target->settings.displayName() : QString();
    const QString title =
        succeeded ? tr("Migrations have run on %1").arg(where) : tr("The run on %1 did not end well").arg(where);
    const Setting<bool> &wanted = succeeded ? Settings::notifyRunFinished : Settings::notifyRunFailed;
    if (wanted.value() && QGuiApplication::applicationState() != Qt::ApplicationActive)
        d->watch.notify(title,
                        succeeded ? tr("%n migrations done.", nullptr, d->outcome.migrationsDone) : d->failure->message,
                        !succeeded);
    d->workbench.setStatus(title);
}

void RunController::stop()
{
    if (!d->session)
        return;
    d->stopping = true;
    d->session->cancel();
    Q_EMIT stopping();
}

} // namespace Whimbrel
