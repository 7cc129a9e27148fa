// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/onlinecopy/copyoutput.h"
#include "run/onlinecopy/copytool.h"
#include "scriptedproject.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::ScriptedProject;

/// What is known of a copy before any server is asked: comment and statement in, command or refusal out.
class TstCopyPlan : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void options_data();
    void options();
    void plans();
    void refusedElsewhere_data();
    void refusedElsewhere();
    void arguments();
    void optionFile();
    void names();
    void state();
    void output();
};

namespace {

Result<CopyAlter> read(const QString &sql)
{
    Statement statement;
    statement.text = sql;
    return CopyAlter::read(statement, Dialect::MariaDb);
}

RunPlan planOf(const QString &up, Dialect dialect = Dialect::MariaDb, const QString &upOptions = {})
{
    ScriptedProject scripted;
    scripted.add(u"1"_s, u"one"_s, up, {}, upOptions);
    const MigrationProject project = scripted.open();
    return makePlan(project, buildTimeline(project, QList<AppliedMigration>()), {}, dialect).value();
}

} // namespace

void TstCopyPlan::reads_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("clauses");
    const auto row = [](const char *name, const QString &sql, const QString &table, const QString &clauses) { QTest::newRow(name) << sql << table << clauses; };
    row("plain", u"ALTER TABLE t MODIFY a bigint"_s, u"t"_s, u"MODIFY a bigint"_s);
    row("database and quotes", u"alter online table `my shop`.`t` modify a bigint, add index (a)"_s, u"my shop.t"_s, u"modify a bigint, add index (a)"_s);
    row("WAIT", u"ALTER TABLE IF EXISTS t WAIT 5 ADD COLUMN b text"_s, u"t"_s, u"ADD COLUMN b text"_s);
    row("comments", u"ALTER TABLE /* big */ t -- here\n MODIFY a bigint /* wide */"_s, u"t"_s, u"MODIFY a bigint /* wide */"_s);
    row("engine", u"ALTER TABLE t ENGINE=InnoDB, ROW_FORMAT=DYNAMIC"_s, u"t"_s, u"ENGINE=InnoDB, ROW_FORMAT=DYNAMIC"_s);
    row("check", u"ALTER TABLE t ADD CONSTRAINT positive CHECK (a > 0)"_s, u"t"_s, u"ADD CONSTRAINT positive CHECK (a > 0)"_s);
    row("same name", u"ALTER TABLE t CHANGE a A bigint"_s, u"t"_s, u"CHANGE a A bigint"_s);
}

void TstCopyPlan::reads()
{
    QFETCH(const QString, sql);
    const Result<CopyAlter> alter = read(sql);
    QVERIFY2(alter, alter ? "" : qPrintable(alter.error().toString()));
    QTEST(alter->table.toString(), "table");
    QTEST(alter->clauses, "clauses");
}

void TstCopyPlan::refuses_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QString &sql, const QString &reason) { QTest::newRow(name) << sql << reason; };
    row("no ALTER", u"CREATE INDEX i ON t (a)"_s, u"Only an ALTER TABLE"_s);
    row("of a view", u"ALTER VIEW v AS SELECT 1"_s, u"Only an ALTER TABLE"_s);
    row("nothing", u"ALTER TABLE t"_s, u"Only an ALTER TABLE"_s);
    row("IGNORE", u"ALTER IGNORE TABLE t MODIFY a int"_s, u"ALTER IGNORE"_s);
    row("unique key", u"ALTER TABLE t ADD UNIQUE KEY (a)"_s, u"INSERT IGNORE"_s);
    row("unique constraint", u"ALTER TABLE t ADD CONSTRAINT u UNIQUE (a)"_s, u"INSERT IGNORE"_s);
    row("unique column", u"ALTER TABLE t ADD COLUMN b int UNIQUE"_s, u"INSERT IGNORE"_s);
    row("primary key", u"ALTER TABLE t ADD PRIMARY KEY (a)"_s, u"INSERT IGNORE"_s);
    row("among others", u"ALTER TABLE t MODIFY a bigint, ADD UNIQUE (a)"_s, u"INSERT IGNORE"_s);
    row("rename column", u"ALTER TABLE t RENAME COLUMN a TO b"_s, u"cannot be renamed"_s);
    row("change", u"ALTER TABLE t CHANGE a b bigint"_s, u"cannot be renamed"_s);
    row("rename", u"ALTER TABLE t RENAME TO u"_s, u"takes the name"_s);
    row("drop primary key", u"ALTER TABLE t DROP PRIMARY KEY"_s, u"primary key cannot be dropped"_s);
    row("drop foreign key", u"ALTER TABLE t DROP FOREIGN KEY f"_s, u"other names"_s);
    row("no value", u"ALTER TABLE t ADD COLUMN b int NOT NULL"_s, u"has no default"_s);
    row("partition", u"ALTER TABLE t DROP PARTITION p"_s, u"nothing that"_s);
    row("tablespace", u"ALTER TABLE t DISCARD TABLESPACE"_s, u"nothing that"_s);
    row("versioning", u"ALTER TABLE t ADD SYSTEM VERSIONING"_s, u"nothing that"_s);
}

