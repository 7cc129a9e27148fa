// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <cstdint>
#include <cstdlib>

namespace Whimbrel::Fuzz {

/// A script of the fuzzer's bytes: UTF-8, or behind a byte 0xFF the raw units of UTF-16, lone surrogates among them.
inline QString scriptOf(const uint8_t *data, size_t size)
{
    const auto *bytes = reinterpret_cast<const char *>(data);
    if (size == 0 || data[0] != 0xFF)
        return QString::fromUtf8(bytes, static_cast<qsizetype>(size));
    QString script(static_cast<qsizetype>((size - 1) / sizeof(char16_t)), Qt::Uninitialized);
    memcpy(script.data(), bytes + 1, static_cast<size_t>(script.size()) * sizeof(char16_t));
    return script;
}

/// Ends the process where a promise is broken: the fuzzer keeps the input.
inline void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace Whimbrel::Fuzz
