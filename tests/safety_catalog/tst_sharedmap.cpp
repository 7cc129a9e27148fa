// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/catalog/sharedmap.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSharedMap : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void holdsWhatWasPutIn();
    void copiesAreIndependent();
    void forgetsWhatWasRemoved();
};

static ObjectName nameOf(int number)
{
    return {u"public"_s, u"t%1"_s.arg(number)};
}

static SharedMap<int> mapOf(int count)
{
    SharedMap<int> map;
    for (int i = 0; i < count; ++i)
        map[nameOf(i)] = i;
    return map;
}

void TstSharedMap::holdsWhatWasPutIn()
{
    const SharedMap<int> map = mapOf(5000);
    QCOMPARE(map.size(), 5000);
    int sum = 0;
    map.forEach([&](const ObjectName &name, int value) {
        QCOMPARE(name, nameOf(value));
        sum += value;
    });
    QCOMPARE(sum, 4999 * 5000 / 2);
    QCOMPARE(*map.find(nameOf(4711)), 4711);
    QVERIFY(!map.contains({u"other"_s, u"t1"_s}));
    QVERIFY(!SharedMap<int>().contains(nameOf(1)));
}

void TstSharedMap::copiesAreIndependent()
{
    SharedMap<int> map = mapOf(100);
    const SharedMap<int> before = map;
    *map.change(nameOf(7)) = -7;
    map[nameOf(100)] = 100;
    QVERIFY(map.remove(nameOf(8)));
    QCOMPARE(*before.find(nameOf(7)), 7);
    QCOMPARE(*before.find(nameOf(8)), 8);
    QCOMPARE(before.size(), 100);
    QCOMPARE(*map.find(nameOf(7)), -7);
    QVERIFY(!map.contains(nameOf(8)));
    QCOMPARE(map.size(), 100);
}

void TstSharedMap::forgetsWhatWasRemoved()
{
    SharedMap<int> map = mapOf(10);
    for (int i = 0; i < 10; ++i)
        QVERIFY(map.remove(nameOf(i)));
    QVERIFY(!map.remove(nameOf(3)));
    QVERIFY(map.isEmpty());
    QVERIFY(!map.change(nameOf(3)));
}

WHIMBREL_TEST(TstSharedMap)
#include "tst_sharedmap.moc"
