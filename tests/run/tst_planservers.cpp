// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysedplan.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "test.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::AnalysedPlan;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ScriptedProject;

/// What a plan says about others where a real server tells the schema and the sizes.
class TstPlanServers : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void postgreSqlWithSizes();
    void smallTablesCalmWorkAndNotQueues();
    void mariaDbWithSizes();
    void mariaDbTellsHowLongRowsStayLocked();
    void tellsWhatTheRunWouldRefuse();
};

namespace {

/// Tables "big" with 50,000 rows and "small" with ten, and statistics of both.
void fill(ScriptedProject &project)
{
    project.add(u"1"_s, u"tables"_s, u"CREATE TABLE big (id bigint PRIMARY KEY, note varchar(200), amount integer);\n"
                                     "CREATE TABLE small (id bigint PRIMARY KEY, note varchar(200), amount integer);"_s,
                u"DROP TABLE small;\nDROP TABLE big;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    const bool isPostgreSql = project.settings().dialect == Dialect::PostgreSql;
    const QString rows = isPostgreSql ? u"SELECT n, repeat('x', 100), n FROM generate_series(1, %1) AS n"_s
                                      : u"SELECT seq, repeat('x', 100), seq FROM seq_1_to_%1"_s;
    for (const auto &[table, count] : {std::pair(u"big"_s, 50'000), std::pair(u"small"_s, 10)})
        project.execute({u"INSERT INTO %1 "_s.arg(table) + rows.arg(count),
                         (isPostgreSql ? u"ANALYZE %1"_s : u"ANALYZE TABLE %1"_s).arg(table)});
}

/// The servers only estimate: "50.0 k rows, 9 MB" becomes "N rows, N MB".
QString withRoundSizes(QString text)
{
    static const QRegularExpression sizes(u"[0-9.]+ k rows, [0-9]+ MB"_s);
    return text.replace(sizes, u"N rows, N MB"_s);
}

} // namespace

void TstPlanServers::postgreSqlWithSizes()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ScriptedProject project(PostgresServer::shared().settings());
    fill(project);
    project.add(u"2"_s, u"change"_s,
                u"ALTER TABLE big ALTER COLUMN amount TYPE bigint;\nCREATE INDEX big_note ON big (note);\n"
                "ALTER TABLE small ADD COLUMN flag boolean;"_s,
                u"ALTER TABLE small DROP COLUMN flag;"_s);
    const AnalysedPlan plan = Test::analysed(project);
    QCOMPARE(withRoundSizes(plan.text()), uR"(1 migration to apply on shop

up   db/migrations/2_change.sql  (in one transaction)
       2  ALTER TABLE big ALTER COLUMN amount TYPE bigint
          ACCESS EXCLUSIVE on public.big: reads and writes wait; every row is written anew (N rows, N MB)
          error: Changing “amount” to bigint writes every row of “big” anew and builds its indexes again, and nobody can read or write the table until that is done. [type-change-rewrites]
       3  CREATE INDEX big_note ON big (note)
          SHARE on public.big: writes wait; every row is read (N rows, N MB)
          error: Building an index on “big” lets nobody write to the table until every row is read. [index-build-blocks-writes]
          warning: While this runs, nobody can read or write “big”, which the statement in line 2 has locked until the transaction ends. [work-while-holding-lock]
       4  ALTER TABLE small ADD COLUMN flag boolean
          ACCESS EXCLUSIVE on public.small: reads and writes wait
          warning: This transaction already keeps others from “big” and now waits for “small”: whoever needs both may deadlock with it, and each stays locked as long as the other. [several-tables-locked-together]

The strongest lock on each table:
  public.big: ACCESS EXCLUSIVE, reads and writes wait (db/migrations/2_change.sql:2:1)
  public.small: ACCESS EXCLUSIVE, reads and writes wait (db/migrations/2_change.sql:4:1)

)"_s);
    const QJsonObject retype = plan.statement(0, 0);
    QCOMPARE(retype[u"estimate"][u"rows"].toInteger(), 50'000);
    QVERIFY(retype[u"estimate"][u"bytes"].toInteger() > 5'000'000);
    QVERIFY(retype[u"estimate"][u"writesPerSecond"].isNull()); // one look tells no rate
    const QJsonObject impact = retype[u"impacts"].toArray().first().toObject();
    QCOMPARE(impact[u"relation"], QJsonValue(u"public.big"_s));
    QCOMPARE(impact[u"lock"], QJsonValue(u"AccessExclusiveLock"_s));
    QCOMPARE(impact[u"rewrite"], QJsonValue(true));
    QCOMPARE(impact[u"blocksReads"], QJsonValue(true));
    QVERIFY(!retype[u"findings"].toArray().isEmpty());
    QVERIFY(!plan.statement(0, 2).contains(u"estimate")); // no rows are read or written
}

void TstPlanServers::smallTablesCalmWorkAndNotQueues()
{
    REQUIRE_SERVER(PostgresServer::shared());
    const auto rulesOf = [](const QString &table, bool bounded) {
        ScriptedProject project(PostgresServer::shared().settings());
        fill(project);
        project.add(u"2"_s, u"change"_s,
                    u"ALTER TABLE %1 ALTER COLUMN amount TYPE bigint;\nCREATE INDEX ON %1 (note);\n"
                    "ALTER TABLE %1 ADD CHECK (id > 0);"_s.arg(table),
                    u"-- stays"_s);
        const MigrationProject files = project.open();
        AnalysisBase base;
        base.settings.waitsAreBounded = bounded;
        const auto session = Session::open(project.settings(), SessionRole::Browse);
        const Result<Timeline> timeline = readAnalysisBase(files, **session, base);
        const RunPlan plan = makePlan(files, *timeline, {}, base.dialect).value();
        return AnalysedPlan{plan, analysePlan(files, plan, base).value()}.rules();
    };
    const QStringList work{u"error type-change-rewrites"_s, u"error index-build-blocks-writes"_s, u"warning work-while-holding-lock"_s,
                           u"error check-validates-under-lock"_s, u"warning constraint-added-breaks-writers"_s};
    const QStringList calm{u"info type-change-rewrites"_s, u"info index-build-blocks-writes"_s, u"info check-validates-under-lock"_s,
                           u"warning constraint-added-breaks-writers"_s};
    const QStringList queue{u"warning lock-without-timeout"_s}; // whoever waits makes all others wait, however small the table
    QCOMPARE(rulesOf(u"big"_s, true), work);
    QCOMPARE(rulesOf(u"small"_s, true), calm);
    QCOMPARE(rulesOf(u"big"_s, false), queue + work);
    QCOMPARE(rulesOf(u"small"_s, false), queue + calm);
}

void TstPlanServers::mariaDbWithSizes()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    fill(project);
    project.add(
        u"2"_s, u"change"_s,
        u"ALTER TABLE big MODIFY amount bigint;\nALTER TABLE big ADD COLUMN flag boolean;\nCREATE INDEX big_note ON big (note);"_s,
        u"ALTER TABLE big DROP COLUMN flag;"_s);
    const AnalysedPlan plan = Test::analysed(project);
    QCOMPARE(withRoundSizes(plan.text()).replace(project.settings().database, u"DB"_s), uR"(1 migration to apply on shop

up   db/migrations/2_change.sql  (definitions commit by themselves)
       2  ALTER TABLE big MODIFY amount bigint
          LOCK=NONE on DB.big: schema changes wait; every row is written anew (N rows, N MB)
          nobody else may use the table for a moment when it begins, and again when it ends: there others may have to wait for up to 1.0 s, because to cancel it then would lose the work
          “-- whimbrel: online-copy” above it hands it to pt-online-schema-change, which copies at a pace that can be bounded while others write
          warning: “big” is copied row by row; writes go on, and are repeated on the copy. [mysql-copy-alter]
       3  ALTER TABLE big ADD COLUMN flag boolean
          LOCK=NONE on DB.big: schema changes wait
          nobody else may use the table for a moment
          warning: 3 statements of this migration change the schema, and each commits at once: if a later one fails, the earlier ones stay. [ddl-commits-implicitly]
       4  CREATE INDEX big_note ON big (note)
          LOCK=NONE on DB.big: schema changes wait; indexes are built again; every row is read (N rows, N MB)
          nobody else may use the table for a moment when it begins, and again when it ends: there others may have to wait for up to 1.0 s, because to cancel it then would lose the work
     Note: MariaDB commits its definitions (CREATE, ALTER, DROP and the like) by itself: if a later statement fails, they stay.

The strongest lock on each table:
  DB.big: LOCK=NONE, schema changes wait (db/migrations/2_change.sql:2:1)

)"_s);
    const auto impact = [&](int number) { return plan.statement(0, number)[u"impacts"].toArray().first().toObject(); };
    QCOMPARE(impact(2)[u"lock"], QJsonValue(u"NONE"_s));
    QCOMPARE(impact(2)[u"briefly"], QJsonValue(u"EXCLUSIVE"_s));
    QCOMPARE(impact(2)[u"limitAtEndMs"], QJsonValue(1000));
}

/// What is cancelled late helps nobody, so that it has to be said before.
void TstPlanServers::mariaDbTellsHowLongRowsStayLocked()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    fill(project);
    project.execute({u"INSERT INTO big SELECT seq, 'x', seq FROM seq_50001_to_230000"_s, u"ANALYZE TABLE big"_s});
    const QString update = u"UPDATE %1 SET amount = 0 WHERE amount > 10;"_s;
    project.add(u"2"_s, u"big"_s, update.arg(u"big"_s));
    project.add(u"3"_s, u"small"_s, update.arg(u"small"_s));
    project.add(u"4"_s, u"batches"_s, u"-- whimbrel: batch\n"_s + update.arg(u"big"_s), {}, u"transaction:false"_s);
    const QString text = Test::analysed(project).text();
    QCOMPARE(text.count(u"the rows it changes stay locked until the end: if it is all of them, whoever needs one may wait for "_s), 1);
    QCOMPARE(text.count(u"“-- whimbrel: batch” above it"_s), 1);
    QVERIFY2(text.indexOf(u"the rows it changes"_s) < text.indexOf(u"3_small.sql"_s), qPrintable(text));
}

/// The plan says so beforehand, with the ways on; and a budget of the statement's own takes it back.
void TstPlanServers::tellsWhatTheRunWouldRefuse()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ScriptedProject project(PostgresServer::shared().settings());
    fill(project);
    const QString alter = u"ALTER TABLE big ALTER COLUMN amount TYPE bigint;"_s;
    project.add(u"2"_s, u"change"_s, alter);
    project.guards().stallBudget = 10ms; // as if the table were ten times as large
    const AnalysedPlan refused = Test::analysed(project, {}, project.guards());
    const QString told = refused.text().section(u"It would be refused:\n"_s, 1);
    QVERIFY2(told.contains(u"db/migrations/2_change.sql:2:1: “ALTER TABLE big ALTER COLUMN amount TYPE bigint” cannot be done without making others wait for "
                           "longer than the stall budget of 10 ms."_s), qPrintable(told));
    QVERIFY2(told.contains(u"“-- whimbrel: stall-budget 1s”"_s) && told.contains(u"safe way"_s), qPrintable(told));
    const QJsonObject json = refused.json()[u"refusals"].toArray().first().toObject();
    QCOMPARE(json[u"kind"], QJsonValue(u"refused"_s));
    QCOMPARE(json[u"line"], QJsonValue(2));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().message, refused.plan.refusals.first().message);

