// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "run/runcontroller.h"
#include "runproject.h"
#include "test.h"

#include <QSignalSpy>

#include <semaphore>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Whimbrel::Test::plan;

class TstRunController : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void appliesWhatIsPending();
    void aFailureSaysWhere();
    void stopEndsTheStatementInFlight();
    void aProtectedEnvironmentWantsItsName();
    void aProtectedEnvironmentWantsItsRelease();
    void whatChangesWhileTheGateIsAskedDoesNotRun_data();
    void whatChangesWhileTheGateIsAskedDoesNotRun();
    void withoutADatabaseThereIsNoPlan();
    void aPlanIsForItsTargetOnly();
    void anEarlierRunTellsHowLongThisOneTakes();
    void theJournalRemembersAcrossSessions();
    void theReleaseNotesWhatRan();
    void whatAFailedRunAppliedCanBeRolledBack();
};

namespace {

const QByteArray endless = "-- migrate:up\n"
                           "CREATE TABLE kept_out (id INTEGER);\n"
                           "WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c) INSERT INTO kept_out SELECT count(*) FROM c;\n";

} // namespace

void TstRunController::appliesWhatIsPending()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n-- migrate:down\nDROP TABLE users;\n");
    project.addMigration(u"20240102000000_orders.sql"_s, "-- migrate:up\nCREATE TABLE orders (id INTEGER);\nINSERT INTO orders VALUES (1), (2);\n");
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    QCOMPARE(workbench.timeline().pending, 2);
    plan(run);
    QCOMPARE(run.plan()->steps.size(), 2);
    QVERIFY(run.facts()->version.startsWith(u"SQLite"));

    QSignalSpy started(&run, &RunController::runStarted);
    QSignalSpy added(&run, &RunController::eventsAdded);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QCOMPARE(started.size(), 1);
    QVERIFY(run.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY2(finished.first().first().toBool(), run.failure() ? qPrintable(run.failure()->toString()) : "");
    QVERIFY(!run.isRunning());
    QVERIFY(!added.isEmpty());
    QCOMPARE(run.events().last().kind, RunEvent::Kind::RunFinished);
    QTRY_COMPARE(workbench.timeline().pending, 0); // the workbench has looked again

    RunRequest back;
    back.action = RunRequest::Action::Down;
    back.steps = 1;
    plan(run, back);
    QCOMPARE(run.plan()->steps.size(), 1);
    QCOMPARE(run.plan()->steps.first().direction, Direction::Down);
}

void TstRunController::aFailureSaysWhere()
{
    Test::RunProject project;
    const QString file = project.addMigration(u"20240101000000_users.sql"_s,
                                              "-- migrate:up\nCREATE TABLE users (id INTEGER);\nINSERT INTO nothing VALUES (1);\n");
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    plan(run);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!finished.first().first().toBool());
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->position.line, 3);
    QVERIFY(file.endsWith(run.failure()->position.file));
    QVERIFY(run.failure()->message.contains(u"nothing"));
    QTRY_COMPARE(workbench.timeline().pending, 1);
}

void TstRunController::stopEndsTheStatementInFlight()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_endless.sql"_s, endless);
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    plan(run);
    QSignalSpy finished(&run, &RunController::runFinished);
    run.start();
    QTRY_VERIFY(std::ranges::any_of(run.events(), [](const RunEvent &event) {
        return event.kind == RunEvent::Kind::StatementStarted && event.statement == 2;
    }));
    QElapsedTimer timer;
    timer.start();
    run.stop();
    QCOMPARE_LT(timer.elapsed(), 50); // stopping waits for nobody
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 10'000);
    QVERIFY(run.failure().has_value());
    QCOMPARE(run.failure()->kind, ErrorKind::Cancelled);
    QTRY_COMPARE(workbench.timeline().pending, 1);
}

void TstRunController::aProtectedEnvironmentWantsItsName()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    RunController &run = project.open().run();
    plan(run);
    QSignalSpy refused(&run, &RunController::startRefused);
    run.start(u"prod"_s);
    QCOMPARE(refused.size(), 1);
    QVERIFY(!run.isRunning());
}

void TstRunController::aProtectedEnvironmentWantsItsRelease()
{
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    RunController &run = project.open().run();
    plan(run);
    QSignalSpy refused(&run, &RunController::startRefused);
    run.start(u"dev"_s);
    QTRY_COMPARE(refused.size(), 1);
    QCOMPARE(refused.first().first().value<Error>().kind, ErrorKind::Refused);
    QVERIFY(run.events().isEmpty());
}

void TstRunController::whatChangesWhileTheGateIsAskedDoesNotRun_data()
{
    QTest::addColumn<bool>("isOtherTarget");
    QTest::newRow("another environment") << true;
    QTest::newRow("another plan") << false;
}

