// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "project/newmigration.h"
#include "sql/dialect.h"

#include <QList>
#include <QMap>
#include <QStringList>

namespace Whimbrel {

/// What a recipe asks for.
struct RecipeParameter
{
    enum class Kind {
        Identifier,  ///< one name, as the database has it: order, Order
        Identifiers, ///< names with commas between them
        Relation,    ///< a table, index, …: name or schema.name
        Relations,   ///< several of these
        Type,        ///< varchar(20)
        Expression,  ///< an expression, or a condition: 'active', now(), price > 0
        Expressions, ///< expressions with commas between them, as an index or a SET has them: lower(email), created_at
                     ///< DESC
        Definition,  ///< what stands between the parentheses of CREATE TABLE
        Statement,   ///< one statement of SQL
        Statements,  ///< any number of them
        Literal,     ///< a text, which becomes a string literal
        Number,      ///< a whole number, not negative
        Choice,      ///< one of `choices`
    };

    QString name;
    Kind kind = Kind::Identifier;
    QString defaultValue; ///< a template over the other parameters; empty: none
    bool required = true; ///< may not be empty, and has no default
    QStringList choices;
    QString help; ///< what it is, a phrase: "the table that gets the column"
    bool isBuiltin = false; ///< of a recipe that Whimbrel brings along

    QString shownHelp() const; ///< in the language of the person; a project's as it is written
};

QString recipeParameterKindId(RecipeParameter::Kind kind); ///< "identifier", …: for files and JSON

/// One of the migrations that a recipe makes; every text is a template.
struct RecipeMigration
{
    QString id;
    QString name; ///< becomes the description
    QString why;  ///< the comment at its head
    MigrationPhase phase = MigrationPhase::Unknown;
    bool transaction = true;
    bool downTransaction = true;
    QString when; ///< left out unless this parameter has a value ("schedule=later": this value)
    QString each; ///< made once for each item of this parameter
    QString up;
    QString down;
};

/// A safe way of making a change: migrations as templates, for some dialects and versions. See
/// resources/recipes/README.md.
struct Recipe
{
    enum class Origin {
        Builtin, ///< part of Whimbrel
        Project, ///< from the project's .whimbrel/recipes: text that nobody has checked
    };

    QString id;      ///< "create-index": the same for each dialect it is written for
    QString title;   ///< "Build an index without blocking writes"
    QString summary; ///< a sentence or two: what it does, and what has to happen between the migrations
    QList<Dialect> dialects;
    ServerVersion since; ///< {0,0,0}: any version
    QList<RecipeParameter> parameters;
    QList<RecipeMigration> migrations;
    Origin origin = Origin::Builtin;
    QString file; ///< for messages

    QString shownTitle() const; ///< in the language of the person; a project's as it is written; so is this:
    QString shownSummary() const;
    const RecipeParameter *parameter(const QString &name) const;
};

/// Parameters as the person gave them, by name.
using RecipeValues = QMap<QString, QString>;

/// Fills a recipe in. Pure; any thread. Names are quoted where the dialect asks for it, and no value can end the
/// statement it stands in or begin a comment: types, expressions and statements are read back to make sure. Errors:
/// Usage, naming the parameter that is missing, unknown or wrong, and what it is; Project, for a project's recipe whose
/// templates cannot be filled in.
Result<QList<NewMigration>> fillIn(const Recipe &recipe, const RecipeValues &values, Dialect dialect);

/// The values with defaults filled in, for a form: what fillIn() would use. Parameters without a value are left out.
RecipeValues completed(const Recipe &recipe, const RecipeValues &values, Dialect dialect);
/// What is wrong with one value, in a sentence; empty if it will do. For a form to show while it is filled in.
QString valueProblem(const RecipeParameter &parameter, const QString &value, Dialect dialect);

} // namespace Whimbrel
