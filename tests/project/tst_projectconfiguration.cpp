// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace std::chrono_literals;

class TstProjectConfiguration : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsEveryKey();
    void readsHowBackfillsRun();
    void hasDefaultsWithoutAFile();
    void saysWhatIsWrongAndWhere_data();
    void saysWhatIsWrongAndWhere();
    void warnsAboutAPasswordWithoutShowingIt();
    void readsDurations_data();
    void readsDurations();
    void readsDotEnvAsDbmateDoes_data();
    void readsDotEnvAsDbmateDoes();

private:
    static void write(const QDir &folder, const QByteArray &text);
};

void TstProjectConfiguration::write(const QDir &folder, const QByteArray &text)
{
    QFile file(folder.filePath(u"whimbrel.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(text);
}

void TstProjectConfiguration::readsEveryKey()
{
    const QTemporaryDir folder;
    write(QDir(folder.path()), R"(name = "shop"
format = "dbmate"
migrations = ["db/migrations", "db/seeds"]
history-table = "app.schema_migrations"
journal = "off"
default-environment = "production"

[guards]
stall-budget = "200ms"
give-up-after = "2min"

[environment.production]
url = "postgresql://deploy@db/shop"
color = "#ff0000"
protected = true
read-only = true
role = "shop_owner"
search-path = "shop, public"
stall-budget = "50ms"
statement-timeout = "1h"
lock-timeout = "3s"
backup-file = "/backup/shop.dump"
health-url = "https://shop/health"

[lint]
disable = ["suppression-stale"]
enable = ["privileges-follow"]
severity = { unknown-whimbrel-word = "error" }
fail-on = "warning"

[environment.dev]
url = "sqlite:shop.db"
)");
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
    QCOMPARE(read->name, u"shop"_s);
    QCOMPARE(read->format, u"dbmate"_s);
    QCOMPARE(read->migrations, (QStringList{u"db/migrations"_s, u"db/seeds"_s}));
    QCOMPARE(read->historyTable, u"app.schema_migrations"_s);
    QVERIFY(!read->journal);
    QCOMPARE(read->defaultEnvironment, u"production"_s);
    QCOMPARE(read->environments.size(), 2);
    const Environment expected{.name = u"production"_s,
                               .url = u"postgresql://deploy@db/shop"_s,
                               .color = u"#ff0000"_s,
                               .isProtected = true,
                               .readOnly = true,
                               .role = u"shop_owner"_s,
                               .searchPath = u"shop, public"_s,
                               .backupFile = u"/backup/shop.dump"_s,
                               .healthUrl = u"https://shop/health"_s,
                               .guards = {.stallBudget = 50ms, .giveUpAfter = 2min, .statementTimeout = 1h, .lockTimeout = 3s},
                               .personal = false};
    QCOMPARE(read->environments.at(0), expected); // first in the file, though "dev" sorts before it
    QCOMPARE(read->lint, (LintConfiguration{.disabled = {u"suppression-stale"_s},
                                            .enabled = {u"privileges-follow"_s},
                                            .severities = {{u"unknown-whimbrel-word"_s, Severity::Error}},
                                            .failOn = Severity::Warning}));
    const Environment dev{.name = u"dev"_s, .url = u"sqlite:shop.db"_s, .guards = {.stallBudget = 200ms, .giveUpAfter = 2min}};
    QCOMPARE(read->environments.at(1), dev);
    QVERIFY(read->warnings.isEmpty());
}

void TstProjectConfiguration::readsHowBackfillsRun()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"whimbrel.toml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("[backfill]\nbatch-time = \"40ms\"\npause = \"100%\"\nmax-replica-lag = \"2s\"\nthrottle-query = \"SELECT 0\"\n"
               "throttle-url = \"https://shop/health\"\npause-file = \"hold\"\n");
    file.close();
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QCOMPARE(read->backfill,
             (BackfillSettings{.batchTime = 40ms, .pause = {.share = 1}, .maxReplicaLag = 2s, .throttleQuery = u"SELECT 0"_s,
                               .throttleUrl = u"https://shop/health"_s, .pauseFile = u"hold"_s}));
}

void TstProjectConfiguration::hasDefaultsWithoutAFile()
{
    const QTemporaryDir folder;
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY(read);
    QVERIFY(read->journal);
    QCOMPARE(read->guards, RunGuards());
    QVERIFY(read->environments.isEmpty());
}

