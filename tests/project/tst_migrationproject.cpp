// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "test.h"

#include <QTemporaryDir>

#include <unistd.h>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {
const QByteArray good("-- migrate:up\ncreate table a (id int);\n-- migrate:down\ndrop table a;\n");
}

class TstMigrationProject : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void opensFromAFolderBelow();
    void ordersByTheBytesOfTheName();
    void readsDotEnvAndTheShell();
    void saysWhatItLookedFor();
    void namesAnotherToolsProject_data();
    void namesAnotherToolsProject();
    void namesMixedFormats();
    void namesTheKnownFormats();
    void reportsOddFiles();
    void reportsAnUnreadableFolder();
    void refusesToFollowALinkOutOfTheProject();
    void readsFilesAsTheyAre_data();
    void readsFilesAsTheyAre();
    void saysWhyAFileCannotBeRead_data();
    void saysWhyAFileCannotBeRead();
    void readsALargeFile();
    void createsMigrations();
    void createsAProject();
    void listsTenThousandFiles();

private:
    void write(const QString &name, const QByteArray &content = good) const;
    QDir folder() const { return QDir(m_folder->path()); }
    QString problems(const MigrationProject &project) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstMigrationProject::initTestCase()
{
    cleanup();
}

void TstMigrationProject::cleanup()
{
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *name : {"DATABASE_URL", "DBMATE_MIGRATIONS_DIR", "DBMATE_MIGRATIONS_TABLE", "DBMATE_SCHEMA_FILE", "DBMATE_NO_DUMP_SCHEMA", "DBMATE_STRICT"})
        qunsetenv(name);
}

void TstMigrationProject::write(const QString &name, const QByteArray &content) const
{
    QVERIFY(folder().mkpath(QFileInfo(name).path()));
    QFile file(folder().filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QString TstMigrationProject::problems(const MigrationProject &project) const
{
    QStringList lines;
    for (const ProjectProblem &problem : project.problems())
        lines << (problem.severity == ProjectProblem::Severity::Error ? u"error "_s : u"warning "_s) + problem.error.toString();
    return lines.join(u'\n').replace(m_folder->path(), u"FOLDER"_s);
}

void TstMigrationProject::opensFromAFolderBelow()
{
    write(u"db/migrations/20240131120000_add_users.sql"_s);
    write(u"src/deep/x.c"_s, "");
    const Result<MigrationProject> project = MigrationProject::open(QDir(folder().filePath(u"src/deep"_s)));
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toString()));
    QCOMPARE(project->folder().path(), m_folder->path());
    QCOMPARE(project->name(), folder().dirName());
    QCOMPARE(project->format().id(), u"dbmate"_s);
    const Migration expected{.version = u"20240131120000"_s,
                             .description = u"add_users"_s,
                             .file = folder().filePath(u"db/migrations/20240131120000_add_users.sql"_s),
                             .displayFile = u"db/migrations/20240131120000_add_users.sql"_s,
                             .size = good.size()};
    QCOMPARE(project->migrations(), QList{expected});
    QCOMPARE(project->migration(u"20240131120000"_s), &project->migrations().first());
    QVERIFY(!project->migration(u"1"_s));
    QVERIFY(!MigrationProject::open(QDir(folder().filePath(u"src/deep"_s)), {.format = {}, .searchParents = false}));
}

void TstMigrationProject::ordersByTheBytesOfTheName()
{
    // Not by number, not by folder; upper case before lower case before umlauts; leading zeros kept.
    write(u"whimbrel.toml"_s, "format = \"dbmate\"\nmigrations = [\"one\", \"two\"]\n");
    for (const char *name : {"one/10_b.sql", "one/9_a.sql", "two/09_a.sql", "two/1_ä.sql", "one/1_b.sql", "two/1_B.sql", "one/1.sql"})
        write(QString::fromUtf8(name));
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(project);
    QStringList files;
    QStringList versions;
    for (const Migration &migration : project->migrations()) {
        files << migration.displayFile;
        versions << migration.version;
    }
    QCOMPARE(files.join(u' '), u"two/09_a.sql one/1.sql one/10_b.sql two/1_B.sql one/1_b.sql two/1_ä.sql one/9_a.sql"_s);
    QCOMPARE(versions.first(), u"09"_s);

    QStringList undone;
    for (const Migration &migration : project->format().undoOrder(project->migrations()))
        undone.prepend(migration.displayFile);
    QCOMPARE(undone, files);
}

