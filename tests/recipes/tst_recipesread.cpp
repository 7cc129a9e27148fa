// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogtext.h"
#include "recipecases.h"
#include "safety/analysis.h"
#include "safety/reader.h"
#include "safety/recipes/recipebook.h"
#include "sql/splitter.h"
#include "test.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

/// MySQL has MariaDB's, but for recipes that only MariaDB can keep.
QList<Test::RecipeCase> casesOf(Dialect dialect)
{
    QList<Test::RecipeCase> cases = dialect == Dialect::PostgreSql ? Test::postgresqlCases()
                                    : dialect == Dialect::SQLite   ? Test::sqliteCases()
                                                                   : Test::mariadbCases();
    cases.removeIf([dialect](const Test::RecipeCase &one) {
        return dialect == Dialect::MySql && !RecipeBook::builtin().find(one.recipe, Dialect::MySql);
    });
    return cases;
}

/// What cannot be read of it, as the statement and the kind; the bodies of DO blocks as well.
QStringList unread(const QList<Operation> &operations, const QString &statement)
{
    QStringList found;
    for (const Operation &operation : operations) {
        // MariaDB's own block, which runs on the server of tst_recipesonservers.cpp.
        if (statement.startsWith("BEGIN NOT ATOMIC"_L1))
            continue;
        if (operation.kind == Operation::Kind::Unknown || operation.kind == Operation::Kind::Opaque)
            found << operationId(operation.kind) + u": "_s + statement;
        found << unread(operation.body, statement);
    }
    return found;
}

/// Follows a script in the catalog, and tells what could not be read of it.
QStringList follow(Catalog &catalog, const QString &script)
{
    QStringList faults;
    for (const Statement &statement : splitScript(script, catalog.dialect()).statements) {
        const QList<Operation> operations = readStatement(statement, catalog.dialect()).operations;
        faults << unread(operations, statement.text);
        for (const Operation &operation : operations)
            catalog.apply(operation);
    }
    return faults;
}

/// Without the places of columns, and without what a way down leaves behind.
QStringList schemaOf(const Catalog &catalog, const QStringList &stays)
{
    static const QRegularExpression place(u" column +\\d+ "_s);
    static const QRegularExpression between(u"[ .]"_s);
    QStringList lines = Test::describe(catalog).replace(place, u" column "_s).split(u'\n');
    lines.removeIf([&](const QString &line) {
        return std::ranges::any_of(stays, [&](const QString &part) {
            const QStringList names =
                part.section(u' ', part.contains(u' ') ? 1 : 0).split(between); // without its kind
            return std::ranges::all_of(names, [&](const QString &name) { return line.contains(name); });
        });
    });
    lines.sort();
    return lines;
}

/// What the change means, however it is done: InnoDB's rows lie in their primary key, and a key that goes is gone.
constexpr std::pair<QLatin1StringView, QLatin1StringView> inItsNature[] = {
    {"set-not-null"_L1, "mysql-rebuild-alter"_L1},
    {"add-primary-key"_L1, "mysql-rebuild-alter"_L1},
    {"rebuild-table"_L1, "mysql-rebuild-alter"_L1},
    {"add-check"_L1, "mysql-check-add"_L1},
    {"change-primary-key"_L1, "mysql-rebuild-alter"_L1},
    {"change-primary-key"_L1, "constraint-dropped"_L1}};

bool isExpected(const QString &recipe, const Finding &finding)
{
    return finding.severity < Severity::Warning || finding.rule == "contract-gate"_L1 ||
           std::ranges::any_of(
               inItsNature, [&](const auto &known) { return known.first == recipe && known.second == finding.rule; });
}

} // namespace

/// Every form of every recipe, those for servers that the tests do not have as well: Whimbrel reads what it writes, and
/// in the simulated schema the way down undoes the way up.
class TstRecipesRead : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void upAndDown_data();
    void upAndDown();
    void noRuleFindsFault_data();
    void noRuleFindsFault();
    void everyFormIsCovered();
};

