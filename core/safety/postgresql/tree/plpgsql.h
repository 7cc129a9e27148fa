// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>

namespace Whimbrel::PgTree {

/// The body of a DO block as plpgsql's own parser reads it, in JSON; empty: it cannot be read. `body` holds no NUL. Not while a
/// ParsedStatement of the same thread is alive.
std::string parsePlPgSql(const std::string &body);

} // namespace Whimbrel::PgTree
