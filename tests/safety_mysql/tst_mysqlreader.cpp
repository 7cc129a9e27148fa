// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "safety/reader.h"
#include "sql/splitter.h"
#include "patience.h"
#include "test.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstMySqlReader : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsAColumn();
    void leavesAlone_data();
    void leavesAlone();
    void marksTheParts();
    void readsStatementsSentTogether();
    void followsExecutableComments();
    void survivesAnything();
    void isFast();
};

namespace {

StatementReading reading(const QString &text, Dialect dialect = Dialect::MariaDb)
{
    Statement statement;
    statement.text = text;
    return readStatement(statement, dialect);
}

} // namespace

void TstMySqlReader::reads_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");

    QTest::newRow("create table") << u"CREATE TABLE IF NOT EXISTS d.t (id INT PRIMARY KEY, v VARCHAR(20) NOT NULL, KEY (v), UNIQUE u (v, id), CONSTRAINT f FOREIGN KEY (id) REFERENCES p (id) ON DELETE CASCADE) ENGINE=InnoDB DEFAULT CHARSET=latin1"_s
        << u"create-table d.t columns(id int with(primary-key of(id)), v varchar(20) not null) constraints(foreign-key f of(id) references p (id)) indexes(index on(v), unique u on(v, id)) options(ENGINE=InnoDB, CHARSET=latin1) +if-not-exists"_s;
    QTest::newRow("create as") << u"CREATE TABLE a SELECT * FROM b JOIN c USING (x)"_s << u"create-table-as a reads(b, c)"_s;
    QTest::newRow("several actions") << u"ALTER TABLE `my t` ADD COLUMN a INT FIRST, MODIFY c TEXT AFTER a, CHANGE d e INT, ALGORITHM=COPY, LOCK=NONE"_s
        << u"add-column my t.a columns(a int) position FIRST algorithm COPY lock NONE\n"
           "modify-column my t.c columns(c text) position a algorithm COPY lock NONE\n"
           "modify-column my t.d -> e columns(e int) algorithm COPY lock NONE"_s;
    QTest::newRow("columns in parentheses") << u"ALTER TABLE t ADD (a INT, b INT, KEY k (a))"_s
        << u"add-column t.a columns(a int)\n"
           "add-column t.b columns(b int)\n"
           "create-index t.k indexes(index k on(a))"_s;
    QTest::newRow("keys") << u"ALTER TABLE t ADD UNIQUE KEY u (a), ADD FULLTEXT f (b), DROP KEY k, DROP PRIMARY KEY, ADD PRIMARY KEY (a, b)"_s
        << u"create-index t.u indexes(unique u on(a)) +unique\n"
           "create-index t.f indexes(index f using FULLTEXT on(b)) +full-text-or-spatial\n"
           "drop-object index t.k\n"
           "drop-constraint t.PRIMARY =PRIMARY KEY\n"
           "add-constraint t constraints(primary-key of(a, b))"_s;
    QTest::newRow("constraints") << u"ALTER TABLE t ADD CONSTRAINT c CHECK (a > 0), DROP CONSTRAINT c, DROP FOREIGN KEY f, ALTER CHECK c NOT ENFORCED"_s
        << u"add-constraint t.c constraints(check c of(a) {(a > 0) parenthesised columns(a) [a > 0]})\n"
           "drop-constraint t.c\n"
           "drop-constraint t.f =FOREIGN KEY\n"
           "alter-constraint t.c =NOT ENFORCED"_s;
    QTest::newRow("defaults") << u"ALTER TABLE t ALTER COLUMN a SET DEFAULT 5, ALTER b DROP DEFAULT"_s
        << u"set-default t.a {5 constant}\n"
           "drop-default t.b"_s;
    QTest::newRow("names") << u"ALTER TABLE t RENAME COLUMN a TO b, RENAME INDEX i TO j, RENAME TO d.u"_s
        << u"rename-column t.a -> b\n"
           "rename-object index t.i -> j\n"
           "rename-object t -> u"_s;
    QTest::newRow("options") << u"ALTER TABLE t ENGINE=InnoDB ROW_FORMAT=DYNAMIC, FORCE, COMMENT 'x', CONVERT TO CHARACTER SET utf8mb4 COLLATE utf8mb4_bin"_s
        << u"table-option t.ENGINE =InnoDB\n"
           "table-option t.ROW_FORMAT =DYNAMIC\n"
           "table-option t.FORCE\n"
           "table-option t.COMMENT =x\n"
           "convert-character-set t.utf8mb4_bin =utf8mb4"_s;
    QTest::newRow("partitions") << u"ALTER TABLE t REORGANIZE PARTITION a, b INTO (PARTITION c VALUES LESS THAN (5))"_s
        << u"change-partitions t.REORGANIZE names(a, b)"_s;
    QTest::newRow("index visibility") << u"ALTER TABLE t ALTER INDEX i IGNORED, ALTER INDEX j VISIBLE"_s
        << u"index-visibility t.i =invisible\n"
           "index-visibility t.j =visible"_s;
    QTest::newRow("waits") << u"ALTER TABLE IF EXISTS t NOWAIT DROP COLUMN IF EXISTS a"_s
        << u"drop-column t.a wait 0 +if-exists +nowait"_s;
    QTest::newRow("create index") << u"CREATE UNIQUE INDEX i ON t (a(5) DESC, b) ALGORITHM=INPLACE LOCK=SHARED"_s
        << u"create-index t.i indexes(unique i on(a*, b)) algorithm INPLACE lock SHARED +unique"_s;
    QTest::newRow("drop index") << u"DROP INDEX i ON d.t"_s
        << u"drop-object index d.t.i"_s;
    QTest::newRow("drop tables") << u"DROP TABLE IF EXISTS a, d.b CASCADE"_s
        << u"drop-object a +if-exists +cascade\n"
           "drop-object d.b +if-exists +cascade"_s;
    QTest::newRow("rename tables") << u"RENAME TABLE a TO b, c TO d.e"_s
        << u"rename-object a -> b\n"
           "rename-object c -> e"_s;
    QTest::newRow("view") << u"CREATE OR REPLACE VIEW v AS SELECT x FROM a, (SELECT y FROM b) q"_s
        << u"create-view view v {SELECT x FROM a, (SELECT y FROM b) q columns(x, a, y, b, q) relations(a, b)} reads(a, b) +or-replace"_s;
    QTest::newRow("trigger") << u"CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; END"_s
        << u"create-trigger t.g =BEFORE INSERT"_s;
    QTest::newRow("procedure") << u"CREATE PROCEDURE p () BEGIN DROP TABLE t; END"_s << u"create-function function p"_s;
    QTest::newRow("update join") << u"UPDATE a x JOIN b y ON y.i = x.i SET x.v = y.v WHERE y.w IS NOT NULL LIMIT 3"_s
        << u"update a names(v) {y.w IS NOT NULL columns(w) not-null(w)} reads(b) limit 3"_s;
    QTest::newRow("update all") << u"UPDATE t SET a = 1 WHERE 1 = 1"_s
        << u"update t names(a) {1 = 1 always}"_s;
    QTest::newRow("delete") << u"DELETE FROM t WHERE a IN (SELECT b FROM c)"_s
        << u"delete t {a IN (SELECT b FROM c) columns(a, b, c) relations(c)} reads(c)"_s;
    QTest::newRow("delete several") << u"DELETE a, y FROM a JOIN b y ON y.i = a.i JOIN c"_s << u"delete a reads(c)\ndelete b reads(c)"_s;
    QTest::newRow("insert") << u"INSERT INTO t (a, b) VALUES (1, 2)"_s
        << u"insert t names(a, b) +single-row"_s;
    QTest::newRow("insert query") << u"INSERT INTO t WITH q AS (SELECT * FROM a) SELECT * FROM q, b"_s << u"insert t reads(a, b)"_s;
    QTest::newRow("select for update") << u"SELECT * FROM t FOR UPDATE"_s
        << u"select t reads(t) +for-update"_s;
    QTest::newRow("settings") << u"SET foreign_key_checks = 0, GLOBAL x = 5, @y = 1, @@session.lock_wait_timeout = 3"_s
        << u"set-setting foreign_key_checks =0\n"
           "set-setting global.x =5\n"
           "other @y =1\n"
           "set-setting lock_wait_timeout =3"_s;
    QTest::newRow("use") << u"USE shop"_s
        << u"set-setting use =shop"_s;
    QTest::newRow("setting of one statement") << u"SET STATEMENT lock_wait_timeout=1 FOR DROP TABLE t"_s
        << u"set-setting lock_wait_timeout =1 +local\n"
           "drop-object t"_s;
    QTest::newRow("lock tables") << u"LOCK TABLES a READ, b AS c WRITE"_s
        << u"lock-table a =READ\n"
           "lock-table b =WRITE"_s;
    QTest::newRow("mysql: visibility of a column") << u"ALTER TABLE t ALTER COLUMN c SET INVISIBLE"_s
        << u"set-column-options t.c =INVISIBLE"_s;
    QTest::newRow("mysql: an expression's index") << u"CREATE INDEX i ON t ((a + b))"_s
        << u"create-index t.i indexes(index i on({(a + b) parenthesised columns(a, b)}*))"_s;
    QTest::newRow("optimize") << u"OPTIMIZE TABLE a, b"_s
        << u"vacuum a =OPTIMIZE\n"
           "vacuum b =OPTIMIZE"_s;
}