void TstMigrationProject::readsDotEnvAndTheShell()
{
    write(u".env"_s, "DATABASE_URL=sqlite:a.db\nDBMATE_MIGRATIONS_DIR=./one,two\nDBMATE_MIGRATIONS_TABLE=history\nDBMATE_SCHEMA_FILE=./s.sql\nDBMATE_STRICT=true\n");
    write(u"one/1.sql"_s);
    write(u"two/2.sql"_s);
    Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toString()));
    QCOMPARE(project->configuration().migrations, (QStringList{u"one"_s, u"two"_s}));
    QCOMPARE(project->configuration().historyTable, u"history"_s);
    QCOMPARE(project->configuration().schemaFile, u"s.sql"_s);
    QVERIFY(project->configuration().strictOrder);
    QCOMPARE(project->configuration().dotEnv.value(u"DATABASE_URL"_s), u"sqlite:a.db"_s);
    QCOMPARE(project->migrations().size(), 2);

    qputenv("DBMATE_MIGRATIONS_TABLE", "from_shell"); // wins over .env
    qputenv("DBMATE_NO_DUMP_SCHEMA", "1");
    write(u"whimbrel.toml"_s, "migrations = [\"two\"]\n"); // wins over both
    project = MigrationProject::open(folder());
    QVERIFY(project);
    QCOMPARE(project->configuration().historyTable, u"from_shell"_s);
    QCOMPARE(project->configuration().schemaFile, QString());
    QCOMPARE(project->migrations().size(), 1);
}

void TstMigrationProject::saysWhatItLookedFor()
{
    Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(!project);
    QCOMPARE(project.error().kind, ErrorKind::Project);
    QCOMPARE(project.error().toString().replace(m_folder->path(), u"FOLDER"_s),
             u"There is no migration project in FOLDER or above it.\nLooked for:\n- whimbrel.toml\n- dbmate: .sql files with a “-- migrate:up” line, in "
             "db/migrations or where DBMATE_MIGRATIONS_DIR says.\nGo to the project's folder or name it with --project; a new project begins with a "
             "whimbrel.toml and a folder db/migrations."_s);

    write(u"whimbrel.toml"_s, "name = \"shop\"\n");
    project = MigrationProject::open(folder());
    QVERIFY(!project);
    QCOMPARE(project.error().message, u"whimbrel.toml names no format, and its folders hold no migrations to know one by."_s);
    QCOMPARE(project.error().hint, u"Add a line such as format = \"dbmate\"; known are: dbmate."_s);

    project = MigrationProject::open(QDir(u"/nowhere/at/all"_s));
    QVERIFY(!project);
    QCOMPARE(project.error().toString(), u"The folder /nowhere/at/all does not exist or cannot be entered.\nCheck the name and its permissions."_s);
}

