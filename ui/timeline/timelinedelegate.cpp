// SPDX-License-Identifier: GPL-3.0-or-later
#include "timeline/timelinedelegate.h"

#include "safety/severitylook.h"
#include "timeline/timelinemodel.h"

#include <QApplication>
#include <QPainter>
#include <QPainterPath>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

void paintCross(QPainter &painter, QPointF c, qreal r)
{
    painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
    painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
}

void paintDiamond(QPainter &painter, QPointF c, qreal r)
{
    const QPointF points[] = {c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)};
    painter.drawConvexPolygon(points, 4);
}

void paintDelta(QPainter &painter, QPointF c, qreal r)
{
    const QPointF points[] = {c + QPointF(0, -r), c + QPointF(r * 0.9, r * 0.7), c + QPointF(-r * 0.9, r * 0.7)};
    painter.drawConvexPolygon(points, 3);
}

void paintUpDown(QPainter &painter, QPointF c, qreal r)
{
    painter.drawLine(c + QPointF(0, -r), c + QPointF(0, r));
    for (const qreal sign : {-1.0, 1.0}) {
        const QPointF tip = c + QPointF(0, sign * r);
        painter.drawLine(tip, tip + QPointF(-r * 0.5, -sign * r * 0.5));
        painter.drawLine(tip, tip + QPointF(r * 0.5, -sign * r * 0.5));
    }
}

/// Three quarters of a turn with an arrow head at its end.
void paintTurning(QPainter &painter, QPointF c, qreal r)
{
    painter.drawArc(QRectF(c.x() - r, c.y() - r, 2 * r, 2 * r), 90 * 16, -270 * 16);
    const QPointF tip = c + QPointF(-r, 0);
    painter.drawLine(tip, tip + QPointF(-r * 0.5, r * 0.6));
    painter.drawLine(tip, tip + QPointF(r * 0.6, r * 0.5));
}

} // namespace

void paintNode(QPainter &painter, const TimelineRow &row, QPointF c, qreal size, const QColor &background, int turn)
{
    const QColor color = roleColor(roleOf(row.shape));
    const qreal r = size / 2;
    const QRectF circle(c.x() - r, c.y() - r, size, size);
    QPen pen(color, std::max(1.0, size / 9));
    pen.setCapStyle(Qt::FlatCap);
    painter.setPen(pen);
    painter.setBrush(background);
    switch (row.shape) {
    case NodeShape::Applied:
        painter.setBrush(color);
        painter.drawEllipse(circle);
        break;
    case NodeShape::Pending:
        painter.drawEllipse(circle);
        break;
    case NodeShape::Next:
        painter.drawEllipse(circle.adjusted(-r / 2, -r / 2, r / 2, r / 2));
        painter.drawEllipse(circle.adjusted(r / 4, r / 4, -r / 4, -r / 4));
        break;
    case NodeShape::Running:
        painter.setPen(Qt::NoPen);
        painter.drawEllipse(circle);
        pen.setWidthF(size / 5);
        painter.setPen(pen);
        painter.drawArc(circle, (90 - turn) * 16,
                        row.progress >= 0 ? -static_cast<int>(row.progress * 360 * 16) : -270 * 16);
        break;
    case NodeShape::Partly:
        painter.drawEllipse(circle);
        painter.setBrush(color);
        painter.drawPie(circle, 90 * 16, 180 * 16);
        break;
    case NodeShape::Failed:
        paintDiamond(painter, c, r * 1.25);
        paintCross(painter, c, r * 0.4);
        break;
    case NodeShape::Modified:
        painter.drawEllipse(circle);
        painter.setBrush(color);
        paintDelta(painter, c, r * 0.45);
        break;
    case NodeShape::Missing:
        pen.setDashPattern({2, 1.4});
        painter.setPen(pen);
        painter.drawEllipse(circle);
        break;
    case NodeShape::OutOfOrder:
        painter.drawEllipse(circle);
        paintUpDown(painter, c, r * 0.55);
        break;
    case NodeShape::Outdated:
        painter.drawEllipse(circle);
        paintTurning(painter, c, r * 0.5);
        break;
    case NodeShape::Baseline:
        painter.setBrush(color);
        painter.drawRect(circle.adjusted(r / 6, r / 6, -r / 6, -r / 6));
        break;
    case NodeShape::Ignored:
        painter.drawEllipse(circle);
        painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
        break;
    case NodeShape::Unknown:
        painter.setBrush(color);
        painter.drawEllipse(c, r / 2.5, r / 2.5);
        break;
    }
}

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    QStyleOptionViewItem item = option;
    item.text.clear();
    item.features &= ~QStyleOptionViewItem::HasDisplay;
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &item, painter, option.widget);
    if (const auto *row = index.data(TimelineModel::RowRole).value<const TimelineRow *>())
        paintRow(*painter, option, index, *row);
    else
        paintGroup(*painter, option, index);
    painter->restore();
}

void TimelineDelegate::paintGroup(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool selected = option.state & QStyle::State_Selected;
    QFont font = option.font;
    font.setWeight(QFont::DemiBold);
    painter.setFont(font);
    painter.setPen(selected ? option.palette.color(QPalette::HighlightedText) : roleColor(ColorRole::Inactive));
    const QRect line = option.rect.adjusted(option.fontMetrics.height() / 4, 0, -option.fontMetrics.height() / 2, 0);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignLeading, index.data().toString());
    const int count = index.model()->rowCount(index);
    painter.setFont(option.font);
    painter.drawText(line, Qt::AlignVCenter | Qt::AlignTrailing, m_locale.toString(count));
}

