// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QDir>
#include <QElapsedTimer>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;
using Test::ScriptedProject;

/// Everything that may be wrong with a project or its database, given to the real program: it says what is wrong and
/// where, ends with the documented code, and changes nothing. Disks and permissions: TstFileSystem.
class TstBadInput : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void noProject();
    void anotherToolsProject();
    void mixedFormats();
    void badFiles_data();
    void badFiles();
    void oddFilesRun_data();
    void oddFilesRun();
    void noFileForWhatCannotRun_data();
    void noFileForWhatCannotRun();
    void linkOutOfTheProject();
    void largeFile();
    void anotherToolsHistory_data();
    void anotherToolsHistory();
    void historyWithoutFiles();
    void downNeverSkipsAMissingFile_data();
    void downNeverSkipsAMissingFile();
    void loginRefused();
    void configuration_data();
    void configuration();
    void brokenReleaseLog();
};

namespace {

void write(const QString &path, const QByteArray &content)
{
    QVERIFY(QDir().mkpath(QFileInfo(path).path()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

const QByteArray good =
    "-- migrate:up\nCREATE TABLE t (a text);\nINSERT INTO t VALUES ('ü');\n\n-- migrate:down\nDROP TABLE t;\n";

} // namespace

void TstBadInput::noProject()
{
    const QTemporaryDir folder;
    for (const QString &command : {u"status"_s, u"plan"_s, u"up"_s}) {
        const ProgramResult result = Test::runProgram({command}, folder.path());
        QCOMPARE(result.code, 2);
        QVERIFY2(result.err.contains(u"There is no migration project in "_s + folder.path()) &&
                     result.err.contains(u"whimbrel.toml"_s),
                 qPrintable(result.err));
    }
    const ProgramResult missing = Test::runProgram({u"status"_s, u"-p"_s, u"/nowhere"_s});
    QCOMPARE(missing.code, 2);
    QVERIFY2(missing.err.contains(u"/nowhere"_s), qPrintable(missing.err));
}

void TstBadInput::anotherToolsProject()
{
    const QTemporaryDir folder;
    write(folder.filePath(u"src/main/resources/db/migration/V1__a.sql"_s), "CREATE TABLE a (id int);\n");
    const ProgramResult result = Test::runProgram({u"status"_s}, folder.path());
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(u"looks like a Flyway project"_s) && result.err.contains(u"dbmate"_s),
             qPrintable(result.err));
}

void TstBadInput::mixedFormats()
{
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    project.addRaw(u"2_b.sql"_s, u"-- +goose Up\nSELECT 1;\n"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(u"several formats"_s) && result.err.contains(u"goose"_s) &&
                 result.err.contains(u"2_b.sql"_s),
             qPrintable(result.err));
    QVERIFY(!QFile::exists(project.settings().database));
}

void TstBadInput::badFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("error");
    QTest::newRow("duplicate version") << u"1_again.sql"_s << good << u"1_again.sql"_s;
    QTest::newRow("no up marker") << u"2_b.sql"_s << QByteArray("CREATE TABLE b (id int);\n")
                                  << u"db/migrations/2_b.sql:1: The file has no “-- migrate:up” line."_s;
    QTest::newRow("no down marker") << u"2_b.sql"_s << QByteArray("-- migrate:up\nSELECT 1;\n")
                                    << u"db/migrations/2_b.sql:1: No “-- migrate:down” follows"_s;
    QTest::newRow("invalid UTF-8") << u"2_b.sql"_s
                                   << QByteArray("-- migrate:up\nSELECT 'gr\xfc\xdf';\n-- migrate:down\n")
                                   << u"db/migrations/2_b.sql:2"_s;
    QTest::newRow("UTF-16") << u"2_b.sql"_s << QByteArray("\xff\xfe-\0-\0 \0m\0", 10) << u"db/migrations/2_b.sql"_s;
    QTest::newRow("NUL byte") << u"2_b.sql"_s << QByteArray("-- migrate:up\nSELECT '\0';\n-- migrate:down\n", 42)
                              << u"db/migrations/2_b.sql:2"_s;
    QTest::newRow("empty") << u"2_b.sql"_s << QByteArray() << u"db/migrations/2_b.sql: The file is empty."_s;
}

void TstBadInput::badFiles()
{
    QFETCH(const QString, name);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, error);
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    write(project.folder() + u"/db/migrations/"_s + name, content);
    project.execute({u"CREATE TABLE there (id integer)"_s});
    const ProgramResult up = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(up.code == 2, qPrintable(up.out + up.err));
    QVERIFY2(up.err.contains(error), qPrintable(up.err));
    const ProgramResult plan = Test::runProgram(on(project, {u"plan"_s}));
    QVERIFY2(plan.code == 2, qPrintable(plan.out + plan.err));
    QCOMPARE((plan.out + plan.err).count(error), up.err.count(error)); // as up tells it, and not twice
    const ProgramResult status = Test::runProgram(on(project, {u"status"_s})); // shows the rest
    QCOMPARE(status.code, 0);
    QVERIFY2(status.out.contains(u"Error: "_s) && status.out.contains(error), qPrintable(status.out));
    const bool ofTheFile = !name.startsWith(u'1'); // two files of one version: the project's problem, not a migration's
    QVERIFY2(status.out.contains(ofTheFile ? u"problems: 1"_s : u"problems: 0"_s), qPrintable(status.out));
    const QJsonObject json = Test::runProgram(on(project, {u"status"_s, u"--json"_s, u"--exit-code"_s})).document();
    QCOMPARE(json.value(u"problems"_s).toInt(), ofTheFile ? 1 : 0);
    QCOMPARE(json.value(u"projectProblems"_s).toArray().size(), 1);
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master WHERE name = 't'"_s).number(0, u"n"), 0);
}

