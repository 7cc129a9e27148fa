// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/migrationproject.h"
#include "test.h"

#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace Whimbrel;
using namespace std::chrono_literals;

class TstTarget : public Test::TestCase
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

    void choosesInTurn();
    void carriesTheEnvironmentsSettings();
    void asksWhereThereIsNoDefault();
    void namesAnUnknownEnvironment();
    void protectsAnotherWayToTheSameDatabase();
    void protectsAnotherNameOfTheSameServer();
    void saysWhoseAddressIsWrong();
    void readsDatabaseUrl();

private:
    MigrationProject project(const QByteArray &toml, const QByteArray &env = {});
    QString path(const QString &name) const { return m_folder->filePath(name); }

    std::unique_ptr<QTemporaryDir> m_folder;
    const QDir m_current = QDir(u"/current"_s);
};

void TstTarget::initTestCase()
{
    qunsetenv("DATABASE_URL");
}

MigrationProject TstTarget::project(const QByteArray &toml, const QByteArray &env)
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto write = [this](const QString &name, const QByteArray &text) {
        QFile file(path(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(text) < 0)
            qFatal("cannot write the fixture");
    };
    write(u"whimbrel.toml"_s, "format = \"dbmate\"\n" + toml);
    write(u".env"_s, env);
    return *MigrationProject::open(QDir(m_folder->path()));
}

void TstTarget::choosesInTurn()
{
    const MigrationProject shop = project("default-environment = \"dev\"\n[environment.dev]\nurl = \"sqlite:dev.db\"\n[environment.test]\nurl = \"sqlite:test.db\"\n",
                                          "DATABASE_URL=sqlite:env.db\n");
    const QMap<QString, QString> shell{{u"DATABASE_URL"_s, u"sqlite:shell.db"_s}};
    const auto chosen = [&](const QString &url, const QString &environment) {
        const Result<std::optional<Target>> target = chooseTarget(shop, url, environment, shell, m_current);
        return target && *target ? (*target)->source + u' ' + (*target)->environment + u' ' + (*target)->settings.database : u"none"_s;
    };
    QCOMPARE(chosen(u"sqlite:a.db"_s, u"test"_s), u"--database  /current/a.db"_s);
    QCOMPARE(chosen({}, u"test"_s), u"whimbrel.toml test "_s + path(u"test.db"_s));
    QCOMPARE(chosen({}, {}), u"whimbrel.toml dev "_s + path(u"dev.db"_s));
}

void TstTarget::carriesTheEnvironmentsSettings()
{
    const MigrationProject shop = project("[environment.production]\nurl = \"postgresql://deploy@db/shop?search_path=old\"\ncolor = \"red\"\nprotected = true\n"
                                          "read-only = true\nrole = \"shop_owner\"\nsearch-path = \"shop, public\"\nstall-budget = \"50ms\"\n"
                                          "backup-file = \"b.dump\"\nhealth-url = \"https://shop/health\"\n");
    const Result<std::optional<Target>> target = chooseTarget(shop, {}, {}, {}, m_current); // the only one needs no default
    QVERIFY(target);
    QVERIFY(*target);
    QCOMPARE((*target)->environment, u"production"_s);
    QCOMPARE((*target)->color, u"red"_s);
    QVERIFY((*target)->isProtected);
    QVERIFY((*target)->readOnly);
    QVERIFY((*target)->settings.readOnly);
    QCOMPARE((*target)->settings.role, u"shop_owner"_s);
    QCOMPARE((*target)->settings.searchPath, u"shop, public"_s);
    QCOMPARE((*target)->guards.stallBudget, 50ms);
    QCOMPARE((*target)->backupFile, u"b.dump"_s);
    QCOMPARE((*target)->healthUrl, u"https://shop/health"_s);
}

void TstTarget::asksWhereThereIsNoDefault()
{
    const MigrationProject shop = project("[environment.dev]\nurl = \"sqlite:dev.db\"\n[environment.test]\nurl = \"sqlite:test.db\"\n");
    const Result<std::optional<Target>> target = chooseTarget(shop, {}, {}, {{u"DATABASE_URL"_s, u"sqlite:shell.db"_s}}, m_current);
    QVERIFY(!target);
    QCOMPARE(target.error().kind, ErrorKind::Usage);
    QCOMPARE(target.error().toString(),
             u"whimbrel.toml names several environments and no default.\nChoose one of dev, test with --environment, or set default-environment in "
             "whimbrel.toml."_s);
}

