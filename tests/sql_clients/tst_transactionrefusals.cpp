// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "sql/statementkind.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// StatementKind::NoTransaction against the servers: what the list names is refused inside a transaction, what looks
/// like it and is not named is accepted there.
class TstTransactionRefusals : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql_data();
    void postgresql();
    void mariaDbRefusesNothing_data();
    void mariaDbRefusesNothing();
    void sqlite_data();
    void sqlite();
    void sqliteJournalModeDoesNothing();

private:
    std::unique_ptr<Session> m_session; ///< PostgreSQL's or MariaDB's, for all rows
};

namespace {

std::unique_ptr<Session> openSession(const ConnectionSettings &settings)
{
    auto session = Session::open(settings, SessionRole::Run);
    if (!session)
        qFatal("%s", qPrintable(session.error().toString()));
    return std::move(*session);
}

void addRows(bool refused, std::initializer_list<const char *> statements)
{
    for (const char *statement : statements)
        QTest::addRow("%s: %s", refused ? "refused" : "accepted", statement) << QString::fromUtf8(statement) << refused;
}

/// Executes a statement in a transaction that is then rolled back.
Result<StatementOutcome> executeInTransaction(Session &session, const QString &sql)
{
    Statement statement;
    statement.text = sql;
    statement.length = sql.size();
    if (const auto begun = session.begin(); !begun)
        return std::unexpected(begun.error());
    auto outcome = session.execute(statement);
    if (const auto undone = session.rollback(); !undone)
        return std::unexpected(undone.error());
    return outcome;
}

} // namespace

void TstTransactionRefusals::postgresql_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("refused");
    addRows(true, {"CREATE INDEX CONCURRENTLY i2 ON t (a)",
                   "create unique index /* why */ concurrently if not exists i2 on t (a)",
                   "DROP INDEX CONCURRENTLY i",
                   "REINDEX INDEX CONCURRENTLY i",
                   "REINDEX TABLE CONCURRENTLY t",
                   "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
                   "REINDEX (CONCURRENTLY true) INDEX i",
                   "REINDEX DATABASE",
                   "REINDEX SYSTEM",
                   "REINDEX SCHEMA public",
                   "REINDEX (VERBOSE) SCHEMA public",
                   "VACUUM",
                   "VACUUM t",
                   "VACUUM (ANALYZE) t",
                   "VACUUM FULL t",
                   "CREATE DATABASE d",
                   "DROP DATABASE IF EXISTS d",
                   "ALTER DATABASE postgres SET TABLESPACE pg_default",
                   "CREATE TABLESPACE s LOCATION '/x'",
                   "DROP TABLESPACE IF EXISTS s",
                   "ALTER SYSTEM SET work_mem = '4MB'",
                   "ALTER SYSTEM RESET ALL",
                   "ALTER TABLE parted DETACH PARTITION part CONCURRENTLY",
                   "DISCARD ALL",
                   "CREATE SUBSCRIPTION s2 CONNECTION 'dbname=x' PUBLICATION p",
                   "CREATE SUBSCRIPTION s2 CONNECTION 'dbname=x' PUBLICATION p WITH (create_slot = true)",
                   "DROP SUBSCRIPTION s",
                   "ALTER SUBSCRIPTION s REFRESH PUBLICATION",
                   "ALTER SUBSCRIPTION s SET PUBLICATION q",
                   "ALTER SUBSCRIPTION s ADD PUBLICATION q WITH (refresh)",
                   "ALTER SUBSCRIPTION off SET (failover = true)",
                   "ALTER SUBSCRIPTION off SET (disable_on_error = true, failover)",
                   "CLUSTER",
                   "CLUSTER VERBOSE",
                   "CLUSTER (VERBOSE)"});
    addRows(false,
            {"CREATE INDEX concurrently_made ON t (a)",
             "CREATE TABLE database (vacuum int)",
             "REINDEX TABLE t",
             "REINDEX (CONCURRENTLY off) TABLE t",
             "REINDEX INDEX i",
             "ALTER TYPE e ADD VALUE 'x'",
             "ALTER DATABASE postgres SET work_mem = '4MB'",
             "ALTER TABLE parted DETACH PARTITION part",
             "CLUSTER t USING i",
             "CREATE SUBSCRIPTION s2 CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false)",
             "CREATE SUBSCRIPTION s2 CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false, slot_name = none)",
             "ALTER SUBSCRIPTION s SET PUBLICATION q WITH (refresh = false)",
             "ALTER SUBSCRIPTION s SET (disable_on_error = true)",
             "ALTER SUBSCRIPTION s DISABLE",
             "PREPARE p AS SELECT 1",
             "REFRESH MATERIALIZED VIEW CONCURRENTLY v",
             "DROP INDEX i",
             "DISCARD PLANS",
             "ANALYZE t",
             "TRUNCATE t",
             "LOCK TABLE t"});
}

