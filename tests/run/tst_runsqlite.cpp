// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sessionthread.h"
#include "run/runlock.h"
#include "scriptedproject.h"
#include "test.h"

#include <QLockFile>
#include <QScopeGuard>
#include <QSysInfo>

#include <semaphore>
#include <thread>

#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ScriptedProject;

/// The runner on SQLite files.
class TstRunSqlite : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void appliesAndRollsBack();
    void tellsWhatHappens();
    void failsWithThePlaceAndRollsBack();
    void goesOnAfterTheFailureIsCorrected();
    void stopsAtTheFirstFailure();
    void singleTransactionIsAllOrNothing();
    void singleTransactionStoppedBetweenMigrations();
    void singleTransactionThatCannotBeCommitted();
    void withoutTransactionKeepsWhatTookEffect();
    void resumesWhereItStopped();
    void refusesToResumeAnotherScript();
    void refusesAScriptThatLeavesATransactionOpen();
    void ownTransactionThatIsLostLeavesNothing();
    void staysOutWhereTheJournalCannotBeWritten();
    void journalOffWritesNone();
    void runWithoutJournalStartsAgain();
    void saysOnceThatTheJournalWasMade();
    void journalsHashWhoAndWhen();
    void runsBesideAnAppliedVersionOfTwoFiles();
    void refusesAHistoryThatMoved();
    void refusesWhatThePlanRefuses();
    void refusesReadOnly();
    void lockHeldByAnotherNamesIt();
    void lockIsTheFilesWhateverItsPath();
    void lockFileThatNamesNobodyIsTakenOver();
    void lockOfADeadProcessIsTakenOver();
    void stopCancelsTheStatement();
    void stopFromTheWindowIsWrittenDown();
    void stopBetweenStatements();
    void waitsForAReaderAtCommit();
    void fullDatabaseRollsBack();
    void readOnlyFileIsRefusedUnchanged();
    void freshStateForEachMigration();
    void logFileHoldsTheRun();
    void theJournalNamesThePersonWithoutTheEnvironment();
    void logFileIsNamedWhateverBecomesOfTheRun();
};

namespace {

void fillTwo(ScriptedProject &project)
{
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer primary key);\nINSERT INTO one VALUES (1), (2);"_s, u"DROP TABLE one;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s, u"DROP TABLE two;"_s);
}

} // namespace

void TstRunSqlite::appliesAndRollsBack()
{
    ScriptedProject project;
    fillTwo(project);
    Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(outcome->migrationsDone, 2);
    QCOMPARE(outcome->statementsDone, 3);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(project.tables(), (QStringList{u"one"_s, u"two"_s}));

    outcome = project.run(Test::downTo(u"0"_s));
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.journal(), (QStringList{u"1 up applied 2/2"_s, u"2 up applied 1/1"_s, u"2 down reverted 1/1"_s, u"1 down reverted 1/1"_s}));
    QCOMPARE(project.durations(), (QStringList{u"1 down"_s, u"1 up"_s, u"2 down"_s, u"2 up"_s}));
}

void TstRunSqlite::tellsWhatHappens()
{
    ScriptedProject project;
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    fillTwo(project);
    QVERIFY(project.run());
    QCOMPARE(project.eventLines(), (QStringList{u"run-started"_s, u"migration-started 1"_s, u"statement-started 1:1"_s, u"statement-finished 1:1"_s,
                                                u"statement-started 1:2"_s, u"statement-finished 1:2"_s, u"migration-finished 1"_s,
                                                u"migration-started 2"_s, u"statement-started 2:1"_s, u"statement-finished 2:1"_s,
                                                u"migration-finished 2"_s, u"run-finished"_s}));
    const RunEvent insert = project.events().at(5);
    QCOMPARE(insert.line, 3);
    QCOMPARE(insert.rows, 2);
    QCOMPARE(insert.file, u"db/migrations/1_one.sql"_s);
    QCOMPARE(project.events().last().applied, 2);
}

