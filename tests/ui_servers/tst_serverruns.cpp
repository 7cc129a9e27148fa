// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "editor/editorarea.h"
#include "editor/migrationeditor.h"
#include "mainwindow/mainwindow.h"
#include "mariadbserver.h"
#include "plan/planview.h"
#include "postgresserver.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "safety/editorsafety.h"
#include "settings/iconengine.h"
#include "test.h"
#include "ui_run/runproject.h"

#include <KMessageWidget>
#include <KTextEditor/Document>
#include <KTextEditor/View>

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::RunProject;

/// The window's runs on PostgreSQL and MariaDB: up, back, a failure, Stop, a connection that is lost.
class TstServerRuns : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void runsUpAndBack_data() { servers(); }
    void runsUpAndBack();
    void failureSaysWhereAndWhatStays_data() { servers(); }
    void failureSaysWhereAndWhatStays();
    void stopEndsTheStatementInFlight_data() { servers(); }
    void stopEndsTheStatementInFlight();
    void lostConnectionEndsTheRun_data() { servers(); }
    void lostConnectionEndsTheRun();
    void noticesAreEvents();
    void whatCannotFitIsToldBefore();
    void thePlanTabTellsWhatCannotFit();
    void theWindowLeavesNoTransactionOpen();

private:
    void servers();
};

namespace {

ConnectionSettings newDatabase(Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? PostgresServer::shared().settings() : MariaDbServer::shared().settings();
}

Rows query(const ConnectionSettings &settings, const QString &sql)
{
    const auto session = Session::open(settings, SessionRole::Run);
    const auto rows = session ? (*session)->query(sql) : std::unexpected(session.error());
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toString()));
    return *rows;
}

bool hasTable(const ConnectionSettings &settings, const QString &name)
{
    const QString schema = settings.dialect == Dialect::PostgreSql ? u"'public'"_s : u"database()"_s;
    return query(settings,
                 u"SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = %1 AND table_name = '%2'"_s
                     .arg(schema, name))
               .number(0, u"n") == 1;
}

/// A statement that does not end by itself.
QByteArray endless(Dialect dialect)
{
    return dialect == Dialect::PostgreSql ? "SELECT pg_sleep(600);"
                                          : "SELECT count(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b;";
}

void plan(RunController &run, const RunRequest &request = {})
{
    QSignalSpy ready(&run, &RunController::planReady);
    QSignalSpy failed(&run, &RunController::planFailed);
    run.requestPlan(request);
    QTRY_VERIFY_WITH_TIMEOUT(ready.size() + failed.size() == 1, 20'000);
    if (!failed.isEmpty())
        QFAIL(qPrintable(failed.first().first().value<Error>().toString()));
}

/// Plans and runs to the end; whether it went well.
bool runToEnd(RunController &run, const RunRequest &request = {})
{
    plan(run, request);
    if (QTest::currentTestFailed())
        return false;
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    return finished.wait(30'000) && finished.first().first().toBool();
}

bool statementIsInFlight(const RunController &run, int statement)
{
    return !run.events().isEmpty() && run.events().last().kind == RunEvent::Kind::StatementStarted &&
           run.events().last().statement == statement;
}

} // namespace

void TstServerRuns::initTestCase()
{
    initIcons();
    REQUIRE_SERVER(PostgresServer::shared());
    REQUIRE_SERVER(MariaDbServer::shared());
}

void TstServerRuns::servers()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
    QTest::newRow("MariaDB") << Dialect::MySql;
}

void TstServerRuns::runsUpAndBack()
{
    QFETCH(const Dialect, dialect);
    const ConnectionSettings settings = newDatabase(dialect);
    RunProject project({}, settings.displayUrl());
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\nINSERT INTO users VALUES "
                                           "(1), (2);\n-- migrate:down\nDROP TABLE users;\n");
    project.addMigration(u"2_orders.sql"_s,
                         "-- migrate:up\nCREATE TABLE orders (id integer);\n-- migrate:down\nDROP TABLE orders;\n");
    Workbench &workbench = project.open();
    QCOMPARE(workbench.timeline().pending, 2);
    RunController &run = workbench.run();
    QVERIFY2(runToEnd(run), run.failure() ? qPrintable(run.failure()->toString()) : "no answer");
    QVERIFY(run.facts() && !run.facts()->version.isEmpty() && !run.facts()->user.isEmpty());
    QTRY_COMPARE(workbench.timeline().pending, 0);
    QVERIFY(hasTable(settings, u"orders"_s));
    QVERIFY(QFile::exists(run.logFile()));

    RunRequest back;
    back.action = RunRequest::Action::Down;
    back.toVersion = u"0"_s;
    QVERIFY2(runToEnd(run, back), run.failure() ? qPrintable(run.failure()->toString()) : "no answer");
    QTRY_COMPARE(workbench.timeline().pending, 2);
    QVERIFY(!hasTable(settings, u"users"_s));
    QVERIFY(!hasTable(settings, u"orders"_s));
}

