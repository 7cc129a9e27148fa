// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/advisorynames.h"
#include "run/runlock.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// The keys are those that the tools themselves took, in the database "mydb" where they depend on its name.
class TstAdvisoryNames : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void advisoryLocks_data();
    void advisoryLocks();
    void userLocks_data();
    void userLocks();
    void whimbrelsOwn();
};

void TstAdvisoryNames::advisoryLocks_data()
{
    QTest::addColumn<qint64>("key");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nobody") << qint64(42) << QString();
    QTest::newRow("zero") << qint64(0) << QString();
    QTest::newRow("negative") << qint64(-1) << QString();
    QTest::newRow("Prisma") << qint64(72707369) << u"Prisma's run lock"_s;
    QTest::newRow("Sqitch") << qint64(75474063) << u"Sqitch's run lock"_s;
    QTest::newRow("Atlas") << qint64(2686470616) << u"Atlas's run lock"_s;
    QTest::newRow("goose") << qint64(4097083626) << u"goose's run lock"_s;
    QTest::newRow("node-pg-migrate") << qint64(7241865325823964) << u"node-pg-migrate's run lock"_s;
    QTest::newRow("graphile-migrate") << qint64(4727445306447283) << u"graphile-migrate's run lock"_s;
    QTest::newRow("reshape") << qint64(4036779288569897133) << u"reshape's run lock"_s;
    QTest::newRow("golang-migrate, library")
        << qint64(2103762914) << u"golang-migrate's run lock, public.schema_migrations"_s;
    QTest::newRow("golang-migrate, command line")
        << qint64(616192132) << u"golang-migrate's run lock, public.schema_migrations"_s;
    QTest::newRow("Flyway") << qint64(77433833903597) << u"Flyway's run lock, public.flyway_schema_history"_s;
    QTest::newRow("Flyway, another table") << qint64(77433833903598) << u"Flyway's run lock"_s;
    QTest::newRow("Rails") << qint64(586353752304064290) << u"Rails's run lock"_s;
    QTest::newRow("sqlx") << qint64(293176876009260204) << u"sqlx's run lock"_s;
    QTest::newRow("sqlx in the database postgres") << qint64(368907709894077238) << u"sqlx's run lock"_s;
    QTest::newRow("no multiple of it") << qint64(586353752304064291) << QString();
}

void TstAdvisoryNames::advisoryLocks()
{
    QFETCH(qint64, key);
    const QList<HistoryTableName> tables{
        {u"public"_s, u"users"_s}, {u"public"_s, u"schema_migrations"_s}, {u"public"_s, u"flyway_schema_history"_s}};
    QTEST(advisoryLockName(key, u"mydb"_s, tables), "expected");
}

void TstAdvisoryNames::userLocks_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nobody") << u"nightly report"_s << QString();
    QTest::newRow("a number of nobody") << u"42"_s << QString();
    QTest::newRow("zero") << u"0"_s << QString();
    QTest::newRow("Prisma") << u"prisma_migrate"_s << u"Prisma's run lock"_s;
    QTest::newRow("Atlas") << u"atlas_migrate_execute"_s << u"Atlas's run lock"_s;
    QTest::newRow("Sqitch") << u"sqitch working on mydb"_s << u"Sqitch's run lock"_s;
    QTest::newRow("Flyway") << u"Flyway-278632207"_s << u"Flyway's run lock"_s;
    QTest::newRow("golang-migrate") << u"1906445756"_s << u"golang-migrate's run lock"_s;
    QTest::newRow("Rails") << u"586353752304064290"_s << u"Rails's run lock"_s;
    QTest::newRow("sqlx") << QString::number(293176876009260204, 16) << u"sqlx's run lock"_s;
    QTest::newRow("Whimbrel") << u"whimbrel-00000000000000ff"_s << u"Whimbrel's run lock"_s;
}

void TstAdvisoryNames::userLocks()
{
    QFETCH(QString, name);
    QTEST(userLockName(name, u"mydb"_s), "expected");
}

void TstAdvisoryNames::whimbrelsOwn()
{
    const qint64 key = runLockKey(u"app.schema_migrations"_s);
    QCOMPARE(advisoryLockName(key, u"mydb"_s, {{u"public"_s, u"schema_migrations"_s}}), QString());
    QCOMPARE(
        advisoryLockName(key, u"mydb"_s, {{u"public"_s, u"schema_migrations"_s}, {u"app"_s, u"schema_migrations"_s}}),
        u"Whimbrel's run lock, app.schema_migrations"_s);
}

WHIMBREL_TEST(TstAdvisoryNames)
#include "tst_advisorynames.moc"
