// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "problems/problem.h"

#include <QAbstractTableModel>

namespace Whimbrel {

/// What is wrong with a project and its migrations. New lists change only the rows between those that stay the same at
/// both ends, so that selection and scroll position survive.
class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, RuleColumn, PlaceColumn, ColumnCount };
    enum Role { SeverityRole = Qt::UserRole }; ///< Severity as int

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(const QList<Problem> &problems);
    const Problem &problemAt(int row) const { return m_problems.at(row); }
    int count(Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<Problem> m_problems;
};

} // namespace Whimbrel
