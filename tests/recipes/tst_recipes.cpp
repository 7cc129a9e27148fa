// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipebook.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Filling recipes in: what is asked for, what is refused, and what no value can do.
class TstRecipes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aMissingParameterIsNamed();
    void anUnknownParameterIsNamed();
    void defaultsAreFilledIn();
    void whatIsMade();
    void valuesCannotEscape_data();
    void valuesCannotEscape();
    void valuesThatWillDo_data();
    void valuesThatWillDo();
    void namesAreQuotedWhereNeeded_data();
    void namesAreQuotedWhereNeeded();
    void longNamesStayDifferent();
};

namespace {

const Recipe &recipe(const QString &id, Dialect dialect = Dialect::PostgreSql)
{
    return *RecipeBook::builtin().find(id, dialect);
}

RecipeParameter parameterOf(const QString &kind)
{
    RecipeParameter parameter;
    parameter.name = u"x"_s;
    parameter.help = u"something"_s;
    for (int i = 0; i <= int(RecipeParameter::Kind::Choice); ++i) {
        if (recipeParameterKindId(RecipeParameter::Kind(i)) == kind)
            parameter.kind = RecipeParameter::Kind(i);
    }
    return parameter;
}

} // namespace

void TstRecipes::aMissingParameterIsNamed()
{
    const auto made =
        fillIn(recipe(u"add-column"_s), {{u"table"_s, u"t"_s}, {u"column"_s, u"  "_s}}, Dialect::PostgreSql);
    QVERIFY(!made);
    QCOMPARE(made.error().kind, ErrorKind::Usage);
    QCOMPARE(made.error().message, u"The recipe “add-column” needs “column”: the new column’s name."_s);
}

void TstRecipes::anUnknownParameterIsNamed()
{
    const auto made = fillIn(recipe(u"add-column"_s), {{u"tabel"_s, u"t"_s}}, Dialect::PostgreSql);
    QVERIFY(!made);
    QCOMPARE(made.error().message, u"The recipe “add-column” knows no “tabel”."_s);
    QCOMPARE(made.error().hint, u"It knows: table, column, type, default."_s);
}

void TstRecipes::defaultsAreFilledIn()
{
    const RecipeValues values =
        completed(recipe(u"create-index"_s), {{u"table"_s, u"shop.orders"_s}, {u"key"_s, u"lower(email), at DESC"_s}},
                  Dialect::PostgreSql);
    QCOMPARE(values.value(u"index"_s), u"orders_lower_email_at_desc_idx"_s);
    QVERIFY(!values.contains(u"where"_s));
}

void TstRecipes::whatIsMade()
{
    const auto made =
        fillIn(recipe(u"create-index"_s), {{u"table"_s, u"shop.Orders"_s}, {u"key"_s, u"at"_s}, {u"index"_s, u"i"_s}},
               Dialect::PostgreSql);
    QVERIFY(made);
    QCOMPARE(made->size(), 3);
    const NewMigration &build = made->at(1);
    QCOMPARE(build.description, u"create_i"_s);
    QCOMPARE(build.phase, MigrationPhase::Expand);
    QVERIFY(!build.upTransaction && !build.downTransaction);
    QCOMPARE(build.up, u"CREATE INDEX CONCURRENTLY i ON shop.\"Orders\" (at);"_s);
    QCOMPARE(build.down, u"DROP INDEX CONCURRENTLY IF EXISTS shop.i;"_s);
    QVERIFY(made->at(2).up.contains(u"to_regclass('shop.i')"_s));
    QVERIFY(made->at(2).upTransaction);
}

