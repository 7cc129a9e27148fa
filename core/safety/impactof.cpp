// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactof.h"

namespace Whimbrel {

StatementImpact impactOf(const StatementReading &reading, const Catalog &before)
{
    switch (before.dialect()) {
    case Dialect::PostgreSql:
        return impactOfPostgreSql(reading, before);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return impactOfMySql(reading, before);
    case Dialect::SQLite:
        return impactOfSqlite(reading, before);
    }
    return {};
}

} // namespace Whimbrel
