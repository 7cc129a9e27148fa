// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "recovery/recoverycontroller.h"
#include "recovery/recoverypage.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "runproject.h"
#include "settings/iconengine.h"
#include "test.h"
#include "timeline/timelinepane.h"

#include <QAction>
#include <QComboBox>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::visibleButton;
using State = RecoveryController::State;

class TstRecoveryPage : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void afterAKill();
    void afterAFailureInMariaDb();
    void whatNobodyKnows();
    void whatLeavesNothingIsNotShown();
    void aProtectedEnvironmentWantsItsName();
    void foundWhenConnecting();
    void severalLeftOpen();

private:
    static void save(QWidget &pane, const QString &name) { Test::savePictures(pane, u"recovery-"_s + name); }
    static std::unique_ptr<RunPane> openPane(Workbench &workbench);
    /// Plans and starts what is pending.
    static void start(RunController &run);
    static void awaitEnd(RunController &run) { QTRY_VERIFY_WITH_TIMEOUT(!run.isRunning(), 20'000); }
    static void awaitPage(const RunPane &pane, Workbench &workbench)
    {
        QTRY_VERIFY_WITH_TIMEOUT(isShown(pane), 20'000);
        QTRY_COMPARE(workbench.run().recovery().state(), State::Found);
    }
    static Rows query(const ConnectionSettings &settings, const QString &sql);
    static qlonglong number(const ConnectionSettings &settings, const QString &sql)
    {
        const Rows rows = query(settings, sql);
        return rows.isEmpty() ? 0 : rows.number(0, rows.columns.first());
    }
    static QPushButton *way(const QWidget &pane, const char *name) { return pane.findChild<RecoveryPage *>()->findChild<QPushButton *>(QLatin1StringView(name)); }
    static QString text(const QWidget &pane) { return pane.findChild<RecoveryPage *>()->findChild<QTextBrowser *>()->toPlainText(); }
    static bool isShown(const QWidget &pane) { return pane.findChild<RecoveryPage *>()->isVisible(); }
};

std::unique_ptr<RunPane> TstRecoveryPage::openPane(Workbench &workbench)
{
    auto pane = std::make_unique<RunPane>(workbench);
    pane->resize(1100, 320);
    pane->show();
    return pane;
}

void TstRecoveryPage::start(RunController &run)
{
    Test::plan(run);
    run.start();
}

Rows TstRecoveryPage::query(const ConnectionSettings &settings, const QString &sql)
{
    const auto session = Session::open(settings, SessionRole::Run);
    const Result<Rows> rows = session ? (*session)->query(sql) : Result<Rows>(std::unexpected(session.error()));
    if (!rows)
        qFatal("%s", qPrintable(rows.error().toString()));
    return *rows;
}

/// The server's session ends as it does when the program is killed: the journal knows of a beginning and of no end.
void TstRecoveryPage::afterAKill()
{
    PostgresServer &server = PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    query(settings, u"CREATE TABLE users (id integer PRIMARY KEY, email text)"_s);
    query(settings, u"INSERT INTO users VALUES (1, 'a@example.com')"_s);
    Test::RunProject project({}, settings.displayUrl());
    project.addMigration(u"20240101000000_email_index.sql"_s,
                         "-- migrate:up transaction:false\nCREATE TABLE email_words (word text);\nCREATE INDEX CONCURRENTLY users_email ON users (email);\n"
                         "ALTER TABLE email_words ADD COLUMN n integer;\n-- migrate:down\nDROP INDEX users_email;\n");
    Workbench &workbench = project.open();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    QVERIFY(!isShown(pane));
    auto holder = Session::open(settings, SessionRole::Run).value();
    QVERIFY(holder->begin() && holder->query(u"UPDATE users SET email = 'b'"_s));
    start(workbench.run());
    QTRY_VERIFY_WITH_TIMEOUT(number(settings, u"SELECT count(*) FROM pg_class WHERE relname = 'users_email'"_s) == 1, 20'000);
    query(settings, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND datname = current_database()"_s);
    awaitEnd(workbench.run());
    QVERIFY(holder->rollback());

    awaitPage(pane, workbench); // on its own
    QVERIFY2(text(pane).contains(u"Its run was interrupted"_s), qPrintable(text(pane)));
    QVERIFY2(text(pane).contains(u"DROP INDEX CONCURRENTLY public.users_email"_s), qPrintable(text(pane)));
    save(pane, u"after-a-kill"_s);

    // Left, and found again: from the run pane and from the timeline.
    visibleButton(&pane, u"Back to the Run"_s)->click();
    QVERIFY(!isShown(pane));
    QTRY_VERIFY(visibleButton(&pane, u"What Became of It"_s));
    visibleButton(&pane, u"What Became of It"_s)->click();
    QTRY_VERIFY(isShown(pane));
    visibleButton(&pane, u"Back to the Run"_s)->click();
    TimelinePane timeline(workbench);
    timeline.show();
    auto *action = timeline.findChild<QAction *>(u"timeline-recovery"_s);
    QVERIFY(action && action->isEnabled());
    action->trigger();
    QTRY_VERIFY(isShown(pane));
    QTRY_COMPARE(workbench.run().recovery().state(), State::Found);

    way(pane, "recoveryResume")->click();
    QVERIFY(!isShown(pane));
    QTRY_VERIFY(visibleButton(&pane, u"Apply 1 migration"_s));
    visibleButton(&pane, u"Apply 1 migration"_s)->click();
    awaitEnd(workbench.run());
    QVERIFY2(!workbench.run().failure(), workbench.run().failure() ? qPrintable(workbench.run().failure()->toString()) : "");
    QCOMPARE(number(settings, u"SELECT count(*) FROM pg_index WHERE indexrelid = 'users_email'::regclass AND indisvalid"_s), 1);
    QTRY_VERIFY(!action->isEnabled());
    workbench.run().recovery().show(u"20240101000000"_s);
    QTRY_COMPARE(workbench.run().recovery().state(), State::Clean);
    save(pane, u"nothing-left"_s);
}

void TstRecoveryPage::afterAFailureInMariaDb()
{
    MariaDbServer &server = MariaDbServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    Test::RunProject project({}, settings.displayUrl());
    project.addMigration(u"20240101000000_orders.sql"_s,
                         "-- migrate:up\nCREATE TABLE orders (id INT PRIMARY KEY);\nALTER TABLE ordres ADD COLUMN total INT;\nCREATE TABLE items (id INT PRIMARY KEY);\n"
                         "-- migrate:down\nDROP TABLE orders;\n");
    Workbench &workbench = project.open();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    start(workbench.run());
    awaitEnd(workbench.run());
    awaitPage(pane, workbench);
    QVERIFY2(text(pane).contains(u"ordres"_s) && text(pane).contains(u"took effect"_s), qPrintable(text(pane)));
    save(pane, u"after-a-mariadb-failure"_s);

    // To mark it asks, and Cancel is the default.
    way(pane, "recoveryReverted")->click();
    auto *box = pane.findChild<QMessageBox *>();
    QVERIFY(box);
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    QVERIFY2(box->informativeText().contains(u"undo it by hand"_s), qPrintable(box->informativeText()));
    save(*box, u"dialog"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QTRY_VERIFY(!pane.findChild<QMessageBox *>());
    QCOMPARE(workbench.run().recovery().state(), State::Found);
    query(settings, u"DROP TABLE orders"_s);
    way(pane, "recoveryReverted")->click();
    visibleButton(pane.findChild<QMessageBox *>(), u"Mark as Not Applied"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.run().recovery().state(), State::Clean, 20'000);
    QVERIFY2(text(pane).contains(u"recorded as not applied"_s), qPrintable(text(pane)));
    save(pane, u"settled"_s);
    QCOMPARE(query(settings, u"SELECT outcome FROM whimbrel_journal ORDER BY id DESC LIMIT 1"_s).text(0, u"outcome"), u"reverted"_s);
}

void TstRecoveryPage::whatNobodyKnows()
{
    MariaDbServer &server = MariaDbServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    query(settings, u"CREATE PROCEDURE fill_totals() BEGIN COMMIT; DO sleep(60); END"_s);
    Test::RunProject project({}, settings.displayUrl());
    project.addMigration(u"20240101000000_totals.sql"_s,
                         "-- migrate:up\nCREATE TABLE totals (id INT PRIMARY KEY);\nCALL fill_totals();\nALTER TABLE totals ADD COLUMN n INT;\n-- migrate:down\nDROP TABLE totals;\n");
    Workbench &workbench = project.open();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    start(workbench.run());
    const QString waiting = u"SELECT max(id) FROM information_schema.processlist WHERE state = 'User sleep' AND db = database()"_s;
    QTRY_VERIFY_WITH_TIMEOUT(number(settings, waiting) > 0, 20'000);
    query(settings, u"KILL CONNECTION %1"_s.arg(number(settings, waiting)));
    awaitEnd(workbench.run());
    awaitPage(pane, workbench);
    QVERIFY2(text(pane).contains(u"not known"_s), qPrintable(text(pane)));
    QVERIFY(!way(pane, "recoveryResume")->isEnabled());
    save(pane, u"unknown"_s);

    // To roll it back it has to count as applied first; then the plan is shown.
    way(pane, "recoveryRollBack")->click();
    visibleButton(pane.findChild<QMessageBox *>(), u"Roll It Back"_s)->click();
    QTRY_VERIFY_WITH_TIMEOUT(visibleButton(&pane, u"Roll back 1 migration"_s), 20'000);
    QVERIFY(!isShown(pane));
    QTRY_COMPARE(workbench.timeline().applied, 1);
}

/// Nobody has to decide anything: the run pane says what failed.
void TstRecoveryPage::whatLeavesNothingIsNotShown()
{
    Test::RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
    Workbench &workbench = project.open();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    start(workbench.run());
    awaitEnd(workbench.run());
    QTRY_VERIFY(std::ranges::any_of(workbench.timeline().entries, hasOpenAttempt));
    QVERIFY(!isShown(pane));
    QCOMPARE(workbench.run().recovery().state(), State::Nothing);
    workbench.run().recovery().show(u"1"_s); // whoever asks is told
    QTRY_COMPARE(workbench.run().recovery().state(), State::Found);
    QVERIFY(isShown(pane));
    QVERIFY2(text(pane).contains(u"Nothing of it is in the database"_s), qPrintable(text(pane)));
    QVERIFY(!way(pane, "recoveryRollBack"));
    save(pane, u"nothing-in-effect"_s);
}

void TstRecoveryPage::aProtectedEnvironmentWantsItsName()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"1_users.sql"_s, "-- migrate:up transaction:false\nCREATE TABLE users (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
    ReleaseStore store(QDir(project.folder()));
    const Result<Release> release = store.start(u"dev"_s, ChecklistTemplate::standard());
    QVERIFY(release && store.append(release->id, ReleaseEvent::overridden(ReleasePhase::Before, u"a test"_s)));
    Workbench &workbench = project.open();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    Test::plan(workbench.run());
    QSignalSpy begun(&workbench.run(), &RunController::runStarted);
    workbench.run().start(u"dev"_s);
    QTRY_COMPARE(begun.size(), 1); // after the gate was looked at
    awaitEnd(workbench.run());
    awaitPage(pane, workbench);
    QVERIFY(way(pane, "recoveryResume")->isEnabled()); // leads to the plan, which asks
    QVERIFY(!way(pane, "recoveryApplied")->isEnabled());
    auto *name = pane.findChild<QLineEdit *>(u"recoveryName"_s);
    QTRY_VERIFY(name->isEnabled());
    name->setText(u"de"_s);
    QVERIFY(!way(pane, "recoveryApplied")->isEnabled());
    name->setText(u"dev"_s);
    QVERIFY(way(pane, "recoveryApplied")->isEnabled());
    save(pane, u"protected"_s);

    // The window has not seen yet that the release was closed; the gate is asked again.
    QVERIFY(store.append(release->id, ReleaseEvent::closedWith(u"too late today"_s)));
    way(pane, "recoveryApplied")->click();
    visibleButton(pane.findChild<QMessageBox *>(), u"Mark as Applied"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(workbench.run().recovery().state(), State::Failed, 20'000);
    QVERIFY2(text(pane).contains(u"no release of it is open"_s), qPrintable(text(pane)));
    QTRY_COMPARE(workbench.timeline().applied, 0);
    save(pane, u"refused"_s);
}

void TstRecoveryPage::foundWhenConnecting()
{
    Test::RunProject project;
    project.addMigration(u"1_users.sql"_s, "-- migrate:up transaction:false\nCREATE TABLE users (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n");
    {
        Workbench &workbench = project.open();
        start(workbench.run());
        awaitEnd(workbench.run());
    }
    Workbench &workbench = project.open(); // as if the program had been started again
    QTRY_COMPARE_WITH_TIMEOUT(workbench.run().recovery().state(), State::Found, 20'000);
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    QVERIFY(isShown(pane));
    visibleButton(&pane, u"Back to the Run"_s)->click();
    QSignalSpy wanted(&workbench.run().recovery(), &RecoveryController::pageWanted);
    QSignalSpy read(&workbench, &Workbench::timelineChanged);
    workbench.refresh();
    QTRY_VERIFY(!read.isEmpty());
    QCOMPARE(workbench.run().recovery().state(), State::Found); // not looked at again
    QVERIFY(wanted.isEmpty()); // whoever has left it is not bothered
    QVERIFY(!isShown(pane));
}

/// Where one was run past another that had failed. The page shows the first and lists the rest; none pushes itself in front.
void TstRecoveryPage::severalLeftOpen()
{
    Test::RunProject project;
    const auto half = [](const QByteArray &table) {
        return "-- migrate:up transaction:false\nCREATE TABLE " + table + " (id INTEGER);\nINSERT INTO nowhere VALUES (1);\n-- migrate:down\nDROP TABLE " + table + ";\n";
    };
    project.addMigration(u"20240101000000_users.sql"_s, half("users"));
    project.addMigration(u"20240102000000_orders.sql"_s, half("orders"));
    project.addMigration(u"20240103000000_words_of_the_customers_orders.sql"_s, half("words"));
    {
        Workbench &workbench = project.open();
        for (const QString &version : {u"20240101000000"_s, u"20240102000000"_s, u"20240103000000"_s}) {
            Test::plan(workbench.run(), {.onlyVersion = version});
            QSignalSpy finished(&workbench.run(), &RunController::runFinished);
            workbench.run().start();
            QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
            QVERIFY2(workbench.run().failure()->message.contains(u"nowhere"_s), qPrintable(workbench.run().failure()->toString()));
        }
    }
    Workbench &workbench = project.open(); // as if the program had been started again
    RecoveryController &recovery = workbench.run().recovery();
    const std::unique_ptr<RunPane> shown = openPane(workbench);
    RunPane &pane = *shown;
    awaitPage(pane, workbench);
    QCOMPARE(recovery.version(), u"20240101000000"_s);
    auto *others = pane.findChild<QComboBox *>(u"recoveryLeftOpen"_s);
    QTRY_VERIFY(others->isVisible());
    QCOMPARE(others->count(), 3);
    QCOMPARE(others->currentText(), u"20240101000000 users"_s);
    save(pane, u"several"_s);
    QSignalSpy read(&workbench, &Workbench::timelineChanged);
    workbench.refresh();
    QTRY_VERIFY(!read.isEmpty());
    QCOMPARE(recovery.version(), u"20240101000000"_s);
    QCOMPARE(recovery.state(), State::Found);

    recovery.settle(Resolution::Reverted, {});
    QTRY_COMPARE(others->count(), 2);
    QCOMPARE(recovery.state(), State::Clean);
    QCOMPARE(others->currentIndex(), -1);
    QCOMPARE(others->placeholderText(), u"2 more left open"_s);
    save(pane, u"several-one-settled"_s);

    others->setCurrentIndex(1);
    Q_EMIT others->activated(1);
    QTRY_COMPARE(recovery.state(), State::Found);
    QCOMPARE(recovery.version(), u"20240103000000"_s);
    QVERIFY2(text(pane).contains(u"CREATE TABLE words"_s), qPrintable(text(pane)));
    recovery.settle(Resolution::Reverted, {});
    QTRY_COMPARE(others->count(), 1);
    QVERIFY(others->isVisible()); // the one that is left is not the one that is shown
    recovery.show(u"20240102000000"_s);
    QTRY_COMPARE(recovery.state(), State::Found);
    QVERIFY(!others->isVisible());
}

WHIMBREL_TEST(TstRecoveryPage)
#include "tst_recoverypage.moc"
