// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "longtests.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QRandomGenerator>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ProgramResult;
using Test::ScriptedProject;

/// Runs with every kind of migration on each database, in which the program, its session's backend or the whole server is
/// killed at random points: after that `up` goes on, schema and data are those of a run that nobody disturbed, and the
/// history was true all the time.
class TstCrashSuite : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void survives_data();
    void survives();
    void survivesTheWayBack_data() { survives_data(); }
    void survivesTheWayBack();
    void resolveSettles_data();
    void resolveSettles();
    void leftoverOfAnIndexIsBuiltAgain();
    void undecidableIsLeftToAPerson();

private:
    enum class Victim { Program, Backend, Server };

    struct Blows
    {
        Victim victim;
        int wanted = 0;
        int duration = 0; ///< ms, of a run that nobody disturbs
        int struck = 0;
    };

    ScriptedProject newProject(Dialect dialect);
    QStringList runDisturbed(ScriptedProject &project, const QString &command, Blows &blows);
    static int runCalmly(const ScriptedProject &project, const QString &command);
    void fill(ScriptedProject &project) const;
    void disturb(Victim victim, ScriptedProject &project, QProcess &process);
    static QString state(const ScriptedProject &project);

    PostgresServer m_postgres; ///< of its own, as it is killed
    MariaDbServer m_mariaDb;
};

namespace {

const QStringList versions{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s, u"6"_s, u"7"_s, u"8"_s};

QString numbers(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"generate_series(1, 2000) i"_s;
    case Dialect::SQLite:
        return u"(WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < 2000) SELECT i FROM g) s"_s;
    default:
        return u"(SELECT seq AS i FROM seq_1_to_2000) s"_s;
    }
}

/// More small INSERTs in a row than go to the server in one message; `from` tells them from others'.
QString manyRows(int from)
{
    QString rows;
    for (int i = from; i < from + 450; ++i)
        rows += u"INSERT INTO u VALUES (%1, 1);\n"_s.arg(i);
    return rows;
}

/// As pg_dump writes it.
QString copiedRows(Dialect dialect, int from)
{
    if (dialect != Dialect::PostgreSql)
        return {};
    QString rows = u"COPY u (id, v) FROM stdin;\n"_s;
    for (int i = from; i < from + 2000; ++i)
        rows += u"%1\t1\n"_s.arg(i);
    return rows + u"\\.\n"_s;
}

/// What the server alone allows outside of a transaction, or commits by itself.
QString ownKinds(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"REINDEX INDEX CONCURRENTLY t_n;\nVACUUM t;\nDROP INDEX CONCURRENTLY t_n;\nALTER TABLE t DROP COLUMN b;\n"
               "CREATE UNIQUE INDEX CONCURRENTLY t_two ON t (id, n);\nCALL bump();\nDO $$ BEGIN UPDATE u SET v = v + 1; END $$;\n"
               "ALTER TABLE w RENAME TO x;"_s;
    case Dialect::SQLite:
        return u"VACUUM;\nDROP INDEX t_n;\nALTER TABLE w RENAME TO x;\nUPDATE u SET v = v + 2;\nPRAGMA user_version = 7;"_s;
    default:
        return u"ALTER TABLE t CHANGE b c bigint;\nRENAME TABLE w TO x;\nUPDATE u SET v = v + 1;\nALTER TABLE t DROP COLUMN c, ADD COLUMN d integer;\n"
               "CREATE VIEW vw AS SELECT 1 AS one;\nDROP INDEX t_n ON t;\nCREATE TABLE y AS SELECT 1 AS one;\nUPDATE u SET v = v + 1;\nALTER TABLE x COMMENT 'x';"_s;
    }
}

} // namespace

void TstCrashSuite::initTestCase()
{
    m_postgres.start();
    REQUIRE_SERVER(m_postgres);
    m_mariaDb.start();
    REQUIRE_SERVER(m_mariaDb);
}

ScriptedProject TstCrashSuite::newProject(Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return ScriptedProject();
    return dialect == Dialect::PostgreSql ? ScriptedProject(m_postgres.settings(m_postgres.createDatabase()))
                                          : ScriptedProject(m_mariaDb.settings(m_mariaDb.createDatabase()));
}

