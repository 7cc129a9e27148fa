// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "test.h"

#include "sql/splitter.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// Scripts on a schema of their own, in the hands of people who know what their database does.
class TstRuleCases : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void postgresql_data();
    void postgresql() { check(Dialect::PostgreSql, {17, 4, 0}); }
    void mysql_data();
    void mysql() { check(Dialect::MySql, {8, 0, 35}); }
    void sqlite_data();
    void sqlite() { check(Dialect::SQLite, {3, 46, 0}); }
    void connected();
    void rowsThatAreKnown();
    void workOnFewRows();
    void oneBehindTheOther();
    void wayDown();
    void messages_data();
    void messages();

private:
    static void columns();
    static void row(const char *name, const char *history, const char *script, const char *expected,
                    ScriptTransaction transaction = ScriptTransaction::Autocommit);
    static void check(Dialect dialect, ServerVersion version);
};

void TstRuleCases::columns()
{
    QTest::addColumn<QString>("history");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<ScriptTransaction>("transaction");
}

void TstRuleCases::row(const char *name, const char *history, const char *script, const char *expected, ScriptTransaction transaction)
{
    QTest::newRow(name) << QString::fromUtf8(history) << QString::fromUtf8(script) << QString::fromUtf8(expected) << transaction;
}

/// All warnings and errors but those about documentation and about what every migration of MySQL has.
void TstRuleCases::check(Dialect dialect, ServerVersion version)
{
    QFETCH(const QString, history);
    QFETCH(const QString, script);
    QFETCH(const QString, expected);
    QFETCH(const ScriptTransaction, transaction);
    Catalog catalog = catalogOf(history, dialect, version, Catalog::Origin::Replayed);
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    ScriptAnalysis analysis = analyseScript(inputOf(script, dialect, transaction), catalog, settings);
    analysis.findings.removeIf([](const Finding &finding) {
        return finding.severity == Severity::Info || finding.rule == u"ddl-commits-implicitly"_s;
    });
    QCOMPARE(summary(analysis.findings), expected);
}

