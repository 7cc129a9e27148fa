// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::addDatabases;
using Test::projectOn;
using Test::ProgramResult;
using Test::ScriptedProject;

/// A migration outside of a transaction whose run was killed or lost its connection: the journal knows how far it came,
/// and the next run goes on from there.
class TstResume : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void afterAKill_data() { addDatabases(); }
    void afterAKill();
    void afterAKillWithinItsOwnTransaction_data() { addDatabases(); }
    void afterAKillWithinItsOwnTransaction();
    void afterALostConnection_data() { addDatabases({Dialect::PostgreSql, Dialect::MariaDb}); }
    void afterALostConnection();
    void wayDownAfterAKill();
};

namespace {

/// Runs until it has begun something that does not end.
QString endless(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"SELECT 'endless', pg_sleep(600);"_s;
    case Dialect::SQLite:
        return u"WITH RECURSIVE endless(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM endless) SELECT count(*) FROM endless;"_s;
    default:
        return u"SELECT 'endless', sleep(600);"_s;
    }
}

/// Says whether a server has the endless statement in hand; the run tells of a statement before it sends it.
QString endlessRuns(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        return u"SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s;
    if (isMySqlFamily(dialect))
        return u"SELECT count(*) FROM information_schema.processlist WHERE info LIKE 'SELECT ''endless''%'"_s;
    return u"SELECT 1"_s;
}

