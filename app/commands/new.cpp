// SPDX-License-Identifier: GPL-3.0-or-later
#include "command.h"

#include <QCoreApplication>
#include <QDateTime>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

int runNew(CommandContext &context)
{
    const QString description = context.arguments.join(u' ').trimmed();
    if (description.isEmpty())
        return context.fail(failure(ErrorKind::Usage, tr("The new migration needs a description."), tr("For example: whimbrel new add user status")).error());
    const Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    const Result<Migration> created =
        project->format().create(project->configuration(), project->folder(), description, QDateTime::currentDateTimeUtc());
    if (!created)
        return context.fail(created.error());
    if (context.json)
        context.printJson({{u"version"_s, created->version}, {u"description"_s, created->description}, {u"file"_s, created->displayFile}});
    else
        context.out << (context.quiet ? created->displayFile : tr("Created %1").arg(created->displayFile)) << Qt::endl;
    return ExitDone;
}

} // namespace

Command newCommand()
{
    return {.name = u"new"_s,
            .arguments = u"DESCRIPTION"_s,
            .summary = tr("write a new, empty migration"),
            .options = {},
            .run = runNew,
            .endsAtSignal = true};
}

} // namespace Whimbrel
