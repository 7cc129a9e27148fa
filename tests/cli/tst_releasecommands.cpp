// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "test.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;

/// whimbrel check and whimbrel release on a project with a protected SQLite environment.
class TstReleaseCommands : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void checkTellsEveryItem();
    void checkFailsOnAFailure();
    void unknownPartsAndPhasesAreRefused();
    void releaseIsWalkedThrough();
    void protectedRunNeedsTheRelease();
    void reportIsWritten();

private:
    ProgramResult run(const QStringList &arguments) const { return Test::runProgram(arguments, m_folder->path()); }
    QJsonObject json(const QStringList &arguments) const { return run(arguments + QStringList{u"--json"_s}).documents().value(0); }
    void write(const QString &name, const QByteArray &content) const;

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstReleaseCommands::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"whimbrel.toml"_s, "name = \"shop\"\ndefault-environment = \"production\"\n[environment.production]\nurl = \"sqlite:shop.db\"\nprotected = true\n");
    write(u"db/migrations/20240101000000_create_things.sql"_s, "-- migrate:up\nCREATE TABLE things (id integer);\n\n-- migrate:down\nDROP TABLE things;\n");
    write(u"shop.db"_s, {});
}

void TstReleaseCommands::write(const QString &name, const QByteArray &content) const
{
    const QFileInfo path(m_folder->filePath(name));
    QVERIFY(QDir().mkpath(path.path()));
    QFile file(path.filePath());
    QVERIFY(file.open(QIODevice::WriteOnly));
    QCOMPARE(file.write(content), content.size());
}

void TstReleaseCommands::checkTellsEveryItem()
{
    const ProgramResult result = run({u"check"_s, u"--json"_s});
    QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
    const QJsonArray items = result.documents().value(0).value(u"items"_s).toArray();
    QMap<QString, QString> states;
    for (const QJsonValue &item : items)
        states.insert(item[u"id"_s].toString(), item[u"state"_s].toString());
    QCOMPARE(states.value(u"tested-on-staging"_s), u"manual"_s);
    QCOMPARE(states.value(u"backup-verified"_s), u"manual"_s); // no backup-file is named
    QCOMPARE(states.value(u"integrity"_s), u"passed"_s);
    QCOMPARE(states.value(u"can-write"_s), u"passed"_s);
    QCOMPARE(states.value(u"all-applied"_s), u"warning"_s);
    QVERIFY(!states.contains(u"invalid-indexes"_s));
    const ProgramResult during = run({u"check"_s, u"--phase"_s, u"during"_s});
    QCOMPARE(during.code, 0);
    QVERIFY(during.out.startsWith(u"During\n"_s));
}

void TstReleaseCommands::checkFailsOnAFailure()
{
    write(u"whimbrel.toml"_s, "[environment.production]\nurl = \"sqlite:shop.db\"\nprotected = true\nbackup-file = \"missing.db\"\n");
    const ProgramResult result = run({u"check"_s, u"-e"_s, u"production"_s, u"--phase"_s, u"before"_s});
    QCOMPARE(result.code, 1);
    QVERIFY2(result.out.contains(u"missing.db"_s), qPrintable(result.out));
}

void TstReleaseCommands::unknownPartsAndPhasesAreRefused()
{
    QCOMPARE(run({u"check"_s, u"--phase"_s, u"later"_s}).code, 2);
    QCOMPARE(run({u"release"_s}).code, 2);
    QCOMPARE(run({u"release"_s, u"dance"_s}).code, 2);
    QCOMPARE(run({u"release"_s, u"tick"_s, u"team-notified"_s}).code, 5); // none is open
    QCOMPARE(run({u"release"_s, u"show"_s}).code, 0);
}

void TstReleaseCommands::releaseIsWalkedThrough()
{
    QCOMPARE(run({u"release"_s, u"start"_s}).code, 0);
    QCOMPARE(run({u"release"_s, u"start"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"tick"_s, u"nothing"_s}).code, 2);
    QCOMPARE(run({u"release"_s, u"tick"_s, u"documentation"_s}).code, 5); // locked
    QCOMPARE(run({u"release"_s, u"tick"_s, u"backup-verified"_s}).code, 5); // not checked yet
    QCOMPARE(run({u"release"_s, u"close"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"override"_s, u"before"_s}).code, 2); // no reason
    for (const QString &phase : {u"before"_s, u"during"_s, u"after"_s}) {
        QCOMPARE(run({u"check"_s, u"--phase"_s, phase}).code, 0);
        const QJsonArray items = json({u"release"_s, u"show"_s})[u"release"_s].toObject()[u"items"_s].toArray();
        for (const QJsonValue &item : items) {
            if (item[u"phase"_s].toString() != phase || item[u"done"_s].toBool())
                continue;
            const ProgramResult ticked = run({u"release"_s, u"tick"_s, item[u"id"_s].toString(), u"--note"_s, u"looked at it"_s});
            QVERIFY2(ticked.code == 0, qPrintable(ticked.err));
        }
    }
    QCOMPARE(run({u"release"_s, u"note"_s, u"all"_s, u"is"_s, u"well"_s}).code, 0);
    const QJsonObject shown = json({u"release"_s, u"show"_s})[u"release"_s].toObject();
    for (const QJsonValue &phase : shown[u"phases"_s].toArray())
        QCOMPARE(phase[u"state"_s].toString(), u"complete"_s);
    QCOMPARE(shown[u"notes"_s].toArray().last()[u"text"_s].toString(), u"all is well"_s);
    QCOMPARE(run({u"release"_s, u"close"_s}).code, 0);
    QVERIFY(json({u"release"_s, u"show"_s})[u"release"_s].toObject()[u"closed"_s].toBool());
}

void TstReleaseCommands::protectedRunNeedsTheRelease()
{
    QCOMPARE(run({u"up"_s, u"--yes"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"start"_s}).code, 0);
    QCOMPARE(run({u"up"_s, u"--yes"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"override"_s, u"before"_s, u"--reason"_s, u"the disk is filling up"_s}).code, 0);
    const ProgramResult up = run({u"up"_s, u"--yes"_s});
    QVERIFY2(up.code == 0, qPrintable(up.err));
}

void TstReleaseCommands::reportIsWritten()
{
    QCOMPARE(run({u"release"_s, u"report"_s}).code, 5);
    QCOMPARE(run({u"release"_s, u"start"_s}).code, 0);
    QCOMPARE(run({u"release"_s, u"tick"_s, u"team-notified"_s, u"--note"_s, u"<b>in #ops</b>"_s}).code, 0);
    QCOMPARE(run({u"release"_s, u"report"_s, u"--output"_s, m_folder->filePath(u"out.md"_s)}).code, 0);
    QFile file(m_folder->filePath(u"out.md"_s));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QString text = QString::fromUtf8(file.readAll());
    QVERIFY(text.contains(u"- [x] Team notified"_s));
    QVERIFY2(text.contains(u"\\<b\\>in \\#ops\\</b\\>"_s), qPrintable(text));
}

WHIMBREL_TEST(TstReleaseCommands)
#include "tst_releasecommands.moc"
