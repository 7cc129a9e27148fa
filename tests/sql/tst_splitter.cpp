// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/splitter.h"
#include "patience.h"
#include "test.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSplitter : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void splits_data();
    void splits();
    void reportsWhatIsNotClosed_data();
    void reportsWhatIsNotClosed();
    void givesPositions();
    void givesPositionsOfASection();
    void givesTheCommentAbove_data();
    void givesTheCommentAbove();
    void readsCopyData();
    void obeysDelimiter();
    void reportsClientCommands();
    void readsTheFirstKeyword();
    void isLinear_data();
    void isLinear();
};

namespace {

QStringList texts(const SplitScript &script)
{
    QStringList result;
    for (const Statement &statement : script.statements)
        result << statement.text;
    return result;
}

void postgresRows()
{
    const auto row = [](const char *name, const char16_t *script, const QStringList &statements) {
        QTest::addRow("postgresql: %s", name) << Dialect::PostgreSql << QString(script) << statements;
    };
    row("nothing", u"", {});
    row("blanks, comments and semicolons", u" ;; -- a;b\n /* ; */ ;\n", {});
    row("no final semicolon", u"SELECT 1", {u"SELECT 1"_s});
    row("comment with apostrophe and semicolon", u"-- don't; stop\nSELECT 1; -- it's; over\nSELECT 2;",
        {u"SELECT 1"_s, u"SELECT 2"_s});
    row("comment before the semicolon", u"SELECT 1 -- one\n;SELECT 2", {u"SELECT 1"_s, u"SELECT 2"_s});
    row("comment inside", u"SELECT /* ; */ 1;", {u"SELECT /* ; */ 1"_s});
    row("string", u"SELECT 'a;''b\\';SELECT 2", {u"SELECT 'a;''b\\'"_s, u"SELECT 2"_s});
    row("escape string", u"SELECT E'a\\';b';SELECT e'\\\\';", {u"SELECT E'a\\';b'"_s, u"SELECT e'\\\\'"_s});
    row("a name that ends in e", u"SELECT type'a\\';SELECT 2;", {u"SELECT type'a\\'"_s, u"SELECT 2"_s});
    row("unicode string", u"SELECT U&'d\\0061;\\';SELECT 2;", {u"SELECT U&'d\\0061;\\'"_s, u"SELECT 2"_s});
    row("unicode name", u"SELECT U&\"d;\"\"\\\";SELECT 2;", {u"SELECT U&\"d;\"\"\\\""_s, u"SELECT 2"_s});
    row("bit, hex and national strings", u"SELECT B'1;', X'f;', N'\\';SELECT 2;",
        {u"SELECT B'1;', X'f;', N'\\'"_s, u"SELECT 2"_s});
    row("string continued on the next line", u"SELECT E'a'\n -- and\n '\\';b';SELECT 2;",
        {u"SELECT E'a'\n -- and\n '\\';b'"_s, u"SELECT 2"_s});
    row("string not continued on the same line", u"SELECT E'a' '\\';SELECT 2;", {u"SELECT E'a' '\\'"_s, u"SELECT 2"_s});
    row("quoted name", u"SELECT \"a;\"\"b\";SELECT 2;", {u"SELECT \"a;\"\"b\""_s, u"SELECT 2"_s});
    row("dollar quote", u"DO $$ BEGIN; END; $$;SELECT 2;", {u"DO $$ BEGIN; END; $$"_s, u"SELECT 2"_s});
    row("nested dollar quotes", u"SELECT $a$ ; $$ ; $b$ ' $a$;SELECT 2;", {u"SELECT $a$ ; $$ ; $b$ ' $a$"_s, u"SELECT 2"_s});
    row("dollar tag with letters beyond ASCII", u"SELECT $é1$;$é1$;SELECT 2;", {u"SELECT $é1$;$é1$"_s, u"SELECT 2"_s});
    row("parameters are no dollar quotes", u"PREPARE p AS SELECT $1;SELECT $1;",
        {u"PREPARE p AS SELECT $1"_s, u"SELECT $1"_s});
    row("dollar signs in names", u"SELECT a$b$c;SELECT d$b$;", {u"SELECT a$b$c"_s, u"SELECT d$b$"_s});
    row("nested comments", u"/* a /* b; */ c; */ SELECT 1;", {u"SELECT 1"_s});
    row("comment directly after an operator", u"SELECT 2*/* ; */3;SELECT 2--;\n+1;",
        {u"SELECT 2*/* ; */3"_s, u"SELECT 2--;\n+1"_s});
    row("begin atomic",
        u"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN (CASE 1 WHEN 1 THEN 2 END) END; "
        u"SELECT 1 AS end, t.case; END; SELECT 2;",
        {u"CREATE OR REPLACE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN true THEN (CASE 1 WHEN 1 THEN 2 END) END; "
         u"SELECT 1 AS end, t.case; END"_s,
         u"SELECT 2"_s});
    row("begin alone opens no body", u"CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT 2;",
        {u"CREATE FUNCTION begin() RETURNS int RETURN 1"_s, u"SELECT 2"_s});
    row("case in a view", u"CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM t; SELECT 2;",
        {u"CREATE VIEW v AS SELECT CASE WHEN a THEN b END FROM t"_s, u"SELECT 2"_s});
    row("rule with several commands", u"CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b(1)); SELECT 2;",
        {u"CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b(1))"_s, u"SELECT 2"_s});
    row("an open parenthesis does not swallow the rest", u"CREATE TABLE t (a int; SELECT 2;",
        {u"CREATE TABLE t (a int"_s, u"SELECT 2"_s});
    row("byte order mark", u"\uFEFFSELECT 1;", {u"SELECT 1"_s});
    row("CRLF", u"SELECT 1;\r\n-- a;\r\nSELECT\r\n2;\r\n", {u"SELECT 1"_s, u"SELECT\r\n2"_s});
    row("comment ended by a lone carriage return", u"-- a\rSELECT 1;", {u"SELECT 1"_s});
    row("other letters", u"SELECT 'é;😀' AS größe;SELECT 2;", {u"SELECT 'é;😀' AS größe"_s, u"SELECT 2"_s});
    row("pg_dump", u"\\restrict abc\nSET x = 1;\nSELECT pg_catalog.set_config('search_path', '', false);\n\\unrestrict abc\n",
        {u"\\restrict abc"_s, u"SET x = 1"_s, u"SELECT pg_catalog.set_config('search_path', '', false)"_s, u"\\unrestrict abc"_s});
    QTest::addRow("postgresql: NUL and a lone surrogate")
        << Dialect::PostgreSql << u"SELECT '"_s + QChar(0) + QChar(0xd83d) + u"';SELECT "_s + QChar(0xdc00) + QChar(0)
        << QStringList{u"SELECT '"_s + QChar(0) + QChar(0xd83d) + u'\'', u"SELECT "_s + QChar(0xdc00) + QChar(0)};
}

void mySqlRows()
{
    const auto row = [](const char *name, const char16_t *script, const QStringList &statements) {
        QTest::addRow("mysql: %s", name) << Dialect::MySql << QString(script) << statements;
        QTest::addRow("mariadb: %s", name) << Dialect::MariaDb << QString(script) << statements;
    };
    row("strings", u"SELECT 'a\\';''b', \"c\\\";\"\"d\";SELECT 2;", {u"SELECT 'a\\';''b', \"c\\\";\"\"d\""_s, u"SELECT 2"_s});
    row("back quotes", u"SELECT `a;``b\\`;SELECT 2;", {u"SELECT `a;``b\\`"_s, u"SELECT 2"_s});
    row("hash comment", u"# it's;\nSELECT 1 # a;\n;SELECT 2;", {u"SELECT 1"_s, u"SELECT 2"_s});
    row("dashes need a blank", u"SELECT 5--1; SELECT 2; --\nSELECT 3; --\ta;\n", {u"SELECT 5--1"_s, u"SELECT 2"_s, u"SELECT 3"_s});
    row("comments do not nest", u"/* a /* b; */ SELECT 1;", {u"SELECT 1"_s});
    row("executable comment", u"/*!40101 SET NAMES utf8 */;\nSELECT /*!50001 1 */ + 2;",
        {u"/*!40101 SET NAMES utf8 */"_s, u"SELECT /*!50001 1 */ + 2"_s});
    row("string in an executable comment", u"/*!50001 SELECT '*/;' */;SELECT 2;",
        {u"/*!50001 SELECT '*/;' */"_s, u"SELECT 2"_s});
    row("empty executable comment", u"/*! */;SELECT 2;", {u"SELECT 2"_s});
    row("optimizer hint", u"SELECT /*+ BKA(t1) ; */ 1;", {u"SELECT /*+ BKA(t1) ; */ 1"_s});
    row("procedure without DELIMITER",
        u"CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; SELECT 1; END; SELECT 2;",
        {u"CREATE PROCEDURE p() BEGIN DECLARE EXIT HANDLER FOR SQLEXCEPTION BEGIN ROLLBACK; END; SELECT 1; END"_s, u"SELECT 2"_s});
    row("handler with a condition",
        u"CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = IF(a, 1, 2); SELECT 1; END; SELECT 2;",
        {u"CREATE PROCEDURE p() BEGIN DECLARE CONTINUE HANDLER FOR NOT FOUND SET done = IF(a, 1, 2); SELECT 1; END"_s,
         u"SELECT 2"_s});
    row("loops, labels and branches",
        u"CREATE DEFINER=root@localhost PROCEDURE p(x INT)\nouter_loop: BEGIN\n a: LOOP LEAVE a; END LOOP a;\n"
        u" `b`: REPEAT SET x = x + 1; UNTIL x > 3 END REPEAT;\n WHILE x > 0 DO SET x = x - 1; END WHILE;\n"
        u" IF x THEN SELECT 1; ELSEIF (x) THEN SELECT 2; ELSE IF(x) THEN SELECT 3; END IF; END IF;\n"
        u" CASE x WHEN 1 THEN SELECT 1; ELSE CASE WHEN x THEN BEGIN END; END CASE; END CASE;\nEND outer_loop; SELECT 2;",
        {u"CREATE DEFINER=root@localhost PROCEDURE p(x INT)\nouter_loop: BEGIN\n a: LOOP LEAVE a; END LOOP a;\n"
         u" `b`: REPEAT SET x = x + 1; UNTIL x > 3 END REPEAT;\n WHILE x > 0 DO SET x = x - 1; END WHILE;\n"
         u" IF x THEN SELECT 1; ELSEIF (x) THEN SELECT 2; ELSE IF(x) THEN SELECT 3; END IF; END IF;\n"
         u" CASE x WHEN 1 THEN SELECT 1; ELSE CASE WHEN x THEN BEGIN END; END CASE; END CASE;\nEND outer_loop"_s,
         u"SELECT 2"_s});
    row("functions named like statements",
        u"CREATE FUNCTION f(x INT) RETURNS INT RETURN IF(x, REPEAT('a', 2), CASE WHEN x THEN IF(x,1,2) ELSE REPEAT('b', 2) END); SELECT 2;",
        {u"CREATE FUNCTION f(x INT) RETURNS INT RETURN IF(x, REPEAT('a', 2), CASE WHEN x THEN IF(x,1,2) ELSE REPEAT('b', 2) END)"_s,
         u"SELECT 2"_s});
    row("case as a value in an if",
        u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF CASE NEW.x WHEN 1 THEN 2 END THEN SET NEW.x = 1; END IF; SELECT 2;",
        {u"CREATE TRIGGER t BEFORE INSERT ON a FOR EACH ROW IF CASE NEW.x WHEN 1 THEN 2 END THEN SET NEW.x = 1; END IF"_s,
         u"SELECT 2"_s});
    row("trigger of one statement", u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW SET NEW.x = IF(NEW.y, 1, 2); SELECT 2;",
        {u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW SET NEW.x = IF(NEW.y, 1, 2)"_s, u"SELECT 2"_s});
    row("trigger after another",
        u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW FOLLOWS u SET NEW.x = IF(NEW.y, 1, 2); SELECT 2;",
        {u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW FOLLOWS u SET NEW.x = IF(NEW.y, 1, 2)"_s, u"SELECT 2"_s});
    row("trigger after another with a body",
        u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW FOLLOWS u BEGIN SET NEW.x = 1; END; SELECT 2;",
        {u"CREATE TRIGGER t BEFORE UPDATE ON a FOR EACH ROW FOLLOWS u BEGIN SET NEW.x = 1; END"_s, u"SELECT 2"_s});
    row("procedure if not exists with an if for a body",
        u"CREATE PROCEDURE IF NOT EXISTS p(x INT) IF (x) THEN SELECT 1; END IF; SELECT 2;",
        {u"CREATE PROCEDURE IF NOT EXISTS p(x INT) IF (x) THEN SELECT 1; END IF"_s, u"SELECT 2"_s});
    row("procedure of one statement", u"CREATE PROCEDURE p() UPDATE t SET a = IF(b, 1, 2); SELECT 2;",
        {u"CREATE PROCEDURE p() UPDATE t SET a = IF(b, 1, 2)"_s, u"SELECT 2"_s});
    row("procedure DO IF()", u"CREATE PROCEDURE p() BEGIN DO IF(a, b, c); END; SELECT 2;",
        {u"CREATE PROCEDURE p() BEGIN DO IF(a, b, c); END"_s, u"SELECT 2"_s});
    row("event", u"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END; SELECT 2;",
        {u"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO BEGIN DELETE FROM a; DELETE FROM b; END"_s, u"SELECT 2"_s});
    row("event of one statement", u"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM a; SELECT 2;",
        {u"CREATE EVENT e ON SCHEDULE EVERY 1 DAY DO DELETE FROM a"_s, u"SELECT 2"_s});
    row("trigger in executable comments",
        u"/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END */; SELECT 2;",
        {u"/*!50003 CREATE*/ /*!50017 DEFINER=`a`@`%`*/ /*!50003 TRIGGER t BEFORE INSERT ON a FOR EACH ROW BEGIN SET @a = 1; END */"_s,
         u"SELECT 2"_s});
    row("transaction", u"BEGIN; SELECT 1; BEGIN WORK; COMMIT;", {u"BEGIN"_s, u"SELECT 1"_s, u"BEGIN WORK"_s, u"COMMIT"_s});
    row("block outside of a routine", u"BEGIN NOT ATOMIC IF a THEN SELECT 1; END IF; END; SELECT 2;",
        {u"BEGIN NOT ATOMIC IF a THEN SELECT 1; END IF; END"_s, u"SELECT 2"_s});
    row("labelled loop outside of a routine", u"x: LOOP SELECT 1; LEAVE x; END LOOP x; SELECT 2;",
        {u"x: LOOP SELECT 1; LEAVE x; END LOOP x"_s, u"SELECT 2"_s});
    row("for loop", u"FOR i IN (SELECT 1) DO SELECT i.end; END FOR; SELECT 2;",
        {u"FOR i IN (SELECT 1) DO SELECT i.end; END FOR"_s, u"SELECT 2"_s});
    row("package",
        u"CREATE PACKAGE BODY b AS FUNCTION f() RETURNS INT AS BEGIN RETURN 1; END; PROCEDURE p() BEGIN SELECT 1; END; END; SELECT 2;",
        {u"CREATE PACKAGE BODY b AS FUNCTION f() RETURNS INT AS BEGIN RETURN 1; END; PROCEDURE p() BEGIN SELECT 1; END; END"_s,
         u"SELECT 2"_s});
    row("statements ended by \\G", u"SELECT 1\\G\nSELECT 2 \\g SELECT 3", {u"SELECT 1"_s, u"SELECT 2"_s, u"SELECT 3"_s});
    row("a statement right behind \\g", u"SELECT 1\\gSELECT 2\\GSELECT 3", {u"SELECT 1"_s, u"SELECT 2"_s, u"SELECT 3"_s});
    row("byte order mark and CRLF", u"\uFEFFSELECT 1;\r\n# a;\r\nSELECT 2;", {u"SELECT 1"_s, u"SELECT 2"_s});
    QTest::addRow("mariadb: its own executable comment")
        << Dialect::MariaDb << u"/*M!100300 SELECT 1 */;"_s << QStringList{u"/*M!100300 SELECT 1 */"_s};
    QTest::addRow("mysql: MariaDB's executable comment is a comment")
        << Dialect::MySql << u"/*M!100300 SELECT 1 */;"_s << QStringList{};
    QTest::addRow("mariadb: sandbox line of mariadb-dump")
        << Dialect::MariaDb << u"/*M!999999\\- enable the sandbox mode */ \n-- MariaDB dump\n/*!40101 SET a=1 */;"_s
        << QStringList{u"/*!40101 SET a=1 */"_s};
}

void sqliteRows()
{
    const auto row = [](const char *name, const char16_t *script, const QStringList &statements) {
        QTest::addRow("sqlite: %s", name) << Dialect::SQLite << QString(script) << statements;
    };
    row("four quotes", u"SELECT 'a;''\\', \"b;\"\"\", `c;```, [d;'];SELECT 2;",
        {u"SELECT 'a;''\\', \"b;\"\"\", `c;```, [d;']"_s, u"SELECT 2"_s});
    row("comments do not nest", u"/* a /* b; */ SELECT 1; -- it's;\nSELECT 2", {u"SELECT 1"_s, u"SELECT 2"_s});
    row("a carriage return does not end a comment", u"-- a\r;SELECT 1;\nSELECT 2;", {u"SELECT 2"_s});
    row("trigger",
        u"CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN new.x THEN 1 ELSE 2 END; /* END; */ DELETE FROM d; END; SELECT 2;",
        {u"CREATE TEMP TRIGGER t AFTER INSERT ON a BEGIN UPDATE b SET c = CASE WHEN new.x THEN 1 ELSE 2 END; /* END; */ DELETE FROM d; END"_s,
         u"SELECT 2"_s});
    row("trigger without a final semicolon", u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END",
        {u"CREATE TRIGGER t AFTER INSERT ON a BEGIN SELECT 1; END"_s});
    row("transaction", u"BEGIN; SELECT CASE WHEN 1 THEN 2 END; END; SELECT 2;",
        {u"BEGIN"_s, u"SELECT CASE WHEN 1 THEN 2 END"_s, u"END"_s, u"SELECT 2"_s});
    row("parameters and dollars", u"SELECT ?1, :a, @b, $c;SELECT a$b;", {u"SELECT ?1, :a, @b, $c"_s, u"SELECT a$b"_s});
    row("dollar quotes are none", u"SELECT $$;SELECT $$;", {u"SELECT $$"_s, u"SELECT $$"_s});
    row("byte order mark and CRLF", u"\uFEFFSELECT 1;\r\n-- a;\r\nSELECT 2;", {u"SELECT 1"_s, u"SELECT 2"_s});
}

} // namespace

void TstSplitter::splits_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    postgresRows();
    mySqlRows();
    sqliteRows();
}

void TstSplitter::splits()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    QFETCH(const QStringList, statements);

    const SplitScript split = splitScript(script, dialect);
    QCOMPARE(texts(split), statements);
    for (const ScriptProblem &problem : split.problems)
        QFAIL(qPrintable(problem.message));
    for (const Statement &statement : split.statements)
        QCOMPARE(script.sliced(statement.start.offset, statement.text.size()), statement.text);
}

void TstSplitter::reportsWhatIsNotClosed_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QStringList>("statements");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("what");

    using enum Dialect;
    const auto row = [](const char *name, Dialect dialect, const char16_t *script, const QStringList &statements, int line,
                        int column, const char16_t *what) {
        QTest::newRow(name) << dialect << QString(script) << statements << line << column << QString(what);
    };
    row("string", PostgreSql, u"SELECT 1;\nSELECT 'a;\nb", {u"SELECT 1"_s, u"SELECT 'a;\nb"_s}, 2, 8, u"string");
    row("string ending in a backslash", MariaDb, u"SELECT 'a\\", {u"SELECT 'a\\"_s}, 1, 8, u"string");
    row("continued string", PostgreSql, u"SELECT E'a'\n'b\\'", {u"SELECT E'a'\n'b\\'"_s}, 1, 8, u"string");
    row("dollar quote", PostgreSql, u"DO $a$ x; $b$", {u"DO $a$ x; $b$"_s}, 1, 4, u"string");
    row("quoted name", SQLite, u"SELECT [a;", {u"SELECT [a;"_s}, 1, 8, u"name");
    row("comment after a statement", SQLite, u"SELECT 1; /* a", {u"SELECT 1"_s}, 1, 11, u"comment");
    row("comment in a statement", MySql, u"SELECT 1 /* a; /* b", {u"SELECT 1"_s}, 1, 10, u"comment");
    row("nested comment", PostgreSql, u"SELECT 1 /* a /* b */;", {u"SELECT 1"_s}, 1, 10, u"comment");
    row("executable comment", MySql, u"/*!50001 SELECT 1;\n", {u"/*!50001 SELECT 1"_s}, 1, 1, u"executable comment");
    row("trigger", SQLite, u"CREATE TRIGGER t AFTER INSERT ON a\nBEGIN SELECT 1;", {u"CREATE TRIGGER t AFTER INSERT ON a\nBEGIN SELECT 1;"_s},
        2, 1, u"body");
    row("procedure", MariaDb, u"CREATE PROCEDURE p()\n BEGIN IF a THEN SELECT 1; END IF;",
        {u"CREATE PROCEDURE p()\n BEGIN IF a THEN SELECT 1; END IF;"_s}, 2, 2, u"body");
    row("begin atomic", PostgreSql, u"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;",
        {u"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1;"_s}, 1, 33, u"body");
    row("rule", PostgreSql, u"CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a;", {u"CREATE RULE r AS ON INSERT TO t DO (DELETE FROM a;"_s}, 1,
        36, u"body");
    row("copy", PostgreSql, u"COPY t FROM stdin;\n1\n2\n", {u"COPY t FROM stdin"_s}, 1, 1, u"COPY");
    row("text after copy", PostgreSql, u"COPY t FROM stdin; SELECT 1;\n1\n\\.\n", {u"COPY t FROM stdin"_s}, 1, 20, u"COPY");
    row("delimiter without one", MySql, u"SELECT 1;\nDELIMITER\nSELECT 2;", {u"SELECT 1"_s, u"SELECT 2"_s}, 2, 1, u"DELIMITER");
    row("statement that a DELIMITER ends", MySql, u"DELIMITER //\nSELECT 1;\nDELIMITER ;\nSELECT 2;",
        {u"SELECT 1"_s, u"SELECT 2"_s}, 3, 1, u"DELIMITER");
}

void TstSplitter::reportsWhatIsNotClosed()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    QFETCH(const QStringList, statements);
    QFETCH(const int, line);
    QFETCH(const int, column);
    QFETCH(const QString, what);

