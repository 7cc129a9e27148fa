// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "test.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;

/// `whimbrel lint` and `whimbrel rules` as people and programs call them.
class TstLintCommand : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void lintsTheProject();
    void endsAsAsked_data();
    void endsAsAsked();
    void refuses_data();
    void refuses();
    void projectsOfOthers_data();
    void projectsOfOthers();
    void printsEveryReport_data();
    void printsEveryReport();
    void takesFilesAndFolders();
    void takesFilesOfNoProject();
    void takesADumpInPlaceOfAProject();
    void dialectOfTheProject_data();
    void dialectOfTheProject();
    void neverConnectsByItself();
    void connectsWhereAsked();
    void readsStandardInput();
    void followsWhatGitSays();
    void needsGitForSince();
    void stopsACommit();
    void switchesRules();
    void namesWhatCannotBeRead();
    void listsRules();
    void explainsARule();
};

namespace {

constexpr auto good = "-- migrate:up\nCREATE TABLE users (id bigint PRIMARY KEY, email text);\n\n-- migrate:down\nDROP TABLE users;\n";
constexpr auto bad = "-- migrate:up\nDROP TABLE users;\n\n-- migrate:down\nCREATE TABLE users (id bigint PRIMARY KEY, email text);\n";

class Folder
{
public:
    Folder() { write(u"db/migrations/1_users.sql"_s, good); }

