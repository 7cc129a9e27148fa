// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/projectconfiguration.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Result<std::chrono::milliseconds> parseDuration(const QString &text)
{
    // Nine digits of hours still fit into 64 bits of milliseconds.
    static const QRegularExpression form(u"^\\s*(\\d{1,9})\\s*(ms|s|min|h)?\\s*$"_s);
    const QRegularExpressionMatch match = form.match(text);
    const qint64 number = match.capturedView(1).toLongLong();
    const QStringView unit = match.capturedView(2);
    if (!match.hasMatch() || (unit.isEmpty() && number != 0)) {
        return failure(ErrorKind::Project,
                       QCoreApplication::translate("Whimbrel", "“%1” is not a duration.").arg(text),
                       QCoreApplication::translate("Whimbrel", "Write a number with ms, s, min or h, such as \"100ms\" or \"5min\", or \"0\"."));
    }
    if (unit == u"h")
        return std::chrono::hours(number);
    if (unit == u"min")
        return std::chrono::minutes(number);
    if (unit == u"s")
        return std::chrono::seconds(number);
    return std::chrono::milliseconds(number);
}

} // namespace Whimbrel
