// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockmodes.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstLockModes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void conflictsAreThoseOfTheManual();
    void unknownModesConflict();
    void reach_data();
    void reach();
};

/// The X of table 13.2 in PostgreSQL's manual, written as there: rows and columns from AccessShare to AccessExclusive.
void TstLockModes::conflictsAreThoseOfTheManual()
{
    const QStringList modes{u"AccessShareLock"_s, u"RowShareLock"_s, u"RowExclusiveLock"_s, u"ShareUpdateExclusiveLock"_s,
                            u"ShareLock"_s, u"ShareRowExclusiveLock"_s, u"ExclusiveLock"_s, u"AccessExclusiveLock"_s};
    const QStringList table{u".......X"_s, u"......XX"_s, u"....XXXX"_s, u"...XXXXX"_s,
                            u"..XX.XXX"_s, u"..XXXXXX"_s, u".XXXXXXX"_s, u"XXXXXXXX"_s};
    for (qsizetype row = 0; row < modes.size(); ++row) {
        for (qsizetype column = 0; column < modes.size(); ++column)
            QCOMPARE(postgreSqlModesConflict(modes[row], modes[column]), table[row][column] == u'X');
    }
}

void TstLockModes::unknownModesConflict()
{
    QVERIFY(postgreSqlModesConflict(u"AccessShareLock", u"SIReadLock"));
}

void TstLockModes::reach_data()
{
    QTest::addColumn<QString>("mode");
    QTest::addColumn<int>("expected");
    QTest::newRow("a read") << u"AccessShareLock"_s << int(LockReach::Nothing);
    QTest::newRow("CREATE INDEX") << u"ShareLock"_s << int(LockReach::Writes);
    QTest::newRow("CREATE INDEX CONCURRENTLY") << u"ShareUpdateExclusiveLock"_s << int(LockReach::SchemaChanges);
    QTest::newRow("ALTER TABLE") << u"AccessExclusiveLock"_s << int(LockReach::ReadsAndWrites);
    QTest::newRow("InnoDB gap") << u"X,GAP"_s << int(LockReach::Writes);
    QTest::newRow("metadata") << u"MDL_EXCLUSIVE"_s << int(LockReach::ReadsAndWrites);
    QTest::newRow("WAL writer") << u"WAL WRITE"_s << int(LockReach::Writes);
    QTest::newRow("unknown") << u"no such mode"_s << int(LockReach::Nothing);
}

void TstLockModes::reach()
{
    QFETCH(QString, mode);
    QTEST(int(lockReach(mode)), "expected");
}

WHIMBREL_TEST(TstLockModes)
#include "tst_lockmodes.moc"
