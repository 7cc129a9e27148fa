// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTreeView>

namespace Whimbrel {

/// The tree of LocksModel. When cells of many rows change, as the ages do with each sample, it draws their columns:
/// QTreeView would look for the place of each row, seen or not, and then draw the columns beside them too.
class LocksTree final : public QTreeView
{
    Q_OBJECT

public:
    explicit LocksTree(QWidget *parent = nullptr);

    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles = {}) override;
};

} // namespace Whimbrel
