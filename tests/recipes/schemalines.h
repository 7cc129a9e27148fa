// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"

namespace Whimbrel::Test {

enum class SchemaNames {
    All,
    WithoutConstraints, ///< names of constraints and indexes made equal: two ways to one schema name them differently
};

/// A database's schema as the server tells it, one line a column, constraint, index, trigger, view, routine, enum
/// value; sorted, so that the order of columns does not matter. Leaves out what the tools keep for themselves.
QStringList schemaLines(Session &session, SchemaNames names = SchemaNames::All);

} // namespace Whimbrel::Test
