// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "run/runlock.h"
#include "scriptedproject.h"
#include "test.h"

#include <QScopeGuard>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::ScriptedProject;
using Test::text;

/// The runner against a real MariaDB, which commits definitions by itself.
class TstRunMariaDb : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void appliesAndRollsBack();
    void rowsAloneAreRolledBack();
    void definitionsStayAndTheErrorSaysSo();
    void rowsBeforeAFailedDefinitionAreCounted_data();
    void rowsBeforeAFailedDefinitionAreCounted();
    void hiddenDefinitionsAreNoticed_data();
    void hiddenDefinitionsAreNoticed();
    void resumesWhereItStopped();
    void tablesWithoutTransactionsKeepTheirRows();
    void serverWithoutAutocommit();
    void stopCancelsTheStatement();
    void lostConnectionSaysWhatIsKnown();
    void lockHeldByAnotherNamesIt();
    void lockDiffersByDatabase();
    void freshStateForEachMigration();
    void keepsItsTablesWhereAMigrationLeavesTheDatabase_data();
    void keepsItsTablesWhereAMigrationLeavesTheDatabase();

private:
    static ScriptedProject newProject() { return ScriptedProject(MariaDbServer::shared().settings()); }
};

void TstRunMariaDb::initTestCase()
{
    REQUIRE_SERVER(MariaDbServer::shared());
}

void TstRunMariaDb::appliesAndRollsBack()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1), (2);"_s, u"DROP TABLE one;"_s);
    project.add(u"2"_s, u"two"_s, u"DELIMITER //\nCREATE PROCEDURE two() BEGIN SELECT 1; SELECT 2; END//\nDELIMITER ;\n"_s, u"DROP PROCEDURE two;"_s);
    Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM one"_s).number(0, u"n"), 2);
    const Timeline timeline = project.timeline().value();
    QCOMPARE(timeline.applied, 2);
    QVERIFY(timeline.entries.first().appliedAt.secsTo(QDateTime::currentDateTimeUtc()) < 60);
    outcome = project.run(Test::downTo(u"0"_s));
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.journal(), (QStringList{u"1 up applied 2/2"_s, u"2 up applied 1/1"_s, u"2 down reverted 1/1"_s, u"1 down reverted 1/1"_s}));
    QCOMPARE(project.durations(), (QStringList{u"1 down"_s, u"1 up"_s, u"2 down"_s, u"2 up"_s}));
}

void TstRunMariaDb::rowsAloneAreRolledBack()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE t (id integer primary key)"_s});
    project.add(u"1"_s, u"one"_s, u"INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (1);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().position.line, 3);
    QVERIFY2(outcome.error().detail.contains(u"rolled back: nothing of it is in the database"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 0);
    QCOMPARE(project.applied(), QStringList());
}

void TstRunMariaDb::definitionsStayAndTheErrorSaysSo()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);\nINSERT INTO b VALUES (1);\nINSERT INTO nowhere VALUES (1);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"Its first 2 statements took effect and stay"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.tables(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM b"_s).number(0, u"n"), 0);
    QCOMPARE(project.journal(), QStringList{u"1 up failed 2/4"_s});
    QCOMPARE(project.applied(), QStringList());
}

void TstRunMariaDb::rowsBeforeAFailedDefinitionAreCounted_data()
{
    QTest::addColumn<QString>("last");
    QTest::addColumn<int>("rows"); // that stay
    QTest::addColumn<QString>("journal");
    // A definition that fails while it runs has committed what came before; one that cannot be parsed has not.
    QTest::newRow("runs and fails") << u"ALTER TABLE a ADD COLUMN id integer;"_s << 1 << u"1 up failed 2/3"_s;
    QTest::newRow("cannot be parsed") << u"ALTER TABLE a NONSENSE;"_s << 0 << u"1 up failed 1/3"_s;
}

void TstRunMariaDb::rowsBeforeAFailedDefinitionAreCounted()
{
    QFETCH(const QString, last);
    QFETCH(const int, rows);
    QFETCH(const QString, journal);
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\n"_s + last);
    QVERIFY(!project.run());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), rows);
    QCOMPARE(project.journal(), QStringList{journal});
}

void TstRunMariaDb::hiddenDefinitionsAreNoticed_data()
{
    QTest::addColumn<QString>("statements");
    QTest::addColumn<int>("count");
    QTest::addColumn<QString>("journal");
    QTest::newRow("prepared") << u"PREPARE s FROM 'CREATE TABLE b (id integer)';\nEXECUTE s;\n"_s << 2 << u"1 up failed 2/3"_s;
    QTest::newRow("prepared rows") << u"PREPARE s FROM 'INSERT INTO a VALUES (1)';\nEXECUTE s;\n"_s << 2 << u"1 up failed 0/3"_s;
    QTest::newRow("analyzed rows") << u"ANALYZE INSERT INTO a VALUES (1);\n"_s << 1 << u"1 up failed 0/2"_s;
    QTest::newRow("set statement") << u"SET STATEMENT max_statement_time = 60 FOR CREATE TABLE b (id integer);\n"_s << 1 << u"1 up failed 1/2"_s;
    QTest::newRow("procedure that makes a temporary table")
        << u"CREATE PROCEDURE p() CREATE TEMPORARY TABLE c (id integer);\n"_s << 1 << u"1 up failed 1/2"_s;
}

