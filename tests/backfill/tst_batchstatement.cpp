// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchoptions.h"
#include "run/backfill/batchstatement.h"
#include "run/backfill/foreignquery.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Statements in; the cut statement, or why it cannot be cut, out.
class TstBatchStatement : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cuts_data();
    void cuts();
    void repeats_data();
    void repeats();
    void refuses_data();
    void refuses();
    void counts();
    void options_data();
    void options();
    void foreignQuestionMarks();
};

namespace {

Result<BatchStatement> read(const QString &sql, Dialect dialect)
{
    Statement statement;
    statement.text = sql;
    return BatchStatement::read(statement, dialect);
}

} // namespace

void TstBatchStatement::cuts_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("qualifier");
    QTest::addColumn<QString>("cut");
    const auto row = [](const char *name, Dialect dialect, const QString &sql, const QString &qualifier, const QString &cut) {
        QTest::newRow(name) << dialect << sql << qualifier << cut;
    };
    using enum Dialect;
    row("without a condition", PostgreSql, u"UPDATE t SET a = 1"_s, u"t"_s, u"UPDATE t SET a = 1 WHERE RANGE"_s);
    row("with one", PostgreSql, u"UPDATE t SET a = 1 WHERE a IS NULL OR b"_s, u"t"_s, u"UPDATE t SET a = 1 WHERE RANGE AND ( a IS NULL OR b )"_s);
    row("a comment ends it", SQLite, u"UPDATE t SET a = 1 WHERE a IS NULL -- all"_s, u"t"_s, u"UPDATE t SET a = 1 WHERE RANGE AND ( a IS NULL -- all )"_s);
    row("schema and alias", PostgreSql, u"UPDATE ONLY \"My\".t AS x SET a = x.b"_s, u"x"_s, u"UPDATE ONLY \"My\".t AS x SET a = x.b WHERE RANGE"_s);
    row("alias without AS", PostgreSql, u"update t x set a = 1 where b"_s, u"x"_s, u"update t x set a = 1 where RANGE AND ( b )"_s);
    row("joined", PostgreSql, u"UPDATE t SET a = o.a FROM o WHERE o.id = t.o_id RETURNING t.id"_s, u"t"_s,
        u"UPDATE t SET a = o.a FROM o WHERE RANGE AND ( o.id = t.o_id ) RETURNING t.id"_s);
    row("DISTINCT FROM is no FROM", PostgreSql, u"UPDATE t SET a = b IS DISTINCT FROM c WHERE a IS DISTINCT FROM d"_s, u"t"_s,
        u"UPDATE t SET a = b IS DISTINCT FROM c WHERE RANGE AND ( a IS DISTINCT FROM d )"_s);
    row("clauses within parentheses", MariaDb, u"UPDATE t SET a = (SELECT max(b) FROM o WHERE o.id = t.id ORDER BY 1 LIMIT 1) WHERE c = 'WHERE'"_s, u"t"_s,
        u"UPDATE t SET a = (SELECT max(b) FROM o WHERE o.id = t.id ORDER BY 1 LIMIT 1) WHERE RANGE AND ( c = 'WHERE' )"_s);
    row("quoted with accents graves", MariaDb, u"UPDATE IGNORE `d`.`a table` SET `a` = 1"_s, u"`a table`"_s, u"UPDATE IGNORE `d`.`a table` SET `a` = 1 WHERE RANGE"_s);
    row("UPDATE with a join", MariaDb, u"UPDATE t JOIN o ON o.id = t.o_id SET t.a = o.a WHERE t.a IS NULL"_s, u"t"_s,
        u"UPDATE t JOIN o ON o.id = t.o_id SET t.a = o.a WHERE RANGE AND ( t.a IS NULL )"_s);
    row("UPDATE with a left join and an alias", MySql, u"UPDATE s.t AS x LEFT JOIN o ON RIGHT(o.a, 1) = x.b SET x.a = 1, `x`.`b` = o.b"_s, u"x"_s,
        u"UPDATE s.t AS x LEFT JOIN o ON RIGHT(o.a, 1) = x.b SET x.a = 1, `x`.`b` = o.b WHERE RANGE"_s);
    row("UPDATE of two tables", MariaDb, u"UPDATE t, o SET T.a = 1 WHERE o.id = t.id"_s, u"t"_s, u"UPDATE t, o SET T.a = 1 WHERE RANGE AND ( o.id = t.id )"_s);
    row("DELETE with a join", MariaDb, u"DELETE x FROM t x JOIN o ON o.id = x.o_id"_s, u"x"_s, u"DELETE x FROM t x JOIN o ON o.id = x.o_id WHERE RANGE"_s);
    row("DELETE", SQLite, u"DELETE FROM t WHERE a < 5"_s, u"t"_s, u"DELETE FROM t WHERE RANGE AND ( a < 5 )"_s);
    row("DELETE USING", PostgreSql, u"DELETE FROM t USING o WHERE o.id = t.id"_s, u"t"_s, u"DELETE FROM t USING o WHERE RANGE AND ( o.id = t.id )"_s);
    row("INSERT", PostgreSql, u"INSERT INTO d (a) SELECT s.a FROM s"_s, u"s"_s, u"INSERT INTO d (a) SELECT s.a FROM s WHERE RANGE"_s);
    row("INSERT with a join", MariaDb, u"INSERT INTO d SELECT s.a, o.b FROM src s LEFT JOIN o ON o.id = s.id WHERE s.a > 1 ON DUPLICATE KEY UPDATE b = 1"_s, u"s"_s,
        u"INSERT INTO d SELECT s.a, o.b FROM src s LEFT JOIN o ON o.id = s.id WHERE RANGE AND ( s.a > 1 ) ON DUPLICATE KEY UPDATE b = 1"_s);
    row("INSERT with a conflict", PostgreSql, u"INSERT INTO d SELECT a FROM s ON CONFLICT DO NOTHING"_s, u"s"_s,
        u"INSERT INTO d SELECT a FROM s WHERE RANGE ON CONFLICT DO NOTHING"_s);
}

