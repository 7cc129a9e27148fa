// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/lint/lintreport.h"
#include "safety/rules/rule.h"
#include "sarifcheck.h"
#include "sql/splitter.h"
#include "test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstLintReport : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void text();
    void textInColour();
    void quietText();
    void explainsARuleOnce();
    void json();
    void sarif();
    void sarifKeepsToTheStandard();
    void fingerprintsStay();
    void gitHub();
    void markdown();
    void markdownIsNeverTooLong();
    void nothingFound();
    void noFormatLetsAnythingThrough_data();
    void noFormatLetsAnythingThrough();
};

namespace {

const Rule dropRule{.id = "drop-table",
                    .category = Rule::Category::Destruction,
                    .severity = Severity::Error,
                    .dialects = Rule::Any,
                    .why = "The rows are gone. Nobody gets them back.",
                    .fix = "Rename it first.",
                    .bad = "DROP TABLE t;",
                    .good = "ALTER TABLE t RENAME TO t_old;",
                    .equivalents = "squawk: ban-drop-table",
                    .check = nullptr};

/// A finding about `words`, as often as they stand in the text.
LintedFile linted(const QString &file, const QString &text, const QString &words, Severity severity = Severity::Error)
{
    LintedFile result{.file = file, .text = text, .statements = 2};
    for (qsizetype at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) {
        Finding finding;
        finding.rule = u"drop-table"_s;
        finding.severity = severity;
        finding.start = positionAt(text, at);
        finding.end = positionAt(text, at + words.size());
        finding.message = u"Table “t” is dropped."_s;
        finding.why = u"The rows are gone."_s;
        finding.fix = u"Rename it first."_s;
        result.findings << finding;
    }
    return result;
}

QString report(LintFormat format, const QList<LintedFile> &files, LintReport::Options options = {})
{
    QString result;
    QTextStream out(&result);
    options.rules = {&dropRule};
    const std::unique_ptr<LintReport> report = LintReport::create(format, out, options);
    for (const LintedFile &file : files)
        report->add(file);
    report->finish();
    out.flush();
    return result;
}

QJsonObject reportJson(LintFormat format, const QList<LintedFile> &files)
{
    QJsonParseError error;
    const QJsonObject object = QJsonDocument::fromJson(report(format, files).toUtf8(), &error).object();
    return error.error == QJsonParseError::NoError ? object : QJsonObject{{u"not JSON"_s, error.errorString()}};
}

LintedFile unreadable(const QString &file)
{
    Error error{.kind = ErrorKind::Project, .message = u"The file is not UTF-8."_s, .detail = {}, .hint = {}, .code = {}, .position = {file, 3, 0}};
    return {.file = file, .error = error};
}

} // namespace

void TstLintReport::text()
{
    const QString expected = u"db/1.sql:2:3: error: Table “t” is dropped. [drop-table]\n"
                             "     2 |   DROP TABLE t;\n"
                             "       |   ^~~~~~~~~~~~\n"
                             "       Why: The rows are gone.\n"
                             "       Instead: Rename it first.\n"
                             "\n"
                             "1 error in 1 of 2 files.\n"_s;
    QCOMPARE(report(LintFormat::Text, {linted(u"db/1.sql"_s, u"-- x\n  DROP TABLE t;\n"_s, u"DROP TABLE t"_s), linted(u"db/2.sql"_s, u"x"_s, u"y"_s)}),
             expected);
}

void TstLintReport::textInColour()
{
    const QString text = report(LintFormat::Text, {linted(u"1.sql"_s, u"DROP TABLE t;"_s, u"DROP TABLE t"_s)}, {.color = true});
    QVERIFY2(text.startsWith(u"\x1b[1m1.sql:1:1:\x1b[0m \x1b[31merror:\x1b[0m Table"_s), qPrintable(text));
    QVERIFY(text.contains(u"\x1b[31m^~~~~~~~~~~~\x1b[0m\n"_s));
}

void TstLintReport::quietText()
{
    QCOMPARE(report(LintFormat::Text, {linted(u"1.sql"_s, u"DROP TABLE t;"_s, u"DROP TABLE t"_s)}, {.quiet = true}),
             u"1.sql:1:1: error: Table “t” is dropped. [drop-table]\n"_s);
}

