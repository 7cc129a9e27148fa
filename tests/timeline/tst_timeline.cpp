// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/statusreport.h"
#include "test.h"
#include "timeline/timeline.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

const QDateTime noon(QDate(2024, 1, 31), QTime(12, 0), QTimeZone::UTC);

// "state version, more": an entry as a line of text.
QString drawn(const Timeline &timeline)
{
    QStringList lines;
    for (const TimelineEntry &entry : timeline.entries) {
        QString line = migrationStateId(entry.state) + u' ' + entry.migration.version;
        if (entry.migration.file.isEmpty())
            line += u", no file"_s;
        if (entry.statementsDone >= 0)
            line += u", %1 of %2 done"_s.arg(entry.statementsDone).arg(entry.statementsTotal);
        lines << line;
    }
    lines << u"%1 applied, %2 pending, %3 problems"_s.arg(timeline.applied).arg(timeline.pending).arg(timeline.problems);
    return lines.join(u'\n');
}

QList<AppliedMigration> rows(const QStringList &versions)
{
    QList<AppliedMigration> rows;
    for (const QString &version : versions)
        rows << AppliedMigration{.version = version};
    return rows;
}

JournalSummary summary(Direction direction, const QString &outcome, const QString &checksum, int done = 0, int total = 0)
{
    return {.version = {},
            .direction = direction,
            .outcome = outcome,
            .checksum = checksum,
            .at = noon,
            .by = u"deploy (anna@host)"_s,
            .durationMs = 12,
            .statementsDone = done,
            .statementsTotal = total,
            .doneChecksum = {},
            .runId = {},
            .message = {}};
}

} // namespace

class TstTimeline : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void joinsFilesAndRows();
    void findsWhatIsOutOfOrder();
    void aStrictToolMakesItAProblem();
    void placesRowsWithoutFilesByVersion();
    void findsModifiedFilesThroughTheJournal();
    void theToolsTableWinsOverTheJournal();
    void tellsFailures_data();
    void tellsFailures();
    void withoutADatabaseEverythingIsPending();
    void joinsTenThousand();
    void isWrittenAsJson();
    void isWrittenAsText();
    void textNamesProblemsOfFiles();

private:
    MigrationProject project(const QStringList &names, const QByteArray &env = {});

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstTimeline::initTestCase()
{
    qunsetenv("DBMATE_STRICT");
}

MigrationProject TstTimeline::project(const QStringList &names, const QByteArray &env)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const QDir folder(m_folder->path());
    folder.mkpath(u"db/migrations"_s);
    const auto write = [&folder](const QString &name, const QByteArray &text) {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write the fixture");
    };
    write(u"whimbrel.toml"_s, "name = \"shop\"\nformat = \"dbmate\"\n");
    write(u".env"_s, env);
    for (const QString &name : names)
        write(u"db/migrations/"_s + name, "-- migrate:up\n-- migrate:down\n");
    return *MigrationProject::open(folder);
}

void TstTimeline::joinsFilesAndRows()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s, u"3_c.sql"_s});
    const Timeline timeline = buildTimeline(shop, rows({u"1"_s, u"2"_s}));
    QCOMPARE(drawn(timeline), u"applied 1\napplied 2\npending 3\n2 applied, 1 pending, 0 problems"_s);
    QVERIFY(timeline.connected);
    QCOMPARE(timeline.pendingMigrations().size(), 1);
    QCOMPARE(timeline.pendingMigrations().first().description, u"c"_s);
    QCOMPARE(timeline.appliedMigrations().size(), 2);
    QCOMPARE(timeline.entry(u"2"_s), &timeline.entries.at(1));
    QVERIFY(!timeline.entry(u"4"_s));
}

void TstTimeline::findsWhatIsOutOfOrder()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s, u"3_c.sql"_s, u"4_d.sql"_s});
    QCOMPARE(drawn(buildTimeline(shop, rows({u"1"_s, u"3"_s}))),
             u"applied 1\nout-of-order 2\napplied 3\npending 4\n2 applied, 2 pending, 0 problems"_s);
}

void TstTimeline::aStrictToolMakesItAProblem()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s}, "DBMATE_STRICT=true\n");
    QCOMPARE(drawn(buildTimeline(shop, rows({u"2"_s}))), u"out-of-order 1\napplied 2\n1 applied, 1 pending, 1 problems"_s);
}

void TstTimeline::placesRowsWithoutFilesByVersion()
{
    const MigrationProject shop = project({u"10_a.sql"_s, u"20_b.sql"_s});
    QCOMPARE(drawn(buildTimeline(shop, rows({u"05"_s, u"10"_s, u"15"_s, u"20"_s, u"30"_s}))),
             u"missing 05, no file\napplied 10\nmissing 15, no file\napplied 20\nmissing 30, no file\n5 applied, 0 pending, 3 problems"_s);
    // A row without a file counts for the order: the tool applied it.
    QCOMPARE(drawn(buildTimeline(shop, rows({u"30"_s}))), u"out-of-order 10\nout-of-order 20\nmissing 30, no file\n1 applied, 2 pending, 1 problems"_s);
}

