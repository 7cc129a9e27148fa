// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/clientprogram.h"

#include "database/drivers/mysql/mysqltls.h"
#include "database/drivers/postgresql/postgresqloptions.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QStringList postgreSqlArguments(const ConnectionSettings &settings)
{
    QMap<QString, QString> options = postgreSqlOptions(settings).connection;
    options.remove(u"password"_s);
    options.remove(u"sslpassword"_s);
    const auto add = [&options](const QString &key, const QString &value) {
        if (!value.isEmpty())
            options.insert(key, value);
    };
    add(u"host"_s, settings.host);
    add(u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    add(u"user"_s, settings.user);
    add(u"dbname"_s, settings.database);
    return {u"--dbname="_s + conninfo(options)};
}

QStringList mySqlArguments(const ConnectionSettings &settings)
{
    QStringList arguments;
    const auto add = [&arguments](const QString &option, const QString &value) {
        if (!value.isEmpty())
            arguments << u"--%1=%2"_s.arg(option, value);
    };
    add(u"host"_s, settings.host);
    add(u"port"_s, settings.port > 0 ? QString::number(settings.port) : QString());
    add(u"user"_s, settings.user);
    add(u"socket"_s, settings.options.value(u"unix_socket"_s));
    for (const QString &option : {u"ssl-ca"_s, u"ssl-capath"_s, u"ssl-cert"_s, u"ssl-key"_s, u"ssl-cipher"_s, u"ssl-crl"_s, u"tls-version"_s})
        add(option, settings.options.value(option));
    // MariaDB's own programs would verify by default, and with it refuse servers that Whimbrel reaches.
    const MySqlTls tls = mySqlTls(settings).value_or(MySqlTls::Verified);
    arguments << u"--loose-ssl-verify-server-cert=%1"_s.arg(tls == MySqlTls::Verified ? 1 : 0);
    if (tls != MySqlTls::Unasked)
        arguments << u"--loose-ssl"_s << u"--protocol=TCP"_s;
    arguments << u"--default-character-set=utf8mb4"_s;
    if (!settings.database.isEmpty())
        arguments << settings.database;
    return arguments;
}

} // namespace

QStringList clientArguments(const ConnectionSettings &settings)
{
    switch (settings.dialect) {
    case Dialect::PostgreSql:
        return postgreSqlArguments(settings);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return mySqlArguments(settings);
    case Dialect::SQLite:
        return {settings.database};
    }
    Q_UNREACHABLE_RETURN({});
}

QProcessEnvironment clientEnvironment(const ConnectionSettings &settings)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    if (isMySqlFamily(settings.dialect) && !settings.password.isEmpty())
        environment.insert(u"MYSQL_PWD"_s, settings.password);
    if (settings.dialect != Dialect::PostgreSql)
        return environment;
    if (!settings.password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, settings.password);
    QString options = environment.value(u"PGOPTIONS"_s) + postgreSqlOptions(settings).server;
    if (!settings.role.isEmpty())
        options += startupSetting(u"role"_s, settings.role);
    if (!settings.searchPath.isEmpty())
        options += startupSetting(u"search_path"_s, settings.searchPath);
    if (!options.trimmed().isEmpty())
        environment.insert(u"PGOPTIONS"_s, options.trimmed());
    environment.insert(u"PGAPPNAME"_s, u"whimbrel"_s);
    return environment;
}

} // namespace Whimbrel
