// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/dialect.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString dialectId(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"postgresql"_s;
    case Dialect::MySql:
        return u"mysql"_s;
    case Dialect::MariaDb:
        return u"mariadb"_s;
    case Dialect::SQLite:
        return u"sqlite"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString dialectName(Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return u"PostgreSQL"_s;
    case Dialect::MySql:
        return u"MySQL"_s;
    case Dialect::MariaDb:
        return u"MariaDB"_s;
    case Dialect::SQLite:
        return u"SQLite"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString ServerVersion::toString(Dialect dialect) const
{
    if (dialect == Dialect::PostgreSql)
        return u"%1.%2"_s.arg(major).arg(minor);
    return u"%1.%2.%3"_s.arg(major).arg(minor).arg(patch);
}

} // namespace Whimbrel
