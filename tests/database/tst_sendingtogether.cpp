// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "scripts.h"
#include "test.h"

#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::statementOf;

/// What goes to the three databases in one message: statements, what a transaction begins with, and what it ends with.
class TstSendingTogether : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachStatement_data() { dialects(); }
    void tellsEachStatement();
    void stopsAtTheFirstThatFails_data() { dialects(); }
    void stopsAtTheFirstThatFails();
    void sendsMoreThanTheSocketHolds_data() { dialects(); }
    void sendsMoreThanTheSocketHolds();
    void sendsNothingAfterAStatementThatIsRefused_data() { dialects(); }
    void sendsNothingAfterAStatementThatIsRefused();
    void noticesBelongToTheirStatement();
    void warningsBelongToTheirStatement();
    void cancelsAtOnce_data() { servers(); }
    void cancelsAtOnce();
    void aLostConnectionIsNamed_data() { servers(); }
    void aLostConnectionIsNamed();
    void aSyntaxErrorQuotesItsOwnStatement();
    void oneThatAsksAboutTheOneBefore();
    void commentsAndRows();
    void beginsWithStatements_data() { dialects(); }
    void beginsWithStatements();
    void whatItBeginsWithMayFail_data() { dialects(); }
    void whatItBeginsWithMayFail();
    void aResetGoesWithTheBegin();
    void aResetIsNotLostWithACancel();
    void aResetThatFailsLeavesNoTransaction();
    void aDefinitionBeginsAtOnce();
    void aDefinitionIsNotBegunBehindAnError();
    void whatHasBegunIsDropped();
    void commitsAfterStatements_data() { dialects(); }
    void commitsAfterStatements();
    void whichOneBeforeTheCommitFailed_data() { dialects(); }
    void whichOneBeforeTheCommitFailed();
    void aCommitThatFails();
    void aServerThatWarnsAndIsGone();

private:
    void dialects();
    void servers();
    std::unique_ptr<Session> open(Dialect dialect);
    static Result<> send(Session &session, const QList<Statement> &statements, QList<StatementOutcome> &outcomes);

    QTemporaryDir m_folder;
};

void TstSendingTogether::dialects()
{
    QTest::addColumn<Dialect>("dialect");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite})
        QTest::newRow(qPrintable(dialectName(dialect))) << dialect;
}

void TstSendingTogether::servers()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
    QTest::newRow("MariaDB") << Dialect::MariaDb;
}

/// A session on a new database with a table `t (id integer primary key, name text)`.
std::unique_ptr<Session> TstSendingTogether::open(Dialect dialect)
{
    ConnectionSettings settings;
    if (dialect == Dialect::SQLite)
        settings = *ConnectionSettings::fromUrl(u"sqlite:%1.db"_s.arg(QLatin1StringView(QTest::currentTestFunction())), QDir(m_folder.path()));
    else if (dialect == Dialect::PostgreSql)
        settings = PostgresServer::shared().settings();
    else
        settings = MariaDbServer::shared().settings();
    Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    if (!session || !(*session)->execute(statementOf(u"CREATE TABLE t (id integer PRIMARY KEY, name text)"_s))) {
        QTest::qFail("no session with a table", __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*session);
}

Result<> TstSendingTogether::send(Session &session, const QList<Statement> &statements, QList<StatementOutcome> &outcomes)
{
    std::vector<const Statement *> pointers;
    for (const Statement &statement : statements)
        pointers.push_back(&statement);
    return session.executeTogether(pointers, [&](const StatementOutcome &outcome) { outcomes << outcome; });
}

void TstSendingTogether::tellsEachStatement()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(u"INSERT INTO t VALUES (2, 'b'), (3, 'c')"_s),
                                  statementOf(u"UPDATE t SET name = 'd' WHERE id > 7"_s), statementOf(u"SELECT id FROM t"_s)},
                       outcomes));
    QList<qlonglong> rows;
    for (const StatementOutcome &outcome : std::as_const(outcomes))
        rows << outcome.rows;
    QCOMPARE(rows, (QList<qlonglong>{1, 2, 0, 3}));
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_RESULT(session->commit());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 3);
}

