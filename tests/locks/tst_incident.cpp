// SPDX-License-Identifier: GPL-3.0-or-later
#include "drawing.h"
#include "locks/history/incident.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstIncident : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void looks_data();
    void looks();
    void keepsItsWorstMoment();
    void watchingThatEndsCutsItShort();
    void limitsAreTheCallers();
};

namespace {

const QDateTime start(QDate(2026, 11, 22), QTime(3, 4, 5), QTimeZone::UTC);

/// Looks every 500 ms, each a drawing.
class Story
{
public:
    explicit Story(const IncidentLimits &limits = {}) : m_watch(limits) {}

    void look(const QString &drawing)
    {
        LockSample sample = sampleFromDrawing(drawing);
        sample.takenAt = start.addMSecs(m_looks++ * 500);
        if (const std::optional<Incident> ended = m_watch.take(sample, buildBlockingTree(sample)))
            m_ended << *ended;
    }
    IncidentWatch &watch() { return m_watch; }
    const QList<Incident> &ended() const { return m_ended; }

    /// "400..2500 waited 2100 waiting 1 for us 0": milliseconds from the first look.
    QString text() const
    {
        QStringList lines;
        for (const Incident &incident : m_ended)
            lines << textOf(incident);
        if (m_watch.current())
            lines << textOf(*m_watch.current());
        return lines.join(u'\n');
    }

private:
    static QString textOf(const Incident &one)
    {
        const auto ms = [](const QDateTime &time) { return time.isValid() ? QString::number(start.msecsTo(time)) : QString(); };
        QString text = u"%1..%2 waited %3 waiting %4 for us %5"_s.arg(ms(one.since), ms(one.until)).arg(one.longestWait.count())
                           .arg(one.waiting).arg(one.waitingForUs);
        if (one.becauseOfUs)
            text += u" our doing"_s;
        return text + (one.cutShort ? u" cut"_s : QString());
    }

    IncidentWatch m_watch;
    QList<Incident> m_ended;
    int m_looks = 0;
};

} // namespace

void TstIncident::looks_data()
{
    QTest::addColumn<QStringList>("drawings");
    QTest::addColumn<QString>("expected");
    const QString quiet;
    QTest::newRow("nobody waits") << QStringList{quiet, quiet} << QString();
    QTest::newRow("a short wait is none") << QStringList{u"1 <- 2@400"_s, u"1 <- 2@900"_s, quiet} << QString();
    QTest::newRow("exactly the limit is none") << QStringList{u"1 <- 2@1000"_s} << QString();
    QTest::newRow("goes on") << QStringList{u"1 <- 2@900"_s, u"1 <- 2@1400"_s} << u"-900.. waited 1400 waiting 1 for us 0"_s;
    QTest::newRow("over, once it has been quiet for a while")
        << QStringList{u"1 <- 2@1400"_s, u"1 <- 2@1900"_s, quiet, quiet, quiet, quiet, quiet} << u"-1400..1000 waited 1900 waiting 1 for us 0"_s;
    QTest::newRow("a hot row is one incident")
        << QStringList{u"1 <- 2@1400"_s, u"2 <- 3@200"_s, u"2 <- 3@700"_s, u"2 <- 3@1200"_s, quiet, quiet, quiet, quiet, quiet}
        << u"-1400..2000 waited 1400 waiting 1 for us 0"_s;
    QTest::newRow("two with time between")
        << QStringList{u"1 <- 2@1100"_s, quiet, quiet, quiet, quiet, quiet, u"1 <- 3@2200"_s}
        << u"-1100..500 waited 1100 waiting 1 for us 0\n800.. waited 2200 waiting 1 for us 0"_s;
    QTest::newRow("others because of us: the stall budget counts")
        << QStringList{u"*1 <- 2@150"_s} << u"-150.. waited 150 waiting 1 for us 1 our doing"_s;
    QTest::newRow("others because of us, within it") << QStringList{u"*1 <- 2@90"_s} << QString();
    QTest::newRow("we wait, those behind us wait because of us")
        << QStringList{u"1 <- *2@800 <~ 3@150"_s} << u"-800.. waited 800 waiting 2 for us 1 our doing"_s;
    QTest::newRow("we wait alone") << QStringList{u"1 <- *2@900"_s} << QString();
    QTest::newRow("we wait alone for too long") << QStringList{u"1 <- *2@1900"_s} << u"-1900.. waited 1900 waiting 1 for us 0"_s;
    QTest::newRow("our sessions wait for each other") << QStringList{u"*1 <- *2@900"_s} << QString();
    QTest::newRow("others wait long, those because of us do not")
        << QStringList{u"1 <- 2@900\n*3 <- 4@50"_s} << QString();
    QTest::newRow("behind a ring with one of ours")
        << QStringList{u"*1 <- 2@50\n2 <- *1@40\n2 <- 5@300"_s} << u"-300.. waited 300 waiting 3 for us 2 our doing"_s;
    QTest::newRow("not told how long: as long as we saw it")
        << QStringList{u"? <- 2"_s, u"? <- 2"_s, u"? <- 2"_s, u"? <- 2"_s} << u"0.. waited 1500 waiting 1 for us 0"_s;
    QTest::newRow("not told how long, always another one")
        << QStringList{u"? <- 2"_s, u"? <- 3"_s, u"? <- 4"_s, u"? <- 5"_s} << QString();
}

