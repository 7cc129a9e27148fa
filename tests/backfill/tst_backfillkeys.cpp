// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "postgresserver.h"
#include "scriptedproject.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ScriptedProject;
using Test::text;

/// By which key the rows are taken, and that each is taken once, whatever the key looks like.
class TstBackfillKeys : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void keys_data();
    void keys();
    void refused_data();
    void refused();

private:
    static ScriptedProject newProject(Dialect dialect);
};

namespace {

constexpr auto perBatch = 7;

struct Database
{
    Dialect dialect;
    QString numbers; ///< 1 to 100 as column i
    QString hex;     ///< of i, so that texts come in another order than numbers
};

const QList<Database> databases{
    {Dialect::PostgreSql, u"generate_series(1, 100) i"_s, u"md5(i::text)"_s},
    {Dialect::MariaDb, u"(SELECT seq AS i FROM seq_1_to_100) s"_s, u"md5(i)"_s},
    {Dialect::SQLite, u"(WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < 100) SELECT i FROM g) s"_s, u"hex(i * 7919)"_s},
};

} // namespace

void TstBackfillKeys::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
    REQUIRE_SERVER(MariaDbServer::shared());
}

ScriptedProject TstBackfillKeys::newProject(Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return ScriptedProject();
    return ScriptedProject(dialect == Dialect::PostgreSql ? PostgresServer::shared().settings() : MariaDbServer::shared().settings());
}

