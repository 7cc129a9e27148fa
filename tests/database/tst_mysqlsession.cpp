// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "scripts.h"
#include "sessiontest.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

class TstMySqlSession : public Test::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void knowsItsServer();
    void runsStatementsAndReadsRows();
    void keepsValuesExact();
    void parametersAreQuoted();
    void errorInALaterStatementIsAnError();
    void errorsHaveCodeAndPosition();
    void errorsWhileReadingRowsAreErrors();
    void clientCommandsAreRefused();
    void nulIsPassedOn();
    void compoundStatements();
    void warningsAreNotices();
    void commitsAndRollsBack();
    void ddlCommitsButTheTransactionGoesOn();
    void statusIsAskedAfterAnError();
    void sessionIsAFreshOne();
    void guardsAreSet();
    void whatWasPutOffIsSetFirst();
    void aFreshStateThatCannotBeSet();
    void resetIsAFreshSession();
    void role();
    void readOnlySettings();
    void rolesThatNeverWrite();
    void localFilesAreNotRead();
    void lockTimeoutIsNamed();
    void statementTimeoutIsNotACancel();
    void cancelsAtOnce();
    void cancelOfASleepIsACancel();
    void cancelsAWaitForALock();
    void cancelWhileIdleHitsNothingAfterClear();
    void killedConnectionIsNoticed();
    void stoppedServerIsNoticed();
    void wrongPassword();
    void missingDatabase();
    void nobodyListens();
    void silentServerTimesOut();
    void manyStatements();

private:
    Test::MariaDbServer &server() { return Test::MariaDbServer::shared(); }
};

void TstMySqlSession::initTestCase()
{
    REQUIRE_SERVER(server());
}

void TstMySqlSession::init()
{
    TestCase::init();
    m_settings = server().settings();
}

void TstMySqlSession::knowsItsServer()
{
    const auto session = open();
    QVERIFY(session);
    QCOMPARE(m_settings.dialect, Dialect::MySql);
    QCOMPARE(session->dialect(), Dialect::MariaDb); // the server has told
    QVERIFY((session->serverVersion() >= ServerVersion{10, 6, 0}));
    QVERIFY(session->backend().pid > 0);
    QCOMPARE(session->currentUser(), u"root@localhost"_s);
    QVERIFY(session->unsupportedSettings().isEmpty());
    VERIFY_RESULT(session->ping());
}

void TstMySqlSession::runsStatementsAndReadsRows()
{
    const auto session = open();
    QCOMPARE(session->execute(statementOf(u"CREATE TABLE t (id int PRIMARY KEY, name text)"_s))->rows, -1);
    QCOMPARE(session->execute(statementOf(u"INSERT INTO t VALUES (1, 'a'), (2, NULL)"_s))->rows, 2);
    QCOMPARE(session->execute(statementOf(u"SELECT * FROM t"_s))->rows, 2);
    QCOMPARE(session->execute(statementOf(u"UPDATE t SET name = 'x' WHERE id > 5"_s))->rows, 0);
    QCOMPARE(session->execute(statementOf(u"DELETE FROM t WHERE id = 1 RETURNING id"_s))->rows, 1);
    const auto rows = session->query(u"SELECT id, name, id = 2 AS yes FROM t"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->columns, (QStringList{u"id"_s, u"name"_s, u"yes"_s}));
    QCOMPARE(rows->number(0, u"id"), 2);
    QVERIFY(rows->isNull(0, u"name"));
    QVERIFY(rows->boolean(0, u"yes"));
    QVERIFY(session->query(u"SELECT 1 FROM t WHERE id = 9"_s)->isEmpty());
}

void TstMySqlSession::keepsValuesExact()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT 18446744073709551615 AS big, 12345678901234567890.123456789 AS number, "
                                     "TIMESTAMP'2026-01-02 03:04:05.123456' AS time, TIME'-800:00:00' AS span, "
                                     "JSON_OBJECT('k', 1) AS json, 'é😀' AS text"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"big"), u"18446744073709551615"_s);
    QCOMPARE(rows->text(0, u"number"), u"12345678901234567890.123456789"_s);
    QCOMPARE(rows->text(0, u"time"), u"2026-01-02 03:04:05.123456"_s);
    QCOMPARE(rows->text(0, u"span"), u"-800:00:00"_s);
    QCOMPARE(rows->text(0, u"json"), u"{\"k\": 1}"_s);
    QCOMPARE(rows->text(0, u"text"), u"é😀"_s);
}

