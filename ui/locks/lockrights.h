// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

namespace Whimbrel {

/// Why the one who watches can neither cancel nor terminate a session of a sample, and the way that there is; empty where
/// nothing is known that speaks against it.
QString whyNotEnded(const LockSession &session, const LockSample &sample, bool isSQLite);

} // namespace Whimbrel
