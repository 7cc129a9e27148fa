// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "mariadbserver.h"
#include "postgresserver.h"
#include "test.h"

#include <QTemporaryDir>

namespace Whimbrel::Test {

/// Base of the suites that the thread sanitizer judges: they drive core from std::thread, without an event loop, so that it
/// sees every hand-over (it cannot see Qt's own). What a test checks with QVERIFY it checks on the test's own thread.
class ThreadTest : public TestCase
{
protected:
    /// A row for each database.
    static void addDatabases();
    /// A database of that kind, empty.
    ConnectionSettings freshDatabase(Dialect dialect);

private:
    QTemporaryDir m_folder;
    int m_files = 0;
};

} // namespace Whimbrel::Test

#define REQUIRE_DATABASE(dialect) \
    do { \
        if ((dialect) == Dialect::PostgreSql) \
            REQUIRE_SERVER(Test::PostgresServer::shared()); \
        if ((dialect) == Dialect::MariaDb) \
            REQUIRE_SERVER(Test::MariaDbServer::shared()); \
    } while (false)
