// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "postgresserver.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ProgramResult;
using Test::ScriptedProject;

/// The guards of a run as the migration's own statements find them: what `whimbrel up` sets, not what a class says it
/// sets.
class TstRunGuards : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void postgresql_data();
    void postgresql();
    void postgresqlStatementTimeout();
    void postgresqlServerNoticesADeadRun();
    void mariadb();
    void mariadbStatementTimeout();
    void mariadbIsOneTransaction();
    void sqliteWritesFromTheStart();
    void sqliteWaitsForAWriter();
};

namespace {

QMap<QString, QString> pairs(const Rows &rows)
{
    QMap<QString, QString> values;
    for (qsizetype i = 0; i < rows.rows.size(); ++i)
        values.insert(rows.text(i, u"name"), rows.text(i, u"value"));
    return values;
}

/// Reads what the process prints until it has said `text`.
bool waitForOutput(QProcess &process, const QByteArray &text)
{
    QByteArray said;
    while (!said.contains(text) && process.waitForReadyRead(20'000))
        said += process.readAllStandardOutput();
    return said.contains(text);
}

} // namespace

void TstRunGuards::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
    REQUIRE_SERVER(MariaDbServer::shared());
}

void TstRunGuards::postgresql_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("in a transaction") << QString();
    QTest::newRow("without a transaction") << u"transaction:false"_s;
}

void TstRunGuards::postgresql()
{
    QFETCH(const QString, options);
    ScriptedProject project(PostgresServer::shared().settings());
    project.writeConfiguration(u"[guards]\nstatement-timeout = \"7s\"\n"_s);
    const QString look =
        u"CREATE TABLE seen%1 AS SELECT name::text, current_setting(name) AS value FROM pg_settings WHERE name IN "
        "('lock_timeout', 'statement_timeout', 'idle_in_transaction_session_timeout', "
        "'client_connection_check_interval', "
        "'application_name', 'bytea_output', 'TimeZone');\n"_s;
    project.add(u"1"_s, u"look"_s,
                look.arg(1) + u"SET lock_timeout = 0; SET statement_timeout = 0; SET TimeZone = 'Asia/Tokyo';"_s, {},
                options);
    project.add(u"2"_s, u"again"_s, look.arg(2), {}, options);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    for (const QString &table : {u"seen1"_s, u"seen2"_s}) {
        const QMap<QString, QString> seen = pairs(project.query(u"SELECT * FROM "_s + table));
        QCOMPARE(seen.value(u"lock_timeout"_s), u"2s"_s);
        QCOMPARE(seen.value(u"statement_timeout"_s), u"7s"_s);
        QCOMPARE(seen.value(u"idle_in_transaction_session_timeout"_s), u"10min"_s);
        QCOMPARE(seen.value(u"client_connection_check_interval"_s), u"2s"_s);
        QCOMPARE(seen.value(u"application_name"_s), u"whimbrel"_s);
        QCOMPARE(seen.value(u"bytea_output"_s), u"hex"_s); // QtSql would set escape
        QCOMPARE(
            seen.value(u"TimeZone"_s),
            project.query(u"SELECT reset_val AS value FROM pg_settings WHERE name = 'TimeZone'"_s).text(0, u"value"));
    }
}

