// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "machine.h"
#include "mainwindow/mainwindow.h"
#include "postgresserver.h"
#include "run/runcontroller.h"
#include "test.h"
#include "ui_run/runproject.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::PostgresServer;
using Test::RunProject;

/// The real window when its server goes and comes back.
class TstReconnect : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void serverGoesAndComesBack();
    void connectsAgainByItself();
    void serverGoesDuringARun();
};

namespace {

/// Ticks on the GUI thread, and knows the longest time between two ticks.
class Pulse
{
public:
    Pulse()
    {
        m_timer.setInterval(10);
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer,
                         [this] { m_longest = std::max(m_longest, m_last.restart()); });
        resume();
    }
    /// While the test itself waits for the server.
    void pause() { m_timer.stop(); }
    void resume()
    {
        m_last.start();
        m_timer.start();
    }
    qint64 longest() const { return m_longest; }

private:
    QTimer m_timer;
    QElapsedTimer m_last;
    qint64 m_longest = 0;
};

constexpr qint64 noticeable = 400; // ms; the first paint of a debug build under load takes half of that

QToolButton *connectionLabel(const MainWindow &window)
{
    return window.findChild<QToolButton *>(u"connectionLabel"_s);
}

void fill(RunProject &project)
{
    project.addMigration(u"1_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (id integer);\n-- migrate:down\nDROP TABLE users;\n");
    project.addMigration(u"2_orders.sql"_s,
                         "-- migrate:up\nCREATE TABLE orders (id integer);\n-- migrate:down\nDROP TABLE orders;\n");
}

/// A crash after all is on the disk: the test's server does not wait for it at a commit.
void crash(PostgresServer &server)
{
    const auto session = Session::open(server.settings(u"postgres"_s), SessionRole::Run);
    QVERIFY(session && (*session)->query(u"CHECKPOINT"_s));
    server.kill();
}

bool apply(RunController &run, int steps)
{
    QSignalSpy ready(&run, &RunController::planReady);
    RunRequest request;
    request.steps = steps;
    run.requestPlan(request);
    if (!ready.wait(20'000))
        return false;
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    return finished.wait(20'000) && finished.first().first().toBool();
}

} // namespace

void TstReconnect::serverGoesAndComesBack()
{
    PostgresServer server;
    server.start();
    REQUIRE_SERVER(server);
    RunProject project({}, server.settings().displayUrl());
    fill(project);
    Workbench &workbench = project.open();
    MainWindow window(workbench);
    window.resize(1200, 800);
    window.show();
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    QVERIFY(apply(workbench.run(), 1));
    QTRY_COMPARE(workbench.timeline().applied, 1);
    QToolButton *label = connectionLabel(window);
    QVERIFY(label->accessibleDescription().startsWith(u"Connected to "_s));

    Pulse pulse;
    pulse.pause();
    crash(server);
    pulse.resume();
    workbench.refresh(); // F5
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Lost, 20'000);
    QVERIFY2(label->accessibleDescription().startsWith(u"Connection lost: "_s),
             qPrintable(label->accessibleDescription()));
    QVERIFY2(label->toolTip().contains(u"Click to try again"_s), qPrintable(label->toolTip()));
    QCOMPARE(workbench.timeline().entries.size(), 2); // what was read last stays in view
    QCOMPARE(workbench.timeline().applied, 1);
    QVERIFY(window.findChild<QTreeView *>(u"timelineView"_s)->model()->rowCount() > 0);

    label->click(); // the server is not there yet: the window says so again
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Lost, 20'000);
    QSignalSpy refused(&workbench.run(), &RunController::planFailed);
    workbench.run().requestPlan({});
    QTRY_COMPARE_WITH_TIMEOUT(refused.size(), 1, 20'000);

    pulse.pause();
    QVERIFY2(server.start(), qPrintable(server.problem()));
    pulse.resume();
    label->click();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Connected, 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(label->accessibleDescription().startsWith(u"Connected to "_s), 20'000);
    QTRY_VERIFY_WITH_TIMEOUT(workbench.timeline().connected, 20'000);
    QCOMPARE(workbench.timeline().applied, 1);
    QVERIFY2(apply(workbench.run(), 1),
             workbench.run().failure() ? qPrintable(workbench.run().failure()->toString()) : "no answer");
    QTRY_COMPARE_WITH_TIMEOUT(workbench.timeline().applied, 2, 20'000);
    QVERIFY2(double(pulse.longest()) < noticeable * Test::slowness(), qPrintable(u"the window stood still for %1 ms"_s.arg(pulse.longest())));
}

void TstReconnect::connectsAgainByItself()
{
    PostgresServer server;
    server.start();
    REQUIRE_SERVER(server);
    RunProject project({}, server.settings().displayUrl());
    fill(project);
    Workbench &workbench = project.open();
    crash(server);
    workbench.refresh();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Lost, 20'000);
    QVERIFY2(server.start(), qPrintable(server.problem()));
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Connected, 30'000); // nobody clicked
    QTRY_COMPARE_WITH_TIMEOUT(workbench.timeline().pending, 2, 20'000);
}

void TstReconnect::serverGoesDuringARun()
{
    PostgresServer server;
    server.start();
    REQUIRE_SERVER(server);
    RunProject project({}, server.settings().displayUrl());
    fill(project);
    project.addMigration(u"3_endless.sql"_s,
                         "-- migrate:up\nCREATE TABLE never (id integer);\nSELECT pg_sleep(600);\n");
    Workbench &workbench = project.open();
    MainWindow window(workbench);
    window.show();
    RunController &run = workbench.run();
    QSignalSpy ready(&run, &RunController::planReady);
    run.requestPlan({});
    QTRY_COMPARE_WITH_TIMEOUT(ready.size(), 1, 20'000);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(
        !run.events().isEmpty() && run.events().last().statement == 2 && run.events().last().version == u"3", 20'000);
    Pulse pulse;
    pulse.pause();
    crash(server);
    pulse.resume();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->kind, ErrorKind::ConnectionLost);
    QVERIFY2(run.failure()->detail.contains(u"rolls the migration's transaction back"_s),
             qPrintable(run.failure()->detail));
    QVERIFY2(run.failure()->hint.contains(u"Run again when the server can be reached"_s),
             qPrintable(run.failure()->hint));
    QVERIFY2(double(pulse.longest()) < noticeable * Test::slowness(), qPrintable(u"the window stood still for %1 ms"_s.arg(pulse.longest())));

    QVERIFY2(server.start(), qPrintable(server.problem()));
    workbench.reconnect();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.connectionState(), ConnectionState::Connected, 20'000);
    QTRY_COMPARE_WITH_TIMEOUT(workbench.timeline().applied, 2,
                              20'000); // the two before it stayed, the third is not there
}

WHIMBREL_TEST(TstReconnect)
#include "tst_reconnect.moc"