void TstCopyPlan::refuses()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, reason);
    const Result<CopyAlter> alter = read(sql);
    QVERIFY(!alter);
    QCOMPARE(alter.error().kind, ErrorKind::Refused);
    QVERIFY2(alter.error().message.contains(reason), qPrintable(alter.error().message));
    QVERIFY(!alter.error().hint.isEmpty());
}

void TstCopyPlan::options_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<CopyOptions>("options");
    QTest::addColumn<QString>("problem");
    QTest::newRow("none") << QString() << CopyOptions() << QString();
    QTest::newRow("a remark") << u"the table has grown"_s << CopyOptions() << QString();
    QTest::newRow("all") << u"chunk-time=50ms max-load=Threads_running=25,Threads_connected:100 critical-load=Threads_running=80 max-lag=5s replicas=none with care"_s
                         << CopyOptions{50ms, u"Threads_running=25,Threads_connected:100"_s, u"Threads_running=80"_s, 5s, false} << QString();
    QTest::newRow("time") << u"chunk-time=soon"_s << CopyOptions() << u"“soon” is no value of chunk-time."_s;
    QTest::newRow("too long") << u"chunk-time=5min"_s << CopyOptions() << u"“5min” is no value of chunk-time."_s;
    QTest::newRow("load") << u"max-load=x=1;rm"_s << CopyOptions() << u"“x=1;rm” is no value of max-load."_s;
    QTest::newRow("unknown") << u"execute=1"_s << CopyOptions() << u"“execute” is nothing that “online-copy” knows."_s;
}

void TstCopyPlan::options()
{
    QFETCH(const QString, text);
    QFETCH(const QString, problem);
    const Result<CopyOptions> options = readCopyOptions(text);
    QCOMPARE(options ? QString() : options.error().message, problem);
    if (options)
        QTEST(*options, "options");
}

/// The section runs without a transaction, which it had only in name, and says what will run.
void TstCopyPlan::plans()
{
    RunPlan plan = planOf(u"-- whimbrel: online-copy chunk-time=50ms\nALTER TABLE t MODIFY a bigint COMMENT 'it''s';"_s);
    QVERIFY2(!plan.refusal(), plan.refusal() ? qPrintable(plan.refusal()->toString()) : "");
    const PlanStep &step = plan.steps.first();
    QVERIFY(step.onlineCopy);
    QCOMPARE(step.onlineCopy->chunkTime, 50ms);
    QVERIFY(!step.transaction && !step.ownCommits);
    ConnectionSettings settings;
    settings.dialect = Dialect::MariaDb;
    settings.host = u"db.example.com"_s;
    settings.user = u"deploy"_s;
    settings.password = u"s3cret"_s;
    settings.database = u"shop"_s;
    describeCopies(plan, settings, {});
    const QString notes = plan.steps.first().notes.join(u'\n');
    QVERIFY2(notes.contains(u"pt-online-schema-change --config=/dev/null --execute"_s), qPrintable(notes));
    QVERIFY2(notes.contains(u"'--alter=MODIFY a bigint COMMENT '\\''it'\\'''\\''s'\\''' D=shop,t=t,h=db.example.com,u=deploy,F=/dev/stdin"_s), qPrintable(notes));
    QVERIFY(!notes.contains(u"s3cret"_s));
}

