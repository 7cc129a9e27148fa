// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "plan/planview.h"
#include "run/backfillbar.h"
#include "run/runcontrol.h"
#include "run/runcontroller.h"
#include "run/runpane.h"
#include "run/statementbar.h"
#include "runproject.h"
#include "settings/iconengine.h"
#include "settings/theme.h"
#include "test.h"

#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStyleHints>
#include <QTextBrowser>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::visibleButton;

class TstRunPane : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { initIcons(); }
    void beforeDuringAfter();
    void aFailureLinksToItsPlace();
    void theNameHasToBeTyped();
    void rollingBackAsksFirst();
    void escapeDoesNotStop();
    void aBackfillIsPausedAndPaced();
    void aCopyIsOnlyMadeSlower();
    void aLongStatementSaysHowFarItIs();
    void whatAServerTells();

private:
    static void save(QWidget &pane, const QString &name) { Test::savePictures(pane, u"run-"_s + name); }
    static void plan(RunController &run, RunRequest::Action action = RunRequest::Action::Up) { Test::plan(run, {.action = action}); }
};

void TstRunPane::beforeDuringAfter()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (\n  id INTEGER PRIMARY KEY,\n  email TEXT NOT NULL\n);\nCREATE INDEX idx_users_email ON users (email);\n"
                         "-- migrate:down\nDROP TABLE users;\n");
    project.addMigration(u"20240102000000_seed_users.sql"_s,
                         "-- migrate:up\nINSERT INTO users (email)\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 1000000)\nSELECT 'person' || x || '@example.com' FROM c;\n"
                         "-- migrate:down\nDELETE FROM users;\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    save(pane, u"idle"_s);

    plan(workbench.run());
    QPushButton *run = visibleButton(&pane, u"Apply 2 migrations to dev"_s);
    QVERIFY(run);
    QVERIFY(!run->isDefault());
    save(pane, u"before"_s);

    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    run->click();
    QTRY_VERIFY(pane.planView().model().statementsDone() >= 2);
    QVERIFY(visibleButton(&pane, u"Stop"_s));
    save(pane, u"running"_s);
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 60'000);
    QVERIFY(visibleButton(&pane, u"Roll Back 2"_s));
    save(pane, u"done"_s);
}

