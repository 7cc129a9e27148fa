// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "run/onlinecopy/copystate.h"
#include "run/resume/interruptedstatement.h"
#include "run/resume/recoverychoices.h"
#include "run/runlock.h"
#include "scriptedproject.h"
#include "test.h"

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;
using Fate = StatementFate::Fate;
using Kind = RecoveryChoice::Kind;

/// What is found of a run that did not end, on the real thing.
class TstRecovery : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void nothingToRecover();
    void aFailureThatLeavesNothing();
    void aLostConnectionLeavesAnInvalidIndex();
    void aFailureBetweenMariaDbDefinitions();
    void aCallThatNobodyKnowsOf();
    void aCallThatWasNeverSent_data();
    void aCallThatWasNeverSent();
    void aStatementTheServerIsStillAt();
    void aRunThatIsOn_data() { addDatabases(); }
    void aRunThatIsOn();
    void looksDoNotHoldUpARun_data() { addDatabases(); }
    void looksDoNotHoldUpARun();
    void aFileThatIsAnotherNow();
    void batchesInPart();
    void aCopyOfTheTable();

private:
    static std::optional<Recovery> recoveryOf(const ScriptedProject &project, const QString &version = u"1"_s);
    static QList<Fate> fatesOf(const Recovery &recovery)
    {
        QList<Fate> fates;
        for (const StatementFate &one : recovery.statements)
            fates << one.fate;
        return fates;
    }
    static RecoveryChoice choice(const Recovery &recovery, Kind kind)
    {
        const QList<RecoveryChoice> choices = recoveryChoices(recovery);
        return *std::ranges::find(choices, kind, &RecoveryChoice::kind);
    }
};

std::optional<Recovery> TstRecovery::recoveryOf(const ScriptedProject &project, const QString &version)
{
    const MigrationProject opened = project.open();
    const auto session = Session::open(project.settings(), SessionRole::Browse).value();
    Result<std::optional<Recovery>> recovery = readRecovery(opened, *session, version);
    if (!recovery)
        qFatal("%s", qPrintable(recovery.error().toString()));
    return *recovery;
}

void TstRecovery::nothingToRecover()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE t (n INTEGER);"_s);
    QVERIFY(project.run());
    QVERIFY(!recoveryOf(project));
    QVERIFY(!recoveryOf(project, u"7"_s));
}

void TstRecovery::aFailureThatLeavesNothing()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, u"CREATE TABLE t (n INTEGER);\nINSERT INTO nowhere VALUES (1);"_s);
    QVERIFY(!project.run());
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QVERIFY(recovery->isAtomic);
    QVERIFY(recovery->isClean());
    QCOMPARE(fatesOf(*recovery), QList<Fate>({Fate::RolledBack, Fate::RolledBack}));
    const Timeline timeline = project.timeline().value();
    QVERIFY(hasOpenAttempt(timeline.entries.first()));
    QVERIFY(!needsRecovery(timeline.entries.first())); // nobody has to decide anything
    QVERIFY(choice(*recovery, Kind::Resume).isPossible());
    QVERIFY2(recoverySummary(*recovery).contains(u"Nothing of it is in the database"_s), qPrintable(recoverySummary(*recovery)));
}

