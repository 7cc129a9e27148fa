// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

namespace Whimbrel {

/// A pooler in transaction mode gives each transaction whatever connection is free: locks of a session, its settings and what
/// cancels it would be somebody else's. Looks at two sessions that should be two. Changes nothing. Errors: Refused, saying what to do.
Result<> refusePooler(Session &one, Session &other);

} // namespace Whimbrel
