// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

#include <optional>

namespace Whimbrel {

/// Where a backfill stands: committed with the rows of each batch in the journal's row of the migration, as JSON.
struct BackfillState
{
    QString statement{};     ///< hash of its text and of the key: the cursor means nothing for another
    int pass = 1;
    QStringList cursor{};    ///< rows up to here are done in this pass; empty: none
    QStringList last{};      ///< where this pass ends; empty: it has not begun
    qlonglong passed = 0;    ///< rows gone by in this pass
    qlonglong total = -1;    ///< rows this pass has to go by, estimated
    qlonglong changed = 0;   ///< in all passes
    qlonglong changedInPass = 0;
    qlonglong leftBefore = -1; ///< rows that matched before this pass; -1: not counted
    qlonglong size = 0;      ///< of the last batch, to go on with

    QString toJson() const;
    /// Nothing where it is none.
    static std::optional<BackfillState> fromJson(const QString &json);

    bool operator==(const BackfillState &) const = default;
};

} // namespace Whimbrel
