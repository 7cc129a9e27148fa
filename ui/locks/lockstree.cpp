// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockstree.h"

#include "locks/locksdelegate.h"

namespace Whimbrel {

LocksTree::LocksTree(QWidget *parent) : QTreeView(parent)
{
    setItemDelegate(new LocksDelegate(this));
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setFrameShape(QFrame::NoFrame);
    setContextMenuPolicy(Qt::CustomContextMenu);
}

void LocksTree::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (topLeft.row() == bottomRight.row()) {
        QTreeView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    executeDelayedItemsLayout(); // of rows that came and went: else all is drawn once more after it
    for (int column = topLeft.column(); column <= bottomRight.column(); ++column)
        viewport()->update(columnViewportPosition(column), 0, columnWidth(column), viewport()->height());
}

} // namespace Whimbrel
