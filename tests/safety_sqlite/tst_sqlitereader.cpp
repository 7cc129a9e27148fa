// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "safety/reader.h"
#include "sql/splitter.h"
#include "patience.h"
#include "test.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSqliteReader : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsAColumn();
    void leavesAlone_data();
    void leavesAlone();
    void survivesAnything();
    void isFast();
};

namespace {

StatementReading reading(const QString &text)
{
    Statement statement;
    statement.text = text;
    return readStatement(statement, Dialect::SQLite);
}

} // namespace

void TstSqliteReader::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("create table") << u"CREATE TABLE IF NOT EXISTS t (id INTEGER PRIMARY KEY, v VARCHAR(20), UNIQUE (v), FOREIGN KEY (v) REFERENCES p ON DELETE CASCADE) STRICT, WITHOUT ROWID"_s
        << u"create-table t columns(id integer with(primary-key of(id)), v varchar(20)) constraints(unique of(v), foreign-key of(v) references p) options(STRICT, WITHOUT ROWID) +if-not-exists"_s;
    QTest::newRow("create as") << u"CREATE TEMP TABLE a AS SELECT * FROM b"_s
        << u"create-table-as a reads(b) +temporary"_s;
    QTest::newRow("add column") << u"ALTER TABLE \"my t\" ADD COLUMN [a b] INT NOT NULL DEFAULT 5"_s
        << u"add-column my t.a b columns(a b int not null default{5 constant})"_s;
    QTest::newRow("rename") << u"ALTER TABLE t RENAME TO u"_s
        << u"rename-object t -> u"_s;
    QTest::newRow("rename column") << u"ALTER TABLE main.t RENAME a TO b"_s
        << u"rename-column main.t.a -> b"_s;
    QTest::newRow("drop column") << u"ALTER TABLE t DROP COLUMN a"_s
        << u"drop-column t.a"_s;
    QTest::newRow("3.53: not null") << u"ALTER TABLE t ALTER COLUMN a SET NOT NULL"_s
        << u"set-not-null t.a"_s;
    QTest::newRow("3.53: check") << u"ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0)"_s
        << u"add-constraint t.c constraints(check c of(a) {(a > 0) parenthesised columns(a) [a > 0]})"_s;
    QTest::newRow("3.53: drop constraint") << u"ALTER TABLE t DROP CONSTRAINT c"_s
        << u"drop-constraint t.c"_s;
    QTest::newRow("not SQLite's: type") << u"ALTER TABLE t ALTER COLUMN a TYPE BIGINT"_s
        << u"alter-column-type t.a columns(a bigint)"_s;
    QTest::newRow("not SQLite's: foreign key") << u"ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (b)"_s
        << u"add-constraint t constraints(foreign-key of(a) references p (b))"_s;
    QTest::newRow("index") << u"CREATE UNIQUE INDEX s.i ON t (a DESC, lower(b)) WHERE a > 0"_s
        << u"create-index s.t.i indexes(unique i on(a*, {lower(b) functions(lower) columns(b)}*) where{a > 0 columns(a) [a > 0]}) +unique"_s;
    QTest::newRow("trigger") << u"CREATE TRIGGER g AFTER UPDATE OF a, b ON t BEGIN UPDATE x SET y = 1; DELETE FROM z; END"_s
        << u"create-trigger t.g =AFTER UPDATE names(a, b) {CREATE TRIGGER g AFTER UPDATE OF a, b ON t BEGIN UPDATE x SET y = 1; DELETE FROM z; END columns(x, y, z)} reads(x, z)"_s;
    QTest::newRow("two actions") << u"ALTER TABLE t ADD a INT, DROP COLUMN b"_s
        << u"add-column t.a columns(a int)\ndrop-column t.b"_s;
    QTest::newRow("another server's") << u"ALTER TABLE t CHANGE COLUMN a b BIGINT NOT NULL"_s
        << u"modify-column t.a -> b columns(b bigint not null)"_s;
    QTest::newRow("drop index") << u"DROP INDEX IF EXISTS main.i"_s
        << u"drop-object index main.i +if-exists"_s;
    QTest::newRow("upsert") << u"INSERT OR REPLACE INTO t (a) SELECT b FROM c WHERE true ON CONFLICT DO NOTHING"_s
        << u"insert t =REPLACE names(a) reads(c)"_s;
    QTest::newRow("update from") << u"UPDATE t SET (a, b) = (1, 2), c = 3 FROM o WHERE o.i = t.i"_s
        << u"update t names(a, b, c) {o.i = t.i columns(i)} reads(o)"_s;
    QTest::newRow("delete all") << u"DELETE FROM t"_s << u"delete t"_s;
    QTest::newRow("pragma") << u"PRAGMA foreign_keys = OFF"_s
        << u"set-setting foreign_keys =OFF"_s;
    QTest::newRow("pragma that asks") << u"PRAGMA table_info(t)"_s
        << u"other table_info =t"_s;
    QTest::newRow("begin") << u"BEGIN IMMEDIATE"_s
        << u"begin =IMMEDIATE"_s;
    QTest::newRow("vacuum") << u"VACUUM INTO 'copy.db'"_s
        << u"vacuum database ='copy.db' +full +all"_s;
    QTest::newRow("attach") << u"ATTACH 'x.db' AS side"_s
        << u"attach-database side ='x.db'"_s;
}

