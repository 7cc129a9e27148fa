// SPDX-License-Identifier: GPL-3.0-or-later
#include "fixexamples.h"

#include "safety/rules/rule.h"
#include "sql/splitter.h"
#include "test.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

ServerVersion versionOf(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return {17, 4, 0};
    case Dialect::MariaDb:
        return {11, 8, 2};
    case Dialect::MySql:
        return {8, 4, 0};
    case Dialect::SQLite:
        return {3, 46, 0};
    }
    Q_UNREACHABLE_RETURN({});
}

QString exampleSchema(Dialect dialect)
{
    const Dialect written = dialect == Dialect::MySql ? Dialect::MariaDb : dialect; // the same for both
    QFile file(Test::fixture(u"safety/examples-%1.sql"_s.arg(dialectId(written))));
    const bool isOpen = file.open(QIODevice::ReadOnly);
    // Roles belong to the whole server, which the tests share.
    return isOpen ? QString::fromUtf8(file.readAll()).remove(u"CREATE ROLE app;"_s) : QString();
}

QString schemaOf(const FixExample &example)
{
    return example.schema.isEmpty() ? exampleSchema(example.dialect) : example.schema;
}

QList<FixExample> ownPostgreSqlExamples()
{
    constexpr Dialect dialect = Dialect::PostgreSql;
    return {
        {dialect, u"index-drop-blocks-reads"_s, u"one index"_s, u"DROP INDEX c_p"_s},
        {dialect, u"index-drop-blocks-reads"_s, u"unique index dropped"_s, u"DROP INDEX t_u"_s},
        {dialect, u"index-drop-blocks-reads"_s, u"three indexes"_s,
         u"DROP INDEX IF EXISTS c_p, public.t_first_idx /* soon */, t_second_idx RESTRICT"_s},
        {dialect, u"concurrent-drop-not-possible"_s, u"several at once"_s,
         u"-- migrate:up transaction:false\nDROP INDEX CONCURRENTLY IF EXISTS t_first_idx, c_p, t_second_idx;\n\n-- migrate:down\n"_s, {},
         u"DROP INDEX t_first_idx, c_p, t_second_idx"_s},
        {dialect, u"index-build-blocks-writes"_s, u"unique index"_s, u"CREATE UNIQUE INDEX \"Mine\" ON t (a, c)"_s},
        {dialect, u"index-build-blocks-writes"_s, u"partial index"_s,
         u"CREATE INDEX i ON t USING btree (lower(c), a DESC) INCLUDE (d) WHERE a > 3"_s},
        {dialect, u"reindex-blocks"_s, u"reindex"_s, u"REINDEX INDEX t_u"_s},
        {dialect, u"reindex-blocks"_s, u"reindex a table"_s, u"REINDEX TABLE t"_s},
        {dialect, u"foreign-key-validates-under-lock"_s, u"key without an index"_s,
         u"ALTER TABLE c ADD CONSTRAINT k FOREIGN KEY (unindexed_id) REFERENCES p (id) ON DELETE SET NULL"_s},
        {dialect, u"check-validates-under-lock"_s, u"named check"_s,
         u"ALTER TABLE t ADD CONSTRAINT \"My Check\" CHECK (a > 0 AND c <> ')')"_s},
        {dialect, u"column-default-rewrites"_s, u"not null with a volatile default"_s,
         u"ALTER TABLE t ADD k uuid NOT NULL DEFAULT gen_random_uuid()"_s},
        {dialect, u"table-drop-breaks-code"_s, u"unused table"_s, u"DROP TABLE t_unused"_s},
        {dialect, u"column-drop-breaks-code"_s, u"required column dropped"_s,
         u"ALTER TABLE t DROP COLUMN required_col"_s},
        {dialect, u"auto-increment-column-rewrites"_s, u"smallserial"_s, u"ALTER TABLE t ADD COLUMN n smallserial"_s},
        // One of several actions.
        {dialect, u"check-validates-under-lock"_s, u"column and check"_s,
         u"ALTER TABLE t ADD COLUMN x int, ADD CONSTRAINT k CHECK (x > 0), ALTER COLUMN c SET DEFAULT 'a,b'"_s},
        {dialect, u"set-not-null-scans"_s, u"not null first"_s,
         u"ALTER TABLE ONLY t\n    ALTER COLUMN a SET NOT NULL, -- at last\n    ADD COLUMN x int DEFAULT 3"_s},
        {dialect, u"set-not-null-scans"_s, u"two not null"_s,
         u"ALTER TABLE t ALTER COLUMN a SET NOT NULL, ALTER COLUMN c SET NOT NULL, ADD COLUMN x int"_s},
        {dialect, u"unique-constraint-builds-under-lock"_s, u"unique in the middle"_s,
         u"ALTER TABLE t ADD x int, ADD CONSTRAINT u UNIQUE (a), ALTER b SET DEFAULT 7"_s},
        {dialect, u"foreign-key-validates-under-lock"_s, u"two keys"_s,
         u"ALTER TABLE c ADD CONSTRAINT k1 FOREIGN KEY (p_id) REFERENCES p (id), ADD COLUMN note text"_s},
        {dialect, u"type-change-rewrites"_s, u"type beside a column"_s,
         u"ALTER TABLE t ALTER COLUMN a TYPE bigint, ADD COLUMN x int"_s},
        // A constraint within a column.
        {dialect, u"inline-check-scans"_s, u"named check within"_s,
         u"ALTER TABLE t ADD z int DEFAULT 4 CONSTRAINT positive CHECK (z > 0 AND (z < 9)) NOT NULL"_s},
        {dialect, u"add-column-with-reference"_s, u"reference within"_s,
         u"ALTER TABLE c ADD COLUMN q_id bigint DEFAULT 1 CONSTRAINT q REFERENCES p (id) ON DELETE SET NULL NOT NULL"_s},
        // The index that a key lacks.
        {dialect, u"foreign-key-without-index"_s, u"keys of a new table"_s,
         u"CREATE TABLE n (id bigint PRIMARY KEY REFERENCES users, p_id bigint REFERENCES p, \"Odd one\" bigint, u bigint, "
         "FOREIGN KEY (\"Odd one\") REFERENCES p (id)); CREATE INDEX ON n (u)"_s, {},
         u"CREATE TABLE n (id bigint PRIMARY KEY REFERENCES users, p_id bigint REFERENCES p, \"Odd one\" bigint, u bigint, "
         "FOREIGN KEY (\"Odd one\") REFERENCES p (id)); CREATE INDEX ON n (u); CREATE INDEX ON n (p_id); CREATE INDEX ON n (\"Odd one\")"_s},
        {dialect, u"foreign-key-without-index"_s, u"key added to a new table"_s,
         u"CREATE TABLE public.n (id bigint PRIMARY KEY, p_id bigint); ALTER TABLE public.n ADD FOREIGN KEY (p_id) REFERENCES p (id)"_s, {},
         u"CREATE TABLE n (id bigint PRIMARY KEY, p_id bigint REFERENCES p); CREATE INDEX ON n (p_id)"_s},
        {dialect, u"foreign-key-without-index"_s, u"reference within"_s, u"ALTER TABLE c ADD COLUMN q_id bigint REFERENCES p"_s},
        {dialect, u"unbatched-backfill"_s, u"rows deleted"_s, u"DELETE FROM t WHERE c = 'c' OR a < 3"_s},
        {dialect, u"unbatched-backfill"_s, u"rows deleted by a match"_s, u"DELETE FROM c WHERE p_id IN (SELECT id FROM p)"_s},
        {dialect, u"unbatched-backfill"_s, u"two columns"_s, u"UPDATE t SET a = 5, c = 'it''s', d = NULL"_s},
        {dialect, u"unbatched-backfill"_s, u"with a condition"_s,
         u"UPDATE public.t SET name = 'x' WHERE c = 'c' OR a < 3"_s},
        {dialect, u"unbatched-backfill"_s, u"rows that are done unknown"_s, u"UPDATE t SET a = b * 2"_s},
        {dialect, u"unbatched-backfill"_s, u"with a join"_s, u"UPDATE t SET c = 'o' || o.id FROM orders o WHERE o.customer_id = t.id"_s},
        {dialect, u"unbatched-backfill"_s, u"with a subquery"_s,
         u"UPDATE t SET c = (SELECT max(o.id)::text FROM orders o WHERE o.customer_id = t.id)"_s},
        {dialect, u"unbatched-backfill"_s, u"deleted by a join"_s, u"DELETE FROM c USING p WHERE p.id = c.p_id"_s},
        {dialect, u"unbatched-backfill"_s, u"rows copied"_s, u"INSERT INTO p (id) SELECT 100 + o.id FROM orders o"_s},
        {dialect, u"work-while-holding-lock"_s, u"a table and rows of another"_s, u"ALTER TABLE p ADD x2 int; UPDATE t SET a = 1 WHERE id < 9000"_s},
        {dialect, u"several-tables-locked-together"_s, u"three tables"_s,
         u"ALTER TABLE p ADD x2 int; ALTER TABLE t ADD x2 int; ALTER TABLE c ADD x2 int"_s},
        {dialect, u"session-setting-leaks"_s, u"search path"_s, u"SET search_path = public; UPDATE t SET a = 1 WHERE id = 1"_s},
        {dialect, u"new-table-locks-referenced-table"_s, u"key of a new table"_s,
         u"CREATE TABLE n (id bigint PRIMARY KEY, u bigint UNIQUE REFERENCES users); UPDATE t SET a = 3 WHERE id < 9000"_s},
        {dialect, u"json-column-no-equality"_s, u"json among others"_s, u"ALTER TABLE t ADD COLUMN json json NOT NULL DEFAULT '{}', ADD COLUMN x int"_s, {},
         u"ALTER TABLE t ADD COLUMN json jsonb NOT NULL DEFAULT '{}', ADD COLUMN x int"_s},
        {dialect,
         u"required-column-breaks-writers"_s,
         u"required column"_s,
         u"ALTER TABLE t ADD COLUMN x int NOT NULL"_s,
         {},
         u"ALTER TABLE t ADD COLUMN x int NOT NULL DEFAULT 4"_s,
         {{u"value"_s, u"4"_s}}},
    };
}

