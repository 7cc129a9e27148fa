// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/recipes/recipe.h"

#include "safety/recipes/recipetemplate.h"
#include "safety/recipes/recipevalue.h"
#include "sql/quoting.h"
#include "sql/splitter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)
};

using Kind = RecipeParameter::Kind;

/// The texts that recipetexts.cpp lists.
QString shown(const QString &text, bool isBuiltin)
{
    return isBuiltin ? QCoreApplication::translate("Whimbrel::Recipe", text.toUtf8().constData()) : text;
}

/// Names are made of plain values, everything else of SQL.
TemplateForm defaultForm(Kind kind)
{
    switch (kind) {
    case Kind::Type:
    case Kind::Expression:
    case Kind::Expressions:
    case Kind::Definition:
    case Kind::Statement:
    case Kind::Statements:
    case Kind::Identifiers:
    case Kind::Relation:
    case Kind::Relations:
        return TemplateForm::Sql;
    default:
        return TemplateForm::Plain;
    }
}

/// What the parameter is where nothing was given: its default, filled in with the values before it.
Result<QString> defaultOf(const RecipeParameter &parameter, const TemplateValues &values, Dialect dialect)
{
    return renderTemplate(parameter.defaultValue, values, dialect, defaultForm(parameter.kind))
        .transform([&](const QString &text) {
            return parameter.kind == Kind::Identifier ? fittedIdentifier(text, dialect) : text;
        });
}

Result<> refuseUnknown(const Recipe &recipe, const RecipeValues &values)
{
    for (const auto &[name, value] : values.asKeyValueRange()) {
        if (recipe.parameter(name))
            continue;
        QStringList known;
        for (const RecipeParameter &parameter : recipe.parameters)
            known << parameter.name;
        return failure(ErrorKind::Usage, Text::tr("The recipe “%1” knows no “%2”.").arg(recipe.id, name),
                       Text::tr("It knows: %1.").arg(known.join(u", "_s)));
    }
    return {};
}

Result<TemplateValues> readValues(const Recipe &recipe, const RecipeValues &given, Dialect dialect)
{
    TemplateValues values;
    for (const RecipeParameter &parameter : recipe.parameters) { // a default may use what stands before it
        QString text = given.value(parameter.name);
        if (text.trimmed().isEmpty() && !parameter.defaultValue.isEmpty()) {
            const Result<QString> rendered = defaultOf(parameter, values, dialect);
            if (!rendered)
                return std::unexpected(rendered.error());
            text = *rendered;
        }
        if (text.trimmed().isEmpty() && parameter.required) {
            return failure(
                ErrorKind::Usage,
                Text::tr("The recipe “%1” needs “%2”: %3.").arg(recipe.id, parameter.name, parameter.shownHelp()),
                Text::tr("Give it as %1=VALUE.").arg(parameter.name));
        }
        const Result<TemplateValue> value = readRecipeValue(parameter, text, dialect);
        if (!value)
            return std::unexpected(value.error());
        values.insert(parameter.name, *value);
    }
    return values;
}

class Filler
{
public:
    Filler(const Recipe &recipe, TemplateValues values, Dialect dialect)
        : m_recipe(recipe)
        , m_values(std::move(values))
        , m_dialect(dialect)
    {
    }

    Result<QList<NewMigration>> fillIn()
    {
        QList<NewMigration> made;
        for (const RecipeMigration &migration : m_recipe.migrations) {
            if (!isWanted(migration))
                continue;
            const QList<TemplateValue> items =
                migration.each.isEmpty() ? QList{TemplateValue{}} : m_values.value(migration.each).items;
            for (const TemplateValue &item : items) {
                m_values.insert(u"item"_s, item);
                Result<NewMigration> filled = fillIn(migration);
                if (!filled)
                    return std::unexpected(filled.error());
                made << *filled;
            }
        }
        return made;
    }

private:
    bool isWanted(const RecipeMigration &migration) const
    {
        if (migration.when.isEmpty())
            return true;
        const qsizetype equals = migration.when.indexOf(u'=');
        const TemplateValue value = m_values.value(migration.when.first(equals < 0 ? migration.when.size() : equals));
        return equals < 0 ? !value.isEmpty() : value.choice == migration.when.sliced(equals + 1);
    }

