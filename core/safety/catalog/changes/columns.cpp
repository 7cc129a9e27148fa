// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "safety/catalog/servernames.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

/// With the schema of the type, where this schema defines it: that is how its users are found.
TypeName CatalogChange::wholeType(const TypeName &type) const
{
    if (!type.name.schema.isEmpty() || d.types.isEmpty())
        return type;
    const ObjectName name = d.resolvedType(type.name);
    if (!d.types.contains(name))
        return type;
    TypeName whole = type;
    whole.name = name;
    return whole;
}

/// The one that another column of the same words has, if there is one; of a column without constraints of its own the name does
/// not count, except in SQLite, where tables are built again from these texts.
Shared<ColumnDefinition> CatalogChange::sharedDefinition(const ColumnDefinition &definition)
{
    if (definition.text.isEmpty())
        return definition;
    const bool isNameless = !isSQLite() && definition.constraints.isEmpty() && !definition.name.isEmpty() && definition.text.startsWith(definition.name);
    const QString words = isNameless ? definition.text.sliced(definition.name.size()) : definition.text;
    const ObjectName key{isNameless ? u"*"_s : QString(), words};
    if (const Shared<ColumnDefinition> *known = d.definitions.find(key))
        return *known;
    ColumnDefinition shared = definition;
    if (isNameless) {
        shared.name.clear();
        shared.text = words;
    }
    return d.definitions[key] = shared;
}

CatalogColumn CatalogChange::columnOf(const ColumnDefinition &definition)
{
    const auto answer = [](bool yes) { return yes ? Answer::Yes : Answer::No; };
    const bool serial = definition.type.isSerial;
    CatalogColumn column;
    column.definition = sharedDefinition(definition);
    column.name = column.definition->name.isEmpty() ? definition.name : column.definition->name; // one text for many, where it can be
    column.type = wholeType(column.definition->type);
    column.notNull = answer(definition.notNull || serial || (definition.identity && !isSQLite()));
    column.hasDefault = answer(serial || (definition.hasDefault && !definition.defaultValue.isNull));
    column.isIdentity = answer(serial || definition.identity);
    column.generated = definition.generated;
    column.made = d.now;
    if (const CatalogType *type = d.types.find(column.type.name); type && type->kind == CatalogType::Kind::Domain) {
        column.notNull = answer(definition.notNull || type->isNotNull);
        column.hasDefault = answer(definition.hasDefault || type->hasDefault);
    }
    return column;
}

/// Adds a column of CREATE TABLE, or melts it into the parent's column of the same name.
void CatalogChange::appendColumn(CatalogRelation &relation, const ColumnDefinition &definition)
{
    CatalogColumn column = columnOf(definition);
    const auto inherited = relation.parents.isEmpty() ? relation.columns.end() : std::ranges::find_if(relation.columns, [&](const CatalogColumn &other) {
        return other.name == column.name;
    });
    if (inherited != relation.columns.end()) {
        inherited->isLocal = !relation.isPartition;
        if (column.notNull == Answer::Yes)
            inherited->notNull = Answer::Yes;
        if (column.hasDefault == Answer::Yes)
            inherited->hasDefault = Answer::Yes;
    } else {
        d.addColumn(relation, column);
    }
    if (isPostgreSql() && column.isIdentity == Answer::Yes)
        makeSequence(relation, column);
}

/// The sequence of a serial or identity column, named as PostgreSQL names it.
void CatalogChange::makeSequence(CatalogRelation &relation, const CatalogColumn &column)
{
    const QString schema = relation.name.schema;
    CatalogRelation sequence;
    sequence.name = {schema, postgreSqlFreeName(relation.name.name, column.name, u"seq"_s, [&](const QString &name) {
                         return d.isRelationName({schema, name});
                     })};
    sequence.type = ObjectType::Sequence;
    sequence.isComplete = true;
    sequence.isTemporary = relation.isTemporary;
    sequence.made = d.now;
    sequence.ownedBy = relation.name;
    sequence.ownedByColumn = column.name;
    relation.ownedSequences.append(sequence.name);
    d.insert(std::move(sequence));
}

/// nullptr where the relation is known to have no such column; else one is made of what little is known.
CatalogColumn *CatalogChange::columnToChange(CatalogRelation &relation, const QString &name)
{
    const auto found = std::ranges::find_if(relation.columns,
                                            [&](const CatalogColumn &column) { return d.sameName(column.name, name); });
    if (found != relation.columns.end())
        return &*found;
    if (relation.isComplete || name.isEmpty())
        return nullptr;
    CatalogColumn column;
    column.name = name;
    relation.columns.append(std::move(column));
    return &relation.columns.last();
}

/// Where MySQL's FIRST and AFTER put a column; -1: at the end.
qsizetype CatalogChange::positionFor(const CatalogRelation &relation) const
{
    if (op.position.isEmpty())
        return -1;
    if (op.position.compare("FIRST"_L1, Qt::CaseInsensitive) == 0)
        return 0;
    const auto after = std::ranges::find_if(relation.columns,
                                            [&](const CatalogColumn &column) { return d.sameName(column.name, op.position); });
    return after == relation.columns.end() ? -1 : after - relation.columns.begin() + 1;
}