    QString path(const QString &name = {}) const { return name.isEmpty() ? m_folder.path() : m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const
    {
        QVERIFY(QDir().mkpath(QFileInfo(path(name)).path()));
        QFile file(path(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(content), content.size());
    }
    ProgramResult lint(const QStringList &arguments, const QMap<QString, QString> &environment = {}) const
    {
        return Test::runProgram(QStringList{u"lint"_s} + arguments, path(), environment);
    }
    void git(const QStringList &arguments) const
    {
        QProcess process;
        process.setWorkingDirectory(path());
        process.start(u"git"_s, QStringList{u"-c"_s, u"user.name=T"_s, u"-c"_s, u"user.email=t@example.com"_s, u"-c"_s, u"commit.gpgsign=false"_s} + arguments);
        QVERIFY(process.waitForFinished() && process.exitCode() == 0);
    }

private:
    QTemporaryDir m_folder;
};

const QStringList postgres{u"--dialect"_s, u"postgresql"_s};

QStringList filesIn(const ProgramResult &result)
{
    QStringList files;
    for (const QJsonValue &finding : result.document().value(u"findings"_s).toArray())
        files << finding[u"file"_s].toString();
    files.removeDuplicates();
    return files;
}

QStringList rulesIn(const ProgramResult &result)
{
    QStringList rules;
    for (const QJsonValue &finding : result.document().value(u"findings"_s).toArray())
        rules << finding[u"rule"_s].toString();
    return rules;
}

} // namespace

void TstLintCommand::lintsTheProject()
{
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    const ProgramResult result = project.lint(postgres);
    QCOMPARE(result.code, 1);
    QCOMPARE(result.err, QString());
    QVERIFY2(result.out.contains(u"db/migrations/2_drop.sql:2:1: error: "_s), qPrintable(result.out));
    QVERIFY(result.out.contains(u"[table-drop-breaks-code]\n     2 | DROP TABLE users;\n       | ^~~~~~~~~~~~~~~~\n"_s));
    QVERIFY(result.out.contains(u"\n       Why: "_s) && result.out.contains(u"\n       Instead: "_s));
    QVERIFY2(result.out.contains(u" of 2 file"_s), qPrintable(result.out));
    const QJsonObject document = project.lint(postgres + QStringList{u"--json"_s}).document();
    QCOMPARE(document.value(u"files"_s).toInt(), 2);
    QCOMPARE(document.value(u"statements"_s).toInt(), 4);
    QVERIFY(!document.value(u"findings"_s).toArray().isEmpty());
}

void TstLintCommand::endsAsAsked_data()
{
    QTest::addColumn<QByteArray>("migration");
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("code");
    QTest::newRow("an error") << QByteArray(bad) << QStringList() << 1;
    QTest::newRow("an error, all asked") << QByteArray(bad) << QStringList{u"--fail-on"_s, u"info"_s} << 1;
    const QByteArray note = "-- migrate:up\n-- whimbrel: ignore table-drop-breaks-code nothing\nALTER TABLE users ADD COLUMN a int;\n\n"
                            "-- migrate:down\nALTER TABLE users DROP COLUMN a;\n";
    QTest::newRow("a note") << note << QStringList() << 0;
    QTest::newRow("a note, all asked") << note << QStringList{u"--fail-on"_s, u"info"_s} << 1;
    QTest::newRow("a note, errors asked") << note << QStringList{u"--fail-on"_s, u"error"_s} << 0;
}

void TstLintCommand::endsAsAsked()
{
    QFETCH(const QByteArray, migration);
    QFETCH(const QStringList, arguments);
    QFETCH(const int, code);
    const Folder project;
    project.write(u"db/migrations/2_x.sql"_s, migration);
    const ProgramResult result = project.lint(postgres + arguments);
    QVERIFY2(result.code == code, qPrintable(result.out));
}

void TstLintCommand::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");
    QTest::newRow("no dialect known") << QStringList() << u"Nothing tells which database"_s;
    QTest::newRow("unknown dialect") << QStringList{u"--dialect"_s, u"oracle"_s} << u"no dialect “oracle”"_s;
    QTest::newRow("unknown severity") << QStringList{u"--fail-on"_s, u"fatal"_s} << u"“fatal” is no severity"_s;
    QTest::newRow("unknown report") << QStringList{u"--report"_s, u"pdf"_s} << u"no report “pdf”"_s;
    QTest::newRow("two reports") << QStringList{u"--json"_s, u"--report"_s, u"sarif"_s} << u"two reports"_s;
    QTest::newRow("no version") << QStringList{u"--server-version"_s, u"new"_s} << u"“new” is no version"_s;
    QTest::newRow("two versions") << QStringList{u"--server-version"_s, u"10/11"_s} << u"“10/11” is no version"_s;
    QTest::newRow("no such server") << QStringList{u"--dialect"_s, u"mariadb"_s, u"--server-version"_s, u"8.0"_s}
                                    << u"There is no version 8.0.0 of MariaDB."_s;
    QTest::newRow("no such file") << QStringList{u"nowhere.sql"_s} << u"no file and no folder “nowhere.sql”"_s;
    QTest::newRow("stdin and a file") << QStringList{u"--stdin"_s, u"db/migrations/1_users.sql"_s} << u"--stdin reads the text itself"_s;
}

void TstLintCommand::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, error);
    const Folder project;
    const ProgramResult result = project.lint(arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.contains(error), qPrintable(result.err));
}

/// What Whimbrel does not read as a project it names, and says what can be done all the same.
void TstLintCommand::projectsOfOthers_data()
{
    QTest::addColumn<QString>("sign");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("tool");
    QTest::newRow("Hasura") << u"config.yaml"_s << QByteArray("version: 3\nendpoint: http://localhost:8080\nmetadata_directory: metadata\n") << u"Hasura"_s;
    QTest::newRow("sqlx") << u"Cargo.toml"_s << QByteArray("[dependencies]\nsqlx = { version = \"0.8\" }\n") << u"sqlx"_s;
    QTest::newRow("Rails") << u"db/structure.sql"_s << QByteArray("CREATE TABLE t (id bigint PRIMARY KEY);\n") << u"Rails"_s;
    QTest::newRow("golang-migrate") << u"migrations/1_a.up.sql"_s << QByteArray("CREATE INDEX i ON t (a);\n") << u"golang-migrate"_s;
}

