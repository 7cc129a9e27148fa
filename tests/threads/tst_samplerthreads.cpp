// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "locks/locksampler.h"
#include "scripts.h"
#include "threadtest.h"

#include <QDeadlineTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

/// The monitor's session beside those it looks at.
class TstSamplerThreads : public Test::ThreadTest
{
    Q_OBJECT

private Q_SLOTS:
    void cancelsWhoWaits_data();
    void cancelsWhoWaits();
    void stopRacesWithSamples_data();
    void stopRacesWithSamples();
};

namespace {

/// Samples until somebody waits, and cancels that session's statement.
Result<bool> cancelFirstWaiter(const ConnectionSettings &settings)
{
    const auto session = Session::open(settings, SessionRole::Monitor);
    if (!session)
        return std::unexpected(session.error());
    const auto sampler = LockSampler::create(**session);
    for (QDeadlineTimer deadline(20s); !deadline.hasExpired(); std::this_thread::sleep_for(sampler->interval())) {
        const Result<LockSample> sample = sampler->sample(**session);
        if (!sample)
            return std::unexpected(sample.error());
        if (!sample->edges.isEmpty())
            return sampler->cancel(**session, sample->edges.first().waiting);
    }
    return false;
}

} // namespace

void TstSamplerThreads::cancelsWhoWaits_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("postgresql") << Dialect::PostgreSql; // SQLite tells nobody who waits
    QTest::newRow("mariadb") << Dialect::MariaDb;
}

void TstSamplerThreads::cancelsWhoWaits()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = freshDatabase(dialect);
    const auto holder = Session::open(settings, SessionRole::Run);
    VERIFY_RESULT(holder);
    VERIFY_RESULT((*holder)->execute(statementOf(u"CREATE TABLE t (id integer PRIMARY KEY, x integer)"_s)));
    VERIFY_RESULT((*holder)->execute(statementOf(u"INSERT INTO t VALUES (1, 1)"_s)));
    VERIFY_RESULT((*holder)->begin());
    VERIFY_RESULT((*holder)->execute(statementOf(u"UPDATE t SET x = 2 WHERE id = 1"_s)));

    Result<StatementOutcome> waited;
    Result<bool> cancelled = false;
    {
        std::jthread waiter([&] {
            const auto session = Session::open(settings, SessionRole::Run);
            const Result<> guarded = session ? (*session)->setGuards({.lockTimeout = 30s}) : std::unexpected(session.error());
            waited = guarded ? (*session)->execute(statementOf(u"UPDATE t SET x = 3 WHERE id = 1"_s)) : std::unexpected(guarded.error());
        });
        std::jthread monitor([&] { cancelled = cancelFirstWaiter(settings); });
    }
    VERIFY_RESULT(cancelled);
    QVERIFY(*cancelled);
    QVERIFY(!waited);
    VERIFY_RESULT((*holder)->commit());
    QCOMPARE((*holder)->query(u"SELECT x FROM t"_s)->number(0, u"x"), 2);
}

void TstSamplerThreads::stopRacesWithSamples_data()
{
    addDatabases();
}

void TstSamplerThreads::stopRacesWithSamples()
{
    QFETCH(const Dialect, dialect);
    REQUIRE_DATABASE(dialect);
    const ConnectionSettings settings = freshDatabase(dialect);
    VERIFY_RESULT((*Session::open(settings, SessionRole::Run))->execute(statementOf(u"CREATE TABLE t (x integer)"_s)));
    for (int round = 0; round < 10; ++round) {
        std::stop_source stop;
        Result<LockSample> last;
        std::jthread monitor([&] {
            const auto session = Session::open(settings, SessionRole::Monitor);
            if (!session) {
                last = std::unexpected(session.error());
                return;
            }
            const auto sampler = LockSampler::create(**session);
            const CancelOnStop cancel(**session, stop.get_token());
            while (!stop.stop_requested() && (last = sampler->sample(**session)))
                continue;
        });
        std::this_thread::sleep_for(round * 3ms);
        stop.request_stop();
        monitor.join();
        QVERIFY2(last || last.error().kind == ErrorKind::Cancelled, last ? "" : qPrintable(last.error().toString()));
    }
}

WHIMBREL_TEST(TstSamplerThreads)
#include "tst_samplerthreads.moc"
