// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProxyStyle>

namespace Whimbrel {

/// Fusion, which desktops without a style of their own get, draws the frame of a box to tick darker than what is behind
/// it, which nobody sees in a dark theme. Here the frame stands out there, too.
class BoxStyle : public QProxyStyle
{
    Q_OBJECT

public:
    BoxStyle();

    /// Makes it the application's style where that is Fusion; others are left alone.
    static void replaceFusion();

    void drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter, const QWidget *widget = nullptr) const override;
};

} // namespace Whimbrel