    const SplitScript split = splitScript(script, dialect);
    QCOMPARE(texts(split), statements);
    QCOMPARE(split.problems.size(), 1);
    QCOMPARE(split.problems.first().position.line, line);
    QCOMPARE(split.problems.first().position.column, column);
    QVERIFY2(split.problems.first().message.contains(what), qPrintable(split.problems.first().message));
}

void TstSplitter::givesPositions()
{
    const QString script = u"\uFEFFSELECT 1;\r\n\t😀é; -- x\n\n SELECT 'a\r\nb'\n ; SELECT 3"_s;
    const SplitScript split = splitScript(script, Dialect::PostgreSql);
    QCOMPARE(texts(split), (QStringList{u"SELECT 1"_s, u"😀é"_s, u"SELECT 'a\r\nb'"_s, u"SELECT 3"_s}));

    const QList<Statement> &statements = split.statements;
    QCOMPARE(statements[0].start, (TextPosition{1, 1, 1}));
    QCOMPARE(statements[0].length, 9);
    QCOMPARE(statements[1].start, (TextPosition{13, 2, 2}));
    QCOMPARE(statements[2].start, (TextPosition{25, 4, 2}));
    QCOMPARE(statements[2].endLine, 5);
    QCOMPARE(script.sliced(statements[2].start.offset, statements[2].length), u"SELECT 'a\r\nb'\n ;"_s);
    QCOMPARE(statements[3].start.line, 6);
    QCOMPARE(statements[3].start.column, 4);
    QCOMPARE(statements[3].end(), script.size());
    // The column counts code points: the face is one.
    QCOMPARE(positionAt(script, 15).column, 3);
    QCOMPARE(positionAt(script, script.size()).line, 6);
}

