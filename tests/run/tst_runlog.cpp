// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/record/runlog.h"
#include "run/runlock.h"
#include "run/stepchecks.h"
#include "sql/passwords.h"
#include "test.h"

#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstRunLog : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void writesALineForEachEvent();
    void tellsWhatFewEventsHave();
    void keepsTheOrderOfAGreatMany();
    void leavesPasswordsOut_data();
    void leavesPasswordsOut();
    void shortSqlLeavesPasswordsOut();
    void saysWhereItCannotBeWritten();
    void namesEveryEvent();
    void lockKeyIsAContractBetweenVersions();
};

void TstRunLog::writesALineForEachEvent()
{
    QTemporaryDir folder;
    Result<std::unique_ptr<RunLog>> log = RunLog::create(folder.filePath(u"a/runs"_s), u"run"_s);
    QVERIFY(log);
    RunEvent event{.kind = RunEvent::Kind::StatementStarted, .version = u"1"_s, .statement = 2, .statementCount = 3, .line = 7};
    event.at = QDateTime(QDate(2026, 11, 22), QTime(1, 2, 3), QTimeZone::utc());
    event.sql = u"SELECT\n1"_s;
    (*log)->write(event);
    event.at = event.at.addMSecs(1045);
    event.kind = RunEvent::Kind::StatementFinished;
    event.elapsedMs = 45;
    event.rows = 0;
    event.sql.clear();
    (*log)->write(event);
    (*log)->write({.kind = RunEvent::Kind::RunFinished, .at = event.at.addMSecs(-1)});
    QFile file((*log)->fileName());
    log->reset(); // waits for the last line
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), u"2026-11-22T01:02:03.000Z statement-started up 1 statement 2/3 line 7 SELECT\\n1\n"
                                                "2026-11-22T01:02:04.045Z statement-finished up 1 statement 2/3 line 7 45 ms 0 rows\n"
                                                "2026-11-22T01:02:04.044Z run-finished\n"_s);
    QCOMPARE(file.permissions() & (QFile::ReadGroup | QFile::ReadOther), QFile::Permissions());
}

void TstRunLog::tellsWhatFewEventsHave()
{
    QTemporaryDir folder;
    Result<std::unique_ptr<RunLog>> log = RunLog::create(folder.path(), u"run"_s);
    QVERIFY(log);
    const QDateTime at(QDate(2026, 11, 22), QTime(1, 2, 3), QTimeZone::utc());
    RunEvent batch{.kind = RunEvent::Kind::Batch, .at = at, .version = u"2\n3"_s, .statement = 1, .statementCount = 1, .line = 7, .elapsedMs = 12, .rows = 5};
    batch.batch = BatchProgress{.pass = 2, .passed = 10, .total = -1, .changed = 8};
    (*log)->write(batch);
    RunEvent progress{.kind = RunEvent::Kind::Progress, .at = at, .version = u"2\n3"_s, .direction = Direction::Down, .statement = 1, .statementCount = 1, .line = 7};
    progress.progress = StatementProgress{.sample = {.phase = u"copy to tmp table"_s, .locker = ProgressLocker{.pid = 17}},
                                          .perMille = 250, .silentSince = at, .trouble = u"no monitor"_s};
    (*log)->write(progress);
    RunEvent failed{.kind = RunEvent::Kind::MigrationFailed, .at = at, .version = u"4"_s};
    failed.message = u"Größe:\nCREATE ROLE a PASSWORD 'x'"_s;
    failed.error = Error{.kind = ErrorKind::Statement, .message = u"no"_s, .detail = u"why"_s, .hint = {}, .code = u"1"_s, .position = {}};
    (*log)->write(failed);
    (*log)->write({.kind = RunEvent::Kind::Notice, .at = at, .message = u"url ://a:secret@h"_s});
    QFile file((*log)->fileName());
    log->reset();
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()),
             u"2026-11-22T01:02:03.000Z batch up 2\\n3 statement 1/1 line 7 12 ms 5 rows pass 2 passed 10/-1 changed 8\n"
             "2026-11-22T01:02:03.000Z progress down 2\\n3 statement 1/1 line 7 250/1000 copy to tmp table waits for process 17"
             " no answer since 2026-11-22T01:02:03.000Z no monitor\n"
             "2026-11-22T01:02:03.000Z migration-failed up 4 Größe:\\nCREATE ROLE a PASSWORD '***' no (1)\\nwhy\n"
             "2026-11-22T01:02:03.000Z notice url ://a:***@h\n"_s);
}

/// More than wait to be written at a time, from two threads.
void TstRunLog::keepsTheOrderOfAGreatMany()
{
    constexpr int count = 20'000;
    QTemporaryDir folder;
    Result<std::unique_ptr<RunLog>> log = RunLog::create(folder.path(), u"run"_s);
    QVERIFY(log);
    const auto writeAll = [&](const QString &version) {
        RunEvent event{.kind = RunEvent::Kind::StatementStarted, .at = QDateTime::currentDateTimeUtc(), .version = version, .statementCount = count};
        event.sql = QString(100, u'x');
        for (event.statement = 1; event.statement <= count; ++event.statement)
            (*log)->write(event);
    };
    {
        const std::jthread other([&] { writeAll(u"1"_s); });
        writeAll(u"2"_s);
    }
    QVERIFY((*log)->flush());
    QFile file((*log)->fileName());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QMap<QByteArray, int> last;
    for (QByteArray line = file.readLine(); !line.isEmpty(); line = file.readLine()) {
        const QList<QByteArray> words = line.split(' ');
        QCOMPARE(words.value(5), QByteArray::number(++last[words.value(3)]) + '/' + QByteArray::number(count));
        QCOMPARE(words.last(), QByteArray(100, 'x') + '\n');
    }
    QCOMPARE(last, (QMap<QByteArray, int>{{"1", count}, {"2", count}}));
}

