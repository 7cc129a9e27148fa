// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "scripts.h"
#include "sessiontest.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

class TstPostgreSqlSession : public Test::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

    void knowsItsServer();
    void runsStatementsAndReadsRows();
    void keepsValuesExact();
    void parametersAreQuoted();
    void questionMarksInTextsAreNotParameters();
    void errorInALaterStatementIsAnError();
    void errorsHaveCodePositionAndMore();
    void errorsAfterAnEmojiHaveTheRightColumn();
    void errorsInsideFunctionsHaveContext();
    void errorsWhileReadingRowsAreErrors();
    void clientCommandsAreRefused();
    void copyToStdoutIsRefused();
    void copyFromStdin();
    void copyErrorsNameTheLine();
    void unrecognisedCopyDoesNotHang();
    void nulIsRefused();
    void noticesAreCollected();
    void commitsAndRollsBack();
    void commitOfAFailedTransactionIsAnError();
    void queriesInAFailedTransactionFailCleanly();
    void deferredConstraintsFailTheCommit();
    void sessionIsAsPsqlWouldHaveIt();
    void guardsAreSet();
    void resetIsAFreshSession();
    void roleAndSearchPath();
    void missingRoleIsUnreachable();
    void readOnlySettings();
    void rolesThatNeverWrite();
    void applicationNames();
    void optionsArePassedOn();
    void lockTimeoutIsNamed();
    void statementTimeoutIsNotACancel();
    void cancelsAtOnce();
    void cancelsAWaitForALock();
    void cancelHitsAStatementThatHasJustBegun();
    void cancelWhileIdleHitsNothingAfterClear();
    void killedBackendIsNoticed();
    void stoppedServerIsNoticed();
    void wrongPassword();
    void missingDatabase();
    void nobodyListens();
    void silentServerTimesOut();
    void manyStatements();

private:
    Test::PostgresServer &server() { return Test::PostgresServer::shared(); }
};

void TstPostgreSqlSession::initTestCase()
{
    REQUIRE_SERVER(server());
}

void TstPostgreSqlSession::init()
{
    TestCase::init();
    m_settings = server().settings();
}

void TstPostgreSqlSession::knowsItsServer()
{
    const auto session = open();
    QVERIFY(session);
    QCOMPARE(session->dialect(), Dialect::PostgreSql);
    QVERIFY(session->serverVersion().major >= 13);
    QVERIFY(session->backend().pid > 0);
    static const QRegularExpression time(u"^\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{6}$"_s);
    QVERIFY2(time.match(session->backend().backendStart).hasMatch(), qPrintable(session->backend().backendStart));
    QCOMPARE(session->currentUser(), u"postgres"_s);
    QVERIFY(session->unsupportedSettings().isEmpty());
    VERIFY_RESULT(session->ping());
}

void TstPostgreSqlSession::runsStatementsAndReadsRows()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id int PRIMARY KEY, name text)"_s)));
    QCOMPARE(session->execute(statementOf(u"INSERT INTO t VALUES (1, 'a'), (2, NULL)"_s))->rows, 2);
    QCOMPARE(session->execute(statementOf(u"SELECT * FROM t"_s))->rows, 2);
    QCOMPARE(session->execute(statementOf(u"UPDATE t SET name = 'x' WHERE id > 5"_s))->rows, 0);
    QCOMPARE(session->execute(statementOf(u"DELETE FROM t WHERE id = 1 RETURNING id"_s))->rows, 1);
    QCOMPARE(session->execute(statementOf(u"CREATE INDEX ON t (name)"_s))->rows, -1);
    const auto rows = session->query(u"SELECT id, name, id = 2 AS yes FROM t"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->columns, (QStringList{u"id"_s, u"name"_s, u"yes"_s}));
    QCOMPARE(rows->number(0, u"id"), 2);
    QVERIFY(rows->isNull(0, u"name"));
    QVERIFY(rows->boolean(0, u"yes"));
}

