// SPDX-License-Identifier: GPL-3.0-or-later
#include "patientrun.h"
#include "postgresserver.h"
#include "safety/analysis.h"
#include "safety/recipes/quickfix.h"
#include "safety/recipes/recipebook.h"
#include "safety/rules/rule.h"
#include "schemalines.h"
#include "scriptedproject.h"
#include "sql/splitter.h"
#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

const ServerVersion version{17, 4, 0};

/// The schema that the rules' examples stand on, with rows in the tables that the examples change.
QString exampleSchema()
{
    QFile file(Test::fixture(u"safety/examples-postgresql.sql"_s));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    // Roles belong to the whole server, which the tests share.
    return isOpen ? QString::fromUtf8(file.readAll()).remove(u"CREATE ROLE app;"_s) : QString();
}

QStringList exampleRows()
{
    return {
        u"INSERT INTO t (id, a, b, c, name, email, optional_col) SELECT n, n, n, 'c', 'n', 'e' || n, n FROM generate_series(1, 30) n"_s,
        u"INSERT INTO p SELECT n FROM generate_series(1, 9) n"_s,
        u"INSERT INTO c SELECT n, n % 9 + 1, n % 9 + 1 FROM generate_series(1, 30) n"_s,
        u"INSERT INTO orders SELECT n, n FROM generate_series(1, 30) n"_s,
        u"INSERT INTO order_items SELECT n, n FROM generate_series(1, 30) n"_s,
        u"INSERT INTO keyless SELECT n FROM generate_series(1, 30) n"_s,
        u"INSERT INTO events SELECT n, '2025-03-01' FROM generate_series(1, 30) n"_s,
        u"INSERT INTO parts SELECT n % 10 FROM generate_series(1, 30) n"_s,
        u"INSERT INTO newpart SELECT 100 + n % 10 FROM generate_series(1, 30) n"_s,
        u"INSERT INTO users SELECT n FROM generate_series(1, 30) n"_s};
}

QStringList statementsOf(const QString &script)
{
    QStringList texts;
    for (const Statement &statement : splitScript(script, Dialect::PostgreSql).statements)
        texts << statement.text;
    return texts;
}

AnalysisInput inputOf(const QString &file, const MigrationScript &script, Direction direction, MigrationPhase phase)
{
    AnalysisInput input;
    input.file = file;
    input.version = u"1"_s;
    input.direction = direction;
    input.text = script.text;
    input.start = script.start;
    input.statements = splitScript(script.text, Dialect::PostgreSql, script.start).statements;
    input.transaction = script.transaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
    input.declaredPhase = phase;
    return input;
}

Catalog exampleCatalog()
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Connected, version);
    MigrationScript script;
    script.text = exampleSchema();
    script.transaction = false;
    replayScript(inputOf({}, script, Direction::Up, MigrationPhase::Unknown), catalog);
    catalog.beginMigration();
    return catalog;
}

AnalysisSettings settings()
{
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    return settings;
}

MigrationScripts parsed(const QString &text)
{
    return *migrationFormat(u"dbmate"_s)->parse(text, u"x.sql"_s);
}

/// What a rule's example is in a migration's way up, where the tool makes the transaction.
QString fileWith(const QString &example)
{
    QString up = example;
    for (const QString &word : {u"BEGIN;"_s, u"COMMIT"_s})
        up.remove(word);
    return u"-- migrate:up\n"_s + up.trimmed() + u";\n\n-- migrate:down\n"_s;
}

/// The first fix of `rule` for this file that needs no form.
std::optional<std::pair<Finding, Fix>> fixOf(const QString &rule, const QString &text)
{
    Catalog catalog = exampleCatalog();
    const ScriptAnalysis analysis = analyseScript(
        inputOf(u"x.sql"_s, parsed(text).up, Direction::Up, MigrationPhase::Unknown), catalog, settings());
    for (const Finding &finding : analysis.findings) {
        for (const Fix &fix : finding.fixes) {
            if (finding.rule == rule && fix.isComplete)
                return std::pair(finding, fix);
        }
    }
    return {};
}

/// Lines of the schema that a fix may have more than its bad example.
QStringList withoutExtras(QStringList lines, const QString &rule)
{
    if (rule == "foreign-key-validates-under-lock"_L1) // the index that the key needs
        lines.removeIf(
            [](const QString &line) { return line.contains("unindexed_id"_L1) && line.startsWith("index"_L1); });
    if (rule == "partition-detach-blocks"_L1) // the check that PostgreSQL leaves behind, instead of the bound
        lines.removeIf([](const QString &line) { return line.startsWith("constraint parts_1"_L1); });
    return lines;
}

} // namespace

/// Quick fixes: from a rule's bad example to migrations that reach the same schema, and that no rule finds fault with.
class TstQuickFix : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void runsAndReachesTheSameSchema_data();
    void runsAndReachesTheSameSchema();
    void isCleanItself_data();
    void isCleanItself();
    void whatIsNotKnownIsAskedFor();
    void otherStatementsStay();
    void theWayDownFollows();
    void aChangedFileIsRefused();

