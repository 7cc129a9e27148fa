// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "database/session.h"
#include "locks/blockingtree.h"
#include "locks/locksampler.h"
#include "locks/postgresqllockreader.h"
#include "mariadbserver.h"
#include "postgresserver.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <latch>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Bench {

namespace {

constexpr int idleSessions = 380;
constexpr int holders = 20;
constexpr int tables = 1000; ///< each holder has a lock on each
constexpr int waiters = 100;
constexpr int rowWaiters = 200; ///< MariaDB lists 20,100 waits for them
constexpr int rounds = 200;
constexpr auto innoDbPause = 150ms; ///< InnoDB tells the same again to whoever asks within 100 ms

std::unique_ptr<Session> open(const ConnectionSettings &settings, SessionRole role = SessionRole::Run)
{
    Result<std::unique_ptr<Session>> session = Session::open(settings, role);
    if (!session)
        giveUp(session.error().toString());
    if (role == SessionRole::Run)
        (void)(*session)->setGuards({.lockTimeout = 1h});
    return std::move(*session);
}

void run(Session &session, const QString &sql)
{
    if (const Result<Rows> rows = session.query(sql); !rows)
        giveUp(rows.error().toString());
}

/// Restarts the server with room for all those sessions and locks.
void makeRoom(Test::PostgresServer &server)
{
    {
        const auto session = open(server.settings(u"postgres"_s));
        run(*session, u"ALTER SYSTEM SET max_connections = 620"_s);
        run(*session, u"ALTER SYSTEM SET max_locks_per_transaction = 200"_s);
    }
    server.kill();
    if (!server.start())
        giveUp(server.problem());
}

/// Sessions that wait, each for its statement's end: the first one, and the rest behind it. They end with the server.
class Waiters
{
public:
    Waiters(const ConnectionSettings &settings, const QString &first, const QString &rest, int count)
        : m_open(count)
    {
        for (int i = 0; i < count; ++i)
            m_threads.emplace_back(
                [this, settings, i, first, rest] { wait(settings, i == 0 ? m_first : m_rest, i == 0 ? first : rest); });
        m_open.wait();
    }
    ~Waiters()
    {
        startFirst();
        startRest();
    }

    void startFirst() { open(m_first); }
    void startRest() { open(m_rest); }

private:
    static void open(std::latch &latch)
    {
        if (!latch.try_wait())
            latch.count_down();
    }

    void wait(const ConnectionSettings &settings, std::latch &begin, const QString &sql)
    {
        const auto session = Bench::open(settings);
        m_open.count_down();
        begin.wait();
        (void)session->query(sql); // the server ends before the wait does
    }

    std::latch m_open;
    std::latch m_first{1};
    std::latch m_rest{1};
    std::vector<std::jthread> m_threads;
};

/// Median and 95th percentile of many times in ms, with a pause before each.
template<typename Work>
void measureOften(const QString &what, const QString &target, Work work, std::chrono::milliseconds pause = 0ms)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        std::this_thread::sleep_for(pause);
        const auto began = std::chrono::steady_clock::now();
        work();
        times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - began).count());
    }
    std::ranges::sort(times);
    std::printf("    %-58s median %7.2f ms   95th percentile %7.2f ms   %s\n", qPrintable(what), times[rounds / 2],
                times[rounds * 95 / 100], qPrintable(target));
    std::fflush(stdout);
}

template<typename T>
T need(Result<T> result)
{
    if (!result)
        giveUp(result.error().toString());
    return std::move(*result);
}

/// The first sample in which so many wait.
LockSample sampleOf(int waiting, LockSampler &sampler, Session &monitor)
{
    for (int i = 0; i < 600; ++i) {
        LockSample sample = need(sampler.sample(monitor));
        if (buildBlockingTree(sample).waiting == waiting)
            return sample;
        std::this_thread::sleep_for(innoDbPause);
    }
    giveUp(u"not %1 sessions wait"_s.arg(waiting));
}

void measureDetails(Session &monitor, const QList<PostgreSqlWait> &waits)
{
    using Source = PostgreSqlLockReader::Source;
    PostgreSqlLockReader reader;
    if (const Result<> prepared = reader.prepare(monitor); !prepared)
        giveUp(prepared.error().toString());
    QSet<qint64> involved;
    for (const PostgreSqlWait &wait : waits) {
        involved.insert(wait.pid);
        involved.unite(QSet<qint64>(wait.blockers.cbegin(), wait.blockers.cend()));
    }
    const QList<qint64> pids = involved.values();
    measureOften(u"details: locks of the %1 involved"_s.arg(pids.size()), u"every 2 s at most"_s,
                 [&] { (void)need(reader.locks(monitor, Source::Views, waits, pids)); });
    measureOften(u"details: their sessions"_s, {}, [&] { (void)need(reader.sessions(monitor, Source::Views, pids)); });
    const QList<PostgreSqlLock> locks = need(reader.locks(monitor, Source::Views, waits, pids));
    measureOften(u"details: matching in the program"_s, {}, [&] {
        const PostgreSqlLockMatcher matcher(locks, reader.names());
        for (const PostgreSqlWait &wait : waits)
            (void)matcher.edges(wait);
    });
}