void TstTimeline::findsModifiedFilesThroughTheJournal()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s, u"3_c.sql"_s});
    const Timeline timeline = buildTimeline(shop, rows({u"1"_s, u"2"_s, u"3"_s}),
                                            {{u"1"_s, summary(Direction::Up, u"applied"_s, u"aaa"_s)}, {u"2"_s, summary(Direction::Up, u"applied"_s, u"bbb"_s)}},
                                            {{u"1"_s, {u"aaa"_s}}, {u"2"_s, {u"changed"_s}}, {u"3"_s, {u"ccc"_s}}});
    QCOMPARE(drawn(timeline), u"applied 1\nmodified 2\napplied 3\n3 applied, 0 pending, 1 problems"_s);
    const TimelineEntry &first = timeline.entries.first();
    QCOMPARE(first.appliedAt, noon);
    QCOMPARE(first.appliedBy, u"deploy (anna@host)"_s);
    QCOMPARE(first.durationMs, 12);
    QCOMPARE(first.appliedChecksum, u"aaa"_s);
    QVERIFY(timeline.entries.last().appliedChecksum.isEmpty()); // dbmate applied it: nobody knows what it was
}

void TstTimeline::theToolsTableWinsOverTheJournal()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s});
    const QHash<QString, JournalSummary> journal{{u"1"_s, summary(Direction::Up, u"applied"_s, u"aaa"_s)},
                                                 {u"2"_s, summary(Direction::Up, u"failed"_s, u"bbb"_s, 1, 2)}};
    // dbmate has rolled 1 back and applied 2 since.
    QCOMPARE(drawn(buildTimeline(shop, rows({u"2"_s}), journal, {{u"2"_s, {u"new"_s}}})), u"out-of-order 1\napplied 2\n1 applied, 1 pending, 0 problems"_s);
}

void TstTimeline::tellsFailures_data()
{
    QTest::addColumn<bool>("applied");
    QTest::addColumn<JournalSummary>("last");
    QTest::addColumn<QString>("line");
    QTest::newRow("up failed in a transaction") << false << summary(Direction::Up, u"failed"_s, u"a"_s, 0, 3) << u"failed 1, 0 of 3 done"_s;
    QTest::newRow("up failed half way") << false << summary(Direction::Up, u"failed"_s, u"a"_s, 2, 3) << u"failed 1, 2 of 3 done"_s;
    QTest::newRow("up was killed") << false << summary(Direction::Up, u"running"_s, u"a"_s, 2, 3) << u"failed 1, 2 of 3 done"_s;
    QTest::newRow("down failed and was undone") << true << summary(Direction::Down, u"failed"_s, u"a"_s, 0, 3) << u"applied 1"_s;
    QTest::newRow("down failed half way") << true << summary(Direction::Down, u"failed"_s, u"a"_s, 1, 3) << u"failed 1, 1 of 3 done"_s;
    QTest::newRow("reverted") << false << summary(Direction::Down, u"reverted"_s, u"a"_s) << u"pending 1"_s;
}

void TstTimeline::tellsFailures()
{
    QFETCH(bool, applied);
    QFETCH(JournalSummary, last);
    QFETCH(QString, line);
    const MigrationProject shop = project({u"1_a.sql"_s});
    const Timeline timeline = buildTimeline(shop, rows(applied ? QStringList{u"1"_s} : QStringList()), {{u"1"_s, last}});
    QCOMPARE(drawn(timeline).section(u'\n', 0, 0), line);
    QCOMPARE(timeline.problems, line.startsWith("failed"_L1) ? 1 : 0);
    QCOMPARE(timeline.pending, applied ? 0 : 1); // `up` tries a failed one again
}

void TstTimeline::withoutADatabaseEverythingIsPending()
{
    const MigrationProject shop = project({u"1_a.sql"_s});
    const Timeline timeline = buildTimeline(shop, std::nullopt);
    QVERIFY(!timeline.connected);
    QCOMPARE(drawn(timeline), u"pending 1\n0 applied, 1 pending, 0 problems"_s);
}

