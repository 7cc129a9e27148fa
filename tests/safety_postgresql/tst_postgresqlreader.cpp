// SPDX-License-Identifier: GPL-3.0-or-later
#include "golden.h"
#include "operations.h"
#include "sql/splitter.h"
#include "patience.h"
#include "test.h"

#include <QElapsedTimer>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What the collections of forms do not show: places and texts, names, what no grammar knows, hostile texts.
class TstPostgreSqlReader : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void places_data();
    void places();
    void placesInDoBlocks();
    void texts();
    void unknownNamesRelations_data();
    void unknownNamesRelations();
    void clientCommands();
    void hostileTexts_data();
    void hostileTexts();
    void longChains();
    void threads();
    void speed();
};

namespace {

Statement statementOf(const QString &text)
{
    Statement statement;
    statement.text = text;
    return statement;
}

QList<Operation> read(const QString &text)
{
    return readStatement(statementOf(text), Dialect::PostgreSql).operations;
}

} // namespace

void TstPostgreSqlReader::places_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QStringList>("parts");

    QTest::newRow("one action") << u"ALTER TABLE t ADD a int"_s << QStringList{u"ADD a int"_s};
    QTest::newRow("several actions") << u"ALTER TABLE \"x,y\" . t * ADD a numeric(1,2) , DROP b"_s
                                     << QStringList{u"ADD a numeric(1,2)"_s, u"DROP b"_s};
    QTest::newRow("comments and strings") << u"ALTER TABLE t /* a, b */ ALTER a SET DEFAULT ', -- ,' -- , c\n, ADD b text DEFAULT $$,$$ -- end"_s
                                          << QStringList{u"ALTER a SET DEFAULT ', -- ,'"_s, u"ADD b text DEFAULT $$,$$"_s};
    QTest::newRow("letters of two bytes and of four") << u"ALTER TABLE \"ü😀\" ADD \"ä\" text DEFAULT '😀,ß', DROP \"ö\""_s
                                                      << QStringList{u"ADD \"ä\" text DEFAULT '😀,ß'"_s, u"DROP \"ö\""_s};
    QTest::newRow("only in parentheses") << u"ALTER TABLE ONLY (t) DROP a, DROP b"_s << QStringList{u"DROP a"_s, u"DROP b"_s};
    QTest::newRow("newer syntax") << u"ALTER TABLE t ADD \"ü\" int GENERATED ALWAYS AS (a) , ADD CHECK (a > 0) NOT ENFORCED /* x */, DROP b"_s
                                  << QStringList{u"ADD \"ü\" int GENERATED ALWAYS AS (a)"_s, u"ADD CHECK (a > 0) NOT ENFORCED"_s, u"DROP b"_s};
    QTest::newRow("newer not null") << u"ALTER TABLE t ADD CONSTRAINT n NOT NULL a NOT VALID, DROP b"_s
                                    << QStringList{u"ADD CONSTRAINT n NOT NULL a NOT VALID"_s, u"DROP b"_s};
    QTest::newRow("names of DROP") << u"DROP INDEX CONCURRENTLY IF EXISTS a, s.\"b,c\" /* x */ , ü RESTRICT"_s
                                   << QStringList{u"a"_s, u"s.\"b,c\""_s, u"ü"_s};
    QTest::newRow("names of two words") << u"DROP MATERIALIZED VIEW m,n"_s << QStringList{u"m"_s, u"n"_s};
    QTest::newRow("index") << u"ALTER INDEX s.i SET (fillfactor = 5)"_s << QStringList{u"SET (fillfactor = 5)"_s};
    QTest::newRow("lone surrogate") << u"ALTER TABLE t ADD a text DEFAULT '"_s + QChar(0xD800) + u"', DROP b"_s
                                    << QStringList{u"ADD a text DEFAULT '"_s + QChar(0xD800) + u'\'', u"DROP b"_s};
}

void TstPostgreSqlReader::places()
{
    QFETCH(const QString, statement);
    QFETCH(const QStringList, parts);
    QStringList found;
    for (const Operation &operation : read(statement))
        found << statement.sliced(operation.offset, operation.length);
    QCOMPARE(found, parts);
}

void TstPostgreSqlReader::placesInDoBlocks()
{
    const QString statement = u"DO $$\nDECLARE x int;BEGIN -- ü\n  ALTER TABLE t ADD a int;\n  EXECUTE 'DROP TABLE a; DROP TABLE b';\n  SELECT id INTO STRICT x FROM t;\nEND $$"_s;
    const QList<Operation> body = read(statement).constFirst().body;
    QStringList found;
    for (const Operation &operation : body)
        found << statement.sliced(operation.offset, operation.length);
    const QString executed = u"'DROP TABLE a; DROP TABLE b'"_s;
    QCOMPARE(found, (QStringList{u"ALTER TABLE t ADD a int"_s, executed, executed, u"SELECT id INTO STRICT x FROM t"_s}));
}