void TstMySqlSession::parametersAreQuoted()
{
    const auto session = open();
    const QString nasty = u"o'clock \\ \"x\" ? # -- é😀\n/* */"_s;
    for (const QString &mode : {u""_s, u"NO_BACKSLASH_ESCAPES"_s, u"ANSI_QUOTES"_s}) {
        VERIFY_RESULT(session->query(u"SET sql_mode = '%1'"_s.arg(mode)));
        const auto rows = session->query(u"SELECT ? AS text, ? AS missing, 1-? AS number, ? AS yes, ? AS bytes"_s,
                                         {nasty, QVariant(), -5, true, QByteArray("ab")});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->text(0, u"text"), nasty);
        QVERIFY(rows->isNull(0, u"missing"));
        QCOMPARE(rows->number(0, u"number"), 6);
        QVERIFY(rows->boolean(0, u"yes"));
        QCOMPARE(rows->text(0, u"bytes"), u"ab"_s);
        QCOMPARE(session->query(u"SELECT %1 AS text"_s.arg(session->quotedLiteral(nasty)))->text(0, u"text"), nasty);
    }
    const QString name = u"a `b` é"_s;
    QCOMPARE(session->query(u"SELECT 1 AS "_s + session->quotedIdentifier(name))->columns, QStringList{name});
}

void TstMySqlSession::errorInALaterStatementIsAnError()
{
    const auto session = open();
    VERIFY_ERROR(session->execute(statementOf(u"SELECT 1; SELEKT 2; CREATE TABLE b (x int)"_s)), ErrorKind::Statement);
    VERIFY_ERROR(session->query(u"SELECT 1; SELECT * FROM absent"_s), ErrorKind::Statement);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstMySqlSession::errorsHaveCodeAndPosition()
{
    const auto session = open();
    const auto syntax = session->execute(statementOf(u"CREATE TABLE t (\n    id int,\n    x int NOT NUL\n)"_s, 10, 3));
    VERIFY_ERROR(syntax, ErrorKind::Statement);
    QCOMPARE(syntax.error().position.line, 12);
    const auto words = session->execute(statementOf(u"SELECT '😀é' FORM dual"_s, 7, 5));
    VERIFY_ERROR(words, ErrorKind::Statement);
    QCOMPARE(words.error().code, u"1064"_s);
    QVERIFY(!words.error().message.contains(u"QMYSQL"_s));
    QCOMPARE(words.error().position.line, 7);
    QVERIFY2(words.error().position.column >= 5 + 12, qPrintable(words.error().message));
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int UNIQUE)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    const auto unique = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s, 4));
    VERIFY_ERROR(unique, ErrorKind::Statement);
    QCOMPARE(unique.error().code, u"1062"_s);
    QCOMPARE(unique.error().position.line, 4);
    QCOMPARE(unique.error().position.column, 0);
}

void TstMySqlSession::errorsWhileReadingRowsAreErrors()
{
    const auto session = open();
    const QString sql = u"SELECT seq, (SELECT s.seq FROM seq_1_to_3 s WHERE s.seq > (t.seq < 500)) FROM seq_1_to_1000 t"_s;
    const auto outcome = session->execute(statementOf(sql));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"1242"_s);
    VERIFY_ERROR(session->query(sql), ErrorKind::Statement);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstMySqlSession::clientCommandsAreRefused()
{
    const auto outcome = open()->execute(statementOf(u"DELIMITER //"_s, 3, 1, StatementKind::ClientCommand));
    VERIFY_ERROR(outcome, ErrorKind::Refused);
    QCOMPARE(outcome.error().position.line, 3);
}

void TstMySqlSession::nulIsPassedOn()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t AS SELECT 'a\0b' AS x"_s)));
    QCOMPARE(session->query(u"SELECT LENGTH(x) AS n FROM t"_s)->number(0, u"n"), 3);
}

