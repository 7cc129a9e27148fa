// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/sqlitesampler.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstProcLocks : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheKernelsList();
    void tellsSqliteModes_data();
    void tellsSqliteModes();
};

void TstProcLocks::readsTheKernelsList()
{
    const QList<ProcLock> locks = parseProcLocks("1: POSIX  ADVISORY  WRITE 23460 fe:00:10952943 1073741824 1073741833\n"
                                                 "2: FLOCK  ADVISORY  WRITE 11 fe:00:1 0 EOF\n"
                                                 "3: OFDLCK ADVISORY  READ -1 00:06:1067 0 0\n"
                                                 "4: POSIX  ADVISORY  READ 42 103:0a:7 123 EOF\n"
                                                 "4: -> POSIX  ADVISORY  WRITE 43 103:0a:7 123 EOF\n");
    QCOMPARE(locks.size(), 2);
    QVERIFY(locks[0].write);
    QCOMPARE(locks[0].pid, 23460);
    QCOMPARE(locks[0].deviceMajor, 0xfeU);
    QCOMPARE(locks[0].inode, 10952943U);
    QVERIFY(locks[0].covers(0x40000000, 0x40000000));
    QVERIFY(!locks[0].covers(0x40000000 + 10, 0x40000000 + 11));
    QVERIFY(!locks[1].write);
    QCOMPARE(locks[1].deviceMajor, 0x103U);
    QCOMPARE(locks[1].deviceMinor, 10U);
    QVERIFY(locks[1].covers(1 << 20, 1 << 20));
}

void TstProcLocks::tellsSqliteModes_data()
{
    QTest::addColumn<QByteArray>("database");
    QTest::addColumn<QByteArray>("sharedMemory");
    QTest::addColumn<QStringList>("expected");
    const QByteArray shared = "1: POSIX ADVISORY READ 7 fe:00:1 1073741826 1073742335\n";
    const QByteArray reserved = "1: POSIX ADVISORY WRITE 7 fe:00:1 1073741825 1073741825\n";
    const QByteArray exclusive = "1: POSIX ADVISORY WRITE 7 fe:00:1 1073741824 1073742335\n";
    const QByteArray connected = "1: POSIX ADVISORY READ 7 fe:00:2 128 128\n";
    QTest::newRow("reader") << shared << QByteArray() << QStringList{u"SHARED"_s};
    QTest::newRow("writer before it commits") << shared + reserved << QByteArray() << QStringList{u"RESERVED"_s, u"SHARED"_s};
    QTest::newRow("writer that commits") << exclusive << QByteArray() << QStringList{u"EXCLUSIVE"_s};
    QTest::newRow("WAL, connected only") << shared << connected << QStringList{};
    QTest::newRow("WAL reader") << shared << connected + "1: POSIX ADVISORY READ 7 fe:00:2 124 124\n" << QStringList{u"WAL READ"_s};
    QTest::newRow("WAL writer") << shared << connected + "1: POSIX ADVISORY WRITE 7 fe:00:2 120 120\n" << QStringList{u"WAL WRITE"_s};
    QTest::newRow("WAL checkpoint") << shared << connected + "1: POSIX ADVISORY WRITE 7 fe:00:2 121 121\n"
                                    << QStringList{u"WAL CHECKPOINT"_s};
}

void TstProcLocks::tellsSqliteModes()
{
    QFETCH(QByteArray, database);
    QFETCH(QByteArray, sharedMemory);
    QFETCH(QStringList, expected);
    QCOMPARE(sqliteLockModes(parseProcLocks(database), parseProcLocks(sharedMemory)).value(7), expected);
}

WHIMBREL_TEST(TstProcLocks)
#include "tst_proclocks.moc"
