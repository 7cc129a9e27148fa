// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "patience.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

namespace {

/// One line a statement: whether it stands in a transaction, and what that holds when it begins.
QString heldText(const ScriptAnalysis &analysis)
{
    QStringList lines;
    for (const StatementAnalysis &statement : analysis.statements) {
        QStringList held;
        for (qsizetype i = 0; i < statement.held.size(); ++i)
            held.append(u"%1@%2"_s.arg(statement.held.at(i).relation.name).arg(statement.heldSince.at(i)));
        lines.append((statement.inTransaction ? u"in "_s : u"- "_s) + held.join(u','));
    }
    for (QString &line : lines)
        line = line.trimmed();
    return lines.join(u'\n');
}

ScriptAnalysis analyse(const QString &script, ScriptTransaction transaction, Catalog &catalog)
{
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    return analyseScript(inputOf(script, catalog.dialect(), transaction), catalog, settings);
}

} // namespace

class TstScriptWalk : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void transactions_data();
    void transactions();
    void rollbackTakesTheSchemaBack();
    void savepointTakesLocksAndSchemaBack();
    void aTableIsOneByAnyName();
    void settingsEndWithTheirTransaction();
    void whatIsNewIsExempt_data();
    void whatIsNewIsExempt();
    void replayLeavesTheSameSchema();
    void whatIsRefusedChangesNothing_data();
    void whatIsRefusedChangesNothing();
    void downScriptsGetNoCompatibilityRules();
    void smallTablesAreCalm();
    void manyRowsCostLittle();
};

void TstScriptWalk::transactions_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<ScriptTransaction>("transaction");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, ScriptTransaction transaction, const QString &script, const QString &expected) {
        QTest::newRow(name) << script << transaction << expected;
    };
    using enum ScriptTransaction;
    const QString two = u"ALTER TABLE t ADD x int; ALTER TABLE p ADD x int"_s;
    row("autocommit", Autocommit, two, u"-\n-"_s);
    row("wrapped", Wrapped, two, u"in\nin t@0"_s);
    row("one query", OneQuery, two, u"in\nin t@0"_s);
    row("one statement as one query", OneQuery, u"ALTER TABLE t ADD x int"_s, u"-"_s);
    row("begun and committed", Autocommit, u"BEGIN; ALTER TABLE t ADD x int; ALTER TABLE p ADD x int; COMMIT; SELECT 1"_s,
        u"-\nin\nin t@1\nin t@1,p@2\n-"_s);
    row("commit and chain", Autocommit, u"BEGIN; ALTER TABLE t ADD x int; COMMIT AND CHAIN; SELECT 1"_s, u"-\nin\nin t@1\nin"_s);
    row("commit inside of one that is wrapped", Wrapped, u"ALTER TABLE t ADD x int; COMMIT; SELECT 1"_s, u"in\nin t@0\n-"_s);
    row("commit inside of one query", OneQuery, u"ALTER TABLE t ADD x int; COMMIT; SELECT 1; SELECT 2"_s, u"in\nin t@0\nin\nin"_s);
    row("begin inside of one that is wrapped", Wrapped, u"ALTER TABLE t ADD x int; BEGIN; SELECT 1"_s, u"in\nin t@0\nin t@0"_s);
    row("stronger later", Autocommit, u"BEGIN; CREATE INDEX i ON t (a); ALTER TABLE t ADD x int; SELECT 1; COMMIT"_s,
        u"-\nin\nin t@1\nin t@2\nin t@2"_s);
    row("made in it: nobody sees it", Autocommit, u"BEGIN; CREATE TABLE n (id int); ALTER TABLE n ADD x int; SELECT 1; COMMIT"_s,
        u"-\nin\nin\nin\nin"_s);
}

void TstScriptWalk::transactions()
{
    QFETCH(const QString, script);
    QFETCH(const ScriptTransaction, transaction);
    QFETCH(const QString, expected);
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    QCOMPARE(heldText(analyse(script, transaction, catalog)), expected);
}

void TstScriptWalk::rollbackTakesTheSchemaBack()
{
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    analyse(u"BEGIN; ALTER TABLE t ADD gone int; ROLLBACK; ALTER TABLE t ADD kept int"_s, ScriptTransaction::Autocommit, catalog);
    QVERIFY(!catalog.relation({{}, u"t"_s})->column(u"gone"_s));
    QVERIFY(catalog.relation({{}, u"t"_s})->column(u"kept"_s));

    analyse(u"ALTER TABLE t ADD gone int; ROLLBACK"_s, ScriptTransaction::Wrapped, catalog);
    QVERIFY(!catalog.relation({{}, u"t"_s})->column(u"gone"_s));
}

