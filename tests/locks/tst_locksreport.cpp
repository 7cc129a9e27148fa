// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"
#include "report/locksreport.h"
#include "test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstLocksReport : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void durations_data();
    void durations();
    void textOfAPile();
    void tellsRunsFromOtherWhimbrels();
    void textOfALimitedView();
    void jsonHasTheKeysOfTheContract();
    void jsonOfAPreparedTransaction();
};

void TstLocksReport::durations_data()
{
    QTest::addColumn<int>("ms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("not known") << -1 << QString();
    QTest::newRow("nothing") << 0 << u"0 ms"_s;
    QTest::newRow("below a second") << 999 << u"999 ms"_s;
    QTest::newRow("seconds") << 2049 << u"2.0 s"_s;
    QTest::newRow("many seconds") << 59'400 << u"59 s"_s;
    QTest::newRow("minutes") << 190'000 << u"3 min"_s;
    QTest::newRow("hours") << 7'300'000 << u"2 h"_s;
    QTest::newRow("days") << 3 * 86'400'000 << u"3 days"_s;
}

void TstLocksReport::durations()
{
    QFETCH(int, ms);
    QTEST(durationText(std::chrono::milliseconds(ms)), "expected");
}

static LockSample pile()
{
    LockSample sample = sampleFromDrawing(u"4711 <- *4720@2400 <~ 4731@900"_s);
    sample.takenAt = QDateTime(QDate(2026, 11, 22), QTime(3, 4, 5), QTimeZone::UTC);
    LockSession &holder = sample.sessions[0];
    holder.application = u"shop-api"_s;
    holder.user = u"shop"_s;
    holder.state = u"idle in transaction"_s;
    holder.stateSince = sample.takenAt.addSecs(-180);
    holder.query = u"UPDATE users\n SET name = 'x'"_s;
    holder.queryIsLast = true;
    for (LockEdge &edge : sample.edges) {
        edge.target = u"users"_s;
        edge.wants = edge.waiting.pid == 4720 ? u"AccessExclusiveLock"_s : u"AccessShareLock"_s;
    }
    sample.edges[0].held = u"RowExclusiveLock"_s;
    return sample;
}

void TstLocksReport::textOfAPile()
{
    const LockSample sample = pile();
    QCOMPARE(locksText(sample, buildBlockingTree(sample)),
             u"2 waiting, 1 because of us, the longest for 2.4 s\n"
             "4711 shop-api  user shop  idle in transaction for 3 min  holds RowExclusiveLock on users  blocks 2 sessions\n"
             "    last statement: UPDATE users SET name = 'x'\n"
             "  4720  (Whimbrel run)  waits for AccessExclusiveLock on users  waited 2.4 s  blocks 1 session\n"
             "    4731  waits for AccessShareLock on users, queued behind it  waited 900 ms\n"_s);
}

void TstLocksReport::tellsRunsFromOtherWhimbrels()
{
    LockSample sample = sampleFromDrawing(u"1 <- 2@10 <- 3@5"_s);
    sample.sessions[0].application = u"whimbrel"_s; // of another database: not marked as own
    sample.sessions[1].application = u"whimbrel:browse"_s;
    sample.sessions[2].application = u"whimbrelish"_s;
    const QString text = locksText(sample, buildBlockingTree(sample));
    QVERIFY2(text.contains(u"\n1 whimbrel  (another Whimbrel run)  "_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n  2 whimbrel:browse  (Whimbrel)  "_s), qPrintable(text));
    QVERIFY2(text.contains(u"\n    3 whimbrelish  waits"_s), qPrintable(text));
    const QJsonArray sessions = locksJson(sample, buildBlockingTree(sample))[u"sessions"].toArray();
    QCOMPARE(sessions[0][u"whimbrel"], QJsonValue(u"run"_s));
    QCOMPARE(sessions[1][u"whimbrel"], QJsonValue(u"browse"_s));
    QVERIFY(sessions[2][u"whimbrel"].isNull());
}

void TstLocksReport::textOfALimitedView()
{
    LockSample sample;
    sample.notes = {{LockNote::Kind::Limited, u"Hidden."_s, u"GRANT x TO y;"_s}, {LockNote::Kind::Slow, u"Slow."_s, {}}};
    QCOMPARE(locksText(sample, {}), u"No session is seen to wait.\nHidden.\n    GRANT x TO y;\nSlow.\n"_s);
    const QJsonObject object = locksJson(sample, {});
    QVERIFY(object[u"limited"].toBool());
    QCOMPARE(object[u"message"], u"Hidden."_s);
    QCOMPARE(object[u"remedy"], u"GRANT x TO y;"_s);
    QCOMPARE(object[u"notes"].toArray().size(), 2);
    QCOMPARE(object[u"notes"][0][u"kind"], u"limited"_s);
    QCOMPARE(object[u"notes"][0][u"message"], u"Hidden."_s);
    QCOMPARE(object[u"notes"][0][u"remedy"], u"GRANT x TO y;"_s);
    QCOMPARE(object[u"notes"][1][u"kind"], u"slow"_s);
    QVERIFY(object[u"notes"][1][u"remedy"].isNull());
    sample.notes.removeFirst(); // a slow server hides nothing
    QVERIFY(!locksJson(sample, {})[u"limited"].toBool());
    QCOMPARE(locksText({}, {}), u"No session waits.\n"_s);
}

void TstLocksReport::jsonHasTheKeysOfTheContract()
{
    const LockSample sample = pile();
    const QJsonObject object = locksJson(sample, buildBlockingTree(sample));
    QCOMPARE(object[u"takenAt"].toString(), u"2026-11-22T03:04:05.000Z"_s);
    QCOMPARE(object[u"sessions"].toArray().size(), 3);
    const QJsonObject holder = object[u"sessions"][0].toObject();
    QCOMPARE(holder[u"pid"].toInt(), 4711);
    QCOMPARE(holder[u"statement"].toString(), u"UPDATE users\n SET name = 'x'"_s);
    QVERIFY(holder[u"statementIsLast"].toBool());
    QVERIFY(holder[u"client"].isNull());
    const QJsonArray edges = object[u"edges"].toArray();
    QCOMPARE(edges[0][u"waiting"].toInt(), 4720);
    QCOMPARE(edges[0][u"blocking"].toInt(), 4711);
    QCOMPARE(edges[0][u"relation"].toString(), u"users"_s);
    QCOMPARE(edges[0][u"mode"].toString(), u"AccessExclusiveLock"_s);
    QCOMPARE(edges[0][u"kind"].toString(), u"holds"_s);
    QCOMPARE(edges[0][u"waitedMs"].toInt(), 2400);
    QCOMPARE(edges[1][u"kind"].toString(), u"queued-ahead"_s);
    const QJsonArray trees = object[u"trees"].toArray();
    QCOMPARE(trees.size(), 1);
    QCOMPARE(trees[0][u"victims"].toInt(), 2);
    QCOMPARE(trees[0][u"children"][0][u"children"][0][u"pid"].toInt(), 4731);
    QVERIFY(!object[u"limited"].toBool());
    QVERIFY(object[u"notes"].toArray().isEmpty());
    QVERIFY(!object.contains(u"remedy"));
}

void TstLocksReport::jsonOfAPreparedTransaction()
{
    LockSample sample;
    LockSession prepared;
    prepared.backend = {0, u"gx_1"_s};
    prepared.preparedGid = u"gx_1"_s;
    prepared.database = u"shop"_s;
    prepared.endWith = u"ROLLBACK PREPARED 'gx_1';"_s;
    sample.sessions << prepared;
    LockEdge unknown;
    unknown.waiting.pid = 7;
    sample.edges << unknown;
    const QJsonObject object = locksJson(sample, buildBlockingTree(sample));
    QCOMPARE(object[u"sessions"][0][u"pid"].toString(), u"gx_1"_s);
    QCOMPARE(object[u"sessions"][0][u"prepared"].toString(), u"gx_1"_s);
    QVERIFY(object[u"sessions"][0][u"backendStart"].isNull());
    QCOMPARE(object[u"sessions"][0][u"endWith"].toString(), u"ROLLBACK PREPARED 'gx_1';"_s);
    QVERIFY2(locksText(sample, buildBlockingTree(sample))
                 .contains(u"\n    no process to cancel; end it in database shop with: ROLLBACK PREPARED 'gx_1';\n"_s),
             qPrintable(locksText(sample, buildBlockingTree(sample))));
    QVERIFY(object[u"edges"][0][u"blocking"].isNull());
    QVERIFY(object[u"edges"][0][u"waitedMs"].isNull());
}

WHIMBREL_TEST(TstLocksReport)
#include "tst_locksreport.moc"
