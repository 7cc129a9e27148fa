// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/runlock.h"
#include "test.h"

#include <QTcpServer>
#include <QTcpSocket>

#include <future>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What needs no server: tst_runpostgresql and tst_runmariadb see who holds the lock.
class TstRunLock : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void aStopIsNotKeptWaitingByADeadServer_data();
    void aStopIsNotKeptWaitingByADeadServer();
};

void TstRunLock::aStopIsNotKeptWaitingByADeadServer_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::newRow("PostgreSQL") << Dialect::PostgreSql;
    QTest::newRow("MariaDB") << Dialect::MariaDb;
}

void TstRunLock::aStopIsNotKeptWaitingByADeadServer()
{
    QFETCH(const Dialect, dialect);
    QTcpServer silent; // accepts and never answers
    QVERIFY(silent.listen(QHostAddress::LocalHost));
    ConnectionSettings settings;
    settings.dialect = dialect;
    settings.host = u"127.0.0.1"_s;
    settings.port = silent.serverPort();
    settings.user = u"anna"_s;
    settings.database = u"shop"_s;
    settings.connectTimeout = std::chrono::seconds(30);

    std::stop_source stop;
    auto lock = std::async(std::launch::async, [&] { return RunLock::acquire(settings, u"schema_migrations"_s, stop.get_token()); });
    QVERIFY(silent.waitForNewConnection(10'000)); // now it is connecting
    stop.request_stop();
    const bool atOnce = lock.wait_for(std::chrono::seconds(1)) == std::future_status::ready;
    silent.close();
    delete silent.nextPendingConnection(); // which ends the connecting that was given up
    QVERIFY(atOnce);
    const Result<std::unique_ptr<RunLock>> taken = lock.get();
    QVERIFY(!taken);
    QCOMPARE(taken.error().kind, ErrorKind::Cancelled);
}

WHIMBREL_TEST(TstRunLock)
#include "tst_runlock.moc"
