// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/workbenchlocks.h"

#include "checklist/releasestore.h"
#include "locks/lockmonitor.h"
#include "locks/locksbadge.h"
#include "locks/lockspane.h"
#include "report/incidentreport.h"
#include "run/runcontroller.h"
#include "settings/settings.h"
#include "sql/passwords.h"
#include "workbench/workbench.h"

#include <QCoreApplication>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct WorkbenchLocks
{
    Q_DECLARE_TR_FUNCTIONS(WorkbenchLocks)
};

/// Where incidents of the database that is watched are to be kept. That of the target before, until the monitor leaves it.
struct Place
{
    QDir folder;
    QString environment;
    Dialect dialect = Dialect::PostgreSql;
};

/// In the release that is open there; in the pane's list alone where none is.
void keepInRelease(Workbench &workbench, const Place &place, const Incident &incident)
{
    QtConcurrent::run([place, incident] {
        const QJsonObject facts = incidentRecord(incident, place.dialect);
        return recordInRelease(place.folder, place.environment, ReleaseEvent::incidentSeen(incidentSummary(incident), facts));
    }).then(&workbench, [&workbench](const Result<> &kept) {
        if (!kept)
            workbench.setStatus(WorkbenchLocks::tr("An incident could not be kept in the release: %1").arg(kept.error().message));
    });
}

/// "add_status.sql:3  ALTER TABLE users …"
QString markText(const RunEvent &event)
{
    const QString statement = withoutPasswords(event.sql).simplified().left(120);
    return event.line > 0 ? u"%1:%2  %3"_s.arg(event.file).arg(event.line).arg(statement) : statement;
}

void markStatements(LockMonitor &monitor, const QList<RunEvent> &events, qsizetype first)
{
    for (const RunEvent &event : events.sliced(first)) {
        if (event.kind == RunEvent::Kind::StatementStarted)
            monitor.addMark(event.at, markText(event));
    }
}

/// The target that the workbench has, once it can be connected to: its password is resolved then.
void followTarget(LockMonitor &monitor, Workbench &workbench, Place &place)
{
    const ConnectionState state = workbench.connectionState();
    if (!workbench.target() || !workbench.project() || state == ConnectionState::None || state == ConnectionState::Absent) {
        monitor.setDatabase(std::nullopt);
        return;
    }
    if (state == ConnectionState::Connecting || state == ConnectionState::Failed)
        return;
    monitor.setDatabase(workbench.resolvedSettings());
    place = {workbench.project()->folder(), releaseEnvironment(*workbench.target()), workbench.resolvedSettings().dialect};
    applyIncidentLimits(workbench);
}

} // namespace

LockMonitor &lockMonitor(Workbench &workbench)
{
    if (auto *known = workbench.findChild<LockMonitor *>(Qt::FindDirectChildrenOnly))
        return *known;
    auto *monitor = new LockMonitor(&workbench);
    const auto place = std::make_shared<Place>();
    const auto follow = [monitor, &workbench, place] { followTarget(*monitor, workbench, *place); };
    monitor->setOwnBackends([&workbench] { return workbench.ownBackends(); });
    QObject::connect(&workbench, &Workbench::targetChanged, monitor, follow);
    QObject::connect(&workbench, &Workbench::connectionChanged, monitor, follow);
    QObject::connect(monitor, &LockMonitor::incidentEnded, &workbench,
                     [&workbench, place](const Incident &incident) { keepInRelease(workbench, *place, incident); });
    // What is on then is kept too.
    QObject::connect(qApp, &QCoreApplication::aboutToQuit, monitor, [monitor] { monitor->setDatabase(std::nullopt); });
    RunController &run = workbench.run();
    QObject::connect(&run, &RunController::runStarted, monitor,
                     [monitor] { monitor->setInterest(LockMonitor::Interest::Run, true); });
    QObject::connect(&run, &RunController::runFinished, monitor,
                     [monitor] { monitor->setInterest(LockMonitor::Interest::Run, false); });
    QObject::connect(&run, &RunController::eventsAdded, monitor,
                     [monitor, &run](qsizetype first) { markStatements(*monitor, run.events(), first); });
    follow();
    return *monitor;
}

void applyIncidentLimits(Workbench &workbench)
{
    IncidentLimits limits{.anybody = std::chrono::milliseconds(Settings::incidentMs.value())};
    if (workbench.target())
        limits.becauseOfUs = workbench.target()->guards.stallBudget;
    lockMonitor(workbench).setIncidentLimits(limits);
}

QWidget *createLocksPane(Workbench &workbench, QWidget *parent)
{
    return new LocksPane(lockMonitor(workbench), parent);
}

QWidget *createLocksBadge(Workbench &workbench, QWidget *parent)
{
    auto *badge = new LocksBadge(lockMonitor(workbench), parent);
    QObject::connect(badge, &QToolButton::clicked, &workbench, [&workbench] { workbench.showPane(u"locks"_s); });
    return badge;
}

} // namespace Whimbrel
