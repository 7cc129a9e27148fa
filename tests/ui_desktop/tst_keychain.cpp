// SPDX-License-Identifier: GPL-3.0-or-later
#include "desktopbus.h"
#include "test.h"
#include "workbench/keychainstore.h"

#include <QDirIterator>
#include <QtConcurrentRun>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using Test::DesktopBus;

/// Passwords in the desktop's keychain, here KDE's wallet on a bus of the test's own.
class TstKeychain : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanup() { DesktopBus::shared().setServed(true); }
    void storesUnderTheDocumentedKey();
    void readsWhatAnotherSessionStored();
    void knowsNothingAboutAnotherLogin();
    void aPasswordIsReplaced();
    void aPasswordIsForgotten();
    void forgettingSaysWhereItDidNotWork();
    void withoutAKeychainOnlyTheMemoryKeepsIt();

private:
    QTemporaryDir m_home;
};

namespace {

ConnectionSettings shop(const QString &user = u"anna"_s)
{
    ConnectionSettings settings;
    settings.dialect = Dialect::PostgreSql;
    settings.host = u"db.example.com"_s;
    settings.port = 5432;
    settings.user = user;
    settings.database = u"shop"_s;
    return settings;
}

/// On a pool thread, as the window does, while the event loop goes on.
template<typename Function>
auto onPool(Function function)
{
    auto future = QtConcurrent::run(function);
    [&future] { QTRY_VERIFY_WITH_TIMEOUT(future.isFinished(), 10'000); }();
    return future.result();
}

QString read(KeychainStore &store, const ConnectionSettings &settings)
{
    return onPool([&] { return store.password(settings); });
}

Result<> write(KeychainStore &store, const ConnectionSettings &settings, const QString &password)
{
    return onPool([&] { return store.storePassword(settings, password); });
}

Result<> forget(KeychainStore &store, const ConnectionSettings &settings)
{
    return onPool([&] { return store.forgetPassword(settings); });
}

const QString documentedKey = u"app.whimbrel.Whimbrel/postgresql://anna@db.example.com:5432/shop"_s;

} // namespace

void TstKeychain::initTestCase()
{
    for (const char *name : {"HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
        qputenv(name, m_home.path().toUtf8());
    REQUIRE_DESKTOP_BUS();
}

void TstKeychain::storesUnderTheDocumentedKey()
{
    KeychainStore store;
    const Result<> stored = write(store, shop(), u"s3cret ü"_s);
    QVERIFY2(stored, stored ? "" : qPrintable(stored.error().toString()));
    QCOMPARE(DesktopBus::shared().wallet.entries(), (QMap<QString, QString>{{documentedKey, u"s3cret ü"_s}}));
    QCOMPARE(read(store, shop()), u"s3cret ü"_s);
}

void TstKeychain::readsWhatAnotherSessionStored()
{
    DesktopBus::shared().wallet.insert(documentedKey, u"from yesterday"_s);
    KeychainStore store;
    QCOMPARE(read(store, shop()), u"from yesterday"_s);
}

void TstKeychain::knowsNothingAboutAnotherLogin()
{
    KeychainStore store;
    QCOMPARE(read(store, shop(u"eve"_s)), QString());
    ConnectionSettings other = shop();
    other.host = u"db.example.org"_s;
    QCOMPARE(read(store, other), QString());
}

void TstKeychain::aPasswordIsReplaced()
{
    KeychainStore store;
    QVERIFY(write(store, shop(), u"old"_s));
    QVERIFY(write(store, shop(), u"new"_s));
    QCOMPARE(DesktopBus::shared().wallet.entries().value(documentedKey), u"new"_s);
    KeychainStore later;
    QCOMPARE(read(later, shop()), u"new"_s);
}

void TstKeychain::aPasswordIsForgotten()
{
    KeychainStore store;
    QVERIFY(write(store, shop(), u"s3cret"_s));
    QVERIFY(write(store, shop(u"bob"_s), u"bob's own"_s));
    const Result<> forgotten = forget(store, shop());
    QVERIFY2(forgotten, forgotten ? "" : qPrintable(forgotten.error().toString()));
    QVERIFY(!DesktopBus::shared().wallet.entries().contains(documentedKey));
    QCOMPARE(read(store, shop()), QString()); // from its memory too
    QCOMPARE(read(store, shop(u"bob"_s)), u"bob's own"_s);
    QVERIFY(forget(store, shop())); // there is none any more
    QVERIFY(forget(store, shop(u"bob"_s)));
}

void TstKeychain::forgettingSaysWhereItDidNotWork()
{
    DesktopBus::shared().setServed(false);
    KeychainStore store;
    QVERIFY(!write(store, shop(), u"s3cret"_s)); // into its memory alone
    const Result<> forgotten = forget(store, shop());
    QVERIFY(!forgotten);
    QVERIFY2(forgotten.error().message.contains(u"not removed"_s), qPrintable(forgotten.error().toString()));
    QCOMPARE(read(store, shop()), QString());
}

void TstKeychain::withoutAKeychainOnlyTheMemoryKeepsIt()
{
    DesktopBus::shared().setServed(false);
    KeychainStore store;
    const Result<> stored = write(store, shop(u"bob"_s), u"correct horse battery"_s);
    QVERIFY(!stored);
    QVERIFY2(stored.error().message.contains(u"was not saved in the keychain"_s),
             qPrintable(stored.error().toString()));
    QVERIFY2(stored.error().hint.contains(u"until Whimbrel is closed"_s), qPrintable(stored.error().toString()));
    QVERIFY2(!stored.error().toString().contains(u"correct horse"_s), qPrintable(stored.error().toString()));
    QCOMPARE(read(store, shop(u"bob"_s)), u"correct horse battery"_s);
    KeychainStore later;
    QCOMPARE(read(later, shop(u"bob"_s)), QString());

    int files = 0;
    for (QDirIterator it(m_home.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();
         ++files) {
        QFile file(it.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray content = file.readAll();
        QVERIFY2(!content.contains("correct horse") &&
                     !content.contains(QByteArray("correct horse battery").toBase64()),
                 qPrintable(file.fileName()));
    }
    qInfo("%d files looked through", files);
}

WHIMBREL_TEST(TstKeychain)
#include "tst_keychain.moc"