void TstCrashSuite::fill(ScriptedProject &project) const
{
    const Dialect dialect = project.settings().dialect;
    const QString without = u"transaction:false"_s;
    const QString procedure = dialect == Dialect::PostgreSql ? u"CREATE PROCEDURE bump() LANGUAGE sql AS 'UPDATE u SET v = v + 1';\n"_s : QString();
    project.add(u"1"_s, u"tables"_s,
                u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL, a integer);\nINSERT INTO t (id, n) SELECT i, 0 FROM %1;\n"
                "CREATE TABLE u (id integer, v integer);\nINSERT INTO u VALUES (0, 0);\n%2INSERT INTO u VALUES (-1, 0);"_s.arg(numbers(dialect), procedure));
    project.add(u"2"_s, u"steps"_s,
                u"UPDATE t SET n = n + 1;\nALTER TABLE t ADD COLUMN b integer;\nINSERT INTO u (id, v) SELECT id, n FROM t WHERE id <= 100;\n"
                "CREATE INDEX %1t_n ON t (n);\nUPDATE u SET v = v + 1;\nCREATE TABLE w (id integer);\nINSERT INTO w VALUES (1);"_s
                    .arg(dialect == Dialect::PostgreSql ? u"CONCURRENTLY "_s : QString()), {}, without);
    project.add(u"3"_s, u"batches"_s, u"-- whimbrel: batch size=100 pause=1ms\nUPDATE t SET n = n + 1;"_s, {}, without);
    project.add(u"4"_s, u"own"_s, u"BEGIN;\nUPDATE u SET v = v + 10;\nINSERT INTO w VALUES (2);\nCOMMIT;\nUPDATE u SET v = v + 100;"_s, {}, without);
    project.add(u"5"_s, u"kinds"_s, ownKinds(dialect), {}, without);
    project.add(u"6"_s, u"rows"_s, u"INSERT INTO u VALUES (-2, 0);\nUPDATE u SET v = v + 1000;"_s);
    project.add(u"7"_s, u"many"_s, manyRows(10'000) + copiedRows(dialect, 20'000) + u"UPDATE u SET v = v + 1;"_s);
    project.add(u"8"_s, u"more"_s, u"CREATE TABLE z (id integer);\n"_s + copiedRows(dialect, 30'000) + u"INSERT INTO z VALUES (1);\nINSERT INTO z VALUES (2);"_s, {}, without);
}

/// Schema and data but for the journal, as text.
QString TstCrashSuite::state(const ScriptedProject &project)
{
    const Dialect dialect = project.settings().dialect;
    QStringList queries{u"SELECT count(*), sum(id), sum(n), min(n), max(n), count(a) FROM t"_s, u"SELECT count(*), sum(id), sum(v), min(v), max(v) FROM u"_s,
                        u"SELECT count(*), sum(id) FROM x"_s,
                        u"SELECT count(*), sum(id) FROM z"_s};
    if (dialect == Dialect::PostgreSql) {
        queries << u"SELECT table_name, column_name, data_type FROM information_schema.columns WHERE table_schema = 'public' ORDER BY 1, 2"_s
                << u"SELECT c.relname, i.indisvalid FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relnamespace = 'public'::regnamespace ORDER BY 1"_s;
    } else if (dialect == Dialect::SQLite) {
        queries << u"SELECT sql FROM sqlite_master WHERE name NOT LIKE '%whimbrel%' ORDER BY name"_s << u"PRAGMA user_version"_s;
    } else {
        queries << u"SELECT table_name, column_name, column_type FROM information_schema.columns WHERE table_schema = database() AND table_name <> 'whimbrel_journal' ORDER BY 1, 2"_s
                << u"SELECT table_name, index_name, column_name FROM information_schema.statistics WHERE table_schema = database() AND table_name <> 'whimbrel_journal' ORDER BY 1, 2, 3"_s;
    }
    QStringList lines;
    for (const QString &query : std::as_const(queries)) {
        for (const QList<Cell> &row : project.query(query).rows) {
            QStringList cells;
            for (const Cell &cell : row)
                cells << cell.value_or(u"NULL"_s);
            lines << cells.join(u'|');
        }
    }
    return lines.join(u'\n');
}

/// SQLite has neither backend nor server.
void TstCrashSuite::disturb(Victim victim, ScriptedProject &project, QProcess &process)
{
    const bool postgres = project.settings().dialect == Dialect::PostgreSql;
    if (victim == Victim::Program) {
        process.kill();
    } else if (victim == Victim::Backend && postgres) { // the hard way: the server ends all the others and recovers
        const Rows backends = project.query(u"SELECT pid FROM pg_stat_activity WHERE application_name = 'whimbrel' AND datname = current_database() AND pid <> pg_backend_pid()"_s);
        if (!backends.isEmpty())
            ::kill(static_cast<pid_t>(backends.number(0, u"pid")), QRandomGenerator::global()->bounded(4) == 0 ? SIGKILL : SIGTERM);
    } else if (victim == Victim::Backend) {
        const Rows backends = project.query(u"SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"_s);
        for (qsizetype i = 0; i < backends.rows.size(); ++i) {
            const auto session = Session::open(project.settings(), SessionRole::Browse);
            (void)(session ? (*session)->query(u"KILL CONNECTION "_s + backends.text(i, u"id")) : Result<Rows>()); // may have ended
        }
    } else if (postgres) {
        m_postgres.kill();
        QVERIFY2(m_postgres.start(), qPrintable(m_postgres.problem()));
    } else {
        m_mariaDb.kill();
        QVERIFY2(m_mariaDb.start(), qPrintable(m_mariaDb.problem()));
    }
}

void TstCrashSuite::survives_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("victim");
    QTest::newRow("postgresql, the program") << Dialect::PostgreSql << int(Victim::Program);
    QTest::newRow("postgresql, a backend") << Dialect::PostgreSql << int(Victim::Backend);
    QTest::newRow("postgresql, the server") << Dialect::PostgreSql << int(Victim::Server);
    QTest::newRow("mariadb, the program") << Dialect::MariaDb << int(Victim::Program);
    QTest::newRow("mariadb, a connection") << Dialect::MariaDb << int(Victim::Backend);
    QTest::newRow("mariadb, the server") << Dialect::MariaDb << int(Victim::Server);
    QTest::newRow("sqlite, the program") << Dialect::SQLite << int(Victim::Program);
}