void TstRuleCases::postgresql_data()
{
    columns();
    using enum ScriptTransaction;

    // What drops a table in use is not excused by what was done to it before.
    row("dropped behind an index", "", "CREATE INDEX CONCURRENTLY i ON t (a);\nDROP TABLE t",
        "2: table-drop-breaks-code error");
    row("dropped behind a trigger", "", "COMMENT ON TABLE t IS 'x';\nCREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f();\nDROP TABLE t",
        "3: table-drop-breaks-code error");
    row("dropped under its new name", "", "ALTER TABLE t RENAME TO gone;\nDROP TABLE gone",
        "1: table-rename-breaks-code error\n2: table-drop-breaks-code error");
    row("made by the script and dropped again", "", "CREATE TABLE n (id bigint PRIMARY KEY); ALTER TABLE n RENAME TO m; DROP TABLE m", "");
    row("dropped where IF NOT EXISTS may have found it", "", "CREATE TABLE IF NOT EXISTS n (id bigint PRIMARY KEY);\nDROP TABLE n",
        "2: table-drop-breaks-code error");

    row("two tables change places", "", "ALTER TABLE t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t;\nDROP TABLE t_old",
        "3: table-drop-breaks-code error");
    row("renamed twice", "", "ALTER TABLE t RENAME TO u;\nALTER TABLE u RENAME TO w", "1: table-rename-breaks-code error");
    row("a scratch table, twice", "", "CREATE TEMP TABLE n (a int); DROP TABLE n; CREATE TEMP TABLE n (a int); DROP TABLE IF EXISTS n", "");

    // What the project's earlier migrations have done away with.
    row("used after a drop", "CREATE TABLE t (id bigint PRIMARY KEY); DROP TABLE t", "ALTER TABLE t ADD x int",
        "1: object-missing-or-duplicate warning");
    row("used after a rename", "CREATE TABLE t (id bigint PRIMARY KEY); ALTER TABLE t RENAME TO u", "DELETE FROM t WHERE id = 1",
        "1: object-missing-or-duplicate warning");
    row("dropped twice", "CREATE TABLE t (id bigint PRIMARY KEY); DROP TABLE t", "DROP TABLE IF EXISTS t", "1: table-drop-breaks-code error");
    row("a view is dropped from under another", "CREATE TABLE t (id bigint PRIMARY KEY); CREATE VIEW v AS SELECT id FROM t; CREATE VIEW w AS SELECT id FROM v; "
        "DROP VIEW v", "DROP VIEW w", "1: table-drop-breaks-code error");
    row("an index on what has moved", "CREATE SCHEMA s; CREATE TABLE s.t (id bigint PRIMARY KEY); ALTER TABLE s.t SET SCHEMA public",
        "CREATE INDEX CONCURRENTLY i ON s.t (id)", "1: object-missing-or-duplicate warning");
    row("dropped and made anew", "CREATE TABLE t (id bigint PRIMARY KEY); DROP TABLE t; CREATE TABLE t (id bigint PRIMARY KEY)",
        "ALTER TABLE t ADD x int", "");
    row("dropped in vain", "CREATE TABLE t (id bigint PRIMARY KEY); BEGIN; DROP TABLE t; ROLLBACK", "ALTER TABLE t ADD x int", "");
    row("dropped perhaps", "CREATE TABLE t (id bigint PRIMARY KEY); DO $$ BEGIN IF false THEN DROP TABLE t; END IF; END $$",
        "ALTER TABLE t ADD x int", "");

    // Columns that are not there, keys that cannot be.
    constexpr char t[] = "CREATE TABLE t (id bigint PRIMARY KEY, a int, b text NOT NULL); CREATE INDEX t_a ON t (a)";
    row("an index on a missing column", t, "CREATE INDEX CONCURRENTLY i ON t (nope)", "1: object-missing-or-duplicate warning");
    row("an index on an expression", t, "CREATE INDEX CONCURRENTLY i ON t (lower(b))", "");
    row("a foreign key on a missing column", t, "ALTER TABLE t ADD CONSTRAINT f FOREIGN KEY (nope) REFERENCES p (id) NOT VALID",
        "1: object-missing-or-duplicate warning\n1: constraint-added-breaks-writers warning");
    row("a key on a column of the same statement", t, "ALTER TABLE t ADD x int, ADD CONSTRAINT k CHECK (x > 0) NOT VALID", "");
    row("a missing column is updated", t, "UPDATE t SET nope = 1 WHERE id = 5", "1: object-missing-or-duplicate warning");
    row("UNIQUE that is not valid", t, "SELECT b FROM t;\nALTER TABLE t ADD CONSTRAINT u UNIQUE (b) NOT VALID",
        "2: unique-constraint-builds-under-lock error\n2: object-missing-or-duplicate error");

    constexpr char parts[] = "CREATE TABLE ev (id bigint, at date NOT NULL, k int) PARTITION BY RANGE (at); "
                             "CREATE TABLE e1 PARTITION OF ev FOR VALUES FROM (MINVALUE) TO (MAXVALUE)";
    row("a key without the partition key", parts, "SELECT 1 FROM ev;\nALTER TABLE ev ADD PRIMARY KEY (id)",
        "2: primary-key-builds-under-lock error\n2: object-missing-or-duplicate warning");
    row("a new table's key without the partition key", "", "CREATE TABLE n (id bigint PRIMARY KEY, at date) PARTITION BY RANGE (at)",
        "1: object-missing-or-duplicate warning");
    row("a key with the partition key", "", "CREATE TABLE n (id bigint, at date, PRIMARY KEY (id, at)) PARTITION BY RANGE (at)", "");
    row("a partition's column is dropped", parts, "ALTER TABLE e1 DROP COLUMN k",
        "1: object-missing-or-duplicate warning\n1: column-drop-breaks-code error");
    row("ONLY of a table that is not known", "", "CREATE INDEX i ON ONLY ev (k)", "");

    row("a column that another is computed from", "CREATE TABLE n (id bigint PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED)",
        "ALTER TABLE n DROP COLUMN a", "1: object-missing-or-duplicate error\n1: column-drop-breaks-code error");
    row("a column and what is computed from it", "CREATE TABLE n (id bigint PRIMARY KEY, a int, b int GENERATED ALWAYS AS (a * 2) STORED)",
        "ALTER TABLE n DROP COLUMN b, DROP COLUMN a", "1: column-drop-breaks-code error\n1: column-drop-breaks-code error");

    constexpr char indexed[] = "CREATE TABLE ev (id bigint, k int) PARTITION BY RANGE (id); CREATE INDEX ev_k ON ev (k); "
                               "CREATE TABLE e1 PARTITION OF ev FOR VALUES FROM (0) TO (9); CREATE TABLE e2 PARTITION OF ev DEFAULT";
    row("an index of all partitions is dropped", indexed, "DROP INDEX ev_k", "1: index-drop-blocks-reads warning");
    row("an index of all partitions is dropped concurrently", indexed, "DROP INDEX CONCURRENTLY ev_k", "1: concurrent-drop-not-possible error");

    // A DO is one transaction.
    row("validated in the block that adds it", "",
        "SELECT a FROM t;\nDO $$ BEGIN\n ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID;\n ALTER TABLE t VALIDATE CONSTRAINT k;\nEND $$",
        "4: validate-in-same-transaction error");
    row("validated behind a commit", "",
        "SELECT a FROM t; DO $$ BEGIN ALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID; COMMIT; ALTER TABLE t VALIDATE CONSTRAINT k; END $$",
        "");
    row("work in a block that holds a lock", "", "DO $$ BEGIN\n ALTER TABLE t ADD z int;\n UPDATE t SET z = 1 WHERE id < 1000;\nEND $$",
        "3: work-while-holding-lock warning");
    row("work behind a commit", "", "DO $$ BEGIN ALTER TABLE t ADD z int; COMMIT; UPDATE t SET z = 1 WHERE id < 1000; END $$", "");

    row("all rows of a new column", "", "ALTER TABLE t ADD z int;\nUPDATE t SET z = a WHERE z IS NULL", "2: unbatched-backfill error");
    row("rows by their match", t, "UPDATE t SET a = u.a FROM u WHERE u.t_id = t.id", "1: unbatched-backfill warning");
    row("rows by their match, deleted", t, "DELETE FROM t USING u WHERE u.t_id = t.id", "1: unbatched-backfill warning");
    row("rows by their match, merged", t, "MERGE INTO t USING u ON t.id = u.t_id WHEN MATCHED THEN UPDATE SET a = u.a",
        "1: unbatched-backfill warning");
    row("rows by a subquery", t, "UPDATE t SET a = 1 WHERE id IN (SELECT t_id FROM u)", "1: unbatched-backfill warning");
    row("rows without a match", t, "DELETE FROM t WHERE NOT EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id)", "1: unbatched-backfill warning");
    row("rows with a match of some kind", t, "DELETE FROM t WHERE EXISTS (SELECT 1 FROM u WHERE u.t_id = t.id AND u.kind = 'x')", "");
    row("every row, from a subquery", t, "UPDATE t SET a = (SELECT max(u.a) FROM u WHERE u.t_id = t.id)", "1: unbatched-backfill error");
    row("every row, from another table", t, "UPDATE t SET a = u.a FROM u", "1: unbatched-backfill error");
    row("some rows by their match", t, "UPDATE t SET a = u.a FROM u WHERE u.t_id = t.id AND t.id BETWEEN 1 AND 5000", "");
    row("a batch by its match", t,
        "WITH some AS (SELECT id FROM t WHERE a IS NULL LIMIT 1000 FOR UPDATE SKIP LOCKED) UPDATE t SET a = 1 FROM some WHERE some.id = t.id", "");
    row("merged rows that are written here", t, "MERGE INTO t USING (VALUES (1, 2)) AS n (id, a) ON t.id = n.id WHEN MATCHED THEN UPDATE SET a = n.a", "");
    row("rows of a new table by their match", t, "CREATE TABLE n (id bigint PRIMARY KEY, a int); UPDATE n SET a = t.a FROM t WHERE n.id = t.id", "");
    row("rows without a value, of a table nobody knows", "", "UPDATE t SET a = 1 WHERE a IS NULL", "1: unbatched-backfill warning");
    row("one row of a table nobody knows", "", "UPDATE t SET a = 1 WHERE id = 1", "");
    row("a default that comes back", t,
        "ALTER TABLE t ALTER b DROP DEFAULT, ALTER b TYPE boolean USING b = 'x', ALTER b SET DEFAULT false",
        "1: type-change-rewrites error");
    row("both ends of a foreign key are dropped",
        "CREATE TABLE p (id bigint PRIMARY KEY); CREATE TABLE c (id bigint PRIMARY KEY, p_id bigint REFERENCES p)",
        "DROP TABLE c;\nDROP TABLE p", "1: table-drop-breaks-code error\n2: table-drop-breaks-code error");
    row("a search path that nothing is in", "", "SELECT pg_catalog.set_config('search_path', '', false)", "1: session-setting-leaks warning");
    row("a table takes another's place", "", "ALTER TABLE t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t", "", Wrapped);
    row("a table takes another's place, all known",
        "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE t_new (id int PRIMARY KEY)",
        "ALTER TABLE public.t RENAME TO t_old;\nALTER TABLE t_new RENAME TO t", "", Wrapped);
    row("two tables renamed, neither to the other's name", "", "ALTER TABLE t RENAME TO t_old;\nALTER TABLE u RENAME TO t2",
        "1: table-rename-breaks-code error\n2: several-tables-locked-together warning\n2: table-rename-breaks-code error", Wrapped);
    row("names with a dot", "", "ALTER TABLE \"A.B\" ADD COLUMN x int; ALTER TABLE \"A.B\" ALTER x SET DEFAULT 1", "", Wrapped);
    row("a table that is not known, twice", "", "ALTER TABLE t ADD COLUMN x int;\nALTER TABLE t ALTER x SET DEFAULT 1;\nCREATE INDEX i ON t (x)",
        "3: index-build-blocks-writes error\n3: work-while-holding-lock warning", Wrapped);
    row("a string that is not closed", "", "SELECT 1;\nSELECT 'it's';\nDROP TABLE t", "2: text-left-open error");
    row("a comment that is not closed", "", "SELECT 1;\n/* never\nDROP TABLE t", "2: text-left-open error");
    row("nothing but a comment that is not closed", "", "/* never\nDROP TABLE t", "1: text-left-open error");
    row("an index and a drop are no move", t, "CREATE INDEX CONCURRENTLY i ON t (b);\nALTER TABLE t DROP COLUMN a", "2: column-drop-breaks-code error");
}

