// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinemodel.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Internal ids: 0 for a month, the month's row + 1 for a migration in it.
constexpr quintptr s_group = 0;

QString keyOf(const TimelineGroup &group)
{
    return group.key;
}

QString keyOf(const TimelineRow &row)
{
    return row.entry.migration.version;
}

template<typename Item>
QStringList keysOf(const QList<Item> &items)
{
    QStringList keys;
    keys.reserve(items.size());
    for (const Item &item : items)
        keys << keyOf(item);
    return keys;
}

/// True if what is in both lists stands in the same order in both, and nothing stands twice: then rows can be removed
/// and inserted one by one.
bool isMergeable(const QStringList &before, const QStringList &after)
{
    const QSet<QString> old(before.begin(), before.end());
    const QSet<QString> fresh(after.begin(), after.end());
    if (old.size() != before.size() || fresh.size() != after.size())
        return false;
    QStringList staying = before;
    staying.removeIf([&fresh](const QString &key) { return !fresh.contains(key); });
    QStringList kept = after;
    kept.removeIf([&old](const QString &key) { return !old.contains(key); });
    return staying == kept;
}

} // namespace

TimelineModel::TimelineModel(QObject *parent)
    : QAbstractItemModel(parent)
{
}

void TimelineModel::setTimeline(const Timeline &timeline)
{
    QList<TimelineGroup> groups = groupTimeline(timeline);
    for (TimelineGroup &group : groups) {
        for (TimelineRow &row : group.rows)
            row.safety = m_safety.value(row.entry.migration.version);
    }
    bool mergeable = !m_groups.isEmpty() && isMergeable(keysOf(m_groups), keysOf(groups));
    for (const TimelineGroup &group : std::as_const(groups)) {
        const auto old = std::ranges::find(m_groups, group.key, &TimelineGroup::key);
        mergeable = mergeable && (old == m_groups.end() || isMergeable(keysOf(old->rows), keysOf(group.rows)));
    }
    if (mergeable) {
        updateGroups(std::move(groups));
        return;
    }
    beginResetModel();
    m_groups = std::move(groups);
    endResetModel();
}

void TimelineModel::setSafety(const QHash<QString, RowSafety> &safety)
{
    m_safety = safety;
    for (int g = 0; g < m_groups.size(); ++g) {
        QList<TimelineRow> &rows = m_groups[g].rows;
        for (int r = 0; r < rows.size(); ++r) {
            const RowSafety now = safety.value(rows.at(r).entry.migration.version);
            if (rows.at(r).safety == now)
                continue;
            rows[r].safety = now;
            const QModelIndex at = index(r, 0, index(g, 0));
            Q_EMIT dataChanged(at, at);
        }
    }
}

void TimelineModel::updateGroups(QList<TimelineGroup> groups)
{
    const QStringList keys = keysOf(groups);
    for (int row = static_cast<int>(m_groups.size()) - 1; row >= 0; --row) {
        if (keys.contains(m_groups.at(row).key))
            continue;
        beginRemoveRows({}, row, row);
        m_groups.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < groups.size(); ++row) {
        if (row < m_groups.size() && m_groups.at(row).key == groups.at(row).key) {
            updateRows(row, groups.at(row).rows);
            continue;
        }
        beginInsertRows({}, row, row);
        m_groups.insert(row, groups.at(row));
        endInsertRows();
    }
}

void TimelineModel::updateRows(int group, const QList<TimelineRow> &rows)
{
    const QModelIndex parent = index(group, 0);
    QList<TimelineRow> &present = m_groups[group].rows;
    const QStringList keys = keysOf(rows);
    const QSet<QString> wanted(keys.begin(), keys.end());
    for (int row = static_cast<int>(present.size()) - 1; row >= 0; --row) {
        if (wanted.contains(keyOf(present.at(row))))
            continue;
        beginRemoveRows(parent, row, row);
        present.removeAt(row);
        endRemoveRows();
    }
    bool changed = false;
    for (int row = 0; row < rows.size(); ++row) {
        if (row >= present.size() || keyOf(present.at(row)) != keys.at(row)) {
            beginInsertRows(parent, row, row);
            present.insert(row, rows.at(row));
            endInsertRows();
            changed = true;
        } else if (present.at(row) != rows.at(row)) {
            present[row] = rows.at(row);
            Q_EMIT dataChanged(index(row, 0, parent), index(row, 0, parent));
            changed = true;
        }
    }
    if (changed)
        Q_EMIT dataChanged(parent, parent);
}