void TstLintCommand::projectsOfOthers()
{
    QFETCH(const QString, sign);
    QFETCH(const QByteArray, content);
    QFETCH(const QString, tool);
    QTemporaryDir folder;
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        const QString path = folder.filePath(name);
        QFile file(path);
        return QDir().mkpath(QFileInfo(path).path()) && file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
    };
    QVERIFY(write(sign, content));
    QVERIFY(write(u"migrations/20240101000000_index/up.sql"_s, "CREATE INDEX i ON t (a);\n"));
    const ProgramResult refused = Test::runProgram({u"lint"_s, u"-p"_s, folder.path()}, folder.path());
    QCOMPARE(refused.code, 2);
    QVERIFY2(refused.err.contains(u"looks like a %1 project"_s.arg(tool)), qPrintable(refused.err));
    QVERIFY2(refused.err.contains(u"--dialect"_s), qPrintable(refused.err));
    const ProgramResult looked = Test::runProgram(QStringList{u"lint"_s} + postgres + QStringList{folder.filePath(u"migrations"_s)}, folder.path());
    QCOMPARE(looked.code, 1);
    QVERIFY2(looked.out.contains(u"index-build-blocks-writes"_s), qPrintable(looked.out));
}

void TstLintCommand::printsEveryReport_data()
{
    QTest::addColumn<QString>("report");
    QTest::addColumn<QString>("beginning");
    QTest::newRow("text") << u"text"_s << u"db/migrations/2_drop.sql:2:1: error: "_s;
    QTest::newRow("json") << u"json"_s << u"{\"findings\":[{"_s;
    QTest::newRow("sarif") << u"sarif"_s << u"{\"$schema\":\"https://json.schemastore.org/sarif-2.1.0.json\""_s;
    QTest::newRow("github") << u"github"_s << u"::error file=db/migrations/2_drop.sql,line=2,endLine=2,col=1,"_s;
    QTest::newRow("markdown") << u"markdown"_s << u"### Whimbrel: "_s;
}

void TstLintCommand::printsEveryReport()
{
    QFETCH(const QString, report);
    QFETCH(const QString, beginning);
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    const ProgramResult result = project.lint(postgres + QStringList{u"--report"_s, report});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.out.contains(beginning), qPrintable(result.out));
    if (report == "json"_L1 || report == "sarif"_L1)
        QVERIFY(!result.document().isEmpty());
}

void TstLintCommand::takesFilesAndFolders()
{
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    project.write(u"db/migrations/3_again.sql"_s, good);
    project.write(u"scripts/fix.sql"_s, "DROP TABLE users;\n");
    project.write(u"scripts/.hidden/no.sql"_s, "DROP TABLE users;\n");
    const QStringList json = postgres + QStringList{u"--json"_s};
    QCOMPARE(project.lint(json + QStringList{u"db/migrations/2_drop.sql"_s}).document().value(u"files"_s).toInt(), 1);
    QCOMPARE(filesIn(project.lint(json + QStringList{u"db/migrations/2_drop.sql"_s})), QStringList{u"db/migrations/2_drop.sql"_s});
    QCOMPARE(project.lint(json + QStringList{u"db"_s}).document().value(u"files"_s).toInt(), 3);
    QCOMPARE(project.lint(json + QStringList{project.path()}).document().value(u"files"_s).toInt(), 3); // migrations, not scripts
    QCOMPARE(filesIn(project.lint(json + QStringList{u"scripts"_s})), QStringList{u"scripts/fix.sql"_s});
    // The table that an earlier migration makes is known, and that it is there for good.
    const ProgramResult inside = Test::runProgram(QStringList{u"lint"_s, u"2_drop.sql"_s} + json, project.path(u"db/migrations"_s));
    QCOMPARE(filesIn(inside), QStringList{u"2_drop.sql"_s});
    QCOMPARE(filesIn(Test::runProgram(QStringList{u"lint"_s, project.path(u"db/migrations/2_drop.sql"_s)} + json, u"/"_s)),
             QStringList{project.path(u"db/migrations/2_drop.sql"_s).sliced(1)});
}

