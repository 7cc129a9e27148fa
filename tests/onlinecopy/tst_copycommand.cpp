// SPDX-License-Identifier: GPL-3.0-or-later
#include "copytest.h"
#include "longtests.h"
#include "program.h"
#include "run/onlinecopy/copystate.h"
#include "run/resume/recovery.h"

#include <QRandomGenerator>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::ProgramResult;
using Test::ScriptedProject;

/// The real program with the real tool: killed on the way, and what it prints.
class TstCopyCommand : public Test::CopyTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_COPIES(); }
    void killedAtRandom();
    void killedBeforeTheSwap();
    void killedBehindTheSwap();
    void nobodyKnows();
    void recoveryNamesWhatIsLeft();
    void planShowsTheCommand();
    void eventsAsJson();

private:
    static void setState(const ScriptedProject &project, CopyState::Phase phase);
    static void makeCopy(const ScriptedProject &project, const QStringList &triggers);
};

namespace {

const QString widen = u"ALTER TABLE t MODIFY n bigint NOT NULL DEFAULT 0"_s;

} // namespace

/// The tool dies with the program, and the next run finds and clears what they left, whatever that is; writers go on meanwhile.
void TstCopyCommand::killedAtRandom()
{
    ScriptedProject project = newProject(40'000);
    addCopy(project, widen + u';', u"chunk-time=20ms"_s);
    Test::Writer updates(project.settings(), changeOne(u"UPDATE t JOIN (%1) r ON t.id = r.i SET t.n = t.n + 1"_s, 1, 40'000));
    const auto looker = Session::open(project.settings(), SessionRole::Run).value();
    const QString sessions = u"SELECT count(*) AS n FROM information_schema.processlist WHERE db = database() AND id <> connection_id()"_s;
    const int kills = Test::rounds(5, 60);
    bool isDone = false;
    for (int i = 0; i < kills && !isDone; ++i) {
        const auto process = Test::startProgram(on(project, {u"up"_s, u"--json"_s}));
        QVERIFY(process->waitForStarted());
        QByteArray said;
        while (!said.contains("statement-started") && process->waitForReadyRead(20'000))
            said += process->readAllStandardOutput();
        (void)process->waitForFinished(QRandomGenerator::global()->bounded(50, 2500));
        isDone = process->state() == QProcess::NotRunning;
        if (isDone) {
            QVERIFY2(process->exitCode() == 0, process->readAllStandardError().constData());
            break;
        }
        process->kill();
        QVERIFY(process->waitForFinished() || process->state() == QProcess::NotRunning);
        QTRY_COMPARE_WITH_TIMEOUT(looker->query(sessions).value().number(0, u"n"), 1, 15'000); // the writer's: a dead client's run lock goes with its session
    }
    const ProgramResult last = Test::runProgram(on(project, {u"up"_s}));
    QVERIFY2(last.code == 0, qPrintable(last.out + last.err));
    updates.stop();
    QCOMPARE(updates.figures().error, QString());
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(project.query(u"SELECT sum(n) AS n FROM t"_s).number(0, u"n"), updates.figures().written);
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 40'000);
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

void TstCopyCommand::setState(const ScriptedProject &project, CopyState::Phase phase)
{
    const CopyState state{.statement = CopyState::hashOf(widen), .names = CopyNames::of({{}, u"t"_s}, project.settings().database), .phase = phase};
    const auto session = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(session->query(u"UPDATE whimbrel_journal SET outcome = 'running', statements_done = 0, done_checksum = '', state = ?"_s, {state.toJson()}));
}

void TstCopyCommand::makeCopy(const ScriptedProject &project, const QStringList &triggers)
{
    project.execute({u"CREATE TABLE _t_new LIKE t"_s, u"ALTER TABLE _t_new MODIFY n bigint NOT NULL DEFAULT 0"_s, u"INSERT INTO _t_new SELECT * FROM t"_s});
    for (const QString &trigger : triggers) {
        project.execute({u"CREATE TRIGGER %1 AFTER %2 ON t FOR EACH ROW REPLACE INTO _t_new (id, n, word) VALUES (1, 0, 'x')"_s.arg(
            trigger, trigger.endsWith("del"_L1) ? u"DELETE"_s : trigger.endsWith("upd"_L1) ? u"UPDATE"_s : u"INSERT"_s)});
    }
}

/// A complete copy is not made again; one without all its triggers is.
void TstCopyCommand::killedBeforeTheSwap()
{
    ScriptedProject project = newProject(100);
    addCopy(project, u"ALTER TABLE nowhere MODIFY n bigint;"_s);
    QVERIFY(!project.run()); // makes the tables of Whimbrel and the row of the attempt
    addCopy(project, widen + u';');
    const QStringList triggers = CopyNames::of({{}, u"t"_s}, project.settings().database).triggers;
    makeCopy(project, triggers.first(2));
    setState(project, CopyState::Phase::Copied);
    Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QVERIFY2(told(project, RunEvent::Kind::Notice).join(u'\n').contains(u"left of a copy of t is dropped"_s), qPrintable(told(project, RunEvent::Kind::Notice).join(u'\n')));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(leftovers(project), QStringList());

    ScriptedProject complete = newProject(100);
    addCopy(complete, u"ALTER TABLE nowhere MODIFY n bigint;"_s);
    QVERIFY(!complete.run());
    addCopy(complete, widen + u';');
    makeCopy(complete, CopyNames::of({{}, u"t"_s}, complete.settings().database).triggers);
    setState(complete, CopyState::Phase::Swapping);
    outcome = complete.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QVERIFY2(told(complete, RunEvent::Kind::Notice).join(u'\n').contains(u"only the swap is left"_s), qPrintable(told(complete, RunEvent::Kind::Notice).join(u'\n')));
    QCOMPARE(typeOf(complete, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(leftovers(complete), QStringList());
    QCOMPARE(complete.applied(), QStringList{u"1"_s});
}

void TstCopyCommand::killedBehindTheSwap()
{
    ScriptedProject project = newProject(100);
    addCopy(project, u"ALTER TABLE nowhere MODIFY n bigint;"_s);
    QVERIFY(!project.run());
    addCopy(project, widen + u';');
    makeCopy(project, CopyNames::of({{}, u"t"_s}, project.settings().database).triggers);
    project.execute({u"RENAME TABLE t TO _t_old, _t_new TO t"_s});
    setState(project, CopyState::Phase::Swapping);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(Test::text(outcome)));
    QVERIFY2(told(project, RunEvent::Kind::Notice).join(u'\n').contains(u"had put the copy of t in its place"_s), qPrintable(told(project, RunEvent::Kind::Notice).join(u'\n')));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(project.applied(), QStringList{u"1"_s});
}

/// Somebody has cleared up by hand, and left nothing that tells.
void TstCopyCommand::nobodyKnows()
{
    ScriptedProject project = newProject(100);
    addCopy(project, u"ALTER TABLE nowhere MODIFY n bigint;"_s);
    QVERIFY(!project.run());
    addCopy(project, widen + u';');
    setState(project, CopyState::Phase::Swapping);
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s}));
    QCOMPARE(result.code, 3);
    QVERIFY2(result.err.contains(u"neither _t_new nor _t_old"_s) && result.err.contains(u"whimbrel resolve 1 --applied"_s), qPrintable(result.err));
    QCOMPARE(project.applied(), QStringList());
}

/// The page and the command that show an interrupted run.
void TstCopyCommand::recoveryNamesWhatIsLeft()
{
    ScriptedProject scripted = newProject(100);
    addCopy(scripted, u"ALTER TABLE nowhere MODIFY n bigint;"_s);
    QVERIFY(!scripted.run());
    addCopy(scripted, widen + u';');
    const CopyNames names = CopyNames::of({{}, u"t"_s}, scripted.settings().database);
    makeCopy(scripted, names.triggers.first(1));
    setState(scripted, CopyState::Phase::Copying);
    const MigrationProject project = scripted.open();
    const auto session = Session::open(scripted.settings(), SessionRole::Browse).value();
    const auto fate = [&] { return readRecovery(project, *session, u"1"_s).value()->statements.first(); };
    QCOMPARE(fate().fate, StatementFate::Fate::Leftover);
    QCOMPARE(fate().statements, (QStringList{u"DROP TRIGGER `%1`.`%2`"_s.arg(names.schema, names.triggers.first()), u"DROP TABLE `%1`.`_t_new`"_s.arg(names.schema)}));
    scripted.execute(fate().statements);
    QCOMPARE(fate().fate, StatementFate::Fate::DidNot);
    setState(scripted, CopyState::Phase::Swapping);
    QCOMPARE(fate().fate, StatementFate::Fate::Unknown);
    scripted.execute({u"CREATE TABLE _t_old (id integer)"_s});
    QCOMPARE(fate().fate, StatementFate::Fate::Took);
}

void TstCopyCommand::planShowsTheCommand()
{
    ScriptedProject project = newProject(100);
    addCopy(project, widen + u';', u"max-load=Threads_running=40"_s);
    const ProgramResult result = Test::runProgram(on(project, {u"plan"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
    QVERIFY2(result.out.contains(u"pt-online-schema-change --config=/dev/null --execute"_s) && result.out.contains(u"--max-load=Threads_running=40"_s), qPrintable(result.out));
}

void TstCopyCommand::eventsAsJson()
{
    ScriptedProject project = newProject(20'000);
    addCopy(project, widen + u';');
    const ProgramResult result = Test::runProgram(on(project, {u"up"_s, u"--json"_s}));
    QVERIFY2(result.code == 0, qPrintable(result.out + result.err));
    const QList<QJsonObject> documents = result.documents();
    QVERIFY(std::ranges::any_of(documents, [](const QJsonObject &event) { return event[u"event"] == u"batch"_s && event[u"total"].toInteger() > 10'000; }));
    QCOMPARE(documents.last()[u"event"], QJsonValue(u"run-finished"_s));
    QCOMPARE(documents.last()[u"applied"], QJsonValue(1));
}

WHIMBREL_TEST(TstCopyCommand)
#include "tst_copycommand.moc"