    Result<NewMigration> fillIn(const RecipeMigration &migration) const
    {
        NewMigration made;
        made.phase = migration.phase;
        made.upTransaction = migration.transaction;
        made.downTransaction = migration.downTransaction;
        QString why;
        const std::tuple<const QString *, QString *, TemplateForm> texts[] = {
            {&migration.name, &made.description, TemplateForm::Plain},
            {&migration.why, &why, TemplateForm::Plain},
            {&migration.up, &made.up, TemplateForm::Sql},
            {&migration.down, &made.down, TemplateForm::Sql}};
        for (const auto &[source, target, form] : texts) {
            const Result<QString> rendered = renderTemplate(*source, m_values, m_dialect, form);
            if (!rendered)
                return std::unexpected(rendered.error());
            *target = rendered->trimmed();
        }
        made.head = why.split(u'\n', Qt::SkipEmptyParts);
        for (const QString &script : {made.up, made.down}) {
            if (const SplitScript split = splitScript(script, m_dialect); !split.problems.isEmpty()) {
                return failure(ErrorKind::Project,
                               Text::tr("The recipe “%1” makes SQL that cannot be read: %2")
                                   .arg(m_recipe.id, split.problems.constFirst().message),
                               Text::tr("Check its templates, and the values given."));
            }
        }
        return made;
    }

    const Recipe &m_recipe;
    TemplateValues m_values;
    const Dialect m_dialect;
};

} // namespace

QString recipeParameterKindId(RecipeParameter::Kind kind)
{
    switch (kind) {
    case Kind::Identifier:
        return u"identifier"_s;
    case Kind::Identifiers:
        return u"identifiers"_s;
    case Kind::Relation:
        return u"relation"_s;
    case Kind::Relations:
        return u"relations"_s;
    case Kind::Type:
        return u"type"_s;
    case Kind::Expression:
        return u"expression"_s;
    case Kind::Expressions:
        return u"expressions"_s;
    case Kind::Definition:
        return u"definition"_s;
    case Kind::Statement:
        return u"statement"_s;
    case Kind::Statements:
        return u"statements"_s;
    case Kind::Literal:
        return u"literal"_s;
    case Kind::Number:
        return u"number"_s;
    case Kind::Choice:
        return u"choice"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

QString RecipeParameter::shownHelp() const
{
    return shown(help, isBuiltin);
}

QString Recipe::shownTitle() const
{
    return shown(title, origin == Origin::Builtin);
}

QString Recipe::shownSummary() const
{
    return shown(summary, origin == Origin::Builtin);
}

const RecipeParameter *Recipe::parameter(const QString &name) const
{
    const auto found = std::ranges::find(parameters, name, &RecipeParameter::name);
    return found == parameters.end() ? nullptr : &*found;
}

Result<QList<NewMigration>> fillIn(const Recipe &recipe, const RecipeValues &values, Dialect dialect)
{
    return refuseUnknown(recipe, values)
        .and_then([&] { return readValues(recipe, values, dialect); })
        .and_then([&](const TemplateValues &read) { return Filler(recipe, read, dialect).fillIn(); });
}

RecipeValues completed(const Recipe &recipe, const RecipeValues &values, Dialect dialect)
{
    RecipeValues result;
    TemplateValues read;
    for (const RecipeParameter &parameter : recipe.parameters) {
        QString text = values.value(parameter.name);
        if (text.trimmed().isEmpty() && !parameter.defaultValue.isEmpty())
            text = defaultOf(parameter, read, dialect).value_or(QString());
        if (!text.trimmed().isEmpty())
            result.insert(parameter.name, text);
        read.insert(parameter.name, readRecipeValue(parameter, text, dialect).value_or(TemplateValue{}));
    }
    return result;
}

QString valueProblem(const RecipeParameter &parameter, const QString &value, Dialect dialect)
{
    if (value.trimmed().isEmpty())
        return parameter.required ? Text::tr("This is needed: %1.").arg(parameter.shownHelp()) : QString();
    const Result<TemplateValue> read = readRecipeValue(parameter, value, dialect);
    return read ? QString() : read.error().message;
}

} // namespace Whimbrel
