// SPDX-License-Identifier: GPL-3.0-or-later
#include "cuttingproxy.h"
#include "databases.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::CuttingProxy;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::addDatabases;
using Test::projectOn;
using Test::ScriptedProject;
using Test::text;
using When = Test::CuttingProxy::When;

namespace {

const QList<Dialect> servers{Dialect::PostgreSql, Dialect::MariaDb};

} // namespace

/// What happens to runs in the wild: each fault has its sentence, leaves the history true, and the next run goes on.
class TstRunFaults : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cutWithinAStatement_data() { addDatabases(servers); }
    void cutWithinAStatement();
    void cutAtTheCommit_data();
    void cutAtTheCommit();
    void serverThatRestarts_data() { addDatabases(servers); }
    void serverThatRestarts();
    void historyThatMayNotBeWritten_data() { addDatabases(servers); }
    void historyThatMayNotBeWritten();
    void journalThatMayNotBeWritten_data();
    void journalThatMayNotBeWritten();
    void clockThatGoesBack_data() { addDatabases(); }
    void clockThatGoesBack();

private:
    static void addRows(ScriptedProject &project, const QString &version, const QString &more = {});
    static void verifyGoesOn(ScriptedProject &project, int rows);
};

void TstRunFaults::initTestCase()
{
    REQUIRE_SERVERS();
}

void TstRunFaults::addRows(ScriptedProject &project, const QString &version, const QString &more)
{
    project.add(version, u"rows"_s, u"INSERT INTO t VALUES (%1);\n%2"_s.arg(version, more));
}

/// What is left runs, and nothing runs twice: as many rows as statements.
void TstRunFaults::verifyGoesOn(ScriptedProject &project, int rows)
{
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(text(again)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), rows);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s}));
}

void TstRunFaults::cutWithinAStatement()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    const ConnectionSettings direct = project.settings();
    CuttingProxy proxy(direct);
    addRows(project, u"1"_s);
    addRows(project, u"2"_s, dialect == Dialect::PostgreSql ? u"SELECT pg_sleep(0.2) AS here;"_s : u"SELECT sleep(0.2) AS here;"_s);
    project.setSettings(proxy.settings());
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.version == u"2"_s)
            proxy.cut("AS here", When::OnceItHasArrived);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(proxy.cuts(), 1);
    QCOMPARE(outcome.error().kind, ErrorKind::ConnectionLost);
    QCOMPARE(outcome.error().position.line, 3);
    QVERIFY2(outcome.error().detail.contains(u"nothing of it stays in the database"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(u"Run again when the server can be reached."_s), qPrintable(outcome.error().toString()));
    project.setObserver({});
    project.setSettings(direct);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    verifyGoesOn(project, 2);
}

void TstRunFaults::cutAtTheCommit_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("arrives");
    for (const Dialect dialect : servers) {
        QTest::addRow("%s, before it arrives", qPrintable(dialectId(dialect))) << dialect << false;
        QTest::addRow("%s, at its answer", qPrintable(dialectId(dialect))) << dialect << true;
    }
}

/// Nobody was told whether the commit was made; the history knows.
void TstRunFaults::cutAtTheCommit()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const bool, arrives);
    ScriptedProject project = projectOn(dialect);
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    const ConnectionSettings direct = project.settings();
    CuttingProxy proxy(direct);
    addRows(project, u"1"_s);
    addRows(project, u"2"_s);
    project.setSettings(proxy.settings());
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished)
            proxy.cut("COMMIT", arrives ? When::AtItsAnswer : When::BeforeItArrives);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(proxy.cuts(), 1);
    const Error &error = outcome.error();
    QCOMPARE(error.kind, ErrorKind::ConnectionLost);
    QVERIFY2(error.detail.contains(arrives ? u"the commit had reached the server, the migration is complete"_s : u"the server rolled it back"_s), qPrintable(error.toString()));
    QVERIFY2(error.hint.contains(arrives ? u"Run again for what is left."_s : u"Run again when the server can be reached."_s), qPrintable(error.toString()));
    project.setObserver({});
    project.setSettings(direct);
    QCOMPARE(project.applied(), arrives ? QStringList{u"1"_s} : QStringList());
    verifyGoesOn(project, 2);
}

void TstRunFaults::serverThatRestarts()
{
    QFETCH(const Dialect, dialect);
    std::unique_ptr<Test::DatabaseServer> server;
    if (dialect == Dialect::PostgreSql)
        server = std::make_unique<PostgresServer>();
    else
        server = std::make_unique<MariaDbServer>();
    QVERIFY2(server->start(), qPrintable(server->problem()));
    ScriptedProject project(server->settings());
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    addRows(project, u"1"_s);
    addRows(project, u"2"_s, u"INSERT INTO t VALUES (20);"_s);
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.version == u"2"_s && event.statement == 1) {
            server->kill();
            QVERIFY2(server->start(), qPrintable(server->problem()));
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::ConnectionLost);
    QVERIFY2(outcome.error().detail.contains(u"1 migration of this run was completed before and stays"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(u"Run again when the server can be reached."_s), qPrintable(outcome.error().toString()));
    project.setObserver({});
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    verifyGoesOn(project, 3);
}

