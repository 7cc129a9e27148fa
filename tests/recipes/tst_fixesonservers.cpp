// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixexamples.h"
#include "mariadbserver.h"
#include "patientrun.h"
#include "postgresserver.h"
#include "safety/catalog/catalogreader.h"
#include "safety/fixes/quickfix.h"
#include "schemalines.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

namespace {

const QString fileName = u"20240101000000_example.sql"_s;

/// The files that a fix makes of the one with the example, that one first.
struct FixedFiles
{
    QStringList texts;
    int steps() const { return int(texts.size()); }
};

/// Applies the fix, and again while the same rule finds another part of the statement: DROP INDEX a, b.
Result<FixedFiles> fixAll(Test::ScriptedProject &project, const Test::FixExample &example, QString text,
                          const std::optional<Catalog> &schema = {})
{
    constexpr int mostParts = 5;
    project.addRaw(fileName, text);
    FixedFiles files;
    for (int part = 0; part < mostParts; ++part) {
        const auto fix = Test::fixOf(example, text, schema);
        if (!fix)
            break;
        const MigrationProject opened = project.open();
        const FixPlace place{opened.format(), opened.configuration(),
                             opened.folder(), opened.migrations().constFirst(),
                             example.dialect, Test::catalogOf(example).version()};
        const Result<AppliedFix> applied =
            applyFix(place, text, fix->first, fix->second, QDateTime::currentDateTimeUtc());
        if (!applied)
            return std::unexpected(applied.error());
        if (const Result<> written = writeMigrations(applied->migrations); !written)
            return std::unexpected(written.error());
        text = applied->text;
        project.addRaw(fileName, text);
        for (const PlannedMigration &planned : applied->migrations)
            files.texts << planned.text;
    }
    files.texts.prepend(text);
    return files;
}

/// Lines of the schema that a fix may have more than its bad example.
QStringList withoutExtras(QStringList lines, const QString &rule)
{
    if (rule == "foreign-key-validates-under-lock"_L1 || rule == "foreign-key-without-index"_L1 ||
        rule == "add-column-with-reference"_L1) // the index that the key needs
        lines.removeIf([](const QString &line) {
            return (line.contains("unindexed_id"_L1) || line.contains("q_id)"_L1)) && line.startsWith("index"_L1);
        });
    if (rule == "partition-detach-blocks"_L1) // the check that PostgreSQL leaves behind, instead of the bound
        lines.removeIf([](const QString &line) { return line.startsWith("constraint parts_1"_L1); });
    return lines;
}

QStringList schemaOf(const Test::ScriptedProject &project, const QString &rule)
{
    const auto session = Session::open(project.settings(), SessionRole::Run);
    return session ? withoutExtras(Test::schemaLines(**session, Test::SchemaNames::WithoutConstraints), rule)
                   : QStringList{session.error().toString()};
}

Catalog catalogOf(const Test::ScriptedProject &project)
{
    const auto session = Session::open(project.settings(), SessionRole::Browse);
    const Result<ReadCatalog> read = session ? readCatalog(**session) : std::unexpected(session.error());
    return read ? read->catalog : Catalog(project.settings().dialect);
}

/// The values of the columns that both have, so that a fix that loses some is seen. Those that differ each time are
/// left out.
QStringList rowsOf(const Test::ScriptedProject &project)
{
    const auto session = Session::open(project.settings(), SessionRole::Run);
    QStringList lines;
    for (const char *column : {"a", "b", "c", "z", "required_col", "label"}) {
        const Result<Rows> rows = (*session)->query(u"SELECT %1 FROM t ORDER BY id"_s.arg(QString::fromLatin1(column)));
        for (const QList<Cell> &row : rows ? rows->rows : QList<QList<Cell>>())
            lines << QString::fromLatin1(column) + u' ' + row.constFirst().value_or(u"NULL"_s);
    }
    return lines;
}

} // namespace

/// Quick fixes: from a rule's bad example to migrations that reach the same schema, and that no rule finds fault with.
class TstFixesOnServers : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void onPostgreSql_data();
    void onPostgreSql();
    void onMariaDb_data();
    void onMariaDb();
    void onSQLite_data();
    void onSQLite();
    void withAConnection_data();
    void withAConnection();
    void areClean_data();
    void areClean();
    void everyRuleHasItsFix_data();
    void everyRuleHasItsFix();

private:
    /// Where what is known of the schema comes from.
    enum class Knowledge { Replayed, Connected };

    static void addRows(Dialect dialect);
    static void check(const Test::FixExample &example, Test::ScriptedProject &asItIs, Test::ScriptedProject &fixed,
                      Knowledge knowledge = Knowledge::Replayed);
};

