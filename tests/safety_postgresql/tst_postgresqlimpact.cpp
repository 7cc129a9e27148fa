// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactof.h"
#include "safety/reader.h"
#include "safety/scriptwalk.h"
#include "sql/splitter.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// What impacts are made of, where one server in one version cannot show it: tests/safety_locktruth has the rest.
class TstPostgreSqlImpact : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void merges_data();
    void merges();
    void knowsVersions_data();
    void knowsVersions();
    void reachesThroughTrees_data();
    void reachesThroughTrees();
    void addsUpInATransaction();
    void nobodySeesWhatIsNew();
};

namespace {

Catalog catalogOf(const QString &schema, ServerVersion version = {17, 0, 0})
{
    Catalog catalog(Dialect::PostgreSql, Catalog::Origin::Connected, version);
    for (const Statement &statement : splitScript(schema, Dialect::PostgreSql).statements) {
        for (const Operation &operation : readStatement(statement, Dialect::PostgreSql).operations)
            catalog.apply(operation);
    }
    catalog.beginMigration();
    return catalog;
}

QString answerText(const QString &what, Answer answer)
{
    return answer == Answer::No ? QString() : u' ' + what + (answer == Answer::Yes ? u""_s : u"?"_s);
}

/// "t AccessExclusive scan; p RowShare", sorted but for the target, and what becomes of the statement.
QString textOf(const StatementImpact &impact)
{
    QStringList lines;
    for (const Impact &part : impact.relations) {
        QString lock = part.lock;
        lock.remove(u"Lock"_s);
        lines << part.relation.name + u' ' + lock + (part.certain ? u""_s : u"?"_s) + answerText(u"rewrite"_s, part.rewrite)
                + answerText(u"scan"_s, part.scan) + answerText(u"rebuild"_s, part.indexRebuild);
    }
    if (lines.size() > 1)
        std::sort(lines.begin() + 1, lines.end());
    if (impact.transaction == TransactionRule::Forbidden)
        lines << u"not in a transaction"_s;
    if (impact.fails != Answer::No)
        lines << (impact.fails == Answer::Yes ? u"fails"_s : u"may fail"_s);
    return lines.join(u"; "_s);
}

QString impactText(const QString &statement, const Catalog &catalog)
{
    return textOf(impactOf(readStatement(splitScript(statement, Dialect::PostgreSql).statements.constFirst(), Dialect::PostgreSql), catalog));
}

} // namespace

/// Several actions of one ALTER TABLE: the strongest lock, and all that any of them does.
void TstPostgreSqlImpact::merges_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");

    QTest::newRow("the stronger lock, second") << u"ALTER TABLE t ALTER a SET STATISTICS 9, ADD x int"_s << u"t AccessExclusive"_s;
    QTest::newRow("the stronger lock, first") << u"ALTER TABLE t ADD x int, ALTER a SET STATISTICS 9"_s << u"t AccessExclusive"_s;
    QTest::newRow("weak ones stay weak") << u"ALTER TABLE t ALTER a SET STATISTICS 9, VALIDATE CONSTRAINT late"_s << u"t ShareUpdateExclusive scan; may fail"_s;
    QTest::newRow("one that rewrites") << u"ALTER TABLE t ADD x int, ALTER a TYPE bigint, DROP b"_s << u"t AccessExclusive rewrite scan"_s;
    QTest::newRow("a scan under a lock that another asks for")
        << u"ALTER TABLE t VALIDATE CONSTRAINT late, ADD x int"_s << u"t AccessExclusive scan; may fail"_s;
    QTest::newRow("two keys to two tables")
        << u"ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p, ADD FOREIGN KEY (b) REFERENCES q NOT VALID"_s
        << u"t ShareRowExclusive scan; p ShareRowExclusive scan?; q ShareRowExclusive; may fail"_s;
    QTest::newRow("a new column's key is not looked through")
        << u"ALTER TABLE t ADD x int REFERENCES p"_s << u"t AccessExclusive; p ShareRowExclusive"_s;
    QTest::newRow("the column that it just added") << u"ALTER TABLE t ADD x int NOT NULL DEFAULT 1, ADD CHECK (x > 0)"_s << u"t AccessExclusive scan; may fail"_s;
    QTest::newRow("a key to an unlogged table keeps it unlogged") << u"ALTER TABLE u2 SET LOGGED"_s << u"u2 AccessExclusive rewrite scan; fails"_s;
    QTest::newRow("a key to itself does not") << u"ALTER TABLE u SET LOGGED"_s << u"u AccessExclusive rewrite scan"_s;
    QTest::newRow("two tables") << u"DROP TABLE p, q"_s << u"p AccessExclusive; q AccessExclusive"_s;
}

