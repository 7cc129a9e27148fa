// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace Whimbrel {

/// What belongs to one copy of a table while it is made. All of it lies in the table's own database.
struct CopyNames
{
    QString schema;
    QString table;
    QString newTable;     ///< the copy: "_orders_new"
    QString oldTable;     ///< the table after the swap: "_orders_old"
    QStringList triggers; ///< on the table, as pt-online-schema-change names them

    /// `database`: the session's, where the statement names none.
    static CopyNames of(const ObjectName &table, const QString &database);

    bool operator==(const CopyNames &) const = default;
};

/// How far a copy has come: in the journal's row of the migration from before the first thing is made, so that whatever
/// a killed run leaves behind is known to be ours.
struct CopyState
{
    enum class Phase {
        Copying,  ///< there may be the copy and triggers
        Copied,   ///< both are complete: the triggers keep the copy as the table is
        Swapping, ///< the tables that are there tell whether they have changed places
        Swapped,  ///< only the old table is left to drop
    };

    QString statement{}; ///< hash of its text
    CopyNames names{};
    Phase phase = Phase::Copying;

    QString toJson() const;
    /// Nothing where it is none.
    static std::optional<CopyState> fromJson(const QString &json);
    static QString hashOf(const QString &statement);

    bool operator==(const CopyState &) const = default;
};

} // namespace Whimbrel
