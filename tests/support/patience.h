// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace Whimbrel::Test {

/// How much longer than usual things may take in this build: the sanitizers look at every access.
#if defined(__has_feature) // clang's way to tell
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define WHIMBREL_IS_SANITIZED
#endif
#endif
#if defined(WHIMBREL_IS_SANITIZED) || defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
inline constexpr int patience = 10;
#else
inline constexpr int patience = 1;
#endif

} // namespace Whimbrel::Test