void TstPostgreSqlSession::keepsValuesExact()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT 9223372036854775807 AS big, 12345678901234567890.123456789 AS number, "
                                     "'infinity'::timestamp AS infinite, '2026-01-02 03:04:05.123456'::timestamp AS time, "
                                     "'24:00'::time AS midnight, ARRAY[1,2] AS list, '\\xca97'::bytea AS bytes, 'é😀' AS text"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->number(0, u"big"), 9223372036854775807LL);
    QCOMPARE(rows->text(0, u"number"), u"12345678901234567890.123456789"_s);
    QCOMPARE(rows->text(0, u"infinite"), u"infinity"_s);
    QCOMPARE(rows->text(0, u"time"), u"2026-01-02 03:04:05.123456"_s);
    QCOMPARE(rows->text(0, u"midnight"), u"24:00:00"_s);
    QCOMPARE(rows->text(0, u"list"), u"{1,2}"_s);
    QCOMPARE(rows->text(0, u"bytes"), u"\\xca97"_s);
    QCOMPARE(rows->text(0, u"text"), u"é😀"_s);
}

void TstPostgreSqlSession::parametersAreQuoted()
{
    const auto session = open();
    const QString nasty = u"o'clock \\ \"x\" ? $$ -- é😀\n/* */"_s;
    for (const QString &mode : {u"on"_s, u"off"_s}) {
        VERIFY_RESULT(session->query(u"SET standard_conforming_strings = "_s + mode));
        VERIFY_RESULT(session->query(u"SET escape_string_warning = off"_s));
        const auto rows = session->query(u"SELECT ? AS text, ? AS missing, 1-? AS number, ? AS yes, ? AS bytes, ?::timestamptz = '2026-01-02 03:04:05Z' AS at"_s,
                                         {nasty, QVariant(), -5, true, QByteArray("\xca\x97"),
                                          QDateTime(QDate(2026, 1, 2), QTime(3, 4, 5), QTimeZone::UTC)});
        VERIFY_RESULT(rows);
        QCOMPARE(rows->text(0, u"text"), nasty);
        QVERIFY(rows->isNull(0, u"missing"));
        QCOMPARE(rows->number(0, u"number"), 6);
        QVERIFY(rows->boolean(0, u"yes"));
        QCOMPARE(rows->text(0, u"bytes"), u"\\xca97"_s);
        QVERIFY(rows->boolean(0, u"at"));
        QCOMPARE(session->query(u"SELECT %1 AS text"_s.arg(session->quotedLiteral(nasty)))->text(0, u"text"), nasty);
    }
    const QString name = u"a \"b\" é"_s;
    QCOMPARE(session->query(u"SELECT 1 AS "_s + session->quotedIdentifier(name))->columns, QStringList{name});
    VERIFY_ERROR(session->query(u"SELECT ?"_s, {QString(u"a\0b"_s)}), ErrorKind::Statement);
}

void TstPostgreSqlSession::questionMarksInTextsAreNotParameters()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT '?' AS a, $$ ? $$ AS b, $x$ ? $$ $x$ AS c, '{\"k\":1}'::jsonb ?? 'k' AS d, ? AS e -- ?\n/* ? */"_s, {1});
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"b"), u" ? "_s);
    QCOMPARE(rows->text(0, u"c"), u" ? $$ "_s);
    QVERIFY(rows->boolean(0, u"d"));
    QCOMPARE(rows->text(0, u"e"), u"1"_s);
    // The text of a script is never looked at for placeholders.
    VERIFY_RESULT(session->execute(statementOf(u"SELECT '{\"k\":1}'::jsonb ? 'k', (ARRAY[1,2])[1:2], ':x'"_s)));
}

void TstPostgreSqlSession::errorInALaterStatementIsAnError()
{
    const auto session = open();
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE a (x int); SELECT 1/0; CREATE TABLE b (x int)"_s)), ErrorKind::Statement);
    VERIFY_ERROR(session->query(u"SELECT 1; SELECT 1/0"_s), ErrorKind::Statement);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstPostgreSqlSession::errorsHaveCodePositionAndMore()
{
    const auto session = open();
    const auto syntax = session->execute(statementOf(u"CREATE TABLE t (\n    id int,\n    x txet\n)"_s, 10, 3));
    VERIFY_ERROR(syntax, ErrorKind::Statement);
    QCOMPARE(syntax.error().code, u"42704"_s);
    QCOMPARE(syntax.error().message, u"type \"txet\" does not exist"_s);
    QCOMPARE(syntax.error().position.line, 12);
    QCOMPARE(syntax.error().position.column, 7);
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int UNIQUE)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    const auto unique = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s, 4));
    VERIFY_ERROR(unique, ErrorKind::Statement);
    QCOMPARE(unique.error().code, u"23505"_s);
    QCOMPARE(unique.error().detail, u"Key (x)=(1) already exists."_s);
    QCOMPARE(unique.error().position.line, 4);
    QCOMPARE(unique.error().position.column, 0);
    const auto hinted = session->query(u"SELECT lenght('x')"_s);
    VERIFY_ERROR(hinted, ErrorKind::Statement);
    QVERIFY(hinted.error().hint.contains(u"No function matches"_s));
}

