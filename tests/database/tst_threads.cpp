// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "scripts.h"
#include "test.h"

#include <QTemporaryDir>

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

/// Sessions and cancelling driven from plain threads without an event loop, so that the thread sanitizer sees every
/// hand-over (design: "Threads and sanitizers").
class TstThreads : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void sessionsOnManyThreads_data();
    void sessionsOnManyThreads();
    void cancelsRaceWithStatements_data();
    void cancelsRaceWithStatements();
    void cancelRacesWithTheEnd_data();
    void cancelRacesWithTheEnd();

private:
    void addDatabases();
    ConnectionSettings settingsOf(Dialect dialect);

    QTemporaryDir m_folder;
};

namespace {

QString slowQuery(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"SELECT pg_sleep(20)"_s;
    case Dialect::MySql:
    case Dialect::MariaDb:
        return u"SELECT SLEEP(20)"_s;
    case Dialect::SQLite:
        return u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace

void TstThreads::init()
{
    TestCase::init();
}

void TstThreads::addDatabases()
{
    QTest::addColumn<Dialect>("dialect");
    for (const Dialect dialect : {Dialect::SQLite, Dialect::PostgreSql, Dialect::MariaDb})
        QTest::addRow("%s", qPrintable(dialectId(dialect))) << dialect;
}

ConnectionSettings TstThreads::settingsOf(Dialect dialect)
{
    static int files = 0;
    switch (dialect) {
    case Dialect::PostgreSql:
        return Test::PostgresServer::shared().settings();
    case Dialect::MySql:
    case Dialect::MariaDb:
        return Test::MariaDbServer::shared().settings();
    case Dialect::SQLite:
        return *ConnectionSettings::fromUrl(u"sqlite:%1.db"_s.arg(++files), QDir(m_folder.path()));
    }
    Q_UNREACHABLE_RETURN({});
}

#define REQUIRE_DATABASE(dialect) \
    do { \
        if ((dialect) == Dialect::PostgreSql) \
            REQUIRE_SERVER(Test::PostgresServer::shared()); \
        if ((dialect) == Dialect::MariaDb) \
            REQUIRE_SERVER(Test::MariaDbServer::shared()); \
    } while (false)

void TstThreads::sessionsOnManyThreads_data()
{
    addDatabases();
}

void TstThreads::sessionsOnManyThreads()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = settingsOf(dialect);
    VERIFY_RESULT((*Session::open(settings, SessionRole::Run))->execute(statementOf(u"CREATE TABLE t (x int)"_s)));
    std::atomic<int> inserted = 0;
    {
        std::vector<std::jthread> threads;
        for (int thread = 0; thread < 4; ++thread) {
            threads.emplace_back([&settings, &inserted] {
                for (int i = 0; i < 5; ++i) {
                    const auto session = Session::open(settings, SessionRole::Run);
                    if (session && (*session)->begin() && (*session)->execute(statementOf(u"INSERT INTO t VALUES (1)"_s)) && (*session)->commit())
                        ++inserted;
                }
            });
        }
    }
    QCOMPARE(inserted.load(), 20);
    QCOMPARE((*Session::open(settings, SessionRole::Browse))->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 20);
}

void TstThreads::cancelsRaceWithStatements_data()
{
    addDatabases();
}

void TstThreads::cancelsRaceWithStatements()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const auto session = Session::open(settingsOf(dialect), SessionRole::Run);
    VERIFY_RESULT(session);
    for (int round = 0; round < 20; ++round) {
        std::thread first([canceller = (*session)->canceller()] { canceller->cancel(); });
        std::thread second([canceller = (*session)->canceller(), round] {
            std::this_thread::sleep_for(std::chrono::milliseconds(round));
            canceller->cancel();
        });
        VERIFY_ERROR((*session)->execute(statementOf(slowQuery(dialect))), ErrorKind::Cancelled);
        first.join();
        second.join();
        (*session)->canceller()->clear();
        VERIFY_RESULT((*session)->query(u"SELECT 1"_s)); // a late cancel never hits the next statement
    }
}

void TstThreads::cancelRacesWithTheEnd_data()
{
    addDatabases();
}

void TstThreads::cancelRacesWithTheEnd()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = settingsOf(dialect);
    for (int round = 0; round < 10; ++round) {
        auto session = Session::open(settings, SessionRole::Run);
        VERIFY_RESULT(session);
        std::stop_source stop;
        std::jthread stopper([&stop] { stop.request_stop(); });
        {
            const CancelOnStop cancel(**session, stop.get_token());
            const auto rows = (*session)->query(u"SELECT 1"_s);
            QVERIFY(rows || rows.error().kind == ErrorKind::Cancelled);
        }
        std::jthread late([canceller = (*session)->canceller()] { canceller->cancel(); });
        session->reset();
    }
}

WHIMBREL_TEST(TstThreads)
#include "tst_threads.moc"