void TstMigrationProject::namesAnotherToolsProject_data()
{
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("tool");
    QTest::newRow("goose") << u"migrations/001_a.sql"_s << QByteArray("-- +goose Up\nselect 1;\n") << u"goose"_s;
    QTest::newRow("sql-migrate") << u"migrations/001_a.sql"_s << QByteArray("-- +migrate Up\nselect 1;\n") << u"sql-migrate"_s;
    QTest::newRow("Liquibase") << u"db/migrations/a.sql"_s << QByteArray("--liquibase formatted sql\n") << u"Liquibase"_s;
    QTest::newRow("node-pg-migrate") << u"migrations/1_a.sql"_s << QByteArray("-- Up Migration\nselect 1;\n") << u"node-pg-migrate"_s;
    QTest::newRow("Flyway by name") << u"src/main/resources/db/migration/V1__a.sql"_s << QByteArray("select 1;\n") << u"Flyway"_s;
    QTest::newRow("Flyway by its file") << u"flyway.toml"_s << QByteArray() << u"Flyway"_s;
    QTest::newRow("golang-migrate") << u"db/migrations/000001_a.up.sql"_s << QByteArray("select 1;\n") << u"golang-migrate"_s;
    QTest::newRow("Sqitch") << u"sqitch.plan"_s << QByteArray("%project=x\n") << u"Sqitch"_s;
    QTest::newRow("Atlas") << u"migrations/atlas.sum"_s << QByteArray("h1:x\n") << u"Atlas"_s;
    QTest::newRow("Prisma") << u"prisma/migrations/migration_lock.toml"_s << QByteArray("provider = \"sqlite\"\n") << u"Prisma"_s;
    QTest::newRow("Diesel") << u"migrations/2024-01-01-000000_a/up.sql"_s << QByteArray("select 1;\n") << u"Diesel"_s;
    QTest::newRow("Hasura") << u"config.yaml"_s << QByteArray("version: 3\nmetadata_directory: metadata\n") << u"Hasura"_s;
    QTest::newRow("sqlx") << u"Cargo.toml"_s << QByteArray("[dependencies]\nsqlx = \"0.8\"\n") << u"sqlx"_s;
    QTest::newRow("Rails by its dump") << u"db/structure.sql"_s << QByteArray("select 1;\n") << u"Rails"_s;
    QTest::newRow("Knex") << u"knexfile.js"_s << QByteArray() << u"Knex"_s;
    QTest::newRow("Alembic") << u"alembic.ini"_s << QByteArray() << u"Alembic"_s;
}

void TstMigrationProject::namesAnotherToolsProject()
{
    QFETCH(QString, file);
    QFETCH(QByteArray, content);
    QFETCH(QString, tool);
    write(file, content);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(!project);
    QVERIFY2(project.error().message.startsWith(u"This looks like a %1 project ("_s.arg(tool)), qPrintable(project.error().message));
    QVERIFY2(project.error().message.endsWith(u"); Whimbrel reads dbmate so far."_s), qPrintable(project.error().message));
    QCOMPARE(project.error().hint, u"Open a project of a format that Whimbrel reads, or name its format with “format” in whimbrel.toml or --format."_s);
}

void TstMigrationProject::namesMixedFormats()
{
    write(u"db/migrations/001_a.sql"_s);
    write(u"db/migrations/002_b.sql"_s, "-- +goose Up\nselect 1;\n");
    Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(!project);
    QCOMPARE(project.error().toString().replace(m_folder->path(), u"FOLDER"_s),
             u"The migrations in FOLDER are of several formats: dbmate (db/migrations/001_a.sql), goose (db/migrations/002_b.sql).\nSay which one to read with "
             "“format” in whimbrel.toml or --format, or move the others' files away."_s);
    project = MigrationProject::open(folder(), {.format = u"dbmate"_s});
    QVERIFY(project);
    QCOMPARE(project->migrations().size(), 2);
}

void TstMigrationProject::namesTheKnownFormats()
{
    write(u"db/migrations/001_a.sql"_s);
    Result<MigrationProject> project = MigrationProject::open(folder(), {.format = u"goosse"_s});
    QVERIFY(!project);
    QCOMPARE(project.error().toString(), u"The format “goosse” is not known.\nKnown are: dbmate."_s);
    write(u"whimbrel.toml"_s, "format = \"x\"\n");
    project = MigrationProject::open(folder());
    QVERIFY(!project);
    QCOMPARE(project.error().toString(), folder().filePath(u"whimbrel.toml"_s) + u": The format “x” is not known.\nKnown are: dbmate."_s);
}