void TstSqliteReader::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);

    QCOMPARE(Test::describe(reading(text).operations), expected);
}

void TstSqliteReader::readsAColumn()
{
    const ColumnDefinition column
        = reading(u"ALTER TABLE t ADD a TEXT COLLATE NOCASE NOT NULL DEFAULT (upper('x')) CHECK (a <> '') REFERENCES p (x) ON UPDATE SET NULL"_s)
              .operations.constFirst()
              .columns.constFirst();
    QVERIFY(column.notNull && column.hasDefault);
    QVERIFY(column.defaultValue.isParenthesised && !column.defaultValue.isConstant);
    QCOMPARE(column.type.collation, u"nocase"_s);
    QCOMPARE(column.constraints.size(), 2);
    QCOMPARE(column.constraints.constLast().onUpdate, u"SET NULL"_s);

    const ColumnDefinition negative = reading(u"ALTER TABLE t ADD a DEFAULT -5"_s).operations.constFirst().columns.constFirst();
    QVERIFY(negative.type.isEmpty());
    QVERIFY(negative.defaultValue.isConstant);
    const ColumnDefinition stored = reading(u"ALTER TABLE t ADD a AS (b + 1) STORED"_s).operations.constFirst().columns.constFirst();
    QCOMPARE(stored.generated, GeneratedKind::Stored);
    QCOMPARE(stored.generatedAs.columns, QStringList{u"b"_s});
}

void TstSqliteReader::leavesAlone_data()
{
    QTest::addColumn<QString>("text");

    QTest::newRow("a word nobody knows") << u"ALTER TABLE t TELEPORT"_s;
    QTest::newRow("two actions, one of them unknown") << u"ALTER TABLE t ADD a INT, TELEPORT"_s;
    QTest::newRow("cut off") << u"ALTER TABLE t ADD a DECIMAL("_s;
    QTest::newRow("an unclosed name") << u"ALTER TABLE t ADD \"a"_s;
}

void TstSqliteReader::leavesAlone()
{
    QFETCH(QString, text);

    const QList<Operation> operations = reading(text).operations;
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.constFirst().kind, OperationKind::Unknown);
    QCOMPARE(operations.constFirst().relation.name, u"t"_s);
}

void TstSqliteReader::survivesAnything()
{
    QFile file(Test::fixture(u"safety/corpus-sqlite.sql"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const SplitScript script = splitScript(QString::fromUtf8(file.readAll()), Dialect::SQLite);
    for (const Statement &statement : script.statements) {
        for (qsizetype length = 0; length < statement.text.size(); ++length) {
            QVERIFY(!reading(statement.text.first(length)).operations.isEmpty());
            QVERIFY(!reading(statement.text.sliced(length)).operations.isEmpty());
        }
    }
    for (const QString &open : {u"("_s, u"SELECT ("_s, u"CREATE TABLE t (a CHECK ("_s, u"(a OR "_s}) {
        QVERIFY(!reading(u"SELECT * FROM t WHERE "_s + open.repeated(50'000)).operations.isEmpty());
        QVERIFY(!reading(open.repeated(50'000) + QString(50'000, u')')).operations.isEmpty());
    }
}

void TstSqliteReader::isFast()
{
    const SplitScript script = splitScript(
        uR"(CREATE TABLE orders (id INTEGER PRIMARY KEY, customer_id INT NOT NULL REFERENCES customer (id), total NUMERIC DEFAULT 0, note TEXT, UNIQUE (customer_id, note));
ALTER TABLE orders ADD COLUMN placed TEXT NOT NULL DEFAULT '2024-01-01';
UPDATE orders SET note = 'none' WHERE note IS NULL AND id BETWEEN 1 AND 1000;
CREATE INDEX by_placed ON orders (placed, total DESC) WHERE note IS NOT NULL;)",
        Dialect::SQLite);
    QCOMPARE(script.statements.size(), 4);
    QElapsedTimer timer;
    timer.start();
    qsizetype operations = 0;
    for (int file = 0; file < 10'000; ++file) {
        for (const Statement &statement : script.statements)
            operations += readStatement(statement, Dialect::SQLite).operations.size();
    }
    QCOMPARE(operations, 40'000);
    qInfo("10,000 files of four statements: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 5'000 * Test::patience); // a debug build, on any machine
}

WHIMBREL_TEST(TstSqliteReader)
#include "tst_sqlitereader.moc"
