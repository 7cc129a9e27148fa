// SPDX-License-Identifier: GPL-3.0-or-later
#include "protection.h"

#include "checklist/releasestore.h"

#include <QCoreApplication>

#include <iostream>
#include <string>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<> askForName(CommandContext &context, const Target &target)
{
    if (context.yes)
        return {};
    if (!isatty(STDIN_FILENO)) {
        return failure(ErrorKind::Refused, tr("The environment “%1” is protected, and nobody is here to type its name.").arg(target.environment),
                       tr("Nothing was changed. “--yes” stands for typing the name."));
    }
    context.err << tr("“%1” is protected. Type its name to go on: ").arg(target.environment) << Qt::flush;
    std::string line;
    std::getline(std::cin, line); // ends at Ctrl-C as well: the stop is noticed below
    if (context.stop.stop_requested())
        return failure(ErrorKind::Cancelled, tr("Stopped; nothing was changed."));
    if (QString::fromStdString(line).trimmed() != target.environment)
        return failure(ErrorKind::Refused, tr("That is not “%1”.").arg(target.environment), tr("Nothing was changed."));
    return {};
}

} // namespace

Result<> confirmProtected(CommandContext &context, const Target &target)
{
    return target.isProtected ? askForName(context, target) : Result<>();
}

Result<> allowChanges(CommandContext &context, const MigrationProject &project, const Target &target)
{
    if (target.readOnly) {
        return failure(ErrorKind::Refused, tr("The environment “%1” is read-only.").arg(target.environment),
                       tr("Nothing was changed. “read-only = false” in whimbrel.toml allows changes."));
    }
    if (!target.isProtected)
        return {};
    return checkReleaseGate(project.folder(), target).and_then([&] { return askForName(context, target); });
}

} // namespace Whimbrel