void TstCopyPlan::refusedElsewhere_data()
{
    QTest::addColumn<QString>("up");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<int>("line");
    const QString comment = u"-- whimbrel: online-copy\n"_s;
    QTest::newRow("postgresql") << comment + u"ALTER TABLE t ALTER a TYPE bigint;"_s << Dialect::PostgreSql << u"on PostgreSQL there is no tool"_s << 2;
    QTest::newRow("sqlite") << comment + u"ALTER TABLE t ADD a integer;"_s << Dialect::SQLite << u"on SQLite there is no tool"_s << 2;
    QTest::newRow("two statements") << u"SELECT 1;\n"_s + comment + u"ALTER TABLE t MODIFY a bigint;"_s << Dialect::MariaDb << u"has to be the only one"_s << 3;
    QTest::newRow("above nothing") << comment + u"\nALTER TABLE t MODIFY a bigint;"_s << Dialect::MariaDb << u"stands above no statement"_s << 2;
    QTest::newRow("another statement") << comment + u"UPDATE t SET a = 1;"_s << Dialect::MariaDb << u"Only an ALTER TABLE"_s << 2;
    QTest::newRow("an option") << u"-- whimbrel: online-copy swiftly=1\nALTER TABLE t MODIFY a bigint;"_s << Dialect::MariaDb << u"“swiftly” is nothing"_s << 2;
}

void TstCopyPlan::refusedElsewhere()
{
    QFETCH(const QString, up);
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, reason);
    const RunPlan plan = planOf(up, dialect);
    QVERIFY(plan.refusal());
    QVERIFY2(plan.refusal()->message.contains(reason), qPrintable(plan.refusal()->toString()));
    QVERIFY(!plan.refusal()->hint.isEmpty());
    QTEST(plan.refusal()->position.line, "line");
    QVERIFY(!plan.steps.first().onlineCopy);
}

void TstCopyPlan::arguments()
{
    const CopyAlter alter = read(u"ALTER TABLE orders MODIFY a bigint"_s).value();
    ConnectionSettings settings;
    settings.dialect = Dialect::MariaDb;
    settings.user = u"deploy"_s;
    settings.password = u"s3cret"_s;
    settings.database = u"shop"_s;
    settings.options.insert(u"unix_socket"_s, u"/run/a,b.sock"_s);
    const CopyOptions options{50ms, u"Threads_running=25"_s, u"Threads_running=80"_s, 5s, false};
    const QStringList arguments = copyArguments(alter, CopyNames::of(alter.table, settings.database), options, settings, {});
    QVERIFY(arguments.contains(u"--chunk-time=0.050"_s));
    QVERIFY(arguments.contains(u"--max-load=Threads_running=25"_s));
    QVERIFY(arguments.contains(u"--critical-load=Threads_running=80"_s));
    QVERIFY(arguments.contains(u"--max-lag=5"_s));
    QVERIFY(arguments.contains(u"--recursion-method=none"_s));
    QVERIFY(arguments.contains(u"--no-version-check"_s));
    QVERIFY(arguments.contains(u"--new-table-name=_orders_new"_s));
    QCOMPARE(arguments.first(), u"--config=/dev/null"_s); // is read only there
    QCOMPARE(arguments.last(), u"D=shop,t=orders,S=/run/a\\,b.sock,u=deploy,F=/dev/stdin"_s);
    QVERIFY(!arguments.join(u' ').contains(u"s3cret"_s));
}

void TstCopyPlan::optionFile()
{
    ConnectionSettings settings = ConnectionSettings::fromUrl(u"mysql://deploy@db/shop?ssl-ca=/etc/ca.pem&ssl-mode=verify-ca"_s, QDir()).value();
    settings.password = u"p\"w\\x'#; é"_s;
    QCOMPARE(clientOptionFile(settings), QByteArray("[client]\npassword=\"p\\\"w\\\\x'#; é\"\nssl-ca=\"/etc/ca.pem\"\nssl-verify-server-cert=1\nssl-enforce=1\n"));
    settings.options.clear();
    settings.password.clear();
    QCOMPARE(clientOptionFile(settings), QByteArray("[client]\nssl-verify-server-cert=0\n"));
}

