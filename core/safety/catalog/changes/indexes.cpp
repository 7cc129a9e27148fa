// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "safety/catalog/servernames.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

/// As the server would name an index that is written without a name.
QString CatalogChange::indexName(const CatalogRelation &relation, const IndexDefinition &definition) const
{
    if (isMySql()) {
        const QString column = definition.parts.isEmpty() ? QString() : definition.parts.first().column;
        return mySqlIndexName(column.isEmpty() ? u"functional_index"_s : column,
                              [&](const QString &name) { return relation.index(name); });
    }
    const QString &schema = relation.name.schema;
    const QString columns = postgreSqlColumnsPart(postgreSqlIndexColumns(definition));
    return postgreSqlFreeName(relation.name.name, columns, u"idx"_s,
                              [&](const QString &name) { return d.isRelationName({schema, name}); });
}

/// True for an index whose first columns a generated index of a foreign key only repeats.
static bool covers(const IndexDefinition &better, const IndexDefinition &generated)
{
    const QStringList columns = better.keyColumns();
    const QStringList needed = generated.keyColumns();
    return columns.size() >= needed.size() && columns.first(needed.size()) == needed;
}

/// Adds it, and to the partitions of a partitioned table one each.
void CatalogChange::addIndexTo(CatalogRelation &relation, IndexDefinition definition, const QString &constraint,
                               const ObjectName &parent)
{
    if (definition.name.isEmpty())
        definition.name = indexName(relation, definition);
    if (isMySql() && definition.method != "FULLTEXT"_L1 && definition.method != "SPATIAL"_L1) {
        for (qsizetype i = relation.indexes.size() - 1; i >= 0; --i) {
            if (relation.indexes.at(i).isGenerated && covers(definition, relation.indexes.at(i).definition))
                d.removeIndex(relation, i);
        }
    }
    CatalogIndex index;
    index.definition = std::move(definition);
    index.constraint = constraint;
    index.parent = parent;
    index.made = d.now;
    const QList<ObjectName> children = relation.isPartitioned ? childrenOf(relation) : QList<ObjectName>();
    const bool only = op.has(Flag::Only) && !children.isEmpty();
    if (only)
        index.valid = Answer::No;
    d.addIndex(relation, index);
    if (isMySql() && index.definition.unique && constraint.isEmpty())
        addMySqlUnique(relation);
    if (only)
        return;
    for (const ObjectName &name : children) {
        if (CatalogRelation *child = d.change(name))
            giveIndexTo(*child, relation, index);
    }
}

static bool isSameIndex(const IndexDefinition &a, const IndexDefinition &b)
{
    const auto samePart = [](const IndexDefinition::Part &x, const IndexDefinition::Part &y) {
        return x.column == y.column && x.plain == y.plain && x.expression.text == y.expression.text;
    };
    return a.unique == b.unique && (a.method.isEmpty() ? u"btree"_s : a.method) == (b.method.isEmpty() ? u"btree"_s : b.method)
        && a.included == b.included && a.predicate.text == b.predicate.text
        && std::ranges::equal(a.parts, b.parts, samePart);
}

/// A partition's part of its parent's index: one that fits and is still free, else a new one.
void CatalogChange::giveIndexTo(CatalogRelation &child, const CatalogRelation &parent, const CatalogIndex &index)
{
    const ObjectName parentIndex{parent.name.schema, index.definition.name};
    for (CatalogIndex &own : child.indexes) {
        if (own.parent.isEmpty() && own.constraint.isEmpty() == index.constraint.isEmpty()
            && isSameIndex(own.definition, index.definition)) {
            own.parent = parentIndex;
            return;
        }
    }
    const CatalogConstraint *backed = parent.constraint(index.constraint);
    if (!backed) {
        IndexDefinition definition = index.definition;
        definition.name.clear();
        addIndexTo(child, std::move(definition), {}, parentIndex);
        return;
    }
    ConstraintDefinition definition = backed->definition;
    definition.name.clear();
    addConstraintTo(child, std::move(definition), false);
    const QString made = child.constraints.last().index;
    for (CatalogIndex &own : child.indexes) {
        if (own.definition.name == made)
            own.parent = parentIndex;
    }
}

