// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"
#include "protection.h"
#include "run/resume/resolution.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

int resolve(CommandContext &context)
{
    const bool applied = context.parser.isSet(u"applied"_s);
    if (context.arguments.size() != 1 || applied == context.parser.isSet(u"reverted"_s)) {
        return context.fail(failure(ErrorKind::Usage, tr("A migration is settled as either --applied or --reverted."),
                                    tr("Write “whimbrel resolve VERSION --applied” where all of it is in effect, or --reverted where nothing of it is."))
                                .error());
    }
    const QString version = context.arguments.first();
    const Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    Result<Target> target = context.requireTarget(*project);
    if (!target)
        return context.fail(target.error());
    if (const Result<> allowed = allowChanges(context, *project, *target); !allowed)
        return context.fail(allowed.error());
    const Result<std::unique_ptr<Session>> session = context.openSession(*target, SessionRole::Run);
    if (!session)
        return context.fail(session.error());
    const Resolution resolution = applied ? Resolution::Applied : Resolution::Reverted;
    if (const Result<> resolved = resolveMigration(*project, **session, version, resolution); !resolved)
        return context.fail(resolved.error());
    if (context.json)
        context.printJson({{u"version"_s, version}, {u"state"_s, applied ? u"applied"_s : u"pending"_s}});
    else if (!context.quiet)
        context.out << (applied ? tr("%1 is recorded as applied.") : tr("%1 is recorded as not applied; the next run begins at its first statement.")).arg(version)
                    << Qt::endl;
    return ExitDone;
}

} // namespace

Command resolveCommand()
{
    return {.name = u"resolve"_s,
            .arguments = u"V --applied|--reverted"_s,
            .summary = tr("settle a failed migration"),
            .options = {{u"applied"_s, tr("all of it is in effect, whoever brought that about")}, {u"reverted"_s, tr("nothing of it is in effect")}},
            .run = resolve};
}

} // namespace Whimbrel
