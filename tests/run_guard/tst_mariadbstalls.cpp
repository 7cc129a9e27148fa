// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "patience.h"
#include "stalltest.h"

#include <memory>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using std::chrono::milliseconds;
using Test::MariaDbServer;
using Test::QueryStream;
using Test::Scene;
using Test::ScriptedProject;

namespace {

constexpr milliseconds budget = 300ms;
const QueryStream::Load readers{.sql = u"SELECT n FROM t WHERE id = 7"_s};

/// The connection that the plan was made on is closed, and the server has not noticed yet.
bool isCountedStill(const Result<RunOutcome> &outcome)
{
    return !outcome && outcome.error().message.contains(u"max_user_connections"_s);
}

} // namespace

/// Runs on a MariaDB that others use: how long they wait because of the run, and how soon it is in.
class TstMariaDbStalls : public Test::StallTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }
    void nobodyInTheWay();
    void idleInTransaction();
    void whereNobodyTellsWhoHolds();
    void asksForTheAlgorithm();
    void copyThatIsTooLong();
    void updateThatIsTooLong();
    void updateThatReachesSomebodyLate();
    void manyShortUpdates();
    void rowsAreReleasedBeforeTheRunWaits();
    void givesUpWithTheRowsReleased();
    void goesOnWhereNobodyTells();
    void withoutAMonitorSession();
    void givesUpWithoutAMonitorSession();
    void whereTheRoleSeesNobody();
    void updateThatCannotFitIsRefused();
    void givesUpWithTheNames();
    void historyThatSomebodyHolds();

private:
    ScriptedProject newProject();
    void fill(const ScriptedProject &project, int rows);
    void setPlugin(bool installed);
    /// An UPDATE beside a client that changes this row. A machine that stops for a moment makes it worse by what has to be undone for that:
    /// what is judged is the best of three.
    Scene playUpdate(int rows, const QString &update, int row);
    /// From here on the project runs as a user who has rights on its database, and no privilege beyond.
    void makePlain(ScriptedProject &project, const QString &limit = {});

    std::unique_ptr<MariaDbServer> m_server;
};

/// A server of its own, whose plugins may come and go.
void TstMariaDbStalls::initTestCase()
{
    m_server = std::make_unique<MariaDbServer>();
    m_server->start();
    REQUIRE_SERVER(*m_server);
    setPlugin(true);
}

void TstMariaDbStalls::setPlugin(bool installed)
{
    const auto session = Session::open(m_server->settings(), SessionRole::Run).value();
    const auto done = session->query(installed ? u"INSTALL SONAME 'metadata_lock_info'"_s : u"UNINSTALL SONAME 'metadata_lock_info'"_s);
    QVERIFY2(done, done ? "" : qPrintable(done.error().toString()));
}

ScriptedProject TstMariaDbStalls::newProject()
{
    ScriptedProject project(m_server->settings());
    project.guards().giveUpAfter = 30s * Test::patience;
    return project;
}

void TstMariaDbStalls::fill(const ScriptedProject &project, int rows)
{
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL DEFAULT 0, word varchar(60))"_s,
                     u"INSERT INTO t SELECT seq, seq, repeat('x', 60) FROM seq_1_to_%1"_s.arg(rows)});
}

void TstMariaDbStalls::nobodyInTheWay()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;\nCREATE INDEX t_n ON t (n);"_s);
    const Scene scene = play(project, readers);
    VERIFY_SCENE(scene, budget);
}

void TstMariaDbStalls::idleInTransaction()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"SELECT 1;\nALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    const qint64 pid = other->backend().pid;
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    const QStringList waits = told(project, RunEvent::Kind::LockWait);
    QVERIFY(!waits.isEmpty());
    QVERIFY2(waits.first().contains(u"process %1 (user root), idle in transaction"_s.arg(pid)), qPrintable(waits.first()));
    QVERIFY2(waits.first().contains(u"holds MDL_SHARED_READ on "_s), qPrintable(waits.first()));
    QVERIFY2(waits.first().endsWith(u"whimbrel locks --terminate %1."_s.arg(pid)), qPrintable(waits.first()));
    QCOMPARE(project.journal(), QStringList{u"1 up applied 2/2"_s});
}

