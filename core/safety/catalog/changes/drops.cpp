// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

// What depends on a dropped object goes with it, whether CASCADE is written or not: without it the server would have refused
// where something depends, and the script is believed to run.

void CatalogChange::dropObject()
{
    switch (op.objectType) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
    case ObjectType::Sequence:
        return dropRelation(d.resolved(op.relation));
    case ObjectType::Index:
        return dropIndex();
    case ObjectType::Type:
    case ObjectType::Domain:
        return dropType(op.relation);
    case ObjectType::Schema:
    case ObjectType::Database:
        return dropSchema(op.relation.name);
    case ObjectType::Function:
        for (const QString &schema : op.relation.schema.isEmpty() ? d.searchPath : QStringList{op.relation.schema})
            d.functions.remove({schema, op.relation.name});
        return;
    case ObjectType::Trigger:
    case ObjectType::Policy:
        return dropFromTable();
    default:
        return;
    }
}

/// A trigger or policy. MySQL and SQLite do not say whose.
void CatalogChange::dropFromTable()
{
    const auto drop = [this](CatalogRelation &one) {
        const QString name = op.name.isEmpty() ? op.relation.name : op.name;
        if (op.objectType != ObjectType::Trigger) {
            one.policies.removeOne(name);
        } else if (const qsizetype known = one.triggers.indexOf(name); known >= 0) {
            one.triggers.removeAt(known);
            one.scripts.removeIf([&name](const CatalogScript &script) { return script.name == name; });
            if (known < one.triggerFunctions.size())
                one.triggerFunctions.removeAt(known);
        }
    };
    if (isPostgreSql()) {
        if (CatalogRelation *relation = target())
            forTree(*relation, drop);
        return;
    }
    QList<ObjectName> owners;
    d.relations.forEach([&](const ObjectName &name, const auto &node) {
        if (node->relation.triggers.contains(op.relation.name))
            owners.append(name);
    });
    for (const ObjectName &owner : std::as_const(owners))
        drop(*d.change(owner));
}

/// A relation with its partitions and children, its sequences, the foreign keys to it and the views on it.
void CatalogChange::dropRelation(const ObjectName &first)
{
    QList<ObjectName> names{first};
    while (!names.isEmpty()) {
        const ObjectName name = names.takeLast();
        const CatalogRelation *relation = d.relation(name);
        // What depends on it is in the way unless CASCADE is written, and may still be there.
        const bool isDropped = name == first || op.has(Flag::Cascade);
        if (isDropped && !op.has(Flag::Conditional) && (!relation || !relation->isTemporary))
            d.gone[name] = {};
        if (!relation)
            continue;
        names.append(relation->ownedSequences);
        if (isPostgreSql()) {
            names.append(childrenOf(*relation));
            names.append(d.namesOf(d.readBy, name));
            dropReferences(name, {});
        }
        if (CatalogRelation *owner = d.change(relation->ownedBy)) {
            owner->ownedSequences.removeOne(name);
            for (CatalogColumn &column : owner->columns) {
                if (column.name == relation->ownedByColumn)
                    column.hasDefault = column.isIdentity = Answer::No;
            }
        }
        d.remove(name);
    }
}

void CatalogChange::dropIndex()
{
    if (!op.name.isEmpty() && !isSQLite()) { // whose reader gives the index as both
        if (CatalogRelation *relation = target())
            dropIndexOf(*relation, op.name);
        return;
    }
    const ObjectName index = d.resolvedIn(d.indexes, op.relation);
    const ObjectName *table = d.indexes.find(index);
    if (CatalogRelation *relation = table ? d.change(*table) : nullptr)
        dropIndexOf(*relation, index.name);
}

/// With the parts of it that partitions have, and in MySQL with the key that it is.
void CatalogChange::dropIndexOf(CatalogRelation &relation, const QString &name)
{
    const ObjectName parent{relation.name.schema, name};
    for (qsizetype i = 0; i < relation.indexes.size(); ++i) {
        if (!d.sameName(relation.indexes.at(i).definition.name, name))
            continue;
        const QString constraint = relation.indexes.at(i).constraint;
        d.removeIndex(relation, i);
        if (!constraint.isEmpty())
            dropConstraintOf(relation, constraint);
        break;
    }
    for (const ObjectName &childName : childrenOf(relation)) {
        CatalogRelation *child = d.change(childName);
        if (!child)
            continue;
        const QList<CatalogIndex> indexes = child->indexes;
        for (const CatalogIndex &index : indexes) {
            if (index.parent == parent)
                dropIndexOf(*child, index.definition.name);
        }
    }
}

