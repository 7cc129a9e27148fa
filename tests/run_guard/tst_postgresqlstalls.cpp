// SPDX-License-Identifier: GPL-3.0-or-later
#include "longtests.h"
#include "patience.h"
#include "postgresserver.h"
#include "safety/annotation.h"
#include "stalltest.h"

#include <QElapsedTimer>

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using std::chrono::milliseconds;
using Test::PostgresServer;
using Test::QueryStream;
using Test::Scene;
using Test::ScriptedProject;

namespace {

constexpr milliseconds budget = 100ms;
const QueryStream::Load readers{.sql = u"SELECT n FROM t WHERE id = 7"_s};

} // namespace

/// Runs on a PostgreSQL that others use: how long they wait because of the run, and how soon it is in.
class TstPostgreSqlStalls : public Test::StallTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void nobodyInTheWay();
    void idleInTransaction();
    void longReader();
    void longReaderSeenByAPlainRole();
    void steadyHeavyReaders();
    void twoTables();
    void outsideATransaction();
    void autovacuum();
    void hotRowWriter();
    void rewriteThatIsTooLong();
    void rewriteThatCannotFitIsRefused();
    void updateThatIsTooLong();
    void manyShortUpdates();
    void batchesOfSlowRows();
    void budgetOfTheMigration();
    void badBudget();
    void concurrentlyBehindAnOldTransaction();
    void leftoverOfAnotherTool();
    void preparedTransaction();
    void withoutAMonitor();
    void historyThatSomebodyHolds();
    void lostRunLockEndsTheRun_data();
    void lostRunLockEndsTheRun();

private:
    ScriptedProject newProject();
    void fill(const ScriptedProject &project, int rows);
    std::unique_ptr<PostgresServer> m_server;
};

/// A server of its own: with prepared transactions, and an autovacuum that looks every second.
void TstPostgreSqlStalls::initTestCase()
{
    m_server = std::make_unique<PostgresServer>();
    m_server->start();
    REQUIRE_SERVER(*m_server);
    {
        const auto session = Session::open(m_server->settings(), SessionRole::Run).value();
        for (const char *setting : {"max_prepared_transactions = 4", "autovacuum_naptime = '1s'"})
            QVERIFY(session->query(u"ALTER SYSTEM SET "_s + QLatin1StringView(setting)));
    }
    m_server->kill();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
}

ScriptedProject TstPostgreSqlStalls::newProject()
{
    ScriptedProject project(m_server->settings());
    project.guards().stallBudget = budget;
    project.guards().giveUpAfter = 30s * Test::patience;
    return project;
}

void TstPostgreSqlStalls::fill(const ScriptedProject &project, int rows)
{
    project.execute(
        {u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0, word text) WITH (autovacuum_enabled = off)"_s,
         u"INSERT INTO t SELECT i, i, repeat('x', 60) FROM generate_series(1, %1) i"_s.arg(rows)});
}

void TstPostgreSqlStalls::nobodyInTheWay()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;\nCREATE TABLE u (t integer REFERENCES t);"_s);
    const Scene scene = play(project, readers);
    VERIFY_SCENE(scene, budget);
}

void TstPostgreSqlStalls::idleInTransaction()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"SELECT 1;\nALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT 'the last word', n FROM t WHERE id = 1"_s});
    const qint64 pid = other->backend().pid;
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    const QStringList waits = told(project, RunEvent::Kind::LockWait);
    QVERIFY(!waits.isEmpty());
    QVERIFY2(waits.first().contains(u"process %1 (whimbrel, user postgres), idle in transaction"_s.arg(pid)),
             qPrintable(waits.first()));
    QVERIFY2(waits.first().contains(u"holds ACCESS SHARE on public.t; its last statement: SELECT 'the last word'"_s),
             qPrintable(waits.first()));
    const auto wait = std::ranges::find(project.events(), RunEvent::Kind::LockWait, &RunEvent::kind);
    QCOMPARE(wait->line, 3); // of the statement that needs the lock
}

void TstPostgreSqlStalls::longReader()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {});
    std::jthread reader;
    const double seconds = std::chrono::duration<double>(hold()).count() + 0.4; // what runs before the run
    reader = std::jthread([&] {
        (void)other->query(u"SELECT pg_sleep(%1) FROM t LIMIT 1"_s.arg(seconds));
        (void)other->rollback();
    });
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        reader.join();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::LockWait).isEmpty());
}

/// Who may not see when the transactions of others began.
void TstPostgreSqlStalls::longReaderSeenByAPlainRole()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE ROLE plain_owner LOGIN"_s, u"GRANT ALL ON SCHEMA public TO plain_owner"_s,
                     u"GRANT CREATE ON DATABASE \"%1\" TO plain_owner"_s.arg(project.settings().database)});
    fill(project, 1000);
    project.execute({u"ALTER TABLE t OWNER TO plain_owner"_s});
    ConnectionSettings plain = project.settings();
    plain.user = u"plain_owner"_s;
    auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    project.setSettings(plain);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::LockWait).isEmpty());
}

