// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/connectionsettings.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QSysInfo>
#include <QUrl>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(ConnectionSettings)
};

std::unexpected<Error> usage(const QString &message, const QString &hint = {})
{
    return failure(ErrorKind::Usage, message, hint);
}

std::optional<Dialect> dialectOfScheme(const QString &scheme)
{
    if (scheme == "postgresql"_L1 || scheme == "postgres"_L1)
        return Dialect::PostgreSql;
    if (scheme == "mysql"_L1 || scheme == "mariadb"_L1)
        return Dialect::MySql;
    if (scheme == "sqlite"_L1 || scheme == "sqlite3"_L1)
        return Dialect::SQLite;
    return std::nullopt;
}

/// False for a stray % and for bytes that are not UTF-8.
bool decode(QStringView text, QString &decoded)
{
    static const auto isHex = [](QChar c) {
        return (c >= u'0' && c <= u'9') || (c.toLower() >= u'a' && c.toLower() <= u'f');
    };
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] == u'%' && !(i + 2 < text.size() && isHex(text[i + 1]) && isHex(text[i + 2])))
            return false;
    }
    const QByteArray bytes = QByteArray::fromPercentEncoding(text.toUtf8());
    decoded = QString::fromUtf8(bytes);
    return decoded.toUtf8() == bytes;
}

QString encoded(const QString &text, const QByteArray &keep = {})
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text, keep));
}

bool isSecret(QStringView option)
{
    return option.contains("password"_L1, Qt::CaseInsensitive);
}

Result<QMap<QString, QString>> parsedOptions(QStringView query)
{
    QMap<QString, QString> options;
    const auto pairs = query.split(u'&', Qt::SkipEmptyParts);
    for (const QStringView pair : pairs) {
        const qsizetype equals = pair.indexOf(u'=');
        QString key;
        QString value;
        if (!decode(equals < 0 ? pair : pair.first(equals), key))
            return usage(Text::tr("An option of the database URL is not encoded properly."),
                         Text::tr("Write a percent sign as %25."));
        if (equals >= 0 && !decode(pair.sliced(equals + 1), value)) {
            return usage(Text::tr("The value of the option “%1” in the database URL is not encoded properly.").arg(key),
                         Text::tr("Write a percent sign as %25."));
        }
        options.insert(key, value);
    }
    return options;
}

struct HostAndPort
{
    QString host;
    QString port;
};

/// One of the URL's hosts: "db", "db:5432", "[::1]:5432".
Result<HostAndPort> parsedHost(QStringView text)
{
    HostAndPort result;
    QStringView host = text;
    QStringView port;
    if (text.startsWith(u'[')) {
        const qsizetype end = text.indexOf(u']');
        if (end < 0)
            return usage(Text::tr("The address “%1” in the database URL lacks its closing bracket.").arg(text));
        host = text.sliced(1, end - 1);
        const QStringView rest = text.sliced(end + 1);
        if (!rest.isEmpty() && !rest.startsWith(u':'))
            return usage(Text::tr("In the database URL, only a port may follow the address “[%1]”.").arg(host));
        port = rest.isEmpty() ? rest : rest.sliced(1);
    } else if (const qsizetype colon = text.lastIndexOf(u':'); colon >= 0) {
        host = text.first(colon);
        port = text.sliced(colon + 1);
    }
    if (!decode(host, result.host))
        return usage(Text::tr("The host “%1” in the database URL is not encoded properly.").arg(host));
    if (!port.isEmpty()) {
        bool ok = false;
        const int number = port.toInt(&ok);
        if (!ok || number < 1 || number > 65535) {
            return usage(Text::tr("“%1” in the database URL is not a port.").arg(port),
                         Text::tr("A port is a number from 1 to 65535. Write the characters : / ? # and @ of a password "
                            "as %3A %2F %3F %23 and %40."));
        }
        result.port = QString::number(number);
    }
    return result;
}

