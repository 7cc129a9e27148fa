// SPDX-License-Identifier: GPL-3.0-or-later
#include "shellfixture.h"

#include "settings/iconengine.h"
#include "settings/setting.h"
#include "settings/theme.h"
#include "test.h"

#include <KMessageWidget>

#include <QApplication>
#include <QDir>
#include <QFile>
#include <QSqlDatabase>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

SmallProject::SmallProject()
{
    QDir(folder()).mkpath(u"db/migrations"_s);
    write(u"whimbrel.toml"_s, "name = \"shop\"\ndefault-environment = \"dev\"\n\n[environment.dev]\nurl = \"sqlite:shop.db\"\ncolor = \"green\"\n\n"
                              "[environment.production]\nurl = \"sqlite:production.db\"\ncolor = \"red\"\nprotected = true\n");
    add(u"20240101120000_create_users.sql"_s, u"CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT);"_s, u"DROP TABLE users;"_s);
    add(u"20240103090000_add_email_index.sql"_s, u"CREATE INDEX users_email ON users (email);"_s, u"DROP INDEX users_email;"_s);
    add(u"20240215143000_add_user_status.sql"_s, u"ALTER TABLE users ADD COLUMN status TEXT;"_s, u"ALTER TABLE users DROP COLUMN status;"_s);
    apply({u"20240101120000"_s, u"20240103090000"_s});
}

void SmallProject::write(const QString &path, const QByteArray &content)
{
    QFile file(folder() + u'/' + path);
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("cannot write %s", qPrintable(file.fileName()));
}

void SmallProject::add(const QString &fileName, const QString &up, const QString &down)
{
    const QString text = u"-- migrate:up\n%1\n\n-- migrate:down\n%2\n"_s.arg(up, down);
    write(u"db/migrations/"_s + fileName, text.toUtf8());
}

void SmallProject::execute(const QStringList &statements)
{
    const QString name = u"small project"_s;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        database.setDatabaseName(folder() + u"/shop.db"_s);
        if (!database.open())
            qFatal("cannot open the database");
        QSqlQuery query(database);
        for (const QString &statement : statements) {
            if (!query.exec(statement))
                qFatal("cannot execute %s", qPrintable(statement));
        }
    }
    QSqlDatabase::removeDatabase(name);
}

void SmallProject::apply(const QStringList &versions)
{
    QStringList statements{u"CREATE TABLE IF NOT EXISTS schema_migrations (version varchar(128) PRIMARY KEY)"_s};
    for (const QString &version : versions)
        statements << u"INSERT OR IGNORE INTO schema_migrations VALUES ('%1')"_s.arg(version);
    execute(statements);
}

Result<> NoSecrets::storePassword(const ConnectionSettings &settings, const QString &password)
{
    storedFor = settings.displayUrl();
    stored = password;
    return {};
}

Result<> NoSecrets::forgetPassword(const ConnectionSettings &settings)
{
    forgotten << settings.displayUrl();
    return {};
}

void freshStart()
{
    initIcons();
    openSettings()->clear();
    applyTheme(u"light"_s);
}

void picture(QWidget &widget, const QString &name)
{
    for (const KMessageWidget *message : widget.findChildren<KMessageWidget *>()) {
        QTRY_VERIFY(!message->isShowAnimationRunning());
        QTRY_VERIFY(!message->isHideAnimationRunning());
    }
    for (const QString &theme : {u"dark"_s, u"light"_s}) {
        applyTheme(theme);
        for (int round = 0; round < 6; ++round) // a layout asks the one around it
            QCoreApplication::sendPostedEvents();
        QVERIFY(widget.grab().save(u"%1/%2-%3.png"_s.arg(screenshotFolder(), name, theme)));
    }
}

TimelineEntry entry(const QString &version, const QString &description, MigrationState state)
{
    TimelineEntry made;
    made.migration.version = version;
    made.migration.description = description;
    made.migration.displayFile = u"db/migrations/%1_%2.sql"_s.arg(version, description);
    made.migration.file = u"/tmp/"_s + made.migration.displayFile;
    made.state = state;
    made.applied = state != MigrationState::Pending && state != MigrationState::OutOfOrder && state != MigrationState::Failed;
    return made;
}

} // namespace Whimbrel::Test
