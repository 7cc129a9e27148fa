// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "scripts.h"
#include "threadtest.h"

#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

/// Sessions and cancelling.
class TstSessionThreads : public Test::ThreadTest
{
    Q_OBJECT

private Q_SLOTS:
    void sessionsOnManyThreads_data();
    void sessionsOnManyThreads();
    void cancelsRaceWithStatements_data();
    void cancelsRaceWithStatements();
    void cancelRacesWithTheEnd_data();
    void cancelRacesWithTheEnd();
};

void TstSessionThreads::sessionsOnManyThreads_data()
{
    addDatabases();
}

void TstSessionThreads::sessionsOnManyThreads()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = freshDatabase(dialect);
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

void TstSessionThreads::cancelsRaceWithStatements_data()
{
    addDatabases();
}

void TstSessionThreads::cancelsRaceWithStatements()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const auto session = Session::open(freshDatabase(dialect), SessionRole::Run);
    VERIFY_RESULT(session);
    for (int round = 0; round < 20; ++round) {
        std::thread first([canceller = (*session)->canceller()] { canceller->cancel(); });
        std::thread second([canceller = (*session)->canceller(), round] {
            std::this_thread::sleep_for(std::chrono::milliseconds(round));
            canceller->cancel();
        });
        VERIFY_ERROR((*session)->execute(statementOf(Test::endlessQuery(dialect))), ErrorKind::Cancelled);
        first.join();
        second.join();
        (*session)->canceller()->clear();
        VERIFY_RESULT((*session)->query(u"SELECT 1"_s)); // a late cancel never hits the next statement
    }
}

void TstSessionThreads::cancelRacesWithTheEnd_data()
{
    addDatabases();
}

void TstSessionThreads::cancelRacesWithTheEnd()
{
    QFETCH(Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = freshDatabase(dialect);
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

WHIMBREL_TEST(TstSessionThreads)
#include "tst_sessionthreads.moc"
