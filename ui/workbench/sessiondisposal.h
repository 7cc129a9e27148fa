// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/sessionthread.h"

#include <memory>

namespace Whimbrel {

/// Cancels a session's work and destroys it on a pool thread: its destructor joins a thread that may sit in a dead
/// network for seconds. Does nothing for null. GUI thread.
void disposeOf(std::unique_ptr<SessionThread> session);

} // namespace Whimbrel
