// SPDX-License-Identifier: GPL-3.0-or-later
#include "threadtest.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::Test {

void ThreadTest::addDatabases()
{
    QTest::addColumn<Dialect>("dialect");
    for (const Dialect dialect : {Dialect::SQLite, Dialect::PostgreSql, Dialect::MariaDb})
        QTest::addRow("%s", qPrintable(dialectId(dialect))) << dialect;
}

ConnectionSettings ThreadTest::freshDatabase(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return PostgresServer::shared().settings();
    case Dialect::MySql:
    case Dialect::MariaDb:
        return MariaDbServer::shared().settings();
    case Dialect::SQLite:
        return *ConnectionSettings::fromUrl(u"sqlite:%1.db"_s.arg(++m_files), QDir(m_folder.path()));
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Whimbrel::Test