Result<> parseHosts(QStringView text, ConnectionSettings &settings)
{
    QStringList hosts;
    QStringList ports;
    const auto parts = text.split(u',');
    for (const QStringView part : parts) {
        const Result<HostAndPort> parsed = parsedHost(part);
        if (!parsed)
            return std::unexpected(parsed.error());
        hosts << parsed->host;
        ports << parsed->port;
    }
    settings.host = hosts.join(u',');
    ports.removeDuplicates();
    if (ports.size() == 1)
        settings.port = ports.first().toInt();
    else
        return usage(Text::tr("The hosts of the database URL have different ports, which Whimbrel cannot keep apart."),
                     Text::tr("Give all of them one port, or name one host."));
    return {};
}

Result<> parseAuthority(QStringView authority, ConnectionSettings &settings)
{
    QStringView hosts = authority;
    if (const qsizetype at = authority.lastIndexOf(u'@'); at >= 0) {
        const QStringView login = authority.first(at);
        hosts = authority.sliced(at + 1);
        const qsizetype colon = login.indexOf(u':');
        if (!decode(colon < 0 ? login : login.first(colon), settings.user))
            return usage(Text::tr("The user in the database URL is not encoded properly."), Text::tr("Write a percent sign as %25."));
        if (colon >= 0 && !decode(login.sliced(colon + 1), settings.password)) {
            return usage(Text::tr("The password in the database URL is not encoded properly."),
                         Text::tr("Write a percent sign as %25."));
        }
    }
    return hosts.isEmpty() ? Result<>{} : parseHosts(hosts, settings);
}

/// Options that say the same as a part of the URL, as libpq and dbmate allow them.
Result<> settleOptions(ConnectionSettings &settings)
{
    QMap<QString, QString> &options = settings.options;
    const auto take = [&options](const QString &key, QString &target) {
        if (options.contains(key))
            target = options.take(key);
    };
    take(u"password"_s, settings.password);
    if (settings.dialect == Dialect::PostgreSql) {
        take(u"host"_s, settings.host);
        take(u"user"_s, settings.user);
        take(u"dbname"_s, settings.database);
        take(u"search_path"_s, settings.searchPath);
        QString port;
        take(u"port"_s, port);
        QString timeout;
        take(u"connect_timeout"_s, timeout);
        bool ok = true;
        if (!port.isEmpty())
            settings.port = port.toInt(&ok);
        if (!ok || settings.port < 0 || settings.port > 65535)
            return usage(Text::tr("“%1” in the database URL is not a port.").arg(port));
        if (const int seconds = timeout.toInt(&ok); !timeout.isEmpty()) {
            if (!ok || seconds < 0)
                return usage(Text::tr("“%1” in the database URL is not a number of seconds.").arg(timeout));
            if (seconds > 0)
                settings.connectTimeout = std::chrono::seconds(seconds);
        }
    } else {
        QString socket;
        take(u"socket"_s, socket);
        if (!socket.isEmpty())
            options.insert(u"unix_socket"_s, socket);
    }
    return {};
}

/// Whether a password with a bare / or ? in it has ended the login early: nothing of it may be taken for a host, or shown.
bool cutsLogin(QStringView rest)
{
    static const auto endsAuthority = [](QChar c) { return c == u'/' || c == u'?'; };
    const qsizetype length = std::ranges::find_if(rest, endsAuthority) - rest.begin();
    const QStringView authority = rest.first(length);
    const QStringView behind = rest.sliced(length);
    if (authority.contains(u'@') || !authority.contains(u':') || authority.startsWith(u'[') || !behind.contains(u'@'))
        return false;
    const QStringView port = authority.sliced(authority.lastIndexOf(u':') + 1);
    const bool isPort = std::ranges::all_of(port, [](QChar c) { return c >= u'0' && c <= u'9'; });
    return !isPort || behind.first(std::ranges::find(behind, u'?') - behind.begin()).contains(u'@');
}

