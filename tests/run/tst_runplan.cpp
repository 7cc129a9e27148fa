// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/planreport.h"
#include "scriptedproject.h"
#include "test.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ScriptedProject;

class TstRunPlan : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void choosesMigrations_data();
    void choosesMigrations();
    void refusesWrongVersions_data();
    void refusesWrongVersions();
    void redoGoesDownAndUp();
    void refusesWhatCannotRun_data();
    void refusesWhatCannotRun();
    void allowsSavepoints();
    void refusesTheDownThatIsMissing();
    void refusesStrictOrder();
    void refusesAVersionOfSeveralFiles();
    void refusesSingleTransactionWhereItCannotBe();
    void notesWhatIsNotAtomic_data();
    void notesWhatIsNotAtomic();
    void readsAsText();
    void readsAsJson();
};

namespace {

/// Three migrations on SQLite, `applied` of them applied.
void fill(ScriptedProject &project, const QStringList &applied = {})
{
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s, u"DROP TABLE one;"_s);
    project.add(u"2"_s, u"two"_s, u"CREATE TABLE two (id integer);\nINSERT INTO two VALUES (1);"_s, u"DROP TABLE two;"_s);
    project.add(u"3"_s, u"three"_s, u"CREATE TABLE three (id integer);"_s, u"DROP TABLE three;"_s);
    QStringList statements{u"CREATE TABLE schema_migrations (version varchar(128) primary key)"_s};
    for (const QString &version : applied)
        statements << u"INSERT INTO schema_migrations VALUES ('%1')"_s.arg(version);
    project.execute(statements);
}

/// "up 1, up 2"
QString stepsOf(const RunPlan &plan)
{
    QStringList steps;
    for (const PlanStep &step : plan.steps)
        steps << directionId(step.direction) + u' ' + step.migration.version;
    return steps.join(u", "_s);
}

RunRequest request(RunRequest::Action action, const QString &to = {}, int steps = 0, const QString &only = {})
{
    return {.action = action, .toVersion = to, .steps = steps, .onlyVersion = only};
}

/// The plan of a single file, as if for `dialect`, with no database asked.
RunPlan planFor(ScriptedProject &project, Dialect dialect, bool singleTransaction = false)
{
    const MigrationProject opened = project.open();
    RunRequest asked;
    asked.singleTransaction = singleTransaction;
    return makePlan(opened, buildTimeline(opened, QList<AppliedMigration>()), asked, dialect).value();
}

} // namespace

void TstRunPlan::choosesMigrations_data()
{
    using enum RunRequest::Action;
    QTest::addColumn<QStringList>("applied");
    QTest::addColumn<RunRequest>("asked");
    QTest::addColumn<QString>("expected");
    QTest::newRow("up") << QStringList{} << request(Up) << u"up 1, up 2, up 3"_s;
    QTest::newRow("up, one applied") << QStringList{u"1"_s} << request(Up) << u"up 2, up 3"_s;
    QTest::newRow("up, a gap") << QStringList{u"2"_s} << request(Up) << u"up 1, up 3"_s;
    QTest::newRow("up to 2") << QStringList{} << request(Up, u"2"_s) << u"up 1, up 2"_s;
    QTest::newRow("up to what is applied") << QStringList{u"1"_s, u"2"_s} << request(Up, u"2"_s) << u""_s;
    QTest::newRow("up 2 steps") << QStringList{u"1"_s} << request(Up, {}, 1) << u"up 2"_s;
    QTest::newRow("up only 3") << QStringList{} << request(Up, {}, 0, u"3"_s) << u"up 3"_s;
    QTest::newRow("all applied") << QStringList{u"1"_s, u"2"_s, u"3"_s} << request(Up) << u""_s;
    QTest::newRow("down") << QStringList{u"1"_s, u"2"_s} << request(Down) << u"down 2"_s;
    QTest::newRow("down 2") << QStringList{u"1"_s, u"2"_s, u"3"_s} << request(Down, {}, 2) << u"down 3, down 2"_s;
    QTest::newRow("down 9") << QStringList{u"1"_s, u"2"_s} << request(Down, {}, 9) << u"down 2, down 1"_s;
    QTest::newRow("down to 1 leaves 1") << QStringList{u"1"_s, u"2"_s, u"3"_s} << request(Down, u"1"_s) << u"down 3, down 2"_s;
    QTest::newRow("down to 0") << QStringList{u"1"_s, u"2"_s} << request(Down, u"0"_s) << u"down 2, down 1"_s;
    QTest::newRow("down, nothing applied") << QStringList{} << request(Down) << u""_s;
    QTest::newRow("down, just these") << QStringList{u"1"_s, u"2"_s, u"3"_s}
                                      << RunRequest{.action = Down, .versions = {u"1"_s, u"3"_s}} << u"down 3, down 1"_s;
    QTest::newRow("a row without a file before it") << QStringList{u"0"_s, u"1"_s} << request(Down) << u"down 1"_s;
}