void TstMySqlSession::compoundStatements()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE PROCEDURE p() BEGIN SELECT 1; SELECT 2; INSERT INTO absent VALUES (1); END"_s)));
    const auto called = session->execute(statementOf(u"CALL p()"_s)); // the error comes after two results
    VERIFY_ERROR(called, ErrorKind::Statement);
    QCOMPARE(called.error().code, u"1146"_s);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstMySqlSession::warningsAreNotices()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x tinyint NOT NULL)"_s)));
    QStringList seen;
    session->setNoticeHandler([&seen](const Notice &notice) { seen << notice.message; });
    const auto outcome = session->execute(statementOf(u"INSERT IGNORE INTO t VALUES ('garbage')"_s));
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->rows, 1);
    QCOMPARE(outcome->notices.size(), 1);
    QCOMPARE(outcome->notices[0].severity, u"Warning"_s);
    QCOMPARE(outcome->notices[0].code, u"1366"_s);
    QVERIFY(outcome->notices[0].message.contains(u"garbage"_s));
    QCOMPARE(seen, QStringList{outcome->notices[0].message});
    const auto note = session->execute(statementOf(u"DROP TABLE IF EXISTS absent"_s));
    QCOMPARE(note->notices.size(), 1);
    QCOMPARE(note->notices[0].severity, u"Note"_s);
    QVERIFY(session->execute(statementOf(u"SELECT 1"_s))->notices.isEmpty());
}

void TstMySqlSession::commitsAndRollsBack()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_RESULT(session->begin());
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_ERROR(session->begin(), ErrorKind::Statement);
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_RESULT(session->rollback());
    VERIFY_ERROR(session->commit(), ErrorKind::Statement);
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    VERIFY_RESULT(session->commit());
    QCOMPARE(session->transactionState(), TransactionState::None);
    QCOMPARE(open(SessionRole::Browse)->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 1);
}

void TstMySqlSession::ddlCommitsButTheTransactionGoesOn()
{
    const auto session = open();
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
}

void TstMySqlSession::statusIsAskedAfterAnError()
{
    const auto first = open();
    VERIFY_RESULT(first->execute(statementOf(u"CREATE TABLE t (id int PRIMARY KEY, x int)"_s)));
    VERIFY_RESULT(first->execute(statementOf(u"INSERT INTO t VALUES (1, 0), (2, 0)"_s)));
    const auto second = open();
    VERIFY_RESULT(first->execute(statementOf(u"START TRANSACTION"_s)));
    QCOMPARE(first->transactionState(), TransactionState::Open);
    VERIFY_RESULT(second->execute(statementOf(u"START TRANSACTION"_s)));
    VERIFY_RESULT(first->execute(statementOf(u"UPDATE t SET x = 1 WHERE id = 1"_s)));
    VERIFY_RESULT(second->execute(statementOf(u"UPDATE t SET x = 1 WHERE id = 2"_s)));
    Result<StatementOutcome> waiting;
    std::thread waiter([&] { waiting = first->execute(statementOf(u"UPDATE t SET x = 1 WHERE id = 2"_s)); });
    QTRY_COMPARE(second->query(u"SELECT state FROM information_schema.processlist WHERE id = ?"_s, {first->backend().pid})->text(0, u"state"), u"Updating"_s);
    const auto crossing = second->execute(statementOf(u"UPDATE t SET x = 1 WHERE id = 1"_s));
    waiter.join();
    QVERIFY(crossing.has_value() != waiting.has_value()); // one is the victim of the deadlock
    const auto &victim = crossing ? first : second;
    const auto &error = crossing ? waiting.error() : crossing.error();
    QCOMPARE(error.code, u"1213"_s);
    QVERIFY(error.detail.contains(u"rolled"_s));
    QCOMPARE(victim->transactionState(), TransactionState::None); // the server has rolled it back
}

void TstMySqlSession::sessionIsAFreshOne()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT @@time_zone AS zone, @@global.time_zone AS global_zone, @@character_set_client AS charset, "
                                     "@@collation_connection AS collation, @@autocommit AS autocommit"_s);
    QCOMPARE(rows->text(0, u"zone"), rows->text(0, u"global_zone"));
    QCOMPARE(rows->text(0, u"charset"), u"utf8mb4"_s);
    QVERIFY(rows->boolean(0, u"autocommit"));
    if (session->serverVersion() >= ServerVersion{11, 6, 0})
        QCOMPARE(rows->text(0, u"collation"), u"utf8mb4_uca1400_ai_ci"_s);
}

