// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/release.h"
#include "releasebuilder.h"
#include "test.h"

#include <QJsonDocument>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::probeAnswer;
using Test::ReleaseBuilder;
using State = ProbeResult::State;

class TstRelease : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void eventsSurviveJson();
    void keysOfTheLogAreStable();
    void refusesEventsItCannotUnderstand_data();
    void refusesEventsItCannotUnderstand();
    void isTheSameInAnyOrderAndWithDuplicates();
    void phasesOpenOneAfterTheOther();
    void overrideOpensTheNextPhase();
    void untickClosesTheNextPhaseAgain();
    void probeDecides_data();
    void probeDecides();
    void anotherAnswerVoidsTheTick();
    void unknownItemsAndMissingStartDoNoHarm();
    void ticksAreRefusedWithAReason();
    void closesOnlyWhenCompleteOrWithAReason();
};

void TstRelease::eventsSurviveJson()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::ticked(u"staging"_s, u"run 4711 \"green\"\nsecond line"_s))
        .add(ReleaseEvent::unticked(u"staging"_s))
        .add(ReleaseEvent::noted(u"Grüße"_s, u"told"_s))
        .add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Warning)))
        .add(ReleaseEvent::overridden(ReleasePhase::During, u"on the phone"_s))
        .add(ReleaseEvent::runRecorded(u"3 migrations applied"_s))
        .add(ReleaseEvent::closedWith());
    for (const ReleaseEvent &event : builder.events()) {
        const QByteArray line = QJsonDocument(event.toJson()).toJson(QJsonDocument::Compact);
        QVERIFY(!line.contains('\n'));
        const Result<ReleaseEvent> read = ReleaseEvent::fromJson(QJsonDocument::fromJson(line).object());
        QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
        QCOMPARE(read->toJson(), event.toJson());
        QCOMPARE(read->at.offsetFromUtc(), 3600);
    }
}

void TstRelease::keysOfTheLogAreStable()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::ticked(u"staging"_s, u"ok"_s));
    QCOMPARE(QJsonDocument(builder.events().constLast().toJson()).toJson(QJsonDocument::Compact),
             R"({"at":"2026-11-22T14:00:02.000+01:00","event":"ticked","id":"e0002","item":"staging","order":1795352402000,"text":"ok","v":1,"who":"anna@laptop"})"_ba);
}

void TstRelease::refusesEventsItCannotUnderstand_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("word");
    const QByteArray head = R"({"v":1,"id":"a","at":"2026-11-22T14:00:02.000+01:00","who":"anna@laptop",)";
    QTest::newRow("not ours") << QByteArray("{\"a\":1}") << u"not a line"_s;
    QTest::newRow("newer") << QByteArray("{\"v\":2}") << u"newer"_s;
    QTest::newRow("no id") << QByteArray("{\"v\":1}") << u"id"_s;
    QTest::newRow("kind") << QByteArray(head + R"("event":"danced"})") << u"danced"_s;
    QTest::newRow("no item") << QByteArray(head + R"("event":"ticked"})") << u"item"_s;
    QTest::newRow("phase") << QByteArray(head + R"("event":"overridden","phase":"later"})") << u"later"_s;
    QTest::newRow("probe state") << QByteArray(head + R"("event":"probed","item":"a","probe":{"state":"fine"}})") << u"fine"_s;
    QTest::newRow("probe time") << QByteArray(head + R"("event":"probed","item":"a","probe":{"state":"passed","at":"noon"}})") << u"noon"_s;
    QTest::newRow("no checklist") << QByteArray(head + R"("event":"started","environment":"x"})") << u"empty"_s;
}

void TstRelease::refusesEventsItCannotUnderstand()
{
    QFETCH(QByteArray, json);
    QFETCH(QString, word);
    const Result<ReleaseEvent> read = ReleaseEvent::fromJson(QJsonDocument::fromJson(json).object());
    QVERIFY(!read);
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
}

