// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QIconEngine>
#include <QIconEnginePlugin>

namespace Whimbrel {

/// Draws Breeze icons in the palette's text colour, so that they are seen in dark themes. Qt's own engine draws them in
/// the dark grey that is written in the files; KIconThemes, which recolours too, would bring a good part of KDE along.
class IconEngine final : public QIconEngine
{
public:
    explicit IconEngine(const QString &name);

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State state) override;
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override;
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal scale) override;
    QIconEngine *clone() const override;
    QString key() const override;
    QString iconName() override;
    bool isNull() override;

private:
    QPixmap coloredPixmap(const QSize &size, QIcon::Mode mode, const QColor &textColor, qreal scale) const;

    QString m_name; ///< one that exists; empty if none does
};

/// Qt asks a plugin that has the icon theme's name as its key for the theme's icons (since 6.7; before, the icons keep
/// their grey).
class IconEnginePlugin final : public QIconEnginePlugin
{
    Q_OBJECT
    Q_PLUGIN_METADATA(IID QIconEngineFactoryInterface_iid FILE "iconengine.json")

public:
    using QIconEnginePlugin::QIconEnginePlugin;
    QIconEngine *create(const QString &name) override;
};

/// Makes Breeze's icons those of QIcon::fromTheme(), unless the desktop brings them itself. Once, after QApplication.
void initIcons();

} // namespace Whimbrel