/// Runs the command until it has come to its end, striking at random moments; `blows` counts. What the runs said.
QStringList TstCrashSuite::runDisturbed(ScriptedProject &project, const QString &command, Blows &blows)
{
    QStringList story;
    const auto verify = [&] {
        int runs = 0;
        for (bool done = false; !done; ++runs) {
            QVERIFY2(runs < 60, qPrintable(story.mid(std::max<qsizetype>(story.size() - 2, 0)).join(u"\n---\n"_s))); // what keeps it
            const auto process = Test::startProgram(on(project, command.split(u' ')));
            QVERIFY(process->waitForStarted());
            const bool spared = blows.struck >= blows.wanted || runs > 20;
            (void)process->waitForFinished(spared ? 60'000 : QRandomGenerator::global()->bounded(5, std::max(blows.duration, 6)));
            if (process->state() == QProcess::Running) {
                disturb(blows.victim, project, *process);
                ++blows.struck;
                QVERIFY(process->waitForFinished(60'000) || process->state() == QProcess::NotRunning);
            }
            done = process->exitStatus() == QProcess::NormalExit && process->exitCode() == 0;
            story << QString::fromUtf8(process->readAllStandardError());
            if (!done && process->exitStatus() == QProcess::NormalExit)
                QVERIFY2(QList<int>({3, 4, 5}).contains(process->exitCode()), qPrintable(story.join(u"\n---\n"_s)));
            // A server that recovers takes connections and ends them again: nothing for this process's driver.
            const auto answers = [&] { return Test::runProgram(on(project, {u"status"_s})).code == 0; };
            QTRY_VERIFY_WITH_TIMEOUT(answers(), 20'000);
            const QStringList applied = project.applied();
            QCOMPARE(applied, versions.first(applied.size())); // in order, none left out
        }
    };
    verify();
    ++blows.struck; // a run that was over too soon counts as well: it ends
    return story;
}

/// How long it takes when nobody disturbs it.
int TstCrashSuite::runCalmly(const ScriptedProject &project, const QString &command)
{
    QElapsedTimer timer;
    timer.start();
    const ProgramResult whole = Test::runProgram(on(project, command.split(u' ')));
    [&whole] { QVERIFY2(whole.code == 0, qPrintable(whole.err)); }();
    return static_cast<int>(timer.elapsed());
}

void TstCrashSuite::survives()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const int, victim);
    ScriptedProject calm = newProject(dialect);
    fill(calm);
    Blows blows{.victim = Victim(victim), .wanted = Test::rounds(victim == int(Victim::Server) ? 2 : 5, 200), .duration = runCalmly(calm, u"up"_s)};
    const QString expected = state(calm);
    while (blows.struck < blows.wanted && !QTest::currentTestFailed()) {
        ScriptedProject project = newProject(dialect);
        fill(project);
        const QString story = runDisturbed(project, u"up"_s, blows).join(u"\n---\n"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(state(project) == expected, qPrintable(story + u"\n=== is\n"_s + state(project) + u"\n=== should be\n"_s + expected));
        QCOMPARE(project.applied(), versions);
    }
}

/// Rollbacks: in a transaction, without one, and in batches.
void TstCrashSuite::survivesTheWayBack()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const int, victim);
    const QString without = u"transaction:false"_s;
    const QString concurrently = dialect == Dialect::PostgreSql ? u"CONCURRENTLY "_s : QString();
    const QString dropIndex = u"DROP INDEX %1t_n%2;"_s.arg(concurrently, isMySqlFamily(dialect) ? u" ON t"_s : QString());
    const auto fillBothWays = [&](ScriptedProject &project) {
        project.add(u"1"_s, u"tables"_s, u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL);\nINSERT INTO t SELECT i, 0 FROM %1;\n"
                                         "CREATE TABLE u (id integer, v integer);"_s.arg(numbers(dialect)));
        project.add(u"2"_s, u"rows"_s, manyRows(1), u"UPDATE t SET n = n + 1;\nDELETE FROM u;\nDROP TABLE u;\nUPDATE t SET n = n + 1;"_s);
        project.add(u"3"_s, u"index"_s, u"CREATE INDEX %1t_n ON t (n);"_s.arg(concurrently),
                    u"UPDATE t SET n = n + 10;\n%1\nUPDATE t SET n = n + 10;"_s.arg(dropIndex), without, without);
        project.add(u"4"_s, u"batches"_s, u"SELECT 1;"_s, u"-- whimbrel: batch size=100 pause=1ms\nUPDATE t SET n = n + 100;"_s, {}, without);
    };
    ScriptedProject calm = newProject(dialect);
    fillBothWays(calm);
    runCalmly(calm, u"up"_s);
    Blows blows{.victim = Victim(victim), .wanted = Test::rounds(3, 100), .duration = runCalmly(calm, u"down --to 1"_s)};
    while (blows.struck < blows.wanted && !QTest::currentTestFailed()) {
        ScriptedProject project = newProject(dialect);
        fillBothWays(project);
        runCalmly(project, u"up"_s);
        const QString story = runDisturbed(project, u"down --to 1"_s, blows).join(u"\n---\n"_s);
        if (QTest::currentTestFailed())
            return;
        QVERIFY2(project.applied() == QStringList{u"1"_s}, qPrintable(story));
        QCOMPARE(project.tables(), QStringList{u"t"_s});
        const Rows rows = project.query(u"SELECT count(*) AS total, min(n) AS least, max(n) AS most FROM t"_s);
        QCOMPARE(rows.number(0, u"total"), 2000);
        QVERIFY2(rows.number(0, u"least") == 122 && rows.number(0, u"most") == 122, qPrintable(rows.text(0, u"least") + u' ' + rows.text(0, u"most") + u'\n' + story));
    }
}

