// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/failuretext.h"
#include "run/runcontext.h"

namespace Whimbrel {

/// The connection was lost while COMMIT was under way: connects again, waits until the old session is gone, and looks at
/// the history. Unknown where no connection can be made or the old session does not end.
LostCommit lookAfterLostCommit(const RunContext &context, const PlanStep &step);

} // namespace Whimbrel