void TstRecipes::valuesCannotEscape_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");

    QTest::newRow("statement after a type") << u"type"_s << u"int; DROP TABLE t"_s;
    QTest::newRow("comment in a type") << u"type"_s << u"int --"_s;
    QTest::newRow("block comment in a type") << u"type"_s << u"int /* x"_s;
    QTest::newRow("another column") << u"type"_s << u"int, b int"_s;
    QTest::newRow("a constraint in a type") << u"type"_s << u"int NOT NULL"_s;
    QTest::newRow("a default in a type") << u"type"_s << u"int DEFAULT 5"_s;
    QTest::newRow("a reference in a type") << u"type"_s << u"int REFERENCES p"_s;
    QTest::newRow("closing parenthesis in a type") << u"type"_s << u"int) ; ("_s;
    QTest::newRow("open quote in a type") << u"type"_s << u"int 'x"_s;
    QTest::newRow("no type") << u"type"_s << u"1 + 1"_s;
    QTest::newRow("statement after an expression") << u"expression"_s << u"1; DELETE FROM t"_s;
    QTest::newRow("closing parenthesis in an expression") << u"expression"_s << u"1) OR (1 = 1"_s;
    QTest::newRow("comment in an expression") << u"expression"_s << u"1 -- x"_s;
    QTest::newRow("open string") << u"expression"_s << u"'abc"_s;
    QTest::newRow("open dollar quote") << u"expression"_s << u"$$abc"_s;
    QTest::newRow("a query's end") << u"expression"_s << u"1 = 1) UNION (SELECT 2"_s;
    QTest::newRow("not an expression") << u"expression"_s << u"a b c d"_s;
    QTest::newRow("our own quotes") << u"expression"_s << u"'$whimbrel$'"_s;
    QTest::newRow("client command") << u"expression"_s << u"\\! rm"_s;
    QTest::newRow("comma") << u"expression"_s << u"1, 2"_s;
    QTest::newRow("two expressions and a comment") << u"expressions"_s << u"a, b -- c"_s;
    QTest::newRow("expressions and a statement") << u"expressions"_s << u"a, b; SELECT 1"_s;
    QTest::newRow("a table's end") << u"definition"_s << u"id int) ; DROP TABLE t; --"_s;
    QTest::newRow("marker in a literal") << u"literal"_s << u"a\n-- migrate:down\nDROP TABLE t"_s;
    QTest::newRow("marker in a name") << u"identifier"_s << u"a\n-- migrate:down"_s;
    QTest::newRow("marker in an expression") << u"expression"_s << u"'a\n-- migrate:down\n'"_s;
    QTest::newRow("marker in statements") << u"statements"_s << u"SELECT 1;\n-- migrate:down\nSELECT 2"_s;
    QTest::newRow("two statements for one") << u"statement"_s << u"SELECT 1; SELECT 2"_s;
    QTest::newRow("a commit") << u"statements"_s << u"SELECT 1; COMMIT"_s;
    QTest::newRow("NUL") << u"literal"_s << u"a"_s + QChar(u'\0');
    QTest::newRow("separator") << u"identifier"_s
                               << u"a\x1f"
                                  "b"_s;
    QTest::newRow("three names") << u"relation"_s << u"a.b.c"_s;
    QTest::newRow("a long name") << u"identifier"_s << QString(64, u'a');
    QTest::newRow("a negative number") << u"number"_s << u"-1"_s;
    QTest::newRow("no number") << u"number"_s << u"1; DROP TABLE t"_s;
    QTest::newRow("a flood") << u"literal"_s << QString(70 * 1024, u'a');
}

void TstRecipes::valuesCannotEscape()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    QVERIFY(!valueProblem(parameterOf(kind), value, Dialect::PostgreSql).isEmpty());
}

void TstRecipes::valuesThatWillDo_data()
{
    QTest::addColumn<QString>("kind");
    QTest::addColumn<QString>("value");

    for (const char *type : {"bigint", "varchar(20)", "numeric(10, 2)", "timestamp with time zone", "text[]",
                             "shop.\"Mood\"", "int4 []", "double precision"})
        QTest::addRow("%s", type) << u"type"_s << QString::fromLatin1(type);
    for (const char *expression : {"'it''s; -- not a comment'", "now() + interval '1 day'", "(a + b) * c",
                                   "ARRAY[1, 2]", "$$a;b$$", "\"Odd; Name\" > 3", "a IS NOT NULL AND b"})
        QTest::addRow("%s", expression) << u"expression"_s << QString::fromLatin1(expression);
    QTest::newRow("a key") << u"expressions"_s << u"lower(a), b DESC NULLS LAST"_s;
    QTest::newRow("a definition") << u"definition"_s
                                  << u"id int PRIMARY KEY, a text CHECK (a <> ';'), UNIQUE (a, id)"_s;
    QTest::newRow("a trigger's body") << u"statement"_s << u"DO $$ BEGIN PERFORM 1; END $$"_s;
    QTest::newRow("odd name") << u"identifier"_s << u"it's; a \"name\" -- here"_s;
}

