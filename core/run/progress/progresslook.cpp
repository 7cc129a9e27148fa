// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/progresslook.h"

#include "run/progress/mariadbprogress.h"
#include "run/progress/postgresqlprogress.h"

namespace Whimbrel {

std::unique_ptr<ProgressLook> ProgressLook::create(Dialect dialect, const BackendId &run, const Statement &statement)
{
    if (dialect == Dialect::PostgreSql)
        return std::make_unique<PostgreSqlProgress>(run, statement);
    return std::make_unique<MariaDbProgress>(run);
}

} // namespace Whimbrel
