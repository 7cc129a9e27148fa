// SPDX-License-Identifier: GPL-3.0-or-later
#include "commands/reciperequest.h"

#include "lint/lintrun.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

} // namespace

QList<QCommandLineOption> recipeTargetOptions()
{
    return {{u"dialect"_s, tr("whose SQL: postgresql, mysql, mariadb, sqlite (default: the project’s database)"),
             u"NAME"_s},
            {u"server-version"_s, tr("the server’s version; without it, the form that runs on every version"), u"N"_s}};
}

Result<RecipeTarget> recipeTarget(CommandContext &context, const MigrationProject *project)
{
    RecipeTarget target;
    if (context.parser.isSet(u"server-version"_s)) {
        const Result<ServerVersion> version = serverVersionOf(context.parser.value(u"server-version"_s));
        if (!version)
            return std::unexpected(version.error());
        target.version = *version;
    }
    if (context.parser.isSet(u"dialect"_s)) {
        return dialectNamed(context.parser.value(u"dialect"_s)).and_then([&](Dialect dialect) -> Result<RecipeTarget> {
            target.dialect = dialect;
            return checkServerVersion(target.version, dialect).transform([&] { return target; });
        });
    }
    if (!project)
        return target;
    return context.chooseTarget(*project).transform([&](const std::optional<Target> &chosen) {
        if (chosen)
            target.dialect = chosen->settings.dialect;
        return target;
    });
}

Result<RecipeValues> recipeValues(const QCommandLineParser &parser)
{
    RecipeValues values;
    for (const QString &text : parser.values(u"set"_s)) {
        const qsizetype equals = text.indexOf(u'=');
        const QString name = text.first(std::max<qsizetype>(equals, 0)).trimmed();
        if (name.isEmpty())
            return failure(ErrorKind::Usage, tr("“%1” sets nothing.").arg(text), tr("Write --set name=value."));
        if (values.contains(name))
            return failure(ErrorKind::Usage, tr("“%1” is set twice.").arg(name), tr("Give each parameter once."));
        values.insert(name, text.sliced(equals + 1));
    }
    return values;
}

} // namespace Whimbrel
