// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/blockedclients.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "program.h"
#include "test.h"

#include <QJsonArray>
#include <QTemporaryDir>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace Whimbrel::Test;

/// `whimbrel locks` on a real PostgreSQL server.
class TstLocksCommand : public TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();

    void nobodyWaits();
    void printsTheTree();
    void marksOnlyTheRunAsOwn();
    void printsOneDocument();
    void watchesUntilInterrupted();
    void cancelsAStatement();
    void terminatesWhoHoldsSomething();
    void terminatesWhoLockedTables();
    void onlySessionsThatAreInvolved();
    void namesTheLocksOfTools();
    void tellsWhatTheRoleLacks();
    void tellsHowToEndAPreparedTransaction();
    void watchesOnWhileTheCatalogIsLocked();
    void wrongArguments();
    void protectedNeedsYes();
    void needsNoProject();

private:
    ProgramResult locks(const QStringList &arguments = {}) const;
    void block();
    QString url(const QString &user) const;

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<BlockedClients> m_clients;
    QFuture<Result<Rows>> m_blocked;
    ConnectionSettings m_settings;
};

QString TstLocksCommand::url(const QString &user) const
{
    return u"postgresql://%1@/%2?host=%3"_s.arg(user, m_settings.database, m_settings.host);
}

void TstLocksCommand::initTestCase()
{
    REQUIRE_SERVER(PostgresServer::shared());
}

void TstLocksCommand::init()
{
    TestCase::init();
    const ConnectionSettings settings = PostgresServer::shared().settings();
    m_clients = std::make_unique<BlockedClients>(settings);
    m_clients->run(u"setup"_s, u"CREATE TABLE users (id int)"_s);
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(QDir(m_folder->path()).mkpath(u"db/migrations"_s));
    QFile configuration(m_folder->filePath(u"whimbrel.toml"_s));
    QVERIFY(configuration.open(QFile::WriteOnly));
    m_settings = settings;
    const QString url = this->url(u"postgres"_s);
    configuration.write(u"format = \"dbmate\"\ndefault-environment = \"dev\"\n[environment.dev]\nurl = \"%1\"\n"
                        "[environment.production]\nurl = \"%2\"\nprotected = true\n"_s.arg(url, url + u"x"_s).toUtf8());
}

void TstLocksCommand::cleanup()
{
    m_clients.reset();
    m_folder.reset();
}

ProgramResult TstLocksCommand::locks(const QStringList &arguments) const
{
    return runProgram(QStringList{u"locks"_s} + arguments, m_folder->path());
}

void TstLocksCommand::block()
{
    m_clients->run(u"holder"_s, u"BEGIN"_s);
    m_clients->run(u"holder"_s, u"LOCK TABLE users"_s);
    m_blocked = m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    QTRY_VERIFY(locks({u"--json"_s}).documents().value(0)[u"waiting"].toInt() == 1);
}

void TstLocksCommand::nobodyWaits()
{
    const ProgramResult result = locks();
    QCOMPARE(result.err, QString());
    QCOMPARE(result.out, u"No session waits.\n"_s);
    QCOMPARE(result.code, 0);
}

void TstLocksCommand::printsTheTree()
{
    block();
    const ProgramResult result = locks();
    QCOMPARE(result.code, 0);
    const QString holder = QString::number(m_clients->pid(u"holder"_s));
    const QString waiter = QString::number(m_clients->pid(u"waiter"_s));
    QVERIFY2(result.out.contains(u'\n' + holder + u" whimbrel  (Whimbrel run)  user postgres  idle in transaction"_s), qPrintable(result.out));
    QVERIFY2(result.out.contains(u"\n  "_s + waiter + u" whimbrel  (Whimbrel run)"_s), qPrintable(result.out));
    QVERIFY2(result.out.contains(u"waits for AccessShareLock on users"_s), qPrintable(result.out));
}

