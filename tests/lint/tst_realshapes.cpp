// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/textfile.h"
#include "safety/project/projectanalysis.h"
#include "test.h"

#include <QDirIterator>
#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// tests/fixtures/lint: what real projects hold is read, whatever it looks like.
class TstRealShapes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void areRead_data() { addFiles(); }
    void areRead();
    void areReadInOtherForms_data() { addFiles(); }
    void areReadInOtherForms();
    void mayEndAnywhere_data() { addFiles(); }
    void mayEndAnywhere();

private:
    static void addFiles();
};

namespace {

Dialect dialectOfFolder(const QString &folder)
{
    return folder == "postgresql"_L1 ? Dialect::PostgreSql : folder == "mariadb"_L1 ? Dialect::MariaDb : Dialect::SQLite;
}

MigrationAnalysis analyse(const QString &text, int dialect)
{
    return analyseText(text, u"x.sql"_s, {.dialect = static_cast<Dialect>(dialect)});
}

/// The statements that nothing is claimed of.
QStringList unreadable(const MigrationAnalysis &analysis)
{
    QStringList statements;
    for (const auto &script : {analysis.up, analysis.down}) {
        for (const StatementAnalysis &statement : script ? script->statements : QList<StatementAnalysis>()) {
            for (const Operation &operation : statement.reading.operations) {
                if (operation.kind == Operation::Kind::Unknown)
                    statements << statement.statement.text;
            }
        }
    }
    return statements;
}

QString fixtureText(const QString &path)
{
    const Result<TextFile> file = readTextFile(path, path);
    return file ? file->text : QString();
}

} // namespace

void TstRealShapes::addFiles()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("dialect");
    QDirIterator files(Test::fixture(u"lint"_s), {u"*.sql"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QFileInfo file(files.next());
        const QString folder = file.dir().dirName();
        QTest::newRow(qPrintable(folder + u'/' + file.fileName())) << file.filePath() << static_cast<int>(dialectOfFolder(folder));
    }
}

void TstRealShapes::areRead()
{
    QFETCH(const QString, path);
    QFETCH(const int, dialect);
    const QString text = fixtureText(path);
    QVERIFY(!text.isEmpty());
    const MigrationAnalysis analysis = analyse(text, dialect);
    QVERIFY2(!analysis.error, qPrintable(analysis.error ? analysis.error->toString() : QString()));
    QVERIFY(analysis.statementCount() > 1);
    static const QRegularExpression expected(u"^-- unreadable: ([0-9]+)"_s);
    const QStringList left = unreadable(analysis);
    QVERIFY2(left.size() == expected.match(text).captured(1).toInt(), qPrintable(left.join(u"\n---\n"_s)));
}

void TstRealShapes::areReadInOtherForms()
{
    QFETCH(const QString, path);
    QFETCH(const int, dialect);
    const QString text = fixtureText(path);
    const MigrationAnalysis plain = analyse(text, dialect);
    QString crlf = text;
    crlf.replace(u'\n', u"\r\n"_s);
    for (const QString &form : {crlf, text.trimmed(), text + u"\n\n\n"_s}) {
        const MigrationAnalysis other = analyse(form, dialect);
        QCOMPARE(other.statementCount(), plain.statementCount());
        QCOMPARE(unreadable(other).size(), unreadable(plain).size());
        const QList<Finding> ours = plain.findings();
        const QList<Finding> theirs = other.findings();
        QCOMPARE(theirs.size(), ours.size());
        for (qsizetype i = 0; i < ours.size(); ++i) {
            QCOMPARE(theirs.at(i).rule, ours.at(i).rule);
            QCOMPARE(theirs.at(i).start.line, ours.at(i).start.line);
        }
    }
}

void TstRealShapes::mayEndAnywhere()
{
    QFETCH(const QString, path);
    QFETCH(const int, dialect);
    const QString text = fixtureText(path);
    for (qsizetype length = 0; length < text.size(); length += 61) {
        for (const Finding &finding : analyse(text.first(length), dialect).findings()) {
            QVERIFY(finding.start.offset >= 0 && finding.start.offset <= finding.end.offset);
            QVERIFY(finding.end.offset <= length);
        }
    }
}

WHIMBREL_TEST(TstRealShapes)
#include "tst_realshapes.moc"