void TstRunSqlite::failsWithThePlaceAndRollsBack()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\n\n  INSERT INTO one\n  VALUES (1, 2);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const Error error = outcome.error();
    QCOMPARE(error.kind, ErrorKind::Statement);
    QCOMPARE(error.position.file, u"db/migrations/1_one.sql"_s);
    QCOMPARE(error.position.line, 4);
    QVERIFY2(error.message.contains(u"2 values"_s), qPrintable(error.message));
    QVERIFY2(error.detail.contains(u"In statement 2: INSERT INTO one VALUES (1, 2)"_s), qPrintable(error.detail));
    QVERIFY2(error.detail.contains(u"rolled back: nothing of it is in the database"_s), qPrintable(error.detail));
    QVERIFY2(error.hint.contains(u"Correct the migration and run again"_s), qPrintable(error.hint));
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.journal(), QStringList{u"1 up failed 0/2"_s});
    QCOMPARE(project.eventLines().sliced(project.eventLines().size() - 2), (QStringList{u"migration-failed 1:2"_s, u"run-finished"_s}));
    QCOMPARE(project.events().last().error->message, error.message);
}

void TstRunSqlite::goesOnAfterTheFailureIsCorrected()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nnonsense;"_s);
    QVERIFY(!project.run());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    QVERIFY(project.run());
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunSqlite::stopsAtTheFirstFailure()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"nonsense;"_s);
    project.add(u"3"_s, u"three"_s, u"CREATE TABLE three (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"1 migration of this run was completed before and stays"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.tables(), QStringList{u"one"_s});
}

void TstRunSqlite::singleTransactionIsAllOrNothing()
{
    ScriptedProject project;
    fillTwo(project);
    project.add(u"3"_s, u"three"_s, u"nonsense;"_s);
    RunRequest request;
    request.singleTransaction = true;
    const Result<RunOutcome> outcome = project.run(request);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"The run was one transaction and was rolled back"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.events().last().applied, 0);

    project.add(u"3"_s, u"three"_s, u"CREATE TABLE three (id integer);"_s);
    QVERIFY(project.run(request));
    QCOMPARE(project.applied().size(), 3);
}

void TstRunSqlite::singleTransactionStoppedBetweenMigrations()
{
    ScriptedProject project;
    fillTwo(project);
    std::stop_source stop;
    project.setObserver([&stop](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::MigrationFinished)
            stop.request_stop();
    });
    RunRequest request;
    request.singleTransaction = true;
    const Result<RunOutcome> outcome = project.run(request, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QVERIFY2(!outcome.error().toString().contains(u"stays"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().detail.contains(u"The run was one transaction and was rolled back"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.events().last().applied, 0);
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.applied(), QStringList());
}

void TstRunSqlite::singleTransactionThatCannotBeCommitted()
{
    ScriptedProject project;
    ConnectionSettings settings = project.settings();
    settings.options.insert(u"_foreign_keys"_s, u"on"_s);
    project.setSettings(settings);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer primary key);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer REFERENCES one DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO two VALUES (7);"_s);
    RunRequest request;
    request.singleTransaction = true;
    const Result<RunOutcome> outcome = project.run(request);
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"FOREIGN KEY"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().detail.contains(u"The run was one transaction and was rolled back"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.events().last().applied, 0);
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.applied(), QStringList());
}

void TstRunSqlite::withoutTransactionKeepsWhatTookEffect()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);\nnonsense;\nCREATE TABLE c (id integer);"_s, {},
                u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"Its first 2 statements took effect and stay"_s), qPrintable(outcome.error().detail));
    QVERIFY2(outcome.error().hint.contains(u"the statements that took effect are skipped"_s), qPrintable(outcome.error().hint));
    QCOMPARE(project.tables(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(project.journal(), QStringList{u"1 up failed 2/4"_s});
    QCOMPARE(project.timeline().value().entries.first().state, MigrationState::Failed);
    QCOMPARE(project.timeline().value().entries.first().statementsDone, 2);
}

void TstRunSqlite::resumesWhereItStopped()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nnonsense;\nCREATE TABLE c (id integer);"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    // What failed is corrected; what took effect is unchanged.
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);\nCREATE TABLE c (id integer);"_s, {},
                u"transaction:false"_s);
    const RunPlan plan = project.plan().value();
    QCOMPARE(plan.steps.first().resumeAfter, 1);
    QVERIFY2(plan.steps.first().notes.join(u'\n').contains(u"The first statement took effect"_s), qPrintable(plan.steps.first().notes.join(u'\n')));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(outcome->statementsDone, 2);
    QCOMPARE(project.tables(), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunSqlite::refusesToResumeAnotherScript()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nnonsense;"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE other (id integer);\nCREATE TABLE b (id integer);"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(u"the file no longer begins with it"_s), qPrintable(outcome.error().message));
    QCOMPARE(project.tables(), QStringList{u"a"_s});
}

