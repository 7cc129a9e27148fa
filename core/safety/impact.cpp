// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/impact.h"

#include <algorithm>

namespace Whimbrel {

LockReach StatementImpact::reach() const
{
    LockReach reach = LockReach::Nothing;
    for (const Impact &impact : relations) {
        if (!impact.isNew && !impact.invisible)
            reach = std::max(reach, impact.reach);
    }
    return reach;
}

const Impact *StatementImpact::on(const ObjectName &relation) const
{
    const auto found = std::ranges::find_if(relations, [&](const Impact &impact) {
        return impact.relation.name == relation.name && (relation.schema.isEmpty() || impact.relation.schema == relation.schema);
    });
    return found == relations.end() ? nullptr : &*found;
}

} // namespace Whimbrel