void TstMySqlSession::guardsAreSet()
{
    const auto session = open();
    const auto variable = [&session](const QString &name) { return session->query(u"SELECT @@%1 AS value"_s.arg(name))->text(0, u"value"); };
    QCOMPARE(variable(u"lock_wait_timeout"_s), u"2"_s);
    QCOMPARE(variable(u"innodb_lock_wait_timeout"_s), u"2"_s);
    QCOMPARE(variable(u"idle_transaction_timeout"_s), u"600"_s);
    QCOMPARE(variable(u"max_statement_time"_s), u"0.000000"_s);
    VERIFY_RESULT(session->setGuards({.lockTimeout = 50ms, .statementTimeout = 1500ms, .idleInTransactionTimeout = 0ms}));
    VERIFY_RESULT(session->query(u"SET lock_wait_timeout = 99"_s));
    VERIFY_RESULT(session->resetState());
    QCOMPARE(variable(u"lock_wait_timeout"_s), u"1"_s); // whole seconds: never less than asked, never 0, which is "do not wait"
    QCOMPARE(variable(u"max_statement_time"_s), u"1.500000"_s);
    QCOMPARE(variable(u"idle_transaction_timeout"_s), u"0"_s);
    VERIFY_RESULT(session->setGuards({.lockTimeout = 0ms}));
    QCOMPARE(variable(u"lock_wait_timeout"_s), u"31536000"_s);
}

/// Whatever is sent first sets what was put off, and a transaction is not ended by it.
void TstMySqlSession::whatWasPutOffIsSetFirst()
{
    const auto session = open();
    const auto lockTimeout = [&session] { return session->query(u"SELECT @@lock_wait_timeout AS value"_s)->text(0, u"value"); };
    const QStringList row{u"INSERT INTO t VALUES (@@lock_wait_timeout)"_s};
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int) ENGINE=InnoDB"_s)));
    for (const auto &begin : {std::function([&] { return session->begin(); }), std::function([&] { return session->beginWith(row, nullptr); })}) {
        VERIFY_RESULT(session->execute(statementOf(u"SET lock_wait_timeout = 99"_s)));
        VERIFY_RESULT(session->resetState());
        VERIFY_RESULT(begin());
        QCOMPARE(session->transactionState(), TransactionState::Open);
        QCOMPARE(lockTimeout(), u"2"_s);
        VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (7)"_s)));
        VERIFY_RESULT(session->setGuards({.lockTimeout = 5s}));
        QCOMPARE(session->execute(statementOf(u"INSERT INTO t VALUES (@@lock_wait_timeout)"_s))->rows, 1);
        VERIFY_RESULT(session->setGuards({.lockTimeout = 2s}));
        VERIFY_RESULT(session->rollback());
        QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
        QCOMPARE(lockTimeout(), u"2"_s);
    }
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->setGuards({.lockTimeout = 5s}));
    qsizetype done = 0;
    VERIFY_RESULT(session->commitAfter(row, done));
    QCOMPARE(done, 1);
    VERIFY_RESULT(session->setGuards({.lockTimeout = 3s}));
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->setGuards({.lockTimeout = 4s}));
    VERIFY_ERROR(session->commitAfter({row.first(), u"INSERT INTO nowhere VALUES (1)"_s}, done), ErrorKind::Statement);
    QCOMPARE(done, 1);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(lockTimeout(), u"4"_s);
    QCOMPARE(session->query(u"SELECT group_concat(x) AS x FROM t"_s)->text(0, u"x"), u"5"_s);
}

/// A database that is gone: nothing was begun, and the state is set when it is back.
void TstMySqlSession::aFreshStateThatCannotBeSet()
{
    VERIFY_RESULT(open()->query(u"CREATE OR REPLACE DATABASE passing"_s));
    ConnectionSettings settings = m_settings;
    settings.database = u"passing"_s;
    const auto session = Session::open(settings, SessionRole::Run).value();
    VERIFY_RESULT(open()->query(u"DROP DATABASE passing"_s));
    VERIFY_RESULT(session->resetState());
    VERIFY_ERROR(session->beginWith({u"CREATE TABLE t (x int)"_s}, nullptr), ErrorKind::Statement);
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(open()->query(u"CREATE DATABASE passing"_s));
    VERIFY_RESULT(session->begin());
    QCOMPARE(session->query(u"SELECT DATABASE() AS db"_s)->text(0, u"db"), u"passing"_s);
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(open()->query(u"DROP DATABASE passing"_s));
}

