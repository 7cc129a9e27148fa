// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/checklisttemplate.h"
#include "checklist/probe.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstChecklistTemplate : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void standardHoldsTheListsOfTheMission();
    void everyProbeOfTheStandardExists();
    void survivesJson();
    void projectWithoutAFileGetsTheStandard();
    void projectExtendsTheStandard();
    void projectWritesItsOwn();
    void mistakesHaveALine_data();
    void mistakesHaveALine();

private:
    Result<ChecklistTemplate> load(const QByteArray &toml);
};

Result<ChecklistTemplate> TstChecklistTemplate::load(const QByteArray &toml)
{
    const QTemporaryDir folder;
    const QDir project(folder.path());
    project.mkpath(u".whimbrel"_s);
    QFile file(project.filePath(u".whimbrel/checklist.toml"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(toml) != toml.size())
        return failure(ErrorKind::Io, file.errorString());
    file.close();
    return ChecklistTemplate::load(project);
}

void TstChecklistTemplate::standardHoldsTheListsOfTheMission()
{
    const ChecklistTemplate standard = ChecklistTemplate::standard();
    const QMap<ReleasePhase, QStringList> mission{
        {ReleasePhase::Before, {u"tested-on-staging"_s, u"rollback-plan"_s, u"team-notified"_s, u"backup-verified"_s, u"off-peak-time"_s}},
        {ReleasePhase::During, {u"query-performance"_s, u"lock-contention"_s, u"progress"_s}},
        {ReleasePhase::After, {u"schema-verified"_s, u"application-health"_s, u"data-integrity"_s, u"documentation"_s}},
    };
    for (auto phase = mission.cbegin(); phase != mission.cend(); ++phase) {
        for (const QString &id : *phase) {
            const ChecklistItem *item = standard.item(id);
            QVERIFY2(item, qPrintable(id));
            QCOMPARE(item->phase, phase.key());
            QVERIFY2(!item->title.isEmpty() && !item->help.isEmpty(), qPrintable(id));
        }
    }
}

void TstChecklistTemplate::everyProbeOfTheStandardExists()
{
    QSet<QString> ids;
    for (const ChecklistItem &item : ChecklistTemplate::standard().items) {
        QVERIFY2(!ids.contains(item.id), qPrintable(item.id));
        ids.insert(item.id);
        if (!item.isManual())
            QVERIFY2(probe(item.probe), qPrintable(item.probe));
    }
    for (const auto &each : probes())
        QVERIFY(!each->title().isEmpty());
}

void TstChecklistTemplate::survivesJson()
{
    const ChecklistTemplate standard = ChecklistTemplate::standard();
    const Result<ChecklistTemplate> read = ChecklistTemplate::fromJson(standard.toJson());
    QVERIFY(read);
    QCOMPARE(*read, standard);
}

void TstChecklistTemplate::projectWithoutAFileGetsTheStandard()
{
    const QTemporaryDir folder;
    QCOMPARE(*ChecklistTemplate::load(QDir(folder.path())), ChecklistTemplate::standard());
}

void TstChecklistTemplate::projectExtendsTheStandard()
{
    const Result<ChecklistTemplate> read = load(R"(name = "Shop"
extends = "standard"
without = ["off-peak-time"]

[[before]]
id = "flag"
title = "Feature flag is off"
help = "See the dashboard"

[[before]]
id = "team-notified"
title = "Channel #releases told"

[[after]]
id = "spare"
title = "Connections are back to normal"
probe = "drift"
)");
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
    QCOMPARE(read->name, u"Shop"_s);
    QVERIFY(!read->item(u"off-peak-time"));
    QCOMPARE(read->item(u"flag")->help, u"See the dashboard"_s);
    QCOMPARE(read->item(u"team-notified")->title, u"Channel #releases told"_s);
    QCOMPARE(read->item(u"spare")->probe, u"drift"_s);
    QCOMPARE(read->items.size(), ChecklistTemplate::standard().items.size() + 1);
    QVERIFY(std::ranges::is_sorted(read->items, {}, &ChecklistItem::phase));
}

void TstChecklistTemplate::projectWritesItsOwn()
{
    const Result<ChecklistTemplate> read = load("[[before]]\nid = 'a'\ntitle = 'A'\n");
    QVERIFY(read);
    QCOMPARE(read->items.size(), 1);
    QVERIFY(read->items.constFirst().isManual());
}

void TstChecklistTemplate::mistakesHaveALine_data()
{
    QTest::addColumn<QByteArray>("toml");
    QTest::addColumn<int>("line");
    QTest::addColumn<QString>("word");
    QTest::newRow("syntax") << QByteArray("name = 'x'\nextends = \n") << 2 << QString();
    QTest::newRow("unknown key") << QByteArray("name = 'x'\ntitel = 'y'\n") << 2 << u"titel"_s;
    QTest::newRow("unknown key of an item") << QByteArray("[[before]]\nid = 'a'\ntitle = 'A'\nowner = 'me'\n") << 4 << u"owner"_s;
    QTest::newRow("no id") << QByteArray("\n[[before]]\ntitle = 'A'\n") << 2 << u"id"_s;
    QTest::newRow("bad id") << QByteArray("[[before]]\nid = 'A b'\ntitle = 'A'\n") << 1 << u"lower-case"_s;
    QTest::newRow("no title") << QByteArray("[[during]]\nid = 'a'\n") << 1 << u"title"_s;
    QTest::newRow("twice") << QByteArray("[[during]]\nid = 'a'\ntitle = 'A'\n[[after]]\nid = 'a'\ntitle = 'A'\n") << 4 << u"“a”"_s;
    QTest::newRow("unknown check") << QByteArray("[[during]]\nid = 'a'\ntitle = 'A'\nprobe = 'magic'\n") << 1 << u"magic"_s;
    QTest::newRow("wrong type") << QByteArray("name = 3\n") << 1 << u"name"_s;
    QTest::newRow("table, not list") << QByteArray("[before]\nid = 'a'\n") << 1 << u"[[before]]"_s;
    QTest::newRow("unknown to leave out") << QByteArray("extends = 'standard'\nwithout = ['nothing']\n") << 2 << u"nothing"_s;
    QTest::newRow("leaves out of nothing") << QByteArray("without = ['progress']\n[[before]]\nid='a'\ntitle='A'\n") << 1 << u"without"_s;
    QTest::newRow("unknown base") << QByteArray("\nextends = 'mine'\n") << 2 << u"mine"_s;
    QTest::newRow("empty") << QByteArray("name = 'x'\n") << 1 << u"no items"_s;
}

void TstChecklistTemplate::mistakesHaveALine()
{
    QFETCH(QByteArray, toml);
    QFETCH(int, line);
    QFETCH(QString, word);
    const Result<ChecklistTemplate> read = load(toml);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Project);
    QCOMPARE(read.error().position.file, u".whimbrel/checklist.toml"_s);
    QCOMPARE(read.error().position.line, line);
    QVERIFY2(read.error().message.contains(word), qPrintable(read.error().message));
}

WHIMBREL_TEST(TstChecklistTemplate)
#include "tst_checklisttemplate.moc"