void TstSendingTogether::stopsAtTheFirstThatFails()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    const Result<> result = send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s, 10), statementOf(u"INSERT INTO nowhere VALUES (2)"_s, 20, 3),
                                            statementOf(u"INSERT INTO t VALUES (3, 'c')"_s, 30)},
                                 outcomes);
    VERIFY_ERROR(result, ErrorKind::Statement);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(result.error().position.line, 20);
    if (dialect == Dialect::PostgreSql)
        QCOMPARE(result.error().position.column, 3 + 12);
    QVERIFY(result.error().message.contains(u"nowhere"_s));
    QCOMPARE(session->transactionState(), dialect == Dialect::PostgreSql ? TransactionState::Failed : TransactionState::Open);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
}

/// Both sides write before they read: neither may wait for the other for ever.
void TstSendingTogether::sendsMoreThanTheSocketHolds()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    QList<Statement> statements;
    for (int i = 0; i < 300; ++i)
        statements << statementOf(u"INSERT INTO t VALUES (%1, '%2')"_s.arg(i).arg(QString(10'000, u'x')));
    for (int i = 0; i < 50; ++i)
        statements << statementOf(u"SELECT name FROM t"_s);
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, statements, outcomes));
    QCOMPARE(outcomes.size(), statements.size());
    QCOMPARE(outcomes.last().rows, 300);
    VERIFY_RESULT(session->commit());
}

void TstSendingTogether::sendsNothingAfterAStatementThatIsRefused()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QList<StatementOutcome> outcomes;
    const Result<> result = send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(u"\\connect x"_s, 7, 1, StatementKind::ClientCommand),
                                            statementOf(u"INSERT INTO t VALUES (3, 'c')"_s)},
                                 outcomes);
    VERIFY_ERROR(result, ErrorKind::Refused);
    QCOMPARE(result.error().position.line, 7);
    QCOMPARE(outcomes.size(), 1);
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 1);
}

void TstSendingTogether::noticesBelongToTheirStatement()
{
    const auto session = open(Dialect::PostgreSql);
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(u"DROP TABLE IF EXISTS nowhere"_s),
                                  statementOf(u"INSERT INTO t VALUES (3, 'c')"_s)},
                       outcomes));
    QCOMPARE(outcomes.size(), 3);
    QCOMPARE(outcomes[0].notices.size(), 0);
    QCOMPARE(outcomes[1].notices.size(), 1);
    QCOMPARE(outcomes[2].notices.size(), 0);
}

/// MariaDB keeps them only until the next statement.
void TstSendingTogether::warningsBelongToTheirStatement()
{
    const auto session = open(Dialect::MariaDb);
    QList<Notice> heard;
    session->setNoticeHandler([&](const Notice &notice) { heard << notice; });
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(u"INSERT IGNORE INTO t VALUES (1, 'b')"_s),
                                  statementOf(u"INSERT INTO t VALUES (3, 'c')"_s), statementOf(u"INSERT IGNORE INTO t VALUES (3, 'd'), (1, 'e')"_s)},
                       outcomes));
    QCOMPARE(outcomes.size(), 4);
    QCOMPARE(outcomes[0].notices.size(), 0);
    QCOMPARE(outcomes[1].notices.size(), 1);
    QVERIFY2(outcomes[1].notices[0].message.contains(u"Duplicate entry '1'"_s), qPrintable(outcomes[1].notices[0].message));
    QCOMPARE(outcomes[1].notices[0].code, u"1062"_s);
    QCOMPARE(outcomes[1].rows, 0);
    QCOMPARE(outcomes[2].notices.size(), 0);
    QCOMPARE(outcomes[2].rows, 1);
    QCOMPARE(outcomes[3].notices.size(), 2);
    QCOMPARE(heard.size(), 3);
}

void TstSendingTogether::cancelsAtOnce()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    const auto canceller = session->canceller();
    QList<StatementOutcome> outcomes;
    const QString sleep = dialect == Dialect::PostgreSql ? u"INSERT INTO t SELECT 2, pg_sleep(60)::text"_s : u"INSERT INTO t SELECT 2, SLEEP(60)"_s;
    const QList<Statement> statements{statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(sleep), statementOf(u"INSERT INTO t VALUES (3, 'c')"_s)};
    QElapsedTimer timer;
    timer.start();
    std::jthread other([canceller] { canceller->cancel(); });
    VERIFY_ERROR(send(*session, statements, outcomes), ErrorKind::Cancelled);
    QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(outcomes.size() < 2);
    other.join();
    canceller->clear();
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
}

