// SPDX-License-Identifier: GPL-3.0-or-later
#include "protection.h"

#include "checklist/releasestore.h"

#include <QCoreApplication>

#include <cerrno>
#include <stop_token>

#include <poll.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// What is typed up to the end of the line or of the input, or until somebody stops the command: a read alone would go
/// on waiting after Ctrl-C.
QByteArray readLine(const std::stop_token &stop)
{
    constexpr int look = 100; // ms between two looks at the stop
    QByteArray line;
    while (!stop.stop_requested() && !line.contains('\n')) {
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&input, 1, look) <= 0)
            continue;
        char typed[256];
        const ssize_t length = read(STDIN_FILENO, typed, sizeof typed);
        if (length == 0 || (length < 0 && errno != EINTR))
            break;
        if (length > 0)
            line.append(typed, length);
    }
    return line;
}

Result<> askForName(CommandContext &context, const Target &target)
{
    if (context.yes)
        return {};
    if (!isatty(STDIN_FILENO)) {
        return failure(
            ErrorKind::Refused,
            tr("The environment “%1” is protected, and nobody is here to type its name.").arg(target.environment),
            tr("Nothing was changed. “--yes” stands for typing the name."));
    }
    context.err << tr("“%1” is protected. Type its name to go on: ").arg(target.environment) << Qt::flush;
    const QByteArray line = readLine(context.stop);
    if (context.stop.stop_requested())
        return failure(ErrorKind::Cancelled, tr("Stopped; nothing was changed."));
    if (QString::fromLocal8Bit(line).trimmed() != target.environment)
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