void TstLintReport::explainsARuleOnce()
{
    LintedFile file = linted(u"1.sql"_s, u"DROP TABLE t;\nDROP TABLE t;\nDROP TABLE t;"_s, u"DROP TABLE t"_s);
    file.findings[2].fix = u"Ask first."_s;
    const QString text = report(LintFormat::Text, {file});
    QCOMPARE(text.count(u"Why: "_s), 1);
    QCOMPARE(text.count(u"Instead: Rename it first."_s), 1);
    QCOMPARE(text.count(u"Instead: Ask first."_s), 1);
    QVERIFY(text.endsWith(u"3 errors in 1 of 1 file.\n"_s));
}

void TstLintReport::json()
{
    LintedFile file = linted(u"1.sql"_s, u"\n DROP TABLE 顧;"_s, u"DROP TABLE 顧"_s);
    file.findings[0].fixes << Fix{.recipe = u"drop-table"_s, .values = {}, .title = u"Drop it in steps"_s, .isComplete = true};
    const QJsonObject document = reportJson(LintFormat::Json, {file, unreadable(u"2.sql"_s)});
    QCOMPARE(document.value(u"files"_s).toInt(), 2);
    QCOMPARE(document.value(u"statements"_s).toInt(), 2);
    const QJsonObject finding = document.value(u"findings"_s).toArray().at(0).toObject();
    const QJsonObject expected{{u"rule"_s, u"drop-table"_s}, {u"severity"_s, u"error"_s}, {u"file"_s, u"1.sql"_s}, {u"line"_s, 2},
                               {u"column"_s, 2}, {u"endLine"_s, 2}, {u"endColumn"_s, 14}, {u"message"_s, u"Table “t” is dropped."_s},
                               {u"why"_s, u"The rows are gone."_s}, {u"fix"_s, u"Rename it first."_s}, {u"certain"_s, true},
                               {u"recipes"_s, QJsonArray{QJsonObject{{u"recipe"_s, u"drop-table"_s}, {u"title"_s, u"Drop it in steps"_s},
                                                                     {u"complete"_s, true}}}}};
    QCOMPARE(finding, expected);
    const QJsonObject problem = document.value(u"problems"_s).toArray().at(0).toObject();
    QCOMPARE(problem.value(u"file"_s).toString(), u"2.sql"_s);
    QCOMPARE(problem.value(u"line"_s).toInt(), 3);
    QCOMPARE(report(LintFormat::Json, {file}).count(u'\n'), 1);
}

void TstLintReport::sarif()
{
    const QString text = u"\n DROP TABLE 顧;\nDROP TABLE 顧;"_s;
    const QJsonObject document = reportJson(LintFormat::Sarif, {linted(u"db/ü 1#.sql"_s, text, u"DROP TABLE 顧"_s, Severity::Info),
                                                                linted(u"/tmp/a b.sql"_s, text, u"DROP TABLE 顧"_s), unreadable(u"3.sql"_s)});
    QCOMPARE(document.value(u"version"_s).toString(), u"2.1.0"_s);
    const QJsonObject run = document.value(u"runs"_s).toArray().at(0).toObject();
    QCOMPARE(run.value(u"columnKind"_s).toString(), u"unicodeCodePoints"_s);
    const QJsonObject rule = run.value(u"tool"_s)[u"driver"_s][u"rules"_s][0].toObject();
    QCOMPARE(rule.value(u"id"_s).toString(), u"drop-table"_s);
    QCOMPARE(rule.value(u"shortDescription"_s)[u"text"_s].toString(), u"The rows are gone."_s);
    QVERIFY(rule.value(u"help"_s)[u"text"_s].toString().contains(u"Rename it first."_s));
    const QJsonArray results = run.value(u"results"_s).toArray();
    QCOMPARE(results.size(), 4);
    const QJsonValue first = results.at(0);
    QCOMPARE(first[u"ruleId"_s].toString(), u"drop-table"_s);
    QCOMPARE(first[u"ruleIndex"_s].toInt(), 0);
    QCOMPARE(first[u"level"_s].toString(), u"note"_s);
    const QJsonValue place = first[u"locations"_s][0][u"physicalLocation"_s];
    QCOMPARE(place[u"artifactLocation"_s].toObject(), (QJsonObject{{u"uri"_s, u"db/%C3%BC%201%23.sql"_s}, {u"uriBaseId"_s, u"%SRCROOT%"_s}}));
    QCOMPARE(place[u"region"_s].toObject(),
             (QJsonObject{{u"startLine"_s, 2}, {u"startColumn"_s, 2}, {u"endLine"_s, 2}, {u"endColumn"_s, 14}}));
    QCOMPARE(results.at(2)[u"locations"_s][0][u"physicalLocation"_s][u"artifactLocation"_s][u"uri"_s].toString(), u"file:///tmp/a%20b.sql"_s);
    const QJsonValue invocation = run.value(u"invocations"_s)[0];
    QCOMPARE(invocation[u"executionSuccessful"_s].toBool(), false);
    QCOMPARE(invocation[u"toolExecutionNotifications"_s][0][u"message"_s][u"text"_s].toString(), u"The file is not UTF-8."_s);
}