std::unique_ptr<QProcess> startUntilEndless(const ScriptedProject &project, const QStringList &command)
{
    auto process = Test::startProgram(on(project, command + QStringList{u"--json"_s}));
    QByteArray said;
    while (!said.contains("endless") && process->waitForReadyRead(20'000))
        said += process->readAllStandardOutput();
    [&said] { QVERIFY2(said.contains("endless"), said.constData()); }();
    [&project] { QVERIFY(project.waitFor(endlessRuns(project.settings().dialect))); }();
    return process;
}

/// MariaDB's session that has the endless statement in hand. A listing may lack its text for a moment, so that one
/// without it says nothing; its id is always there.
qlonglong endlessSession(const ScriptedProject &project)
{
    qlonglong id = 0;
    const auto isListed = [&] {
        const Rows running = project.query(
            u"SELECT id FROM information_schema.processlist WHERE info LIKE 'SELECT ''endless''%' AND db = database()"_s);
        id = running.isEmpty() ? 0 : running.number(0, u"id");
        return id > 0;
    };
    [&] { QTRY_VERIFY_WITH_TIMEOUT(isListed(), 30'000); }();
    return id;
}

/// What a server still has in hand after its client has died.
void endTheEndless(const ScriptedProject &project)
{
    const Dialect dialect = project.settings().dialect;
    if (isMySqlFamily(dialect)) { // which notices a client's death only at the end of the statement
        const qlonglong id = endlessSession(project);
        project.query(u"KILL CONNECTION %1"_s.arg(id));
        QTRY_COMPARE_WITH_TIMEOUT( // what it had locked is free then
            project.query(u"SELECT count(*) AS n FROM information_schema.processlist WHERE id = %1"_s.arg(id)).number(0, u"n"), 0, 30'000);
    }
    if (dialect == Dialect::PostgreSql) {
        QTRY_COMPARE_WITH_TIMEOUT(
            project
                .query(
                    u"SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s)
                .number(0, u"n"),
            0, 10'000);
    }
}

/// Three statements of which none can be run twice unseen, with `third` between the second and the last.
void write(ScriptedProject &project, const QString &third)
{
    project.add(
        u"1"_s, u"steps"_s,
        u"CREATE TABLE a (id integer);\nINSERT INTO a VALUES (1);\n%1\nCREATE TABLE b (id integer);"_s.arg(third), {},
        u"transaction:false"_s);
}

void verifyHalfWay(const ScriptedProject &project)
{
    QCOMPARE(project.applied(), QStringList());
    const QJsonObject migration = Test::runProgram(on(project, {u"status"_s, u"--json"_s}))
                                      .document()
                                      .value(u"migrations"_s)
                                      .toArray()
                                      .first()
                                      .toObject();
    QCOMPARE(migration[u"state"], QJsonValue(u"failed"_s));
    const ProgramResult status = Test::runProgram(on(project, {u"status"_s}));
    QVERIFY2(status.out.contains(u"2 of 4 statements took effect"_s), qPrintable(status.out));
}

void verifyGoesOn(ScriptedProject &project)
{
    write(project, u"SELECT 'corrected';"_s);
    const ProgramResult plan = Test::runProgram(on(project, {u"plan"_s}));
    QVERIFY2(plan.code == 0, qPrintable(plan.err));
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 1); // the row was not inserted again
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM b"_s).number(0, u"n"), 0); // the table is there
}

} // namespace

void TstResume::initTestCase()
{
    REQUIRE_SERVERS();
}

void TstResume::afterAKill()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    write(project, endless(dialect));
    const auto process = startUntilEndless(project, {u"up"_s});
    process->kill();
    QVERIFY(process->waitForFinished());
    verifyHalfWay(project);
    endTheEndless(project);
    verifyGoesOn(project);
}

/// What the script's BEGIN had opened ended with its session, all of it: nobody has to be asked whether it took effect.
void TstResume::afterAKillWithinItsOwnTransaction()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    const auto script = [](const QString &fourth) {
        return u"CREATE TABLE a (id integer);\nBEGIN;\nINSERT INTO a VALUES (1);\n%1\nCOMMIT;"_s.arg(fourth);
    };
    project.add(u"1"_s, u"own"_s, script(endless(dialect)), {}, u"transaction:false"_s);
    const auto process = startUntilEndless(project, {u"up"_s});
    process->kill();
    QVERIFY(process->waitForFinished());
    endTheEndless(project);
    QTRY_COMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 0);

    project.add(u"1"_s, u"own"_s, script(u"SELECT 'corrected';"_s), {}, u"transaction:false"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM a"_s).number(0, u"n"), 1);
}

void TstResume::afterALostConnection()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    write(project, endless(dialect));
    const auto process = startUntilEndless(project, {u"up"_s});
    if (dialect == Dialect::PostgreSql) {
        project.query(
            u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'whimbrel' AND datname = current_database() AND pid <> pg_backend_pid()"_s);
    } else {
        project.query(u"KILL CONNECTION %1"_s.arg(endlessSession(project)));
    }
    QVERIFY(process->waitForFinished(20'000));
    const QString error = QString::fromUtf8(process->readAllStandardError());
    QCOMPARE(process->exitCode(), 3);
    QVERIFY2(error.contains(u"first 2 statements took effect and stay"_s), qPrintable(error));
    verifyHalfWay(project);
    verifyGoesOn(project);
}

void TstResume::wayDownAfterAKill()
{
    ScriptedProject project = projectOn(Dialect::PostgreSql);
    const auto writeDown = [&project](const QString &second) {
        project.add(u"1"_s, u"steps"_s, u"CREATE TABLE a (id integer);\nCREATE TABLE b (id integer);"_s,
                    u"DROP TABLE a;\n%1\nDROP TABLE b;"_s.arg(second), {}, u"transaction:false"_s);
    };
    writeDown(endless(Dialect::PostgreSql));
    QVERIFY(project.run());
    const auto process = startUntilEndless(project, {u"down"_s});
    process->kill();
    QVERIFY(process->waitForFinished());
    QCOMPARE(project.applied(), QStringList{u"1"_s}); // not yet rolled back
    QTRY_COMPARE_WITH_TIMEOUT(
        project
            .query(
                u"SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s)
            .number(0, u"n"),
        0, 10'000);
    writeDown(u"SELECT 1;"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"down"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList());
}

WHIMBREL_TEST(TstResume)
#include "tst_resume.moc"
