// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "oneanswerserver.h"
#include "postgresserver.h"
#include "scriptedproject.h"
#include "test.h"

#include <QFile>
#include <QTranslator>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ScriptedProject;
using Test::text;

/// A statement in batches on the three databases: every row once, whatever happens on the way.
class TstBackfill : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachRowOnce_data() { databases(); }
    void eachRowOnce();
    void goesOnAfterAStop_data() { databases(); }
    void goesOnAfterAStop();
    void goesOnInAnotherLanguage();
    void rowsWrittenMeanwhile_data() { databases(); }
    void rowsWrittenMeanwhile();
    void conditionThatStaysTrue_data() { databases(); }
    void conditionThatStaysTrue();
    void deletesAndInserts_data() { databases(); }
    void deletesAndInserts();
    void joinedTables_data() { databases(); }
    void joinedTables();
    void emptyTable_data() { databases(); }
    void emptyTable();
    void refusedPlaces_data();
    void refusedPlaces();
    void rowHeldBySomebody_data() { servers(); }
    void rowHeldBySomebody();
    void givesUpInTime();
    void failingRowKeepsWhatIsDone_data() { databases(); }
    void failingRowKeepsWhatIsDone();
    void personPauses();
    void pauseFile();
    void throttleQuery_data() { databases(); }
    void throttleQuery();
    void throttlePage();
    void anotherStatementAfterAStop();
    void guardsAreBackAfterIt();
    void withoutAJournal();
    void oldJournalGetsItsColumn_data() { databases(); }
    void oldJournalGetsItsColumn();

private:
    static void databases();
    static void servers();
    static ScriptedProject newProject(Dialect dialect);
};

namespace {

constexpr int rows = 1000;

/// 1 to `count` as a column i, in a subquery named s.
QString numbers(Dialect dialect, int count = rows)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"(SELECT i FROM generate_series(1, %1) i) s"_s.arg(count);
    case Dialect::SQLite:
        return u"(WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < %1) SELECT i FROM g) s"_s.arg(count);
    default:
        return u"(SELECT seq AS i FROM seq_1_to_%1) s"_s.arg(count);
    }
}

/// id, n = 0, a = NULL.
void makeTable(const ScriptedProject &project)
{
    const Dialect dialect = project.settings().dialect;
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0, a integer)"_s,
                     u"INSERT INTO t (id) SELECT i FROM "_s + numbers(dialect)});
}

void addBatch(ScriptedProject &project, const QString &sql, const QString &options = u"size=100 pause=0"_s)
{
    project.add(u"1"_s, u"fill"_s, u"-- whimbrel: batch %1\n%2;"_s.arg(options, sql), {}, u"transaction:false"_s);
}

QList<RunEvent> batches(const ScriptedProject &project)
{
    QList<RunEvent> found;
    for (const RunEvent &event : project.events()) {
        if (event.kind == RunEvent::Kind::Batch)
            found << event;
    }
    return found;
}

bool noticed(const ScriptedProject &project, const QString &part)
{
    return std::ranges::any_of(project.events(), [&](const RunEvent &event) { return event.message.contains(part); });
}

qlonglong number(const ScriptedProject &project, const QString &sql)
{
    const Rows result = project.query(sql);
    return result.number(0, result.columns.first());
}

const QString increment = u"UPDATE t SET n = n + 1"_s;
const QString notOnce = u"SELECT count(*) AS n FROM t WHERE n <> 1"_s;

} // namespace

void TstBackfill::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
    REQUIRE_SERVER(MariaDbServer::shared());
}

void TstBackfill::databases()
{
    servers();
    QTest::newRow("sqlite") << Dialect::SQLite;
}

void TstBackfill::servers()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("postgresql") << Dialect::PostgreSql;
    QTest::newRow("mariadb") << Dialect::MariaDb;
}

ScriptedProject TstBackfill::newProject(Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return ScriptedProject();
    return ScriptedProject(dialect == Dialect::PostgreSql ? PostgresServer::shared().settings() : MariaDbServer::shared().settings());
}

