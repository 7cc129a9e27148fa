// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "sql/dialect.h"

#include <optional>

namespace Whimbrel {

/// What a fix takes the place of: a whole statement, or the one part of it that the rest can do without.
struct FixTarget
{
    Operation operation;   ///< what a recipe does instead
    QList<Operation> rest; ///< what the statement still does afterwards
    qsizetype begin = 0;   ///< of the part in the statement's text, with the comma or the blank that goes with it
    qsizetype end = 0;
    bool isWhole = true;
};

/// The target that is the operation of this index: the statement where it does nothing else, an action of ALTER TABLE,
/// a name of DROP. `constraint`: not the column that the operation adds, but the constraint of this kind within it.
/// Nothing, where what stays would need what goes, or the text cannot be cut.
std::optional<FixTarget> fixTarget(const QString &statement, const QList<Operation> &operations, qsizetype index,
                                   std::optional<ConstraintKind> constraint, Dialect dialect);

/// CREATE TABLE with a FOREIGN KEY clause for each REFERENCES within a column; empty where that cannot be told from the text.
QString withForeignKeys(const QString &createTable, Dialect dialect);

/// The kind of constraint that a recipe adds, for those that can take one out of ADD COLUMN.
std::optional<ConstraintKind> constraintOfRecipe(const QString &recipe);

} // namespace Whimbrel
