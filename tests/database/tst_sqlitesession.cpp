// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "sessiontest.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

namespace {
const QString endless = Test::endlessQuery(Dialect::SQLite);
}

class TstSqliteSession : public Test::SessionTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void runsStatementsAndReadsRows();
    void keepsNumbersExact();
    void parametersAreQuoted();
    void questionMarksInTextsAreNotParameters();
    void refusesASecondStatement();
    void errorsHaveCodeAndPosition();
    void errorsAfterAnEmojiHaveTheRightColumn();
    void constraintErrorsNameTheStatement();
    void parametersInAScriptAreNamed();
    void errorsWhileReadingRowsAreErrors();
    void countsChangedRowsOnly();
    void triggersAreOneStatement();
    void clientCommandsAreRefused();
    void nulIsRefused();
    void commitsAndRollsBack();
    void transactionStateIsAsked();
    void lockTimeoutIsNamed();
    void resetIsAFreshSession();
    void resetKeepsTheSchemaThatWasRead_data();
    void resetKeepsTheSchemaThatWasRead();
    void foreignKeysAreOffUnlessAskedFor();
    void cancelsAtOnce();
    void cancelsAWaitForALock();
    void cancelWhileIdleHitsNothingAfterClear();
    void cancelOnStop();
    void statementTimeout();
    void missingFile();
    void notADatabase();
    void folderAsFile();
    void readOnlySettings();
    void rolesThatNeverWrite();
    void readOnlyFile();
    void fullDisk();
    void oddFileNames();
    void manyStatements();

private:

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSqliteSession::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = *ConnectionSettings::fromUrl(u"sqlite:shop.db"_s, QDir(m_folder->path()));
}

void TstSqliteSession::cleanup()
{
    m_folder.reset();
}

void TstSqliteSession::runsStatementsAndReadsRows()
{
    const auto session = open();
    QVERIFY(session);
    QCOMPARE(session->dialect(), Dialect::SQLite);
    QVERIFY((session->serverVersion() >= ServerVersion{3, 37, 0}));
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id INTEGER PRIMARY KEY, name TEXT)"_s)));
    const auto inserted = session->execute(statementOf(u"INSERT INTO t (name) VALUES ('a'), ('b'), (NULL)"_s));
    VERIFY_RESULT(inserted);
    QCOMPARE(inserted->rows, 3);
    QVERIFY(inserted->elapsed > 0us);
    const auto selected = session->execute(statementOf(u"SELECT * FROM t"_s));
    VERIFY_RESULT(selected);
    QCOMPARE(selected->rows, 3);
    const auto rows = session->query(u"SELECT id, name FROM t ORDER BY id"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->columns, (QStringList{u"id"_s, u"name"_s}));
    QCOMPARE(rows->rows.size(), 3);
    QCOMPARE(rows->number(1, u"id"), 2);
    QCOMPARE(rows->text(1, u"name"), u"b"_s);
    QVERIFY(rows->isNull(2, u"name"));
    QVERIFY(rows->isNull(0, u"missing"));
    QVERIFY(rows->isNull(9, u"name"));
}

void TstSqliteSession::keepsNumbersExact()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT 9223372036854775807 AS big, 0.1 AS real, 1.0 AS whole, x'6162' AS bytes, 'é😀' AS text"_s);
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"big"), u"9223372036854775807"_s);
    QCOMPARE(rows->number(0, u"big"), 9223372036854775807LL);
    QCOMPARE(rows->text(0, u"real"), u"0.1"_s);
    QCOMPARE(rows->text(0, u"whole"), u"1.0"_s);
    QCOMPARE(rows->text(0, u"bytes"), u"ab"_s);
    QCOMPARE(rows->text(0, u"text"), u"é😀"_s);
}

void TstSqliteSession::parametersAreQuoted()
{
    const auto session = open();
    const QString nasty = u"o'clock \\ \"x\" ? -- é😀\n/* */"_s;
    const auto rows = session->query(u"SELECT ? AS text, ? AS missing, 1-? AS number, ? AS yes, ? AS bytes, ? AS nul"_s,
                                     {nasty, QVariant(), -5, true, QByteArray("ab"), QString(u"a\0b"_s)});
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"text"), nasty);
    QVERIFY(rows->isNull(0, u"missing"));
    QCOMPARE(rows->number(0, u"number"), 6);
    QVERIFY(rows->boolean(0, u"yes"));
    QCOMPARE(rows->text(0, u"bytes"), u"ab"_s);
    QCOMPARE(rows->text(0, u"nul").size(), 3);
}

