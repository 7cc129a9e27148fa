// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"

namespace Whimbrel {

/// What a DO block in plpgsql runs: its static statements, the literal texts of EXECUTE, and an operation of Kind::Opaque for
/// every text that is computed. What runs only if a condition holds is among them. A body that cannot be read is Opaque.
/// Places are those in `body`.
QList<Operation> readPlPgSqlBody(const QString &body);

} // namespace Whimbrel
