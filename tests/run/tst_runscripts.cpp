// SPDX-License-Identifier: GPL-3.0-or-later
#include "scriptedproject.h"
#include "test.h"

#include <QElapsedTimer>

#include <algorithm>
#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// Scripts of many small statements, which are sent together.
class TstRunScripts : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsOfEachStatement();
    void failsAtItsStatement();
    void stopsWhereItIsToldOfAStatement();
    void timesEachStatementByItself();
};

namespace {

constexpr int rows = 1'000;

/// A table, then a row in each line from the second on.
QString inserts(int count)
{
    QString script = u"CREATE TABLE one (id integer primary key, name text);\n"_s;
    for (int i = 1; i <= count; ++i)
        script += u"INSERT INTO one VALUES (%1, 'Name %1');\n"_s.arg(i);
    return script;
}

/// An INSERT of one row that takes its time.
QString slowInsert(const QString &steps)
{
    return u"INSERT INTO one SELECT NULL, count(*) FROM (WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n %1) SELECT * FROM n);\n"_s
        .arg(steps);
}

} // namespace

void TstRunScripts::tellsOfEachStatement()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, inserts(rows));
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(outcome->statementsDone, rows + 1);
    QList<RunEvent> events = project.events();
    events.removeIf([](const RunEvent &event) { return event.statement == 0; });
    QCOMPARE(events.size(), 2 * (rows + 1));
    QVERIFY(std::ranges::is_sorted(events, {}, &RunEvent::at));
    for (int i = 0; i <= rows; ++i) {
        const RunEvent &started = events[2 * i];
        const RunEvent &finished = events[2 * i + 1];
        QCOMPARE(started.kind, RunEvent::Kind::StatementStarted);
        QCOMPARE(finished.kind, RunEvent::Kind::StatementFinished);
        for (const RunEvent &event : {started, finished}) {
            QCOMPARE(event.version, u"1"_s);
            QCOMPARE(event.statement, i + 1);
            QCOMPARE(event.statementCount, rows + 1);
            QCOMPARE(event.line, i + 2); // below the marker
        }
        QVERIFY2(i == 0 || started.sql == u"INSERT INTO one VALUES (%1, 'Name %1')"_s.arg(i), qPrintable(started.sql));
        QCOMPARE(started.elapsedMs, -1);
        QCOMPARE(finished.sql, QString());
        QCOMPARE_GE(finished.elapsedMs, 0);
        QCOMPARE(finished.rows, i == 0 ? -1 : 1);
    }
}

void TstRunScripts::failsAtItsStatement()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, inserts(rows / 2) + u"INSERT INTO one VALUES (7, 'again');\n"_s + u"INSERT INTO one VALUES (0, 'never');\n"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Statement);
    QCOMPARE(outcome.error().position.line, rows / 2 + 3);
    const auto last = std::ranges::find(project.events(), RunEvent::Kind::MigrationFailed, &RunEvent::kind);
    QVERIFY(last != project.events().end());
    QCOMPARE(last->statement, rows / 2 + 2);
    QCOMPARE(project.tables(), QStringList());
}

/// On the run's own thread, which has more of them in hand.
void TstRunScripts::stopsWhereItIsToldOfAStatement()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, inserts(rows));
    std::stop_source stop;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementFinished && event.statement == rows / 2)
            stop.request_stop();
    });
    QElapsedTimer timer;
    timer.start();
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE_LT(timer.elapsed(), 5'000); // a cancel waits for ten seconds for what does not end
    const auto finished = std::ranges::count(project.events(), RunEvent::Kind::StatementFinished, &RunEvent::kind);
    QCOMPARE(finished, rows / 2);
    QCOMPARE(project.tables(), QStringList());
}

void TstRunScripts::timesEachStatementByItself()
{
    ScriptedProject project;
    project.add(u"1"_s, u"one"_s, inserts(1) + slowInsert(u"LIMIT 1000000"_s) + slowInsert({}));
    std::stop_source stop;
    std::jthread canceller;
    QElapsedTimer sinceSecond;
    qint64 second = -1;
    qint64 third = -1;
    qint64 most = -1;
    project.setObserver([&](const RunEvent &event) {
        if (event.kind == RunEvent::Kind::StatementStarted && event.statement == 3)
            sinceSecond.start();
        else if (event.kind == RunEvent::Kind::StatementFinished && event.statement == 3)
            second = event.elapsedMs;
        if (event.kind != RunEvent::Kind::Progress || event.statement != 4 || third >= 0)
            return;
        third = event.elapsedMs;
        most = sinceSecond.elapsed() - second;
        canceller = std::jthread([&] { stop.request_stop(); });
    });
    const Result<RunOutcome> outcome = project.run({}, stop.get_token());
    QVERIFY(!outcome);
    QCOMPARE(outcome.error().kind, ErrorKind::Cancelled);
    QCOMPARE_GE(second, 20);
    QCOMPARE_GE(third, 1'000);
    QCOMPARE_LE(third, most + 10); // rounded
}

WHIMBREL_TEST(TstRunScripts)
#include "tst_runscripts.moc"
