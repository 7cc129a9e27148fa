// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinefilter.h"

#include "timeline/timelinemodel.h"

#include <algorithm>

namespace Whimbrel {

namespace {
bool fits(MigrationState state, TimelineFilter::States wanted)
{
    switch (wanted) {
    case TimelineFilter::States::All:
        return true;
    case TimelineFilter::States::Pending:
        return state == MigrationState::Pending || state == MigrationState::OutOfOrder;
    case TimelineFilter::States::Applied:
        return state == MigrationState::Applied || state == MigrationState::Baseline ||
               state == MigrationState::Modified || state == MigrationState::Missing;
    case TimelineFilter::States::Problems:
        return state == MigrationState::Failed || state == MigrationState::Missing ||
               state == MigrationState::Modified || state == MigrationState::Outdated ||
               state == MigrationState::OutOfOrder || state == MigrationState::Ignored;
    }
    return true;
}
} // namespace

TimelineFilter::TimelineFilter(QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setRecursiveFilteringEnabled(true);
}

void TimelineFilter::setSearch(const QString &text)
{
    const QStringList words = text.split(u' ', Qt::SkipEmptyParts);
    if (words == m_words)
        return;
    m_words = words;
    invalidateRowsFilter();
}

void TimelineFilter::setStates(States states)
{
    if (states == m_states)
        return;
    m_states = states;
    invalidateRowsFilter();
}

bool TimelineFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_words.isEmpty() && m_states == States::All;
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    if (!fits(static_cast<MigrationState>(index.data(TimelineModel::StateRole).toInt()), m_states))
        return false;
    if (m_words.isEmpty())
        return true;
    const QString text = index.data(TimelineModel::SearchRole).toString();
    return std::ranges::all_of(m_words,
                               [&text](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
}

} // namespace Whimbrel
