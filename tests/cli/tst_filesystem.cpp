// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "scriptedproject.h"
#include "smalldisk.h"
#include "test.h"

#include <QDir>
#include <QJsonArray>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;
using Test::ScriptedProject;
using Test::SmallDisk;

/// The real program on a disk that is full and on files it may not read or write.
class TstFileSystem : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void fullDisk_data();
    void fullDisk();
    void fullDiskForTheRunLog();
    void databaseThatMayNotBeWritten();
    void databaseThatMayNotBeRead();
    void databaseFolderThatMayNotBeWritten();
    void folderOfMigrationsThatMayNotBeRead();
    void migrationThatMayNotBeRead();
    void projectFolderThatMayNotBeRead();
    void newInAFolderThatMayNotBeWritten();
};

namespace {

/// A person without the right to mount, on a system that gives none to namespaces, is told; root always may.
bool isMounted(const SmallDisk &disk)
{
    if (!disk.isMounted())
        qInfo("%s", qPrintable(disk.problem()));
    return disk.isMounted() || geteuid() == 0;
}

/// Runs the program as somebody to whom the permissions of files mean something: root without the right to ignore them.
ProgramResult runBound(const QStringList &arguments, const QString &folder)
{
    if (geteuid() != 0)
        return Test::runProgram(arguments, folder);
    return Test::runCommand(QStringList{u"setpriv"_s, u"--bounding-set=-dac_override,-dac_read_search"_s, u"--inh-caps=-all"_s, Test::programPath()} + arguments,
                            folder);
}

/// Takes permissions from a file or folder and gives them back, or nobody could remove it.
class Permissions
{
public:
    Permissions(const QString &path, QFile::Permissions permissions)
        : m_path(path)
        , m_before(QFile::permissions(path))
    {
        if (!QFile::setPermissions(path, permissions))
            qFatal("%s keeps its permissions", qPrintable(path));
    }
    ~Permissions() { QFile::setPermissions(m_path, m_before); }
    Q_DISABLE_COPY_MOVE(Permissions)

private:
    const QString m_path;
    const QFile::Permissions m_before;
};

constexpr QFile::Permissions readable = QFile::ReadOwner;
constexpr QFile::Permissions enterable = QFile::ReadOwner | QFile::ExeOwner;

void fill(ScriptedProject &project)
{
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s, u"DROP TABLE one;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);"_s, u"DROP TABLE two;"_s);
}

QStringList databaseOf(const ScriptedProject &project)
{
    return {u"-d"_s, u"sqlite:"_s + project.settings().database};
}

QStringList statesIn(const QString &json)
{
    QStringList states;
    const ProgramResult status{.code = 0, .out = json, .err = {}};
    for (const QJsonValue &migration : status.document().value(u"migrations"_s).toArray())
        states << migration[u"state"].toString();
    return states;
}

} // namespace

void TstFileSystem::fullDisk_data()
{
    QTest::addColumn<int>("bytes");
    QTest::addColumn<QString>("place");
    QTest::newRow("at the statement, which is larger than SQLite's cache")
        << 8'000'000 << u"db/migrations/2_two.sql:3"_s;
    QTest::newRow("at the commit") << 1'500'000 << u"db/migrations/2_two.sql"_s;
}

