// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"

#include <QProcessEnvironment>
#include <QStringList>

namespace Whimbrel {

/// The arguments that lead a database's own program (psql, pg_dump, mariadb, mariadb-dump, sqlite3) to a database; never
/// the password. The database's name comes last, so options of the program go before them.
QStringList clientArguments(const ConnectionSettings &settings);

/// The environment for that program: this process's own, with the password (PGPASSWORD, MYSQL_PWD) and, for PostgreSQL,
/// role and search path.
QProcessEnvironment clientEnvironment(const ConnectionSettings &settings);

} // namespace Whimbrel