void TstPostgreSqlReader::texts()
{
    const QString statement = u"CREATE TABLE t (\"ü\" varchar ( 20 ) [] NOT NULL DEFAULT '{}' -- why\n, b int CONSTRAINT k CHECK ( b > 0 ) , UNIQUE (b) DEFERRABLE)"_s;
    const Operation table = read(statement).constFirst();
    QCOMPARE(table.columns.at(0).text, u"\"ü\" varchar ( 20 ) [] NOT NULL DEFAULT '{}'"_s);
    QCOMPARE(table.columns.at(0).type.text, u"varchar ( 20 ) []"_s);
    QCOMPARE(table.columns.at(0).defaultValue.text, u"'{}'"_s);
    QCOMPARE(table.columns.at(1).text, u"b int CONSTRAINT k CHECK ( b > 0 )"_s);
    QCOMPARE(table.columns.at(1).constraints.at(0).text, u"CONSTRAINT k CHECK ( b > 0 )"_s);
    QCOMPARE(table.columns.at(1).constraints.at(0).expression.text, u"b > 0"_s);
    QCOMPARE(table.constraints.at(0).text, u"UNIQUE (b) DEFERRABLE"_s);

    const Operation partition = read(u"CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('a') TO (MAXVALUE) WITH (fillfactor = 5)"_s).constFirst();
    QCOMPARE(partition.bound.text, u"FOR VALUES FROM ('a') TO (MAXVALUE)"_s);
    const Operation index = read(u"CREATE INDEX i ON t (a) WHERE a > 1 -- x"_s).constFirst();
    QCOMPARE(index.indexes.at(0).text, u"CREATE INDEX i ON t (a) WHERE a > 1"_s);
}

void TstPostgreSqlReader::unknownNamesRelations_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("operations");

    QTest::newRow("split partition") << u"ALTER TABLE s.\"T\" SPLIT PARTITION x INTO (PARTITION a FOR VALUES FROM (1) TO (2))"_s << u"unknown other s.T"_s;
    QTest::newRow("a placeholder") << u"UPDATE :table SET a = 1"_s << u"unknown"_s;
    QTest::newRow("of another database") << u"CREATE TABLE `a` (id int)"_s << u"unknown"_s;
    QTest::newRow("nonsense") << u"make it so"_s << u"unknown"_s;
    QTest::newRow("nothing") << u""_s << u"unknown"_s;
    QTest::newRow("a comment") << u"-- nothing"_s << u"unknown"_s;
    QTest::newRow("two tables") << u"DELETE FROM A USING b WHERE ((("_s << u"unknown other a"_s;
}

void TstPostgreSqlReader::unknownNamesRelations()
{
    QFETCH(const QString, statement);
    QFETCH(const QString, operations);
    QCOMPARE(Test::describe(read(statement)), operations);
}

void TstPostgreSqlReader::clientCommands()
{
    QCOMPARE(Test::readText(u"\\set a 1\n\\i other.sql\n\\connect db\nSELECT 1;"_s), u"other\nopaque\nother\nselect"_s);
}

