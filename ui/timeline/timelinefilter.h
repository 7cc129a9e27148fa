// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSortFilterProxyModel>

namespace Whimbrel {

/// The migrations that fit the search field and the chosen states; a month is shown while it holds one.
class TimelineFilter final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class States { All, Pending, Applied, Problems };
    Q_ENUM(States)

    explicit TimelineFilter(QObject *parent = nullptr);

    /// Every word must occur in version, description or file; case does not matter.
    void setSearch(const QString &text);
    void setStates(States states);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QStringList m_words;
    States m_states = States::All;
};

} // namespace Whimbrel