LockSample pile(int sessions, int holding)
{
    LockSample sample;
    for (int i = 0; i < sessions; ++i) {
        LockSession session;
        session.backend = {i + 1, u"2026-11-23T08:00:00.%1"_s.arg(i)};
        session.query = u"SELECT * FROM orders WHERE customer = %1"_s.arg(i);
        sample.sessions << session;
    }
    const auto add = [&sample](int waiting, int blocking) {
        LockEdge edge;
        edge.waiting = sample.sessions[waiting].backend;
        edge.blocking = sample.sessions[blocking].backend;
        edge.target = u"orders"_s;
        sample.edges << edge;
    };
    for (int i = 0; i < holding; ++i)
        add(holding, i);
    for (int i = holding + 1; i < sessions; ++i)
        add(i, holding);
    return sample;
}

void postgreSqlLocks()
{
    Test::PostgresServer server;
    if (!server.start())
        giveUp(server.problem());
    makeRoom(server);
    const ConnectionSettings settings = server.settings();
    std::vector<std::unique_ptr<Session>> sessions;
    for (int i = 0; i < idleSessions + holders; ++i)
        sessions.push_back(open(settings));
    run(*sessions.front(),
        u"DO $$ BEGIN FOR i IN 1..%1 LOOP EXECUTE format('CREATE TABLE t_%s (id int)', i); END LOOP; END $$"_s.arg(
            tables));
    run(*sessions.front(), u"CREATE ROLE plain LOGIN"_s);
    for (int i = 0; i < holders; ++i) {
        run(*sessions[static_cast<size_t>(i)], u"BEGIN"_s);
        run(*sessions[static_cast<size_t>(i)],
            u"DO $$ BEGIN FOR i IN 1..%1 LOOP EXECUTE format('LOCK TABLE t_%s IN ACCESS SHARE MODE', i); END LOOP; END $$"_s
                .arg(tables));
    }
    Waiters pileBehindAnAlter(settings, u"ALTER TABLE t_1 ADD COLUMN x int"_s, u"SELECT * FROM t_1"_s, waiters);

    std::printf("locks: %d sessions, %d locks, PostgreSQL\n", idleSessions + holders + waiters, holders * tables);
    const auto monitor = open(settings, SessionRole::Monitor);
    const auto sampler = LockSampler::create(*monitor);
    ConnectionSettings plainRole = settings;
    plainRole.user = u"plain"_s;
    const auto plainMonitor = open(plainRole, SessionRole::Monitor);
    const auto plainSampler = LockSampler::create(*plainMonitor);
    (void)need(sampler->sample(*monitor));
    (void)need(plainSampler->sample(*plainMonitor));
    measureOften(u"a sample, nobody waits"_s, u"<= 3 ms"_s, [&] { (void)need(sampler->sample(*monitor)); });
    measureOften(u"the same, by a role without pg_monitor"_s, u"<= 3 ms"_s,
                 [&] { (void)need(plainSampler->sample(*plainMonitor)); });

    pileBehindAnAlter.startFirst();
    (void)sampleOf(1, *sampler, *monitor);
    pileBehindAnAlter.startRest();
    const LockSample sample = sampleOf(waiters, *sampler, *monitor);
    PostgreSqlLockReader reader;
    if (const Result<> prepared = reader.prepare(*monitor); !prepared)
        giveUp(prepared.error().toString());
    measureOften(u"the cheap question, %1 wait"_s.arg(waiters), u"<= 10 ms"_s,
                 [&] { (void)need(reader.waits(*monitor, PostgreSqlLockReader::Source::Views)); });
    measureDetails(*monitor, need(reader.waits(*monitor, PostgreSqlLockReader::Source::Views)));
    measureOften(u"the tree of %1 edges"_s.arg(sample.edges.size()), u"<= 5 ms"_s,
                 [&] { (void)buildBlockingTree(sample); });
    server.kill();
}

void mariaDbLocks()
{
    Test::MariaDbServer server;
    if (!server.start())
        giveUp(server.problem());
    const ConnectionSettings settings = server.settings();
    const auto holder = open(settings);
    run(*holder, u"SET GLOBAL max_connections = 400"_s);
    run(*holder, u"CREATE TABLE t (id int PRIMARY KEY, x int) ENGINE=InnoDB"_s);
    run(*holder, u"INSERT INTO t VALUES (1, 1)"_s);
    run(*holder, u"BEGIN"_s);
    run(*holder, u"UPDATE t SET x = 2"_s);
    const QString update = u"UPDATE t SET x = x + 1"_s;
    Waiters queue(settings, update, update, rowWaiters);

    std::printf("locks: %d sessions, MariaDB\n", rowWaiters + 1);
    const auto monitor = open(settings, SessionRole::Monitor);
    const auto sampler = LockSampler::create(*monitor);
    measureOften(
        u"a sample, nobody waits"_s, u"<= 10 ms"_s, [&] { (void)need(sampler->sample(*monitor)); }, innoDbPause);
    queue.startFirst();
    queue.startRest();
    (void)sampleOf(rowWaiters, *sampler, *monitor);
    measureOften(
        u"a sample, %1 wait for the same row"_s.arg(rowWaiters), {}, [&] { (void)need(sampler->sample(*monitor)); },
        innoDbPause);
    server.kill();
}

} // namespace

void locks()
{
    postgreSqlLocks();
    mariaDbLocks();
    std::printf("locks: in the program\n");
    const LockSample all = pile(500, 100);
    measureOften(u"the tree of 500 sessions, 399 behind one behind 100"_s, u"<= 5 ms"_s,
                 [&] { (void)buildBlockingTree(all); });
}

} // namespace Whimbrel::Bench