void TstBatchStatement::cuts()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, sql);
    QFETCH(const QString, qualifier);
    QFETCH(const QString, cut);
    const Result<BatchStatement> statement = read(sql, dialect);
    QVERIFY2(statement, statement ? "" : qPrintable(statement.error().toString()));
    QCOMPARE(statement->qualifier(), qualifier);
    QCOMPARE(statement->withRange(u"RANGE"_s).simplified(), cut);
}

void TstBatchStatement::repeats_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<bool>("repeats");
    QTest::newRow("becomes false") << u"UPDATE t SET a = b WHERE a IS NULL"_s << true;
    QTest::newRow("quoted otherwise") << u"UPDATE t SET \"a\" = b WHERE t.a IS NULL"_s << true;
    QTest::newRow("reads itself") << u"UPDATE t SET a = a + 1 WHERE a < 10"_s << false;
    QTest::newRow("two that read each other") << u"UPDATE t SET a = b, b = a WHERE a > b"_s << false;
    QTest::newRow("other condition") << u"UPDATE t SET a = 1 WHERE b"_s << false;
    QTest::newRow("no condition") << u"UPDATE t SET a = 1"_s << false;
    QTest::newRow("another's column of that name") << u"UPDATE t SET a = o.a FROM o WHERE o.id = t.id AND o.a > 3"_s << false;
    QTest::newRow("reads another's column of that name") << u"UPDATE t SET a = o.a FROM o WHERE o.id = t.id AND t.a IS NULL"_s << true;
    QTest::newRow("several at once") << u"UPDATE t SET (a, b) = (1, 2) WHERE b IS NULL"_s << true;
    QTest::newRow("delete") << u"DELETE FROM t WHERE a"_s << true;
    QTest::newRow("delete all") << u"DELETE FROM t"_s << false;
    QTest::newRow("insert") << u"INSERT INTO d SELECT a FROM t WHERE b"_s << false;
}

void TstBatchStatement::repeats()
{
    QFETCH(const QString, sql);
    QFETCH(const bool, repeats);
    const Result<BatchStatement> statement = read(sql, Dialect::PostgreSql);
    QVERIFY2(statement, statement ? "" : qPrintable(statement.error().toString()));
    QCOMPARE(statement->repeats(), repeats);
    QVERIFY(!statement->onePassNote().isEmpty());
}

void TstBatchStatement::refuses_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("sql");
    using enum Dialect;
    QTest::newRow("DDL") << PostgreSql << u"ALTER TABLE t ADD a int"_s;
    QTest::newRow("WITH") << PostgreSql << u"WITH x AS (SELECT 1) UPDATE t SET a = 1"_s;
    QTest::newRow("LIMIT") << MariaDb << u"UPDATE t SET a = 1 WHERE a IS NULL LIMIT 100"_s;
    QTest::newRow("ORDER") << MariaDb << u"DELETE FROM t ORDER BY a"_s;
    QTest::newRow("join, nobody knows whose column") << MariaDb << u"UPDATE t JOIN o ON o.id = t.id SET a = 1"_s;
    QTest::newRow("the other table's column") << MariaDb << u"UPDATE t JOIN o ON o.id = t.id SET t.a = 1, o.b = 2"_s;
    QTest::newRow("UPDATE with a right join") << MariaDb << u"UPDATE t RIGHT JOIN o ON o.id = t.id SET t.a = 1"_s;
    QTest::newRow("join of PostgreSQL") << PostgreSql << u"UPDATE t JOIN o ON o.id = t.id SET a = 1"_s;
    QTest::newRow("two to delete from") << MariaDb << u"DELETE t, o FROM t JOIN o ON o.id = t.id"_s;
    QTest::newRow("rows of the second") << MariaDb << u"DELETE o FROM t JOIN o ON o.id = t.id"_s;
    QTest::newRow("delete with a join") << MariaDb << u"DELETE FROM t USING t JOIN o"_s;
    QTest::newRow("cursor") << PostgreSql << u"UPDATE t SET a = 1 WHERE CURRENT OF c"_s;
    QTest::newRow("values") << PostgreSql << u"INSERT INTO t VALUES (1)"_s;
    QTest::newRow("group") << PostgreSql << u"INSERT INTO d SELECT a FROM s GROUP BY a"_s;
    QTest::newRow("group behind a condition") << PostgreSql << u"INSERT INTO d SELECT a FROM s WHERE b GROUP BY a"_s;
    QTest::newRow("aggregate") << SQLite << u"INSERT INTO d SELECT count(*) FROM s"_s;
    QTest::newRow("window") << PostgreSql << u"INSERT INTO d SELECT row_number() OVER (ORDER BY a) FROM s"_s;
    QTest::newRow("distinct") << PostgreSql << u"INSERT INTO d SELECT DISTINCT a FROM s"_s;
    QTest::newRow("union") << PostgreSql << u"INSERT INTO d SELECT a FROM s UNION ALL SELECT a FROM s2"_s;
    QTest::newRow("right join") << PostgreSql << u"INSERT INTO d SELECT s.a FROM s RIGHT JOIN o ON o.id = s.id"_s;
    QTest::newRow("itself") << PostgreSql << u"INSERT INTO d SELECT a FROM d"_s;
    QTest::newRow("subquery first") << PostgreSql << u"INSERT INTO d SELECT a FROM (SELECT a FROM s) x"_s;
    QTest::newRow("function first") << PostgreSql << u"INSERT INTO d SELECT a FROM generate_series(1, 5) a"_s;
    QTest::newRow("no table") << PostgreSql << u"INSERT INTO d SELECT 1"_s;
    QTest::newRow("executable comment") << MariaDb << u"UPDATE t SET a = 1 /*!50001 LIMIT 5 */"_s;
}