void TstSqliteSession::questionMarksInTextsAreNotParameters()
{
    const auto session = open();
    const auto rows = session->query(u"SELECT '?' AS a, ? AS \"b?\" -- what?\n/* ? */"_s, {1});
    VERIFY_RESULT(rows);
    QCOMPARE(rows->text(0, u"a"), u"?"_s);
    QCOMPARE(rows->text(0, u"b?"), u"1"_s);
    VERIFY_ERROR(session->query(u"SELECT ?"_s), ErrorKind::Statement);
    VERIFY_ERROR(session->query(u"SELECT 1"_s, {1}), ErrorKind::Statement);
}

void TstSqliteSession::refusesASecondStatement()
{
    const auto session = open();
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE a (x); CREATE TABLE b (x)"_s)), ErrorKind::Statement);
    const auto tables = session->query(u"SELECT count(*) AS n FROM sqlite_schema"_s);
    VERIFY_RESULT(tables);
    QCOMPARE(tables->number(0, u"n"), 0);
}

void TstSqliteSession::errorsHaveCodeAndPosition()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u"CREATE TABLE t (\n    id INTEGER,\n    nme TEXT NOT NUL\n)"_s, 10, 3));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"1"_s);
    QVERIFY(outcome.error().message.contains(u"NUL"_s));
    QVERIFY(!outcome.error().message.contains(u"Unable"_s));
    QCOMPARE(outcome.error().position.line, 12);
    QCOMPARE(outcome.error().position.column, 18);
}

void TstSqliteSession::errorsAfterAnEmojiHaveTheRightColumn()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u"SELECT '😀é', absent"_s, 7, 5));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().position.line, 7);
    QCOMPARE(outcome.error().position.column, 5 + 13);
}

void TstSqliteSession::constraintErrorsNameTheStatement()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x UNIQUE)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)));
    const auto outcome = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s, 4));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"2067"_s);
    QCOMPARE(outcome.error().message, u"UNIQUE constraint failed: t.x"_s);
    QCOMPARE(outcome.error().position.line, 4);
}

/// SQLite itself says nothing here: it is the driver that refuses.
void TstSqliteSession::parametersInAScriptAreNamed()
{
    const auto outcome = open()->execute(statementOf(u"SELECT ?1, :a"_s));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QVERIFY2(outcome.error().message.contains(u"parameter"_s, Qt::CaseInsensitive), qPrintable(outcome.error().message));
}

void TstSqliteSession::errorsWhileReadingRowsAreErrors()
{
    const auto session = open();
    const QString sql = u"SELECT abs(x) FROM (SELECT 1 AS x UNION ALL SELECT -9223372036854775808)"_s;
    VERIFY_ERROR(session->execute(statementOf(sql)), ErrorKind::Statement);
    VERIFY_ERROR(session->query(sql), ErrorKind::Statement);
}

void TstSqliteSession::countsChangedRowsOnly()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1), (2)"_s)));
    QCOMPARE(session->execute(statementOf(u"CREATE TABLE u (x)"_s))->rows, -1); // QtSql would say 2
    QCOMPARE(session->execute(statementOf(u"UPDATE t SET x = 3 WHERE x = 9"_s))->rows, 0);
    QCOMPARE(session->execute(statementOf(u"UPDATE t SET x = 3"_s))->rows, 2);
}

void TstSqliteSession::triggersAreOneStatement()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TRIGGER g AFTER INSERT ON t BEGIN UPDATE t SET x = 1; DELETE FROM t; END"_s)));
}

void TstSqliteSession::clientCommandsAreRefused()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u".mode column"_s, 3, 1, StatementKind::ClientCommand));
    VERIFY_ERROR(outcome, ErrorKind::Refused);
    QVERIFY(outcome.error().message.contains(u".mode column"_s));
    QCOMPARE(outcome.error().position.line, 3);
}

void TstSqliteSession::nulIsRefused()
{
    const auto session = open();
    const auto outcome = session->execute(statementOf(u"SELECT 'a\n\0b'"_s, 5));
    VERIFY_ERROR(outcome, ErrorKind::Refused);
    QCOMPARE(outcome.error().position.line, 6);
}

void TstSqliteSession::commitsAndRollsBack()
{
    const auto session = open();
    VERIFY_RESULT(session->begin());
    VERIFY_ERROR(session->begin(), ErrorKind::Statement);
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->rollback()); // no transaction: nothing to do
    VERIFY_ERROR(session->commit(), ErrorKind::Statement);
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    VERIFY_RESULT(session->commit());
    VERIFY_RESULT(open(SessionRole::Browse)->query(u"SELECT * FROM t"_s));
}

void TstSqliteSession::transactionStateIsAsked()
{
    const auto session = open();
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_RESULT(session->begin());
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_RESULT(session->execute(statementOf(u"COMMIT"_s, 1, 1, StatementKind::TransactionControl)));
    QCOMPARE(session->transactionState(), TransactionState::None);
    VERIFY_ERROR(session->commit(), ErrorKind::Statement);
}

