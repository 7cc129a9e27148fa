// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"
#include "run/runplan.h"

namespace Whimbrel {

/// What up, down and redo have in common: project, database, protection, plan, run, report.
int migrate(CommandContext &context, RunRequest::Action action);

} // namespace Whimbrel
