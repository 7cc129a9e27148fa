// SPDX-License-Identifier: GPL-3.0-or-later
#include "program.h"
#include "scriptedproject.h"
#include "test.h"

#include <csignal>
#include <pty.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;
using Test::ScriptedProject;

/// up, down and redo in a protected environment: the gate of a release, and the environment's name typed in a terminal.
class TstProtectedRun : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void rightNameRuns();
    void anotherNameIsRefused_data();
    void anotherNameIsRefused();
    void nobodyToTypeIsRefused();
    void yesStandsForTheName();
    void gateIsAskedBeforeTheName();
    void everyCommandThatChangesAsks_data();
    void everyCommandThatChangesAsks();
    void otherWaysToTheSameDatabaseAsk();
    void looksNeedNoName();
    void signalAtTheQuestionEndsIt();

private:
    ProgramResult run(const QStringList &arguments) const { return Test::runProgram(arguments, m_project->folder()); }
    void openRelease() const;

    std::unique_ptr<ScriptedProject> m_project;
};

namespace {

/// A terminal that somebody types into.
class Terminal
{
public:
    Terminal()
    {
        int slave = -1;
        if (openpty(&m_master, &slave, m_name, nullptr, nullptr) != 0)
            qFatal("no pseudo-terminal");
        m_slave = slave;
    }
    ~Terminal()
    {
        close(m_slave);
        close(m_master);
    }
    Q_DISABLE_COPY_MOVE(Terminal)

    std::unique_ptr<QProcess> start(const QStringList &arguments, const QString &folder) const
    {
        auto process = std::make_unique<QProcess>();
        process->setWorkingDirectory(folder);
        process->setStandardInputFile(QFile::decodeName(m_name));
        process->start(Test::programPath(), arguments);
        return process;
    }