/// Statements that do not begin like a definition, and commit as one.
void TstRunMariaDb::hiddenDefinitionsAreNoticed()
{
    QFETCH(const QString, statements);
    QFETCH(const int, count);
    QFETCH(const QString, journal);
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE a (id integer)"_s});
    project.add(u"1"_s, u"one"_s, statements + u"INSERT INTO nowhere VALUES (1);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const bool stays = !journal.contains(u" 0/"_s);
    QVERIFY2(outcome.error().detail.contains(stays ? u"took effect and stay"_s : u"None of its statements took effect"_s), qPrintable(text(outcome)));
    QCOMPARE(project.journal(), QStringList{journal});
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 0);
    QCOMPARE(project.plan().value().steps.first().resumeAfter, stays ? count : 0);
}

void TstRunMariaDb::tablesWithoutTransactionsKeepTheirRows()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE a (id integer) ENGINE=MyISAM"_s});
    project.add(u"1"_s, u"one"_s, u"INSERT INTO a VALUES (1);\nINSERT INTO nowhere VALUES (1);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 1);
    QVERIFY2(!outcome.error().detail.contains(u"nothing of it is in the database"_s), qPrintable(text(outcome)));
    QVERIFY2(outcome.error().detail.contains(u"The rollback did not take everything back"_s), qPrintable(text(outcome)));
    QVERIFY2(outcome.error().detail.contains(u"non-transactional"_s), qPrintable(text(outcome)));
    QCOMPARE(project.applied(), QStringList());
}

/// A server that begins every session without autocommit: what is written outside a transaction has to stay all the same.
void TstRunMariaDb::serverWithoutAutocommit()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);"_s);
    project.add(u"2"_s, u"two"_s, u"INSERT INTO a VALUES (2);"_s, {}, u"transaction:false"_s);
    project.execute({u"SET GLOBAL autocommit = 0"_s});
    const auto restore = qScopeGuard([&] { project.execute({u"SET GLOBAL autocommit = 1"_s}); });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 2);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstRunMariaDb::resumesWhereItStopped()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\nnonsense;"_s);
    QVERIFY(!project.run());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\nCREATE TABLE b (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->statementsDone, 2);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 1);
    QCOMPARE(project.tables(), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunMariaDb::stopCancelsTheStatement()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"SELECT count(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b;"_s);
    std::stop_source stop;
    std::jthread canceller;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted)
            canceller = std::jthread([&] {
                project.waitFor(u"SELECT count(*) FROM information_schema.processlist WHERE info LIKE 'SELECT count(*) FROM seq%'"_s);
                stop.request_stop();
            });
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE(project.applied(), QStringList());
}

void TstRunMariaDb::lostConnectionSaysWhatIsKnown()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nKILL CONNECTION CONNECTION_ID();\nCREATE TABLE b (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::ConnectionLost);
    QVERIFY2(outcome.error().detail.contains(u"The first statement took effect and stays; the one in flight may have, too."_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.tables(), QStringList{u"a"_s});
    QCOMPARE(project.timeline().value().entries.first().state, MigrationState::Failed);
}

void TstRunMariaDb::lockHeldByAnotherNamesIt()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    const QString table = project.open().format().historyTable(project.open().configuration(), project.settings())->name();
    auto held = RunLock::acquire(project.settings(), table).value();
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(u"connection "_s), qPrintable(outcome.error().message));
    held.reset();
    QTRY_VERIFY(project.run());
}

void TstRunMariaDb::lockDiffersByDatabase()
{
    const ConnectionSettings one = MariaDbServer::shared().settings();
    const ConnectionSettings two = MariaDbServer::shared().settings();
    const auto first = RunLock::acquire(one, u"schema_migrations"_s);
    QVERIFY(first);
    QVERIFY(RunLock::acquire(two, u"schema_migrations"_s));
    QVERIFY(!RunLock::acquire(one, u"schema_migrations"_s));
}

void TstRunMariaDb::freshStateForEachMigration()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"SET SESSION sql_mode = '';\nSET @a = 1;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE seen AS SELECT @@sql_mode = '' AS empty, @a AS a;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT empty FROM seen"_s).number(0, u"empty"), 0);
    QVERIFY(project.query(u"SELECT a FROM seen"_s).isNull(0, u"a"));
}

void TstRunMariaDb::keepsItsTablesWhereAMigrationLeavesTheDatabase_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("transaction") << QString();
    QTest::newRow("no transaction") << u"transaction:false"_s;
}

/// USE says where the migration works, not where its history and journal are.
void TstRunMariaDb::keepsItsTablesWhereAMigrationLeavesTheDatabase()
{
    QFETCH(const QString, options);
    const QString other = MariaDbServer::shared().settings().database;
    ScriptedProject project = newProject();
    QVERIFY(other != project.settings().database);
    project.add(u"1"_s, u"one"_s, u"USE %1;\nCREATE TABLE there (id integer);\nINSERT INTO there VALUES (1);"_s.arg(other),
                u"USE %1;\nDROP TABLE there;"_s.arg(other), options, options);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE here (id integer);"_s, u"DROP TABLE here;"_s);
    Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(project.journal(), (QStringList{u"1 up applied 3/3"_s, u"2 up applied 1/1"_s}));
    QCOMPARE(project.tables(), QStringList{u"here"_s});
    const QString tablesThere = u"SELECT count(*) AS n FROM information_schema.tables WHERE table_schema = '%1'"_s.arg(other);
    QCOMPARE(project.query(tablesThere).number(0, u"n"), 1);

    outcome = project.run(Test::downTo(u"0"_s));
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.query(tablesThere).number(0, u"n"), 0);
}

WHIMBREL_TEST(TstRunMariaDb)
#include "tst_runmariadb.moc"
