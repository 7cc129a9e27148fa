// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

namespace Whimbrel {

/// CREATE INDEX CONCURRENTLY that was interrupted leaves an invalid index of its name: the statement would fail on it, and with IF
/// NOT EXISTS leave it as it is. Drops such a leftover, concurrently, so that the statement builds the index; not one that somebody is
/// building at this moment. The name of what was dropped; empty: there was nothing. PostgreSQL, outside a transaction.
/// Errors: as Session::query().
Result<QString> dropInvalidLeftover(Session &session, const Statement &statement);

} // namespace Whimbrel