void TstLintReport::sarifKeepsToTheStandard()
{
    const QString text = u"-- 𝄞\nDROP TABLE 𝄞;\r\nDROP\nTABLE t;"_s;
    QList<LintedFile> files{unreadable(u"b:c.sql"_s), unreadable(u"/tmp/%zz.sql"_s)};
    for (const QString &name : {u"a.sql"_s, u"a:b/c d.sql"_s, u"ü#?[1]&%20\\.sql"_s, u"/tmp/ü%#.sql"_s, u"new\nline.sql"_s})
        files << linted(name, text, u"DROP TABLE 𝄞"_s) << linted(name, text, u"DROP\nTABLE t"_s, Severity::Info);
    LintedFile placeless{.file = u"empty.sql"_s};
    Finding unknown;
    unknown.rule = u"no-such-rule"_s;
    unknown.message = u"Empty."_s;
    placeless.findings << unknown;
    files << placeless;
    QString output;
    QTextStream out(&output);
    const auto sarif = LintReport::create(LintFormat::Sarif, out, {.rules = allRules()});
    for (const LintedFile &file : files)
        sarif->add(file);
    sarif->finish();
    out.flush();
    const QJsonObject log = QJsonDocument::fromJson(output.toUtf8()).object();
    QCOMPARE(Test::sarifProblems(log), QStringList());
    const QJsonValue region = log.value(u"runs"_s)[0][u"results"_s][0][u"locations"_s][0][u"physicalLocation"_s][u"region"_s];
    QCOMPARE(region[u"endColumn"_s].toInt(), 13); // one column a character, however many units it has
    QCOMPARE(Test::sarifProblems(reportJson(LintFormat::Sarif, {})), QStringList());
    QVERIFY(!Test::sarifProblems({{u"version"_s, u"2.0"_s}}).isEmpty());
}

void TstLintReport::fingerprintsStay()
{
    const auto prints = [](const QString &text) {
        QStringList all;
        const QJsonValue run = reportJson(LintFormat::Sarif, {linted(u"1.sql"_s, text, u"DROP TABLE t"_s)}).value(u"runs"_s)[0];
        for (const QJsonValue &result : run[u"results"_s].toArray())
            all << result[u"partialFingerprints"_s][u"primaryLocationLineHash"_s].toString();
        return all;
    };
    const QStringList before = prints(u"DROP TABLE t;\nDROP TABLE t;"_s);
    QCOMPARE(before.size(), 2);
    QVERIFY(before[0] != before[1]);
    QCOMPARE(prints(u"-- new\n\nSELECT 1;\n  DROP TABLE t;\n\nDROP TABLE t;"_s), before);
}

void TstLintReport::gitHub()
{
    LintedFile file = linted(u"db/a,b:c%.sql"_s, u"DROP TABLE t;"_s, u"DROP TABLE t"_s, Severity::Info);
    file.findings[0].message = u"100%\r gone: \x1b[31m::error::x"_s;
    const QStringList lines = report(LintFormat::GitHub, {file, unreadable(u"2.sql"_s)}).split(u'\n');
    QCOMPARE(lines.at(0), u"::notice file=db/a%2Cb%3Ac%25.sql,line=1,endLine=1,col=1,endColumn=13,title=drop-table::"
                          "100%25\\r gone: \\x1b[31m::error::x%0AThe rows are gone.%0ARename it first."_s);
    QCOMPARE(lines.at(1), u"::error file=2.sql,line=3::The file is not UTF-8."_s);
    const LintedFile tall = linted(u"1.sql"_s, u"DROP\nTABLE t;"_s, u"DROP\nTABLE t"_s);
    QVERIFY(report(LintFormat::GitHub, {tall}).startsWith(u"::error file=1.sql,line=1,endLine=2,title=drop-table::Table"_s));
}