void TstBadInput::oddFilesRun_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good;
    QTest::newRow("CRLF") << QByteArray(good).replace("\n", "\r\n");
    QTest::newRow("byte order mark and CRLF") << "\xef\xbb\xbf" + QByteArray(good).replace("\n", "\r\n");
    QTest::newRow("no line end at the end") << good.chopped(1);
}

void TstBadInput::oddFilesRun()
{
    QFETCH(const QByteArray, content);
    ScriptedProject project;
    write(project.folder() + u"/db/migrations/1_a.sql"_s, content);
    const ProgramResult up = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(up.code == 0, qPrintable(up.err));
    QCOMPARE(project.query(u"SELECT a FROM t"_s).text(0, u"a"), u"ü"_s);
    QCOMPARE(Test::runProgram(on(project, {u"down"_s})).code, 0);
    QCOMPARE(project.applied(), QStringList());
}

void TstBadInput::noFileForWhatCannotRun_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("no up marker") << QByteArray("CREATE TABLE b (id int);\n") << QStringList{u"up"_s} << 2;
    QTest::newRow("NUL byte") << QByteArray("-- migrate:up\nSELECT '\0';\n-- migrate:down\n", 42) << QStringList{u"up"_s} << 2;
    QTest::newRow("text that does not end") << QByteArray("-- migrate:up\nSELECT 'x;\n-- migrate:down\n") << QStringList{u"up"_s} << 5;
    QTest::newRow("nothing to roll back") << good << QStringList{u"down"_s} << 0;
}

/// SQLite's file is made by the first run, not by the attempt of one.
void TstBadInput::noFileForWhatCannotRun()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QStringList, command);
    QFETCH(const int, code);
    ScriptedProject project;
    write(project.folder() + u"/db/migrations/2_b.sql"_s, content);
    const ProgramResult result = Test::runProgram(on(project, command));
    QVERIFY2(result.code == code, qPrintable(result.out + result.err));
    QVERIFY(!QFile::exists(project.settings().database));
}

void TstBadInput::linkOutOfTheProject()
{
    const QTemporaryDir outside;
    write(outside.filePath(u"secret.sql"_s), good);
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    QVERIFY(QFile::link(outside.filePath(u"secret.sql"_s), project.folder() + u"/db/migrations/2_out.sql"_s));
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 2, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(u"2_out.sql"_s) && result.err.contains(u"link"_s), qPrintable(result.err));
}

