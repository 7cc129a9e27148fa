// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "dbmatetool.h"
#include "longtests.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "project/formats/dbmateparser.h"
#include "project/migrationproject.h"
#include "run/runner.h"
#include "sql/splitter.h"
#include "test.h"
#include "timeline/timeline.h"

#include <QRandomGenerator>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::DbmateTool;

// The value or the error's words, so that a failure says more than "false".
#define OK(result) \
    do { \
        const auto &okResult = (result); \
        QVERIFY2(okResult, qPrintable(okResult ? QString() : okResult.error().toString())); \
    } while (false)

class TstDbmate : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup();

    void readsTheSameFiles();
    void readsTheSameSettings();
    void agreesOnTheHistory_data();
    void agreesOnTheHistory();
    void writesTheSameSchemaFile_data();
    void writesTheSameSchemaFile();
    void makesTheSameTable_data();
    void makesTheSameTable();
    void writesTheSameNewMigration();
    void saysTheTruthAboutDifferences_data();
    void saysTheTruthAboutDifferences();
    void takesTurns_data();
    void takesTurns();
    void runsBatchesAsOneStatement_data();
    void runsBatchesAsOneStatement();

private:
    void databases() const;
    /// A new empty database; dialect SQLite's is a file of the project.
    ConnectionSettings newDatabase(const QString &database) const;
    void write(const QString &name, const QByteArray &content) const;
    QByteArray read(const QString &name) const;
    QDir folder() const { return QDir(m_folder->path()); }
    void writeProject() const;
    static Result<> runWhimbrel(const MigrationProject &project, const ConnectionSettings &settings, const RunRequest &request);
    static QStringList statusOf(const MigrationProject &project, const ConnectionSettings &settings);

    std::unique_ptr<QTemporaryDir> m_folder;
    mutable int m_databases = 0;
};

void TstDbmate::initTestCase()
{
    for (const char *name : {"DATABASE_URL", "DBMATE_MIGRATIONS_DIR", "DBMATE_MIGRATIONS_TABLE", "DBMATE_SCHEMA_FILE", "DBMATE_NO_DUMP_SCHEMA", "DBMATE_STRICT"})
        qunsetenv(name);
    QVERIFY2(DbmateTool::isInstalled(), "run the test interop.tools first");
    cleanup();
}

void TstDbmate::cleanup()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TstDbmate::databases() const
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s;
}

#define REQUIRE_DATABASE(database) \
    if (database != "sqlite"_L1) \
        REQUIRE_SERVER((database == "postgresql"_L1 ? static_cast<Test::DatabaseServer &>(Test::PostgresServer::shared()) : Test::MariaDbServer::shared()))

ConnectionSettings TstDbmate::newDatabase(const QString &database) const
{
    if (database == "postgresql"_L1)
        return Test::PostgresServer::shared().settings();
    if (database == "mariadb"_L1)
        return Test::MariaDbServer::shared().settings();
    ConnectionSettings settings;
    settings.database = m_folder->filePath(u"%1.db"_s.arg(++m_databases));
    return settings;
}