void TstLocksCommand::marksOnlyTheRunAsOwn()
{
    m_clients->run(u"holder"_s, u"SET application_name = 'whimbrel:browse'"_s);
    block();
    const QJsonArray sessions = locks({u"--json"_s}).document()[u"sessions"].toArray();
    QCOMPARE(sessions.size(), 2);
    for (const QJsonValue &session : sessions) {
        const bool isRun = session[u"pid"].toInteger() == m_clients->pid(u"waiter"_s);
        QCOMPARE(session[u"own"].toBool(), isRun);
        QCOMPARE(session[u"whimbrel"].toString(), isRun ? u"run"_s : u"browse"_s);
    }
}

void TstLocksCommand::printsOneDocument()
{
    block();
    const ProgramResult result = locks({u"--json"_s});
    QCOMPARE(result.documents().size(), 1);
    const QJsonObject document = result.documents().first();
    QCOMPARE(document[u"edges"][0][u"blocking"].toInteger(), m_clients->pid(u"holder"_s));
    QCOMPARE(document[u"edges"][0][u"waiting"].toInteger(), m_clients->pid(u"waiter"_s));
    QCOMPARE(document[u"edges"][0][u"relation"].toString(), u"users"_s);
    QCOMPARE(document[u"trees"].toArray().size(), 1);
}

void TstLocksCommand::watchesUntilInterrupted()
{
    const std::unique_ptr<QProcess> program = startProgram({u"locks"_s, u"--watch"_s, u"--json"_s}, m_folder->path());
    QVERIFY(program->waitForStarted());
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += program->readAllStandardOutput()).count('\n') >= 2, 20'000);
    QCOMPARE(::kill(static_cast<pid_t>(program->processId()), SIGINT), 0);
    QTRY_COMPARE(program->state(), QProcess::NotRunning);
    QCOMPARE(program->exitCode(), 130);
}

void TstLocksCommand::cancelsAStatement()
{
    block();
    const ProgramResult result = locks({u"--cancel"_s, QString::number(m_clients->pid(u"waiter"_s))});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QVERIFY2(result.out.startsWith(u"The server was asked to cancel"_s), qPrintable(result.out));
    QCOMPARE(m_blocked.result().error().code, u"57014"_s);
}

/// A run that only looks makes nobody wait, and names those it waits for.
void TstLocksCommand::terminatesWhoHoldsSomething()
{
    m_clients->run(u"holder"_s, u"BEGIN"_s);
    m_clients->run(u"holder"_s, u"CREATE TABLE held (id integer)"_s);
    const ProgramResult result = locks({u"--terminate"_s, QString::number(m_clients->pid(u"holder"_s))});
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QVERIFY2(result.out.startsWith(u"The server was asked to end session"_s), qPrintable(result.out));
}

/// MariaDB: neither in a transaction nor in the way of anybody but a run that only looks.
void TstLocksCommand::terminatesWhoLockedTables()
{
    REQUIRE_SERVER(MariaDbServer::shared());
    const ConnectionSettings settings = MariaDbServer::shared().settings();
    BlockedClients clients(settings);
    clients.start(u"setup"_s, u"INSTALL SONAME 'metadata_lock_info'"_s).waitForFinished(); // it may be there
    clients.run(u"setup"_s, u"CREATE TABLE t (id int)"_s);
    clients.run(u"dump"_s, u"LOCK TABLES t READ"_s);
    const auto terminate = [&](const QString &client) {
        return locks({u"-d"_s, settings.displayUrl(), u"--terminate"_s, QString::number(clients.pid(client))});
    };
    QCOMPARE(terminate(u"setup"_s).code, 5); // holds nothing
    const ProgramResult result = terminate(u"dump"_s);
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QVERIFY2(result.out.startsWith(u"The server was asked to end session"_s), qPrintable(result.out));
    QVERIFY(!clients.start(u"dump"_s, u"SELECT 1"_s).result());
}

void TstLocksCommand::onlySessionsThatAreInvolved()
{
    const ProgramResult result = locks({u"--terminate"_s, QString::number(m_clients->pid(u"setup"_s))});
    QCOMPARE(result.code, 5);
    QVERIFY2(result.err.contains(u"neither waits nor makes others wait"_s), qPrintable(result.err));
    m_clients->run(u"setup"_s, u"SELECT 1"_s); // still there
}

