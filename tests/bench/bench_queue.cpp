// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "database/session.h"
#include "postgresserver.h"
#include "querystream.h"
#include "scriptedproject.h"

#include <chrono>
#include <cstdio>
#include <optional>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Whimbrel::Test::QueryStream;
using Whimbrel::Test::ScriptedProject;

namespace Whimbrel::Bench {

namespace {

using Clock = std::chrono::steady_clock;

constexpr milliseconds readerTime = 10s;
constexpr milliseconds headStart = 500ms; ///< of the long reader
constexpr milliseconds patience = 15s;    ///< after the long reader's end, for whoever starves
const QString alter = u"ALTER TABLE t ADD COLUMN a integer"_s;

/// How one waits for a lock: a lock_timeout, and a pause after it has gone by that may grow.
struct Policy
{
    QString name;
    milliseconds lockTimeout{0}; ///< 0: as long as it takes
    milliseconds pause{0};
    int growth = 1;              ///< of the pause, each time
    bool asksOnly = false;       ///< NOWAIT: never in the queue
};

/// The table's other users.
struct Load
{
    QString name;
    int rows;
    QueryStream::Load readers;
};

struct Scene
{
    int attempts = 0;
    milliseconds stall{0};   ///< the longest of a reader
    milliseconds blocked{0}; ///< what all readers waited, together
    std::optional<milliseconds> late; ///< from the way being clear until the column was there; unset: it never was
};

std::unique_ptr<Session> open(const ConnectionSettings &settings)
{
    Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    if (!session)
        giveUp(session.error().toString());
    (void)(*session)->setGuards({.lockTimeout = 0ms});
    return std::move(*session);
}

void run(Session &session, const QString &sql)
{
    if (const Result<Rows> rows = session.query(sql); !rows)
        giveUp(rows.error().toString());
}

/// Somebody's report: one statement that reads the table for long.
class LongReader
{
public:
    explicit LongReader(const ConnectionSettings &settings)
        : m_session(open(settings))
        , m_thread([this] {
            run(*m_session, u"SELECT pg_sleep(%1) FROM (SELECT 1 FROM t LIMIT 1) AS one"_s.arg(readerTime.count() / 1000));
            m_end = Clock::now();
        })
    {
    }

    Clock::time_point end()
    {
        if (m_thread.joinable())
            m_thread.join();
        return m_end;
    }

private:
    std::unique_ptr<Session> m_session;
    Clock::time_point m_end;
    std::jthread m_thread;
};

struct Attempts
{
    int count = 0;
    std::optional<Clock::time_point> done;
};

/// As scripts and other tools do it.
Attempts alterBy(const Policy &policy, const ConnectionSettings &settings, Clock::time_point deadline)
{
    const auto session = open(settings);
    run(*session, u"SET lock_timeout = %1"_s.arg(policy.lockTimeout.count()));
    Attempts attempts;
    milliseconds pause = policy.pause;
    while (Clock::now() < deadline) {
        ++attempts.count;
        run(*session, u"BEGIN"_s);
        Result<Rows> done = policy.asksOnly ? session->query(u"LOCK TABLE t IN ACCESS EXCLUSIVE MODE NOWAIT"_s) : Rows();
        if (done)
            done = session->query(alter);
        run(*session, done ? u"COMMIT"_s : u"ROLLBACK"_s);
        if (done) {
            attempts.done = Clock::now();
            return attempts;
        }
        std::this_thread::sleep_for(pause);
        pause *= policy.growth;
    }
    return attempts;
}

/// A migration as the command line and the window run it.
Attempts alterByWhimbrel(const ConnectionSettings &settings)
{
    ScriptedProject project(settings);
    project.guards().giveUpAfter = readerTime + patience;
    project.add(u"1"_s, u"one"_s, alter + u';');
    Attempts attempts{.count = 1, .done = {}};
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::LockRetry)
            attempts.count = std::max(attempts.count, event.attempt);
        else if (event.kind == RunEvent::Kind::MigrationFinished)
            attempts.done = Clock::now();
    });
    (void)project.run(); // whoever starves has no time of the end
    return attempts;
}

using Alter = std::function<Attempts(const ConnectionSettings &, Clock::time_point)>;