void TstBackfill::eachRowOnce()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    addBatch(project, increment);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, notOnce), 0);
    QCOMPARE(project.journal(), QStringList{u"1 up applied 1/1"_s});

    const QList<RunEvent> done = batches(project);
    QCOMPARE(done.size(), rows / 100);
    for (qsizetype i = 0; i < done.size(); ++i) {
        QCOMPARE(done[i].rows, 100);
        QCOMPARE(done[i].batch->passed, (i + 1) * 100);
        QCOMPARE(done[i].batch->changed, (i + 1) * 100);
    }
    QVERIFY(noticed(project, u"the job of a trigger"_s)); // said, as SET reads its own column ...
    QVERIFY(project.events().size() > 5);
    const auto firstBatch = std::ranges::find(project.events(), RunEvent::Kind::Batch, &RunEvent::kind);
    const auto said = std::ranges::find_if(project.events(), [](const RunEvent &event) { return event.message.contains(u"the job of a trigger"_s); });
    QVERIFY(said < firstBatch); // ... before anything is changed
}

void TstBackfill::goesOnAfterAStop()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    addBatch(project, increment);
    std::stop_source stop;
    project.setObserver([&, seen = 0](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::Batch && ++seen == 4)
            stop.request_stop();
    });
    const Result<RunOutcome> stopped = project.run({}, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY2(stopped.error().toString().contains(u"400 rows were changed"_s), qPrintable(stopped.error().toString()));
    QVERIFY2(stopped.error().toString().contains(u"go on from there"_s), qPrintable(stopped.error().toString()));
    QCOMPARE(number(project, u"SELECT sum(n) AS n FROM t"_s), 400);
    QVERIFY(project.applied().isEmpty());

    project.setObserver({});
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, notOnce), 0);
    QCOMPARE(batches(project).size(), 6);
    QCOMPARE(batches(project).first().batch->passed, 500);
    QVERIFY(noticed(project, u"Goes on where"_s));
    QCOMPARE(project.journal(), (QStringList{u"1 up failed 0/1"_s, u"1 up applied 1/1"_s}));
}

namespace {

class OtherLanguage : public QTranslator
{
public:
    bool isEmpty() const override { return false; }
    QString translate(const char *, const char *source, const char *, int) const override
    {
        return qstrcmp(source, "the blocks of the table") == 0 ? u"die Blöcke der Tabelle"_s : QString();
    }
};

} // namespace

/// What the cursor belongs to is told by names, not by a text that somebody else reads in another language.
void TstBackfill::goesOnInAnotherLanguage()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    project.execute({u"CREATE TABLE t (id integer, n integer NOT NULL DEFAULT 0, filler text DEFAULT repeat('x', 500)) WITH (fillfactor = 50)"_s,
                     u"INSERT INTO t (id) SELECT i FROM generate_series(1, 1000) i"_s});
    addBatch(project, u"UPDATE t SET n = 1 WHERE n = 0"_s);
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Batch)
            stop.request_stop();
    });
    const Result<RunOutcome> stopped = project.run({}, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);

    OtherLanguage german;
    QCoreApplication::installTranslator(&german);
    project.setObserver({});
    const Result<RunOutcome> outcome = project.run();
    QCoreApplication::removeTranslator(&german);
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(noticed(project, u"Goes on where"_s));
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::rowsWrittenMeanwhile()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    addBatch(project, u"UPDATE t SET a = id WHERE a IS NULL"_s);
    project.setObserver([&, seen = 0](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::Batch && ++seen == 5)
            project.execute({u"INSERT INTO t (id) VALUES (-5), (0), (2000), (3000)"_s});
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t WHERE a IS NULL OR a <> id"_s), 0);
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t"_s), rows + 4);
    QCOMPARE(batches(project).last().batch->pass, 2);
    QCOMPARE(batches(project).last().batch->changed, rows + 4);
}

void TstBackfill::conditionThatStaysTrue()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"UPDATE t SET n = 7 WHERE id > 990"_s});
    addBatch(project, u"UPDATE t SET a = nullif(n, 7) WHERE a IS NULL"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t WHERE a IS NULL"_s), 10);
    QVERIFY(noticed(project, u"10 rows still match the condition"_s));
}