void TstScriptWalk::savepointTakesLocksAndSchemaBack()
{
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    const ScriptAnalysis analysis = analyse(u"ALTER TABLE t ADD x int; SAVEPOINT s; ALTER TABLE p ADD x int; ROLLBACK TO s; SELECT 1"_s,
                                            ScriptTransaction::Wrapped, catalog);
    QCOMPARE(heldText(analysis), u"in\nin t@0\nin t@0\nin t@0,p@2\nin t@0"_s);
    QVERIFY(catalog.relation({{}, u"t"_s})->column(u"x"_s));
    QVERIFY(!catalog.relation({{}, u"p"_s})->column(u"x"_s));
}

/// Nothing is known of the table until the first statement names it: the second does not wait for another one.
void TstScriptWalk::aTableIsOneByAnyName()
{
    Catalog catalog(Dialect::PostgreSql);
    const ScriptAnalysis analysis = analyse(u"ALTER TABLE t ADD x int; ALTER TABLE t ADD y int; ALTER TABLE public.t ADD z int"_s,
                                            ScriptTransaction::Wrapped, catalog);
    QCOMPARE(heldText(analysis), u"in\nin t@0\nin t@0"_s);
    QVERIFY(!std::ranges::contains(analysis.findings, u"several-tables-locked-together"_s, &Finding::rule));
}

void TstScriptWalk::settingsEndWithTheirTransaction()
{
    const auto waits = [](const QString &script) {
        Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
        AnalysisSettings settings;
        settings.waitsAreBounded = false;
        const auto analysis = analyseScript(inputOf(script, Dialect::PostgreSql), catalog, settings);
        return std::ranges::count(analysis.findings, u"lock-without-timeout"_s, &Finding::rule);
    };
    QCOMPARE(waits(u"ALTER TABLE t ADD x int"_s), 1);
    QCOMPARE(waits(u"SET lock_timeout = '2s'; ALTER TABLE t ADD x int"_s), 0);
    QCOMPARE(waits(u"SET lock_timeout = 0; ALTER TABLE t ADD x int"_s), 1);
    QCOMPARE(waits(u"SET lock_timeout = '2s'; RESET lock_timeout; ALTER TABLE t ADD x int"_s), 1);
    QCOMPARE(waits(u"SET lock_timeout = '2s'; RESET ALL; ALTER TABLE t ADD x int"_s), 1);
    QCOMPARE(waits(u"SELECT set_config('lock_timeout', '2s', false); ALTER TABLE t ADD x int"_s), 0);
    QCOMPARE(waits(u"BEGIN; SET LOCAL lock_timeout = '2s'; ALTER TABLE t ADD x int; COMMIT"_s), 0);
    QCOMPARE(waits(u"BEGIN; SET LOCAL lock_timeout = '2s'; COMMIT; ALTER TABLE t ADD x int"_s), 1);
    QCOMPARE(waits(u"BEGIN; SET lock_timeout = '2s'; ROLLBACK; ALTER TABLE t ADD x int"_s), 1);
    // Outside a transaction it sets nothing, which is said as well.
    QCOMPARE(waits(u"SET LOCAL lock_timeout = '2s'; ALTER TABLE t ADD x int"_s), 2);
    // The second request waits for nothing: the transaction has the lock.
    QCOMPARE(waits(u"BEGIN; ALTER TABLE t ADD x int; ALTER TABLE t ADD y int; COMMIT"_s), 1);
}

void TstScriptWalk::whatIsNewIsExempt_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    // squawk#349: no BEGIN is needed to see that nobody uses it
    QTest::newRow("an index on a new table") << u"CREATE TABLE n (id bigint PRIMARY KEY, a int); CREATE INDEX n_a ON n (a)"_s << QString();
    QTest::newRow("case and schema") << u"CREATE TABLE N (id bigint PRIMARY KEY, a int); CREATE INDEX n_a ON public.\"n\" (a)"_s << QString();
    QTest::newRow("another table") << u"CREATE TABLE n (id bigint PRIMARY KEY); CREATE INDEX i ON t (a)"_s
                                   << u"1: index-build-blocks-writes error"_s;
    QTest::newRow("a renamed one is not new") << u"ALTER TABLE t RENAME TO t2; CREATE INDEX i ON t2 (a)"_s
                                              << u"1: index-build-blocks-writes error\n1: work-while-holding-lock warning"_s;
    QTest::newRow("a temporary one") << u"CREATE TEMP TABLE n (id int, a int); CREATE INDEX n_a ON n (a)"_s << QString();
    QTest::newRow("a constraint") << u"CREATE TABLE n (id bigint PRIMARY KEY, a int); ALTER TABLE n ADD CHECK (a > 0)"_s << QString();
    QTest::newRow("its foreign key still locks the other")
        << u"CREATE TABLE n (id bigint PRIMARY KEY, p_id bigint UNIQUE); ALTER TABLE n ADD FOREIGN KEY (p_id) REFERENCES p"_s << QString();
}

