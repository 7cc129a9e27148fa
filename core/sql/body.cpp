// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/body.h"

namespace Whimbrel {

std::unique_ptr<StatementBody> StatementBody::create(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return createPostgresBody();
    case Dialect::MySql:
    case Dialect::MariaDb:
        return createMySqlBody();
    case Dialect::SQLite:
        return createSQLiteBody();
    }
    Q_UNREACHABLE_RETURN({});
}

} // namespace Whimbrel
