// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <optional>

namespace Whimbrel::PostgreSqlImpact {

/// Whether a function of PostgreSQL's own is volatile: Depends where that differs by its arguments, nullopt for a name that is
/// none of its functions. In lower case, without schema.
std::optional<Answer> isVolatileBuiltin(QStringView name);

} // namespace Whimbrel::PostgreSqlImpact