    // Rows are changed in batches, rather than allowed to keep others waiting.
    project.add(u"2"_s, u"change"_s, u"LOCK TABLE small;\nUPDATE big SET amount = 0;"_s);
    const QList<Error> rows = Test::analysed(project, {}, project.guards()).plan.refusals;
    QCOMPARE(rows.size(), 1);
    QVERIFY2(rows.first().hint.contains(u"“-- whimbrel: batch”"_s), qPrintable(rows.first().hint));

    // Two that fit by themselves do not in one transaction: what the first has locked stays so.
    project.guards().stallBudget = 20ms;
    project.add(u"2"_s, u"change"_s, alter);
    project.add(u"3"_s, u"another"_s, u"ALTER TABLE big ALTER COLUMN id TYPE integer;"_s);
    QVERIFY(Test::analysed(project, {}, project.guards()).plan.refusals.isEmpty());
    QCOMPARE(Test::analysed(project, {.singleTransaction = true}, project.guards()).plan.refusals.size(), 1);
    QFile::remove(project.folder() + u"/db/migrations/3_another.sql"_s);

    project.guards().stallBudget = 10ms;
    project.add(u"2"_s, u"change"_s, u"-- whimbrel: stall-budget 1s\n"_s + alter);
    QVERIFY(Test::analysed(project, {}, project.guards()).plan.refusals.isEmpty());
    const Result<RunOutcome> allowed = project.run();
    QVERIFY2(allowed, qPrintable(Test::text(allowed)));
}

WHIMBREL_TEST(TstPlanServers)
#include "tst_planservers.moc"