void TstRunPlan::choosesMigrations()
{
    QFETCH(const QStringList, applied);
    QFETCH(const RunRequest, asked);
    QFETCH(const QString, expected);
    ScriptedProject project;
    fill(project, applied);
    const Result<RunPlan> plan = project.plan(asked);
    QVERIFY2(plan, qPrintable(plan ? QString() : plan.error().toString()));
    QCOMPARE(stepsOf(*plan), expected);
    QVERIFY(plan->refusals.isEmpty());
    QCOMPARE(plan->appliedVersions, applied);
}

void TstRunPlan::refusesWrongVersions_data()
{
    using enum RunRequest::Action;
    QTest::addColumn<RunRequest>("asked");
    QTest::addColumn<QString>("message");
    QTest::newRow("up to nothing") << request(Up, u"7"_s) << u"There is no migration 7."_s;
    QTest::newRow("up only nothing") << request(Up, {}, 0, u"7"_s) << u"There is no migration 7."_s;
    QTest::newRow("up only what is applied") << request(Up, {}, 0, u"1"_s) << u"The migration 1 is applied already."_s;
    QTest::newRow("down to nothing") << request(Down, u"7"_s) << u"There is no migration 7."_s;
    QTest::newRow("down, one of these is not applied") << RunRequest{.action = Down, .versions = {u"1"_s, u"3"_s}}
                                                       << u"Not all of these migrations are applied any more: 1, 3."_s;
    QTest::newRow("down to what is pending") << request(Down, u"3"_s) << u"The migration 3 is not applied, so it cannot be the one that stays."_s;
}

void TstRunPlan::refusesWrongVersions()
{
    QFETCH(const RunRequest, asked);
    QFETCH(const QString, message);
    ScriptedProject project;
    fill(project, {u"1"_s});
    const Result<RunPlan> plan = project.plan(asked);
    QVERIFY(!plan);
    QCOMPARE(plan.error().kind, ErrorKind::Usage);
    QCOMPARE(plan.error().message, message);
    QVERIFY(!plan.error().hint.isEmpty());
}

void TstRunPlan::redoGoesDownAndUp()
{
    ScriptedProject project;
    fill(project, {u"1"_s, u"2"_s});
    QCOMPARE(stepsOf(project.plan(request(RunRequest::Action::Redo)).value()), u"down 2, up 2"_s);
}

void TstRunPlan::refusesWhatCannotRun_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("message"); // empty: not refused
    QTest::addColumn<int>("line");
    const QString none;
    const QString open = u"transaction:false"_s;
    QTest::newRow("concurrently") << Dialect::PostgreSql << u"CREATE TABLE t (a int);\nCREATE INDEX CONCURRENTLY i ON t (a);"_s << none
                                  << u"“CREATE INDEX CONCURRENTLY i ON t (a)” cannot run inside a transaction."_s << 3;
    QTest::newRow("concurrently, marked") << Dialect::PostgreSql << u"CREATE INDEX CONCURRENTLY i ON t (a);"_s << open << none << 0;
    QTest::newRow("vacuum on SQLite") << Dialect::SQLite << u"VACUUM;"_s << none << u"“VACUUM” cannot run inside a transaction."_s << 2;
    QTest::newRow("commit") << Dialect::PostgreSql << u"SELECT 1;\n\nCOMMIT;"_s << none
                            << u"“COMMIT” would end the transaction in which the migration runs and is recorded."_s << 4;
    QTest::newRow("begin") << Dialect::SQLite << u"BEGIN;\nSELECT 1;\nSAVEPOINT a;"_s << none
                           << u"“BEGIN” would end the transaction in which the migration runs and is recorded."_s << 2;
    QTest::newRow("its own transaction, marked") << Dialect::SQLite << u"BEGIN;\nSELECT 1;\nCOMMIT;"_s << open << none << 0;
    QTest::newRow("psql") << Dialect::PostgreSql << u"\\connect other\nSELECT 1;"_s << open
                          << u"“\\connect other” is a command of the database's own client; no server knows it."_s << 2;
    QTest::newRow("copy out") << Dialect::PostgreSql << u"COPY t TO STDOUT;"_s << none
                              << u"“COPY t TO STDOUT” writes to the client, and a migration has nobody to read it."_s << 2;
}

