// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockedclients.h"
#include "mariadbserver.h"
#include "samplertest.h"

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstMariaDbSampler : public SamplerTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nobodyWaits();
    void rowWaits();
    void passwordsAreNotShown();
    void manyRowWaitersHaveOneEdgeEach();
    void metadataWaitsWithoutThePlugin();
    void metadataWaits();
    void plainUserSeesLessAndSaysSo();
    void cancelsAndTerminates();
    void cost();

private:
    QString tree() { return m_clients->draw(take()); }
    LockSample take();
    void setPlugin(bool installed);

    QElapsedTimer m_sinceSample;
    std::unique_ptr<BlockedClients> m_clients;
};

void TstMariaDbSampler::initTestCase()
{
    REQUIRE_SERVER(MariaDbServer::shared());
}

void TstMariaDbSampler::init()
{
    TestCase::init();
    m_settings = MariaDbServer::shared().settings();
    m_clients = std::make_unique<BlockedClients>(m_settings);
    m_clients->run(u"setup"_s, u"CREATE TABLE users (id int PRIMARY KEY, name text) ENGINE=InnoDB"_s);
    m_clients->run(u"setup"_s, u"INSERT INTO users VALUES (1, 'a'), (2, 'b')"_s);
    m_clients->run(u"setup"_s, u"COMMIT"_s);
    openMonitor(m_settings);
}

void TstMariaDbSampler::cleanup()
{
    m_clients.reset();
    closeMonitor();
}

LockSample TstMariaDbSampler::take()
{
    // InnoDB tells the same for as long as nobody lets 100 ms pass without asking.
    if (m_sinceSample.isValid() && m_sinceSample.elapsed() < 150)
        QTest::qWait(static_cast<int>(150 - m_sinceSample.elapsed()));
    LockSample sample = SamplerTest::take();
    m_sinceSample.start();
    return sample;
}

void TstMariaDbSampler::setPlugin(bool installed)
{
    m_clients->start(u"setup"_s, installed ? u"INSTALL SONAME 'metadata_lock_info'"_s : u"UNINSTALL SONAME 'metadata_lock_info'"_s)
        .waitForFinished(); // either may be so already
}

void TstMariaDbSampler::nobodyWaits()
{
    const LockSample sample = take();
    QVERIFY(sample.sessions.isEmpty());
    QVERIFY(sample.edges.isEmpty());
    QVERIFY(sample.notes.isEmpty());
    QCOMPARE(m_sampler->interval(), 500ms);
}

void TstMariaDbSampler::rowWaits()
{
    m_clients->run(u"first"_s, u"BEGIN"_s);
    m_clients->run(u"first"_s, u"UPDATE users SET name = 'x' WHERE id = 1"_s);
    m_clients->start(u"second"_s, u"UPDATE users SET name = 'y' WHERE id = 1"_s);
    const QString row = u"row of %1.users, index PRIMARY"_s.arg(m_settings.database);
    QTRY_COMPARE(tree(), u"first\n  second: %1 X, held X\n"_s.arg(row));
    const LockSample sample = take();
    const LockSession *holder = sample.session(sample.edges.first().blocking);
    QVERIFY(holder);
    QCOMPARE(holder->user, u"root"_s);
    QCOMPARE(holder->database, m_settings.database);
    QCOMPARE(holder->state, u"Sleep, in transaction"_s);
    QVERIFY(holder->transactionStart.isValid());
    const LockSession *waiter = sample.session(sample.edges.first().waiting);
    QCOMPARE(waiter->query, u"UPDATE users SET name = 'y' WHERE id = 1"_s);
    QVERIFY(sample.edges.first().waited >= 0ms);
    QVERIFY(sample.edges.first().waited < 60s);
}

void TstMariaDbSampler::passwordsAreNotShown()
{
    m_clients->run(u"first"_s, u"BEGIN"_s);
    m_clients->run(u"first"_s, u"UPDATE users SET name = 'x' WHERE id = 1"_s);
    m_clients->start(u"second"_s, u"UPDATE users SET name = 'mysql://a:geheim@h/d' WHERE id = 1"_s);
    QTRY_COMPARE(take().edges.size(), 1);
    const LockSample sample = take();
    QCOMPARE(sample.session(sample.edges.first().waiting)->query, u"UPDATE users SET name = 'mysql://a:***@h/d' WHERE id = 1"_s);
}

