// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"
#include "postgresserver.h"
#include "probeproject.h"
#include "test.h"

#include <QProcess>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;
using Test::ProbeProject;

/// The probes that ask a server, each against a real one: as the superuser, and as a plain role, who sees less.
class TstServerProbes : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void serverRole_data() { servers(); }
    void serverRole();
    void readOnlyServersFail();
    void connectionHeadroom_data() { servers(); }
    void connectionHeadroom();
    void fewConnectionsLeftFail();
    void guards_data() { servers(); }
    void guards();
    void tableSizes_data() { servers(); }
    void tableSizes();
    void namesThatLeadNowhereAreUnknown_data() { servers(); }
    void namesThatLeadNowhereAreUnknown();
    void engineWithoutTransactionsFails();
    void oldTransactions_data() { servers(); }
    void oldTransactions();
    void plainRoleSeesNoTransactions_data() { servers(); }
    void plainRoleSeesNoTransactions();
    void preparedTransactionsWarn();
    void lockWaits_data() { servers(); }
    void lockWaits();
    void invalidIndexes();
    void archivesAreReadToTheEnd();

private:
    void servers();
    bool prepare(const QByteArray &migration = "ALTER TABLE orders ADD COLUMN note text;");
    std::unique_ptr<Session> open(SessionRole role = SessionRole::Browse) const { return openAs(m_settings, role); }
    static std::unique_ptr<Session> openAs(const ConnectionSettings &settings, SessionRole role);
    static void execute(Session &session, const QString &sql);
    ProbeResult run(const QString &id) const { return m_project->run(id, open().get()); }
    /// Asks until `wanted` holds. Not more often than InnoDB reads its transactions anew: a read within 100 ms of the last
    /// one gets the old answer, and puts the next one off.
    bool becomes(const QString &id, const std::function<bool(const ProbeResult &)> &wanted, std::chrono::milliseconds patience = 9s) const;
    /// A role without rights of its own, and how it connects.
    ConnectionSettings plainRole() const;

    bool m_postgres = true;
    ConnectionSettings m_settings;
    std::unique_ptr<ProbeProject> m_project;
};

void TstServerProbes::servers()
{
    QTest::addColumn<bool>("postgres");
    QTest::newRow("PostgreSQL") << true;
    QTest::newRow("MariaDB") << false;
}

#define PREPARE(...) \
    do { \
        if (QTest::currentDataTag()) { \
            QFETCH(bool, postgres); \
            m_postgres = postgres; \
        } \
        if (m_postgres) \
            REQUIRE_SERVER(PostgresServer::shared()); \
        else \
            REQUIRE_SERVER(MariaDbServer::shared()); \
        QVERIFY(prepare(__VA_ARGS__)); \
    } while (false)

bool TstServerProbes::prepare(const QByteArray &migration)
{
    m_settings = m_postgres ? PostgresServer::shared().settings() : MariaDbServer::shared().settings();
    m_project = std::make_unique<ProbeProject>(migration);
    m_project->target().settings = m_settings;
    const std::unique_ptr<Session> session = open(SessionRole::Run);
    if (!session)
        return false;
    execute(*session, u"CREATE TABLE orders (id integer PRIMARY KEY, v integer)"_s);
    return true;
}

std::unique_ptr<Session> TstServerProbes::openAs(const ConnectionSettings &settings, SessionRole role)
{
    Result<std::unique_ptr<Session>> session = Session::open(settings, role);
    if (!session)
        qInfo().noquote() << session.error().toString();
    return session ? std::move(*session) : nullptr;
}

void TstServerProbes::execute(Session &session, const QString &sql)
{
    const Result<Rows> result = session.query(sql);
    QVERIFY2(result, qPrintable(result ? QString() : sql + u": "_s + result.error().toString()));
}

bool TstServerProbes::becomes(const QString &id, const std::function<bool(const ProbeResult &)> &wanted, std::chrono::milliseconds patience) const
{
    QElapsedTimer timer;
    timer.start();
    while (timer.durationElapsed() < patience) {
        QTest::qWait(150);
        if (wanted(run(id)))
            return true;
    }
    return false;
}