void TstSplitter::givesPositionsOfASection()
{
    const QString file = u"-- migrate:up\n  SELECT 1;\n SELECT 'x"_s;
    const qsizetype begin = file.indexOf(u'\n') + 3;
    const TextPosition start = positionAt(file, begin);
    QCOMPARE(start, (TextPosition{begin, 2, 3}));

    const SplitScript split = splitScript(QStringView(file).sliced(begin), Dialect::PostgreSql, start);
    QCOMPARE(split.statements.size(), 2);
    for (const Statement &statement : split.statements) {
        QCOMPARE(file.sliced(statement.start.offset, statement.text.size()), statement.text);
        QCOMPARE(positionAt(file, statement.start.offset), statement.start);
    }
    QCOMPARE(split.problems.first().position, positionAt(file, file.indexOf(u'\'')));
}

void TstSplitter::givesTheCommentAbove_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("comment");
    QTest::newRow("none") << u"SELECT 1;"_s << QString();
    QTest::newRow("one line") << u"-- whimbrel: phase expand\nSELECT 1;"_s << u"-- whimbrel: phase expand"_s;
    QTest::newRow("several lines") << u"-- a\r\n  /* b\n c */\n-- d\nSELECT 1;"_s << u"-- a\r\n  /* b\n c */\n-- d"_s;
    QTest::newRow("after a blank line") << u"-- a\n\nSELECT 1;"_s << QString();
    QTest::newRow("only the lines directly above") << u"-- a\n \n-- b\nSELECT 1;"_s << u"-- b"_s;
    QTest::newRow("behind the statement before") << u"SELECT 0; -- a\nSELECT 1;"_s << QString();
    QTest::newRow("between, after the statement before") << u"SELECT 0; -- a\n-- b\nSELECT 1;"_s << u"-- b"_s;
    QTest::newRow("with a semicolon between") << u"-- a\n;\nSELECT 1;"_s << QString();
    QTest::newRow("on the same line") << u"/* a */ SELECT 1;"_s << u"/* a */"_s;
    QTest::newRow("first line with a byte order mark") << u"\uFEFF-- a\nSELECT 1;"_s << u"-- a"_s;
}

