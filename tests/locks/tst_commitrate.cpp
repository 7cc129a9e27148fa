// SPDX-License-Identifier: GPL-3.0-or-later
#include "blockedclients.h"
#include "locks/history/commitrate.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "samplertest.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstCommitRate : public SamplerTest
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { closeMonitor(); }
    void postgreSql();
    void mariaDb();
    void sqliteTellsNone();

private:
    void countsCommits(const ConnectionSettings &settings, double countedAtMost);
};

/// As many transactions as go between two readings, with nobody else on the server but what is left of other tests. The
/// server counts each of them up to `countedAtMost` times.
void TstCommitRate::countsCommits(const ConnectionSettings &settings, double countedAtMost)
{
    openMonitor(settings);
    BlockedClients clients(settings);
    clients.run(u"writer"_s, u"CREATE TABLE busy (id int)"_s);
    CommitRate rate;
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!rate.ask(*m_monitor));
    int commits = 0;
    while (!rate.ask(*m_monitor) && timer.elapsed() < 10'000) {
        clients.run(u"writer"_s, u"BEGIN"_s);
        clients.run(u"writer"_s, u"INSERT INTO busy VALUES (1)"_s);
        clients.run(u"writer"_s, u"COMMIT"_s);
        ++commits;
    }
    QVERIFY(timer.elapsed() >= CommitRate::readEvery.count());
    QVERIFY(rate.ask(*m_monitor));
    const double told = *rate.ask(*m_monitor);
    const double real = commits * 1000.0 / static_cast<double>(timer.elapsed());
    // PostgreSQL's sessions report at most once a second: up to half of what happened may still be missing.
    QVERIFY2(told > real * 0.3 && told < real * countedAtMost * 1.7 + 50, qPrintable(u"told %1, real %2"_s.arg(told).arg(real)));
}

void TstCommitRate::postgreSql()
{
    REQUIRE_SERVER(PostgresServer::shared());
    countsCommits(PostgresServer::shared().settings(), 1);
}

void TstCommitRate::mariaDb()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    countsCommits(MariaDbServer::shared().settings(), 4); // statement and transaction, engine and binary log
}

void TstCommitRate::sqliteTellsNone()
{
    const QTemporaryDir folder;
    ConnectionSettings settings;
    settings.dialect = Dialect::SQLite;
    settings.database = folder.filePath(u"shop.db"_s);
    QVERIFY(Session::open(settings, SessionRole::Run)); // makes it
    openMonitor(settings);
    CommitRate rate;
    QVERIFY(!rate.ask(*m_monitor));
    QVERIFY(!rate.ask(*m_monitor));
}

WHIMBREL_TEST(TstCommitRate)
#include "tst_commitrate.moc"
