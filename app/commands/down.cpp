// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/migrate.h"
#include "commands/runrequest.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Command downCommand()
{
    return {.name = u"down"_s,
            .arguments = u"[--steps N | --to V]"_s,
            .summary = QCoreApplication::translate("Whimbrel", "roll back migrations, newest first"),
            .options = downOptions(),
            .run = [](CommandContext &context) { return migrate(context, RunRequest::Action::Down); }};
}

} // namespace Whimbrel
