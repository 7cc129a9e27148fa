// SPDX-License-Identifier: GPL-3.0-or-later
#include "sessiontest.h"

#include "scripts.h"

#include <QElapsedTimer>
#include <QTcpServer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel::Test {

std::unique_ptr<Session> SessionTest::open(SessionRole role)
{
    auto session = Session::open(m_settings, role);
    if (!session) {
        QTest::qFail(qPrintable(session.error().toString()), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*session);
}

std::jthread SessionTest::cancelSoon(const Session &session, std::chrono::microseconds delay)
{
    return std::jthread([canceller = session.canceller(), delay] {
        std::this_thread::sleep_for(delay);
        canceller->cancel();
    });
}

void SessionTest::checkCancelsAtOnce(const QString &slow, const QString &next)
{
    const auto session = open();
    QVERIFY(session);
    for (int round = 0; round < 3; ++round) {
        auto canceller = cancelSoon(*session);
        QElapsedTimer timer;
        timer.start();
        const auto outcome = session->execute(statementOf(slow));
        canceller.join();
        VERIFY_ERROR(outcome, ErrorKind::Cancelled);
        QVERIFY(timer.elapsed() < 1000);
        VERIFY_ERROR(session->query(u"SELECT 1"_s), ErrorKind::Cancelled);
        session->canceller()->clear();
        VERIFY_RESULT(session->query(next));
    }
}

void SessionTest::checkCancelsAWait(const QString &statement)
{
    const auto session = open();
    QVERIFY(session);
    VERIFY_RESULT(session->setGuards({.lockTimeout = 0ms})); // without bound
    const auto canceller = cancelSoon(*session);
    QElapsedTimer timer;
    timer.start();
    VERIFY_ERROR(session->execute(statementOf(statement)), ErrorKind::Cancelled);
    QVERIFY(timer.elapsed() < 1000);
}

void SessionTest::checkNobodyListens(const QString &scheme)
{
    const auto settings = ConnectionSettings::fromUrl(scheme + u"://x@127.0.0.1:1/shop"_s, QDir());
    QElapsedTimer timer;
    timer.start();
    VERIFY_ERROR(Session::open(*settings, SessionRole::Run), ErrorKind::Unreachable);
    QVERIFY(timer.elapsed() < 2000);
}

void SessionTest::checkSilentServer(const QString &scheme)
{
    QTcpServer silent; // accepts connections and says nothing
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    auto settings = *ConnectionSettings::fromUrl(u"%1://x@127.0.0.1:%2/shop"_s.arg(scheme).arg(silent.serverPort()), QDir());
    settings.connectTimeout = 1s;
    QElapsedTimer timer;
    timer.start();
    VERIFY_ERROR(Session::open(settings, SessionRole::Run), ErrorKind::Unreachable);
    QVERIFY(timer.elapsed() < 6000);
}

void SessionTest::checkManyStatements(std::chrono::milliseconds bound)
{
    const auto session = open();
    QVERIFY(session);
    VERIFY_RESULT(session->begin());
    VERIFY_RESULT(session->execute(statementOf(u"CREATE TABLE t (id integer PRIMARY KEY, name text)"_s)));
    QElapsedTimer timer;
    timer.start();
    for (int i = 0; i < 50'000; ++i)
        VERIFY_RESULT(session->execute(statementOf(u"INSERT INTO t (id, name) VALUES (%1, 'customer number %1')"_s.arg(i))));
    qInfo("50,000 INSERTs: %lld ms", timer.elapsed());
    VERIFY_RESULT(session->commit());
    QCOMPARE(session->query(u"SELECT count(*) AS n FROM t"_s)->number(0, u"n"), 50'000);
    QVERIFY(timer.durationElapsed() < bound);
}

} // namespace Whimbrel::Test
