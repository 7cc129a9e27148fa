// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixexamples.h"
#include "safety/fixes/quickfix.h"
#include "safety/rules/rule.h"
#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

/// A statement of PostgreSQL, by what its rule finds in the fixture.
std::optional<std::pair<Finding, Fix>> fixOf(const QString &rule, const QString &text)
{
    return Test::fixOf({.rule = rule}, text);
}

Result<AppliedFix> apply(const Test::ScriptedProject &scripted, const QString &fileName, const QString &text,
                         const std::pair<Finding, Fix> &fix)
{
    const MigrationProject project = scripted.open();
    const Migration *migration = project.migration(fileName.section(u'_', 0, 0));
    if (!migration)
        return failure(ErrorKind::Project, u"no such migration"_s);
    const FixPlace place{project.format(), project.configuration(), project.folder(),
                         *migration,       Dialect::PostgreSql,     {17, 4, 0}};
    return applyFix(place, text, fix.first, fix.second, QDateTime::currentDateTimeUtc());
}

} // namespace

/// What a quick fix does to the file it is applied to. That it does the same as the statement: tst_fixesonservers.cpp.
class TstQuickFix : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotKnownIsAskedFor();
    void otherStatementsStay();
    void otherActionsStay_data();
    void otherActionsStay();
    void whatTheRestNeedsIsNotTakenOut_data();
    void whatTheRestNeedsIsNotTakenOut();
    void theWayDownFollows();
    void theWayDownFollowsInParts();
    void aStatementApartTakesItsUndoAlong();
    void referencesBecomeClauses();
    void aTableWithRemarksIsLeftToAPerson();
    void aChangedFileIsRefused();
    void correctionsStayInPlace_data();
    void correctionsStayInPlace();
    void theWholeFileBetweenSwitches();
    void aStatementThatIsNeededStays();
};

void TstQuickFix::whatIsNotKnownIsAskedFor()
{
    const QString rule = u"required-column-breaks-writers"_s;
    Catalog catalog = Test::catalogOf({});
    const QString text = Test::fileWith(u"ALTER TABLE t ADD COLUMN x int NOT NULL"_s);
    const AnalysisInput input =
        Test::inputOf(u"x.sql"_s, Test::parsed(text).up, Dialect::PostgreSql, Direction::Up, MigrationPhase::Unknown);
    const ScriptAnalysis analysis = analyseScript(input, catalog, Test::fixSettings(rule));
    const auto found = std::ranges::find(analysis.findings, rule, &Finding::rule);
    QVERIFY(found != analysis.findings.end());
    QCOMPARE(found->fixes.size(), 1);
    QVERIFY(!found->fixes.constFirst().isComplete);
    QCOMPARE(found->fixes.constFirst().recipe, u"add-not-null-column"_s);

    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, text, {*found, found->fixes.constFirst()});
    QVERIFY(!applied);
    QVERIFY2(applied.error().message.contains(u"needs “value”"_s), qPrintable(applied.error().message));
}