/// Always somebody reads, and nobody for long: polling with NOWAIT would never get in.
void TstPostgreSqlStalls::steadyHeavyReaders()
{
    ScriptedProject project = newProject();
    fill(project, 60'000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const Scene scene =
        play(project, {.sql = u"SELECT count(*) FROM t WHERE word LIKE '%y%'"_s, .clients = 4, .pause = 0ms});
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.sinceClear < 10s * Test::patience, qPrintable(u"%1 ms"_s.arg(scene.sinceClear.count())));
}

/// Whoever has the first lock does not wait for the second.
void TstPostgreSqlStalls::twoTables()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.execute({u"CREATE TABLE zoo (id integer PRIMARY KEY)"_s});
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;\nALTER TABLE zoo ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT * FROM zoo"_s});
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY2(scene.beside.worst < 50ms * Test::patience + scene.alone.worst,
             "nobody waits for a table whose lock could be had, for the one that could not");
}

void TstPostgreSqlStalls::outsideATransaction()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s,
                u"SELECT 1;\nALTER TABLE t ADD COLUMN a integer;\nALTER TABLE t ADD COLUMN b integer;"_s, {},
                u"transaction:false"_s);
    auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::LockWait).isEmpty());
    QCOMPARE(project.journal(), QStringList{u"1 up applied 3/3"_s});
}

void TstPostgreSqlStalls::autovacuum()
{
    ScriptedProject project = newProject();
    project.execute(
        {u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0) WITH (autovacuum_vacuum_threshold = "
         u"1, "
         "autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_cost_delay = 100, autovacuum_vacuum_cost_limit = 1)"_s,
         u"INSERT INTO t SELECT i FROM generate_series(1, 20000) i"_s, u"UPDATE t SET n = 1"_s});
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    QVERIFY(project.waitFor(
        u"SELECT count(*) FROM pg_stat_progress_vacuum WHERE relid = 't'::regclass AND datname = current_database()"_s));
    const Scene scene = play(project, readers);
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.sinceClear <= 2500ms * Test::patience + scene.alone.worst,
             qPrintable(u"%1 ms"_s.arg(scene.sinceClear.count())));
    QVERIFY(!told(project, RunEvent::Kind::LockWait).filter(u"An autovacuum runs on public.t"_s).isEmpty());
}

void TstPostgreSqlStalls::hotRowWriter()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;\nUPDATE t SET a = 1 WHERE id = 7;"_s);
    const Scene scene = play(project, {.sql = u"UPDATE t SET n = n + 1 WHERE id = 7"_s, .clients = 3, .pause = 1ms});
    VERIFY_SCENE(scene, budget);
    QCOMPARE(project.query(u"SELECT a FROM t WHERE id = 7"_s).number(0, u"a"), 1);
}