void TstRunSqlite::refusesAScriptThatLeavesATransactionOpen()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nBEGIN;\nCREATE TABLE b (id integer);"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, u"The script began a transaction and did not end it."_s);
    QCOMPARE(project.tables(), QStringList{u"a"_s});
    QCOMPARE(project.journal(), QStringList{u"1 up failed 1/3"_s}); // what the rollback took back is not counted
    QCOMPARE(project.applied(), QStringList());
}

/// A script that rules its transactions itself, without a journal that could tell what became of them.
void TstRunSqlite::ownTransactionThatIsLostLeavesNothing()
{
    ScriptedProject project;
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nBEGIN;\nCREATE TABLE b (id integer);\nnonsense;"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"Its first statement took effect and stays"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.tables(), QStringList{u"a"_s});
}

/// A statement and its row of the journal are one transaction: where the row cannot be written, the statement is not in effect.
void TstRunSqlite::staysOutWhereTheJournalCannotBeWritten()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s,
                u"CREATE TRIGGER t BEFORE UPDATE ON whimbrel_journal WHEN new.outcome = 'running' BEGIN SELECT raise(ABORT, 'not now'); END;\n"
                "CREATE TABLE a (id integer);"_s,
                {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"None of its statements took effect"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.journal(), QStringList{u"1 up failed 0/2"_s});
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master WHERE type = 'trigger'"_s).number(0, u"n"), 0);
    QCOMPARE(project.plan().value().steps.first().resumeAfter, 0);
}

void TstRunSqlite::journalOffWritesNone()
{
    ScriptedProject project;
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    fillTwo(project);
    QVERIFY(project.run());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master WHERE name = 'whimbrel_journal'"_s).number(0, u"n"), 0);
}

void TstRunSqlite::runWithoutJournalStartsAgain()
{
    ScriptedProject project;
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nnonsense;"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().hint.contains(u"There is no journal to resume from"_s), qPrintable(outcome.error().hint));
    QCOMPARE(project.plan().value().steps.first().resumeAfter, 0);
}

void TstRunSqlite::saysOnceThatTheJournalWasMade()
{
    ScriptedProject project;
    fillTwo(project);
    RunRequest one;
    one.steps = 1;
    QVERIFY(project.run(one));
    QVERIFY2(project.eventLines().at(1).startsWith(u"notice The table whimbrel_journal was created"_s), qPrintable(project.eventLines().at(1)));
    QVERIFY(project.run(one));
    QVERIFY(!project.eventLines().join(u'\n').contains(u"notice"_s));
}

void TstRunSqlite::journalsHashWhoAndWhen()
{
    ScriptedProject project;
    fillTwo(project);
    const QDateTime before = QDateTime::currentDateTimeUtc();
    QVERIFY(project.run());
    const auto session = Session::open(project.settings(), SessionRole::Browse).value();
    const JournalSummary summary = Journal(true, u"schema_migrations"_s).read(*session).value().value(u"1"_s);
    QCOMPARE(summary.outcome, u"applied"_s);
    QCOMPARE(summary.checksum, MigrationProject::hashFile(project.folder() + u"/db/migrations/1_one.sql"_s).value());
    QVERIFY(summary.at >= before.addMSecs(-1) && summary.at <= QDateTime::currentDateTimeUtc());
    QVERIFY2(summary.by.endsWith(u'@' + QSysInfo::machineHostName()), qPrintable(summary.by));
    QCOMPARE(summary.statementsDone, 2);
}