void TstQuickFix::otherStatementsStay()
{
    const QString text =
        u"-- Why.\n-- whimbrel: phase contract\n-- migrate:up\nALTER TABLE t ADD x int;\n-- For the list of\n-- "
        u"customers.\n"
        "CREATE INDEX i ON orders (customer_id); -- soon\nSELECT 1;\n-- migrate:down\nDROP INDEX i;\nALTER TABLE t DROP x;\n"_s;
    const auto fix = fixOf(u"index-build-blocks-writes"_s, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"20300101000000_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"20300101000000_x.sql"_s, text, *fix);
    QVERIFY(applied);
    QCOMPARE(applied->text,
             u"-- Why.\n-- whimbrel: phase contract\n-- migrate:up\nALTER TABLE t ADD x int;\n -- soon\nSELECT 1;\n"
             "-- migrate:down\nALTER TABLE t DROP x;\n"_s.replace(u"\n -- soon"_s, u"\n-- soon"_s));
    QCOMPARE(applied->migrations.size(), 3);
    QCOMPARE(applied->migrations.constFirst().fileName(),
             u"db/migrations/20300101000001_clear_the_way_for_i.sql"_s); // after the file's own
    QVERIFY(applied->migrations.at(1).text.contains(
        "\n-- migrate:up transaction:false\nCREATE INDEX CONCURRENTLY i ON orders (customer_id);\n"_L1));
    QVERIFY(!applied->keepsDown);
    QVERIFY(!QFile::exists(applied->migrations.constFirst().migration.file)); // nothing is written
}

void TstQuickFix::theWayDownFollows()
{
    const QString text =
        u"-- Customers are listed by it.\n-- migrate:up\nCREATE INDEX i ON orders (customer_id);\n\n-- migrate:down\nDROP INDEX i;\n"_s;
    const auto fix = fixOf(u"index-build-blocks-writes"_s, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"20240101000000_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"20240101000000_x.sql"_s, text, *fix);
    QVERIFY(applied);
    QCOMPARE(applied->migrations.size(), 2);
    QVERIFY2(applied->text.startsWith("-- Customers are listed by it.\n-- Drops what an earlier build"_L1),
             qPrintable(applied->text));
    QVERIFY(applied->text.contains("-- migrate:up transaction:false\nDROP INDEX CONCURRENTLY IF EXISTS i;"_L1));

    const QString odd = QString(text).replace(u"DROP INDEX i"_s, u"DROP INDEX other"_s);
    project.addRaw(u"20240101000000_x.sql"_s, odd);
    QVERIFY(apply(project, u"20240101000000_x.sql"_s, odd, *fixOf(u"index-build-blocks-writes"_s, odd))->keepsDown);
}

void TstQuickFix::otherActionsStay_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("left");

    const QString check = u"check-validates-under-lock"_s;
    QTest::newRow("first") << check << u"ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0), ADD x int"_s
                           << u"ALTER TABLE t ADD x int"_s;
    QTest::newRow("last") << check << u"ALTER TABLE t ADD x int , ADD CONSTRAINT k CHECK (a > 0)"_s
                          << u"ALTER TABLE t ADD x int"_s;
    QTest::newRow("in the middle")
        << check
        << u"ALTER TABLE t\n    ADD x int, -- one\n    ADD CONSTRAINT k CHECK (a > 0), -- two\n    ALTER b SET DEFAULT 5"_s
        << u"ALTER TABLE t\n    ADD x int, -- one\n    ALTER b SET DEFAULT 5"_s;
    QTest::newRow("check within") << u"inline-check-scans"_s << u"ALTER TABLE t ADD z int CHECK (z > 0) DEFAULT 5"_s
                                  << u"ALTER TABLE t ADD z int DEFAULT 5"_s;
    QTest::newRow("named reference within")
        << u"add-column-with-reference"_s
        << u"ALTER TABLE c ADD y int, ADD q bigint DEFAULT 1 CONSTRAINT k REFERENCES p (id) ON DELETE SET NULL NOT NULL, ADD z int"_s
        << u"ALTER TABLE c ADD y int, ADD q bigint DEFAULT 1 NOT NULL, ADD z int"_s;
    QTest::newRow("index of several") << u"index-drop-blocks-reads"_s
                                      << u"DROP INDEX IF EXISTS t_first_idx, c_p RESTRICT"_s
                                      << u"DROP INDEX IF EXISTS c_p RESTRICT"_s;
}

void TstQuickFix::otherActionsStay()
{
    QFETCH(QString, rule);
    QFETCH(QString, statement);
    QFETCH(QString, left);
    const QString text = Test::fileWith(statement);
    const auto fix = fixOf(rule, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, text, *fix);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));
    QCOMPARE(applied->text, u"-- migrate:up\n%1;\n\n-- migrate:down\n"_s.arg(left));
    QVERIFY(!applied->migrations.isEmpty());
}

void TstQuickFix::whatTheRestNeedsIsNotTakenOut_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("statement");

    QTest::newRow("column")
        << u"column-default-rewrites"_s
        << u"ALTER TABLE t ADD k uuid DEFAULT gen_random_uuid(), ADD CONSTRAINT u CHECK (k IS NOT NULL) NOT VALID"_s;
    QTest::newRow("the same name")
        << u"check-validates-under-lock"_s
        << u"ALTER TABLE t DROP CONSTRAINT t_old_check, ADD CONSTRAINT t_old_check CHECK (optional_col > 1)"_s;
    QTest::newRow("key to itself")
        << u"unique-constraint-builds-under-lock"_s
        << u"ALTER TABLE t ADD CONSTRAINT u UNIQUE (a), ADD FOREIGN KEY (optional_col) REFERENCES t (a) NOT VALID"_s;
    QTest::newRow("deferrable within") << u"add-column-with-reference"_s
                                       << u"ALTER TABLE c ADD q bigint DEFAULT 1 REFERENCES p DEFERRABLE"_s;
    QTest::newRow("two checks within") << u"inline-check-scans"_s
                                       << u"ALTER TABLE t ADD z int CHECK (z > 0) CHECK (z < 9)"_s;
}

