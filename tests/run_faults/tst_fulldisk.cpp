// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "report/progresstext.h"
#include "scriptedproject.h"
#include "test.h"

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::DatabaseServer;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ScriptedProject;
using Test::SmallDisk;
using Test::text;

/// Servers whose disk is full: the run says so, says what stays, and goes on once there is room. SQLite's is in TstFileSystem.
class TstFullDisk : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void rowsThatDoNotFit_data() { Test::addDatabases({Dialect::PostgreSql, Dialect::MariaDb}); }
    void rowsThatDoNotFit();
    void mariaDbThatMayDieOfIt();
    void definitionsThatDoNotFit_data() { Test::addDatabases({Dialect::PostgreSql, Dialect::MariaDb}); }
    void definitionsThatDoNotFit();
    void temporaryFileThatDoesNotFit();
    void noRoomForTheServersLog_data();
    void noRoomForTheServersLog();
    void mariaDbThatWaitsForRoom();
    void mariaDbThatCommitsWithoutRoom();
    void mariaDbThatCannotListItsSessions();

private:
    void makeServer(Dialect dialect);
    void startOnSmallDisk();
    ScriptedProject newProject();
    QString rows(int from, int count) const;
    void fillAfterTheFirst(ScriptedProject &project, qint64 leftBytes);
    void addRowsThatDoNotFit(ScriptedProject &project);
    static void verifyNothingOfIt(const ScriptedProject &project, int rowsBefore);
    void verifyGoesOnWithRoom(ScriptedProject &project, int rowsAfter);

    std::unique_ptr<DatabaseServer> m_server;
    bool m_mayMount = true;
};

#define START_ON_SMALL_DISK() \
    do { \
        startOnSmallDisk(); \
        if (QTest::currentTestResolved() || !m_mayMount) \
            return; \
    } while (false)

namespace {

constexpr qint64 megabyte = 1'000'000;

bool contains(const Error &error, const QString &words)
{
    return error.toString().contains(words);
}

/// What the run told about a statement in flight, each once.
QStringList progressLines(const ScriptedProject &project)
{
    QStringList lines;
    for (const RunEvent &event : project.events()) {
        if (event.kind == RunEvent::Kind::Progress && event.progress)
            lines << progressText(*event.progress);
    }
    lines.removeDuplicates();
    return lines;
}

} // namespace

void TstFullDisk::init()
{
    TestCase::init();
    m_mayMount = true;
}

void TstFullDisk::cleanup()
{
    m_server.reset();
}

void TstFullDisk::makeServer(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        m_server = std::make_unique<PostgresServer>();
    else
        m_server = std::make_unique<MariaDbServer>();
}

/// A person without the right to mount, on a system that gives none to namespaces, is told; root always may.
void TstFullDisk::startOnSmallDisk()
{
    m_mayMount = m_server->putOnSmallDisk(240);
    if (!m_mayMount && geteuid() != 0) {
        qInfo("%s", qPrintable(m_server->problem()));
        return;
    }
    QVERIFY2(m_mayMount, qPrintable(m_server->problem()));
    m_server->start();
    REQUIRE_SERVER(*m_server);
}

ScriptedProject TstFullDisk::newProject()
{
    ScriptedProject project(m_server->settings());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE u (id integer PRIMARY KEY, x text);"_s);
    return project;
}

/// A query for rows of a thousand characters each.
QString TstFullDisk::rows(int from, int count) const
{
    const QString numbers = dynamic_cast<PostgresServer *>(m_server.get()) ? u"generate_series(%1, %2) AS s (seq)"_s : u"seq_%1_to_%2"_s;
    return u"SELECT seq, repeat('x', 1000) FROM "_s + numbers.arg(from).arg(from + count - 1);
}

/// The disk is full once the first migration is in.
void TstFullDisk::fillAfterTheFirst(ScriptedProject &project, qint64 leftBytes)
{
    project.setObserver([this, leftBytes](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::MigrationFinished && event.version == u"1")
            m_server->disk().fill(leftBytes);
    });
}