void TstPostgreSqlImpact::merges()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    const Catalog catalog = catalogOf(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE q (id int PRIMARY KEY);"
                                      "CREATE TABLE t (id int PRIMARY KEY, a int, b int); ALTER TABLE t ADD CONSTRAINT late CHECK (a > 0) NOT VALID;"
                                      "CREATE UNLOGGED TABLE u (id int PRIMARY KEY, up int REFERENCES u);"
                                      "CREATE UNLOGGED TABLE u2 (id int REFERENCES u)"_s);
    QCOMPARE(impactText(statement, catalog), expected);
}

/// Release notes of 13 to 18; a server of 17 is all that measures.
void TstPostgreSqlImpact::knowsVersions_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<int>("from"); ///< the first version that `then` is true of
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("then");
    const auto row = [](const char *name, const QString &statement, int from, const QString &before, const QString &then) {
        QTest::newRow(name) << statement << from << before << then;
    };
    row("SET COMPRESSION", u"ALTER TABLE t ALTER c SET COMPRESSION lz4"_s, 14, u"fails"_s, u"t AccessExclusive"_s);
    row("DETACH CONCURRENTLY", u"ALTER TABLE m DETACH PARTITION m1 CONCURRENTLY"_s, 14, u"fails"_s, {});
    row("MERGE", u"MERGE INTO t USING p ON t.id = p.id WHEN MATCHED THEN DELETE"_s, 15, u"fails"_s, {});
    row("SET EXPRESSION", u"ALTER TABLE g ALTER b SET EXPRESSION AS (a * 2)"_s, 17, u"fails"_s, u"g AccessExclusive rewrite scan"_s);
    row("NOT NULL by name", u"ALTER TABLE t ADD CONSTRAINT n NOT NULL c"_s, 18, u"fails"_s, u"t AccessExclusive scan; may fail"_s);
    row("NOT NULL NOT VALID", u"ALTER TABLE t ADD CONSTRAINT n NOT NULL c NOT VALID"_s, 18, u"fails"_s, u"t AccessExclusive"_s);
    row("identity of a partitioned table", u"ALTER TABLE m ALTER a ADD GENERATED ALWAYS AS IDENTITY"_s, 17, u"m AccessExclusive"_s,
        u"m AccessExclusive; m1 AccessExclusive"_s);
    row("sequences become logged with their table", u"ALTER TABLE s SET LOGGED"_s, 15, u"s AccessExclusive rewrite scan"_s,
        u"s AccessExclusive rewrite scan; s_id_seq AccessExclusive"_s);
    row("NOT VALID for a partitioned table", u"ALTER TABLE m ADD FOREIGN KEY (a) REFERENCES p NOT VALID"_s, 18, u"fails"_s,
        u"m ShareRowExclusive; m1 ShareRowExclusive; p ShareRowExclusive"_s);
}

void TstPostgreSqlImpact::knowsVersions()
{
    QFETCH(QString, statement);
    QFETCH(int, from);
    QFETCH(QString, before);
    QFETCH(QString, then);
    for (int version = 13; version <= 18; ++version) {
        const Catalog catalog = catalogOf(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int, c text);"
                                          "CREATE TABLE g (a int, b int GENERATED ALWAYS AS (a) STORED);"
                                          "CREATE UNLOGGED TABLE s (id serial); CREATE TABLE m (a int NOT NULL) PARTITION BY LIST (a);"
                                          "CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1)"_s,
                                          {version, 0, 0});
        const QString text = impactText(statement, catalog);
        const QString message = u"%1: %2"_s.arg(version).arg(text);
        if (version < from)
            QVERIFY2(before == "fails"_L1 ? text.endsWith(before) : text == before, qPrintable(message));
        else if (then.isEmpty())
            QVERIFY2(!text.isEmpty() && !text.endsWith("fails"_L1), qPrintable(message));
        else
            QVERIFY2(text == then, qPrintable(message));
    }
}

void TstPostgreSqlImpact::reachesThroughTrees_data()
{
    QTest::addColumn<QString>("statement");
    QTest::addColumn<QString>("expected");

    QTest::newRow("all levels") << u"ALTER TABLE m ADD x int"_s
                                << u"m AccessExclusive; m1 AccessExclusive; m1a AccessExclusive; rest AccessExclusive"_s;
    QTest::newRow("a branch") << u"ALTER TABLE m1 ALTER v SET NOT NULL"_s << u"m1 AccessExclusive; m1a AccessExclusive scan; may fail"_s;
    QTest::newRow("the whole, not its leaves") << u"ALTER TABLE ONLY m ALTER v SET DEFAULT 1"_s << u"m AccessExclusive"_s;
    QTest::newRow("a leaf goes") << u"DROP TABLE rest"_s << u"rest AccessExclusive; m AccessExclusive"_s;
    QTest::newRow("children inherit") << u"ALTER TABLE base ADD CHECK (a > 0)"_s << u"base AccessExclusive scan; child AccessExclusive scan; may fail"_s;
    QTest::newRow("an index of every leaf") << u"CREATE INDEX ON m (v)"_s << u"m Share; m1 Share; m1a Share scan; rest Share scan"_s;
}