void TstCrashSuite::resolveSettles_data()
{
    Test::addDatabases();
}

void TstCrashSuite::resolveSettles()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nnonsense;"_s, u"DROP TABLE one;"_s, u"transaction:false"_s);
    QCOMPARE(Test::runProgram(on(project, {u"resolve"_s, u"1"_s, u"--reverted"_s})).code, 2); // nothing to settle yet
    QCOMPARE(Test::runProgram(on(project, {u"up"_s})).code, 3);
    QCOMPARE(Test::runProgram(on(project, {u"resolve"_s, u"1"_s})).code, 2);
    QCOMPARE(Test::runProgram(on(project, {u"resolve"_s, u"9"_s, u"--applied"_s})).code, 2);

    project.execute({u"DROP TABLE one"_s});
    const ProgramResult reverted = Test::runProgram(on(project, {u"resolve"_s, u"1"_s, u"--reverted"_s}));
    QVERIFY2(reverted.code == 0, qPrintable(reverted.err));
    QCOMPARE(project.plan().value().steps.first().resumeAfter, 0); // from the start again
    QCOMPARE(Test::runProgram(on(project, {u"up"_s})).code, 3);
    QCOMPARE(project.tables(), QStringList{u"one"_s});

    const ProgramResult applied = Test::runProgram(on(project, {u"resolve"_s, u"1"_s, u"--applied"_s, u"--json"_s}));
    QVERIFY2(applied.code == 0, qPrintable(applied.err));
    QCOMPARE(applied.document()[u"state"], QJsonValue(u"applied"_s));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(Test::runProgram(on(project, {u"up"_s})).code, 0);
    const QJsonArray migrations = Test::runProgram(on(project, {u"status"_s, u"--json"_s})).document()[u"migrations"].toArray();
    QCOMPARE(migrations.first().toObject()[u"state"], QJsonValue(u"applied"_s));
    QCOMPARE(Test::runProgram(on(project, {u"resolve"_s, u"1"_s, u"--applied"_s})).code, 2);
}