void TstPostgreSqlSession::errorsAfterAnEmojiHaveTheRightColumn()
{
    const auto session = open();
    const auto first = session->execute(statementOf(u"SELECT '😀é', absent"_s, 7, 5));
    VERIFY_ERROR(first, ErrorKind::Statement);
    QCOMPARE(first.error().position.line, 7);
    QCOMPARE(first.error().position.column, 5 + 13);
    const auto second = session->execute(statementOf(u"SELECT '😀',\n  absent"_s, 7, 5));
    QCOMPARE(second.error().position.line, 8);
    QCOMPARE(second.error().position.column, 3);
}

void TstPostgreSqlSession::errorsInsideFunctionsHaveContext()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u"DO $$ BEGIN\n  PERFORM 1/0;\nEND $$"_s, 3));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QVERIFY(outcome.error().detail.contains(u"PL/pgSQL function inline_code_block line 2"_s));
    QCOMPARE(outcome.error().position.line, 3);
}

void TstPostgreSqlSession::errorsWhileReadingRowsAreErrors()
{
    const auto session = open();
    const QString sql = u"SELECT 1/(500 - i) FROM generate_series(1, 1000) i"_s;
    const auto outcome = session->execute(statementOf(sql));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"22012"_s);
    VERIFY_ERROR(session->query(sql), ErrorKind::Statement);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstPostgreSqlSession::clientCommandsAreRefused()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u"\\connect other"_s, 3, 1, StatementKind::ClientCommand));
    VERIFY_ERROR(outcome, ErrorKind::Refused);
    QVERIFY(outcome.error().message.contains(u"\\connect other"_s));
    QCOMPARE(outcome.error().position.line, 3);
}

void TstPostgreSqlSession::copyToStdoutIsRefused()
{
    const auto session = open();
    VERIFY_ERROR(session->execute(statementOf(u"COPY (SELECT 1) TO STDOUT"_s, 1, 1, StatementKind::CopyToStdout)), ErrorKind::Refused);
}

void TstPostgreSqlSession::copyFromStdin()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id int, name text)"_s)));
    Statement copy = statementOf(u"COPY t FROM stdin"_s, 1, 1, StatementKind::CopyFromStdin);
    copy.copyData = u"1\té😀\n2\t\\N\n"_s;
    const auto copied = session->execute(copy);
    VERIFY_RESULT(copied);
    QCOMPARE(copied->rows, 2);
    copy.copyData = u"3\tx"_s; // the last line end may be missing
    VERIFY_RESULT(session->execute(copy));
    copy.copyData.clear();
    QCOMPARE(session->execute(copy)->rows, 0);
    QString large;
    for (int i = 0; i < 200'000; ++i)
        large += u"%1\tcustomer\n"_s.arg(i);
    copy.copyData = large;
    QCOMPARE(session->execute(copy)->rows, 200'000);
    const auto rows = session->query(u"SELECT name FROM t ORDER BY id LIMIT 3"_s);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 200'003);
}

void TstPostgreSqlSession::copyErrorsNameTheLine()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id int)"_s)));
    Statement copy = statementOf(u"COPY t\nFROM stdin"_s, 10, 1, StatementKind::CopyFromStdin);
    copy.copyData = u"1\n2\nthree\n"_s;
    const auto copied = session->execute(copy);
    VERIFY_ERROR(copied, ErrorKind::Statement);
    QCOMPARE(copied.error().code, u"22P02"_s);
    QCOMPARE(copied.error().position.line, 11 + 3);
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
    const auto absent = session->execute(statementOf(u"COPY absent FROM stdin"_s, 2, 1, StatementKind::CopyFromStdin));
    VERIFY_ERROR(absent, ErrorKind::Statement);
    QCOMPARE(absent.error().code, u"42P01"_s);
}

