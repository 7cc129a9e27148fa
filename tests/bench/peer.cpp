// SPDX-License-Identifier: GPL-3.0-or-later
#include "peer.h"

#include "mariadbserver.h"
#include "postgresserver.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace Whimbrel::Bench {

namespace {

Test::DatabaseServer &running(Test::DatabaseServer &server)
{
    if (!server.isRunning())
        giveUp(server.problem());
    return server;
}

} // namespace

Peer::Peer(Dialect dialect)
    : m_dialect(dialect)
{
    newDatabase();
}

void Peer::newDatabase()
{
    if (m_dialect == Dialect::SQLite) {
        const QString file = m_folder.filePath(u"%1.db"_s.arg(++m_count));
        m_url = u"sqlite:"_s + file;
        m_clientArguments = {u"-bail"_s, file};
        return;
    }
    Test::DatabaseServer &server = m_dialect == Dialect::PostgreSql
        ? running(Test::PostgresServer::shared())
        : running(Test::MariaDbServer::shared());
    const ConnectionSettings settings = server.settings(server.createDatabase());
    m_url = settings.displayUrl();
    if (m_dialect == Dialect::PostgreSql) {
        m_clientArguments = {u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-h"_s, settings.host.isEmpty() ? settings.options.value(u"host"_s) : settings.host,
                             u"-U"_s, settings.user, u"-d"_s, settings.database};
        if (settings.port > 0)
            m_clientArguments << u"-p"_s << QString::number(settings.port);
    } else {
        m_clientArguments = {u"--no-defaults"_s, u"-u"_s, settings.user, u"--socket="_s + settings.options.value(u"unix_socket"_s),
                             settings.database};
    }
}

CommandLine Peer::client(const QString &script) const
{
    const QString program = m_dialect == Dialect::SQLite ? u"sqlite3"_s : m_dialect == Dialect::PostgreSql ? u"psql"_s : u"mariadb"_s;
    return {.program = program, .arguments = m_clientArguments, .input = script};
}

Project::Project(const QList<Migration> &migrations)
{
    QDir(m_folder.path()).mkpath(u"db/migrations"_s);
    writeFile(m_folder.filePath(u"whimbrel.toml"_s), "name = \"bench\"\nformat = \"dbmate\"\n");
    for (qsizetype i = 0; i < migrations.size(); ++i) {
        writeFile(migrationsFolder() + u'/' + QString::fromLatin1(version(i)) + u"_step.sql"_s,
                  "-- migrate:up\n" + migrations[i].up + "\n\n-- migrate:down\n" + migrations[i].down + "\n");
    }
}

QByteArray Project::version(qsizetype index)
{
    return QByteArray::number(20240101000000LL + index);
}

} // namespace Whimbrel::Bench
