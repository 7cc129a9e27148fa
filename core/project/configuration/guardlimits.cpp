// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/guardlimits.h"

#include "project/configuration/projectconfiguration.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Result<std::chrono::milliseconds> parseStallBudget(const QString &text)
{
    Result<std::chrono::milliseconds> duration = parseDuration(text.section(u' ', 0, 0));
    if (duration && *duration >= leastStallBudget)
        return duration;
    return failure(ErrorKind::Project,
                   QCoreApplication::translate("Whimbrel", "“stall-budget %1” is no time that others can be made to wait.").arg(text),
                   QCoreApplication::translate("Whimbrel", "Write it as in “-- whimbrel: stall-budget 5s”, %1 ms at least.").arg(leastStallBudget.count()));
}

} // namespace Whimbrel
