// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "patientrun.h"
#include "postgresserver.h"
#include "project/newmigration.h"
#include "recipecases.h"
#include "safety/recipes/recipebook.h"
#include "schemalines.h"
#include "scriptedproject.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Every recipe on a real database with rows in its tables: up, down, up again, with Whimbrel's own runner.
class TstRecipesOnServers : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onPostgreSql_data();
    void onPostgreSql();
    void onMariaDb_data();
    void onMariaDb();
    void onSQLite_data();
    void onSQLite();
    void mySqlFormsOnMariaDb_data();
    void mySqlFormsOnMariaDb();
    void everyRecipeHasItsCase();

private:
    static void addRows(const QList<Test::RecipeCase> &cases);
    static void check(Test::ScriptedProject &project, Dialect dialect, const Test::RecipeCase &recipeCase);
};

namespace {

QStringList schemaOf(const Test::ScriptedProject &project)
{
    const auto session = Session::open(project.settings(), SessionRole::Run);
    return session ? Test::schemaLines(**session) : QStringList{session.error().toString()};
}

/// MySQL's form of a recipe in the one word that MariaDB has another for.
NewMigration forMariaDb(NewMigration migration)
{
    for (QString *text : {&migration.up, &migration.down})
        text->replace(u" INVISIBLE"_s, u" IGNORED"_s).replace(u" VISIBLE"_s, u" NOT IGNORED"_s);
    return migration;
}

Result<int> writeRecipe(const Test::ScriptedProject &scripted, Dialect dialect, const Test::RecipeCase &recipeCase)
{
    const ServerVersion version = dialect == Dialect::MariaDb ? ServerVersion{11, 8, 0} : ServerVersion{}; // what it can do itself
    const Recipe *recipe = RecipeBook::builtin().find(recipeCase.recipe, dialect, version);
    if (!recipe)
        return failure(ErrorKind::Usage, u"no such recipe"_s);
    const MigrationProject project = scripted.open();
    return fillIn(*recipe, recipeCase.values, dialect)
        .and_then([&](QList<NewMigration> made) {
            if (dialect == Dialect::MySql)
                std::ranges::transform(made, made.begin(), forMariaDb);
            return planMigrations(project.format(), project.configuration(), project.folder(), made, {},
                                  QDateTime::currentDateTimeUtc());
        })
        .and_then([](const QList<PlannedMigration> &planned) {
            return writeMigrations(planned).transform([&] { return int(planned.size()); });
        });
}

QStringList without(QStringList lines, const QStringList &parts)
{
    lines.removeIf([&](const QString &line) {
        return std::ranges::any_of(parts, [&](const QString &part) { return line.contains(part); });
    });
    return lines;
}

QString caseName(const Test::RecipeCase &recipeCase)
{
    return recipeCase.name.isEmpty() ? recipeCase.recipe : recipeCase.recipe + u": "_s + recipeCase.name;
}

} // namespace

#define VERIFY(result)                                                                                                 \
    do {                                                                                                               \
        const auto &verified = (result);                                                                               \
        if (!verified)                                                                                                 \
            QFAIL(qPrintable(verified.error().toString()));                                                            \
    } while (false)

void TstRecipesOnServers::addRows(const QList<Test::RecipeCase> &cases)
{
    QTest::addColumn<int>("index");
    for (qsizetype i = 0; i < cases.size(); ++i)
        QTest::addRow("%s", qPrintable(caseName(cases.at(i)))) << int(i);
}