void TstTransactionRefusals::postgresql()
{
    REQUIRE_SERVER(Test::PostgresServer::shared());
    QFETCH(const QString, statement);
    QFETCH(const bool, refused);
    QCOMPARE(statementKind(statement, Dialect::PostgreSql) == StatementKind::NoTransaction, refused);

    if (!m_session || m_session->dialect() != Dialect::PostgreSql) {
        m_session = openSession(Test::PostgresServer::shared().settings());
        for (const char *sql : {"CREATE TABLE t (a int NOT NULL)", "CREATE UNIQUE INDEX i ON t (a)",
                                "CREATE TYPE e AS ENUM ('a')", "CREATE TABLE parted (a int) PARTITION BY LIST (a)",
                                "CREATE TABLE part PARTITION OF parted FOR VALUES IN (1)",
                                "CREATE MATERIALIZED VIEW v AS SELECT a FROM t", "CREATE UNIQUE INDEX vi ON v (a)",
                                "CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false)",
                                "ALTER SUBSCRIPTION s ENABLE",
                                "CREATE SUBSCRIPTION off CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false)"}) {
            const auto made = m_session->query(QString::fromLatin1(sql));
            QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
        }
    }
    const auto outcome = executeInTransaction(*m_session, statement);
    if (refused)
        QVERIFY2(!outcome && outcome.error().code == u"25001"_s,
                 outcome ? "accepted" : qPrintable(outcome.error().toString()));
    else
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
}

void TstTransactionRefusals::mariaDbRefusesNothing_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("ends");
    const auto row = [](bool ends, std::initializer_list<const char *> statements) {
        for (const char *statement : statements)
            QTest::addRow("%s: %s", ends ? "ends it" : "stays", statement) << QString::fromUtf8(statement) << ends;
    };
    row(true, {"CREATE TABLE n (a INT)", "ALTER TABLE other ADD COLUMN b INT", "CREATE INDEX oi ON other (a)",
               "OPTIMIZE TABLE other", "ANALYZE TABLE other", "RENAME TABLE other TO another", "TRUNCATE TABLE another",
               "DROP TABLE another", "CREATE DATABASE implicit", "DROP DATABASE implicit", "CREATE VIEW v AS SELECT 1",
               "CREATE USER someone", "DROP USER someone", "CREATE PROCEDURE p() SELECT 1", "LOCK TABLES t WRITE",
               "FLUSH TABLES", "SET PASSWORD FOR root@localhost = ''"});
    row(false, {"INSERT INTO t VALUES (7)", "SET @a = 1", "CREATE TEMPORARY TABLE tmp (a INT)", "USE mysql"});
}

