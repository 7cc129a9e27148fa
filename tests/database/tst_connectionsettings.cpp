// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connectionsettings.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstConnectionSettings : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void readsServerUrls_data();
    void readsServerUrls();
    void readsOptions();
    void optionsMayNameWhatTheUrlLeavesOut();
    void readsSqliteUrls_data();
    void readsSqliteUrls();
    void refusesWhatItCannotRead_data();
    void refusesWhatItCannotRead();
    void neverShowsAPassword();
    void shortNames();
    void knowsTheSameDatabase_data();
    void knowsTheSameDatabase();
    void knowsTheSameFile();
};

namespace {
const QDir base(u"/project"_s);

ConnectionSettings settingsOf(const QString &url)
{
    return ConnectionSettings::fromUrl(url, base).value_or(ConnectionSettings());
}
} // namespace

void TstConnectionSettings::readsServerUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<Dialect>("dialect");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    QTest::addColumn<QString>("database");

    const auto postgres = Dialect::PostgreSql;
    const auto mysql = Dialect::MySql;
    QTest::newRow("whole") << "postgresql://deploy:s3cret@db.example.com:6432/shop" << postgres << "db.example.com" << 6432
                           << "deploy" << "s3cret" << "shop";
    QTest::newRow("dbmate's scheme") << "postgres://db/shop" << postgres << "db" << 0 << "" << "" << "shop";
    QTest::newRow("schemes have no case") << "PostgreSQL://db/shop" << postgres << "db" << 0 << "" << "" << "shop";
    QTest::newRow("no host") << "postgresql:///shop" << postgres << "" << 0 << "" << "" << "shop";
    QTest::newRow("nothing") << "postgresql://" << postgres << "" << 0 << "" << "" << "";
    QTest::newRow("user only") << "postgresql://anna@/shop" << postgres << "" << 0 << "anna" << "" << "shop";
    QTest::newRow("IPv6") << "postgresql://[::1]:5433/shop" << postgres << "::1" << 5433 << "" << "" << "shop";
    QTest::newRow("IPv6 without port") << "mysql://root@[fe80::1%25eth0]/shop" << mysql << "fe80::1%eth0" << 0 << "root" << "" << "shop";
    QTest::newRow("several hosts") << "postgresql://a:5432,b:5432/shop" << postgres << "a,b" << 5432 << "" << "" << "shop";
    QTest::newRow("socket folder") << "postgresql://%2Frun%2Fpostgresql/shop" << postgres << "/run/postgresql" << 0 << "" << "" << "shop";
    QTest::newRow("encoded") << "mysql://a%40b:p%3A%2F%3F%23%40%25%C3%A9@db/sh%20op" << mysql << "db" << 0 << "a@b"
                             << u"p:/?#@%é"_s << "sh op";
    QTest::newRow("at sign in an option") << "postgresql://db:5433/shop?user=root@pool" << postgres << "db" << 5433 << "root@pool" << "" << "shop";
    QTest::newRow("at sign in the password") << "mysql://root:a@b@db/shop" << mysql << "db" << 0 << "root" << "a@b" << "shop";
    QTest::newRow("colon in the password") << "mysql://root:a:b@db/shop" << mysql << "db" << 0 << "root" << "a:b" << "shop";
    QTest::newRow("mariadb") << "mariadb://root@db:3307/shop" << mysql << "db" << 3307 << "root" << "" << "shop";
    QTest::newRow("no database") << "mysql://root@db" << mysql << "db" << 0 << "root" << "" << "";
}

void TstConnectionSettings::readsServerUrls()
{
    QFETCH(QString, url);
    const auto settings = ConnectionSettings::fromUrl(url, base);
    QVERIFY2(settings, settings ? "" : qPrintable(settings.error().message));
    QTEST(settings->dialect, "dialect");
    QTEST(settings->host, "host");
    QTEST(settings->port, "port");
    QTEST(settings->user, "user");
    QTEST(settings->password, "password");
    QTEST(settings->database, "database");
}

void TstConnectionSettings::readsOptions()
{
    const auto settings = settingsOf(u"postgres://db/shop?sslmode=verify-full&sslrootcert=%2Fca.pem&search_path=shop,public&connect_timeout=3"_s);
    QCOMPARE(settings.options, (QMap<QString, QString>{{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, u"/ca.pem"_s}}));
    QCOMPARE(settings.searchPath, u"shop,public"_s);
    QCOMPARE(settings.connectTimeout, std::chrono::seconds(3));
}