void TstBatchStatement::refuses()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, sql);
    const Result<BatchStatement> statement = read(sql, dialect);
    QVERIFY(!statement);
    QCOMPARE(statement.error().kind, ErrorKind::Refused);
    QVERIFY(!statement.error().message.isEmpty());
    QVERIFY(!statement.error().hint.isEmpty());
}

void TstBatchStatement::counts()
{
    QCOMPARE(read(u"UPDATE ONLY s.t x SET a = o.a FROM o JOIN p USING (id) WHERE x.a IS NULL AND o.id = x.id"_s, Dialect::PostgreSql)->countQuery().simplified(),
             u"SELECT count(*) AS n FROM ONLY s.t AS x, o JOIN p USING (id) WHERE x.a IS NULL AND o.id = x.id"_s);
    QCOMPARE(read(u"UPDATE t x JOIN o ON o.id = x.id SET x.a = o.b WHERE x.a IS NULL"_s, Dialect::MariaDb)->countQuery().simplified(),
             u"SELECT count(*) AS n FROM t AS x JOIN o ON o.id = x.id WHERE x.a IS NULL"_s);
    QCOMPARE(read(u"DELETE t FROM t, o"_s, Dialect::MariaDb)->countQuery().simplified(), u"SELECT count(*) AS n FROM t , o WHERE 1 = 1"_s);
    QCOMPARE(read(u"DELETE FROM t WHERE a"_s, Dialect::MariaDb)->countQuery().simplified(), u"SELECT count(*) AS n FROM t WHERE a"_s);
}

void TstBatchStatement::options_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("read"); // size|pause|key, or nothing where it is refused
    QTest::newRow("none") << QString() << u"0||"_s;
    QTest::newRow("all") << u"size=500 pause=20ms key=tenant,id"_s << u"500|20|tenant,id"_s;
    QTest::newRow("quoted names") << u"key=\"the id\",`b c`,d"_s << u"0||the id,b c,d"_s;
    QTest::newRow("a remark") << u"size=5 because the rows are wide, size=x"_s << u"5||"_s;
    QTest::newRow("no number") << u"size=many"_s << QString();
    QTest::newRow("zero") << u"size=0"_s << QString();
    QTest::newRow("no pause") << u"pause=long"_s << QString();
    QTest::newRow("no key") << u"key="_s << QString();
    QTest::newRow("unknown") << u"sized=5"_s << QString();
}

void TstBatchStatement::options()
{
    QFETCH(const QString, text);
    QFETCH(const QString, read);
    const Result<BatchOptions> options = readBatchOptions(text);
    const auto shown = [](const BatchOptions &o) {
        return u"%1|%2|%3"_s.arg(QString::number(o.size), o.pause && o.pause->fixed ? QString::number(o.pause->fixed->count()) : QString(), o.key.join(u","_s));
    };
    QCOMPARE(options ? shown(*options) : QString(), read);
}

void TstBatchStatement::foreignQuestionMarks()
{
    QCOMPARE(foreignQuery(u"SELECT a ? 'b?' -- ?"_s, Dialect::PostgreSql), u"SELECT a ?? 'b?' -- ?"_s);
    QCOMPARE(foreignQuery(u"SELECT 1"_s, Dialect::PostgreSql), u"SELECT 1"_s);
}

WHIMBREL_TEST(TstBatchStatement)
#include "tst_batchstatement.moc"
