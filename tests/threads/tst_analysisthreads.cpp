// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/project/projectanalysis.h"
#include "test.h"

#include <QFile>
#include <QTemporaryDir>

#include <thread>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Migrations are judged on all cores while the schema is followed on one at a time: under the thread sanitizer this finds
/// whatever a rule or a catalog shares without a lock.
class TstAnalysisThreads : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void judgesTheSameOnAllCores();
    void stopsAnywhere();
    void severalAnalysesAtOnce();

private:
    ProjectAnalysis analysis(Dialect dialect) const;

    static constexpr int count = 240;
    QTemporaryDir m_folder;
};

namespace {

const auto all = [](const Migration &) { return true; };

/// Its version, phase and findings.
QString verdictOf(const MigrationAnalysis &analysis)
{
    QString verdict = analysis.migration.version + u' ' + phaseId(analysis.migration.phase);
    for (const Finding &finding : analysis.findings())
        verdict += u' ' + finding.rule + u' ' + finding.message;
    return verdict;
}

QStringList verdicts(const ProjectAnalysis &analysis)
{
    QStringList verdicts;
    const auto done = analysis.run(all, [&](const MigrationAnalysis &migration) { verdicts << verdictOf(migration); });
    return done ? verdicts : QStringList();
}

} // namespace

void TstAnalysisThreads::initTestCase()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"db/migrations"_s));
    for (int i = 0; i < count; ++i) {
        const QByteArray n = QByteArray::number(i);
        const QByteArray earlier = QByteArray::number(i * 2 / 3);
        QFile file(m_folder.filePath(u"db/migrations/%1_m.sql"_s.arg(20260101000000 + i)));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const QByteArray text = "-- migrate:up\n"
                                "CREATE TABLE item_" + n + " (id bigint PRIMARY KEY, name varchar(40), owner_id bigint);\n"
                                "CREATE INDEX item_" + n + "_owner ON item_" + n + " (owner_id);\n"
                                "ALTER TABLE item_" + earlier + " ADD COLUMN note_" + n + " text;\n"
                                "UPDATE item_" + earlier + " SET note_" + n + " = 'x';\n"
                                "ALTER TABLE item_" + earlier + " RENAME COLUMN note_" + n + " TO remark_" + n + ";\n"
                                "-- migrate:down\n"
                                "ALTER TABLE item_" + earlier + " DROP COLUMN remark_" + n + ";\n"
                                "DROP TABLE item_" + n + ";\n";
        QCOMPARE(file.write(text), text.size());
    }
}

ProjectAnalysis TstAnalysisThreads::analysis(Dialect dialect) const
{
    AnalysisBase base;
    base.dialect = dialect;
    return {MigrationProject::open(QDir(m_folder.path())).value(), base};
}

void TstAnalysisThreads::judgesTheSameOnAllCores()
{
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite}) {
        const ProjectAnalysis project = analysis(dialect);
        const QStringList together = verdicts(project);
        QCOMPARE(together.size(), count);
        // One by one, each from the schema that the ones before leave.
        for (int i = count - 1; i >= 0; i -= 60) {
            const Migration &migration = project.project().migrations().at(i);
            QFile file(migration.file);
            QVERIFY(file.open(QIODevice::ReadOnly));
            const Result<Catalog> before = project.catalogBefore(migration.version);
            QVERIFY(before);
            const MigrationAnalysis alone = project.analyse(migration, QString::fromUtf8(file.readAll()), *before);
            QCOMPARE(together.at(i), verdictOf(alone));
        }
    }
}

void TstAnalysisThreads::stopsAnywhere()
{
    const ProjectAnalysis project = analysis(Dialect::PostgreSql);
    for (const int after : {0, 1, 7, 8, 100, count - 1}) {
        std::stop_source source;
        int found = 0;
        const auto done = project.run(all, [&](const MigrationAnalysis &) {
            if (found++ == after)
                source.request_stop();
        }, source.get_token());
        QCOMPARE(done.has_value(), after == count - 1);
        QCOMPARE(found, after + 1);
    }
}

void TstAnalysisThreads::severalAnalysesAtOnce()
{
    const ProjectAnalysis project = analysis(Dialect::PostgreSql);
    const QStringList expected = verdicts(project);
    QStringList first;
    QStringList second;
    {
        const std::jthread other([&] { first = verdicts(project); });
        second = verdicts(project);
    }
    QCOMPARE(first, expected);
    QCOMPARE(second, expected);
}

WHIMBREL_TEST(TstAnalysisThreads)
#include "tst_analysisthreads.moc"
