// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/secretstore.h"
#include "fakesecretstore.h"
#include "test.h"

#include <QScopeGuard>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;

class TstSecretStore : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void theUrlComesFirst();
    void thenTheEnvironment();
    void thenTheKeychain();
    void aSavedPasswordIsNotForAnotherAddress();
    void sqliteNeedsNoPassword();
    void localLoginsOfOneselfNeedNoPassword();
    void thePasswordFileIsLeftToLibpq_data();
    void thePasswordFileIsLeftToLibpq();
    void aPasswordFileThatOthersReadDoesNotCount();
    void servicesAreLeftToLibpq();

private:
    static ConnectionSettings settingsOf(const QString &url) { return *ConnectionSettings::fromUrl(url, QDir()); }
    QString writePasswordFile(const QByteArray &text, QFile::Permissions permissions = QFile::ReadOwner | QFile::WriteOwner);

    std::unique_ptr<QTemporaryDir> m_folder;
};

void TstSecretStore::init()
{
    TestCase::init();
    m_folder = std::make_unique<QTemporaryDir>();
    for (const char *variable : {"PGPASSWORD", "MYSQL_PWD", "PGSERVICE", "PGHOST", "PGPORT", "PGUSER", "PGDATABASE"})
        qunsetenv(variable);
    qputenv("PGPASSFILE", QFile::encodeName(m_folder->filePath(u"absent"_s)));
}

void TstSecretStore::cleanup()
{
    for (const char *variable : {"PGPASSWORD", "MYSQL_PWD", "PGSERVICE", "PGPASSFILE"})
        qunsetenv(variable);
}

QString TstSecretStore::writePasswordFile(const QByteArray &text, QFile::Permissions permissions)
{
    QFile file(m_folder->filePath(u"pgpass"_s));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        return {};
    file.setPermissions(permissions);
    return file.fileName();
}

void TstSecretStore::theUrlComesFirst()
{
    qputenv("PGPASSWORD", "environment");
    Test::FakeSecretStore store;
    QCOMPARE(withPassword(settingsOf(u"postgresql://u:url@db/shop"_s), &store).password, u"url"_s);
    QCOMPARE(store.asked, 0);
}

void TstSecretStore::thenTheEnvironment()
{
    qputenv("PGPASSWORD", "postgres");
    qputenv("MYSQL_PWD", "mysql");
    Test::FakeSecretStore store;
    QCOMPARE(withPassword(settingsOf(u"postgresql://u@db/shop"_s), &store).password, u"postgres"_s);
    QCOMPARE(withPassword(settingsOf(u"mariadb://u@db/shop"_s), &store).password, u"mysql"_s);
    QCOMPARE(withPassword(settingsOf(u"mariadb://u@db/shop"_s), nullptr).password, u"mysql"_s);
    QCOMPARE(store.asked, 0);
}

void TstSecretStore::thenTheKeychain()
{
    Test::FakeSecretStore store;
    for (const QString &url : {u"postgresql://u@db/shop"_s, u"mysql://u@db/shop"_s}) {
        const ConnectionSettings settings = settingsOf(url);
        QVERIFY(needsKeychain(settings));
        QVERIFY(store.storePassword(settings, u"kept"_s));
        QCOMPARE(withPassword(settings, &store).password, u"kept"_s);
        QCOMPARE(withPassword(settings, nullptr).password, QString());
    }
    QCOMPARE(store.asked, 2);
}

/// A project from somewhere names the host that one has a password for, and an address of its own.
void TstSecretStore::aSavedPasswordIsNotForAnotherAddress()
{
    const auto key = [](const QString &url) { return keychainKey(*ConnectionSettings::fromUrl(url, QDir())); };
    const QString saved = key(u"postgresql://anna@db/shop"_s);
    QVERIFY(key(u"postgresql://anna@db/shop?hostaddr=192.0.2.1"_s) != saved);
    QCOMPARE(key(u"postgresql://anna@db/shop?sslmode=require"_s), saved);
    QVERIFY(key(u"mysql://anna@db/shop?unix_socket=/tmp/s"_s) != key(u"mysql://anna@db/shop"_s));
}

void TstSecretStore::sqliteNeedsNoPassword()
{
    QVERIFY(!needsKeychain(settingsOf(u"sqlite:/shop.db"_s)));
}

void TstSecretStore::localLoginsOfOneselfNeedNoPassword()
{
    QVERIFY(!needsKeychain(settingsOf(u"postgresql:///shop"_s)));
    QVERIFY(!needsKeychain(settingsOf(u"mysql:///shop"_s)));
    QVERIFY(needsKeychain(settingsOf(u"postgresql://deploy@/shop"_s)));
}

void TstSecretStore::thePasswordFileIsLeftToLibpq_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<bool>("needed");
    QTest::newRow("exact") << QByteArray("db:5432:shop:deploy:s3cret\n") << false;
    QTest::newRow("wildcards") << QByteArray("*:*:*:deploy:s3cret") << false;
    QTest::newRow("second line") << QByteArray("# comment\nother:*:*:*:x\ndb:*:*:*:s3cret\n") << false;
    QTest::newRow("other host") << QByteArray("db2:5432:shop:deploy:s3cret\n") << true;
    QTest::newRow("other port") << QByteArray("db:5433:shop:deploy:s3cret\n") << true;
    QTest::newRow("other user") << QByteArray("db:5432:shop:anna:s3cret\n") << true;
    QTest::newRow("incomplete") << QByteArray("db:5432:shop:deploy\n") << true;
    QTest::newRow("escaped") << QByteArray("d\\b:5432:shop:deploy:s3cret\n") << false;
    QTest::newRow("empty") << QByteArray() << true;
}

void TstSecretStore::thePasswordFileIsLeftToLibpq()
{
    QFETCH(QByteArray, line);
    qputenv("PGPASSFILE", QFile::encodeName(writePasswordFile(line)));
    const ConnectionSettings settings = settingsOf(u"postgresql://deploy@db/shop"_s);
    QTEST(needsKeychain(settings), "needed");
    QCOMPARE(withPassword(settings, nullptr).password, QString()); // it is never read into the settings
}

void TstSecretStore::aPasswordFileThatOthersReadDoesNotCount()
{
    const QString file = writePasswordFile("*:*:*:*:s3cret\n", QFile::ReadOwner | QFile::WriteOwner | QFile::ReadOther);
    ConnectionSettings settings = settingsOf(u"postgresql://deploy@db/shop"_s);
    settings.options.insert(u"passfile"_s, file);
    QVERIFY(needsKeychain(settings)); // libpq ignores it
    QVERIFY(QFile::setPermissions(file, QFile::ReadOwner));
    QVERIFY(!needsKeychain(settings));
}

void TstSecretStore::servicesAreLeftToLibpq()
{
    QVERIFY(!needsKeychain(settingsOf(u"postgresql://deploy@db/shop?service=prod"_s)));
}

WHIMBREL_TEST(TstSecretStore)
#include "tst_secretstore.moc"
