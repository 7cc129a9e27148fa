// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/migrate.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Command redoCommand()
{
    return {.name = u"redo"_s,
            .arguments = {},
            .summary = QCoreApplication::translate("Whimbrel", "roll back the last migration and apply it again"),
            .options = {},
            .run = [](CommandContext &context) { return migrate(context, RunRequest::Action::Redo); }};
}

} // namespace Whimbrel