void TstConnectionSettings::optionsMayNameWhatTheUrlLeavesOut()
{
    const auto postgres = settingsOf(u"postgresql:///shop?host=/run/postgresql&user=anna&password=x&port=5433"_s);
    QCOMPARE(postgres.host, u"/run/postgresql"_s);
    QCOMPARE(postgres.user, u"anna"_s);
    QCOMPARE(postgres.password, u"x"_s);
    QCOMPARE(postgres.port, 5433);
    QVERIFY(postgres.options.isEmpty());
    for (const QString &name : {u"unix_socket"_s, u"socket"_s}) {
        const auto mysql = settingsOf(u"mysql://user@/shop?%1=/run/mysqld/mysqld.sock"_s.arg(name));
        QCOMPARE(mysql.options, (QMap<QString, QString>{{u"unix_socket"_s, u"/run/mysqld/mysqld.sock"_s}}));
    }
}

void TstConnectionSettings::readsSqliteUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("path");
    QTest::newRow("relative") << "sqlite:shop.db" << "/project/shop.db";
    QTest::newRow("relative folder") << "sqlite:db/../shop.db" << "/project/shop.db";
    QTest::newRow("dbmate's other scheme") << "sqlite3:db/shop.db" << "/project/db/shop.db";
    QTest::newRow("one slash") << "sqlite:/var/shop.db" << "/var/shop.db";
    QTest::newRow("two slashes") << "sqlite://var/shop.db" << "/var/shop.db";
    QTest::newRow("three slashes") << "sqlite:///var/shop.db" << "/var/shop.db";
    QTest::newRow("four slashes") << "sqlite:////var/shop.db" << "/var/shop.db";
    QTest::newRow("encoded") << "sqlite:///var/my%20shop%3F.db" << "/var/my shop?.db";
    QTest::newRow("options") << "sqlite:shop.db?_foreign_keys=on" << "/project/shop.db";
}

void TstConnectionSettings::readsSqliteUrls()
{
    QFETCH(QString, url);
    QTEST(settingsOf(url).database, "path");
    QCOMPARE(settingsOf(url).dialect, Dialect::SQLite);
}

void TstConnectionSettings::refusesWhatItCannotRead_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("names");
    QTest::newRow("empty") << "" << "empty";
    QTest::newRow("no scheme") << "shop.db" << "no scheme";
    QTest::newRow("unknown scheme") << "oracle://x/y" << "oracle";
    QTest::newRow("port") << "postgresql://u:secret@db:54x2/shop" << "54x2";
    QTest::newRow("port too large") << "postgresql://db:70000/shop" << "70000";
    QTest::newRow("different ports") << "postgresql://a:1,b:2/shop" << "different ports";
    QTest::newRow("slash in the password") << "postgresql://u:secret/secret@db/shop" << "password";
    QTest::newRow("digits and a slash in the password") << "postgresql://u:12/secret@db/shop" << "password";
    QTest::newRow("question mark in the password") << "mysql://u:secret?secret@db/shop" << "password";
    QTest::newRow("stray percent in the password") << "mysql://u:secret%@db/shop" << "password";
    QTest::newRow("stray percent in the name") << "mysql://u:secret@db/sh%zzop" << "name";
    QTest::newRow("stray percent in an option") << "mysql://u:secret@db/shop?ssl-ca=%" << "ssl-ca";
    QTest::newRow("not UTF-8") << "mysql://%ff:secret@db/shop" << "user";
    QTest::newRow("bracket") << "postgresql://[::1/shop" << "bracket";
    QTest::newRow("slashes") << "postgresql:shop" << "//";
    QTest::newRow("no file") << "sqlite:" << "no file";
    QTest::newRow("root folder") << "sqlite:///" << "no file";
    QTest::newRow("memory") << "sqlite::memory:" << "memory";
}

void TstConnectionSettings::refusesWhatItCannotRead()
{
    QFETCH(QString, url);
    QFETCH(QString, names);
    const auto settings = ConnectionSettings::fromUrl(url, base);
    QVERIFY(!settings);
    QCOMPARE(settings.error().kind, ErrorKind::Usage);
    QVERIFY2(settings.error().message.contains(names), qPrintable(settings.error().message));
    QVERIFY(!settings.error().toString().contains(u"secret"_s));
}