void TstScriptWalk::whatIsNewIsExempt()
{
    QFETCH(const QString, script);
    QFETCH(const QString, expected);
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    ScriptAnalysis analysis = analyse(script, ScriptTransaction::Wrapped, catalog);
    analysis.findings.removeIf([](const Finding &finding) {
        return rule(finding.rule)->category != Rule::Category::Locks;
    });
    QCOMPARE(summary(analysis.findings), expected);
}

void TstScriptWalk::replayLeavesTheSameSchema()
{
    const QString script = u"BEGIN; CREATE TABLE n (id bigint PRIMARY KEY); ALTER TABLE n ADD a int; COMMIT; ALTER TABLE t DROP COLUMN a"_s;
    Catalog analysed = exampleCatalog(Dialect::PostgreSql);
    Catalog replayed = exampleCatalog(Dialect::PostgreSql);
    analyse(script, ScriptTransaction::Autocommit, analysed);
    replayScript(inputOf(script, Dialect::PostgreSql), replayed);
    for (const Catalog *catalog : {&analysed, &replayed}) {
        QVERIFY(catalog->relation({{}, u"n"_s})->column(u"a"_s));
        QVERIFY(!catalog->relation({{}, u"t"_s})->column(u"a"_s));
    }
    QCOMPARE(analysed.relation({{}, u"n"_s})->made, replayed.relation({{}, u"n"_s})->made);
}

void TstScriptWalk::whatIsRefusedChangesNothing_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<Catalog::Origin>("origin");
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("columns");
    using enum Catalog::Origin;
    const QString t = u"CREATE TABLE t (id int PRIMARY KEY, a int, b text);"_s;
    const auto row = [](const char *name, Dialect dialect, const QString &setup, const char *script, const char *columns,
                        Catalog::Origin origin = Connected) {
        QTest::newRow(name) << dialect << origin << setup << QString::fromUtf8(script) << QString::fromUtf8(columns);
    };
    using enum Dialect;
    row("all of a statement", PostgreSql, t, "ALTER TABLE t ADD x int, ADD a int", "id a b");
    row("IF NOT EXISTS", PostgreSql, t, "ALTER TABLE t ADD x int, ADD IF NOT EXISTS a int", "id a b x");
    row("absent", PostgreSql, t, "ALTER TABLE t ADD x int, DROP y", "id a b");
    row("absent, IF EXISTS", PostgreSql, t, "ALTER TABLE t ADD x int, DROP IF EXISTS y", "id a b x");
    row("there is one", PostgreSql, t, "CREATE TABLE t (z int)", "id a b");
    row("there is one, perhaps", PostgreSql, t, "CREATE TABLE t (z int)", "z", Replayed);
    row("there is one, and that is well", PostgreSql, t, "CREATE TABLE IF NOT EXISTS t (z int)", "id a b");
    row("a view reads it", PostgreSql, t + u"CREATE VIEW v AS SELECT a FROM t"_s, "ALTER TABLE t DROP a, DROP b", "id a b");
    row("a view reads it, in vain", PostgreSql, t + u"CREATE VIEW v AS SELECT a FROM t"_s, "ALTER TABLE t DROP a CASCADE, DROP b", "id");
    row("perhaps, by its rows", PostgreSql, t, "ALTER TABLE t ADD x int NOT NULL", "id a b x");
    row("perhaps, in a block", PostgreSql, t, "DO $$ BEGIN ALTER TABLE t DROP y; EXCEPTION WHEN others THEN NULL; END $$; ALTER TABLE t ADD x int", "id a b x");
    row("what comes behind it", PostgreSql, t, "ALTER TABLE t DROP y; ALTER TABLE t ADD x int", "id a b x");
    row("an algorithm that does not do", MySql, t, "ALTER TABLE t MODIFY a BIGINT, ADD x INT, ALGORITHM=INSTANT", "id a b");
    row("all of a statement of MySQL", MySql, t, "ALTER TABLE t ADD x INT, ADD A INT", "id a b");
    row("absent in MySQL", MySql, t, "ALTER TABLE t ADD x INT, DROP COLUMN y", "id a b");
    row("absent, IF EXISTS in MariaDB", MariaDb, t, "ALTER TABLE t ADD x INT, DROP COLUMN IF EXISTS y", "id a b x");
    row("renamed and used", MySql, t, "ALTER TABLE t RENAME COLUMN a TO c, ADD a INT", "id c b a");
    row("moved", MySql, t, "ALTER TABLE t DROP COLUMN a, ADD COLUMN a BIGINT", "id b a");
    row("an index names it", SQLite, t + u"CREATE INDEX i ON t (a)"_s, "ALTER TABLE t DROP COLUMN a", "id a b");
    row("a column without rows' values", SQLite, t, "ALTER TABLE t ADD COLUMN x TEXT UNIQUE", "id a b");
}

