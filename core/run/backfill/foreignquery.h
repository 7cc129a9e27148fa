// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QString>

namespace Whimbrel {

/// SQL that a person wrote, for Session::query(): its question marks are operators, not places of parameters.
QString foreignQuery(const QString &sql, Dialect dialect);

} // namespace Whimbrel