void TstRecipesRead::upAndDown_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<ServerVersion>("version");
    QTest::addColumn<int>("index");
    const std::pair<Dialect, ServerVersion> servers[] = {{Dialect::PostgreSql, {17, 0, 0}},
                                                         {Dialect::PostgreSql, {18, 0, 0}},
                                                         {Dialect::MySql, {8, 4, 0}},
                                                         {Dialect::MariaDb, {11, 8, 0}},
                                                         {Dialect::SQLite, {3, 46, 0}}};
    for (const auto &[dialect, version] : servers) {
        const QList<Test::RecipeCase> cases = casesOf(dialect);
        for (qsizetype i = 0; i < cases.size(); ++i) {
            if (cases.at(i).refusal.isEmpty())
                QTest::addRow("%s %d, %s: %s", qPrintable(dialectId(dialect)), version.major,
                              qPrintable(cases.at(i).recipe), qPrintable(cases.at(i).name))
                    << dialect << version << int(i);
        }
    }
}

void TstRecipesRead::upAndDown()
{
    QFETCH(Dialect, dialect);
    QFETCH(ServerVersion, version);
    QFETCH(int, index);
    const Test::RecipeCase recipeCase = casesOf(dialect).at(index);
    const Recipe *recipe = RecipeBook::builtin().find(recipeCase.recipe, dialect, version);
    QVERIFY(recipe);
    const auto made = fillIn(*recipe, recipeCase.values, dialect);
    QVERIFY2(made, made ? "" : qPrintable(made.error().toString()));

    Catalog catalog(dialect, Catalog::Origin::Connected, version);
    for (const QString &statement : recipeCase.setup)
        follow(catalog, statement);
    catalog.beginMigration();
    const QStringList before = schemaOf(catalog, recipeCase.stays);
    QStringList faults;
    for (const NewMigration &migration : *made) {
        catalog.beginMigration();
        faults << follow(catalog, migration.up);
    }
    for (auto migration = made->crbegin(); migration != made->crend(); ++migration) {
        catalog.beginMigration();
        faults << follow(catalog, migration->down);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
    QCOMPARE(schemaOf(catalog, recipeCase.stays), before);
}

void TstRecipesRead::noRuleFindsFault_data()
{
    upAndDown_data();
}

/// At warning or above, but for the contract gate that a step declares.
void TstRecipesRead::noRuleFindsFault()
{
    QFETCH(Dialect, dialect);
    QFETCH(ServerVersion, version);
    QFETCH(int, index);
    const Test::RecipeCase recipeCase = casesOf(dialect).at(index);
    const Recipe *recipe = RecipeBook::builtin().find(recipeCase.recipe, dialect, version);
    const auto made = fillIn(*recipe, recipeCase.values, dialect);
    QVERIFY(made);

    Catalog catalog(dialect, Catalog::Origin::Connected, version);
    for (const QString &statement : recipeCase.setup)
        follow(catalog, statement);
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    QStringList faults;
    for (const NewMigration &migration : *made) {
        catalog.beginMigration();
        AnalysisInput input;
        input.file = input.description = migration.description;
        input.version = u"1"_s;
        input.head = u"-- "_s + migration.head.join(u"\n-- "_s) + u'\n';
        input.text = migration.up;
        input.start = positionAt(input.head, input.head.size());
        input.statements = splitScript(input.text, dialect, input.start).statements;
        input.transaction = migration.upTransaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
        input.declaredPhase = migration.phase;
        for (const Finding &finding : analyseScript(input, catalog, settings).findings) {
            if (!isExpected(recipeCase.recipe, finding))
                faults << finding.rule + u": "_s + finding.message + u'\n' + migration.up;
        }
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n\n"_s)));
}

void TstRecipesRead::everyFormIsCovered()
{
    for (const Recipe &recipe : RecipeBook::builtin().all()) {
        for (const Dialect dialect : recipe.dialects)
            QVERIFY2(std::ranges::contains(casesOf(dialect), recipe.id, &Test::RecipeCase::recipe),
                     qPrintable(recipe.file));
    }
}

WHIMBREL_TEST(TstRecipesRead)
#include "tst_recipesread.moc"