void TstRecipes::valuesThatWillDo()
{
    QFETCH(QString, kind);
    QFETCH(QString, value);
    QCOMPARE(valueProblem(parameterOf(kind), value, Dialect::PostgreSql), QString());
}

void TstRecipes::namesAreQuotedWhereNeeded_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("sql");

    QTest::newRow("plain") << Dialect::PostgreSql << u"orders"_s << u"orders"_s;
    QTest::newRow("capitals") << Dialect::PostgreSql << u"Orders"_s << u"\"Orders\""_s;
    QTest::newRow("capitals in MariaDB") << Dialect::MariaDb << u"Orders"_s << u"Orders"_s;
    QTest::newRow("a word of SQL") << Dialect::PostgreSql << u"order"_s << u"\"order\""_s;
    QTest::newRow("a word of SQL in MariaDB") << Dialect::MariaDb << u"order"_s << u"`order`"_s;
    QTest::newRow("schema") << Dialect::PostgreSql << u"shop.Orders"_s << u"shop.\"Orders\""_s;
    QTest::newRow("already quoted") << Dialect::PostgreSql << u"\"a.b\".\"c\"\"d\""_s << u"\"a.b\".\"c\"\"d\""_s;
    QTest::newRow("already quoted in MariaDB") << Dialect::MariaDb << u"`a``b`"_s << u"`a``b`"_s;
    QTest::newRow("a quote inside") << Dialect::MariaDb << u"a`b; DROP TABLE t"_s << u"`a``b; DROP TABLE t`"_s;
    QTest::newRow("a quote inside in PostgreSQL")
        << Dialect::PostgreSql << u"a\"; DROP TABLE t"_s << u"\"a\"\"; DROP TABLE t\""_s;
    QTest::newRow("digits first") << Dialect::SQLite << u"1a"_s << u"\"1a\""_s;
    QTest::newRow("letters of others") << Dialect::SQLite << u"größe"_s << u"\"größe\""_s;
}

void TstRecipes::namesAreQuotedWhereNeeded()
{
    QFETCH(Dialect, dialect);
    QFETCH(QString, value);
    QFETCH(QString, sql);
    const auto made = fillIn(recipe(u"drop-index"_s, dialect),
                             {{u"table"_s, value}, {u"index"_s, u"i"_s}, {u"key"_s, u"a"_s}}, dialect);
    if (dialect == Dialect::SQLite) { // its tables have no schema of their own
        QVERIFY2(made->constFirst().down.contains(u" ON "_s + sql + u" ("_s), qPrintable(made->constFirst().down));
        return;
    }
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
    const QString text = made->constLast().down;
    QVERIFY2(text.contains(sql + u' '), qPrintable(text));
    QCOMPARE(splitScript(text, dialect).statements.size(), 1);
}

void TstRecipes::longNamesStayDifferent()
{
    const auto indexOf = [](const QString &table) {
        return completed(recipe(u"set-not-null"_s), {{u"table"_s, table}, {u"column"_s, u"c"_s}}, Dialect::PostgreSql)
            .value(u"constraint"_s);
    };
    const QString longName = QString(60, u'a');
    const auto made =
        fillIn(recipe(u"set-not-null"_s), {{u"table"_s, longName}, {u"column"_s, u"c"_s}}, Dialect::PostgreSql);
    QVERIFY2(made.has_value(), made ? "" : qPrintable(made.error().toString()));
    QVERIFY(indexOf(longName + u'x') != indexOf(longName + u'y'));
}

WHIMBREL_TEST(TstRecipes)
#include "tst_recipes.moc"