/// A role that may change the tables, and not say so.
void TstRunFaults::historyThatMayNotBeWritten()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    addRows(project, u"1"_s);
    QVERIFY(project.run()); // makes the tables of the history and the journal
    addRows(project, u"2"_s);
    const ConnectionSettings owner = project.settings();
    const QString role = u"reader_of_"_s + owner.database;
    const bool isPostgreSql = dialect == Dialect::PostgreSql;
    if (isPostgreSql) {
        project.execute({u"CREATE ROLE %1 LOGIN"_s.arg(role), u"GRANT INSERT, SELECT ON t TO %1"_s.arg(role), u"GRANT SELECT ON schema_migrations TO %1"_s.arg(role),
                         u"GRANT USAGE, CREATE ON SCHEMA whimbrel TO %1"_s.arg(role), u"GRANT ALL ON ALL TABLES IN SCHEMA whimbrel TO %1"_s.arg(role),
                         u"GRANT ALL ON ALL SEQUENCES IN SCHEMA whimbrel TO %1"_s.arg(role)});
    } else {
        project.execute({u"CREATE USER %1@localhost"_s.arg(role), u"GRANT INSERT, SELECT ON t TO %1@localhost"_s.arg(role),
                         u"GRANT SELECT ON schema_migrations TO %1@localhost"_s.arg(role), u"GRANT ALL ON whimbrel_journal TO %1@localhost"_s.arg(role)});
    }
    ConnectionSettings settings = owner;
    settings.user = role;
    project.setSettings(settings);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Statement);
    QVERIFY2(outcome.error().detail.contains(u"was rolled back: nothing of it is in the database"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(u"This was the history, schema_migrations"_s) && outcome.error().hint.contains(u"GRANT"_s), qPrintable(outcome.error().toString()));
    QVERIFY2(!outcome.error().hint.contains(u"Correct the migration"_s), qPrintable(outcome.error().toString()));
    project.setSettings(owner);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 1);
    verifyGoesOn(project, 2);
}

void TstRunFaults::journalThatMayNotBeWritten_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QStringList>("rights");
    QTest::newRow("postgresql, read") << Dialect::PostgreSql << QStringList{u"GRANT USAGE ON SCHEMA whimbrel TO %1"_s, u"GRANT SELECT ON whimbrel.journal TO %1"_s};
    QTest::newRow("postgresql, not even read") << Dialect::PostgreSql << QStringList();
    QTest::newRow("mariadb, read") << Dialect::MariaDb << QStringList{u"GRANT SELECT ON whimbrel_journal TO %1@localhost"_s};
    QTest::newRow("mariadb, read and add") << Dialect::MariaDb << QStringList{u"GRANT SELECT, INSERT ON whimbrel_journal TO %1@localhost"_s};
    QTest::newRow("mariadb, not even read") << Dialect::MariaDb << QStringList();
}

/// A role that may change the tables and the history: it runs without the journal, and is told what that means.
void TstRunFaults::journalThatMayNotBeWritten()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QStringList, rights);
    ScriptedProject project = projectOn(dialect);
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY)"_s});
    addRows(project, u"1"_s);
    QVERIFY(project.run()); // makes the tables of the history and the journal
    addRows(project, u"2"_s);
    project.add(u"3"_s, u"steps"_s, u"INSERT INTO t VALUES (3);\nINSERT INTO t VALUES (4);"_s, {}, u"transaction:false"_s);
    const ConnectionSettings owner = project.settings();
    const QString role = u"writer_of_"_s + owner.database;
    const bool isPostgreSql = dialect == Dialect::PostgreSql;
    const QString grantee = isPostgreSql ? role : role + u"@localhost"_s;
    QStringList grants{isPostgreSql ? u"CREATE ROLE %1 LOGIN"_s : u"CREATE USER %1@localhost"_s, u"GRANT INSERT, SELECT ON t TO "_s + grantee,
                       u"GRANT SELECT, INSERT, DELETE ON schema_migrations TO "_s + grantee};
    for (const QString &grant : grants + rights)
        project.execute({grant.contains(u"%1"_s) ? grant.arg(role) : grant});
    ConnectionSettings settings = owner;
    settings.user = role;
    project.setSettings(settings);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->warnings.size(), 1);
    QVERIFY2(outcome->warnings.first().startsWith(u"The run goes on without Whimbrel's journal"_s), qPrintable(outcome->warnings.first()));
    project.setSettings(owner);
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s, u"3"_s}));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 4);
    project.execute({isPostgreSql ? u"DROP OWNED BY "_s + role : u"DROP USER "_s + grantee});
}

/// The attempt that was written last counts, whatever its time says.
void TstRunFaults::clockThatGoesBack()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = projectOn(dialect);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nINSERT INTO nowhere VALUES (1);\n"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    const QString journal = dialect == Dialect::PostgreSql ? u"whimbrel.journal"_s : u"whimbrel_journal"_s;
    project.execute({u"UPDATE %1 SET recorded_at = '2099-01-01 00:00:00'"_s.arg(journal)});
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);\nINSERT INTO nowhere VALUES (2);\n"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    QCOMPARE(project.plan()->steps.first().resumeAfter, 2);
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);\nINSERT INTO one VALUES (1);\nINSERT INTO one VALUES (2);\n"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM one"_s).number(0, u"n"), 2);
    QCOMPARE(project.journal(), (QStringList{u"1 up failed 1/2"_s, u"1 up failed 2/3"_s, u"1 up applied 3/3"_s}));
    QCOMPARE(project.timeline()->entries.first().state, MigrationState::Applied);
}

WHIMBREL_TEST(TstRunFaults)
#include "tst_runfaults.moc"
