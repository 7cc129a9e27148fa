// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/sessionthread.h"
#include "postgresserver.h"
#include "scripts.h"
#include "test.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::statementOf;

namespace {
const QString endless = Test::endlessQuery(Dialect::SQLite);
}

class TstSessionThread : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();

    void runsWorkInTurnOnAnotherThread();
    void continuesOnTheCallersThread();
    void anErrorInOpeningIsTheResult();
    void cancelStopsWhatIsInFlight();
    void cancelStopsWhatIsQueued();
    void workAfterACancelRuns();
    void destroyingCancelsAndDrops();
    void aClosedPaneIsSafe();
    void aLostSessionIsOpenedAgain();
    void destroyingDoesNotWaitForADeadServer();

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    ConnectionSettings m_settings;
};

void TstSessionThread::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_settings = *ConnectionSettings::fromUrl(u"sqlite:shop.db"_s, QDir(m_folder->path()));
}

void TstSessionThread::runsWorkInTurnOnAnotherThread()
{
    SessionThread thread(m_settings, SessionRole::Run);
    QList<QFuture<Result<qlonglong>>> futures;
    futures << thread.run([](Session &session, const std::stop_token &) -> Result<qlonglong> {
        return session.execute(statementOf(u"CREATE TABLE t (x)"_s)).transform([](const StatementOutcome &outcome) { return outcome.rows; });
    });
    for (int i = 0; i < 20; ++i) {
        futures << thread.run([i](Session &session, const std::stop_token &) -> Result<qlonglong> {
            return session.execute(statementOf(u"INSERT INTO t SELECT %1 WHERE (SELECT count(*) FROM t) = %1"_s.arg(i)))
                .transform([](const StatementOutcome &outcome) { return outcome.rows; });
        });
    }
    const auto other = thread.run([](Session &, const std::stop_token &) -> Result<bool> {
        return QThread::currentThread() != QCoreApplication::instance()->thread();
    });
    for (qsizetype i = 1; i < futures.size(); ++i)
        QTRY_COMPARE(futures[i].isFinished() ? futures[i].result().value_or(-2) : -3, 1);
    QTRY_VERIFY(other.isFinished());
    QVERIFY(other.result().value_or(false));
}

void TstSessionThread::continuesOnTheCallersThread()
{
    SessionThread thread(m_settings, SessionRole::Run);
    QObject context;
    QThread *continued = nullptr;
    thread.run([](Session &session, const std::stop_token &) { return session.query(u"SELECT 1 AS n"_s); })
        .then(&context, [&](const Result<Rows> &rows) {
            if (rows && rows->number(0, u"n") == 1)
                continued = QThread::currentThread();
        });
    QTRY_COMPARE(continued, QThread::currentThread());
}

void TstSessionThread::anErrorInOpeningIsTheResult()
{
    SessionThread thread(m_settings, SessionRole::Browse);
    const auto look = [&thread] { return thread.run([](Session &session, const std::stop_token &) { return session.query(u"SELECT 1"_s); }); };
    const auto missing = look();
    QTRY_VERIFY(missing.isFinished());
    VERIFY_ERROR(missing.result(), ErrorKind::Unreachable);
    VERIFY_RESULT((*Session::open(m_settings, SessionRole::Run))->execute(statementOf(u"CREATE TABLE t (x)"_s)));
    const auto found = look();
    QTRY_VERIFY(found.isFinished());
    VERIFY_RESULT(found.result());
}

void TstSessionThread::cancelStopsWhatIsInFlight()
{
    SessionThread thread(m_settings, SessionRole::Run);
    std::atomic<bool> begun = false;
    const auto future = thread.run([&begun](Session &session, const std::stop_token &) {
        begun = true;
        return session.query(endless);
    });
    QTRY_VERIFY(begun);
    QElapsedTimer timer;
    timer.start();
    thread.cancel();
    QVERIFY(timer.elapsed() < 100);
    QTRY_VERIFY(future.isFinished());
    VERIFY_ERROR(future.result(), ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 1000);
}

void TstSessionThread::cancelStopsWhatIsQueued()
{
    SessionThread thread(m_settings, SessionRole::Run);
    const auto first = thread.run([](Session &session, const std::stop_token &) { return session.query(endless); });
    std::atomic<bool> ran = false;
    const auto second = thread.run([&ran](Session &session, const std::stop_token &) {
        ran = true;
        return session.query(u"SELECT 1"_s);
    });
    thread.cancel();
    QTRY_VERIFY(first.isFinished() && second.isFinished());
    VERIFY_ERROR(first.result(), ErrorKind::Cancelled);
    VERIFY_ERROR(second.result(), ErrorKind::Cancelled);
    QVERIFY(!ran);
}

