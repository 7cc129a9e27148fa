// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysedplan.h"
#include "report/effecttext.h"
#include "test.h"


using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::AnalysedPlan;
using Test::ScriptedProject;

/// What a plan says about others: on SQLite with its database, and of PostgreSQL's and MariaDB's files alone.
class TstPlanEffects : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void sqliteTellsOfItsLockOncePerTransaction();
    void sqliteInWalModeNeverStopsReaders();
    void sqliteStatementByStatement();
    void filesOfPostgreSqlAlone();
    void filesOfMariaDbAlone();
    void readsAsJson_data();
    void readsAsJson();
    void earlierRunsTellTheirTime();
    void anEarlierRunReads_data();
    void anEarlierRunReads();
    void anEditedFileHasNoTime();
    void theWholeReleaseHasOneEntryATable();
};

namespace {

void addUsers(ScriptedProject &project)
{
    project.add(u"1"_s, u"users"_s,
                u"CREATE TABLE users (id bigint PRIMARY KEY, email varchar(200), name varchar(200));"_s,
                u"DROP TABLE users;"_s);
}

void addStatus(ScriptedProject &project, const QString &options = {})
{
    project.add(
        u"2"_s, u"status"_s,
        u"ALTER TABLE users ADD COLUMN status text;\nCREATE INDEX users_status ON users (email);\nUPDATE users SET status = 'new';"_s,
        u"DROP INDEX users_status;\nALTER TABLE users DROP COLUMN status;"_s, options);
}

} // namespace

void TstPlanEffects::sqliteTellsOfItsLockOncePerTransaction()
{
    ScriptedProject project;
    addUsers(project);
    QVERIFY(project.run());
    project.execute({u"INSERT INTO users (id, email) VALUES (1, 'a'), (2, 'b'), (3, 'c')"_s});
    addStatus(project);
    const AnalysedPlan plan = Test::analysed(project);
    QCOMPARE(plan.text(), uR"(1 migration to apply on shop

up   db/migrations/2_status.sql  (in one transaction)
       2  ALTER TABLE users ADD COLUMN status text
          main: writers wait from here until the commit, readers only while it commits (in WAL mode never)
       3  CREATE INDEX users_status ON users (email)
          main.users: every row is read (3 rows)
       4  UPDATE users SET status = 'new'
          main.users: every row is read (3 rows)

)"_s);
}

void TstPlanEffects::sqliteInWalModeNeverStopsReaders()
{
    ScriptedProject project;
    addUsers(project);
    QVERIFY(project.run());
    project.execute({u"PRAGMA journal_mode = wal"_s});
    addStatus(project);
    const QString text = Test::analysed(project).text();
    QVERIFY2(text.contains(u"main: writers wait from here until the commit, readers never\n"_s), qPrintable(text));
    QVERIFY2(!text.contains(u"readers only while it commits"_s), qPrintable(text));
}

void TstPlanEffects::sqliteStatementByStatement()
{
    ScriptedProject project;
    addUsers(project);
    QVERIFY(project.run());
    addStatus(project, u"transaction:false"_s);
    const QString text = Test::analysed(project).text();
    QCOMPARE(text.count(u"main: writers wait while it runs"_s), 3);
}

void TstPlanEffects::filesOfPostgreSqlAlone()
{
    ScriptedProject project;
    addUsers(project);
    addStatus(project);
    const AnalysedPlan plan = Test::analysedFromFiles(project, Dialect::PostgreSql);
    QCOMPARE(plan.text(), uR"(2 migrations to apply on shop

up   db/migrations/1_users.sql  (in one transaction)
       2  CREATE TABLE users (id bigint PRIMARY KEY, email varchar(200), name varchar(200))

up   db/migrations/2_status.sql  (in one transaction)
       2  ALTER TABLE users ADD COLUMN status text
          ACCESS EXCLUSIVE on public.users: reads and writes wait
       3  CREATE INDEX users_status ON users (email)
          SHARE on public.users: writes wait; every row is read (size unknown)
          error: Building an index on “users” lets nobody write to the table until every row is read. [index-build-blocks-writes]
          warning: While this runs, nobody can read or write “users”, which the statement in line 2 has locked until the transaction ends. [work-while-holding-lock]
       4  UPDATE users SET status = 'new'
          ROW EXCLUSIVE on public.users: nobody waits; every row is read (size unknown)
          error: This changes every row of “users” in one go: each stays locked until the last is done, and replicas follow late. [unbatched-backfill]

The strongest lock on each table:
  public.users: ACCESS EXCLUSIVE, reads and writes wait (db/migrations/2_status.sql:2:1)

)"_s);
}