    void type(const QByteArray &keys) const
    {
        if (write(m_master, keys.constData(), size_t(keys.size())) != keys.size())
            qFatal("the terminal takes no keys");
    }

private:
    int m_master = -1;
    int m_slave = -1;
    char m_name[128] = {};
};

/// What the program has said on its standard error once it asks for the name.
QByteArray waitForQuestion(QProcess &process)
{
    QByteArray said;
    while (!said.contains("to go on: ") && process.waitForReadyRead(20'000))
        said += process.readAllStandardError();
    return said;
}

ProgramResult answer(const QString &folder, const QStringList &arguments, const QByteArray &keys)
{
    const Terminal terminal;
    const auto process = terminal.start(arguments, folder);
    process->setReadChannel(QProcess::StandardError);
    ProgramResult result;
    result.err = QString::fromUtf8(waitForQuestion(*process));
    terminal.type(keys);
    if (process->waitForFinished(20'000) && process->exitStatus() == QProcess::NormalExit)
        result.code = process->exitCode();
    result.out = QString::fromUtf8(process->readAllStandardOutput());
    result.err += QString::fromUtf8(process->readAllStandardError());
    return result;
}

const QStringList up{u"up"_s, u"-e"_s, u"live"_s};

} // namespace

void TstProtectedRun::init()
{
    TestCase::init();
    m_project = std::make_unique<ScriptedProject>();
    m_project->add(u"1"_s, u"one"_s, u"CREATE TABLE one (id integer);"_s, u"DROP TABLE one;"_s);
    m_project->writeConfiguration(u"[environment.live]\nurl = \"sqlite:test.db\"\nprotected = true\n"_s);
    m_project->execute({u"CREATE TABLE there (id integer)"_s});
}

void TstProtectedRun::openRelease() const
{
    QCOMPARE(run({u"release"_s, u"start"_s, u"-e"_s, u"live"_s}).code, 0);
    QCOMPARE(run({u"release"_s, u"override"_s, u"before"_s, u"--reason"_s, u"a test"_s, u"-e"_s, u"live"_s}).code, 0);
}

void TstProtectedRun::rightNameRuns()
{
    openRelease();
    const ProgramResult result = answer(m_project->folder(), up, "live\n");
    QVERIFY2(result.err.contains(u"“live” is protected. Type its name to go on: "_s), qPrintable(result.err));
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(m_project->applied(), QStringList{u"1"_s});
}

void TstProtectedRun::anotherNameIsRefused_data()
{
    QTest::addColumn<QByteArray>("keys");
    QTest::newRow("another") << QByteArray("dev\n");
    QTest::newRow("yes") << QByteArray("yes\n");
    QTest::newRow("nothing") << QByteArray("\n");
    QTest::newRow("end of input") << QByteArray("\4");
    QTest::newRow("other letters") << QByteArray("Live\n");
    QTest::newRow("part of it") << QByteArray("liv\n");
}

void TstProtectedRun::anotherNameIsRefused()
{
    QFETCH(const QByteArray, keys);
    openRelease();
    const ProgramResult result = answer(m_project->folder(), up, keys);
    QVERIFY2(result.code == 5, qPrintable(result.err));
    QVERIFY2(result.err.contains(u"That is not “live”."_s) && result.err.contains(u"Nothing was changed."_s),
             qPrintable(result.err));
    QCOMPARE(m_project->applied(), QStringList());
}

void TstProtectedRun::nobodyToTypeIsRefused()
{
    openRelease();
    const ProgramResult result = run(up);
    QVERIFY2(result.code == 5, qPrintable(result.err));
    QVERIFY2(result.err.contains(u"nobody is here to type its name"_s) && result.err.contains(u"--yes"_s),
             qPrintable(result.err));
    QCOMPARE(m_project->applied(), QStringList());
}

void TstProtectedRun::yesStandsForTheName()
{
    openRelease();
    const ProgramResult result = run(up + QStringList{u"--yes"_s});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(m_project->applied(), QStringList{u"1"_s});
}

/// --yes stands for the name and nothing more, and nobody is asked for what is refused anyway.
void TstProtectedRun::gateIsAskedBeforeTheName()
{
    for (const bool started : {false, true}) {
        if (started)
            QCOMPARE(run({u"release"_s, u"start"_s, u"-e"_s, u"live"_s}).code, 0);
        for (const QStringList &command : {up, up + QStringList{u"--yes"_s}}) {
            const ProgramResult result = run(command);
            QVERIFY2(result.code == 5, qPrintable(result.err));
            QVERIFY2(result.err.contains(u"release"_s) && !result.err.contains(u"type"_s), qPrintable(result.err));
        }
    }
    QCOMPARE(m_project->applied(), QStringList());
    QCOMPARE(run({u"release"_s, u"override"_s, u"before"_s, u"--reason"_s, u"a test"_s, u"-e"_s, u"live"_s}).code, 0);
    QCOMPARE(run(up + QStringList{u"--yes"_s}).code, 0);
}

void TstProtectedRun::everyCommandThatChangesAsks_data()
{
    QTest::addColumn<QString>("command");
    QTest::newRow("down") << u"down"_s;
    QTest::newRow("redo") << u"redo"_s;
}

void TstProtectedRun::everyCommandThatChangesAsks()
{
    QFETCH(const QString, command);
    openRelease();
    QCOMPARE(run(up + QStringList{u"--yes"_s}).code, 0);
    const QStringList arguments{command, u"-e"_s, u"live"_s};
    QCOMPARE(run(arguments).code, 5);
    QCOMPARE(answer(m_project->folder(), arguments, "dev\n").code, 5);
    QCOMPARE(m_project->applied(), QStringList{u"1"_s});
    const ProgramResult result = answer(m_project->folder(), arguments, "live\n");
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(m_project->applied().size(), command == u"down" ? 0 : 1);
}

void TstProtectedRun::otherWaysToTheSameDatabaseAsk()
{
    openRelease();
    const QString link = m_project->folder() + u"/link.db"_s;
    QVERIFY(QFile::link(m_project->settings().database, link));
    for (const QString &path : {u"test.db"_s, u"./db/../test.db"_s, m_project->settings().database, link}) {
        const ProgramResult result = run({u"up"_s, u"-d"_s, u"sqlite:"_s + path});
        QVERIFY2(result.code == 5, qPrintable(path + result.err));
        QVERIFY2(result.err.contains(u"“live” is protected"_s), qPrintable(path + result.err));
    }
    QCOMPARE(m_project->applied(), QStringList());
    QCOMPARE(run({u"up"_s, u"-d"_s, u"sqlite:other.db"_s}).code, 0);
}

void TstProtectedRun::looksNeedNoName()
{
    for (const QStringList &command :
         {QStringList{u"status"_s}, QStringList{u"plan"_s}, QStringList{u"check"_s}, QStringList{u"locks"_s}})
        QVERIFY2(run(command + QStringList{u"-e"_s, u"live"_s}).code <= 1, qPrintable(command.first()));
}

void TstProtectedRun::signalAtTheQuestionEndsIt()
{
    openRelease();
    const Terminal terminal;
    const auto process = terminal.start(up, m_project->folder());
    process->setReadChannel(QProcess::StandardError);
    QVERIFY(waitForQuestion(*process).contains("protected"));
    QCOMPARE(kill(static_cast<pid_t>(process->processId()), SIGINT), 0);
    const bool ended = process->waitForFinished(5'000);
    if (!ended)
        process->kill();
    QVERIFY2(ended, "it goes on asking");
    QCOMPARE(process->exitCode(), 130);
    QCOMPARE(m_project->applied(), QStringList());
}

WHIMBREL_TEST(TstProtectedRun)
#include "tst_protectedrun.moc"