void TstRunController::whatChangesWhileTheGateIsAskedDoesNotRun()
{
    QFETCH(const bool, isOtherTarget);
    Test::RunProject project("protected = true\n");
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    project.addMigration(u"20240102000000_orders.sql"_s, "-- migrate:up\nCREATE TABLE orders (id INTEGER);\n");
    ReleaseStore store(QDir(project.folder()));
    const Result<Release> release = store.start(u"dev"_s, ChecklistTemplate::standard());
    QVERIFY(release && store.append(release->id, ReleaseEvent::overridden(ReleasePhase::Before, u"a test"_s)));
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    RunRequest one;
    one.steps = 1;
    plan(run, one);
    QSignalSpy started(&run, &RunController::runStarted);
    QThreadPool &pool = *QThreadPool::globalInstance(); // where the gate is asked, behind what holds its only thread
    const int threads = pool.maxThreadCount();
    std::binary_semaphore goOn(0);
    pool.setMaxThreadCount(1);
    pool.start([&goOn] { goOn.acquire(); });
    run.start(u"dev"_s);
    if (isOtherTarget) {
        Environment other;
        other.name = u"other"_s;
        other.url = u"sqlite:other.db"_s;
        other.personal = true;
        QVERIFY(workbench.saveEnvironment(other)); // and chooses it
    } else {
        run.requestPlan({});
    }
    goOn.release();
    pool.waitForDone();
    pool.setMaxThreadCount(threads);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(started.size(), 0);
    QVERIFY(!run.isRunning());
    QTRY_VERIFY(!run.isPlanning());
    QCOMPARE(run.plan().has_value(), !isOtherTarget);
    QCOMPARE(started.size(), 0);
}

void TstRunController::withoutADatabaseThereIsNoPlan()
{
    Workbench workbench({});
    QSignalSpy failed(&workbench.run(), &RunController::planFailed);
    workbench.run().requestPlan({});
    QCOMPARE(failed.size(), 1);
}

void TstRunController::aPlanIsForItsTargetOnly()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    QFile staging(project.folder() + u"/staging.db"_s);
    QVERIFY(staging.open(QIODevice::WriteOnly)); // as empty as dev: nothing in its history tells them apart
    staging.close();
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    plan(run);
    QSignalSpy read(&workbench, &Workbench::timelineChanged);
    workbench.refresh(); // the same target again
    QTRY_VERIFY(!read.isEmpty());
    QVERIFY(run.plan());

    QSignalSpy dropped(&run, &RunController::planDropped);
    Environment other;
    other.name = u"staging"_s;
    other.url = u"sqlite:staging.db"_s;
    other.personal = true;
    QVERIFY(workbench.saveEnvironment(other)); // and chooses it
    QCOMPARE(workbench.targetName(), u"staging"_s);
    QCOMPARE(dropped.size(), 1);
    QVERIFY(!run.plan());
    run.start();
    QVERIFY(!run.isRunning());

    // The answer to a question asked before the change is dropped as well.
    QTRY_COMPARE(workbench.connectionState(), ConnectionState::Connected);
    QSignalSpy ready(&run, &RunController::planReady);
    QSignalSpy failed(&run, &RunController::planFailed);
    run.requestPlan({});
    workbench.setEnvironment(u"dev"_s);
    QTRY_VERIFY(!run.isPlanning());
    QCOMPARE(ready.size() + failed.size(), 0);
    QVERIFY(!run.plan());
}

void TstRunController::anEarlierRunTellsHowLongThisOneTakes()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_numbers.sql"_s,
                         "-- migrate:up\nCREATE TABLE numbers AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 500000) "
                         "SELECT x FROM c;\n-- migrate:down\nDROP TABLE numbers;\n");
    Workbench &workbench = project.open();
    RunController &run = workbench.run();
    QSignalSpy finished(&run, &RunController::runFinished);
    bool told = false;
    connect(&run, &RunController::eventsAdded, this, [&] { told = told || run.timeLeft(); });
    plan(run);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY(!told); // nothing to tell it from
    QTRY_COMPARE(workbench.timeline().applied, 1);

    RunRequest back;
    back.action = RunRequest::Action::Down;
    plan(run, back);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 2, 20'000);
    QTRY_COMPARE(workbench.timeline().applied, 0);
    QString basis;
    connect(&run, &RunController::eventsAdded, this, [&] { basis = run.timeLeft() ? run.timeLeft()->basis : basis; });
    plan(run);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 3, 20'000);
    QVERIFY2(basis.contains(u"dev"_s), qPrintable(basis));
    QVERIFY(!run.timeLeft()); // there is nothing left
}

