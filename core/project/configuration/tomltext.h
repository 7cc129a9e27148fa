// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// `text` as a TOML string, quotes and all.
QString tomlString(const QString &text);
/// `key` as TOML wants it: bare where it may be.
QString tomlKey(const QString &key);

} // namespace Whimbrel
