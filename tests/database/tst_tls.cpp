// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/clientprogram.h"
#include "database/session.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "test.h"

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::MariaDbServer;
using Test::PostgresServer;

/// The TLS options of a URL against servers with a certificate for localhost and 127.0.0.1 (not for 127.0.0.2) of an
/// authority that the system does not know: who gets in, and what those are told who do not.
class TstTls : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void postgresql_data();
    void postgresql();
    void postgresqlWithoutTls();
    void mariadb_data();
    void mariadb();
    void mariadbWithoutTls_data();
    void mariadbWithoutTls();

private:
    PostgresServer m_postgres;
    MariaDbServer m_mariadb;
    MariaDbServer m_plainMariadb;
};

namespace {

void addUsers(MariaDbServer &server)
{
    const auto session = Session::open(server.settings(u"mysql"_s), SessionRole::Run);
    QVERIFY2(session, session ? "" : qPrintable(session.error().toString()));
    QVERIFY((*session)->query(u"CREATE USER anna@'%' IDENTIFIED BY 's3cret'"_s));
    QVERIFY((*session)->query(u"GRANT ALL ON *.* TO anna@'%'"_s));
}

ConnectionSettings settingsOf(const Test::DatabaseServer &server, QString url, const QString &otherCa)
{
    url.replace(u"PORT"_s, QString::number(server.tcpPort()))
        .replace(u"CA"_s, server.filePath(u"ca.pem"_s))
        .replace(u"OTHER"_s, otherCa);
    const auto settings = ConnectionSettings::fromUrl(url, QDir());
    if (!settings)
        qFatal("%s", qPrintable(settings.error().toString()));
    return *settings;
}

/// What mariadb-dump says with the arguments that Whimbrel gives it; empty if it got in.
QString dumpProblem(const Test::DatabaseServer &server, const QString &url, const QString &otherCa)
{
    const ConnectionSettings settings = settingsOf(server, url, otherCa);
    QProcess dump;
    dump.setProcessEnvironment(clientEnvironment(settings));
    dump.start(u"mariadb-dump"_s, QStringList{u"--no-defaults"_s, u"--no-data"_s} + clientArguments(settings) +
                                      QStringList{u"time_zone"_s});
    dump.waitForFinished();
    return QString::fromLocal8Bit(dump.readAllStandardError());
}

/// Opens a session with these options, "CA" and "OTHER" standing for the files; empty text, or the error.
QString openProblem(const Test::DatabaseServer &server, const QString &url, const QString &otherCa, QString *encrypted)
{
    const ConnectionSettings settings = settingsOf(server, url, otherCa);
    const auto session = Session::open(settings, SessionRole::Run);
    if (!session)
        return session.error().toString();
    const auto cipher =
        (*session)->query(settings.dialect == Dialect::PostgreSql
                              ? u"SELECT cipher AS value FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s
                              : u"SHOW SESSION STATUS LIKE 'Ssl_cipher'"_s);
    if (!cipher)
        return cipher.error().toString();
    *encrypted = cipher->text(0, settings.dialect == Dialect::PostgreSql ? u"value" : u"Value");
    return {};
}

} // namespace

void TstTls::initTestCase()
{
    m_plainMariadb.listen();
    for (Test::DatabaseServer *server :
         {static_cast<Test::DatabaseServer *>(&m_postgres), static_cast<Test::DatabaseServer *>(&m_mariadb)}) {
        if (server->listenWithTls())
            server->start();
        REQUIRE_SERVER(*server);
    }
    m_plainMariadb.start();
    REQUIRE_SERVER(m_plainMariadb);
    addUsers(m_mariadb);
    addUsers(m_plainMariadb);
}

void TstTls::postgresql_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("error");
    QTest::addColumn<QString>("hint");
    const auto works = [](const char *url, bool encrypted) {
        QTest::newRow(url) << QString::fromLatin1(url) << encrypted << QString() << QString();
    };
    const auto fails = [](const char *url, const char *error, const char *hint) {
        QTest::newRow(url) << QString::fromLatin1(url) << false << QString::fromLatin1(error)
                           << QString::fromLatin1(hint);
    };
    works("postgresql://postgres@localhost:PORT/postgres", true);
    works("postgresql://postgres@localhost:PORT/postgres?sslmode=disable", false);
    works("postgresql://postgres@localhost:PORT/postgres?sslmode=require", true);
    works("postgresql://postgres@127.0.0.1:PORT/postgres?sslmode=require", true);
    works("postgresql://postgres@127.0.0.1:PORT/postgres?sslmode=verify-ca&sslrootcert=CA", true);
    works("postgresql://postgres@localhost:PORT/postgres?sslmode=verify-full&sslrootcert=CA", true);
    fails("postgresql://postgres@127.0.0.2:PORT/postgres?sslmode=verify-full&sslrootcert=CA",
          "does not match host name \"127.0.0.2\"", "sslmode");
    fails("postgresql://postgres@localhost:PORT/postgres?sslmode=verify-full&sslrootcert=OTHER",
          "certificate verify failed", "sslrootcert");
    fails("postgresql://postgres@localhost:PORT/postgres?sslmode=require&sslrootcert=OTHER",
          "certificate verify failed", "sslrootcert");
    fails("postgresql://postgres@localhost:PORT/postgres?sslmode=verify-full&sslrootcert=/nowhere.pem", "/nowhere.pem",
          "sslrootcert");
    fails("postgresql://postgres@localhost:PORT/postgres?sslmode=sometimes", "sometimes", "sslmode");
}

