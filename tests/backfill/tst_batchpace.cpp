// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/backfillstate.h"
#include "run/backfill/batchpace.h"
#include "run/runcontrol.h"
#include "test.h"

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;

class TstBatchPace : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void findsItsSize_data();
    void findsItsSize();
    void keepsItsSizeInNoise();
    void isBounded();
    void restsInProportion();
    void readsPauses();
    void rateForgetsSlowly();
    void stateSurvivesTheJournal();
    void waitEndsWhenSomebodySteers();
};

void TstBatchPace::findsItsSize_data()
{
    QTest::addColumn<int>("microsecondsPerRow");
    QTest::newRow("fast rows") << 2;
    QTest::newRow("rows of a plain UPDATE") << 15;
    QTest::newRow("slow rows") << 4000;
}

/// Whatever a row costs: within a dozen batches the locks are held between two thirds and four thirds of the time.
void TstBatchPace::findsItsSize()
{
    QFETCH(const int, microsecondsPerRow);
    BatchPace pace(75ms, {}, 0, 500);
    std::chrono::microseconds last{};
    for (int i = 0; i < 12; ++i) {
        last = std::chrono::microseconds(pace.size() * microsecondsPerRow);
        pace.took(pace.size(), last);
    }
    QVERIFY2(last >= 50ms && last <= 100ms, qPrintable(QString::number(last.count())));
}

void TstBatchPace::keepsItsSizeInNoise()
{
    BatchPace pace(75ms, {}, 0, 5000);
    for (const auto time : {60ms, 95ms, 52ms, 99ms})
        pace.took(5000, time);
    QCOMPARE(pace.size(), 5000);
    pace.took(20, 1ms); // the last rows of a pass
    QCOMPARE(pace.size(), 5000);
}

void TstBatchPace::isBounded()
{
    BatchPace pace(75ms, {}, 100, 500);
    QCOMPARE(pace.size(), 100);
    pace.took(100, 1ms);
    QCOMPARE(pace.size(), 100);
    for (int i = 0; i < 20; ++i)
        pace.failed();
    QCOMPARE(pace.size(), 1);
}

void TstBatchPace::restsInProportion()
{
    const BatchPace pace(75ms, {.share = 0.5}, 0, 500);
    QCOMPARE(pace.pauseAfter(80ms, 0), 40ms);
    QCOMPARE(pace.pauseAfter(80ms, -1), 80ms);
    QCOMPARE(pace.pauseAfter(80ms, 1), 20ms);
    QCOMPARE(pace.pauseAfter(80ms, RunControl::fastest), 0ms);
    const BatchPace without(75ms, {.share = 0}, 0, 500);
    QCOMPARE(without.pauseAfter(80ms, 0), 0ms);
    QCOMPARE(without.pauseAfter(80ms, -1), 40ms); // slower than no pause is one
    const BatchPace fixed(75ms, {.share = 0, .fixed = 10ms}, 0, 500);
    QCOMPARE(fixed.pauseAfter(80ms, 0), 10ms);
}

void TstBatchPace::readsPauses()
{
    QCOMPARE(parseBatchPause(u"50%"_s)->share, 0.5);
    QCOMPARE(parseBatchPause(u"30ms"_s)->fixed, 30ms);
    QCOMPARE(parseBatchPause(u"0"_s)->fixed, 0ms);
    for (const QString &wrong : {u""_s, u"fast"_s, u"-5%"_s, u"30"_s, u"%"_s})
        QVERIFY2(!parseBatchPause(wrong), qPrintable(wrong));
}

void TstBatchPace::rateForgetsSlowly()
{
    PassRate rate;
    std::chrono::steady_clock::time_point now{};
    rate.take(now, 0);
    QCOMPARE(rate.leftMs(0, 1000), -1);
    rate.take(now + 1s, 100);
    QCOMPARE(rate.rowsPerSecond(), 100.0);
    QCOMPARE(rate.leftMs(100, 1100), 10'000);
    rate.take(now + 2s, 100); // one second without a row does not make it endless
    QVERIFY(rate.rowsPerSecond() > 90 && rate.rowsPerSecond() < 100);
}

void TstBatchPace::stateSurvivesTheJournal()
{
    BackfillState state{.statement = u"abc"_s, .pass = 2, .cursor = {u"7"_s, u"it's \"so\" \\ ü"_s}, .last = {u"9"_s, u"z"_s}, .passed = 5'000'000'000,
                        .total = 6'000'000'000, .changed = 3, .changedInPass = 1, .leftBefore = 4, .size = 700};
    const std::optional<BackfillState> read = BackfillState::fromJson(state.toJson());
    QVERIFY(read);
    QVERIFY(*read == state);
    QVERIFY(!BackfillState::fromJson({}));
    QVERIFY(!BackfillState::fromJson(u"{\"intent\":{\"statement\":2}}"_s));
}

void TstBatchPace::waitEndsWhenSomebodySteers()
{
    RunControl control;
    std::stop_source stop;
    std::jthread other([&](const std::stop_token &end) {
        while (!end.stop_requested()) // whoever began to wait before this is woken by the next
            control.faster(), control.slower();
    });
    QVERIFY(control.wait(1h, stop.get_token()));
    other.request_stop();
    other.join();
    std::jthread stopper([&] { stop.request_stop(); });
    QVERIFY(!control.wait(1h, stop.get_token()));
}

WHIMBREL_TEST(TstBatchPace)
#include "tst_batchpace.moc"