ConnectionSettings TstServerProbes::plainRole() const
{
    const std::unique_ptr<Session> session = open(SessionRole::Run);
    if (m_postgres) {
        execute(*session, u"DROP ROLE IF EXISTS plain"_s);
        execute(*session, u"CREATE ROLE plain LOGIN"_s);
    } else {
        execute(*session, u"CREATE OR REPLACE USER plain@localhost"_s);
        execute(*session, u"GRANT ALL ON %1.* TO plain@localhost"_s.arg(session->quotedIdentifier(m_settings.database)));
    }
    ConnectionSettings settings = m_settings;
    settings.user = u"plain"_s;
    return settings;
}

void TstServerProbes::serverRole()
{
    PREPARE();
    const ProbeResult result = run(u"server-role"_s);
    COMPARE_STATE(result, Passed);
    QVERIFY2(result.value.contains(m_postgres ? u"primary, PostgreSQL 17"_s : u"MariaDB 11"_s), qPrintable(result.value));
    m_project->target().readOnly = true;
    COMPARE_STATE(run(u"server-role"_s), Failed);
}

void TstServerProbes::readOnlyServersFail()
{
    m_postgres = true;
    PREPARE();
    execute(*open(SessionRole::Run), u"ALTER DATABASE %1 SET default_transaction_read_only = on"_s.arg(m_settings.database));
    COMPARE_STATE(run(u"server-role"_s), Failed);

    m_postgres = false;
    PREPARE();
    execute(*open(SessionRole::Run), u"SET GLOBAL read_only = 1"_s);
    const ProbeResult result = run(u"server-role"_s);
    execute(*open(SessionRole::Run), u"SET GLOBAL read_only = 0"_s);
    COMPARE_STATE(result, Failed);
    const std::unique_ptr<Session> plain = openAs(plainRole(), SessionRole::Browse);
    const ProbeResult unknown = m_project->run(u"server-role"_s, plain.get());
    COMPARE_STATE(unknown, Unknown);
    QVERIFY(unknown.message.contains(u"GRANT SLAVE MONITOR"_s));
}

void TstServerProbes::connectionHeadroom()
{
    PREPARE();
    const ProbeResult result = run(u"connection-headroom"_s);
    COMPARE_STATE(result, Passed);
    QVERIFY2(result.value.contains(u" connections ("_s), qPrintable(result.value));
    QVERIFY(result.threshold.contains(u"70"_s));
    const std::unique_ptr<Session> plain = openAs(plainRole(), SessionRole::Browse);
    std::vector<std::unique_ptr<Session>> others;
    while (others.size() < 5)
        others.push_back(open());
    const ProbeResult seen = m_project->run(u"connection-headroom"_s, plain.get());
    COMPARE_STATE(seen, Passed);
    QVERIFY2(seen.value.section(u' ', 0, 0).toInt() > 5, qPrintable(seen.value)); // those of others too
}

void TstServerProbes::fewConnectionsLeftFail()
{
    m_postgres = false;
    PREPARE();
    const std::unique_ptr<Session> admin = open(SessionRole::Run);
    const Result<Rows> before = admin->query(u"SELECT @@max_connections AS n"_s);
    execute(*admin, u"SET GLOBAL max_connections = 10"_s); // the least that MariaDB takes
    std::vector<std::unique_ptr<Session>> sessions;
    while (sessions.size() < 6)
        sessions.push_back(open());
    const ProbeResult warning = m_project->run(u"connection-headroom"_s, sessions.front().get());
    while (sessions.size() < 9)
        sessions.push_back(open());
    const ProbeResult failed = m_project->run(u"connection-headroom"_s, sessions.front().get());
    execute(*admin, u"SET GLOBAL max_connections = %1"_s.arg(before->text(0, u"n")));
    QVERIFY2(warning.state != ProbeResult::State::Unknown && warning.state != ProbeResult::State::Failed, qPrintable(warning.value));
    COMPARE_STATE(failed, Failed);
}

void TstServerProbes::guards()
{
    PREPARE();
    const ProbeResult result = run(u"guards"_s);
    COMPARE_STATE(result, Passed);
    QVERIFY2(result.value.contains(m_postgres ? u"lock_timeout 2 s"_s : u"lock_wait_timeout 2 s"_s), qPrintable(result.value));
    m_project->target().guards.lockTimeout = 30s;
    COMPARE_STATE(run(u"guards"_s), Warning);
    if (m_postgres) { // without end; on MariaDB 0 means not to wait at all
        m_project->target().guards.lockTimeout = 0s;
        COMPARE_STATE(run(u"guards"_s), Failed);
    }
    m_project->target().settings.role = u"nobody_of_this_name"_s;
    COMPARE_STATE(run(u"guards"_s), Unknown);
}

