// SPDX-License-Identifier: GPL-3.0-or-later
#include "recipecases.h"
#include "safety/recipeform.h"
#include "safety/recipes/recipebook.h"
#include "test.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Every recipe by its form: what is filled in there makes the same as what the command line is given.
class TstRecipeForm : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void everyRecipe_data();
    void everyRecipe();
    void whatIsWrongIsSaid();
    void aProjectsTextIsNoMarkup();
};

void TstRecipeForm::everyRecipe_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<int>("index");
    const std::pair<Dialect, QList<Test::RecipeCase>> all[] = {{Dialect::PostgreSql, Test::postgresqlCases()},
                                                               {Dialect::MariaDb, Test::mariadbCases()},
                                                               {Dialect::MySql, Test::mariadbCases()},
                                                               {Dialect::SQLite, Test::sqliteCases()}};
    for (const auto &[dialect, cases] : all) {
        for (int i = 0; i < cases.size(); ++i) {
            if (RecipeBook::builtin().find(cases.at(i).recipe, dialect))
                QTest::addRow("%s %s %s", qPrintable(dialectId(dialect)), qPrintable(cases.at(i).recipe), qPrintable(cases.at(i).name)) << dialect << i;
        }
    }
}

void TstRecipeForm::everyRecipe()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const int, index);
    const Test::RecipeCase recipeCase = dialect == Dialect::PostgreSql ? Test::postgresqlCases().at(index)
                                        : dialect == Dialect::SQLite   ? Test::sqliteCases().at(index)
                                                                       : Test::mariadbCases().at(index);
    const Recipe &recipe = *RecipeBook::builtin().find(recipeCase.recipe, dialect);
    RecipeForm form;
    form.setRecipe(recipe, {}, dialect);
    QVERIFY(!form.problem().isEmpty()); // each asks for something
    form.setRecipe(recipe, recipeCase.values, dialect);
    QCOMPARE(form.problem(), QString());
    const auto made = fillIn(recipe, form.values(), dialect);
    const auto expected = fillIn(recipe, recipeCase.values, dialect);
    QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));
    QVERIFY(expected);
    QCOMPARE(made->size(), expected->size());
    for (qsizetype i = 0; i < made->size(); ++i) {
        QCOMPARE(made->at(i).up, expected->at(i).up);
        QCOMPARE(made->at(i).down, expected->at(i).down);
        QCOMPARE(made->at(i).description, expected->at(i).description);
    }
}

void TstRecipeForm::whatIsWrongIsSaid()
{
    const Recipe &recipe = *RecipeBook::builtin().find(u"run-in-batches"_s, Dialect::PostgreSql);
    RecipeForm form;
    form.setRecipe(recipe, {{u"statement"_s, u"UPDATE t SET a = 1; DROP TABLE t"_s}}, Dialect::PostgreSql);
    QVERIFY2(form.problem().contains("not one statement"_L1), qPrintable(form.problem()));
}

void TstRecipeForm::aProjectsTextIsNoMarkup()
{
    Recipe recipe = *RecipeBook::builtin().find(u"add-column"_s, Dialect::SQLite);
    for (RecipeParameter &parameter : recipe.parameters) {
        parameter.help = u"<img src='http://127.0.0.1/x'> the table"_s;
        parameter.isBuiltin = false;
    }
    RecipeForm form;
    form.setRecipe(recipe, {}, Dialect::SQLite);
    const auto *field = form.findChild<QLineEdit *>(u"table"_s);
    QVERIFY(field);
    QVERIFY2(!field->toolTip().contains("<img"_L1), qPrintable(field->toolTip()));
    QVERIFY(field->toolTip().contains("&lt;img"_L1));
}

WHIMBREL_TEST(TstRecipeForm)
#include "tst_recipeform.moc"
