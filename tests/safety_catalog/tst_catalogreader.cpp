// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "postgresserver.h"
#include "safety/catalog/catalogreader.h"
#include "safety/reader.h"
#include "test.h"

#include <QElapsedTimer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

/// Sizes, traffic and manners of the reader; what it reads is compared with the simulated catalog in tst_simulation*.cpp.
class TstCatalogReader : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsSizesOfPostgreSql();
    void measuresWritesBetweenTwoLooks();
    void doesNotWaitForLocks();
    void readsWithReadOnlyRights();
    void readsWhatTablesHaveBesides();
    void readsSizesOfMariaDb();
    void readsHowFarKeysHaveCome();
    void tellsFunctionsOfOneNameApart();
    void readsWhichIndexesAreHidden();
    void readsSizesOfSqlite();
    void readsTheJournalOfSqlite_data();
    void readsTheJournalOfSqlite();
};

namespace {

std::unique_ptr<Session> open(const ConnectionSettings &settings, SessionRole role)
{
    Result<std::unique_ptr<Session>> session = Session::open(settings, role);
    if (!session) {
        QTest::qFail(qPrintable(session.error().toString()), __FILE__, __LINE__);
        return nullptr;
    }
    return std::move(*session);
}

void run(Session &session, const QStringList &statements)
{
    for (const QString &sql : statements) {
        if (const Result<Rows> done = session.query(sql); !done)
            QTest::qFail(qPrintable(sql + u": "_s + done.error().toString()), __FILE__, __LINE__);
    }
}

std::optional<RelationStatistics> statisticsOf(const Result<ReadCatalog> &read, const QString &name)
{
    const CatalogRelation *relation = read ? read->catalog.relation({{}, name}) : nullptr;
    return relation ? relation->statistics : std::nullopt;
}

} // namespace

void TstCatalogReader::readsSizesOfPostgreSql()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    const auto writer = open(settings, SessionRole::Run);
    run(*writer, {u"CREATE TABLE t (id int PRIMARY KEY, filler text)"_s,
                  u"INSERT INTO t SELECT i, repeat('x', 100) FROM generate_series(1, 5000) i"_s, u"ANALYZE t"_s,
                  u"CREATE TABLE untouched (id int)"_s,
                  u"CREATE TABLE p (id int) PARTITION BY LIST (id)"_s, u"CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)"_s,
                  u"CREATE TABLE p2 PARTITION OF p FOR VALUES IN (2)"_s,
                  u"INSERT INTO p SELECT 1 + i % 2 FROM generate_series(1, 1000) i"_s, u"ANALYZE p1"_s, u"ANALYZE p2"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const auto statistics = statisticsOf(read, u"t"_s);
    QVERIFY(statistics);
    QCOMPARE(statistics->rows, 5000);
    QVERIFY(statistics->heapBytes > 500'000);
    QVERIFY(statistics->bytes > statistics->heapBytes);
    QCOMPARE(statistics->writesPerSecond, -1);
    QCOMPARE(statisticsOf(read, u"untouched"_s)->rows, -1);
    QCOMPARE(statisticsOf(read, u"p"_s)->rows, 1000);
    QVERIFY(read->catalog.isComplete());
}

void TstCatalogReader::measuresWritesBetweenTwoLooks()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    const auto writer = open(settings, SessionRole::Run);
    run(*writer, {u"CREATE TABLE t (id int)"_s, u"INSERT INTO t VALUES (1)"_s, u"SELECT pg_stat_force_next_flush()"_s, u"SELECT 1"_s});
    const auto reader = open(settings, SessionRole::Browse);
    Result<ReadCatalog> first = readCatalog(*reader);
    QVERIFY(first);
    const auto rate = [&] {
        run(*writer, {u"INSERT INTO t SELECT i FROM generate_series(1, 500) i"_s, u"UPDATE t SET id = 0"_s,
                      u"SELECT pg_stat_force_next_flush()"_s, u"SELECT 1"_s});
        const Result<WriteCounts> writes = updateWriteRates(*reader, first->catalog, first->writes);
        const auto statistics = statisticsOf(first, u"t"_s);
        return writes && statistics ? statistics->writesPerSecond : -1;
    };
    QTRY_VERIFY(rate() > 0);
}

void TstCatalogReader::doesNotWaitForLocks()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    const auto holder = open(settings, SessionRole::Run);
    run(*holder, {u"CREATE TABLE t (id int DEFAULT 7 CHECK (id > 0), c text UNIQUE)"_s,
                  u"CREATE TABLE p (id int) PARTITION BY LIST (id)"_s, u"CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1)"_s,
                  u"INSERT INTO t SELECT i FROM generate_series(1, 100) i"_s, u"ANALYZE t"_s, u"BEGIN"_s,
                  u"LOCK TABLE t, p, p1 IN ACCESS EXCLUSIVE MODE"_s});
    const auto reader = open(settings, SessionRole::Browse);
    const SessionGuards guards = reader->guards();
    QElapsedTimer timer;
    timer.start();
    const Result<ReadCatalog> read = readCatalog(*reader);
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QVERIFY(timer.elapsed() < 5000);
    QCOMPARE(reader->guards(), guards);
    const CatalogRelation *table = read->catalog.relation({{}, u"t"_s});
    QVERIFY(table && table->column(u"id"_s) && table->constraint(u"t_id_check"_s) && table->index(u"t_c_key"_s));
    QCOMPARE(table->statistics->rows, 100);
    QVERIFY(read->catalog.relation({{}, u"p1"_s})->isPartition);
    run(*holder, {u"ROLLBACK"_s});
}

