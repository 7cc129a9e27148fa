// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplertest.h"

#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Another process has the database file, as it is with an application.
class TstSqliteSampler : public Test::SamplerTest
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void nobodyHoldsALock();
    void namesTheProcessThatWrites_data();
    void namesTheProcessThatWrites();
    void marksOurOwnProcess();
    void ourLocksSurviveSampling();
    void cancelSaysWhatIsPossible();

private:
    /// Runs SQL in a sqlite3 that stays open; returns once it has run.
    void otherProcess(const QString &sql);

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<QProcess> m_other;
};

void TstSqliteSampler::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings.dialect = Dialect::SQLite;
    m_settings.database = m_folder->filePath(u"shop.db"_s);
    m_other = std::make_unique<QProcess>();
    m_other->start(u"sqlite3"_s, {u"-batch"_s, m_settings.database});
    QVERIFY2(m_other->waitForStarted(), "sqlite3 is needed");
    otherProcess(u"CREATE TABLE users (id INTEGER PRIMARY KEY);"_s);
    openMonitor(m_settings);
}

void TstSqliteSampler::cleanup()
{
    closeMonitor();
    if (m_other) {
        m_other->closeWriteChannel();
        m_other->waitForFinished();
    }
    m_other.reset();
    m_folder.reset();
}

void TstSqliteSampler::otherProcess(const QString &sql)
{
    m_other->write(sql.toUtf8() + "\nSELECT 'done';\n");
    QByteArray output;
    while (!output.contains("done")) {
        QVERIFY2(m_other->waitForReadyRead(), m_other->readAllStandardError().constData());
        output += m_other->readAllStandardOutput();
    }
}

void TstSqliteSampler::nobodyHoldsALock()
{
    const LockSample sample = take();
    QVERIFY(sample.sessions.isEmpty());
    QVERIFY(sample.isLimited()); // an empty sample is not "nobody waits" here
    QVERIFY(!sample.notes.first().text.isEmpty());
    QCOMPARE(sample.notes.first().remedy, QString());
}

void TstSqliteSampler::namesTheProcessThatWrites_data()
{
    QTest::addColumn<QString>("sql");
    QTest::addColumn<QString>("holds");
    QTest::newRow("writer") << u"BEGIN IMMEDIATE;"_s << u"RESERVED, SHARED"_s;
    QTest::newRow("exclusive") << u"BEGIN EXCLUSIVE;"_s << u"EXCLUSIVE"_s;
    QTest::newRow("reader") << u"BEGIN; SELECT count(*) FROM users;"_s << u"SHARED"_s;
    QTest::newRow("WAL writer") << u"PRAGMA journal_mode=WAL; BEGIN IMMEDIATE;"_s << u"WAL WRITE, WAL READ"_s;
    QTest::newRow("WAL reader") << u"PRAGMA journal_mode=WAL; INSERT INTO users DEFAULT VALUES; BEGIN; SELECT * FROM users;"_s << u"WAL READ"_s;
}

void TstSqliteSampler::namesTheProcessThatWrites()
{
    QFETCH(QString, sql);
    QFETCH(QString, holds);
    otherProcess(sql);
    const LockSample sample = take();
    QCOMPARE(sample.sessions.size(), 1);
    const LockSession &holder = sample.sessions.first();
    QCOMPARE(holder.backend.pid, m_other->processId());
    QCOMPARE(holder.application, u"sqlite3"_s);
    QCOMPARE(holder.holds, holds);
    QVERIFY(!holder.own);
    QVERIFY(holder.stateSince.isValid());
    QCOMPARE(take().sessions.first().stateSince, holder.stateSince); // since we first saw it
    otherProcess(u"ROLLBACK;"_s);
    QCOMPARE(take().sessions.size(), 0);
}

void TstSqliteSampler::marksOurOwnProcess()
{
    const Result<std::unique_ptr<Session>> writer = Session::open(m_settings, SessionRole::Run);
    QVERIFY(writer && (*writer)->begin());
    const LockSample sample = take();
    QCOMPARE(sample.sessions.size(), 1);
    QCOMPARE(sample.sessions.first().backend.pid, QCoreApplication::applicationPid());
    QVERIFY(sample.sessions.first().own);
}

/// Opening and closing the file anywhere in this process would drop our transaction's locks (POSIX).
void TstSqliteSampler::ourLocksSurviveSampling()
{
    const Result<std::unique_ptr<Session>> writer = Session::open(m_settings, SessionRole::Run);
    QVERIFY(writer && (*writer)->begin());
    for (int i = 0; i < 3; ++i)
        take();
    m_other->write("INSERT INTO users DEFAULT VALUES;\n");
    QByteArray complaint;
    QTRY_VERIFY((complaint += m_other->readAllStandardError()).contains("locked"));
    QCOMPARE(take().sessions.size(), 1);
}

void TstSqliteSampler::cancelSaysWhatIsPossible()
{
    otherProcess(u"BEGIN IMMEDIATE;"_s);
    const Result<bool> refused = m_sampler->cancel(*m_monitor, {m_other->processId(), {}});
    QVERIFY(!refused);
    QCOMPARE(refused.error().kind, ErrorKind::Refused);
    QVERIFY2(refused.error().hint.contains(u"sqlite3"), qPrintable(refused.error().hint));
}

WHIMBREL_TEST(TstSqliteSampler)
#include "tst_sqlitesampler.moc"