/// With its index, the foreign keys that need it, and what children have of it.
void CatalogChange::dropConstraintOf(CatalogRelation &relation, const QString &name, Children children)
{
    const CatalogConstraint *found = relation.constraint(name);
    if (!found)
        return;
    const CatalogConstraint constraint = *found;
    d.removeConstraint(relation, found - relation.constraints.constData());
    if (constraint.definition.kind == ConstraintKind::NotNull) {
        for (const QString &column : constraint.definition.columns) {
            if (CatalogColumn *changed = columnToChange(relation, column))
                changed->notNull = Answer::No;
        }
    }
    if (!constraint.index.isEmpty()) {
        if (isPostgreSql())
            dropReferences(relation.name, constraint.definition.columns);
        dropIndexOf(relation, constraint.index);
        return;
    }
    if (!isPostgreSql() || children == Children::Keep)
        return;
    for (const ObjectName &childName : childrenOf(relation)) {
        CatalogRelation *child = d.change(childName);
        const CatalogConstraint *inherited = child ? child->constraint(name) : nullptr;
        if (!inherited || inherited->isLocal)
            continue;
        if (op.has(Flag::Only))
            child->constraints[inherited - child->constraints.constData()].isLocal = true;
        else
            dropConstraintOf(*child, name);
    }
}

/// Foreign keys to a table, or to just these columns of it.
void CatalogChange::dropReferences(const ObjectName &to, const QStringList &columns)
{
    const QList<ObjectName> tables = d.namesOf(d.referencedBy, to);
    for (const ObjectName &table : tables) {
        CatalogRelation *relation = d.change(table);
        for (qsizetype i = relation ? relation->constraints.size() - 1 : -1; i >= 0; --i) {
            const ConstraintDefinition &definition = relation->constraints.at(i).definition;
            if (definition.kind == ConstraintKind::ForeignKey && d.same(definition.references, to)
                && (columns.isEmpty() || sameColumns(definition.referencedColumns, columns)))
                d.removeConstraint(*relation, i);
        }
    }
}

bool CatalogChange::sameColumns(QStringList a, QStringList b)
{
    a.sort();
    b.sort();
    return a == b;
}

void CatalogChange::dropColumn()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    dropColumnOf(*relation, op.name);
    const QList<ObjectName> names = d.descendantsOf(relation->name);
    for (const ObjectName &name : names) {
        CatalogRelation *child = d.change(name);
        const CatalogColumn *column = child ? child->column(op.name) : nullptr;
        if (!column || column->isLocal || isFromParent(*child, op.name))
            continue;
        if (op.has(Flag::Only))
            child->columns[column - child->columns.constData()].isLocal = true;
        else
            dropColumnOf(*child, op.name);
    }
}

bool CatalogChange::isFromParent(const CatalogRelation &child, const QString &column) const
{
    return std::ranges::any_of(child.parents, [&](const ObjectName &name) {
        const CatalogRelation *parent = d.relation(name);
        return parent && parent->column(column);
    });
}

/// With the indexes and constraints that it is part of, generated columns, its sequence, foreign keys to it and views with it.
void CatalogChange::dropColumnOf(CatalogRelation &relation, const QString &name)
{
    const CatalogColumn *column = relation.column(name);
    if (column)
        d.removeColumn(relation, column - relation.columns.constData());
    if (isPostgreSql())
        dropDependantsOfColumn(relation, name);
    if (isMySql())
        dropColumnFromIndexes(relation, name);

    for (qsizetype i = relation.constraints.size() - 1; i >= 0 && i < relation.constraints.size(); --i) {
        const ConstraintDefinition &definition = relation.constraints.at(i).definition;
        const bool isKey = !relation.constraints.at(i).index.isEmpty();
        if ((!isKey || isPostgreSql())
            && (definition.columns.contains(name, relation.nameCase)
                || definition.expression.columns.contains(name, relation.nameCase)))
            dropConstraintOf(relation, QString(definition.name), Children::Keep); // theirs go with their column, if it goes
    }
    for (qsizetype i = relation.indexes.size() - 1; isPostgreSql() && i >= 0 && i < relation.indexes.size(); --i) {
        if (usesColumn(relation.indexes.at(i).definition, name))
            dropIndexOf(relation, QString(relation.indexes.at(i).definition.name));
    }
}

