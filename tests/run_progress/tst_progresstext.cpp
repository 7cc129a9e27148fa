// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/planreport.h"
#include "report/progresstext.h"
#include "run/runevent.h"
#include "test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstProgressText : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void numbersSayWhereTheyAreFrom();
    void theLockerIsNamed();
    void slowAndSilent();
    void json();
};

void TstProgressText::numbersSayWhereTheyAreFrom()
{
    using Source = ProgressSample::Source;
    using Unit = ProgressSample::Unit;
    StatementProgress progress{.sample = {.source = Source::Phases, .phase = u"building index: scanning table"_s, .unit = Unit::Blocks, .done = 500, .total = 1000},
                               .perMille = 184,
                               .leftMs = 12'300};
    QCOMPARE(progressText(progress), u"18 % (estimate from the server's phases), building index: scanning table, 500 of 1,000 blocks, 13 s left"_s);
    progress = {.sample = {.source = Source::DatabaseGrowth, .phase = u"writing the table anew"_s, .unit = Unit::Bytes, .done = 3 * 1024 * 1024}};
    QCOMPARE(progressText(progress), u"writing the table anew, 3.0 MiB written (rough: growth of the whole database)"_s);
    progress = {.sample = {.source = Source::Stages, .phase = u"copy to tmp table"_s}, .perMille = 215};
    QCOMPARE(progressText(progress), u"21 % (the server's own stages), copy to tmp table"_s);
    QCOMPARE(progressText({}), QString());
}

void TstProgressText::theLockerIsNamed()
{
    StatementProgress progress{.sample = {.phase = u"waiting for old snapshots"_s, .locker = ProgressLocker{.pid = 4711, .application = u"shop-api"_s, .user = u"shop"_s}}};
    QCOMPARE(progressText(progress), u"waiting for old snapshots, waits for process 4711 (shop-api, user shop)"_s);
    progress.sample.locker->state = u"idle in transaction"_s;
    progress.sample.locker->ageMs = 180'000;
    QCOMPARE(lockerText(progress), u"waits for process 4711 (shop-api, user shop), idle in transaction, in a transaction for 3 min"_s);
}

void TstProgressText::slowAndSilent()
{
    StatementProgress progress{.answerMs = 3};
    QCOMPARE(heartbeatText(progress), QString());
    progress.answerMs = 1500;
    QCOMPARE(heartbeatText(progress), u"the server is slow: it took 1.5 s to answer the monitor"_s);
    progress.silentSince = QDateTime(QDate(2026, 11, 23), QTime(3, 4, 5));
    QCOMPARE(heartbeatText(progress), u"the server has not answered the monitor since 03:04:05"_s);
    progress.trouble = u"The connection is gone."_s;
    QVERIFY(heartbeatText(progress).contains(u"no monitor session"_s));
    QVERIFY(heartbeatText(progress).contains(u"The connection is gone."_s));
}

void TstProgressText::json()
{
    RunEvent event{.kind = RunEvent::Kind::Progress, .elapsedMs = 4200};
    event.progress = StatementProgress{.sample = {.source = ProgressSample::Source::FileGrowth, .unit = ProgressSample::Unit::Bytes, .done = 5, .total = 10,
                                                  .locker = ProgressLocker{.pid = 7, .application = u"psql"_s}},
                                       .perMille = 500,
                                       .answerMs = 2};
    const QJsonObject object = runEventJson(event);
    QCOMPARE(object.value("event"_L1).toString(), u"progress"_s);
    QCOMPARE(object.value("elapsedMs"_L1).toInt(), 4200);
    const QJsonObject expected = QJsonDocument::fromJson(R"({"perMille": 500, "source": "file-growth", "unit": "bytes", "done": 5, "total": 10, "answerMs": 2,
        "locker": {"pid": 7, "application": "psql"}})").object();
    QCOMPARE(object.value("progress"_L1).toObject(), expected);
}

WHIMBREL_TEST(TstProgressText)
#include "tst_progresstext.moc"
