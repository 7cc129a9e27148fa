// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/incident.h"
#include "locks/history/lockhistory.h"
#include "locks/locksampler.h"
#include "longtests.h"
#include "run/runcontrol.h"
#include "scriptedproject.h"
#include "threadtest.h"

#include <QRandomGenerator>
#include <QStandardPaths>

#include <atomic>
#include <deque>
#include <mutex>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using std::chrono::milliseconds;
using Test::ScriptedProject;
using Test::text;

/// A run of every kind of migration that is paused, slowed down, hurried, stopped and cut off at random times, while the lock
/// monitor looks on: whatever hits it, the next run goes on, and nothing is done twice.
class TstSteeredRuns : public Test::ThreadTest
{
    Q_OBJECT

private Q_SLOTS:
    void anythingAtAnyTime_data();
    void anythingAtAnyTime();

private:
    static void fill(ScriptedProject &project);
    static void verifyWhole(const ScriptedProject &project);
};

namespace {

enum class Blow { None, Stop, Disconnect };

int random(int below)
{
    return QRandomGenerator::global()->bounded(below);
}

bool hasCopyTool()
{
    return !QStandardPaths::findExecutable(u"pt-online-schema-change"_s).isEmpty();
}

/// Longer than a statement has to run for its progress to be told.
QString slowStatement(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        return u"SELECT pg_sleep(1.3);\n"_s;
    if (dialect == Dialect::SQLite)
        return u"WITH RECURSIVE g(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM g WHERE i < 3000000) SELECT count(*) FROM g;\n"_s;
    return u"SELECT sleep(1.3);\n"_s;
}

/// Ends a session of the database that is not the caller's: the run's, its run lock's, its monitor's, a throttle's, the lock
/// monitor's. One that has ended meanwhile is no concern.
void disconnectSomebody(const ConnectionSettings &settings)
{
    const auto session = Session::open(settings, SessionRole::Run);
    if (!session)
        return;
    const bool isPostgreSql = settings.dialect == Dialect::PostgreSql;
    const QString list = isPostgreSql ? u"SELECT pid AS id FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()"_s
                                      : u"SELECT id FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"_s;
    const Result<Rows> sessions = (*session)->query(list);
    if (!sessions || sessions->isEmpty())
        return;
    const QString id = sessions->text(random(int(sessions->rows.size())), u"id");
    (void)(*session)->query((isPostgreSql ? u"SELECT pg_terminate_backend(%1)"_s : u"KILL CONNECTION %1"_s).arg(id));
}

/// A person with a restless hand, on a thread of its own, until the run has ended.
class Hand
{
public:
    Hand(ScriptedProject &project, RunControl &control, Blow blow)
        : m_thread([settings = project.settings(), &control, blow, this] { work(settings, control, blow); })
    {
    }
    std::stop_token token() const { return m_stop.get_token(); }
    void runHasEnded()
    {
        m_ended = true;
        m_thread.join();
    }

private:
    void work(const ConnectionSettings &settings, RunControl &control, Blow blow)
    {
        const milliseconds when(random(4000));
        const auto begin = std::chrono::steady_clock::now();
        for (bool struck = false; !m_ended; std::this_thread::sleep_for(milliseconds(random(40)))) {
            steer(control);
            if (struck || std::chrono::steady_clock::now() - begin < when)
                continue;
            struck = true;
            if (blow == Blow::Stop)
                m_stop.request_stop();
            else if (blow == Blow::Disconnect)
                disconnectSomebody(settings);
        }
    }
    static void steer(RunControl &control)
    {
        switch (random(5)) {
        case 0:
            control.pause();
            std::this_thread::sleep_for(milliseconds(random(60)));
            [[fallthrough]];
        case 1:
            return control.resume();
        case 2:
            return control.slower();
        default:
            return control.faster();
        }
    }