void TstLintCommand::takesFilesOfNoProject()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write("\n  DROP TABLE users;\n") > 0);
    file.close();
    const ProgramResult unknown = Test::runProgram({u"lint"_s, u"a.sql"_s}, folder.path());
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"--dialect"_s), qPrintable(unknown.err));
    const ProgramResult result = Test::runProgram({u"lint"_s, u"a.sql"_s, u"--dialect"_s, u"postgresql"_s}, folder.path());
    QCOMPARE(result.code, 1);
    QVERIFY2(result.out.contains(u"a.sql:2:3: error: "_s), qPrintable(result.out));
    QCOMPARE(Test::runProgram({u"lint"_s, u"--dialect"_s, u"postgresql"_s}, folder.path()).code, 2); // nothing named, no project
}

/// A file with a tool's markers is taken apart as that tool would, wherever it lies.
void TstLintCommand::takesADumpInPlaceOfAProject()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"a.sql"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bad) > 0);
    file.close();
    const ProgramResult result = Test::runProgram({u"lint"_s, u"a.sql"_s, u"--json"_s, u"--dialect"_s, u"postgresql"_s}, folder.path());
    QVERIFY(rulesIn(result).contains(u"table-drop-breaks-code"_s));
    QCOMPARE(result.document().value(u"statements"_s).toInt(), 2);
}

void TstLintCommand::dialectOfTheProject_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<QByteArray>("dotEnv");
    QTest::addColumn<QString>("shell");
    QTest::addColumn<int>("code");
    QTest::newRow("nothing") << QByteArray() << QByteArray() << QString() << 2;
    QTest::newRow(".env") << QByteArray() << QByteArray("DATABASE_URL=postgres://localhost:1/x\n") << QString() << 1;
    QTest::newRow("shell") << QByteArray() << QByteArray() << u"postgres://localhost:1/x"_s << 1;
    QTest::newRow("environment") << QByteArray("[environment.dev]\nurl = \"postgresql://localhost:1/x\"\n") << QByteArray() << QString() << 1;
    QTest::newRow("the default one") << QByteArray("default-environment = \"b\"\n[environment.a]\nurl = \"sqlite:x.db\"\n[environment.b]\nurl = \"postgresql://localhost:1/x\"\n")
                                     << QByteArray() << QString() << 1;
    QTest::newRow("several alike") << QByteArray("[environment.a]\nurl = \"postgres://h/a\"\n[environment.b]\nurl = \"postgresql://localhost:1/x\"\n") << QByteArray()
                                   << QString() << 1;
    QTest::newRow("several kinds") << QByteArray("[environment.a]\nurl = \"sqlite:x.db\"\n[environment.b]\nurl = \"postgresql://localhost:1/x\"\n") << QByteArray()
                                   << QString() << 2;
}

void TstLintCommand::dialectOfTheProject()
{
    QFETCH(const QByteArray, toml);
    QFETCH(const QByteArray, dotEnv);
    QFETCH(const QString, shell);
    QFETCH(const int, code);
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    if (!toml.isEmpty())
        project.write(u"whimbrel.toml"_s, toml);
    if (!dotEnv.isEmpty())
        project.write(u".env"_s, dotEnv);
    const ProgramResult result = project.lint({}, shell.isEmpty() ? QMap<QString, QString>() : QMap<QString, QString>{{u"DATABASE_URL"_s, shell}});
    QVERIFY2(result.code == code, qPrintable(result.err));
}

