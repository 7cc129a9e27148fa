// SPDX-License-Identifier: GPL-3.0-or-later
#include "databases.h"
#include "test.h"

#include <QElapsedTimer>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ScriptedProject;

/// A run that is stopped while what records its migration waits for somebody who holds the history.
class TstStoppedRecord : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void endsTheWait_data();
    void endsTheWait();
};

namespace {

const QString historyRow = u"INSERT INTO schema_migrations (version) VALUES ('1')"_s;

/// Whether the run waits for the row that somebody else has written and not committed.
QString waitsForRow(Dialect dialect)
{
    if (dialect == Dialect::PostgreSql)
        return u"SELECT count(*) FROM pg_locks WHERE locktype = 'transactionid' AND NOT granted AND pid IN "
               "(SELECT pid FROM pg_stat_activity WHERE datname = current_database())"_s;
    return u"SELECT count(*) FROM information_schema.innodb_trx WHERE trx_state = 'LOCK WAIT' AND trx_query LIKE 'INSERT INTO%schema_migrations%'"_s;
}

} // namespace

void TstStoppedRecord::endsTheWait_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("singleTransaction");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb}) {
        const auto add = [&](const char *name, const QString &options, bool single) {
            QTest::newRow(qPrintable(dialectId(dialect) + u", "_s + QLatin1StringView(name))) << dialect << options << single;
        };
        add("in a transaction", {}, false);
        add("without one", u"transaction:false"_s, false);
        if (dialect == Dialect::PostgreSql)
            add("in the whole run's", {}, true);
    }
}

void TstStoppedRecord::endsTheWait()
{
    REQUIRE_SERVERS();
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, options);
    QFETCH(const bool, singleTransaction);
    ScriptedProject project = Test::projectOn(dialect);
    project.execute({u"CREATE TABLE schema_migrations (version varchar(255) PRIMARY KEY)"_s, u"CREATE TABLE t (n integer)"_s,
                     u"INSERT INTO t VALUES (1)"_s});
    project.add(u"1"_s, u"one"_s, u"UPDATE t SET n = n + 1;"_s, {}, options);
    const auto other = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(other->begin());
    QVERIFY(other->query(historyRow));

    std::stop_source stop;
    QElapsedTimer sinceStop;
    std::jthread stopper;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished)
            stopper = std::jthread([&] {
                project.waitFor(waitsForRow(dialect));
                sinceStop.start();
                stop.request_stop();
            });
    });
    RunRequest request;
    request.singleTransaction = singleTransaction;
    const Result<RunOutcome> outcome = project.run(request, stop.get_token());
    const qint64 elapsed = sinceStop.elapsed();
    stopper.join();
    project.setObserver({});
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().kind == ErrorKind::Cancelled, qPrintable(Test::text(outcome)));
    QCOMPARE_LT(elapsed, 1'000); // the lock's own limit is two seconds
    QCOMPARE(project.applied(), QStringList());

    QVERIFY(other->rollback());
    const Result<RunOutcome> again = project.run(request);
    QVERIFY2(again, qPrintable(Test::text(again)));
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.query(u"SELECT n FROM t"_s).number(0, u"n"), 2); // once
}

WHIMBREL_TEST(TstStoppedRecord)
#include "tst_stoppedrecord.moc"