void TstRunSqlite::runsBesideAnAppliedVersionOfTwoFiles()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    QVERIFY(project.run());
    project.add(u"1"_s, u"copy"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstRunSqlite::refusesAHistoryThatMoved()
{
    ScriptedProject project;
    fillTwo(project);
    const RunPlan plan = project.plan().value();
    RunRequest one;
    one.steps = 1;
    QVERIFY(project.run(one));
    const Result<RunOutcome> outcome = project.runPlan(plan);
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(outcome.error().message, u"The history has changed since the run was planned: 1."_s);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunSqlite::refusesWhatThePlanRefuses()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"COMMIT;\nVACUUM;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().detail.contains(u"VACUUM"_s), qPrintable(outcome.error().detail)); // every reason at once
    QCOMPARE(project.tables(), QStringList());
    QVERIFY(project.events().isEmpty());
}

void TstRunSqlite::refusesReadOnly()
{
    ScriptedProject project;
    fillTwo(project);
    project.readOnly() = true;
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(project.tables(), QStringList());
}

void TstRunSqlite::lockIsTheFilesWhateverItsPath()
{
    ScriptedProject project;
    project.execute({u"CREATE TABLE one (id integer)"_s});
    const QString link = project.folder() + u"/link.db"_s;
    QVERIFY(QFile::link(project.settings().database, link));
    ConnectionSettings linked = project.settings();
    linked.database = link;
    const Result<std::unique_ptr<RunLock>> held = RunLock::acquire(project.settings(), u"schema_migrations"_s);
    QVERIFY(held);
    const Result<std::unique_ptr<RunLock>> second = RunLock::acquire(linked, u"schema_migrations"_s);
    QVERIFY(!second);
    QCOMPARE(second.error().kind, ErrorKind::Refused);
}

void TstRunSqlite::lockFileThatNamesNobodyIsTakenOver()
{
    ScriptedProject project;
    QFile torn(project.settings().database + u".whimbrel-lock"_s); // as a process leaves it that was killed while making it
    QVERIFY(torn.open(QIODevice::WriteOnly));
    torn.close();
    const auto lock = RunLock::acquire(project.settings(), u"schema_migrations"_s);
    QVERIFY2(lock, qPrintable(lock ? QString() : lock.error().toString()));
    QVERIFY((*lock)->isHeld());
}

void TstRunSqlite::lockHeldByAnotherNamesIt()
{
    ScriptedProject project;
    fillTwo(project);
    auto held = RunLock::acquire(project.settings(), u"schema_migrations"_s).value();
    QVERIFY(held->isHeld());
    Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(u"process %1 "_s.arg(QCoreApplication::applicationPid())), qPrintable(outcome.error().message));
    QVERIFY2(outcome.error().message.contains(QSysInfo::machineHostName()), qPrintable(outcome.error().message));
    held.reset();
    outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QVERIFY(!QFile::exists(project.settings().database + u".whimbrel-lock"_s));
}

void TstRunSqlite::lockOfADeadProcessIsTakenOver()
{
    ScriptedProject project;
    fillTwo(project);
    QFile file(project.settings().database + u".whimbrel-lock"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("4194303\nwhimbrel\n" + QSysInfo::machineHostName().toUtf8() + "\n\n\n");
    file.close();
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
}

void TstRunSqlite::stopCancelsTheStatement()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\n"
                                  "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;"_s);
    std::stop_source stop;
    std::jthread canceller;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted && event.statement == 2)
            canceller = std::jthread([&] { stop.request_stop(); });
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QVERIFY2(outcome.error().message.startsWith(u"Stopped: statement 2"_s), qPrintable(outcome.error().message));
    QVERIFY2(outcome.error().detail.contains(u"rolled back"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.timeline().value().entries.first().state, MigrationState::Pending); // a stop is no failure
}

/// The window's Stop goes through SessionThread, which sets the stop token and then cancels the session itself.
void TstRunSqlite::stopFromTheWindowIsWrittenDown()
{
    for (int round = 0; round < 20; ++round) {
        ScriptedProject project;
        project.add(u"1"_s, u"one"_s,
                    u"CREATE TABLE a (id integer);\nWITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n;"_s, {},
                    u"transaction:false"_s);
        const MigrationProject opened = project.open();
        const RunPlan plan = project.plan().value();
        Target target;
        target.settings = project.settings();
        QStringList notices;
        SessionThread thread(project.settings(), SessionRole::Run);
        std::binary_semaphore inStatement(0);
        const auto future = thread.run([&](Session &session, const std::stop_token &stop) -> Result<RunOutcome> {
            Runner runner(opened, target);
            runner.setLogFolder({});
            runner.setEventHandler([&](const RunEvent &event) {
                if (event.kind == RunEvent::Kind::StatementStarted && event.statement == 2)
                    inStatement.release();
                if (event.kind == RunEvent::Kind::Notice)
                    notices << event.message;
            });
            return runner.run(session, plan, stop);
        });
        inStatement.acquire();
        thread.cancel();
        const Result<RunOutcome> outcome = future.result();
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
        QVERIFY2(notices.filter(u"could not be written"_s).isEmpty(), qPrintable(notices.join(u'\n')));
        QCOMPARE(project.journal(), QStringList{u"1 up failed 1/2"_s});
    }
}