void TstDbmate::write(const QString &name, const QByteArray &content) const
{
    QVERIFY(folder().mkpath(QFileInfo(name).path()));
    QFile file(folder().filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
}

QByteArray TstDbmate::read(const QString &name) const
{
    QFile file(folder().filePath(name));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TstDbmate::writeProject() const
{
    write(u"db/migrations/20240101000000_users.sql"_s,
          "-- migrate:up\ncreate table users (id integer primary key, name varchar(80) default 'x');\ncreate index users_name on users (name);\n"
          "-- migrate:down\ndrop table users;\n");
    write(u"db/migrations/20240102000000_view.sql"_s,
          "-- migrate:up transaction:false\ncreate view names as select name from users;\n-- migrate:down\ndrop view names;\n");
    write(u"db/migrations/009_early.sql"_s, "-- migrate:up\n-- nothing to do\n\n-- migrate:down\n\n");
    write(u"db/migrations/20240103000000_orders.sql"_s, "-- migrate:up\r\ncreate table orders (id integer primary key);\r\n-- migrate:down\r\ndrop table orders;\r\n");
}

// What `dbmate status` would say, from Whimbrel's timeline.
QStringList TstDbmate::statusOf(const MigrationProject &project, const ConnectionSettings &settings)
{
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Browse);
    if (!session)
        return {session.error().toString()};
    const Result<QList<AppliedMigration>> applied = project.format().historyTable(project.configuration(), settings)->read(**session);
    if (!applied)
        return {applied.error().toString()};
    QStringList lines;
    for (const TimelineEntry &entry : buildTimeline(project, *applied).entries) {
        if (!entry.migration.file.isEmpty())
            lines << (entry.applied ? u"[X] "_s : u"[ ] "_s) + entry.migration.file.section(u'/', -1);
    }
    return lines;
}

// Random files out of the lines that matter: what one refuses the other refuses.
void TstDbmate::readsTheSameFiles()
{
    const QByteArrayList lines{"-- migrate:up\n", "-- migrate:down\n", "--migrate:up transaction:false\n", "--\tmigrate:down\r\n", " -- migrate:up\n", "-- migrate:upgrade\n",
                               "-- MIGRATE:down\n", "-- comment\n", "\n", "select 1;\n", "\t\n", "/* c */\n", "-- migrate:down x:y transaction:false\n"};
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    const ConnectionSettings settings = newDatabase(u"sqlite"_s);
    int accepted = 0;
    for (int i = 0; i < Test::rounds(120, 1000); ++i) {
        QByteArray text;
        for (int count = random.bounded(1, 6); count > 0; --count)
            text += lines.at(random.bounded(lines.size()));
        write(u"db/migrations/1_a.sql"_s, text);
        QFile::remove(settings.database);
        const DbmateTool::Outcome real = DbmateTool(folder(), settings).run({u"--no-dump-schema"_s, u"up"_s});
        const bool realReads = !real.output.contains(u"dbmate requires"_s) && !real.output.contains(u"dbmate does not support"_s);
        const Result<MigrationScripts> ours = parseDbmate(QString::fromUtf8(text), u"1_a.sql"_s);
        QVERIFY2(ours.has_value() == realReads, (text + "--- dbmate says:\n" + real.output.toUtf8() + "--- we say:\n" + (ours ? "fine" : ours.error().toString().toUtf8())).constData());
        accepted += realReads;
    }
    QVERIFY(accepted > 0);
}

void TstDbmate::readsTheSameSettings()
{
    write(u"one/1_a.sql"_s, "-- migrate:up\n-- migrate:down\n");
    write(u"two/2_b.sql"_s, "-- migrate:up\n-- migrate:down\n");
    write(u".env"_s, "export NAME=history\nname=low\nDBMATE_MIGRATIONS_TABLE=\"${NAME}_of_it\" # ours\nDBMATE_MIGRATIONS_DIR=./one,two\nDBMATE_NO_DUMP_SCHEMA=true\n");
    const ConnectionSettings settings = newDatabase(u"sqlite"_s);
    const DbmateTool::Outcome up = DbmateTool(folder(), settings).run({u"up"_s});
    QVERIFY2(up.exitCode == 0, qPrintable(up.output));
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    QCOMPARE(project->configuration().historyTable, u"history_of_it"_s);
    QCOMPARE(statusOf(*project, settings), (QStringList{u"[X] 1_a.sql"_s, u"[X] 2_b.sql"_s}));
}

void TstDbmate::agreesOnTheHistory_data()
{
    databases();
}

void TstDbmate::agreesOnTheHistory()
{
    QFETCH(QString, database);
    REQUIRE_DATABASE(database);
    writeProject();
    const ConnectionSettings settings = newDatabase(database);
    const DbmateTool dbmate(folder(), settings);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    QCOMPARE(statusOf(*project, settings), dbmate.status());
    QCOMPARE(dbmate.status().size(), 4);
    const DbmateTool::Outcome up = dbmate.run({u"up"_s});
    QVERIFY2(up.exitCode == 0, qPrintable(up.output));
    QCOMPARE(statusOf(*project, settings), dbmate.status());

    // What dbmate rolls back is what we would.
    const QList<Migration> order = project->format().undoOrder(project->migrations());
    for (const Migration &migration : order.first(2)) {
        const DbmateTool::Outcome down = dbmate.run({u"rollback"_s});
        QVERIFY2(down.output.contains(u"Rolled back: "_s + migration.file.section(u'/', -1)), qPrintable(down.output));
        QCOMPARE(statusOf(*project, settings), dbmate.status());
    }

    // Our rows are dbmate's.
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    OK(session);
    const std::unique_ptr<HistoryTable> history = project->format().historyTable(project->configuration(), settings);
    OK(history->recordReverted(**session, project->migrations().first()));
    OK(history->recordApplied(**session, project->migrations().last()));
    QCOMPARE(dbmate.status(), (QStringList{u"[ ] 009_early.sql"_s, u"[X] 20240101000000_users.sql"_s, u"[ ] 20240102000000_view.sql"_s, u"[X] 20240103000000_orders.sql"_s}));
    QCOMPARE(statusOf(*project, settings), dbmate.status());
}

void TstDbmate::writesTheSameSchemaFile_data()
{
    databases();
}

void TstDbmate::writesTheSameSchemaFile()
{
    QFETCH(QString, database);
    REQUIRE_DATABASE(database);
    writeProject();
    const ConnectionSettings settings = newDatabase(database);
    const DbmateTool::Outcome up = DbmateTool(folder(), settings).run({u"up"_s});
    QVERIFY2(up.exitCode == 0, qPrintable(up.output));
    const QByteArray real = read(u"db/schema.sql"_s);
    QVERIFY(real.contains("20240103000000"));
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    const auto rewrite = [&] { return project->format().afterRun(project->configuration(), folder(), settings, {}); };

    write(u"db/schema.sql"_s, "old\n");
    QCOMPARE(rewrite(), QString());
    QCOMPARE(read(u"db/schema.sql"_s), real);

    // Our own journal in the database does not show.
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    OK(session);
    if (database == "postgresql"_L1)
        OK((*session)->query(u"create schema whimbrel"_s));
    const QString journal = database == "postgresql"_L1 ? u"whimbrel.journal"_s : u"whimbrel_journal"_s;
    OK((*session)->query(u"create table %1 (id integer primary key,\n    version varchar(80) not null)"_s.arg(journal)));
    OK((*session)->query(u"create index whimbrel_journal_version on %1 (version)"_s.arg(journal)));
    write(u"db/schema.sql"_s, "old\n");
    QCOMPARE(rewrite(), QString());
    QCOMPARE(read(u"db/schema.sql"_s), real);

    // A project without the file gets none.
    QVERIFY(QFile::remove(folder().filePath(u"db/schema.sql"_s)));
    QCOMPARE(rewrite(), QString());
    QVERIFY(!QFile::exists(folder().filePath(u"db/schema.sql"_s)));
}

void TstDbmate::makesTheSameTable_data()
{
    databases();
}

void TstDbmate::makesTheSameTable()
{
    QFETCH(QString, database);
    REQUIRE_DATABASE(database);
    writeProject();
    const auto dump = [this](const ConnectionSettings &settings) {
        QFile::remove(folder().filePath(u"db/schema.sql"_s));
        const DbmateTool::Outcome dumped = DbmateTool(folder(), settings).run({u"dump"_s});
        const QByteArray schema = read(u"db/schema.sql"_s).replace(settings.database.toUtf8(), "DATABASE"); // mariadb-dump names it
        return schema + (dumped.exitCode == 0 ? QByteArray() : dumped.output.toUtf8());
    };
    const ConnectionSettings ours = newDatabase(database);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    {
        const Result<std::unique_ptr<Session>> session = Session::open(ours, SessionRole::Run);
        OK(session);
        OK(project->format().historyTable(project->configuration(), ours)->create(**session));
    }
    const ConnectionSettings theirs = newDatabase(database);
    const QByteArray real = dump(theirs); // dbmate dump makes the table in an empty database
    QVERIFY(real.contains("schema_migrations"));
    QCOMPARE(dump(ours), real);
}

void TstDbmate::writesTheSameNewMigration()
{
    const DbmateTool::Outcome made = DbmateTool(folder(), newDatabase(u"sqlite"_s)).run({u"new"_s, u"add_users"_s});
    QVERIFY2(made.exitCode == 0, qPrintable(made.output));
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    QCOMPARE(project->migrations().size(), 1);
    const Migration theirs = project->migrations().first();
    const Result<Migration> ours = project->format().create(project->configuration(), folder(), u"add users"_s, QDateTime::currentDateTime());
    OK(ours);
    QCOMPARE(ours->version.size(), theirs.version.size());
    QCOMPARE(ours->description, theirs.description);
    QCOMPARE(read(ours->displayFile), read(theirs.displayFile));
}

void TstDbmate::saysTheTruthAboutDifferences_data()
{
    QTest::addColumn<QByteArray>("section");
    QTest::addColumn<QString>("sentence"); // empty: no difference
    QTest::addColumn<QString>("dbmateSays"); // empty: it succeeds
    const QString oneString = u"dbmate sends this section as one string, which PostgreSQL runs as one transaction: "_s;
    QTest::newRow("alone") << QByteArray("create index concurrently i on t (id);") << QString() << QString();
    QTest::newRow("beside another") << QByteArray("create index concurrently i on t (id);\ncreate index j on t (id);")
                                    << oneString + u"there it would fail. Give the statement that must not run in a transaction a migration of its own if dbmate is to run it too."_s
                                    << u"cannot run inside a transaction block"_s;
    QTest::newRow("two, one fails") << QByteArray("create table u (id integer);\ncreate table t (id integer);")
                                    << oneString + u"a failure would undo all of it. Whimbrel runs it statement by statement: what was done before a failure stays."_s
                                    << u"already exists"_s;
    QTest::newRow("COPY with its data") << QByteArray("copy t from stdin;\n7\n\\.\n") << u"dbmate cannot run COPY … FROM STDIN with its data; Whimbrel can."_s
                                        << u"Error"_s;
}

// What a plan says of dbmate is what dbmate does.
void TstDbmate::saysTheTruthAboutDifferences()
{
    QFETCH(QByteArray, section);
    QFETCH(QString, sentence);
    QFETCH(QString, dbmateSays);
    REQUIRE_DATABASE(u"postgresql"_s);
    write(u"db/migrations/1_t.sql"_s, "-- migrate:up\ncreate table t (id integer);\n-- migrate:down\n");
    const ConnectionSettings settings = newDatabase(u"postgresql"_s);
    const DbmateTool dbmate(folder(), settings);
    QCOMPARE(dbmate.run({u"up"_s}).exitCode, 0);
    write(u"db/migrations/2_x.sql"_s, "-- migrate:up transaction:false\n" + section + "\n-- migrate:down\n");

    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    const Result<MigrationScripts> scripts = project->format().read(*project->migration(u"2"_s));
    OK(scripts);
    const SplitScript split = splitScript(scripts->up.text, Dialect::PostgreSql, scripts->up.start);
    QCOMPARE(project->format().differences(scripts->up, split.statements, Dialect::PostgreSql).join(u' '), sentence);
    const DbmateTool::Outcome outcome = dbmate.run({u"up"_s});
    QVERIFY2(dbmateSays.isEmpty() ? outcome.exitCode == 0 : outcome.exitCode != 0 && outcome.output.contains(dbmateSays), qPrintable(outcome.output));
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Browse);
    OK(session);
    const Result<Rows> left = (*session)->query(u"select count(*) as found from pg_class where relname = 'u'"_s);
    OK(left);
    QCOMPARE(left->number(0, u"found"), 0); // dbmate undid the first of two
}

