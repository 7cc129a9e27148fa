// SPDX-License-Identifier: GPL-3.0-or-later
#include "relation.h"

#include <algorithm>

namespace Whimbrel {

const CatalogColumn *CatalogRelation::column(const QString &wanted) const
{
    const auto found = std::ranges::find_if(
        columns, [&](const CatalogColumn &column) { return column.name.compare(wanted, nameCase) == 0; });
    return found == columns.end() ? nullptr : &*found;
}

const CatalogConstraint *CatalogRelation::constraint(const QString &wanted) const
{
    const auto found = std::ranges::find_if(constraints, [&](const CatalogConstraint &constraint) {
        return constraint.definition.name.compare(wanted, nameCase) == 0;
    });
    return found == constraints.end() || wanted.isEmpty() ? nullptr : &*found;
}

const CatalogIndex *CatalogRelation::index(const QString &wanted) const
{
    const auto found = std::ranges::find_if(
        indexes, [&](const CatalogIndex &index) { return index.definition.name.compare(wanted, nameCase) == 0; });
    return found == indexes.end() || wanted.isEmpty() ? nullptr : &*found;
}

const CatalogConstraint *CatalogRelation::primaryKey() const
{
    const auto found = std::ranges::find_if(constraints, [](const CatalogConstraint &constraint) {
        return constraint.definition.kind == ConstraintDefinition::Kind::PrimaryKey;
    });
    return found == constraints.end() ? nullptr : &*found;
}

} // namespace Whimbrel
