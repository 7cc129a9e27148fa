// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

namespace Whimbrel {

/// A procedure or a block that runs outside of a transaction may commit some of its work before the server refuses the rest:
/// CALL, DO, EXECUTE, a compound statement. False for whatever takes effect as a whole or not at all, and for whatever does not
/// commit by rules of its own. As far as its text tells.
bool mayKeepPart(const Statement &statement, Dialect dialect);

/// The same once `session` has sent it and was refused. MySQL and MariaDB count the procedures and blocks that a session has run
/// since it was reset: EXECUTE of a single definition keeps nothing. True where they cannot be asked.
bool mayHaveKeptPart(Session &session, const Statement &statement);

} // namespace Whimbrel
