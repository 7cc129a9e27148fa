// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedproject.h"
#include "scripts.h"
#include "threadtest.h"

#include <atomic>
#include <barrier>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::ScriptedProject;

/// Runs beside each other, against each other, and stopped from outside.
class TstRunnerThreads : public Test::ThreadTest
{
    Q_OBJECT

private Q_SLOTS:
    void runsBesideEachOther_data();
    void runsBesideEachOther();
    void oneRunAtATime_data();
    void oneRunAtATime();
    void stopRacesWithTheRun_data();
    void stopRacesWithTheRun();
};

namespace {

constexpr int migrations = 5;

void fill(ScriptedProject &project)
{
    for (int i = 1; i <= migrations; ++i) {
        project.add(QString::number(i), u"table"_s, u"CREATE TABLE t%1 (id integer);\nINSERT INTO t%1 VALUES (1);"_s.arg(i), u"DROP TABLE t%1;"_s.arg(i));
    }
}

QStringList allVersions()
{
    QStringList versions;
    for (int i = 1; i <= migrations; ++i)
        versions << QString::number(i);
    return versions;
}

} // namespace

void TstRunnerThreads::runsBesideEachOther_data()
{
    addDatabases();
}

void TstRunnerThreads::runsBesideEachOther()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    std::vector<std::unique_ptr<ScriptedProject>> projects;
    for (int i = 0; i < 3; ++i) {
        projects.push_back(std::make_unique<ScriptedProject>(freshDatabase(dialect)));
        fill(*projects.back());
    }
    std::vector<Result<RunOutcome>> outcomes(projects.size());
    {
        std::vector<std::jthread> threads;
        for (size_t i = 0; i < projects.size(); ++i) {
            threads.emplace_back([&project = *projects[i], &outcome = outcomes[i]] {
                outcome = project.run().and_then([&](const RunOutcome &) { return project.run(Test::down(2)); });
            });
        }
    }
    for (size_t i = 0; i < projects.size(); ++i) {
        VERIFY_RESULT(outcomes[i]);
        QCOMPARE(projects[i]->applied(), allVersions().first(migrations - 2));
    }
}

void TstRunnerThreads::oneRunAtATime_data()
{
    addDatabases();
}

/// All have the same plan; the run lock lets one begin, and who comes after its end sees that the history has moved.
void TstRunnerThreads::oneRunAtATime()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    ScriptedProject project(freshDatabase(dialect));
    fill(project);
    const auto plan = project.plan();
    VERIFY_RESULT(plan);
    const MigrationProject opened = project.open();
    Target target;
    target.settings = project.settings();
    constexpr int runs = 4;
    std::vector<Result<RunOutcome>> outcomes(runs);
    std::barrier ready(runs);
    {
        std::vector<std::jthread> threads;
        for (Result<RunOutcome> &outcome : outcomes) {
            threads.emplace_back([&] {
                const auto session = Session::open(target.settings, SessionRole::Run);
                Runner runner(opened, target);
                runner.setLogFolder(project.folder() + u"/runs"_s);
                ready.arrive_and_wait();
                outcome = session.has_value() ? runner.run(**session, *plan, {}) : std::unexpected(session.error());
            });
        }
    }
    int done = 0;
    for (const Result<RunOutcome> &outcome : outcomes) {
        done += outcome.has_value() ? outcome->migrationsDone : 0;
        QVERIFY2(outcome || outcome.error().kind == ErrorKind::Refused, outcome ? "" : qPrintable(outcome.error().toString()));
    }
    QCOMPARE(done, migrations);
    QCOMPARE(project.applied(), allVersions());
}

void TstRunnerThreads::stopRacesWithTheRun_data()
{
    addDatabases();
}

/// Wherever the stop hits, what the history says is what is there, and the next run goes on.
void TstRunnerThreads::stopRacesWithTheRun()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    for (int round = 0; round < 8; ++round) {
        ScriptedProject project(freshDatabase(dialect));
        fill(project);
        std::atomic<int> statements = 0;
        project.setObserver([&statements](const RunEvent &event) { statements += event.kind == RunEvent::Kind::StatementStarted; });
        std::stop_source stop;
        std::atomic<bool> ended = false;
        std::jthread stopper([&, wanted = round] {
            while (statements < wanted && !ended)
                std::this_thread::sleep_for(100us);
            stop.request_stop();
        });
        const Result<RunOutcome> outcome = project.run({}, stop.get_token());
        ended = true;
        stopper.join();
        QVERIFY2(outcome || outcome.error().kind == ErrorKind::Cancelled, outcome ? "" : qPrintable(outcome.error().toString()));
        const Result<RunOutcome> rest = project.run();
        VERIFY_RESULT(rest);
        for (const QString &version : project.applied())
            QCOMPARE(project.query(u"SELECT count(*) AS n FROM t%1"_s.arg(version)).number(0, u"n"), 1);
        QCOMPARE(project.applied(), allVersions());
    }
}

WHIMBREL_TEST(TstRunnerThreads)
#include "tst_runnerthreads.moc"
