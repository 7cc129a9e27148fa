// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/formats/migrationformat.h"
#include "safety/analysis.h"
#include "safety/phase.h"
#include "sql/splitter.h"
#include "test.h"

#include <QDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

const QString tables = u"CREATE TABLE t (id bigint PRIMARY KEY, a int, b int NOT NULL DEFAULT 0, c varchar(50), email text);"
                       "CREATE TABLE other (id bigint PRIMARY KEY, r text);"
                       "CREATE TABLE child (id bigint PRIMARY KEY, t_id bigint REFERENCES t);"
                       "CREATE VIEW v AS SELECT id, a FROM t;"_s;

AnalysisInput inputOf(const MigrationScript &script, Dialect dialect)
{
    AnalysisInput input;
    input.file = u"x.sql"_s;
    input.version = u"1"_s;
    input.text = script.text;
    input.start = script.start;
    input.statements = splitScript(script.text, dialect, script.start).statements;
    input.transaction = script.transaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
    return input;
}

QList<Operation> operationsOf(const AnalysisInput &input, Dialect dialect)
{
    QList<Operation> operations;
    for (const Statement &statement : input.statements)
        operations += readStatement(statement, dialect).operations;
    return operations;
}

/// A migration in dbmate's form, or SQL alone, after `tables`.
ScriptAnalysis analyse(const QString &text, Dialect dialect = Dialect::PostgreSql, const QString &setup = tables)
{
    Catalog catalog(dialect, Catalog::Origin::Replayed);
    replayScript(inputOf({.text = setup, .start = {}, .exists = true}, dialect), catalog);
    catalog.beginMigration();
    MigrationScripts scripts;
    scripts.up = {.text = text, .start = {}, .exists = true};
    if (text.contains(u"-- migrate:up"))
        scripts = migrationFormat(u"dbmate"_s)->parse(text, u"x.sql"_s).value();
    AnalysisInput input = inputOf(scripts.up, dialect);
    input.declaredPhase = declaredPhase(text);
    if (text.contains(u"-- migrate:up")) {
        const AnalysisInput down = inputOf(scripts.down, dialect);
        input.counterpart = AnalysisInput::Counterpart{.exists = scripts.down.exists, .hasComment = scripts.down.text.section(u'\n', 1).contains(u"--"),
                                                       .operations = operationsOf(down, dialect)};
    }
    return analyseScript(input, catalog, {});
}

QStringList messages(const ScriptAnalysis &analysis, const QString &rule)
{
    QStringList texts;
    for (const Finding &finding : analysis.findings) {
        if (finding.rule == rule)
            texts.append(finding.message);
    }
    return texts;
}

} // namespace