void TstSqliteSession::lockTimeoutIsNamed()
{
    const auto holder = open();
    VERIFY_RESULT(holder->begin());
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.lockTimeout = 100ms}));
    QElapsedTimer timer;
    timer.start();
    const auto begun = session->begin();
    VERIFY_ERROR(begun, ErrorKind::LockTimeout);
    QCOMPARE(begun.error().code, u"5"_s);
    QVERIFY(timer.elapsed() >= 100);
    QVERIFY(timer.elapsed() < 2000);
    VERIFY_RESULT(holder->rollback());
    VERIFY_RESULT(session->begin());
}

void TstSqliteSession::resetIsAFreshSession()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TEMP TABLE leftover (x)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"PRAGMA foreign_keys = ON"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"PRAGMA case_sensitive_like = ON"_s)));
    VERIFY_RESULT(session->resetState());
    VERIFY_ERROR(session->query(u"SELECT * FROM leftover"_s), ErrorKind::Statement);
    QCOMPARE(session->query(u"PRAGMA foreign_keys"_s)->text(0, u"foreign_keys"), u"0"_s);
    QVERIFY(session->query(u"SELECT 'a' LIKE 'A' AS same"_s)->boolean(0, u"same"));
}

void TstSqliteSession::resetKeepsTheSchemaThatWasRead_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("kept");
    QTest::newRow("table") << u"CREATE TABLE u (x)"_s << true;
    QTest::newRow("column dropped") << u"ALTER TABLE t DROP COLUMN b"_s << true;
    QTest::newRow("column renamed") << u"ALTER TABLE t RENAME COLUMN b TO c"_s << true;
    QTest::newRow("table renamed") << u"ALTER TABLE t RENAME TO u"_s << true;
    QTest::newRow("table dropped") << u"DROP TABLE t"_s << true;
    QTest::newRow("temporary table") << u"CREATE TEMP TABLE u (x)"_s << false;
    QTest::newRow("temporary table from a query") << u"CREATE TEMP TABLE u AS SELECT 1 AS x"_s << false;
    QTest::newRow("temporary view") << u"CREATE TEMP VIEW u AS SELECT 1 AS x"_s << false;
    QTest::newRow("temporary trigger") << u"CREATE TEMP TRIGGER u AFTER INSERT ON t BEGIN SELECT 1; END"_s << false;
    QTest::newRow("attached file") << u"ATTACH ':memory:' AS u"_s << false;
    QTest::newRow("pragma") << u"PRAGMA recursive_triggers = ON"_s << false;
}

/// With many tables, reading the schema again is most of what a small migration costs.
void TstSqliteSession::resetKeepsTheSchemaThatWasRead()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, kept);
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (a, b)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t VALUES (1, 2)"_s)));
    VERIFY_RESULT(session->resetState());
    VERIFY_RESULT(session->execute(statementOf(sql)));
    VERIFY_RESULT(session->resetState());
    // Counted by each connection from its own beginning.
    QCOMPARE(session->query(u"SELECT total_changes() AS n"_s)->number(0, u"n") > 0, kept);
}

void TstSqliteSession::foreignKeysAreOffUnlessAskedFor()
{
    QCOMPARE(open()->query(u"PRAGMA foreign_keys"_s)->text(0, u"foreign_keys"), u"0"_s);
    m_settings.options.insert(u"_foreign_keys"_s, u"on"_s);
    QCOMPARE(open()->query(u"PRAGMA foreign_keys"_s)->text(0, u"foreign_keys"), u"1"_s);
}

void TstSqliteSession::cancelsAtOnce()
{
    checkCancelsAtOnce(endless, u"SELECT 1"_s);
}

void TstSqliteSession::cancelsAWaitForALock()
{
    const auto holder = open();
    VERIFY_RESULT(holder->begin());
    checkCancelsAWait(u"CREATE TABLE t (x)"_s);
}

void TstSqliteSession::cancelWhileIdleHitsNothingAfterClear()
{
    const auto session = open();
    session->canceller()->cancel();
    QVERIFY(session->canceller()->isCancelled());
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE t (x)"_s)), ErrorKind::Cancelled);
    VERIFY_ERROR(session->begin(), ErrorKind::Cancelled);
    session->canceller()->clear();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));

    // A transaction can be rolled back after a cancel; committing it is refused.
    VERIFY_RESULT(session->begin());
    session->canceller()->cancel();
    VERIFY_ERROR(session->commit(), ErrorKind::Cancelled);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->transactionState(), TransactionState::None);

    const auto canceller = open()->canceller(); // its session has gone
    canceller->cancel();
}