void TstRunSqlite::stopBetweenStatements()
{
    ScriptedProject project;
    fillTwo(project);
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::MigrationFinished)
            stop.request_stop();
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.tables(), QStringList{u"one"_s});
}

/// A reader that is in the way of COMMIT: SQLite says busy, and the commit works once the reader is gone.
void TstRunSqlite::waitsForAReaderAtCommit()
{
    ScriptedProject project;
    project.guards().lockTimeout = std::chrono::milliseconds(50);
    project.execute({u"CREATE TABLE r (id integer)"_s, u"INSERT INTO r VALUES (1)"_s});
    fillTwo(project);
    const auto reader = Session::open(project.settings(), SessionRole::Run).value();
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.version == u"1" && event.statement == 2) {
            QVERIFY(reader->query(u"BEGIN"_s));
            QVERIFY(reader->query(u"SELECT * FROM r"_s));
        }
        if (event.kind == RunEvent::Kind::LockRetry)
            QVERIFY(reader->query(u"COMMIT"_s));
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QVERIFY(project.eventLines().contains(u"lock-retry 1"_s));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstRunSqlite::fullDatabaseRollsBack()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"PRAGMA max_page_count = 20;\nCREATE TABLE big (b blob);\nINSERT INTO big VALUES (zeroblob(1000000));"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"full"_s), qPrintable(outcome.error().message));
    QCOMPARE(project.tables(), QStringList{u"one"_s});
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunSqlite::readOnlyFileIsRefusedUnchanged()
{
    if (geteuid() == 0) {
        // root writes everywhere; the database's own switch has the same effect
        ScriptedProject project;
        fillTwo(project);
        project.execute({u"CREATE TABLE there (id integer)"_s});
        ConnectionSettings settings = project.settings();
        settings.options.insert(u"mode"_s, u"ro"_s);
        project.setSettings(settings);
        const Result<RunOutcome> outcome = project.run();
        QVERIFY(!outcome);
        QVERIFY2(outcome.error().message.contains(u"readonly"_s), qPrintable(outcome.error().message));
        QCOMPARE(project.tables(), QStringList{u"there"_s});
        return;
    }
    ScriptedProject project;
    fillTwo(project);
    project.execute({u"CREATE TABLE there (id integer)"_s});
    QVERIFY(QFile::setPermissions(project.settings().database, QFile::ReadOwner));
    QVERIFY(!project.run());
    QCOMPARE(project.tables(), QStringList{u"there"_s});
}

void TstRunSqlite::freshStateForEachMigration()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TEMP TABLE leftover (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TEMP TABLE leftover (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
}

namespace {

QString logFileOf(const ScriptedProject &project)
{
    const auto started = std::ranges::find(project.events(), RunEvent::Kind::RunStarted, &RunEvent::kind);
    return started == project.events().end() ? QString() : started->logFile;
}

} // namespace

void TstRunSqlite::logFileHoldsTheRun()
{
    ScriptedProject project;
    fillTwo(project);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(outcome);
    QFile file(logFileOf(project));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString log = QString::fromUtf8(file.readAll());
    QVERIFY2(log.contains(u"statement-started up 1 statement 2/2 line 3 INSERT INTO one VALUES (1), (2)"_s), qPrintable(log));
    QVERIFY(log.trimmed().endsWith(u"run-finished"_s));
}

void TstRunSqlite::theJournalNamesThePersonWithoutTheEnvironment()
{
    const QByteArray user = qgetenv("USER");
    const QByteArray logname = qgetenv("LOGNAME");
    const auto restore = qScopeGuard([&] {
        qputenv("USER", user);
        qputenv("LOGNAME", logname);
    });
    qunsetenv("USER");
    qunsetenv("LOGNAME");
    ScriptedProject project;
    fillTwo(project);
    QVERIFY(project.run());
    const QString by = project.query(u"SELECT recorded_by FROM whimbrel_journal"_s).text(0, u"recorded_by");
    QCOMPARE(by, QString::fromLocal8Bit(::getpwuid(::geteuid())->pw_name) + u'@' + QSysInfo::machineHostName());
}

void TstRunSqlite::logFileIsNamedWhateverBecomesOfTheRun()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"INSERT INTO absent VALUES (1);"_s);
    QVERIFY(!project.run());
    QFile file(logFileOf(project));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().contains("no such table: absent"));
}

WHIMBREL_TEST(TstRunSqlite)
#include "tst_runsqlite.moc"
