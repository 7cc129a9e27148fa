// SPDX-License-Identifier: GPL-3.0-or-later
#include "patience.h"
#include "postgresserver.h"
#include "progressevents.h"
#include "run/progress/progresslook.h"

#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;
using Source = ProgressSample::Source;

/// Runs of statements that take seconds, on a real server: what is told of them meanwhile.
class TstPostgreSqlProgress : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_SERVER(PostgresServer::shared()); }
    void whatIsShortIsNotTold();
    void indexInATransaction();
    void concurrentlyNamesWhoItWaitsFor();
    void rewriteByItsFile();
    void rewriteWithoutTheRight();
    void vacuumFull();
    void nothingIsTold();
    void rowThatSomebodyHolds();
    void statementsSentTogether();
    void oneOfThoseSentTogether();
    void commit();
    void aServerThatIsSilent();
    void aMonitorThatIsGone();
    void aRunThatIsGone();

private:
    static ScriptedProject newProject();
};

namespace {

/// An index or a rewrite with it takes about three seconds, on any machine: the server sleeps for a millisecond at least.
const QStringList slowTable{
    u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL, word text NOT NULL)"_s,
    u"INSERT INTO t SELECT i, i, repeat('x', 600) FROM generate_series(1, 2500) i"_s,
    u"CREATE FUNCTION slow(n integer) RETURNS integer IMMUTABLE LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.001); RETURN n; END'"_s,
    u"VACUUM ANALYZE t"_s,
};

} // namespace

ScriptedProject TstPostgreSqlProgress::newProject()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.execute(slowTable);
    return project;
}

void TstPostgreSqlProgress::whatIsShortIsNotTold()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.add(u"1"_s, u"short"_s, u"SELECT pg_sleep(0.3);\nSELECT pg_sleep(0.5);\nSELECT pg_sleep(0.4);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(std::ranges::none_of(project.events(), [](const RunEvent &event) { return event.progress.has_value(); }));
}

void TstPostgreSqlProgress::indexInATransaction()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"index"_s, u"SELECT 1;\nCREATE INDEX t_n ON t (slow(n));\nSELECT 2;"_s);
    const QList<StatementProgress> progress = progressOfRun(project, 2);
    if (QTest::currentTestFailed())
        return;
    QVERIFY(progressOf(project, 1).isEmpty() && progressOf(project, 3).isEmpty());
    const StatementProgress &last = progress.last();
    QCOMPARE(last.sample.source, Source::Phases);
    QVERIFY2(last.sample.phase.startsWith(u"building index"_s), qPrintable(last.sample.phase));
    QCOMPARE_GT(last.perMille, progress.first().perMille);
    QCOMPARE_GE(last.answerMs, 0);
    QVERIFY(!last.silentSince.isValid());
    QVERIFY(last.trouble.isEmpty());
}

void TstPostgreSqlProgress::concurrentlyNamesWhoItWaitsFor()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE other (n integer)"_s});
    project.add(u"1"_s, u"index"_s, u"CREATE INDEX CONCURRENTLY t_n ON t (n);"_s, {}, u"transaction:false"_s);
    auto holder = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(holder->begin());
    QVERIFY(holder->query(u"UPDATE t SET n = n + 1 WHERE id = 1"_s));
    const qint64 pid = holder->backend().pid;
    std::atomic_int named = 0;
    project.setObserver([&](const RunEvent &event) {
        if (event.progress && event.progress->sample.locker && event.progress->sample.locker->pid == pid && ++named == 3)
            (void)holder->rollback(); // on the thread that tells; nobody else uses the session
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE_GE(named.load(), 3);
    const QList<StatementProgress> progress = progressOf(project, 1);
    QVERIFY2(neverWentBack(progress), qPrintable(numbersOf(progress)));
    const StatementProgress &waiting = *std::ranges::find_if(progress, [](const StatementProgress &one) { return one.sample.locker.has_value(); });
    QVERIFY2(waiting.sample.phase.startsWith(u"waiting for writers before"_s), qPrintable(waiting.sample.phase));
    QCOMPARE(waiting.sample.locker->application, u"whimbrel"_s);
    QCOMPARE(waiting.sample.locker->user, u"postgres"_s);
    QCOMPARE(waiting.sample.locker->state, u"idle in transaction"_s);
    QCOMPARE_GT(waiting.sample.locker->ageMs, 0);
    QCOMPARE(waiting.leftMs, -1); // how long somebody else takes, nobody knows
    // The log has each change once, not two lines a second.
    QFile log(project.events().first().logFile);
    QVERIFY(log.open(QIODevice::ReadOnly));
    const QByteArray lines = log.readAll();
    QVERIFY2(lines.contains(" waits for process " + QByteArray::number(pid)), lines.constData());
    QCOMPARE_LT(lines.count(" progress "), progress.size());
}

void TstPostgreSqlProgress::rewriteByItsFile()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"rewrite"_s, u"ALTER TABLE t ALTER COLUMN n TYPE bigint USING slow(n);"_s);
    const QList<StatementProgress> progress = progressOfRun(project, 1);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(progress.last().sample.source, Source::FileGrowth);
    QCOMPARE_GT(progress.last().perMille, std::max(0, progress.first().perMille));
    const auto counted = std::ranges::find(progress, ProgressSample::Unit::Bytes, [](const StatementProgress &one) { return one.sample.unit; });
    QVERIFY(counted != progress.end());
    QCOMPARE_GT(counted->sample.done, 0);
    QCOMPARE_GT(counted->sample.total, 2500 * 600);
}

