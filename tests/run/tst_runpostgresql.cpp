// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "run/record/lostcommit.h"
#include "run/runlock.h"
#include "scriptedproject.h"
#include "test.h"

#include <QSysInfo>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::PostgresServer;
using Test::ScriptedProject;
using Test::text;

/// The runner against a real PostgreSQL.
class TstRunPostgreSql : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void appliesAndRollsBack();
    void failsWithEverythingTheServerSays();
    void insertsSentTogetherAreToldOneByOne();
    void failsAtTheEndOfTheTransaction();
    void tellsNotices();
    void concurrentlyWaitsWithoutLockTimeout();
    void invalidIndexIsNamed();
    void databaseOfAnotherEncoding();
    void resumesWithTheSettings();
    void aChangedRoleThatMayNotWriteTheJournalIsExplained();
    void lockTimeoutSaysSo();
    void stopCancelsTheStatement();
    void pauseActsBetweenTransactions();
    void lostConnectionRollsBack();
    void lostConnectionDuringCommit();
    void historyTellsWhatBecameOfALostCommit();
    void lostRunLockStopsTheRun();
    void lockHeldByAnotherNamesIt();
    void lockDiffersBySchema();
    void journalThatMayNotBeMade();
    void journalThatMayNotBeWritten();
    void resumesWhereItStopped();
    void freshStateForEachMigration();
    void singleTransactionIsAllOrNothing();
    void guardsAreSetAgainAfterReset();

private:
    /// A project on a database of its own.
    static ScriptedProject newProject() { return ScriptedProject(PostgresServer::shared().settings()); }
    static void terminateRunSession(const ScriptedProject &project, const QString &application = u"whimbrel"_s);
};

void TstRunPostgreSql::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
}

/// From a session of its own, as an administrator would.
void TstRunPostgreSql::terminateRunSession(const ScriptedProject &project, const QString &application)
{
    project.query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() "
                  "AND application_name = '%1'"_s.arg(application));
}

void TstRunPostgreSql::appliesAndRollsBack()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nCOPY one FROM stdin;\n1\n2\n\\.\nUPDATE one SET id = id + 1;"_s, u"DROP TABLE one;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1; $$;"_s, u"DROP FUNCTION f();"_s);
    Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(project.query(u"SELECT sum(id) AS s FROM one"_s).number(0, u"s"), 5);
    QCOMPARE(project.timeline().value().applied, 2);
    outcome = project.run(Test::downTo(u"0"_s));
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.journal(), (QStringList{u"1 up applied 3/3"_s, u"2 up applied 1/1"_s, u"2 down reverted 1/1"_s, u"1 down reverted 1/1"_s}));
    QCOMPARE(project.durations(), (QStringList{u"1 down"_s, u"1 up"_s, u"2 down"_s, u"2 up"_s}));
}

void TstRunPostgreSql::failsWithEverythingTheServerSays()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer PRIMARY KEY);\nINSERT INTO one VALUES (1);\n\n  INSERT INTO one VALUES (1);"_s);
    project.add(u"2"_s, u"two"_s, u"SELECT 1;"_s);
    Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"23505"_s);
    QCOMPARE(outcome.error().position.toString(), u"db/migrations/1_one.sql:5"_s);
    QVERIFY2(outcome.error().detail.contains(u"Key (id)=(1) already exists."_s), qPrintable(outcome.error().detail));
    QVERIFY2(outcome.error().detail.contains(u"rolled back: nothing of it is in the database"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.tables(), QStringList());

    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nSELECT id,\n       idd FROM one;"_s);
    outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().position.toString(), u"db/migrations/1_one.sql:4:8"_s);
    QCOMPARE(project.journal().last(), u"1 up failed 0/2"_s);
    QCOMPARE(project.applied(), QStringList());
}