void TstPlanEffects::filesOfMariaDbAlone()
{
    ScriptedProject project;
    addUsers(project);
    addStatus(project);
    const AnalysedPlan plan = Test::analysedFromFiles(project, Dialect::MariaDb);
    QCOMPARE(plan.text(), uR"(2 migrations to apply on shop

up   db/migrations/1_users.sql  (definitions commit by themselves)
       2  CREATE TABLE users (id bigint PRIMARY KEY, email varchar(200), name varchar(200))
     Note: MariaDB commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.

up   db/migrations/2_status.sql  (definitions commit by themselves)
       2  ALTER TABLE users ADD COLUMN status text
          LOCK=NONE on users: schema changes wait
          nobody else may use the table for a moment
       3  CREATE INDEX users_status ON users (email)
          LOCK=NONE on users: schema changes wait; indexes are built again; every row is read (size unknown)
          nobody else may use the table for a moment when it begins, and again when it ends: there others may have to wait for up to 1.0 s, because to cancel it then would lose the work
          warning: 2 statements of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay. [ddl-commits-implicitly]
       4  UPDATE users SET status = 'new'
          row locks on users: writes wait; every row is read (size unknown)
          error: This changes every row of “users” in one go: each stays locked until the last is done, and replicas follow late. [unbatched-backfill]
     Note: MariaDB commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.

The strongest lock on each table:
  users: row locks, writes wait (db/migrations/2_status.sql:4:1)

)"_s);
}

void TstPlanEffects::readsAsJson_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QStringList>("impacts"); // of CREATE INDEX: the members that are not false
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("PostgreSQL")
        << Dialect::PostgreSql
        << QStringList{u"public.users ShareLock certain blocksWrites scan"_s,
                       u"public.users_status AccessExclusiveLock certain blocksReads blocksWrites new"_s}
        << QStringList{u"index-build-blocks-writes"_s, u"work-while-holding-lock"_s};
    const QStringList online{u"users NONE certain scan indexRebuild"_s};
    QTest::newRow("MariaDB") << Dialect::MariaDb << online << QStringList{u"ddl-commits-implicitly"_s};
    QTest::newRow("MySQL") << Dialect::MySql << online << QStringList{u"ddl-commits-implicitly"_s};
    QTest::newRow("SQLite") << Dialect::SQLite
                            << QStringList{u"main RESERVED certain blocksWrites"_s, u"main.users  certain scan"_s}
                            << QStringList{};
}

/// The keys of design/CLI.md, whatever the dialect.
void TstPlanEffects::readsAsJson()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project;
    addUsers(project);
    addStatus(project);
    const AnalysedPlan plan = Test::analysedFromFiles(project, dialect);
    const QJsonObject step = plan.json()[u"steps"].toArray().at(1).toObject();
    QCOMPARE(step[u"version"], QJsonValue(u"2"_s));
    QCOMPARE(step[u"phase"], QJsonValue(u"migrate"_s));
    QVERIFY(step[u"earlierRun"].isNull());
    for (const QJsonValue &statement : step[u"statements"].toArray()) {
        for (const QString &key : {u"sql"_s, u"file"_s, u"line"_s, u"kind"_s, u"impacts"_s, u"findings"_s, u"fails"_s})
            QVERIFY2(statement.toObject().contains(key), qPrintable(key));
        QVERIFY(!statement.toObject().contains(u"estimate"_s)); // files tell no sizes
    }
    const QJsonObject index = plan.statement(1, 1);
    QStringList impacts;
    for (const QJsonValue &impact : index[u"impacts"].toArray()) {
        QStringList set{impact[u"relation"].toString(), impact[u"lock"].toString()};
        for (const QString &key : {u"certain"_s, u"blocksReads"_s, u"blocksWrites"_s, u"rewrite"_s, u"scan"_s,
                                   u"indexRebuild"_s, u"new"_s}) {
            QVERIFY2(impact.toObject().contains(key), qPrintable(key));
            if (impact[key] != QJsonValue(false))
                set << (impact[key].isString() ? key + u'=' + impact[key].toString() : key);
        }
        impacts << set.join(u' ');
    }
    QTEST(impacts, "impacts");
    QStringList rules;
    for (const QJsonValue &finding : index[u"findings"].toArray()) {
        rules << finding[u"rule"].toString();
        for (const QString &key : {u"severity"_s, u"file"_s, u"line"_s, u"column"_s, u"endLine"_s, u"endColumn"_s,
                                   u"message"_s, u"why"_s, u"fix"_s})
            QVERIFY2(finding.toObject().contains(key), qPrintable(key));
    }
    QTEST(rules, "rules");
}