/// What does not fit in a transaction ends it there, with what was written before: why no statement is NoTransaction
/// on MariaDB, and why its plans are shown as not atomic.
void TstTransactionRefusals::mariaDbRefusesNothing()
{
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    QFETCH(const QString, statement);
    QFETCH(const bool, ends);
    QVERIFY(statementKind(statement, Dialect::MariaDb) != StatementKind::NoTransaction);
    if (!m_session || m_session->dialect() != Dialect::MariaDb) {
        m_session = openSession(Test::MariaDbServer::shared().settings());
        QVERIFY(m_session->query(u"CREATE TABLE t (a INT)"_s));
        QVERIFY(m_session->query(u"CREATE TABLE other (a INT)"_s));
    }
    const QString table = m_session->quotedIdentifier(m_session->settings().database) + u".t"_s;
    QVERIFY(m_session->query(u"DELETE FROM "_s + table));

    QVERIFY(m_session->begin());
    QVERIFY(m_session->query(u"INSERT INTO %1 VALUES (1)"_s.arg(table)));
    Statement value;
    value.text = statement;
    value.length = statement.size();
    const auto outcome = m_session->execute(value);
    QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
    QVERIFY(m_session->query(u"UNLOCK TABLES"_s));
    QVERIFY(m_session->rollback());
    const auto left = m_session->query(u"SELECT count(*) AS n FROM %1"_s.arg(table));
    QVERIFY(left);
    QCOMPARE(left->number(0, u"n"), ends ? 1 : 0);
    QVERIFY(m_session->query(u"USE "_s + m_session->quotedIdentifier(m_session->settings().database)));
}

void TstTransactionRefusals::sqlite_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("refused");
    addRows(true, {"VACUUM", "VACUUM INTO 'copy.db'", "PRAGMA synchronous = OFF", "PRAGMA main.synchronous(1)",
                   "PRAGMA wal_checkpoint", "PRAGMA main.wal_checkpoint(TRUNCATE)"});
    addRows(false, {"REINDEX", "ANALYZE", "ATTACH ':memory:' AS y", "PRAGMA user_version = 3", "PRAGMA synchronous",
                    "PRAGMA journal_mode", "PRAGMA foreign_key_check", "CREATE TABLE vacuum_log (a)",
                    "CREATE TEMP TABLE tmp (a)"});
}

void TstTransactionRefusals::sqlite()
{
    QFETCH(const QString, statement);
    QFETCH(const bool, refused);
    QCOMPARE(statementKind(statement, Dialect::SQLite) == StatementKind::NoTransaction, refused);
    const QTemporaryDir folder;
    ConnectionSettings settings;
    settings.database = folder.filePath(u"x.db"_s);
    const auto session = openSession(settings);
    QVERIFY(session->query(u"CREATE TABLE t (a)"_s));
    const auto outcome = executeInTransaction(*session, statement);
    // A checkpoint finds the table locked by the transaction it stands in.
    const QString reason = statement.contains(u"wal_checkpoint"_s) ? u"locked"_s : u"transaction"_s;
    if (refused)
        QVERIFY2(!outcome && outcome.error().message.contains(reason),
                 outcome ? "accepted" : qPrintable(outcome.error().toString()));
    else
        QVERIFY2(outcome, outcome ? "" : qPrintable(outcome.error().toString()));
}

/// SQLite ignores it inside a transaction without a word, so it counts as refused.
void TstTransactionRefusals::sqliteJournalModeDoesNothing()
{
    const QTemporaryDir folder;
    ConnectionSettings settings;
    settings.database = folder.filePath(u"x.db"_s);
    const auto session = openSession(settings);
    QVERIFY(session->query(u"CREATE TABLE t (a)"_s));
    const QString sql = u"PRAGMA journal_mode = WAL"_s;
    QCOMPARE(statementKind(sql, Dialect::SQLite), StatementKind::NoTransaction);
    const auto mode = [&session] { return session->query(u"PRAGMA journal_mode"_s)->text(0, u"journal_mode"); };
    const QString before = mode();
    QVERIFY(before != u"wal"_s);
    (void)executeInTransaction(*session, sql);
    QCOMPARE(mode(), before);
    QVERIFY(session->query(sql));
    QCOMPARE(mode(), u"wal"_s);
}

WHIMBREL_TEST(TstTransactionRefusals)
#include "tst_transactionrefusals.moc"
