// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "test.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What status --json tells of a migration without running anything: read from its file.
class TstFileFacts : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void tellsWhatTheFileSays_data();
    void tellsWhatTheFileSays();
    void hashesWhatTheToolRefuses();
    void hashesOnlyIfThatIsAsked();
    void leavesOutWhatIsGone();
    void readsTenThousandFiles_data();
    void readsTenThousandFiles();

private:
    void clear() const;
    void write(const QString &name, const QByteArray &text) const;
    FileFacts factsOf(const QByteArray &text, MigrationProject::FileDetail detail = MigrationProject::FileDetail::All, Dialect dialect = Dialect::PostgreSql);

    QTemporaryDir m_folder;
};

void TstFileFacts::clear() const
{
    QDir(m_folder.filePath(u"db"_s)).removeRecursively();
    QDir(m_folder.path()).mkpath(u"db/migrations"_s);
}

void TstFileFacts::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_folder.filePath(u"db/migrations/"_s + name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("cannot write the fixture");
}

FileFacts TstFileFacts::factsOf(const QByteArray &text, MigrationProject::FileDetail detail, Dialect dialect)
{
    clear();
    write(u"1_a.sql"_s, text);
    const MigrationProject project = *MigrationProject::open(QDir(m_folder.path()), {.format = u"dbmate"_s, .searchParents = false});
    return project.readFiles(project.migrations(), detail, dialect).value(u"1"_s);
}

void TstFileFacts::tellsWhatTheFileSays_data()
{
    using enum Dialect;
    using enum MigrationPhase;
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<bool>("reversible");
    QTest::addColumn<bool>("transaction");
    QTest::addColumn<MigrationPhase>("phase");
    const auto down = [](const char *name, const QByteArray &text, bool reversible, Dialect dialect = PostgreSql) {
        QTest::newRow(name) << "-- migrate:up\nSELECT 1;\n-- migrate:down\n" + text << dialect << reversible << true << Unknown;
    };
    down("a statement", "DROP TABLE a;\n", true);
    down("nothing", "", false);
    down("comments and semicolons", " -- DROP TABLE a;\n /* DROP /* TABLE */ a; */ ;\n;\n", false);
    down("a comment of MySQL", "# DROP TABLE a;\n", false, MariaDb);
    down("a statement after a comment", "-- back\nDROP TABLE a", true, SQLite);
    down("an executable comment", "/*!50001 DROP TABLE a */;\n", true, MariaDb);

    const auto whole = [](const char *name, const QByteArray &head, const QByteArray &up, bool transaction, MigrationPhase phase) {
        QTest::newRow(name) << head + "-- migrate:up" + up + "\n-- migrate:down\nSELECT 2;\n" << PostgreSql << true << transaction << phase;
    };
    whole("no transaction", "", " transaction:false\nSELECT 1;", false, Unknown);
    whole("expand", "-- whimbrel: phase expand\n", "\nSELECT 1;", true, Expand);
    whole("migrate, after a licence", "-- (c) somebody\n\n--whimbrel:phase migrate  in batches\r\n", "\nSELECT 1;", true, Migrate);
    whole("contract, above the first statement", "", "\n-- whimbrel: phase contract\nSELECT 1;", true, Contract);
    whole("in the middle", "", "\nSELECT 1;\n-- whimbrel: phase contract\nSELECT 1;", true, Unknown);
    whole("no such phase", "-- whimbrel: phase later\n-- whimbrel: stall-budget 5s\n", "\nSELECT 1;", true, Unknown);
}

void TstFileFacts::tellsWhatTheFileSays()
{
    QFETCH(const QByteArray, text);
    QFETCH(const Dialect, dialect);
    QFETCH(const bool, reversible);
    QFETCH(const bool, transaction);
    QFETCH(const MigrationPhase, phase);
    const FileFacts facts = factsOf(text, MigrationProject::FileDetail::All, dialect);
    QCOMPARE(facts, (FileFacts{.checksum = MigrationProject::hashContent(text), .reversible = reversible, .transaction = transaction, .phase = phase}));
}

void TstFileFacts::hashesWhatTheToolRefuses()
{
    for (const QByteArray &text : {"DROP TABLE a;\n"_ba, "-- migrate:up\n\xff\n-- migrate:down\n"_ba})
        QCOMPARE(factsOf(text), FileFacts{.checksum = MigrationProject::hashContent(text)});
}

void TstFileFacts::hashesOnlyIfThatIsAsked()
{
    const QByteArray text = "-- whimbrel: phase expand\n-- migrate:up\n-- migrate:down\n";
    QCOMPARE(factsOf(text, MigrationProject::FileDetail::Checksum), FileFacts{.checksum = MigrationProject::hashContent(text)});
}

void TstFileFacts::leavesOutWhatIsGone()
{
    factsOf("-- migrate:up\n-- migrate:down\n");
    const MigrationProject project = *MigrationProject::open(QDir(m_folder.path()), {.format = u"dbmate"_s, .searchParents = false});
    QVERIFY(QFile::remove(project.migrations().first().file));
    QVERIFY(project.readFiles(project.migrations(), MigrationProject::FileDetail::All, Dialect::SQLite).isEmpty());
}

void TstFileFacts::readsTenThousandFiles_data()
{
    QTest::addColumn<MigrationProject::FileDetail>("detail");
    QTest::newRow("hashes") << MigrationProject::FileDetail::Checksum;
    QTest::newRow("all") << MigrationProject::FileDetail::All;
}

void TstFileFacts::readsTenThousandFiles()
{
    QFETCH(const MigrationProject::FileDetail, detail);
    clear();
    for (int i = 0; i < 10'000; ++i) {
        const QByteArray number = QByteArray::number(10'000 + i);
        write(QString::fromLatin1(number) + u"_a.sql"_s, "-- migrate:up\ncreate table t" + number + " (id int);\n-- migrate:down\ndrop table t" + number + ";\n");
    }
    const MigrationProject project = *MigrationProject::open(QDir(m_folder.path()));
    QElapsedTimer timer;
    timer.start();
    const QHash<QString, FileFacts> facts = project.readFiles(project.migrations(), detail, Dialect::PostgreSql);
    qInfo("10,000 files read in %lld ms", timer.elapsed());
    QCOMPARE(facts.size(), 10'000);
    for (const Migration &migration : project.migrations())
        QCOMPARE(facts.value(migration.version).checksum, *MigrationProject::hashFile(migration.file));
    QCOMPARE(facts.value(u"19999"_s).reversible.value_or(false), detail == MigrationProject::FileDetail::All);
}

WHIMBREL_TEST(TstFileFacts)
#include "tst_filefacts.moc"
