// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/boxstyle.h"

#include <QApplication>
#include <QPainter>
#include <QStyleOption>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Between the text and what is behind it; nearer to the text where the box is reached by the keyboard or the pointer.
QColor frameColor(const QStyleOption &option)
{
    const bool isNear = option.state.testAnyFlags(QStyle::State_MouseOver | QStyle::State_HasFocus);
    const bool isEnabled = option.state.testFlag(QStyle::State_Enabled);
    QColor color = option.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::WindowText);
    color.setAlphaF(!isEnabled ? 0.4F : isNear ? 0.8F : 0.5F);
    return color;
}

} // namespace

BoxStyle::BoxStyle()
    : QProxyStyle(u"fusion"_s)
{
}

void BoxStyle::replaceFusion()
{
    if (QApplication::style()->name() == "fusion"_L1 && !qobject_cast<BoxStyle *>(QApplication::style()))
        QApplication::setStyle(new BoxStyle);
}

void BoxStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget) const
{
    QProxyStyle::drawPrimitive(element, option, painter, widget);
    const bool isBox = element == PE_IndicatorCheckBox || element == PE_IndicatorRadioButton;
    if (!isBox || option->palette.color(QPalette::Window).lightness() >= 128)
        return;
    painter->save();
    painter->setPen(frameColor(*option));
    painter->setBrush(Qt::NoBrush);
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    if (element == PE_IndicatorCheckBox) {
        painter->drawRect(frame);
    } else {
        painter->setRenderHint(QPainter::Antialiasing);
        painter->drawEllipse(frame);
    }
    painter->restore();
}

} // namespace Whimbrel