/// Without the plugin each attempt is a guess, but a short one; and the run says what would help.
void TstMariaDbStalls::whereNobodyTellsWhoHolds()
{
    setPlugin(false);
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    const Scene scene = play(project, readers, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    setPlugin(true);
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.sinceClear <= 2 * slack(), qPrintable(u"%1 ms"_s.arg(scene.sinceClear.count())));
    QVERIFY(!told(project, RunEvent::Kind::LockRetry).isEmpty());
    QVERIFY(!told(project, RunEvent::Kind::Notice).filter(u"INSTALL SONAME 'metadata_lock_info';"_s).isEmpty());
}

/// A server that was told not to add columns at once would write the table anew instead, without a word.
void TstMariaDbStalls::asksForTheAlgorithm()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.execute({u"SET GLOBAL innodb_instant_alter_column_allowed = 'never'"_s});
    const auto restore = qScopeGuard([&] { project.execute({u"SET GLOBAL innodb_instant_alter_column_allowed = 'add_drop_reorder'"_s}); });
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const Result<RunOutcome> refused = project.run();
    QVERIFY(!refused);
    const QString error = refused.error().toString();
    QVERIFY2(error.contains(u"added “ALGORITHM=INSTANT”"_s) && error.contains(u"stall-budget"_s), qPrintable(error));
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM information_schema.columns WHERE table_schema = database() AND column_name = 'a'"_s).number(0, u"n"), 0);

    // Whoever takes what it costs gets it.
    project.add(u"1"_s, u"one"_s, u"-- whimbrel: stall-budget 5s\nALTER TABLE t ADD COLUMN a integer;"_s);
    const Result<RunOutcome> taken = project.run();
    QVERIFY2(taken, qPrintable(Test::text(taken)));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstMariaDbStalls::copyThatIsTooLong()
{
    ScriptedProject project = newProject();
    fill(project, 300'000);
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t MODIFY n bigint NOT NULL, ALGORITHM=COPY, LOCK=SHARED;"_s);
    const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = 7"_s, .clients = 1});
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.outcome.error().toString().contains(u"stall budget"_s), qPrintable(scene.outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

/// Rows are locks, too: the migration has no definition, so it is one transaction.
void TstMariaDbStalls::updateThatIsTooLong()
{
    const Scene scene = playUpdate(200'000, u"UPDATE t SET n = n + 1;"_s, 7);
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget); // with what was done until then, which has to be undone while they wait
    QVERIFY2(scene.outcome.error().message.contains(u"the stall budget is 300 ms"_s), qPrintable(scene.outcome.error().toString()));
}

Scene TstMariaDbStalls::playUpdate(int rows, const QString &update, int row)
{
    Scene best;
    for (int round = 0; round < 3; ++round) {
        ScriptedProject project = newProject();
        fill(project, rows);
        project.add(u"1"_s, u"one"_s, update);
        const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = %1"_s.arg(row), .clients = 1});
        if (round == 0 || scene.outcome || scene.beside.worst < best.beside.worst)
            best = scene;
        if (best.outcome || best.beside.worst <= budget)
            break;
    }
    return best;
}

/// The first who waits comes when the run has been looked after for a while.
void TstMariaDbStalls::updateThatReachesSomebodyLate()
{
    const Scene scene = playUpdate(600'000, u"UPDATE t SET n = n + 1 WHERE id > 0;"_s, 40'000);
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.outcome.error().detail.startsWith(u"1 session waited"_s), qPrintable(scene.outcome.error().toString()));
}

/// None of them takes as long as the watchdog rests between two looks, and all keep their rows until the end.
void TstMariaDbStalls::manyShortUpdates()
{
    ScriptedProject project = newProject();
    fill(project, 60'000);
    QString script = u"CREATE TABLE done (id integer);\n"_s;
    for (int id = 1; id <= 60'000; ++id)
        script += u"UPDATE t SET n = n + 1 WHERE id = %1;\n"_s.arg(id);
    project.add(u"1"_s, u"one"_s, script);
    const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = 7"_s, .clients = 1});
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.outcome.error().message.contains(u"the stall budget is 300 ms"_s), qPrintable(scene.outcome.error().toString()));
    QCOMPARE(project.journal(), QStringList{u"1 up failed 1/60001"_s}); // the definition stays
}

/// The definition commits them anyway, so nobody waits for them as long as it waits for its own table.
void TstMariaDbStalls::rowsAreReleasedBeforeTheRunWaits()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.execute({u"CREATE TABLE u (id integer)"_s, u"INSERT INTO u VALUES (1)"_s});
    project.add(u"1"_s, u"one"_s, u"UPDATE t SET n = 0 WHERE id = 7;\nALTER TABLE u ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT * FROM u"_s});
    const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = 7"_s, .clients = 1}, [&](QElapsedTimer &clock) {
        std::this_thread::sleep_for(hold());
        (void)other->rollback();
        clock.start();
    });
    VERIFY_SCENE(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::LockWait).isEmpty());
    QCOMPARE(project.journal(), QStringList{u"1 up applied 2/2"_s});
}

