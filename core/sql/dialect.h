// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <compare>

namespace Whimbrel {

/// Whose SQL a text is written in. MariaDB and MySQL share a grammar in most places; ask isMySqlFamily() there.
enum class Dialect { PostgreSql, MySql, MariaDb, SQLite };

constexpr bool isMySqlFamily(Dialect dialect)
{
    return dialect == Dialect::MySql || dialect == Dialect::MariaDb;
}

/// The stable lower-case name used in JSON and on the command line: "postgresql", "mysql", "mariadb", "sqlite".
QString dialectId(Dialect dialect);
/// The name people write: "PostgreSQL", "MySQL", "MariaDB", "SQLite".
QString dialectName(Dialect dialect);

/// The version of a server, which many facts depend on.
struct ServerVersion
{
    int major = 0;
    int minor = 0;
    int patch = 0;

    auto operator<=>(const ServerVersion &) const = default;
    /// "17.4", "11.8.2": PostgreSQL since 10 has two parts.
    QString toString(Dialect dialect) const;
};

} // namespace Whimbrel