QList<FixExample> ownMariaDbExamples()
{
    constexpr Dialect dialect = Dialect::MariaDb;
    const QString keys =
        u"CREATE TABLE p (id BIGINT PRIMARY KEY, code VARCHAR(20), UNIQUE KEY by_code (code));"
        "CREATE TABLE t (id BIGINT AUTO_INCREMENT PRIMARY KEY, a INT, c VARCHAR(20) NOT NULL DEFAULT 'c', "
        "p_id BIGINT, KEY by_c (c), UNIQUE KEY only_a (a));"_s;
    return {
        {dialect, u"mysql-copy-alter"_s, u"type with a default"_s,
         u"ALTER TABLE t MODIFY b BIGINT NOT NULL DEFAULT 1"_s,
         u"CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT, b INT NOT NULL DEFAULT 1, c VARCHAR(20))"_s},
        {dialect, u"mysql-fk-add"_s, u"foreign key"_s,
         u"ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (p_id) REFERENCES p (id) ON DELETE CASCADE"_s, keys},
        {dialect, u"mysql-default-expression"_s, u"computed default"_s,
         u"ALTER TABLE t ADD COLUMN u VARCHAR(36) DEFAULT (UUID())"_s},
        {dialect, u"mysql-copy-alter"_s, u"type beside a column"_s,
         u"ALTER TABLE t ADD COLUMN x INT, MODIFY a BIGINT"_s},
        {dialect, u"mysql-pin-algorithm"_s, u"index"_s, u"CREATE INDEX by_a ON t (a)"_s},
        {dialect, u"mysql-pin-algorithm"_s, u"index of alter table"_s, u"ALTER TABLE t ADD INDEX by_c (c, a)"_s},
        {dialect, u"mysql-pin-algorithm"_s, u"index dropped"_s, u"DROP INDEX by_c ON t"_s, keys},
        {dialect, u"mysql-pin-algorithm"_s, u"unique index dropped"_s, u"ALTER TABLE t DROP INDEX only_a"_s, keys},
        {dialect, u"mysql-pin-algorithm"_s, u"column at a place"_s,
         u"ALTER TABLE t ADD COLUMN x VARCHAR(9) NOT NULL DEFAULT 'y' COMMENT 'it''s' AFTER a"_s},
        {dialect,
         u"mysql-modify-drops-attributes"_s,
         u"comment"_s,
         u"ALTER TABLE t MODIFY b INT NOT NULL DEFAULT 1"_s,
         {},
         u"SELECT 1"_s},
        {dialect, u"column-drop-breaks-code"_s, u"indexed column"_s, u"ALTER TABLE t DROP COLUMN c"_s, keys},
        {dialect, u"table-drop-breaks-code"_s, u"table with a key"_s, u"DROP TABLE p"_s, keys},
        {dialect, u"unbatched-backfill"_s, u"with a condition"_s,
         u"UPDATE t SET a = 7, c = NULL WHERE e = 'a' OR a > 3"_s},
        {dialect,
         u"required-column-breaks-writers"_s,
         u"required column"_s,
         u"ALTER TABLE t ADD COLUMN x INT NOT NULL"_s,
         {},
         u"ALTER TABLE t ADD COLUMN x INT NOT NULL DEFAULT 4"_s,
         {{u"value"_s, u"4"_s}}},
        {dialect,
         u"mysql-rebuild-alter"_s,
         u"not null"_s,
         u"ALTER TABLE t MODIFY a INT NOT NULL"_s,
         {},
         {},
         {{u"value"_s, u"0"_s}}},
        {dialect,
         u"mysql-rebuild-alter"_s,
         u"not null with a default"_s,
         u"ALTER TABLE t MODIFY kind VARCHAR(20) NOT NULL DEFAULT 'x'"_s,
         u"CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(20), kind VARCHAR(20) DEFAULT 'x')"_s,
         {},
         {{u"value"_s, u"'none'"_s}}},
        {dialect, u"mysql-rebuild-alter"_s, u"primary key"_s, u"ALTER TABLE t ADD PRIMARY KEY (a)"_s,
         u"CREATE TABLE t (a BIGINT NOT NULL, c VARCHAR(20))"_s},
        {dialect, u"mysql-rebuild-alter"_s, u"force"_s, u"ALTER TABLE t FORCE"_s},
        {dialect, u"unbatched-backfill"_s, u"rows deleted"_s, u"DELETE FROM t WHERE e = 'a' OR a > 3"_s},
        {dialect, u"unbatched-backfill"_s, u"with a join"_s, u"UPDATE t JOIN p ON p.id = t.p_id SET t.c = p.code"_s, keys},
        {dialect, u"unbatched-backfill"_s, u"with a left join"_s, u"UPDATE t LEFT JOIN p ON p.id = t.p_id SET t.a = t.id + 100 WHERE p.id IS NULL"_s, keys},
        {dialect, u"unbatched-backfill"_s, u"deleted by a join"_s, u"DELETE t FROM t LEFT JOIN p ON p.id = t.p_id WHERE p.id IS NULL"_s, keys},
        {dialect, u"session-setting-leaks"_s, u"mode"_s, u"SET sql_mode = ''; UPDATE t SET a = 1 WHERE id = 1"_s},
        {dialect, u"mysql-shared-lock"_s, u"words of two columns"_s, u"CREATE FULLTEXT INDEX words ON t (c, d)"_s,
         u"CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(20), d TEXT)"_s},
        {dialect, u"mysql-shared-lock"_s, u"places"_s, u"ALTER TABLE t ADD SPATIAL INDEX (place)"_s,
         u"CREATE TABLE t (id BIGINT PRIMARY KEY AUTO_INCREMENT, a INT, c VARCHAR(20), place POINT NOT NULL DEFAULT POINT(1, 2))"_s},
        {dialect, u"ddl-commits-implicitly"_s, u"table after a column"_s,
         u"ALTER TABLE t ADD y1 INT; CREATE TABLE n (id BIGINT PRIMARY KEY)"_s},
    };
}