void TstFixesOnServers::addRows(Dialect dialect)
{
    for (const Test::FixExample &example : Test::fixExamples(dialect)) {
        QTest::addRow("%s, %s%s%s", qPrintable(dialectId(dialect)), qPrintable(example.rule),
                      example.name == example.rule ? "" : ": ",
                      example.name == example.rule ? "" : qPrintable(example.name))
            << example;
    }
}

void TstFixesOnServers::check(const Test::FixExample &example, Test::ScriptedProject &asItIs,
                              Test::ScriptedProject &fixed, Knowledge knowledge)
{
    const QString text = Test::fileWith(example.statement);
    const QString meant = example.meant.isEmpty() ? Test::parsed(text).up.text : example.meant;
    const QStringList before = Test::schemaStatements(example) + Test::rowStatements(example);
    asItIs.execute(before + Test::statementsOf(meant, example.dialect));
    fixed.execute(before);

    const Catalog schema = knowledge == Knowledge::Connected ? catalogOf(fixed) : Test::catalogOf(example);
    QVERIFY2(Test::fixOf(example, text, schema), "no fix that could be applied at once");
    const Result<FixedFiles> files = fixAll(fixed, example, text, schema);
    QVERIFY2(files, files ? "" : qPrintable(files.error().toString()));
    const Result<RunOutcome> up = Test::runWhenFree(fixed, Test::up());
    QVERIFY2(up, up ? "" : qPrintable(up.error().toString() + u'\n' + files->texts.join(u"\n\n"_s)));
    QCOMPARE(up->migrationsDone, files->steps());
    QCOMPARE(schemaOf(fixed, example.rule), schemaOf(asItIs, example.rule));
    if (example.meant.isEmpty()) // else the rows are those of another way there
        QCOMPARE(rowsOf(fixed), rowsOf(asItIs));
    const Result<RunOutcome> down = Test::runWhenFree(fixed, Test::down(files->steps()));
    QVERIFY2(down, down ? "" : qPrintable(down.error().toString()));
}

void TstFixesOnServers::onPostgreSql_data()
{
    QTest::addColumn<Test::FixExample>("example");
    addRows(Dialect::PostgreSql);
}

void TstFixesOnServers::onPostgreSql()
{
    QFETCH(Test::FixExample, example);
    REQUIRE_SERVER(Test::PostgresServer::shared());
    Test::ScriptedProject asItIs(Test::PostgresServer::shared().settings());
    Test::ScriptedProject fixed(Test::PostgresServer::shared().settings());
    check(example, asItIs, fixed);
}

void TstFixesOnServers::onMariaDb_data()
{
    QTest::addColumn<Test::FixExample>("example");
    addRows(Dialect::MariaDb);
}

void TstFixesOnServers::onMariaDb()
{
    QFETCH(Test::FixExample, example);
    REQUIRE_SERVER(Test::MariaDbServer::shared());
    Test::ScriptedProject asItIs(Test::MariaDbServer::shared().settings());
    Test::ScriptedProject fixed(Test::MariaDbServer::shared().settings());
    check(example, asItIs, fixed);
}

void TstFixesOnServers::onSQLite_data()
{
    QTest::addColumn<Test::FixExample>("example");
    addRows(Dialect::SQLite);
}

void TstFixesOnServers::onSQLite()
{
    QFETCH(Test::FixExample, example);
    Test::ScriptedProject asItIs;
    Test::ScriptedProject fixed;
    check(example, asItIs, fixed);
}

/// A database tells of its schema in other words than the migrations that made it.
void TstFixesOnServers::withAConnection_data()
{
    QTest::addColumn<Test::FixExample>("example");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite})
        addRows(dialect);
}

void TstFixesOnServers::withAConnection()
{
    QFETCH(Test::FixExample, example);
    if (example.dialect == Dialect::SQLite) {
        Test::ScriptedProject asItIs;
        Test::ScriptedProject fixed;
        return check(example, asItIs, fixed, Knowledge::Connected);
    }
    Test::DatabaseServer &server = example.dialect == Dialect::PostgreSql
                                       ? static_cast<Test::DatabaseServer &>(Test::PostgresServer::shared())
                                       : Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    Test::ScriptedProject asItIs(server.settings());
    Test::ScriptedProject fixed(server.settings());
    check(example, asItIs, fixed, Knowledge::Connected);
}

void TstFixesOnServers::areClean_data()
{
    QTest::addColumn<Test::FixExample>("example");
    for (const Dialect dialect : {Dialect::PostgreSql, Dialect::MariaDb, Dialect::MySql, Dialect::SQLite})
        addRows(dialect);
}