void TstRecovery::aLostConnectionLeavesAnInvalidIndex()
{
    REQUIRE_SERVER(PostgresServer::shared());
    ScriptedProject project(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, n integer)"_s, u"INSERT INTO t VALUES (1, 1)"_s});
    project.add(u"1"_s, u"index"_s, u"ALTER TABLE t ADD COLUMN m integer;\nCREATE INDEX CONCURRENTLY t_n ON t (n);\nALTER TABLE t ADD COLUMN o integer;"_s,
                u"DROP INDEX t_n;"_s, u"transaction:false"_s);
    auto holder = Session::open(project.settings(), SessionRole::Run).value();
    std::jthread killer([&] {
        if (!project.waitFor(u"SELECT count(*) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid WHERE c.relname = 't_n'"_s))
            return;
        project.execute({u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX%' AND datname = current_database()"_s});
    });
    // Begins once the first statement is done, and is in the way of the second.
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.statement == 1) {
            (void)holder->begin();
            (void)holder->query(u"UPDATE t SET n = 2"_s);
        }
    });
    QVERIFY(!project.run());
    killer.join();
    (void)holder->rollback();
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QCOMPARE(fatesOf(*recovery), QList<Fate>({Fate::Done, Fate::Leftover, Fate::NotReached}));
    QCOMPARE(recovery->leftovers(), QStringList{u"DROP INDEX CONCURRENTLY public.t_n"_s});
    QVERIFY(!recovery->isClean());
    QVERIFY(needsRecovery(project.timeline().value().entries.first()));
    const RecoveryChoice resume = choice(*recovery, Kind::Resume);
    QVERIFY2(resume.isPossible(), qPrintable(resume.obstacle));
    QVERIFY2(resume.consequence.contains(u"Runs what is left, 2 statement"_s), qPrintable(resume.consequence));
    QVERIFY2(resume.consequence.contains(u"DROP INDEX CONCURRENTLY public.t_n"_s), qPrintable(resume.consequence));
    QVERIFY2(choice(*recovery, Kind::MarkReverted).consequence.contains(u"undo it by hand"_s), "");
    QVERIFY(choice(*recovery, Kind::RollBack).isPossible());
    // What the page promises the run does.
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(!recoveryOf(project));
}

void TstRecovery::aFailureBetweenMariaDbDefinitions()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    project.add(u"1"_s, u"two"_s, u"CREATE TABLE a (id INT PRIMARY KEY);\nALTER TABLE nowhere ADD COLUMN n INT;\nCREATE TABLE b (id INT PRIMARY KEY);"_s);
    QVERIFY(!project.run());
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QCOMPARE(fatesOf(*recovery), QList<Fate>({Fate::Done, Fate::Failed, Fate::NotReached}));
    QVERIFY(recovery->attempt.message.contains(u"nowhere"_s));
    QVERIFY(!recovery->isClean());
    QVERIFY(choice(*recovery, Kind::Resume).isPossible());
    QVERIFY(!choice(*recovery, Kind::RollBack).isPossible()); // it has no down section
}

void TstRecovery::aCallThatNobodyKnowsOf()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE PROCEDURE p() BEGIN COMMIT; DO sleep(60); END"_s});
    project.add(u"1"_s, u"call"_s, u"CREATE TABLE a (id INT PRIMARY KEY);\nCALL p();"_s);
    std::jthread killer([&] {
        const QString waiting = u"SELECT max(id) AS id FROM information_schema.processlist WHERE state = 'User sleep' AND db = database()"_s;
        if (project.waitFor(waiting))
            project.execute({u"KILL CONNECTION %1"_s.arg(project.query(waiting).number(0, u"id"))});
    });
    QVERIFY(!project.run());
    killer.join();
    const auto obstacle = [&] { return choice(recoveryOf(project).value(), Kind::Resume).obstacle; };
    // The server may keep the lock of the run a moment longer than its connection.
    QTRY_VERIFY2(obstacle().contains(u"whether the statement of line 3 took effect"_s), qPrintable(obstacle()));
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QCOMPARE(fatesOf(*recovery), QList<Fate>({Fate::Done, Fate::Unknown}));
    QVERIFY(!choice(*recovery, Kind::Resume).isPossible());
    QVERIFY(choice(*recovery, Kind::MarkApplied).isPossible());
    QVERIFY(choice(*recovery, Kind::MarkReverted).isPossible());
}

void TstRecovery::aCallThatWasNeverSent_data()
{
    QTest::addColumn<RunEvent::Kind>("stopAt");
    QTest::addColumn<QString>("options");
    for (const QString &options : {QString(), u"transaction:false"_s}) {
        QTest::addRow("at the migration's start %s", qPrintable(options)) << RunEvent::Kind::MigrationStarted << options;
        QTest::addRow("at the statement's start %s", qPrintable(options)) << RunEvent::Kind::StatementStarted << options;
    }
}