void TstMariaDbStalls::givesUpWithTheRowsReleased()
{
    ScriptedProject project = newProject();
    fill(project, 10);
    project.guards().giveUpAfter = 700ms;
    project.execute({u"CREATE TABLE u (id integer)"_s, u"INSERT INTO u VALUES (1)"_s});
    project.add(u"1"_s, u"one"_s, u"UPDATE t SET n = n + 100 WHERE id = 7;\nALTER TABLE u ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT * FROM u"_s});
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::LockTimeout);
    QCOMPARE(project.journal(), QStringList{u"1 up failed 1/2"_s});
    (void)other->rollback();
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(Test::text(again)));
    QCOMPARE(project.query(u"SELECT n FROM t WHERE id = 7"_s).number(0, u"n"), 107); // once
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

/// Each attempt is within the budget, so nothing is lost by another one: until the time to give up, and not just three times.
void TstMariaDbStalls::goesOnWhereNobodyTells()
{
    setPlugin(false);
    const auto restore = qScopeGuard([this] { setPlugin(true); });
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.guards().giveUpAfter = 4s;
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    const Scene scene = play(project, readers);
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QVERIFY2(scene.sinceClear >= 4s, qPrintable(u"%1 ms"_s.arg(scene.sinceClear.count())));
    QCOMPARE(scene.outcome.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(scene.outcome.error().message.contains(u" attempts"_s), qPrintable(scene.outcome.error().toString()));
    QVERIFY2(scene.outcome.error().hint.contains(u"INSTALL SONAME 'metadata_lock_info';"_s), qPrintable(scene.outcome.error().toString()));
}

void TstMariaDbStalls::makePlain(ScriptedProject &project, const QString &limit)
{
    ConnectionSettings settings = project.settings();
    project.execute({u"CREATE OR REPLACE USER plain"_s, u"GRANT ALL ON `%1`.* TO plain %2"_s.arg(settings.database, limit)});
    settings.user = u"plain"_s;
    project.setSettings(settings);
}

/// The plugin tells everybody who holds a table, though not who that is. Without it, too, a wait of the run's own stays within the budget,
/// as somebody may wait behind it whom it cannot see.
void TstMariaDbStalls::whereTheRoleSeesNobody()
{
    for (const bool isPlugin : {true, false}) {
        setPlugin(isPlugin);
        const auto restore = qScopeGuard([this] { setPlugin(true); });
        ScriptedProject project = newProject();
        fill(project, 1000);
        const ConnectionSettings application = project.settings();
        makePlain(project);
        project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
        auto other = holder(application, {u"SELECT n FROM t WHERE id = 1"_s});
        const qint64 pid = other->backend().pid;
        const Scene scene = play(project, application, readers, [&](QElapsedTimer &clock) {
            std::this_thread::sleep_for(hold());
            (void)other->rollback();
            clock.start();
        });
        QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
        VERIFY_STALL(scene, budget);
        QVERIFY(!told(project, RunEvent::Kind::Notice).filter(u"GRANT PROCESS ON *.* TO plain"_s).isEmpty());
        QCOMPARE(told(project, RunEvent::Kind::LockWait).filter(u"process %1"_s.arg(pid)).isEmpty(), !isPlugin);
    }
}

/// The server counts a wait for a table in whole seconds, and nobody is there to end it sooner: it is bounded otherwise.
void TstMariaDbStalls::withoutAMonitorSession()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    const ConnectionSettings application = project.settings();
    makePlain(project, u"WITH MAX_USER_CONNECTIONS 2"_s); // the run and its lock
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;\nCREATE INDEX t_n ON t (n);"_s);
    Scene scene;
    do {
        auto other = holder(application, {u"SELECT n FROM t WHERE id = 1"_s});
        scene = play(project, application, readers, [&](QElapsedTimer &clock) {
            std::this_thread::sleep_for(hold());
            (void)other->rollback();
            clock.start();
        });
    } while (isCountedStill(scene.outcome));
    QVERIFY2(scene.outcome, qPrintable(Test::text(scene.outcome)));
    VERIFY_STALL(scene, budget);
    QVERIFY(!told(project, RunEvent::Kind::Notice).filter(u"There is no monitor session"_s).isEmpty());
    QVERIFY2(scene.sinceClear <= 2 * slack(), qPrintable(u"%1 ms"_s.arg(scene.sinceClear.count())));
}