void TstSendingTogether::aLostConnectionIsNamed()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    const QString end = dialect == Dialect::PostgreSql ? u"INSERT INTO t SELECT 2, pg_terminate_backend(pg_backend_pid())::text"_s
                                                       : u"INSERT INTO t SELECT 2, SLEEP(60)"_s;
    std::jthread killer;
    if (dialect == Dialect::MariaDb) {
        killer = std::jthread([pid = session->backend().pid, settings = session->settings()] {
            const auto other = Session::open(settings, SessionRole::Run).value();
            (void)other->query(u"KILL %1"_s.arg(pid));
        });
    }
    const Result<> result =
        send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s), statementOf(end), statementOf(u"INSERT INTO t VALUES (3, 'c')"_s)}, outcomes);
    VERIFY_ERROR(result, ErrorKind::ConnectionLost);
    VERIFY_ERROR(send(*session, {statementOf(u"INSERT INTO t VALUES (4, 'd')"_s), statementOf(u"INSERT INTO t VALUES (5, 'e')"_s)}, outcomes),
                 ErrorKind::ConnectionLost);
}

/// What follows in the same message is not this statement's, and its place is found as if it were sent by itself.
void TstSendingTogether::aSyntaxErrorQuotesItsOwnStatement()
{
    const auto session = open(Dialect::MariaDb);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    const Result<> result = send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a')"_s, 10), statementOf(u"INSERT INTO t\nVALUES (2, 'b'"_s, 20, 3),
                                            statementOf(u"INSERT INTO t VALUES (3, 'c')"_s, 30)},
                                 outcomes);
    VERIFY_ERROR(result, ErrorKind::Statement);
    QCOMPARE(outcomes.size(), 1);
    QVERIFY2(!result.error().message.contains(u"WARNINGS"_s), qPrintable(result.error().message));
    QVERIFY2(!result.error().message.contains(u"'c'"_s), qPrintable(result.error().message));
    QCOMPARE(result.error().position.line, 21);
    VERIFY_RESULT(session->rollback());
}

void TstSendingTogether::oneThatAsksAboutTheOneBefore()
{
    const auto session = open(Dialect::MariaDb);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a'), (2, 'b')"_s), statementOf(u"INSERT INTO t SELECT 10, row_count()"_s)}, outcomes));
    QCOMPARE(session->query(u"SELECT name FROM t WHERE id = 10"_s)->text(0, u"name"), u"2"_s);
}

void TstSendingTogether::commentsAndRows()
{
    const auto session = open(Dialect::MariaDb);
    QVERIFY(session->begin());
    QList<StatementOutcome> outcomes;
    VERIFY_RESULT(send(*session, {statementOf(u"INSERT INTO t VALUES (1, 'a') -- the first"_s), statementOf(u"INSERT INTO t VALUES (2, 'b') # the second"_s),
                                  statementOf(u"INSERT INTO t VALUES (3, 'c'), (4, ';') RETURNING id"_s),
                                  statementOf(u"INSERT INTO t VALUES (5, 'e'); INSERT INTO t VALUES (6, 'f')"_s),
                                  statementOf(u"INSERT INTO t VALUES (7, 'g')"_s)},
                       outcomes));
    QList<qlonglong> rows;
    for (const StatementOutcome &outcome : std::as_const(outcomes))
        rows << outcome.rows;
    QCOMPARE(rows, (QList<qlonglong>{1, 1, 2, 1, 1}));
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 7);
}

void TstSendingTogether::beginsWithStatements()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    VERIFY_RESULT(session->beginWith({u"INSERT INTO t VALUES (1, 'a')"_s, u"UPDATE t SET name = 'it''s; b' WHERE id = 1"_s}, nullptr));
    QCOMPARE(session->transactionState(), TransactionState::Open);
    QCOMPARE(session->query(u"SELECT name FROM t"_s)->text(0, u"name"), u"it's; b"_s);
    VERIFY_ERROR(session->beginWith({u"INSERT INTO t VALUES (2, 'b')"_s}, nullptr), ErrorKind::Statement); // one is open
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
    VERIFY_RESULT(session->beginWith({}, nullptr));
    QCOMPARE(session->transactionState(), TransactionState::Open);
    VERIFY_RESULT(session->commit());

    session->canceller()->cancel();
    VERIFY_ERROR(session->beginWith({u"INSERT INTO t VALUES (3, 'c')"_s}, nullptr), ErrorKind::Cancelled);
    QCOMPARE(session->transactionState(), TransactionState::None);
}

