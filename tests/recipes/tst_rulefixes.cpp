// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixexamples.h"
#include "safety/rules/rule.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

struct WithoutFix
{
    QLatin1StringView rule;
    QLatin1StringView reason;
    quint8 dialects = Rule::Any;
};

/// Rules at warning or above for whose findings no quick fix is offered, and why none can be. A new rule is either answered by
/// a fix or stands here.
constexpr WithoutFix exceptions[] = {
    {"concurrent-drop-not-possible"_L1, "the example is in a transaction, where what is left of a list cannot stay; and what serves a constraint goes with it"_L1},
    {"lock-timeout-on-concurrent"_L1, "tools send a file outside of transactions as one string: a SET beside the concurrent build would make a transaction of both"_L1},
    {"concurrent-index-corruption"_L1, "the server is what has to change"_L1},
    {"exclusion-constraint-builds-under-lock"_L1, "PostgreSQL has no form of EXCLUDE that takes an index built before"_L1},
    {"constrained-domain-column-rewrites"_L1, "another type than the one asked for"_L1},
    {"type-change-blocked"_L1, "what uses the column, and whether it can be away for a moment, is for a person to look at"_L1},
    {"rewrite-other"_L1, "tools outside the server do it, such as pg_repack"_L1},
    {"trigger-change-blocks-writes"_L1, "the lock is short; lock-without-timeout bounds the wait for it"_L1},
    {"policy-rule-rls-blocks"_L1, "the lock is short; lock-without-timeout bounds the wait for it"_L1},
    {"explicit-table-lock"_L1, "which mode serves is known to whoever wrote what follows"_L1},
    {"domain-constraint-locks-users"_L1, "NOT VALID leaves the check to a quiet hour, which a person picks"_L1},
    {"composite-type-change-locks"_L1, "a new type is a new name in the code"_L1},
    {"drop-cascade-hidden-objects"_L1, "what else goes is for a person to look at, one by one"_L1},
    {"object-missing-or-duplicate"_L1, "the name or the order is wrong, and nobody but its writer knows which"_L1},
    {"identifier-truncated"_L1, "a name is its writer's choice"_L1},
    {"foreign-key-type-mismatch"_L1, "either of the two columns may be the one that is wrong"_L1},
    {"foreign-key-references-non-unique"_L1, "whether the columns are to be unique is a question to the data"_L1},
    {"security-definer-search-path"_L1, "which schemas the function reads is in its body"_L1},
    {"text-left-open"_L1, "where the text was to end is not told"_L1},
    {"not-valid-constraint-still-binds-writers"_L1, "code comes first; no statement makes it"_L1},
    {"session-setting-leaks"_L1, "the example switches the checks off, which is right at no time; other settings are taken back at the end"_L1},
    {"constraint-dropped"_L1, "code comes first; no statement makes it"_L1},
    {"drop-not-null-breaks-readers"_L1, "code comes first; no statement makes it"_L1},
    {"constraint-added-breaks-writers"_L1, "code comes first; no statement makes it"_L1},
    {"schema-or-type-rename-breaks-code"_L1, "everything in it would have to be there twice"_L1},
    {"view-redefinition-breaks"_L1, "which columns the readers need is theirs to say"_L1},
    {"function-drop-breaks-callers"_L1, "the catalog keeps no text of a function, so that nothing could undo it"_L1},
    {"enum-value-rename-breaks-code"_L1, "PostgreSQL cannot drop the old value afterwards"_L1},
    {"type-narrowing-breaks-code"_L1, "what becomes of values that do not fit is for a person to say"_L1},
    {"function-signature-change"_L1, "the new name is its writer's choice"_L1},
    {"sequence-or-serial-int-limit"_L1, "the code has to know the wider type first; the recipe change-type is the way there"_L1},
    {"truncate-existing"_L1, "whether all rows are to go is for a person to say"_L1},
    {"truncate-cascade"_L1, "whether those of the others are to go is for a person to say"_L1},
    {"delete-everything"_L1, "whether all rows are to go is for a person to say"_L1},
    {"drop-database"_L1, "belongs in no migration"_L1},
    {"drop-schema"_L1, "what goes with it is for a person to look at"_L1},
    {"drop-owned"_L1, "what goes with it is for a person to look at"_L1},
    {"force-recreate-table"_L1, "either the table or its rows are meant"_L1},
    {"revoke-or-disable"_L1, "what replaces it is for a person to say"_L1},
    {"contract-gate"_L1, "it asks a person, who says so when it runs"_L1},
    {"mysql-implicit-timestamp"_L1, "whether NULL and a default are meant is not told"_L1},
    {"sqlite-rebuild-order"_L1, "what the script makes of the old table in between cannot be moved by itself"_L1},
    {"sqlite-nullable-to-not-null"_L1, "which value such rows get is for a person to say"_L1},
    {"sqlite-whole-database-lock"_L1, "what is long needs a quiet hour; BEGIN IMMEDIATE is another lock for all that the transaction reads"_L1},
    {"table-without-primary-key"_L1, "which columns tell its rows apart is for a person to say"_L1},
    {"suppression-without-reason"_L1, "the reason is what is missing"_L1},
    {"suppression-of-unknown-rule"_L1, "which rule was meant is not told"_L1},
    {"unknown-whimbrel-word"_L1, "which word was meant is not told"_L1},
    {"default-change-surprises"_L1, "the rebuild that sqlite-unsupported-alter offers is another statement's"_L1, Rule::SQLite},
};