void TstPostgreSqlStalls::rewriteThatIsTooLong()
{
    ScriptedProject project = newProject();
    fill(project, 280'000); // too long, and not so long that it is known before
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ALTER COLUMN n TYPE bigint;"_s);
    const Scene scene = play(project, readers);
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QCOMPARE(scene.outcome.error().kind, ErrorKind::Statement);
    QVERIFY2(scene.outcome.error().message.contains(u"the stall budget is 100 ms"_s),
             qPrintable(scene.outcome.error().toString()));
    QVERIFY2(scene.outcome.error().hint.contains(u"-- whimbrel: stall-budget"_s),
             qPrintable(scene.outcome.error().toString()));
    QVERIFY2(scene.outcome.error().detail.contains(u"nothing of it is in the database"_s),
             qPrintable(scene.outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

/// Where the sizes are known: before anything has begun.
void TstPostgreSqlStalls::rewriteThatCannotFitIsRefused()
{
    ScriptedProject project = newProject();
    fill(project, 400'000);
    project.execute({u"ANALYZE t"_s});
    const auto refused = [&](const QString &sql, const QString &options = {}) {
        project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (id integer);\n"_s + sql, {}, options);
        const Result<RunOutcome> outcome = project.run();
        return outcome ? QString() : errorKindId(outcome.error().kind) + u' ' + outcome.error().toString();
    };
    const QString rewrite = refused(u"ALTER TABLE t ALTER COLUMN n TYPE bigint;"_s);
    QVERIFY2(rewrite.startsWith(u"refused db/migrations/1_one.sql:3:1"_s), qPrintable(rewrite));
    QVERIFY2(rewrite.contains(u"statement 2: public.t is written anew (400 k rows"_s), qPrintable(rewrite));
    QVERIFY(!refused(u"ALTER TABLE t ALTER COLUMN n TYPE bigint;"_s, u"transaction:false"_s).isEmpty());
    // A backfill while the table is locked.
    QVERIFY(!refused(u"ALTER TABLE t ADD COLUMN a integer;\nUPDATE t SET a = 1;"_s).isEmpty());
    QCOMPARE(project.tables(), QStringList{u"t"_s});
    QVERIFY2(refused(u"-- whimbrel: stall-budget 30s\nALTER TABLE t ALTER COLUMN n TYPE bigint;"_s).isEmpty(), "allowed");
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

/// Rows are locks, too.
void TstPostgreSqlStalls::updateThatIsTooLong()
{
    ScriptedProject project = newProject();
    fill(project, 400'000);
    project.add(u"1"_s, u"one"_s, u"SET LOCAL synchronize_seqscans = off; UPDATE t SET n = n + 1;"_s);
    const Scene scene = play(
        project, {.sql = u"SELECT n FROM t WHERE id = 7 FOR UPDATE"_s, .clients = 1}); // a row that stays where it is
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.outcome.error().message.contains(u"the stall budget is 100 ms"_s),
             qPrintable(scene.outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

/// In a transaction of the script's own: none takes as long as the watchdog rests between two looks, and all keep their rows until the end.
void TstPostgreSqlStalls::manyShortUpdates()
{
    ScriptedProject project = newProject();
    fill(project, 30'000);
    QString script = u"BEGIN;\n"_s;
    for (int id = 1; id <= 30'000; ++id)
        script += u"UPDATE t SET n = n + 1 WHERE id = %1;\n"_s.arg(id);
    project.add(u"1"_s, u"one"_s, script + u"COMMIT;"_s, {}, u"transaction:false"_s);
    const Scene scene = play(project, {.sql = u"SELECT n FROM t WHERE id = 7 FOR UPDATE"_s, .clients = 1});
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.outcome.error().message.contains(u"the stall budget is 100 ms"_s), qPrintable(scene.outcome.error().toString()));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE n = id"_s).number(0, u"n"), 30'000);
}

/// Batches whose size suited the rows so far come to rows of which each takes long.
void TstPostgreSqlStalls::batchesOfSlowRows()
{
    ScriptedProject project = newProject();
    fill(project, 2000);
    project.execute({u"CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.01); RETURN NEW; END'"_s,
                     u"CREATE TRIGGER slow BEFORE UPDATE OF n ON t FOR EACH ROW WHEN (OLD.id > 1940) EXECUTE FUNCTION slow()"_s});
    project.add(u"1"_s, u"one"_s, u"-- whimbrel: batch\nUPDATE t SET n = n + 1;"_s, {}, u"transaction:false"_s);
    const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = 1945"_s, .clients = 1});
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    VERIFY_STALL(scene, budget);
    QVERIFY2(!told(project, RunEvent::Kind::LockRetry).filter(u"because others had to wait"_s).isEmpty(),
             qPrintable(told(project, RunEvent::Kind::LockRetry).join(u'\n')));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE n = id + 1"_s).number(0, u"n"), 2000);
}

/// What the file allows is done, and what it cost is told.
void TstPostgreSqlStalls::budgetOfTheMigration()
{
    ScriptedProject project = newProject();
    fill(project, 200'000);
    project.add(u"1"_s, u"one"_s,
                u"SELECT 1;\n-- whimbrel: stall-budget 30s\nALTER TABLE t ALTER COLUMN n TYPE bigint;"_s);
    const Scene scene = play(project, readers);
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    const QStringList notices = told(project, RunEvent::Kind::Notice);
    QVERIFY2(!notices.filter(u"of 30000 ms that they may"_s).isEmpty(), qPrintable(notices.join(u'\n')));
}

void TstPostgreSqlStalls::badBudget()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"one"_s,
                u"CREATE TABLE a (id integer);\n-- whimbrel: stall-budget soon\nCREATE TABLE b (id integer);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(outcome.error().position.toString(), u"db/migrations/1_one.sql:3:1"_s);
    QCOMPARE(project.tables(), QStringList());
    // And whoever writes it is told.
    QCOMPARE(problemOf({.word = u"stall-budget"_s, .rest = u"5s"_s, .start = {}, .end = {}}), QString());
    QVERIFY(problemOf({.word = u"stall-budget"_s, .rest = u"soon"_s, .start = {}, .end = {}}).contains(u"soon"_s));
}

/// It waits as long as it takes, and nobody waits for it.
void TstPostgreSqlStalls::concurrentlyBehindAnOldTransaction()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"CREATE INDEX CONCURRENTLY t_n ON t (n);"_s, {}, u"transaction:false"_s);
    auto other = holder(project.settings(), {u"UPDATE t SET n = n + 1 WHERE id = 1"_s});
    const Scene scene =
        play(project, {.sql = u"UPDATE t SET n = n + 1 WHERE id = 7"_s, .clients = 1}, [&](QElapsedTimer &clock) {
            std::this_thread::sleep_for(hold());
            (void)other->rollback();
            clock.start();
        });
    VERIFY_SCENE(scene, budget);
    QVERIFY(project.query(u"SELECT indisvalid FROM pg_index WHERE indexrelid = 't_n'::regclass"_s)
                .boolean(0, u"indisvalid"));
}

/// IF NOT EXISTS would leave the invalid index of an interrupted CREATE INDEX CONCURRENTLY as it is.
void TstPostgreSqlStalls::leftoverOfAnotherTool()
{
    ScriptedProject project = newProject();
    fill(project, 10);
    project.execute({u"UPDATE t SET n = 1"_s});
    const auto tool = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(!tool->query(u"CREATE UNIQUE INDEX CONCURRENTLY t_n ON t (n)"_s));
    const QString isValid = u"SELECT indisvalid AS valid FROM pg_index WHERE indexrelid = 't_n'::regclass"_s;
    QVERIFY(!project.query(isValid).boolean(0, u"valid"));
    project.execute({u"UPDATE t SET n = id"_s});
    project.add(u"1"_s, u"one"_s, u"CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_n ON t (n);"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QVERIFY(project.query(isValid).boolean(0, u"valid"));
    QVERIFY(!told(project, RunEvent::Kind::Notice).filter(u"had left the invalid index public.t_n"_s).isEmpty());
}

/// Nobody is behind it who could be waited for: it is named, with what ends it.
void TstPostgreSqlStalls::preparedTransaction()
{
    ScriptedProject project = newProject();
    fill(project, 10);
    project.guards().giveUpAfter = 700ms;
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    auto other =
        holder(project.settings(), {u"UPDATE t SET n = 0 WHERE id = 1"_s, u"PREPARE TRANSACTION 'it''s left'"_s});
    const Result<RunOutcome> outcome = project.run();
    project.execute({u"ROLLBACK PREPARED 'it''s left'"_s});
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(outcome.error().detail.contains(u"the prepared transaction “it's left” holds ROW EXCLUSIVE on public.t"_s),
             qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(u"ROLLBACK PREPARED 'it''s left'"_s),
             qPrintable(outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

/// The role may have two connections, the run and its lock: nobody can look, and short attempts alone must do.
void TstPostgreSqlStalls::withoutAMonitor()
{
    ScriptedProject project = newProject();
    const ConnectionSettings application = project.settings();
    project.execute({u"CREATE ROLE few LOGIN CONNECTION LIMIT 2"_s, u"GRANT ALL ON SCHEMA public TO few"_s,
                     u"GRANT CREATE ON DATABASE \"%1\" TO few"_s.arg(application.database)});
    fill(project, 1000);
    project.execute({u"ALTER TABLE t OWNER TO few"_s});
    ConnectionSettings few = application;
    few.user = u"few"_s;
    project.setSettings(few);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(application, {u"SELECT n FROM t WHERE id = 1"_s});
    const Scene scene = play(project, application, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::Notice).filter(u"There is no monitor session"_s).isEmpty());
}

/// What records the migration may wait as well, and the migration's own locks are held meanwhile.
void TstPostgreSqlStalls::historyThatSomebodyHolds()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.guards().giveUpAfter = 3s;
    project.execute({u"CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY)"_s});
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const auto other = holder(project.settings(), {u"INSERT INTO schema_migrations (version) VALUES ('1')"_s});
    const Scene scene = play(project, readers);
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QCOMPARE(project.applied(), QStringList());
    QVERIFY(other->rollback());
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(Test::text(again)));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstPostgreSqlStalls::lostRunLockEndsTheRun_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("options");
    QTest::newRow("in a statement") << u"SELECT pg_sleep(600);"_s << QString();
    QTest::newRow("outside a transaction") << u"SELECT pg_sleep(600);"_s << u"transaction:false"_s;
    QTest::newRow("between short statements") << u"SELECT pg_sleep(0.005);\n"_s.repeated(4000) << u"transaction:false"_s;
    QTest::newRow("while it waits for the way to be clear") << u"ALTER TABLE t ADD COLUMN a integer;"_s << QString();
}

/// Another run may begin as soon as the lock is gone: this one does not go on until its next migration.
void TstPostgreSqlStalls::lostRunLockEndsTheRun()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, options);
    ScriptedProject project = newProject();
    fill(project, 10);
    project.add(u"1"_s, u"one"_s, sql, {}, options);
    const auto other = holder(project.settings(), {u"SELECT * FROM t"_s});
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted || event.kind == RunEvent::Kind::LockWait)
            project.query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'whimbrel:lock'"_s);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"The run lock was lost"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

WHIMBREL_TEST(TstPostgreSqlStalls)
#include "tst_postgresqlstalls.moc"