private:
    static Result<AppliedFix> apply(const Test::ScriptedProject &project, const QString &fileName, const QString &text,
                                    const std::pair<Finding, Fix> &fix);
};

Result<AppliedFix> TstQuickFix::apply(const Test::ScriptedProject &scripted, const QString &fileName,
                                      const QString &text, const std::pair<Finding, Fix> &fix)
{
    const MigrationProject project = scripted.open();
    const Migration *migration = project.migration(fileName.section(u'_', 0, 0));
    if (!migration)
        return failure(ErrorKind::Project, u"no such migration"_s);
    const FixPlace place{project.format(), project.configuration(), project.folder(),
                         *migration,       Dialect::PostgreSql,     version};
    return applyFix(place, text, fix.first, fix.second, QDateTime::currentDateTimeUtc());
}

void TstQuickFix::runsAndReachesTheSameSchema_data()
{
    QTest::addColumn<QString>("rule");
    QTest::addColumn<QString>("example");

    QSet<QString> wanted{u"index-on-partitioned-table"_s,
                         u"partition-attach-scans"_s,
                         u"partition-create-locks-parent"_s,
                         u"index-build-blocks-writes"_s,
                         u"concurrent-index-may-stay-invalid"_s,
                         u"concurrent-in-transaction"_s,
                         u"check-validates-under-lock"_s,
                         u"validate-in-same-transaction"_s,
                         u"set-not-null-scans"_s,
                         u"unique-constraint-builds-under-lock"_s,
                         u"primary-key-builds-under-lock"_s,
                         u"column-default-rewrites"_s,
                         u"auto-increment-column-rewrites"_s,
                         u"type-change-rewrites"_s,
                         u"foreign-key-validates-under-lock"_s,
                         u"column-rename-breaks-code"_s,
                         u"table-rename-breaks-code"_s,
                         u"column-drop-breaks-code"_s,
                         u"partition-detach-blocks"_s,
                         u"matview-refresh-blocks-reads"_s,
                         u"drop-touches-referenced-table"_s};
    const QSet<QString> elsewhere{u"reindex-blocks"_s}; // its example's index is in no fixture; see below
    for (const Rule *rule : allRules()) {
        const QString id = QString::fromLatin1(rule->id);
        const QString example = QString::fromUtf8(rule->bad);
        if (!rule->isFor(Dialect::PostgreSql) || rule->setup || elsewhere.contains(id) ||
            example.contains("migrate:up"_L1) || !fixOf(id, fileWith(example)))
            continue;
        QTest::newRow(rule->id) << id << example;
        wanted.remove(id);
    }
    for (const QString &id : std::as_const(wanted)) // a fix that is gone is seen
        QTest::addRow("%s has none", qPrintable(id)) << id << QString();
    // Further statements of the same rules.
    QTest::newRow("one index") << u"index-drop-blocks-reads"_s << u"DROP INDEX c_p"_s;
    QTest::newRow("unique index dropped") << u"index-drop-blocks-reads"_s << u"DROP INDEX t_u"_s;
    QTest::newRow("unique index") << u"index-build-blocks-writes"_s << u"CREATE UNIQUE INDEX \"Mine\" ON t (a, c)"_s;
    QTest::newRow("partial index") << u"index-build-blocks-writes"_s
                                   << u"CREATE INDEX i ON t USING btree (lower(c), a DESC) INCLUDE (d) WHERE a > 3"_s;
    QTest::newRow("reindex") << u"reindex-blocks"_s << u"REINDEX INDEX t_u"_s;
    QTest::newRow("reindex a table") << u"reindex-blocks"_s << u"REINDEX TABLE t"_s;
    QTest::newRow("key without an index")
        << u"foreign-key-validates-under-lock"_s
        << u"ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (unindexed_id) REFERENCES p (id) ON DELETE SET NULL"_s;
    QTest::newRow("named check") << u"check-validates-under-lock"_s
                                 << u"ALTER TABLE t ADD CONSTRAINT \"My Check\" CHECK (a > 0 AND c <> ')')"_s;
    QTest::newRow("not null with a volatile default")
        << u"column-default-rewrites"_s << u"ALTER TABLE t ADD k uuid NOT NULL DEFAULT gen_random_uuid()"_s;
    QTest::newRow("unused table") << u"table-drop-breaks-code"_s << u"DROP TABLE t_unused"_s;
    QTest::newRow("required column dropped")
        << u"column-drop-breaks-code"_s << u"ALTER TABLE t DROP COLUMN required_col"_s;
    QTest::newRow("smallserial") << u"auto-increment-column-rewrites"_s << u"ALTER TABLE t ADD COLUMN n smallserial"_s;
}