void TstTls::postgresql()
{
    QFETCH(const QString, url);
    QFETCH(const bool, encrypted);
    QFETCH(const QString, error);
    QFETCH(const QString, hint);
    QString cipher;
    const QString problem = openProblem(m_postgres, url, m_mariadb.filePath(u"ca.pem"_s), &cipher);
    if (error.isEmpty()) {
        QCOMPARE(problem, QString());
        QCOMPARE(!cipher.isEmpty(), encrypted);
    } else {
        QVERIFY2(problem.startsWith(u"Cannot connect"_s) && problem.contains(error) && problem.contains(hint),
                 qPrintable(problem));
    }
}

void TstTls::postgresqlWithoutTls()
{
    PostgresServer plain;
    plain.listen();
    plain.start();
    REQUIRE_SERVER(plain);
    QString cipher;
    QCOMPARE(openProblem(plain, u"postgresql://postgres@localhost:PORT/postgres"_s, {}, &cipher), QString());
    const QString problem =
        openProblem(plain, u"postgresql://postgres@localhost:PORT/postgres?sslmode=require"_s, {}, &cipher);
    QVERIFY2(problem.contains(u"server does not support SSL"_s) && problem.contains(u"sslmode"_s), qPrintable(problem));
}

void TstTls::mariadb_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("encrypted");
    QTest::addColumn<QString>("error");
    const auto works = [](const char *url, bool encrypted = true) {
        QTest::newRow(url) << QString::fromLatin1(url) << encrypted << QString();
    };
    const auto fails = [](const char *url, const char *error) {
        QTest::newRow(url) << QString::fromLatin1(url) << false << QString::fromLatin1(error);
    };
    works("mysql://anna:s3cret@127.0.0.1:PORT/mysql", false);
    works("mysql://anna:s3cret@127.0.0.1:PORT/mysql?ssl-mode=DISABLED", false);
    works("mysql://anna:s3cret@127.0.0.1:PORT/mysql?tls=preferred");
    works("mysql://anna:s3cret@127.0.0.2:PORT/mysql?ssl-mode=REQUIRED");
    works("mysql://anna:s3cret@localhost:PORT/mysql?ssl-mode=REQUIRED");
    works("mysql://anna:s3cret@127.0.0.1:PORT/mysql?tls=skip-verify");
    works("mysql://anna:s3cret@127.0.0.1:PORT/mysql?ssl-ca=CA");
    works("mysql://anna:s3cret@localhost:PORT/mysql?ssl-ca=CA");
    works("mysql://anna:s3cret@localhost:PORT/mysql?ssl-mode=VERIFY_IDENTITY&ssl-ca=CA");
    works("mysql://anna:s3cret@localhost:PORT/mysql?tls=true&ssl-ca=CA");
    fails("mysql://anna:s3cret@127.0.0.2:PORT/mysql?ssl-mode=VERIFY_IDENTITY&ssl-ca=CA", "host");
    fails("mysql://anna:s3cret@localhost:PORT/mysql?ssl-mode=VERIFY_IDENTITY&ssl-ca=OTHER", "certificate");
    fails("mysql://anna:s3cret@127.0.0.1:PORT/mysql?ssl-ca=OTHER", "certificate");
    fails("mysql://anna:s3cret@127.0.0.1:PORT/mysql?ssl-ca=/nowhere.pem", "SSL");
    fails("mysql://anna:s3cret@127.0.0.1:PORT/mysql?ssl-mode=sometimes", "ssl-mode");
}

void TstTls::mariadb()
{
    QFETCH(const QString, url);
    QFETCH(const bool, encrypted);
    QFETCH(const QString, error);
    QString cipher;
    const QString otherCa = m_postgres.filePath(u"ca.pem"_s);
    const QString problem = openProblem(m_mariadb, url, otherCa, &cipher);
    if (error.isEmpty()) {
        QCOMPARE(problem, QString());
        QCOMPARE(!cipher.isEmpty(), encrypted);
        QCOMPARE(dumpProblem(m_mariadb, url, otherCa), QString());
    } else {
        if (!url.contains(u"sometimes"_s))
            QVERIFY(!dumpProblem(m_mariadb, url, otherCa).isEmpty());
        QVERIFY2(problem.startsWith(u"Cannot connect"_s) && problem.contains(error) && problem.contains(u"ssl-mode"_s),
                 qPrintable(problem));
    }
}

void TstTls::mariadbWithoutTls_data()
{
    QTest::addColumn<QString>("options");
    QTest::addColumn<bool>("works");
    QTest::newRow("nothing asked for") << QString() << true;
    QTest::newRow("disabled") << u"?ssl-mode=DISABLED"_s << true;
    QTest::newRow("preferred") << u"?tls=preferred"_s << true;
    QTest::newRow("required") << u"?ssl-mode=REQUIRED"_s << false;
    QTest::newRow("true") << u"?tls=true"_s << false;
}

void TstTls::mariadbWithoutTls()
{
    QFETCH(const QString, options);
    QFETCH(const bool, works);
    QString cipher;
    const QString problem =
        openProblem(m_plainMariadb, u"mysql://anna:s3cret@127.0.0.1:PORT/mysql"_s + options, {}, &cipher);
    QVERIFY2(problem.isEmpty() == works, qPrintable(problem));
    if (works)
        QCOMPARE(dumpProblem(m_plainMariadb, u"mysql://anna:s3cret@127.0.0.1:PORT/mysql"_s + options, {}), QString());
    else
        QVERIFY2(problem.contains(u"TLS"_s) || problem.contains(u"SSL"_s), qPrintable(problem));
}

WHIMBREL_TEST(TstTls)
#include "tst_tls.moc"
