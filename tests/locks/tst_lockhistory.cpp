// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"
#include "locks/history/lockhistory.h"
#include "report/locksreport.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstLockHistory : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void givesBackWhatWasSeen();
    void findsMomentsByTime();
    void quietTenMinutesTakeNextToNothing();
    void aLastingPileIsKeptOnce();
    void aChangeIsKeptAsTheChange();
    void aPileThatChangesAllTheTimeStaysBounded();
    void forgetsWhatIsOlderThanItsSpan();
    void aClockThatWasSetBackDoesNotHarm();
    void marksThatComeTogetherAreOne();
};

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(3, 4, 5), QTimeZone::UTC);

LockSample at(LockSample sample, std::chrono::milliseconds later)
{
    sample.takenAt = start.addDuration(later);
    return sample;
}

void add(LockHistory &history, const LockSample &sample)
{
    history.add(sample, buildBlockingTree(sample));
}

/// As the server tells them: everybody has waited longer by then.
LockSample waitedOn(LockSample sample, std::chrono::milliseconds later)
{
    for (LockEdge &edge : sample.edges) {
        if (edge.waited.count() >= 0)
            edge.waited += later;
    }
    return at(sample, later);
}

/// `waiters` sessions behind one, each with a statement of its own.
LockSample pile(int waiters, int firstPid = 2)
{
    LockSample sample = sampleFromDrawing(u"1"_s);
    for (int pid = firstPid; pid < firstPid + waiters; ++pid) {
        LockSession session;
        session.backend = {pid, u"2026-11-22 03:00:00"_s};
        session.user = u"shop"_s;
        session.application = u"shop-api"_s;
        session.query = u"UPDATE accounts SET balance = balance - %1 WHERE id = 4"_s.arg(pid).repeated(5);
        sample.sessions << session;
        LockEdge edge;
        edge.waiting = session.backend;
        edge.blocking = sample.sessions.first().backend;
        edge.target = u"accounts"_s;
        edge.wants = u"RowExclusiveLock"_s;
        edge.held = u"AccessExclusiveLock"_s;
        edge.waited = 700ms;
        sample.edges << edge;
    }
    return sample;
}

QString textOf(const LockSample &sample)
{
    return locksText(sample, buildBlockingTree(sample));
}

} // namespace

void TstLockHistory::givesBackWhatWasSeen()
{
    LockHistory history;
    LockSample hidden = sampleFromDrawing(u"1 <- 2@400\n? <- 7"_s);
    hidden.notes = {{LockNote::Kind::Limited, u"Hidden."_s, u"GRANT x TO y;"_s}};
    const QList<LockSample> samples{at(LockSample(), 0ms), at(sampleFromDrawing(u"1 <- *2@400 <~ 3@200"_s), 500ms),
                                    at(sampleFromDrawing(u"1 <- *2@900 <~ 3@700"_s), 1000ms),
                                    at(sampleFromDrawing(u"3 <- 1@10"_s), 1500ms), at(hidden, 2000ms), at(LockSample(), 2500ms)};
    for (const LockSample &sample : samples)
        add(history, sample);
    QCOMPARE(history.size(), samples.size());
    for (qsizetype i = 0; i < samples.size(); ++i) {
        const LockSample kept = history.sample(i);
        QCOMPARE(kept.takenAt, samples[i].takenAt);
        QCOMPARE(kept.sessions, samples[i].sessions);
        QCOMPARE(kept.edges, samples[i].edges);
        QCOMPARE(kept.notes, samples[i].notes);
        QCOMPARE(textOf(kept), textOf(samples[i]));
    }
    QCOMPARE(history.point(2).waiting, 2);
    QCOMPARE(history.point(2).waitingForUs, 1);
    QCOMPARE(history.point(2).longestWait, 900ms);
}

void TstLockHistory::findsMomentsByTime()
{
    LockHistory history;
    QCOMPARE(history.indexAt(start), -1);
    for (auto later : {0ms, 500ms, 1000ms, 6000ms})
        add(history, at({}, later));
    QCOMPARE(history.indexAt(start.addMSecs(-1)), 0);
    QCOMPARE(history.indexAt(start), 0);
    QCOMPARE(history.indexAt(start.addMSecs(499)), 0);
    QCOMPARE(history.indexAt(start.addMSecs(500)), 1);
    QCOMPARE(history.indexAt(start.addMSecs(5999)), 2);
    QCOMPARE(history.indexAt(start.addYears(1)), 3);
}

