// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/reciperequest.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

QJsonObject parameterJson(const RecipeParameter &parameter)
{
    QJsonObject object{{u"name"_s, parameter.name},
                       {u"kind"_s, recipeParameterKindId(parameter.kind)},
                       {u"required"_s, parameter.required},
                       {u"help"_s, parameter.shownHelp()}};
    if (!parameter.defaultValue.isEmpty())
        object.insert(u"default"_s, parameter.defaultValue);
    if (!parameter.choices.isEmpty())
        object.insert(u"choices"_s, QJsonArray::fromStringList(parameter.choices));
    return object;
}

QJsonObject recipeJson(const Recipe &recipe)
{
    QStringList dialects;
    for (const Dialect dialect : recipe.dialects)
        dialects << dialectId(dialect);
    QJsonArray parameters;
    for (const RecipeParameter &parameter : recipe.parameters)
        parameters << parameterJson(parameter);
    QJsonArray migrations;
    for (const RecipeMigration &migration : recipe.migrations)
        migrations << QJsonObject{
            {u"id"_s, migration.id}, {u"phase"_s, phaseId(migration.phase)}, {u"transaction"_s, migration.transaction}};
    const bool isOurs = recipe.origin == Recipe::Origin::Builtin;
    QJsonObject object{{u"id"_s, recipe.id},
                       {u"title"_s, recipe.shownTitle()},
                       {u"summary"_s, recipe.shownSummary()},
                       {u"dialects"_s, QJsonArray::fromStringList(dialects)},
                       {u"origin"_s, isOurs ? u"builtin"_s : u"project"_s},
                       {u"parameters"_s, parameters},
                       {u"migrations"_s, migrations}};
    if (recipe.since != ServerVersion{})
        object.insert(u"since"_s, recipe.since.toString(recipe.dialects.constFirst()));
    if (!isOurs)
        object.insert(u"file"_s, recipe.file);
    return object;
}

/// One a line: those of one dialect, or of all of them with each id once.
QList<const Recipe *> chosenRecipes(const RecipeBook &book, const RecipeTarget &target)
{
    if (target.dialect)
        return book.recipes(*target.dialect, target.version);
    QList<const Recipe *> recipes;
    for (const Recipe &recipe : book.all()) {
        if (std::ranges::none_of(recipes, [&](const Recipe *other) { return other->id == recipe.id; }))
            recipes << &recipe;
    }
    return recipes;
}

void printList(CommandContext &context, const QList<const Recipe *> &recipes)
{
    qsizetype width = 0;
    for (const Recipe *recipe : recipes)
        width = std::max(width, recipe->id.size());
    for (const Recipe *recipe : recipes) {
        const QString title = recipe->origin == Recipe::Origin::Builtin
                                  ? recipe->shownTitle()
                                  : tr("%1 (the project’s own)").arg(recipe->shownTitle());
        context.out << recipe->id.leftJustified(width + 2) << title << Qt::endl;
    }
}

QString parameterText(const RecipeParameter &parameter)
{
    QString text = parameter.shownHelp();
    if (!parameter.choices.isEmpty())
        text = tr("%1 (%2)").arg(text, parameter.choices.join(u", "_s));
    if (!parameter.defaultValue.isEmpty())
        return tr("%1; default: %2").arg(text, parameter.defaultValue);
    return parameter.required ? text : tr("%1; may be left out").arg(text);
}

void printRecipe(CommandContext &context, const Recipe &recipe)
{
    context.out << recipe.shownTitle() << Qt::endl << recipe.shownSummary() << Qt::endl << Qt::endl;
    if (recipe.origin == Recipe::Origin::Project)
        context.out << tr("From the project’s %1.").arg(recipe.file) << Qt::endl << Qt::endl;
    qsizetype width = 0;
    for (const RecipeParameter &parameter : recipe.parameters)
        width = std::max(width, parameter.name.size());
    for (const RecipeParameter &parameter : recipe.parameters)
        context.out << u"  "_s << parameter.name.leftJustified(width + 2) << parameterText(parameter) << Qt::endl;
    context.out << Qt::endl;
    for (const RecipeMigration &migration : recipe.migrations)
        context.out << u"  "_s << phaseId(migration.phase).leftJustified(10) << migration.name << Qt::endl;
}

int runRecipes(CommandContext &context)
{
    // Recipes are worth a look outside a project, too.
    const Result<MigrationProject> project = context.openProject();
    const Result<RecipeTarget> target = recipeTarget(context, project ? &*project : nullptr);
    const bool isNamed = context.parser.isSet(u"d"_s) || context.parser.isSet(u"e"_s) ||
                         context.parser.isSet(u"dialect"_s) || context.parser.isSet(u"server-version"_s);
    if (!target && isNamed)
        return context.fail(target.error());
    const RecipeBook book = project ? RecipeBook::ofProject(project->folder()) : RecipeBook::builtin();
    for (const ProjectProblem &problem : book.problems())
        context.err << problem.error.toString() << Qt::endl;

    QList<const Recipe *> recipes = chosenRecipes(book, target.value_or(RecipeTarget{}));
    const QString wanted = context.arguments.join(u' ');
    if (!wanted.isEmpty())
        recipes.removeIf([&](const Recipe *recipe) { return recipe->id != wanted; });
    if (!wanted.isEmpty() && recipes.isEmpty())
        return context.fail(failure(ErrorKind::Usage, tr("There is no recipe “%1” here.").arg(wanted),
                                    tr("“%1” lists those there are.").arg(u"whimbrel recipes"_s))
                                .error());
    if (context.json) {
        QJsonArray list;
        for (const Recipe *recipe : recipes)
            list << recipeJson(*recipe);
        context.printJson({{u"recipes"_s, list}});
    } else if (wanted.isEmpty()) {
        printList(context, recipes);
    } else {
        printRecipe(context, *recipes.constFirst());
    }
    return ExitDone;
}

} // namespace

Command recipesCommand()
{
    return {.name = u"recipes"_s,
            .arguments = u"[NAME]"_s,
            .summary = tr("the safe ways of making a change, for whimbrel new --recipe"),
            .options = recipeTargetOptions(),
            .run = runRecipes,
            .endsAtSignal = true};
}

} // namespace Whimbrel