void TstMySqlReader::reads()
{
    QFETCH(QString, text);
    QFETCH(QString, expected);

    QCOMPARE(Test::describe(reading(text).operations), expected);
}

void TstMySqlReader::readsAColumn()
{
    const QString text = u"ALTER TABLE t ADD c ENUM('a','b''c') CHARACTER SET Latin1 COLLATE latin1_bin NOT NULL DEFAULT 'a' COMMENT 'it\\'s' "
                         "CHECK (c <> 'q') REFERENCES p (x)"_s;
    const ColumnDefinition column = reading(text).operations.constFirst().columns.constFirst();
    QCOMPARE(column.type.name.name, u"enum"_s);
    QCOMPARE(column.type.values, QStringList({u"a"_s, u"b'c"_s}));
    QCOMPARE(column.type.characterSet, u"latin1"_s);
    QCOMPARE(column.type.collation, u"latin1_bin"_s);
    QVERIFY(column.notNull);
    QVERIFY(column.hasDefault && column.defaultValue.isConstant && !column.defaultValue.isParenthesised);
    QCOMPARE(column.comment, u"it's"_s);
    QCOMPARE(column.constraints.size(), 2);
    QCOMPARE(column.constraints.constLast().references.name, u"p"_s);

    const ColumnDefinition generated = reading(u"ALTER TABLE t ADD g INT UNSIGNED AS (a + f(b)) STORED"_s).operations.constFirst().columns.constFirst();
    QCOMPARE(generated.generated, GeneratedKind::Stored);
    QCOMPARE(generated.generatedAs.columns, QStringList({u"a"_s, u"b"_s}));
    QCOMPARE(generated.generatedAs.functions, QStringList{u"f"_s});
    QVERIFY(generated.type.isUnsigned);

    const ColumnDefinition computed = reading(u"ALTER TABLE t ADD d CHAR(36) DEFAULT (uuid()), ADD e INT"_s).operations.constFirst().columns.constFirst();
    QVERIFY(!computed.defaultValue.isConstant && computed.defaultValue.isParenthesised);
}