void TstBackfillKeys::keys_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QStringList>("setUp");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("by"); // as the run tells it
    const QString increment = u"UPDATE t SET n = n + 1"_s;
    for (const Database &database : databases) {
        const auto row = [&](const char *name, const QStringList &setUp, const QString &by, const QString &statement, const QString &comment = {}) {
            QStringList all = setUp;
            all.replaceInStrings(u"NUMBERS"_s, database.numbers);
            all.replaceInStrings(u"HEX"_s, database.hex);
            QTest::addRow("%s, %s", qPrintable(dialectId(database.dialect)), name) << database.dialect << all << comment << statement << by;
        };
        const bool postgres = database.dialect == Dialect::PostgreSql;
        const bool sqlite = database.dialect == Dialect::SQLite;
        row("composite", {u"CREATE TABLE t (a integer NOT NULL, b varchar(40) NOT NULL, n integer NOT NULL, PRIMARY KEY (a, b))"_s,
                          u"INSERT INTO t SELECT i % 4, HEX, 0 FROM NUMBERS"_s}, u"a, b"_s, increment);
        row("three columns", {u"CREATE TABLE t (a integer NOT NULL, b integer NOT NULL, c integer NOT NULL, n integer NOT NULL, PRIMARY KEY (a, b, c))"_s,
                              u"INSERT INTO t SELECT i % 3, i % 5, i, 0 FROM NUMBERS"_s}, u"a, b, c"_s, increment);
        row("text", {u"CREATE TABLE t (k varchar(80) PRIMARY KEY NOT NULL, n integer NOT NULL)"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s,
                     uR"(INSERT INTO t VALUES ('it''s', 0), ('what?', 0), ('üß€', 0), ('', 0), ('a"b`c', 0), ('--', 0), ('/*', 0), ('%s', 0))"_s}, u"k"_s, increment);
        row("an alias", {u"CREATE TABLE t (k varchar(80) PRIMARY KEY NOT NULL, n integer NOT NULL)"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s}, u"k"_s,
            u"UPDATE t AS x SET n = x.n + 1 WHERE x.n >= 0"_s);
        row("unique", {u"CREATE TABLE t (k integer, u integer NOT NULL, n integer NOT NULL, UNIQUE (k), UNIQUE (u))"_s,
                       u"INSERT INTO t SELECT NULL, i, 0 FROM NUMBERS"_s}, u"u"_s, increment);
        row("asked for", {u"CREATE TABLE t (id integer NOT NULL PRIMARY KEY, g integer NOT NULL, n integer NOT NULL)"_s, u"CREATE INDEX t_g ON t (g, id)"_s,
                          u"INSERT INTO t SELECT i, i % 9, 0 FROM NUMBERS"_s}, u"g"_s, increment, u"key=g"_s);
        row("quoted names", {sqlite || postgres ? u"CREATE TABLE \"A table\" (\"the key\" integer PRIMARY KEY, n integer NOT NULL)"_s
                                                : u"CREATE TABLE `A table` (`the key` integer PRIMARY KEY, n integer NOT NULL)"_s,
                             sqlite || postgres ? u"INSERT INTO \"A table\" SELECT i, 0 FROM NUMBERS"_s : u"INSERT INTO `A table` SELECT i, 0 FROM NUMBERS"_s,
                             sqlite || postgres ? u"CREATE VIEW t AS SELECT * FROM \"A table\""_s : u"CREATE VIEW t AS SELECT * FROM `A table`"_s},
            u"the key"_s, sqlite || postgres ? u"UPDATE \"A table\" SET n = n + 1"_s : u"UPDATE `A table` SET n = n + 1"_s);
        if (postgres) {
            row("uuid", {u"CREATE TABLE t (id uuid PRIMARY KEY, n integer NOT NULL)"_s, u"INSERT INTO t SELECT HEX::uuid, 0 FROM NUMBERS"_s}, u"id"_s, increment);
            row("time", {u"CREATE TABLE t (id timestamptz PRIMARY KEY, n integer NOT NULL)"_s,
                         u"INSERT INTO t SELECT now() + i * interval '1.000001 s', 0 FROM NUMBERS"_s, u"INSERT INTO t VALUES ('infinity', 0), ('-infinity', 0)"_s},
                u"id"_s, increment);
            row("partitioned", {u"CREATE TABLE t (id integer NOT NULL, p integer NOT NULL, n integer NOT NULL, PRIMARY KEY (id, p)) PARTITION BY LIST (p)"_s,
                                u"CREATE TABLE t0 PARTITION OF t FOR VALUES IN (0)"_s, u"CREATE TABLE t1 PARTITION OF t FOR VALUES IN (1)"_s,
                                u"INSERT INTO t SELECT i, i % 2, 0 FROM NUMBERS"_s}, u"id, p"_s, increment);
            row("none, blocks", {u"CREATE TABLE t (a integer, n integer NOT NULL, filler text DEFAULT repeat('x', 500)) WITH (fillfactor = 50)"_s,
                                 u"INSERT INTO t SELECT i, 0 FROM NUMBERS"_s}, u"the blocks of the table"_s, u"UPDATE t SET n = 1 WHERE n = 0"_s);
            row("joined", {u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL)"_s, u"INSERT INTO t SELECT i, 0 FROM NUMBERS"_s,
                           u"CREATE TABLE o (id integer PRIMARY KEY, one integer)"_s, u"INSERT INTO o SELECT i, 1 FROM NUMBERS"_s}, u"id"_s,
                u"UPDATE t SET n = o.one FROM o WHERE o.id = t.id AND t.n = 0 AND '{\"a\":1}'::jsonb ? 'a'"_s);
        }
        if (sqlite) {
            row("rowid", {u"CREATE TABLE t (a text, n integer NOT NULL)"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s}, u"rowid"_s, increment);
            row("a column named rowid", {u"CREATE TABLE t (rowid text, n integer NOT NULL)"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s}, u"_rowid_"_s, increment);
            row("without rowid", {u"CREATE TABLE t (a text PRIMARY KEY, n integer NOT NULL) WITHOUT ROWID"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s}, u"a"_s, increment);
            row("letters without case", {u"CREATE TABLE t (a text COLLATE NOCASE NOT NULL UNIQUE, n integer NOT NULL)"_s,
                                         u"INSERT INTO t SELECT CASE WHEN i % 2 THEN upper(HEX) ELSE lower(HEX) END, 0 FROM NUMBERS"_s}, u"a"_s, increment);
            row("every kind of value", {u"CREATE TABLE t (a NOT NULL UNIQUE, n integer NOT NULL)"_s, u"INSERT INTO t SELECT i, 0 FROM NUMBERS"_s,
                                        u"INSERT INTO t SELECT i + 0.1, 0 FROM NUMBERS"_s, u"INSERT INTO t SELECT HEX, 0 FROM NUMBERS"_s,
                                        u"INSERT INTO t SELECT CAST(HEX AS blob), 0 FROM NUMBERS"_s}, u"a"_s, increment);
        }
        if (database.dialect == Dialect::MariaDb) {
            row("bytes", {u"CREATE TABLE t (id binary(16) PRIMARY KEY, n integer NOT NULL)"_s, u"INSERT INTO t SELECT unhex(HEX), 0 FROM NUMBERS"_s}, u"id"_s, increment);
            row("uuid", {u"CREATE TABLE t (id uuid PRIMARY KEY, n integer NOT NULL)"_s,
                         u"INSERT INTO t SELECT insert(insert(HEX, 13, 1, '4'), 17, 1, '8'), 0 FROM NUMBERS"_s}, u"id"_s, increment);
            row("date and time", {u"CREATE TABLE t (a datetime(6) NOT NULL, b decimal(20,4) NOT NULL, n integer NOT NULL, PRIMARY KEY (a, b))"_s,
                                  u"INSERT INTO t SELECT '2026-01-01' + INTERVAL (i % 10) * 1001 MICROSECOND, i * 1.0001, 0 FROM NUMBERS"_s}, u"a, b"_s, increment);
        }
    }
}

void TstBackfillKeys::keys()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QStringList, setUp);
    QFETCH(const QString, comment);
    QFETCH(const QString, statement);
    QFETCH(const QString, by);
    ScriptedProject project = newProject(dialect);
    project.execute(setUp);
    const qlonglong all = project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n");
    QVERIFY(all >= 100);
    project.add(u"1"_s, u"fill"_s, u"-- whimbrel: batch size=%1 pause=0 %2\n%3;"_s.arg(QString::number(perBatch), comment, statement), {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE n <> 1"_s).number(0, u"n"), 0);
    const auto told = std::ranges::find_if(project.events(), [](const RunEvent &event) { return event.message.contains(u"are taken by"_s); });
    QVERIFY(told != project.events().end());
    QVERIFY2(QString(told->message).remove(u'"').contains(u"are taken by "_s + by + u'.'), qPrintable(told->message));
    qlonglong batches = 0;
    for (const RunEvent &event : project.events()) {
        batches += event.kind == RunEvent::Kind::Batch ? 1 : 0;
        QVERIFY(event.kind != RunEvent::Kind::Batch || event.rows <= all / 2);
    }
    QVERIFY2(batches > 1, qPrintable(QString::number(batches)));
}

void TstBackfillKeys::refused_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("comment");
    QTest::addColumn<QString>("statement");
    for (const Database &database : databases) {
        const auto row = [&](const char *name, const QString &table, const QString &statement, const QString &comment = {}) {
            QTest::addRow("%s, %s", qPrintable(dialectId(database.dialect)), name) << database.dialect << table << comment << statement;
        };
        row("the key itself", u"CREATE TABLE t (id integer PRIMARY KEY, n integer)"_s, u"UPDATE t SET id = id + 1"_s, u"key=id"_s);
        row("no such index", u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL)"_s, u"UPDATE t SET id = 1"_s, u"key=n"_s);
        if (database.dialect == Dialect::SQLite)
            continue; // has its rowid
        row("no key", u"CREATE TABLE t (id integer, n integer, m integer)"_s, u"UPDATE t SET n = n + 1"_s);
        row("a key that may be NULL", u"CREATE TABLE t (id integer UNIQUE, n integer)"_s, u"UPDATE t SET n = 1"_s);
    }
    QTest::newRow("mariadb, no key at all") << Dialect::MariaDb << u"CREATE TABLE t (id integer, n integer)"_s << QString() << u"UPDATE t SET n = 1 WHERE n IS NULL"_s;
    QTest::newRow("mariadb, words in an order of their own") << Dialect::MariaDb << u"CREATE TABLE t (id ENUM('z', 'a') PRIMARY KEY, n integer)"_s << QString() << u"UPDATE t SET n = 1"_s;
}

/// Nothing is changed, and the way on is said.
void TstBackfillKeys::refused()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, table);
    QFETCH(const QString, comment);
    QFETCH(const QString, statement);
    ScriptedProject project = newProject(dialect);
    project.execute({table});
    project.add(u"1"_s, u"fill"_s, u"-- whimbrel: batch %1\n%2;"_s.arg(comment, statement), {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY(!outcome.error().hint.isEmpty());
    QVERIFY(project.applied().isEmpty());
}

WHIMBREL_TEST(TstBackfillKeys)
#include "tst_backfillkeys.moc"