void TstRunLog::leavesPasswordsOut_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("expected");
    QTest::newRow("postgres") << u"CREATE ROLE a LOGIN PASSWORD 'it''s' VALID UNTIL 'x'"_s << u"CREATE ROLE a LOGIN PASSWORD '***' VALID UNTIL 'x'"_s;
    QTest::newRow("postgres escape") << u"ALTER ROLE a password E'x\\'y'"_s << u"ALTER ROLE a password '***'"_s;
    QTest::newRow("mariadb") << u"CREATE USER a IDENTIFIED BY 'secret'"_s << u"CREATE USER a IDENTIFIED BY '***'"_s;
    QTest::newRow("mariadb hash") << u"CREATE USER a IDENTIFIED BY PASSWORD \"*AB\""_s << u"CREATE USER a IDENTIFIED BY PASSWORD '***'"_s;
    QTest::newRow("mysql plugin") << u"CREATE USER a IDENTIFIED WITH plug BY 'secret'"_s << u"CREATE USER a IDENTIFIED WITH plug BY '***'"_s;
    QTest::newRow("set password") << u"SET PASSWORD FOR a = PASSWORD('secret')"_s << u"SET PASSWORD FOR a = PASSWORD('***')"_s;
    QTest::newRow("set password plain") << u"SET PASSWORD = 'secret'"_s << u"SET PASSWORD = '***'"_s;
    QTest::newRow("set password of a user") << u"SET PASSWORD FOR 'a'@'%' = 'secret'"_s << u"SET PASSWORD FOR 'a'@'%' = '***'"_s;
    QTest::newRow("another's word") << u"CHANGE MASTER TO MASTER_PASSWORD='secret'"_s << u"CHANGE MASTER TO MASTER_PASSWORD='***'"_s;
    QTest::newRow("dollar quotes") << u"CREATE ROLE a PASSWORD $x$se'cret$x$ LOGIN"_s << u"CREATE ROLE a PASSWORD '***' LOGIN"_s;
    QTest::newRow("cut off") << u"CREATE ROLE a PASSWORD 'sec"_s << u"CREATE ROLE a PASSWORD '***'"_s;
    QTest::newRow("user mapping") << u"OPTIONS (user 'a', password 'secret')"_s << u"OPTIONS (user 'a', password '***')"_s;
    QTest::newRow("connection") << u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=secret user=a' PUBLICATION p"_s
                                << u"CREATE SUBSCRIPTION s CONNECTION 'host=h password=*** user=a' PUBLICATION p"_s;
    QTest::newRow("url") << u"SELECT dblink('postgresql://a:secret@h/d')"_s << u"SELECT dblink('postgresql://a:***@h/d')"_s;
    QTest::newRow("long") << u"ALTER ROLE a PASSWORD '"_s + QString(200'000, u'x') + u"'"_s << u"ALTER ROLE a PASSWORD '***'"_s;
    QTest::newRow("a column") << u"UPDATE t SET password_hash = 'x'"_s << u"UPDATE t SET password_hash = 'x'"_s;
    QTest::newRow("nothing") << u"SELECT 'x'"_s << u"SELECT 'x'"_s;
}

void TstRunLog::leavesPasswordsOut()
{
    QFETCH(const QString, sql);
    QFETCH(const QString, expected);
    QCOMPARE(withoutPasswords(sql), expected);
    QVERIFY(mayHoldPassword(QLatin1StringView(sql.toLatin1())) || sql == expected);
}

/// Of a statement that is cut the password would not be known any more.
void TstRunLog::shortSqlLeavesPasswordsOut()
{
    QCOMPARE(shortSql(u"CREATE ROLE somebody PASSWORD 'a long secret that goes on and on and on' LOGIN"_s, 40),
             u"CREATE ROLE somebody PASSWORD '***' LOGIN"_s.left(39) + u'…');
}

void TstRunLog::saysWhereItCannotBeWritten()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const Result<std::unique_ptr<RunLog>> log = RunLog::create(file.fileName() + u"/runs"_s, u"run"_s);
    QVERIFY(!log);
    QCOMPARE(log.error().kind, ErrorKind::Io);
    QVERIFY(log.error().message.contains(file.fileName()));
}

void TstRunLog::namesEveryEvent()
{
    QSet<QString> ids;
    for (int kind = 0; kind <= static_cast<int>(RunEvent::Kind::RunFinished); ++kind)
        ids << runEventId(static_cast<RunEvent::Kind>(kind));
    QCOMPARE(ids.size(), 12);
    QVERIFY(!ids.contains(QString()));
}

void TstRunLog::lockKeyIsAContractBetweenVersions()
{
    // printf 'whimbrel:public.schema_migrations' | sha256sum | cut -c1-16
    QCOMPARE(runLockKey(u"public.schema_migrations"_s), static_cast<qint64>(0x96cbd458fe4cd282ULL));
    QVERIFY(runLockKey(u"a.schema_migrations"_s) != runLockKey(u"public.schema_migrations"_s));
}

WHIMBREL_TEST(TstRunLog)
#include "tst_runlog.moc"