/// A plain role may not look at the server's files: the growth of the database has to do.
void TstPostgreSqlProgress::rewriteWithoutTheRight()
{
    PostgresServer &server = PostgresServer::shared();
    ConnectionSettings settings = server.settings();
    ScriptedProject(settings).execute({u"DROP ROLE IF EXISTS progress_plain"_s, u"CREATE ROLE progress_plain LOGIN"_s,
                                       u"ALTER DATABASE %1 OWNER TO progress_plain"_s.arg(settings.database), u"GRANT ALL ON SCHEMA public TO progress_plain"_s});
    settings.user = u"progress_plain"_s;
    ScriptedProject project = patientProject(settings);
    project.execute(slowTable);
    project.add(u"1"_s, u"rewrite"_s, u"ALTER TABLE t ALTER COLUMN n TYPE bigint USING slow(n);"_s);
    const QList<StatementProgress> progress = progressOfRun(project, 1);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(progress.last().sample.source, Source::DatabaseGrowth);
    QCOMPARE_GT(progress.last().perMille, 0);
}

void TstPostgreSqlProgress::vacuumFull()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE INDEX t_slow ON t (slow(n))"_s});
    project.add(u"1"_s, u"vacuum"_s, u"VACUUM FULL t;"_s, {}, u"transaction:false"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const QList<StatementProgress> progress = progressOf(project, 1);
    QVERIFY(!progress.isEmpty());
    QVERIFY2(neverWentBack(progress), qPrintable(numbersOf(progress)));
    QCOMPARE(progress.last().sample.source, Source::Phases);
    QCOMPARE(progress.last().sample.phase, u"rebuilding index"_s);
    QCOMPARE_GE(progress.last().perMille, 700);
}

void TstPostgreSqlProgress::nothingIsTold()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.add(u"1"_s, u"sleep"_s, u"SELECT pg_sleep(2.2);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const QList<StatementProgress> progress = progressOf(project, 1);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last().perMille, -1);
    QCOMPARE(progress.last().sample, ProgressSample());
    QCOMPARE_GE(progress.last().answerMs, 0);
}

void TstPostgreSqlProgress::rowThatSomebodyHolds()
{
    ScriptedProject project = newProject();
    project.guards().lockTimeout = 60s;
    project.add(u"1"_s, u"update"_s, u"UPDATE t SET n = 0 WHERE id = 1;"_s);
    auto holder = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(holder->begin());
    QVERIFY(holder->query(u"UPDATE t SET n = n + 1 WHERE id = 1"_s));
    const qint64 pid = holder->backend().pid;
    bool named = false;
    project.setObserver([&](const RunEvent &event) {
        if (!event.progress || !event.progress->sample.locker || std::exchange(named, true))
            return;
        QCOMPARE(event.progress->sample.locker->pid, pid);
        (void)holder->rollback();
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(named);
}

/// Two hundred INSERTs go to the server in one message; what it has done is told while it works on the rest.
void TstPostgreSqlProgress::statementsSentTogether()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s, u"CREATE FUNCTION slow() RETURNS integer LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(0.02); RETURN 1; END'"_s});
    project.add(u"1"_s, u"rows"_s, u"INSERT INTO t VALUES (slow());\n"_s.repeated(150));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QList<QDateTime> told;
    for (const RunEvent &event : project.events()) {
        if (event.kind == RunEvent::Kind::StatementFinished)
            told << event.at;
    }
    QCOMPARE(told.size(), 150);
    qint64 longest = 0;
    for (qsizetype i = 1; i < told.size(); ++i)
        longest = std::max(longest, told[i - 1].msecsTo(told[i]));
    QCOMPARE_GE(told.first().msecsTo(told.last()), 2000);
    QVERIFY2(longest < 1000, qPrintable(QString::number(longest)));
}

