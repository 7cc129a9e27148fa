// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace std::chrono_literals;

class TstEnvironmentWriter : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void changesOnlyTheLinesConcerned_data();
    void changesOnlyTheLinesConcerned();
    void writesNoPassword();
    void leavesInlineTablesAlone();
};

void TstEnvironmentWriter::changesOnlyTheLinesConcerned_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<Environment>("environment");
    QTest::addColumn<QByteArray>("after");
    const Environment dev{.name = u"dev"_s, .url = u"sqlite:new.db"_s};

    QTest::newRow("no file") << QByteArray() << dev << QByteArray("[environment.dev]\nurl = \"sqlite:new.db\"\n");
    QTest::newRow("a new one goes last") << QByteArray("# ours\nname = \"shop\" # the shop\n\n\n") << dev
                                         << QByteArray("# ours\nname = \"shop\" # the shop\n\n[environment.dev]\nurl = \"sqlite:new.db\"\n");
    QTest::newRow("comments and other sections stay")
        << QByteArray("[environment.dev] # mine\n# where\nurl = \"sqlite:old.db\" # old\nrole = \"x\"\n# end\n\n[environment.b]\nurl = \"sqlite:b.db\"\n")
        << Environment{.name = u"dev"_s, .url = u"sqlite:ü.db"_s, .color = u"red"_s, .isProtected = true, .guards = {.stallBudget = 50ms, .giveUpAfter = 90s}}
        << QByteArray("[environment.dev] # mine\n# where\nurl = \"sqlite:ü.db\" # old\ncolor = \"red\"\nprotected = true\nstall-budget = \"50ms\"\n"
                      "give-up-after = \"90s\"\n# end\n\n[environment.b]\nurl = \"sqlite:b.db\"\n");
    QTest::newRow("the library's columns count code points")
        << QByteArray("[environment.\"d\xf0\x9f\x98\x80v\"]\nurl = \"sqlite:\xf0\x9f\x98\x80.db\" # \xf0\x9f\x98\x80\n")
        << Environment{.name = u"d😀v"_s, .url = u"sqlite:😀😀.db"_s}
        << QByteArray("[environment.\"d\xf0\x9f\x98\x80v\"]\nurl = \"sqlite:\xf0\x9f\x98\x80\xf0\x9f\x98\x80.db\" # \xf0\x9f\x98\x80\n");
    QTest::newRow("a name that needs quotes") << QByteArray("name = \"shop\"\n") << Environment{.name = u"a \"b\""_s, .url = u"sqlite:a.db"_s}
                                              << QByteArray("name = \"shop\"\n\n[environment.\"a \\\"b\\\"\"]\nurl = \"sqlite:a.db\"\n");
}

void TstEnvironmentWriter::changesOnlyTheLinesConcerned()
{
    QFETCH(QByteArray, before);
    QFETCH(Environment, environment);
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"whimbrel.toml"_s));
    if (!before.isEmpty()) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(before);
        file.close();
    }
    const Result<> saved = saveEnvironment(QDir(folder.path()), environment);
    QVERIFY2(saved, qPrintable(saved ? QString() : saved.error().toString()));
    QVERIFY(file.open(QIODevice::ReadOnly));
    QTEST(file.readAll(), "after");
    const Result<ProjectConfiguration> read = ProjectConfiguration::load(QDir(folder.path()));
    QVERIFY2(read, qPrintable(read ? QString() : read.error().toString()));
    QVERIFY(read->environment(environment.name));
    QCOMPARE(*read->environment(environment.name), environment);
}

void TstEnvironmentWriter::writesNoPassword()
{
    const QTemporaryDir folder;
    const Result<> saved = saveEnvironment(QDir(folder.path()), Environment{.name = u"dev"_s, .url = u"postgresql://anna:hush@db/shop"_s});
    QVERIFY(!saved);
    QCOMPARE(saved.error().toString(),
             u"The database's address holds a password, which is not written into whimbrel.toml.\nLeave it out of the address: it is kept in the "
             "keychain, in PGPASSWORD or MYSQL_PWD, or in the database's own password file."_s);
    QVERIFY(!QFile::exists(folder.filePath(u"whimbrel.toml"_s)));
    // Addresses that are none to QUrl, or none at all, and keys' passwords.
    for (const QString &url : {u"postgresql://anna:hush@a,b/shop"_s, u"postgresql://anna:hush@a:1,b:2/shop"_s, u"postgresql://anna:hu sh@db/shop"_s,
                               u"postgresql://anna@db/shop?sslpassword=hush"_s, u"mysql://anna:hu/sh@db/shop"_s}) {
        QVERIFY2(!saveEnvironment(QDir(folder.path()), Environment{.name = u"dev"_s, .url = url}), qPrintable(url));
        QVERIFY(!QFile::exists(folder.filePath(u"whimbrel.toml"_s)));
    }
}

void TstEnvironmentWriter::leavesInlineTablesAlone()
{
    const QByteArray texts[]{"environment = { dev = { url = \"sqlite:a.db\" } }\n", "environment.dev.url = \"sqlite:a.db\"\n",
                             "[environment]\ndev = { url = \"sqlite:a.db\" }\n"};
    for (const QByteArray &text : texts) {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"whimbrel.toml"_s));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.write(text);
        file.flush();
        const Result<> saved = saveEnvironment(QDir(folder.path()), Environment{.name = u"dev"_s, .url = u"sqlite:b.db"_s});
        QVERIFY2(!saved, text.constData());
        QCOMPARE(saved.error().message, u"The environment is not written as a section of its own."_s);
        file.seek(0);
        QCOMPARE(file.readAll(), text);
    }
}

WHIMBREL_TEST(TstEnvironmentWriter)
#include "tst_environmentwriter.moc"