void TstQuickFix::whatTheRestNeedsIsNotTakenOut()
{
    QFETCH(QString, rule);
    QFETCH(QString, statement);
    QVERIFY(!fixOf(rule, Test::fileWith(statement)));
}

void TstQuickFix::theWayDownFollowsInParts()
{
    const QString text = u"-- migrate:up\nALTER TABLE t ADD x int, ADD CONSTRAINT k CHECK (a > 0);\n\n"
                         "-- migrate:down\nALTER TABLE t DROP CONSTRAINT k, DROP x;\n"_s;
    const auto fix = fixOf(u"check-validates-under-lock"_s, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, text, *fix);
    QVERIFY(applied);
    QCOMPARE(applied->text, u"-- migrate:up\nALTER TABLE t ADD x int;\n\n-- migrate:down\nALTER TABLE t DROP x;\n"_s);
    QVERIFY(!applied->keepsDown);
}

void TstQuickFix::aStatementApartTakesItsUndoAlong()
{
    const Test::FixExample example{.dialect = Dialect::MariaDb, .rule = u"ddl-commits-implicitly"_s};
    const QString text = u"-- migrate:up\nALTER TABLE t ADD y1 INT;\nALTER TABLE t ADD y2 INT;\n\n"
                         "-- migrate:down\nALTER TABLE t DROP COLUMN IF EXISTS y2;\nALTER TABLE t DROP y1;\n"_s;
    const auto fix = Test::fixOf(example, text);
    QVERIFY(fix);
    Test::ScriptedProject scripted;
    scripted.addRaw(u"1_x.sql"_s, text);
    const MigrationProject project = scripted.open();
    const FixPlace place{project.format(),           project.configuration(), project.folder(),
                         *project.migration(u"1"_s), Dialect::MariaDb,        {11, 8, 2}};
    const Result<AppliedFix> applied = applyFix(place, text, fix->first, fix->second, QDateTime::currentDateTimeUtc());
    QVERIFY(applied);
    QCOMPARE(applied->text, u"-- migrate:up\nALTER TABLE t ADD y1 INT;\n\n-- migrate:down\nALTER TABLE t DROP y1;\n"_s);
    QCOMPARE(applied->migrations.size(), 1);
    QVERIFY(
        applied->migrations.constFirst().text.contains("-- migrate:down\nALTER TABLE t DROP COLUMN IF EXISTS y2;"_L1));
}

/// MySQL takes them for a remark within a column.
void TstQuickFix::referencesBecomeClauses()
{
    const Test::FixExample example{.dialect = Dialect::MySql, .rule = u"mysql-inline-references-ignored"_s};
    const auto fix = Test::fixOf(example, Test::fileWith(u"CREATE TABLE n (id BIGINT PRIMARY KEY, `p id` BIGINT REFERENCES p (id) ON DELETE SET NULL "
                                                         "COMMENT ',', a INT REFERENCES t, KEY (a)) ENGINE=InnoDB"_s));
    QVERIFY(fix);
    QString statement;
    for (const auto &[name, value] : fix->second.values) {
        if (name == "statement"_L1)
            statement = value;
    }
    QCOMPARE(statement, u"CREATE TABLE n (id BIGINT PRIMARY KEY, `p id` BIGINT COMMENT ',', a INT, KEY (a),\n    FOREIGN KEY (`p id`) REFERENCES p "
                        "(id) ON DELETE SET NULL,\n    FOREIGN KEY (a) REFERENCES t\n) ENGINE=InnoDB"_s);
}