void TstIncident::looks()
{
    QFETCH(QStringList, drawings);
    QFETCH(QString, expected);
    Story story;
    for (const QString &drawing : std::as_const(drawings))
        story.look(drawing);
    QCOMPARE(story.text(), expected);
}

void TstIncident::keepsItsWorstMoment()
{
    Story story;
    story.look(u"1 <- 2@1100"_s);
    story.look(u"1 <- *2@1600 <~ 3@900 4@500"_s); // 3000 ms in sum
    story.look(u"1 <- *2@2100"_s);                // the longest wait, but 2100 in sum
    for (int i = 0; i < 5; ++i)
        story.look({});
    QCOMPARE(story.ended().size(), 1);
    const Incident incident = story.ended().first();
    QCOMPARE(incident.longestWait, 2100ms);
    QCOMPARE(incident.worstAt, start.addMSecs(500));
    QCOMPARE(incident.worst.takenAt, incident.worstAt);
    QCOMPARE(incident.worst.sessions.size(), 4);
    QCOMPARE(incident.waiting, 3);
    QCOMPARE(incident.waitingForUs, 2);
    QVERIFY(incident.becauseOfUs);
    QVERIFY(!incident.isOn());
}

void TstIncident::watchingThatEndsCutsItShort()
{
    Story story;
    QVERIFY(!story.watch().stop());
    story.look(u"1 <- 2@1100"_s);
    story.look(u"1 <- 2@1600"_s);
    const std::optional<Incident> cut = story.watch().stop();
    QVERIFY(cut && cut->cutShort);
    QCOMPARE(cut->until, start.addMSecs(500));
    QVERIFY(!story.watch().current());

    story.look(u"1 <- 2@1100"_s);
    story.look({});
    const std::optional<Incident> over = story.watch().stop();
    QVERIFY(over && !over->cutShort);
    QCOMPARE(over->until, start.addMSecs(1500));
}

void TstIncident::limitsAreTheCallers()
{
    Story patient({.anybody = 5s, .becauseOfUs = 300ms});
    patient.look(u"1 <- 2@4900\n*3 <- 4@200"_s);
    QVERIFY(!patient.watch().current());
    patient.watch().setLimits({.anybody = 4s, .becauseOfUs = 300ms});
    patient.look(u"1 <- 2@4900\n*3 <- 4@200"_s);
    QVERIFY(patient.watch().current());
}

WHIMBREL_TEST(TstIncident)
#include "tst_incident.moc"