void TstMySqlReader::leavesAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("relation");

    QTest::newRow("a word nobody knows") << u"ALTER TABLE shop.orders TELEPORT TO mars"_s << u"shop.orders"_s;
    QTest::newRow("cut off") << u"ALTER TABLE t ADD COLUMN c VARCHAR("_s << u"t"_s;
    QTest::newRow("an unclosed string") << u"ALTER TABLE t COMMENT='x"_s << u"t"_s;
    QTest::newRow("nothing") << u"/* only a comment */"_s << QString();
    QTest::newRow("a type nobody knows") << u"ALTER TABLE t ADD c QUATERNION"_s << u"t"_s;
}

void TstMySqlReader::leavesAlone()
{
    QFETCH(QString, text);
    QFETCH(QString, relation);

    const QList<Operation> operations = reading(text).operations;
    QCOMPARE(operations.size(), 1);
    QCOMPARE(operations.constFirst().kind, OperationKind::Unknown);
    QCOMPARE(operations.constFirst().relation.toString(), relation);
}

void TstMySqlReader::marksTheParts()
{
    const QString text = u"ALTER TABLE t /* x */ ADD COLUMN a INT, DROP COLUMN b, LOCK=NONE"_s;
    QStringList parts;
    for (const Operation &operation : reading(text).operations)
        parts.append(text.sliced(operation.offset, operation.length));
    QCOMPARE(parts, QStringList({u"ADD COLUMN a INT"_s, u"DROP COLUMN b"_s}));
}