namespace {

/// The longest of the texts that fits, they come longest first; the last one cut off where none does.
QString fitting(const QStringList &texts, const QFontMetrics &metrics, int width)
{
    const auto fits = [&](const QString &text) { return metrics.horizontalAdvance(text) <= width; };
    const auto found = std::ranges::find_if(texts, fits);
    return found != texts.cend() ? *found : metrics.elidedText(texts.constLast(), Qt::ElideRight, width);
}

} // namespace

void TimelineDelegate::paintRow(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index,
                                const TimelineRow &row) const
{
    const int em = option.fontMetrics.height();
    const QRect area = option.rect;
    const bool selected = option.state & QStyle::State_Selected;
    const QColor background = option.palette.color(selected ? QPalette::Highlight : QPalette::Base);

    painter.setRenderHint(QPainter::Antialiasing);
    const QPointF center(area.left() + em * 0.9, area.top() + area.height() / 2.0);
    QColor rail = option.palette.color(QPalette::Text); // Mid cannot be seen in dark palettes
    rail.setAlphaF(0.3F);
    painter.setPen(QPen(rail, std::max(1.0, em / 12.0)));
    const qreal top = index.row() == 0 ? center.y() : area.top();
    const qreal bottom = index.row() == index.model()->rowCount(index.parent()) - 1 ? center.y() : area.bottom() + 1.0;
    painter.drawLine(QPointF(center.x(), top), QPointF(center.x(), bottom));
    if (selected) {
        // The roles' colours are chosen for the list's background: a disc of it under the node keeps them readable.
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::Base));
        painter.drawEllipse(center, em * 0.62, em * 0.62);
    }
    paintNode(painter, row, center, em * 0.7, selected ? option.palette.color(QPalette::Base) : background, m_turn);

    const QRect text = area.adjusted(em * 9 / 5, em / 4, -em / 2, -em / 4);
    QRect first(text.left(), text.top(), text.width(), em);
    const QRect second(text.left(), text.bottom() - em + 1, text.width(), em);
    first.setRight(first.right() - paintSafety(painter, option, first, row.safety));
    first.setRight(first.right() - paintChips(painter, option, first, row.chips()));
    painter.setFont(option.font);
    painter.setPen(option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text));
    painter.drawText(first, Qt::AlignVCenter | Qt::AlignLeading,
                     option.fontMetrics.elidedText(row.entry.migration.description, Qt::ElideRight, first.width()));
    if (!selected) {
        const bool plain = row.shape == NodeShape::Applied || row.shape == NodeShape::Unknown;
        painter.setPen(roleColor(plain ? ColorRole::Inactive : roleOf(row.shape)));
    }
    painter.drawText(second, Qt::AlignVCenter | Qt::AlignLeading,
                     fitting(row.secondLines(m_locale), option.fontMetrics, second.width()));
}

/// The worst finding's sign with the number of findings, at the end of the line; notes alone are not worth a sign.
int TimelineDelegate::paintSafety(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                                  const RowSafety &safety) const
{
    if (!safety.worst || *safety.worst == Severity::Info)
        return 0;
    const QString count = m_locale.toString(safety.findings);
    const int side = option.fontMetrics.ascent() + option.fontMetrics.descent() / 2;
    const int gap = option.fontMetrics.height() / 5;
    const int width = side + gap + option.fontMetrics.horizontalAdvance(count);
    const QRect sign(line.right() - width, line.center().y() - side / 2, side, side);
    severityIcon(*safety.worst).paint(&painter, sign);
    const bool selected = option.state & QStyle::State_Selected;
    painter.setFont(option.font);
    painter.setPen(selected ? option.palette.color(QPalette::HighlightedText)
                            : severityColor(*safety.worst, option.palette));
    painter.drawText(QRect(sign.right() + gap, line.top(), width - side, line.height()),
                     Qt::AlignVCenter | Qt::AlignLeading, count);
    return width + 2 * gap;
}

int TimelineDelegate::paintChips(QPainter &painter, const QStyleOptionViewItem &option, const QRect &line,
                                 const QStringList &chips) const
{
    if (chips.isEmpty())
        return 0;
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() * 0.85);
    painter.setFont(font);
    const QFontMetrics metrics(font);
    const int padding = metrics.height() / 3;
    int right = line.right();
    for (auto chip = chips.crbegin(); chip != chips.crend(); ++chip) {
        const QRect box(right - metrics.horizontalAdvance(*chip) - 2 * padding, line.top(),
                        metrics.horizontalAdvance(*chip) + 2 * padding, line.height());
        if (box.left() < line.left() + line.width() / 3)
            break; // the name comes first; the tooltip and the accessible text have all of them
        painter.setPen(Qt::NoPen);
        painter.setBrush(option.palette.color(QPalette::AlternateBase));
        painter.drawRoundedRect(box, padding, padding);
        painter.setPen(QPen(option.palette.color(QPalette::Mid), 1));
        painter.setBrush(Qt::NoBrush);
        painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), padding, padding);
        painter.setPen(option.palette.color(QPalette::Text));
        painter.drawText(box, Qt::AlignCenter, *chip);
        right = box.left() - padding;
    }
    return line.right() - right;
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    // QTreeView asks for every row: only what it costs to ask whether a row is a month.
    const int em = option.fontMetrics.height();
    return {em * 8, index.parent().isValid() ? em * 27 / 10 : em * 16 / 10};
}

} // namespace Whimbrel