/// A table among everything that can name it.
QString tableWithObjects(const QString &type)
{
    return u"CREATE TABLE log (x);"
           "CREATE TABLE t (id INTEGER PRIMARY KEY, a %1, b TEXT);"
           "CREATE INDEX t_a ON t (a);"
           "CREATE VIEW \"odd view\" AS SELECT id, a FROM t WHERE b <> ';';"
           "CREATE VIEW v2 (only_a) AS SELECT a FROM \"odd view\";"
           "CREATE TRIGGER g AFTER INSERT ON t BEGIN INSERT INTO log SELECT new.a; UPDATE t SET b = 'x' WHERE id = new.id; END;"
           "CREATE TRIGGER g2 AFTER INSERT ON log WHEN new.x > 0 BEGIN UPDATE t SET b = (SELECT max(only_a) FROM v2); END;"
           "CREATE TRIGGER g3 INSTEAD OF DELETE ON \"odd view\" BEGIN DELETE FROM t WHERE id = old.id; END;"_s.arg(type);
}

QList<FixExample> ownSqliteExamples()
{
    constexpr Dialect dialect = Dialect::SQLite;
    const QString schema = u"CREATE TABLE p (id INTEGER PRIMARY KEY);"
                           "CREATE TABLE t (id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, "
                           "a INT NOT NULL DEFAULT 3, b TEXT, "
                           "CONSTRAINT c CHECK (a > 0));"
                           "CREATE INDEX t_a ON t (a);CREATE UNIQUE INDEX t_b ON t (b) WHERE a > 100;"_s;
    const QString withKey = u"CREATE TABLE p (id INTEGER PRIMARY KEY, name TEXT);"
                               "CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT); CREATE INDEX t_a ON t (a);"
                               "CREATE TABLE k (id INTEGER PRIMARY KEY, t_id INT REFERENCES t (id) ON DELETE CASCADE);"_s;
    const auto rebuilt = [](const QString &columns) {
        return u"DROP TABLE t; CREATE TABLE t (%1, CONSTRAINT c CHECK (a > 0)); CREATE INDEX t_a ON t (a);"
               "CREATE UNIQUE INDEX t_b ON t (b) WHERE a > 100"_s.arg(columns);
    };
    const auto example = [&](const char *name, const QString &statement, const QString &columns) {
        return FixExample{dialect,         u"sqlite-unsupported-alter"_s, QString::fromLatin1(name), statement, schema,
                          rebuilt(columns)};
    };
    return {
        example(
            "type", u"ALTER TABLE t ALTER COLUMN \"Odd a\" TYPE TEXT"_s,
            u"id INTEGER PRIMARY KEY, \"Odd a\" TEXT DEFAULT 'x' COLLATE NOCASE, a INT NOT NULL DEFAULT 3, b TEXT"_s),
        example(
            "not null", u"ALTER TABLE t ALTER COLUMN b SET NOT NULL"_s,
            u"id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, a INT NOT NULL DEFAULT 3, b TEXT NOT NULL"_s),
        example("null", u"ALTER TABLE t ALTER COLUMN a DROP NOT NULL"_s,
                u"id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, a INT DEFAULT 3, b TEXT"_s),
        example(
            "default", u"ALTER TABLE t ALTER COLUMN a SET DEFAULT 4"_s,
            u"id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, a INT NOT NULL DEFAULT 4, b TEXT"_s),
        example("no default", u"ALTER TABLE t ALTER COLUMN \"Odd a\" DROP DEFAULT"_s,
                u"id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) COLLATE NOCASE, a INT NOT NULL DEFAULT 3, b TEXT"_s),
        example("foreign key", u"ALTER TABLE t ADD CONSTRAINT k FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE"_s,
                u"id INTEGER PRIMARY KEY, \"Odd a\" VARCHAR(20) DEFAULT 'x' COLLATE NOCASE, a INT NOT NULL DEFAULT 3, "
                "b TEXT, CONSTRAINT k FOREIGN KEY (a) REFERENCES p (id) ON DELETE CASCADE"_s),
        {dialect, u"sqlite-unsupported-alter"_s, u"strict"_s, u"ALTER TABLE t ALTER COLUMN a TYPE TEXT"_s,
         u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT) STRICT, WITHOUT ROWID"_s,
         u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT, b TEXT) STRICT, WITHOUT ROWID"_s},
        {dialect, u"foreign-key-without-index"_s, u"keys of a new table"_s,
         u"CREATE TABLE n (id INTEGER PRIMARY KEY, t_id INT REFERENCES t, \"Odd one\" INT, b INT, "
         "FOREIGN KEY (\"Odd one\", b) REFERENCES t (id, a))"_s, {},
         u"CREATE TABLE n (id INTEGER PRIMARY KEY, t_id INT REFERENCES t, \"Odd one\" INT, b INT, "
         "FOREIGN KEY (\"Odd one\", b) REFERENCES t (id, a)); CREATE INDEX n_t_id_idx ON n (t_id); CREATE INDEX odd ON n (\"Odd one\", b)"_s},
        {dialect,
         u"sqlite-add-column-limits"_s,
         u"computed default"_s,
         u"ALTER TABLE t ADD COLUMN at TEXT NOT NULL DEFAULT CURRENT_DATE"_s,
         {},
         u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT, at TEXT NOT NULL DEFAULT CURRENT_DATE)"_s},
        {dialect,
         u"sqlite-add-column-limits"_s,
         u"required column"_s,
         u"ALTER TABLE t ADD COLUMN x INT NOT NULL"_s,
         {},
         u"ALTER TABLE t ADD COLUMN x INT NOT NULL DEFAULT 4"_s,
         {{u"value"_s, u"4"_s}}},
        {dialect, u"sqlite-unsupported-alter"_s, u"modify, as MySQL has it"_s, u"ALTER TABLE t MODIFY a BIGINT NOT NULL DEFAULT 1"_s, {},
         u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a BIGINT NOT NULL DEFAULT 1, b TEXT)"_s},
        {dialect, u"sqlite-unsupported-alter"_s, u"several actions"_s,
         u"ALTER TABLE t ADD COLUMN x TEXT DEFAULT 'y', ALTER COLUMN a SET DEFAULT 4, DROP COLUMN b, ADD COLUMN z INT"_s, {},
         u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a INT DEFAULT 4, x TEXT DEFAULT 'y', z INT)"_s},
        {dialect, u"sqlite-unsupported-alter"_s, u"with views and triggers"_s, u"ALTER TABLE t ALTER COLUMN a TYPE TEXT"_s, tableWithObjects(u"INT"_s),
         u"DROP TRIGGER g2; DROP VIEW v2; DROP VIEW \"odd view\"; DROP TABLE t; DROP TABLE log;"_s + tableWithObjects(u"TEXT"_s)},
        {dialect, u"sqlite-fk-pragma-in-transaction"_s, u"rebuild in the tool's transaction"_s,
         u"PRAGMA foreign_keys = OFF; CREATE TABLE n (id INTEGER PRIMARY KEY, a BIGINT, b TEXT); INSERT INTO n (id, a, b) SELECT id, a, b FROM t WHERE id > 0; "
         "DROP TABLE t; ALTER TABLE n RENAME TO t; CREATE INDEX t_a ON t (a); PRAGMA foreign_keys = ON"_s,
         withKey, u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a BIGINT, b TEXT); CREATE INDEX t_a ON t (a)"_s},
        {dialect, u"sqlite-foreign-keys-left-off"_s, u"switched on within the transaction"_s,
         u"-- migrate:up transaction:false\nPRAGMA foreign_keys = OFF;\nBEGIN;\n-- it's late\nUPDATE t SET b = 'x' WHERE id = 1;\n"
         "PRAGMA foreign_keys = ON;\nCOMMIT;\n\n-- migrate:down\n"_s, withKey},
        {dialect, u"transaction-left-open"_s, u"never committed"_s,
         u"-- migrate:up transaction:false\nBEGIN;\nALTER TABLE t ADD x2 int\n\n-- migrate:down\n"_s, {}, u"ALTER TABLE t ADD x2 int"_s},
        {dialect, u"sqlite-rebuild-incomplete"_s, u"rows that reference it, an index and a trigger"_s,
         u"CREATE TABLE n (id INTEGER PRIMARY KEY, a INT, b TEXT); INSERT INTO n (id, a, b) SELECT id, a, b FROM t WHERE id > 0; DROP TABLE t; "
         "ALTER TABLE n RENAME TO t"_s, withKey + u"CREATE TRIGGER g2 AFTER INSERT ON t WHEN new.a > 1000 BEGIN UPDATE t SET a = 1 WHERE id = new.id; END;"_s,
         u"SELECT 1"_s},
        {dialect, u"table-drop-breaks-code"_s, u"table with a check"_s, u"DROP TABLE unread"_s},
        {dialect, u"unbatched-backfill"_s, u"with a join"_s, u"UPDATE t SET b = p.name FROM p WHERE p.id = t.a"_s, withKey},
        {dialect, u"unbatched-backfill"_s, u"with a subquery"_s, u"UPDATE t SET b = (SELECT name FROM p WHERE p.id = t.a)"_s, withKey},
        {dialect, u"unbatched-backfill"_s, u"with a condition"_s, u"UPDATE t SET b = 'z' WHERE a > 3"_s},
        {dialect, u"unbatched-backfill"_s, u"rows deleted"_s, u"DELETE FROM t WHERE b = 'z'"_s},
    };
}