void TstMigrationProject::reportsOddFiles()
{
    write(u"db/migrations/1_a.sql"_s);
    write(u"db/migrations/1_b.sql"_s);
    write(u"db/migrations/readme.sql"_s, "-- not a migration\n");
    write(u"db/migrations/README.md"_s, "hello");
    write(u"db/migrations/2_x.SQL"_s);
    QVERIFY(folder().mkpath(u"db/migrations/3_dir.sql"_s));
    QCOMPARE(::mkfifo(qPrintable(folder().filePath(u"db/migrations/4_pipe.sql"_s)), 0600), 0); // who reads it waits for ever
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toString()));
    QCOMPARE(project->migrations().size(), 2);
    QStringList lines = problems(*project).split(QRegularExpression(u"\n(?=error|warning)"_s));
    lines.sort();
    QCOMPARE(lines.join(u'\n'),
             u"error db/migrations/1_a.sql: Several files have the version 1: db/migrations/1_a.sql, db/migrations/1_b.sql.\nThe history holds a version once, so "
             "only one of them can be applied: rename the others.\n"
             "error db/migrations/4_pipe.sql: “4_pipe.sql” is named like a migration and is no file.\nRename or remove it.\n"
             "warning db/migrations/2_x.SQL: “2_x.SQL” is not named like a migration, so dbmate ignores it.\nIts ending has to be “.sql” in lower case.\n"
             "warning db/migrations/3_dir.sql: “3_dir.sql” is named like a migration and is a folder.\nRename or remove it.\n"
             "warning db/migrations/readme.sql: “readme.sql” is not named like a migration, so dbmate ignores it.\nA migration's name begins with its version, "
             "such as 20240131120000_add_users.sql."_s);
}

