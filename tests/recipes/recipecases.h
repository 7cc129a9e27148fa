// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/recipes/recipe.h"

#include <QMap>

namespace Whimbrel::Test {

/// A recipe on a table with rows, and what has to hold on the way.
struct RecipeCase
{
    struct Fact
    {
        int after = 0;       ///< this many migrations are applied
        QString statement{}; ///< run first; may be empty
        QString query{};     ///< its first cell ...
        QString value{};     ///< ... is this
    };

    QString recipe{};
    QString name{};      ///< of the row; empty: there is one only
    QStringList setup{}; ///< makes the tables and their rows
    RecipeValues values{};
    QList<Fact> facts{};
    QString refusal{};   ///< the setup is such that a check refuses, with this in its message; the way up ends there
    QStringList stays{}; ///< what a way down leaves behind, as schemaLines() tells it: parts of lines
};

QList<RecipeCase> postgresqlCases();
QList<RecipeCase> mariadbCases();
QList<RecipeCase> sqliteCases();

} // namespace Whimbrel::Test
