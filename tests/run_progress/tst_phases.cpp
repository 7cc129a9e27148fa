// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/phases.h"
#include "test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Rows of the servers' progress views, as they came from PostgreSQL 13 to 18, and what is made of them.
class TstPhases : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void index_data();
    void index();
    void indexCounts();
    void vacuum_data();
    void vacuum();
    void cluster_data();
    void cluster();
    void analyzeAndCopy();
    void stages_data();
    void stages();

private:
    static QJsonObject row(const QByteArray &json)
    {
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        if (object.isEmpty())
            qFatal("not JSON: %s", json.constData());
        return object;
    }
    static int percent(const ProgressSample &sample) { return sample.fraction < 0 ? -1 : qRound(sample.fraction * 100); }
};

void TstPhases::index_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("percent");
    const QByteArray concurrently = R"({"command": "CREATE INDEX CONCURRENTLY", "phase": "%1", "blocks_done": %2, "blocks_total": %3, "tuples_done": %4, "tuples_total": %5, "lockers_total": 1, "lockers_done": 0, "partitions_total": 0, "partitions_done": 0})";
    const auto add = [&](const char *name, const char *phase, int blocks, int ofBlocks, int rows, int ofRows, int expected) {
        QTest::newRow(name) << QString::fromUtf8(concurrently).arg(QString::fromLatin1(phase)).arg(blocks).arg(ofBlocks).arg(rows).arg(ofRows).toUtf8() << expected;
    };
    // Shares of 35, 10, 15, 10, 5 and 20, of 95.
    add("nothing yet", "initializing", 0, 0, 0, 0, 0);
    add("writers", "waiting for writers before build", 0, 0, 0, 0, 0);
    add("scan begins", "building index: scanning table", 0, 1000, 0, 0, 0);
    add("scan at half", "building index: scanning table", 500, 1000, 0, 0, 18);
    add("sorting has no number", "building index: sorting live tuples", 1000, 1000, 0, 0, 37);
    add("loading at a third", "building index: loading tuples in tree", 1000, 1000, 100, 300, 53);
    add("writers again", "waiting for writers before validation", 0, 0, 0, 0, 63);
    add("the index is read", "index validation: scanning index", 10, 20, 0, 0, 68);
    add("the table again", "index validation: scanning table", 500, 1000, 0, 0, 89);
    add("old snapshots", "waiting for old snapshots", 1000, 1000, 0, 0, 100);
    add("a phase of the future", "polishing", 1, 2, 0, 0, -1);
    QTest::newRow("not concurrently, scan at half") << QByteArray(R"({"command": "CREATE INDEX", "phase": "building index: scanning table", "blocks_done": 5, "blocks_total": 10})") << 29;
    QTest::newRow("not concurrently, loading at the end")
        << QByteArray(R"({"command": "CREATE INDEX", "phase": "building index: loading tuples in tree", "tuples_done": 10, "tuples_total": 10})") << 100;
    QTest::newRow("a method without phases") << QByteArray(R"({"command": "CREATE INDEX", "phase": "building index", "blocks_done": 5, "blocks_total": 10})") << 50;
    QTest::newRow("of four partitions the second, at half")
        << QByteArray(R"({"command": "CREATE INDEX", "phase": "building index", "blocks_done": 5, "blocks_total": 10, "partitions_done": 1, "partitions_total": 4})") << 38;
}

void TstPhases::index()
{
    QFETCH(QByteArray, json);
    QTEST(percent(indexProgress(row(json))), "percent");
}

void TstPhases::indexCounts()
{
    const ProgressSample scan = indexProgress(row(R"({"command": "CREATE INDEX", "phase": "building index: scanning table", "blocks_done": 5, "blocks_total": 10})"));
    QCOMPARE(scan.source, ProgressSample::Source::Phases);
    QCOMPARE(scan.unit, ProgressSample::Unit::Blocks);
    QCOMPARE(scan.done, 5);
    QCOMPARE(scan.total, 10);
    const ProgressSample sort = indexProgress(row(R"({"command": "CREATE INDEX", "phase": "building index: sorting live tuples", "blocks_done": 10, "blocks_total": 10})"));
    QCOMPARE(sort.done, -1);
    QCOMPARE(sort.total, -1);
}

