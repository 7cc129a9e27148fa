// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/batchtext.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

} // namespace

QString leftText(qint64 milliseconds)
{
    const qint64 seconds = (milliseconds + 999) / 1000;
    if (seconds < 100)
        return tr("%1 s left").arg(seconds);
    if (seconds < 100 * 60)
        return tr("%1 min left").arg((seconds + 30) / 60);
    return tr("%1 h left").arg((seconds + 1800) / 3600);
}

int batchPerMille(const BatchProgress &batch)
{
    if (batch.total < 0)
        return -1;
    return batch.total == 0 ? 1000 : static_cast<int>(std::min<qlonglong>(batch.passed * 1000 / batch.total, 1000));
}

QString batchProgressText(const BatchProgress &batch)
{
    const QLocale locale;
    QStringList parts;
    if (batch.total < 0)
        parts << tr("%1 rows").arg(locale.toString(batch.passed));
    else
        parts << tr("%1 of about %2 rows (%3 %)").arg(locale.toString(batch.passed), locale.toString(batch.total), locale.toString(batchPerMille(batch) / 10));
    if (batch.pass > 1)
        parts.prepend(tr("pass %1").arg(batch.pass));
    if (batch.rowsPerSecond > 0)
        parts << tr("%1 rows/s").arg(locale.toString(qRound64(batch.rowsPerSecond)));
    if (batch.leftMs >= 0)
        parts << leftText(batch.leftMs);
    return parts.join(u", "_s);
}

} // namespace Whimbrel