class TstPrinciples : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void phases_data()
    {
        QTest::addColumn<QString>("sql");
        QTest::addColumn<QString>("phase");
        QTest::newRow("new table") << u"CREATE TABLE n (id bigint PRIMARY KEY); CREATE UNIQUE INDEX n_i ON n (id)"_s << u"expand"_s;
        QTest::newRow("column") << u"ALTER TABLE t ADD COLUMN x int"_s << u"expand"_s;
        QTest::newRow("required column") << u"ALTER TABLE t ADD COLUMN x int NOT NULL"_s << u"contract"_s;
        QTest::newRow("column with a default") << u"ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 1"_s << u"expand"_s;
        QTest::newRow("backfill") << u"UPDATE t SET a = 1 WHERE a IS NULL"_s << u"migrate"_s;
        QTest::newRow("column and its backfill") << u"ALTER TABLE t ADD COLUMN x int; UPDATE t SET x = a"_s << u"migrate"_s;
        QTest::newRow("seed of a new table") << u"CREATE TABLE n (id bigint PRIMARY KEY); INSERT INTO n VALUES (1)"_s << u"expand"_s;
        QTest::newRow("help that goes again") << u"CREATE TABLE help (id bigint); INSERT INTO help SELECT id FROM t; DROP TABLE help"_s << u"expand"_s;
        QTest::newRow("drop") << u"ALTER TABLE t DROP COLUMN a"_s << u"contract"_s;
        QTest::newRow("not null") << u"ALTER TABLE t ALTER COLUMN a SET NOT NULL"_s << u"contract"_s;
        QTest::newRow("unique index") << u"CREATE UNIQUE INDEX CONCURRENTLY u ON t (email)"_s << u"contract"_s;
        QTest::newRow("index") << u"CREATE INDEX i ON t (a)"_s << u"expand"_s;
        QTest::newRow("rename") << u"ALTER TABLE t RENAME TO t2"_s << u"contract"_s;
        QTest::newRow("rename behind a view") << u"ALTER TABLE t RENAME TO t2; CREATE VIEW t AS SELECT * FROM t2"_s << u"expand"_s;
        QTest::newRow("wider type") << u"ALTER TABLE t ALTER COLUMN c TYPE varchar(80)"_s << u"expand"_s;
        QTest::newRow("narrower type") << u"ALTER TABLE t ALTER COLUMN c TYPE varchar(8)"_s << u"contract"_s;
        QTest::newRow("view again") << u"DROP VIEW v; CREATE VIEW v AS SELECT id, a FROM t"_s << u"migrate"_s;
        QTest::newRow("settings") << u"SET lock_timeout = '2s'"_s << QString();
        QTest::newRow("in a DO") << u"DO $$ BEGIN ALTER TABLE t DROP COLUMN a; END $$"_s << u"contract"_s;
    }

    void phases()
    {
        QFETCH(const QString, sql);
        QTEST(phaseId(analyse(sql).phase), "phase");
    }

    /// Every migration of the sample declares its phase; what is inferred from its statements is the same.
    void phasesOfTheSample()
    {
        const QDir folder(QStringLiteral(WHIMBREL_SOURCE_DIR "/resources/sample/db/migrations"));
        Catalog catalog(Dialect::SQLite, Catalog::Origin::Replayed);
        int compared = 0;
        for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const MigrationScripts scripts = migrationFormat(u"dbmate"_s)->parse(QString::fromUtf8(file.readAll()), name).value();
            const AnalysisInput input = inputOf(scripts.up, Dialect::SQLite);
            const Catalog before = catalog;
            catalog.beginMigration();
            replayScript(input, catalog);
            const MigrationPhase inferred = inferredPhase(operationsOf(input, Dialect::SQLite), before, catalog, madeRelations(operationsOf(input, Dialect::SQLite)));
            QVERIFY2(inferred == scripts.phase, qPrintable(u"%1: %2, declared %3"_s.arg(name, phaseId(inferred), phaseId(scripts.phase))));
            ++compared;
        }
        QCOMPARE(compared, 12);
    }

    void aDeclaredContractAsksOnce()
    {
        const ScriptAnalysis silent = analyse(u"-- whimbrel: phase contract\nALTER TABLE t DROP COLUMN a; DROP TABLE other;"_s);
        QCOMPARE(messages(silent, u"contract-gate"_s), QStringList{u"Contract step: is the code that relies on the old shape of “t.a”, “other” gone "
                                                                   "from every server?"_s});
        QVERIFY(messages(silent, u"column-drop-breaks-code"_s).isEmpty());
        QVERIFY(messages(silent, u"table-drop-breaks-code"_s).isEmpty());
        QVERIFY(!messages(analyse(u"ALTER TABLE t DROP COLUMN a"_s), u"column-drop-breaks-code"_s).isEmpty());
    }

    void aRenameBehindAViewBreaksNothing()
    {
        QVERIFY(messages(analyse(u"ALTER TABLE t RENAME TO t2; CREATE VIEW t AS SELECT * FROM t2"_s), u"table-rename-breaks-code"_s).isEmpty());
        QCOMPARE(messages(analyse(u"ALTER TABLE t RENAME TO t2"_s), u"table-rename-breaks-code"_s).size(), 1);
    }

    void whatTheMigrationMadeItMayBreak()
    {
        const QString sql = u"CREATE TABLE n (id bigint PRIMARY KEY, a int); ALTER TABLE n RENAME COLUMN a TO b; ALTER TABLE n DROP COLUMN b;"
                            "ALTER TABLE n ADD COLUMN r int NOT NULL; TRUNCATE n; DELETE FROM n; DROP TABLE n;"_s;
        for (const Finding &finding : analyse(sql).findings)
            QVERIFY2(finding.severity == Severity::Info, qPrintable(u"%1: %2"_s.arg(finding.rule, finding.message)));
    }

    void downsAreFollowed_data()
    {
        QTest::addColumn<QString>("up");
        QTest::addColumn<QString>("down");
        QTest::addColumn<QString>("message");
        QTest::newRow("undone") << u"ALTER TABLE t ADD COLUMN x int; CREATE INDEX i ON t (x);"_s << u"ALTER TABLE t DROP COLUMN x;"_s << QString();
        QTest::newRow("left behind") << u"ALTER TABLE t ADD COLUMN x int; CREATE INDEX i ON t (a);"_s << u"ALTER TABLE t DROP COLUMN x;"_s
                                     << u"The way down leaves “i” behind."_s;
        QTest::newRow("not brought back") << u"ALTER TABLE t DROP COLUMN b, DROP COLUMN c;"_s << u"ALTER TABLE t ADD COLUMN b int NOT NULL DEFAULT 0;"_s
                                          << u"The way down does not bring back “t.c”."_s;
        QTest::newRow("refused on its way up, for a view") << u"ALTER TABLE t DROP COLUMN a, DROP COLUMN c;"_s
                                                           << u"ALTER TABLE t ADD COLUMN a int, ADD COLUMN c varchar(50);"_s << QString();
        QTest::newRow("table left") << u"CREATE TABLE n (id bigint PRIMARY KEY);"_s << u"SELECT 1;"_s << u"The way down leaves “public.n” behind."_s;
        QTest::newRow("renamed back") << u"ALTER TABLE t RENAME TO t2;"_s << u"ALTER TABLE t2 RENAME TO t;"_s << QString();
        QTest::newRow("cannot be followed") << u"CREATE TABLE n (id bigint PRIMARY KEY);"_s << u"DO $$ BEGIN EXECUTE 'DROP TABLE ' || 'n'; END $$;"_s
                                            << QString();
    }

    void downsAreFollowed()
    {
        QFETCH(const QString, up);
        QFETCH(const QString, down);
        const ScriptAnalysis analysis = analyse(u"-- migrate:up\n%1\n-- migrate:down\n%2\n"_s.arg(up, down));
        QTEST(messages(analysis, u"down-does-not-undo"_s).join(u' '), "message");
    }

    void missingDowns()
    {
        const auto missing = [](const QString &down) {
            return messages(analyse(u"-- migrate:up\nALTER TABLE t ADD COLUMN x int;\n"_s + down), u"missing-down"_s).size();
        };
        QCOMPARE(missing(u"-- migrate:down\n"_s), 1);
        QCOMPARE(missing(u"-- migrate:down\n-- Nothing to take back: nobody reads it.\n"_s), 0);
        QCOMPARE(missing(u"-- migrate:down\nALTER TABLE t DROP COLUMN x;\n"_s), 0);
    }

    void oneChangeAMigration()
    {
        QCOMPARE(messages(analyse(u"ALTER TABLE t ADD COLUMN x int; CREATE INDEX CONCURRENTLY i ON other (r)"_s), u"unrelated-changes"_s).size(), 1);
        QCOMPARE(messages(analyse(u"ALTER TABLE t ADD COLUMN x int; CREATE INDEX CONCURRENTLY i ON child (t_id)"_s), u"unrelated-changes"_s).size(), 0);
        QCOMPARE(messages(analyse(u"ALTER TABLE t ADD COLUMN seen timestamptz; ALTER TABLE other ADD COLUMN seen timestamptz"_s),
                          u"unrelated-changes"_s).size(), 0);
    }
};

WHIMBREL_TEST(TstPrinciples)
#include "tst_principles.moc"