void TstRunGuards::postgresqlStatementTimeout()
{
    ScriptedProject project(PostgresServer::shared().settings());
    project.writeConfiguration(u"[guards]\nstatement-timeout = \"200ms\"\n"_s);
    project.add(u"1"_s, u"slow"_s, u"CREATE TABLE one (id integer);\nSELECT pg_sleep(60);"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QCOMPARE(result.code, 3);
    QVERIFY2(result.err.contains(u"statement timeout"_s) && result.err.contains(u"1_slow.sql:3"_s),
             qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList());
}

/// Of a killed run nothing goes on on the server: client_connection_check_interval.
void TstRunGuards::postgresqlServerNoticesADeadRun()
{
    ScriptedProject project(PostgresServer::shared().settings());
    project.add(u"1"_s, u"slow"_s, u"SELECT pg_sleep(600);"_s);
    const auto process = Test::startProgram(on(project, {u"up"_s}) + QStringList{u"--json"_s});
    QVERIFY(waitForOutput(*process, "pg_sleep"));
    process->kill();
    QVERIFY(process->waitForFinished());
    const QString sleeping =
        u"SELECT count(*) AS n FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()"_s;
    QTRY_COMPARE_WITH_TIMEOUT(project.query(sleeping).number(0, u"n"), 0, 10'000);
}

void TstRunGuards::mariadb()
{
    ScriptedProject project(MariaDbServer::shared().settings());
    project.writeConfiguration(u"[guards]\nstatement-timeout = \"7s\"\n"_s);
    const QString look = u"CREATE TABLE seen%1 AS SELECT @@autocommit AS autocommit, @@lock_wait_timeout AS lock_wait, "
                         u"@@innodb_lock_wait_timeout AS row_wait, "
                         "@@max_statement_time AS statement, @@idle_transaction_timeout AS idle;\n"_s;
    project.add(u"1"_s, u"look"_s, look.arg(1) + u"SET lock_wait_timeout = 99; SET max_statement_time = 0;"_s);
    project.add(u"2"_s, u"again"_s, look.arg(2));
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    for (const QString &table : {u"seen1"_s, u"seen2"_s}) {
        const Rows seen = project.query(u"SELECT * FROM "_s + table);
        QCOMPARE(seen.number(0, u"autocommit"), 0);
        QCOMPARE(seen.number(0, u"lock_wait"), 2);
        QCOMPARE(seen.number(0, u"row_wait"), 2);
        QCOMPARE(seen.text(0, u"statement").toDouble(), 7.0);
        QCOMPARE(seen.number(0, u"idle"), 600);
    }
}

void TstRunGuards::mariadbStatementTimeout()
{
    ScriptedProject project(MariaDbServer::shared().settings());
    project.writeConfiguration(u"[guards]\nstatement-timeout = \"200ms\"\n"_s);
    project.add(u"1"_s, u"slow"_s, u"SELECT count(*) FROM seq_1_to_1000000 a, seq_1_to_1000000 b;"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QCOMPARE(result.code, 3);
    QVERIFY2(result.err.contains(u"max_statement_time"_s), qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList());
}

/// Rows of a migration are seen by nobody before its end.
void TstRunGuards::mariadbIsOneTransaction()
{
    ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE TABLE t (id integer)"_s});
    project.add(u"1"_s, u"rows"_s, u"INSERT INTO t VALUES (1);\nSELECT 'half way', sleep(600);"_s);
    const auto process = Test::startProgram(on(project, {u"up"_s}) + QStringList{u"--json"_s});
    QVERIFY(waitForOutput(*process, "half way"));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 0);
    process->terminate();
    QVERIFY(process->waitForFinished(20'000));
    QCOMPARE(process->exitCode(), 143);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 0);
}

/// BEGIN IMMEDIATE: nobody else can write from the migration's first statement on, whatever that is.
void TstRunGuards::sqliteWritesFromTheStart()
{
    ScriptedProject project;
    project.execute({u"CREATE TABLE t (id integer)"_s});
    project.add(u"1"_s, u"look"_s, u"SELECT 1;\nINSERT INTO t VALUES (1);"_s);
    QString otherSaid;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind != RunEvent::Kind::StatementFinished || event.statement != 1)
            return;
        const auto other = Session::open(project.settings(), SessionRole::Run).value();
        QVERIFY(other->setGuards({.lockTimeout = std::chrono::milliseconds(50)}));
        const auto written = other->query(u"INSERT INTO t VALUES (2)"_s);
        otherSaid = written ? u"written"_s : errorKindId(written.error().kind);
    });
    QVERIFY(project.run());
    QCOMPARE(otherSaid, errorKindId(ErrorKind::LockTimeout));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 1);
}

void TstRunGuards::sqliteWaitsForAWriter()
{
    ScriptedProject project;
    project.execute({u"CREATE TABLE t (id integer)"_s});
    project.add(u"1"_s, u"rows"_s, u"INSERT INTO t VALUES (1);"_s);
    const auto writer = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(writer->begin());
    QVERIFY(writer->query(u"INSERT INTO t VALUES (2)"_s));
    project.writeConfiguration(u"[guards]\nlock-timeout = \"100ms\"\n"_s);
    const auto process = Test::startProgram(on(project, {u"up"_s}));
    QVERIFY(!process->waitForFinished(1500)); // it waits, much longer than for one attempt
    QVERIFY(writer->commit());
    QVERIFY(process->waitForFinished(20'000));
    const QString told = QString::fromUtf8(process->readAllStandardError());
    QVERIFY2(process->exitCode() == 0, qPrintable(told));
    const QString holder = u"process %1 ("_s.arg(QCoreApplication::applicationPid());
    QVERIFY2(told.contains(u"Waits for the database file, which is locked: "_s + holder) && told.contains(u"holds RESERVED"_s), qPrintable(told));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 2);
}

WHIMBREL_TEST(TstRunGuards)
#include "tst_runguards.moc"
