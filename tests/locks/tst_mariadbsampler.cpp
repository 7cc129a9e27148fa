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
    void performanceSchemaTellsMetadataWaits();
    void globalReadLock();
    void looksWhatIsHeldByLockTables();
    void userLocks();
    void plainUserSeesLessAndSaysSo();
    void whoMayNotKillIsTold();
    void serverWithoutGrants();
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

/// All wait for all before them: 25 waiters make 325 edges on the server, and 200 would take it longer than the monitor waits.
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
    const LockEdge edge = sample.edges.first();
    QCOMPARE(edge.target, u"row of %1.users, index PRIMARY"_s.arg(m_settings.database));
    QCOMPARE(edge.wants, u"X"_s);
    QCOMPARE(edge.held, u"X"_s);
    QVERIFY(edge.waited >= 0ms && edge.waited < 60s);
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

namespace {
/// A server with options of its own.
class ServerWith final : public MariaDbServer
{
public:
    explicit ServerWith(const QStringList &options) : m_options(options) {}

protected:
    QStringList arguments() const override { return MariaDbServer::arguments() + m_options; }

private:
    QStringList m_options;
};
} // namespace

/// It cannot tell what a user may.
void TstMariaDbSampler::serverWithoutGrants()
{
    ServerWith server({u"--skip-grant-tables"_s});
    QVERIFY2(server.start(), qPrintable(server.problem()));
    openMonitor(server.settings());
    QVERIFY(take().notes.isEmpty());
    closeMonitor();
}

void TstMariaDbSampler::performanceSchemaTellsMetadataWaits()
{
    ServerWith server({u"--performance-schema=ON"_s, u"--performance-schema-instrument=wait/lock/metadata/sql/mdl=ON"_s});
    QVERIFY2(server.start(), qPrintable(server.problem()));
    m_settings = server.settings();
    BlockedClients clients(m_settings);
    clients.run(u"setup"_s, u"CREATE TABLE users (id int PRIMARY KEY) ENGINE=InnoDB"_s);
    openMonitor(m_settings);
    clients.run(u"report"_s, u"BEGIN"_s);
    clients.run(u"report"_s, u"SELECT count(*) FROM users"_s);
    clients.start(u"alter"_s, u"ALTER TABLE users ADD COLUMN status int"_s);
    const QString alter = u"report\n  alter: %1.users MDL_EXCLUSIVE, held MDL_SHARED_READ\n"_s.arg(m_settings.database);
    QTRY_COMPARE(clients.draw(take()), alter);
    clients.start(u"select"_s, u"SELECT * FROM users"_s);
    QTRY_COMPARE(clients.draw(take()), alter + u"    ~select: %1.users MDL_SHARED_READ\n"_s.arg(m_settings.database));
    QVERIFY(take().notes.isEmpty());
    closeMonitor();
}

/// What a backup that locks all tables does.
void TstMariaDbSampler::globalReadLock()
{
    setPlugin(true);
    m_clients->run(u"backup"_s, u"FLUSH TABLES WITH READ LOCK"_s);
    m_clients->start(u"writer"_s, u"INSERT INTO users VALUES (3, 'c')"_s);
    QTRY_VERIFY2(tree().startsWith(u"backup\n  writer: all tables (backup lock), held MDL_BACKUP_FTWRL"), qPrintable(tree()));
    m_clients->run(u"backup"_s, u"UNLOCK TABLES"_s);
    QTRY_COMPARE(tree(), QString());
}

/// Without a transaction, and while nobody waits: only a look at the session tells.
void TstMariaDbSampler::looksWhatIsHeldByLockTables()
{
    setPlugin(true);
    const QString table = m_settings.database + u".users "_s;
    const auto held = [this] { return m_sampler->look(*m_monitor, {m_clients->pid(u"dump"_s), {}}).value().value_or(LockSession()).holds; };
    m_clients->run(u"dump"_s, u"SELECT 1"_s);
    QCOMPARE(held(), QString());
    m_clients->run(u"dump"_s, u"LOCK TABLES users READ"_s);
    QCOMPARE(held(), table + u"MDL_SHARED_READ_ONLY"_s);
    m_clients->run(u"dump"_s, u"LOCK TABLES users WRITE"_s);
    QVERIFY2(held().contains(table + u"MDL_SHARED_NO_READ_WRITE"_s), qPrintable(held()));
    m_clients->run(u"dump"_s, u"UNLOCK TABLES"_s);
    QCOMPARE(held(), QString());
    setPlugin(false);
    m_clients->run(u"dump"_s, u"LOCK TABLES users WRITE"_s);
    QCOMPARE(held(), QString()); // nobody tells
    m_clients->run(u"dump"_s, u"UNLOCK TABLES"_s);
}