void TstPhases::vacuum_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("percent");
    QTest::newRow("nothing to divide by") << QByteArray(R"({"phase": "initializing", "heap_blks_total": 0, "heap_blks_scanned": 0})") << 0;
    QTest::newRow("an empty table") << QByteArray(R"({"phase": "scanning heap", "heap_blks_total": 0, "heap_blks_scanned": 0})") << -1;
    QTest::newRow("scan at half") << QByteArray(R"({"phase": "scanning heap", "heap_blks_total": 100, "heap_blks_scanned": 50})") << 35;
    // The memory for dead rows was full: the indexes are cleaned, and then the scan goes on.
    QTest::newRow("indexes within the scan") << QByteArray(R"({"phase": "vacuuming indexes", "heap_blks_total": 100, "heap_blks_scanned": 50})") << 35;
    QTest::newRow("indexes after it, before 17") << QByteArray(R"({"phase": "vacuuming indexes", "heap_blks_total": 100, "heap_blks_scanned": 100})") << 70;
    QTest::newRow("indexes after it")
        << QByteArray(R"({"phase": "vacuuming indexes", "heap_blks_total": 100, "heap_blks_scanned": 100, "indexes_total": 3, "indexes_processed": 2})") << 80;
    QTest::newRow("the heap again") << QByteArray(R"({"phase": "vacuuming heap", "heap_blks_total": 100, "heap_blks_scanned": 100, "heap_blks_vacuumed": 50})") << 90;
    QTest::newRow("the end") << QByteArray(R"({"phase": "truncating heap", "heap_blks_total": 100, "heap_blks_scanned": 100, "heap_blks_vacuumed": 100})") << 95;
}

void TstPhases::vacuum()
{
    QFETCH(QByteArray, json);
    QTEST(percent(vacuumProgress(row(json))), "percent");
}

void TstPhases::cluster_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("percent");
    QTest::newRow("full, nothing to divide by") << QByteArray(R"({"command": "VACUUM FULL", "phase": "initializing", "heap_blks_total": 0})") << 0;
    QTest::newRow("full, at half") << QByteArray(R"({"command": "VACUUM FULL", "phase": "seq scanning heap", "heap_blks_total": 10, "heap_blks_scanned": 5})") << 35;
    QTest::newRow("full, indexes")
        << QByteArray(R"({"command": "VACUUM FULL", "phase": "rebuilding index", "heap_blks_total": 10, "heap_blks_scanned": 10, "index_rebuild_count": 1, "indexes": 2})") << 84;
    QTest::newRow("sorted, at half") << QByteArray(R"({"command": "CLUSTER", "phase": "seq scanning heap", "heap_blks_total": 10, "heap_blks_scanned": 5})") << 15;
    QTest::newRow("sorted, sorting") << QByteArray(R"({"command": "CLUSTER", "phase": "sorting tuples", "heap_blks_total": 10, "heap_blks_scanned": 10})") << 30;
    QTest::newRow("sorted, writing") << QByteArray(R"({"command": "CLUSTER", "phase": "writing new heap", "heap_tuples_scanned": 10, "heap_tuples_written": 5})") << 55;
    QTest::newRow("by its index: rows only") << QByteArray(R"({"command": "CLUSTER", "phase": "index scanning heap", "heap_tuples_scanned": 10})") << -1;
}

void TstPhases::cluster()
{
    QFETCH(QByteArray, json);
    QTEST(percent(clusterProgress(row(json))), "percent");
}

void TstPhases::analyzeAndCopy()
{
    QCOMPARE(percent(analyzeProgress(row(R"({"phase": "acquiring sample rows", "sample_blks_total": 10, "sample_blks_scanned": 5})"))), 40);
    QCOMPARE(percent(analyzeProgress(row(R"({"phase": "computing statistics", "sample_blks_total": 10, "sample_blks_scanned": 10})"))), 80);
    QCOMPARE(percent(copyProgress(row(R"({"command": "COPY FROM", "bytes_processed": 30, "bytes_total": 60})"), 0)), 50);
    // The server does not know how much comes over the connection; we do where it is in the script.
    QCOMPARE(percent(copyProgress(row(R"({"command": "COPY FROM", "bytes_processed": 30, "bytes_total": 0})"), 120)), 25);
    const ProgressSample open = copyProgress(row(R"({"command": "COPY TO", "bytes_processed": 30, "bytes_total": 0, "tuples_processed": 7})"), 0);
    QCOMPARE(percent(open), -1);
    QCOMPARE(open.unit, ProgressSample::Unit::Rows);
    QCOMPARE(open.done, 7);
}

void TstPhases::stages_data()
{
    QTest::addColumn<int>("stage");
    QTest::addColumn<int>("maxStage");
    QTest::addColumn<double>("percent");
    QTest::addColumn<double>("fraction");
    QTest::newRow("none") << 0 << 0 << 0.0 << -1.0;
    QTest::newRow("first of two") << 1 << 2 << 50.0 << 0.25;
    QTest::newRow("second of two") << 2 << 2 << 50.0 << 0.75;
    QTest::newRow("the only one") << 1 << 1 << 13.0 << 0.13;
    QTest::newRow("more than there are") << 3 << 2 << 50.0 << -1.0;
    QTest::newRow("more than everything") << 1 << 1 << 130.0 << 1.0; // rows were added meanwhile
}

void TstPhases::stages()
{
    QFETCH(int, stage);
    QFETCH(int, maxStage);
    QFETCH(double, percent);
    QTEST(stageFraction(stage, maxStage, percent), "fraction");
}

WHIMBREL_TEST(TstPhases)
#include "tst_phases.moc"
