// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

int runHelp(CommandContext &context)
{
    if (context.arguments.isEmpty()) {
        context.out << overviewText();
        return ExitDone;
    }
    const QString name = context.arguments.first();
    const Command *command = findCommand(name);
    if (!command) {
        const QString nearest = nearestCommand(name);
        return reportUsage(QCoreApplication::translate("Whimbrel", "There is no command “%1”.").arg(name),
                           nearest.isEmpty()
                               ? QString()
                               : QCoreApplication::translate("Whimbrel", "Did you mean “whimbrel %1”?").arg(nearest));
    }
    context.out << helpText(*command);
    return ExitDone;
}

} // namespace

Command helpCommand()
{
    return {.name = u"help"_s,
            .arguments = u"[COMMAND]"_s,
            .summary = QCoreApplication::translate("Whimbrel", "explain a command"),
            .options = {},
            .run = runHelp,
            .endsAtSignal = true};
}

} // namespace Whimbrel
