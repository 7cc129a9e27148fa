// SPDX-License-Identifier: GPL-3.0-or-later
#include "network/webaddress.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

std::optional<QUrl> readWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "http"_L1 || url.scheme() == "https"_L1;
    return url.isValid() && isWeb && !url.host().isEmpty() ? std::optional(url) : std::nullopt;
}

QString shownWebAddress(const QUrl &url)
{
    return url.toDisplayString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment);
}

} // namespace Whimbrel
