// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopbus.h"
#include "run/runcontroller.h"
#include "run/runwatch.h"
#include "test.h"
#include "ui_run/runproject.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::DesktopBus;
using Test::RunProject;

/// What the desktop is asked for around a run: to stay awake, and to tell its end.
class TstRunWatch : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_DESKTOP_BUS(); }
    void cleanup() { DesktopBus::shared().setServed(true); }
    void staysAwakeWhileARunIsOn();
    void tellsTheEndToWhoeverLooksAway();
    void tellsAFailureUrgently();
    void runsWithoutADesktop();
    void saysNothingToWhoeverLooksAtIt();
};

namespace {

const QByteArray endless =
    "-- migrate:up\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) SELECT count(*) FROM c;\n";

void plan(RunController &run)
{
    QSignalSpy ready(&run, &RunController::planReady);
    run.requestPlan({});
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20'000);
}

void runToEnd(RunController &run)
{
    plan(run);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
}

} // namespace

void TstRunWatch::staysAwakeWhileARunIsOn()
{
    DesktopBus &desktop = DesktopBus::shared();
    RunProject project;
    project.addMigration(u"1_endless.sql"_s, endless);
    RunController &run = project.open().run();
    plan(run);
    QVERIFY(!desktop.login.isInhibited());
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(desktop.login.isInhibited(), 10'000);
    QCOMPARE(desktop.login.inhibitions().last(), u"sleep:idle block: A database migration is running"_s);
    const qsizetype asked = desktop.login.inhibitions().size();
    run.stop();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(!desktop.login.isInhibited(), 10'000); // also after a run that did not end well
    QCOMPARE(desktop.login.inhibitions().size(), asked);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.notifications.notifications().size(), 1,
                              10'000); // or it would come during the next test
}

void TstRunWatch::tellsTheEndToWhoeverLooksAway()
{
    const DesktopBus &desktop = DesktopBus::shared();
    const qsizetype before = desktop.notifications.notifications().size();
    QVERIFY(QGuiApplication::applicationState() != Qt::ApplicationActive);
    RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\n");
    RunController &run = project.open().run();
    runToEnd(run);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.notifications.notifications().size(), before + 1, 10'000);
    const Test::Notification told = desktop.notifications.notifications().last();
    QCOMPARE(told.title, u"Migrations have run on shop.db"_s);
    QCOMPARE(told.text, u"1 migration done."_s);
    QCOMPARE(told.urgency, 1);
    QTRY_VERIFY_WITH_TIMEOUT(!desktop.login.isInhibited(), 10'000);
}

void TstRunWatch::tellsAFailureUrgently()
{
    const DesktopBus &desktop = DesktopBus::shared();
    QVERIFY(QGuiApplication::applicationState() != Qt::ApplicationActive);
    const qsizetype before = desktop.notifications.notifications().size();
    RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nSELECT * FROM \"a<b>\";\n");
    RunController &run = project.open().run();
    runToEnd(run);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.notifications.notifications().size(), before + 1, 10'000);
    const Test::Notification told = desktop.notifications.notifications().last();
    QCOMPARE(told.title, u"The run on shop.db did not end well"_s);
    QVERIFY2(told.text.contains(u"a&lt;b&gt;"_s), qPrintable(told.text)); // a server's words are no mark-up
    QCOMPARE(told.urgency, 2);
}

void TstRunWatch::runsWithoutADesktop()
{
    DesktopBus::shared().setServed(false);
    RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\n");
    RunController &run = project.open().run();
    runToEnd(run);
    QVERIFY(!run.failure().has_value());
    QVERIFY(run.warnings().isEmpty());
}

/// The last test: the offscreen platform stays active once a window was.
void TstRunWatch::saysNothingToWhoeverLooksAtIt()
{
    const DesktopBus &desktop = DesktopBus::shared();
    QWidget window;
    window.show();
    window.activateWindow();
    QTRY_COMPARE(QGuiApplication::applicationState(), Qt::ApplicationActive);
    const qsizetype told = desktop.notifications.notifications().size();
    const qsizetype asked = desktop.login.inhibitions().size();
    RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\n");
    runToEnd(project.open().run());
    RunWatch().keepAwake(u"a call that arrives after every earlier one"_s);
    QTRY_COMPARE_WITH_TIMEOUT(desktop.login.inhibitions().size(), asked + 2, 10'000);
    QCOMPARE(desktop.notifications.notifications().size(), told);
}

WHIMBREL_TEST(TstRunWatch)
#include "tst_runwatch.moc"
