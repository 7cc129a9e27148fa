// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench.h"

#include "database/session.h"
#include "postgresserver.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QTemporaryDir>

#include <chrono>
#include <cstdio>
#include <random>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Bench {

namespace {

constexpr qlonglong usualRows = 5'000'000;
constexpr qint64 longestMs = 180'000; ///< of a form that may take hours: what it would take follows from how far it came

/// `whimbrel_bench backfill 500000`
qlonglong rowsAsked()
{
    for (const QString &argument : QCoreApplication::arguments().sliced(1)) {
        if (const qlonglong rows = argument.toLongLong(); rows > 0)
            return rows;
    }
    return usualRows;
}

std::unique_ptr<Session> open(const ConnectionSettings &settings)
{
    Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    if (!session)
        giveUp(session.error().toString());
    (void)(*session)->setGuards({.lockTimeout = 0ms});
    return std::move(*session);
}

Rows query(Session &session, const QString &sql)
{
    Result<Rows> rows = session.query(sql);
    if (!rows)
        giveUp(rows.error().toString());
    return std::move(*rows);
}

/// 200 updates a second of others, each of one row; the longest that one took.
class PacedWriter
{
public:
    PacedWriter(const ConnectionSettings &settings, qlonglong rows)
        : m_thread([this, settings, rows](const std::stop_token &stop) { write(settings, rows, stop); })
    {
    }

    double stop()
    {
        m_thread.request_stop();
        m_thread.join();
        return m_longest;
    }

private:
    void write(const ConnectionSettings &settings, qlonglong rows, const std::stop_token &stop)
    {
        const auto session = open(settings);
        std::minstd_rand random(1);
        std::uniform_int_distribution<qlonglong> ids(1, rows);
        while (!stop.stop_requested()) {
            const auto began = std::chrono::steady_clock::now();
            query(*session, u"UPDATE t SET other = other + 1 WHERE id = %1"_s.arg(ids(random)));
            m_longest = std::max(m_longest, std::chrono::duration<double>(std::chrono::steady_clock::now() - began).count());
            std::this_thread::sleep_until(began + 5ms);
        }
    }

    double m_longest = 0;
    std::jthread m_thread;
};

using Form = std::function<double(Session &)>; ///< gives how much of it was done, 0 to 1

double oneUpdate(Session &session)
{
    query(session, u"UPDATE t SET a = b WHERE a IS NULL"_s);
    return 1;
}

/// As guides show it: the next rows that are not done, whichever they are.
double naive(Session &session, qlonglong rows)
{
    QElapsedTimer timer;
    timer.start();
    for (qlonglong done = 0;; done += 1000) {
        if (query(session, u"WITH batch AS (SELECT id FROM t WHERE a IS NULL LIMIT 1000), done AS (UPDATE t SET a = b WHERE id IN (SELECT id FROM batch) RETURNING 1) "
                           "SELECT count(*) AS n FROM done"_s).number(0, u"n") == 0)
            return 1;
        if (timer.hasExpired(longestMs))
            return static_cast<double>(done) / static_cast<double>(rows);
    }
}

/// The best that a loop by hand does: by key, without a pause, its ranges known beforehand as no number is missing. Like Whimbrel it
/// looks at the end whether a row was missed, which reads the whole table once more.
double byKey(Session &session, qlonglong rows, qlonglong size)
{
    for (qlonglong from = 0; from < rows; from += size)
        query(session, u"UPDATE t SET a = b WHERE a IS NULL AND id > %1 AND id <= %2"_s.arg(from).arg(from + size));
    query(session, u"SELECT count(*) FROM t WHERE a IS NULL"_s);
    return 1;
}

CommandLine up(const QTemporaryDir &folder, const QString &url, const QByteArray &options)
{
    QDir(folder.path()).mkpath(u"db/migrations"_s);
    writeFile(folder.filePath(u"db/migrations/1_fill.sql"_s),
              "-- migrate:up transaction:false\n-- whimbrel: batch " + options + "\nUPDATE t SET a = b WHERE a IS NULL;\n\n-- migrate:down\nSELECT 1;\n");
    return whimbrel({u"up"_s, u"-p"_s, folder.path(), u"-d"_s, url, u"--quiet"_s});
}

} // namespace