Result<> TstDbmate::runWhimbrel(const MigrationProject &project, const ConnectionSettings &settings, const RunRequest &request)
{
    const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    if (!session)
        return std::unexpected(session.error());
    Target target;
    target.settings = settings;
    Runner runner(project, target);
    runner.setLogFolder({});
    return readTimeline(project, **session)
        .and_then([&](const Timeline &timeline) { return makePlan(project, timeline, request, (*session)->dialect()); })
        .and_then([&](const RunPlan &plan) { return runner.run(**session, plan, {}); })
        .transform([](const RunOutcome &) {});
}

void TstDbmate::takesTurns_data()
{
    databases();
}

// The promise that nothing has to be converted: on one project and one database, in any order, each is content with what
// the other did.
void TstDbmate::takesTurns()
{
    QFETCH(QString, database);
    REQUIRE_DATABASE(database);
    constexpr int migrations = 8;
    const int steps = Test::rounds(20, 100);
    for (int i = 1; i <= migrations; ++i) {
        const QByteArray name = "t" + QByteArray::number(i);
        const QByteArray options = i % 3 == 0 ? " transaction:false" : "";
        write(u"db/migrations/"_s + QString::number(20240100000000 + i) + u'_' + QString::fromLatin1(name) + u".sql"_s,
              "-- migrate:up" + options + "\ncreate table " + name + " (id integer primary key);\ninsert into " + name + " values (1);\n-- migrate:down" + options
                  + "\ndrop table " + name + ";\n");
    }
    write(u"db/schema.sql"_s, "to be rewritten\n");
    const ConnectionSettings settings = newDatabase(database);
    const DbmateTool dbmate(folder(), settings);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);

    struct Step
    {
        QByteArray name;
        std::function<Result<>()> run;
    };
    const auto tool = [&dbmate](const QString &command) {
        return [&dbmate, command]() -> Result<> {
            const DbmateTool::Outcome outcome = dbmate.run({command});
            const bool nothingToDo = outcome.output.contains(u"no migrations have been applied"_s);
            return outcome.exitCode == 0 || nothingToDo ? Result<>() : failure(ErrorKind::Io, outcome.output);
        };
    };
    const auto ours = [&](RunRequest::Action action, int count = 0) {
        RunRequest request;
        request.action = action;
        request.steps = count;
        return [&, request] { return runWhimbrel(*project, settings, request); };
    };
    using enum RunRequest::Action;
    const std::vector<Step> possible{{"dbmate up", tool(u"up"_s)},
                                     {"dbmate rollback", tool(u"rollback"_s)},
                                     {"dbmate rollback", tool(u"rollback"_s)},
                                     {"whimbrel up", ours(Up)},
                                     {"whimbrel up --steps 2", ours(Up, 2)},
                                     {"whimbrel down", ours(Down)},
                                     {"whimbrel down --steps 3", ours(Down, 3)},
                                     {"whimbrel redo", ours(Redo)}};
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int i = 0; i < steps; ++i) {
        const Step &step = possible.at(static_cast<size_t>(random.bounded(int(possible.size()))));
        const Result<> done = step.run();
        const bool nothingToDo = !done && done.error().kind == ErrorKind::Usage; // down and redo of an empty history
        QVERIFY2(done || nothingToDo, qPrintable(u"step %1, %2: %3"_s.arg(i).arg(QString::fromLatin1(step.name), done ? QString() : done.error().toString())));
        QVERIFY2(statusOf(*project, settings) == dbmate.status(),
                 qPrintable(u"step %1, %2:\n%3\n%4"_s.arg(i).arg(QString::fromLatin1(step.name), statusOf(*project, settings).join(u'\n'), dbmate.status().join(u'\n'))));
        const Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Browse);
        OK(session);
        const Result<Timeline> timeline = readTimeline(*project, **session);
        OK(timeline);
        QCOMPARE(timeline->problems, 0);
    }
    QVERIFY(!read(u"db/schema.sql"_s).contains("to be rewritten"));
}