void TstSplitter::givesTheCommentAbove()
{
    QFETCH(const QString, script);
    QFETCH(const QString, comment);
    const SplitScript split = splitScript(script, Dialect::PostgreSql);
    QCOMPARE(split.statements.last().comment, comment);
}

void TstSplitter::readsCopyData()
{
    const QString script = u"COPY public.t (a, b) FROM stdin;\r\n1\tit's;\r\n\\N\t\\\\.\r\n\\.\r\n\nSELECT 1;\n"
                           "COPY t FROM STDIN;\n\\.\nCOPY t TO STDOUT;COPY (SELECT a FROM stdin) TO '/x';\\copy t from stdin csv\n5\n\\.\n"_s;
    const SplitScript split = splitScript(script, Dialect::PostgreSql);
    QCOMPARE(texts(split),
             (QStringList{u"COPY public.t (a, b) FROM stdin"_s, u"SELECT 1"_s, u"COPY t FROM STDIN"_s, u"COPY t TO STDOUT"_s,
                          u"COPY (SELECT a FROM stdin) TO '/x'"_s, u"\\copy t from stdin csv"_s}));
    QVERIFY(split.problems.isEmpty());
    using enum StatementKind;
    QCOMPARE(split.statements[0].kind, CopyFromStdin);
    QCOMPARE(split.statements[0].copyData, u"1\tit's;\r\n\\N\t\\\\.\r\n"_s);
    QVERIFY(script.first(split.statements[0].end()).endsWith(u"\n\\."_s));
    QCOMPARE(split.statements[2].kind, CopyFromStdin);
    QCOMPARE(split.statements[2].copyData, QString());
    QCOMPARE(split.statements[3].kind, CopyToStdout);
    QCOMPARE(split.statements[4].kind, Other);
    QCOMPARE(split.statements[5].kind, ClientCommand);
    QCOMPARE(split.statements[5].copyData, u"5\n"_s);
}