Result<ConnectionSettings> serverFromUrl(QStringView rest, ConnectionSettings settings)
{
    if (!rest.startsWith("//"_L1)) {
        return usage(Text::tr("The database URL lacks “//” after “%1:”.").arg(dialectId(settings.dialect)),
                     Text::tr("Write %1://user@host/database.").arg(dialectId(settings.dialect)));
    }
    rest = rest.sliced(2);
    if (cutsLogin(rest)) {
        return usage(Text::tr("The password in the database URL is not encoded properly."),
                     Text::tr("Write the characters : / ? # and @ of a password as %3A %2F %3F %23 and %40."));
    }
    if (const qsizetype question = rest.indexOf(u'?'); question >= 0) {
        const auto options = parsedOptions(rest.sliced(question + 1));
        if (!options)
            return std::unexpected(options.error());
        settings.options = *options;
        rest = rest.first(question);
    }
    if (const qsizetype slash = rest.indexOf(u'/'); slash >= 0) {
        if (!decode(rest.sliced(slash + 1), settings.database))
            return usage(Text::tr("The database's name in the URL is not encoded properly."), Text::tr("Write a percent sign as %25."));
        rest = rest.first(slash);
    }
    if (const Result<> parsed = parseAuthority(rest, settings); !parsed)
        return std::unexpected(parsed.error());
    if (const Result<> settled = settleOptions(settings); !settled)
        return std::unexpected(settled.error());
    return settings;
}

/// dbmate's reading: sqlite:rel.db as it is; with slashes, percent-encoded and absolute.
Result<ConnectionSettings> sqliteFromUrl(QStringView rest, const QDir &base, ConnectionSettings settings)
{
    if (const qsizetype question = rest.indexOf(u'?'); question >= 0) {
        const auto options = parsedOptions(rest.sliced(question + 1));
        if (!options)
            return std::unexpected(options.error());
        settings.options = *options;
        rest = rest.first(question);
    }
    QString path;
    if (!rest.startsWith(u'/'))
        path = rest.toString();
    else if (!decode(rest, path))
        return usage(Text::tr("The path in the database URL is not encoded properly."), Text::tr("Write a percent sign as %25."));
    if (path.startsWith("//"_L1)) {
        qsizetype slashes = 0;
        while (slashes < path.size() && path[slashes] == u'/')
            ++slashes;
        path = u'/' + path.sliced(slashes);
    }
    if (path.isEmpty() || path == "/"_L1)
        return usage(Text::tr("The database URL names no file."), Text::tr("Write sqlite:FILE, such as sqlite:shop.db."));
    if (path == ":memory:"_L1 || settings.options.value(u"mode"_s) == "memory"_L1) {
        return usage(Text::tr("A database in memory would be gone as soon as its connection ends."),
                     Text::tr("Name a file: sqlite:FILE."));
    }
    settings.database = QDir::cleanPath(base.absoluteFilePath(path));
    return settings;
}

QString defaultSocketFolder(const ConnectionSettings &settings)
{
    return isMySqlFamily(settings.dialect) ? u"/run/mysqld/mysqld.sock"_s : u"/run/postgresql"_s;
}

bool isThisMachine(const QString &host)
{
    return host == "localhost"_L1 || host == "::1"_L1 || host.startsWith("127."_L1)
        || host.compare(QSysInfo::machineHostName(), Qt::CaseInsensitive) == 0;
}

/// Where the settings lead, so that two ways to one server compare equal: any local address counts as the local socket.
QString serverOf(const ConnectionSettings &settings)
{
    QString host = settings.host.toLower();
    const QString hostAddress = settings.options.value(u"hostaddr"_s);
    if (host.isEmpty() && !hostAddress.isEmpty())
        host = hostAddress;
    if (host.isEmpty() && settings.dialect == Dialect::PostgreSql)
        host = qEnvironmentVariable("PGHOST");
    if (host.startsWith("/var/run/"_L1))
        host = host.sliced(4);
    QString socket = settings.options.value(u"unix_socket"_s);
    if (socket.startsWith("/var/run/"_L1))
        socket = socket.sliced(4);
    if (isMySqlFamily(settings.dialect) && (host.isEmpty() || isThisMachine(host)) && !socket.isEmpty())
        host = socket;
    if (host.isEmpty() || isThisMachine(host) || host == defaultSocketFolder(settings))
        host = u"local"_s;
    return host;
}

