// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// `recipes` and `new --recipe`.
class TstRecipeCommands : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsThem();
    void explainsOne();
    void namesTheProjectsOwn();
    void writesSeveralFiles();
    void whatIsWrittenRuns();
    void missingValues_data();
    void missingValues();

private:
    Test::ProgramResult run(const QStringList &arguments) const
    {
        return Test::runProgram(arguments, m_project->folder());
    }
    QStringList files() const
    {
        return QDir(m_project->folder() + u"/db/migrations"_s).entryList(QDir::Files, QDir::Name);
    }

    std::unique_ptr<Test::ScriptedProject> m_project;
};

void TstRecipeCommands::init()
{
    TestCase::init();
    m_project = std::make_unique<Test::ScriptedProject>();
    m_project->writeConfiguration(u"format = \"dbmate\"\n[environment.dev]\nurl = \"sqlite:test.db\"\n"_s);
    m_project->add(u"20240101000000"_s, u"begin"_s, u"CREATE TABLE orders (id integer PRIMARY KEY, name text);"_s,
                   u"DROP TABLE orders;"_s);
}

void TstRecipeCommands::listsThem()
{
    const Test::ProgramResult text = run({u"recipes"_s, u"-e"_s, u"dev"_s});
    QCOMPARE(text.code, 0);
    QVERIFY(text.out.contains(u"rebuild-table"_s));
    QVERIFY(!text.out.contains(u"attach-partition"_s)); // not SQLite's

    const Test::ProgramResult json =
        run({u"recipes"_s, u"--json"_s, u"--dialect"_s, u"postgresql"_s, u"--server-version"_s, u"18"_s});
    QCOMPARE(json.documents().size(), 1);
    bool seen = false;
    for (const QJsonValue &recipe : json.document().value("recipes"_L1).toArray()) {
        if (recipe["id"_L1] != "set-not-null"_L1)
            continue;
        seen = true;
        QCOMPARE(recipe["since"_L1].toString(), u"18.0"_s);
        QCOMPARE(recipe["origin"_L1].toString(), u"builtin"_s);
        QCOMPARE(recipe["parameters"_L1][0]["name"_L1].toString(), u"table"_s);
        QCOMPARE(recipe["parameters"_L1][0]["required"_L1].toBool(), true);
    }
    QVERIFY(seen);
}

void TstRecipeCommands::explainsOne()
{
    const Test::ProgramResult text = run({u"recipes"_s, u"rename-column"_s, u"-e"_s, u"dev"_s});
    QCOMPARE(text.code, 0);
    QVERIFY2(text.out.contains(u"new_column  the name it is to have"_s), qPrintable(text.out));
    QCOMPARE(run({u"recipes"_s, u"rename-everything"_s}).code, 2);
}

void TstRecipeCommands::namesTheProjectsOwn()
{
    QDir(m_project->folder()).mkpath(u".whimbrel/recipes"_s);
    QFile file(m_project->folder() + u"/.whimbrel/recipes/a.toml"_s);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(
        "id = \"audit\"\ntitle = \"Audit a table\"\ndialects = [\"sqlite\"]\n[migration.a]\nname = \"a\"\nwhy = \"w\"\n"
        "phase = \"expand\"\nup = \"SELECT 1\"\ndown = \"SELECT 2\"\n");
    file.close();
    QVERIFY(run({u"recipes"_s}).out.contains(u"Audit a table (the project’s own)"_s));
}

void TstRecipeCommands::writesSeveralFiles()
{
    const Test::ProgramResult result =
        run({u"new"_s, u"name becomes full_name"_s, u"-e"_s, u"dev"_s, u"--recipe"_s, u"rename-column"_s, u"--set"_s,
             u"table=orders"_s, u"--set"_s, u"column=name"_s, u"--set"_s, u"new_column=full_name"_s, u"--set"_s,
             u"type=text"_s, u"--json"_s});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    const QJsonArray made = result.document().value("migrations"_L1).toArray();
    QCOMPARE(made.size(), 3);
    QCOMPARE(made[2]["phase"_L1].toString(), u"contract"_s);
    QVERIFY(made[0]["version"_L1].toString() < made[1]["version"_L1].toString());
    QVERIFY(made[1]["version"_L1].toString() < made[2]["version"_L1].toString());
    QFile first(m_project->folder() + u'/' + made[0]["file"_L1].toString());
    QVERIFY(first.open(QIODevice::ReadOnly));
    const QByteArray text = first.readAll();
    QVERIFY2(text.startsWith("-- name becomes full_name\n-- Adds the new name"), text.constData());
    QVERIFY(
        text.contains("\n-- whimbrel: phase expand\n-- migrate:up\nALTER TABLE orders ADD COLUMN full_name text;\n"));
}

void TstRecipeCommands::whatIsWrittenRuns()
{
    writesSeveralFiles();
    const Test::ProgramResult up = run({u"up"_s, u"-e"_s, u"dev"_s, u"--yes"_s});
    QVERIFY2(up.code == 0, qPrintable(up.err));
    const Test::ProgramResult down = run({u"down"_s, u"-e"_s, u"dev"_s, u"--steps"_s, u"3"_s});
    QVERIFY2(down.code == 0, qPrintable(down.err));
}

void TstRecipeCommands::missingValues_data()
{
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<QString>("message");

    const QStringList recipe{u"--recipe"_s, u"add-column"_s, u"-e"_s, u"dev"_s};
    QTest::newRow("none") << recipe << u"needs “table”: the table that gets the column"_s;
    QTest::newRow("one") << recipe + QStringList{u"--set"_s, u"table=t"_s}
                         << u"needs “column”: the new column’s name"_s;
    QTest::newRow("unknown") << recipe + QStringList{u"--set"_s, u"tabel=t"_s} << u"knows no “tabel”"_s;
    QTest::newRow("dangerous") << recipe + QStringList{u"--set"_s,    u"table=t"_s, u"--set"_s,
                                                       u"column=c"_s, u"--set"_s,   u"type=int; DROP TABLE orders"_s}
                               << u"“type” cannot be used"_s;
    QTest::newRow("twice") << recipe + QStringList{u"--set"_s, u"table=t"_s, u"--set"_s, u"table=u"_s}
                           << u"“table” is set twice"_s;
    QTest::newRow("not a setting") << recipe + QStringList{u"--set"_s, u"table"_s} << u"“table” sets nothing"_s;
    QTest::newRow("no such recipe") << QStringList{u"--recipe"_s, u"attach-partition"_s, u"-e"_s, u"dev"_s}
                                    << u"no recipe “attach-partition” for SQLite"_s;
    QTest::newRow("no recipe") << QStringList{u"--set"_s, u"table=t"_s} << u"--set is for a recipe"_s;
    QTest::newRow("no such dialect") << QStringList{u"--recipe"_s, u"add-column"_s, u"--dialect"_s, u"oracle"_s}
                                     << u"no dialect “oracle”"_s;
}

void TstRecipeCommands::missingValues()
{
    QFETCH(QStringList, flags);
    QFETCH(QString, message);
    const Test::ProgramResult result = run(QStringList{u"new"_s, u"x"_s} + flags);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(message), qPrintable(result.err));
    QCOMPARE(files().size(), 1); // nothing was written
}

WHIMBREL_TEST(TstRecipeCommands)
#include "tst_recipecommands.moc"
