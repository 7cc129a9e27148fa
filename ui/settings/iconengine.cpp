// SPDX-License-Identifier: GPL-3.0-or-later
#include "settings/iconengine.h"

#include <BreezeIcons>

#include <QFile>
#include <QGuiApplication>
#include <QHash>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <QWidget>
#include <QtPlugin>

#include <array>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// The file of an icon that was drawn for `size` or the next smaller one; empty if there is none of this name.
QString fileFor(const QString &name, int size)
{
    static const std::array folders{"actions"_L1,     "status"_L1,     "places"_L1,  "devices"_L1, "mimetypes"_L1,
                                    "preferences"_L1, "categories"_L1, "emblems"_L1, "apps"_L1};
    static const std::array sizes{64, 48, 32, 24, 22, 16};
    static QHash<QString, QString> known; // GUI thread, as all painting of icons
    const QString key = u"%1/%2"_s.arg(name).arg(size);
    if (const auto found = known.constFind(key); found != known.constEnd())
        return *found;
    QString smallest;
    for (const QLatin1StringView folder : folders) {
        for (const int drawnFor : sizes) {
            const QString file = u":/icons/breeze/%1/%2/%3.svg"_s.arg(folder).arg(drawnFor).arg(name);
            if (!QFile::exists(file))
                continue;
            if (drawnFor <= size)
                return *known.insert(key, file);
            smallest = file;
        }
        if (!smallest.isEmpty())
            break;
    }
    return *known.insert(key, smallest);
}

/// A list in a window that is not the active one, whichever is.
bool isInactive(const QPaintDevice *device)
{
    if (device && device->devType() == QInternal::Widget)
        return !static_cast<const QWidget *>(device)->isActiveWindow();
    return !QGuiApplication::focusWindow();
}

QColor textColor(QIcon::Mode mode, const QPaintDevice *device)
{
    QPalette palette = QGuiApplication::palette();
    if (isInactive(device)) // selections are paler then, and their text is dark in light palettes
        palette.setCurrentColorGroup(QPalette::Inactive);
    if (mode == QIcon::Disabled)
        return palette.color(QPalette::Disabled, QPalette::WindowText);
    return palette.color(mode == QIcon::Selected ? QPalette::HighlightedText : QPalette::WindowText);
}

} // namespace

IconEngine::IconEngine(const QString &name)
    : m_name(name)
{
    // "folder-database" is drawn as "folder" where there is no such picture: the naming specification's fallback.
    while (!m_name.isEmpty() && fileFor(m_name, 22).isEmpty())
        m_name.truncate(std::max<qsizetype>(m_name.lastIndexOf(u'-'), 0));
}

void IconEngine::paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State)
{
    const qreal scale = painter->device() ? painter->device()->devicePixelRatio() : 1.0;
    painter->drawPixmap(rect, coloredPixmap(rect.size() * scale, mode, textColor(mode, painter->device()), scale));
}

QPixmap IconEngine::pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state)
{
    return scaledPixmap(size, mode, state, 1.0);
}

QPixmap IconEngine::scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale)
{
    return coloredPixmap(size, mode, textColor(mode, nullptr), scale);
}

QPixmap IconEngine::coloredPixmap(const QSize &size, QIcon::Mode mode, const QColor &textColor, qreal scale) const
{
    if (m_name.isEmpty() || size.isEmpty())
        return {};
    const int side = std::min(size.width(), size.height());
    const QByteArray color = textColor.name().toLatin1();
    const QString key = u"whimbrel/%1/%2/%3/%4"_s.arg(m_name).arg(side).arg(scale).arg(QLatin1StringView(color))
        + (mode == QIcon::Disabled ? u"/off"_s : QString());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QFile file(fileFor(m_name, qRound(side / scale)));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    // Breeze's pictures name the text colour once, in their style sheet.
    QSvgRenderer renderer(file.readAll().replace("#232629", color));
    pixmap = QPixmap(side, side);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    if (mode == QIcon::Disabled)
        painter.setOpacity(0.5);
    renderer.render(&painter);
    painter.end();
    pixmap.setDevicePixelRatio(scale);
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QIconEngine *IconEngine::clone() const
{
    return new IconEngine(m_name);
}

QString IconEngine::key() const
{
    return u"whimbrel"_s;
}

QString IconEngine::iconName()
{
    return m_name;
}

bool IconEngine::isNull()
{
    return m_name.isEmpty();
}

QIconEngine *IconEnginePlugin::create(const QString &name)
{
    return new IconEngine(name);
}

void initIcons()
{
    BreezeIcons::initIcons();
    // Plasma's platform theme has these icons and recolours them.
    if (!QIcon::themeName().startsWith("breeze"_L1))
        QIcon::setThemeName(u"whimbrel"_s);
}

} // namespace Whimbrel

#include "moc_iconengine.cpp" // here, where it is a static plugin's

Q_IMPORT_PLUGIN(IconEnginePlugin)