void TstPostgreSqlProgress::oneOfThoseSentTogether()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s});
    project.add(u"1"_s, u"rows"_s, u"INSERT INTO t VALUES (1);\nINSERT INTO t VALUES (2);\nINSERT INTO t SELECT 3 FROM pg_sleep(2.5);\nINSERT INTO t VALUES (4);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const bool any = std::ranges::any_of(project.events(), [](const RunEvent &event) { return event.progress.has_value(); });
    QVERIFY(any);
    QVERIFY(nothingCameLate(project));
}

void TstPostgreSqlProgress::commit()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.execute({u"CREATE TABLE t (n integer)"_s, u"CREATE FUNCTION slow() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN PERFORM pg_sleep(2.5); RETURN NULL; END'"_s,
                     u"CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION slow()"_s});
    project.add(u"1"_s, u"row"_s, u"INSERT INTO t VALUES (1);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(progressOf(project, 1).isEmpty());
    QCOMPARE_GE(progressOf(project, 0).size(), 2);
    QCOMPARE(project.events().last().kind, RunEvent::Kind::RunFinished);
}

/// The monitor's server process stands still: that is told, since when, and when it goes on that is over.
void TstPostgreSqlProgress::aServerThatIsSilent()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.add(u"1"_s, u"sleep"_s, u"SELECT pg_sleep(14);"_s);
    auto witness = Session::open(project.settings(), SessionRole::Browse).value();
    pid_t stopped = 0;
    bool silent = false;
    bool answersAgain = false;
    project.setObserver([&](const RunEvent &event) {
        if (!event.progress)
            return;
        if (stopped == 0 && event.progress->answerMs >= 0) {
            const Rows rows = witness->query(u"SELECT pid FROM pg_stat_activity WHERE application_name = 'whimbrel:monitor' AND datname = current_database()"_s).value();
            stopped = static_cast<pid_t>(rows.number(0, u"pid"));
            ::kill(stopped, SIGSTOP);
        } else if (event.progress->silentSince.isValid() && !silent) {
            silent = true;
            QCOMPARE_GE(event.progress->silentSince.secsTo(QDateTime::currentDateTimeUtc()), 2);
            ::kill(stopped, SIGCONT);
        } else if (silent && !event.progress->silentSince.isValid()) {
            answersAgain = true;
        }
    });
    const Result<RunOutcome> outcome = project.run();
    if (stopped > 0)
        ::kill(stopped, SIGCONT);
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(stopped > 0);
    QVERIFY(silent);
    QVERIFY(answersAgain);
}

void TstPostgreSqlProgress::aMonitorThatIsGone()
{
    ScriptedProject project = patientProject(PostgresServer::shared().settings());
    project.add(u"1"_s, u"sleep"_s, u"SELECT pg_sleep(4);"_s);
    auto witness = Session::open(project.settings(), SessionRole::Run).value();
    bool ended = false;
    project.setObserver([&](const RunEvent &event) {
        if (event.progress && !std::exchange(ended, true))
            (void)witness->query(u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'whimbrel:monitor' AND datname = current_database()"_s);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome))); // the run needs no monitor
    QVERIFY(ended);
    QVERIFY(!progressOf(project, 1).last().trouble.isEmpty());
}

/// What the monitor sees before the network has told the run.
void TstPostgreSqlProgress::aRunThatIsGone()
{
    const ConnectionSettings settings = PostgresServer::shared().settings();
    auto run = Session::open(settings, SessionRole::Run).value();
    const auto monitor = Session::open(settings, SessionRole::Monitor).value();
    const std::unique_ptr<ProgressLook> look = ProgressLook::create(Dialect::PostgreSql, run->backend(), {});
    QCOMPARE(look->look(*monitor).value(), ProgressSample());
    run.reset();
    QTRY_VERIFY(look->look(*monitor).value().phase.contains(u"no session of this run any more"_s));
}

WHIMBREL_TEST(TstPostgreSqlProgress)
#include "tst_postgresqlprogress.moc"
