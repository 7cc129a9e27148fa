// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/clientprogram.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "scripts.h"
#include "test.h"

#include <QProcess>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstClientProgram : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void argumentsNeverHoldThePassword_data();
    void argumentsNeverHoldThePassword();
    void psqlReachesTheSameDatabase();
    void pgDumpRuns();
    void mariadbReachesTheSameDatabase();
    void sqliteGetsThePath();
};

namespace {

QString output(const QString &program, const QStringList &arguments, const ConnectionSettings &settings)
{
    QProcess process;
    process.setProcessEnvironment(clientEnvironment(settings));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments + clientArguments(settings));
    process.waitForFinished();
    return QString::fromUtf8(process.readAll()).trimmed();
}

} // namespace

void TstClientProgram::argumentsNeverHoldThePassword_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("variable");
    QTest::newRow("postgresql") << u"postgresql://u:s3cret@db/shop?sslpassword=s3cret"_s << u"PGPASSWORD"_s;
    QTest::newRow("postgresql, as an option") << u"postgresql://db/shop?password=s3cret"_s << u"PGPASSWORD"_s;
    QTest::newRow("mysql") << u"mysql://u:s3cret@db/shop"_s << u"MYSQL_PWD"_s;
}

void TstClientProgram::argumentsNeverHoldThePassword()
{
    QFETCH(QString, url);
    QFETCH(QString, variable);
    const ConnectionSettings settings = *ConnectionSettings::fromUrl(url, QDir());
    QVERIFY(!clientArguments(settings).join(u' ').contains(u"s3cret"_s));
    QCOMPARE(clientEnvironment(settings).value(variable), u"s3cret"_s);
}

void TstClientProgram::psqlReachesTheSameDatabase()
{
    auto &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    ConnectionSettings settings = server.settings();
    const auto admin = Session::open(settings, SessionRole::Run);
    VERIFY_RESULT(admin);
    VERIFY_RESULT((*admin)->query(u"DROP ROLE IF EXISTS whimbrel_password"_s));
    VERIFY_RESULT((*admin)->query(u"CREATE ROLE whimbrel_password SUPERUSER LOGIN PASSWORD 'it''s s3cret'"_s));
    VERIFY_RESULT((*admin)->query(u"CREATE SCHEMA \"my shop\""_s));
    settings.user = u"whimbrel_password"_s;
    settings.password = u"it's s3cret"_s;
    settings.role = u"postgres"_s;
    settings.searchPath = u"\"my shop\", public"_s;
    settings.options.insert(u"work_mem"_s, u"5MB"_s);
    QCOMPARE(output(u"psql"_s, {u"-XAtc"_s, u"SELECT current_database(), session_user, current_user, current_schema(), current_setting('work_mem')"_s}, settings),
             settings.database + u"|whimbrel_password|postgres|my shop|5MB"_s);
}

void TstClientProgram::pgDumpRuns()
{
    auto &server = Test::PostgresServer::shared();
    REQUIRE_SERVER(server);
    const ConnectionSettings settings = server.settings();
    VERIFY_RESULT((*Session::open(settings, SessionRole::Run))->query(u"CREATE TABLE shop (x int)"_s));
    QVERIFY(output(u"pg_dump"_s, {u"--schema-only"_s}, settings).contains(u"CREATE TABLE public.shop"_s));
}

void TstClientProgram::mariadbReachesTheSameDatabase()
{
    auto &server = Test::MariaDbServer::shared();
    REQUIRE_SERVER(server);
    ConnectionSettings settings = server.settings();
    const auto admin = Session::open(settings, SessionRole::Run);
    VERIFY_RESULT(admin);
    VERIFY_RESULT((*admin)->query(u"CREATE OR REPLACE USER secretive IDENTIFIED BY 'it''s s3cret'"_s));
    VERIFY_RESULT((*admin)->query(u"GRANT ALL ON *.* TO secretive"_s));
    VERIFY_RESULT((*admin)->query(u"CREATE TABLE shop (x int)"_s));
    settings.user = u"secretive"_s;
    settings.password = u"it's s3cret"_s;
    QCOMPARE(output(u"mariadb"_s, {u"-N"_s, u"-e"_s, u"SELECT DATABASE(), USER()"_s}, settings), settings.database + u"\tsecretive@localhost"_s);
    QVERIFY(output(u"mariadb-dump"_s, {u"--no-data"_s}, settings).contains(u"CREATE TABLE `shop`"_s));
}

void TstClientProgram::sqliteGetsThePath()
{
    const ConnectionSettings settings = *ConnectionSettings::fromUrl(u"sqlite:/a b/shop.db"_s, QDir());
    QCOMPARE(clientArguments(settings), QStringList{u"/a b/shop.db"_s});
}

WHIMBREL_TEST(TstClientProgram)
#include "tst_clientprogram.moc"
