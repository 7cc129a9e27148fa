// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinerow.h"

#include <QAbstractItemModel>

namespace Whimbrel {

/// Months, and in them migrations. A new timeline updates, inserts and removes rows; it resets only where the order of
/// rows that stay has changed.
class TimelineModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum Role {
        IsGroupRole = Qt::UserRole,
        RowRole,     ///< const TimelineRow *: valid until the model changes; null for groups
        VersionRole,
        SearchRole,  ///< what the search field looks in
        StateRole,   ///< MigrationState as int
    };

    explicit TimelineModel(QObject *parent = nullptr);

    void setTimeline(const Timeline &timeline);
    /// What the analysis says, by version; kept for timelines that come later.
    void setSafety(const QHash<QString, RowSafety> &safety);
    /// Marks the migration that runs, with the part that is done (-1: unknown). An empty version ends it.
    void setRunning(const QString &version, double progress);
    /// A run has done this one; the next timeline that is read says the rest.
    void setFinished(const QString &version, Direction direction);
    QModelIndex indexOf(const QString &version) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    const TimelineRow *rowAt(const QModelIndex &index) const;
    QVariant groupData(const TimelineGroup &group, int role) const;
    void updateGroups(QList<TimelineGroup> groups);
    void updateRows(int group, const QList<TimelineRow> &rows);

    QList<TimelineGroup> m_groups;
    QHash<QString, RowSafety> m_safety;
    QLocale m_locale;
};

} // namespace Whimbrel

Q_DECLARE_METATYPE(const Whimbrel::TimelineRow *)