void TstServerProbes::tableSizes()
{
    PREPARE("ALTER TABLE orders ADD COLUMN note text; CREATE TABLE made_by_the_migration (id integer);");
    const ProbeResult result = run(u"table-sizes"_s);
    COMPARE_STATE(result, Passed);
    QVERIFY2(result.value.startsWith(u"orders "_s), qPrintable(result.value));
    QVERIFY(!result.value.contains(u"made_by"_s));
    if (!m_postgres)
        return;
    const std::unique_ptr<Session> other = open(SessionRole::Run);
    QVERIFY(other->begin());
    execute(*other, u"LOCK TABLE orders IN ACCESS EXCLUSIVE MODE"_s);
    const std::unique_ptr<Session> browse = open();
    SessionGuards impatient;
    impatient.lockTimeout = 200ms;
    QVERIFY(browse->setGuards(impatient));
    COMPARE_STATE(m_project->run(u"table-sizes"_s, browse.get()), Unknown);
}

void TstServerProbes::namesThatLeadNowhereAreUnknown()
{
    PREPARE("ALTER TABLE elsewhere ADD COLUMN note text; UPDATE orders SET id = id;");
    const ProbeResult result = run(u"table-sizes"_s);
    COMPARE_STATE(result, Unknown);
    QVERIFY2(result.message.contains(u": elsewhere. "_s), qPrintable(result.message));
    PREPARE("CREATE TABLE made (id integer); INSERT INTO made WITH a AS (SELECT 1), b AS (SELECT 2) SELECT 1 FROM a, b; "
            "ALTER TABLE made RENAME TO renamed; DROP TABLE renamed;");
    COMPARE_STATE(run(u"table-sizes"_s), Passed);
}

void TstServerProbes::engineWithoutTransactionsFails()
{
    m_postgres = false;
    PREPARE("ALTER TABLE old_log ADD COLUMN note text;");
    execute(*open(SessionRole::Run), u"CREATE TABLE old_log (id integer) ENGINE=MyISAM"_s);
    const ProbeResult result = run(u"table-sizes"_s);
    COMPARE_STATE(result, Failed);
    QVERIFY(result.value.contains(u"old_log (MyISAM)"_s));
}

void TstServerProbes::oldTransactions()
{
    PREPARE();
    COMPARE_STATE(run(u"old-transactions"_s), Passed);
    const std::unique_ptr<Session> other = open(SessionRole::Run);
    QVERIFY(other->begin());
    execute(*other, u"INSERT INTO orders VALUES (1, 1)"_s);
    QVERIFY(becomes(u"old-transactions"_s, [](const ProbeResult &result) { return result.state == ProbeResult::State::Passed && result.value.startsWith(u"1 open"_s); }));
    if (m_postgres) // holds a table of the migration: five seconds are too old
        QVERIFY(becomes(u"old-transactions"_s, [](const ProbeResult &result) { return result.state == ProbeResult::State::Failed; }));
}

void TstServerProbes::plainRoleSeesNoTransactions()
{
    PREPARE();
    const std::unique_ptr<Session> plain = openAs(plainRole(), SessionRole::Browse);
    QVERIFY(plain);
    const ProbeResult result = m_project->run(u"old-transactions"_s, plain.get());
    COMPARE_STATE(result, Unknown);
    QVERIFY2(result.message.contains(m_postgres ? u"GRANT pg_read_all_stats TO \"plain\""_s : u"GRANT PROCESS"_s), qPrintable(result.message));
}

void TstServerProbes::preparedTransactionsWarn()
{
    m_postgres = false;
    PREPARE();
    const std::unique_ptr<Session> other = open(SessionRole::Run);
    for (const QString &sql : {u"XA START 'left'"_s, u"INSERT INTO orders VALUES (1, 1)"_s, u"XA END 'left'"_s, u"XA PREPARE 'left'"_s})
        execute(*other, sql);
    const ProbeResult result = run(u"old-transactions"_s);
    execute(*other, u"XA ROLLBACK 'left'"_s);
    COMPARE_STATE(result, Warning);
    QVERIFY2(result.value.contains(u"prepared XA transaction left"_s), qPrintable(result.value));
}