/// DELIMITER lets a client send several statements at once.
void TstMySqlReader::readsStatementsSentTogether()
{
    const QString script = u"DELIMITER //\nDROP TRIGGER IF EXISTS g;\nCREATE TRIGGER g AFTER UPDATE ON t FOR EACH ROW BEGIN SET @a = 1; END;\n//\n"
                           "ALTER TABLE t ADD a INT;\nwhat is this;\nDROP TABLE u//\n"_s;
    const QList<Statement> statements = splitScript(script, Dialect::MySql).statements;
    QCOMPARE(statements.size(), 2);
    const QList<Operation> trigger = readStatement(statements.at(0), Dialect::MySql).operations;
    QCOMPARE(trigger.size(), 2);
    QCOMPARE(trigger.at(0).kind, Operation::Kind::DropObject);
    QCOMPARE(trigger.at(1).kind, Operation::Kind::CreateTrigger);
    QCOMPARE(trigger.at(1).relation.name, u"t"_s);
    const QList<Operation> mixed = readStatement(statements.at(1), Dialect::MySql).operations;
    QCOMPARE(mixed.size(), 3);
    QCOMPARE(mixed.at(1).kind, Operation::Kind::Unknown);
    QCOMPARE(mixed.at(2).kind, Operation::Kind::DropObject);
    const auto words = [&statements](const Operation &operation) {
        return QStringView(statements.at(1).text).sliced(operation.offset, operation.length).toString();
    };
    QVERIFY(words(mixed.at(0)).startsWith("ADD a INT"_L1) || words(mixed.at(0)) == "ALTER TABLE t ADD a INT"_L1);
    QCOMPARE(words(mixed.at(2)), u"DROP TABLE u"_s);
}

void TstMySqlReader::followsExecutableComments()
{
    const QString text = u"ALTER TABLE t ADD a INT /*!80000 , ADD b INT */ /*!100300 , ADD c INT */ /*M! , ADD d INT */"_s;
    const auto names = [&text](Dialect dialect) {
        QStringList result;
        for (const Operation &operation : reading(text, dialect).operations)
            result.append(operation.name);
        return result;
    };
    QCOMPARE(names(Dialect::MariaDb), QStringList({u"a"_s, u"c"_s, u"d"_s}));
    QCOMPARE(names(Dialect::MySql), QStringList({u"a"_s, u"b"_s}));
}

/// Cut anywhere, nested deeply or shuffled: there is always an answer.
void TstMySqlReader::survivesAnything()
{
    QFile file(Test::fixture(u"safety/corpus-mariadb.sql"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const SplitScript script = splitScript(QString::fromUtf8(file.readAll()), Dialect::MariaDb);
    for (const Statement &statement : script.statements) {
        const qsizetype step = std::max<qsizetype>(1, statement.text.size() / 60);
        for (qsizetype length = 0; length < statement.text.size(); length += step) {
            QVERIFY(!reading(statement.text.first(length)).operations.isEmpty());
            QVERIFY(!reading(statement.text.sliced(length), Dialect::MySql).operations.isEmpty());
        }
    }
    for (const QString &open : {u"("_s, u"SELECT ("_s, u"ALTER TABLE t ADD CHECK ("_s, u"(a AND "_s, u"/*! "_s}) {
        QVERIFY(!reading(u"SELECT * FROM t WHERE "_s + open.repeated(50'000)).operations.isEmpty());
        QVERIFY(!reading(open.repeated(50'000) + QString(50'000, u')')).operations.isEmpty());
    }
}

void TstMySqlReader::isFast()
{
    const SplitScript script = splitScript(
        uR"(CREATE TABLE orders (id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY, customer_id INT NOT NULL, total DECIMAL(10,2) DEFAULT 0, note VARCHAR(200), KEY by_customer (customer_id));
ALTER TABLE orders ADD COLUMN placed DATETIME NOT NULL DEFAULT CURRENT_TIMESTAMP, ADD INDEX by_placed (placed), ALGORITHM=INPLACE;
UPDATE orders SET note = 'none' WHERE note IS NULL AND id BETWEEN 1 AND 1000;
ALTER TABLE orders MODIFY note VARCHAR(200) NOT NULL DEFAULT '';)",
        Dialect::MariaDb);
    QCOMPARE(script.statements.size(), 4);
    QElapsedTimer timer;
    timer.start();
    qsizetype operations = 0;
    for (int file = 0; file < 10'000; ++file) {
        for (const Statement &statement : script.statements)
            operations += readStatement(statement, Dialect::MariaDb).operations.size();
    }
    QCOMPARE(operations, 50'000);
    qInfo("10,000 files of four statements: %lld ms", timer.elapsed());
    QVERIFY(timer.elapsed() < 5'000 * Test::patience); // a debug build, on any machine
}

WHIMBREL_TEST(TstMySqlReader)
#include "tst_mysqlreader.moc"
