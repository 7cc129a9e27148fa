// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/facts.h"

namespace Whimbrel {

bool isInUse(const Catalog &catalog, const ObjectName &relation)
{
    const CatalogRelation *known = catalog.relation(relation);
    return !known || !catalog.isNew(known->made);
}

bool isInUse(const Catalog &catalog, const ObjectName &relation, const QString &column)
{
    if (!isInUse(catalog, relation))
        return false;
    const CatalogColumn *known = knownColumn(catalog, relation, column);
    return !known || !catalog.isNew(known->made);
}

const CatalogColumn *knownColumn(const Catalog &catalog, const ObjectName &relation, const QString &column)
{
    const CatalogRelation *known = catalog.relation(relation);
    return known ? known->column(column) : nullptr;
}

bool isDeclaredContract(const AnalysisInput &input)
{
    return input.declaredPhase == MigrationPhase::Contract;
}

} // namespace Whimbrel