/// A stop that came before it leaves nothing to be asked.
void TstRecovery::aCallThatWasNeverSent()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    QFETCH(const RunEvent::Kind, stopAt);
    QFETCH(const QString, options);
    ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE TABLE t (n INT)"_s, u"CREATE PROCEDURE p() INSERT INTO t VALUES (1)"_s});
    project.add(u"1"_s, u"call"_s, u"CALL p();"_s, {}, options);
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == stopAt)
            stop.request_stop();
    });
    const Result<RunOutcome> stopped = project.run({}, stop.get_token());
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    project.setObserver({});
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(Test::text(again)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 1);
}

/// MariaDB notices a client's death only at the end of the statement; and the run may have sent more than the file says.
void TstRecovery::aStatementTheServerIsStillAt()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    const ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE TABLE t (id INT PRIMARY KEY) ENGINE=InnoDB"_s});
    const auto holder = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(holder->begin() && holder->query(u"SELECT * FROM t"_s));
    std::jthread left([&] { project.execute({u"ALTER TABLE t ADD COLUMN n INT, ALGORITHM=INSTANT"_s}); });
    Statement statement;
    statement.text = u"ALTER TABLE t ADD COLUMN n INT"_s;
    const auto session = Session::open(project.settings(), SessionRole::Browse).value();
    const bool waits = project.waitFor(u"SELECT count(*) FROM information_schema.processlist WHERE state LIKE 'Waiting for table metadata lock' AND db = database()"_s);
    const Result<bool> meanwhile = isStillRunning(*session, statement);
    QVERIFY(holder->rollback());
    left.join();
    QVERIFY(waits);
    QCOMPARE(meanwhile.value_or(false), true);
    QTRY_COMPARE(isStillRunning(*session, statement).value_or(true), false); // the server may list it a moment longer
}

/// What the journal calls running may well be running.
void TstRecovery::aRunThatIsOn()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_SERVERS();
    ScriptedProject project = projectOn(dialect);
    project.add(u"1"_s, u"slow"_s, u"CREATE TABLE t (n integer);\nINSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);"_s, {}, u"transaction:false"_s);
    std::optional<Recovery> meanwhile;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.statement == 2)
            meanwhile = recoveryOf(project);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(meanwhile);
    QVERIFY2(meanwhile->otherRun.contains(u"Another run is in progress"_s), qPrintable(meanwhile->otherRun));
    for (const RecoveryChoice &one : recoveryChoices(*meanwhile))
        QVERIFY(!one.isPossible());
}

/// The window looks whenever it likes; a deployment that begins at that moment is not refused because of it.
void TstRecovery::looksDoNotHoldUpARun()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_SERVERS();
    ScriptedProject project = projectOn(dialect);
    project.add(u"1"_s, u"half"_s, u"CREATE TABLE t (n integer);\nINSERT INTO nowhere VALUES (1);"_s, {}, u"transaction:false"_s);
    QVERIFY(!project.run());
    std::atomic<int> table = 0; // another key each time: a server gives back the lock of a session that has ended a moment later
    std::atomic<int> looks = 0;
    std::atomic<int> held = 0;
    const auto name = [](int number) { return u"history_%1"_s.arg(number); };
    {
        std::jthread looking([&](const std::stop_token &stop) {
            const auto session = Session::open(project.settings(), SessionRole::Browse).value();
            for (; !stop.stop_requested(); ++looks)
                held += RunLock::heldByOther(*session, name(table)).has_value();
        });
        for (; table < 30; ++table) {
            QTRY_VERIFY(looks > table * 3);
            const Result<std::unique_ptr<RunLock>> lock = RunLock::acquire(project.settings(), name(table));
            QVERIFY2(lock, lock ? "" : qPrintable(lock.error().toString()));
            QTRY_VERIFY(held > table); // which the looks see
        }
    }
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery && recovery->otherRun.isEmpty()); // nor is a look fooled by what a run leaves behind
}

void TstRecovery::aFileThatIsAnotherNow()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    project.add(u"1"_s, u"two"_s, u"CREATE TABLE a (id INT PRIMARY KEY);\nALTER TABLE nowhere ADD COLUMN n INT;"_s);
    QVERIFY(!project.run());
    project.add(u"1"_s, u"two"_s, u"CREATE TABLE other (id INT PRIMARY KEY);\nALTER TABLE other ADD COLUMN n INT;"_s);
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QVERIFY(recovery->cannotResume);
    const RecoveryChoice resume = choice(*recovery, Kind::Resume);
    QVERIFY2(resume.obstacle.contains(u"no longer begins with "_s), qPrintable(resume.obstacle));
    QVERIFY(choice(*recovery, Kind::MarkReverted).isPossible());
}

