// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/finding.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

QString severityId(Severity severity)
{
    switch (severity) {
    case Severity::Info:
        return u"info"_s;
    case Severity::Warning:
        return u"warning"_s;
    case Severity::Error:
        return u"error"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

std::optional<Severity> severityOf(QStringView id)
{
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (id == severityId(severity))
            return severity;
    }
    return std::nullopt;
}

} // namespace Whimbrel