Scene play(Test::PostgresServer &server, const Load &load, const Alter &alterTable)
{
    const ConnectionSettings settings = server.settings(); // a new database
    const auto session = open(settings);
    run(*session, u"CREATE TABLE t (id integer PRIMARY KEY, n integer, word text)"_s);
    run(*session, u"INSERT INTO t SELECT n, n, repeat('x', 60) FROM generate_series(1, %1) AS n"_s.arg(load.rows));
    run(*session, u"VACUUM ANALYZE t"_s);
    QueryStream stream(settings, load.readers);
    (void)stream.measure(1s); // connects
    LongReader reader(settings);
    std::this_thread::sleep_for(headStart);
    (void)stream.take();
    const Attempts attempts = alterTable(settings, Clock::now() + readerTime - headStart + patience);
    const Clock::time_point clear = reader.end();
    std::this_thread::sleep_for(100ms); // what waited ends
    const QueryStream::Figures beside = stream.take();
    if (!beside.error.isEmpty())
        giveUp(beside.error);
    const auto late = [&](Clock::time_point done) { return std::max(0ms, std::chrono::duration_cast<milliseconds>(done - clear)); };
    return {.attempts = attempts.count, .stall = beside.worst, .blocked = beside.blocked, .late = attempts.done.transform(late)};
}

QString ratio(milliseconds one, milliseconds whimbrel)
{
    return whimbrel > 0ms ? u"%1x"_s.arg(double(one.count()) / double(whimbrel.count()), 0, 'f', 1) : QString();
}

void print(const QString &name, const Scene &scene, const Scene &whimbrel)
{
    const QString late = scene.late ? u"%1 ms"_s.arg(scene.late->count()) : u"never"_s;
    std::printf("    %-42s %8d   %7lld ms %7s   %8.1f s %7s   %9s\n", qPrintable(name), scene.attempts, static_cast<long long>(scene.stall.count()),
                qPrintable(ratio(scene.stall, whimbrel.stall)), double(scene.blocked.count()) / 1000, qPrintable(ratio(scene.blocked, whimbrel.blocked)),
                qPrintable(late));
    std::fflush(stdout);
}

const QList<Policy> &policies()
{
    static const QList<Policy> known{
        {.name = u"no lock_timeout"_s},
        {.name = u"lock_timeout 1 s, again after 1 s"_s, .lockTimeout = 1s, .pause = 1s},
        {.name = u"lock_timeout 200 ms, again after 1 s"_s, .lockTimeout = 200ms, .pause = 1s},
        {.name = u"lock_timeout 50 ms, again after 500 ms"_s, .lockTimeout = 50ms, .pause = 500ms},
        {.name = u"lock_timeout 50 ms, pauses of 100 ms doubled"_s, .lockTimeout = 50ms, .pause = 100ms, .growth = 2},
        {.name = u"NOWAIT every 50 ms"_s, .pause = 50ms, .asksOnly = true},
    };
    return known;
}

} // namespace

void queue()
{
    const QList<Load> loads{
        {.name = u"3 clients that read a row every 2 ms"_s, .rows = 1000, .readers = {.sql = u"SELECT n FROM t WHERE id = 7"_s}},
        {.name = u"4 clients that read the whole table without a pause"_s,
         .rows = 60'000,
         .readers = {.sql = u"SELECT count(*) FROM t WHERE word LIKE '%y%'"_s, .clients = 4, .pause = 0ms, .slow = 60ms}},
    };
    Test::PostgresServer server;
    if (!server.start())
        giveUp(server.problem());
    for (const Load &load : loads) {
        std::printf("queue: an ALTER TABLE behind a reader of %lld s, beside %s\n", static_cast<long long>(readerTime.count() / 1000), qPrintable(load.name));
        std::printf("    %-42s %8s   %10s %7s   %10s %7s   %9s\n", "", "attempts", "stall", "ratio", "blocked", "ratio", "in after");
        const Scene whimbrel = play(server, load, [](const ConnectionSettings &settings, Clock::time_point) { return alterByWhimbrel(settings); });
        for (const Policy &policy : policies())
            print(policy.name, play(server, load, std::bind_front(alterBy, policy)), whimbrel);
        print(u"Whimbrel: stall is to be <= 100 ms"_s, whimbrel, whimbrel);
    }
    server.kill();
}

} // namespace Whimbrel::Bench