void TstPostgreSqlSession::unrecognisedCopyDoesNotHang()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id int)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"COPY t FROM STDIN"_s))); // no data
    VERIFY_ERROR(session->execute(statementOf(u"copy (SELECT generate_series(1, 100000)) TO STDOUT"_s)), ErrorKind::Refused);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstPostgreSqlSession::nulIsRefused()
{
    const auto outcome = open()->execute(statementOf(u"SELECT 'a\0b'"_s, 5));
    VERIFY_ERROR(outcome, ErrorKind::Refused);
    QCOMPARE(outcome.error().position.column, 10);
}

void TstPostgreSqlSession::noticesAreCollected()
{
    const auto session = open();
    QStringList seen;
    session->setNoticeHandler([&seen](const Notice &notice) { seen << notice.message; });
    const auto outcome = session->execute(statementOf(u"DO $$ BEGIN RAISE NOTICE 'one %', 1 USING DETAIL = 'd', HINT = 'h'; RAISE WARNING 'two'; END $$"_s));
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->notices.size(), 2);
    QCOMPARE(outcome->notices[0].severity, u"NOTICE"_s);
    QCOMPARE(outcome->notices[0].message, u"one 1"_s);
    QCOMPARE(outcome->notices[0].detail, u"d"_s);
    QCOMPARE(outcome->notices[0].hint, u"h"_s);
    QCOMPARE(outcome->notices[1].severity, u"WARNING"_s);
    QCOMPARE(outcome->notices[1].code, u"01000"_s);
    QCOMPARE(seen, (QStringList{u"one 1"_s, u"two"_s}));
    QVERIFY(session->execute(statementOf(u"SELECT 1"_s))->notices.isEmpty());
}

void TstPostgreSqlSession::commitsAndRollsBack()
{
    const auto session = open();
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_RESULT(session->begin());
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_ERROR(session->begin(), ErrorKind::Statement);
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->rollback());
    VERIFY_ERROR(session->commit(), ErrorKind::Statement);
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(session->commit());
    VERIFY_RESULT(open(SessionRole::Browse)->query(u"SELECT * FROM t"_s));
    // A COMMIT in the script ends our transaction, and that is seen.
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"COMMIT"_s)));
    QCOMPARE(session->transactionState(), TransactionState::None);
}

void TstPostgreSqlSession::commitOfAFailedTransactionIsAnError()
{
    const auto session = open();
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_ERROR(session->execute(statementOf(u"SELECT 1/0"_s)), ErrorKind::Statement);
    QCOMPARE(session->transactionState(), TransactionState::Failed);
    const auto committed = session->commit();
    VERIFY_ERROR(committed, ErrorKind::Statement);
    QVERIFY(committed.error().message.contains(u"rolled the transaction back"_s));
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_ERROR(session->query(u"SELECT * FROM t"_s), ErrorKind::Statement);
}

void TstPostgreSqlSession::queriesInAFailedTransactionFailCleanly()
{
    const auto session = open();
    VERIFY_RESULT(session->begin());
    VERIFY_ERROR(session->query(u"SELECT 1/0"_s), ErrorKind::Statement);
    const auto next = session->query(u"SELECT ?"_s, {1});
    VERIFY_ERROR(next, ErrorKind::Statement);
    QCOMPARE(next.error().code, u"25P02"_s);
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->query(u"SELECT ?"_s, {1}));
}

void TstPostgreSqlSession::deferredConstraintsFailTheCommit()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE a (x int PRIMARY KEY)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE b (x int REFERENCES a DEFERRABLE INITIALLY DEFERRED)"_s)));
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO b VALUES (1)"_s)));
    const auto committed = session->commit();
    VERIFY_ERROR(committed, ErrorKind::Statement);
    QCOMPARE(committed.error().code, u"23503"_s);
}