void TstRecovery::batchesInPart()
{
    ScriptedProject project;
    project.execute({u"CREATE TABLE t (id INTEGER PRIMARY KEY, n INTEGER NOT NULL)"_s,
                     u"INSERT INTO t WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 100) SELECT x, 0 FROM c"_s});
    project.add(u"1"_s, u"fill"_s, u"-- whimbrel: batch size=10 pause=0\nUPDATE t SET n = n + 1;"_s, {}, u"transaction:false"_s);
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::Batch && event.batch->passed >= 30)
            stop.request_stop();
    });
    QVERIFY(!project.run({}, stop.get_token()));
    const std::optional<Recovery> recovery = recoveryOf(project);
    QVERIFY(recovery);
    QCOMPARE(fatesOf(*recovery), QList<Fate>{Fate::InPart});
    QCOMPARE_GE(recovery->statements.first().rows, 30);
    QVERIFY(choice(*recovery, Kind::Resume).isPossible());
}

void TstRecovery::aCopyOfTheTable()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    ScriptedProject project(MariaDbServer::shared().settings());
    project.execute({u"CREATE TABLE orders (id INT PRIMARY KEY)"_s, u"CREATE TABLE _orders_new (id INT PRIMARY KEY, n INT)"_s});
    project.add(u"1"_s, u"column"_s, u"ALTER TABLE orders ADD COLUMN n INT;"_s);
    CopyState state{.statement = CopyState::hashOf(u"ALTER TABLE orders ADD COLUMN n INT"_s), .names = CopyNames::of({{}, u"orders"_s}, project.settings().database)};
    const MigrationProject opened = project.open();
    const auto session = Session::open(project.settings(), SessionRole::Run).value();
    const Journal journal(true, opened.format().historyTable(opened.configuration(), project.settings())->name());
    QVERIFY(journal.create(*session));
    const auto recover = [&](CopyState::Phase phase) {
        state.phase = phase;
        JournalSummary entry;
        entry.version = u"1"_s;
        entry.outcome = u"running"_s;
        entry.at = QDateTime::currentDateTimeUtc();
        entry.statementsTotal = 1;
        entry.runId = QString::number(static_cast<int>(phase));
        entry.state = state.toJson();
        [&] { QVERIFY(journal.begin(*session, entry)); }();
        return recoveryOf(project)->statements.first();
    };
    const StatementFate copying = recover(CopyState::Phase::Copying);
    QCOMPARE(copying.fate, Fate::Leftover);
    QVERIFY2(copying.statements.join(u';').contains(u"DROP TABLE"_s), qPrintable(copying.statements.join(u';')));
    QVERIFY2(copying.statements.join(u';').contains(u"_orders_new"_s), qPrintable(copying.statements.join(u';')));
    QCOMPARE(recover(CopyState::Phase::Copied).fate, Fate::Leftover); // without its triggers it is not as the table is any more
    const QStringList events{u"DELETE"_s, u"UPDATE"_s, u"INSERT"_s};
    for (qsizetype i = 0; i < events.size(); ++i)
        project.execute({u"CREATE TRIGGER %1 AFTER %2 ON orders FOR EACH ROW DELETE FROM _orders_new WHERE id = 0"_s.arg(state.names.triggers.at(i), events.at(i))});
    QCOMPARE(recover(CopyState::Phase::Copied).fate, Fate::HalfWay);
    project.execute({u"RENAME TABLE orders TO _orders_old, _orders_new TO orders"_s});
    const StatementFate swapped = recover(CopyState::Phase::Swapping);
    QCOMPARE(swapped.fate, Fate::Took);
    QVERIFY2(swapped.statements.join(u';').contains(u"_orders_old"_s), qPrintable(swapped.statements.join(u';')));
}

WHIMBREL_TEST(TstRecovery)
#include "tst_recovery.moc"