QList<FixExample> ownExamples(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return ownPostgreSqlExamples();
    case Dialect::MariaDb:
        return ownMariaDbExamples();
    case Dialect::SQLite:
        return ownSqliteExamples();
    case Dialect::MySql:
        return {{dialect, u"mysql-inline-references-ignored"_s, u"references of a new table"_s,
                 u"CREATE TABLE n (id BIGINT PRIMARY KEY, a BIGINT NOT NULL REFERENCES p (id) ON DELETE CASCADE, `odd b` BIGINT REFERENCES p (id) COMMENT "
                 "'x', KEY (a)) ENGINE=InnoDB"_s,
                 u"CREATE TABLE p (id BIGINT PRIMARY KEY); CREATE TABLE t (id BIGINT PRIMARY KEY)"_s},
                {dialect, u"mysql-inline-references-ignored"_s, u"reference of a new column"_s,
                 u"ALTER TABLE t ADD COLUMN p_id BIGINT REFERENCES p (id) ON DELETE SET NULL, ADD COLUMN x INT"_s,
                 u"CREATE TABLE p (id BIGINT PRIMARY KEY); CREATE TABLE t (id BIGINT PRIMARY KEY)"_s}};
    }
    Q_UNREACHABLE_RETURN({});
}

/// Where a rule's bad example cannot run, or does not say all: what it is meant to come to.
QString meantBy(const QString &rule)
{
    static const QHash<QString, QString> meant{
        {u"sqlite-unsupported-alter"_s,
         u"DROP TABLE t; CREATE TABLE t (id INTEGER PRIMARY KEY, a BIGINT, b TEXT); CREATE INDEX t_a ON t (a)"_s},
        {u"sqlite-add-column-limits"_s, u"ALTER TABLE t ADD COLUMN c TEXT; CREATE UNIQUE INDEX u ON t (c)"_s},
        {u"sqlite-drop-column-limits"_s, u"DROP INDEX t_a; ALTER TABLE t DROP COLUMN a"_s},
        {u"mysql-modify-drops-attributes"_s,
         u"ALTER TABLE t MODIFY c VARCHAR(30) NOT NULL DEFAULT '' COMMENT 'code'"_s},
        {u"sqlite-rebuild-incomplete"_s, u"SELECT 1"_s},
        {u"json-column-no-equality"_s, u"ALTER TABLE t ADD COLUMN meta jsonb"_s},
        {u"mysql-enum-reorder"_s, u"ALTER TABLE t MODIFY e ENUM('a', 'b', 'new')"_s},
        // In one transaction the server refuses it.
        {u"enum-value-used-too-early"_s, u"ALTER TYPE mood ADD VALUE 'x'; UPDATE t SET m = 'x' WHERE id = 1"_s},
    };
    return meant.value(rule);
}

} // namespace

