// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/guard/monitor/locklook.h"

#include "run/guard/monitor/mariadblook.h"
#include "run/guard/monitor/postgresqllook.h"

namespace Whimbrel {

std::unique_ptr<LockLook> LockLook::create(Dialect dialect, const BackendId &run)
{
    if (dialect == Dialect::PostgreSql)
        return std::make_unique<PostgreSqlLook>(run);
    if (dialect == Dialect::MariaDb)
        return std::make_unique<MariaDbLook>(run);
    return nullptr;
}

} // namespace Whimbrel
