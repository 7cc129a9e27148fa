// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/splitter.h"
#include "sql/statementkind.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstStatementKind : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void classifies_data();
    void classifies();
    void namesTables_data();
    void namesTables();
};

namespace {

void addRows(Dialect dialect, StatementKind kind, std::initializer_list<const char *> statements)
{
    for (const char *statement : statements)
        QTest::addRow("%s: %s", qPrintable(dialectId(dialect)), statement) << dialect << QString::fromUtf8(statement) << kind;
}

} // namespace

void TstStatementKind::classifies_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<StatementKind>("kind");

    using enum Dialect;
    using enum StatementKind;
    addRows(PostgreSql, TransactionControl,
            {"BEGIN", "begin isolation level serializable", "START TRANSACTION", "COMMIT", "END", "ROLLBACK TO a", "ABORT",
             "SAVEPOINT a", "RELEASE a", "PREPARE TRANSACTION 'a'", "COMMIT PREPARED 'a'"});
    addRows(PostgreSql, SessionSetting, {"SET search_path TO a", "SET LOCAL x = 1", "RESET ALL", "DISCARD PLANS"});
    addRows(PostgreSql, NoTransaction,
            {"CREATE INDEX CONCURRENTLY i ON t (a)", "create unique index /* why */ concurrently if not exists i on t (a)",
             "DROP INDEX CONCURRENTLY i", "REINDEX INDEX CONCURRENTLY i", "REINDEX (VERBOSE, CONCURRENTLY) TABLE t",
             "REINDEX DATABASE d", "REINDEX SYSTEM d", "REINDEX SCHEMA s", "VACUUM", "VACUUM (ANALYZE) t", "CREATE DATABASE d",
             "DROP DATABASE IF EXISTS d", "ALTER DATABASE d SET TABLESPACE s", "CREATE TABLESPACE s LOCATION '/x'",
             "DROP TABLESPACE s", "ALTER SYSTEM SET a = 1", "ALTER TABLE ONLY t DETACH PARTITION p CONCURRENTLY", "DISCARD ALL",
             "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p", "DROP SUBSCRIPTION s",
             "ALTER SUBSCRIPTION s REFRESH PUBLICATION", "ALTER SUBSCRIPTION s ADD PUBLICATION p", "CLUSTER",
             "CLUSTER (VERBOSE)"});
    addRows(PostgreSql, Other,
            {"CREATE INDEX concurrently_made ON t (a)", "CREATE INDEX ON t (concurrently)", "CREATE TABLE database (a int)",
             "REINDEX TABLE t", "REINDEX (CONCURRENTLY off) TABLE t", "ALTER TYPE e ADD VALUE 'x'", "ALTER DATABASE d SET a = 1",
             "ALTER TABLE t DETACH PARTITION p", "ALTER TABLE t DETACH PARTITION p FINALIZE", "CLUSTER t USING i",
             "CREATE SUBSCRIPTION s CONNECTION '' PUBLICATION p WITH (connect = false)",
             "ALTER SUBSCRIPTION s SET PUBLICATION p WITH (refresh = false)", "ALTER SUBSCRIPTION s DISABLE",
             "PREPARE p AS SELECT 1", "REFRESH MATERIALIZED VIEW CONCURRENTLY v", "SELECT 'VACUUM'", "COPY t FROM '/tmp/x'",
             "DROP INDEX i", "ANALYZE t"});
    addRows(PostgreSql, CopyFromStdin, {"COPY t (a, b) FROM stdin WITH (FORMAT csv)"});
    addRows(PostgreSql, CopyToStdout, {"COPY (SELECT 1) TO STDOUT"});

    for (const Dialect dialect : {MySql, MariaDb}) {
        addRows(dialect, TransactionControl,
                {"BEGIN", "BEGIN WORK", "START TRANSACTION", "COMMIT", "ROLLBACK", "SAVEPOINT a", "RELEASE SAVEPOINT a",
                 "XA START 'a'", "SET autocommit = 1", "SET @@SESSION.autocommit=0"});
        addRows(dialect, SessionSetting, {"SET NAMES utf8mb4", "SET @a = 1", "/*!40101 SET SQL_MODE='' */", "USE shop"});
        addRows(dialect, Other,
                {"BEGIN NOT ATOMIC SELECT 1; END", "START SLAVE", "SET PASSWORD = 'x'", "OPTIMIZE TABLE t", "SELECT 1"});
    }

    addRows(SQLite, TransactionControl, {"BEGIN IMMEDIATE", "COMMIT", "END", "ROLLBACK", "SAVEPOINT a", "RELEASE a"});
    addRows(SQLite, SessionSetting, {"PRAGMA foreign_keys = OFF", "PRAGMA journal_mode", "PRAGMA main.user_version = 3"});
    addRows(SQLite, NoTransaction,
            {"VACUUM", "VACUUM INTO 'x'", "PRAGMA journal_mode = WAL", "PRAGMA main.journal_mode(wal)", "PRAGMA synchronous=OFF"});
    addRows(SQLite, Other, {"ATTACH 'x' AS y", "REINDEX", "SELECT 1", "CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END"});
}

