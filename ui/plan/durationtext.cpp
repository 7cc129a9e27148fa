// SPDX-License-Identifier: GPL-3.0-or-later
#include "plan/durationtext.h"

#include <QCoreApplication>
#include <QLocale>

namespace Whimbrel {

QString durationText(qint64 milliseconds)
{
    const QLocale locale;
    if (milliseconds < 1000)
        return QCoreApplication::translate("Whimbrel", "%1 ms").arg(locale.toString(milliseconds));
    if (milliseconds < 60'000)
        return QCoreApplication::translate("Whimbrel", "%1 s")
            .arg(locale.toString(double(milliseconds) / 1000, 'f', 1));
    const qint64 seconds = milliseconds / 1000;
    return QCoreApplication::translate("Whimbrel", "%1 min %2 s", "a duration")
        .arg(locale.toString(seconds / 60), QString::number(seconds % 60).rightJustified(2, QLatin1Char('0')));
}

} // namespace Whimbrel