/// What a killed CREATE INDEX CONCURRENTLY leaves is invalid: IF NOT EXISTS would take it for done.
void TstCrashSuite::leftoverOfAnIndexIsBuiltAgain()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    project.execute({u"CREATE TABLE t (id integer, n integer)"_s, u"INSERT INTO t SELECT i, i FROM generate_series(1, 100) i"_s});
    project.add(u"1"_s, u"index"_s, u"CREATE INDEX CONCURRENTLY IF NOT EXISTS t_n ON t (n);\nINSERT INTO t VALUES (0, 0);"_s, {}, u"transaction:false"_s);
    const auto holder = Session::open(project.settings(), SessionRole::Run);
    QVERIFY(holder);
    QVERIFY((*holder)->begin());
    QVERIFY((*holder)->query(u"UPDATE t SET n = 5 WHERE id = 1"_s)); // the build waits for it
    const auto process = Test::startProgram(on(project, {u"up"_s}));
    QVERIFY(project.waitFor(u"SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND wait_event_type = 'Lock' AND datname = current_database()"_s));
    project.query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND datname = current_database()"_s);
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 3);
    QVERIFY((*holder)->rollback());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM pg_index WHERE NOT indisvalid"_s).number(0, u"n"), 1);

    const ProgramResult again = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(again.code == 0, qPrintable(again.err));
    QVERIFY2(again.err.contains(u"DROP INDEX CONCURRENTLY public.t_n"_s), qPrintable(again.err));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE i.indisvalid AND c.relname = 't_n'"_s).number(0, u"n"), 1);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE id = 0"_s).number(0, u"n"), 1);
}

/// A procedure that commits by itself may have done anything: exit 3 and the command to settle it, at every attempt.
void TstCrashSuite::undecidableIsLeftToAPerson()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    project.execute({u"CREATE TABLE t (id integer)"_s,
                     u"CREATE PROCEDURE slow() LANGUAGE plpgsql AS $$ BEGIN INSERT INTO t VALUES (1); COMMIT; PERFORM pg_sleep(600); END $$"_s});
    project.add(u"1"_s, u"call"_s, u"CALL slow();"_s, {}, u"transaction:false"_s);
    const auto process = Test::startProgram(on(project, {u"up"_s}));
    QVERIFY(project.waitFor(u"SELECT count(*) FROM t"_s));
    process->kill();
    QVERIFY(process->waitForFinished());
    project.query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"_s);
    QVERIFY(project.waitFor(u"SELECT (count(*) = 1)::integer FROM pg_stat_activity WHERE datname = current_database()"_s));
    for (int attempt = 0; attempt < 2; ++attempt) {
        const ProgramResult asked = Test::runProgram(on(project, {u"up"_s}));
        QCOMPARE(asked.code, 3);
        QVERIFY2(asked.err.contains(u"whimbrel resolve 1 --applied"_s), qPrintable(asked.err));
        QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 1); // not called again
    }
    QCOMPARE(Test::runProgram(on(project, {u"resolve"_s, u"1"_s, u"--applied"_s})).code, 0);
    QCOMPARE(Test::runProgram(on(project, {u"up"_s})).code, 0);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

WHIMBREL_TEST(TstCrashSuite)
#include "tst_crashsuite.moc"
