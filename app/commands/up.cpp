// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/migrate.h"
#include "commands/runrequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Command upCommand()
{
    return {.name = u"up"_s,
            .arguments = u"[--to V | --steps N | --only V] [--single-transaction]"_s,
            .summary = QCoreApplication::translate("Whimbrel", "apply pending migrations"),
            .options = upOptions(),
            .run = [](CommandContext &context) { return migrate(context, RunRequest::Action::Up); }};
}

} // namespace Whimbrel