void TstPostgreSqlSession::sessionIsAsPsqlWouldHaveIt()
{
    const auto admin = open();
    const QString database = admin->quotedIdentifier(m_settings.database);
    VERIFY_RESULT(admin->query(u"ALTER DATABASE %1 SET TimeZone = 'Asia/Tokyo'"_s.arg(database)));
    VERIFY_RESULT(admin->query(u"ALTER DATABASE %1 SET DateStyle = 'SQL, DMY'"_s.arg(database)));
    const auto session = open();
    for (int round = 0; round < 2; ++round) {
        const auto rows = session->query(u"SELECT current_setting('bytea_output') AS bytea, current_setting('TimeZone') AS zone, "
                                         "current_setting('DateStyle') AS style, sha256('a')::text AS hash"_s);
        VERIFY_RESULT(rows);
        QCOMPARE(rows->text(0, u"bytea"), u"hex"_s);
        QCOMPARE(rows->text(0, u"zone"), u"Asia/Tokyo"_s);
        QCOMPARE(rows->text(0, u"style"), u"SQL, DMY"_s);
        QVERIFY(rows->text(0, u"hash").startsWith(u"\\xca97"_s));
        VERIFY_RESULT(session->resetState());
    }
}

void TstPostgreSqlSession::guardsAreSet()
{
    const auto session = open();
    const auto setting = [&session](const QString &name) { return session->query(u"SELECT current_setting(?) AS value"_s, {name})->text(0, u"value"); };
    QCOMPARE(setting(u"lock_timeout"_s), u"2s"_s);
    QCOMPARE(setting(u"statement_timeout"_s), u"0"_s);
    QCOMPARE(setting(u"idle_in_transaction_session_timeout"_s), u"10min"_s);
    QCOMPARE(setting(u"client_connection_check_interval"_s), u"2s"_s);
    VERIFY_RESULT(session->setGuards({.lockTimeout = 50ms, .statementTimeout = 3s}));
    QCOMPARE(session->guards().lockTimeout, 50ms);
    VERIFY_RESULT(session->query(u"SET lock_timeout = 0"_s));
    VERIFY_RESULT(session->resetState());
    QCOMPARE(setting(u"lock_timeout"_s), u"50ms"_s);
    QCOMPARE(setting(u"statement_timeout"_s), u"3s"_s);

    const auto monitor = open(SessionRole::Monitor);
    const auto rows = monitor->query(u"SELECT current_setting('jit') AS jit, current_setting('lock_timeout') AS lock, current_setting('statement_timeout') AS statement"_s);
    QCOMPARE(rows->text(0, u"jit"), u"off"_s);
    QCOMPARE(rows->text(0, u"lock"), u"250ms"_s);
    QCOMPARE(rows->text(0, u"statement"), u"2s"_s);
}

void TstPostgreSqlSession::resetIsAFreshSession()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TEMP TABLE leftover (x int)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"SELECT pg_catalog.set_config('search_path', '', false)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"SET client_encoding = 'LATIN1'"_s)));
    VERIFY_ERROR(session->query(u"SELECT * FROM t"_s), ErrorKind::Statement);
    VERIFY_RESULT(session->resetState());
    VERIFY_RESULT(session->query(u"SELECT * FROM t"_s));
    VERIFY_ERROR(session->query(u"SELECT * FROM leftover"_s), ErrorKind::Statement);
    QCOMPARE(session->query(u"SELECT 'é' AS e"_s)->text(0, u"e"), u"é"_s);
    QCOMPARE(session->query(u"SELECT current_setting('application_name') AS name"_s)->text(0, u"name"), u"whimbrel"_s);
}

void TstPostgreSqlSession::roleAndSearchPath()
{
    const auto admin = open();
    VERIFY_RESULT(admin->query(u"DROP ROLE IF EXISTS \"the owner\""_s));
    VERIFY_RESULT(admin->query(u"CREATE ROLE \"the owner\""_s));
    VERIFY_RESULT(admin->query(u"CREATE SCHEMA \"my shop\" AUTHORIZATION \"the owner\""_s));
    m_settings.role = u"the owner"_s;
    m_settings.searchPath = u"\"my shop\", public"_s;
    const auto session = open();
    QVERIFY(session);
    for (int round = 0; round < 2; ++round) {
        QCOMPARE(session->currentUser(), u"the owner"_s);
        QCOMPARE(session->query(u"SELECT current_user AS u"_s)->text(0, u"u"), u"the owner"_s);
        QCOMPARE(session->query(u"SELECT current_schema() AS s"_s)->text(0, u"s"), u"my shop"_s);
        VERIFY_RESULT(session->execute(statementOf(u"RESET ROLE"_s)));
        VERIFY_RESULT(session->resetState());
    }
}

void TstPostgreSqlSession::missingRoleIsUnreachable()
{
    m_settings.role = u"absent"_s;
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QVERIFY(session.error().message.contains(u"\"absent\" does not exist"_s));
}

