// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "test.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

class TstRules : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void areWellFormed();
    void idsAreUnique();
    void readOneByOne_data();
    void readOneByOne();
    void leavesBeWhatRealMigrationsDo_data();
    void leavesBeWhatRealMigrationsDo();
    void functionsByTheirArguments_data();
    void functionsByTheirArguments();
};

void TstRules::areWellFormed()
{
    static const QRegularExpression form(u"^[a-z0-9]+(-[a-z0-9]+)+$"_s);
    static const QRegularExpression tools(u"^([a-z_-]+: [^:;]+)(; [a-z_-]+: [^:;]+)*$"_s);
    for (const Rule *rule : allRules()) {
        const QString id = QString::fromLatin1(rule->id);
        QVERIFY2(form.match(id).hasMatch(), rule->id);
        QVERIFY2(rule->dialects & Rule::Any, rule->id);
        for (const QString &text : {rule->translatedWhy(), rule->translatedFix()})
            QVERIFY2(text.size() > 5 && (text.endsWith(u'.') || text.endsWith(u'?')), rule->id);
        QVERIFY2(rule->bad && *rule->bad && rule->good && *rule->good, rule->id);
        const QString equivalents = QString::fromUtf8(rule->equivalents);
        QVERIFY2(equivalents.isEmpty() || tools.match(equivalents).hasMatch(), rule->id);
        QCOMPARE(Whimbrel::rule(id), rule);
    }
    QCOMPARE(rule(u"no-such-rule"_s), nullptr);
}

void TstRules::idsAreUnique()
{
    QSet<QByteArray> ids;
    for (const Rule *rule : allRules()) {
        QVERIFY2(!ids.contains(rule->id), rule->id);
        ids.insert(rule->id);
    }
    QVERIFY(ids.size() > 100);
}