/// 50 MB in some 300,000 statements.
void TstBadInput::largeFile()
{
    ScriptedProject project;
    const QByteArray line = "INSERT INTO t VALUES ('" + QByteArray(140, 'x') + "');\n";
    constexpr int lines = 50'000'000 / 166;
    write(project.folder() + u"/db/migrations/1_large.sql"_s,
          "-- migrate:up\nCREATE TABLE t (a text);\n" + line.repeated(lines) +
              "INSERT INTO nowhere VALUES (1);\n-- migrate:down\nDROP TABLE t;\n");
    QElapsedTimer timer;
    timer.start();
    const ProgramResult plan = Test::runProgram(on(project, {u"plan"_s, u"--json"_s}));
    QCOMPARE(plan.code, 0);
    qInfo("50 MB planned in %lld ms", timer.restart());
    const ProgramResult up = Test::runProgram(on(project, {u"up"_s}));
    qInfo("50 MB run in %lld ms", timer.elapsed());
    QCOMPARE(up.code, 3);
    QVERIFY2(up.err.contains(u"1_large.sql:%1:"_s.arg(lines + 3)) && up.err.contains(u"no such table: nowhere"_s),
             qPrintable(up.err.left(2000)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master WHERE name = 't'"_s).number(0, u"n"), 0);
}

void TstBadInput::anotherToolsHistory_data()
{
    QTest::addColumn<QString>("table");
    QTest::newRow("golang-migrate") << u"CREATE TABLE schema_migrations (version uint64, dirty bool)"_s;
    QTest::newRow("something else") << u"CREATE TABLE schema_migrations (id integer, name text)"_s;
}

void TstBadInput::anotherToolsHistory()
{
    QFETCH(const QString, table);
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    project.execute({table});
    for (const QString &command : {u"status"_s, u"plan"_s, u"up"_s}) {
        const ProgramResult result = Test::runProgram(on(project, {command}));
        QVERIFY2(result.code != 0 && result.code != -1, qPrintable(command + result.out));
        QVERIFY2(result.err.contains(u"schema_migrations"_s), qPrintable(result.err));
    }
    QCOMPARE(project.query(u"SELECT sql FROM sqlite_master WHERE name = 'schema_migrations'"_s).text(0, u"sql"), table);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master WHERE name = 't'"_s).number(0, u"n"), 0);
}

void TstBadInput::historyWithoutFiles()
{
    ScriptedProject project;
    project.addRaw(u"2_a.sql"_s, QString::fromUtf8(good));
    project.execute({u"CREATE TABLE schema_migrations (version varchar(128) primary key)"_s,
                     u"INSERT INTO schema_migrations VALUES ('1')"_s});
    const ProgramResult status = Test::runProgram(on(project, {u"status"_s, u"--json"_s}));
    QCOMPARE(status.code, 0);
    QCOMPARE(status.document().value(u"migrations"_s).toArray().first()[u"state"], QJsonValue(u"missing"_s));
    QCOMPARE(status.document().value(u"problems"_s), QJsonValue(1));
    QCOMPARE(Test::runProgram(on(project, {u"status"_s, u"--exit-code"_s})).code, 1);
    QCOMPARE(Test::runProgram(on(project, {u"up"_s})).code, 0); // what is missing is in nobody's way

    const ProgramResult all = Test::runProgram(on(project, {u"down"_s, u"--to"_s, u"0"_s}));
    QVERIFY2(all.code == 5 && all.err.contains(u"has no file any more: 1."_s), qPrintable(all.err));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));   // refused before the first step back
    QCOMPARE(Test::runProgram(on(project, {u"down"_s})).code, 0); // only what came after it
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(Test::runProgram(on(project, {u"down"_s})).code, 5);
}

/// The last migration applied has no file: the one before it is not rolled back in its stead.
void TstBadInput::downNeverSkipsAMissingFile_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<int>("code");
    QTest::newRow("down") << QStringList{u"down"_s} << 5;
    QTest::newRow("down, two steps") << QStringList{u"down"_s, u"--steps"_s, u"2"_s} << 5;
    QTest::newRow("redo") << QStringList{u"redo"_s} << 5;
    QTest::newRow("plan") << QStringList{u"plan"_s, u"down"_s} << 5;
    QTest::newRow("to the one before it") << QStringList{u"down"_s, u"--to"_s, u"2"_s} << 5;
}

void TstBadInput::downNeverSkipsAMissingFile()
{
    QFETCH(const QStringList, command);
    QFETCH(const int, code);
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    project.addRaw(u"2_b.sql"_s, u"-- migrate:up\nCREATE TABLE b (a text);\n-- migrate:down\nDROP TABLE b;\n"_s);
    project.addRaw(u"3_c.sql"_s, u"-- migrate:up\nCREATE TABLE c (a text);\n-- migrate:down\nDROP TABLE c;\n"_s);
    QVERIFY(project.run());
    QVERIFY(QFile::remove(project.folder() + u"/db/migrations/3_c.sql"_s));
    const ProgramResult result = Test::runProgram(on(project, command));
    QVERIFY2(result.code == code, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(u"has no file any more: 3."_s) && result.err.contains(u"Bring the files back"_s),
             qPrintable(result.err));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
}

