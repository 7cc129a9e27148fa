// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "progressevents.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;
using Source = ProgressSample::Source;

class TstMariaDbProgress : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { REQUIRE_SERVER(MariaDbServer::shared()); }
    void aCopyTellsItsStages();
    void nothingIsTold();

private:
    static ScriptedProject newProject() { return patientProject(MariaDbServer::shared().settings()); }
};

void TstMariaDbProgress::aCopyTellsItsStages()
{
    ScriptedProject project = newProject();
    project.execute({u"CREATE TABLE t (id INT PRIMARY KEY, n INT NOT NULL)"_s, u"INSERT INTO t SELECT seq, seq FROM seq_100001_to_115000"_s});
    // Each row that is copied takes its time.
    project.add(u"1"_s, u"copy"_s, u"ALTER TABLE t ADD COLUMN slow INT NOT NULL DEFAULT (length(sha2(repeat(n, 20000), 512))), ALGORITHM=COPY;"_s);
    const QList<StatementProgress> progress = progressOfRun(project, 1);
    if (QTest::currentTestFailed())
        return;
    QCOMPARE(progress.last().sample.source, Source::Stages);
    QCOMPARE(progress.last().sample.phase, u"copy to tmp table"_s);
    QCOMPARE_GT(progress.last().perMille, progress.first().perMille);
    QCOMPARE_GE(progress.last().answerMs, 0);
}

void TstMariaDbProgress::nothingIsTold()
{
    ScriptedProject project = newProject();
    project.add(u"1"_s, u"sleep"_s, u"DO sleep(2.2);"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const QList<StatementProgress> progress = progressOf(project, 1);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last().perMille, -1);
    QCOMPARE(progress.last().sample.source, Source::None);
    QCOMPARE(progress.last().sample.phase, u"User sleep"_s);
}

WHIMBREL_TEST(TstMariaDbProgress)
#include "tst_mariadbprogress.moc"
