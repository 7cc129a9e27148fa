// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/annotation.h"
#include "scripts.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

namespace {

AnalysisSettings boundedWaits()
{
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    return settings;
}

ScriptAnalysis analyse(const AnalysisInput &input, const AnalysisSettings &settings = boundedWaits())
{
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    return analyseScript(input, catalog, settings);
}

} // namespace

class TstSuppressions : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsSilenced_data();
    void whatIsSilenced();
    void aSharedHeadIsJudgedOnce();
    void aRuleThatIsOffIsNotStale();
    void switchesAndSeverities();
    void annotationsKnowTheirPlaces();
};

void TstSuppressions::whatIsSilenced_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &script, const QString &expected) { QTest::newRow(name) << script << expected; };
    const QString index = u"CREATE INDEX i ON t (a);\n"_s;
    const QString finding = u"index-build-blocks-writes error"_s;

    row("nothing", index, u"1: "_s + finding);
    row("above", u"-- whimbrel: ignore index-build-blocks-writes quiet hour\n"_s + index, QString());
    row("behind", u"CREATE INDEX i ON t (a); -- whimbrel: ignore index-build-blocks-writes quiet hour\n"_s, QString());
    row("behind without a terminator", u"CREATE INDEX i ON t (a) -- whimbrel: ignore index-build-blocks-writes quiet hour"_s, QString());
    row("inside", u"CREATE INDEX i\n-- whimbrel: ignore index-build-blocks-writes quiet hour\nON t (a);\n"_s, QString());
    row("above among others", u"-- For the export.\n-- whimbrel: ignore index-build-blocks-writes quiet hour\n-- More.\n"_s + index, QString());
    row("only its own statement", u"-- whimbrel: ignore index-build-blocks-writes quiet hour\n"_s + index + u"CREATE INDEX j ON t (b);"_s,
        u"3: "_s + finding);
    row("at the head for all", u"-- whimbrel: ignore index-build-blocks-writes quiet hour\n\n"_s + index + u"CREATE INDEX j ON t (b);"_s, QString());
    row("several rules",
        u"-- whimbrel: ignore index-build-blocks-writes,table-drop-breaks-code quiet hour\n\n"_s + index + u"DROP TABLE t_unused;"_s, QString());
    row("several rules with a space",
        u"-- whimbrel: ignore index-build-blocks-writes, table-drop-breaks-code quiet hour\n\n"_s + index + u"DROP TABLE t_unused;"_s, QString());
    row("no reason", u"-- whimbrel: ignore index-build-blocks-writes\n"_s + index, u"1: suppression-without-reason warning"_s);
    row("no such rule", u"-- whimbrel: ignore index-build quiet hour\n"_s + index,
        u"1: suppression-of-unknown-rule warning\n2: "_s + finding);
    row("stale", u"-- whimbrel: ignore index-build-blocks-writes quiet hour\nSELECT 1;\n"_s, u"1: suppression-stale info"_s);
    row("above nothing", u"SELECT 1;\n\n-- whimbrel: ignore index-build-blocks-writes quiet hour\n\n"_s + index,
        u"3: suppression-stale info\n5: "_s + finding);
    row("an unknown word", u"-- whimbrel: ignroe index-build-blocks-writes quiet hour\n"_s + index,
        u"1: unknown-whimbrel-word warning\n2: "_s + finding);
    row("no rule at all", u"-- whimbrel: ignore\nSELECT 1;"_s, u"1: unknown-whimbrel-word warning"_s);
    row("no word at all", u"-- whimbrel:\nSELECT 1;"_s, u"1: unknown-whimbrel-word warning"_s);
    row("no such phase", u"-- whimbrel: phase exand\nSELECT 1;"_s, u"1: unknown-whimbrel-word warning"_s);
    row("a phase too late", u"SELECT 1;\n-- whimbrel: phase expand\nSELECT 1;"_s, u"2: unknown-whimbrel-word warning"_s);
    row("words of others", u"-- whimbrel: batch size=5000 key=id\nUPDATE t SET a = 1 WHERE id < 9;"_s, QString());
    row("in a string", u"SELECT '\n-- whimbrel: ignroe\n';"_s, QString());
    row("in a block comment", u"/*\n-- whimbrel: ignroe\n*/\nSELECT 1;"_s, QString());
    row("in the data of COPY", u"COPY t (d) FROM STDIN;\n-- whimbrel: ignroe\n\\.\n"_s, QString());
}