void TstMigrationProject::reportsAnUnreadableFolder()
{
    write(u"whimbrel.toml"_s, "format = \"dbmate\"\nmigrations = [\"gone\", \"closed\"]\n");
    write(u"closed/1_a.sql"_s);
    const bool closed = QFile::setPermissions(folder().filePath(u"closed"_s), {});
    QVERIFY(closed);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QFile::setPermissions(folder().filePath(u"closed"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    QVERIFY(project);
    const QString gone = u"error gone: The migrations folder “gone” does not exist.\nCreate it, or name the right one: “migrations” in whimbrel.toml or DBMATE_MIGRATIONS_DIR."_s;
    const QString refused = u"\nerror closed: The migrations folder “closed” cannot be read: Permission denied.\nMake it readable for you."_s;
    QCOMPARE(problems(*project), geteuid() == 0 ? gone : gone + refused); // root may read anything
}

void TstMigrationProject::refusesToFollowALinkOutOfTheProject()
{
    const QTemporaryDir outside;
    QFile secret(outside.filePath(u"secret.sql"_s));
    QVERIFY(secret.open(QIODevice::WriteOnly));
    secret.write(good);
    secret.close();
    write(u"db/migrations/1_a.sql"_s);
    QVERIFY(QFile::link(outside.filePath(u"secret.sql"_s), folder().filePath(u"db/migrations/2_out.sql"_s)));
    QVERIFY(QFile::link(folder().filePath(u"db/migrations/1_a.sql"_s), folder().filePath(u"db/migrations/3_in.sql"_s)));
    QVERIFY(QFile::link(outside.path(), folder().filePath(u"db/other"_s)));
    write(u"whimbrel.toml"_s, "format = \"dbmate\"\nmigrations = [\"db/migrations\", \"db/other\"]\n");
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(project);
    QCOMPARE(project->migrations().size(), 3); // listed, so that it is not silently passed over, but never read
    QCOMPARE(problems(*project).replace(outside.path(), u"OUTSIDE"_s),
             u"error db/migrations/2_out.sql: “2_out.sql” is a symbolic link out of the project, to OUTSIDE/secret.sql; it is not read.\nPut the file itself here "
             "if it is to be trusted.\nerror db/other: The migrations folder “db/other” is a symbolic link out of the project, to OUTSIDE; it is not read.\nName "
             "the real folder in whimbrel.toml if its files are to be trusted."_s);
    const Result<MigrationScripts> out = project->format().read(*project->migration(u"2"_s));
    QVERIFY(!out);
    QCOMPARE(out.error().toString().replace(outside.path(), u"OUTSIDE"_s),
             u"db/migrations/2_out.sql: The file is a symbolic link out of the project, to OUTSIDE/secret.sql; it is not read.\nPut the file itself here if it is to "
             "be trusted."_s);
    QVERIFY(project->format().read(*project->migration(u"3"_s)));
}

void TstMigrationProject::readsFilesAsTheyAre_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<bool>("mark");
    QTest::newRow("plain") << good << false;
    QTest::newRow("byte order mark") << "\xef\xbb\xbf" + good << true;
    QTest::newRow("CRLF") << QByteArray(good).replace("\n", "\r\n") << false;
    QTest::newRow("no line end at the end") << good.chopped(1) << false;
    QTest::newRow("large") << QByteArray(good).replace("table a", "table " + QByteArray(1024 * 1024, 'a')) << false;
    QTest::newRow("characters beyond the BMP") << QByteArray(good).replace("table a", "table \xf0\x9f\x98\x80") << false;
}

void TstMigrationProject::readsFilesAsTheyAre()
{
    QFETCH(QByteArray, content);
    QFETCH(bool, mark);
    write(u"db/migrations/1_a.sql"_s, content);
    const Result<MigrationProject> project = MigrationProject::open(folder(), {.format = u"dbmate"_s});
    QVERIFY(project);
    const Result<MigrationScripts> scripts = project->format().read(project->migrations().first());
    QVERIFY2(scripts, qPrintable(scripts ? QString() : scripts.error().toString()));
    QCOMPARE(scripts->hasByteOrderMark, mark);
    QCOMPARE((scripts->up.text + scripts->down.text).toUtf8(), mark ? content.sliced(3) : content);
    QCOMPARE(scripts->problems.size(), mark ? 1 : 0);
    QCOMPARE(scripts->checksum.value(), *MigrationProject::hashFile(project->migrations().first().file));
}

void TstMigrationProject::saysWhyAFileCannotBeRead_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QString>("message");
    QTest::newRow("Latin-1") << QByteArray("-- migrate:up\nselect 'gr\xfc\xdf';\n-- migrate:down\n")
                             << u":2: The file is not UTF-8: byte 0xfc at offset 24.\nIt may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”."_s;
    QTest::newRow("cut off") << QByteArray("-- migrate:up\n\xe2\x82")
                             << u":2: The file is not UTF-8: byte 0xe2 at offset 14.\nIt may be Latin-1: convert it, for example with “iconv -f LATIN1 -t UTF-8”."_s;
    QTest::newRow("NUL") << QByteArray("-- migrate:up\n\0x", 16)
                         << u":2: The file holds a NUL byte at offset 14; SQL text never does.\nIt may be UTF-16 or not a text at all: save it as UTF-8."_s;
    QTest::newRow("empty") << QByteArray() << u": The file is empty.\nWrite a “-- migrate:up” and a “-- migrate:down” section into it, or remove it."_s;
    QTest::newRow("no up marker") << QByteArray("select 1;\n")
                                  << u":1: The file has no “-- migrate:up” line.\nPut “-- migrate:up” above the statements to apply and “-- migrate:down” above those "
                                     "that undo them, each on a line of its own, in lower case."_s;
}

void TstMigrationProject::saysWhyAFileCannotBeRead()
{
    QFETCH(QByteArray, content);
    QFETCH(QString, message);
    write(u"db/migrations/1_a.sql"_s, content);
    const Result<MigrationProject> project = MigrationProject::open(folder(), {.format = u"dbmate"_s});
    QVERIFY(project);
    const Result<MigrationScripts> scripts = project->format().read(project->migrations().first());
    QVERIFY(!scripts);
    QCOMPARE(scripts.error().kind, ErrorKind::Project);
    QCOMPARE(scripts.error().toString(), u"db/migrations/1_a.sql"_s + message);
}