void TstTarget::namesAnUnknownEnvironment()
{
    Result<std::optional<Target>> target = chooseTarget(project("[environment.dev]\nurl = \"sqlite:dev.db\"\n"), {}, u"prod"_s, {}, m_current);
    QVERIFY(!target);
    QCOMPARE(target.error().toString(),
             u"There is no environment “prod”.\nChoose one of dev with --environment, or set default-environment in whimbrel.toml."_s);
    target = chooseTarget(project({}), {}, u"prod"_s, {}, m_current);
    QVERIFY(!target);
    QCOMPARE(target.error().toString(), u"There is no environment “prod”.\nwhimbrel.toml names no environments; give a database with --database."_s);
}

void TstTarget::protectsAnotherWayToTheSameDatabase()
{
    const MigrationProject shop = project("[environment.live]\nurl = \"sqlite:live.db\"\nprotected = true\ncolor = \"red\"\n[environment.dev]\nurl = \"sqlite:dev.db\"\n"
                                          "[environment.server]\nurl = \"postgresql://deploy@db.example.com/shop\"\nprotected = true\nread-only = true\n");
    QFile live(path(u"live.db"_s));
    QVERIFY(live.open(QIODevice::WriteOnly));
    QVERIFY(QFile::link(path(u"live.db"_s), path(u"link.db"_s)));
    Result<std::optional<Target>> target = chooseTarget(shop, u"sqlite:"_s + path(u"link.db"_s), {}, {}, m_current);
    QVERIFY(target);
    QVERIFY((*target)->isProtected);
    QCOMPARE((*target)->environment, u"live"_s);
    QCOMPARE((*target)->color, u"red"_s);
    target = chooseTarget(shop, u"sqlite:"_s + path(u"dev.db"_s), {}, {}, m_current);
    QVERIFY(target);
    QVERIFY(!(*target)->isProtected);
    target = chooseTarget(shop, u"postgres://other@DB.example.com:5432/shop"_s, {}, {}, m_current);
    QVERIFY(target);
    QVERIFY((*target)->isProtected);
    QVERIFY((*target)->settings.readOnly);
    QCOMPARE((*target)->settings.user, u"other"_s);
}

/// A number instead of the host's name: the same server, which no comparison of texts shows.
void TstTarget::protectsAnotherNameOfTheSameServer()
{
    const MigrationProject shop = project("[environment.live]\nurl = \"postgresql://deploy@localhost/shop\"\nprotected = true\n");
    const auto isProtected = [&](const QString &url) { return chooseTarget(shop, url, {}, {}, m_current).value()->isProtected; };
    QVERIFY(isProtected(u"postgresql://anna@2130706433/shop"_s)); // 127.0.0.1
    QVERIFY(!isProtected(u"postgresql://anna@2130706433:5433/shop"_s));
    QVERIFY(!isProtected(u"postgresql://anna@2130706433/other"_s));
    QVERIFY(!isProtected(u"postgresql://anna@192.0.2.1/shop"_s));
}

void TstTarget::saysWhoseAddressIsWrong()
{
    Result<std::optional<Target>> target = chooseTarget(project("[environment.dev]\nurl = \"oracle://x\"\n"), {}, {}, {}, m_current);
    QVERIFY(!target);
    QCOMPARE(target.error().kind, ErrorKind::Usage);
    QCOMPARE(target.error().detail, u"This is the address of the environment “dev”."_s);
    target = chooseTarget(project({}, "DATABASE_URL=nonsense\n"), {}, {}, {}, m_current);
    QVERIFY(!target);
    QCOMPARE(target.error().detail, u"The address was given by .env."_s);
}

void TstTarget::readsDatabaseUrl()
{
    const MigrationProject shop = project({}, "DATABASE_URL=sqlite:env.db\n");
    Result<std::optional<Target>> target = chooseTarget(shop, {}, {}, {{u"DATABASE_URL"_s, u"sqlite:shell.db"_s}}, m_current);
    QVERIFY(target);
    QCOMPARE((*target)->source, u"DATABASE_URL"_s);
    QCOMPARE((*target)->settings.database, path(u"shell.db"_s));
    target = chooseTarget(shop, {}, {}, {}, m_current);
    QVERIFY(target);
    QCOMPARE((*target)->source, u".env"_s);
    QCOMPARE((*target)->settings.database, path(u"env.db"_s));
    target = chooseTarget(project({}), {}, {}, {}, m_current);
    QVERIFY(target);
    QVERIFY(!*target);
}

WHIMBREL_TEST(TstTarget)
#include "tst_target.moc"
