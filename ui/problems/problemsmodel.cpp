// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemsmodel.h"

#include <QIcon>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
bool same(const ProjectProblem &a, const ProjectProblem &b)
{
    return a.severity == b.severity && a.error.toString() == b.error.toString();
}
} // namespace

void ProblemsModel::setProblems(const QList<ProjectProblem> &problems)
{
    if (std::ranges::equal(m_problems, problems, same))
        return;
    beginResetModel();
    m_problems = problems;
    endResetModel();
}

int ProblemsModel::count(ProjectProblem::Severity severity) const
{
    return static_cast<int>(std::ranges::count(m_problems, severity, &ProjectProblem::severity));
}

int ProblemsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_problems.size());
}

int ProblemsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ProblemsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const ProjectProblem &problem = m_problems.at(index.row());
    const bool isError = problem.severity == ProjectProblem::Severity::Error;
    const QString message = problem.error.message;
    if (index.column() == PlaceColumn)
        return role == Qt::DisplayRole ? problem.error.position.toString() : QVariant();
    switch (role) {
    case Qt::DisplayRole:
        return problem.error.hint.isEmpty() ? message : u"%1 %2"_s.arg(message, problem.error.hint);
    case Qt::DecorationRole:
        return QIcon::fromTheme(isError ? u"data-error"_s : u"data-warning"_s);
    case Qt::ToolTipRole:
        return problem.error.toString();
    case Qt::AccessibleTextRole:
        return isError ? tr("Error: %1").arg(message) : tr("Warning: %1").arg(message);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    return section == MessageColumn ? tr("Problem") : tr("Place");
}

} // namespace Whimbrel