void TstPostgreSqlSession::readOnlySettings()
{
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    m_settings.readOnly = true;
    const auto session = open();
    for (int round = 0; round < 2; ++round) {
        const auto outcome = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s));
        VERIFY_ERROR(outcome, ErrorKind::Statement);
        QCOMPARE(outcome.error().code, u"25006"_s);
        VERIFY_RESULT(session->resetState());
    }
}

void TstPostgreSqlSession::rolesThatNeverWrite()
{
    for (const SessionRole role : {SessionRole::Browse, SessionRole::Monitor})
        VERIFY_ERROR(open(role)->execute(statementOf(u"CREATE TABLE t (x int)"_s)), ErrorKind::Statement);
}

void TstPostgreSqlSession::applicationNames()
{
    const QMap<SessionRole, QString> names{{SessionRole::Run, u"whimbrel"_s},
                                           {SessionRole::RunLock, u"whimbrel:lock"_s},
                                           {SessionRole::Monitor, u"whimbrel:monitor"_s},
                                           {SessionRole::Browse, u"whimbrel:browse"_s}};
    for (auto name = names.cbegin(); name != names.cend(); ++name) {
        const auto session = open(name.key());
        QCOMPARE(session->query(u"SELECT application_name AS n FROM pg_stat_activity WHERE pid = ?"_s, {session->backend().pid})->text(0, u"n"), name.value());
    }
}

void TstPostgreSqlSession::optionsArePassedOn()
{
    m_settings.options = {{u"options"_s, u"-c work_mem=5MB"_s}, {u"myapp.note"_s, u"two words"_s}, {u"sslmode"_s, u"disable"_s}};
    const auto session = open();
    QVERIFY(session);
    QCOMPARE(session->query(u"SHOW work_mem"_s)->text(0, u"work_mem"), u"5MB"_s);
    QCOMPARE(session->query(u"SELECT current_setting('myapp.note') AS note"_s)->text(0, u"note"), u"two words"_s);
    m_settings.options = {{u"sslrootcert"_s, u"/a;b"_s}};
    VERIFY_ERROR(Session::open(m_settings, SessionRole::Run), ErrorKind::Unreachable);
}

void TstPostgreSqlSession::lockTimeoutIsNamed()
{
    const auto holder = open();
    VERIFY_RESULT(holder->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(holder->begin());
    VERIFY_RESULT(holder->execute(statementOf(u"LOCK TABLE t"_s)));
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.lockTimeout = 100ms}));
    const auto outcome = session->execute(statementOf(u"ALTER TABLE t ADD y int"_s));
    VERIFY_ERROR(outcome, ErrorKind::LockTimeout);
    QCOMPARE(outcome.error().code, u"55P03"_s);
    VERIFY_RESULT(holder->rollback());
    VERIFY_RESULT(session->execute(statementOf(u"ALTER TABLE t ADD y int"_s)));
}

void TstPostgreSqlSession::statementTimeoutIsNotACancel()
{
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.statementTimeout = 100ms}));
    const auto outcome = session->execute(statementOf(u"SELECT pg_sleep(10)"_s));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"57014"_s);
}

void TstPostgreSqlSession::cancelsAtOnce()
{
    checkCancelsAtOnce(u"SELECT pg_sleep(20)"_s, u"SELECT pg_sleep(0.02)"_s);
}

void TstPostgreSqlSession::cancelsAWaitForALock()
{
    const auto holder = open();
    VERIFY_RESULT(holder->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    VERIFY_RESULT(holder->begin());
    VERIFY_RESULT(holder->execute(statementOf(u"LOCK TABLE t"_s)));
    checkCancelsAWait(u"ALTER TABLE t ADD y int"_s);
}

void TstPostgreSqlSession::cancelHitsAStatementThatHasJustBegun()
{
    const auto session = open();
    for (int round = 0; round < 50; ++round) {
        auto canceller = cancelSoon(*session, round * 10us);
        QElapsedTimer timer;
        timer.start();
        VERIFY_ERROR(session->execute(statementOf(u"SELECT pg_sleep(20)"_s)), ErrorKind::Cancelled);
        canceller.join();
        QVERIFY(timer.elapsed() < 1000);
        session->canceller()->clear();
        VERIFY_RESULT(session->query(u"SELECT 1"_s)); // nothing is left over for the next one
    }
}

void TstPostgreSqlSession::cancelWhileIdleHitsNothingAfterClear()
{
    const auto session = open();
    session->canceller()->cancel();
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE t (x int)"_s)), ErrorKind::Cancelled);
    session->canceller()->clear();
    VERIFY_RESULT(session->execute(statementOf(u"SELECT pg_sleep(0.05)"_s)));
    VERIFY_RESULT(session->begin());
    session->canceller()->cancel();
    VERIFY_ERROR(session->commit(), ErrorKind::Cancelled);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->transactionState(), TransactionState::None);
    const auto canceller = open()->canceller();
    canceller->cancel(); // its session has gone
}

