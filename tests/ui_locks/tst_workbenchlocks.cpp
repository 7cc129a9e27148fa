// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasebuilder.h"
#include "checklist/releasestore.h"
#include "locks/drawing.h"
#include "locks/lockmonitor.h"
#include "locks/workbenchlocks.h"
#include "run/runcontroller.h"
#include "settings/settings.h"
#include "test.h"
#include "ui_run/runproject.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// The lock monitor of a whole workbench, with recorded samples.
class TstWorkbenchLocks : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void incidentGoesIntoTheOpenRelease();
    void statementsOfARunAreMarks();
    void limitsFollowTheSettings();
};

namespace {

void takePile(LockMonitor &monitor, int from, int to)
{
    for (int look = from; look < to; ++look) {
        LockSample sample = look < from + 3 ? sampleFromDrawing(u"*1 <- 2@%1"_s.arg(1200 + look * 500)) : LockSample();
        sample.takenAt = QDateTime::currentDateTimeUtc().addMSecs(look * 500);
        if (!sample.sessions.isEmpty())
            sample.sessions[1].query = u"UPDATE users SET mail = 'anna@example.com'"_s;
        monitor.take(sample);
    }
}

} // namespace

void TstWorkbenchLocks::incidentGoesIntoTheOpenRelease()
{
    RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    Workbench &workbench = project.open();
    LockMonitor &monitor = lockMonitor(workbench);
    monitor.setReplay(true);
    monitor.setInterest(LockMonitor::Interest::Run, true);
    QSignalSpy ended(&monitor, &LockMonitor::incidentEnded);
    QSignalSpy said(&workbench, &Workbench::statusRequested);
    takePile(monitor, 0, 12); // nowhere to note it
    QCOMPARE(ended.size(), 1);

    ReleaseStore store(QDir(project.folder()));
    const Result<Release> release = store.start(releaseEnvironment(*workbench.target()), smallChecklist());
    QVERIFY(release);
    takePile(monitor, 12, 24);
    QCOMPARE(ended.size(), 2);
    QCOMPARE(monitor.pastIncidents().size(), 2);
    const auto recorded = [&] {
        const Result<Release> now = store.read(release->id);
        return now ? now->events.constLast() : ReleaseEvent();
    };
    QTRY_COMPARE(recorded().kind, ReleaseEvent::Kind::Incident);
    const ReleaseEvent event = recorded();
    QVERIFY2(event.text.contains(u"because of this run"_s), qPrintable(event.text));
    QCOMPARE(event.incident[u"waitingForUs"].toInt(), 1);
    const QString tree = event.incident[u"tree"].toString();
    QVERIFY2(tree.contains(u"UPDATE users SET mail = ?"_s), qPrintable(tree));

    // One that is on when the program ends is kept too.
    takePile(monitor, 24, 26);
    monitor.setDatabase(std::nullopt);
    QTRY_VERIFY(!recorded().incident[u"watchedToItsEnd"].toBool(true));
    QVERIFY(said.isEmpty());
}

void TstWorkbenchLocks::statementsOfARunAreMarks()
{
    RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (id INTEGER);\nCREATE TABLE orders (id INTEGER);\n");
    Workbench &workbench = project.open();
    LockMonitor &monitor = lockMonitor(workbench);
    plan(workbench.run());
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    workbench.run().start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    const std::deque<LockMark> &marks = monitor.history().marks();
    QVERIFY(!marks.empty());
    QVERIFY2(marks.front().text.contains(u"20240101000000_users.sql:2  CREATE TABLE users"_s), qPrintable(marks.front().text));
    QVERIFY(marks.front().more > 0 || marks.size() > 1);
}

void TstWorkbenchLocks::limitsFollowTheSettings()
{
    RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    Workbench &workbench = project.open();
    LockMonitor &monitor = lockMonitor(workbench);
    QCOMPARE(monitor.incidentLimits().anybody, 1000ms);
    QCOMPARE(monitor.incidentLimits().becauseOfUs, workbench.target()->guards.stallBudget);
    Settings::incidentMs.setValue(2500);
    applyIncidentLimits(workbench);
    QCOMPARE(monitor.incidentLimits().anybody, 2500ms);
    Settings::incidentMs.setValue(Settings::incidentMs.defaultValue());
}

WHIMBREL_TEST(TstWorkbenchLocks)
#include "tst_workbenchlocks.moc"