void TstFixesOnServers::areClean()
{
    QFETCH(Test::FixExample, example);
    Test::ScriptedProject project;
    const Result<FixedFiles> files = fixAll(project, example, Test::fileWith(example.statement));
    QVERIFY2(files, files ? "" : qPrintable(files.error().toString()));

    // What the statement means for others, however it is done, and what the file said before.
    static const QHash<QString, QString> meant{
        {u"index-drop-blocks-reads"_s, u"constraint-dropped"_s},
        {u"validate-in-same-transaction"_s, u"constraint-added-breaks-writers"_s},
        {u"sqlite-unsupported-alter"_s, u"sqlite-nullable-to-not-null"_s}};
    Catalog catalog = Test::catalogOf(example);
    QStringList faults;
    const auto check = [&](const QString &file, const MigrationScript &script, Direction direction, Catalog &schema) {
        schema.beginMigration();
        AnalysisInput input = Test::inputOf(u"x.sql"_s, script, example.dialect, direction, declaredPhase(file));
        input.head = file.first(file.indexOf(u"-- migrate:up"_s));
        for (const Finding &finding : analyseScript(input, schema, Test::fixSettings(example.rule)).findings) {
            // Going back may cost more than going on; but it has to run.
            if (direction == Direction::Down && finding.rule != "concurrent-in-transaction"_L1)
                continue;
            if (finding.severity >= Severity::Warning && finding.rule != "contract-gate"_L1 &&
                meant.value(example.rule) != finding.rule)
                faults << directionId(direction) + u' ' + finding.rule + u": "_s + finding.message + u'\n' + file;
        }
        // dbmate sends what asks for no transaction as one string, which PostgreSQL makes a transaction of.
        if (example.dialect == Dialect::PostgreSql && !script.transaction && input.statements.size() > 1)
            faults << u"several statements outside a transaction\n"_s + file;
    };
    for (const QString &file : files->texts) {
        const MigrationScripts scripts = Test::parsed(file);
        check(file, scripts.up, Direction::Up, catalog);
        Catalog back = catalog;
        check(file, scripts.down, Direction::Down, back);
    }
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"\n\n"_s)));
}

void TstFixesOnServers::everyRuleHasItsFix_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QStringList>("rules");
    QTest::newRow("PostgreSQL") << Dialect::PostgreSql
                                << QStringList{u"index-on-partitioned-table"_s,
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
                                               u"foreign-key-without-index"_s,
                                               u"column-rename-breaks-code"_s,
                                               u"table-rename-breaks-code"_s,
                                               u"column-drop-breaks-code"_s,
                                               u"partition-detach-blocks"_s,
                                               u"matview-refresh-blocks-reads"_s,
                                               u"drop-touches-referenced-table"_s,
                                               u"index-drop-blocks-reads"_s,
                                               u"inline-check-scans"_s,
                                               u"unbatched-backfill"_s,
                                               u"enum-value-used-too-early"_s};
    const QStringList common{u"column-rename-breaks-code"_s, u"table-rename-breaks-code"_s,
                             u"column-drop-breaks-code"_s, u"table-drop-breaks-code"_s, u"unbatched-backfill"_s};
    QTest::newRow("MariaDB") << Dialect::MariaDb
                             << common + QStringList{u"mysql-copy-alter"_s, u"mysql-pin-algorithm"_s,
                                                     u"mysql-varchar-length-byte"_s, u"mysql-default-expression"_s,
                                                     u"mysql-fk-add"_s, u"mysql-drop-visible-index"_s,
                                                     u"mysql-modify-drops-attributes"_s, u"ddl-commits-implicitly"_s};
    QTest::newRow("MySQL") << Dialect::MySql
                           << common + QStringList{u"mysql-copy-alter"_s, u"mysql-pin-algorithm"_s,
                                                   u"mysql-varchar-length-byte"_s, u"mysql-default-expression"_s,
                                                   u"mysql-fk-add"_s, u"mysql-drop-visible-index"_s,
                                                   u"mysql-modify-drops-attributes"_s, u"ddl-commits-implicitly"_s};
    QTest::newRow("SQLite") << Dialect::SQLite
                            << common + QStringList{u"sqlite-unsupported-alter"_s, u"sqlite-add-column-limits"_s,
                                                    u"sqlite-drop-column-limits"_s, u"sqlite-vacuum-in-transaction"_s};
}

/// A fix of a rule's own example that is gone is seen.
void TstFixesOnServers::everyRuleHasItsFix()
{
    QFETCH(Dialect, dialect);
    QFETCH(QStringList, rules);
    QStringList missing = rules;
    for (const Test::FixExample &example : Test::fixExamples(dialect)) {
        if (example.name == example.rule)
            missing.removeAll(example.rule);
    }
    QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u' ')));
}

WHIMBREL_TEST(TstFixesOnServers)
#include "tst_fixesonservers.moc"
