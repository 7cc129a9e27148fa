// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/releasestore.h"
#include "checklist/releasereport.h"
#include "releasebuilder.h"
#include "test.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::probeAnswer;
using Test::smallChecklist;
using State = ProbeResult::State;

class TstReleaseGate : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void letsUnprotectedTargetsThrough();
    void wantsAnOpenReleaseOfThatEnvironment();
    void wantsBeforeComplete();
    void overrideOpensIt();
    void oldEvidenceDoesNotCount_data();
    void oldEvidenceDoesNotCount();
    void unreadableLineClosesIt();
    void recordsRuns();
    void recordsIncidents();

private:
    Result<> gate() const { return checkReleaseGate(QDir(m_folder->path()), m_target); }
    QString startComplete(const QDateTime &probedAt = QDateTime::currentDateTimeUtc());

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<ReleaseStore> m_store;
    Target m_target;
};

void TstReleaseGate::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<ReleaseStore>(QDir(m_folder->path()), u"anna@laptop"_s);
    m_target = {};
    m_target.environment = u"production"_s;
    m_target.isProtected = true;
}

QString TstReleaseGate::startComplete(const QDateTime &probedAt)
{
    const QString id = m_store->start(u"production"_s, smallChecklist())->id;
    const QList<ReleaseEvent> events{ReleaseEvent::ticked(u"staging"_s), ReleaseEvent::ticked(u"told"_s),
                                     ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed, probedAt))};
    for (const ReleaseEvent &event : events) {
        if (!m_store->append(id, event))
            return {};
    }
    return id;
}

void TstReleaseGate::letsUnprotectedTargetsThrough()
{
    m_target.isProtected = false;
    QVERIFY(gate());
}

void TstReleaseGate::wantsAnOpenReleaseOfThatEnvironment()
{
    Result<> result = gate();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QVERIFY(result.error().hint.contains(u"release start -e production"_s));

    QVERIFY(!startComplete().isEmpty());
    QVERIFY(gate());
    m_target.environment = u"production-eu"_s;
    QVERIFY(!gate());
    m_target.environment.clear(); // reached through -d
    QVERIFY(!gate());
    m_target.environment = u"production"_s;
    QVERIFY(m_store->append((*m_store->current(u"production"_s))->id, ReleaseEvent::closedWith()));
    QVERIFY(!gate());
}

void TstReleaseGate::wantsBeforeComplete()
{
    const QString id = startComplete();
    QVERIFY(gate());
    QVERIFY(m_store->append(id, ReleaseEvent::unticked(u"told"_s)));
    QVERIFY(m_store->append(id, ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Unknown))));
    const Result<> result = gate();
    QVERIFY(!result);
    QCOMPARE(result.error().kind, ErrorKind::Refused);
    QVERIFY(result.error().detail.contains(u"Told (told): not ticked"_s));
    QVERIFY(result.error().detail.contains(u"Backup (backup): unknown"_s));
    QVERIFY(!result.error().detail.contains(u"Tested"_s));
    QVERIFY(result.error().hint.contains(u"override before"_s));
}

void TstReleaseGate::overrideOpensIt()
{
    const QString id = m_store->start(u"production"_s, smallChecklist())->id;
    QVERIFY(!gate());
    QVERIFY(m_store->append(id, ReleaseEvent::overridden(ReleasePhase::Before, u"the disk is filling up"_s)));
    QVERIFY(gate());
}

void TstReleaseGate::oldEvidenceDoesNotCount_data()
{
    QTest::addColumn<int>("secondsAgo");
    QTest::addColumn<bool>("open");
    QTest::newRow("now") << 0 << true;
    QTest::newRow("nine minutes") << 9 * 60 << true;
    QTest::newRow("eleven minutes") << 11 * 60 << false;
    QTest::newRow("a clock half a minute ahead") << -30 << true;
    QTest::newRow("a clock an hour ahead") << -3600 << false;
}

void TstReleaseGate::oldEvidenceDoesNotCount()
{
    QFETCH(int, secondsAgo);
    QFETCH(bool, open);
    const QString id = startComplete(QDateTime::currentDateTimeUtc().addSecs(-secondsAgo));
    const Result<> result = gate();
    QCOMPARE(result.has_value(), open);
    if (open)
        return;
    QVERIFY(result.error().detail.contains(u"Backup (backup)"_s));
    QVERIFY(result.error().hint.contains(u"check --phase before"_s));
    QVERIFY(m_store->append(id, ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed))));
    QVERIFY(gate());
}

void TstReleaseGate::unreadableLineClosesIt()
{
    const QString id = startComplete();
    const QString path = m_store->folder(id).filePath(u"ben@desk.jsonl"_s);
    QFile log(path);
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("{\"v\":9}\n");
    log.close();
    const Result<> result = gate();
    QVERIFY(!result);
    QVERIFY(result.error().detail.contains(u"ben@desk.jsonl:1"_s));
    QVERIFY(QFile::remove(path));
    QVERIFY(gate());
    // A line that was cut short was never confirmed to anybody.
    QVERIFY(log.open(QIODevice::WriteOnly));
    log.write("{\"v\":1,\"id\":");
    log.close();
    QVERIFY(gate());
}

void TstReleaseGate::recordsRuns()
{
    const QDir project(m_folder->path());
    QVERIFY(recordRunInRelease(project, u"production"_s, u"nowhere to note"_s));
    const QString id = startComplete();
    QVERIFY(recordRunInRelease(project, u"production"_s, u"up: 3 applied"_s));
    QCOMPARE(m_store->read(id)->events.constLast().text, u"up: 3 applied"_s);
}

void TstReleaseGate::recordsIncidents()
{
    const QJsonObject facts{{u"since"_s, u"2026-11-22T03:04:05.000Z"_s},
                            {u"until"_s, u"2026-11-22T03:04:17.000Z"_s},
                            {u"waiting"_s, 2},
                            {u"tree"_s, u"4711 shop-api  blocks 2 sessions\n  4720  waits for *all* of `users`\n"_s}};
    const QDir project(m_folder->path());
    const ReleaseEvent event = ReleaseEvent::incidentSeen(u"2 sessions waited up to 12 s behind 4711 shop-api."_s, facts);
    QVERIFY(recordInRelease(project, u"production"_s, event));
    const QString id = startComplete();
    QVERIFY(recordInRelease(project, u"production"_s, event));
    const Release release = *m_store->read(id);
    QCOMPARE(release.events.constLast().kind, ReleaseEvent::Kind::Incident);
    QCOMPARE(release.events.constLast().incident, facts);
    QVERIFY(gate()); // it changes nothing else

    const QString markdown = releaseToMarkdown(release, u"shop"_s);
    QVERIFY2(markdown.contains(u"\n## Waits for locks\n\n- 2026-11-22 "_s), qPrintable(markdown));
    QVERIFY2(markdown.contains(u": 2 sessions waited up to 12 s behind 4711 shop-api.\n\n"
                               "      4711 shop-api  blocks 2 sessions\n        4720  waits for *all* of `users`\n"_s), qPrintable(markdown));
    const QJsonArray incidents = releaseToJson(release)[u"incidents"].toArray();
    QCOMPARE(incidents.size(), 1);
    QVERIFY(!incidents[0][u"by"].toString().isEmpty());
    QCOMPARE(incidents[0][u"waiting"].toInt(), 2);
}

WHIMBREL_TEST(TstReleaseGate)
#include "tst_releasegate.moc"