void TstRuleCases::mysql_data()
{
    columns();
    constexpr char t[] = "CREATE TABLE t (id BIGINT PRIMARY KEY, a INT, b INT NOT NULL DEFAULT 1, KEY a_k (a))";
    row("bodies with a delimiter of their own", "", "DELIMITER //\nCREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW BEGIN SET NEW.a = 1; END//", "");
    row("the primary key by the name of its index", t, "DROP INDEX `PRIMARY` ON t", "1: constraint-dropped error\n1: mysql-primary-key-drop error");
    row("the primary key by the name of its index, in ALTER", t, "ALTER TABLE t DROP INDEX `primary`",
        "1: constraint-dropped error\n1: mysql-primary-key-drop error");
    row("refused rather than copied", t, "ALTER TABLE t MODIFY a BIGINT, ALGORITHM=INPLACE", "1: object-missing-or-duplicate error");
    row("refused rather than copied, perhaps", "", "ALTER TABLE t MODIFY a BIGINT, ALGORITHM=INSTANT", "");
    row("INSTANT takes no LOCK", t, "ALTER TABLE t ADD c INT, ALGORITHM=INSTANT, LOCK=NONE", "1: object-missing-or-duplicate error");
    row("asked for in place while others write", t, "ALTER TABLE t FORCE, ALGORITHM=INPLACE, LOCK=NONE", "");
    row("asked for in place alone", t, "ALTER TABLE t FORCE, ALGORITHM=INPLACE", "1: mysql-rebuild-alter warning");
    row("asked for and needed", t, "ALTER TABLE t MODIFY a BIGINT, ALGORITHM=COPY", "1: mysql-copy-alter error");
    row("a swap", "", "RENAME TABLE t TO t2, t3 TO t", "");
    row("dropped behind a swap", "", "RENAME TABLE t TO t2, t3 TO t;\nDROP TABLE t",
        "1: table-rename-breaks-code error\n1: table-rename-breaks-code error\n2: table-drop-breaks-code error");
    row("rows by their match", t, "UPDATE t JOIN u ON u.t_id = t.id SET t.a = u.a", "1: unbatched-backfill warning");
    row("rows by their match in WHERE", t, "UPDATE t, u SET t.a = u.a WHERE u.t_id = t.id", "1: unbatched-backfill warning");
    row("rows by their match, deleted", t, "DELETE t FROM t JOIN u ON u.t_id = t.id", "1: unbatched-backfill warning");
    row("some rows by their match", t, "UPDATE t JOIN u ON u.t_id = t.id SET t.a = u.a WHERE t.id < 5000", "");
    row("every row, beside another table", t, "UPDATE t, u SET t.a = u.a", "1: unbatched-backfill error");
    row("rows without a value, of a table nobody knows", "", "UPDATE t SET a = 1 WHERE a IS NULL", "1: unbatched-backfill warning");
    row("an index that is not there", t, "DROP INDEX nope ON t", "1: object-missing-or-duplicate warning");
    row("an index that is there", t, "DROP INDEX a_k ON t", "1: mysql-drop-visible-index warning");
    row("an index that was hidden", t, "ALTER TABLE t ALTER INDEX a_k INVISIBLE; DROP INDEX a_k ON t", "");
    row("NULL is forbidden", t, "ALTER TABLE t MODIFY a INT NOT NULL",
        "1: mysql-rebuild-alter warning\n1: constraint-added-breaks-writers warning");
    row("NULL was forbidden", t, "ALTER TABLE t MODIFY b INT NOT NULL DEFAULT 2", "");
}

