// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "mariadbserver.h"
#include "postgresserver.h"
#include "scriptedproject.h"

#include <QTest>

namespace Whimbrel::Test {

/// A row for each database, in the column "dialect".
inline void addDatabases(const QList<Dialect> &dialects = {Dialect::PostgreSql, Dialect::MariaDb, Dialect::SQLite})
{
    QTest::addColumn<Dialect>("dialect");
    for (const Dialect dialect : dialects)
        QTest::newRow(qPrintable(dialectId(dialect))) << dialect;
}

/// On a new database of the shared server, or on a file.
inline ScriptedProject projectOn(Dialect dialect)
{
    if (dialect == Dialect::SQLite)
        return ScriptedProject();
    return ScriptedProject(dialect == Dialect::PostgreSql ? PostgresServer::shared().settings() : MariaDbServer::shared().settings());
}

} // namespace Whimbrel::Test

/// Skips, or fails where everything is required, without both servers.
#define REQUIRE_SERVERS() \
    do { \
        REQUIRE_SERVER(Whimbrel::Test::PostgresServer::shared()); \
        REQUIRE_SERVER(Whimbrel::Test::MariaDbServer::shared()); \
    } while (false)
