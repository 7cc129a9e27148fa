// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

namespace Whimbrel {

/// What the relations of `names` differ in between two schemas, as short names: "users.status", "users_idx", "orders". Only what
/// both catalogs can know is compared: of an incomplete relation what was made since `made`, of a complete one everything.
struct SchemaDifference
{
    QStringList left;    ///< there in `now`, not in `then`
    QStringList missing; ///< there in `then`, not in `now`

    bool isEmpty() const { return left.isEmpty() && missing.isEmpty(); }
};

SchemaDifference schemaDifference(const Catalog &then, const Catalog &now, const QList<ObjectName> &names);

} // namespace Whimbrel