void TstCatalogReader::readsWithReadOnlyRights()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    ConnectionSettings settings = server.settings();
    run(*open(settings, SessionRole::Run),
        {u"CREATE TABLE t (id serial PRIMARY KEY)"_s, u"CREATE VIEW v AS SELECT id FROM t"_s, u"CREATE ROLE catalog_reader LOGIN"_s});
    settings.user = u"catalog_reader"_s;
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QVERIFY(read->catalog.relation({{}, u"t"_s})->primaryKey());
    QCOMPARE(read->catalog.viewsOn({{}, u"t"_s}).size(), 1);
}

void TstCatalogReader::readsWhatTablesHaveBesides()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    run(*open(settings, SessionRole::Run),
        {u"CREATE SCHEMA app"_s, u"CREATE FUNCTION app.touch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END'"_s,
         u"CREATE TABLE t (a int, b int)"_s, u"CREATE TRIGGER touching BEFORE UPDATE ON t FOR EACH ROW EXECUTE FUNCTION app.touch()"_s,
         u"CREATE STATISTICS together ON a, b FROM t"_s, u"CREATE TYPE shape AS (a int)"_s, u"CREATE TABLE app.shaped OF shape"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const CatalogRelation *table = read->catalog.relation({{}, u"t"_s});
    QVERIFY(table);
    QCOMPARE(table->triggers, QStringList{u"touching"_s});
    QCOMPARE(table->triggerFunctions, (QList<ObjectName>{{u"app"_s, u"touch"_s}}));
    QCOMPARE(table->extendedStatistics, QStringList{u"together"_s});
    QCOMPARE(read->catalog.type({{}, u"shape"_s})->usedBy, (QList<ObjectName>{{u"app"_s, u"shaped"_s}}));
    QVERIFY(read->catalog.relation({u"app"_s, u"shaped"_s})->column(u"a"_s));
}

void TstCatalogReader::readsSizesOfMariaDb()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    run(*open(settings, SessionRole::Run),
        {u"CREATE TABLE t (id int PRIMARY KEY) ENGINE=InnoDB"_s, u"INSERT INTO t SELECT seq FROM seq_1_to_2000"_s, u"ANALYZE TABLE t"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const auto statistics = statisticsOf(read, u"t"_s);
    QVERIFY(statistics && statistics->rows > 1000 && statistics->rows < 4000);
    QVERIFY(statistics->heapBytes > 0);
    QCOMPARE(read->catalog.relation({{}, u"t"_s})->engine, u"InnoDB"_s);
}

void TstCatalogReader::readsHowFarKeysHaveCome()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    const auto writer = open(settings, SessionRole::Run);
    run(*writer, {u"CREATE TABLE counted (id serial PRIMARY KEY)"_s, u"CREATE TABLE fresh (id serial PRIMARY KEY)"_s,
                  u"ALTER SEQUENCE counted_id_seq RESTART WITH 1500000000"_s, u"INSERT INTO counted DEFAULT VALUES"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QCOMPARE(read->catalog.relation({{}, u"counted_id_seq"_s})->lastValue, 1'500'000'000);
    QCOMPARE(read->catalog.relation({{}, u"fresh_id_seq"_s})->lastValue, -1);

    Test::MariaDbServer &maria = Test::MariaDbServer::shared();
    REQUIRE_SERVER(maria);
    const auto session = open(maria.settings(), SessionRole::Run);
    run(*session, {u"CREATE TABLE counted (id INT AUTO_INCREMENT PRIMARY KEY) AUTO_INCREMENT = 1500000000"_s,
                   u"CREATE TABLE keyless (id INT)"_s});
    const Result<ReadCatalog> other = readCatalog(*session);
    QVERIFY2(other, other ? "" : qPrintable(other.error().toString()));
    QCOMPARE(other->catalog.relation({{}, u"counted"_s})->lastValue, 1'499'999'999);
    QCOMPARE(other->catalog.relation({{}, u"keyless"_s})->lastValue, -1);
}

void TstCatalogReader::tellsFunctionsOfOneNameApart()
{
    Test::PostgresServer &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    const auto writer = open(settings, SessionRole::Run);
    const QStringList statements{
        u"CREATE FUNCTION f(a int, VARIADIC b text[], OUT c int) LANGUAGE sql AS 'select 1'"_s,
        u"CREATE FUNCTION f(character varying(20), timestamp with time zone DEFAULT now()) RETURNS int LANGUAGE sql AS 'select 1'"_s,
        u"CREATE FUNCTION f() RETURNS TABLE (x int) LANGUAGE sql AS 'select 1'"_s};
    run(*writer, statements);
    Catalog told(Dialect::PostgreSql);
    for (const QString &sql : statements) {
        Statement statement;
        statement.text = sql;
        for (const Operation &operation : readStatement(statement, Dialect::PostgreSql).operations)
            told.apply(operation);
    }
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    for (const Catalog &catalog : {read->catalog, told}) {
        const CatalogFunction *function = catalog.function({{}, u"f"_s});
        QVERIFY(function);
        QStringList overloads;
        for (const CatalogFunction::Overload &overload : function->overloads)
            overloads.append(overload.arguments.join(u' '));
        overloads.sort();
        QCOMPARE(overloads, QStringList({QString(), u"int4 text[]"_s, u"varchar timestamptz"_s}));
    }
}

void TstCatalogReader::readsWhichIndexesAreHidden()
{
    Test::MariaDbServer &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    const auto session = open(server.settings(), SessionRole::Run);
    run(*session, {u"CREATE TABLE hidden (id INT PRIMARY KEY, a INT, b INT, INDEX by_a (a), INDEX by_b (b))"_s,
                   u"ALTER TABLE hidden ALTER INDEX by_a IGNORED"_s});
    const Result<ReadCatalog> read = readCatalog(*session);
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    const CatalogRelation *table = read->catalog.relation({{}, u"hidden"_s});
    QVERIFY(table);
    QVERIFY(table->index(u"by_a"_s)->isInvisible);
    QVERIFY(!table->index(u"by_b"_s)->isInvisible);
}

void TstCatalogReader::readsSizesOfSqlite()
{
    const QTemporaryDir folder;
    const ConnectionSettings settings = *ConnectionSettings::fromUrl(u"sqlite:test.db"_s, QDir(folder.path()));
    run(*open(settings, SessionRole::Run),
        {u"CREATE TABLE counted (id INTEGER PRIMARY KEY)"_s, u"INSERT INTO counted VALUES (1), (2), (900)"_s, u"CREATE TABLE empty (a)"_s,
         u"CREATE TABLE keyed (a TEXT PRIMARY KEY) WITHOUT ROWID"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QCOMPARE(statisticsOf(read, u"counted"_s)->rows, 900);
    QCOMPARE(statisticsOf(read, u"empty"_s)->rows, 0);
    QVERIFY(!statisticsOf(read, u"keyed"_s));
}

void TstCatalogReader::readsTheJournalOfSqlite_data()
{
    QTest::addColumn<QString>("mode");

    QTest::newRow("wal") << u"wal"_s;
    QTest::newRow("delete") << u"delete"_s;
}

void TstCatalogReader::readsTheJournalOfSqlite()
{
    QFETCH(QString, mode);
    const QTemporaryDir folder;
    const ConnectionSettings settings = *ConnectionSettings::fromUrl(u"sqlite:test.db"_s, QDir(folder.path()));
    run(*open(settings, SessionRole::Run), {u"PRAGMA journal_mode = "_s + mode, u"CREATE TABLE t (a)"_s});
    const Result<ReadCatalog> read = readCatalog(*open(settings, SessionRole::Browse));
    QVERIFY2(read, read ? "" : qPrintable(read.error().toString()));
    QCOMPARE(read->catalog.setting(u"journal_mode"_s), mode);
}

WHIMBREL_TEST(TstCatalogReader)
#include "tst_catalogreader.moc"
