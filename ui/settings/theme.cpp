// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/theme.h"

#include "settings/boxstyle.h"

#include <KColorScheme>
#include <KColorSchemeManager>

#include <QApplication>
#include <QPainter>
#include <QPalette>
#include <QStyle>
#include <QStyleHints>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {
KColorScheme::ForegroundRole foregroundRole(ColorRole role)
{
    switch (role) {
    case ColorRole::Positive:
        return KColorScheme::PositiveText;
    case ColorRole::Neutral:
        return KColorScheme::NeutralText;
    case ColorRole::Negative:
        return KColorScheme::NegativeText;
    case ColorRole::Active:
        return KColorScheme::LinkText; // ActiveText is red in some schemes, where it would read as an error
    case ColorRole::Inactive:
        return KColorScheme::InactiveText;
    case ColorRole::Normal:
        break;
    }
    return KColorScheme::NormalText;
}

KColorScheme::BackgroundRole backgroundRole(ColorRole role)
{
    switch (role) {
    case ColorRole::Positive:
        return KColorScheme::PositiveBackground;
    case ColorRole::Neutral:
        return KColorScheme::NeutralBackground;
    case ColorRole::Negative:
        return KColorScheme::NegativeBackground;
    case ColorRole::Active:
        return KColorScheme::ActiveBackground;
    case ColorRole::Inactive:
        return KColorScheme::AlternateBackground;
    case ColorRole::Normal:
        break;
    }
    return KColorScheme::NormalBackground;
}
} // namespace

void applyTheme(const QString &theme)
{
    KColorSchemeManager *manager = KColorSchemeManager::instance();
    QString scheme;
    if (theme == "light"_L1)
        scheme = u"BreezeLight"_s;
    else if (theme == "dark"_L1)
        scheme = u"BreezeDark"_s;
    manager->activateScheme(manager->indexForSchemeId(scheme));
    BoxStyle::replaceFusion();
}

bool isDarkTheme()
{
    return QGuiApplication::palette().color(QPalette::Window).lightness() < 128;
}

QColor roleColor(ColorRole role)
{
    return KColorScheme(QPalette::Active, KColorScheme::View).foreground(foregroundRole(role)).color();
}

QColor roleBackground(ColorRole role)
{
    return KColorScheme(QPalette::Active, KColorScheme::View).background(backgroundRole(role)).color();
}

QColor environmentColor(const QString &name)
{
    // The plain names stand for calmer tones than CSS gives them; anything else is taken as it is written.
    static const QHash<QString, QColor> tones{
        {u"red"_s, QColor(0xda4453)},   {u"orange"_s, QColor(0xf67400)}, {u"yellow"_s, QColor(0xfdbc4b)},
        {u"green"_s, QColor(0x27ae60)}, {u"blue"_s, QColor(0x3daee9)},   {u"purple"_s, QColor(0x8e44ad)},
        {u"gray"_s, QColor(0x7f8c8d)},  {u"grey"_s, QColor(0x7f8c8d)},
    };
    const auto tone = tones.constFind(name.toLower());
    if (tone != tones.constEnd())
        return *tone;
    return QColor::isValidColorName(name) ? QColor::fromString(name) : QColor();
}

QIcon environmentIcon(const QColor &color)
{
    const int size = QApplication::style()->pixelMetric(QStyle::PM_SmallIconSize);
    const qreal ratio = qApp->devicePixelRatio();
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    painter.setRenderHint(QPainter::Antialiasing);
    const qreal inset = size / 5.0;
    painter.setPen(color.isValid() ? QPen(color.darker(130)) : QPen(roleColor(ColorRole::Inactive)));
    painter.setBrush(color.isValid() ? QBrush(color) : QBrush(Qt::NoBrush));
    painter.drawEllipse(QRectF(0, 0, size, size).adjusted(inset, inset, -inset, -inset));
    painter.end();
    return QIcon(pixmap);
}

QColor textOn(const QColor &background)
{
    // Relative luminance as in WCAG 2; 0.179 is where black and white contrast equally.
    const auto linear = [](float c) { return c <= 0.03928F ? c / 12.92F : std::pow((c + 0.055F) / 1.055F, 2.4F); };
    const float luminance = 0.2126F * linear(background.redF()) + 0.7152F * linear(background.greenF()) +
                            0.0722F * linear(background.blueF());
    return luminance > 0.179F ? QColor(Qt::black) : QColor(Qt::white);
}

} // namespace Whimbrel
