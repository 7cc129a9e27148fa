// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/error.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString FilePosition::toString() const
{
    QString text = file;
    if (line > 0)
        text += u":%1"_s.arg(line);
    if (line > 0 && column > 0)
        text += u":%1"_s.arg(column);
    return text;
}

QString Error::toString() const
{
    QStringList lines;
    QString first = message;
    if (!code.isEmpty())
        first += u" (%1)"_s.arg(code);
    if (position.isValid())
        first = u"%1: %2"_s.arg(position.toString(), first);
    lines << first;
    if (!detail.isEmpty())
        lines << detail;
    if (!hint.isEmpty())
        lines << hint;
    return lines.join(u'\n');
}

} // namespace Whimbrel
