// SPDX-License-Identifier: GPL-3.0-or-later
#include "problems/problemsmodel.h"

#include "safety/severitylook.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

void ProblemsModel::setProblems(const QList<Problem> &problems)
{
    const auto sameHead = std::ranges::mismatch(std::as_const(m_problems), problems);
    const auto head = sameHead.in1 - std::as_const(m_problems).begin();
    const qsizetype most = std::min(m_problems.size(), problems.size()) - head;
    qsizetype tail = 0;
    while (tail < most && m_problems.at(m_problems.size() - 1 - tail) == problems.at(problems.size() - 1 - tail))
        ++tail;
    if (const qsizetype gone = m_problems.size() - head - tail; gone > 0) {
        beginRemoveRows({}, int(head), int(head + gone - 1));
        m_problems.remove(head, gone);
        endRemoveRows();
    }
    if (const qsizetype come = problems.size() - head - tail; come > 0) {
        beginInsertRows({}, int(head), int(head + come - 1));
        m_problems = problems;
        endInsertRows();
    }
}

int ProblemsModel::count(Severity severity) const
{
    return static_cast<int>(std::ranges::count(m_problems, severity, &Problem::severity));
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
    const Problem &problem = m_problems.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return index.column() == PlaceColumn  ? problem.place.toString()
               : index.column() == RuleColumn ? problem.rule
                                              : problem.message;
    case Qt::DecorationRole:
        return index.column() == MessageColumn ? severityIcon(problem.severity) : QVariant();
    case Qt::ToolTipRole:
        return u"<p>%1</p>"_s.arg(
            problem.detail.toHtmlEscaped().replace("\n\n"_L1, "</p><p>"_L1).replace(u'\n', "<br>"_L1));
    case Qt::AccessibleTextRole:
        return index.column() == MessageColumn
                   ? tr("%1: %2", "a severity and a message").arg(severityName(problem.severity), problem.message)
                   : QVariant();
    case SeverityRole:
        return int(problem.severity);
    default:
        return {};
    }
}

QVariant ProblemsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case MessageColumn:
        return tr("Problem");
    case RuleColumn:
        return tr("Rule");
    default:
        return tr("Place");
    }
}

} // namespace Whimbrel
