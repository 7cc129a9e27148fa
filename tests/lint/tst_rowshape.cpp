// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/scriptwalk.h"
#include "sql/rowshape.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstRowShape : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fits_data();
    void fits();
    void isOfLiterals_data();
    void isOfLiterals();
    void takesLiteralsOut();
    void whatFitsIsReadTheSame_data();
    void whatFitsIsReadTheSame();
};

namespace {

constexpr Dialect dialects[] = {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite};

StatementReading reading(const QString &statement, Dialect dialect)
{
    return readStatement(splitScript(statement, dialect).statements.constFirst(), dialect);
}

} // namespace

void TstRowShape::fits_data()
{
    QTest::addColumn<QString>("row");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("isSame");

    const QString row = u"INSERT INTO t (a, b) VALUES (1, 'x')"_s;
    QTest::newRow("itself") << row << row << true;
    QTest::newRow("another number") << row << u"INSERT INTO t (a, b) VALUES (20.5, 'x')"_s << true;
    QTest::newRow("another string") << row << u"INSERT INTO t (a, b) VALUES (1, 'it''s; -- (')"_s << true;
    QTest::newRow("another layout") << row << u"INSERT INTO t (a,b)\nVALUES /* x */ (1,'x')"_s << true;
    QTest::newRow("another table") << row << u"INSERT INTO u (a, b) VALUES (1, 'x')"_s << false;
    QTest::newRow("another column") << row << u"INSERT INTO t (a, c) VALUES (1, 'x')"_s << false;
    QTest::newRow("a call") << row << u"INSERT INTO t (a, b) VALUES (1, now())"_s << false;
    QTest::newRow("a string for a number") << row << u"INSERT INTO t (a, b) VALUES ('1', 'x')"_s << false;
    QTest::newRow("a number for a string") << row << u"INSERT INTO t (a, b) VALUES (1, 2)"_s << false;
    QTest::newRow("a string in two parts") << row << u"INSERT INTO t (a, b) VALUES (1, 'x' || 'y')"_s << false;
    QTest::newRow("an exponent") << row << u"INSERT INTO t (a, b) VALUES (1e5, 'x')"_s << false;
    QTest::newRow("a sign") << row << u"INSERT INTO t (a, b) VALUES (-1, 'x')"_s << false;
    QTest::newRow("no value") << row << u"INSERT INTO t (a, b) VALUES (1, NULL)"_s << false;
    QTest::newRow("two rows") << row << u"INSERT INTO t (a, b) VALUES (1, 'x'), (2, 'y')"_s << false;
    QTest::newRow("more behind it") << row << row + u" RETURNING a"_s << false;
    QTest::newRow("less") << row << u"INSERT INTO t (a, b) VALUES (1, 'x'"_s << false;
    QTest::newRow("a string that does not end") << row << u"INSERT INTO t (a, b) VALUES (1, 'x)"_s << false;
    QTest::newRow("junk behind a number") << row << u"INSERT INTO t (a, b) VALUES (1x, 'x')"_s << false;
    QTest::newRow("two points") << row << u"INSERT INTO t (a, b) VALUES (1.2.3, 'x')"_s << false;
    QTest::newRow("a string with escapes") << row << u"INSERT INTO t (a, b) VALUES (1, E'\\u12')"_s << false;
    QTest::newRow("a string with a null character") << row << QString(u"INSERT INTO t (a, b) VALUES (1, '"_s + QChar(QChar::Null) + u"')"_s) << false;
    QTest::newRow("a string of bits") << row << u"INSERT INTO t (a, b) VALUES (1, B'3')"_s << false;
}

void TstRowShape::fits()
{
    QFETCH(const QString, row);
    QFETCH(const QString, other);
    QFETCH(const bool, isSame);
    for (const Dialect dialect : dialects) {
        // The shape outlives the text it was made of.
        const RowShape shape = RowShape(QString(row.constData(), row.size()), dialect);
        QVERIFY2(shape.fits(other) == isSame, qPrintable(dialectName(dialect)));
    }
}