void TstMariaDbSampler::userLocks()
{
    setPlugin(false);
    m_clients->run(u"tool"_s, u"SELECT GET_LOCK('prisma_migrate', 0)"_s);
    m_clients->run(u"job"_s, u"SELECT GET_LOCK('nightly \\'report\\'', 0)"_s);
    m_clients->start(u"second tool"_s, u"SELECT GET_LOCK('prisma_migrate', 60)"_s);
    m_clients->start(u"second job"_s, u"SELECT get_lock(\"nightly 'report'\", 60)"_s);
    m_clients->start(u"unnamed"_s, u"SELECT GET_LOCK(CONCAT('prisma', '_migrate'), 60)"_s);
    QTRY_VERIFY2(tree().contains(u"tool\n  second tool: user lock prisma_migrate (Prisma's run lock)\n"), qPrintable(tree()));
    QTRY_VERIFY2(tree().contains(u"job\n  second job: user lock nightly 'report'\n"), qPrintable(tree()));
    QTRY_VERIFY2(tree().contains(u"unnamed: user lock, blocker not known\n"), qPrintable(tree()));
    QVERIFY(take().notes.isEmpty()); // no plugin would tell more
    QVERIFY(take().edges.first().waited >= 0ms);
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

void TstMariaDbSampler::whoMayNotKillIsTold()
{
    m_clients->run(u"setup"_s, u"CREATE OR REPLACE USER 'watcher'@'localhost'"_s);
    m_clients->run(u"setup"_s, u"CREATE OR REPLACE ROLE operators"_s);
    m_clients->run(u"setup"_s, u"GRANT PROCESS ON *.* TO 'watcher'@'localhost'"_s);
    m_clients->run(u"setup"_s, u"GRANT SELECT ON `%1`.* TO 'watcher'@'localhost'"_s.arg(m_settings.database));
    ConnectionSettings watcher = m_settings;
    watcher.user = u"watcher"_s;
    openMonitor(watcher);
    QVERIFY(take().notes.isEmpty());
    m_clients->run(u"holder"_s, u"SELECT GET_LOCK('x', 0)"_s);
    m_clients->start(u"waiter"_s, u"SELECT GET_LOCK('x', 60)"_s);
    QTRY_COMPARE(take().edges.size(), 1);
    LockSample sample = take();
    QCOMPARE(sample.notes.size(), 1);
    QCOMPARE(sample.notes.first().kind, LockNote::Kind::Rights);
    QCOMPARE(sample.notes.first().remedy, u"GRANT CONNECTION ADMIN ON *.* TO 'watcher'@'localhost';"_s);
    QCOMPARE(sample.sessions.first().missingRight, u"CONNECTION ADMIN"_s);
    const Result<bool> refused = m_sampler->cancel(*m_monitor, sample.edges.first().waiting);
    QVERIFY(!refused);
    QVERIFY2(refused.error().hint.contains(sample.notes.first().remedy), qPrintable(refused.error().toString()));

    // The right may come with a role.
    m_clients->run(u"setup"_s, u"GRANT CONNECTION ADMIN ON *.* TO operators"_s);
    m_clients->run(u"setup"_s, u"GRANT operators TO 'watcher'@'localhost'"_s);
    m_clients->run(u"setup"_s, u"SET DEFAULT ROLE operators FOR 'watcher'@'localhost'"_s);
    openMonitor(watcher);
    QTRY_COMPARE(take().edges.size(), 1);
    sample = take();
    QVERIFY(sample.notes.isEmpty());
    QCOMPARE(m_sampler->cancel(*m_monitor, sample.edges.first().waiting).value_or(false), true);
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
