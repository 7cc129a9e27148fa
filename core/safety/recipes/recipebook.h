// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"
#include "safety/recipes/recipe.h"

#include <QDir>

namespace Whimbrel {

/// The recipes there are. A value; cheap to copy.
class RecipeBook
{
public:
    /// Those that Whimbrel brings along.
    static const RecipeBook &builtin();
    /// The same and those of a project's .whimbrel/recipes/*.toml: at most a hundred files of 64 KB. What cannot be
    /// used is left out and named in problems().
    static RecipeBook ofProject(const QDir &folder);

    /// One recipe an id, the one for this version: the newest form that it can run. An unknown version ({0,0,0}) gets
    /// the form that runs everywhere. Sorted as they stand in the book.
    QList<const Recipe *> recipes(Dialect dialect, ServerVersion version = {}) const;
    /// nullptr if there is none for this dialect and version.
    const Recipe *find(const QString &id, Dialect dialect, ServerVersion version = {}) const;
    const QList<Recipe> &all() const { return m_recipes; }
    const QList<ProjectProblem> &problems() const { return m_problems; }

private:
    void read(const QString &path, const QString &shownAs, Recipe::Origin origin);

    QList<Recipe> m_recipes;
    QList<ProjectProblem> m_problems;
};

/// Reads one recipe's file. Errors: Project, with file and line.
Result<Recipe> readRecipe(const QByteArray &text, const QString &file, Recipe::Origin origin);

} // namespace Whimbrel
