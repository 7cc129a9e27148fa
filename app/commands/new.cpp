// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/reciperequest.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

Result<QList<NewMigration>> filledIn(CommandContext &context, const MigrationProject &project,
                                     const QString &description)
{
    const Result<RecipeTarget> target = recipeTarget(context, &project);
    if (!target)
        return std::unexpected(target.error());
    if (!target->dialect)
        return failure(ErrorKind::Usage, tr("Nothing says which database the recipe is for."),
                       tr("Name it with --dialect, -e or -d."));
    const RecipeBook book = RecipeBook::ofProject(project.folder());
    const QString id = context.parser.value(u"recipe"_s);
    const Recipe *recipe = book.find(id, *target->dialect, target->version);
    if (!recipe) {
        return failure(ErrorKind::Usage, tr("There is no recipe “%1” for %2.").arg(id, dialectName(*target->dialect)),
                       tr("“%1” lists those there are.").arg(u"whimbrel recipes"_s));
    }
    const Result<RecipeValues> values = recipeValues(context.parser);
    if (!values)
        return std::unexpected(values.error());
    return fillIn(*recipe, *values, *target->dialect).transform([&](QList<NewMigration> made) {
        for (NewMigration &migration : made)
            migration.head.prepend(description); // why it is made; each says by itself what it does
        return made;
    });
}

int runRecipe(CommandContext &context, const MigrationProject &project, const QString &description)
{
    const auto planned = filledIn(context, project, description).and_then([&](const QList<NewMigration> &made) {
        return planMigrations(project.format(), project.configuration(), project.folder(), made, {},
                              QDateTime::currentDateTimeUtc());
    });
    if (!planned)
        return context.fail(planned.error());
    if (const Result<> written = writeMigrations(*planned); !written)
        return context.fail(written.error());
    QJsonArray list;
    for (const PlannedMigration &migration : *planned) {
        list << QJsonObject{{u"version"_s, migration.migration.version},
                            {u"description"_s, migration.migration.description},
                            {u"file"_s, migration.fileName()},
                            {u"phase"_s, phaseId(migration.migration.phase)}};
        if (!context.json)
            context.out << (context.quiet ? migration.fileName() : tr("Created %1").arg(migration.fileName()))
                        << Qt::endl;
    }
    if (context.json)
        context.printJson({{u"migrations"_s, list}});
    return ExitDone;
}

int runNew(CommandContext &context)
{
    const QString description = context.arguments.join(u' ').trimmed();
    if (description.isEmpty())
        return context.fail(failure(ErrorKind::Usage, tr("The new migration needs a description."),
                                    tr("For example: whimbrel new add user status"))
                                .error());
    const Result<MigrationProject> project = context.openProject();
    if (!project)
        return context.fail(project.error());
    if (context.parser.isSet(u"recipe"_s))
        return runRecipe(context, *project, description);
    if (context.parser.isSet(u"set"_s))
        return context.fail(
            failure(ErrorKind::Usage, tr("--set is for a recipe, and none was named."), tr("Name it with --recipe."))
                .error());
    const Result<Migration> created = project->format().create(project->configuration(), project->folder(), description,
                                                               QDateTime::currentDateTimeUtc());
    if (!created)
        return context.fail(created.error());
    if (context.json)
        context.printJson({{u"version"_s, created->version},
                           {u"description"_s, created->description},
                           {u"file"_s, created->displayFile}});
    else
        context.out << (context.quiet ? created->displayFile : tr("Created %1").arg(created->displayFile)) << Qt::endl;
    return ExitDone;
}

} // namespace

Command newCommand()
{
    return {.name = u"new"_s,
            .arguments = u"DESCRIPTION [--recipe NAME --set key=value …]"_s,
            .summary = tr("write a new, empty migration, or those of a recipe"),
            .options = recipeTargetOptions()
                       << QCommandLineOption(u"recipe"_s,
                                             tr("a safe way of making a change; “whimbrel recipes” lists them"),
                                             u"NAME"_s)
                       << QCommandLineOption(u"set"_s,
                                             tr("a value that the recipe asks for; may be given several times"),
                                             u"key=value"_s),
            .run = runNew,
            .endsAtSignal = true};
}

} // namespace Whimbrel
