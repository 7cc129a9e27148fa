// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "project/formats/dbmatehistory.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstDbmateHistory : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup();

    void recordsAndForgets_data();
    void recordsAndForgets();
    void readsAnOlderTable_data();
    void readsAnOlderTable();
    void refusesAnotherToolsTable_data();
    void refusesAnotherToolsTable();
    void quotesOddNames_data();
    void quotesOddNames();
    void createsAMissingSchema();
    void staysWhereItWasWhenAMigrationMovesThePath();
    void saysWhenTheRoleMayNotRead();

private:
    void databases() const;
    std::unique_ptr<Session> open(const QString &database);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstDbmateHistory::cleanup()
{
    m_folder.reset();
}

void TstDbmateHistory::databases() const
{
    QTest::addColumn<QString>("database");
    QTest::newRow("SQLite") << u"sqlite"_s;
    QTest::newRow("PostgreSQL") << u"postgresql"_s;
    QTest::newRow("MariaDB") << u"mariadb"_s;
}

std::unique_ptr<Session> TstDbmateHistory::open(const QString &database)
{
    ConnectionSettings settings;
    if (database == "sqlite"_L1) {
        m_folder = std::make_unique<QTemporaryDir>();
        settings.database = m_folder->filePath(u"a.db"_s);
    } else {
        Test::DatabaseServer &server = database == "postgresql"_L1 ? static_cast<Test::DatabaseServer &>(Test::PostgresServer::shared()) : Test::MariaDbServer::shared();
        if (!server.isRunning())
            return nullptr;
        settings = server.settings();
    }
    Result<std::unique_ptr<Session>> session = Session::open(settings, SessionRole::Run);
    if (!session)
        qWarning("%s", qPrintable(session.error().toString()));
    return session ? std::move(*session) : nullptr;
}

#define OPEN(session, database) \
    if (database != "sqlite"_L1) \
        REQUIRE_SERVER((database == "postgresql"_L1 ? static_cast<Test::DatabaseServer &>(Test::PostgresServer::shared()) : Test::MariaDbServer::shared())); \
    const std::unique_ptr<Session> session = open(database); \
    QVERIFY(session)

// The value or the error's words, so that a failure says more than "false".
#define OK(result) \
    do { \
        const auto &okResult = (result); \
        QVERIFY2(okResult, qPrintable(okResult ? QString() : okResult.error().toString())); \
    } while (false)

void TstDbmateHistory::recordsAndForgets_data()
{
    databases();
}

void TstDbmateHistory::recordsAndForgets()
{
    QFETCH(QString, database);
    OPEN(session, database);
    const std::unique_ptr<DbmateHistory> history = dbmateHistory(u"schema_migrations"_s, session->settings());
    QCOMPARE(history->name(), u"schema_migrations"_s);
    QCOMPARE(*history->exists(*session), false);
    QVERIFY(history->read(*session)->isEmpty());
    QCOMPARE(*history->exists(*session), false); // reading makes nothing
    OK(history->create(*session));
    OK(history->create(*session)); // a second time does no harm
    QCOMPARE(*history->exists(*session), true);

    OK(session->begin());
    OK(history->recordApplied(*session, {.version = u"2"_s}));
    OK(history->recordApplied(*session, {.version = u"010"_s}));
    OK(session->commit());
    OK(session->begin());
    OK(history->recordApplied(*session, {.version = u"3"_s}));
    OK(session->rollback());
    Result<QList<AppliedMigration>> rows = history->read(*session);
    OK(rows);
    QCOMPARE(rows->size(), 2);
    QCOMPARE(rows->at(0).version, u"010"_s); // text, leading zero kept
    QCOMPARE(rows->at(1).version, u"2"_s);
    QVERIFY(!history->recordApplied(*session, {.version = u"2"_s})); // the key

    OK(history->recordReverted(*session, {.version = u"2"_s}));
    rows = history->read(*session);
    OK(rows);
    QCOMPARE(rows->size(), 1);
}

void TstDbmateHistory::readsAnOlderTable_data()
{
    databases();
}

void TstDbmateHistory::readsAnOlderTable()
{
    QFETCH(QString, database);
    OPEN(session, database);
    OK(session->query(u"create table schema_migrations (version varchar(255) primary key)"_s));
    OK(session->query(u"insert into schema_migrations values ('1')"_s));
    QCOMPARE(dbmateHistory(u"schema_migrations"_s, session->settings())->read(*session)->size(), 1);
}