void TstSqliteSession::cancelOnStop()
{
    const auto session = open();
    std::stop_source stop;
    const CancelOnStop cancel(*session, stop.get_token());
    std::thread stopper([&stop] {
        std::this_thread::sleep_for(50ms);
        stop.request_stop();
    });
    VERIFY_ERROR(session->execute(statementOf(endless)), ErrorKind::Cancelled);
    stopper.join();
}

void TstSqliteSession::statementTimeout()
{
    const auto session = open();
    VERIFY_RESULT(session->setGuards({.statementTimeout = 100ms}));
    QElapsedTimer timer;
    timer.start();
    const auto outcome = session->execute(statementOf(endless));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QVERIFY(outcome.error().message.contains(u"100"_s));
    QVERIFY(timer.elapsed() < 1000);
    VERIFY_RESULT(session->query(u"SELECT 1"_s));
}

void TstSqliteSession::missingFile()
{
    for (const SessionRole role : {SessionRole::Browse, SessionRole::Monitor}) {
        const auto looking = Session::open(m_settings, role);
        VERIFY_ERROR(looking, ErrorKind::Unreachable);
        QCOMPARE(looking.error().code, u"SQLITE_NOTFOUND"_s);
        QVERIFY(looking.error().message.contains(m_settings.database));
        QVERIFY(!QFile::exists(m_settings.database));
    }
    ConnectionSettings nowhere = m_settings;
    nowhere.database = m_folder->filePath(u"no/shop.db"_s);
    const auto missing = Session::open(nowhere, SessionRole::Run);
    VERIFY_ERROR(missing, ErrorKind::Unreachable);
    QVERIFY(missing.error().message.contains(u"folder"_s));
    ConnectionSettings existing = m_settings;
    existing.options.insert(u"mode"_s, u"rw"_s);
    VERIFY_ERROR(Session::open(existing, SessionRole::Run), ErrorKind::Unreachable);
    VERIFY_RESULT(Session::open(m_settings, SessionRole::Run));
}

void TstSqliteSession::notADatabase()
{
    QFile file(m_settings.database);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(QByteArray(4096, 'x'));
    file.close();
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QVERIFY(session.error().message.contains(u"not a database"_s));
}

void TstSqliteSession::folderAsFile()
{
    m_settings.database = m_folder->path();
    const auto session = Session::open(m_settings, SessionRole::Run);
    VERIFY_ERROR(session, ErrorKind::Unreachable);
    QVERIFY(session.error().message.contains(u"folder"_s));
}

void TstSqliteSession::readOnlySettings()
{
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    m_settings.readOnly = true;
    const auto session = open();
    QVERIFY(session);
    VERIFY_RESULT(session->query(u"SELECT * FROM t"_s));
    VERIFY_ERROR(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(session->execute(statementOf(u"PRAGMA query_only = OFF"_s))); // the file itself is open for reading only
    VERIFY_ERROR(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(session->resetState());
    VERIFY_ERROR(session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)), ErrorKind::Statement);
}

void TstSqliteSession::rolesThatNeverWrite()
{
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    for (const SessionRole role : {SessionRole::Browse, SessionRole::Monitor})
        VERIFY_ERROR(open(role)->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)), ErrorKind::Statement);
}

void TstSqliteSession::readOnlyFile()
{
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    // A file that nobody may write: root may write any file, so the test says it to SQLite instead.
    m_settings.options.insert(u"mode"_s, u"ro"_s);
    const auto session = open();
    QVERIFY(session);
    const auto outcome = session->execute(statementOf(u"INSERT INTO t VALUES (1)"_s));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"8"_s);
    QVERIFY(!outcome.error().hint.isEmpty());
}

void TstSqliteSession::fullDisk()
{
    const auto session = open();
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    VERIFY_RESULT(session->execute(statementOf(u"PRAGMA max_page_count = 4"_s))); // SQLite says the same as on a full disk
    VERIFY_RESULT(session->begin());
    const auto outcome = session->execute(statementOf(u"INSERT INTO t VALUES (zeroblob(100000))"_s));
    VERIFY_ERROR(outcome, ErrorKind::Statement);
    QCOMPARE(outcome.error().code, u"13"_s);
    QVERIFY(outcome.error().hint.contains(m_settings.database));
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->transactionState(), TransactionState::None);
}

void TstSqliteSession::oddFileNames()
{
    m_settings.database = m_folder->filePath(u"a?b#c%41 é;.db"_s);
    VERIFY_RESULT(open()->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    QVERIFY(QFile::exists(m_settings.database));
    VERIFY_RESULT(open(SessionRole::Browse)->query(u"SELECT * FROM t"_s));
}

void TstSqliteSession::manyStatements()
{
    checkManyStatements(10s);
}

WHIMBREL_TEST(TstSqliteSession)
#include "tst_sqlitesession.moc"
