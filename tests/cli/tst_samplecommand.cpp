// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "test.h"

#include <QDir>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// `--sample`: the command line on the sample project, without a server and without a question.
class TstSampleCommand : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void opensWithEightAppliedAndFourPending();
    void appliesTheRestAndKeepsIt();
    void namesOneProjectOnly();
    void speaksTheLanguageOfThePerson();

private:
    QMap<QString, QString> environment() const { return {{u"XDG_DATA_HOME"_s, m_data.path()}}; }
    QJsonObject status() const
    {
        const Test::ProgramResult result = Test::runProgram({u"--sample"_s, u"status"_s, u"--json"_s}, {}, environment());
        return result.code == 0 && result.documents().size() == 1 ? result.documents().constFirst() : QJsonObject();
    }

    QTemporaryDir m_data;
};

void TstSampleCommand::opensWithEightAppliedAndFourPending()
{
    const QJsonObject document = status();
    QCOMPARE(document.value("applied"_L1).toInt(-1), 8);
    QCOMPARE(document.value("pending"_L1).toInt(-1), 4);
    QCOMPARE(document.value("problems"_L1).toInt(-1), 0);
    QCOMPARE(document.value("environment"_L1).toString(u"dev"_s), u"dev"_s);
}

void TstSampleCommand::appliesTheRestAndKeepsIt()
{
    const Test::ProgramResult up = Test::runProgram({u"up"_s, u"--sample"_s}, {}, environment());
    QVERIFY2(up.code == 0, qPrintable(up.err));
    QCOMPARE(status().value("pending"_L1).toInt(-1), 0);
    QCOMPARE(status().value("applied"_L1).toInt(-1), 12);
}

void TstSampleCommand::namesOneProjectOnly()
{
    const Test::ProgramResult result = Test::runProgram({u"status"_s, u"--sample"_s, u"-p"_s, m_data.path()}, {}, environment());
    QCOMPARE(result.code, 2);
    QVERIFY2(result.err.contains(u"--sample and --project name two projects."_s), qPrintable(result.err));
}

void TstSampleCommand::speaksTheLanguageOfThePerson()
{
    auto german = environment();
    german.insert(u"LANG"_s, u"de_DE.UTF-8"_s);
    german.insert(u"LC_ALL"_s, u"de_DE.UTF-8"_s);
    const Test::ProgramResult help = Test::runProgram({u"help"_s}, {}, german);
    QCOMPARE(help.code, 0);
    QVERIFY2(help.out.contains(u"Befehle:"_s), qPrintable(help.out));
}

WHIMBREL_TEST(TstSampleCommand)
#include "tst_samplecommand.moc"