void TstSplitter::obeysDelimiter()
{
    const QString script = u"SELECT 1;\nDELIMITER $$\nCREATE PROCEDURE p() BEGIN SELECT '$$'; -- $$\nSELECT 2; END$$\n"
                           "SELECT 3; SELECT 4;$$\n;$$\ndelimiter ;\nSELECT 5; DELIMITER_like;\nSELECT 6 -- no\n"_s;
    for (const Dialect dialect : {Dialect::MySql, Dialect::MariaDb}) {
        const SplitScript split = splitScript(script, dialect);
        QCOMPARE(texts(split),
                 (QStringList{u"SELECT 1"_s, u"CREATE PROCEDURE p() BEGIN SELECT '$$'; -- $$\nSELECT 2; END"_s,
                              u"SELECT 3; SELECT 4"_s, u"SELECT 5"_s, u"DELIMITER_like"_s, u"SELECT 6"_s}));
        QVERIFY(split.problems.isEmpty());
        QVERIFY(script.first(split.statements[1].end()).endsWith(u"END$$"_s));
    }
    // The client knows the delimiter inside words too, and at the end of the file none is needed.
    QCOMPARE(texts(splitScript(u"DELIMITER go\nSELECT agob\ngo"_s, Dialect::MySql)), (QStringList{u"SELECT a"_s, u"b"_s}));
    QCOMPARE(texts(splitScript(u"DELIMITER //\nSELECT 1;"_s, Dialect::MySql)), (QStringList{u"SELECT 1"_s}));
}