void TstRunPane::aFailureLinksToItsPlace()
{
    Test::RunProject project;
    project.addMigration(u"20240100000000_shops.sql"_s, "-- migrate:up\nCREATE TABLE shops (id INTEGER);\n-- migrate:down\nDROP TABLE shops;\n");
    project.addMigration(u"20240101000000_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (id INTEGER PRIMARY KEY);\n\nALTER TABEL users ADD COLUMN email TEXT;\nCREATE TABLE later (id);\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    QSignalSpy opened(&workbench, &Workbench::openFileRequested);
    visibleButton(&pane, u"Apply 2 migrations"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    save(pane, u"failed"_s);
    QVERIFY(visibleButton(&pane, u"Open Log"_s));
    visibleButton(&pane, u"Open File"_s)->click();
    QCOMPARE(opened.size(), 1);
    QVERIFY(QFileInfo::exists(opened.first().at(0).toString()));
    QCOMPARE(opened.first().at(1).toInt(), 4);

    // The place is a link, and the link opens it.
    const auto *details = pane.findChild<QTextBrowser *>(u"runDetails"_s);
    const QTextCursor place = details->document()->find(u"db/migrations/20240101000000_users.sql:4:7"_s);
    QVERIFY2(!place.isNull(), qPrintable(details->toPlainText()));
    Q_EMIT pane.findChild<QTextBrowser *>(u"runDetails"_s)->anchorClicked(QUrl(place.charFormat().anchorHref()));
    QCOMPARE(opened.size(), 2);
    QVERIFY(QFileInfo::exists(opened.last().at(0).toString()));
    QCOMPARE(opened.last().at(1).toInt(), 4);
    QCOMPARE(opened.last().at(2).toInt(), 7);

    Q_EMIT pane.findChild<QTextBrowser *>(u"runDetails"_s)->anchorClicked(
        QUrl(u"whimbrel:open?file=%2Ftmp%2Fa%20b%26c.sql&line=7&column=3"_s));
    QCOMPARE(opened.last().at(0).toString(), u"/tmp/a b&c.sql"_s);
    QCOMPARE(opened.last().at(1).toInt(), 7);
    QCOMPARE(opened.last().at(2).toInt(), 3);

    QTRY_COMPARE(workbench.timeline().applied, 1); // the one before stays, and may be taken back
    visibleButton(&pane, u"Roll Back 1"_s)->click();
    QTRY_VERIFY(visibleButton(&pane, u"Roll back 1 migration"_s));
    QCOMPARE(pane.planView().model().plan().steps.first().migration.version, u"20240100000000"_s);
}

void TstRunPane::theNameHasToBeTyped()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    QPushButton *run = visibleButton(&pane, u"Apply 1 migration"_s);
    QVERIFY(run);
    QVERIFY(!run->isEnabled());
    QVERIFY(run->shortcut().isEmpty());
    QTRY_VERIFY(run->toolTip().contains(u"no release of it is open"_s));
    QVERIFY(!pane.findChild<QLineEdit *>(u"runName"_s)->isEnabled());
    QVERIFY(visibleButton(&pane, u"Open Release"_s));
    save(pane, u"gate-closed"_s);
    ReleaseStore store(QDir(project.folder()));
    const Result<Release> release = store.start(u"dev"_s, ChecklistTemplate::standard());
    QVERIFY(release && store.append(release->id, ReleaseEvent::overridden(ReleasePhase::Before, u"a test"_s)));
    QTRY_VERIFY(pane.findChild<QLineEdit *>(u"runName"_s)->isEnabled());
    save(pane, u"protected"_s);
    pane.findChild<QLineEdit *>(u"runName"_s)->setText(u"de"_s);
    QVERIFY(!run->isEnabled());
    pane.findChild<QLineEdit *>(u"runName"_s)->setText(u"dev"_s);
    QVERIFY(run->isEnabled());
    // The window has not seen yet that the release was closed; the run looks again.
    QVERIFY(store.append(release->id, ReleaseEvent::closedWith(u"too late today"_s)));
    QSignalSpy refused(&workbench.run(), &RunController::startRefused);
    run->click();
    QTRY_COMPARE(refused.size(), 1);
    QVERIFY(pane.findChild<QTextBrowser *>(u"runDetails"_s)->toPlainText().contains(u"no release of it is open"_s));
    QTRY_VERIFY(!run->isEnabled());
    save(pane, u"refused"_s);
}

void TstRunPane::rollingBackAsksFirst()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s,
                         "-- migrate:up\nCREATE TABLE users (id INTEGER);\n-- migrate:down\nDROP TABLE users;\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    visibleButton(&pane, u"Apply"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);

    plan(workbench.run(), RunRequest::Action::Down);
    visibleButton(&pane, u"Roll back 1 migration"_s)->click();
    auto *box = pane.findChild<QMessageBox *>();
    QVERIFY(box);
    QVERIFY(box->informativeText().contains(u"DROP TABLE users"));
    QCOMPARE(box->defaultButton(), box->button(QMessageBox::Cancel));
    save(*box, u"rollback-dialog"_s);
    QTest::keyClick(box, Qt::Key_Escape);
    QVERIFY(!workbench.run().isRunning());
    QTRY_VERIFY(!pane.findChild<QMessageBox *>());

    visibleButton(&pane, u"Roll back 1 migration"_s)->click();
    visibleButton(pane.findChild<QMessageBox *>(), u"Roll back 1 migration"_s)->click();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
    QVERIFY(finished.last().first().toBool());
    QTRY_COMPARE(workbench.timeline().applied, 0);
}

void TstRunPane::escapeDoesNotStop()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_long.sql"_s,
                         "-- migrate:up\nCREATE TABLE t (id INTEGER);\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO t SELECT count(*) FROM c;\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    QSignalSpy finished(&workbench.run(), &RunController::runFinished);
    visibleButton(&pane, u"Apply"_s)->click();
    QTRY_VERIFY(pane.planView().model().statementsDone() == 1);
    QTest::keyClick(&pane, Qt::Key_Escape);
    QCoreApplication::processEvents();
    QVERIFY(workbench.run().isRunning());
    QCOMPARE(finished.size(), 0);
    workbench.run().stop(); // as the toolbar and Ctrl+. do; the pane says so too
    QVERIFY(!visibleButton(&pane, u"Stop"_s)->isEnabled());
    const auto saysStopping = [](const QLabel *label) { return label->text().startsWith(u"Stopping"_s); };
    QVERIFY(std::ranges::any_of(pane.findChildren<QLabel *>(), saysStopping));
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    save(pane, u"stopped"_s);
}