void CatalogChange::addColumn()
{
    CatalogRelation *relation = target();
    if (!relation || op.columns.isEmpty())
        return;
    const ColumnDefinition &definition = op.columns.first();
    if (relation->column(definition.name)) {
        if (op.has(Flag::IfNotExists) || relation->isComplete)
            return;
        relation->columns.removeIf([&](const CatalogColumn &column) { return d.sameName(column.name, definition.name); });
    }
    d.addColumn(*relation, columnOf(definition), positionFor(*relation));
    if (isPostgreSql() && relation->column(definition.name)->isIdentity == Answer::Yes)
        makeSequence(*relation, *relation->column(definition.name));
    const CatalogColumn column = *relation->column(definition.name);
    forTree(*relation, [&](CatalogRelation &child) {
        if (child.column(column.name))
            return;
        CatalogColumn inherited = column;
        inherited.isLocal = false;
        d.addColumn(child, std::move(inherited));
    });
    addConstraints(*relation, op.columns, op.constraints, op.indexes);
}

/// MySQL's MODIFY and CHANGE: the definition anew, keys and checks as they were.
void CatalogChange::modifyColumn()
{
    CatalogRelation *relation = target();
    if (!relation || op.columns.isEmpty())
        return;
    const QString oldName = op.name.isEmpty() ? op.columns.first().name : op.name;
    if (!columnToChange(*relation, oldName))
        return;
    if (const QString newName = op.columns.first().name; newName != oldName)
        renameColumnOf(*relation, oldName, newName);

    const ColumnDefinition &definition = op.columns.first();
    CatalogColumn changed = columnOf(definition);
    const auto at = std::ranges::find_if(relation->columns,
                                         [&](const CatalogColumn &column) { return d.sameName(column.name, definition.name); });
    if (at == relation->columns.end())
        return;
    changed.made = at->made;
    if (const CatalogConstraint *key = relation->primaryKey();
        key && key->definition.columns.contains(definition.name, Qt::CaseInsensitive))
        changed.notNull = Answer::Yes;
    qsizetype index = at - relation->columns.begin();
    d.removeColumn(*relation, index);
    if (const qsizetype wanted = positionFor(*relation); wanted >= 0)
        index = wanted;
    d.addColumn(*relation, std::move(changed), index);
    addConstraints(*relation, op.columns, {}, {});
}

void CatalogChange::alterColumnType()
{
    CatalogRelation *relation = target();
    if (!relation || op.columns.isEmpty())
        return;
    const TypeName type = wholeType(op.columns.first().type);
    forTree(*relation, [&](CatalogRelation &one) {
        const CatalogColumn *column = columnToChange(one, op.name);
        if (!column)
            return;
        const qsizetype index = column - one.columns.constData();
        CatalogColumn changed = *column;
        changed.type = type;
        changed.definition.change([&](ColumnDefinition &definition) { definition.type = type; });
        d.removeColumn(one, index);
        d.addColumn(one, std::move(changed), index);
    });
}

void CatalogChange::changeDefinition(ColumnDefinition &definition) const
{
    switch (op.kind) {
    case Operation::Kind::SetNotNull:
    case Operation::Kind::DropNotNull:
        definition.notNull = op.kind == Operation::Kind::SetNotNull;
        break;
    case Operation::Kind::SetDefault:
    case Operation::Kind::DropDefault:
        definition.hasDefault = op.kind == Operation::Kind::SetDefault && !op.expression.isNull;
        definition.defaultValue = op.expression;
        break;
    case Operation::Kind::SetExpression:
        definition.generatedAs = op.expression;
        break;
    case Operation::Kind::DropExpression:
        definition.generated = ColumnDefinition::Generated::No;
        definition.generatedAs = {};
        break;
    default:
        break;
    }
}

/// NOT NULL, DEFAULT and the expression of a generated column.
void CatalogChange::changeColumn()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    forTree(*relation, [this](CatalogRelation &one) {
        CatalogColumn *column = columnToChange(one, op.name);
        if (!column)
            return;
        column->definition.change([this](ColumnDefinition &definition) { changeDefinition(definition); });
        const ColumnDefinition &definition = *column->definition;
        if (op.kind == Operation::Kind::SetNotNull || op.kind == Operation::Kind::DropNotNull)
            column->notNull = definition.notNull ? Answer::Yes : Answer::No;
        else if (op.kind == Operation::Kind::SetDefault || op.kind == Operation::Kind::DropDefault)
            column->hasDefault = definition.hasDefault ? Answer::Yes : Answer::No;
        else if (op.kind == Operation::Kind::DropExpression)
            column->generated = ColumnDefinition::Generated::No;
    });
}

void CatalogChange::changeIdentity()
{
    CatalogRelation *relation = target();
    CatalogColumn *column = relation ? columnToChange(*relation, op.name) : nullptr;
    if (!column)
        return;
    const bool add = op.kind == Operation::Kind::AddIdentity;
    if (add == (column->isIdentity == Answer::Yes))
        return;
    column->isIdentity = add ? Answer::Yes : Answer::No;
    column->definition.change([add](ColumnDefinition &definition) { definition.identity = add; });
    if (add) {
        makeSequence(*relation, CatalogColumn(*column));
        return;
    }
    const QList<ObjectName> sequences = relation->ownedSequences;
    for (const ObjectName &name : sequences) {
        const CatalogRelation *sequence = d.relation(name);
        if (sequence && sequence->ownedByColumn == op.name) {
            relation->ownedSequences.removeOne(name);
            d.remove(name);
        }
    }
}

} // namespace Whimbrel
