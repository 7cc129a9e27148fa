// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/metadatalocks.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstMetadataLocks : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void conflicts_data();
    void conflicts();
    void conflictsAreMutual();
    void pileBehindAChange();
};

void TstMetadataLocks::conflicts_data()
{
    QTest::addColumn<QString>("wants");
    QTest::addColumn<QString>("held");
    QTest::addColumn<bool>("expected");
    QTest::newRow("two readers") << u"MDL_SHARED_READ"_s << u"MDL_SHARED_READ"_s << false;
    QTest::newRow("reader, writer") << u"MDL_SHARED_READ"_s << u"MDL_SHARED_WRITE"_s << false;
    QTest::newRow("two writers") << u"MDL_SHARED_WRITE"_s << u"MDL_SHARED_WRITE"_s << false;
    QTest::newRow("drop behind a reader") << u"MDL_EXCLUSIVE"_s << u"MDL_SHARED_READ"_s << true;
    QTest::newRow("two changes") << u"MDL_SHARED_UPGRADABLE"_s << u"MDL_SHARED_UPGRADABLE"_s << true;
    QTest::newRow("copying change, writer") << u"MDL_SHARED_NO_WRITE"_s << u"MDL_SHARED_WRITE"_s << true;
    QTest::newRow("copying change, reader") << u"MDL_SHARED_NO_WRITE"_s << u"MDL_SHARED_READ"_s << false;
    QTest::newRow("LOCK TABLES WRITE, reader") << u"MDL_SHARED_NO_READ_WRITE"_s << u"MDL_SHARED_READ"_s << true;
    QTest::newRow("LOCK TABLES READ, writer") << u"MDL_SHARED_READ_ONLY"_s << u"MDL_SHARED_WRITE"_s << true;
    QTest::newRow("not known") << u"MDL_SHARED_READ"_s << u"MDL_OF_TOMORROW"_s << true;
}

void TstMetadataLocks::conflicts()
{
    QFETCH(QString, wants);
    QFETCH(QString, held);
    QTEST(metadataModesConflict(wants, held), "expected");
}

void TstMetadataLocks::conflictsAreMutual()
{
    const QStringList modes{u"MDL_SHARED"_s,           u"MDL_SHARED_HIGH_PRIO"_s,  u"MDL_SHARED_READ"_s,
                            u"MDL_SHARED_WRITE"_s,     u"MDL_SHARED_UPGRADABLE"_s, u"MDL_SHARED_WRITE_LOW_PRIO"_s,
                            u"MDL_SHARED_READ_ONLY"_s, u"MDL_SHARED_NO_WRITE"_s,   u"MDL_SHARED_NO_READ_WRITE"_s,
                            u"MDL_EXCLUSIVE"_s};
    for (const QString &one : modes) {
        for (const QString &other : modes)
            QVERIFY2(metadataModesConflict(one, other) == metadataModesConflict(other, one),
                     qPrintable(one + u' ' + other));
    }
}

void TstMetadataLocks::pileBehindAChange()
{
    Rows locks;
    locks.columns = {u"id"_s, u"target"_s, u"mode"_s, u"waits"_s, u"waited"_s};
    const auto add = [&locks](int id, const QString &target, const QString &mode, bool waits) {
        locks.rows << QList<Cell>{QString::number(id), target, mode, waits ? u"1"_s : u"0"_s, u"1500"_s};
    };
    add(1, u"db.users"_s, u"MDL_SHARED_READ"_s, false);
    add(2, u"db.users"_s, u"MDL_SHARED_UPGRADABLE"_s, false); // the change's own, from before it waited
    add(2, u"db.users"_s, u"MDL_EXCLUSIVE"_s, true);
    add(3, u"db.users"_s, u"MDL_SHARED_READ"_s, true);
    add(4, u"db.users"_s, u"MDL_SHARED_WRITE"_s, true);
    add(5, u"db.orders"_s, u"MDL_EXCLUSIVE"_s, false);
    const QList<LockEdge> edges = metadataLockEdges(locks);
    QCOMPARE(edges.size(), 3);
    QCOMPARE(edges[0].waiting.pid, 2);
    QCOMPARE(edges[0].blocking.pid, 1);
    QCOMPARE(edges[0].kind, LockEdge::Kind::Holds);
    QCOMPARE(edges[0].held, u"MDL_SHARED_READ"_s);
    QCOMPARE(edges[0].wants, u"MDL_EXCLUSIVE"_s);
    QCOMPARE(edges[0].target, u"db.users"_s);
    QCOMPARE(edges[0].waited, std::chrono::milliseconds(1500));
    for (const qsizetype queued : {1, 2}) {
        QCOMPARE(edges[queued].blocking.pid, 2);
        QCOMPARE(edges[queued].kind, LockEdge::Kind::QueuedAhead);
        QCOMPARE(edges[queued].held, QString());
    }
}

WHIMBREL_TEST(TstMetadataLocks)
#include "tst_metadatalocks.moc"