/// Rows done with a bar; pause and pace act on the run that is on.
void TstRunPane::aBackfillIsPausedAndPaced()
{
    Test::RunProject project;
    project.addMigration(u"1_t.sql"_s,
                         "-- migrate:up\nCREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL);\n"
                         "INSERT INTO t WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 3000) SELECT x, 0 FROM c;\n");
    project.addMigration(u"2_count.sql"_s,
                         "-- migrate:up transaction:false\n-- whimbrel: batch size=10 pause=60ms\nUPDATE t SET n = n + 1;\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    const auto pause = pane.findChild<QPushButton *>(u"pauseRun"_s);
    const auto faster = pane.findChild<QPushButton *>(u"fasterBackfill"_s);
    QVERIFY(pause && faster);
    QVERIFY(!pause->isVisible());
    workbench.run().start();
    QTRY_VERIFY_WITH_TIMEOUT(faster->isVisible(), 20'000);
    QTest::mouseClick(pause, Qt::LeftButton);
    QCOMPARE(pause->text(), u"Resume"_s);
    const auto tells = [&pane](const QString &part) {
        return std::ranges::any_of(pane.findChildren<QLabel *>(), [&](const QLabel *label) { return label->isVisible() && label->text().contains(part); });
    };
    QTRY_VERIFY_WITH_TIMEOUT(tells(u"Paused."_s), 20'000);
    QVERIFY(tells(u"of about 3,000 rows"_s));
    QTRY_VERIFY(tells(u"paused: nothing is locked"_s));
    save(pane, u"backfill"_s);
    for (int i = 0; i < RunControl::fastest; ++i)
        QTest::mouseClick(faster, Qt::LeftButton);
    QVERIFY(!faster->isEnabled());
    QTest::mouseClick(pause, Qt::LeftButton);
    QTRY_VERIFY_WITH_TIMEOUT(!workbench.run().isRunning(), 30'000);
    QVERIFY(!workbench.run().failure());
    QVERIFY(!pause->isVisible());
    QVERIFY(std::ranges::none_of(workbench.run().events(), [](const RunEvent &event) { return event.kind == RunEvent::Kind::Batch; }));
}

/// The tool's copy goes as fast as it can: there is nothing that Faster could do but to take Slower back.
void TstRunPane::aCopyIsOnlyMadeSlower()
{
    BackfillBar bar;
    bar.setControl(std::make_shared<RunControl>());
    const auto slower = bar.findChild<QPushButton *>(u"slowerBackfill"_s);
    const auto faster = bar.findChild<QPushButton *>(u"fasterBackfill"_s);
    RunEvent event{.kind = RunEvent::Kind::Batch};
    event.batch = BatchProgress{.passed = 10, .total = 1000};
    bar.take(event);
    QVERIFY(slower->isVisible() && slower->isEnabled() && !faster->isVisible());
    QVERIFY(!slower->toolTip().contains(u"batches"_s));
    QTest::mouseClick(slower, Qt::LeftButton);
    QVERIFY(faster->isVisible() && faster->isEnabled());
    QTest::mouseClick(faster, Qt::LeftButton);
    QVERIFY(!faster->isVisible());
    event.batch->batchSize = 500; // a backfill after it
    bar.take(event);
    QVERIFY(faster->isVisible() && faster->toolTip().contains(u"batches"_s));
}

void TstRunPane::aLongStatementSaysHowFarItIs()
{
    Test::RunProject project;
    project.addMigration(u"1_long.sql"_s,
                         "-- migrate:up\nCREATE TABLE t (id INTEGER);\nWITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO t SELECT count(*) FROM c;\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    const auto *progress = pane.findChild<QLabel *>(u"statementProgress"_s);
    QVERIFY(progress && !progress->isVisible());
    workbench.run().start();
    QTRY_VERIFY_WITH_TIMEOUT(progress->isVisible(), 20'000);
    QVERIFY2(progress->text().startsWith(u"Statement at line 3, for "_s), qPrintable(progress->text()));
    QVERIFY2(progress->text().contains(u"the database does not tell"_s), qPrintable(progress->text()));
    save(pane, u"long-statement"_s);
    workbench.run().stop();
    QTRY_VERIFY_WITH_TIMEOUT(!workbench.run().isRunning(), 20'000);
    QVERIFY(!progress->isVisible());
    QVERIFY(std::ranges::none_of(workbench.run().events(), [](const RunEvent &event) { return event.progress.has_value(); })); // hours of it are not kept
}

/// As the events of a server come, without one.
void TstRunPane::whatAServerTells()
{
    Test::RunProject project;
    project.addMigration(u"1_index.sql"_s, "-- migrate:up transaction:false\nCREATE INDEX i ON t (n);\nCREATE INDEX j ON t (m);\n");
    Workbench &workbench = project.open();
    RunPane pane(workbench);
    pane.resize(1100, 260);
    pane.show();
    plan(workbench.run());
    auto *bar = pane.findChild<StatementBar *>();
    QVERIFY(bar);
    RunEvent event{.kind = RunEvent::Kind::StatementStarted, .version = u"1"_s, .statement = 1, .statementCount = 2, .line = 2, .elapsedMs = 83'000};
    pane.planView().setColumns(true);
    pane.planView().apply({event}, 0);
    event.kind = RunEvent::Kind::Progress;
    event.progress = StatementProgress{.sample = {.source = ProgressSample::Source::Phases, .phase = u"building index: scanning table"_s,
                                                  .unit = ProgressSample::Unit::Blocks, .done = 128'000, .total = 260'000},
                                       .perMille = 287, .leftMs = 206'000};
    const auto show = [&] {
        bar->take(event);
        pane.planView().apply({event}, 0);
    };
    const auto text = [&pane](const QString &name) {
        const auto *label = pane.findChild<QLabel *>(name);
        return label->isVisible() ? label->text() : QString();
    };
    show();
    QVERIFY2(text(u"statementProgress"_s).contains(u"28 % (estimate from the server's phases), building index: scanning table, 128,000 of 260,000 blocks, 3 min left"_s),
             qPrintable(text(u"statementProgress"_s)));
    QCOMPARE(text(u"statementLocker"_s), QString());
    QCOMPARE(pane.planView().model().currentStatement().data(RunModel::PerMilleRole).toInt(), 287);
    save(pane, u"index-progress"_s);

    event.progress->sample = {.source = ProgressSample::Source::Phases, .phase = u"waiting for writers before validation"_s,
                              .locker = ProgressLocker{.pid = 4711, .application = u"shop-api"_s, .user = u"shop"_s, .state = u"idle in transaction"_s, .ageMs = 180'000}};
    event.progress->leftMs = -1;
    show();
    QCOMPARE(text(u"statementLocker"_s), u"The statement waits for process 4711 (shop-api, user shop), idle in transaction, in a transaction for 3 min."_s);
    event.progress->silentSince = QDateTime::currentDateTimeUtc().addSecs(-12);
    show();
    QVERIFY2(text(u"statementHeartbeat"_s).contains(u"the server has not answered the monitor since "_s), qPrintable(text(u"statementHeartbeat"_s)));
    save(pane, u"waits-and-silent"_s);

    // The migration's statements are done, and what was put off until the commit is not.
    RunEvent commit{.kind = RunEvent::Kind::Progress, .version = u"1"_s, .statementCount = 2, .elapsedMs = 4'000, .progress = StatementProgress()};
    bar->take(commit);
    QVERIFY2(text(u"statementProgress"_s).startsWith(u"COMMIT, for 4.0 s · "_s), qPrintable(text(u"statementProgress"_s)));
    bar->take({.kind = RunEvent::Kind::MigrationFinished, .version = u"1"_s});
    QVERIFY(!bar->isVisible());
    show();
    QVERIFY(bar->isVisible());

    event.kind = RunEvent::Kind::StatementFinished;
    event.progress = {};
    show();
    QVERIFY(!bar->isVisible());
    QVERIFY(!pane.planView().model().currentStatement().data(RunModel::PerMilleRole).isValid());
}

WHIMBREL_TEST(TstRunPane)
#include "tst_runpane.moc"