void TstServerProbes::lockWaits()
{
    PREPARE();
    COMPARE_STATE(run(u"lock-waits"_s), Passed);
    const std::unique_ptr<Session> holder = open(SessionRole::Run);
    execute(*holder, u"INSERT INTO orders VALUES (1, 1)"_s);
    QVERIFY(holder->begin());
    execute(*holder, u"UPDATE orders SET v = 2 WHERE id = 1"_s);
    std::jthread waiter([this] {
        const std::unique_ptr<Session> session = open(SessionRole::Run);
        SessionGuards patient;
        patient.lockTimeout = 20s;
        if (session->setGuards(patient))
            (void)session->query(u"UPDATE orders SET v = 3 WHERE id = 1"_s);
    });
    QVERIFY(becomes(u"lock-waits"_s, [](const ProbeResult &result) { return result.state == ProbeResult::State::Warning && result.value.startsWith(u"1 waiting"_s); }));
    QVERIFY(becomes(u"lock-waits"_s, [](const ProbeResult &result) { return result.state == ProbeResult::State::Failed; }));
    QVERIFY(holder->rollback());
    waiter.join();
    QVERIFY(becomes(u"lock-waits"_s, [](const ProbeResult &result) { return result.state == ProbeResult::State::Passed; }));
}

void TstServerProbes::invalidIndexes()
{
    m_postgres = true;
    PREPARE();
    COMPARE_STATE(run(u"invalid-indexes"_s), Passed);
    const std::unique_ptr<Session> session = open(SessionRole::Run);
    const auto leaveInvalidIndex = [&](const QString &table) {
        execute(*session, u"INSERT INTO %1 VALUES (1, 7), (2, 7)"_s.arg(table));
        QVERIFY(!session->query(u"CREATE UNIQUE INDEX CONCURRENTLY %1_v ON %1 (v)"_s.arg(table)));
    };
    execute(*session, u"CREATE TABLE others (id integer, v integer)"_s);
    leaveInvalidIndex(u"others"_s);
    const ProbeResult warning = run(u"invalid-indexes"_s);
    COMPARE_STATE(warning, Warning);
    QVERIFY2(warning.value.contains(u"others_v on others"_s), qPrintable(warning.value));
    leaveInvalidIndex(u"orders"_s);
    COMPARE_STATE(run(u"invalid-indexes"_s), Failed);
}

/// `pg_restore --list` accepts an archive that was cut in half: its list of contents stands at the front.
void TstServerProbes::archivesAreReadToTheEnd()
{
    m_postgres = true;
    PREPARE();
    execute(*open(SessionRole::Run), u"INSERT INTO orders SELECT i, (random() * 1000000)::int FROM generate_series(1, 50000) i"_s);
    const QString path = m_project->path(u"shop.dump"_s);
    const auto call = [](const QString &program, const QStringList &arguments) {
        QProcess process;
        process.start(program, arguments);
        process.waitForFinished();
        return process.exitCode();
    };
    QCOMPARE(call(u"pg_dump"_s, {u"-Fc"_s, u"-h"_s, m_settings.host, u"-p"_s, QString::number(m_settings.port ? m_settings.port : 5432), u"-U"_s, m_settings.user,
                                 u"-f"_s, path, m_settings.database}), 0);
    m_project->target().backupFile = u"shop.dump"_s;
    COMPARE_STATE(run(u"backup"_s), Passed);

    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray whole = file.readAll();
    file.close();
    QByteArray flipped = whole;
    for (qsizetype i = flipped.size() / 2; i < flipped.size() / 2 + 40; ++i)
        flipped[i] = static_cast<char>(~flipped.at(i));
    for (const QByteArray &damaged : {whole.first(whole.size() / 2), whole.chopped(100), flipped}) {
        m_project->write(u"shop.dump"_s, damaged);
        QCOMPARE(call(u"pg_restore"_s, {u"--list"_s, path}), 0);
        const ProbeResult result = run(u"backup"_s);
        COMPARE_STATE(result, Failed);
        QVERIFY2(result.message.contains(u"damaged"_s), qPrintable(result.message));
    }
}

WHIMBREL_TEST(TstServerProbes)
#include "tst_serverprobes.moc"