/// The example as a file that raises it.
QString exampleFile(const Rule &rule)
{
    const QString bad = QString::fromUtf8(rule.bad);
    const bool isOwnTransaction = bad.contains("BEGIN;"_L1);
    return isOwnTransaction ? u"-- migrate:up transaction:false\n%1;\n\n-- migrate:down\n"_s.arg(bad) : Test::fileWith(bad);
}

quint8 dialectFlag(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return Rule::PostgreSql;
    case Dialect::MySql:
        return Rule::MySql;
    case Dialect::MariaDb:
        return Rule::MariaDb;
    case Dialect::SQLite:
        return Rule::SQLite;
    }
    Q_UNREACHABLE_RETURN(0);
}

/// What is found in the rule's bad example.
QList<Finding> findingsOf(const Rule &rule, Dialect dialect)
{
    const QString id = QString::fromLatin1(rule.id);
    const Test::FixExample example{.dialect = dialect, .rule = id, .schema = QString::fromUtf8(rule.setup)};
    Catalog catalog = Test::catalogOf(example);
    const QString text = exampleFile(rule);
    const MigrationScripts scripts = Test::parsed(text);
    AnalysisInput input = Test::inputOf(u"x.sql"_s, scripts.up, dialect, Direction::Up, declaredPhase(text));
    input.head = text.first(text.indexOf("-- migrate:up"_L1));
    AnalysisSettings settings = Test::fixSettings(id);
    settings.waitsAreBounded = false;
    QList<Finding> found = analyseScript(input, catalog, settings).findings;
    found.removeIf([&](const Finding &finding) { return finding.rule != id; });
    return found;
}

} // namespace

/// Every finding has its safe way in one key, or a reason why not.
class TstRuleFixes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void hasItsFix_data();
    void hasItsFix();
    void exceptionsAreRules();
};

void TstRuleFixes::hasItsFix_data()
{
    QTest::addColumn<QString>("id");
    for (const Rule *rule : allRules()) {
        if (rule->severity >= Severity::Warning)
            QTest::newRow(rule->id) << QString::fromLatin1(rule->id);
    }
}

void TstRuleFixes::hasItsFix()
{
    QFETCH(const QString, id);
    const Rule &rule = *Whimbrel::rule(id);
    const auto exception = std::ranges::find(exceptions, id, &WithoutFix::rule);
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::MySql, Dialect::SQLite}) {
        const QList<Finding> found = rule.isFor(dialect) ? findingsOf(rule, dialect) : QList<Finding>();
        const bool isFixed = std::ranges::any_of(found, [](const Finding &finding) { return !finding.fixes.isEmpty(); });
        const bool isException = exception != std::end(exceptions) && (exception->dialects & dialectFlag(dialect));
        const QString where = dialectId(dialect);
        if (isFixed)
            QVERIFY2(!isException, qPrintable(u"%1: there is a fix; the reason why there is none is out of date"_s.arg(where)));
        else if (!found.isEmpty())
            QVERIFY2(isException, qPrintable(u"%1: no fix, and no reason why"_s.arg(where)));
    }
}

void TstRuleFixes::exceptionsAreRules()
{
    QSet<QLatin1StringView> seen;
    for (const WithoutFix &exception : exceptions) {
        const Rule *rule = Whimbrel::rule(exception.rule);
        QVERIFY2(rule && rule->severity >= Severity::Warning, exception.rule.data());
        QVERIFY2(!seen.contains(exception.rule), exception.rule.data());
        seen.insert(exception.rule);
        QVERIFY(!exception.reason.isEmpty());
    }
}

WHIMBREL_TEST(TstRuleFixes)
#include "tst_rulefixes.moc"