int portOf(const ConnectionSettings &settings)
{
    if (settings.port > 0)
        return settings.port;
    if (settings.dialect == Dialect::PostgreSql) {
        const int port = qEnvironmentVariableIntValue("PGPORT");
        return port > 0 ? port : 5432;
    }
    return 3306;
}

QString databaseOf(const ConnectionSettings &settings)
{
    if (settings.dialect != Dialect::PostgreSql || !settings.database.isEmpty())
        return settings.database;
    const QString database = qEnvironmentVariable("PGDATABASE");
    return database.isEmpty() ? settings.user : database;
}

QString canonicalFile(const QString &path)
{
    const QFileInfo file(path);
    if (file.exists())
        return file.canonicalFilePath();
    const QString folder = QFileInfo(file.absolutePath()).canonicalFilePath();
    return folder.isEmpty() ? path : QDir(folder).filePath(file.fileName());
}

} // namespace

Result<ConnectionSettings> ConnectionSettings::fromUrl(const QString &url, const QDir &base)
{
    const QString trimmed = url.trimmed();
    const qsizetype colon = trimmed.indexOf(u':');
    const QString forms = Text::tr("Write sqlite:FILE, postgresql://user@host/database, mysql://user@host/database or "
                             "mariadb://user@host/database.");
    if (colon <= 0)
        return usage(trimmed.isEmpty() ? Text::tr("The database URL is empty.") : Text::tr("The database URL has no scheme."), forms);
    const QString scheme = trimmed.first(colon).toLower();
    const std::optional<Dialect> dialect = dialectOfScheme(scheme);
    if (!dialect)
        return usage(Text::tr("Whimbrel does not know databases of the kind “%1”.").arg(scheme), forms);
    ConnectionSettings settings;
    settings.dialect = *dialect;
    const QStringView rest = QStringView(trimmed).sliced(colon + 1);
    return *dialect == Dialect::SQLite ? sqliteFromUrl(rest, base, std::move(settings))
                                       : serverFromUrl(rest, std::move(settings));
}

QString ConnectionSettings::displayUrl() const
{
    QString url;
    if (dialect == Dialect::SQLite) {
        url = u"sqlite:"_s + database;
    } else {
        url = dialectId(dialect) + "://"_L1;
        if (!user.isEmpty())
            url += encoded(user);
        if (!password.isEmpty())
            url += ":***"_L1;
        if (!user.isEmpty() || !password.isEmpty())
            url += u'@';
        const auto hosts = host.split(u',');
        QStringList shown;
        for (const QString &one : hosts)
            shown << (one.contains(u':') ? u"[%1]"_s.arg(one) : encoded(one)) + (port > 0 ? u":%1"_s.arg(port) : QString());
        url += shown.join(u',') + u'/' + encoded(database);
    }
    QStringList query;
    for (auto option = options.cbegin(); option != options.cend(); ++option)
        query << u"%1=%2"_s.arg(encoded(option.key()), isSecret(option.key()) ? u"***"_s : encoded(option.value(), "/"));
    if (!query.isEmpty())
        url += u'?' + query.join(u'&');
    return url;
}

QString ConnectionSettings::displayName() const
{
    if (dialect == Dialect::SQLite)
        return QFileInfo(database).fileName();
    const QString name = database.isEmpty() ? databaseOf(*this) : database;
    if (host.isEmpty() || host.startsWith(u'/'))
        return name.isEmpty() ? dialectName(dialect) : name;
    return name.isEmpty() ? host : Text::tr("%1 on %2").arg(name, host);
}

bool ConnectionSettings::holdsSecret() const
{
    return !password.isEmpty() || std::ranges::any_of(options.keyBegin(), options.keyEnd(), isSecret);
}

bool ConnectionSettings::sameDatabase(const ConnectionSettings &other) const
{
    if (dialect != other.dialect && !(isMySqlFamily(dialect) && isMySqlFamily(other.dialect)))
        return false;
    if (dialect == Dialect::SQLite)
        return canonicalFile(database) == canonicalFile(other.database);
    return serverOf(*this) == serverOf(other) && portOf(*this) == portOf(other)
        && databaseOf(*this) == databaseOf(other);
}

} // namespace Whimbrel
