// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/history/incidentmodel.h"

#include "report/incidentreport.h"

#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The same incident, possibly earlier in its life.
bool isSame(const Incident &a, const Incident &b)
{
    return a.since == b.since;
}

} // namespace

void IncidentModel::setIncidents(const QList<Incident> &past, const std::optional<Incident> &current, const QDateTime &now)
{
    m_now = now;
    QList<Incident> fresh(past.rbegin(), past.rend());
    if (current)
        fresh.prepend(*current);
    for (int row = static_cast<int>(m_incidents.size()) - 1; row >= 0; --row) {
        if (std::ranges::any_of(fresh, [&](const Incident &one) { return isSame(one, m_incidents[row]); }))
            continue;
        beginRemoveRows({}, row, row);
        m_incidents.removeAt(row);
        endRemoveRows();
    }
    // What is left is in the order of `fresh`: incidents only come, and go, at the ends.
    for (int row = 0; row < fresh.size(); ++row) {
        if (row >= m_incidents.size() || !isSame(m_incidents[row], fresh[row])) {
            beginInsertRows({}, row, row);
            m_incidents.insert(row, fresh[row]);
            endInsertRows();
            continue;
        }
        if (!fresh[row].isOn() && !m_incidents[row].isOn())
            continue;
        m_incidents[row] = fresh[row];
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

int IncidentModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_incidents.size());
}

int IncidentModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant IncidentModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Incident &incident = m_incidents[index.row()];
    if (role == Qt::ToolTipRole)
        return incidentText(incident);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Since:
        return QLocale::c().toString(incident.since.toLocalTime(), u"HH:mm:ss"_s);
    case Lasted:
        return incident.isOn() ? tr("%1, still on").arg(incidentDuration(incident, m_now))
                               : incidentDuration(incident, m_now);
    default:
        return incidentSummary(incident);
    }
}

QVariant IncidentModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Since:
        return tr("Since");
    case Lasted:
        return tr("Lasted");
    default:
        return tr("What happened");
    }
}

} // namespace Whimbrel