void TstSendingTogether::whatItBeginsWithMayFail()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    const Result<> failed = session->beginWith({u"INSERT INTO t VALUES (1, 'a')"_s, u"INSERT INTO nowhere VALUES (2)"_s, u"INSERT INTO t VALUES (3, 'c')"_s}, nullptr);
    VERIFY_ERROR(failed, ErrorKind::Statement);
    QVERIFY(failed.error().message.contains(u"nowhere"_s));
    QVERIFY(session->transactionState() != TransactionState::None);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
}

/// The settings are no part of the transaction: what is tried again after a rollback has its guards.
void TstSendingTogether::aResetGoesWithTheBegin()
{
    const auto session = open(Dialect::PostgreSql);
    const auto setting = [&session] { return session->query(u"SELECT current_setting('lock_timeout') AS value"_s)->text(0, u"value"); };
    VERIFY_RESULT(session->setGuards({.lockTimeout = std::chrono::milliseconds(70)}));
    for (const QStringList &with : {QStringList(), {u"LOCK TABLE t IN SHARE MODE NOWAIT"_s}}) {
        VERIFY_RESULT(session->execute(statementOf(u"SET lock_timeout = 0"_s)));
        VERIFY_RESULT(session->execute(statementOf(u"CREATE TEMP TABLE leftover (x int)"_s)));
        VERIFY_RESULT(session->resetState());
        VERIFY_RESULT(with.isEmpty() ? session->begin() : session->beginWith(with, nullptr));
        QCOMPARE(setting(), u"70ms"_s);
        VERIFY_ERROR(session->query(u"SELECT * FROM leftover"_s), ErrorKind::Statement);
        VERIFY_RESULT(session->rollback());
        QCOMPARE(setting(), u"70ms"_s);
    }
    // Without a transaction, too, whatever comes first.
    VERIFY_RESULT(session->execute(statementOf(u"SET lock_timeout = 0"_s)));
    VERIFY_RESULT(session->resetState());
    QCOMPARE(session->execute(statementOf(u"SELECT 1 WHERE current_setting('lock_timeout') = '70ms'"_s))->rows, 1);
    VERIFY_RESULT(session->execute(statementOf(u"SET lock_timeout = 0"_s)));
    VERIFY_RESULT(session->resetState());
    QList<StatementOutcome> outcomes;
    const Statement ask = statementOf(u"SELECT 1 WHERE current_setting('lock_timeout') = '70ms'"_s);
    VERIFY_RESULT(send(*session, {ask, ask}, outcomes));
    QCOMPARE(outcomes.first().rows, 1);
}

void TstSendingTogether::aResetIsNotLostWithACancel()
{
    const auto session = open(Dialect::PostgreSql);
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TEMP TABLE leftover (x int)"_s)));
    VERIFY_RESULT(session->resetState());
    session->canceller()->cancel();
    VERIFY_ERROR(session->begin(), ErrorKind::Cancelled);
    session->canceller()->clear();
    VERIFY_RESULT(session->begin());
    VERIFY_ERROR(session->query(u"SELECT * FROM leftover"_s), ErrorKind::Statement);
}

/// The server does not skip the BEGIN behind it.
void TstSendingTogether::aResetThatFailsLeavesNoTransaction()
{
    const auto admin = open(Dialect::PostgreSql);
    VERIFY_RESULT(admin->query(u"DROP ROLE IF EXISTS passing"_s));
    VERIFY_RESULT(admin->query(u"CREATE ROLE passing"_s));
    ConnectionSettings settings = admin->settings();
    settings.role = u"passing"_s;
    const auto session = Session::open(settings, SessionRole::Run).value();
    VERIFY_RESULT(session->execute(statementOf(u"RESET ROLE"_s)));
    VERIFY_RESULT(admin->query(u"DROP ROLE passing"_s));
    for (const bool isWith : {false, true}) {
        VERIFY_RESULT(session->resetState());
        const Result<> failed = isWith ? session->beginWith({u"SET LOCAL lock_timeout = 70"_s}, nullptr) : session->begin();
        VERIFY_ERROR(failed, ErrorKind::Statement);
        QVERIFY2(failed.error().message.contains(u"passing"_s), qPrintable(failed.error().message));
        QCOMPARE(session->transactionState(), TransactionState::None);
        VERIFY_RESULT(session->rollback());
    }
    VERIFY_RESULT(admin->query(u"CREATE ROLE passing"_s));
    VERIFY_RESULT(session->begin()); // the reset was still due
    QCOMPARE(session->query(u"SELECT current_user AS u"_s)->text(0, u"u"), u"passing"_s);
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->execute(statementOf(u"RESET ROLE"_s)));
    VERIFY_RESULT(admin->query(u"DROP ROLE passing"_s));
}