void CatalogChange::createIndex()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    for (IndexDefinition definition : op.indexes) {
        if (definition.name.isEmpty() && op.indexes.size() == 1)
            definition.name = op.name;
        const bool exists = isMySql() ? relation->index(definition.name) != nullptr
                                      : d.isRelationName({relation->name.schema, definition.name});
        if (op.has(Flag::IfNotExists) && !definition.name.isEmpty() && exists)
            continue;
        definition.unique = definition.unique || op.has(Flag::Unique);
        addIndexTo(*relation, std::move(definition));
    }
}

/// In MySQL a unique index and a unique constraint are the same thing.
void CatalogChange::addMySqlUnique(CatalogRelation &relation)
{
    CatalogIndex &index = relation.indexes.last();
    CatalogConstraint constraint;
    constraint.definition.kind = ConstraintKind::Unique;
    constraint.definition.name = index.definition.name;
    constraint.definition.columns = index.definition.keyColumns();
    constraint.index = index.definition.name;
    constraint.made = d.now;
    index.constraint = index.definition.name;
    d.addConstraint(relation, std::move(constraint));
}

void CatalogChange::alterIndex()
{
    if (op.name == "ATTACH PARTITION"_L1)
        attachIndex(op.relation, op.other);
}

void CatalogChange::setIndexVisibility()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    for (CatalogIndex &index : relation->indexes) {
        if (d.sameName(index.definition.name, op.name))
            index.isInvisible = op.value == "invisible"_L1;
    }
}

void CatalogChange::attachIndex(const ObjectName &parentName, const ObjectName &childName)
{
    const ObjectName parentIndex = d.resolvedIn(d.indexes, parentName);
    const ObjectName childIndex = d.resolvedIn(d.indexes, childName);
    const ObjectName *parentTable = d.indexes.find(parentIndex);
    const ObjectName *childTable = d.indexes.find(childIndex);
    CatalogRelation *parent = parentTable ? d.change(*parentTable) : nullptr;
    CatalogRelation *child = childTable ? d.change(*childTable) : nullptr;
    if (!parent || !child)
        return;
    for (CatalogIndex &index : child->indexes) {
        if (index.definition.name == childIndex.name)
            index.parent = parentIndex;
    }
    const auto isAttached = [&](const ObjectName &name) {
        const CatalogRelation *partition = d.relation(name);
        return partition && std::ranges::any_of(partition->indexes, [&](const CatalogIndex &index) {
                   return index.parent == parentIndex && index.valid == Answer::Yes;
               });
    };
    if (!std::ranges::all_of(childrenOf(*parent), isAttached))
        return;
    for (CatalogIndex &index : parent->indexes) {
        if (index.definition.name == parentIndex.name)
            index.valid = Answer::Yes;
    }
}

/// The index, the constraint that it backs, and what its partitions' indexes call their parent.
void CatalogChange::renameIndex(CatalogRelation &relation, const QString &from, const QString &to)
{
    if (from == to)
        return;
    for (qsizetype i = 0; i < relation.indexes.size(); ++i) {
        if (!d.sameName(relation.indexes.at(i).definition.name, from))
            continue;
        CatalogIndex index = relation.indexes.at(i);
        index.definition.name = to;
        if (d.sameName(index.constraint, from))
            index.constraint = to;
        d.removeIndex(relation, i);
        d.addIndex(relation, std::move(index));
        break;
    }
    for (qsizetype i = 0; i < relation.constraints.size(); ++i) {
        if (!d.sameName(relation.constraints.at(i).index, from))
            continue;
        CatalogConstraint constraint = relation.constraints.at(i);
        constraint.definition.name = to;
        constraint.index = to;
        d.replaceConstraint(relation, i, std::move(constraint));
        break;
    }
    for (const ObjectName &name : childrenOf(relation)) {
        CatalogRelation *child = d.change(name);
        for (qsizetype i = 0; child && i < child->indexes.size(); ++i) {
            if (child->indexes.at(i).parent == ObjectName{relation.name.schema, from})
                child->indexes[i].parent.name = to;
        }
    }
}

} // namespace Whimbrel