void TstRuleCases::sqlite_data()
{
    columns();
    constexpr char t[] = "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT); CREATE INDEX t_a ON t (a)";
    row("a rebuild without a column", t,
        "CREATE TABLE new_t (id INTEGER PRIMARY KEY, a INT NOT NULL); INSERT INTO new_t SELECT id, coalesce(a, 0) FROM t; DROP TABLE t; "
        "ALTER TABLE new_t RENAME TO t; CREATE INDEX t_a ON t (a)",
        "", ScriptTransaction::Wrapped);
    row("rows by their match", t, "UPDATE t SET a = u.a FROM u WHERE u.t_id = t.id", "1: unbatched-backfill warning");
    row("a column of another type, as MySQL has it", t, "ALTER TABLE t MODIFY a BIGINT", "1: sqlite-unsupported-alter error");
    row("a column of another name and type", t, "ALTER TABLE t CHANGE COLUMN a c BIGINT",
        "1: column-rename-breaks-code error\n1: sqlite-unsupported-alter error");
    row("two things at once", t, "ALTER TABLE t ADD COLUMN c INT, ADD COLUMN d TEXT", "1: sqlite-unsupported-alter error");
    row("two different things at once", t, "ALTER TABLE t DROP COLUMN b, RENAME COLUMN a TO c",
        "1: sqlite-unsupported-alter error\n1: column-drop-breaks-code error\n1: column-rename-breaks-code error");
    row("IF NOT EXISTS", t, "ALTER TABLE t ADD COLUMN IF NOT EXISTS c INT", "1: sqlite-add-column-limits error");
    row("foreign keys off for good", t, "PRAGMA foreign_keys = OFF;\nUPDATE t SET a = 1 WHERE id = 1", "1: sqlite-foreign-keys-left-off warning");
    row("foreign keys on again, in vain", t, "PRAGMA foreign_keys = 0;\nBEGIN;\nUPDATE t SET a = 1 WHERE id = 1;\nPRAGMA foreign_keys = 1;\nCOMMIT",
        "1: sqlite-foreign-keys-left-off warning\n4: sqlite-fk-pragma-in-transaction error");
    row("foreign keys off in vain", t, "BEGIN;\nPRAGMA foreign_keys = OFF;\nCOMMIT", "2: sqlite-fk-pragma-in-transaction error");
    row("an index on the row's id", t, "CREATE INDEX r ON t (rowid)", "");
    row("an index on a missing column", t, "CREATE INDEX r ON t (nope)", "1: object-missing-or-duplicate warning");
}

