// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/principles/schemadifference.h"

#include <QSet>

namespace Whimbrel {

namespace {

/// The parts of a relation that have a name: columns, indexes, constraints, triggers, policies.
QSet<QString> partsOf(const CatalogRelation &relation)
{
    QSet<QString> parts;
    const QString prefix = relation.name.name + u'.';
    for (const CatalogColumn &column : relation.columns)
        parts.insert(prefix + column.name);
    for (const CatalogIndex &index : relation.indexes)
        parts.insert(index.definition.name);
    for (const CatalogConstraint &constraint : relation.constraints)
        parts.insert(constraint.definition.name);
    for (const QString &trigger : relation.triggers)
        parts.insert(trigger);
    for (const QString &policy : relation.policies)
        parts.insert(policy);
    parts.remove(QString());
    return parts;
}

void compareParts(const CatalogRelation &then, const CatalogRelation &now, SchemaDifference &difference)
{
    const QSet<QString> before = partsOf(then);
    const QSet<QString> after = partsOf(now);
    difference.left += QSet(after).subtract(before).values();
    difference.missing += QSet(before).subtract(after).values();
}

} // namespace

SchemaDifference schemaDifference(const Catalog &then, const Catalog &now, const QList<ObjectName> &names)
{
    SchemaDifference difference;
    for (const ObjectName &name : names) {
        const CatalogRelation *before = then.relation(name);
        const CatalogRelation *after = now.relation(name);
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