void TstCopyPlan::names()
{
    const CopyNames names = CopyNames::of({{}, u"my-orders"_s}, u"shop"_s);
    QCOMPARE(names.schema, u"shop"_s);
    QCOMPARE(names.newTable, u"_my-orders_new"_s);
    QCOMPARE(names.oldTable, u"_my-orders_old"_s);
    QCOMPARE(names.triggers, (QStringList{u"pt_osc_shop_my_orders_del"_s, u"pt_osc_shop_my_orders_upd"_s, u"pt_osc_shop_my_orders_ins"_s}));
    const CopyNames longest = CopyNames::of({u"d"_s, QString(64, u't')}, u"shop"_s);
    QCOMPARE(longest.schema, u"d"_s);
    QVERIFY(longest.newTable.size() <= 64 && longest.oldTable.size() <= 64 && longest.newTable != longest.oldTable);
    QCOMPARE(longest.triggers.first().size(), 64);
}

void TstCopyPlan::state()
{
    const CopyState state{.statement = CopyState::hashOf(u"ALTER TABLE t ADD a int"_s), .names = CopyNames::of({{}, u"t"_s}, u"shop"_s), .phase = CopyState::Phase::Swapping};
    QCOMPARE(CopyState::fromJson(state.toJson()), state);
    QVERIFY(!CopyState::fromJson({}));
    QVERIFY(!CopyState::fromJson(u"{\"intent\":{\"statement\":1}}"_s));
}

void TstCopyPlan::output()
{
    CopyOutput output;
    const auto take = [&output](const QString &line) { return output.take(line); };
    using enum CopyOutput::News;
    QCOMPARE(take(u"No slaves found.  See --recursion-method if host vm has slaves."_s), Nothing);
    QCOMPARE(take(u"2026-11-23T08:10:22 Creating triggers..."_s), CopyOutput::News::Step);
    QCOMPARE(output.step(), CopyOutput::Step::MakingTriggers);
    QCOMPARE(take(u"2026-11-23T08:10:22 Created triggers OK."_s), CopyOutput::News::Step);
    QCOMPARE(take(u"2026-11-23T08:10:22 Copying approximately 200143 rows..."_s), CopyOutput::News::Step);
    QCOMPARE(output.total(), 200143);
    QCOMPARE(output.percent(), -1);
    QCOMPARE(take(u"Copying `shop`.`t`:  49% 00:01 remain"_s), Progress);
    QCOMPARE(output.percent(), 49);
    QCOMPARE(output.leftMs(), 1000);
    QCOMPARE(take(u"Copying `shop`.`t`:  48% 1+02:00:05 remain"_s), Progress);
    QCOMPARE(output.percent(), 49); // bars never go back
    QCOMPARE(output.leftMs(), ((24 + 2) * 3600 + 5) * 1000);
    QCOMPARE(take(u"Pausing because Threads_running=30."_s), Waiting);
    QCOMPARE(output.waiting(), u"Pausing because Threads_running=30."_s);
    QCOMPARE(take(u"Replica lag is 12 seconds on db2.  Waiting."_s), Waiting);
    QCOMPARE(take(u"Copying rows caused a MySQL error 1265: Data truncated for column 'name' at row 2"_s), Nothing);
    QVERIFY(output.truncation().contains(u"Data truncated for column 'name'"_s));
    QCOMPARE(take(u"2026-11-23T08:10:23 Copied rows OK."_s), CopyOutput::News::Step);
    QCOMPARE(output.step(), CopyOutput::Step::Copied);
    QCOMPARE(take(u"DBD::mysql::db do failed: Table 'x' doesn't exist"_s), Nothing);
    QVERIFY(output.tail().endsWith(u"Table 'x' doesn't exist"_s));
    QVERIFY(!output.tail().contains(u"No slaves"_s));
}

WHIMBREL_TEST(TstCopyPlan)
#include "tst_copyplan.moc"