void TstPostgreSqlReader::hostileTexts_data()
{
    QTest::addColumn<QString>("statement");

    const auto nested = [](const QString &open, const QString &middle, const QString &close, int depth) {
        return open.repeated(depth) + middle + close.repeated(depth);
    };
    QTest::newRow("NUL") << u"SELECT 1"_s + QChar(0) + u"; DROP TABLE t"_s;
    QTest::newRow("NUL in DO") << u"DO $$ begin "_s + QChar(0) + u" end $$"_s;
    QTest::newRow("surrogates") << QString(QChar(0xDC00)) + QChar(0xD800);
    QTest::newRow("DO without a body") << u"DO LANGUAGE plpgsql"_s;
    QTest::newRow("DO with an empty body") << u"DO ''"_s;
    QTest::newRow("DO that ends its tag") << u"DO 'begin null; end $whimbrel$ $whimbrel0$'"_s;
    QTest::newRow("parentheses") << u"SELECT "_s + nested(u"("_s, u"1"_s, u")"_s, 100000);
    QTest::newRow("some parentheses") << u"SELECT "_s + nested(u"("_s, u"1"_s, u")"_s, 2000);
    QTest::newRow("subqueries") << nested(u"SELECT * FROM ("_s, u"SELECT 1"_s, u") x"_s, 1500);
    QTest::newRow("subqueries in conditions") << u"DELETE FROM t WHERE "_s + nested(u"a IN (SELECT b FROM t WHERE "_s, u"true"_s, u")"_s, 700);
    QTest::newRow("statements in CTEs") << nested(u"WITH a AS ("_s, u"SELECT 1"_s, u") DELETE FROM t WHERE x IN (SELECT 1)"_s, 700);
    QTest::newRow("functions") << u"CREATE TABLE t (a int CHECK ("_s + nested(u"f("_s, u"1"_s, u")"_s, 2000) + u"))"_s;
    QTest::newRow("not") << u"ALTER TABLE t ADD CHECK ("_s + u"NOT "_s.repeated(3000) + u"a)"_s;
    QTest::newRow("casts") << u"SELECT 1"_s + u"::int"_s.repeated(100000);
    QTest::newRow("arrays") << u"ALTER TABLE t ALTER a SET DEFAULT "_s + nested(u"ARRAY["_s, u"1"_s, u"]"_s, 2000);
    QTest::newRow("blocks in DO") << u"DO $$ "_s + nested(u"BEGIN "_s, u"NULL;"_s, u"END;"_s, 2000) + u" $$"_s;
    QTest::newRow("DO in DO") << u"DO $a$ BEGIN EXECUTE $b$ DO $c$ BEGIN EXECUTE $d$ DO $e$ BEGIN EXECUTE $f$ DO $g$ BEGIN EXECUTE $h$ DO $i$ BEGIN EXECUTE $j$ DO $k$ BEGIN DROP TABLE t; END $k$ $j$; END $i$ $h$; END $g$ $f$; END $e$ $d$; END $c$ $b$; END $a$"_s;
    QTest::newRow("open strings") << u"ALTER TABLE t ADD a text DEFAULT 'x"_s;
    QTest::newRow("open quotes") << u"ALTER TABLE \"t ADD a"_s;
    QTest::newRow("newer words") << u"ALTER TABLE t ADD NOT NULL a ENFORCED "_s.repeated(20000);
    QTest::newRow("generated") << u"GENERATED ALWAYS AS ("_s.repeated(20000);
    QTest::newRow("5 MB of rows") << u"INSERT INTO t VALUES "_s + u"(1, 'some text of a row', now()), "_s.repeated(150000) + u"(1, 'x', now())"_s;
    QTest::newRow("5 MB of columns") << u"CREATE TABLE t ("_s + u"a varchar(20) NOT NULL DEFAULT 'x', "_s.repeated(150000) + u"b int)"_s;
    QTest::newRow("5 MB of actions, not ASCII") << u"ALTER TABLE t "_s + u"ADD \"ü\" int DEFAULT 5, "_s.repeated(200000) + u"DROP b"_s;
    QTest::newRow("5 MB of nothing") << u"\u00e4'"_s.repeated(2500000);
}

/// Whatever the text, there is an answer, and soon.
void TstPostgreSqlReader::hostileTexts()
{
    QFETCH(const QString, statement);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!read(statement).isEmpty());
    QVERIFY2(timer.elapsed() < 20'000 * Test::patience, qPrintable(QString::number(timer.elapsed()))); // a second on a quiet machine
}

/// Chains to the left are as deep in the tree as they are long: none is given up.
void TstPostgreSqlReader::longChains()
{
    const QString sum = u"ALTER TABLE t ADD CHECK (a"_s + u" + b"_s.repeated(50000) + u" > 0)"_s;
    QCOMPARE(read(sum).constFirst().constraints.constFirst().expression.columns, (QStringList{u"a"_s, u"b"_s}));
    QVERIFY(!read(sum).constFirst().constraints.constFirst().expression.isOpaque);
    const Operation chain = read(u"SELECT 1 FROM t"_s + u" UNION ALL SELECT 2 FROM u"_s.repeated(20000)).constFirst();
    QCOMPARE(Test::describe(chain), u"select t reads(u)"_s);
    const QString deep = u"ALTER TABLE t ADD CHECK ("_s + u"f("_s.repeated(900) + u"1"_s + u")"_s.repeated(900) + u" > 0)"_s;
    QVERIFY(read(deep).constFirst().constraints.constFirst().expression.isOpaque);
}

void TstPostgreSqlReader::threads()
{
    std::vector<std::unique_ptr<QThread>> threads;
    QAtomicInt read{0};
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back(QThread::create([&read] {
            for (int round = 0; round < 300; ++round) {
                const QString text = Test::readText(u"CREATE TABLE t (a int); DO $$ begin drop table x; end $$; not sql"_s);
                if (text == "create-table t columns(a int4)\ndo-block =plpgsql\n  drop-object x\nunknown"_L1)
                    read.fetchAndAddRelaxed(1);
            }
        }));
        threads.back()->start();
    }
    for (const auto &thread : threads)
        thread->wait();
    QCOMPARE(read.loadRelaxed(), 1200);
}

/// Printed, not judged: a debug build on a busy machine says little. tests/bench has the real figures.
void TstPostgreSqlReader::speed()
{
    const QString insert = u"INSERT INTO customers (id, name, email) VALUES (12345, 'Anna Mueller', 'anna.mueller@example.com')"_s;
    QBENCHMARK_ONCE {
        for (int i = 0; i < 5000; ++i)
            QCOMPARE(read(insert).size(), 1);
    }
}

WHIMBREL_TEST(TstPostgreSqlReader)
#include "tst_postgresqlreader.moc"