void TstConnectionSettings::neverShowsAPassword()
{
    const auto settings = settingsOf(u"postgresql://anna:s3cret@db:5433/shop?sslpassword=s3cret&sslmode=require"_s);
    QCOMPARE(settings.displayUrl(), u"postgresql://anna:***@db:5433/shop?sslmode=require&sslpassword=***"_s);
    QCOMPARE(settingsOf(u"postgresql:///shop?password=s3cret"_s).displayUrl(), u"postgresql://:***@/shop"_s);
    QVERIFY(!settings.displayName().contains(u"s3cret"_s));

    for (const QString &url : {u"mysql://root@[::1]:3307/sh%20op?unix_socket=/run/x.sock"_s, u"postgresql://a:5432,b:5432/shop"_s}) {
        const auto original = settingsOf(url);
        QCOMPARE(settingsOf(original.displayUrl()), original);
    }
}

void TstConnectionSettings::shortNames()
{
    QCOMPARE(settingsOf(u"postgresql://db.example.com/shop"_s).displayName(), u"shop on db.example.com"_s);
    QCOMPARE(settingsOf(u"postgresql:///shop?host=/run/postgresql"_s).displayName(), u"shop"_s);
    QCOMPARE(settingsOf(u"sqlite:db/shop.db"_s).displayName(), u"shop.db"_s);
}

void TstConnectionSettings::knowsTheSameDatabase_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("same");
    const auto row = [](const char *name, const char *first, const char *second, bool same) {
        QTest::newRow(name) << QString::fromLatin1(first) << QString::fromLatin1(second) << same;
    };
    row("whoever logs in", "postgresql://anna:x@db/shop", "postgres://deploy@db:5432/shop?sslmode=require", true);
    row("other database", "postgresql://db/shop", "postgresql://db/blog", false);
    row("other host", "postgresql://db1/shop", "postgresql://db2/shop", false);
    row("other port", "postgresql://db/shop", "postgresql://db:5433/shop", false);
    row("hosts have no case", "postgresql://DB/shop", "postgresql://db/shop", true);
    row("database names have", "postgresql://db/Shop", "postgresql://db/shop", false);
    row("localhost", "postgresql://localhost/shop", "postgresql://127.0.0.1:5432/shop", true);
    row("IPv6 localhost", "postgresql://[::1]/shop", "postgresql://localhost/shop", true);
    row("default socket", "postgresql:///shop", "postgresql://localhost/shop", true);
    row("default socket by name", "postgresql:///shop?host=/var/run/postgresql", "postgresql:///shop", true);
    row("other socket", "postgresql:///shop?host=/tmp/x", "postgresql:///shop", false);
    row("database named after the user", "postgresql://shop@db", "postgresql://db/shop", true);
    row("mariadb and mysql", "mysql://db/shop", "mariadb://db:3306/shop", true);
    row("mysql socket", "mysql:///shop?socket=/run/mysqld/mysqld.sock", "mysql://127.0.0.1/shop", true);
    row("mysql other socket", "mysql:///shop?socket=/tmp/a.sock", "mysql:///shop?unix_socket=/tmp/b.sock", false);
    row("other kind", "mysql://db/shop", "postgresql://db/shop", false);
    row("same file", "sqlite:shop.db", "sqlite:///project/./shop.db", true);
    row("other file", "sqlite:shop.db", "sqlite:blog.db", false);
}

void TstConnectionSettings::knowsTheSameDatabase()
{
    QFETCH(QString, first);
    QFETCH(QString, second);
    QFETCH(bool, same);
    QCOMPARE(settingsOf(first).sameDatabase(settingsOf(second)), same);
    QCOMPARE(settingsOf(second).sameDatabase(settingsOf(first)), same);
}

void TstConnectionSettings::knowsTheSameFile()
{
    const QTemporaryDir folder;
    QVERIFY(QFile(folder.filePath(u"shop.db"_s)).open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(folder.filePath(u"shop.db"_s), folder.filePath(u"link.db"_s)));
    QVERIFY(settingsOf(u"sqlite:"_s + folder.filePath(u"link.db"_s)).sameDatabase(settingsOf(u"sqlite:"_s + folder.filePath(u"shop.db"_s))));
}

WHIMBREL_TEST(TstConnectionSettings)
#include "tst_connectionsettings.moc"
