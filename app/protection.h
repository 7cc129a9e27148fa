// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "command.h"

namespace Whimbrel {

/// For commands that change a database: a read-only environment refuses; a protected one needs an open release and its
/// name typed, or --yes. Errors: Refused.
Result<> allowChanges(CommandContext &context, const MigrationProject &project, const Target &target);

/// For commands that touch other people's sessions: a protected environment needs its name typed, or --yes. Errors:
/// Refused.
Result<> confirmProtected(CommandContext &context, const Target &target);

} // namespace Whimbrel
