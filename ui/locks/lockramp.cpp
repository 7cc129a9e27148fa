// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/lockramp.h"

#include "settings/theme.h"

#include <QApplication>
#include <QPainter>
#include <QPixmap>
#include <QPixmapCache>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct LockRamp
{
    Q_DECLARE_TR_FUNCTIONS(LockRamp)
};

ColorRole role(LockReach reach)
{
    switch (reach) {
    case LockReach::Nothing:
        return ColorRole::Inactive;
    case LockReach::SchemaChanges:
        return ColorRole::Active;
    case LockReach::Writes:
        return ColorRole::Neutral;
    case LockReach::ReadsAndWrites:
        break;
    }
    return ColorRole::Negative;
}

QPixmap drawRamp(LockReach reach, int size, qreal ratio)
{
    QPixmap pixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    const QColor color = roleColor(role(reach));
    QColor empty = roleColor(ColorRole::Inactive);
    empty.setAlphaF(0.3F);
    const int filled = static_cast<int>(reach) + 1;
    const qreal gap = size / 12.0;
    const qreal width = (size - 3 * gap) / 4;
    for (int bar = 0; bar < 4; ++bar) {
        const qreal height = size * (bar + 1) / 4.0;
        painter.fillRect(QRectF(bar * (width + gap), size - height, width, height), bar < filled ? color : empty);
    }
    return pixmap;
}

} // namespace

QIcon lockRampIcon(LockReach reach, int size)
{
    // A view asks for it with each drawing of each row.
    const qreal ratio = qApp->devicePixelRatio();
    const QString key = u"lock-ramp-%1-%2-%3-%4"_s.arg(static_cast<int>(reach)).arg(size).arg(ratio).arg(qApp->palette().cacheKey());
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = drawRamp(reach, size, ratio);
        QPixmapCache::insert(key, pixmap);
    }
    return QIcon(pixmap);
}

QString lockReachText(LockReach reach)
{
    switch (reach) {
    case LockReach::Nothing:
        return LockRamp::tr("stops neither reads nor writes");
    case LockReach::SchemaChanges:
        return LockRamp::tr("stops changes of the schema only");
    case LockReach::Writes:
        return LockRamp::tr("stops writes");
    case LockReach::ReadsAndWrites:
        break;
    }
    return LockRamp::tr("stops reads and writes");
}

} // namespace Whimbrel