void TstBackfill::deletesAndInserts()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"CREATE TABLE d (id integer, n integer)"_s});
    addBatch(project, u"INSERT INTO d (id, n) SELECT s.id, o.n FROM t s JOIN t o ON o.id = s.id WHERE s.id > 300 -- the rest"_s);
    project.add(u"2"_s, u"less"_s, u"-- whimbrel: batch size=70 pause=0\nDELETE FROM t WHERE id <= 600;"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM d"_s), 700);
    QCOMPARE(number(project, u"SELECT count(DISTINCT id) AS n FROM d WHERE id > 300"_s), 700);
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t"_s), 400);
    QCOMPARE(number(project, u"SELECT min(id) AS n FROM t"_s), 601);
}

void TstBackfill::joinedTables()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"CREATE TABLE o (id integer PRIMARY KEY, a integer)"_s, u"INSERT INTO o (id, a) SELECT id, id * 2 FROM t WHERE id > 300"_s});
    const bool isMySql = isMySqlFamily(dialect);
    addBatch(project, isMySql ? u"UPDATE t JOIN o ON o.id = t.id SET t.a = o.a WHERE t.a IS NULL"_s
                              : u"UPDATE t SET a = o.a FROM o WHERE o.id = t.id AND t.a IS NULL"_s);
    const QString rest = isMySql ? u"DELETE t FROM t LEFT JOIN o ON o.id = t.id WHERE o.id IS NULL"_s : u"DELETE FROM t WHERE id NOT IN (SELECT id FROM o)"_s;
    project.add(u"2"_s, u"less"_s, u"-- whimbrel: batch size=70 pause=0\n%1;"_s.arg(rest), {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t WHERE a = id * 2"_s), 700);
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM t"_s), 700);
    const QList<RunEvent> done = batches(project);
    QVERIFY(std::ranges::all_of(done, [](const RunEvent &batch) { return batch.rows <= 100; }));
    QVERIFY(!noticed(project, u"the job of a trigger"_s)); // both conditions tell what is done
}

void TstBackfill::emptyTable()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"DELETE FROM t"_s});
    addBatch(project, increment);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QVERIFY(batches(project).isEmpty());
}

void TstBackfill::refusedPlaces_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("options");
    QTest::addColumn<QString>("why");
    const QString without = u"transaction:false"_s;
    QTest::newRow("in a transaction") << u"-- whimbrel: batch\nUPDATE t SET n = 1;"_s << QString() << u"inside one transaction"_s;
    QTest::newRow("beside another") << u"-- whimbrel: batch\nUPDATE t SET n = 1;\nSELECT 1;"_s << without << u"only one of its section"_s;
    QTest::newRow("above none") << u"UPDATE t SET n = 1;\n\n-- whimbrel: batch"_s << without << u"above no statement"_s;
    QTest::newRow("inside") << u"UPDATE t\n-- whimbrel: batch\nSET n = 1;"_s << without << u"above no statement"_s;
    QTest::newRow("no change of rows") << u"-- whimbrel: batch\nCREATE INDEX i ON t (n);"_s << without << u"Only UPDATE, DELETE and INSERT"_s;
    QTest::newRow("limit") << u"-- whimbrel: batch\nDELETE FROM t WHERE n = 0 LIMIT 5;"_s << without << u"ORDER BY or LIMIT"_s;
    QTest::newRow("size") << u"-- whimbrel: batch size=some\nUPDATE t SET n = 1;"_s << without << u"no size of a batch"_s;
}

/// Before the run, with the place in the file and the way on; nothing is touched.
void TstBackfill::refusedPlaces()
{
    QFETCH(const QString, script);
    QFETCH(const QString, options);
    QFETCH(const QString, why);
    ScriptedProject project;
    makeTable(project);
    project.add(u"1"_s, u"fill"_s, script, {}, options);
    const Result<RunPlan> plan = project.plan();
    QVERIFY(plan);
    QCOMPARE(plan->refusals.size(), 1);
    const Error refusal = plan->refusals.first();
    QVERIFY2(refusal.message.contains(why), qPrintable(refusal.toString()));
    QVERIFY(!refusal.hint.isEmpty());
    QVERIFY(refusal.position.line > 1);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QCOMPARE(project.tables(), QStringList{u"t"_s});
    QCOMPARE(number(project, u"SELECT sum(n) AS n FROM t"_s), 0);
}