void TstRunPlan::refusesWhatCannotRun()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    QFETCH(const QString, options);
    QFETCH(const QString, message);
    QFETCH(const int, line);
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, script, {}, options);
    const RunPlan plan = planFor(project, dialect);
    QCOMPARE(plan.refusals.isEmpty(), message.isEmpty());
    if (message.isEmpty())
        return;
    const Error error = plan.refusals.first();
    QCOMPARE(error.message, message);
    QCOMPARE(error.kind, ErrorKind::Refused);
    QCOMPARE(error.position.file, u"db/migrations/1_one.sql"_s);
    QCOMPARE(error.position.line, line);
    QVERIFY(!error.hint.isEmpty());
}

void TstRunPlan::allowsSavepoints()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"SAVEPOINT a; SELECT 1; ROLLBACK TO SAVEPOINT a; RELEASE a;"_s);
    QCOMPARE(planFor(project, Dialect::PostgreSql).refusals.size(), 0);
}

void TstRunPlan::refusesTheDownThatIsMissing()
{
    ScriptedProject project;
    fill(project, {u"1"_s});
    project.addRaw(u"1_one.sql"_s, u"-- migrate:up\nCREATE TABLE one (id integer);\n-- migrate:down\n"_s);
    const RunPlan empty = project.plan(Test::down()).value();
    QVERIFY(empty.refusals.isEmpty()); // an empty section is a way back: only the history changes
    QCOMPARE(empty.steps.first().notes, QStringList{u"There is no statement in it: only the history changes."_s});
}

void TstRunPlan::refusesStrictOrder()
{
    ScriptedProject project;
    project.addRaw(u"../../.env"_s, u"DBMATE_STRICT=true\n"_s);
    fill(project, {u"2"_s});
    const RunPlan plan = project.plan().value();
    QCOMPARE(plan.refusals.size(), 1);
    QCOMPARE(plan.refusals.first().message, u"The migration is older than 2, which is applied, and the project asks for strict order."_s);
    QCOMPARE(plan.refusals.first().position.file, u"db/migrations/1_one.sql"_s);
}

void TstRunPlan::refusesAVersionOfSeveralFiles()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s, {});
    project.add(u"2"_s, u"b"_s, u"CREATE TABLE b (id integer);"_s, {});
    project.add(u"2"_s, u"a"_s, u"CREATE TABLE a (id integer);"_s, {});
    const RunPlan all = project.plan().value();
    QCOMPARE(all.refusals.size(), 1);
    QCOMPARE(all.refusals.first().toString(),
             u"db/migrations/2_a.sql: Several files have the version 2: db/migrations/2_a.sql, db/migrations/2_b.sql.\nThe history holds a version once, so "
             "only one of them can be applied: rename the others."_s);
    QVERIFY(project.plan(request(RunRequest::Action::Up, u"1"_s)).value().refusals.isEmpty()); // what is before it may run
}

void TstRunPlan::refusesSingleTransactionWhereItCannotBe()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE a (b int);"_s);
    QCOMPARE(planFor(project, Dialect::PostgreSql, true).refusals.size(), 0);
    const RunPlan definitions = planFor(project, Dialect::MariaDb, true);
    QCOMPARE(definitions.refusals.size(), 1);
    QVERIFY(definitions.refusals.first().message.startsWith(u"MariaDB commits"_s));
    project.add(u"2"_s, u"two"_s, u"SELECT 1;"_s, {}, u"transaction:false"_s);
    QCOMPARE(planFor(project, Dialect::PostgreSql, true).refusals.size(), 1);
}