void TstSessionThread::workAfterACancelRuns()
{
    SessionThread thread(m_settings, SessionRole::Run);
    for (int round = 0; round < 20; ++round) {
        const auto cancelled = thread.run([](Session &session, const std::stop_token &) { return session.query(endless); });
        thread.cancel();
        const auto next = thread.run([](Session &session, const std::stop_token &stop) -> Result<Rows> {
            if (stop.stop_requested())
                return failure(ErrorKind::Io, u"the next piece of work was hit"_s);
            return session.query(u"SELECT 1"_s);
        });
        QTRY_VERIFY(cancelled.isFinished() && next.isFinished());
        VERIFY_ERROR(cancelled.result(), ErrorKind::Cancelled);
        VERIFY_RESULT(next.result());
    }
}

void TstSessionThread::destroyingCancelsAndDrops()
{
    auto thread = std::make_unique<SessionThread>(m_settings, SessionRole::Run);
    std::atomic<bool> begun = false;
    const auto first = thread->run([&begun](Session &session, const std::stop_token &) {
        begun = true;
        return session.query(endless);
    });
    const auto second = thread->run([](Session &session, const std::stop_token &) { return session.query(u"SELECT 1"_s); });
    QTRY_VERIFY(begun);
    QElapsedTimer timer;
    timer.start();
    thread.reset();
    QVERIFY(timer.elapsed() < 1000);
    QVERIFY(first.isFinished());
    VERIFY_ERROR(first.result(), ErrorKind::Cancelled);
    QVERIFY(second.isFinished());
    QVERIFY(second.isCanceled());
}

void TstSessionThread::aClosedPaneIsSafe()
{
    SessionThread thread(m_settings, SessionRole::Run);
    bool continued = false;
    auto pane = std::make_unique<QObject>();
    auto future = thread.run([](Session &session, const std::stop_token &) { return session.query(u"SELECT 1"_s); });
    auto chained = future.then(pane.get(), [&continued](const Result<Rows> &) { continued = true; });
    pane.reset();
    QTRY_VERIFY(future.isFinished());
    QTRY_VERIFY(chained.isFinished());
    QVERIFY(!continued);
}

void TstSessionThread::aLostSessionIsOpenedAgain()
{
    auto &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    SessionThread thread(settings, SessionRole::Run);
    const auto look = [&thread] {
        return thread.run([](Session &session, const std::stop_token &) { return session.query(u"SELECT pg_backend_pid() AS pid"_s); });
    };
    const auto first = look();
    QTRY_VERIFY(first.isFinished());
    VERIFY_RESULT(first.result());
    const qlonglong pid = first.result()->number(0, u"pid");
    VERIFY_RESULT((*Session::open(settings, SessionRole::Run))->query(u"SELECT pg_terminate_backend(?, 5000)"_s, {pid}));
    const auto lost = look();
    QTRY_VERIFY(lost.isFinished());
    VERIFY_ERROR(lost.result(), ErrorKind::ConnectionLost);
    const auto again = look();
    QTRY_VERIFY(again.isFinished());
    VERIFY_RESULT(again.result());
    QVERIFY(again.result()->number(0, u"pid") != pid);
}

void TstSessionThread::destroyingDoesNotWaitForADeadServer()
{
    QTcpServer silent; // accepts connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    auto settings = *ConnectionSettings::fromUrl(u"postgresql://x@127.0.0.1:%1/shop"_s.arg(silent.serverPort()), QDir());
    settings.connectTimeout = 2s;
    auto thread = std::make_unique<SessionThread>(settings, SessionRole::Browse);
    const auto future = thread->run([](Session &session, const std::stop_token &) { return session.query(u"SELECT 1"_s); });
    QTRY_VERIFY(silent.hasPendingConnections());
    QElapsedTimer timer;
    timer.start();
    thread.reset();
    QVERIFY(timer.elapsed() < 500);
    QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 10'000); // the thread ends by itself
    VERIFY_ERROR(future.result(), ErrorKind::Unreachable);
}

WHIMBREL_TEST(TstSessionThread)
#include "tst_sessionthread.moc"
