// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migration.h"

#include <QAbstractTableModel>

namespace Whimbrel {

/// What was found wrong while a project was read. Never reset while problems stay the same.
class ProblemsModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { MessageColumn, PlaceColumn, ColumnCount };

    using QAbstractTableModel::QAbstractTableModel;

    void setProblems(const QList<ProjectProblem> &problems);
    const ProjectProblem &problemAt(int row) const { return m_problems.at(row); }
    int count(ProjectProblem::Severity severity) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<ProjectProblem> m_problems;
};

} // namespace Whimbrel
