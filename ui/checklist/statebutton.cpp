// SPDX-License-Identifier: GPL-3.0-or-later
#include "checklist/statebutton.h"

#include <QPainter>
#include <QPainterPath>
#include <QStyle>
#include <QStyleOptionFocusRect>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
void drawTick(QPainter &painter, QPointF c, qreal r)
{
    const QPointF points[] = {c + QPointF(-r * 0.5, r * 0.02), c + QPointF(-r * 0.12, r * 0.42),
                              c + QPointF(r * 0.52, -r * 0.4)};
    painter.drawPolyline(points, 3);
}

void drawCross(QPainter &painter, QPointF c, qreal r)
{
    painter.drawLine(c + QPointF(-r, -r), c + QPointF(r, r));
    painter.drawLine(c + QPointF(-r, r), c + QPointF(r, -r));
}

void drawText(QPainter &painter, const QRectF &area, const QString &text, qreal height)
{
    QFont font = painter.font();
    font.setPixelSize(std::max(1, static_cast<int>(height)));
    font.setBold(true);
    painter.setFont(font);
    painter.drawText(area, Qt::AlignCenter, text);
}

QPolygonF triangle(QPointF c, qreal r)
{
    return QPolygonF({c + QPointF(0, -r), c + QPointF(r * 1.05, r * 0.85), c + QPointF(-r * 1.05, r * 0.85)});
}

QPolygonF diamond(QPointF c, qreal r)
{
    return QPolygonF({c + QPointF(0, -r), c + QPointF(r, 0), c + QPointF(0, r), c + QPointF(-r, 0)});
}

void drawPadlock(QPainter &painter, QPointF c, qreal r)
{
    painter.drawArc(QRectF(c.x() - r * 0.45, c.y() - r * 0.9, r * 0.9, r * 1.2), 0, 180 * 16);
    painter.setBrush(painter.pen().color());
    painter.drawRoundedRect(QRectF(c.x() - r * 0.7, c.y() - r * 0.2, r * 1.4, r), r * 0.15, r * 0.15);
}

void drawMark(QPainter &painter, ItemMark mark, QPointF c, qreal r, const QColor &color, const QColor &inner)
{
    const QRectF circle(c.x() - r, c.y() - r, 2 * r, 2 * r);
    const QRectF box = circle.adjusted(r * 0.1, r * 0.1, -r * 0.1, -r * 0.1);
    QPen pen(color, std::max(1.0, r / 5));
    pen.setJoinStyle(Qt::RoundJoin);
    painter.setPen(pen);
    const auto innerPen = [&] {
        painter.setPen(QPen(inner, std::max(1.2, r / 3.6), Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    };
    switch (mark) {
    case ItemMark::Open:
        painter.drawRoundedRect(box, r * 0.2, r * 0.2);
        break;
    case ItemMark::Done:
        painter.setBrush(color);
        painter.drawRoundedRect(box, r * 0.2, r * 0.2);
        innerPen();
        drawTick(painter, c, r);
        break;
    case ItemMark::Passed:
        painter.setBrush(color);
        painter.drawEllipse(circle);
        innerPen();
        drawTick(painter, c, r);
        break;
    case ItemMark::Warning:
        painter.setBrush(color);
        painter.drawPolygon(triangle(c, r));
        painter.setPen(inner);
        drawText(painter, circle.adjusted(0, r * 0.35, 0, r * 0.1), u"!"_s, r * 1.4);
        break;
    case ItemMark::Failed:
        painter.setBrush(color);
        painter.drawPolygon(diamond(c, r * 1.1));
        innerPen();
        drawCross(painter, c, r * 0.35);
        break;
    case ItemMark::Unknown:
        pen.setDashPattern({2, 1.4});
        painter.setPen(pen);
        painter.drawEllipse(circle);
        drawText(painter, circle, u"?"_s, r * 1.5);
        break;
    case ItemMark::NotRun:
        painter.drawEllipse(circle);
        break;
    case ItemMark::Running:
        pen.setWidthF(std::max(1.5, r / 2.5));
        painter.setPen(pen);
        painter.drawArc(circle, 90 * 16, -270 * 16);
        break;
    case ItemMark::Locked:
        drawPadlock(painter, c, r);
        break;
    }
}
} // namespace

ColorRole roleOf(ItemMark mark)
{
    switch (mark) {
    case ItemMark::Done:
    case ItemMark::Passed:
        return ColorRole::Positive;
    case ItemMark::Warning:
    case ItemMark::Unknown:
        return ColorRole::Neutral;
    case ItemMark::Failed:
        return ColorRole::Negative;
    case ItemMark::Open:
    case ItemMark::Running:
        return ColorRole::Active;
    case ItemMark::NotRun:
    case ItemMark::Locked:
        return ColorRole::Inactive;
    }
    Q_UNREACHABLE_RETURN(ColorRole::Normal);
}

StateButton::StateButton(QWidget *parent)
    : QAbstractButton(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void StateButton::setMark(ItemMark mark)
{
    m_mark = mark;
    update();
}

QSize StateButton::sizeHint() const
{
    const int side = fontMetrics().height() + fontMetrics().height() / 4;
    return {side, side};
}

void StateButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal r = fontMetrics().height() * 0.4;
    if (isEnabled() && underMouse()) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(roleBackground(ColorRole::Active));
        painter.drawRoundedRect(rect(), r / 3, r / 3);
    }
    painter.setBrush(Qt::NoBrush);
    // An empty box that cannot be ticked now asks for nothing.
    const ColorRole role = m_mark == ItemMark::Open && !isEnabled() ? ColorRole::Inactive : roleOf(m_mark);
    drawMark(painter, m_mark, QRectF(rect()).center(), r, roleColor(role), palette().color(QPalette::Base));
    if (hasFocus()) {
        QStyleOptionFocusRect option;
        option.initFrom(this);
        option.rect = rect();
        painter.setRenderHint(QPainter::Antialiasing, false);
        style()->drawPrimitive(QStyle::PE_FrameFocusRect, &option, &painter, this);
    }
}

} // namespace Whimbrel
