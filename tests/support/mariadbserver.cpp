// SPDX-License-Identifier: GPL-3.0-or-later
#include "mariadbserver.h"

#include <QDir>
#include <QLocalSocket>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

namespace {

QStringList asWhom()
{
    return geteuid() == 0 ? QStringList{u"--user=root"_s} : QStringList();
}

} // namespace

QString MariaDbServer::program() const
{
    return findProgram(u"mariadbd"_s, {u"/usr/sbin"_s, u"/usr/libexec"_s});
}

QStringList MariaDbServer::arguments() const
{
    QStringList arguments = QStringList{u"--no-defaults"_s} + asWhom()
        + QStringList{
            u"--datadir="_s + filePath(u"data"_s),
            u"--tmpdir="_s + filePath(u"data"_s), // a server that starts removes every #sql file there, also another's
            u"--socket="_s + filePath(u"mysqld.sock"_s),
            u"--pid-file="_s + filePath(u"pid"_s),
            u"--innodb-buffer-pool-size=64M"_s,
            u"--innodb-log-file-size=32M"_s,
            u"--character-set-server=utf8mb4"_s,
        };
    if (!isDurable()) // a server that is killed keeps what it has committed; a machine that fails would not
        arguments << u"--innodb-flush-log-at-trx-commit=2"_s << u"--innodb-flush-method=nosync"_s << u"--skip-innodb-doublewrite"_s;
    return arguments + networkArguments();
}

QStringList MariaDbServer::networkArguments() const
{
    if (!tcpPort())
        return {u"--skip-networking"_s};
    const QStringList address{u"--bind-address=127.0.0.1,127.0.0.2"_s, u"--port=%1"_s.arg(tcpPort())};
    return address
        + (hasTls() ? QStringList{u"--ssl-ca="_s + filePath(u"ca.pem"_s), u"--ssl-cert="_s + filePath(u"server.pem"_s),
                                  u"--ssl-key="_s + filePath(u"server.key"_s)}
                    : QStringList{u"--skip-ssl"_s});
}

bool MariaDbServer::makeData(const QString &path)
{
    const QString install = findProgram(u"mariadb-install-db"_s, {});
    return runTool(install, QStringList{u"--no-defaults"_s} + asWhom()
                       + QStringList{u"--datadir="_s + path, u"--auth-root-authentication-method=normal"_s,
                                     u"--skip-test-db"_s, u"--innodb-flush-method=nosync"_s, u"--innodb-log-file-size=32M"_s});
}

bool MariaDbServer::isReady() const
{
    QLocalSocket socket; // the file alone may be there a moment before the server listens
    socket.connectToServer(filePath(u"mysqld.sock"_s));
    return socket.waitForConnected(1'000);
}

QString MariaDbServer::maintenanceDatabase() const
{
    return u"mysql"_s;
}

ConnectionSettings MariaDbServer::settings(const QString &database) const
{
    ConnectionSettings settings;
    settings.dialect = Dialect::MySql;
    settings.user = u"root"_s;
    settings.database = database;
    settings.options.insert(u"unix_socket"_s, filePath(u"mysqld.sock"_s));
    return settings;
}

} // namespace Whimbrel::Test
