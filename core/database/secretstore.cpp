// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/secretstore.h"

#include "database/passwordfile.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString environmentPassword(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return qEnvironmentVariable("PGPASSWORD");
    case Dialect::MySql:
    case Dialect::MariaDb:
        return qEnvironmentVariable("MYSQL_PWD");
    case Dialect::SQLite:
        return {};
    }
    Q_UNREACHABLE_RETURN({});
}

/// A login over the local socket as whoever runs the program: the system vouches for them.
bool isOwnLocalLogin(const ConnectionSettings &settings)
{
    return settings.user.isEmpty() && (settings.host.isEmpty() || settings.host.startsWith(u'/'));
}

} // namespace

QString keychainKey(const ConnectionSettings &settings)
{
    QString key = u"%1://%2@%3:%4/%5"_s.arg(isMySqlFamily(settings.dialect) ? u"mysql"_s : dialectId(settings.dialect), settings.user, settings.host,
                                            QString::number(settings.port), settings.database);
    // A project's file may say that the host is elsewhere: what was saved for the host is not for that place.
    for (const QString &elsewhere : {u"hostaddr"_s, u"unix_socket"_s}) {
        if (settings.options.contains(elsewhere))
            key += u"?%1=%2"_s.arg(elsewhere, settings.options.value(elsewhere));
    }
    return key;
}

bool needsKeychain(const ConnectionSettings &settings)
{
    if (settings.dialect == Dialect::SQLite || !settings.password.isEmpty() || isOwnLocalLogin(settings))
        return false;
    if (!environmentPassword(settings.dialect).isEmpty())
        return false;
    if (settings.dialect != Dialect::PostgreSql)
        return true;
    const bool service = settings.options.contains(u"service"_s) || qEnvironmentVariableIsSet("PGSERVICE");
    return !service && !isInPasswordFile(settings);
}

ConnectionSettings withPassword(ConnectionSettings settings, SecretStore *store)
{
    if (store && needsKeychain(settings))
        settings.password = store->password(settings);
    else if (settings.password.isEmpty())
        settings.password = environmentPassword(settings.dialect);
    return settings;
}

} // namespace Whimbrel
