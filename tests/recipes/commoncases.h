// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "recipecases.h"

namespace Whimbrel::Test {

/// What the cases that are the same for every database need to know of one.
struct CaseWords
{
    Dialect dialect = Dialect::PostgreSql;
    QString textType{};
    QString firstPart{};  ///< of column %1, what stands before a blank, ...
    QString secondPart{}; ///< ... and after it
    // After how many migrations of a change in steps ...
    int inStep = 1;       ///< ... old and new are kept in step,
    int filled = 2;       ///< ... the rows that were there have it too,
    int renamed = 3;      ///< ... a column has its new name alone,
    int done = 3;         ///< ... columns are split or merged.
    QString duplicates{}; ///< how a unique index over customer_id is refused
    QString badRows{};    ///< how check-rows refuses 20 rows with "it's 100% too much"
};

/// Makes the table "orders" with 50 rows, and "customers" with 10. Names that need quotes are in it, so that nothing
/// forgets them.
QStringList orders(const CaseWords &words);
QList<RecipeCase> commonCases(const CaseWords &words);

} // namespace Whimbrel::Test