QStringList statementsOf(const QString &script, Dialect dialect)
{
    QStringList texts;
    for (const Statement &statement : splitScript(script, dialect).statements)
        texts << statement.text;
    return texts;
}

AnalysisInput inputOf(const QString &file, const MigrationScript &script, Dialect dialect, Direction direction,
                      MigrationPhase phase)
{
    AnalysisInput input;
    input.file = file;
    input.version = u"1"_s;
    input.direction = direction;
    input.text = script.text;
    input.start = script.start;
    input.statements = splitScript(script.text, dialect, script.start).statements;
    input.transaction = script.transaction ? ScriptTransaction::Wrapped : ScriptTransaction::Autocommit;
    input.declaredPhase = phase;
    return input;
}

Catalog catalogOf(const FixExample &example)
{
    Catalog catalog(example.dialect, Catalog::Origin::Connected, versionOf(example.dialect));
    MigrationScript script;
    script.text = schemaOf(example);
    script.transaction = false;
    replayScript(inputOf({}, script, example.dialect, Direction::Up, MigrationPhase::Unknown), catalog);
    catalog.beginMigration();
    return catalog;
}

QStringList schemaStatements(const FixExample &example)
{
    return statementsOf(schemaOf(example), example.dialect);
}

/// Fills those of t's columns id, a and c that there are.
static QString mysqlRows(const QString &schema)
{
    QStringList columns{u"a"_s};
    QStringList values{u"seq"_s};
    if (schema.contains("t (id "_L1)) {
        columns << u"id"_s;
        values << u"seq"_s;
    }
    if (schema.contains(" c "_L1)) {
        columns << u"c"_s;
        values << u"CONCAT('c', seq)"_s;
    }
    return u"INSERT INTO t (%1) SELECT %2 FROM seq_1_to_30"_s.arg(columns.join(u", "_s), values.join(u", "_s));
}

