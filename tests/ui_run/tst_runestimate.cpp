// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runestimate.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What is said about the time left, and when nothing is.
class TstRunEstimate : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void withoutABasisNothingIsSaid();
    void anEarlierRunElsewhereTells();
    void anotherMatterThanElsewhere();
    void manyStatementsTell();
    void oneLongStatementIsUnlikeTheOthers();
    void reads_data();
    void reads();
};

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(2, 0), QTimeZone::UTC);

PlanStep step(const QString &version, int statements)
{
    PlanStep made;
    made.migration.version = version;
    made.checksum = u"sum-"_s + version;
    for (int i = 1; i <= statements; ++i)
        made.statements << PlanStatement{.statement = {}, .index = i};
    return made;
}

RunPlan planOf(const QList<PlanStep> &steps)
{
    RunPlan plan;
    plan.steps = steps;
    return plan;
}

Timeline appliedElsewhere(const QHash<QString, qint64> &durations)
{
    Timeline timeline;
    for (const auto &[version, ms] : durations.asKeyValueRange()) {
        TimelineEntry entry;
        entry.migration.version = version;
        JournalSummary attempt;
        attempt.version = version;
        attempt.outcome = u"applied"_s;
        attempt.checksum = u"sum-"_s + version;
        attempt.durationMs = ms;
        entry.attempt = attempt;
        timeline.entries << entry;
    }
    return timeline;
}

RunEvent happened(RunEvent::Kind kind, const QString &version, qint64 atMs, qint64 elapsedMs = -1)
{
    RunEvent made;
    made.kind = kind;
    made.version = version;
    made.at = start.addMSecs(atMs);
    made.elapsedMs = elapsedMs;
    return made;
}

qint64 leftAt(const RunEstimate &estimate, qint64 ms)
{
    const std::optional<TimeLeft> left = estimate.left(start.addMSecs(ms));
    return left ? left->ms : -1;
}

} // namespace

void TstRunEstimate::withoutABasisNothingIsSaid()
{
    RunEstimate estimate(planOf({step(u"1"_s, 3)}), {});
    QCOMPARE(leftAt(estimate, 0), -1);
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    estimate.take(happened(RunEvent::Kind::StatementStarted, u"1"_s, 0));
    QCOMPARE(leftAt(estimate, 60'000), -1);
    QCOMPARE(RunEstimate().left(start), std::nullopt);
}

void TstRunEstimate::anEarlierRunElsewhereTells()
{
    EarlierRuns durations;
    durations.remember(u"dev"_s, appliedElsewhere({{u"1"_s, 20}, {u"2"_s, 40}}));
    durations.remember(u"staging"_s, appliedElsewhere({{u"1"_s, 20'000}, {u"2"_s, 100'000}}));
    RunEstimate estimate(planOf({step(u"1"_s, 1), step(u"2"_s, 1)}), durations);
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    QCOMPARE(leftAt(estimate, 5'000), 115'000);
    QVERIFY(estimate.left(start)->basis.contains(u"staging"_s));
    QVERIFY(!estimate.left(start)->basis.contains(u"dev"_s));
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"2"_s, 22'000));
    QCOMPARE(leftAt(estimate, 32'000), 90'000);

    PlanStep edited = step(u"2"_s, 1);
    edited.checksum = u"another"_s;
    RunEstimate unknown(planOf({step(u"1"_s, 1), edited}), durations);
    unknown.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    QCOMPARE(leftAt(unknown, 5'000), -1);
}

void TstRunEstimate::anotherMatterThanElsewhere()
{
    EarlierRuns durations;
    durations.remember(u"dev"_s, appliedElsewhere({{u"1"_s, 10'000}}));
    RunEstimate estimate(planOf({step(u"1"_s, 1)}), durations);
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    QCOMPARE(leftAt(estimate, 12'000), 0);
    QCOMPARE(leftAt(estimate, 60'000), -1);
}

void TstRunEstimate::manyStatementsTell()
{
    RunEstimate estimate(planOf({step(u"1"_s, 100)}), {});
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    for (int i = 0; i < 20; ++i) {
        estimate.take(happened(RunEvent::Kind::StatementStarted, u"1"_s, i * 1000));
        estimate.take(happened(RunEvent::Kind::StatementFinished, u"1"_s, (i + 1) * 1000, 1000));
    }
    QCOMPARE(leftAt(estimate, 20'000), 80'000);
}

void TstRunEstimate::oneLongStatementIsUnlikeTheOthers()
{
    RunEstimate estimate(planOf({step(u"1"_s, 100)}), {});
    estimate.take(happened(RunEvent::Kind::MigrationStarted, u"1"_s, 0));
    for (int i = 0; i < 20; ++i)
        estimate.take(happened(RunEvent::Kind::StatementFinished, u"1"_s, (i + 1) * 1000, 1000));
    estimate.take(happened(RunEvent::Kind::StatementStarted, u"1"_s, 20'000));
    QCOMPARE(leftAt(estimate, 20'500), 79'500);
    QCOMPARE(leftAt(estimate, 60'000), -1);
}

void TstRunEstimate::reads_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("text");
    QTest::newRow("seconds") << qint64(4'000) << u"a few seconds left"_s;
    QTest::newRow("half a minute") << qint64(31'000) << u"about 40 s left"_s;
    QTest::newRow("minutes") << qint64(130'000) << u"about 2 min left"_s;
    QTest::newRow("hours") << qint64(3 * 3600'000) << u"about 3 h left"_s;
}

void TstRunEstimate::reads()
{
    QFETCH(const qint64, ms);
    QTEST(timeLeftText(ms), "text");
}

WHIMBREL_TEST(TstRunEstimate)
#include "tst_runestimate.moc"