void TstFileSystem::fullDisk()
{
    QFETCH(const int, bytes);
    QFETCH(const QString, place);
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE big (b blob);\nINSERT INTO big VALUES (zeroblob(%1));"_s.arg(bytes));
    project.add(u"3"_s, u"three"_s, u"CREATE TABLE three (id integer);"_s);
    QDir(project.folder()).mkdir(u"disk"_s);
    SmallDisk disk;
    disk.mount(project.folder() + u"/disk"_s, 20);
    if (!isMounted(disk)) {
        qInfo("TstRunSqlite::fullDatabaseRollsBack tests the same with SQLite's own limit.");
        return;
    }
    const auto run = [&](const QStringList &command) {
        const QString database = u"sqlite:"_s + project.folder() + u"/disk/test.db"_s;
        return Test::runCommand(disk.entered(QStringList{Test::programPath()} + command + QStringList{u"-p"_s, project.folder(), u"-d"_s, database}));
    };
    disk.fill(800'000);
    const ProgramResult first = run({u"up"_s});
    const ProgramResult between = run({u"status"_s, u"--json"_s});
    disk.makeRoom();
    const ProgramResult second = run({u"up"_s});
    const ProgramResult after = run({u"status"_s, u"--json"_s});

    const QString &error = first.err;
    QVERIFY2(first.code == 3, qPrintable(error));
    QVERIFY2(error.contains(place + u": database"_s) && error.contains(u"disk is full"_s), qPrintable(error));
    QVERIFY2(error.contains(u"rolled back: nothing of it is in the database"_s), qPrintable(error));
    QVERIFY2(error.contains(u"Make room on the disk"_s) && error.contains(u"Run again once that is put right"_s),
             qPrintable(error));
    QVERIFY2(error.contains(u"1 migration of this run was completed before and stays"_s), qPrintable(error));
    const QStringList states = statesIn(between.out);
    QCOMPARE(states.value(0), u"applied"_s);
    QVERIFY2(states.value(1) == u"pending" || states.value(1) == u"failed", qPrintable(states.join(u' ')));
    QCOMPARE(states.value(2), u"pending"_s);

    QVERIFY2(second.code == 0, qPrintable(second.err));
    QCOMPARE(statesIn(after.out), (QStringList{u"applied"_s, u"applied"_s, u"applied"_s}));
}

/// The log beside a run has no room: the run itself is not in danger, and says what is missing.
void TstFileSystem::fullDiskForTheRunLog()
{
    ScriptedProject project;
    fill(project);
    const QString state = project.folder() + u"/state"_s;
    QDir(project.folder()).mkdir(u"state"_s);
    SmallDisk disk;
    disk.mount(state, 1);
    if (!isMounted(disk))
        return;
    QDir().mkpath(disk.path(u"whimbrel"_s));
    disk.fill();
    QStringList command{u"env"_s};
    for (const QString &name : {u"XDG_STATE_HOME="_s, u"XDG_DATA_HOME="_s, u"XDG_CACHE_HOME="_s})
        command << name + state;
    const ProgramResult result = Test::runCommand(disk.entered(command + QStringList{Test::programPath()} + on(project, {u"up"_s})));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QVERIFY2(result.err.contains(u"is not complete: No space left on device"_s), qPrintable(result.out + result.err));
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstFileSystem::databaseThatMayNotBeWritten()
{
    ScriptedProject project;
    fill(project);
    project.execute({u"CREATE TABLE there (id integer)"_s});
    const Permissions permissions(project.settings().database, readable);
    const ProgramResult result = runBound(QStringList{u"up"_s} + databaseOf(project), project.folder());
    QVERIFY2(result.code != 0 && result.code != -1, qPrintable(result.err));
    QVERIFY2(result.err.contains(u"readonly database"_s), qPrintable(result.err));
    QVERIFY2(result.err.contains(u"may not write "_s + project.settings().database), qPrintable(result.err));
    const ProgramResult status =
        runBound(QStringList{u"status"_s, u"--json"_s} + databaseOf(project), project.folder());
    QCOMPARE(status.code, 0);
    QCOMPARE(status.document().value(u"pending"_s).toInt(), 2);
}

void TstFileSystem::databaseThatMayNotBeRead()
{
    ScriptedProject project;
    fill(project);
    project.execute({u"CREATE TABLE there (id integer)"_s});
    const Permissions permissions(project.settings().database, {});
    for (const QString &command : {u"status"_s, u"up"_s}) {
        const ProgramResult result = runBound(QStringList{command} + databaseOf(project), project.folder());
        QVERIFY2(result.code == 4, qPrintable(command + u": "_s + result.out + result.err));
        QVERIFY2(result.err.contains(u"Check the path and who may read and write it"_s), qPrintable(result.err));
    }
}

/// SQLite needs its journal beside the file.
void TstFileSystem::databaseFolderThatMayNotBeWritten()
{
    ScriptedProject project;
    fill(project);
    QDir(project.folder()).mkdir(u"data"_s);
    ConnectionSettings settings = project.settings();
    settings.database = project.folder() + u"/data/test.db"_s;
    project.setSettings(settings);
    project.execute({u"CREATE TABLE there (id integer)"_s});
    ProgramResult result;
    {
        const Permissions permissions(project.folder() + u"/data"_s, enterable);
        result = runBound(QStringList{u"up"_s} + databaseOf(project), project.folder());
    }
    QVERIFY2(result.code > 0, qPrintable(result.err));
    QVERIFY2(result.err.contains(project.folder() + u"/data"_s), qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList());
}

void TstFileSystem::folderOfMigrationsThatMayNotBeRead()
{
    ScriptedProject project;
    fill(project);
    const Permissions permissions(project.folder() + u"/db/migrations"_s, {});
    for (const QString &command : {u"status"_s, u"up"_s}) {
        const ProgramResult result = runBound(QStringList{command} + databaseOf(project), project.folder());
        QVERIFY2(result.code == 2, qPrintable(command + u": "_s + result.out + result.err));
        QVERIFY2(result.err.contains(u"db/migrations"_s) && result.err.contains(u"read"_s), qPrintable(result.err));
    }
    QVERIFY(!QFile::exists(project.settings().database));
}

void TstFileSystem::migrationThatMayNotBeRead()
{
    ScriptedProject project;
    fill(project);
    const Permissions permissions(project.folder() + u"/db/migrations/2_two.sql"_s, {});
    const ProgramResult result = runBound(QStringList{u"up"_s} + databaseOf(project), project.folder());
    QVERIFY2(result.code == 2, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(u"2_two.sql"_s) && result.err.contains(u"read"_s), qPrintable(result.err));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM sqlite_master"_s).number(0, u"n"),
             0); // not even the one before it ran
}

void TstFileSystem::projectFolderThatMayNotBeRead()
{
    ScriptedProject project;
    fill(project);
    const Permissions permissions(project.folder(), {});
    const ProgramResult result = runBound(QStringList{u"status"_s, u"-p"_s, project.folder()}, u"/"_s);
    QVERIFY2(result.code == 2, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(project.folder()), qPrintable(result.err));
}

void TstFileSystem::newInAFolderThatMayNotBeWritten()
{
    ScriptedProject project;
    fill(project);
    const Permissions permissions(project.folder() + u"/db/migrations"_s, enterable);
    const ProgramResult result = runBound({u"new"_s, u"add"_s, u"x"_s}, project.folder());
    QVERIFY2(result.code > 0, qPrintable(result.out + result.err));
    QVERIFY2(result.err.contains(u"db/migrations"_s), qPrintable(result.err));
}

WHIMBREL_TEST(TstFileSystem)
#include "tst_filesystem.moc"
