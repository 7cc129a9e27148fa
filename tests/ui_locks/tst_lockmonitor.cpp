// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/blockedclients.h"
#include "locks/lockmonitor.h"
#include "locks/lockspane.h"
#include "postgresserver.h"
#include "test.h"

#include <KMessageWidget>

#include <QAction>
#include <QElapsedTimer>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTreeView>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// The pane on a real PostgreSQL server.
class TstLockMonitor : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void blockedSessionIsSeenAndCancelled();
    void sessionThatWentAwayIsNotHit();
    void samplesOnlyWhileSomebodyWantsToKnow();
    void lostServerIsToldAndTheDataStays();
    void otherDatabaseForgetsTheFirst();
    void frozenServerHoldsNobodyUp();
    void neverInATransaction();

private:
    QTreeView *tree() const { return m_pane->findChild<QTreeView *>(u"locks-tree"_s); }
    KMessageWidget *result() const { return m_pane->findChild<KMessageWidget *>(u"locks-result"_s); }
    QModelIndex rowOf(const QString &client);
    void blockUsers();

    ConnectionSettings m_settings;
    std::unique_ptr<BlockedClients> m_clients;
    std::unique_ptr<LockMonitor> m_monitor;
    std::unique_ptr<LocksPane> m_pane;
};

void TstLockMonitor::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
}

void TstLockMonitor::init()
{
    TestCase::init();
    m_settings = PostgresServer::shared().settings();
    m_clients = std::make_unique<BlockedClients>(m_settings);
    m_clients->run(u"setup"_s, u"CREATE TABLE users (id int)"_s);
    m_monitor = std::make_unique<LockMonitor>();
    m_pane = std::make_unique<LocksPane>(*m_monitor);
    m_pane->resize(1200, 300);
    m_monitor->setDatabase(m_settings);
    m_pane->show();
}

void TstLockMonitor::cleanup()
{
    m_pane.reset();
    m_monitor.reset();
    m_clients.reset();
}

QModelIndex TstLockMonitor::rowOf(const QString &client)
{
    const QAbstractItemModel *model = tree()->model();
    return model->match(model->index(0, 0), Qt::DisplayRole, QString::number(m_clients->pid(client)), 1,
                        Qt::MatchStartsWith | Qt::MatchRecursive).value(0);
}

void TstLockMonitor::blockUsers()
{
    m_clients->run(u"holder"_s, u"BEGIN"_s);
    m_clients->run(u"holder"_s, u"LOCK TABLE users"_s);
}

void TstLockMonitor::blockedSessionIsSeenAndCancelled()
{
    QTRY_COMPARE(m_monitor->state(), LockMonitor::State::Watching);
    blockUsers();
    const QFuture<Result<Rows>> blocked = m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    QTRY_VERIFY(rowOf(u"waiter"_s).isValid());
    QCOMPARE(rowOf(u"waiter"_s).parent(), rowOf(u"holder"_s));
    tree()->setCurrentIndex(rowOf(u"waiter"_s));

    m_pane->findChild<QAction *>(u"locks-cancel"_s)->trigger();
    QTRY_VERIFY(m_pane->findChild<QMessageBox *>(u"lock-confirmation"_s));
    auto *box = m_pane->findChild<QMessageBox *>(u"lock-confirmation"_s);
    QVERIFY2(box->informativeText().contains(u"Statement: SELECT * FROM users"), qPrintable(box->informativeText()));
    QVERIFY(!blocked.isFinished());
    box->findChild<QPushButton *>(u"act"_s)->click();
    QTRY_VERIFY(blocked.isFinished());
    QCOMPARE(blocked.result().error().code, u"57014"_s);
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->text().startsWith(u"The server was asked to cancel"), qPrintable(result()->text()));
    QTRY_VERIFY(!tree()->isVisible());
}

void TstLockMonitor::sessionThatWentAwayIsNotHit()
{
    blockUsers();
    m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    QTRY_VERIFY(rowOf(u"holder"_s).isValid());
    tree()->setCurrentIndex(rowOf(u"holder"_s));
    m_pane->findChild<QAction *>(u"locks-freeze"_s)->setChecked(true);
    const qint64 pid = m_clients->pid(u"holder"_s);
    m_clients->run(u"setup"_s, u"SELECT pg_terminate_backend(%1, 5000)"_s.arg(pid));
    m_pane->findChild<QAction *>(u"locks-terminate"_s)->trigger();
    QTRY_VERIFY(result()->isVisible());
    QVERIFY2(result()->text().endsWith(u"is gone. Nothing was done."), qPrintable(result()->text()));
    QVERIFY(!m_pane->findChild<QMessageBox *>(u"lock-confirmation"_s));
}