void TstDbmate::runsBatchesAsOneStatement_data()
{
    databases();
}

/// What Whimbrel runs in batches is one statement to dbmate: the same files, the same rows, the same history.
void TstDbmate::runsBatchesAsOneStatement()
{
    QFETCH(QString, database);
    REQUIRE_DATABASE(database);
    write(u"db/migrations/20240101000001_t.sql"_s,
          "-- migrate:up\ncreate table t (id integer primary key, n integer not null);\ninsert into t values (1, 0), (2, 0), (3, 0), (4, 0), (5, 0);\n"
          "-- migrate:down\ndrop table t;\n");
    for (const QString &version : {u"20240101000002"_s, u"20240101000003"_s}) {
        write(u"db/migrations/%1_fill.sql"_s.arg(version),
              "-- migrate:up transaction:false\n-- whimbrel: batch size=2 pause=0\nupdate t set n = n + 1;\n"
              "-- migrate:down transaction:false\n-- whimbrel: batch size=2 pause=0\nupdate t set n = n - 1;\n");
    }
    const ConnectionSettings settings = newDatabase(database);
    const DbmateTool dbmate(folder(), settings);
    const Result<MigrationProject> project = MigrationProject::open(folder());
    OK(project);
    OK(runWhimbrel(*project, settings, {.toVersion = u"20240101000002"_s}));
    const DbmateTool::Outcome up = dbmate.run({u"--no-dump-schema"_s, u"up"_s});
    QVERIFY2(up.exitCode == 0, qPrintable(up.output));
    const auto counted = [&settings] {
        const auto session = Session::open(settings, SessionRole::Browse);
        return session ? (*session)->query(u"SELECT min(n) AS low, max(n) AS high FROM t"_s).value().rows.first() : QList<Cell>();
    };
    QCOMPARE(counted(), (QList<Cell>{u"2"_s, u"2"_s}));
    RunRequest back;
    back.action = RunRequest::Action::Down;
    OK(runWhimbrel(*project, settings, back));
    const DbmateTool::Outcome down = dbmate.run({u"--no-dump-schema"_s, u"down"_s});
    QVERIFY2(down.exitCode == 0, qPrintable(down.output));
    QCOMPARE(counted(), (QList<Cell>{u"0"_s, u"0"_s}));
    QCOMPARE(statusOf(*project, settings), dbmate.status());
}

WHIMBREL_TEST(TstDbmate)
#include "tst_dbmate.moc"