void TstRowShape::isOfLiterals_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<bool>("isOfLiterals");
    QTest::newRow("one row") << u"INSERT INTO t (a, \"b\") VALUES (1, 'x')"_s << true;
    QTest::newRow("two rows") << u"insert into s.t values (1, null), (2.5, 'x')"_s << true;
    QTest::newRow("a call") << u"INSERT INTO t VALUES (now())"_s << false;
    QTest::newRow("a sign") << u"INSERT INTO t VALUES (-1)"_s << false;
    QTest::newRow("a blob") << u"INSERT INTO t VALUES (x'00')"_s << false;
    QTest::newRow("a name") << u"INSERT INTO t VALUES (\"a\")"_s << false;
    QTest::newRow("a query") << u"INSERT INTO t SELECT 1"_s << false;
    QTest::newRow("something behind") << u"INSERT INTO t VALUES (1) RETURNING a"_s << false;
    QTest::newRow("another conflict") << u"INSERT OR IGNORE INTO t VALUES (1)"_s << false;
    QTest::newRow("no row") << u"INSERT INTO t DEFAULT VALUES"_s << false;
    QTest::newRow("cut off") << u"INSERT INTO t VALUES (1,"_s << false;
    QTest::newRow("another statement") << u"UPDATE t SET a = 1"_s << false;
    QTest::newRow("nothing") << QString() << false;
}

void TstRowShape::isOfLiterals()
{
    QFETCH(const QString, statement);
    QFETCH(const bool, isOfLiterals);
    QCOMPARE(RowShape(statement, Dialect::SQLite).isOfLiterals(), isOfLiterals);
}

void TstRowShape::takesLiteralsOut()
{
    const RowShape shape(u"INSERT INTO t VALUES (1, NULL, 'x')"_s, Dialect::SQLite);
    QCOMPARE(shape.withParameters().simplified(), u"INSERT INTO t VALUES ( ? , NULL , ? )"_s);
    const QString other = u"INSERT INTO t VALUES (22, NULL, 'it''s')"_s;
    std::vector<Token> literals;
    QVERIFY(shape.takeLiterals(other, literals));
    QCOMPARE(literals.size(), 2u);
    QCOMPARE(literals.at(0).text, u"22");
    QCOMPARE(literals.at(1).text, u"'it''s'");
    QVERIFY(!shape.takeLiterals(u"INSERT INTO t VALUES (22, 1, 'x')"_s, literals));
}

void TstRowShape::whatFitsIsReadTheSame_data()
{
    QTest::addColumn<QString>("rows");
    QTest::newRow("values") << u"INSERT INTO t (a, b) VALUES (%1, %2)"_s;
    QTest::newRow("without columns") << u"INSERT INTO s.t VALUES (%1, %2), (%1, NULL)"_s;
    QTest::newRow("a call") << u"INSERT INTO t (a, b) VALUES (nextval(%2), lower(%2) || %1)"_s;
    QTest::newRow("a query within") << u"INSERT INTO t (a) VALUES ((SELECT max(b) FROM u WHERE c = %2 AND d < %1))"_s;
    QTest::newRow("a conflict") << u"INSERT INTO t (a) VALUES (%1) ON CONFLICT (a) DO UPDATE SET b = %2"_s;
    QTest::newRow("a default") << u"INSERT INTO t (a, b) VALUES (DEFAULT, -%1, %2)"_s;
}

/// Whatever the literals are: two rows of one shape are one to everybody who asks.
void TstRowShape::whatFitsIsReadTheSame()
{
    QFETCH(const QString, rows);
    for (const Dialect dialect : dialects) {
        const QString first = rows.arg(u"1"_s, u"'a'"_s);
        const StatementReading expected = reading(first, dialect);
        if (!ScriptWalk::isRows(expected))
            continue; // not this dialect's
        const RowShape shape(first, dialect);
        for (const QString &number : {u"0"_s, u"12.50"_s, u"99999999999999999999999999"_s, u"1."_s}) {
            for (const QString &string : {u"''"_s, u"'it''s'"_s, u"'--'"_s, u"'/*'"_s, u"'$$'"_s, u"'é\n\"`;'"_s}) {
                const QString other = rows.arg(number, string);
                QVERIFY2(shape.fits(other), qPrintable(other));
                QVERIFY2(ScriptWalk::areRowsAlike(expected, reading(other, dialect)), qPrintable(dialectName(dialect) + u": "_s + other));
            }
        }
    }
}

WHIMBREL_TEST(TstRowShape)
#include "tst_rowshape.moc"