/// The batch is rolled back, so that nobody waits for its other rows, and is tried again until the row is free.
void TstBackfill::rowHeldBySomebody()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    addBatch(project, increment);
    const auto holder = Session::open(project.settings(), SessionRole::Run);
    QVERIFY(holder);
    QVERIFY((*holder)->begin());
    QVERIFY((*holder)->query(u"SELECT id FROM t WHERE id = 450 FOR UPDATE"_s));
    int retries = 0;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::LockRetry && ++retries == 2)
            (void)(*holder)->rollback();
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(retries >= 2);
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::givesUpInTime()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    makeTable(project);
    addBatch(project, increment);
    project.guards().giveUpAfter = 300ms;
    const auto holder = Session::open(project.settings(), SessionRole::Run);
    QVERIFY(holder);
    QVERIFY((*holder)->begin());
    QVERIFY((*holder)->query(u"SELECT id FROM t WHERE id = 450 FOR UPDATE"_s));
    const Result<RunOutcome> held = project.run();
    QVERIFY(!held);
    QCOMPARE(held.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(held.error().toString().contains(u"go on from there"_s), qPrintable(held.error().toString()));
    QVERIFY((*holder)->rollback());
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::failingRowKeepsWhatIsDone()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"CREATE TABLE u (id integer PRIMARY KEY, a integer NOT NULL CHECK (a <> 750))"_s});
    addBatch(project, u"INSERT INTO u\nSELECT id, id FROM t"_s);
    const Result<RunOutcome> failed = project.run();
    QVERIFY(!failed);
    QCOMPARE(failed.error().kind, ErrorKind::Statement);
    QCOMPARE(failed.error().position.line, 3);
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM u"_s), 700);
    project.execute({u"DELETE FROM t WHERE id = 750"_s}); // put right by hand
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM u"_s), rows - 1);
}

