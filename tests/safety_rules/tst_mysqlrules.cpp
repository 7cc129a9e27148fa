// SPDX-License-Identifier: GPL-3.0-or-later
#include "scripts.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// Rules for MySQL, MariaDB and SQLite beyond their examples: what makes a change dear is said once and by its name, and
/// ordinary migrations are left alone.
class TstMySqlRules : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void names_data();
    void names();
    void whatIsNotKnownIsSaidToBe_data();
    void whatIsNotKnownIsSaidToBe();
    void helpersAreNoChanges();
};

namespace {

constexpr ServerVersion mariaDb{11, 8, 2};
constexpr ServerVersion olderMariaDb{10, 6, 0};
constexpr ServerVersion mySql{8, 4, 0};

const QString table = u"CREATE TABLE p (id INT PRIMARY KEY); CREATE TABLE t (id INT PRIMARY KEY AUTO_INCREMENT, a INT, "
                      "c VARCHAR(200) CHARACTER SET latin1, s VARCHAR(50) CHARACTER SET latin1, u VARCHAR(10) CHARACTER SET utf8mb3, "
                      "w VARCHAR(60), e ENUM('a', 'b'), d TEXT, INDEX by_a (a), INDEX by_c (c))"_s;

} // namespace

void TstMySqlRules::names_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<ServerVersion>("version");
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, Dialect dialect, ServerVersion version, const QString &script, const QString &expected,
                        const QString &setup = table) {
        QTest::newRow(name) << dialect << version << setup << script << expected;
    };
    const auto mySqlRow = [&row](const char *name, const QString &script, const QString &expected) {
        row(name, Dialect::MySql, mySql, script, expected);
    };
    const auto mariaRow = [&row](const char *name, const QString &script, const QString &expected) {
        row(name, Dialect::MariaDb, mariaDb, script, expected);
    };

    mySqlRow("a copy without a better reason", u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter error"_s);
    mySqlRow("two reasons, one of them named", u"ALTER TABLE t MODIFY a BIGINT, ADD CHECK (a > 0)"_s,
             u"1: mysql-copy-alter error\n1: mysql-check-add error"_s);
    mySqlRow("a short VARCHAR grows past 255 bytes", u"ALTER TABLE t MODIFY s VARCHAR(300) CHARACTER SET latin1"_s,
             u"1: mysql-varchar-length-byte error"_s);
    mariaRow("MariaDB tells it apart below 128 bytes", u"ALTER TABLE t MODIFY s VARCHAR(300) CHARACTER SET latin1"_s, QString());
    mariaRow("not known which bytes", u"ALTER TABLE t MODIFY w VARCHAR(70)"_s, u"1: mysql-varchar-length-byte warning"_s);
    mySqlRow("a VARCHAR grows within a byte", u"ALTER TABLE t MODIFY s VARCHAR(255) CHARACTER SET latin1"_s, QString());
    mySqlRow("a value at the end", u"ALTER TABLE t MODIFY e ENUM('a', 'b', 'c')"_s, QString());
    mySqlRow("a value taken away", u"ALTER TABLE t MODIFY e ENUM('b')"_s, u"1: mysql-enum-reorder error"_s);
    mySqlRow("to utf8mb4 in MySQL", u"ALTER TABLE t MODIFY u VARCHAR(10) CHARACTER SET utf8mb4"_s, u"1: mysql-charset-convert error"_s);
    mariaRow("to utf8mb4 in MariaDB", u"ALTER TABLE t MODIFY u VARCHAR(10) CHARACTER SET utf8mb4"_s, QString());
    mySqlRow("a foreign key beside a column", u"ALTER TABLE t ADD p_id INT, ADD FOREIGN KEY (p_id) REFERENCES p (id)"_s,
             u"1: mysql-fk-add error"_s);
    mySqlRow("a foreign key nobody looks at", u"SET foreign_key_checks = 0; ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p (id); "
                                              "SET foreign_key_checks = 1"_s,
             u"1: mysql-fk-add warning"_s);
    mySqlRow("a foreign key of a new table", u"CREATE TABLE n (id INT PRIMARY KEY, p INT, FOREIGN KEY (p) REFERENCES p (id))"_s, QString());
    mySqlRow("a check of a new table", u"CREATE TABLE n (id INT PRIMARY KEY, a INT); ALTER TABLE n ADD CHECK (a > 0), MODIFY a BIGINT"_s,
             QString());
    mySqlRow("a key changed in one statement", u"ALTER TABLE t MODIFY id INT NOT NULL, DROP PRIMARY KEY, ADD PRIMARY KEY (id, a)"_s,
             u"1: mysql-rebuild-alter warning\n1: mysql-modify-drops-attributes error"_s);
    mySqlRow("a literal and the present", u"ALTER TABLE t ADD x INT DEFAULT 5, ADD y DATETIME DEFAULT CURRENT_TIMESTAMP"_s, QString());
    mySqlRow("refused at once", u"ALTER TABLE t ADD CHECK (a > 0), ALGORITHM=INPLACE"_s, QString());
    mySqlRow("instant changes together", u"ALTER TABLE t ADD x INT, ADD y INT, ALTER a SET DEFAULT 1"_s, QString());
    row("a place in an old MySQL", Dialect::MySql, {8, 0, 20}, u"ALTER TABLE t ADD x INT AFTER a"_s, u"1: mysql-column-position warning"_s);
    mySqlRow("a place in a new MySQL", u"ALTER TABLE t ADD x INT AFTER a"_s, QString());
    row("a place in a MySQL that nobody knows", Dialect::MySql, {}, u"ALTER TABLE t ADD x INT AFTER a"_s, u"1: mysql-column-position warning"_s);
    row("a column in a MySQL that nobody knows", Dialect::MySql, {}, u"ALTER TABLE t ADD x INT, RENAME COLUMN a TO b"_s, QString());
    row("a place in some MySQL 8", Dialect::MySql, {8, 0, 0}, u"ALTER TABLE t ADD x INT AFTER a"_s, u"1: mysql-column-position warning"_s);
    row("a column in some MySQL 8", Dialect::MySql, {8, 0, 0}, u"ALTER TABLE t ADD x INT"_s, QString());
    row("a copy in some MariaDB 11", Dialect::MariaDb, {11, 0, 0}, u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter warning"_s);
    row("a copy in some MariaDB 10", Dialect::MariaDb, {10, 0, 0}, u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter error"_s);
    row("a date in some MariaDB 10", Dialect::MariaDb, {10, 0, 0}, u"CREATE TABLE n (id INT PRIMARY KEY, a TIMESTAMP)"_s,
        u"1: mysql-implicit-timestamp info"_s);
    row("a column renamed in some SQLite", Dialect::SQLite, {3, 0, 0}, u"ALTER TABLE t RENAME COLUMN a TO z"_s, QString(),
        u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT)"_s);
    row("a column in MySQL 5.7", Dialect::MySql, {5, 7, 44}, u"ALTER TABLE t ADD x INT"_s, u"1: mysql-rebuild-alter warning"_s);
    row("a copy in a MySQL that nobody knows", Dialect::MySql, {}, u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter error"_s);
    row("a copy in a MariaDB that nobody knows", Dialect::MariaDb, {}, u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter warning"_s);
    row("a copy in an old MariaDB", Dialect::MariaDb, olderMariaDb, u"ALTER TABLE t MODIFY a BIGINT"_s, u"1: mysql-copy-alter error"_s);
    mySqlRow("an index whose columns another begins with", u"ALTER TABLE t DROP INDEX by_a, ADD INDEX by_a_c (a, c)"_s, QString());
    mariaRow("an index that was hidden before", u"ALTER TABLE t ALTER INDEX by_a IGNORED; DROP INDEX by_a ON t"_s, QString());
    mariaRow("an index in use", u"DROP INDEX by_c ON t"_s, u"1: mysql-drop-visible-index warning"_s);
    mariaRow("an index of a column that goes", u"-- whimbrel: phase contract\nDROP INDEX by_c ON t"_s, QString());
    mariaRow("timestamps say what they are", u"CREATE TABLE n (id INT PRIMARY KEY, ts TIMESTAMP)"_s, QString());
    row("timestamps did not", Dialect::MariaDb, olderMariaDb, u"CREATE TABLE n (id INT PRIMARY KEY, a TIMESTAMP NULL, b TIMESTAMP)"_s,
        u"1: mysql-implicit-timestamp warning"_s);
    row("the times of a row's versions", Dialect::MariaDb, olderMariaDb,
        u"CREATE TABLE n (id INT PRIMARY KEY, s TIMESTAMP(6) GENERATED ALWAYS AS ROW START, e TIMESTAMP(6) GENERATED ALWAYS AS ROW END, "
        "PERIOD FOR SYSTEM_TIME (s, e)) WITH SYSTEM VERSIONING"_s,
        QString());
    mySqlRow("a date of zeros", u"CREATE TABLE n (id INT PRIMARY KEY, a DATETIME DEFAULT '0000-00-00 00:00:00')"_s,
             u"1: mysql-implicit-timestamp warning"_s);
    mySqlRow("rows numbered by each server", u"ALTER TABLE keyless ADD n INT AUTO_INCREMENT UNIQUE"_s,
             u"1: mysql-shared-lock warning\n1: mysql-sbr-nondeterministic info"_s);
    mySqlRow("a table by its unique key", u"CREATE TABLE n (a INT NOT NULL UNIQUE)"_s, QString());
    mariaRow("a small integer near its end", u"ALTER TABLE t AUTO_INCREMENT = 2000000000; ALTER TABLE t ADD z INT"_s,
             u"1: sequence-or-serial-int-limit warning"_s);

    const auto sqliteRow = [&row](const char *name, const QString &script, const QString &expected, const QString &setup) {
        row(name, Dialect::SQLite, {3, 45, 0}, script, expected, setup);
    };
    const QString plain = u"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT, b TEXT); CREATE INDEX t_a ON t (a); "
                          "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END"_s;
    const QString referenced = plain + u"; CREATE TABLE c (id INTEGER PRIMARY KEY, t_id INT REFERENCES t (id)); CREATE INDEX c_t ON c (t_id)"_s;
    const QString rebuild = u"CREATE TABLE n (id INTEGER PRIMARY KEY, a INT, b TEXT); INSERT INTO n SELECT id, a, b FROM t; DROP TABLE t; "
                            "ALTER TABLE n RENAME TO t; CREATE INDEX t_a ON t (a); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END"_s;
    sqliteRow("a whole rebuild", rebuild, QString(), plain);
    sqliteRow("a rebuild of what others reference", rebuild, u"1: sqlite-rebuild-incomplete warning"_s, referenced);
    sqliteRow("a rebuild with foreign keys on", u"PRAGMA foreign_keys = ON; "_s + rebuild, u"1: sqlite-rebuild-incomplete error"_s, referenced);
    sqliteRow("a rebuild with foreign keys off", u"PRAGMA foreign_keys = OFF; "_s + rebuild + u"; PRAGMA foreign_keys = ON"_s, QString(),
              referenced);
    sqliteRow("switched off where it does nothing", u"BEGIN; PRAGMA foreign_keys = OFF; "_s + rebuild + u"; COMMIT"_s,
              u"1: sqlite-fk-pragma-in-transaction error\n1: sqlite-rebuild-incomplete warning"_s, referenced);
    sqliteRow("a trigger forgotten", rebuild.section(u"; CREATE TRIGGER"_s, 0, 0), u"1: sqlite-rebuild-incomplete warning"_s, plain);
    sqliteRow("an index dropped on purpose", u"DROP INDEX t_a; "_s + QString(rebuild).remove(u" CREATE INDEX t_a ON t (a);"_s), QString(), plain);
    sqliteRow("renamed away with nobody behind it", u"ALTER TABLE t RENAME TO old; CREATE TABLE t (id INTEGER PRIMARY KEY)"_s, QString(),
              plain);
    sqliteRow("renamed away with somebody behind it", u"ALTER TABLE t RENAME TO old; CREATE TABLE t (id INTEGER PRIMARY KEY)"_s,
              u"1: sqlite-rebuild-order error"_s, referenced);
    sqliteRow("renamed away as in old versions",
              u"PRAGMA legacy_alter_table = ON; ALTER TABLE t RENAME TO old; CREATE TABLE t (id INTEGER PRIMARY KEY)"_s, QString(), plain);
    sqliteRow("all columns copied, one of them stricter", u"CREATE TABLE n (id INTEGER PRIMARY KEY, a INT, b TEXT NOT NULL); "
                                                         "INSERT INTO n SELECT * FROM t ORDER BY id"_s,
              u"1: sqlite-nullable-to-not-null warning"_s, plain);
    sqliteRow("filled before it is copied", u"UPDATE t SET b = '' WHERE b IS NULL AND a > 0; CREATE TABLE n (id INTEGER PRIMARY KEY, b TEXT NOT NULL); "
                                            "INSERT INTO n (id, b) SELECT t.id, t.b FROM t"_s,
              QString(), plain);
    sqliteRow("only rows with a value are copied", u"CREATE TABLE n (id INTEGER PRIMARY KEY, b TEXT NOT NULL); "
                                                   "INSERT INTO n (id, b) SELECT id, b FROM t WHERE b IS NOT NULL"_s,
              QString(), plain);
    sqliteRow("a row with a name for a text", u"INSERT INTO t (a, b) VALUES (1, \"x\")"_s, u"1: sqlite-double-quoted-literal info"_s, plain);
    sqliteRow("texts with quotes in them", u"INSERT INTO \"t\" (\"a\", b) VALUES (1, '{\"x\": 2}')"_s, QString(), plain);
    sqliteRow("a default in double quotes", u"CREATE TABLE n (id INTEGER PRIMARY KEY, k TEXT DEFAULT \"x\")"_s, u"1: sqlite-double-quoted-literal info"_s, plain);
    sqliteRow("a table nobody knows", u"DELETE FROM unknown WHERE k = \"x\""_s, QString(), plain);
    sqliteRow("rows by their number need no index", u"DELETE FROM t WHERE rowid < 10; UPDATE t SET a = 1 WHERE ID = 4"_s, QString(), plain);
    sqliteRow("rows that no index finds", u"DELETE FROM t WHERE b = 'x'"_s, u"1: unbatched-backfill warning"_s, plain);
    sqliteRow("a writer from the start", u"BEGIN; UPDATE t SET a = 1 WHERE id = 1; SELECT * FROM t; UPDATE t SET a = 2 WHERE id = 1; COMMIT"_s,
              QString(), plain);
}

void TstMySqlRules::names()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const ServerVersion, version);
    QFETCH(const QString, setup);
    QFETCH(const QString, script);
    QFETCH(const QString, expected);
    Catalog catalog = catalogOf(setup, dialect, version);
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    ScriptAnalysis analysis = analyseScript(inputOf(script, dialect, ScriptTransaction::Autocommit), catalog, settings);
    analysis.findings.removeIf([](const Finding &finding) {
        const bool isOfDialect = finding.rule.startsWith("mysql-"_L1) || finding.rule.startsWith("sqlite-"_L1);
        const bool isSlow = finding.rule == u"unbatched-backfill"_s && finding.severity > Severity::Info;
        return !isOfDialect && !isSlow && finding.rule != u"sequence-or-serial-int-limit"_s;
    });
    QStringList lines = summary(analysis.findings).split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.join(u'\n'), expected);
}

/// Nothing is asserted that the version, or the table as it is, decides.
void TstMySqlRules::whatIsNotKnownIsSaidToBe_data()
{
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("script");
    QTest::addColumn<QString>("message");
    const QString version = u"That depends on the version of the server."_s;
    QTest::newRow("place") << Dialect::MySql << table << u"ALTER TABLE t ADD x INT AFTER a"_s
                           << u"A place of its own for “x” may have every row written anew. “t” may be built again in place: as much disk "
                              "space again, and replicas fall behind. "_s + version;
    QTest::newRow("copy") << Dialect::MariaDb << table << u"ALTER TABLE t MODIFY a BIGINT"_s
                          << u"“t” is copied row by row, and it may be that nobody can write to it meanwhile. "_s + version;
    QTest::newRow("asked for") << Dialect::MariaDb << table << u"ALTER TABLE t ADD x INT, ALGORITHM=COPY"_s
                               << u"“t” is copied row by row, and it may be that nobody can write to it meanwhile. "_s + version;
    QTest::newRow("column") << Dialect::MySql << QString() << u"ALTER TABLE t MODIFY a BIGINT"_s
                            << u"“t” may be copied row by row, and nobody can write to it meanwhile. That depends on the column as it is now."_s;
    QTest::newRow("column and version") << Dialect::MariaDb << QString() << u"ALTER TABLE t MODIFY a BIGINT"_s
                                        << u"“t” may be copied row by row, and nobody can write to it meanwhile. That depends on the column as "
                                           "it is now, the version of the server."_s;
}

void TstMySqlRules::whatIsNotKnownIsSaidToBe()
{
    QFETCH(const Dialect, dialect);
    QFETCH(const QString, setup);
    QFETCH(const QString, script);
    QFETCH(const QString, message);
    Catalog catalog = catalogOf(setup, dialect);
    AnalysisSettings settings;
    settings.waitsAreBounded = true;
    const ScriptAnalysis analysis = analyseScript(inputOf(script, dialect), catalog, settings);
    QStringList messages;
    for (const Finding &finding : analysis.findings) {
        messages.append(finding.message);
        if (finding.message == message)
            QVERIFY(finding.needsSchema);
    }
    QVERIFY2(messages.contains(message), qPrintable(messages.join(u'\n')));
}

/// A procedure that checks something and is dropped again leaves nothing half done.
void TstMySqlRules::helpersAreNoChanges()
{
    const auto commitsApart = [](const QString &script) {
        Catalog catalog = catalogOf(table, Dialect::MySql, mySql);
        const AnalysisInput input = inputOf(script, Dialect::MySql, ScriptTransaction::Autocommit);
        return std::ranges::count(analyseScript(input, catalog, {}).findings, u"ddl-commits-implicitly"_s, &Finding::rule);
    };
    QCOMPARE(commitsApart(u"CREATE PROCEDURE look() SELECT 1; CALL look(); DROP PROCEDURE look"_s), 0);
    QCOMPARE(commitsApart(u"CREATE PROCEDURE look() SELECT 1; DROP PROCEDURE other"_s), 1);
}

WHIMBREL_TEST(TstMySqlRules)
#include "tst_mysqlrules.moc"