void TstSuppressions::whatIsSilenced()
{
    QFETCH(const QString, script);
    QFETCH(const QString, expected);
    AnalysisSettings settings = boundedWaits();
    settings.disabledRules = {u"rerun-not-possible"_s, u"unrelated-changes"_s, u"privileges-follow"_s, u"mixed-phases"_s,
                              u"cached-plan-result-change"_s};
    QCOMPARE(summary(analyse(inputOf(script, Dialect::PostgreSql), settings).findings), expected);
}

void TstSuppressions::aSharedHeadIsJudgedOnce()
{
    const QString head = u"-- whimbrel: ignore index-build-blocks-writes quiet hour\n-- whimbrel: ignroe\n"_s;
    AnalysisInput up = inputOf(u"SELECT 1"_s, Dialect::PostgreSql);
    up.head = head;
    up.start = {head.size() + 14, 4, 1};
    up.statements = splitScript(up.text, Dialect::PostgreSql, up.start).statements;
    up.counterpart = AnalysisInput::Counterpart{.exists = true, .operations = {}};
    AnalysisInput down = up;
    down.direction = Direction::Down;

    const ScriptAnalysis upwards = analyse(up);
    const ScriptAnalysis downwards = analyse(down);
    QVERIFY(summary(upwards.findings).contains(u"2: unknown-whimbrel-word warning"_s));
    QVERIFY(!summary(downwards.findings).contains(u"unknown-whimbrel-word"_s));
    QCOMPARE(summary(upwards.staleInHead), u"1: suppression-stale info"_s);
    QCOMPARE(summary(downwards.staleInHead), u"1: suppression-stale info"_s);
}

void TstSuppressions::aRuleThatIsOffIsNotStale()
{
    const QString script = u"-- whimbrel: ignore index-build-blocks-writes quiet hour\nSELECT 1;\n"_s;
    AnalysisSettings settings = boundedWaits();
    settings.disabledRules = {u"index-build-blocks-writes"_s};
    QCOMPARE(summary(analyse(inputOf(script, Dialect::PostgreSql), settings).findings), QString());
    const QString mysql = u"-- whimbrel: ignore ddl-commits-implicitly it is one\nSELECT 1;\n"_s;
    QCOMPARE(summary(analyse(inputOf(mysql, Dialect::PostgreSql)).findings), QString());
}

void TstSuppressions::switchesAndSeverities()
{
    const AnalysisInput input = inputOf(u"CREATE INDEX i ON t (a)"_s, Dialect::PostgreSql);
    AnalysisSettings settings = boundedWaits();
    settings.severities = {{u"index-build-blocks-writes"_s, Severity::Info}};
    QCOMPARE(summary(analyse(input, settings).findings), u"1: index-build-blocks-writes info"_s);
    QCOMPARE(analyse(input, settings).worst(), std::optional(Severity::Info));
    settings.disabledRules = {u"index-build-blocks-writes"_s};
    QCOMPARE(summary(analyse(input, settings).findings), QString());
    QCOMPARE(analyse(input, settings).worst(), std::nullopt);

    const AnalysisInput enumValue = inputOf(u"ALTER TYPE mood ADD VALUE 'x'"_s, Dialect::PostgreSql);
    QCOMPARE(summary(analyse(enumValue, settings).findings), QString());
    settings.enabledRules = {u"enum-value-order"_s};
    settings.severities = {{u"enum-value-order"_s, Severity::Error}};
    QCOMPARE(summary(analyse(enumValue, settings).findings), u"1: enum-value-order error"_s);
}

void TstSuppressions::annotationsKnowTheirPlaces()
{
    const QString script = u"-- whimbrel: phase expand\n\nSELECT 1;\n-- whimbrel: batch size=10\nUPDATE t SET a = 1; -- whimbrel: expect up x\n"_s;
    const QList<Annotation> found = annotations(inputOf(script, Dialect::PostgreSql), Dialect::PostgreSql);
    QCOMPARE(found.size(), 3);
    QCOMPARE(found.at(0).target, Annotation::Target::File);
    QCOMPARE(found.at(0).word, u"phase"_s);
    QCOMPARE(found.at(0).rest, u"expand"_s);
    QCOMPARE(found.at(1).target, Annotation::Target::Statement);
    QCOMPARE(found.at(1).statement, 1);
    QCOMPARE(found.at(1).start.line, 4);
    QCOMPARE(found.at(2).statement, 1);
    QCOMPARE(found.at(2).start.line, 5);
    QCOMPARE(found.at(2).start.column, 21);
}

WHIMBREL_TEST(TstSuppressions)
#include "tst_suppressions.moc"
