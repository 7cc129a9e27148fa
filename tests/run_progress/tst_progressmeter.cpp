// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/progressmeter.h"
#include "test.h"

using namespace Whimbrel;

class TstProgressMeter : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void neverBack();
    void whatBeginsAnewIsAPart();
    void timeLeft();
    void nothingKnown();
};

void TstProgressMeter::neverBack()
{
    ProgressMeter meter;
    meter.take(0.30, 1000);
    QCOMPARE(meter.perMille(), 300);
    meter.take(0.25, 1500); // the table has grown
    QCOMPARE(meter.perMille(), 300);
    meter.take(-1, 2000); // a phase without a number
    QCOMPARE(meter.perMille(), 300);
    meter.take(0.42, 2500);
    QCOMPARE(meter.perMille(), 420);
    meter.take(1.7, 3000);
    QCOMPARE(meter.perMille(), 1000);
}

/// REINDEX TABLE builds one index after the other: the first at 100 % was not all of it, and nobody knows how many there are.
void TstProgressMeter::whatBeginsAnewIsAPart()
{
    ProgressMeter meter;
    meter.take(0.9, 1000);
    QCOMPARE(meter.perMille(), 900);
    meter.take(0.1, 1500);
    QCOMPARE(meter.perMille(), -1);
    meter.take(0.95, 5000);
    QCOMPARE(meter.perMille(), -1);
    QCOMPARE(meter.leftMs(), -1);
}

void TstProgressMeter::timeLeft()
{
    ProgressMeter meter;
    meter.take(0.10, 1000);
    QCOMPARE(meter.leftMs(), -1); // one look tells no speed
    meter.take(0.11, 1500);
    QCOMPARE(meter.leftMs(), -1);
    meter.take(0.30, 5000);
    QCOMPARE(meter.leftMs(), 14'000); // 20 % in 4 s, 70 % are left
    meter.take(0.30, 6000);
    QCOMPARE(meter.leftMs(), 14'000);
}

void TstProgressMeter::nothingKnown()
{
    ProgressMeter meter;
    QCOMPARE(meter.perMille(), -1);
    meter.take(-1, 1000);
    QCOMPARE(meter.perMille(), -1);
    QCOMPARE(meter.leftMs(), -1);
}

WHIMBREL_TEST(TstProgressMeter)
#include "tst_progressmeter.moc"