void TstProjectConfiguration::saysWhatIsWrongAndWhere_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("expected"); // after the file's name
    const auto row = [](const char *name, const QByteArray &text, const QString &expected) { QTest::newRow(name) << text << expected; };

    row("unknown key", "name = \"shop\"\n\ncolour = \"red\"\n",
        u":3:1: The key “colour” is not known here.\nKnown are: backfill, default-environment, environment, format, guards, history-table, journal, lint, migrations, name."_s);
    row("unknown key of an environment", "[environment.dev]\nurl = \"sqlite:a.db\"\ncolour = \"red\"\n",
        u":3:1: The key “colour” is not known here.\nKnown are: backup-file, color, give-up-after, health-url, lock-timeout, protected, read-only, role, "
        "search-path, stall-budget, statement-timeout, url."_s);
    row("no pause between batches", "[backfill]\npause = \"long\"\n",
        u":2:9: “long” is no pause between batches.\nWrite a share of the time that the batch took, such as \"25%\", or a duration such as \"50ms\"."_s);
    row("no time for a batch", "[backfill]\nbatch-time = \"0\"\n",
        u":2:14: A batch needs a time to hold its locks.\nWrite a duration such as \"75ms\"."_s);
    row("a throttle that is no page", "[backfill]\nthrottle-url = \"shop/health\"\n",
        u":2:16: This is no address of a web page.\nWrite one that begins with http:// or https://."_s);
    row("unknown section", "[guard]\n",
        u":1:2: The key “guard” is not known here.\nKnown are: backfill, default-environment, environment, format, guards, history-table, journal, lint, migrations, name."_s);
    row("a number for a text", "name = 3\n", u":1:8: The value of “name” has the wrong type.\nWrite a text in double quotes."_s);
    row("a text for a truth", "[environment.dev]\nurl = \"sqlite:a.db\"\nprotected = \"yes\"\n",
        u":3:13: The value of “protected” has the wrong type.\nWrite true or false, without quotes."_s);
    row("a text for a list", "migrations = \"db\"\n", u":1:14: The value of “migrations” has the wrong type.\nWrite a list of texts, such as [\"db/migrations\"]."_s);
    row("a number in a list", "migrations = [\"db\", 2]\n",
        u":1:14: The value of “migrations” has the wrong type.\nWrite a list of texts, such as [\"db/migrations\"]."_s);
    row("a value for a section", "guards = true\n", u":1:10: The value of “guards” has the wrong type.\nWrite a section that begins with [guards]."_s);
    row("bad duration", "\n[guards]\nstall-budget = \"100 parsecs\"\n",
        u":3:16: “100 parsecs” is not a duration.\nWrite a number with ms, s, min or h, such as \"100ms\" or \"5min\", or \"0\"."_s);
    row("stall budget that cannot be kept", "[guards]\nstall-budget = \"0\"\n",
        u":2:16: The stall budget is less than 10 ms, in which no lock can be had.\nWrite how long others may wait because of a run, such as "
        "\"100ms\"; a long time where it does not matter."_s);
    row("duration without quotes", "[guards]\nstall-budget = 100\n", u":2:16: The value of “stall-budget” has the wrong type.\nWrite a text in double quotes."_s);
    row("bad journal", "journal = \"maybe\"\n", u":1:11: “maybe” is not a choice for the journal.\nWrite \"on\" or \"off\"."_s);
    row("bad colour", "[environment.dev]\nurl = \"sqlite:a.db\"\ncolor = \"#12\"\n",
        u":3:9: “#12” is not a colour.\nWrite a name such as \"red\", or \"#rrggbb\"."_s);
    row("environment without a url", "name = \"shop\"\n[environment.dev]\nprotected = true\n",
        u":2:1: The environment “dev” names no database.\nAdd a line such as url = \"postgresql://user@host/database\"."_s);
    row("default without its environment", "name = \"shop\"\ndefault-environment = \"prod\"\n",
        u":2:23: There is no environment “prod”.\nAdd a section [environment.prod], or name one that is there."_s);
    row("unknown rule", "[lint]\ndisable = [\n  \"suppression-stale\",\n  \"no-such-rule\",\n]\n",
        u":4:3: There is no rule “no-such-rule”.\n“whimbrel rules” lists them all."_s);
    row("unknown rule switched on", "[lint]\nenable = [\"x\"]\n", u":2:11: There is no rule “x”.\n“whimbrel rules” lists them all."_s);
    row("unknown rule's severity", "[lint]\nseverity = { suppression-stale = \"error\", x = \"info\" }\n",
        u":2:47: There is no rule “x”.\n“whimbrel rules” lists them all."_s);
    row("no severity", "[lint.severity]\nsuppression-stale = \"loud\"\n", u":2:21: “loud” is no severity.\nWrite \"info\", \"warning\" or \"error\"."_s);
    row("bad fail-on", "[lint]\nfail-on = \"never\"\n", u":2:11: “never” is no severity.\nWrite \"info\", \"warning\" or \"error\"."_s);
    row("unknown key of lint", "[lint]\nignore = []\n", u":2:1: The key “ignore” is not known here.\nKnown are: disable, enable, fail-on, severity."_s);
    row("key twice", "name = \"a\"\nname = \"b\"\n",
        u":2:8: This is not valid TOML: Error while parsing key-value pair: cannot redefine existing string 'name'.\nTexts stand in double quotes, a "
        "section begins with [name], and no key may be there twice."_s);
    row("no quotes", "name = shop\n",
        u":1:8: This is not valid TOML: Error while parsing value: could not determine value type.\nTexts stand in double quotes, a section begins with "
        "[name], and no key may be there twice."_s);
}