bool CatalogChange::usesColumn(const IndexDefinition &index, const QString &column)
{
    return index.included.contains(column) || index.predicate.columns.contains(column)
        || std::ranges::any_of(index.parts, [&](const IndexDefinition::Part &part) {
               return part.column == column || part.expression.columns.contains(column);
           });
}

void CatalogChange::dropDependantsOfColumn(CatalogRelation &relation, const QString &name)
{
    const QList<ObjectName> sequences = relation.ownedSequences;
    for (const ObjectName &sequenceName : sequences) {
        const CatalogRelation *sequence = d.relation(sequenceName);
        if (sequence && sequence->ownedByColumn == name) {
            relation.ownedSequences.removeOne(sequenceName);
            d.remove(sequenceName);
        }
    }
    const QList<ObjectName> views = d.namesOf(d.readBy, relation.name);
    for (const ObjectName &viewName : views) {
        const CatalogRelation *view = d.relation(viewName);
        if (view && view->readColumns.contains(name))
            dropRelation(viewName);
    }
    const QList<ObjectName> tables = d.namesOf(d.referencedBy, relation.name);
    for (const ObjectName &table : tables) {
        CatalogRelation *referencing = d.change(table);
        for (qsizetype i = referencing ? referencing->constraints.size() - 1 : -1; i >= 0; --i) {
            const ConstraintDefinition &definition = referencing->constraints.at(i).definition;
            if (definition.kind == ConstraintKind::ForeignKey && definition.references == relation.name
                && definition.referencedColumns.contains(name))
                d.removeConstraint(*referencing, i);
        }
    }
    const QList<CatalogColumn> columns = relation.columns;
    for (const CatalogColumn &column : columns) {
        if (column.generated != ColumnDefinition::Generated::No && column.definition->generatedAs.columns.contains(name)
            && column.name != name)
            dropColumnOf(relation, column.name);
    }
}

/// MySQL takes the column out of the indexes, and drops those that have no other.
void CatalogChange::dropColumnFromIndexes(CatalogRelation &relation, const QString &name)
{
    for (qsizetype i = relation.indexes.size() - 1; i >= 0; --i) {
        CatalogIndex &index = relation.indexes[i];
        index.definition.parts.removeIf([&](const IndexDefinition::Part &part) { return d.sameName(part.column, name); });
        for (CatalogConstraint &constraint : relation.constraints) {
            if (!constraint.index.isEmpty() && d.sameName(constraint.index, index.definition.name))
                constraint.definition.columns.removeIf([&](const QString &column) { return d.sameName(column, name); });
        }
        if (index.definition.parts.isEmpty())
            dropIndexOf(relation, QString(index.definition.name));
    }
}

void CatalogChange::dropType(const ObjectName &name)
{
    for (const QString &schema : name.schema.isEmpty() ? d.searchPath : QStringList{name.schema}) {
        const ObjectName whole{schema, name.name};
        if (!d.types.remove(whole))
            continue;
        const QList<ObjectName> tables = d.namesOf(d.usedBy, whole);
        for (const ObjectName &table : tables) {
            CatalogRelation *relation = d.change(table);
            const QList<CatalogColumn> columns = relation ? relation->columns : QList<CatalogColumn>();
            for (const CatalogColumn &column : columns) {
                if (column.type.name == whole)
                    dropColumnOf(*relation, column.name);
            }
        }
        return;
    }
}

void CatalogChange::dropSchema(const QString &schema)
{
    QList<ObjectName> names;
    d.relations.forEach([&](const ObjectName &, const auto &node) {
        if (node->relation.name.schema == schema)
            names.append(node->relation.name);
    });
    std::ranges::sort(names, {}, &ObjectName::name); // the same each time
    for (const ObjectName &name : std::as_const(names))
        dropRelation(name);

    QList<ObjectName> types;
    d.types.forEach([&](const ObjectName &name, const CatalogType &) {
        if (name.schema == schema)
            types.append(name);
    });
    for (const ObjectName &name : std::as_const(types))
        dropType(name);

    QList<ObjectName> functions;
    d.functions.forEach([&](const ObjectName &name, const CatalogFunction &) {
        if (name.schema == schema)
            functions.append(name);
    });
    for (const ObjectName &name : std::as_const(functions))
        d.functions.remove(name);
}

} // namespace Whimbrel