void TstDbmateHistory::refusesAnotherToolsTable_data()
{
    QTest::addColumn<QString>("database");
    QTest::addColumn<QString>("ddl");
    QTest::addColumn<QString>("owner");
    for (const char *database : {"sqlite", "postgresql", "mariadb"}) {
        const auto row = [database](const char *tool, const QString &ddl) {
            QTest::addRow("%s, %s: %s", tool, database, qPrintable(ddl.section(u'(', 1))) << QString::fromLatin1(database) << ddl << QString::fromLatin1(tool);
        };
        const bool sqlite = qstrcmp(database, "sqlite") == 0;
        row("golang-migrate", sqlite ? u"create table schema_migrations (version uint64, dirty bool)"_s
                                     : u"create table schema_migrations (version bigint not null primary key, dirty boolean not null)"_s);
        row("Rails", u"create table schema_migrations (version varchar(255) not null primary key); create table ar_internal_metadata (k varchar(9))"_s);
        row("Ecto", u"create table schema_migrations (version bigint primary key, inserted_at timestamp null)"_s);
        row("another program", u"create table schema_migrations (id integer primary key, name text)"_s);
        row("another program", u"create table schema_migrations (version bigint primary key)"_s);
    }
}

void TstDbmateHistory::refusesAnotherToolsTable()
{
    QFETCH(QString, database);
    QFETCH(QString, ddl);
    QFETCH(QString, owner);
    OPEN(session, database);
    for (const QString &statement : ddl.split(u';'))
        OK(session->query(statement));
    const std::unique_ptr<DbmateHistory> history = dbmateHistory(u"schema_migrations"_s, session->settings());
    const Result<QList<AppliedMigration>> rows = history->read(*session);
    QVERIFY(!rows);
    QCOMPARE(rows.error().kind, ErrorKind::Refused);
    QCOMPARE(rows.error().toString(),
             u"The table schema_migrations of this database belongs to %1, as its columns show. Nothing was changed.\nConnect to the right database, or give "
             "dbmate a table of its own: “history-table” in whimbrel.toml, or DBMATE_MIGRATIONS_TABLE."_s.arg(owner));
    QVERIFY(!history->exists(*session));
}

void TstDbmateHistory::quotesOddNames_data()
{
    databases();
}

void TstDbmateHistory::quotesOddNames()
{
    QFETCH(QString, database);
    OPEN(session, database);
    for (const QString &name : {u"Schema Migrations"_s, u"a\"b"_s, u"a`b"_s, u"select"_s, u"it's"_s}) {
        const std::unique_ptr<DbmateHistory> history = dbmateHistory(name, session->settings());
        OK(history->create(*session));
        QCOMPARE(*history->exists(*session), true);
        OK(history->recordApplied(*session, {.version = u"1"_s}));
        QCOMPARE(history->read(*session)->size(), 1);
    }
}

void TstDbmateHistory::createsAMissingSchema()
{
    OPEN(session, u"postgresql"_s);
    const std::unique_ptr<DbmateHistory> named = dbmateHistory(u"Ops.history"_s, session->settings());
    QCOMPARE(named->name(), u"Ops.history"_s);
    OK(named->create(*session));
    QCOMPARE(*named->qualifiedName(*session), u"\"Ops\".history"_s);
    OK(session->query(u"select version from \"Ops\".history"_s));

    ConnectionSettings settings = session->settings();
    settings.searchPath = u"app, public"_s; // dbmate's search_path in the URL
    const std::unique_ptr<DbmateHistory> first = dbmateHistory(u"schema_migrations"_s, settings);
    QCOMPARE(first->name(), u"app.schema_migrations"_s);
    OK(first->create(*session));
    OK(session->query(u"select version from app.schema_migrations"_s));

    settings.searchPath = u"\"$user\", public"_s;
    const std::unique_ptr<DbmateHistory> own = dbmateHistory(u"schema_migrations"_s, settings);
    OK(own->create(*session));
    QCOMPARE(*own->qualifiedName(*session), u"public.schema_migrations"_s);
}

void TstDbmateHistory::staysWhereItWasWhenAMigrationMovesThePath()
{
    OPEN(session, u"postgresql"_s);
    const std::unique_ptr<DbmateHistory> history = dbmateHistory(u"schema_migrations"_s, session->settings());
    OK(history->create(*session));
    OK(session->query(u"select pg_catalog.set_config('search_path', '', false)"_s)); // as pg_dump writes it
    OK(history->recordApplied(*session, {.version = u"1"_s}));
    QCOMPARE(history->read(*session)->size(), 1);
}

void TstDbmateHistory::saysWhenTheRoleMayNotRead()
{
    OPEN(session, u"postgresql"_s);
    const std::unique_ptr<DbmateHistory> history = dbmateHistory(u"schema_migrations"_s, session->settings());
    OK(history->create(*session));
    OK(session->query(u"drop role if exists whimbrel_history_reader"_s));
    OK(session->query(u"create role whimbrel_history_reader"_s));
    OK(session->query(u"set role whimbrel_history_reader"_s));
    const Result<QList<AppliedMigration>> rows = history->read(*session);
    QVERIFY(!rows);
    QCOMPARE(rows.error().code, u"42501"_s);
    QCOMPARE(rows.error().message, u"permission denied for table schema_migrations"_s);
    OK(session->query(u"reset role"_s));
}

WHIMBREL_TEST(TstDbmateHistory)
#include "tst_dbmatehistory.moc"