void TstBackfill::personPauses()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    makeTable(project);
    addBatch(project, increment);
    const auto control = std::make_shared<RunControl>();
    project.setControl(control);
    bool waited = false;
    qlonglong locks = -1;
    project.setObserver([&, seen = 0](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::Batch && ++seen == 3)
            control->pause();
        if (event.batch && event.batch->waiting) {
            waited = true;
            locks = number(project, u"SELECT count(*) AS n FROM pg_locks l JOIN pg_class c ON c.oid = l.relation WHERE c.relname = 't' AND l.pid <> pg_backend_pid()"_s);
            control->resume();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(waited);
    QCOMPARE(locks, 0); // a pause is between transactions
    QVERIFY(noticed(project, u"The batches go on."_s));
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::pauseFile()
{
    ScriptedProject project;
    makeTable(project);
    addBatch(project, increment);
    project.writeConfiguration(u"[backfill]\npause-file = \"hold\"\n"_s);
    QFile file(project.folder() + u"/hold"_s);
    bool waited = false;
    project.setObserver([&, seen = 0](const RunEvent &event) mutable {
        if (event.kind == RunEvent::Kind::Batch && ++seen == 3)
            QVERIFY(file.open(QIODevice::WriteOnly));
        if (event.batch && event.batch->waiting) {
            waited = true;
            file.remove();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(waited);
    QVERIFY(noticed(project, u"while the file hold is there"_s));
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::throttleQuery()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.execute({u"CREATE TABLE hold (id integer)"_s, u"INSERT INTO hold VALUES (1)"_s});
    addBatch(project, increment);
    project.writeConfiguration(u"[backfill]\nthrottle-query = \"SELECT count(*) FROM hold\"\n"_s);
    bool waited = false;
    project.setObserver([&](const RunEvent &event) {
        if (event.batch && event.batch->waiting) {
            waited = true;
            project.execute({u"DELETE FROM hold"_s});
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(waited);
    QCOMPARE(number(project, notOnce), 0);

    project.add(u"2"_s, u"again"_s, u"-- whimbrel: batch pause=0\nUPDATE t SET a = 1 WHERE a IS NULL;"_s, {}, u"transaction:false"_s);
    project.writeConfiguration(u"[backfill]\nthrottle-query = \"SELECT nothing\"\n"_s); // holds nobody up, and is told
    project.setObserver({});
    const Result<RunOutcome> second = project.run();
    QVERIFY2(second, qPrintable(text(second)));
    QVERIFY(noticed(project, u"because it fails"_s));
}

/// A page of the application's own says whether all is well; one that does not answer says that it is not.
void TstBackfill::throttlePage()
{
    Test::OneAnswerServer application("HTTP/1.1 503 Overloaded\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    ScriptedProject project = newProject(Dialect::SQLite);
    makeTable(project);
    addBatch(project, increment);
    project.writeConfiguration(u"[backfill]\nthrottle-url = \"%1\"\n"_s.arg(application.url()));
    QStringList reasons;
    project.setObserver([&](const RunEvent &event) {
        if (!event.batch || !event.batch->waiting)
            return;
        reasons << event.message;
        application.setAnswer("HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(reasons.size(), 1);
    QVERIFY2(reasons.first().contains(u"/health answers 503 Overloaded"_s), qPrintable(reasons.first()));
    QVERIFY2(!reasons.first().contains(u"secret"_s) && !reasons.first().contains(u"hidden"_s), qPrintable(reasons.first()));
    QCOMPARE(number(project, notOnce), 0);
}

void TstBackfill::anotherStatementAfterAStop()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    makeTable(project);
    addBatch(project, increment);
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Batch)
            stop.request_stop();
    });
    QVERIFY(!project.run({}, stop.get_token()));
    project.setObserver({});
    addBatch(project, u"UPDATE t SET n = n + 2"_s);
    const Result<RunOutcome> refused = project.run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY2(refused.error().hint.contains(u"whimbrel resolve 1 --reverted"_s), qPrintable(refused.error().toString()));
    QCOMPARE(number(project, u"SELECT sum(n) AS n FROM t"_s), 100);
    addBatch(project, increment, u"size=200 pause=0"_s); // the size is no part of the statement
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, notOnce), 0);
}

/// A batch waits shortly for a row; what comes after it has the patience of the run.
void TstBackfill::guardsAreBackAfterIt()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    makeTable(project);
    const QString note = u"CREATE TABLE %1 AS SELECT current_setting('lock_timeout') AS v;"_s;
    project.add(u"0"_s, u"before"_s, note.arg(u"before"_s));
    addBatch(project, increment);
    project.add(u"2"_s, u"after"_s, note.arg(u"after"_s));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT v FROM after"_s).text(0, u"v"), project.query(u"SELECT v FROM before"_s).text(0, u"v"));
}

void TstBackfill::withoutAJournal()
{
    ScriptedProject project = newProject(Dialect::PostgreSql);
    makeTable(project);
    project.writeConfiguration(u"journal = \"off\"\n"_s);
    addBatch(project, increment);
    const Result<RunOutcome> refused = project.run();
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QCOMPARE(number(project, u"SELECT sum(n) AS n FROM t"_s), 0);
    addBatch(project, u"UPDATE t SET n = 1 WHERE n = 0"_s); // the rows themselves tell what is done
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(number(project, notOnce), 0);
}

/// A journal that an earlier Whimbrel made is read as it is, and gets its new column by the next run.
void TstBackfill::oldJournalGetsItsColumn()
{
    QFETCH(const Dialect, dialect);
    ScriptedProject project = newProject(dialect);
    makeTable(project);
    project.add(u"0"_s, u"first"_s, u"CREATE TABLE first (id integer);"_s);
    QVERIFY(project.run());
    const QString journal = dialect == Dialect::PostgreSql ? u"whimbrel.journal"_s : u"whimbrel_journal"_s;
    project.execute({u"ALTER TABLE %1 DROP COLUMN state"_s.arg(journal)});
    QVERIFY(project.timeline());
    QCOMPARE(project.timeline()->entries.first().attempt->outcome, u"applied"_s);
    addBatch(project, increment);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(outcome->warnings.isEmpty());
    QCOMPARE(number(project, u"SELECT count(*) AS n FROM %1 WHERE state LIKE '%backfill%'"_s.arg(journal)), 1);
}

WHIMBREL_TEST(TstBackfill)
#include "tst_backfill.moc"