void TstServerRuns::failureSaysWhereAndWhatStays()
{
    QFETCH(const Dialect, dialect);
    const ConnectionSettings settings = newDatabase(dialect);
    RunProject project({}, settings.displayUrl());
    project.addMigration(u"1_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (id integer);\nINSERT INTO nothing VALUES (1);\n");
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    QVERIFY(!runToEnd(run));
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->kind, ErrorKind::Statement);
    QCOMPARE(run.failure()->position.line, 3);
    QVERIFY2(run.failure()->message.contains(u"nothing"_s), qPrintable(run.failure()->message));
    const bool stays = dialect != Dialect::PostgreSql;
    QCOMPARE(hasTable(settings, u"users"_s), stays);
    const QString state = stays ? u"first statement took effect and stay"_s : u"nothing of it is in the database"_s;
    QVERIFY2(run.failure()->detail.contains(state), qPrintable(run.failure()->detail));
    QTRY_COMPARE(workbench.timeline().entries.first().state, MigrationState::Failed);
}

void TstServerRuns::stopEndsTheStatementInFlight()
{
    QFETCH(const Dialect, dialect);
    const ConnectionSettings settings = newDatabase(dialect);
    RunProject project({}, settings.displayUrl());
    project.addMigration(u"1_endless.sql"_s, "-- migrate:up\nSELECT 1;\n" + endless(dialect) + '\n');
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    plan(run);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(statementIsInFlight(run, 2), 20'000);
    QElapsedTimer timer;
    timer.start();
    run.stop();
    QCOMPARE_LT(timer.elapsed(), 50); // stopping waits for nobody
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QCOMPARE_LT(timer.elapsed(), 5'000);
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->kind, ErrorKind::Cancelled);
    QTRY_COMPARE(workbench.timeline().pending, 1);
    // Nothing of the run is left on the server.
    const QString left =
        dialect == Dialect::PostgreSql
            ? u"SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() AND application_name IN ('whimbrel', 'whimbrel:lock')"_s
            : u"SELECT count(*) AS n FROM information_schema.processlist WHERE info LIKE 'SELECT count(*) FROM seq%' AND db = database()"_s;
    const qlonglong asking = dialect == Dialect::PostgreSql ? 1 : 0; // the session that asks
    QTRY_COMPARE_LE_WITH_TIMEOUT(query(settings, left).number(0, u"n"), asking, 10'000);
}

void TstServerRuns::lostConnectionEndsTheRun()
{
    QFETCH(const Dialect, dialect);
    const ConnectionSettings settings = newDatabase(dialect);
    RunProject project({}, settings.displayUrl());
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\n");
    project.addMigration(u"2_endless.sql"_s, "-- migrate:up\n" + endless(dialect) + '\n');
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    plan(run);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_VERIFY_WITH_TIMEOUT(statementIsInFlight(run, 1) && run.events().last().version == u"2", 20'000);
    if (dialect == Dialect::PostgreSql) {
        query(
            settings,
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s);
    } else {
        const Rows running = query(
            settings,
            u"SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT count(*) FROM seq%' AND db = database()"_s);
        QCOMPARE(running.rows.size(), 1);
        query(settings, u"KILL CONNECTION "_s + running.text(0, u"id"));
    }
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->kind, ErrorKind::ConnectionLost);
    QTRY_COMPARE(workbench.timeline().applied, 1); // the window's own session stands
    QCOMPARE(workbench.connectionState(), ConnectionState::Connected);
}

void TstServerRuns::noticesAreEvents()
{
    RunProject project({}, newDatabase(Dialect::PostgreSql).displayUrl());
    project.addMigration(u"1_notice.sql"_s, "-- migrate:up\nDO $$ BEGIN RAISE NOTICE 'half; way'; END $$;\n");
    RunController &run = project.open().run();
    QVERIFY(runToEnd(run));
    QVERIFY(
        std::ranges::any_of(run.events(), [](const RunEvent &event) { return event.message == u"NOTICE: half; way"; }));
}

namespace {

/// A change of a table that takes longer than others may wait.
void addTooLong(RunProject &project, const ConnectionSettings &settings)
{
    query(settings, u"CREATE TABLE payments (id integer, amount integer)"_s);
    query(settings, u"INSERT INTO payments SELECT n, n FROM generate_series(1, 600000) AS n"_s);
    query(settings, u"ANALYZE payments"_s);
    project.addMigration(u"1_wider.sql"_s, "-- migrate:up\nALTER TABLE payments ALTER COLUMN amount TYPE bigint;\n");
}

} // namespace

/// In the editor's Plan tab, too; and a budget that is typed takes it back before it is saved.
void TstServerRuns::thePlanTabTellsWhatCannotFit()
{
    const ConnectionSettings settings = newDatabase(Dialect::PostgreSql);
    RunProject project({}, settings.displayUrl());
    addTooLong(project, settings);
    for (int i = 0; i < 1000; ++i) // whose analysis is not waited for
        project.addMigration(u"2%1_later.sql"_s.arg(i, 3, 10, QChar(u'0')),
                             "-- migrate:up\nCREATE TABLE later_" + QByteArray::number(i) + " (id integer PRIMARY KEY, note text);\n");
    Workbench &workbench = project.open();
    MainWindow window(workbench);
    window.resize(1200, 800);
    window.show();
    auto *area = window.findChild<EditorArea *>();
    QVERIFY(area);
    MigrationEditor *editor = area->openFile(project.folder() + u"/db/migrations/1_wider.sql"_s);
    QTRY_VERIFY(editor->document().isLoaded());
    editor->showPage(MigrationEditor::Page::Plan);
    const auto *message = editor->findChild<PlanView *>()->findChild<KMessageWidget *>();
    QTRY_VERIFY_WITH_TIMEOUT(message->isVisible(), 20'000);
    QVERIFY2(message->text().contains(u"longer than the stall budget of 100 ms"_s), qPrintable(message->text()));
    Test::savePictures(*editor, u"editor-plan-cannot-fit"_s);
    editor->view()->document()->insertLine(1, u"-- whimbrel: stall-budget 10s"_s);
    QTRY_COMPARE_WITH_TIMEOUT(editor->safety().analysis()->text.count(u"stall-budget"_s), 1, 20'000);
    QThreadPool::globalInstance()->waitForDone(); // where it is found out
    QCoreApplication::processEvents();
    QVERIFY(!message->isVisible());
    editor->document().abandonChanges();
}

/// The pane refuses what the run's guard would, says why and how to go on, and starts nothing.
void TstServerRuns::whatCannotFitIsToldBefore()
{
    const ConnectionSettings settings = newDatabase(Dialect::PostgreSql);
    RunProject project({}, settings.displayUrl());
    addTooLong(project, settings);
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 360);
    pane.show();
    plan(workbench.run());
    QCOMPARE(workbench.run().plan()->refusals.size(), 1);
    const auto *message = pane.findChild<KMessageWidget *>();
    QTRY_VERIFY(message && message->isVisible());
    QVERIFY2(message->text().contains(u"longer than the stall budget of 100 ms"_s) && message->text().contains(u"public.payments is written anew"_s)
                 && message->text().contains(u"-- whimbrel: stall-budget"_s), qPrintable(message->text()));
    Test::savePictures(pane, u"run-cannot-fit"_s);
    QSignalSpy refused(&workbench.run(), &RunController::startRefused);
    workbench.run().start();
    QCOMPARE(refused.size(), 1);
    QVERIFY(!workbench.run().isRunning());
}

/// Neither looking nor running keeps a transaction open, which would hold locks and keep rows from being cleaned up.
void TstServerRuns::theWindowLeavesNoTransactionOpen()
{
    const ConnectionSettings settings = newDatabase(Dialect::PostgreSql);
    RunProject project({}, settings.displayUrl());
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id integer);\n-- migrate:down\nDROP TABLE users;\n");
    Workbench &workbench = project.open();
    MainWindow window(workbench);
    window.show();
    window.showPane(u"locks"_s);
    const auto open = [&settings] {
        return query(settings, u"SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() "
                               "AND pid <> pg_backend_pid() AND state LIKE 'idle in transaction%'"_s).number(0, u"n");
    };
    const auto sessions = [&settings] {
        return query(settings, u"SELECT count(*) AS n FROM pg_stat_activity WHERE datname = current_database() "
                               "AND pid <> pg_backend_pid() AND application_name LIKE '%whimbrel%'"_s).number(0, u"n");
    };
    QTRY_COMPARE_GE(sessions(), 2); // the lock pane's beside the window's own
    QTRY_COMPARE(open(), 0);
    QVERIFY(runToEnd(workbench.run()));
    QTRY_COMPARE(workbench.timeline().pending, 0);
    project.addMigration(u"2_wrong.sql"_s, "-- migrate:up\nCREATE TABLE kept_out (id integer);\nSELECT 1 / 0;\n");
    QTRY_COMPARE(workbench.timeline().pending, 1);
    QVERIFY(!runToEnd(workbench.run()));
    QTRY_COMPARE(open(), 0);
    QVERIFY(!hasTable(settings, u"kept_out"_s));
}

WHIMBREL_TEST(TstServerRuns)
#include "tst_serverruns.moc"
