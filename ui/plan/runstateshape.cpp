// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/runstateshape.h"

#include <KColorScheme>

#include <QPainter>
#include <QPainterPath>

namespace Whimbrel {

QColor runStateColor(RunState state, const QPalette &palette)
{
    const KColorScheme scheme(palette.currentColorGroup(), KColorScheme::View);
    switch (state) {
    case RunState::Done:
    case RunState::DoneEarlier: return scheme.foreground(KColorScheme::PositiveText).color();
    case RunState::Failed: return scheme.foreground(KColorScheme::NegativeText).color();
    case RunState::Cancelled:
    case RunState::RolledBack: return scheme.foreground(KColorScheme::NeutralText).color();
    case RunState::Running: return scheme.foreground(KColorScheme::LinkText).color(); // as in the timeline
    case RunState::Waiting:
    case RunState::NotRun: break;
    }
    return scheme.foreground(KColorScheme::InactiveText).color();
}

namespace {

void paintDiamond(QPainter &painter, const QRectF &rect)
{
    QPainterPath diamond;
    diamond.moveTo(rect.center().x(), rect.top());
    diamond.lineTo(rect.right(), rect.center().y());
    diamond.lineTo(rect.center().x(), rect.bottom());
    diamond.lineTo(rect.left(), rect.center().y());
    diamond.closeSubpath();
    painter.drawPath(diamond);
}

void paintCross(QPainter &painter, const QRectF &rect)
{
    painter.drawLine(rect.topLeft(), rect.bottomRight());
    painter.drawLine(rect.topRight(), rect.bottomLeft());
}

} // namespace

void paintRunState(QPainter &painter, const QRectF &rect, RunState state, const QPalette &palette, double turn)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor color = runStateColor(state, palette);
    const double width = std::max(1.2, rect.width() / 9);
    const QRectF inner = rect.adjusted(width, width, -width, -width);
    painter.setPen(QPen(color, width, Qt::SolidLine, Qt::RoundCap));
    switch (state) {
    case RunState::Done:
    case RunState::DoneEarlier:
        painter.setBrush(color);
        painter.drawEllipse(inner);
        break;
    case RunState::Running:
        painter.drawArc(inner, static_cast<int>(-turn * 360 * 16) + 90 * 16, -270 * 16);
        break;
    case RunState::Failed: {
        painter.setBrush(color);
        paintDiamond(painter, inner);
        painter.setPen(QPen(palette.color(QPalette::Base), width));
        const double inset = inner.width() * 0.36;
        paintCross(painter, inner.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case RunState::Cancelled: { // a square: stopped
        const double inset = inner.width() * 0.1;
        painter.setBrush(color);
        painter.drawRect(inner.adjusted(inset, inset, -inset, -inset));
        break;
    }
    case RunState::RolledBack: // a hollow circle, struck through
        painter.drawEllipse(inner);
        painter.drawLine(inner.bottomLeft(), inner.topRight());
        break;
    case RunState::NotRun:
        painter.setPen(QPen(color, width, Qt::DotLine));
        painter.drawEllipse(inner);
        break;
    case RunState::Waiting:
        painter.drawEllipse(inner);
        break;
    }
    painter.restore();
}

} // namespace Whimbrel
