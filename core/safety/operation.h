// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace Whimbrel {

/// What a statement does, free of dialect. Filled by the analysis of each dialect's statements.
struct Operation
{
    enum class Kind {
        Unknown, CreateTable, DropTable, RenameTable, AddColumn, DropColumn, RenameColumn, AlterColumnType, SetNotNull,
        DropNotNull, SetDefault, DropDefault, AddConstraint, ValidateConstraint, DropConstraint, CreateIndex, DropIndex, Reindex,
        CreateView, DropView, Insert, Update, Delete, Truncate, Other,
    };

    Kind kind = Kind::Unknown;
    QString relation;
    QStringList columns;
    QString object; ///< the constraint, index, type, ... it is about
    bool concurrently = false;

    bool operator==(const Operation &) const = default;
};

} // namespace Whimbrel