void TstFullDisk::addRowsThatDoNotFit(ScriptedProject &project)
{
    project.add(u"2"_s, u"rows"_s, u"INSERT INTO u VALUES (1, 'a');\nINSERT INTO t %1;"_s.arg(rows(10'000, 20'000)));
    project.add(u"3"_s, u"three"_s, u"CREATE TABLE three (id integer);"_s);
    fillAfterTheFirst(project, 2 * megabyte);
}

void TstFullDisk::verifyNothingOfIt(const ScriptedProject &project, int rowsBefore)
{
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.query(u"SELECT (SELECT count(*) FROM t) + (SELECT count(*) FROM u) AS n"_s).number(0, u"n"), rowsBefore);
}

void TstFullDisk::verifyGoesOnWithRoom(ScriptedProject &project, int rowsAfter)
{
    m_server->disk().makeRoom();
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
    QCOMPARE(project.query(u"SELECT (SELECT count(*) FROM t) + (SELECT count(*) FROM u) AS n"_s).number(0, u"n"), rowsAfter);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
}

void TstFullDisk::rowsThatDoNotFit()
{
    QFETCH(const Dialect, dialect);
    makeServer(dialect);
    START_ON_SMALL_DISK();
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, x text)"_s, u"INSERT INTO t "_s + rows(1, 5'000)});
    addRowsThatDoNotFit(project);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const Error &error = outcome.error();
    QVERIFY2(error.kind == ErrorKind::Statement, qPrintable(error.toString() + m_server->log().right(2000)));
    QCOMPARE(error.position.toString().left(26), u"db/migrations/2_rows.sql:3"_s);
    QVERIFY2(contains(error, u"The server's disk is full"_s) && contains(error, u"ake room on"_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"Run again once that is put right."_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"was rolled back: nothing of it is in the database"_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"1 migration of this run was completed before and stays"_s), qPrintable(error.toString()));
    QVERIFY2(!contains(error, u"Correct"_s), qPrintable(error.toString()));
    project.setObserver({});
    QVERIFY(!project.run()); // still full
    verifyNothingOfIt(project, 5'000);
    verifyGoesOnWithRoom(project, 25'001);
}

/// MariaDB 11.8.6 may not survive the rollback of rows that were to go into an empty table (an assertion of its own).
void TstFullDisk::mariaDbThatMayDieOfIt()
{
    makeServer(Dialect::MariaDb);
    START_ON_SMALL_DISK();
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, x text)"_s});
    addRowsThatDoNotFit(project);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const bool died = outcome.error().kind == ErrorKind::ConnectionLost;
    QVERIFY2(contains(outcome.error(), died ? u"nothing of it stays in the database"_s : u"nothing of it is in the database"_s), qPrintable(text(outcome)));
    project.setObserver({});
    m_server->kill();
    m_server->disk().makeRoom(); // as long as there is none it may die again, while it undoes what it finds
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    verifyNothingOfIt(project, 0);
    verifyGoesOnWithRoom(project, 20'001);
}

/// Outside of a transaction: what took effect stays, and is skipped.
void TstFullDisk::definitionsThatDoNotFit()
{
    QFETCH(const Dialect, dialect);
    const bool isPostgreSql = dialect == Dialect::PostgreSql;
    makeServer(dialect);
    START_ON_SMALL_DISK();
    ScriptedProject project(m_server->settings());
    // Values as they are: an index of equal ones would be small.
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE t (id integer PRIMARY KEY, x text);"_s + (isPostgreSql ? u"\nALTER TABLE t ALTER x SET STORAGE PLAIN;"_s : QString()));
    project.add(u"2"_s, u"index"_s,
                u"INSERT INTO t %1;\n%2;\nALTER TABLE t ADD COLUMN after_it integer;"_s.arg(
                    rows(1, 20'000), isPostgreSql ? u"CREATE INDEX CONCURRENTLY t_x ON t (id, x)"_s : u"ALTER TABLE t ADD COLUMN y text DEFAULT 'y', FORCE"_s),
                {}, u"transaction:false"_s);
    project.setObserver([this](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.version == u"2" && event.statement == 1)
            m_server->disk().fill(2 * megabyte);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const Error &error = outcome.error();
    QVERIFY2(contains(error, u"The server's disk "_s) && contains(error, u"ake room on"_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"Its first 1 statement took effect and stay"_s) || contains(error, u"Its first statement took effect and stays"_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"Run again once that is put right: the statements that took effect are skipped."_s), qPrintable(error.toString()));
    project.setObserver({});

    QCOMPARE(project.applied(), QStringList{u"1"_s});
    m_server->disk().makeRoom();
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 20'000);
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE after_it IS NULL"_s).number(0, u"n"), 20'000);
    if (isPostgreSql)
        QCOMPARE(project.query(u"SELECT count(*) AS n FROM pg_index WHERE NOT indisvalid"_s).number(0, u"n"), 0);
}

/// Its room is free again when the message is read: who looks at the disk then would not believe it.
void TstFullDisk::temporaryFileThatDoesNotFit()
{
    makeServer(Dialect::PostgreSql);
    START_ON_SMALL_DISK();
    ScriptedProject project = newProject();
    project.add(u"2"_s, u"sort"_s, u"SET LOCAL work_mem = '64kB';\nCREATE TABLE s AS SELECT count(*) AS n FROM (SELECT md5(i::text) AS m FROM generate_series(1, 300000) i ORDER BY m) AS sorted;"_s);
    QVERIFY(project.run({.action = RunRequest::Action::Up, .steps = 1}));
    m_server->disk().fill(4 * megabyte);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(contains(outcome.error(), u"It was a temporary file that did not fit, and it is gone again"_s), qPrintable(text(outcome)));
    QVERIFY2(contains(outcome.error(), u"temp_tablespaces"_s), qPrintable(text(outcome)));
    m_server->disk().makeRoom();
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
}

void TstFullDisk::noRoomForTheServersLog_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("state");
    const QString write = u"pg_logical_emit_message(true, 'test', repeat('x', 40000000))"_s;
    QTest::newRow("at a statement") << u"SELECT %1;"_s.arg(write) << u"nothing of it stays in the database"_s;
    QTest::newRow("at the commit") << u"CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM %1; RETURN NULL; END $$;\n"
                                      "CREATE CONSTRAINT TRIGGER late AFTER INSERT ON u DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION f();\n"
                                      "INSERT INTO u VALUES (9, 'a');\nDROP TABLE IF EXISTS nowhere;"_s.arg(write)
                                   << u"The connection was lost while the transaction was committed"_s;
}

/// PostgreSQL ends where there is no room for its log, and comes up again only when there is.
void TstFullDisk::noRoomForTheServersLog()
{
    QFETCH(const QString, script);
    QFETCH(const QString, state);
    makeServer(Dialect::PostgreSql);
    START_ON_SMALL_DISK();
    ScriptedProject project = newProject();
    project.add(u"2"_s, u"log"_s, u"INSERT INTO u VALUES (0, 'a');\n"_s + script);
    project.setObserver([this](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.version == u"2" && event.statement == 1)
            m_server->disk().fill(megabyte);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    const Error &error = outcome.error();
    QCOMPARE(error.kind, ErrorKind::ConnectionLost);
    QVERIFY2(contains(error, u"No space left on device"_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"The server's disk is full, and the server has ended because of it."_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"Run again when the server can be reached."_s), qPrintable(error.toString()));
    QVERIFY2(contains(error, state), qPrintable(error.toString()));
    QVERIFY2(contains(error, u"1 migration of this run was completed before and stays"_s), qPrintable(error.toString()));
    project.setObserver({});

    m_server->kill();
    m_server->disk().makeRoom();
    QVERIFY2(m_server->start(), qPrintable(m_server->problem()));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM u"_s).number(0, u"n"), 0);
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM u WHERE id = 0"_s).number(0, u"n"), 1);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

/// With a MyISAM or Aria table it does not give up: it looks once a minute.
void TstFullDisk::mariaDbThatWaitsForRoom()
{
    makeServer(Dialect::MariaDb);
    m_server->addArguments({u"--tmpdir="_s + m_server->filePath({})});
    START_ON_SMALL_DISK();
    ScriptedProject project(m_server->settings());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE t (id integer PRIMARY KEY, x text) ENGINE=Aria;"_s);
    project.add(u"2"_s, u"rows"_s, u"INSERT INTO t %1;"_s.arg(rows(1, 20'000)));
    project.setObserver([this, told = false](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::MigrationFinished && event.version == u"1")
            m_server->disk().fill(2 * megabyte);
        if (!told && event.kind == RunEvent::Kind::Progress && event.progress && event.progress->sample.phase.contains(u"the server's disk is full"_s)) {
            told = true;
            m_server->disk().makeRoom();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY2(progressLines(project).contains(u"the server's disk is full: make room (a stop now can damage MyISAM and Aria tables); it looks once a minute"_s),
             qPrintable(progressLines(project).join(u'\n')));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 20'000);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

/// No room for the binary log: InnoDB's commit waits as well.
void TstFullDisk::mariaDbThatCommitsWithoutRoom()
{
    makeServer(Dialect::MariaDb);
    SmallDisk disk;
    QVERIFY(QDir().mkpath(m_server->filePath(u"binlog"_s)));
    if (!disk.mount(m_server->filePath(u"binlog"_s), 40) && geteuid() != 0) {
        qInfo("%s", qPrintable(disk.problem()));
        return;
    }
    QVERIFY2(disk.isMounted(), qPrintable(disk.problem()));
    m_server->addArguments({u"--log-bin="_s + disk.path(u"log"_s), u"--binlog-format=ROW"_s, u"--binlog-cache-size=16777216"_s});
    m_server->start();
    REQUIRE_SERVER(*m_server);
    ScriptedProject project = newProject();
    project.add(u"2"_s, u"rows"_s, u"INSERT INTO u %1;"_s.arg(rows(1, 5'000)));
    project.setObserver([&, told = false](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::MigrationFinished && event.version == u"1")
            disk.fill(megabyte);
        if (!told && event.kind == RunEvent::Kind::Progress && event.progress && event.progress->sample.phase.contains(u"the server's disk is full"_s)) {
            told = true;
            disk.makeRoom();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY2(progressLines(project).join(u'\n').contains(u"the server's disk is full: make room"_s), qPrintable(progressLines(project).join(u'\n') + m_server->log().right(2000)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM u"_s).number(0, u"n"), 5'000);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

/// Its temporary files are on the same disk, and the list is one.
void TstFullDisk::mariaDbThatCannotListItsSessions()
{
    makeServer(Dialect::MariaDb);
    START_ON_SMALL_DISK();
    ScriptedProject project(m_server->settings());
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE t (id integer PRIMARY KEY, x text) ENGINE=Aria;"_s);
    project.add(u"2"_s, u"rows"_s, u"INSERT INTO t %1;"_s.arg(rows(1, 20'000)));
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::MigrationFinished && event.version == u"1")
            m_server->disk().fill(megabyte / 2);
        if (event.kind == RunEvent::Kind::Progress && event.progress && event.progress->sample.phase.contains(u"the server's disk is full"_s))
            stop.request_stop();
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QVERIFY2(progressLines(project).contains(u"the server's disk is full: it has no room even for its list of sessions"_s), qPrintable(progressLines(project).join(u'\n')));
    // Somebody may not have believed it.
    QVERIFY2(contains(outcome.error(), u"REPAIR TABLE"_s) && contains(outcome.error(), u"The rollback did not take everything back"_s), qPrintable(text(outcome)));
    project.setObserver({});
    m_server->disk().makeRoom();
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    project.execute({u"REPAIR TABLE t"_s, u"DELETE FROM t"_s});
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 20'000);
}

WHIMBREL_TEST(TstFullDisk)
#include "tst_fulldisk.moc"