void TstRelease::isTheSameInAnyOrderAndWithDuplicates()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::ticked(u"staging"_s, u"first"_s))
        .add(ReleaseEvent::unticked(u"staging"_s))
        .add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed)), u"ben@desk"_s)
        .add(ReleaseEvent::ticked(u"staging"_s, u"again"_s), u"ben@desk"_s)
        .add(ReleaseEvent::overridden(ReleasePhase::Before, u"reason"_s));
    const Release expected = builder.release();
    QRandomGenerator random(42);
    for (int round = 0; round < 50; ++round) {
        QList<ReleaseEvent> events = builder.events() + builder.events();
        std::ranges::shuffle(events, random);
        const Release release = Release::fold(expected.id, events);
        QCOMPARE(release.items, expected.items);
        QCOMPARE(release.overrides, expected.overrides);
        QCOMPARE(release.events.size(), expected.events.size());
    }
    QCOMPARE(expected.item(u"staging"_s).by, u"ben@desk"_s);
    QCOMPARE(expected.item(u"staging"_s).note, u"again"_s);
}

void TstRelease::phasesOpenOneAfterTheOther()
{
    ReleaseBuilder builder;
    QCOMPARE(builder.release().phaseState(ReleasePhase::Before), PhaseState::Open);
    QCOMPARE(builder.release().phaseState(ReleasePhase::During), PhaseState::Locked);
    builder.add(ReleaseEvent::ticked(u"staging"_s)).add(ReleaseEvent::ticked(u"told"_s));
    QCOMPARE(builder.release().doneCount(ReleasePhase::Before), 2);
    QCOMPARE(builder.release().itemCount(ReleasePhase::Before), 3);
    QVERIFY(!builder.release().allowsRun());
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed)));
    QCOMPARE(builder.release().phaseState(ReleasePhase::Before), PhaseState::Complete);
    QVERIFY(builder.release().allowsRun());
    QCOMPARE(builder.release().phaseState(ReleasePhase::During), PhaseState::Open);
    QCOMPARE(builder.release().phaseState(ReleasePhase::After), PhaseState::Locked);
    builder.add(ReleaseEvent::ticked(u"watched"_s));
    QCOMPARE(builder.release().phaseState(ReleasePhase::After), PhaseState::Open);
    builder.add(ReleaseEvent::ticked(u"verified"_s));
    QCOMPARE(builder.release().phaseState(ReleasePhase::After), PhaseState::Complete);
    QVERIFY(builder.release().mayClose({}));
}

void TstRelease::overrideOpensTheNextPhase()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::overridden(ReleasePhase::Before, u"the disk is filling up"_s), u"ben@desk"_s);
    const Release release = builder.release();
    QCOMPARE(release.phaseState(ReleasePhase::Before), PhaseState::Overridden);
    QCOMPARE(release.phaseState(ReleasePhase::During), PhaseState::Open);
    QVERIFY(release.allowsRun());
    QCOMPARE(release.overrides.value(ReleasePhase::Before).reason, u"the disk is filling up"_s);
    QCOMPARE(release.overrides.value(ReleasePhase::Before).by, u"ben@desk"_s);
}

void TstRelease::untickClosesTheNextPhaseAgain()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::ticked(u"staging"_s))
        .add(ReleaseEvent::ticked(u"told"_s))
        .add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed)))
        .add(ReleaseEvent::unticked(u"told"_s, u"wrong channel"_s));
    QVERIFY(!builder.release().allowsRun());
    QCOMPARE(builder.release().phaseState(ReleasePhase::During), PhaseState::Locked);
}

void TstRelease::probeDecides_data()
{
    QTest::addColumn<int>("state");
    QTest::addColumn<bool>("ticked");
    QTest::addColumn<QString>("note");
    QTest::addColumn<bool>("done");
    const auto row = [](const char *name, State state, bool ticked, const QString &note, bool done) {
        QTest::newRow(name) << static_cast<int>(state) << ticked << note << done;
    };
    row("passed", State::Passed, false, {}, true);
    row("warning", State::Warning, false, {}, false);
    row("warning, ticked without a note", State::Warning, true, u" "_s, false);
    row("warning, answered for", State::Warning, true, u"known"_s, true);
    row("failed", State::Failed, false, {}, false);
    row("failed, ticked", State::Failed, true, u"never mind"_s, false);
    row("unknown", State::Unknown, false, {}, false);
    row("unknown, ticked without a note", State::Unknown, true, {}, false);
    row("unknown, answered for", State::Unknown, true, u"looked by hand"_s, true);
    row("by hand", State::Manual, false, {}, false);
    row("by hand, ticked", State::Manual, true, {}, true);
}

