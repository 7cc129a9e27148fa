// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "timeline/timelinerow.h"

#include <QStyledItemDelegate>

namespace Whimbrel {

/// Draws a node's shape around `center`; `size` is the diameter of its circle, `turn` the angle of a running arc in
/// degrees.
void paintNode(QPainter &painter, const TimelineRow &row, QPointF center, qreal size, const QColor &background,
               int turn);

/// Paints the rail with a node for each migration, two lines of text and chips.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    /// The angle of the arc of a running migration; the view repaints that row after changing it.
    void setTurn(int degrees) { m_turn = degrees; }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    void paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const;
    void paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                  const TimelineRow &row) const;
    int paintSafety(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                    const RowSafety &safety) const;
    int paintChips(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                   const QStringList &chips) const;

    int m_turn = 0;
    QLocale m_locale;
};

} // namespace Whimbrel