void TimelineModel::setRunning(const QString &version, double progress)
{
    for (int g = 0; g < m_groups.size(); ++g) {
        for (int r = 0; r < m_groups.at(g).rows.size(); ++r) {
            const TimelineRow &row = m_groups.at(g).rows.at(r);
            const bool isRunning = !version.isEmpty() && row.entry.migration.version == version;
            if (!isRunning && row.shape != NodeShape::Running)
                continue;
            TimelineRow &changed = m_groups[g].rows[r];
            changed.shape = isRunning ? NodeShape::Running : NodeShape::Pending;
            changed.progress = isRunning ? progress : -1;
            const QModelIndex at = index(r, 0, index(g, 0));
            Q_EMIT dataChanged(at, at);
        }
    }
}

void TimelineModel::setFinished(const QString &version, Direction direction)
{
    const QModelIndex at = indexOf(version);
    if (!at.isValid())
        return;
    TimelineRow &row = m_groups[at.parent().row()].rows[at.row()];
    row.shape = direction == Direction::Up ? NodeShape::Applied : NodeShape::Pending;
    row.progress = -1;
    Q_EMIT dataChanged(at, at);
}

QModelIndex TimelineModel::indexOf(const QString &version) const
{
    for (int g = 0; g < m_groups.size(); ++g) {
        const QList<TimelineRow> &rows = m_groups.at(g).rows;
        const auto found =
            std::ranges::find(rows, version, [](const TimelineRow &row) { return row.entry.migration.version; });
        if (found != rows.end())
            return index(static_cast<int>(found - rows.begin()), 0, index(g, 0));
    }
    return {};
}

QModelIndex TimelineModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? static_cast<quintptr>(parent.row()) + 1 : s_group);
}

QModelIndex TimelineModel::parent(const QModelIndex &child) const
{
    if (!child.isValid() || child.internalId() == s_group)
        return {};
    return createIndex(static_cast<int>(child.internalId()) - 1, 0, s_group);
}

int TimelineModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(m_groups.size());
    return parent.internalId() == s_group && parent.column() == 0
               ? static_cast<int>(m_groups.at(parent.row()).rows.size())
               : 0;
}

int TimelineModel::columnCount(const QModelIndex &) const
{
    return 1;
}

const TimelineRow *TimelineModel::rowAt(const QModelIndex &index) const
{
    if (index.internalId() == s_group)
        return nullptr;
    return &m_groups.at(static_cast<qsizetype>(index.internalId()) - 1).rows.at(index.row());
}

QVariant TimelineModel::groupData(const TimelineGroup &group, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return group.title(m_locale);
    case Qt::AccessibleTextRole:
        return tr("%1, %n migration(s)", nullptr, static_cast<int>(group.rows.size())).arg(group.title(m_locale));
    case IsGroupRole:
        return true;
    default:
        return {};
    }
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineRow *row = rowAt(index);
    if (!row)
        return groupData(m_groups.at(index.row()), role);
    const Migration &migration = row->entry.migration;
    switch (role) {
    case Qt::DisplayRole:
        return migration.description;
    case Qt::ToolTipRole:
        return u"%1\n%2\n%3\n%4"_s
            .arg(migration.description, row->secondLine(m_locale), migration.displayFile, row->safetyText())
            .trimmed();
    case Qt::AccessibleTextRole:
        return row->accessibleText(m_locale);
    case IsGroupRole:
        return false;
    case RowRole:
        return QVariant::fromValue(row);
    case VersionRole:
        return migration.version;
    case SearchRole:
        return u"%1 %2 %3"_s.arg(migration.version, migration.description, migration.displayFile);
    case StateRole:
        return static_cast<int>(row->entry.state);
    default:
        return {};
    }
}

} // namespace Whimbrel
