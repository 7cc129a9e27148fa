// SPDX-License-Identifier: GPL-3.0-or-later
#include "project/configuration/backfillsettings.h"

#include "project/configuration/projectconfiguration.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

std::optional<BatchPause> parseBatchPause(const QString &text)
{
    if (text.endsWith(u'%')) {
        bool isNumber = false;
        const double percent = text.chopped(1).trimmed().toDouble(&isNumber);
        return isNumber && percent >= 0 && percent <= 10'000 ? std::optional(BatchPause{.share = percent / 100}) : std::nullopt;
    }
    const Result<std::chrono::milliseconds> duration = parseDuration(text);
    return duration ? std::optional(BatchPause{.share = 0, .fixed = *duration}) : std::nullopt;
}

} // namespace Whimbrel