void TstTimeline::joinsTenThousand()
{
    QStringList names;
    QStringList versions;
    QHash<QString, JournalSummary> journal;
    QHash<QString, FileFacts> hashes;
    for (int i = 0; i < 10'000; ++i) {
        const QString version = QString::number(20200101000000 + i);
        names << version + u"_add_something.sql"_s;
        versions << version;
        journal.insert(version, summary(Direction::Up, u"applied"_s, u"aaa"_s));
        hashes.insert(version, {u"aaa"_s});
    }
    const MigrationProject shop = project(names);
    const QList<AppliedMigration> applied = rows(versions);
    QElapsedTimer timer;
    timer.start();
    const Timeline timeline = buildTimeline(shop, applied, journal, hashes);
    qInfo("10,000 migrations joined in %.1f ms", double(timer.nsecsElapsed()) / 1e6);
    QCOMPARE(timeline.applied, 10'000);
    QCOMPARE(timeline.problems, 0);
}

void TstTimeline::isWrittenAsJson()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_b.sql"_s});
    const Timeline timeline = buildTimeline(shop, rows({u"1"_s, u"0"_s}), {{u"1"_s, summary(Direction::Up, u"applied"_s, u"aaa"_s)}},
                                            {{u"1"_s, {.checksum = u"aaa"_s, .reversible = false, .phase = MigrationPhase::Contract}},
                                             {u"2"_s, {.reversible = true}}});
    const StatusSource source{.database = u"postgresql://deploy@db/shop"_s, .dialect = Dialect::PostgreSql, .serverVersion = u"17.4"_s};
    const QJsonDocument expected = QJsonDocument::fromJson(R"({
        "project": "shop", "format": "dbmate", "environment": null, "database": "postgresql://deploy@db/shop", "dialect": "postgresql",
        "serverVersion": "17.4", "connected": true, "applied": 2, "pending": 1, "problems": 1, "projectProblems": [],
        "migrations": [
            {"version": "0", "description": "", "state": "missing", "file": null, "appliedAt": null, "durationMs": null, "checksum": null,
             "reversible": null, "phase": null, "batch": null},
            {"version": "1", "description": "a", "state": "applied", "file": "db/migrations/1_a.sql", "appliedAt": "2024-01-31T12:00:00Z",
             "durationMs": 12, "checksum": "aaa", "reversible": false, "phase": "contract", "batch": null},
            {"version": "2", "description": "b", "state": "pending", "file": "db/migrations/2_b.sql", "appliedAt": null, "durationMs": null,
             "checksum": null, "reversible": true, "phase": null, "batch": null}
        ]})");
    QCOMPARE(QJsonDocument(statusJson(shop, timeline, source)).toJson(), expected.toJson());

    const QJsonObject alone = statusJson(shop, buildTimeline(shop, std::nullopt), {});
    QCOMPARE(alone.value(u"connected"_s), QJsonValue(false));
    QVERIFY(alone.value(u"database"_s).isNull());
    QVERIFY(alone.value(u"dialect"_s).isNull());
}

void TstTimeline::isWrittenAsText()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"2_much_longer.sql"_s, u"10_c.sql"_s});
    const Timeline timeline = buildTimeline(shop, rows({u"1"_s, u"10"_s}),
                                            {{u"1"_s, summary(Direction::Up, u"applied"_s, u"aaa"_s)}, {u"2"_s, summary(Direction::Up, u"failed"_s, u"x"_s, 1, 2)}},
                                            {{u"1"_s, {u"bbb"_s}}});
    const StatusSource source{.environment = u"dev"_s, .database = u"sqlite:shop.db"_s, .dialect = Dialect::SQLite, .serverVersion = u"3.46.1"_s};
    QCOMPARE(statusText(shop, timeline, source, false),
             u"shop (dbmate): dev, sqlite:shop.db, SQLite 3.46.1\n"
             "\n"
             "  applied   10  c\n"
             "  modified  1   a            the file was changed after it was applied\n"
             "  failed    2   much_longer  1 of 2 statements took effect\n"
             "\n"
             "Applied: 2, pending: 1, problems: 2\n"_s);
    QVERIFY(statusText(shop, timeline, source, true).contains(u"\x1b[31mmodified\x1b[0m"_s));
    QCOMPARE(statusText(shop, buildTimeline(shop, std::nullopt), {}, false),
             u"shop (dbmate): not connected to a database\n\n  10  c\n  1   a\n  2   much_longer\n\nMigrations: 3\n"_s);
}

void TstTimeline::textNamesProblemsOfFiles()
{
    const MigrationProject shop = project({u"1_a.sql"_s, u"readme.sql"_s});
    QVERIFY(statusText(shop, buildTimeline(shop, std::nullopt), {}, false)
                .endsWith(u"\n\nWarning: db/migrations/readme.sql: “readme.sql” is not named like a migration, so dbmate ignores it.\nA migration's name begins with "
                          "its version, such as 20240131120000_add_users.sql.\n"_s));
    QCOMPARE(statusJson(shop, buildTimeline(shop, std::nullopt), {}).value(u"projectProblems"_s).toArray().size(), 1);
}

WHIMBREL_TEST(TstTimeline)
#include "tst_timeline.moc"
