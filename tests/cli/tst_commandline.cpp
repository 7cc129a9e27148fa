// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "test.h"

#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstCommandLine : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void printsItsVersion();
    void listsEveryCommand();
    void explainsOneCommand();
    void refusesWhatItDoesNotKnow_data();
    void refusesWhatItDoesNotKnow();
    void saysThatTheWindowCannotBeLoaded();
};

void TstCommandLine::printsItsVersion()
{
    const Test::ProgramResult result = Test::runProgram({u"--version"_s});
    QCOMPARE(result.code, 0);
    QCOMPARE(result.out, QStringLiteral("whimbrel " WHIMBREL_VERSION "\n"));
}

void TstCommandLine::listsEveryCommand()
{
    const Test::ProgramResult help = Test::runProgram({u"help"_s});
    QCOMPARE(help.code, 0);
    QVERIFY(help.out.contains(u"help     "_s) || help.out.contains(u"  help "_s));
    QCOMPARE(Test::runProgram({u"--help"_s}).out, help.out);
    QCOMPARE(Test::runProgram({u"-h"_s}).out, help.out);
}

void TstCommandLine::explainsOneCommand()
{
    const Test::ProgramResult result = Test::runProgram({u"help"_s, u"help"_s});
    QCOMPARE(result.code, 0);
    QVERIFY2(result.out.startsWith(u"Usage: whimbrel help [COMMAND]"_s), qPrintable(result.out));
    QCOMPARE(Test::runProgram({u"help"_s, u"--help"_s}).out, result.out);
}

void TstCommandLine::refusesWhatItDoesNotKnow_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("error");
    QTest::newRow("command") << QStringList{u"frobnicate"_s} << u"no command and no folder “frobnicate”"_s;
    QTest::newRow("mistyped command") << QStringList{u"hepl"_s} << u"Did you mean “whimbrel help”?"_s;
    QTest::newRow("flag") << QStringList{u"help"_s, u"--frobnicate"_s} << u"Unknown option 'frobnicate'"_s;
    QTest::newRow("flag before the command") << QStringList{u"--frobnicate"_s, u"help"_s} << u"Unknown option 'frobnicate'"_s;
    QTest::newRow("flag without a command") << QStringList{u"--json"_s} << u"belongs to a command"_s;
    QTest::newRow("flag without its value") << QStringList{u"help"_s, u"--project"_s} << u"Missing value after '--project'"_s;
    QTest::newRow("help for nothing") << QStringList{u"help"_s, u"frobnicate"_s} << u"no command “frobnicate”"_s;
}

void TstCommandLine::refusesWhatItDoesNotKnow()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, error);
    const Test::ProgramResult result = Test::runProgram(arguments);
    QCOMPARE(result.code, 2);
    QCOMPARE(result.out, QString());
    QVERIFY2(result.err.contains(error), qPrintable(result.err));
}

void TstCommandLine::saysThatTheWindowCannotBeLoaded()
{
    // A copy of the program that lies alone: there is no library beside it.
    QTemporaryDir folder;
    const QString copy = folder.filePath(u"bin/whimbrel"_s);
    QVERIFY(QDir().mkpath(folder.filePath(u"bin"_s)));
    QVERIFY(QFile::copy(Test::programPath(), copy));
    QProcess process;
    process.start(copy, {});
    QVERIFY(process.waitForFinished());
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("The window cannot be opened"));
}

WHIMBREL_TEST(TstCommandLine)
#include "tst_commandline.moc"