void TstRunPostgreSql::insertsSentTogetherAreToldOneByOne()
{
    ScriptedProject project = newProject();
    QString script = u"CREATE TABLE one (id integer PRIMARY KEY);\n"_s;
    for (int i = 1; i <= 450; ++i)
        script += u"INSERT INTO one VALUES (%1);\n"_s.arg(i == 333 ? 1 : i);
    project.add(u"1"_s, u"one"_s, script);
    const Result<RunOutcome> failed = project.run();
    QVERIFY(!failed);
    QCOMPARE(failed.error().position.toString(), u"db/migrations/1_one.sql:335"_s); // below the marker and CREATE TABLE
    QCOMPARE(project.eventLines().filter(u"statement-started"_s).size(), 334);
    QCOMPARE(project.eventLines().filter(u"statement-finished"_s).size(), 333);
    QCOMPARE(project.tables(), QStringList());

    project.add(u"1"_s, u"one"_s, script.replace(u"VALUES (1);\nINSERT INTO one VALUES (334)"_s, u"VALUES (333);\nINSERT INTO one VALUES (334)"_s));
    const Result<RunOutcome> done = project.run();
    QVERIFY2(done, qPrintable(text(done)));
    QCOMPARE(done->statementsDone, 451);
    const QStringList lines = project.eventLines().filter(u"statement-"_s);
    QCOMPARE(lines.size(), 902);
    for (int i = 0; i < 451; ++i) {
        QCOMPARE(lines[2 * i], u"statement-started 1:%1"_s.arg(i + 1));
        QCOMPARE(lines[2 * i + 1], u"statement-finished 1:%1"_s.arg(i + 1));
    }
}

void TstRunPostgreSql::failsAtTheEndOfTheTransaction()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer PRIMARY KEY);\n"
                                  "CREATE TABLE b (a integer REFERENCES a DEFERRABLE INITIALLY DEFERRED);\nINSERT INTO b VALUES (7);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"23503"_s);
    QCOMPARE(outcome.error().position.file, u"db/migrations/1_one.sql"_s);
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.applied(), QStringList());
}

void TstRunPostgreSql::tellsNotices()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"SELECT 1;\nDO $$ BEGIN RAISE NOTICE 'half way'; RAISE WARNING 'careful'; END $$;"_s);
    QVERIFY(project.run());
    QVERIFY2(project.eventLines().contains(u"notice 1:2 NOTICE: half way"_s), qPrintable(project.eventLines().join(u'\n')));
    QVERIFY(project.eventLines().contains(u"notice 1:2 WARNING: careful"_s));
}

/// A transaction that is open for longer than the lock time-out: CREATE INDEX CONCURRENTLY waits for it all the same.
void TstRunPostgreSql::concurrentlyWaitsWithoutLockTimeout()
{
    ScriptedProject project = newProject();
    project.guards().lockTimeout = std::chrono::milliseconds(100);
    project.execute({u"CREATE TABLE t (id integer)"_s});
    project.add(u"1"_s, u"one"_s, u"CREATE INDEX CONCURRENTLY t_id ON t (id);\nSELECT set_config('test.lock_timeout', current_setting('lock_timeout'), false);\n"
                                  "CREATE TABLE seen AS SELECT current_setting('test.lock_timeout') AS value;"_s, {}, u"transaction:false"_s);
    const auto other = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(other->query(u"BEGIN"_s));
    QVERIFY(other->query(u"INSERT INTO t VALUES (1)"_s));
    std::jthread ender;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted && event.statement == 1) {
            ender = std::jthread([&project] {
                // Ends the other transaction once the index has waited for it longer than the time-out.
                project.waitFor(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND query LIKE 'CREATE INDEX%' "
                                "AND query_start < clock_timestamp() - interval '300 ms'"_s);
                project.query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE state = 'idle in transaction' AND datname = current_database()"_s);
            });
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT value FROM seen"_s).text(0, u"value"), u"100ms"_s); // and the guard is back afterwards
}

