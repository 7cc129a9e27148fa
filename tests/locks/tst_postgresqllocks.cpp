// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/postgresqllocks.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstPostgreSqlLocks : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void arrays();
    void namesTargets_data();
    void namesTargets();
    void labelsHoldersAndTheQueue();
    void tellsTheTableOfARow();
};

void TstPostgreSqlLocks::arrays()
{
    QCOMPARE(readPostgreSqlArray(u"{}"), QList<qint64>());
    QCOMPARE(readPostgreSqlArray(u"{0,4711}"), (QList<qint64>{0, 4711}));
    QCOMPARE(writePostgreSqlArray({1, 2}), u"{1,2}"_s);
}

void TstPostgreSqlLocks::namesTargets_data()
{
    QTest::addColumn<PostgreSqlLock>("lock");
    QTest::addColumn<QString>("expected");
    PostgreSqlLock lock;
    lock.type = u"relation"_s;
    lock.database = 5;
    lock.relation = 100;
    QTest::newRow("relation") << lock << u"\"Odd Schema\".\"T x\""_s;
    lock.database = 0;
    QTest::newRow("shared relation") << lock << u"\"Odd Schema\".\"T x\""_s;
    lock.database = 6;
    QTest::newRow("the same oid in another database") << lock << u"relation 100 in database 6"_s;
    lock.database = 5;
    lock.relation = 101;
    QTest::newRow("no name") << lock << u"relation 101"_s;
    lock.type = u"tuple"_s;
    lock.relation = 100;
    QTest::newRow("tuple") << lock << u"row of \"Odd Schema\".\"T x\""_s;

    PostgreSqlLock advisory;
    advisory.type = u"advisory"_s;
    advisory.classId = 0;
    advisory.objectId = 42;
    advisory.objectSubId = 1;
    QTest::newRow("advisory") << advisory << u"advisory lock 42"_s;
    advisory.objectId = 72707369;
    QTest::newRow("advisory lock of a tool") << advisory << u"advisory lock 72707369 (Prisma's run lock)"_s;
    advisory.objectId = 77;
    advisory.database = 5;
    QTest::newRow("advisory lock after a table") << advisory << u"advisory lock 77 (Whimbrel's run lock, public.history)"_s;
    advisory.database = 6;
    QTest::newRow("the same key in another database") << advisory << u"advisory lock 77"_s;
    advisory.classId = 0xffffffff;
    advisory.objectId = 0xfffffffe;
    QTest::newRow("negative advisory") << advisory << u"advisory lock -2"_s;
    advisory.objectSubId = 2;
    QTest::newRow("advisory of two keys") << advisory << u"advisory lock (-1, -2)"_s;

    PostgreSqlLock transaction;
    transaction.type = u"transactionid"_s;
    transaction.transactionId = u"795"_s;
    QTest::newRow("transaction") << transaction << u"transaction 795"_s;
    PostgreSqlLock virtualXid;
    virtualXid.type = u"virtualxid"_s;
    virtualXid.virtualXid = u"3/17"_s;
    QTest::newRow("virtual transaction") << virtualXid << u"virtual transaction 3/17"_s;
    virtualXid.pid = 31;
    QTest::newRow("virtual transaction that an index build waits for")
        << virtualXid << u"virtual transaction 3/17 (waiting for old snapshots, session 1 of 2)"_s;
    PostgreSqlLock catalog;
    catalog.type = u"relation"_s;
    catalog.database = 6;
    catalog.relation = 1259;
    QTest::newRow("system table, in any database") << catalog << u"pg_class"_s;
    PostgreSqlLock object;
    object.type = u"object"_s;
    object.tag = u"object/x"_s;
    QTest::newRow("object") << object << u"schema public"_s;
}

static PostgreSqlNames names()
{
    PostgreSqlNames names;
    names.database = 5;
    names.relations = {{100, u"\"Odd Schema\".\"T x\""_s}, {200, u"acct"_s}, {201, u"branch"_s}};
    names.tables = {200, 201};
    names.objects = {{u"object/x"_s, u"schema public"_s}};
    names.advisory = {{77, u"Whimbrel's run lock, public.history"_s}};
    names.builds = {{31, u"waiting for old snapshots, session 1 of 2"_s}};
    return names;
}

void TstPostgreSqlLocks::namesTargets()
{
    QFETCH(PostgreSqlLock, lock);
    QTEST(PostgreSqlLockMatcher({}, names()).target(lock), "expected");
}

void TstPostgreSqlLocks::labelsHoldersAndTheQueue()
{
    const auto lock = [](qint64 pid, const QString &mode, bool granted, const QString &tag = u"t"_s) {
        PostgreSqlLock row;
        row.pid = pid;
        row.mode = mode;
        row.granted = granted;
        row.type = u"relation"_s;
        row.database = 5;
        row.relation = 200;
        row.tag = tag;
        row.waitedMs = granted ? -1 : 1500;
        return row;
    };
    const PostgreSqlLockMatcher matcher({lock(1, u"AccessShareLock"_s, true), lock(2, u"AccessExclusiveLock"_s, false),
                                         lock(3, u"AccessShareLock"_s, false), lock(1, u"AccessExclusiveLock"_s, true, u"other"_s)},
                                        names());
    const QList<LockEdge> alter = matcher.edges({2, u"relation"_s, {1, 1}});
    QCOMPARE(alter.size(), 1);
    QCOMPARE(alter.first().kind, LockEdge::Kind::Holds);
    QCOMPARE(alter.first().held, u"AccessShareLock"_s);
    QCOMPARE(alter.first().wants, u"AccessExclusiveLock"_s);
    QCOMPARE(alter.first().waited, std::chrono::milliseconds(1500));
    const QList<LockEdge> select = matcher.edges({3, u"relation"_s, {2}});
    QCOMPARE(select.size(), 1);
    QCOMPARE(select.first().kind, LockEdge::Kind::QueuedAhead);
    QCOMPARE(select.first().held, QString());
    QVERIFY(matcher.edges({9, u"relation"_s, {2}}).isEmpty());
}

void TstPostgreSqlLocks::tellsTheTableOfARow()
{
    PostgreSqlLock wanted;
    wanted.pid = 3;
    wanted.type = u"transactionid"_s;
    wanted.transactionId = u"795"_s;
    PostgreSqlLock table;
    table.pid = 3;
    table.granted = true;
    table.type = u"relation"_s;
    table.mode = u"RowExclusiveLock"_s;
    table.database = 5;
    table.relation = 200;
    QCOMPARE(PostgreSqlLockMatcher({wanted, table}, names()).target(wanted), u"probably a row of acct, transaction 795"_s);
    PostgreSqlLock branch = table; // of a foreign key
    branch.mode = u"RowShareLock"_s;
    branch.relation = 201;
    QCOMPARE(PostgreSqlLockMatcher({wanted, branch, table}, names()).target(wanted),
             u"probably a row of acct or branch, transaction 795"_s);
    PostgreSqlLock tuple = table;
    tuple.type = u"tuple"_s;
    QCOMPARE(PostgreSqlLockMatcher({wanted, table, tuple}, names()).target(wanted), u"row of acct, transaction 795"_s);
}

WHIMBREL_TEST(TstPostgreSqlLocks)
#include "tst_postgresqllocks.moc"