void TstSplitter::reportsClientCommands()
{
    const auto commands = [](const QString &script, Dialect dialect) {
        QStringList result;
        const SplitScript split = splitScript(script, dialect);
        for (const Statement &statement : split.statements) {
            if (statement.kind == StatementKind::ClientCommand)
                result << statement.text;
        }
        return result;
    };
    QCOMPARE(commands(u"\\connect shop; x\r\nSELECT 1\n  \\gexec \nSELECT '\n\\i no';\\i yes"_s, Dialect::PostgreSql),
             (QStringList{u"\\connect shop; x"_s, u"\\gexec"_s, u"\\i yes"_s}));
    QCOMPARE(commands(u".mode csv\nSELECT .5,\n.6;\n  .tables\n"_s, Dialect::SQLite), (QStringList{u".mode csv"_s, u".tables"_s}));
    QCOMPARE(commands(u"source a.sql\nSELECT source;\n\\. b.sql\n"_s, Dialect::MariaDb),
             (QStringList{u"source a.sql"_s, u"\\. b.sql"_s}));
}

void TstSplitter::readsTheFirstKeyword()
{
    QCOMPARE(firstKeyword(u"/* a */ -- b\n alter table t", Dialect::PostgreSql), u"ALTER"_s);
    QCOMPARE(firstKeyword(u"(select 1) union (select 2)", Dialect::SQLite), u"SELECT"_s);
    QCOMPARE(firstKeyword(u"/*!40101 SET NAMES utf8 */", Dialect::MySql), u"SET"_s);
    QCOMPARE(firstKeyword(u"", Dialect::MySql), QString());
}

