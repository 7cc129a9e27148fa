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

bool takesPlace(const RuleContext &context, const Operation &rename, int statement)
{
    using Kind = Operation::Kind;
    const ObjectName target{rename.other.schema.isEmpty() ? rename.relation.schema : rename.other.schema, rename.newName};
    if (rename.kind != Kind::RenameObject || rename.objectType != ObjectType::Table || !context.after.relation(target))
        return false;
    bool isFree = false;
    bool isBefore = true;
    for (int i = 0; i <= statement && isBefore; ++i) {
        visitOperations(context.script.statements.at(i).reading.operations, [&](const Operation &operation) {
            isBefore = isBefore && &operation != &rename;
            isFree = isFree || (isBefore && operation.kind == Kind::RenameObject && operation.objectType == ObjectType::Table &&
                                context.before.resolved(operation.relation) == context.before.resolved(target));
        });
    }
    return isFree;
}

bool isDeclaredContract(const AnalysisInput &input)
{
    return input.declaredPhase == MigrationPhase::Contract;
}

} // namespace Whimbrel
