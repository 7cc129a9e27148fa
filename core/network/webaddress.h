// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QUrl>

#include <optional>

namespace Whimbrel {

/// An address that begins with http:// or https:// and names a host; nothing where `text` is none.
std::optional<QUrl> readWebAddress(const QString &text);

/// What may be shown of it: keys in the query and passwords are nobody's business.
QString shownWebAddress(const QUrl &url);

} // namespace Whimbrel