void TstRunPostgreSql::invalidIndexIsNamed()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE t (id integer)"_s, u"INSERT INTO t VALUES (1), (1)"_s});
    project.add(u"1"_s, u"one"_s, u"CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id);"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().code, u"23505"_s);
    QVERIFY2(outcome.error().detail.contains(u"stays behind as invalid"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.journal(), QStringList{u"1 up failed 0/1"_s});
}

/// Whose sessions begin with its encoding unless told otherwise: at the start, and at each fresh state.
void TstRunPostgreSql::databaseOfAnotherEncoding()
{
    ScriptedProject server = newProject();
    server.execute({u"CREATE DATABASE latin ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C' TEMPLATE template0"_s});
    ConnectionSettings settings = server.settings();
    settings.database = u"latin"_s;
    ScriptedProject project(settings);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (word text);\nINSERT INTO a VALUES ('é');"_s);
    project.add(u"2"_s, u"two"_s, u"INSERT INTO a VALUES ('é');"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a WHERE word = chr(233)"_s).number(0, u"n"), 2);
    QCOMPARE(project.query(u"SELECT word FROM a LIMIT 1"_s).text(0, u"word"), u"é"_s);
}

/// What the first attempt set ended with its session.
void TstRunPostgreSql::resumesWithTheSettings()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE SCHEMA other"_s});
    project.add(u"1"_s, u"one"_s, u"SET search_path TO other;\nCREATE TABLE a (id integer);\nnonsense;"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    project.add(u"1"_s, u"one"_s, u"SET search_path TO other;\nCREATE TABLE a (id integer);\nCREATE TABLE b (id integer);"_s, {},
                u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(outcome ? QString() : outcome.error().toString()));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM pg_tables WHERE schemaname = 'other'"_s).number(0, u"n"), 2);
}

void TstRunPostgreSql::aChangedRoleThatMayNotWriteTheJournalIsExplained()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s,
                u"CREATE ROLE without_rights;\nGRANT INSERT ON schema_migrations TO without_rights;\nSET ROLE without_rights;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().hint.contains(u"RESET ROLE"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().detail.contains(u"rolled back"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

void TstRunPostgreSql::lockTimeoutSaysSo()
{
    ScriptedProject project = newProject();
    project.guards().giveUpAfter = std::chrono::milliseconds(600);
    project.execute({u"CREATE TABLE t (id integer)"_s});
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const auto other = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(other->begin());
    QVERIFY(other->query(u"SELECT * FROM t"_s));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(outcome.error().hint.contains(u"whimbrel locks"_s), qPrintable(outcome.error().hint));
    QCOMPARE(project.applied(), QStringList());
}

void TstRunPostgreSql::stopCancelsTheStatement()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nSELECT pg_sleep(600);"_s);
    std::stop_source stop;
    std::jthread canceller;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted && event.statement == 2)
            canceller = std::jthread([&] {
                project.waitFor(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep'"_s);
                stop.request_stop();
            });
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QVERIFY2(outcome.error().message.startsWith(u"Stopped: statement 2"_s), qPrintable(outcome.error().message));
    QCOMPARE(project.tables(), QStringList());
    QCOMPARE(project.applied(), QStringList());
}