void TstMySqlSession::resetIsAFreshSession()
{
    const auto session = open();
    const qint64 id = session->backend().pid;
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TEMPORARY TABLE leftover (x int)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"SET sql_mode = 'ANSI_QUOTES'"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"SET @x = 1"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"SET NAMES latin1"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"USE mysql"_s)));
    VERIFY_RESULT(session->resetState());
    VERIFY_ERROR(session->query(u"SELECT * FROM leftover"_s), ErrorKind::Statement);
    const auto rows = session->query(u"SELECT DATABASE() AS db, @x AS x, @@sql_mode = @@global.sql_mode AS same_mode, 'é😀' AS text, CONNECTION_ID() AS id"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"db"), m_settings.database);
    QVERIFY(rows->isNull(0, u"x"));
    QVERIFY(rows->boolean(0, u"same_mode"));
    QCOMPARE(rows->text(0, u"text"), u"é😀"_s);
    QCOMPARE(rows->number(0, u"id"), id);
}

void TstMySqlSession::role()
{
    VERIFY_RESULT(open()->query(u"CREATE OR REPLACE ROLE `the owner`"_s));
    m_settings.role = u"the owner"_s;
    const auto session = open();
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(session->query(u"SELECT CURRENT_ROLE() AS role"_s)->text(0, u"role"), u"the owner"_s);
        VERIFY_RESULT(session->query(u"SET ROLE NONE"_s));
        VERIFY_RESULT(session->resetState());
    }
    m_settings.role = u"absent"_s;
    VERIFY_ERROR(Session::open(m_settings, SessionRole::Run), ErrorKind::Unreachable);
}

void TstMySqlSession::readOnlySettings()
{
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    m_settings.readOnly = true;
    const auto session = open();
    for (int round = 0; round < 2; ++round) {
        const auto outcome = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s));
        VERIFY_ERROR(outcome, ErrorKind::Statement);
        QCOMPARE(outcome.error().code, u"1792"_s);
        VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE u (x int)"_s)), ErrorKind::Statement);
        VERIFY_RESULT(session->resetState());
    }
}

void TstMySqlSession::rolesThatNeverWrite()
{
    for (const SessionRole role : {SessionRole::Browse, SessionRole::Monitor})
        VERIFY_ERROR(open(role)->execute(statementOf(u"CREATE TABLE t (x int)"_s)), ErrorKind::Statement);
}

void TstMySqlSession::localFilesAreNotRead()
{
    QTemporaryFile file;
    QVERIFY(file.open() && file.write("1\n") > 0 && file.flush());
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    const Statement load = statementOf(u"LOAD DATA LOCAL INFILE '%1' INTO TABLE t"_s.arg(file.fileName()));
    VERIFY_ERROR(open()->execute(load), ErrorKind::Statement);
    m_settings.options.insert(u"local-infile"_s, u"1"_s);
    QCOMPARE(open()->execute(load)->rows, 1);
}

void TstMySqlSession::lockTimeoutIsNamed()
{
    const auto holder = open();
    VERIFY_RESULT(holder->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(holder->begin());
    VERIFY_RESULT(holder->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.lockTimeout = 1s}));
    const auto outcome = session->execute(statementOf(u"ALTER TABLE t ADD y int"_s));
    VERIFY_ERROR(outcome, ErrorKind::LockTimeout);
    QCOMPARE(outcome.error().code, u"1205"_s);
}

void TstMySqlSession::statementTimeoutIsNotACancel()
{
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.statementTimeout = 200ms}));
    const auto outcome = session->execute(statementOf(u"SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_100000 b"_s));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"1969"_s);
}

void TstMySqlSession::cancelsAtOnce()
{
    checkCancelsAtOnce(u"SELECT count(*) FROM seq_1_to_100000 a, seq_1_to_100000 b"_s, u"SELECT count(*) FROM seq_1_to_100000"_s);
}