void TstStatementKind::classifies()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, statement);
    QFETCH(const StatementKind, kind);
    QCOMPARE(statementKind(statement, dialect), kind);
    const SplitScript split = splitScript(statement + u";\n"_s, dialect);
    QCOMPARE(split.statements.size(), 1);
    QCOMPARE(split.statements.first().kind, kind);
}

void TstStatementKind::namesTables_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("tables");
    const auto row = [](const char *statement, const QStringList &tables) {
        QTest::newRow(statement) << QString::fromUtf8(statement) << tables;
    };
    row("ALTER TABLE IF EXISTS ONLY shop.orders ADD COLUMN a int", {u"shop.orders"_s});
    row("ALTER TABLE \"Or ders\" RENAME TO b", {u"\"Or ders\""_s});
    row("CREATE TABLE a (id int REFERENCES b (id) ON DELETE CASCADE ON UPDATE SET NULL)", {u"a"_s, u"b"_s});
    row("DROP TABLE IF EXISTS a, s.b CASCADE", {u"a"_s, u"s.b"_s});
    row("CREATE UNIQUE INDEX CONCURRENTLY i ON a (b)", {u"a"_s});
    row("CREATE TRIGGER t BEFORE UPDATE OF x ON a FOR EACH ROW EXECUTE FUNCTION f()", {u"a"_s});
    row("CREATE VIEW v AS SELECT * FROM a JOIN b ON a.id = b.id, c", {u"a"_s, u"b"_s, u"c"_s});
    row("CREATE VIEW w AS SELECT * FROM a JOIN b ON a.id = f(b.id, c), d WHERE e IN (1, 2)", {u"a"_s, u"b"_s, u"d"_s});
    row("SELECT * FROM a x, b AS y, s.c WHERE x.d IS DISTINCT FROM y.d", {u"a"_s, u"b"_s, u"s.c"_s});
    row("SELECT * FROM generate_series(1, 2), a", {u"a"_s});
    row("SELECT 1 FROM a FOR UPDATE", {u"a"_s});
    row("INSERT INTO a (b) VALUES ('INTO c') ON CONFLICT DO UPDATE SET b = 1", {u"a"_s});
    row("INSERT INTO a SELECT * FROM b -- FROM c", {u"a"_s, u"b"_s});
    row("UPDATE a SET b = 1 FROM c WHERE a.id = c.id", {u"a"_s, u"c"_s});
    row("WITH x AS (UPDATE a SET b = 1) DELETE FROM ONLY c", {u"a"_s, u"c"_s});
    row("TRUNCATE a, b", {u"a"_s, u"b"_s});
    row("LOCK TABLE a IN SHARE MODE", {u"a"_s});
    row("COPY a (b) FROM stdin", {u"a"_s});
    row("COMMENT ON TABLE a IS 'x'", {u"a"_s});
    row("GRANT SELECT, UPDATE ON a TO b", {u"a"_s});
    row("SELECT 1", {});
}

void TstStatementKind::namesTables()
{
    QFETCH(const QString, statement);
    QFETCH(const QStringList, tables);
    Statement value;
    value.text = statement;
    QCOMPARE(namedTables(value, Dialect::PostgreSql), tables);
}

WHIMBREL_TEST(TstStatementKind)
#include "tst_statementkind.moc"