void TstRelease::probeDecides()
{
    QFETCH(int, state);
    QFETCH(bool, ticked);
    QFETCH(QString, note);
    QFETCH(bool, done);
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(static_cast<State>(state))));
    if (ticked)
        builder.add(ReleaseEvent::ticked(u"backup"_s, note));
    QCOMPARE(builder.release().item(u"backup"_s).done, done);
}

void TstRelease::anotherAnswerVoidsTheTick()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Warning)))
        .add(ReleaseEvent::ticked(u"backup"_s, u"25 hours are fine"_s))
        .add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Warning)));
    QVERIFY(builder.release().item(u"backup"_s).done);
    ReleaseBuilder unknown = builder;
    unknown.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Unknown)));
    QVERIFY(!unknown.release().item(u"backup"_s).done);
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Failed)))
        .add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Warning)));
    QVERIFY(!builder.release().item(u"backup"_s).done);
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Passed)));
    QVERIFY(builder.release().item(u"backup"_s).done);
}

void TstRelease::unknownItemsAndMissingStartDoNoHarm()
{
    ReleaseBuilder builder;
    builder.add(ReleaseEvent::ticked(u"of-tomorrow"_s));
    QCOMPARE(builder.release().items.size(), 5);
    const Release headless = Release::fold(u"x"_s, builder.events().sliced(1));
    QVERIFY(!headless.allowsRun());
    QCOMPARE(headless.phaseState(ReleasePhase::Before), PhaseState::Locked);
    QVERIFY(!Release::fold(u"x"_s, {}).allowsRun());
}

void TstRelease::ticksAreRefusedWithAReason()
{
    ReleaseBuilder builder;
    const auto kind = [&](const QString &item, const QString &note = {}) {
        const Result<> result = builder.release().mayTick(item, note);
        return result ? std::optional<ErrorKind>() : result.error().kind;
    };
    QCOMPARE(kind(u"staging"_s), std::nullopt);
    QCOMPARE(kind(u"nothing"_s), ErrorKind::Usage);
    QCOMPARE(kind(u"watched"_s), ErrorKind::Refused);         // locked
    QCOMPARE(kind(u"backup"_s, u"fine"_s), ErrorKind::Refused); // not probed
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Unknown)));
    QCOMPARE(kind(u"backup"_s), ErrorKind::Usage); // no note
    QCOMPARE(kind(u"backup"_s, u"looked"_s), std::nullopt);
    builder.add(ReleaseEvent::probed(u"backup"_s, probeAnswer(State::Failed)));
    QCOMPARE(kind(u"backup"_s, u"looked"_s), ErrorKind::Refused);
    QVERIFY(!builder.release().mayOverride(ReleasePhase::Before, u"  "_s));
    QVERIFY(!builder.release().mayOverride(ReleasePhase::After, u"reason"_s));
    QVERIFY(builder.release().mayOverride(ReleasePhase::Before, u"reason"_s));
    builder.add(ReleaseEvent::closedWith(u"given up"_s));
    QCOMPARE(kind(u"staging"_s), ErrorKind::Refused);
    QVERIFY(!builder.release().mayOverride(ReleasePhase::Before, u"reason"_s));
}

void TstRelease::closesOnlyWhenCompleteOrWithAReason()
{
    ReleaseBuilder builder;
    const Result<> refused = builder.release().mayClose({});
    QVERIFY(!refused);
    QVERIFY(refused.error().message.contains(u"Tested; Told; Backup; Watched; Verified"_s));
    QVERIFY(builder.release().mayClose(u"postponed"_s));
    builder.add(ReleaseEvent::closedWith(u"postponed"_s)).add(ReleaseEvent::overridden(ReleasePhase::Before, u"late"_s));
    QVERIFY(builder.release().closed);
    QVERIFY(!builder.release().allowsRun());
    QCOMPARE(builder.release().closedReason, u"postponed"_s);
}

WHIMBREL_TEST(TstRelease)
#include "tst_release.moc"
