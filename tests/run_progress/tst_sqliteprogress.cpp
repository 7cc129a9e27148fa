// SPDX-License-Identifier: GPL-3.0-or-later
#include "progressevents.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstSqliteProgress : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void theFileGrows();
    void onlyTimePasses();
};

void TstSqliteProgress::theFileGrows()
{
    ScriptedProject project;
    project.execute({u"PRAGMA journal_mode = WAL"_s});
    // As many rows as it takes for some seconds; the loop that makes them is slow by itself.
    project.add(u"1"_s, u"fill"_s,
                u"CREATE TABLE t (id INTEGER PRIMARY KEY, word TEXT);\n"
                "INSERT INTO t (word) WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 60000) "
                "SELECT hex(randomblob(1000)) || (WITH RECURSIVE d (y) AS (SELECT 1 UNION ALL SELECT y + 1 FROM d WHERE y < 400) SELECT count(*) FROM d WHERE y > x) FROM c;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const QList<StatementProgress> progress = progressOf(project, 2);
    QVERIFY(!progress.isEmpty());
    QVERIFY(nothingCameLate(project));
    QCOMPARE(progress.last().sample.source, ProgressSample::Source::FileGrowth);
    QCOMPARE_GT(progress.last().sample.done, 1'000'000);
    QCOMPARE(progress.last().perMille, -1); // of what nobody knows
}

void TstSqliteProgress::onlyTimePasses()
{
    ScriptedProject project;
    project.add(u"1"_s, u"count"_s, u"CREATE TABLE t (n INTEGER);\nINSERT INTO t WITH RECURSIVE c (x) AS (SELECT 1 UNION ALL SELECT x + 1 FROM c WHERE x < 20000000) SELECT count(*) FROM c;"_s);
    const Result<RunOutcome> outcome = project.run();
    QVERIFY2(outcome, qPrintable(text(outcome)));
    const QList<StatementProgress> progress = progressOf(project, 2);
    QVERIFY(!progress.isEmpty());
    QCOMPARE(progress.last(), StatementProgress());
}

WHIMBREL_TEST(TstSqliteProgress)
#include "tst_sqliteprogress.moc"