void TstMigrationProject::readsALargeFile()
{
    const QByteArray line("insert into orders (id, note) values (1, 'a note of some length with an \xc3\xa4');\n");
    write(u"db/migrations/1_a.sql"_s, "-- migrate:up\n" + line.repeated((50 << 20) / line.size()) + "-- migrate:down\n");
    const Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(project);
    QVERIFY(project->migrations().first().size > 49 << 20);
    QElapsedTimer timer;
    timer.start();
    const Result<MigrationScripts> scripts = project->format().read(project->migrations().first());
    qInfo("50 MB read and parsed in %lld ms", timer.elapsed());
    QVERIFY(scripts);
    QVERIFY(timer.elapsed() < 20'000);
    QVERIFY(scripts->up.text.endsWith(u"ä');\n"_s));
}

void TstMigrationProject::createsMigrations()
{
    write(u"whimbrel.toml"_s, "format = \"dbmate\"\nmigrations = [\"db/migrations\"]\n");
    Result<MigrationProject> project = MigrationProject::open(folder());
    QVERIFY(project);
    const MigrationFormat &format = project->format();
    const QDateTime now(QDate(2024, 1, 31), QTime(23, 59, 59), QTimeZone(3600));
    const Result<Migration> first = format.create(project->configuration(), folder(), u"  add user/status: ü "_s, now);
    QVERIFY2(first, qPrintable(first ? QString() : first.error().toString()));
    QCOMPARE(first->displayFile, u"db/migrations/20240131225959_add_user_status__ü.sql"_s); // UTC
    QCOMPARE(first->version, u"20240131225959"_s);
    QFile file(first->file);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("-- migrate:up\n\n\n-- migrate:down\n\n"));
    const Result<Migration> second = format.create(project->configuration(), folder(), u"add user/status: ü"_s, now);
    QVERIFY(second);
    QCOMPARE(second->version, u"20240131230000"_s); // a version is used once
    const Result<Migration> third = format.create(project->configuration(), folder(), u" "_s, now);
    QVERIFY(!third);
    QCOMPARE(third.error().toString(), u"A new migration needs a description.\nSay in a few words what it does, such as “add user status”."_s);
    project = MigrationProject::open(folder());
    QVERIFY(project);
    QCOMPARE(project->migrations(), (QList{*first, *second}));
}

void TstMigrationProject::createsAProject()
{
    const QDir place(folder().filePath(u"new/shop"_s));
    const Result<MigrationProject> project = MigrationProject::create(place, u"The \"shop\""_s, u"sqlite:shop.db"_s);
    QVERIFY2(project, qPrintable(project ? QString() : project.error().toString()));
    QCOMPARE(project->name(), u"The \"shop\""_s);
    QCOMPARE(project->format().id(), u"dbmate"_s);
    QVERIFY(project->migrations().isEmpty());
    QVERIFY(project->problems().isEmpty());
    QCOMPARE(project->configuration().defaultEnvironment, u"dev"_s);
    QCOMPARE(project->configuration().environments.size(), 1);
    QCOMPARE(project->configuration().environments.first().url, u"sqlite:shop.db"_s);
    const Result<MigrationProject> again = MigrationProject::create(place, u"x"_s, {});
    QVERIFY(!again);
    QCOMPARE(again.error().toString(), place.path() + u" holds a project already.\nOpen it, or choose another folder."_s);
    const Result<MigrationProject> secret = MigrationProject::create(QDir(folder().filePath(u"b"_s)), {}, u"mysql://a:hush@h/b"_s);
    QVERIFY(!secret);
    QVERIFY(!QFile::exists(folder().filePath(u"b/whimbrel.toml"_s)));
}

void TstMigrationProject::listsTenThousandFiles()
{
    for (int i = 0; i < 10'000; ++i)
        write(u"db/migrations/%1_add_something.sql"_s.arg(20200101000000 + i));
    QElapsedTimer timer;
    timer.start();
    const Result<MigrationProject> project = MigrationProject::open(folder());
    qInfo("10,000 files opened and listed in %lld ms", timer.elapsed());
    QVERIFY(project);
    QCOMPARE(project->migrations().size(), 10'000);
}

WHIMBREL_TEST(TstMigrationProject)
#include "tst_migrationproject.moc"