void TstPostgreSqlSession::killedBackendIsNoticed()
{
    const auto session = open();
    VERIFY_RESULT(open()->query(u"SELECT pg_terminate_backend(?, 5000)"_s, {session->backend().pid}));
    const auto outcome = session->execute(statementOf(u"SELECT 1"_s));
    VERIFY_ERROR(outcome, ErrorKind::ConnectionLost);
    QCOMPARE(outcome.error().code, u"57P01"_s);
    QVERIFY(outcome.error().message.contains(m_settings.displayName()));
    QVERIFY(outcome.error().message.contains(u"administrator"_s));
    VERIFY_ERROR(session->query(u"SELECT 1"_s), ErrorKind::ConnectionLost);
    VERIFY_ERROR(session->ping(), ErrorKind::ConnectionLost);
    VERIFY_ERROR(session->begin(), ErrorKind::ConnectionLost);
    QCOMPARE(session->transactionState(), TransactionState::Unknown);

    const auto idle = open();
    VERIFY_RESULT(open()->query(u"SELECT pg_terminate_backend(?, 5000)"_s, {idle->backend().pid}));
    VERIFY_ERROR(idle->ping(), ErrorKind::ConnectionLost);

    const auto committing = open();
    VERIFY_RESULT(committing->begin());
    VERIFY_RESULT(open()->query(u"SELECT pg_terminate_backend(?, 5000)"_s, {committing->backend().pid}));
    const auto committed = committing->commit();
    VERIFY_ERROR(committed, ErrorKind::ConnectionLost);
    QVERIFY(committed.error().detail.contains(u"not known"_s));
}

void TstPostgreSqlSession::stoppedServerIsNoticed()
{
    Test::PostgresServer own;
    QVERIFY2(own.start(), qPrintable(own.problem()));
    m_settings = own.settings();
    const auto session = open();
    QVERIFY(session);
    own.kill();
    VERIFY_ERROR(session->execute(statementOf(u"SELECT 1"_s)), ErrorKind::ConnectionLost);
    const auto again = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(again, ErrorKind::Unreachable);
    QVERIFY(!again.error().hint.isEmpty());
}

void TstPostgreSqlSession::wrongPassword()
{
    const auto admin = open();
    VERIFY_RESULT(admin->query(u"DROP ROLE IF EXISTS whimbrel_password"_s));
    VERIFY_RESULT(admin->query(u"CREATE ROLE whimbrel_password LOGIN PASSWORD 'it''s \\ s3cret'"_s));
    m_settings.user = u"whimbrel_password"_s;
    m_settings.password = u"it's \\ s3cret"_s;
    VERIFY_RESULT(Session::open(m_settings, SessionRole::Run));
    m_settings.password = u"wr0ng"_s;
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QVERIFY(session.error().message.contains(u"password authentication failed"_s));
    QVERIFY(session.error().hint.contains(u"PGPASSWORD"_s));
    QVERIFY(!session.error().toString().contains(u"wr0ng"_s));
}

void TstPostgreSqlSession::missingDatabase()
{
    m_settings.database = u"absent"_s;
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QVERIFY(session.error().message.contains(u"\"absent\" does not exist"_s));
}

void TstPostgreSqlSession::nobodyListens()
{
    checkNobodyListens(u"postgresql"_s);
}

void TstPostgreSqlSession::silentServerTimesOut()
{
    checkSilentServer(u"postgresql"_s);
}

void TstPostgreSqlSession::manyStatements()
{
    checkManyStatements(30s);
}

WHIMBREL_TEST(TstPostgreSqlSession)
#include "tst_postgresqlsession.moc"