void TstSplitter::isLinear_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("fragment");
    QTest::addColumn<qsizetype>("statements");
    const qsizetype count = 50000;
    const QString insert = u"INSERT INTO customers (id, name, email) VALUES (12345, 'Anna Müller', 'anna.mueller@example.com') ;\n"_s;
    QTest::newRow("postgresql inserts") << Dialect::PostgreSql << insert << count;
    QTest::newRow("mariadb inserts") << Dialect::MariaDb << insert << count;
    QTest::newRow("sqlite inserts") << Dialect::SQLite << insert << count;
    QTest::newRow("functions") << Dialect::PostgreSql
                               << u"CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END; END;\n"_s << count;
    QTest::newRow("procedures") << Dialect::MariaDb << u"CREATE PROCEDURE p() BEGIN IF a THEN SELECT 1; END IF; SELECT 2; END;\n"_s << count;
    QTest::newRow("one body") << Dialect::MariaDb << u"BEGIN NOT ATOMIC IF a THEN SELECT 1; END IF; SELECT 2;\n"_s << qsizetype(1);
    QTest::newRow("quotes that never close") << Dialect::PostgreSql << u"SELECT $a$ $b$ 'it E'\n"_s << qsizetype(1);
    QTest::newRow("comments") << Dialect::PostgreSql << u"-- a line of comment; and nothing else to be seen\n"_s << qsizetype(0);
    QTest::newRow("continued strings") << Dialect::PostgreSql << u"SELECT E'a'\n'b' 'c' -- d\n;"_s << count;
    QTest::newRow("one line") << Dialect::SQLite << u"SELECT 1; /* a */ ;"_s << count;
    QTest::newRow("delimiters") << Dialect::MariaDb << u"DELIMITER //\nSELECT 1//\nDELIMITER ;\nSELECT 2;\n"_s << 2 * count;
}

void TstSplitter::isLinear()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, fragment);
    QFETCH(const qsizetype, statements);

    const QString script = fragment.repeated(50000);
    QElapsedTimer timer;
    timer.start();
    const SplitScript split = splitScript(script, dialect);
    const qint64 elapsed = timer.elapsed();
    QCOMPARE(split.statements.size(), statements);
    // Anything quadratic takes minutes; 0.2 s is what a release build needs less than (tests/bench measures it).
    QVERIFY2(elapsed < 5000 * Test::patience, qPrintable(u"%1 ms for %2 characters"_s.arg(elapsed).arg(script.size())));
    qInfo("%lld ms for %lld characters", elapsed, qlonglong(script.size()));
}

WHIMBREL_TEST(TstSplitter)
#include "tst_splitter.moc"