void backfill()
{
    const qlonglong rows = rowsAsked();
    Test::PostgresServer server;
    if (!server.start())
        giveUp(server.problem());
    const QString pattern = server.createDatabase();
    query(*open(server.settings(pattern)),
          u"CREATE TABLE t (id bigint PRIMARY KEY, a integer, b integer NOT NULL, other integer NOT NULL, filler text NOT NULL)"_s);
    query(*open(server.settings(pattern)), u"INSERT INTO t SELECT i, NULL, i % 1000, 0, repeat('x', 40) FROM generate_series(1, %1) i"_s.arg(rows));
    query(*open(server.settings(pattern)), u"VACUUM ANALYZE t"_s);

    const auto session = [](const Form &form, const ConnectionSettings &settings) { return form(*open(settings)); };
    const auto ours = [](const QByteArray &options, const ConnectionSettings &settings) {
        const QTemporaryDir folder;
        (void)measure(up(folder, settings.displayUrl(), options));
        return 1.0;
    };
    const auto loop = [&](qlonglong size) {
        return [&session, rows, size](const ConnectionSettings &s) { return session([&](Session &on) { return byKey(on, rows, size); }, s); };
    };
    // Whimbrel beside the loop with the same batches: what it takes more is what it does more. Its pause is its own choice.
    const std::vector<std::pair<QString, std::function<double(const ConnectionSettings &)>>> forms{
        {u"one UPDATE"_s, [&](const ConnectionSettings &s) { return session(oneUpdate, s); }},
        {u"loop by key, 5,000 a batch, no pause"_s, loop(5000)},
        {u"Whimbrel, size=5000 pause=0"_s, [&](const ConnectionSettings &s) { return ours("size=5000 pause=0", s); }},
        {u"loop by key, 20,000 a batch, no pause"_s, loop(20'000)},
        {u"Whimbrel, size=20000 pause=0"_s, [&](const ConnectionSettings &s) { return ours("size=20000 pause=0", s); }},
        {u"Whimbrel, adapted, pause=0"_s, [&](const ConnectionSettings &s) { return ours("pause=0", s); }},
        {u"Whimbrel, adapted, pause of a quarter"_s, [&](const ConnectionSettings &s) { return ours("", s); }},
        {u"WHERE a IS NULL LIMIT 1000"_s, [&](const ConnectionSettings &s) { return session([&](Session &on) { return naive(on, rows); }, s); }},
    };
    std::printf("backfill of %lld rows, PostgreSQL, beside 200 updates a second of others\n", rows);
    for (const auto &[name, run] : forms) {
        const QString database = server.createDatabase();
        const auto maintenance = open(server.settings(u"postgres"_s));
        query(*maintenance, u"DROP DATABASE %1"_s.arg(database));
        query(*maintenance, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(database, pattern));
        const ConnectionSettings settings = server.settings(database);
        query(*open(settings), u"CHECKPOINT"_s);
        PacedWriter writer(settings, rows);
        QElapsedTimer timer;
        timer.start();
        const double done = run(settings);
        const double seconds = static_cast<double>(timer.elapsed()) / 1000;
        const double longest = writer.stop();
        const qlonglong left = query(*open(settings), u"SELECT count(*) AS n FROM t WHERE a IS NULL"_s).number(0, u"n");
        std::printf("    %-40s %8.1f s%s %9.0f rows/s   others waited at most %7.3f s   %lld rows left\n", qPrintable(name), seconds,
                    done < 1 ? qPrintable(u" (of about %1 s)"_s.arg(done > 0 ? seconds / done : 0, 0, 'f', 0)) : "",
                    static_cast<double>(rows - left) / seconds, longest, left);
        std::fflush(stdout);
        query(*maintenance, u"DROP DATABASE %1 WITH (FORCE)"_s.arg(database));
    }
}

} // namespace Whimbrel::Bench