void TstQuickFix::aTableWithRemarksIsLeftToAPerson()
{
    const QString text = Test::fileWith(u"ALTER TABLE t ALTER COLUMN a TYPE TEXT"_s);
    const auto fixFor = [&](const QString &schema) {
        return Test::fixOf({.dialect = Dialect::SQLite, .rule = u"sqlite-unsupported-alter"_s, .schema = schema}, text);
    };
    QVERIFY(fixFor(u"CREATE TABLE t (id INTEGER PRIMARY KEY, -- the key\n a INT)"_s)); // outside of both columns
    QVERIFY(!fixFor(u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT /* why */ NOT NULL)"_s));
}

void TstQuickFix::aChangedFileIsRefused()
{
    const QString text = Test::fileWith(u"CREATE INDEX i ON orders (customer_id)"_s);
    const auto fix = fixOf(u"index-build-blocks-writes"_s, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, u"-- migrate:up\n\n-- migrate:down\n"_s, *fix);
    QVERIFY(!applied);
    QCOMPARE(applied.error().kind, ErrorKind::Project);
}

void TstQuickFix::correctionsStayInPlace_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("up");
    QTest::addColumn<QString>("corrected");

    using enum Dialect;
    QTest::newRow("jsonb") << PostgreSql << u"json-column-no-equality"_s << u"ALTER TABLE t ADD COLUMN \"json\" /* b */ JSON;\nSELECT 1;"_s
                           << u"ALTER TABLE t ADD COLUMN \"json\" /* b */ jsonb;\nSELECT 1;"_s;
    QTest::newRow("jsonb of a new table") << PostgreSql << u"json-column-no-equality"_s << u"CREATE TABLE n (id int PRIMARY KEY, json json);"_s
                                          << u"CREATE TABLE n (id int PRIMARY KEY, json jsonb);"_s;
    QTest::newRow("a setting taken back") << PostgreSql << u"session-setting-leaks"_s << u"SET search_path = app; -- why\nSELECT 1"_s
                                          << u"SET search_path = app; -- why\nSELECT 1;\nRESET search_path;"_s;
    QTest::newRow("a mode taken back") << MariaDb << u"session-setting-leaks"_s << u"SET sql_mode = '';\nSELECT 1;"_s
                                       << u"SET sql_mode = '';\nSELECT 1;\nSET SESSION sql_mode = DEFAULT;"_s;
    QTest::newRow("InnoDB") << MariaDb << u"mysql-engine-without-transactions"_s
                            << u"CREATE TABLE n (id INT PRIMARY KEY, engine INT) ENGINE = MyISAM COMMENT 'x';"_s
                            << u"CREATE TABLE n (id INT PRIMARY KEY, engine INT) ENGINE = InnoDB COMMENT 'x';"_s;
    QTest::newRow("values appended") << MySql << u"mysql-enum-reorder"_s << u"ALTER TABLE t MODIFY e ENUM('it''s', 'a', 'b') NULL;"_s
                                     << u"ALTER TABLE t MODIFY e ENUM('a', 'b', 'it''s') NULL;"_s;
    QTest::newRow("a wait bounded") << PostgreSql << u"lock-without-timeout"_s << u"SELECT 1;\n-- wanted\nALTER TABLE t ADD x int;"_s
                                    << u"SELECT 1;\n-- wanted\nSET LOCAL lock_timeout = '2s';\nALTER TABLE t ADD x int;"_s;
    QTest::newRow("a wait for metadata bounded") << MariaDb << u"mysql-lock-wait-timeout"_s << u"ALTER TABLE t ADD x INT, ALGORITHM=INSTANT;"_s
                                                 << u"SET SESSION lock_wait_timeout = 5;\nALTER TABLE t ADD x INT, ALGORITHM=INSTANT;"_s;
}

void TstQuickFix::correctionsStayInPlace()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, rule);
    QFETCH(const QString, up);
    QFETCH(const QString, corrected);
    const QString schema = QString::fromUtf8(Whimbrel::rule(rule)->setup);
    const QString file = u"-- Why.\n-- migrate:up\n%1\n\n-- migrate:down\nSELECT 2;\n"_s;
    Catalog catalog = Test::catalogOf({.dialect = dialect, .schema = schema});
    const QString text = file.arg(up);
    AnalysisSettings settings = Test::fixSettings(rule);
    settings.waitsAreBounded = false;
    const auto findings = [&](const QString &of) {
        Catalog before = catalog;
        const AnalysisInput input = Test::inputOf(u"x.sql"_s, Test::parsed(of).up, dialect, Direction::Up, MigrationPhase::Unknown);
        QList<Finding> found = analyseScript(input, before, settings).findings;
        found.removeIf([&](const Finding &finding) { return finding.rule != rule; });
        return found;
    };
    const QList<Finding> found = findings(text);
    QCOMPARE(found.size(), 1);
    QCOMPARE(found.constFirst().fixes.size(), 1);
    QVERIFY(!found.constFirst().fixes.constFirst().title.isEmpty());
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, text, {found.constFirst(), found.constFirst().fixes.constFirst()});
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));
    QCOMPARE(applied->text, file.arg(corrected));
    QVERIFY(applied->migrations.isEmpty());
    QVERIFY(findings(applied->text).isEmpty());
}