/// Paused while a transaction is open, the run ends that first; then nothing is locked, until somebody lets it go on.
void TstRunPostgreSql::pauseActsBetweenTransactions()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE c (id integer);\nCREATE TABLE d (id integer);"_s, {}, u"transaction:false"_s);
    const auto control = std::make_shared<RunControl>();
    project.setControl(control);
    QList<qsizetype> tables;
    QList<qlonglong> locks;
    project.setObserver([&](const RunEvent &event) {
        const bool isFirst = event.version == u"1" && event.kind == RunEvent::Kind::StatementStarted && event.statement == 1;
        const bool isSecond = event.version == u"2" && event.kind == RunEvent::Kind::StatementFinished && event.statement == 1;
        if (isFirst || isSecond)
            control->pause();
        if (event.kind != RunEvent::Kind::Progress || !control->isPaused())
            return;
        tables << project.tables().size();
        locks << project.query(u"SELECT count(*) AS n FROM pg_locks WHERE locktype = 'relation' AND pid <> pg_backend_pid() "
                               "AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"_s).number(0, u"n");
        control->resume();
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QCOMPARE(tables, (QList<qsizetype>{2, 3}));
    QCOMPARE(locks, (QList<qlonglong>{0, 0}));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstRunPostgreSql::lostConnectionRollsBack()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);\nSELECT pg_terminate_backend(pg_backend_pid());"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::ConnectionLost);
    QVERIFY2(outcome.error().detail.contains(u"The server rolls the migration's transaction back"_s), qPrintable(outcome.error().detail));
    QVERIFY2(outcome.error().hint.contains(u"Run again when the server can be reached"_s), qPrintable(outcome.error().hint));
    QCOMPARE(outcome.error().position.line, 3);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.tables(), QStringList{u"one"_s});
}

/// A deferred trigger holds COMMIT up until the session is terminated: it did not happen.
void TstRunPostgreSql::lostConnectionDuringCommit()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\n"
                                  "CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(600); RETURN NULL; END $$;\n"
                                  "CREATE CONSTRAINT TRIGGER slow AFTER INSERT ON one DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow();\n"
                                  "INSERT INTO one VALUES (1);"_s);
    std::jthread killer;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.statement == 4)
            killer = std::jthread([&project] {
                project.waitFor(u"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND query LIKE '%COMMIT'"_s);
                terminateRunSession(project);
            });
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::ConnectionLost);
    QVERIFY2(outcome.error().detail.contains(u"the server rolled it back"_s), qPrintable(outcome.error().detail));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.tables(), QStringList());
}

/// The commit's answer was lost, and what the history says decides.
void TstRunPostgreSql::historyTellsWhatBecameOfALostCommit()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s);
    const RunPlan plan = project.plan().value();
    RunRequest one;
    one.steps = 1;
    QVERIFY(project.run(one));

    const MigrationProject opened = project.open();
    const auto history = opened.format().historyTable(opened.configuration(), project.settings());
    const Journal journal(false, history->name());
    const auto session = Session::open(project.settings(), SessionRole::Run).value();
    const Target target;
    const RunContext context{.session = *session, .history = *history, .journal = journal, .stop = {}, .runId = {}, .by = {}, .target = target, .project = opened};
    terminateRunSession(project);
    QCOMPARE(lookAfterLostCommit(context, plan.steps.first()), LostCommit::Committed);
    QCOMPARE(lookAfterLostCommit(context, plan.steps.last()), LostCommit::RolledBack);
    PlanStep back = plan.steps.last();
    back.direction = Direction::Down;
    QCOMPARE(lookAfterLostCommit(context, back), LostCommit::Committed);
}

void TstRunPostgreSql::lostRunLockStopsTheRun()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s);
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::MigrationFinished)
            terminateRunSession(project, u"whimbrel:lock"_s);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.startsWith(u"The run lock was lost"_s), qPrintable(outcome.error().message));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.tables(), QStringList{u"one"_s});
}

void TstRunPostgreSql::lockHeldByAnotherNamesIt()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    const QString table = project.open().format().historyTable(project.open().configuration(), project.settings())->name();
    auto held = RunLock::acquire(project.settings(), table).value();
    QVERIFY(held->isHeld());
    const QString pid = project.query(u"SELECT pid FROM pg_stat_activity WHERE application_name = 'whimbrel:lock' AND datname = current_database()"_s).text(0, u"pid");
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().message.contains(u"process %1,"_s.arg(pid)), qPrintable(outcome.error().message));
    held.reset();
    QTRY_VERIFY(project.run());
}

