// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipebook.h"
#include "safety/recipes/recipetexts.h"
#include "test.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The recipes Whimbrel brings along, and those of a project, which nobody has checked.
class TstRecipeBook : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void ownRecipesAreRead();
    void ownTextsAreTranslated();
    void everyOwnTextIsFoundByTranslators();
    void versionsChooseTheForm();
    void projectsBringTheirOwn();
    void refusals_data();
    void refusals();
    void projectsCannotReplaceOurs();
    void projectsCannotReadOtherFiles();
    void projectsCannotFloodUs();
};

namespace {

const QString good =
    u"id = \"audit\"\ntitle = \"Audit\"\nsummary = \"s\"\ndialects = [\"sqlite\", \"postgresql\"]\n"
    "[parameter.table]\nkind = \"relation\"\nhelp = \"the table\"\n"
    "[migration.a]\nname = \"audit_{{table}}\"\nwhy = \"w\"\nphase = \"expand\"\nup = \"SELECT 1 FROM {{table}}\"\ndown = \"SELECT 2\"\n"_s;

class Project
{
public:
    Project() { QDir(m_folder.path()).mkpath(u".whimbrel/recipes"_s); }
    QDir folder() const { return QDir(m_folder.path()); }
    void add(const QString &name, const QString &text)
    {
        QFile file(folder().filePath(u".whimbrel/recipes/"_s + name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(text.toUtf8());
    }

private:
    QTemporaryDir m_folder;
};

/// Another language: every text of the recipes in brackets.
class Brackets : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *context, const char *text, const char *, int) const override
    {
        return QLatin1StringView(context) == "Whimbrel::Recipe"_L1 ? u'[' + QString::fromUtf8(text) + u']' : QString();
    }
};

} // namespace

void TstRecipeBook::ownRecipesAreRead()
{
    const RecipeBook &book = RecipeBook::builtin();
    for (const ProjectProblem &problem : book.problems())
        qWarning("%s", qPrintable(problem.error.toString()));
    QVERIFY(book.problems().isEmpty());
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MySql, Dialect::MariaDb, Dialect::SQLite}) {
        const QList<const Recipe *> recipes = book.recipes(dialect);
        QVERIFY(recipes.size() >= 15);
        QSet<QString> ids;
        for (const Recipe *recipe : recipes) {
            QVERIFY(!recipe->title.isEmpty() && !recipe->summary.isEmpty());
            QVERIFY2(!ids.contains(recipe->id), qPrintable(recipe->id));
            ids << recipe->id;
        }
    }
}

void TstRecipeBook::ownTextsAreTranslated()
{
    Project project;
    project.add(u"audit.toml"_s, QString(good).replace(u"Audit"_s, u"Drop an index"_s).replace(u"the table"_s, u"the index"_s));
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    const Recipe *own = book.find(u"drop-index"_s, Dialect::SQLite);
    const Recipe *projects = book.find(u"audit"_s, Dialect::SQLite);
    QVERIFY(own && projects);

    Brackets language;
    QCoreApplication::installTranslator(&language);
    QCOMPARE(own->shownTitle(), u"[Drop an index]"_s);
    QCOMPARE(own->shownSummary(), u"[A change of the schema alone.]"_s);
    QCOMPARE(own->parameter(u"index"_s)->shownHelp(), u"[the index]"_s);
    QCOMPARE(projects->shownTitle(), u"Drop an index"_s);
    QCOMPARE(projects->parameter(u"table"_s)->shownHelp(), u"the index"_s);
    const QString missing = valueProblem(*own->parameter(u"index"_s), {}, Dialect::SQLite);
    QVERIFY2(missing.contains(u"[the index]"_s), qPrintable(missing));
    QCoreApplication::removeTranslator(&language);
}

/// Where it fails: cmake -P cmake/RecipeTexts.cmake, which update_translations runs as well.
void TstRecipeBook::everyOwnTextIsFoundByTranslators()
{
    QSet<QString> shown;
    for (const Recipe &recipe : RecipeBook::builtin().all()) {
        shown << recipe.title << recipe.summary;
        for (const RecipeParameter &parameter : recipe.parameters)
            shown << parameter.help;
    }
    QSet<QString> listed;
    for (const char *text : recipeTexts())
        listed << QString::fromUtf8(text);
    QCOMPARE((shown - listed).values(), QStringList());
    QCOMPARE((listed - shown).values(), QStringList());
}

void TstRecipeBook::versionsChooseTheForm()
{
    const RecipeBook &book = RecipeBook::builtin();
    QCOMPARE(book.find(u"set-not-null"_s, Dialect::PostgreSql, {18, 0, 0})->since, (ServerVersion{18, 0, 0}));
    QCOMPARE(book.find(u"set-not-null"_s, Dialect::PostgreSql, {17, 4, 0})->since, (ServerVersion{12, 0, 0}));
    QCOMPARE(book.find(u"set-not-null"_s, Dialect::PostgreSql)->since, (ServerVersion{12, 0, 0})); // runs on both
    QVERIFY(!book.find(u"detach-partition"_s, Dialect::PostgreSql, {13, 0, 0}));
    QVERIFY(!book.find(u"rebuild-table"_s, Dialect::PostgreSql));
    QVERIFY(book.find(u"check-rows"_s, Dialect::MySql)->migrations.constFirst().up.contains("PROCEDURE"_L1));
    QVERIFY(!book.find(u"check-rows"_s, Dialect::MariaDb)->migrations.constFirst().up.contains("PROCEDURE"_L1));
}