void TstPlanEffects::earlierRunsTellTheirTime()
{
    ScriptedProject project;
    addUsers(project);
    addStatus(project);
    QVERIFY(project.run());
    QVERIFY(project.run(Test::down()));
    project.execute(
        {u"UPDATE whimbrel_journal SET duration_ms = 2100, recorded_at = '2026-11-12T10:00:00.000Z' WHERE version = '2'"_s,
         u"INSERT INTO whimbrel_journal (layout, history_table, run_id, version, direction, outcome, checksum, "
         u"recorded_at, recorded_by, "
         "duration_ms, statements_done, statements_total, done_checksum, message) SELECT layout, history_table, "
         "'other', version, "
         "direction, outcome, checksum, '2026-11-14T10:00:00.000Z', recorded_by, 1500, statements_done, "
         "statements_total, "
         "done_checksum, message FROM whimbrel_journal WHERE version = '2' AND direction = 'up'"_s});
    AnalysedPlan plan = Test::analysed(project);
    QVERIFY2(
        plan.text().startsWith(
            u"1 migration to apply on shop\n\nup   db/migrations/2_status.sql  (in one transaction; took 2.1 s on 12 Nov 2026)\n"_s),
        qPrintable(plan.text()));
    const QJsonObject step = plan.json()[u"steps"].toArray().first().toObject();
    QCOMPARE(step[u"earlierRun"],
             QJsonValue(QJsonObject{{u"durationMs"_s, 2100}, {u"at"_s, u"2026-11-12T10:00:00Z"_s}}));

    plan = Test::analysed(project, {.action = RunRequest::Action::Redo});
    QVERIFY(!plan.text().contains(u"2.1 s"_s)); // that was the other migration
    for (const QJsonValue &planned : plan.json()[u"steps"].toArray())
        QCOMPARE(planned[u"earlierRun"].isObject(),
                 planned[u"direction"] == QJsonValue(u"up"_s)); // it was never rolled back
}

void TstPlanEffects::anEarlierRunReads_data()
{
    QTest::addColumn<EarlierRun>("run");
    QTest::addColumn<QString>("text");
    const QDateTime at(QDate(2026, 11, 12), QTime(12, 0), QTimeZone::UTC);
    QTest::newRow("here") << EarlierRun{2100, at, {}} << u"took 2.1 s on 12 Nov 2026"_s;
    QTest::newRow("elsewhere") << EarlierRun{14, at, u"staging"_s} << u"took 14 ms on staging, 12 Nov 2026"_s;
    QTest::newRow("some time") << EarlierRun{150'000, {}, {}} << u"took 2 min before"_s;
    QTest::newRow("some time elsewhere") << EarlierRun{150'000, {}, u"staging"_s} << u"took 2 min on staging"_s;
}

void TstPlanEffects::anEarlierRunReads()
{
    QFETCH(const EarlierRun, run);
    QTEST(earlierRunText(run), "text");
}

void TstPlanEffects::anEditedFileHasNoTime()
{
    ScriptedProject project;
    addUsers(project);
    addStatus(project);
    QVERIFY(project.run());
    QVERIFY(project.run(Test::down()));
    QVERIFY(Test::analysed(project).text().contains(u"took "_s));
    addStatus(project, u"transaction:false"_s); // another file by now
    const AnalysedPlan plan = Test::analysed(project);
    QVERIFY2(!plan.text().contains(u"took "_s), qPrintable(plan.text()));
    QVERIFY(plan.json()[u"steps"].toArray().first()[u"earlierRun"].isNull());
}

void TstPlanEffects::theWholeReleaseHasOneEntryATable()
{
    ScriptedProject project;
    addUsers(project);
    project.add(u"2"_s, u"orders"_s, u"CREATE TABLE orders (id bigint PRIMARY KEY, user_id bigint);"_s);
    project.add(u"3"_s, u"index"_s,
                u"CREATE INDEX orders_user ON orders (user_id);\nCREATE INDEX users_email ON users (email);"_s);
    project.add(u"4"_s, u"key"_s,
                u"ALTER TABLE orders ADD CONSTRAINT orders_users FOREIGN KEY (user_id) REFERENCES users (id);"_s);
    project.add(u"5"_s, u"drop"_s, u"ALTER TABLE users DROP COLUMN name;"_s);
    const AnalysedPlan plan = Test::analysedFromFiles(project, Dialect::PostgreSql);
    QStringList locks;
    for (const QJsonValue &lock : plan.json()[u"locks"].toArray())
        locks << u"%1 %2 %3:%4"_s
                     .arg(lock[u"relation"].toString(), lock[u"lock"].toString(), lock[u"version"].toString())
                     .arg(lock[u"line"].toInt());
    QCOMPARE(locks, (QStringList{u"public.users AccessExclusiveLock 5:2"_s, u"public.orders ShareLock 3:2"_s}));
}

WHIMBREL_TEST(TstPlanEffects)
#include "tst_planeffects.moc"