/// What has begun already is asked for by execute(), with everything that belongs to it.
void TstSendingTogether::aDefinitionBeginsAtOnce()
{
    const auto session = open(Dialect::PostgreSql);
    QStringList heard;
    session->setNoticeHandler([&heard](const Notice &notice) { heard << notice.message; });
    Statement next = statementOf(u"DROP TABLE IF EXISTS nowhere, t"_s);
    VERIFY_RESULT(session->resetState());
    VERIFY_RESULT(session->beginWith({u"LOCK TABLE t IN ACCESS EXCLUSIVE MODE NOWAIT"_s}, &next));
    QCOMPARE(session->transactionState(), TransactionState::Open);
    QTest::qSleep(50); // the notice is there
    QCOMPARE(heard, QStringList());
    const Result<StatementOutcome> dropped = session->execute(next);
    VERIFY_RESULT(dropped);
    QCOMPARE(heard.size(), 1);
    QVERIFY2(heard.first().contains(u"nowhere"_s), qPrintable(heard.first()));
    QCOMPARE(dropped->notices.size(), 1);
    qsizetype done = 0;
    VERIFY_RESULT(session->commitAfter({u"CREATE TABLE v (id integer)"_s}, done));
    VERIFY_ERROR(session->query(u"SELECT 1 FROM t"_s), ErrorKind::Statement);

    // Its error is its own, at its place.
    next = statementOf(u"ALTER TABLE v\n  ADD x nosuch"_s);
    VERIFY_RESULT(session->beginWith({}, &next));
    const Result<StatementOutcome> failed = session->execute(next);
    VERIFY_ERROR(failed, ErrorKind::Statement);
    QCOMPARE(failed.error().position.line, 2);
    QCOMPARE(failed.error().position.column, 9);
    QCOMPARE(session->transactionState(), TransactionState::Failed);
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->query(u"SELECT 1 FROM v"_s));
}

void TstSendingTogether::aDefinitionIsNotBegunBehindAnError()
{
    const auto session = open(Dialect::PostgreSql);
    const Statement next = statementOf(u"CREATE TABLE v (id integer)"_s);
    const Result<> failed = session->beginWith({u"LOCK TABLE nowhere"_s}, &next);
    VERIFY_ERROR(failed, ErrorKind::Statement);
    QVERIFY(failed.error().message.contains(u"nowhere"_s));
    VERIFY_RESULT(session->rollback());
    VERIFY_RESULT(session->execute(next));
}

/// Who changes his mind does not wait for it, and nothing of it stays.
void TstSendingTogether::whatHasBegunIsDropped()
{
    const auto session = open(Dialect::PostgreSql);
    const Statement slow = statementOf(u"CREATE TABLE v AS SELECT 1 AS x FROM pg_sleep(30)"_s);
    const auto gone = [&session] { return !session->query(u"SELECT 1 FROM v"_s); };
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50; ++i) { // sooner or later before the server has begun with it
        VERIFY_RESULT(session->beginWith({}, &slow));
        session->canceller()->cancel();
        VERIFY_ERROR(session->execute(slow), ErrorKind::Cancelled);
        VERIFY_RESULT(session->rollback());
        session->canceller()->clear();
        QVERIFY(gone());
    }

    VERIFY_RESULT(session->beginWith({}, &slow));
    qsizetype done = 0;
    VERIFY_ERROR(session->commitAfter({}, done), ErrorKind::Statement); // it is a rollback
    QVERIFY(gone());

    VERIFY_RESULT(session->beginWith({}, &slow));
    VERIFY_ERROR(session->execute(statementOf(u"CREATE TABLE v (id integer)"_s)), ErrorKind::Statement);
    VERIFY_RESULT(session->rollback());
    QVERIFY(gone());

    // A cancel while it is waited for is as of any other.
    VERIFY_RESULT(session->beginWith({}, &slow));
    std::jthread canceller([&session] {
        std::this_thread::sleep_for(std::chrono::milliseconds(100));
        session->canceller()->cancel();
    });
    VERIFY_ERROR(session->execute(slow), ErrorKind::Cancelled);
    canceller.join();
    VERIFY_RESULT(session->rollback());
    session->canceller()->clear();
    QVERIFY(gone());
    QVERIFY2(timer.elapsed() < 10'000, qPrintable(QString::number(timer.elapsed())));
}