/// A server that counts who comes: an address in .env, in the shell or of a default environment is not a wish to connect.
void TstLintCommand::neverConnectsByItself()
{
    QTcpServer server;
    QVERIFY(server.listen(QHostAddress::LocalHost));
    const QString url = u"postgresql://someone@127.0.0.1:%1/x?connect_timeout=2"_s.arg(server.serverPort());
    const Folder project;
    project.write(u".env"_s, "DATABASE_URL=" + url.toUtf8() + '\n');
    QCOMPARE(project.lint({}, {{u"DATABASE_URL"_s, url}}).code, 0);
    QVERIFY(!server.hasPendingConnections());
    project.write(u"whimbrel.toml"_s, "default-environment = \"dev\"\n[environment.dev]\nurl = \"" + url.toUtf8() + "\"\n");
    QCOMPARE(project.lint({}).code, 0);
    QVERIFY(!server.waitForNewConnection(200));
    QVERIFY(!server.hasPendingConnections());

    const std::unique_ptr<QProcess> asked = Test::startProgram({u"lint"_s, u"-e"_s, u"dev"_s}, project.path());
    QVERIFY(server.waitForNewConnection(20'000));
    server.close();
    asked->kill();
    QVERIFY(asked->waitForFinished());
}

void TstLintCommand::connectsWhereAsked()
{
    const Folder project;
    const QString url = u"sqlite:"_s + project.path(u"x.db"_s);
    QCOMPARE(Test::runProgram({u"up"_s, u"-d"_s, url, u"--quiet"_s}, project.path()).code, 0);
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    const ProgramResult result = project.lint({u"-d"_s, url, u"--json"_s});
    QVERIFY2(result.code == 1, qPrintable(result.err));
    QCOMPARE(result.document().value(u"files"_s).toInt(), 1); // what is applied is judged no more
    QCOMPARE(filesIn(result), QStringList{u"db/migrations/2_drop.sql"_s});
    // Named, it is.
    QCOMPARE(project.lint({u"-d"_s, url, u"--json"_s, u"db/migrations"_s}).document().value(u"files"_s).toInt(), 2);
    // A database that the first run will make.
    QCOMPARE(project.lint({u"-d"_s, u"sqlite:new.db"_s, u"--json"_s}).document().value(u"files"_s).toInt(), 2);
    QVERIFY(!QFile::exists(project.path(u"new.db"_s)));
    QCOMPARE(project.lint({u"-d"_s, u"postgresql://nobody@127.0.0.1:1/x"_s}).code, 4);
}

void TstLintCommand::readsStandardInput()
{
    const Folder project;
    const auto lint = [&](const QStringList &arguments, const QByteArray &text) {
        const std::unique_ptr<QProcess> process = Test::startProgram(QStringList{u"lint"_s, u"--stdin"_s, u"--json"_s} + postgres + arguments, project.path());
        process->write(text);
        process->closeWriteChannel();
        ProgramResult result;
        if (process->waitForFinished() && process->exitStatus() == QProcess::NormalExit)
            result.code = process->exitCode();
        result.out = QString::fromUtf8(process->readAllStandardOutput());
        result.err = QString::fromUtf8(process->readAllStandardError());
        return result;
    };
    const ProgramResult bare = lint({}, "DROP TABLE users;");
    QVERIFY2(bare.code == 1, qPrintable(bare.err));
    QCOMPARE(filesIn(bare), QStringList{u"<stdin>"_s});
    const ProgramResult edited = lint({u"--stdin-filename"_s, u"db/migrations/1_users.sql"_s}, bad);
    QCOMPARE(filesIn(edited), QStringList{u"db/migrations/1_users.sql"_s});
    QVERIFY(rulesIn(edited).contains(u"table-drop-breaks-code"_s));
    const ProgramResult unsaved = lint({u"--stdin-filename"_s, u"db/migrations/9_new.sql"_s}, "\xef\xbb\xbf" + QByteArray(bad));
    QVERIFY(rulesIn(unsaved).contains(u"table-drop-breaks-code"_s));
    QCOMPARE(lint({u"--stdin-filename"_s, u"db/migrations/9_new.sql"_s}, "no marker").code, 2);
}

void TstLintCommand::followsWhatGitSays()
{
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    project.git({u"init"_s, u"-q"_s, u"-b"_s, u"main"_s});
    project.git({u"add"_s, u"."_s});
    project.git({u"commit"_s, u"-qm"_s, u"a"_s});
    const QStringList json = postgres + QStringList{u"--json"_s, u"--since"_s};
    QCOMPARE(project.lint(json + QStringList{u"HEAD"_s}).document().value(u"files"_s).toInt(), 0);

    project.git({u"checkout"_s, u"-qb"_s, u"feature"_s});
    project.write(u"db/migrations/3_committed é.sql"_s, bad);
    project.git({u"add"_s, u"."_s});
    project.git({u"commit"_s, u"-qm"_s, u"b"_s});
    project.write(u"db/migrations/4_untracked.sql"_s, bad);
    project.write(u"db/migrations/2_drop.sql"_s, QByteArray(bad) + "\n");
    QCOMPARE(filesIn(project.lint(json + QStringList{u"main"_s})),
             (QStringList{u"db/migrations/2_drop.sql"_s, u"db/migrations/3_committed é.sql"_s, u"db/migrations/4_untracked.sql"_s}));
    QCOMPARE(filesIn(project.lint(json + QStringList{u"HEAD"_s})), (QStringList{u"db/migrations/2_drop.sql"_s, u"db/migrations/4_untracked.sql"_s}));
    QCOMPARE(filesIn(project.lint(json + QStringList{u"main"_s, u"db/migrations/4_untracked.sql"_s})), QStringList{u"db/migrations/4_untracked.sql"_s});

    // What others did on main since then is not ours.
    project.git({u"stash"_s, u"-qu"_s});
    project.git({u"checkout"_s, u"-q"_s, u"main"_s});
    project.write(u"db/migrations/1_users.sql"_s, QByteArray(good) + "\n");
    project.git({u"commit"_s, u"-qam"_s, u"c"_s});
    project.git({u"checkout"_s, u"-q"_s, u"feature"_s});
    QCOMPARE(filesIn(project.lint(json + QStringList{u"main"_s})), QStringList{u"db/migrations/3_committed é.sql"_s});
}

void TstLintCommand::needsGitForSince()
{
    const Folder project;
    const ProgramResult outside = project.lint(postgres + QStringList{u"--since"_s, u"main"_s});
    QCOMPARE(outside.code, 2);
    QVERIFY2(outside.err.contains(u"is in no git repository"_s), qPrintable(outside.err));
    project.git({u"init"_s, u"-q"_s});
    const ProgramResult unknown = project.lint(postgres + QStringList{u"--since"_s, u"--output=x"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"no revision “--output=x”"_s), qPrintable(unknown.err));
    QVERIFY(!QFile::exists(project.path(u"x"_s)));
}

/// packaging/pre-commit as a hook of a real repository.
void TstLintCommand::stopsACommit()
{
    const Folder project;
    project.write(u".env"_s, "DATABASE_URL=postgresql://localhost:1/x\n");
    project.git({u"init"_s, u"-q"_s});
    QVERIFY(QFile::copy(Test::fixture(u"../../packaging/pre-commit"_s), project.path(u".git/hooks/pre-commit"_s)));
    const auto commit = [&](const QStringList &arguments = {}) {
        QProcess git;
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        variables.insert(u"WHIMBREL"_s, Test::programPath());
        variables.remove(u"DATABASE_URL"_s);
        git.setProcessEnvironment(variables);
        git.setWorkingDirectory(project.path());
        git.setProcessChannelMode(QProcess::MergedChannels);
        git.start(u"git"_s, QStringList{u"-c"_s, u"user.name=T"_s, u"-c"_s, u"user.email=t@example.com"_s, u"commit"_s, u"-m"_s, u"x"_s} + arguments);
        return git.waitForFinished() ? std::pair(git.exitCode(), QString::fromUtf8(git.readAll())) : std::pair(-1, QString());
    };
    project.git({u"add"_s, u"."_s});
    const auto [first, said] = commit();
    QVERIFY2(first == 0, qPrintable(said));
    QVERIFY(commit({u"--allow-empty"_s}).first == 0); // nothing to look at

    project.write(u"db/migrations/2 drop's.sql"_s, bad);
    project.git({u"add"_s, u"."_s});
    const auto [second, refusal] = commit();
    QVERIFY(second != 0);
    QVERIFY2(refusal.contains(u"db/migrations/2 drop's.sql:2:1: error: "_s), qPrintable(refusal));
    QVERIFY(!refusal.contains(u"1_users.sql"_s)); // it is committed already

    QByteArray excused(bad);
    excused.replace("DROP", "-- whimbrel: ignore table-drop-breaks-code nothing reads it any more\nDROP");
    project.write(u"db/migrations/2 drop's.sql"_s, excused);
    project.git({u"add"_s, u"."_s});
    const auto [third, accepted] = commit();
    QVERIFY2(third == 0, qPrintable(accepted));
}

void TstLintCommand::switchesRules()
{
    const Folder project;
    project.write(u"db/migrations/2_drop.sql"_s, bad);
    const QStringList json = postgres + QStringList{u"--json"_s};
    QVERIFY(rulesIn(project.lint(json)).contains(u"table-drop-breaks-code"_s));
    project.write(u"whimbrel.toml"_s, "[lint]\ndisable = [\"table-drop-breaks-code\"]\n");
    QVERIFY(!rulesIn(project.lint(json)).contains(u"table-drop-breaks-code"_s));
    project.write(u"whimbrel.toml"_s, "[lint]\nseverity = { table-drop-breaks-code = \"info\" }\n");
    for (const QJsonValue &finding : project.lint(json).document().value(u"findings"_s).toArray()) {
        if (finding[u"rule"_s].toString() == "table-drop-breaks-code"_L1)
            QCOMPARE(finding[u"severity"_s].toString(), u"info"_s);
    }
    project.write(u"whimbrel.toml"_s, "[lint]\nfail-on = \"loud\"\n");
    const ProgramResult wrong = project.lint(json);
    QCOMPARE(wrong.code, 2);
    QVERIFY2(wrong.err.contains(u"“loud” is no severity"_s), qPrintable(wrong.err));
}

void TstLintCommand::namesWhatCannotBeRead()
{
    const Folder project;
    project.write(u"db/migrations/2_latin.sql"_s, "-- migrate:up\nSELECT '\xe9';\n");
    project.write(u"db/migrations/3_drop.sql"_s, bad);
    const ProgramResult result = project.lint(postgres);
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(u"db/migrations/2_latin.sql"_s) && result.err.contains(u"not UTF-8"_s), qPrintable(result.err));
    QVERIFY(result.out.contains(u"3_drop.sql:2:1: error"_s)); // the rest is looked at
}

void TstLintCommand::listsRules()
{
    const ProgramResult result = Test::runProgram({u"rules"_s});
    QCOMPARE(result.code, 0);
    QVERIFY(result.out.contains(u"\n  table-drop-breaks-code "_s));
    const QJsonArray rules = Test::runProgram({u"rules"_s, u"--json"_s}).document().value(u"rules"_s).toArray();
    QVERIFY(rules.size() > 50);
    for (const QJsonValue &rule : rules) {
        for (const QString &key : {u"id"_s, u"category"_s, u"severity"_s, u"why"_s, u"fix"_s, u"bad"_s, u"good"_s})
            QVERIFY2(!rule[key].toString().isEmpty(), qPrintable(rule[u"id"_s].toString() + u' ' + key));
        QVERIFY(!rule[u"dialects"_s].toArray().isEmpty() && rule[u"default"_s].isBool());
    }
}

void TstLintCommand::explainsARule()
{
    const ProgramResult result = Test::runProgram({u"rules"_s, u"table-drop-breaks-code"_s});
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.startsWith(u"table-drop-breaks-code\nerror at most; "_s) && result.out.contains(u"This raises it:\n    "_s), qPrintable(result.out));
    const ProgramResult unknown = Test::runProgram({u"rules"_s, u"table-drop-break-code"_s});
    QCOMPARE(unknown.code, 2);
    QVERIFY2(unknown.err.contains(u"Did you mean “table-drop-breaks-code”?"_s), qPrintable(unknown.err));
}

WHIMBREL_TEST(TstLintCommand)
#include "tst_lintcommand.moc"
