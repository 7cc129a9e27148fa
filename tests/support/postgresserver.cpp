// SPDX-License-Identifier: GPL-3.0-or-later
#include "postgresserver.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

/// Debian keeps the programs of each major version in a folder of its own; the newest comes first.
QStringList programFolders()
{
    QStringList folders;
    const QDir versions(u"/usr/lib/postgresql"_s);
    const auto names = versions.entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name | QDir::Reversed);
    for (const QString &version : names)
        folders << versions.filePath(version + u"/bin"_s);
    return folders;
}

} // namespace

QString PostgresServer::program() const
{
    return findProgram(u"postgres"_s, programFolders());
}

QStringList PostgresServer::arguments() const
{
    QStringList arguments{u"-D"_s, filePath(u"data"_s), u"-k"_s, filePath({}), u"-p"_s, QString::number(tcpPort() ? tcpPort() : 5432)};
    QStringList settings{u"shared_buffers=32MB"_s, u"max_prepared_transactions=10"_s, u"max_wal_senders=0"_s, u"wal_level=minimal"_s,
                         u"lc_messages=C"_s};
    if (!isDurable()) // a server that is killed keeps what it has committed; a machine that fails would not
        settings << u"fsync=off"_s << u"full_page_writes=off"_s;
    for (const QString &setting : std::as_const(settings))
        arguments << u"-c"_s << setting;
    arguments << u"-c"_s << (tcpPort() ? u"listen_addresses=127.0.0.1,127.0.0.2"_s : u"listen_addresses="_s);
    if (hasTls()) {
        for (const QString &setting : {u"ssl=on"_s, u"ssl_cert_file="_s + filePath(u"server.pem"_s), u"ssl_key_file="_s + filePath(u"server.key"_s)})
            arguments << u"-c"_s << setting;
    }
    return arguments;
}

bool PostgresServer::makeData(const QString &path)
{
    const QString initdb = findProgram(u"initdb"_s, programFolders());
    if (!runTool(initdb, {u"-D"_s, path, u"-U"_s, u"postgres"_s, u"-A"_s, u"trust"_s, u"-E"_s, u"UTF8"_s, u"--locale=C.UTF-8"_s, u"-N"_s}))
        return false;
    QFile access(path + u"/pg_hba.conf"_s);
    return (access.open(QIODevice::WriteOnly | QIODevice::Truncate)
            && access.write("local all whimbrel_password scram-sha-256\nlocal all all trust\nhost all all 127.0.0.0/8 trust\n") > 0)
        || fail(access.errorString());
}

bool PostgresServer::isReady() const
{
    QFile file(dataPath(u"postmaster.pid"_s));
    return file.open(QIODevice::ReadOnly) && file.readAll().contains("ready");
}

QString PostgresServer::maintenanceDatabase() const
{
    return u"postgres"_s;
}

ConnectionSettings PostgresServer::settings(const QString &database) const
{
    ConnectionSettings settings;
    settings.dialect = Dialect::PostgreSql;
    settings.host = QDir::cleanPath(filePath({}));
    settings.port = tcpPort() ? tcpPort() : 5432;
    settings.user = u"postgres"_s;
    settings.database = database;
    return settings;
}

} // namespace Whimbrel::Test