void TstRecipesOnServers::check(Test::ScriptedProject &project, Dialect dialect, const Test::RecipeCase &recipeCase)
{
    project.writeConfiguration(u"format = \"dbmate\"\n"_s);
    project.execute(recipeCase.setup);
    const QStringList before = schemaOf(project);
    const Result<int> written = writeRecipe(project, dialect, recipeCase);
    VERIFY(written);

    for (int applied = 1; applied <= *written; ++applied) {
        RunRequest request = Test::up();
        request.steps = 1;
        const Result<RunOutcome> done = Test::runWhenFree(project, request);
        if (!done && !recipeCase.refusal.isEmpty()) {
            const QString message = done.error().toString();
            QVERIFY2(message.contains(recipeCase.refusal), qPrintable(message));
            const Result<RunOutcome> again = Test::runWhenFree(project, request); // nothing is in its own way
            QVERIFY(!again);
            QVERIFY2(again.error().toString().contains(recipeCase.refusal), qPrintable(again.error().toString()));
            return;
        }
        VERIFY(done);
        for (const Test::RecipeCase::Fact &fact : recipeCase.facts) {
            if (fact.after != applied)
                continue;
            if (!fact.statement.isEmpty())
                project.execute({fact.statement});
            const Rows rows = project.query(fact.query);
            QCOMPARE(rows.rows.value(0).value(0).value_or(u"NULL"_s), fact.value);
        }
    }
    QVERIFY2(recipeCase.refusal.isEmpty(), "nothing was refused");

    const QStringList after = schemaOf(project);
    VERIFY(Test::runWhenFree(project, Test::down(*written)));
    QCOMPARE(without(schemaOf(project), recipeCase.stays), without(before, recipeCase.stays));
    VERIFY(Test::runWhenFree(project, Test::up()));
    QCOMPARE(without(schemaOf(project), recipeCase.stays), without(after, recipeCase.stays));
}

void TstRecipesOnServers::onPostgreSql_data()
{
    addRows(Test::postgresqlCases());
}

void TstRecipesOnServers::onPostgreSql()
{
    QFETCH(int, index);
    REQUIRE_SERVER(Test::PostgresServer::shared());
    Test::ScriptedProject project(Test::PostgresServer::shared().settings());
    check(project, Dialect::PostgreSql, Test::postgresqlCases().at(index));
}

void TstRecipesOnServers::onMariaDb_data()
{
    addRows(Test::mariadbCases());
}

void TstRecipesOnServers::onMariaDb()
{
    QFETCH(int, index);
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    Test::ScriptedProject project(Test::MariaDbServer::shared().settings());
    check(project, Dialect::MariaDb, Test::mariadbCases().at(index));
}

void TstRecipesOnServers::onSQLite_data()
{
    addRows(Test::sqliteCases());
}

void TstRecipesOnServers::onSQLite()
{
    QFETCH(int, index);
    Test::ScriptedProject project;
    check(project, Dialect::SQLite, Test::sqliteCases().at(index));
}

/// The tests have no MySQL. What its forms say, MariaDB understands but for one word.
void TstRecipesOnServers::mySqlFormsOnMariaDb_data()
{
    QTest::addColumn<int>("index");
    const QList<Test::RecipeCase> cases = Test::mariadbCases();
    for (qsizetype i = 0; i < cases.size(); ++i) {
        const QString &id = cases.at(i).recipe;
        const Recipe *ofMySql = RecipeBook::builtin().find(id, Dialect::MySql);
        if (ofMySql && ofMySql != RecipeBook::builtin().find(id, Dialect::MariaDb))
            QTest::addRow("%s", qPrintable(caseName(cases.at(i)))) << int(i);
    }
}

void TstRecipesOnServers::mySqlFormsOnMariaDb()
{
    QFETCH(int, index);
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    Test::ScriptedProject project(Test::MariaDbServer::shared().settings());
    check(project, Dialect::MySql, Test::mariadbCases().at(index));
}

void TstRecipesOnServers::everyRecipeHasItsCase()
{
    const std::pair<Dialect, QList<Test::RecipeCase>> all[] = {{Dialect::PostgreSql, Test::postgresqlCases()},
                                                               {Dialect::MariaDb, Test::mariadbCases()},
                                                               {Dialect::SQLite, Test::sqliteCases()}};
    for (const auto &[dialect, cases] : all) {
        QStringList ran;
        for (const Test::RecipeCase &recipeCase : cases) {
            if (recipeCase.refusal.isEmpty())
                ran << recipeCase.recipe;
        }
        for (const Recipe *recipe : RecipeBook::builtin().recipes(dialect))
            QVERIFY2(ran.contains(recipe->id), qPrintable(dialectId(dialect) + u": "_s + recipe->id));
    }
}

WHIMBREL_TEST(TstRecipesOnServers)
#include "tst_recipesonservers.moc"