QStringList rowStatements(const FixExample &example)
{
    switch (example.dialect) {
    case Dialect::PostgreSql:
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
    case Dialect::MySql:
    case Dialect::MariaDb:
        return {mysqlRows(schemaOf(example))};
    case Dialect::SQLite:
        return {u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 30) "
                "INSERT INTO t (id, a, b) SELECT i, i, 'b' || i FROM n"_s};
    }
    Q_UNREACHABLE_RETURN({});
}

AnalysisSettings fixSettings(const QString &rule)
{
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    settings.smallTableRows = 0; // the examples' rows are few, and stand for many
    settings.smallTableBytes = 0;
    settings.enabledRules = {rule};
    return settings;
}

MigrationScripts parsed(const QString &text)
{
    return *migrationFormat(u"dbmate"_s)->parse(text, u"x.sql"_s);
}

QString fileWith(const QString &statement)
{
    if (statement.contains("migrate:up"_L1))
        return statement;
    QString up = statement;
    for (const QString &word : {u"BEGIN;"_s, u"COMMIT"_s})
        up.remove(word);
    return u"-- migrate:up\n"_s + up.trimmed() + u";\n\n-- migrate:down\n"_s;
}

std::optional<std::pair<Finding, Fix>> fixOf(const FixExample &example, const QString &text,
                                             const std::optional<Catalog> &schema)
{
    Catalog catalog = schema.value_or(catalogOf(example));
    catalog.beginMigration();
    const AnalysisInput input =
        inputOf(u"x.sql"_s, parsed(text).up, example.dialect, Direction::Up, declaredPhase(text));
    const ScriptAnalysis analysis = analyseScript(input, catalog, fixSettings(example.rule));
    for (const Finding &finding : analysis.findings) {
        for (Fix fix : finding.fixes) {
            fix.values += example.answers;
            if (finding.rule == example.rule && (fix.isComplete || !example.answers.isEmpty()))
                return std::pair(finding, fix);
        }
    }
    return {};
}

QList<FixExample> fixExamples(Dialect dialect)
{
    QList<FixExample> examples;
    for (const Rule *rule : allRules()) {
        const FixExample example{dialect,
                                 QString::fromLatin1(rule->id),
                                 QString::fromLatin1(rule->id),
                                 QString::fromUtf8(rule->bad),
                                 QString::fromUtf8(rule->setup),
                                 meantBy(QString::fromLatin1(rule->id))};
        // It builds an index concurrently as well, which a file with a transaction cannot.
        const bool isElsewhere = example.rule == "add-column-with-reference"_L1;
        const bool isOfAFile = example.statement.contains("migrate:up"_L1);
        if (rule->isFor(dialect) && !isOfAFile && !isElsewhere && fixOf(example, fileWith(example.statement)))
            examples << example;
    }
    return examples + ownExamples(dialect);
}

} // namespace Whimbrel::Test
