// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

namespace Whimbrel {

/// Copies `text` to `out`, which has room for as many bytes as it has units. False where the bytes do not say the same, because it
/// is not all ASCII, or where it holds `special`. Without a branch, so that the compiler takes many characters at once.
inline bool copyAscii(QStringView text, char *out, char16_t special)
{
    const char16_t *units = text.utf16();
    char16_t found = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        found |= static_cast<char16_t>((units[i] > 0x7f) | (units[i] == special));
        out[i] = static_cast<char>(units[i]);
    }
    return found == 0;
}

} // namespace Whimbrel