void TstSendingTogether::commitsAfterStatements()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    qsizetype done = -1;
    VERIFY_ERROR(session->commitAfter({u"INSERT INTO t VALUES (1, 'a')"_s}, done), ErrorKind::Statement); // no transaction
    QCOMPARE(done, 0);
    QVERIFY(session->begin());
    VERIFY_RESULT(session->commitAfter({u"INSERT INTO t VALUES (1, 'a')"_s, u"UPDATE t SET name = 'it''s; b' WHERE id = 1"_s}, done));
    QCOMPARE(done, 2);
    QCOMPARE(session->transactionState(), TransactionState::None);
    QCOMPARE(session->query(u"SELECT name FROM t"_s)->text(0, u"name"), u"it's; b"_s);
    QVERIFY(session->begin());
    VERIFY_RESULT(session->commitAfter({}, done));
    QCOMPARE(done, 0);
}

void TstSendingTogether::whichOneBeforeTheCommitFailed()
{
    QFETCH(const Dialect, dialect);
    const auto session = open(dialect);
    QVERIFY(session->begin());
    qsizetype done = -1;
    const Result<> failed = session->commitAfter({u"INSERT INTO t VALUES (1, 'a')"_s, u"INSERT INTO nowhere VALUES (2)"_s, u"INSERT INTO t VALUES (3, 'c')"_s}, done);
    VERIFY_ERROR(failed, ErrorKind::Statement);
    QVERIFY(failed.error().message.contains(u"nowhere"_s));
    QCOMPARE(done, 1);
    VERIFY_RESULT(session->rollback());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 0);
}

void TstSendingTogether::aCommitThatFails()
{
    const auto session = open(Dialect::PostgreSql);
    QVERIFY(session->execute(statementOf(u"CREATE TABLE u (id integer REFERENCES t DEFERRABLE INITIALLY DEFERRED)"_s)));
    QVERIFY(session->begin());
    qsizetype done = -1;
    const Result<> failed = session->commitAfter({u"INSERT INTO u VALUES (9)"_s}, done);
    VERIFY_ERROR(failed, ErrorKind::Statement);
    QCOMPARE(failed.error().code, u"23503"_s);
    QCOMPARE(done, 1);
    VERIFY_RESULT(session->rollback());
}

/// What is sent cannot be written, and what can be read is a warning only.
void TstSendingTogether::aServerThatWarnsAndIsGone()
{
    PostgresServer own;
    own.start();
    REQUIRE_SERVER(own);
    const auto together = Session::open(own.settings(), SessionRole::Run).value();
    const auto reset = Session::open(own.settings(), SessionRole::Run).value();
    const auto commit = Session::open(own.settings(), SessionRole::Run).value();
    const auto asked = Session::open(own.settings(), SessionRole::Run).value();
    const auto dropped = Session::open(own.settings(), SessionRole::Run).value();
    const Statement slow = statementOf(u"CREATE TABLE v AS SELECT 1 AS x FROM pg_sleep(30)"_s);
    QVERIFY(commit->begin());
    VERIFY_RESULT(asked->beginWith({}, &slow));
    VERIFY_RESULT(dropped->beginWith({}, &slow));
    own.kill();

    const Statement one = statementOf(u"SELECT 1"_s);
    const Statement two = statementOf(u"SELECT 2"_s);
    const std::array<const Statement *, 2> both{&one, &two};
    VERIFY_ERROR(together->executeTogether(both, [](const StatementOutcome &) { QFAIL("done by nobody"); }), ErrorKind::ConnectionLost);
    VERIFY_RESULT(reset->resetState()); // told with what comes next
    VERIFY_ERROR(reset->beginWith({u"SELECT 1"_s}, nullptr), ErrorKind::ConnectionLost);
    VERIFY_ERROR(asked->execute(slow), ErrorKind::ConnectionLost);
    VERIFY_ERROR(dropped->rollback(), ErrorKind::ConnectionLost);
    qsizetype done = -1;
    VERIFY_ERROR(commit->commitAfter({u"SELECT 1"_s}, done), ErrorKind::ConnectionLost);
    QCOMPARE(done, 0);
}

WHIMBREL_TEST(TstSendingTogether)
#include "tst_sendingtogether.moc"