void TstLockHistory::quietTenMinutesTakeNextToNothing()
{
    LockHistory history;
    add(history, at({}, 0ms));
    const qsizetype first = history.bytes();
    for (int tick = 1; tick < 1200; ++tick)
        add(history, at({}, tick * 500ms));
    QCOMPARE(history.size(), 1200);
    const qsizetype each = (history.bytes() - first) / 1199;
    QVERIFY2(each <= 64, qPrintable(QString::number(each)));
}

void TstLockHistory::aLastingPileIsKeptOnce()
{
    LockHistory history;
    const LockSample sample = pile(500);
    add(history, at(sample, 0ms));
    const qsizetype first = history.bytes();
    for (int tick = 1; tick < 1000; ++tick)
        add(history, waitedOn(sample, tick * 500ms + (tick % 3) * 10ms)); // never quite even
    const qsizetype each = (history.bytes() - first) / 999;
    QVERIFY2(each <= 64, qPrintable(QString::number(each)));
    const std::chrono::milliseconds waited = history.sample(999).edges.first().waited;
    QVERIFY2(std::chrono::abs(waited - (700ms + 999 * 500ms)) <= 100ms, qPrintable(QString::number(waited.count())));
}

void TstLockHistory::aChangeIsKeptAsTheChange()
{
    LockHistory history;
    LockSample sample = at(pile(500), 0ms);
    add(history, sample);
    const qsizetype first = history.bytes();
    sample = waitedOn(sample, 500ms);
    sample.edges.removeAt(100);
    sample.sessions.removeAt(101);
    sample.sessions[3].query = u"SELECT 1"_s;
    add(history, sample);
    const qsizetype second = history.bytes() - first;
    QVERIFY2(second < first / 20, qPrintable(u"%1 of %2"_s.arg(second).arg(first)));
    QCOMPARE(history.sample(1).sessions, sample.sessions);
    QCOMPARE(history.sample(1).edges, sample.edges);
}

void TstLockHistory::aPileThatChangesAllTheTimeStaysBounded()
{
    LockHistory history;
    for (int tick = 0; tick < 300; ++tick)
        add(history, at(pile(500, 2 + tick * 500), tick * 500ms)); // other sessions every time
    QVERIFY2(history.bytes() <= LockHistory::maximumBytes, qPrintable(QString::number(history.bytes())));
    QVERIFY(history.size() > 20);
    QCOMPARE(history.sample(history.size() - 1).sessions.size(), 501);
}

void TstLockHistory::forgetsWhatIsOlderThanItsSpan()
{
    LockHistory history;
    const qsizetype empty = history.bytes();
    add(history, at(pile(100), 0ms));
    history.addMark(start, u"first"_s);
    history.addMark(start.addSecs(300), u"second"_s);
    add(history, at({}, 5min));
    add(history, at({}, LockHistory::span + 1ms));
    QCOMPARE(history.size(), 2);
    QCOMPARE(history.point(0).time(), start.addSecs(300));
    QCOMPARE(history.marks().size(), 1UL);
    QCOMPARE(history.marks().front().text, u"second"_s);
    add(history, at({}, 60min));
    QCOMPARE(history.size(), 1);
    history.clear();
    QCOMPARE(history.bytes(), empty);
    QVERIFY(history.marks().empty());
}

void TstLockHistory::aClockThatWasSetBackDoesNotHarm()
{
    LockHistory history;
    for (int tick = 0; tick < 10; ++tick)
        add(history, at(pile(3, tick), tick * 500ms));
    add(history, at({}, 1700ms));
    QCOMPARE(history.size(), 5);
    QCOMPARE(history.indexAt(start.addSecs(3600)), 4);
    QVERIFY(history.sample(4).sessions.isEmpty());
    QCOMPARE(history.sample(3).sessions.size(), 4);
    add(history, at({}, -3600s));
    QCOMPARE(history.size(), 1);
    LockHistory fresh;
    add(fresh, at({}, 0ms));
    QCOMPARE(history.bytes(), fresh.bytes());
}

void TstLockHistory::marksThatComeTogetherAreOne()
{
    LockHistory history;
    for (int i = 0; i < 50'000; ++i)
        history.addMark(start.addMSecs(i / 50), u"INSERT %1"_s.arg(i));
    QCOMPARE(history.marks().size(), 2UL);
    QCOMPARE(history.marks()[0].text, u"INSERT 0"_s);
    QCOMPARE(history.marks()[0].more, 24'999);
    QCOMPARE(history.marks()[1].text, u"INSERT 25000"_s);
}

WHIMBREL_TEST(TstLockHistory)
#include "tst_lockhistory.moc"