void TstBadInput::loginRefused()
{
    REQUIRE_SERVER(Test::PostgresServer::shared());
    ScriptedProject project(Test::PostgresServer::shared().settings());
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    project.execute(
        {u"DROP ROLE IF EXISTS whimbrel_password"_s, u"CREATE ROLE whimbrel_password LOGIN PASSWORD 'right'"_s});
    ConnectionSettings settings = project.settings();
    settings.user = u"whimbrel_password"_s;
    const ProgramResult result = Test::runProgram({u"up"_s, u"-p"_s, project.folder(), u"-d"_s, settings.displayUrl()},
                                                  {}, {{u"PGPASSWORD"_s, u"wr0ng"_s}});
    QVERIFY2(result.code == 4, qPrintable(result.err));
    QVERIFY2(result.err.contains(u"password authentication failed"_s) &&
                 result.err.contains(u"Check the user and the password"_s),
             qPrintable(result.err));
    QVERIFY(!result.err.contains(u"wr0ng"_s));
}

void TstBadInput::configuration_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QString>("place");
    QTest::newRow("unknown key") << QByteArray("name = \"a\"\nnmae = \"b\"\n") << u"whimbrel.toml:2"_s;
    QTest::newRow("no TOML") << QByteArray("name = \"a\"\n[environment\n") << u"whimbrel.toml:2"_s;
    QTest::newRow("wrong type") << QByteArray("migrations = 7\n") << u"whimbrel.toml:1"_s;
    QTest::newRow("bad duration") << QByteArray("[guards]\nstatement-timeout = \"soon\"\n") << u"whimbrel.toml:2"_s;
    QTest::newRow("bad format") << QByteArray("format = \"nothing\"\n") << u"nothing"_s;
    QTest::newRow("invalid UTF-8") << QByteArray("name = \"\xfc\"\n") << u"whimbrel.toml"_s;
}

void TstBadInput::configuration()
{
    QFETCH(const QByteArray, toml);
    QFETCH(const QString, place);
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    write(project.folder() + u"/whimbrel.toml"_s, toml);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(result.code == 2, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(place), qPrintable(result.err));
    QVERIFY(!QFile::exists(project.settings().database));
}

/// What can be read counts; what cannot is named with its place, and never taken for a tick.
void TstBadInput::brokenReleaseLog()
{
    ScriptedProject project;
    project.addRaw(u"1_a.sql"_s, QString::fromUtf8(good));
    project.writeConfiguration(u"[environment.live]\nurl = \"sqlite:test.db\"\nprotected = true\n"_s);
    const auto run = [&project](const QStringList &command) {
        return Test::runProgram(command + QStringList{u"-e"_s, u"live"_s}, project.folder());
    };
    QCOMPARE(run({u"release"_s, u"start"_s}).code, 0);
    const QDir releases(project.folder() + u"/.whimbrel/releases"_s);
    const QStringList names = releases.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    QCOMPARE(names.size(), 1);
    const QDir release(releases.filePath(names.first()));
    const QStringList logs = release.entryList({u"*.jsonl"_s}, QDir::Files);
    QVERIFY2(!logs.isEmpty(), qPrintable(release.entryList(QDir::Files).join(u' ')));
    QFile log(release.filePath(logs.first()));
    QVERIFY(log.open(QIODevice::Append));
    log.write("<<<<<<< HEAD\n{\"kind\": \"override\", \"phase\":\n");
    log.close();
    const ProgramResult shown = run({u"release"_s, u"show"_s});
    QVERIFY2(shown.code == 0, qPrintable(shown.err));
    QVERIFY2((shown.out + shown.err).contains(logs.first()), qPrintable(shown.out + shown.err));
    QCOMPARE(run({u"up"_s, u"--yes"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"override"_s, u"before"_s, u"--reason"_s, u"a test"_s}).code, 0);
    QCOMPARE(run({u"up"_s, u"--yes"_s}).code, 0);
}

WHIMBREL_TEST(TstBadInput)
#include "tst_badinput.moc"
