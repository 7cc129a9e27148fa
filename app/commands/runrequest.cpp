// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/runrequest.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

/// parser.value() warns of a flag that the command does not have.
QString valueOf(const QCommandLineParser &parser, const QString &name)
{
    return parser.optionNames().contains(name) ? parser.value(name) : QString();
}

/// A run over a project that cannot be read whole would leave out what it could not read.
Result<> checkReadable(const MigrationProject &project)
{
    const auto broken =
        std::ranges::find(project.problems(), ProjectProblem::Severity::Error, &ProjectProblem::severity);
    if (broken == project.problems().end())
        return {};
    return std::unexpected(broken->error);
}

Result<RunRequest> readRunRequest(const QCommandLineParser &parser, RunRequest::Action action)
{
    RunRequest request;
    request.action = action;
    request.toVersion = valueOf(parser, u"to"_s);
    request.onlyVersion = valueOf(parser, u"only"_s);
    request.singleTransaction = parser.optionNames().contains(u"single-transaction"_s);
    const QString steps = valueOf(parser, u"steps"_s);
    const int chosen = int(!request.toVersion.isEmpty()) + int(!request.onlyVersion.isEmpty()) + int(!steps.isEmpty());
    if (chosen > 1)
        return failure(ErrorKind::Usage, tr("The flags --to, --steps and --only exclude each other."),
                       tr("Give one of them."));
    if (!request.onlyVersion.isEmpty() && action != RunRequest::Action::Up)
        return failure(ErrorKind::Usage, tr("The flag --only belongs to up."));
    if (action == RunRequest::Action::Redo && chosen > 0)
        return failure(ErrorKind::Usage,
                       tr("A redo rolls back the last migration and applies it again; it takes no choice."));
    if (!steps.isEmpty()) {
        bool isNumber = false;
        request.steps = steps.toInt(&isNumber);
        if (!isNumber || request.steps < 1)
            return failure(ErrorKind::Usage, tr("“%1” is no number of steps.").arg(steps), tr("Give a number from 1."));
    }
    return request;
}

} // namespace

QList<QCommandLineOption> upOptions()
{
    return {
        {u"to"_s, tr("apply the pending migrations up to this version"), u"V"_s},
        {u"steps"_s, tr("apply the next N"), u"N"_s},
        {u"only"_s, tr("apply this one and nothing else"), u"V"_s},
        {u"single-transaction"_s, tr("all of it in one transaction: everything or nothing")},
    };
}

QList<QCommandLineOption> downOptions()
{
    return {
        {u"steps"_s, tr("roll back the last N (default: 1)"), u"N"_s},
        {u"to"_s, tr("roll back what is newer than this version, which stays; 0 rolls back all"), u"V"_s},
    };
}

Result<RequestedRun> readRequestedRun(CommandContext &context, RunRequest::Action action)
{
    const Result<RunRequest> request = readRunRequest(context.parser, action);
    if (!request)
        return std::unexpected(request.error());
    Result<MigrationProject> project = context.openProject();
    if (!project)
        return std::unexpected(project.error());
    if (const Result<> sound = checkReadable(*project).and_then([&] { return checkVersions(*project, *request); });
        !sound)
        return std::unexpected(sound.error());
    Result<Target> target = context.requireTarget(*project);
    if (!target)
        return std::unexpected(target.error());
    return RequestedRun{*request, std::move(*project), std::move(*target)};
}

} // namespace Whimbrel