void TstMariaDbStalls::givesUpWithoutAMonitorSession()
{
    ScriptedProject project = newProject();
    fill(project, 10);
    const ConnectionSettings application = project.settings();
    makePlain(project, u"WITH MAX_USER_CONNECTIONS 2"_s);
    project.guards().giveUpAfter = 1s;
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    const auto other = holder(application, {u"SELECT n FROM t WHERE id = 1"_s});
    Result<RunOutcome> outcome = project.run();
    while (isCountedStill(outcome))
        outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(outcome.error().detail.contains(u"Without a monitor session"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

/// What records the migration may wait as well, and the rows that it has changed wait with it.
void TstMariaDbStalls::historyThatSomebodyHolds()
{
    ScriptedProject project = newProject();
    fill(project, 1000);
    project.guards().giveUpAfter = 3s;
    project.execute({u"CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY)"_s});
    project.add(u"1"_s, u"one"_s, u"UPDATE t SET n = n + 100 WHERE id = 7;"_s);
    const auto other = holder(project.settings(), {u"INSERT INTO schema_migrations (version) VALUES ('1')"_s});
    const Scene scene = play(project, {.sql = u"UPDATE t SET word = 'y' WHERE id = 7"_s, .clients = 1});
    QVERIFY(!scene.outcome);
    VERIFY_STALL(scene, budget);
    QCOMPARE(project.applied(), QStringList());
    QVERIFY(other->rollback());
    const Result<RunOutcome> again = project.run();
    QVERIFY2(again, qPrintable(Test::text(again)));
    QCOMPARE(project.query(u"SELECT n FROM t WHERE id = 7"_s).number(0, u"n"), 107); // once
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

/// To cancel it would not help those who wait: it is refused.
void TstMariaDbStalls::updateThatCannotFitIsRefused()
{
    ScriptedProject project = newProject();
    fill(project, 330'000);
    project.add(u"1"_s, u"one"_s, u"UPDATE t SET n = n + 1;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Refused);
    QVERIFY2(outcome.error().detail.contains(u".t are changed ("_s), qPrintable(outcome.error().toString()));
}

void TstMariaDbStalls::givesUpWithTheNames()
{
    ScriptedProject project = newProject();
    fill(project, 10);
    project.guards().giveUpAfter = 700ms;
    project.add(u"1"_s, u"one"_s, u"ALTER TABLE t ADD COLUMN a integer;"_s);
    auto other = holder(project.settings(), {u"SELECT n FROM t WHERE id = 1"_s});
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::LockTimeout);
    QVERIFY2(outcome.error().detail.contains(u"process %1 (user root)"_s.arg(other->backend().pid)), qPrintable(outcome.error().toString()));
    QVERIFY2(outcome.error().hint.contains(u"whimbrel locks --terminate %1"_s.arg(other->backend().pid)), qPrintable(outcome.error().toString()));
    QCOMPARE(project.applied(), QStringList());
}

WHIMBREL_TEST(TstMariaDbStalls)
#include "tst_mariadbstalls.moc"
