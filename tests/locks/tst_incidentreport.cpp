// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"
#include "report/incidentreport.h"
#include "report/locksreport.h"
#include "test.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstIncidentReport : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void summaries_data();
    void summaries();
    void textTellsTheWholeStory();
    void jsonHasTheFactsAndTheLocks();
    void recordLeavesTheDataOut();
    void recordOfACrowdIsShort();
    void literals_data();
    void literals();
};

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(3, 4, 5), QTimeZone::UTC);

/// One look at `drawing`, of an incident that lasted twelve seconds.
Incident incidentOf(const QString &drawing)
{
    LockSample sample = sampleFromDrawing(drawing);
    sample.takenAt = start.addSecs(10);
    for (LockEdge &edge : sample.edges) {
        edge.target = u"users"_s;
        edge.wants = u"AccessShareLock"_s;
    }
    IncidentWatch watch;
    watch.take(sample, buildBlockingTree(sample));
    Incident incident = *watch.current();
    incident.since = start;
    incident.until = start.addSecs(12);
    return incident;
}

/// Plurals are the translation's: what is left to check is the same with any.
QString withoutPlurals(QString text)
{
    static const QRegularExpression plural(u"session(\\(s\\)|s)"_s);
    return text.replace(plural, u"session"_s);
}

} // namespace

void TstIncidentReport::summaries_data()
{
    QTest::addColumn<QString>("drawing");
    QTest::addColumn<QString>("expected");
    QTest::newRow("one behind one") << u"1 <- 2@2000"_s << u"1 session waited up to 2.0 s behind 1."_s;
    QTest::newRow("behind two") << u"1 <- 2@2000 4@10\n3 <- 5@1"_s << u"3 session waited up to 2.0 s behind 1 and 1 more."_s;
    QTest::newRow("nobody knows whom") << u"? <- 2@2000"_s << u"1 session waited up to 2.0 s."_s;
    QTest::newRow("because of us") << u"*1 <- 2@500 3@200"_s << u"2 session waited up to 500 ms, because of this run."_s;
    QTest::newRow("because of us and another") << u"1 <- *2@700 <~ 3@500"_s
                                               << u"2 session waited up to 700 ms, also because of this run; first in the way was 1."_s;
}

void TstIncidentReport::summaries()
{
    QFETCH(QString, drawing);
    QTEST(withoutPlurals(incidentSummary(incidentOf(drawing))), "expected");
}

void TstIncidentReport::textTellsTheWholeStory()
{
    Incident incident = incidentOf(u"1 <- 2@2000"_s);
    QCOMPARE(withoutPlurals(incidentText(incident)), u"From 2026-11-22 03:04:05 UTC until 2026-11-22 03:04:17 UTC.\n"
                                     "1 session waited up to 2.0 s behind 1.\n"
                                     "At its worst, 2026-11-22 03:04:15 UTC:\n"
                                     "1 waiting, the longest for 2.0 s\n"
                                     "1  blocks 1 session\n"
                                     "  2  waits for AccessShareLock on users  waited 2.0 s\n"_s);
    QCOMPARE(incidentDuration(incident, start.addYears(1)), u"12 s"_s);
    incident.cutShort = true;
    QVERIFY(incidentText(incident).startsWith(u"From 2026-11-22 03:04:05 UTC until at least 2026-11-22 03:04:17 UTC, when the locks were watched no more.\n"_s));
    incident.until = {};
    QVERIFY(incidentText(incident).startsWith(u"Since 2026-11-22 03:04:05 UTC.\n"_s));
    QCOMPARE(incidentDuration(incident, start.addSecs(90)), u"1 min"_s);
}

void TstIncidentReport::jsonHasTheFactsAndTheLocks()
{
    const QJsonObject object = incidentJson(incidentOf(u"*1 <- 2@2000"_s));
    QCOMPARE(object[u"since"].toString(), u"2026-11-22T03:04:05.000Z"_s);
    QCOMPARE(object[u"until"].toString(), u"2026-11-22T03:04:17.000Z"_s);
    QCOMPARE(object[u"worstAt"].toString(), u"2026-11-22T03:04:15.000Z"_s);
    QCOMPARE(object[u"longestWaitMs"].toInt(), 2000);
    QCOMPARE(object[u"waiting"].toInt(), 1);
    QCOMPARE(object[u"waitingForUs"].toInt(), 1);
    QVERIFY(object[u"becauseOfUs"].toBool());
    QVERIFY(object[u"watchedToItsEnd"].toBool());
    QCOMPARE(object[u"locks"][u"edges"].toArray().size(), 1);
}

/// A release's log goes where the project goes.
void TstIncidentReport::recordLeavesTheDataOut()
{
    Incident incident = incidentOf(u"1 <- 2@2000"_s);
    incident.worst.sessions[0].query = u"UPDATE users SET mail = 'anna@example.com', age = 41 WHERE id = 7"_s;
    const QString tree = incidentRecord(incident, Dialect::PostgreSql)[u"tree"].toString();
    QVERIFY2(tree.contains(u"UPDATE users SET mail = ?, age = ? WHERE id = ?\n"_s), qPrintable(tree));
    QVERIFY2(!tree.contains(u"anna"_s), qPrintable(tree));
}

void TstIncidentReport::recordOfACrowdIsShort()
{
    QString drawing = u"1 <-"_s;
    for (int pid = 2; pid <= 500; ++pid)
        drawing += u" %1@2000"_s.arg(pid);
    const QJsonObject record = incidentRecord(incidentOf(drawing), Dialect::PostgreSql);
    const QStringList lines = record[u"tree"].toString().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 32);
    QCOMPARE(lines.first(), u"499 waiting, the longest for 2.0 s"_s);
    QCOMPARE(withoutPlurals(lines.last()), u"and 470 more session"_s);
    QCOMPARE(record[u"waiting"].toInt(), 499);
}

void TstIncidentReport::literals_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");
    QTest::newRow("texts and numbers") << u"SELECT * FROM t WHERE a = 'x' AND b > 1.5"_s << u"SELECT * FROM t WHERE a = ? AND b > ?"_s;
    QTest::newRow("names stay") << uR"(SELECT "a b" FROM t2)"_s << uR"(SELECT "a b" FROM t2)"_s;
    QTest::newRow("dollar quotes") << u"DO $$ secret $$"_s << u"DO ?"_s;
    QTest::newRow("comments can tell, too") << u"SELECT /* anna */ 1 -- ok"_s << u"SELECT   ?  "_s;
    QTest::newRow("cut in the middle") << u"SELECT 'anna and"_s << u"SELECT ?"_s;
    QTest::newRow("parameters stay") << u"SELECT $1"_s << u"SELECT $1"_s;
}

void TstIncidentReport::literals()
{
    QFETCH(QString, statement);
    QTEST(withoutLiterals(statement, Dialect::PostgreSql), "expected");
}

WHIMBREL_TEST(TstIncidentReport)
#include "tst_incidentreport.moc"
