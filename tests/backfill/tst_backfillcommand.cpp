// SPDX-License-Identifier: GPL-3.0-or-later
#include "longtests.h"
#include "databases.h"
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ProgramResult;
using Test::addDatabases;
using Test::projectOn;
using Test::ScriptedProject;

/// The real program: killed at random moments of a backfill, and what it prints.
class TstBackfillCommand : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void exactlyOnceWhateverIsKilled_data() { addDatabases(); }
    void exactlyOnceWhateverIsKilled();
    void eventsAsJson();

private:
};

namespace {

void makeTable(const ScriptedProject &project, int rows)
{
    QString numbers = u"(SELECT seq AS i FROM seq_1_to_%1) s"_s;
    if (project.settings().dialect == Dialect::PostgreSql)
        numbers = u"generate_series(1, %1) i"_s;
    else if (project.settings().dialect == Dialect::SQLite)
        numbers = u"(WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < %1) SELECT i FROM g) s"_s;
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL)"_s, u"INSERT INTO t SELECT i, 0 FROM "_s + numbers.arg(rows)});
}

/// A server goes on for a moment after its client has died.
void waitForServer(const ScriptedProject &project)
{
    const Dialect dialect = project.settings().dialect;
    const QString busy = dialect == Dialect::PostgreSql
        ? u"SELECT count(*) AS n FROM pg_stat_activity WHERE application_name LIKE 'whimbrel%' AND datname = current_database() AND pid <> pg_backend_pid() AND state <> 'idle'"_s
        : u"SELECT count(*) AS n FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"_s;
    if (dialect == Dialect::SQLite)
        return;
    const auto session = Session::open(project.settings(), SessionRole::Run); // one for all looks: none is still ending at the next
    QVERIFY(session);
    QTRY_COMPARE_WITH_TIMEOUT((*session)->query(busy).value().number(0, u"n"), 0, 15'000);
}

} // namespace

void TstBackfillCommand::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
    REQUIRE_SERVER(MariaDbServer::shared());
}

/// The counter of every row is 1 in the end, however often the program was killed on the way.
void TstBackfillCommand::exactlyOnceWhateverIsKilled()
{
    QFETCH(const Dialect, dialect);
    constexpr int rows = 20'000;
    const int mostKills = Test::rounds(12, 200);
    ScriptedProject project = projectOn(dialect);
    makeTable(project, rows);
    project.add(u"1"_s, u"count"_s, u"-- whimbrel: batch size=%1 pause=1ms\nUPDATE t SET n = n + 1;"_s.arg(rows / std::max(100, mostKills * 2)), {},
                u"transaction:false"_s);
    int kills = 0;
    for (;; ++kills) {
        const auto process = Test::startProgram(on(project, {u"up"_s, u"--json"_s}));
        QVERIFY(process->waitForStarted());
        if (kills < mostKills) {
            QByteArray said; // from the first batch on: before it there is little to lose
            while (!said.contains("\"batch\"") && process->waitForReadyRead(20'000))
                said += process->readAllStandardOutput();
        }
        (void)process->waitForFinished(kills < mostKills ? QRandomGenerator::global()->bounded(1, 60) : 60'000);
        if (process->state() == QProcess::NotRunning) {
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            break;
        }
        process->kill();
        QVERIFY(process->waitForFinished() || process->state() == QProcess::NotRunning);
        waitForServer(project);
        QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE n > 1"_s).number(0, u"n"), 0);
    }
    QVERIFY(kills > 0);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE n <> 1"_s).number(0, u"n"), 0);
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstBackfillCommand::eventsAsJson()
{
    ScriptedProject project = projectOn(Dialect::PostgreSql);
    makeTable(project, 1000);
    project.execute({u"ANALYZE t"_s});
    project.add(u"1"_s, u"count"_s, u"-- whimbrel: batch size=100 pause=0\nUPDATE t SET n = n + 1;"_s, {}, u"transaction:false"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s, u"--json"_s}));
    QCOMPARE(result.code, 0);
    QList<QJsonObject> batches = result.documents();
    batches.removeIf([](const QJsonObject &event) { return event[u"event"] != u"batch"_s; });
    QCOMPARE(batches.size(), 10);
    QCOMPARE(batches[4][u"rows"], QJsonValue(100));
    QCOMPARE(batches[4][u"passed"], QJsonValue(500));
    QCOMPARE(batches[4][u"changed"], QJsonValue(500));
    QCOMPARE(batches[4][u"total"], QJsonValue(1000));
    QCOMPARE(batches[4][u"pass"], QJsonValue(1));
    QVERIFY(batches[4].contains(u"elapsedMs"));
}

WHIMBREL_TEST(TstBackfillCommand)
#include "tst_backfillcommand.moc"
