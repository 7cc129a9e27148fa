// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/progress/progresslook.h"

#include "run/progress/mariadbprogress.h"
#include "run/progress/postgresqlprogress.h"

#include <QCoreApplication>

namespace Whimbrel {

std::unique_ptr<ProgressLook> ProgressLook::create(Dialect dialect, const BackendId &run, const Statement &statement)
{
    if (dialect == Dialect::PostgreSql)
        return std::make_unique<PostgreSqlProgress>(run, statement);
    return std::make_unique<MariaDbProgress>(run);
}

/// The network has not told the run yet.
ProgressSample ProgressLook::withoutSession()
{
    return {.phase = QCoreApplication::translate("Whimbrel", "the server has no session of this run any more: its connection is lost")};
}

} // namespace Whimbrel