void TstQuickFix::theWholeFileBetweenSwitches()
{
    const Test::FixExample example{.dialect = Dialect::SQLite, .rule = u"sqlite-fk-pragma-in-transaction"_s, .schema = u"CREATE TABLE t (a)"_s};
    const QString text = u"-- Why.\n-- whimbrel: phase migrate\n-- migrate:up\nPRAGMA foreign_keys = OFF;\n-- the rest\nUPDATE t SET a = 1;\n\n"
                         "-- migrate:down\nPRAGMA foreign_keys = OFF;\nUPDATE t SET a = 2;\n"_s;
    const auto fix = Test::fixOf(example, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const MigrationProject opened = project.open();
    const FixPlace place{opened.format(), opened.configuration(), opened.folder(), *opened.migration(u"1"_s), Dialect::SQLite, {3, 46, 0}};
    const Result<AppliedFix> applied = applyFix(place, text, fix->first, fix->second, QDateTime::currentDateTimeUtc());
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));
    const QString form = u"PRAGMA foreign_keys = OFF;\n\nBEGIN IMMEDIATE;\n\n%1\n\nPRAGMA foreign_key_check;\n\nCOMMIT;\n\nPRAGMA foreign_keys = ON;\n"_s;
    QCOMPARE(applied->text, u"-- Why.\n-- Runs in a transaction between two switches of foreign keys, which do nothing inside one.\n-- whimbrel: phase migrate\n"
                            "-- migrate:up transaction:false\n"_s + form.arg(u"/* the rest */\nUPDATE t SET a = 1;"_s) +
                                u"\n-- migrate:down transaction:false\n"_s + form.arg(u"UPDATE t SET a = 2;"_s));

    const QString oneWay = text.first(text.indexOf("PRAGMA"_L1, text.indexOf("migrate:down"_L1))) + u"-- The old values are gone.\n"_s;
    project.addRaw(u"1_x.sql"_s, oneWay);
    const Result<AppliedFix> kept = applyFix(place, oneWay, fix->first, fix->second, QDateTime::currentDateTimeUtc());
    QVERIFY2(kept, kept ? "" : qPrintable(kept.error().toString()));
    QVERIFY2(kept->text.endsWith("\n-- migrate:down\n-- The old values are gone.\n"_L1), qPrintable(kept->text));

    const QString odd = QString(text).replace("UPDATE t SET a = 2"_L1, "PRAGMA journal_mode = WAL"_L1);
    project.addRaw(u"1_x.sql"_s, odd);
    const Result<AppliedFix> refused = applyFix(place, odd, fix->first, fix->second, QDateTime::currentDateTimeUtc());
    QVERIFY(!refused);
    QVERIFY2(refused.error().message.contains(u"way down"_s), qPrintable(refused.error().message));
}

/// A migration of its own comes after all the rest of the file.
void TstQuickFix::aStatementThatIsNeededStays()
{
    const QString rule = u"several-tables-locked-together"_s;
    const QString two = u"ALTER TABLE p ADD x2 int; ALTER TABLE t ADD x2 int"_s;
    QVERIFY(fixOf(rule, Test::fileWith(two)));
    QVERIFY(fixOf(rule, Test::fileWith(two + u"; SELECT 'tt', t2 FROM c"_s)));
    QVERIFY(!fixOf(rule, Test::fileWith(two + u"; UPDATE c SET p_id = (SELECT max(x2) FROM \"t\") WHERE id = 1"_s)));
    QVERIFY(!fixOf(rule, Test::fileWith(two + u"; DO $$BEGIN PERFORM x2 FROM t; END$$"_s)));
}

WHIMBREL_TEST(TstQuickFix)
#include "tst_quickfix.moc"
