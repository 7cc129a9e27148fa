// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

#include <QAbstractTableModel>

namespace Whimbrel {

/// What a script locks, as a picture in cells: a row for each relation, a column for each statement that locks
/// anything, and in each cell the lock that is held while the statement runs, its own or one of an earlier statement of
/// its transaction.
class ImpactModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role {
        ReachRole = Qt::UserRole, ///< LockReach as int; invalid where nothing is held
        BeginsRole,               ///< bool: taken by this statement
        WorkRole,                 ///< bool: rows are read or written under it
        LineRole,                 ///< of the column's statement, in its file
        UncertainRole,            ///< bool: only possibly taken
    };
    /// More statements than a person compares; further ones are counted.
    static constexpr qsizetype columnsAtMost = 200;

    using QAbstractTableModel::QAbstractTableModel;

    void setScript(const ScriptAnalysis &script, Dialect dialect);
    /// Statements that lock something and are not shown.
    qsizetype hiddenStatements() const { return m_hidden; }
    /// "users: ACCESS EXCLUSIVE from statement 2": the strongest lock of each relation, the worst first; for a summary.
    QStringList summary() const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    struct Cell
    {
        bool held = false;
        Impact impact;
        bool begins = false;
    };
    struct Column
    {
        int line = 0; ///< of the file, as everywhere else
        QString sql;  ///< its beginning, on one line
    };

    const Cell &cell(int row, int column) const { return m_cells.at(qsizetype(row) * m_columns.size() + column); }

    QList<ObjectName> m_relations;
    QList<Column> m_columns;
    QList<Cell> m_cells;
    qsizetype m_hidden = 0;
};

} // namespace Whimbrel
