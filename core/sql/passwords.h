// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace Whimbrel {

/// The text with the literals after PASSWORD and IDENTIFIED BY, and the passwords of connections within literals, replaced by ***.
/// A literal may be cut off at the text's end.
QString withoutPasswords(const QString &sql);

/// A quick look at ASCII text, for who has a great many of them: false where withoutPasswords() would change nothing.
bool mayHoldPassword(QLatin1StringView sql);

} // namespace Whimbrel