/// What other linters get wrong, by the complaints of their users, and other cases that the examples do not hold.
void TstRules::readOneByOne_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<ScriptTransaction>("transaction");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &script, const QString &expected,
                        ScriptTransaction transaction = ScriptTransaction::Autocommit) {
        QTest::newRow(name) << script << transaction << expected;
    };
    using enum ScriptTransaction;

    row("a foreign key on a new column reads nothing", u"ALTER TABLE c ADD q bigint UNIQUE REFERENCES p"_s,
        u"1: unique-constraint-builds-under-lock error"_s);
    row("a check of another column proves nothing",
        u"ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT n; ALTER TABLE t ALTER a SET NOT NULL"_s,
        u"1: set-not-null-scans error"_s);
    row("a check that is not valid proves nothing",
        u"ALTER TABLE t ADD CONSTRAINT n CHECK (a IS NOT NULL) NOT VALID; ALTER TABLE t ALTER a SET NOT NULL"_s,
        u"1: set-not-null-scans error"_s);
    row("already NOT NULL", u"ALTER TABLE t ALTER b SET NOT NULL"_s, QString());
    row("validated and set in one statement reads under the lock",
        u"ALTER TABLE t ADD CONSTRAINT n CHECK (a IS NOT NULL) NOT VALID; ALTER TABLE t VALIDATE CONSTRAINT n, ALTER a SET NOT NULL"_s,
        u"1: validate-in-same-transaction error\n1: set-not-null-scans error"_s);
    row("constant and stable defaults",
        u"ALTER TABLE t ADD d1 boolean DEFAULT true, ADD d2 timestamptz DEFAULT CURRENT_TIMESTAMP, ADD d3 int[] DEFAULT ARRAY[1], "
        u"ADD d4 timestamptz DEFAULT now() - interval '1 day', ADD d5 text DEFAULT lower('X')"_s,
        QString());
    row("volatile defaults", u"ALTER TABLE t ADD d1 float DEFAULT random()"_s, u"1: column-default-rewrites error"_s);
    row("a longer varchar is free", u"ALTER TABLE t ALTER c TYPE varchar(100), ALTER name TYPE text"_s, QString());
    row("a primary key by index on a column that may be NULL",
        u"CREATE UNIQUE INDEX CONCURRENTLY i ON loose (id); ALTER TABLE loose ADD CONSTRAINT k PRIMARY KEY USING INDEX i"_s,
        u"1: primary-key-builds-under-lock error"_s);
    row("in a DO block", u"DO $$ BEGIN ALTER TABLE t ALTER a SET NOT NULL; END $$"_s, u"1: set-not-null-scans error"_s);
    row("a function's body does not run now",
        u"CREATE FUNCTION g() RETURNS void LANGUAGE plpgsql AS $$ BEGIN DROP TABLE t; END $$"_s, QString());
    row("concurrently, wrapped by the tool", u"CREATE INDEX CONCURRENTLY i ON t (a)"_s, u"1: concurrent-in-transaction error"_s, Wrapped);
    row("concurrently, alone in one query", u"CREATE INDEX CONCURRENTLY i ON t (a)"_s, QString(), OneQuery);
    row("concurrently, with another in one query", u"SELECT 1; CREATE INDEX CONCURRENTLY i ON t (a)"_s,
        u"1: concurrent-in-transaction error"_s, OneQuery);
    row("concurrently on a partitioned table", u"CREATE INDEX CONCURRENTLY i ON events (at)"_s, u"1: index-on-partitioned-table error"_s);
    row("metadata only behind a lock", u"ALTER TABLE t ADD x int; ALTER TABLE t ADD y int; COMMENT ON COLUMN t.x IS 'x'"_s, QString(), Wrapped);
    row("one row behind a lock", u"ALTER TABLE t ADD x int; UPDATE t SET a = 1 WHERE id = 7; INSERT INTO t (id, b) VALUES (1, 2)"_s, QString(),
        Wrapped);
    row("many rows behind a foreign key's lock",
        u"ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (p_id) REFERENCES p NOT VALID; DELETE FROM big WHERE id < 1000"_s,
        u"1: work-while-holding-lock warning"_s, Wrapped);
    row("several files' worth of begin", u"BEGIN; ALTER TABLE t ADD x int; COMMIT; BEGIN; ALTER TABLE p ADD x int; COMMIT"_s, QString());
    row("dropping a column with a foreign key locks the other table", u"ALTER TABLE order_items DROP COLUMN order_id"_s,
        u"1: drop-touches-referenced-table error"_s);
    row("a partition is dropped", u"DROP TABLE parts_1"_s, u"1: partition-detach-blocks warning"_s);
    row("an enum's value before it is committed", u"ALTER TYPE mood ADD VALUE 'it''s'; UPDATE t SET m = 'it''s' WHERE id = 1"_s,
        u"1: enum-value-used-too-early error"_s, OneQuery);
    row("a lock that does not wait", u"LOCK TABLE t IN ACCESS EXCLUSIVE MODE NOWAIT"_s, QString(), Wrapped);
    row("nothing is said of what cannot be read", u"ALTER SPROCKET t FROB"_s, u"1: opaque-dynamic-sql info"_s);
    row("nobody uses a table made above", u"CREATE TABLE n (id bigint PRIMARY KEY, u bigint); CREATE INDEX n_u ON n (u); ALTER TABLE n ADD CHECK (u > 0); "
        u"ALTER TABLE n ALTER u SET NOT NULL; ALTER TABLE n ALTER u TYPE int"_s, QString());
    row("a table that may have been there", u"CREATE TABLE IF NOT EXISTS big (id bigint PRIMARY KEY, x int); CREATE INDEX big_x ON big (x)"_s,
        u"1: index-build-blocks-writes error"_s);
    row("another name makes no new table", u"ALTER TABLE big RENAME TO bigger; CREATE INDEX bigger_n ON bigger (n)"_s,
        u"1: index-build-blocks-writes error"_s);
    row("a new table's key locks an old one", u"CREATE TABLE n (id bigint PRIMARY KEY, u bigint UNIQUE REFERENCES users); UPDATE big SET x = 1 WHERE x < 5"_s,
        u"1: new-table-locks-referenced-table warning\n1: unbatched-backfill warning"_s, Wrapped);
    row("not validated in the steps that lead there",
        u"ALTER TABLE t ADD CONSTRAINT n CHECK (a > 0) NOT VALID; ALTER TABLE t ADD COLUMN y int"_s, QString());
    row("settings put back", u"SET row_security = off; SET row_security = on; SET search_path = app; SET search_path = DEFAULT"_s, QString());
    row("the last word is ROLLBACK", u"BEGIN; ALTER TABLE t ADD x int; ROLLBACK"_s, u"1: transaction-left-open warning"_s);
}