void TstRunPlan::notesWhatIsNotAtomic_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("note"); // the first; empty: none
    const QString definitions = u"MariaDB commits its definitions"_s;
    QTest::newRow("postgres") << Dialect::PostgreSql << u"CREATE TABLE t (a int);"_s << QString() << QString();
    QTest::newRow("mariadb ddl") << Dialect::MariaDb << u"INSERT INTO t VALUES (1); ALTER TABLE t ADD b int;"_s << QString() << definitions;
    QTest::newRow("mariadb rows") << Dialect::MariaDb << u"INSERT INTO t VALUES (1);"_s << QString() << QString();
    QTest::newRow("mariadb execute") << Dialect::MariaDb << u"PREPARE s FROM @ddl; EXECUTE s;"_s << QString() << definitions;
    QTest::newRow("mariadb call") << Dialect::MariaDb << u"CALL p();"_s << QString() << definitions;
    QTest::newRow("mariadb set") << Dialect::MariaDb << u"SET @x = 1; SET NAMES utf8mb4;"_s << QString() << QString();
    QTest::newRow("mariadb routine") << Dialect::MariaDb << u"CREATE PROCEDURE p() DROP TEMPORARY TABLE t;"_s << QString() << definitions;
    QTest::newRow("mariadb temporary") << Dialect::MariaDb << u"CREATE TEMPORARY TABLE t (a int);"_s << QString() << QString();
    QTest::newRow("without a transaction") << Dialect::PostgreSql << u"VACUUM;"_s << u"transaction:false"_s
                                           << u"Runs outside a transaction"_s;
    QTest::newRow("foreign keys") << Dialect::SQLite << u"PRAGMA foreign_keys = OFF;"_s << QString()
                                  << u"PRAGMA foreign_keys (line 2) does nothing inside a transaction."_s;
}

void TstRunPlan::notesWhatIsNotAtomic()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    QFETCH(const QString, options);
    QFETCH(const QString, note);
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, script, {}, options);
    const PlanStep step = planFor(project, dialect).steps.first();
    QVERIFY2(step.notes.value(0).startsWith(note), qPrintable(step.notes.join(u'\n')));
    QCOMPARE(step.notes.isEmpty(), note.isEmpty());
    QCOMPARE(step.ownCommits, note.startsWith(u"MariaDB"_s));
}

void TstRunPlan::readsAsText()
{
    ScriptedProject project;
    fill(project, {u"1"_s});
    QCOMPARE(planText(project.plan().value(), u"test.db"_s), uR"(2 migrations to apply on test.db

up   db/migrations/2_two.sql  (in one transaction)
       2  CREATE TABLE two (id integer)
       3  INSERT INTO two VALUES (1)

up   db/migrations/3_three.sql  (in one transaction)
       2  CREATE TABLE three (id integer)

)"_s);
    QCOMPARE(planText(project.plan(request(RunRequest::Action::Up, u"1"_s)).value(), u"test.db"_s), u"Nothing to do on test.db.\n"_s);
}

void TstRunPlan::readsAsJson()
{
    ScriptedProject project;
    fill(project, {u"1"_s});
    const QJsonObject step = planJson(project.plan().value()).value(u"steps"_s).toArray().first().toObject();
    QCOMPARE(step.value(u"version"_s).toString(), u"2"_s);
    QCOMPARE(step.value(u"direction"_s).toString(), u"up"_s);
    QCOMPARE(step.value(u"transaction"_s).toBool(), true);
    const QJsonObject insert = step.value(u"statements"_s).toArray().last().toObject();
    QCOMPARE(insert.value(u"sql"_s).toString(), u"INSERT INTO two VALUES (1)"_s);
    QCOMPARE(insert.value(u"file"_s).toString(), u"db/migrations/2_two.sql"_s);
    QCOMPARE(insert.value(u"line"_s).toInt(), 3);
    QCOMPARE(insert.value(u"kind"_s).toString(), u"other"_s);
}

WHIMBREL_TEST(TstRunPlan)
#include "tst_runplan.moc"