void TstProjectConfiguration::saysWhatIsWrongAndWhere()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, expected);
    const QTemporaryDir folder;
    write(QDir(folder.path()), text);
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Project);
    QCOMPARE(read.error().toString(), folder.filePath(u"whimbrel.toml"_s) + expected);
}

void TstProjectConfiguration::warnsAboutAPasswordWithoutShowingIt()
{
    const QTemporaryDir folder;
    write(QDir(folder.path()), "[environment.a]\nurl = \"postgresql://deploy:hush@db/shop\"\n[environment.b]\nurl = \"postgresql://db/shop?password=hush\"\n");
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY(read);
    QCOMPARE(read->warnings.size(), 2);
    QCOMPARE(read->warnings.at(0).severity, ProjectProblem::Severity::Warning);
    QCOMPARE(read->warnings.at(0).error.toString(),
             folder.filePath(u"whimbrel.toml"_s)
                 + u":2:7: The address of the environment “a” holds a password.\nThis file is meant to be shared: take the password out of it, and keep it in the "
                   "keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file."_s);
    QCOMPARE(read->warnings.at(1).error.position.line, 4);
}

void TstProjectConfiguration::readsDurations_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: refused
    QTest::newRow("ms") << u"100ms"_s << qint64(100);
    QTest::newRow("s") << u"2s"_s << qint64(2000);
    QTest::newRow("min") << u" 5 min "_s << qint64(300'000);
    QTest::newRow("h") << u"1h"_s << qint64(3'600'000);
    QTest::newRow("zero") << u"0"_s << qint64(0);
    QTest::newRow("no unit") << u"5"_s << qint64(-1);
    QTest::newRow("negative") << u"-5s"_s << qint64(-1);
    QTest::newRow("days") << u"5d"_s << qint64(-1);
    QTest::newRow("empty") << QString() << qint64(-1);
    QTest::newRow("too long") << u"99999999999999h"_s << qint64(-1);
}

void TstProjectConfiguration::readsDurations()
{
    QFETCH(QString, text);
    QFETCH(qint64, milliseconds);
    const Result<std::chrono::milliseconds> duration = parseDuration(text);
    QCOMPARE(duration ? qint64(duration->count()) : qint64(-1), milliseconds);
}

void TstProjectConfiguration::readsDotEnvAsDbmateDoes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("value"); // of A
    QTest::newRow("bare") << u"A=b c \n"_s << u"b c"_s;
    QTest::newRow("comment after a value") << u"A=b # c\n"_s << u"b"_s;
    QTest::newRow("hash inside a value") << u"A=b#c\n"_s << u"b#c"_s;
    QTest::newRow("comment lines") << u"# x\n\n  # y\nA=b"_s << u"b"_s;
    QTest::newRow("export") << u"export A=b\n"_s << u"b"_s;
    QTest::newRow("colon") << u"A: b\n"_s << u"b"_s;
    QTest::newRow("spaces") << u"A = b\n"_s << u"b"_s;
    QTest::newRow("CRLF") << u"A=b\r\nC=d\r\n"_s << u"b"_s;
    QTest::newRow("single quotes are literal") << u"B=x\nA='a $B \\n'\n"_s << u"a $B \\n"_s;
    QTest::newRow("double quotes") << u"B=x\nA=\"a $B\\n\\\"q\\\"\"\n"_s << u"a x\n\"q\""_s;
    QTest::newRow("several lines") << u"A=\"a\nb\"\n"_s << u"a\nb"_s;
    QTest::newRow("variable in braces") << u"B=x\nA=${B}y\n"_s << u"xy"_s;
    QTest::newRow("lower case is no variable") << u"b=x\nA=${b}\n"_s << u"${b}"_s;
    QTest::newRow("escaped dollar") << u"B=x\nA=\"\\$B\"\n"_s << u"$B"_s;
    QTest::newRow("variable of the shell") << u"A=$HOME/x\n"_s << u"/home/anna/x"_s;
    QTest::newRow("own lines win over the shell") << u"HOME=z\nA=$HOME\n"_s << u"z"_s;
    QTest::newRow("unknown variable") << u"A=$NOWHERE/x\n"_s << u"/x"_s;
    QTest::newRow("empty") << u"A=\nB=c\n"_s << QString();
}

void TstProjectConfiguration::readsDotEnvAsDbmateDoes()
{
    QFETCH(QString, text);
    QTEST(parseDotEnv(text, {{u"HOME"_s, u"/home/anna"_s}}).value(u"A"_s), "value");
}

WHIMBREL_TEST(TstProjectConfiguration)
#include "tst_projectconfiguration.moc"