void TstScriptWalk::whatIsRefusedChangesNothing()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const Catalog::Origin, origin);
    QFETCH(const QString, setup);
    QFETCH(const QString, script);
    QFETCH(const QString, columns);
    const ServerVersion version = dialect == Dialect::SQLite ? ServerVersion{3, 46, 0} : ServerVersion{17, 4, 0};
    const auto columnsOf = [](const Catalog &catalog) {
        QStringList names;
        for (const CatalogColumn &column : catalog.relation({{}, u"t"_s})->columns)
            names.append(column.name);
        return names.join(u' ');
    };
    Catalog analysed = catalogOf(setup, dialect, version, origin);
    Catalog replayed = analysed;
    analyse(script, ScriptTransaction::Autocommit, analysed);
    QCOMPARE(columnsOf(analysed), columns);
    replayScript(inputOf(script, dialect), replayed);
    QCOMPARE(columnsOf(replayed), columns);
}

void TstScriptWalk::downScriptsGetNoCompatibilityRules()
{
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    AnalysisInput input = inputOf(u"ALTER TABLE t DROP COLUMN a; CREATE INDEX i ON t (c)"_s, Dialect::PostgreSql);
    input.direction = Direction::Down;
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    const ScriptAnalysis analysis = analyseScript(input, catalog, settings);
    QVERIFY(std::ranges::none_of(analysis.findings, [](const Finding &finding) {
        return rule(finding.rule)->category == Rule::Category::Compatibility;
    }));
    QVERIFY(std::ranges::contains(analysis.findings, u"index-build-blocks-writes"_s, &Finding::rule));
}

void TstScriptWalk::smallTablesAreCalm()
{
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    CatalogRelation table = *catalog.relation({{}, u"t"_s});
    table.statistics = RelationStatistics{.rows = 300, .bytes = 65'536};
    catalog.insert(table);
    AnalysisSettings settings;
    settings.waitsAreBounded = false;
    const ScriptAnalysis analysis = analyseScript(inputOf(u"CREATE INDEX i ON t (a)"_s, Dialect::PostgreSql), catalog, settings);
    // The build takes no time; what waits behind the lock does.
    QCOMPARE(summary(analysis.findings), u"1: index-build-blocks-writes info\n1: lock-without-timeout warning"_s);
    QCOMPARE(analysis.statements.constFirst().estimate.rows, 300);
}

void TstScriptWalk::manyRowsCostLittle()
{
    QString script;
    for (int i = 0; i < 50'000; ++i)
        script += u"INSERT INTO t (id, a) VALUES (%1, 1);\n"_s.arg(i);
    AnalysisInput input = inputOf(script, Dialect::PostgreSql, ScriptTransaction::Wrapped);
    input.readings.reserve(input.statements.size());
    for (const Statement &statement : std::as_const(input.statements))
        input.readings.append(readStatement(statement, Dialect::PostgreSql));
    Catalog catalog = exampleCatalog(Dialect::PostgreSql, {17, 4, 0});
    QElapsedTimer timer;
    timer.start();
    const ScriptAnalysis analysis = analyse(script, ScriptTransaction::Wrapped, catalog);
    qInfo("with reading: %lld ms", timer.restart());
    const ScriptAnalysis again = analyseScript(input, catalog, {});
    const qint64 elapsed = timer.elapsed();
    qInfo("without reading: %lld ms", elapsed);
    QCOMPARE(again.statements.size(), 50'000);
    QVERIFY(again.findings.size() < 5);
    // 100 ms where nothing else runs; the machines that tests run on are not like that.
    QVERIFY2(elapsed < 1000 * Test::patience, qPrintable(QString::number(elapsed)));
}

WHIMBREL_TEST(TstScriptWalk)
#include "tst_scriptwalk.moc"