void TstLockMonitor::samplesOnlyWhileSomebodyWantsToKnow()
{
    QTRY_COMPARE(m_monitor->state(), LockMonitor::State::Watching);
    m_pane->hide();
    QCOMPARE(m_monitor->state(), LockMonitor::State::Paused);
    QSignalSpy sampled(m_monitor.get(), &LockMonitor::sampled);
    QVERIFY(!sampled.wait(1500) || sampled.size() <= 1); // one may have been on its way
    m_monitor->setInterest(LockMonitor::Interest::Run, true);
    sampled.clear();
    QTRY_VERIFY(sampled.size() >= 2);
}

void TstLockMonitor::lostServerIsToldAndTheDataStays()
{
    blockUsers();
    m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    QTRY_VERIFY(rowOf(u"waiter"_s).isValid());
    // The monitor's own session is ended: the next sample says so, the one after connects again.
    QList<LockMonitor::State> states;
    connect(m_monitor.get(), &LockMonitor::stateChanged, this, [&] {
        states << m_monitor->state();
        if (m_monitor->state() == LockMonitor::State::Lost)
            QVERIFY(rowOf(u"waiter"_s).isValid());
    });
    m_clients->run(u"setup"_s, u"SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'whimbrel:monitor'"_s);
    const QList<LockMonitor::State> expected{LockMonitor::State::Lost, LockMonitor::State::Watching};
    QTRY_COMPARE_WITH_TIMEOUT(states, expected, 10'000);
}

void TstLockMonitor::otherDatabaseForgetsTheFirst()
{
    blockUsers();
    m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    QTRY_VERIFY(rowOf(u"waiter"_s).isValid());
    m_monitor->setDatabase(std::nullopt);
    QVERIFY(!tree()->isVisible());
    QCOMPARE(m_monitor->state(), LockMonitor::State::NoDatabase);
    m_monitor->setDatabase(m_settings);
    QTRY_VERIFY(rowOf(u"waiter"_s).isValid());
}

/// A session that does not answer, not even to a cancel, as behind a dead network.
void TstLockMonitor::frozenServerHoldsNobodyUp()
{
    QTRY_COMPARE(m_monitor->state(), LockMonitor::State::Watching);
    const Result<std::unique_ptr<Session>> session = Session::open(m_settings, SessionRole::Browse);
    QVERIFY(session);
    const Result<Rows> found = (*session)->query(u"SELECT pid FROM pg_stat_activity WHERE application_name = 'whimbrel:monitor' "
                                                 "AND datname = current_database()"_s);
    QVERIFY(found && found->rows.size() == 1);
    const auto backend = static_cast<pid_t>(found->number(0, u"pid"));
    QCOMPARE(::kill(backend, SIGSTOP), 0);
    const auto goOn = qScopeGuard([backend] { ::kill(backend, SIGCONT); });
    const QFuture<Result<std::optional<LockSession>>> asked = m_monitor->look({.pid = backend, .backendStart = {}});
    QElapsedTimer timer;
    timer.start();
    m_monitor->setDatabase(std::nullopt);
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
}

/// A monitor that sat in a transaction would hold back vacuum and CREATE INDEX CONCURRENTLY.
void TstLockMonitor::neverInATransaction()
{
    QSignalSpy sampled(m_monitor.get(), &LockMonitor::sampled);
    QTRY_VERIFY(sampled.size() >= 2);
    const Result<Rows> rows = m_clients->start(u"setup"_s, u"SELECT count(*) AS n FROM pg_stat_activity WHERE application_name = "
                                                           "'whimbrel:monitor' AND state LIKE 'idle in transaction%'"_s).result();
    QVERIFY(rows);
    QCOMPARE(rows->number(0, u"n"), 0);
}

WHIMBREL_TEST(TstLockMonitor)
#include "tst_lockmonitor.moc"