/// Sizes of a connection.
void TstRuleCases::connected()
{
    const auto findings = [](qint64 rows, qint64 bytes) {
        Catalog catalog = catalogOf(u"CREATE TABLE t (id bigint PRIMARY KEY, a int)"_s, Dialect::PostgreSql, {17, 4, 0});
        catalog.setStatistics({{}, u"t"_s}, {.rows = rows, .bytes = bytes});
        AnalysisSettings settings;
        settings.waitsAreBounded = true;
        return summary(analyseScript(inputOf(u"CREATE INDEX i ON t (a)"_s, Dialect::PostgreSql), catalog, settings).findings);
    };
    QCOMPARE(findings(-1, 16'384), u"1: index-build-blocks-writes info"_s);
    QCOMPARE(findings(-1, 9'000'000), u"1: index-build-blocks-writes error"_s);
    QCOMPARE(findings(-1, -1), u"1: index-build-blocks-writes error"_s);
    QCOMPARE(findings(9'000, 9'000'000), u"1: index-build-blocks-writes info"_s);
    QCOMPARE(findings(11'000, 16'384), u"1: index-build-blocks-writes error"_s);
}

/// Rows that are known to be there are not said to be there perhaps.
void TstRuleCases::rowsThatAreKnown()
{
    Catalog catalog = catalogOf(u"CREATE TABLE t (id bigint PRIMARY KEY, a int)"_s, Dialect::PostgreSql, {17, 4, 0});
    catalog.setStatistics({{}, u"t"_s}, {.rows = 50'000, .bytes = 9'000'000});
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    const ScriptAnalysis analysis = analyseScript(inputOf(u"ALTER TABLE t ADD z int NOT NULL"_s, Dialect::PostgreSql), catalog, settings);
    QCOMPARE(analysis.statements.constFirst().impact.fails, Answer::Yes);
    QCOMPARE(analysis.statements.constFirst().impact.failure, u"“t” has rows, and they would have no value of “z”: this fails."_s);
    QVERIFY(!catalog.relation({{}, u"t"_s})->column(u"z"_s));
}

/// Rows of a small table are changed in a moment, while a lock is held as well.
void TstRuleCases::workOnFewRows()
{
    Catalog catalog = catalogOf(u"CREATE TABLE t (id bigint PRIMARY KEY, a int); CREATE TABLE big (id bigint PRIMARY KEY, a int)"_s, Dialect::PostgreSql,
                                {17, 4, 0});
    catalog.setStatistics({{}, u"t"_s}, {.rows = 50, .bytes = 16'384});
    catalog.setStatistics({{}, u"big"_s}, {.rows = 5'000'000, .bytes = 900'000'000});
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    const auto held = [&](const QString &script) {
        Catalog schema = catalog;
        const QList<Finding> found = analyseScript(inputOf(script, Dialect::PostgreSql, ScriptTransaction::Wrapped), schema, settings).findings;
        return std::ranges::contains(found, u"work-while-holding-lock"_s, &Finding::rule);
    };
    QVERIFY(!held(u"ALTER TABLE t ADD b int; UPDATE t SET b = a + 1"_s));
    QVERIFY(held(u"ALTER TABLE t ADD b int; UPDATE big SET a = 1 WHERE a > 5"_s));
    QVERIFY(!held(u"ALTER TABLE t ADD b int; INSERT INTO big (id) SELECT id FROM t"_s));
    QVERIFY(held(u"ALTER TABLE t ADD b int; INSERT INTO t (id) SELECT id FROM big"_s));
    QVERIFY(!held(u"DO $$BEGIN ALTER TABLE t ADD b int; DELETE FROM t WHERE a > 3; END$$"_s));
}

/// What a migration has set or made is not the next one's.
void TstRuleCases::oneBehindTheOther()
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Replayed, {17, 4, 0});
    const auto findings = [&catalog](const QString &script) {
        AnalysisInput input = inputOf(script, Dialect::PostgreSql, ScriptTransaction::Wrapped);
        input.counterpart = AnalysisInput::Counterpart{.exists = true, .operations = {}};
        input.counterpart->operations = readStatement(splitScript(u"ALTER TABLE t DROP COLUMN z"_s, Dialect::PostgreSql).statements.constFirst(),
                                                      Dialect::PostgreSql).operations;
        AnalysisSettings settings;
        settings.waitsAreBounded = true;
        return summary(analyseScript(input, catalog, settings).findings);
    };
    findings(u"SELECT set_config('search_path', '', false); CREATE TABLE public.t (id bigint PRIMARY KEY, a int)"_s);
    QCOMPARE(findings(u"ALTER TABLE t ADD COLUMN z int"_s), QString());
    QCOMPARE(findings(u"ALTER TABLE p ADD COLUMN z int;\nDELETE FROM t WHERE a > 5"_s),
             u"1: down-does-not-undo warning\n2: unbatched-backfill warning\n2: work-while-holding-lock warning"_s);
}

void TstRuleCases::wayDown()
{
    Catalog catalog = catalogOf(u"CREATE TABLE t (id BIGINT PRIMARY KEY, a INT NOT NULL)"_s, Dialect::MySql, {8, 0, 35}, Catalog::Origin::Replayed);
    AnalysisInput input = inputOf(u"ALTER TABLE t MODIFY a INT"_s, Dialect::MySql);
    input.direction = Direction::Down;
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    QCOMPARE(summary(analyseScript(input, catalog, settings).findings), u"1: mysql-rebuild-alter warning"_s);
}

void TstRuleCases::messages_data()
{
    QTest::addColumn<QString>("script");
    QTest::addColumn<Direction>("direction");
    QTest::addColumn<QString>("message");
    QTest::addColumn<Dialect>("dialect");
    const auto row = [](const char *name, const char *script, const char *message, Direction direction = Direction::Up, Dialect dialect = Dialect::PostgreSql) {
        QTest::newRow(name) << QString::fromUtf8(script) << direction << QString::fromUtf8(message) << dialect;
    };
    row("a role", "DROP OWNED BY bob, \"Al\"",
        "Everything that “bob, Al” owns in this database is dropped, whatever it is, and its privileges are revoked.");
    row("a table that references itself", "ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES t (id)",
        "Adding this foreign key reads all of “t” and lets nobody write to it until it is done.");
    row("the marker of the way down", "DROP INDEX CONCURRENTLY i",
        "DROP INDEX CONCURRENTLY cannot run in a transaction, and this migration is run in one: it will fail. To run it without, write “-- "
        "migrate:down transaction:false”.",
        Direction::Down);
    row("what depends on a column", "CREATE TABLE n (id int, a int); CREATE VIEW nv AS SELECT a FROM n; ALTER TABLE n DROP COLUMN a",
        "“nv” depends on “a”.");
    row("the gate of a new constraint", "-- whimbrel: phase contract\nALTER TABLE t ADD CONSTRAINT k CHECK (a > 0) NOT VALID, ALTER b SET NOT NULL",
        "Contract step: is the code that relies on the old shape of “t”, “t.b” gone from every server?");
    row("rows that another table chooses", "UPDATE t SET a = u.a FROM u WHERE u.t_id = t.id",
        "How many rows of “t” this changes in one go, “u” alone decides: each stays locked until the last is done, and replicas follow late.");
    row("rows of SQLite, which has no locks of rows", "UPDATE t SET a = (SELECT count(*) FROM u WHERE u.t_id = t.id)",
        "This changes every row of “t” in one go: nobody else can write to the database until the last is done.", Direction::Up, Dialect::SQLite);
    row("rows of SQLite by their match", "DELETE FROM t WHERE id IN (SELECT t_id FROM u)",
        "How many rows of “t” this deletes in one go, “u” alone decides: nobody else can write to the database until the last is done.", Direction::Up,
        Dialect::SQLite);
    row("what became of a table", "CREATE TABLE n (id int); ALTER TABLE n RENAME TO m; ALTER TABLE n ADD x int",
        "There is no “n” any more: it is “m” now.");
}

void TstRuleCases::messages()
{
    QFETCH(const QString, script);
    QFETCH(const Direction, direction);
    QFETCH(const QString, message);
    QFETCH(const Dialect, dialect);
    Catalog catalog(dialect, Catalog::Origin::Replayed, dialect == Dialect::PostgreSql ? ServerVersion{17, 4, 0} : ServerVersion{});
    AnalysisSettings settings;
    settings.noTransactionMarker = u"-- migrate:up transaction:false"_s;
    AnalysisInput input = inputOf(script, dialect, ScriptTransaction::Wrapped);
    input.direction = direction;
    QStringList found;
    for (const Finding &finding : analyseScript(input, catalog, settings).findings)
        found.append(finding.message);
    QVERIFY2(found.contains(message), qPrintable(found.join(u'\n')));
}

WHIMBREL_TEST(TstRuleCases)
#include "tst_rulecases.moc"
