// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/mysql/mysqlcanceller.h"

#include "database/drivers/mysql/mysqltls.h"

#include <QSqlQuery>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

ConnectionSettings hurried(ConnectionSettings settings)
{
    settings.connectTimeout = std::min<std::chrono::milliseconds>(settings.connectTimeout, 3s);
    return settings;
}

bool isTrue(const QString &text)
{
    return text == "1"_L1 || text.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

/// Qt's driver has no option that turns encryption on (its CLIENT_SSL does nothing with MariaDB's library) or verifies
/// the server. The library takes them in the place of the host, as a connection string.
QString hostWith(MySqlTls tls, const QString &host)
{
    if (tls == MySqlTls::Unasked)
        return host;
    return u"host=%1;ssl-enforce=1;ssl-verify-server-cert=%2"_s.arg(host).arg(tls == MySqlTls::Verified ? 1 : 0);
}

} // namespace

/// Options of the URL as the mysql client and Go's driver (dbmate) name them; what only concerns those is left out.
void prepareMySqlConnection(QSqlDatabase &database, const ConnectionSettings &settings)
{
    static const QMap<QString, QString> names{
        {u"unix_socket"_s, u"UNIX_SOCKET"_s},       {u"ssl-ca"_s, u"MYSQL_OPT_SSL_CA"_s},
        {u"ssl-capath"_s, u"MYSQL_OPT_SSL_CAPATH"_s}, {u"ssl-cert"_s, u"MYSQL_OPT_SSL_CERT"_s},
        {u"ssl-key"_s, u"MYSQL_OPT_SSL_KEY"_s},     {u"ssl-cipher"_s, u"MYSQL_OPT_SSL_CIPHER"_s},
        {u"ssl-crl"_s, u"MYSQL_OPT_SSL_CRL"_s},     {u"tls-version"_s, u"MYSQL_OPT_TLS_VERSION"_s},
    };
    QStringList options;
    for (auto option = settings.options.cbegin(); option != settings.options.cend(); ++option) {
        if (names.contains(option.key()))
            options << names.value(option.key()) + u'=' + option.value();
    }
    const MySqlTls tls = mySqlTls(settings).value_or(MySqlTls::Verified);
    if (tls != MySqlTls::Unasked)
        options << u"MYSQL_OPT_PROTOCOL=MYSQL_PROTOCOL_TCP"_s; // "localhost" would be the socket
    // A script must not read files of the machine that Whimbrel runs on, unless somebody asked for it.
    const bool readsFiles = isTrue(settings.options.value(u"local-infile"_s)) || isTrue(settings.options.value(u"allowAllFiles"_s));
    options << u"MYSQL_OPT_LOCAL_INFILE=%1"_s.arg(readsFiles ? 1 : 0);
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(settings.connectTimeout).count();
    options << u"MYSQL_OPT_CONNECT_TIMEOUT=%1"_s.arg(std::max<qint64>(seconds, 1));
    database.setConnectOptions(options.join(u';'));
    database.setHostName(hostWith(tls, settings.host));
    database.setPort(settings.port > 0 ? settings.port : -1);
    database.setUserName(settings.user);
    database.setPassword(settings.password);
    database.setDatabaseName(settings.database);
}

MySqlCanceller::MySqlCanceller(ConnectionSettings settings)
    : m_settings(hurried(std::move(settings)))
{
}

void MySqlCanceller::setConnectionId(qint64 id)
{
    const std::lock_guard lock(m_mutex);
    m_id = id;
}

void MySqlCanceller::interrupt()
{
    if (m_id == 0)
        return;
    const QString name = u"whimbrel-cancel-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces);
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QMYSQL"_s, name);
        prepareMySqlConnection(database, m_settings);
        if (database.open())
            QSqlQuery(database).exec(u"KILL QUERY %1"_s.arg(m_id));
    }
    QSqlDatabase::removeDatabase(name);
}

} // namespace Whimbrel