    std::stop_source m_stop;
    std::atomic<bool> m_ended = false;
    std::jthread m_thread;
};

/// The lock monitor: one thread takes samples, another keeps their history and finds incidents in them, as the window does.
class Onlooker
{
public:
    explicit Onlooker(const ConnectionSettings &settings)
        : m_sampling([this, settings](const std::stop_token &stop) { sample(settings, stop); })
        , m_keeping([this](const std::stop_token &stop) { keep(stop); })
    {
    }
    /// How many samples were kept.
    qsizetype finish()
    {
        m_sampling.request_stop();
        m_sampling.join();
        m_keeping.request_stop();
        m_keeping.join();
        return m_kept;
    }

private:
    void sample(const ConnectionSettings &settings, const std::stop_token &stop)
    {
        while (!stop.stop_requested()) {
            const auto session = Session::open(settings, SessionRole::Monitor);
            const auto sampler = session ? LockSampler::create(**session) : nullptr;
            for (bool answers = session.has_value(); answers && !stop.stop_requested(); std::this_thread::sleep_for(20ms)) {
                const Result<LockSample> sample = sampler->sample(**session);
                answers = sample.has_value(); // or it was the one that was ended
                if (answers) {
                    const std::lock_guard lock(m_mutex);
                    m_samples.push_back(*sample);
                }
            }
        }
    }
    void keep(const std::stop_token &stop)
    {
        LockHistory history;
        IncidentWatch incidents;
        for (bool last = false; !last; std::this_thread::sleep_for(5ms)) {
            last = stop.stop_requested();
            std::deque<LockSample> samples;
            {
                const std::lock_guard lock(m_mutex);
                samples.swap(m_samples);
            }
            for (const LockSample &sample : samples) {
                const BlockingTree tree = buildBlockingTree(sample);
                history.add(sample, tree);
                (void)incidents.take(sample, tree);
                (void)history.sample(history.indexAt(sample.takenAt));
            }
            m_kept += qsizetype(samples.size());
        }
    }

    std::mutex m_mutex;
    std::deque<LockSample> m_samples;
    qsizetype m_kept = 0; ///< of the keeping thread until it has ended
    std::jthread m_sampling;
    std::jthread m_keeping;
};

} // namespace

void TstSteeredRuns::fill(ScriptedProject &project)
{
    const Dialect dialect = project.settings().dialect;
    const QString without = u"transaction:false"_s;
    QString rows;
    for (int i = 1; i <= 300; ++i)
        rows += u"INSERT INTO t VALUES (%1, 0);\n"_s.arg(i);
    const QString throttle = dialect == Dialect::SQLite ? QString() : u"throttle-query = \"SELECT 0\"\n"_s; // on a session of its own
    project.writeConfiguration(u"format = \"dbmate\"\n[backfill]\n%1pause-file = \"halt\"\n"_s.arg(throttle));
    project.add(u"1"_s, u"rows"_s, u"CREATE TABLE t (id integer PRIMARY KEY, n integer NOT NULL);\n"_s + rows);
    project.add(u"2"_s, u"slow"_s, u"UPDATE t SET n = n + 1;\n%1UPDATE t SET n = n + 1;"_s.arg(slowStatement(dialect)));
    project.add(u"3"_s, u"batches"_s, u"-- whimbrel: batch size=5 pause=5ms\nUPDATE t SET n = n + 10;"_s, {}, without);
    QString steps;
    for (int i = 0; i < 10; ++i)
        steps += u"UPDATE t SET n = n + 100;\n"_s;
    project.add(u"4"_s, u"steps"_s, steps, {}, without);
    if (isMySqlFamily(dialect) && hasCopyTool())
        project.add(u"5"_s, u"copy"_s, u"-- whimbrel: online-copy\nALTER TABLE t MODIFY n bigint NOT NULL;"_s);
    else
        project.add(u"5"_s, u"column"_s, u"ALTER TABLE t ADD COLUMN more integer;"_s);
}

void TstSteeredRuns::verifyWhole(const ScriptedProject &project)
{
    QCOMPARE(project.applied(), (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s, u"5"_s}));
    const Rows rows = project.query(u"SELECT count(*) AS total, min(n) AS least, max(n) AS most FROM t"_s);
    QCOMPARE(rows.number(0, u"total"), 300);
    QCOMPARE(rows.number(0, u"least"), 1012);
    QCOMPARE(rows.number(0, u"most"), 1012);
}

void TstSteeredRuns::anythingAtAnyTime_data()
{
    addDatabases();
}

void TstSteeredRuns::anythingAtAnyTime()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const int rounds = Test::rounds(6, 60);
    for (int round = 0; round < rounds; ++round) {
        ScriptedProject project(freshDatabase(dialect));
        fill(project);
        const auto control = std::make_shared<RunControl>();
        project.setControl(control);
        const Blow blow = dialect == Dialect::SQLite && round % 3 == 2 ? Blow::Stop : Blow(round % 3);
        Onlooker onlooker(project.settings());
        Hand hand(project, *control, blow);
        const Result<RunOutcome> outcome = project.run({}, hand.token());
        hand.runHasEnded();
        onlooker.finish();
        QVERIFY2(outcome || blow != Blow::None, qPrintable(text(outcome)));
        control->resume();
        // What was cut off may hold its locks for a moment longer.
        Result<RunOutcome> rest = outcome;
        QTRY_VERIFY2_WITH_TIMEOUT(rest || (rest = project.run()), qPrintable(text(outcome) + u"\n---\n"_s + text(rest)), 60'000);
        verifyWhole(project);
        if (QTest::currentTestFailed())
            return;
    }
}

WHIMBREL_TEST(TstSteeredRuns)
#include "tst_steeredruns.moc"
