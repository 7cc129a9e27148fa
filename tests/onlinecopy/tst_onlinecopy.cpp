// SPDX-License-Identifier: GPL-3.0-or-later
#include "copytest.h"
#include "patience.h"
#include "querystream.h"

#include <QElapsedTimer>
#include <QFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using std::chrono::milliseconds;
using Test::QueryStream;
using Test::ScriptedProject;
using Test::text;

/// Tables copied while others write to them.
class TstOnlineCopy : public Test::CopyTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_COPIES(); }
    void besideWriters();
    void emptyTable();
    void beyondAscii();
    void longReader();
    void pausesAndGoesOn();
    void stopLeavesNothing();
    void swapThatGetsNoWay();
    void toolThatIsKilled();
    void valuesThatDoNotFit();
    void rowsThatBecomeEqual();
    void constraintThatDoesNotHold();
    void passwordStaysHidden();
    void overTheNetwork_data();
    void overTheNetwork();
};

namespace {

constexpr milliseconds budget = 300ms;
const QString widen = u"ALTER TABLE t MODIFY n bigint NOT NULL DEFAULT 0, ADD COLUMN extra varchar(20) NOT NULL DEFAULT 'new';"_s;

} // namespace

/// Each write counts once in the copied table, and nobody waits for longer than the budget.
void TstOnlineCopy::besideWriters()
{
    ScriptedProject project = newProject(60'000);
    addCopy(project, widen);
    const QString update = u"UPDATE t JOIN (%1) r ON t.id = r.i SET t.n = t.n + 1"_s;
    Test::Writer updates(project.settings(), changeOne(update, 1, 30'000));
    Test::Writer moreUpdates(project.settings(), changeOne(update, 1, 30'000));
    Test::Writer inserts(project.settings(), u"INSERT INTO t (n, word) VALUES (0, 'late')"_s);
    Test::Writer deletes(project.settings(), changeOne(u"DELETE t FROM t JOIN (%1) r ON t.id = r.i"_s, 30'001, 30'000));
    QTest::qWait(300);
    const milliseconds alone = updates.figures().worst;
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QTest::qWait(100);
    milliseconds worst{0};
    int deadlocks = 0;
    for (Test::Writer *writer : {&updates, &moreUpdates, &inserts, &deletes}) {
        writer->stop();
        QCOMPARE(writer->figures().error, QString());
        worst = std::max(worst, writer->figures().worst);
        deadlocks += writer->figures().deadlocks;
    }
    const int updated = updates.figures().written + moreUpdates.figures().written;
    qInfo("worst wait %lld ms, alone %lld ms; %d updates, %d inserts, %d deadlocks", qlonglong(worst.count()), qlonglong(alone.count()), updated,
          inserts.figures().written, deadlocks);
    QVERIFY(updated > 50 && inserts.figures().written > 50);
    QVERIFY2(worst <= budget * Test::patience + alone, qPrintable(QString::number(worst.count())));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    const Rows counts = project.query(u"SELECT sum(n) AS changed, sum(id <= 30000) AS kept, sum(word = 'late') AS late, sum(extra <> 'new') AS odd FROM t"_s);
    QCOMPARE(counts.number(0, u"changed"), updated);
    QCOMPARE(counts.number(0, u"late"), inserts.figures().written);
    QCOMPARE(counts.number(0, u"kept"), 30'000);
    QCOMPARE(counts.number(0, u"odd"), 0);
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(project.applied(), QStringList{u"1"_s});
    QCOMPARE(project.journal(), QStringList{u"1 up applied 1/1"_s});
}

void TstOnlineCopy::emptyTable()
{
    ScriptedProject project = newProject(1);
    project.execute({u"DELETE FROM t"_s});
    addCopy(project, widen);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(leftovers(project), QStringList());
}

/// A key of texts by which the tool goes through the table, and a statement with more than ASCII.
void TstOnlineCopy::beyondAscii()
{
    ScriptedProject project = newProject(1);
    project.execute({u"DROP TABLE t"_s, u"CREATE TABLE t (word varchar(40) PRIMARY KEY, n integer NOT NULL)"_s,
                     u"INSERT INTO t SELECT concat('ключ é 🙂 ', seq), seq FROM seq_1_to_9000"_s, u"ANALYZE TABLE t"_s});
    addCopy(project, u"ALTER TABLE t MODIFY n bigint NOT NULL, ADD COLUMN `größe` varchar(20) NOT NULL DEFAULT 'naïve €';"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE word = concat('ключ é 🙂 ', n) AND `größe` = 'naïve €'"_s).number(0, u"n"), 9000);
}

/// In the way of the triggers and of the swap: those who come later do not wait for it because of the run.
void TstOnlineCopy::longReader()
{
    ScriptedProject project = newProject(2000);
    addCopy(project, widen);
    const auto reader = Session::open(project.settings(), SessionRole::Run).value();
    QVERIFY(reader->begin() && reader->query(u"SELECT n FROM t WHERE id = 1"_s));
    QueryStream stream(project.settings(), {.sql = u"SELECT n FROM t WHERE id = 7"_s});
    const QueryStream::Figures alone = stream.measure(300ms);
    bool isFree = false;
    QElapsedTimer sinceStart;
    sinceStart.start();
    project.setObserver([&](const RunEvent &event) {
        if (!isFree && event.kind == RunEvent::Kind::LockRetry && event.attempt > 2) {
            isFree = true;
            (void)reader->rollback();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(isFree);
    const QueryStream::Figures beside = stream.take();
    qInfo("worst wait: %lld ms; alone %lld ms", qlonglong(beside.worst.count()), qlonglong(alone.worst.count()));
    QCOMPARE(beside.error, QString());
    QVERIFY2(beside.worst <= budget * Test::patience + alone.worst, qPrintable(QString::number(beside.worst.count())));
    QCOMPARE(leftovers(project), QStringList());
}

void TstOnlineCopy::pausesAndGoesOn()
{
    ScriptedProject project = newProject(60'000);
    addCopy(project, widen, u"chunk-time=20ms"_s);
    const auto control = std::make_shared<RunControl>();
    slowDown(project, control);
    std::jthread resumer;
    bool wasPaused = false;
    project.setObserver([&](const RunEvent &event) {
        if (event.batch && event.batch->total > 0 && !std::exchange(wasPaused, true)) {
            control->pause();
            resumer = std::jthread([&] {
                std::this_thread::sleep_for(1500ms);
                for (int i = 0; i < 5; ++i)
                    control->faster();
                control->resume();
            });
        }
    });
    QElapsedTimer timer;
    timer.start();
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY2(timer.elapsed() < 30'000 * Test::patience, qPrintable(QString::number(timer.elapsed()))); // its own pause file would make it a minute
    const QStringList waits = told(project, RunEvent::Kind::Progress);
    QVERIFY2(waits.contains(u"Paused."_s), qPrintable(waits.join(u'\n')));
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 60'000);
    qint64 passed = 0;
    for (const RunEvent &event : project.events()) {
        QVERIFY(!event.batch || event.batch->passed >= passed);
        passed = event.batch ? event.batch->passed : passed;
    }
    QVERIFY(passed > 30'000);
}

void TstOnlineCopy::stopLeavesNothing()
{
    ScriptedProject project = newProject(60'000);
    addCopy(project, widen, u"chunk-time=20ms"_s);
    slowDown(project, std::make_shared<RunControl>());
    std::stop_source stop;
    QStringList during;
    project.setObserver([&](const RunEvent &event) {
        if (event.batch && event.batch->total > 0 && !stop.stop_requested()) {
            during = leftovers(project);
            stop.request_stop();
        }
    });
    const Result<RunOutcome> stopped = project.run({}, stop.get_token());
    QVERIFY(!stopped);
    QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
    QVERIFY2(stopped.error().detail.contains(u"The copy and its triggers were dropped: t is as it was."_s), qPrintable(stopped.error().toString()));
    QVERIFY(during.contains(u"_t_new"_s));
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(typeOf(project, u"n"_s), u"int(11)"_s);
    QCOMPARE(project.applied(), QStringList());
    QCOMPARE(project.journal(), QStringList{u"1 up failed 0/1"_s});
    project.setObserver({});
    project.setControl({});
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(leftovers(project), QStringList());
}

/// Hours of copying are not thrown away for a reader: the next run has only to let the tables change places.
void TstOnlineCopy::swapThatGetsNoWay()
{
    ScriptedProject project = newProject(3000);
    project.guards().giveUpAfter = 2s * Test::patience;
    addCopy(project, widen);
    const auto reader = Session::open(project.settings(), SessionRole::Run).value();
    project.setObserver([&](const RunEvent &event) {
        if (event.message == u"The tables change places."_s)
            QVERIFY(reader->begin() && reader->query(u"SELECT n FROM t WHERE id = 1"_s));
    });
    const Result<RunOutcome> blocked = project.run();
    QVERIFY(!blocked);
    QVERIFY2(blocked.error().detail.contains(u"The copy _t_new is complete and stays"_s), qPrintable(blocked.error().toString()));
    QCOMPARE(leftovers(project).size(), 4); // the copy and three triggers
    QCOMPARE(project.applied(), QStringList());
    QVERIFY(reader->rollback());
    project.setObserver({});
    project.execute({u"UPDATE t SET n = 7 WHERE id = 5"_s}); // in between the triggers go on
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(told(project, RunEvent::Kind::Notice).join(u'\n').contains(u"only the swap is left"_s));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
    QCOMPARE(project.query(u"SELECT n FROM t WHERE id = 5"_s).number(0, u"n"), 7);
    QCOMPARE(leftovers(project), QStringList());
}

/// By somebody else: the run says so, and clears up.
void TstOnlineCopy::toolThatIsKilled()
{
    ScriptedProject project = newProject(60'000);
    addCopy(project, widen, u"chunk-time=20ms"_s);
    slowDown(project, std::make_shared<RunControl>());
    bool isKilled = false;
    project.setObserver([&](const RunEvent &event) {
        if (event.batch && event.batch->total > 0 && !std::exchange(isKilled, true))
            QCOMPARE(QProcess::execute(u"pkill"_s, {u"-KILL"_s, u"-P"_s, QString::number(QCoreApplication::applicationPid()), u"-f"_s, u"pt-online-schema-change"_s}), 0);
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"did not complete the copy of t"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(typeOf(project, u"n"_s), u"int(11)"_s);
}

/// The tool cuts them and goes on with a warning.
void TstOnlineCopy::valuesThatDoNotFit()
{
    ScriptedProject project = newProject(5000);
    addCopy(project, u"ALTER TABLE t MODIFY word varchar(10);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"Values do not fit"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t WHERE length(word) = 50"_s).number(0, u"n"), 5000);
}

/// The tool leaves them out without a word.
void TstOnlineCopy::rowsThatBecomeEqual()
{
    ScriptedProject project = newProject(1);
    project.execute({u"DROP TABLE t"_s, u"CREATE TABLE t (id integer PRIMARY KEY, word varchar(20) COLLATE utf8mb4_bin, UNIQUE (word))"_s,
                     u"INSERT INTO t VALUES (1, 'a'), (2, 'A'), (3, 'b')"_s});
    addCopy(project, u"ALTER TABLE t MODIFY word varchar(20) COLLATE utf8mb4_general_ci;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().message.contains(u"The table has 3 rows and its copy 2"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(leftovers(project), QStringList());
    QCOMPARE(project.query(u"SELECT count(*) AS n FROM t"_s).number(0, u"n"), 3);
}

void TstOnlineCopy::constraintThatDoesNotHold()
{
    ScriptedProject project = newProject(100);
    addCopy(project, u"ALTER TABLE t ADD CONSTRAINT positive CHECK (n > 0);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY(!outcome);
    QVERIFY2(outcome.error().detail.contains(u"positive"_s), qPrintable(outcome.error().toString()));
    QCOMPARE(leftovers(project), QStringList());
}

/// Not in what the system tells of processes, not in the log, not in an event; and it reaches the server all the same.
void TstOnlineCopy::passwordStaysHidden()
{
    const QString password = u"p\"w\\x'#; é-s3cret"_s;
    ScriptedProject project = newProject(60'000);
    const QString user = u"app_%1"_s.arg(project.settings().database);
    const auto session = Session::open(project.settings(), SessionRole::Run).value();
    const auto granted = session->query(u"GRANT ALL ON *.* TO %1@localhost IDENTIFIED BY '%2'"_s.arg(user, QString(password).replace(u'\\', u"\\\\"_s).replace(u'\'', u"\\'"_s)));
    QVERIFY2(granted, granted ? "" : qPrintable(granted.error().toString()));
    ConnectionSettings settings = project.settings();
    settings.user = user;
    settings.password = password;
    project.setSettings(settings);
    addCopy(project, widen, u"chunk-time=20ms"_s);
    QByteArray seen;
    int tools = 0;
    project.setObserver([&](const RunEvent &event) {
        seen += (event.message + event.sql + (event.error ? event.error->toString() : QString())).toUtf8();
        if (!event.batch || event.batch->total <= 0)
            return;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile commandLine(u"/proc/%1/cmdline"_s.arg(pid));
            if (!commandLine.open(QFile::ReadOnly))
                continue;
            const QByteArray arguments = commandLine.readAll();
            if (!arguments.contains("pt-online-schema-change") || !arguments.contains(user.toUtf8()))
                continue;
            ++tools;
            QFile environment(u"/proc/%1/environ"_s.arg(pid));
            QVERIFY(environment.open(QFile::ReadOnly));
            seen += arguments + environment.readAll();
        }
    });
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QVERIFY(tools > 0);
    const QString log = project.events().first().logFile;
    QFile file(log);
    QVERIFY(file.open(QFile::ReadOnly));
    seen += file.readAll();
    QVERIFY(!seen.contains("s3cret"));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
}

void TstOnlineCopy::overTheNetwork_data()
{
    QTest::addColumn<QString>("options");
    QTest::newRow("nothing said") << QString();
    QTest::newRow("required") << u"?ssl-mode=required"_s;
    QTest::newRow("verified") << u"?ssl-mode=verify-ca&ssl-ca=CA"_s;
}

/// The tool reaches the server in the way that the run does, whatever its own client library would ask for.
void TstOnlineCopy::overTheNetwork()
{
    QFETCH(QString, options);
    Test::MariaDbServer server;
    QVERIFY2(server.listenWithTls() && server.start(), qPrintable(server.problem()));
    ScriptedProject project(server.settings());
    project.execute({u"CREATE TABLE t (id integer PRIMARY KEY, n integer)"_s, u"INSERT INTO t SELECT seq, seq FROM seq_1_to_5000"_s,
                     u"GRANT ALL ON *.* TO anna@'%' IDENTIFIED BY 's3cret'"_s});
    const QString url = u"mysql://anna:s3cret@127.0.0.1:%1/%2"_s.arg(server.tcpPort()).arg(project.settings().database)
        + options.replace(u"CA"_s, server.filePath(u"ca.pem"_s));
    project.setSettings(ConnectionSettings::fromUrl(url, QDir()).value());
    addCopy(project, u"ALTER TABLE t MODIFY n bigint;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    QCOMPARE(typeOf(project, u"n"_s), u"bigint(20)"_s);
}

WHIMBREL_TEST(TstOnlineCopy)
#include "tst_onlinecopy.moc"
