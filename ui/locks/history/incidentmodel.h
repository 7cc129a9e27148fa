// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/history/incident.h"

#include <QAbstractTableModel>
#include <QList>

namespace Whimbrel {

/// Incidents as rows, the newest first; the one that is on stands on top and changes in place.
class IncidentModel final : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column { Since, Lasted, Summary, ColumnCount };

    explicit IncidentModel(QObject *parent = nullptr) : QAbstractTableModel(parent) {}

    /// `past`: the newest last. `now` is what the one that is on has lasted to.
    void setIncidents(const QList<Incident> &past, const std::optional<Incident> &current, const QDateTime &now);
    const Incident &incident(const QModelIndex &index) const { return m_incidents[index.row()]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    QList<Incident> m_incidents;
    QDateTime m_now;
};

} // namespace Whimbrel
