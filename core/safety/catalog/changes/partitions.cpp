// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

namespace Whimbrel {

/// What a partition gets from its parent beside columns and checks: indexes with their constraints, foreign keys, row triggers.
void CatalogChange::becomePartition(CatalogRelation &partition, CatalogRelation &parent)
{
    const QList<CatalogIndex> indexes = parent.indexes;
    for (const CatalogIndex &index : indexes)
        giveIndexTo(partition, parent, index);
    const QList<CatalogConstraint> constraints = parent.constraints;
    for (CatalogConstraint constraint : constraints) {
        if (constraint.definition.kind != ConstraintKind::ForeignKey || partition.constraint(constraint.definition.name))
            continue;
        constraint.isLocal = false;
        constraint.made = d.now;
        d.addConstraint(partition, std::move(constraint));
    }
    for (qsizetype i = 0; i < parent.triggers.size(); ++i) {
        if (partition.triggers.contains(parent.triggers.at(i)))
            continue;
        partition.triggerFunctions.resize(partition.triggers.size());
        partition.triggers.append(parent.triggers.at(i));
        partition.triggerFunctions.append(parent.triggerFunctions.value(i));
    }
}

void CatalogChange::attachPartition()
{
    CatalogRelation *parent = target();
    CatalogRelation *partition = d.known(op.other);
    if (!parent || !partition || parent == partition || !inheritFrom(*partition, *parent))
        return;
    parent->isPartitioned = true;
    partition->isPartition = true;
    partition->bound = op.bound;
    for (CatalogColumn &column : partition->columns)
        column.isLocal = false;
    for (CatalogConstraint &constraint : partition->constraints)
        constraint.isLocal = constraint.isLocal && !parent->constraint(constraint.definition.name);
    becomePartition(*partition, *parent);
}

/// False where that would make a ring, or a tree deeper than anybody's: what follows it downwards may recurse.
bool CatalogChange::inheritFrom(CatalogRelation &child, const CatalogRelation &parent)
{
    constexpr int MaximumDepth = 100;
    QSet<ObjectName> seen{parent.name};
    QList<ObjectName> level{parent.name};
    for (int depth = 0; !level.isEmpty(); ++depth) {
        QList<ObjectName> above;
        for (const ObjectName &name : std::as_const(level)) {
            if (d.same(name, child.name) || depth == MaximumDepth)
                return false;
            const CatalogRelation *ancestor = d.relation(name);
            for (const ObjectName &next : ancestor ? ancestor->parents : QList<ObjectName>()) {
                if (!seen.contains(next)) {
                    seen.insert(next);
                    above.append(next);
                }
            }
        }
        level = above;
    }
    d.addParent(child, parent.name);
    return true;
}

void CatalogChange::detachPartition()
{
    CatalogRelation *parent = target();
    CatalogRelation *partition = d.known(op.other);
    if (!parent || !partition)
        return;
    leave(*partition, *parent);
    partition->isPartition = false;
    partition->bound = {};
    for (CatalogIndex &index : partition->indexes) {
        if (parent->index(index.parent.name))
            index.parent = {};
    }
    for (const QString &trigger : std::as_const(parent->triggers)) {
        const qsizetype known = partition->triggers.indexOf(trigger);
        if (known >= 0 && known < partition->triggerFunctions.size())
            partition->triggerFunctions.removeAt(known);
        partition->triggers.removeOne(trigger);
    }
}

void CatalogChange::leave(CatalogRelation &child, CatalogRelation &parent)
{
    d.removeParent(child, parent.name);
    if (!child.parents.isEmpty())
        return;
    for (CatalogColumn &column : child.columns)
        column.isLocal = true;
    for (CatalogConstraint &constraint : child.constraints)
        constraint.isLocal = true;
}

void CatalogChange::inherit()
{
    CatalogRelation *child = target();
    CatalogRelation *parent = d.known(op.other);
    if (child && parent && child != parent)
        inheritFrom(*child, *parent);
}

void CatalogChange::noInherit()
{
    CatalogRelation *child = target();
    CatalogRelation *parent = d.known(op.other);
    if (child && parent)
        leave(*child, *parent);
}

} // namespace Whimbrel