void TstMySqlSession::cancelOfASleepIsACancel()
{
    const auto session = open();
    for (const QString &sql : {u"SELECT SLEEP(20)"_s, u"SELECT BENCHMARK(10000000000, 1)"_s, u"DO SLEEP(20)"_s}) {
        auto canceller = cancelSoon(*session);
        QElapsedTimer timer;
        timer.start();
        const auto outcome = session->execute(statementOf(sql));
        canceller.join();
        QVERIFY(timer.elapsed() < 1000);
        if (!sql.startsWith(u"DO"_s))
            VERIFY_ERROR(outcome, ErrorKind::Cancelled);
        VERIFY_ERROR(session->execute(statementOf(u"SELECT 1"_s)), ErrorKind::Cancelled);
        session->canceller()->clear();
    }
}

void TstMySqlSession::cancelsAWaitForALock()
{
    const auto holder = open();
    VERIFY_RESULT(holder->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(holder->begin());
    VERIFY_RESULT(holder->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    checkCancelsAWait(u"ALTER TABLE t ADD y int"_s);
}

void TstMySqlSession::cancelWhileIdleHitsNothingAfterClear()
{
    const auto session = open();
    session->canceller()->cancel();
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)), ErrorKind::Cancelled);
    session->canceller()->clear();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(session->begin());
    session->canceller()->cancel();
    VERIFY_ERROR(session->commit(), ErrorKind::Cancelled);
    VERIFY_RESULT(session->rollback());
    const auto canceller = open()->canceller();
    canceller->cancel(); // its session has gone
}

void TstMySqlSession::killedConnectionIsNoticed()
{
    const auto session = open();
    VERIFY_RESULT(open()->query(u"KILL CONNECTION %1"_s.arg(session->backend().pid)));
    QTRY_COMPARE(open()->query(u"SELECT count(*) AS n FROM information_schema.processlist WHERE id = ?"_s, {session->backend().pid})->number(0, u"n"), 0);
    const auto outcome = session->execute(statementOf(u"SELECT 1"_s));
    VERIFY_ERROR(outcome, ErrorKind::ConnectionLost);
    QVERIFY(outcome.error().message.contains(m_settings.displayName()));
    VERIFY_ERROR(session->query(u"SELECT 1"_s), ErrorKind::ConnectionLost);
    VERIFY_ERROR(session->ping(), ErrorKind::ConnectionLost);
    QCOMPARE(session->transactionState(), TransactionState::Unknown);
}

void TstMySqlSession::stoppedServerIsNoticed()
{
    Test::MariaDbServer own;
    QVERIFY2(own.start(), qPrintable(own.problem()));
    m_settings = own.settings();
    const auto session = open();
    QVERIFY(session);
    own.kill();
    VERIFY_ERROR(session->ping(), ErrorKind::ConnectionLost);
    const auto again = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(again, ErrorKind::Unreachable);
    QVERIFY(again.error().hint.contains(u"socket"_s));
}

void TstMySqlSession::wrongPassword()
{
    VERIFY_RESULT(open()->query(u"CREATE OR REPLACE USER secretive IDENTIFIED BY 'it''s s3cret'"_s));
    VERIFY_RESULT(open()->query(u"GRANT ALL ON *.* TO secretive"_s));
    m_settings.user = u"secretive"_s;
    m_settings.password = u"it's s3cret"_s;
    VERIFY_RESULT(Session::open(m_settings, SessionRole::Run));
    m_settings.password = u"wr0ng"_s;
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QCOMPARE(session.error().code, u"1045"_s);
    QVERIFY(session.error().hint.contains(u"MYSQL_PWD"_s));
    QVERIFY(!session.error().toString().contains(u"wr0ng"_s));
}

void TstMySqlSession::missingDatabase()
{
    m_settings.database = u"absent"_s;
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QCOMPARE(session.error().code, u"1049"_s);
}

void TstMySqlSession::nobodyListens()
{
    checkNobodyListens(u"mysql"_s);
}

void TstMySqlSession::silentServerTimesOut()
{
    checkSilentServer(u"mysql"_s);
}

void TstMySqlSession::manyStatements()
{
    checkManyStatements(30s);
}

WHIMBREL_TEST(TstMySqlSession)
#include "tst_mysqlsession.moc"