void TstRunController::theJournalRemembersAcrossSessions()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_numbers.sql"_s,
                         "-- migrate:up\nCREATE TABLE numbers AS WITH RECURSIVE c(x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 500000) "
                         "SELECT x FROM c;\n-- migrate:down\nDROP TABLE numbers;\n");
    for (const RunRequest::Action action : {RunRequest::Action::Up, RunRequest::Action::Down}) {
        RunController &run = project.open().run();
        QSignalSpy finished(&run, &RunController::runFinished);
        plan(run, {.action = action});
        run.start();
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
        QVERIFY(finished.first().first().toBool());
    }
    // The last thing that happened to the file was its rollback; the run before it is what tells.
    RunController &run = project.open().run();
    QSignalSpy finished(&run, &RunController::runFinished);
    QString basis;
    connect(&run, &RunController::eventsAdded, this, [&] { basis = run.timeLeft() ? run.timeLeft()->basis : basis; });
    plan(run);
    run.start();
    QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 20'000);
    QVERIFY2(basis.contains(u"dev"_s), qPrintable(basis));
}

void TstRunController::theReleaseNotesWhatRan()
{
    Test::RunProject project;
    project.addMigration(u"20240101000000_users.sql"_s, "-- migrate:up\nCREATE TABLE users (id INTEGER);\n");
    ReleaseStore store(QDir(project.folder()));
    const Result<Release> release = store.start(u"dev"_s, ChecklistTemplate::standard());
    QVERIFY(release);
    const auto noted = [&] {
        QStringList texts;
        const QList<ReleaseEvent> all = store.read(release->id).value().events;
        for (const ReleaseEvent &event : all) {
            if (event.kind == ReleaseEvent::Kind::RunRecorded)
                texts << event.text;
        }
        return texts;
    };
    RunController &run = project.open().run();
    QSignalSpy finished(&run, &RunController::runFinished);
    plan(run);
    run.start();
    QTRY_COMPARE(finished.size(), 1);
    QCOMPARE(noted(), QStringList{u"1 migration done."_s});

    project.addMigration(u"20240102000000_wrong.sql"_s, "-- migrate:up\nINSERT INTO absent VALUES (1);\n");
    QTRY_COMPARE(project.workbench().timeline().entries.size(), 2);
    QTRY_COMPARE(project.workbench().timeline().pending, 1);
    plan(run);
    run.start();
    QTRY_COMPARE(finished.size(), 2);
    QCOMPARE(noted().size(), 2);
    QVERIFY2(noted().last().contains(u"no such table: absent"_s), qPrintable(noted().last()));
}

void TstRunController::whatAFailedRunAppliedCanBeRolledBack()
{
    Test::RunProject project;
    const QByteArray down = "-- migrate:down\nDROP TABLE ";
    project.addMigration(u"20240105000000_e.sql"_s, "-- migrate:up\nCREATE TABLE e (id INTEGER);\n" + down + "e;\n");
    RunController &run = project.open().run();
    QSignalSpy finished(&run, &RunController::runFinished);
    plan(run);
    run.start();
    QTRY_COMPARE(finished.size(), 1);
    QTRY_COMPARE(project.workbench().timeline().applied, 1);

    // Older ones that arrived later: a rollback of "the last two" would take e with it.
    project.addMigration(u"20240101000000_a.sql"_s, "-- migrate:up\nCREATE TABLE a (id INTEGER);\n" + down + "a;\n");
    project.addMigration(u"20240102000000_b.sql"_s, "-- migrate:up\nCREATE TABLE b (id INTEGER);\n" + down + "b;\n");
    project.addMigration(u"20240103000000_c.sql"_s, "-- migrate:up\nINSERT INTO absent VALUES (1);\n");
    QTRY_COMPARE(project.workbench().timeline().pending, 3);
    plan(run);
    run.start();
    QTRY_COMPARE(finished.size(), 2);
    QVERIFY(run.failure());
    QCOMPARE(run.appliedVersions(), (QStringList{u"20240101000000"_s, u"20240102000000"_s}));
    QVERIFY(QFileInfo::exists(run.logFile()));

    RunRequest back;
    back.action = RunRequest::Action::Down;
    back.versions = run.appliedVersions();
    plan(run, back);
    QCOMPARE(run.plan()->steps.size(), 2);
    QCOMPARE(run.plan()->steps.first().migration.version, u"20240102000000"_s);
    QCOMPARE(run.logFile(), QString()); // of no run yet
    run.start();
    QTRY_COMPARE(finished.size(), 3);
    QVERIFY(finished.last().first().toBool());
    QTRY_COMPARE(project.workbench().timeline().applied, 1);
}

WHIMBREL_TEST(TstRunController)
#include "tst_runcontroller.moc"