void TstRunPostgreSql::lockDiffersBySchema()
{
    const ConnectionSettings settings = PostgresServer::shared().settings();
    const auto first = RunLock::acquire(settings, u"a.schema_migrations"_s);
    QVERIFY(first);
    QVERIFY(RunLock::acquire(settings, u"b.schema_migrations"_s));
    QVERIFY(!RunLock::acquire(settings, u"a.schema_migrations"_s));
    const auto unqualified = RunLock::acquire(settings, u"schema_migrations"_s);
    QVERIFY(unqualified);
    QVERIFY(!RunLock::acquire(settings, u"public.schema_migrations"_s)); // the same table, named in full
}

/// A role that may make tables in its schema and nothing else.
void TstRunPostgreSql::journalThatMayNotBeMade()
{
    ScriptedProject project = newProject();
    project.execute({u"DROP ROLE IF EXISTS narrow"_s, u"CREATE ROLE narrow LOGIN"_s, u"GRANT CREATE, USAGE ON SCHEMA public TO narrow"_s});
    ConnectionSettings settings = project.settings();
    settings.role = u"narrow"_s;
    project.setSettings(settings);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->warnings.size(), 1);
    QVERIFY2(outcome->warnings.first().startsWith(u"The run goes on without Whimbrel's journal"_s), qPrintable(outcome->warnings.first()));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstRunPostgreSql::journalThatMayNotBeWritten()
{
    ScriptedProject project = newProject();
    project.execute({u"DROP ROLE IF EXISTS reader"_s, u"CREATE ROLE reader LOGIN"_s, u"GRANT CREATE, USAGE ON SCHEMA public TO reader"_s});
    const auto owner = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(Journal(true, u"x"_s).create(*owner));
    ConnectionSettings settings = project.settings();
    settings.role = u"reader"_s;
    project.setSettings(settings);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->warnings.size(), 1);
    QVERIFY(project.timeline()); // looking works without the right to read the journal
}

void TstRunPostgreSql::resumesWhereItStopped()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE INDEX CONCURRENTLY a_id ON a (id);\nnonsense;"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    QCOMPARE(project.journal(), QStringList{u"1 up failed 2/3"_s});
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\nCREATE INDEX CONCURRENTLY a_id ON a (id);\nCREATE TABLE b (id integer);"_s, {},
                u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->statementsDone, 1);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

/// As pg_dump's files do: the next migration must not find an empty search path.
void TstRunPostgreSql::freshStateForEachMigration()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"SELECT pg_catalog.set_config('search_path', '', false);\nSET client_encoding = 'LATIN1';\n"
                                  "CREATE TEMPORARY TABLE leftover (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two AS SELECT current_setting('client_encoding') AS encoding;\n"
                                  "CREATE TEMPORARY TABLE leftover (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT encoding FROM two"_s).text(0, u"encoding"), u"UTF8"_s);
}

void TstRunPostgreSql::singleTransactionIsAllOrNothing()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"nonsense;"_s);
    RunRequest request;
    request.singleTransaction = true;
    QVERIFY(!project.run(request));
    QCOMPARE(project.tables(), QStringList());
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s);
    const Result<RunOutcome> outcome = project.run(request);
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.tables(), (QStringList{u"one"_s, u"two"_s}));
}

void TstRunPostgreSql::guardsAreSetAgainAfterReset()
{
    ScriptedProject project = newProject();
    project.guards().lockTimeout = std::chrono::milliseconds(777);
    project.guards().statementTimeout = std::chrono::milliseconds(60'000);
    project.add(u"1"_s, u"one"_s, u"SET lock_timeout = 0;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE seen AS SELECT current_setting('lock_timeout') AS l, current_setting('statement_timeout') AS s;"_s);
    QVERIFY(project.run());
    QCOMPARE(project.query(u"SELECT l FROM seen"_s).text(0, u"l"), u"777ms"_s);
    QCOMPARE(project.query(u"SELECT s FROM seen"_s).text(0, u"s"), u"1min"_s);
}

WHIMBREL_TEST(TstRunPostgreSql)
#include "tst_runpostgresql.moc"