/// CREATE OR REPLACE FUNCTION beside functions that are there.
void TstRules::functionsByTheirArguments_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &script, const QString &expected) { QTest::newRow(name) << script << expected; };
    const QString sql = u" LANGUAGE sql AS 'select 1'"_s;
    row("replaced", u"CREATE OR REPLACE FUNCTION f(integer) RETURNS int"_s + sql, QString());
    row("an argument more", u"CREATE OR REPLACE FUNCTION f(int, b int DEFAULT 1) RETURNS int"_s + sql, u"1: function-signature-change warning"_s);
    row("another type", u"CREATE OR REPLACE FUNCTION f(bigint) RETURNS int"_s + sql, u"1: function-signature-change warning"_s);
    row("another result", u"CREATE OR REPLACE FUNCTION f(int) RETURNS text"_s + sql, u"1: function-signature-change error"_s);
    row("the old one goes", u"CREATE OR REPLACE FUNCTION f(bigint) RETURNS int"_s + sql + u"; DROP FUNCTION f(int)"_s, QString());
    row("two made side by side", u"CREATE OR REPLACE FUNCTION g(int) RETURNS int"_s + sql + u"; CREATE OR REPLACE FUNCTION g(text) RETURNS int"_s + sql,
        QString());
    row("said to be another one", u"CREATE FUNCTION f(bigint) RETURNS int"_s + sql, QString());
    row("a procedure", u"CREATE OR REPLACE PROCEDURE q(int)"_s + sql, QString());
}

void TstRules::functionsByTheirArguments()
{
    QFETCH(const QString, script);
    QFETCH(const QString, expected);
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    ScriptAnalysis analysis = analyseScript(inputOf(script, Dialect::PostgreSql, ScriptTransaction::Autocommit), catalog, {});
    analysis.findings.removeIf([](const Finding &finding) { return finding.rule != u"function-signature-change"_s; });
    QCOMPARE(summary(analysis.findings), expected);
}

void TstRules::readOneByOne()
{
    QFETCH(const QString, script);
    QFETCH(const ScriptTransaction, transaction);
    QFETCH(const QString, expected);
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    ScriptAnalysis analysis = analyseScript(inputOf(script, Dialect::PostgreSql, transaction), catalog, settings);
    analysis.findings.removeIf([](const Finding &finding) {
        const Rule::Category category = rule(finding.rule)->category;
        const bool isAsked = category == Rule::Category::Locks || category == Rule::Category::Execution;
        return !isAsked || finding.rule == u"rerun-not-possible"_s || finding.rule == u"data-may-violate"_s
            || finding.rule == u"foreign-key-without-index"_s;
    });
    QCOMPARE(summary(analysis.findings), expected);
}

/// Idioms of migrations in the wild that a rule must not take for what it looks for.
void TstRules::leavesBeWhatRealMigrationsDo_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("rule");
    const auto row = [](const char *name, Dialect dialect, const QString &rule, const QString &script) {
        QTest::newRow(name) << dialect << script << rule;
    };
    const QString leaks = u"session-setting-leaks"_s;
    row("a setting goes back to the usual", Dialect::MariaDb, leaks, u"SET foreign_key_checks = 0; DROP TABLE t; SET foreign_key_checks = 1"_s);
    row("a setting goes back to what it was", Dialect::MySql, leaks,
        u"SET @OLD_SQL_MODE = @@SQL_MODE, SQL_MODE = 'ANSI_QUOTES'; DROP TABLE t; SET SQL_MODE = @OLD_SQL_MODE"_s);
    row("the server's default", Dialect::PostgreSql, leaks, u"SET row_security = on; SET role = none"_s);
    const QString callers = u"function-drop-breaks-callers"_s;
    row("a procedure is made anew", Dialect::MariaDb, callers,
        u"DROP PROCEDURE IF EXISTS p; CREATE PROCEDURE p() BEGIN SELECT 1; END"_s);
    row("a procedure for the script alone", Dialect::MySql, callers,
        u"DROP PROCEDURE IF EXISTS p; CREATE PROCEDURE p() BEGIN SELECT 1; END; CALL p(); DROP PROCEDURE p"_s);
    row("all of a column said again", Dialect::MySql, u"constraint-added-breaks-writers"_s, u"ALTER TABLE t MODIFY a INT NOT NULL"_s);
    row("a table that something unreadable may have made", Dialect::SQLite, u"object-missing-or-duplicate"_s,
        u"DROP TABLE IF EXISTS n; CREATE TABLE n (a varchar(9) binary NOT NULL); INSERT INTO n SELECT 1"_s);
    row("a table built again", Dialect::SQLite, u"mixed-phases"_s,
        u"CREATE TABLE n (a INT, b INT); INSERT INTO n SELECT a, b FROM old; DROP TABLE old; ALTER TABLE n RENAME TO old; CREATE INDEX i ON old (a)"_s);
}

void TstRules::leavesBeWhatRealMigrationsDo()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, script);
    QFETCH(const QString, rule);
    Catalog catalog(dialect);
    const ScriptAnalysis analysis = analyseScript(inputOf(script, dialect), catalog, {});
    QVERIFY2(!std::ranges::contains(analysis.findings, rule, &Finding::rule), qPrintable(summary(analysis.findings)));
}

WHIMBREL_TEST(TstRules)
#include "tst_rules.moc"
