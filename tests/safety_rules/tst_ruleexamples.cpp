// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

namespace {

/// What an example raises beside its own rule, and why that is right. `*` stands for every rule.
struct Companion
{
    QLatin1StringView rule;
    QLatin1StringView other;
    QLatin1StringView reason;
};

constexpr Companion badCompanions[] = {
    {"*"_L1, "cached-plan-result-change"_L1, "a note on every change of a table's columns"_L1},
    {"*"_L1, "constraint-added-breaks-writers"_L1, "a new constraint also binds the code that writes"_L1},
    {"*"_L1, "data-may-violate"_L1, "a new uniqueness also asks something of the rows"_L1},
    {"*"_L1, "rerun-not-possible"_L1, "examples run statement by statement"_L1},
    {"*"_L1, "ddl-commits-implicitly"_L1, "examples stand for one migration a statement"_L1},
    {"mysql-default-expression"_L1, "mysql-sbr-nondeterministic"_L1, "its default differs from server to server"_L1},
    {"mysql-sbr-nondeterministic"_L1, "mysql-default-expression"_L1, "its default is computed row by row"_L1},
    {"mysql-primary-key-drop"_L1, "constraint-dropped"_L1, "it drops a key"_L1},
    {"mysql-trust-no-instant-on-partition"_L1, "mysql-copy-alter"_L1, "it copies a table"_L1},
    {"mysql-osc-obstacles"_L1, "mysql-copy-alter"_L1, "it copies a table"_L1},
    {"sqlite-nullable-to-not-null"_L1, "unbatched-backfill"_L1, "it copies a table"_L1},
    {"drop-touches-referenced-table"_L1, "table-drop-breaks-code"_L1, "it drops a table"_L1},
    {"several-tables-locked-together"_L1, "unrelated-changes"_L1, "it changes two tables"_L1},
    {"split-alter-table"_L1, "type-change-rewrites"_L1, "the changes that ought to be one"_L1},
    {"type-narrowing-breaks-code"_L1, "type-change-rewrites"_L1, "a shorter type is checked row by row"_L1},
    {"drop-cascade-hidden-objects"_L1, "table-drop-breaks-code"_L1, "it drops a view"_L1},
    {"truncate-cascade"_L1, "truncate-existing"_L1, "it empties a table as well"_L1},
    {"force-recreate-table"_L1, "mixed-phases"_L1, "it takes a table away and adds one"_L1},
    {"drop-not-reversible"_L1, "column-drop-breaks-code"_L1, "it drops a column"_L1},
    {"sqlite-drop-column-limits"_L1, "column-drop-breaks-code"_L1, "it drops a column"_L1},
    {"drop-not-reversible"_L1, "missing-down"_L1, "there is no way down"_L1},
    {"mixed-phases"_L1, "column-drop-breaks-code"_L1, "it drops a column"_L1},
    {"revoke-or-disable"_L1, "trigger-change-blocks-writes"_L1, "disabling a trigger stops writes"_L1},
    {"suppression-of-unknown-rule"_L1, "table-drop-breaks-code"_L1, "nothing was silenced"_L1},
};

/// Findings at warning or above that a good example raises all the same.
constexpr Companion goodCompanions[] = {
    {"*"_L1, "constraint-added-breaks-writers"_L1, "a new constraint binds the code that writes, however it is added"_L1},
    {"*"_L1, "ddl-commits-implicitly"_L1, "examples stand for one migration a statement"_L1},
    {"drop-touches-referenced-table"_L1, "table-drop-breaks-code"_L1, "it drops a table all the same"_L1},
    {"drop-cascade-hidden-objects"_L1, "table-drop-breaks-code"_L1, "it drops views all the same"_L1},
    {"drop-not-reversible"_L1, "column-drop-breaks-code"_L1, "it drops a column all the same"_L1},
    {"split-alter-table"_L1, "type-change-rewrites"_L1, "one pass instead of two is still a pass"_L1},
};

template<size_t n>
bool isExpected(const Companion (&companions)[n], const QString &rule, const QString &other)
{
    return std::ranges::any_of(companions, [&](const Companion &companion) {
        return (companion.rule == "*"_L1 || companion.rule == rule) && companion.other == other;
    });
}

} // namespace

class TstRuleExamples : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void badRaisesIt_data();
    void badRaisesIt();
    void goodDoesNot_data();
    void goodDoesNot();
};

void TstRuleExamples::badRaisesIt_data()
{
    QTest::addColumn<QString>("id");
    for (const Rule *rule : allRules())
        QTest::newRow(rule->id) << QString::fromLatin1(rule->id);
}

void TstRuleExamples::badRaisesIt()
{
    QFETCH(const QString, id);
    const Rule &rule = *Whimbrel::rule(id);
    const ScriptAnalysis analysis = analyseExample(rule, QString::fromUtf8(rule.bad), versionOf(rule));
    const QString all = summary(analysis.findings);

    QList<Finding> own;
    for (const Finding &finding : analysis.findings) {
        if (finding.rule == id)
            own.append(finding);
        else
            QVERIFY2(isExpected(badCompanions, id, finding.rule), qPrintable(all));
    }
    QVERIFY2(!own.isEmpty(), qPrintable(u"raised: "_s + all));
    static const QRegularExpression placeholder(u"%[1-9n]"_s);
    for (const Finding &finding : own) {
        QVERIFY(!finding.message.isEmpty());
        QVERIFY2(!finding.message.contains(placeholder), qPrintable(finding.message));
        QVERIFY2(finding.message.endsWith(u'.') || finding.message.endsWith(u'?'), qPrintable(finding.message));
        QVERIFY(!finding.why.isEmpty() && !finding.fix.isEmpty());
        QVERIFY2(finding.severity <= rule.severity, qPrintable(severityId(finding.severity)));
        QVERIFY(finding.start.offset <= finding.end.offset);
        qInfo().noquote() << finding.message;
    }
}

void TstRuleExamples::goodDoesNot_data()
{
    badRaisesIt_data();
}

void TstRuleExamples::goodDoesNot()
{
    QFETCH(const QString, id);
    const Rule &rule = *Whimbrel::rule(id);
    // The statement is the same there: what is good is the server.
    const ServerVersion version = id == "concurrent-index-corruption"_L1 ? ServerVersion{14, 4, 0} : versionOf(rule);
    const ScriptAnalysis analysis = analyseExample(rule, QString::fromUtf8(rule.good), version);
    const QString all = summary(analysis.findings);
    for (const Finding &finding : analysis.findings) {
        QVERIFY2(finding.rule != id, qPrintable(all));
        const bool isCalm = finding.severity == Severity::Info || isExpected(goodCompanions, id, finding.rule);
        QVERIFY2(isCalm, qPrintable(all));
    }
}

WHIMBREL_TEST(TstRuleExamples)
#include "tst_ruleexamples.moc"