void TstLocksCommand::namesTheLocksOfTools()
{
    m_clients->run(u"prisma"_s, u"SELECT pg_advisory_lock(72707369)"_s);
    m_clients->start(u"another"_s, u"SELECT pg_advisory_lock(72707369)"_s);
    const QString target = u"advisory lock 72707369 (Prisma's run lock)"_s;
    QTRY_COMPARE(locks({u"--json"_s}).documents().value(0)[u"edges"][0][u"relation"].toString(), target);
    const QString text = locks().out;
    QVERIFY2(text.contains(u"waits for ExclusiveLock on "_s + target), qPrintable(text));
}

void TstLocksCommand::tellsWhatTheRoleLacks()
{
    m_clients->run(u"setup"_s, u"CREATE ROLE \"night watch\" LOGIN"_s);
    m_clients->run(u"setup"_s, u"CREATE ROLE shop LOGIN"_s);
    ConnectionSettings shop = m_settings;
    shop.user = u"shop"_s;
    m_clients->setSettings(shop);
    m_clients->run(u"holder"_s, u"SELECT pg_advisory_lock(1)"_s);
    m_blocked = m_clients->start(u"waiter"_s, u"SELECT pg_advisory_lock(1)"_s);
    const QStringList asWatch{u"-d"_s, url(u"night%20watch"_s)};
    QTRY_COMPARE(locks(asWatch + QStringList{u"--json"_s}).documents().value(0)[u"waiting"].toInt(), 1);

    const QString text = locks(asWatch).out;
    QVERIFY2(text.contains(u"\nLimited view: this role cannot see the statements and states of other roles' sessions.\n"
                           "    GRANT pg_monitor TO \"night watch\";\n"
                           "This role may not cancel or terminate the sessions of other roles.\n"
                           "    GRANT pg_signal_backend TO \"night watch\";\n"), qPrintable(text));
    const QJsonObject document = locks(asWatch + QStringList{u"--json"_s}).document();
    QVERIFY(document[u"limited"].toBool());
    QCOMPARE(document[u"notes"][0][u"kind"], u"limited"_s);
    QCOMPARE(document[u"notes"][1][u"kind"], u"rights"_s);
    QCOMPARE(document[u"notes"][1][u"remedy"], u"GRANT pg_signal_backend TO \"night watch\";"_s);
    QCOMPARE(document[u"sessions"][0][u"missingRight"], u"pg_signal_backend"_s);

    const ProgramResult refused = locks(asWatch + QStringList{u"--cancel"_s, QString::number(m_clients->pid(u"waiter"_s))});
    QCOMPARE(refused.code, 5);
    QVERIFY2(refused.err.contains(u"GRANT pg_signal_backend TO \"night watch\";"), qPrintable(refused.err));
}

void TstLocksCommand::tellsHowToEndAPreparedTransaction()
{
    m_clients->run(u"setup"_s, u"BEGIN"_s);
    m_clients->run(u"setup"_s, u"LOCK TABLE users IN ROW EXCLUSIVE MODE"_s);
    m_clients->run(u"setup"_s, u"PREPARE TRANSACTION 'night''s work'"_s);
    m_clients->start(u"waiter"_s, u"ALTER TABLE users ADD COLUMN p int"_s);
    QTRY_COMPARE(locks({u"--json"_s}).documents().value(0)[u"waiting"].toInt(), 1);
    const QString text = locks().out;
    QVERIFY2(text.contains(u"\nprepared transaction night's work  user postgres  prepared"), qPrintable(text));
    QVERIFY2(text.contains(u"\n    no process to cancel; end it in database %1 with: ROLLBACK PREPARED 'night''s work';\n"_s.arg(m_settings.database)),
             qPrintable(text));
    const QJsonArray sessions = locks({u"--json"_s}).document()[u"sessions"].toArray();
    QCOMPARE(sessions[0][u"prepared"], u"night's work"_s);
    QCOMPARE(sessions[0][u"endWith"], u"ROLLBACK PREPARED 'night''s work';"_s);
    m_clients->run(u"setup"_s, u"ROLLBACK PREPARED 'night''s work'"_s);
}