void TstQuickFix::runsAndReachesTheSameSchema()
{
    QFETCH(QString, rule);
    QFETCH(QString, example);
    REQUIRE_SERVER(Test::PostgresServer::shared());
    const QString text = fileWith(example);
    const auto fix = fixOf(rule, text);
    QVERIFY2(fix, "no fix that could be applied at once");

    Test::ScriptedProject asItIs(Test::PostgresServer::shared().settings());
    asItIs.execute(statementsOf(exampleSchema()) + exampleRows() + statementsOf(parsed(text).up.text));

    Test::ScriptedProject fixed(Test::PostgresServer::shared().settings());
    fixed.execute(statementsOf(exampleSchema()) + exampleRows());
    const QString fileName = u"20240101000000_example.sql"_s;
    fixed.addRaw(fileName, text);
    const Result<AppliedFix> applied = apply(fixed, fileName, text, *fix);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));
    fixed.addRaw(fileName, applied->text);
    QVERIFY(writeMigrations(applied->migrations));

    const Result<RunOutcome> up = Test::runWhenFree(fixed, Test::up());
    QVERIFY2(up, up ? "" : qPrintable(up.error().toString()));
    QCOMPARE(up->migrationsDone, int(applied->migrations.size()) + 1);
    const auto linesOf = [&](const Test::ScriptedProject &project) {
        const auto session = Session::open(project.settings(), SessionRole::Run);
        return session ? withoutExtras(Test::schemaLines(**session, Test::SchemaNames::WithoutConstraints), rule)
                       : QStringList{session.error().toString()};
    };
    QCOMPARE(linesOf(fixed), linesOf(asItIs));
    const Result<RunOutcome> down = Test::runWhenFree(fixed, Test::down(int(applied->migrations.size()) + 1));
    QVERIFY2(down, down ? "" : qPrintable(down.error().toString()));
}

void TstQuickFix::isCleanItself_data()
{
    runsAndReachesTheSameSchema_data();
}

void TstQuickFix::isCleanItself()
{
    QFETCH(QString, rule);
    QFETCH(QString, example);
    const QString text = fileWith(example);
    const auto fix = fixOf(rule, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    const QString fileName = u"20240101000000_example.sql"_s;
    project.addRaw(fileName, text);
    const Result<AppliedFix> applied = apply(project, fileName, text, *fix);
    QVERIFY2(applied, applied ? "" : qPrintable(applied.error().toString()));

    QStringList files{applied->text};
    for (const PlannedMigration &planned : applied->migrations)
        files << planned.text;
    Catalog catalog = exampleCatalog();
    QList<std::pair<Catalog, MigrationScripts>> reached;
    QStringList faults;
    // What the statement means for others, however it is done, and what the file said before.
    const QSet<QString> meant = rule == "index-drop-blocks-reads"_L1 ? QSet<QString>{u"constraint-dropped"_s}
                                : rule == "validate-in-same-transaction"_L1
                                    ? QSet<QString>{u"constraint-added-breaks-writers"_s}
                                    : QSet<QString>{};
    const auto check = [&](const QString &file, const MigrationScript &script, Direction direction,
                           MigrationPhase phase, Catalog &schema) {
        schema.beginMigration();
        AnalysisInput input = inputOf(u"x.sql"_s, script, direction, phase);
        input.head = file.first(file.indexOf(u"-- migrate:up"_s));
        for (const Finding &finding : analyseScript(input, schema, settings()).findings) {
            // Going back may cost more than going on; but it has to run.
            if (direction == Direction::Down && finding.rule != "concurrent-in-transaction"_L1)
                continue;
            if (finding.severity >= Severity::Warning && finding.rule != "contract-gate"_L1 &&
                !meant.contains(finding.rule))
                faults << directionId(direction) + u' ' + finding.rule + u": "_s + finding.message + u'\n' + file;
        }
        // dbmate sends what asks for no transaction as one string, which PostgreSQL makes a transaction of.
        if (!script.transaction && input.statements.size() > 1)
            faults << u"several statements outside a transaction\n"_s + file;
    };
    for (const QString &file : std::as_const(files)) {
        const MigrationScripts scripts = parsed(file);
        const MigrationPhase phase = declaredPhase(file);
        check(file, scripts.up, Direction::Up, phase, catalog);
        Catalog back = catalog;
        check(file, scripts.down, Direction::Down, phase, back);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n\n"_s)));
}

void TstQuickFix::whatIsNotKnownIsAskedFor()
{
    Catalog catalog = exampleCatalog();
    const QString text = fileWith(u"ALTER TABLE t ADD COLUMN x int NOT NULL"_s);
    const ScriptAnalysis analysis = analyseScript(
        inputOf(u"x.sql"_s, parsed(text).up, Direction::Up, MigrationPhase::Unknown), catalog, settings());
    const auto found = std::ranges::find(analysis.findings, u"required-column-breaks-writers"_s, &Finding::rule);
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

void TstQuickFix::aChangedFileIsRefused()
{
    const QString text = fileWith(u"CREATE INDEX i ON orders (customer_id)"_s);
    const auto fix = fixOf(u"index-build-blocks-writes"_s, text);
    QVERIFY(fix);
    Test::ScriptedProject project;
    project.addRaw(u"1_x.sql"_s, text);
    const Result<AppliedFix> applied = apply(project, u"1_x.sql"_s, u"-- migrate:up\n\n-- migrate:down\n"_s, *fix);
    QVERIFY(!applied);
    QCOMPARE(applied.error().kind, ErrorKind::Project);
}

WHIMBREL_TEST(TstQuickFix)
#include "tst_quickfix.moc"