/// All wait for all before them: 25 waiters make 325 edges on the server.
void TstMariaDbSampler::manyRowWaitersHaveOneEdgeEach()
{
    m_clients->run(u"first"_s, u"BEGIN"_s);
    m_clients->run(u"first"_s, u"UPDATE users SET name = 'x' WHERE id = 1"_s);
    for (int i = 0; i < 25; ++i)
        m_clients->start(u"waiter %1"_s.arg(i), u"UPDATE users SET name = 'y' WHERE id = 1"_s);
    QTRY_COMPARE(buildBlockingTree(take()).waiting, 25);
    const LockSample sample = take();
    QCOMPARE(sample.edges.size(), 25);
    const qint64 holder = m_clients->pid(u"first"_s);
    QVERIFY(std::ranges::all_of(sample.edges, [holder](const LockEdge &edge) { return edge.blocking.pid == holder; }));
}

void TstMariaDbSampler::metadataWaitsWithoutThePlugin()
{
    setPlugin(false);
    m_clients->run(u"report"_s, u"BEGIN"_s);
    m_clients->run(u"report"_s, u"SELECT count(*) FROM users"_s);
    m_clients->start(u"alter"_s, u"ALTER TABLE users ADD COLUMN status int"_s);
    QTRY_COMPARE(tree(), u"alter: table metadata lock, blocker not known\n"_s);
    const LockSample sample = take();
    QVERIFY(sample.isLimited());
    QCOMPARE(sample.notes.first().remedy, u"INSTALL SONAME 'metadata_lock_info';"_s);
    QVERIFY(sample.edges.first().waited >= 0ms);
}

void TstMariaDbSampler::metadataWaits()
{
    setPlugin(true);
    const Result<Rows> plugin = m_monitor->query(u"SELECT 1 FROM information_schema.PLUGINS WHERE PLUGIN_NAME = 'METADATA_LOCK_INFO'"_s);
    if (!plugin || plugin->isEmpty())
        QSKIP("this server has no plugin metadata_lock_info");
    m_clients->run(u"report"_s, u"BEGIN"_s);
    m_clients->run(u"report"_s, u"SELECT count(*) FROM users"_s);
    m_clients->start(u"alter"_s, u"ALTER TABLE users ADD COLUMN status int"_s);
    const QString table = m_settings.database + u".users"_s;
    QTRY_COMPARE(tree(), u"report\n  alter: %1, held MDL_SHARED_READ\n"_s.arg(table));
    m_clients->start(u"select"_s, u"SELECT * FROM users"_s);
    QTRY_COMPARE(tree(), u"report\n  alter: %1, held MDL_SHARED_READ\n    ~select: %1\n"_s.arg(table));
    QVERIFY(!take().isLimited());
}

void TstMariaDbSampler::plainUserSeesLessAndSaysSo()
{
    m_clients->run(u"setup"_s, u"CREATE OR REPLACE USER 'plain'@'localhost'"_s);
    m_clients->run(u"setup"_s, u"GRANT SELECT, UPDATE ON `%1`.* TO 'plain'@'localhost'"_s.arg(m_settings.database));
    ConnectionSettings plain = m_settings;
    plain.user = u"plain"_s;
    openMonitor(plain);
    const LockSample sample = take();
    QVERIFY(sample.isLimited());
    QCOMPARE(sample.notes.first().remedy, u"GRANT PROCESS ON *.* TO 'plain'@'localhost';"_s);
}

void TstMariaDbSampler::cancelsAndTerminates()
{
    m_clients->run(u"holder"_s, u"BEGIN"_s);
    m_clients->run(u"holder"_s, u"UPDATE users SET name = 'x' WHERE id = 1"_s);
    const QFuture<Result<Rows>> blocked = m_clients->start(u"waiter"_s, u"UPDATE users SET name = 'y' WHERE id = 1"_s);
    QTRY_COMPARE(take().edges.size(), 1);
    const LockEdge edge = take().edges.first();
    QCOMPARE(m_sampler->cancel(*m_monitor, edge.waiting).value_or(false), true);
    QVERIFY(!blocked.result());
    const Result<bool> ended = m_sampler->terminate(*m_monitor, edge.blocking);
    QVERIFY2(ended, qPrintable(ended ? QString() : ended.error().toString()));
    QVERIFY(*ended);
    QTRY_VERIFY(!m_sampler->look(*m_monitor, edge.blocking).value_or(LockSession()));
    QCOMPARE(m_sampler->terminate(*m_monitor, edge.blocking).value_or(true), false);
}

void TstMariaDbSampler::cost()
{
    take();
    QList<qint64> costs;
    for (int i = 0; i < 50; ++i)
        costs << take().cost.count();
    std::ranges::sort(costs);
    qInfo("nobody waits: median %lld us, 95th percentile %lld us", costs[25], costs[47]);
    QVERIFY2(costs[25] < 50'000, "a sample with nobody waiting must cost next to nothing");
}

WHIMBREL_TEST(TstMariaDbSampler)
#include "tst_mariadbsampler.moc"