void TstPostgreSqlImpact::reachesThroughTrees()
{
    QFETCH(QString, statement);
    QFETCH(QString, expected);
    const Catalog catalog = catalogOf(u"CREATE TABLE m (a int, b int, v int) PARTITION BY LIST (a);"
                                      "CREATE TABLE m1 PARTITION OF m FOR VALUES IN (1) PARTITION BY LIST (b);"
                                      "CREATE TABLE m1a PARTITION OF m1 FOR VALUES IN (1); CREATE TABLE rest PARTITION OF m DEFAULT;"
                                      "CREATE TABLE base (a int); CREATE TABLE child () INHERITS (base)"_s);
    QCOMPARE(impactText(statement, catalog), expected);
}

/// A transaction holds the strongest lock that any of its statements took on a relation, and says since which.
void TstPostgreSqlImpact::addsUpInATransaction()
{
    Catalog catalog = catalogOf(u"CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, a int)"_s);
    AnalysisInput input;
    input.statements = splitScript(u"SELECT a FROM t; CREATE INDEX i ON t (a); ALTER TABLE t ADD FOREIGN KEY (a) REFERENCES p NOT VALID;"
                                   "ALTER TABLE t ADD x int; ALTER TABLE t ALTER a SET STATISTICS 9; SELECT 1"_s, Dialect::PostgreSql).statements;
    input.transaction = ScriptTransaction::Wrapped;
    ScriptWalk walk(input, catalog);
    QStringList held;
    for (const Statement &statement : std::as_const(input.statements)) {
        const StatementAnalysis analysis = walk.meet(statement, readStatement(statement, Dialect::PostgreSql));
        QStringList locks;
        for (qsizetype i = 0; i < analysis.held.size(); ++i) {
            if (analysis.held.at(i).type == ObjectType::Table && analysis.held.at(i).blocksWrites())
                locks << u"%1 %2@%3"_s.arg(analysis.held.at(i).relation.name, analysis.held.at(i).lock).arg(analysis.heldSince.at(i));
        }
        locks.sort();
        held << locks.join(u", "_s);
        walk.leave(analysis);
    }
    QCOMPARE(held.at(0), QString());
    QCOMPARE(held.at(1), QString()); // reading keeps nobody from writing
    QCOMPARE(held.at(2), u"t ShareLock@1"_s);
    QVERIFY(held.at(3).startsWith("p ShareRowExclusiveLock@2, t "_L1));
    QCOMPARE(held.at(4), u"p ShareRowExclusiveLock@2, t AccessExclusiveLock@3"_s);
    QCOMPARE(held.at(5), held.at(4)); // a weaker one takes nothing away
}

void TstPostgreSqlImpact::nobodySeesWhatIsNew()
{
    Catalog catalog = catalogOf(u"CREATE TABLE p (id int PRIMARY KEY)"_s);
    const auto impact = [&catalog](const QString &statement) {
        const StatementReading reading = readStatement(splitScript(statement, Dialect::PostgreSql).statements.constFirst(), Dialect::PostgreSql);
        StatementImpact result = impactOf(reading, catalog);
        for (const Operation &operation : reading.operations)
            catalog.apply(operation);
        return result;
    };
    catalog.beginTransaction();
    const StatementImpact made = impact(u"CREATE TABLE n (id int PRIMARY KEY, p int REFERENCES p)"_s);
    QVERIFY(made.relations.constFirst().invisible && made.relations.constFirst().isNew);
    QCOMPARE(made.reach(), LockReach::Writes); // of the table it references
    const StatementImpact changed = impact(u"ALTER TABLE n ADD x int"_s);
    QCOMPARE(changed.relations.constFirst().lock, u"AccessExclusiveLock"_s);
    QVERIFY(changed.relations.constFirst().invisible);
    QCOMPARE(changed.reach(), LockReach::Nothing);
    catalog.beginTransaction(); // it is committed: others see it, but the migration made it
    const StatementImpact later = impact(u"ALTER TABLE n ALTER x TYPE bigint"_s);
    QVERIFY(later.relations.constFirst().isNew && !later.relations.constFirst().invisible);
    QCOMPARE(later.relations.constFirst().rewrite, Answer::Yes);
    catalog.beginMigration();
    QVERIFY(!impact(u"ALTER TABLE n DROP x"_s).relations.constFirst().isNew);
    QCOMPARE(impact(u"ALTER TABLE n ADD y int"_s).reach(), LockReach::ReadsAndWrites);
}

WHIMBREL_TEST(TstPostgreSqlImpact)
#include "tst_postgresqlimpact.moc"