void TstRecipeBook::projectsBringTheirOwn()
{
    Project project;
    project.add(u"audit.toml"_s, good);
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    QVERIFY(book.problems().isEmpty());
    const Recipe *recipe = book.find(u"audit"_s, Dialect::SQLite);
    QVERIFY(recipe);
    QCOMPARE(recipe->origin, Recipe::Origin::Project);
    QCOMPARE(recipe->file, u".whimbrel/recipes/audit.toml"_s);
    QCOMPARE(fillIn(*recipe, {{u"table"_s, u"order"_s}}, Dialect::SQLite)->constFirst().up,
             u"SELECT 1 FROM \"order\""_s);
    QVERIFY(!RecipeBook::builtin().find(u"audit"_s, Dialect::SQLite));
}

void TstRecipeBook::refusals_data()
{
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("message");
    QTest::addColumn<int>("line");

    QTest::newRow("a key nobody knows") << u"summary = \"s\""_s << u"sumary = \"s\""_s << u"“sumary” is not known"_s
                                        << 3;
    QTest::newRow("a partial") << u"FROM {{table}}"_s << u"{{> /etc/passwd}}"_s << u"is not something a recipe"_s << 12;
    QTest::newRow("an unescaped variable")
        << u"FROM {{table}}"_s << u"{{{table}}}"_s << u"is not something a recipe"_s << 12;
    QTest::newRow("another unescaped variable")
        << u"FROM {{table}}"_s << u"{{&table}}"_s << u"is not something a recipe"_s << 12;
    QTest::newRow("other delimiters") << u"FROM {{table}}"_s << u"{{=<% %>=}}"_s << u"is not something a recipe"_s
                                      << 12;
    QTest::newRow("a name that is no parameter")
        << u"FROM {{table}}"_s << u"{{tabel}}"_s << u"no such parameter"_s << 12;
    QTest::newRow("an open section") << u"FROM {{table}}"_s << u"{{#table}}"_s << u"never closed"_s << 12;
    QTest::newRow("crossed sections") << u"FROM {{table}}"_s << u"{{#table}}{{#name}}{{/table}}{{/name}}"_s
                                      << u"closes what is not open"_s << 12;
    QTest::newRow("an open tag") << u"FROM {{table}}"_s << u"{{table"_s << u"never closed"_s << 12;
    QTest::newRow("sections without end")
        << u"FROM {{table}}"_s << QString(u"{{#table}}"_s).repeated(2000) << u"too deep"_s << 12;
    QTest::newRow("no phase") << u"phase = \"expand\"\n"_s << QString() << u"needs a phase"_s << 8;
    QTest::newRow("no way down") << u"down = \"SELECT 2\"\n"_s << QString()
                                 << u"needs a name, a why, an up and a down"_s << 8;
    QTest::newRow("no dialect") << u"\"sqlite\", \"postgresql\""_s << u"\"oracle\""_s << u"the databases it is for"_s
                                << 4;
    QTest::newRow("no kind") << u"relation"_s << u"file"_s << u"“file” is no kind"_s << 6;
    QTest::newRow("a title that steers the terminal") << u"title = \""_s << u"title = \"\\u001b[31m"_s << u"characters that nobody sees"_s << 2;
    QTest::newRow("a title of two lines") << u"title = \""_s << u"title = \"\\n"_s << u"to be one line"_s << 2;
    QTest::newRow("SQL that is read in another order than it runs")
        << u"FROM {{table}}"_s << u"/* \\u202e */ FROM {{table}}"_s << u"characters that nobody sees"_s << 12;
    QTest::newRow("no TOML") << u"title = "_s << u"title "_s << u"not valid TOML"_s << 2;
}

void TstRecipeBook::refusals()
{
    QFETCH(QString, from);
    QFETCH(QString, to);
    QFETCH(QString, message);
    QFETCH(int, line);
    const Result<Recipe> recipe =
        readRecipe(QString(good).replace(from, to).toUtf8(), u"x.toml"_s, Recipe::Origin::Project);
    QVERIFY(!recipe);
    QVERIFY2(recipe.error().message.contains(message), qPrintable(recipe.error().toString()));
    QCOMPARE(recipe.error().position.line, line);
}

void TstRecipeBook::projectsCannotReplaceOurs()
{
    Project project;
    project.add(u"a.toml"_s, QString(good).replace(u"\"audit\""_s, u"\"create-index\""_s));
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    QCOMPARE(book.problems().size(), 1);
    QVERIFY(book.problems().constFirst().error.message.contains(u"one of Whimbrel’s own"_s));
    QCOMPARE(book.find(u"create-index"_s, Dialect::PostgreSql)->origin, Recipe::Origin::Builtin);
}

void TstRecipeBook::projectsCannotReadOtherFiles()
{
    QTemporaryDir elsewhere;
    QFile outside(elsewhere.filePath(u"audit.toml"_s));
    QVERIFY(outside.open(QIODevice::WriteOnly));
    outside.write(good.toUtf8());
    outside.close();
    Project project;
    QVERIFY(QFile::link(outside.fileName(), project.folder().filePath(u".whimbrel/recipes/audit.toml"_s)));
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    QVERIFY(!book.find(u"audit"_s, Dialect::SQLite));
    QVERIFY(book.problems().constFirst().error.message.contains(u"symbolic link"_s));
}

void TstRecipeBook::projectsCannotFloodUs()
{
    Project project;
    project.add(u"big.toml"_s, good + u'#' + QString(70 * 1024, u'x'));
    for (int i = 0; i < 120; ++i)
        project.add(u"r%1.toml"_s.arg(i, 3, 10, QChar(u'0')),
                    QString(good).replace(u"\"audit\""_s, u"\"audit-%1\""_s.arg(i)));
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    QCOMPARE(book.problems().size(), 2);
    QCOMPARE(book.all().size(), RecipeBook::builtin().all().size() + 99);
}

WHIMBREL_TEST(TstRecipeBook)
#include "tst_recipebook.moc"