/// The connection was there before; new ones hang.
void TstLocksCommand::watchesOnWhileTheCatalogIsLocked()
{
    m_clients->run(u"holder"_s, u"SELECT 1"_s);
    m_clients->run(u"waiter"_s, u"SELECT 1"_s);
    const std::unique_ptr<QProcess> program = startProgram({u"locks"_s, u"--watch"_s}, m_folder->path());
    QVERIFY(program->waitForStarted());
    QByteArray out;
    QTRY_VERIFY_WITH_TIMEOUT((out += program->readAllStandardOutput()).contains("No session waits."), 20'000);
    m_clients->run(u"holder"_s, u"BEGIN"_s);
    m_clients->run(u"holder"_s, u"LOCK TABLE pg_authid"_s);
    m_clients->run(u"holder"_s, u"LOCK TABLE users"_s);
    m_blocked = m_clients->start(u"waiter"_s, u"SELECT * FROM users"_s);
    const QByteArray holder = QByteArray::number(m_clients->pid(u"holder"_s));
    QTRY_VERIFY_WITH_TIMEOUT((out += program->readAllStandardOutput()).contains('\n' + holder + " whimbrel  (Whimbrel run)"), 20'000);
    QVERIFY2(out.contains("A system table of the server is locked: sessions and locks are read without the names"), out.constData());
    QVERIFY2(out.contains("last statement: LOCK TABLE users"), out.constData());
    m_clients->run(u"holder"_s, u"ROLLBACK"_s);
    QCOMPARE(::kill(static_cast<pid_t>(program->processId()), SIGINT), 0);
    QTRY_COMPARE(program->state(), QProcess::NotRunning);
    QCOMPARE(program->exitCode(), 130);
}

void TstLocksCommand::wrongArguments()
{
    QCOMPARE(locks({u"--cancel"_s, u"nobody"_s}).code, 2);
    QCOMPARE(locks({u"--cancel"_s, u"1"_s, u"--watch"_s}).code, 2);
    QCOMPARE(locks({u"more"_s}).code, 2);
}

void TstLocksCommand::protectedNeedsYes()
{
    const ProgramResult refused = locks({u"-e"_s, u"production"_s, u"--cancel"_s, u"1"_s});
    QCOMPARE(refused.code, 5);
    QVERIFY2(refused.err.contains(u"--yes"_s), qPrintable(refused.err));
    const ProgramResult tried = locks({u"-e"_s, u"production"_s, u"--cancel"_s, u"1"_s, u"--yes"_s});
    QCOMPARE(tried.code, 4); // allowed; its database does not exist
}

void TstLocksCommand::needsNoProject()
{
    const QTemporaryDir folder;
    const ConnectionSettings settings = PostgresServer::shared().settings();
    const QStringList where{u"locks"_s, u"-d"_s, u"postgresql://postgres@/%1?host=%2"_s.arg(settings.database, settings.host)};
    const ProgramResult result = runProgram(where, folder.path());
    QVERIFY2(result.code == 0, qPrintable(result.err));
    QCOMPARE(result.out, u"No session waits.\n"_s);

    // What names a project needs one, and one that is there but broken might forbid this.
    QCOMPARE(runProgram({u"locks"_s}, folder.path()).code, 2);
    QCOMPARE(runProgram(where + QStringList{u"-p"_s, folder.path()}, folder.path()).code, 2);
    QCOMPARE(runProgram(where + QStringList{u"-e"_s, u"production"_s}, folder.path()).code, 2);
    QFile configuration(folder.filePath(u"whimbrel.toml"_s));
    QVERIFY(configuration.open(QFile::WriteOnly));
    configuration.write("what is this\n");
    configuration.close();
    const ProgramResult broken = runProgram(where, folder.path());
    QCOMPARE(broken.code, 2);
    QVERIFY2(broken.err.contains(u"whimbrel.toml"_s), qPrintable(broken.err));
}

WHIMBREL_TEST(TstLocksCommand)
#include "tst_lockscommand.moc"
