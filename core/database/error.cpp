// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/error.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString errorKindId(ErrorKind kind)
{
    switch (kind) {
    case ErrorKind::Usage:
        return u"usage"_s;
    case ErrorKind::Project:
        return u"project"_s;
    case ErrorKind::Unreachable:
        return u"unreachable"_s;
    case ErrorKind::ConnectionLost:
        return u"connection-lost"_s;
    case ErrorKind::Statement:
        return u"statement"_s;
    case ErrorKind::LockTimeout:
        return u"lock-timeout"_s;
    case ErrorKind::Cancelled:
        return u"cancelled"_s;
    case ErrorKind::Refused:
        return u"refused"_s;
    case ErrorKind::Io:
        return u"io"_s;
    }
    return {};
}

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