void TstLintReport::markdown()
{
    LintedFile file = linted(u"db/`1`.sql"_s, u"DROP TABLE t; -- ```"_s, u"DROP TABLE t"_s);
    file.findings[0].message = u"Table <b>`t`</b> *is* dropped by @everyone, see #1 and https://x.y"_s;
    const QString text = report(LintFormat::Markdown, {file});
    QVERIFY2(text.startsWith(u"### Whimbrel: 1 error in 1 of 1 file.\n\n#### ``db/`1`.sql``\n\n- ❌ **`drop-table`**, line 1: "_s), qPrintable(text));
    QVERIFY2(text.contains(u"Table &lt;b\\>\\`t\\`&lt;/b\\> \\*is\\* dropped by @<!-- -->everyone, see #<!-- -->1 and https:<!-- -->//x.y"_s), qPrintable(text));
    QVERIFY2(text.contains(u"  ````sql\n  DROP TABLE t; -- ```\n  ````\n"_s), qPrintable(text));
}

void TstLintReport::markdownIsNeverTooLong()
{
    const LintedFile file = linted(u"1.sql"_s, u"DROP TABLE t;\n"_s.repeated(1000), u"DROP TABLE t"_s);
    const QString text = report(LintFormat::Markdown, {file});
    QVERIFY(text.size() < 65'536);
    QVERIFY(text.contains(u"more findings are not listed."_s));
}

void TstLintReport::nothingFound()
{
    const LintedFile file = linted(u"1.sql"_s, u"SELECT 1;"_s, u"DROP"_s);
    QCOMPARE(report(LintFormat::Text, {file}), u"Nothing found in 1 file (2 statements).\n"_s);
    QCOMPARE(report(LintFormat::Markdown, {file}), u"### Whimbrel: Nothing found in 1 file \\(2 statements\\).\n"_s);
    QCOMPARE(reportJson(LintFormat::Json, {}).value(u"findings"_s).toArray().size(), 0);
    QCOMPARE(reportJson(LintFormat::Sarif, {file}).value(u"runs"_s)[0][u"results"_s].toArray().size(), 0);
}

void TstLintReport::noFormatLetsAnythingThrough_data()
{
    QTest::addColumn<int>("format");
    for (const LintFormat format : {LintFormat::Text, LintFormat::Json, LintFormat::Sarif, LintFormat::GitHub, LintFormat::Markdown})
        QTest::newRow(qPrintable(lintFormatId(format))) << static_cast<int>(format);
}

/// Whatever a hostile file is called and holds: no escape sequence and no other control character reaches the reader.
void TstLintReport::noFormatLetsAnythingThrough()
{
    QFETCH(const int, format);
    QString hostile;
    for (char16_t c = 1; c < 0x20; ++c)
        hostile += QChar(c);
    hostile += u"\x7f\u009b31m\u202e\"'\\::error::%0A"_s;
    LintedFile file = linted(u"db/"_s + hostile, hostile + u"DROP TABLE t"_s + hostile, u"DROP TABLE t"_s);
    file.findings[0].message = hostile;
    file.findings[0].why = hostile;
    file.findings[0].fix = hostile;
    const QString text = report(static_cast<LintFormat>(format), {file, unreadable(hostile)});
    const bool isJson = format == static_cast<int>(LintFormat::Json) || format == static_cast<int>(LintFormat::Sarif);
    for (const QChar c : text) {
        const bool isControl = (c.unicode() < 0x20 && c != u'\n') || c == QChar(0x7f) || c == QChar(0x9b) || c == QChar(0x202e);
        // JSON's own escapes end at 0x1f; the rest is text to whoever reads it.
        QVERIFY2(!isControl || (isJson && c.unicode() >= 0x7f), qPrintable(QString::number(c.unicode(), 16)));
    }
    if (isJson)
        QVERIFY(!reportJson(static_cast<LintFormat>(format), {file}).contains(u"not JSON"_s));
}

WHIMBREL_TEST(TstLintReport)
#include "tst_lintreport.moc"
