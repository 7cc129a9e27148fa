// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impactmodel.h"

#include "safety/impacttext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isShown(const Impact &impact)
{
    const bool isTable = impact.type != ObjectType::Index && impact.type != ObjectType::Sequence;
    return isTable && !impact.lock.isEmpty() && impact.reach > LockReach::Nothing && !impact.isNew && !impact.invisible;
}

bool locksAnything(const StatementAnalysis &statement)
{
    return std::ranges::any_of(statement.impact.relations, isShown);
}

bool works(const Impact &impact)
{
    return impact.rewrite != Answer::No || impact.scan != Answer::No || impact.indexRebuild != Answer::No;
}

/// A table that nothing is known of is called as it is written; its schema is known from its first statement on.
bool isSame(const ObjectName &one, const ObjectName &other)
{
    return one.name == other.name && (one.schema == other.schema || one.schema.isEmpty() || other.schema.isEmpty());
}

const Impact *on(const QList<Impact> &impacts, const ObjectName &relation)
{
    const auto found = std::ranges::find_if(
        impacts, [&](const Impact &impact) { return isSame(impact.relation, relation) && isShown(impact); });
    return found == impacts.end() ? nullptr : &*found;
}

constexpr int shownSql = 80;

} // namespace

void ImpactModel::setScript(const ScriptAnalysis &script, Dialect)
{
    beginResetModel(); // another text: nothing of the old picture is left
    m_relations.clear();
    m_columns.clear();
    m_cells.clear();
    m_hidden = 0;
    QList<const StatementAnalysis *> statements;
    for (qsizetype i = 0; i < script.statements.size(); ++i) {
        const StatementAnalysis &statement = script.statements.at(i);
        if (!locksAnything(statement))
            continue;
        if (m_columns.size() == columnsAtMost) {
            ++m_hidden;
            continue;
        }
        statements.append(&statement);
        m_columns.append({.line = statement.statement.start.line,
                          .sql = statement.statement.text.left(shownSql).simplified()});
        for (const Impact &impact : statement.impact.relations) {
            const bool known = std::ranges::any_of(
                m_relations, [&](const ObjectName &relation) { return isSame(relation, impact.relation); });
            if (isShown(impact) && !known)
                m_relations.append(impact.relation);
        }
    }
    for (const ObjectName &relation : std::as_const(m_relations)) {
        for (const StatementAnalysis *statement : std::as_const(statements)) {
            const Impact *own = on(statement->impact.relations, relation);
            const Impact *earlier = on(statement->held, relation);
            const bool isOwn = own && (!earlier || own->reach >= earlier->reach);
            if (isOwn)
                m_cells.append({.held = true, .impact = *own, .begins = !earlier || own->reach > earlier->reach});
            else if (earlier)
                m_cells.append({.held = true, .impact = *earlier, .begins = false});
            else
                m_cells.append(Cell{});
            if (own && !isOwn) { // its work is done under the stronger lock
                m_cells.last().impact.scan = own->scan;
                m_cells.last().impact.rewrite = own->rewrite;
                m_cells.last().impact.indexRebuild = own->indexRebuild;
            }
        }
    }
    endResetModel();
}

QStringList ImpactModel::summary() const
{
    struct Worst
    {
        const Cell *cell = nullptr;
        int column = 0;
    };
    QList<Worst> worst;
    for (int row = 0; row < rowCount(); ++row) {
        Worst strongest;
        for (int column = 0; column < columnCount(); ++column) {
            const Cell &candidate = cell(row, column);
            if (candidate.held && (!strongest.cell || candidate.impact.reach > strongest.cell->impact.reach))
                strongest = {.cell = &candidate, .column = column};
        }
        if (strongest.cell)
            worst.append(strongest);
    }
    std::ranges::stable_sort(worst, std::ranges::greater(), [](const Worst &one) { return one.cell->impact.reach; });
    QStringList lines;
    for (const Worst &one : std::as_const(worst)) {
        lines.append(
            tr("%1: %2 from line %3 on, %4")
                .arg(one.cell->impact.relation.toString(), lockModeName(one.cell->impact.lock, one.cell->impact.reach))
                .arg(m_columns.at(one.column).line)
                .arg(waitingText(one.cell->impact.reach)));
    }
    return lines;
}

int ImpactModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_relations.size());
}

int ImpactModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ImpactModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Cell &here = cell(index.row(), index.column());
    if (role == LineRole)
        return m_columns.at(index.column()).line;
    if (!here.held)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return here.begins ? lockModeName(here.impact.lock, here.impact.reach) : QString();
    case Qt::ToolTipRole:
    case Qt::AccessibleTextRole: {
        const QString text = impactText(here.impact);
        return here.begins ? text : tr("Still held, until the transaction ends: %1").arg(text);
    }
    case ReachRole:
        return int(here.impact.reach);
    case BeginsRole:
        return here.begins;
    case WorkRole:
        return works(here.impact);
    case UncertainRole:
        return !here.impact.certain;
    default:
        return {};
    }
}

QVariant ImpactModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical) {
        const bool text = role == Qt::DisplayRole || role == Qt::ToolTipRole;
        return text ? m_relations.at(section).toString() : QVariant();
    }
    const Column &column = m_columns.at(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.line;
    case Qt::ToolTipRole:
        return tr("Line %1: %2").arg(column.line).arg(column.sql);
    default:
        return {};
    }
}

} // namespace Whimbrel
