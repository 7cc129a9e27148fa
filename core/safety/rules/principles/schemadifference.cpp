// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/principles/schemadifference.h"

#include <algorithm>
#include <iterator>

namespace Whimbrel {

namespace {

/// The parts of a relation that have a name, sorted and each once: columns, indexes, constraints, triggers, policies.
QStringList partsOf(const CatalogRelation &relation)
{
    QStringList parts;
    const QString prefix = relation.name.name + u'.';
    for (const CatalogColumn &column : relation.columns)
        parts.append(prefix + column.name);
    for (const CatalogIndex &index : relation.indexes)
        parts.append(index.definition.name);
    for (const CatalogConstraint &constraint : relation.constraints)
        parts.append(constraint.definition.name);
    for (const QString &trigger : relation.triggers)
        parts.append(trigger);
    for (const QString &policy : relation.policies)
        parts.append(policy);
    std::ranges::sort(parts);
    parts.erase(std::unique(parts.begin(), parts.end()), parts.end());
    parts.removeAll(QString());
    return parts;
}

void compareParts(const CatalogRelation &then, const CatalogRelation &now, SchemaDifference &difference)
{
    const QStringList before = partsOf(then);
    const QStringList after = partsOf(now);
    std::ranges::set_difference(after, before, std::back_inserter(difference.left));
    std::ranges::set_difference(before, after, std::back_inserter(difference.missing));
}

} // namespace

SchemaDifference schemaDifference(const Catalog &then, const Catalog &now, const QList<ObjectName> &names)
{
    SchemaDifference difference;
    for (const ObjectName &name : names) {
        const CatalogRelation *before = then.relation(name);
        const CatalogRelation *after = now.relation(name);
        if (before == after) // shared: neither there, or unchanged
            continue;
        if (before && after && before->isComplete && after->isComplete)
            compareParts(*before, *after, difference);
        else if (before && before->isComplete && !after)
            difference.missing.append(name.toString());
        else if (!before && after && after->isComplete)
            difference.left.append(name.toString()); // made whole, so made by the script
    }
    difference.left.sort();
    difference.missing.sort();
    return difference;
}

} // namespace Whimbrel
