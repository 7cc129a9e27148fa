// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "sql/lexer.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

void CatalogChange::renameObject()
{
    switch (op.objectType) {
    case ObjectType::Index: {
        if (!op.name.isEmpty()) {
            if (CatalogRelation *relation = target())
                renameIndex(*relation, op.name, op.newName);
            return;
        }
        const ObjectName index = d.resolvedIn(d.indexes, op.relation);
        const ObjectName *table = d.indexes.find(index);
        if (CatalogRelation *relation = table ? d.change(*table) : nullptr)
            renameIndex(*relation, index.name, op.newName);
        return;
    }
    case ObjectType::Trigger:
    case ObjectType::Policy:
        if (CatalogRelation *relation = op.name.isEmpty() ? nullptr : target()) {
            forTree(*relation, [this](CatalogRelation &one) {
                QStringList &names = op.objectType == ObjectType::Trigger ? one.triggers : one.policies;
                std::ranges::replace(names, op.name, op.newName);
            });
        }
        return;
    case ObjectType::Type:
    case ObjectType::Domain:
        return moveType(d.resolvedType(op.relation), [this](ObjectName &name) { name.name = op.newName; });
    case ObjectType::Function:
        return moveFunction([this](ObjectName &name) { name.name = op.newName; });
    case ObjectType::Schema:
        return renameSchema(op.relation.name, op.newName);
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
    case ObjectType::Sequence:
        break;
    default:
        return;
    }
    if (!target())
        return;
    const ObjectName from = d.resolved(op.relation);
    if (d.relation(from) && op.newName.isEmpty())
        return;
    const QString schema = op.other.schema.isEmpty() ? from.schema : op.other.schema;
    moveRelation(from, {schema, op.newName});
}

/// SQLite writes the new name into views and triggers: their text is not known any more.
void CatalogChange::forgetScripts(const ObjectName &renamed, const ObjectName &to)
{
    if (!isSQLite())
        return;
    const QList<ObjectName> owners = d.namesOf(d.readBy, renamed) + d.withTriggers;
    for (const ObjectName &name : owners) {
        const CatalogRelation *relation = d.relation(name);
        const bool isOwn = relation && d.same(name, renamed);
        const auto names = [&](const CatalogScript &script) {
            return isOwn || std::ranges::any_of(script.reads, [&](const ObjectName &read) { return d.same(read, renamed); });
        };
        if (!relation || std::ranges::none_of(relation->scripts, names))
            continue;
        for (CatalogScript &script : d.change(name)->scripts) {
            if (names(script))
                script.text.clear();
            std::ranges::replace(script.reads, renamed, to);
        }
    }
}

/// To another name or schema; foreign keys, views, children and sequences that mean it go on to mean it.
void CatalogChange::moveRelation(const ObjectName &from, const ObjectName &to)
{
    const CatalogRelation *found = d.relation(from);
    if (!found || from == to)
        return;
    forgetScripts(from, to);
    CatalogRelation moved = *d.relation(from);
    const QList<ObjectName> referencing = d.namesOf(d.referencedBy, from);
    const QList<ObjectName> readers = d.namesOf(d.readBy, from);
    const QList<ObjectName> children = childrenOf(moved);
    d.remove(from);
    if (!op.has(Flag::Conditional))
        d.gone[from] = to;
    moved.name = to;
    renameGeneratedNames(moved, from.name);
    for (CatalogConstraint &constraint : moved.constraints) {
        if (d.same(constraint.definition.references, from))
            constraint.definition.references = to;
    }
    const QList<ObjectName> sequences = moved.ownedSequences;
    if (CatalogRelation *owner = d.change(moved.ownedBy))
        std::ranges::replace(owner->ownedSequences, from, to);
    d.insert(std::move(moved));
    std::ranges::replace(d.withTriggers, from, to);

    for (const ObjectName &name : referencing) {
        if (CatalogRelation *relation = d.same(name, from) ? nullptr : d.change(name))
            redirectReferences(*relation, from, to);
    }
    for (const ObjectName &name : readers) {
        if (CatalogRelation *view = isMySql() ? nullptr : d.change(name)) {
            QList<ObjectName> reads = view->reads;
            std::ranges::replace(reads, from, to);
            d.setReads(*view, reads);
        }
    }
    for (const ObjectName &name : children) {
        if (CatalogRelation *child = d.change(name)) {
            d.removeParent(*child, from);
            d.addParent(*child, to);
        }
    }
    for (const ObjectName &name : sequences) {
        if (CatalogRelation *sequence = d.change(name))
            sequence->ownedBy = to;
    }
}

void CatalogChange::redirectReferences(CatalogRelation &relation, const ObjectName &from, const ObjectName &to)
{
    for (qsizetype i = 0; i < relation.constraints.size(); ++i) {
        if (!d.same(relation.constraints.at(i).definition.references, from))
            continue;
        CatalogConstraint constraint = relation.constraints.at(i);
        constraint.definition.references = to;
        d.replaceConstraint(relation, i, std::move(constraint));
    }
}

/// Names that MySQL and SQLite made of the table's name follow it.
void CatalogChange::renameGeneratedNames(CatalogRelation &relation, const QString &from)
{
    const auto follow = [&](QString &name, const QString &before, const QString &after) {
        const QString prefix = before + from + after;
        if (name.startsWith(prefix, d.columnCase()))
            name = before + relation.name.name + after + name.sliced(prefix.size());
    };
    for (CatalogConstraint &constraint : relation.constraints) {
        if (isMySql())
            follow(constraint.definition.name, {}, u"_ibfk_"_s);
        if (d.dialect == Dialect::MySql)
            follow(constraint.definition.name, {}, u"_chk_"_s);
        if (isSQLite())
            follow(constraint.index, u"sqlite_autoindex_"_s, u"_"_s);
    }
    for (CatalogIndex &index : relation.indexes) {
        if (isSQLite())
            follow(index.definition.name, u"sqlite_autoindex_"_s, u"_"_s);
    }
}

/// A name in an expression's text, where it stands as a column.
static void renameIn(Expression &expression, const QString &from, const QString &to, Qt::CaseSensitivity sensitivity,
                     Dialect dialect)
{
    if (!expression.columns.contains(from, sensitivity))
        return;
    const auto rename = [&](QString &name) {
        if (name.compare(from, sensitivity) == 0)
            name = to;
    };
    std::ranges::for_each(expression.columns, rename);
    std::ranges::for_each(expression.provesNotNull, rename);
    for (Expression::Comparison &comparison : expression.comparisons)
        rename(comparison.column);
    QString text;
    Lexer lexer(expression.text, dialect);
    for (Token token = lexer.next(); token.kind != TokenKind::End; token = lexer.next()) {
        const bool quoted = token.kind == TokenKind::QuotedName;
        const QStringView word = quoted ? token.text.mid(1).chopped(1) : token.text;
        if ((quoted || token.kind == TokenKind::Word) && word.compare(from, quoted ? sensitivity : Qt::CaseInsensitive) == 0)
            text += to;
        else
            text += token.text;
    }
    expression.text = text;
}

/// In the table itself, and in the foreign keys of others that reference the column.
void CatalogChange::renameColumnOf(CatalogRelation &relation, const QString &from, const QString &to)
{
    CatalogColumn *column = columnToChange(relation, from);
    if (!column)
        return;
    column->name = to;
    column->definition.change([&](ColumnDefinition &definition) { definition.name = to; });
    const Qt::CaseSensitivity sensitivity = relation.nameCase;
    const auto rename = [&](QString &name) {
        if (name.compare(from, sensitivity) == 0)
            name = to;
    };
    const auto renameInExpression = [&](Expression &expression) { renameIn(expression, from, to, sensitivity, d.dialect); };
    for (CatalogColumn &other : relation.columns) {
        if (other.generated != ColumnDefinition::Generated::No)
            other.definition.change([&](ColumnDefinition &definition) { renameInExpression(definition.generatedAs); });
    }
    for (CatalogConstraint &constraint : relation.constraints) {
        std::ranges::for_each(constraint.definition.columns, rename);
        renameInExpression(constraint.definition.expression);
    }
    for (CatalogIndex &index : relation.indexes) {
        for (IndexDefinition::Part &part : index.definition.parts) {
            rename(part.column);
            renameInExpression(part.expression);
        }
        std::ranges::for_each(index.definition.included, rename);
        renameInExpression(index.definition.predicate);
    }
    std::ranges::for_each(relation.partitionKey, rename);
    for (const ObjectName &name : std::as_const(relation.ownedSequences)) {
        if (CatalogRelation *sequence = d.change(name))
            rename(sequence->ownedByColumn);
    }
    renameReferences(relation.name, rename);
}

void CatalogChange::renameReferences(const ObjectName &to, const std::function<void(QString &)> &rename)
{
    const QList<ObjectName> tables = d.namesOf(d.referencedBy, to);
    for (const ObjectName &table : tables) {
        CatalogRelation *referencing = d.change(table);
        if (!referencing)
            continue;
        for (CatalogConstraint &constraint : referencing->constraints) {
            if (d.same(constraint.definition.references, to))
                std::ranges::for_each(constraint.definition.referencedColumns, rename);
        }
    }
    // Which relation a view's columns belong to is not always known: the new name is added, the old one kept.
    const QList<ObjectName> views = isPostgreSql() ? d.namesOf(d.readBy, to) : QList<ObjectName>();
    for (const ObjectName &name : views) {
        if (CatalogRelation *view = d.change(name)) {
            QString renamed = op.name;
            rename(renamed);
            if (view->readColumns.contains(op.name) && !view->readColumns.contains(renamed))
                view->readColumns.append(renamed);
        }
    }
}

void CatalogChange::renameColumn()
{
    CatalogRelation *relation = target();
    if (!relation || op.newName.isEmpty())
        return;
    const ObjectName name = relation->name;
    if (isPostgreSql())
        forTree(*relation, [this](CatalogRelation &one) { renameColumnOf(one, op.name, op.newName); });
    else
        renameColumnOf(*relation, op.name, op.newName);
    forgetScripts(name, name);
}

void CatalogChange::setSchema()
{
    const QString schema = op.other.name.isEmpty() ? op.other.schema : op.other.name;
    if (schema.isEmpty())
        return;
    switch (op.objectType) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
    case ObjectType::Sequence:
        break;
    case ObjectType::Type:
    case ObjectType::Domain:
        return moveType(d.resolvedType(op.relation), [&](ObjectName &name) { name.schema = schema; });
    case ObjectType::Function:
        return moveFunction([&](ObjectName &name) { name.schema = schema; });
    default:
        return;
    }
    const CatalogRelation *relation = target();
    if (!relation)
        return;
    const ObjectName from = relation->name;
    const QList<ObjectName> sequences = relation->ownedSequences;
    moveRelation(from, {schema, from.name});
    for (const ObjectName &name : sequences)
        moveRelation(name, {schema, name.name});
    moveIndexParents({schema, from.name}, from.schema, schema);
}

/// The children's indexes know their parents' by name and schema.
void CatalogChange::moveIndexParents(const ObjectName &parent, const QString &from, const QString &to)
{
    const CatalogRelation *relation = d.relation(parent);
    if (!relation)
        return;
    for (const ObjectName &name : childrenOf(*relation)) {
        CatalogRelation *child = d.change(name);
        for (qsizetype i = 0; child && i < child->indexes.size(); ++i) {
            ObjectName &known = child->indexes[i].parent;
            if (known.schema == from && relation->index(known.name))
                known.schema = to;
        }
    }
}

void CatalogChange::moveType(const ObjectName &from, const std::function<void(ObjectName &)> &move)
{
    const CatalogType *found = d.types.find(from);
    if (!found)
        return;
    CatalogType type = *found;
    move(type.name);
    d.types.remove(from);
    const ObjectName to = type.name;
    d.types[to] = std::move(type);
    const QList<ObjectName> tables = d.namesOf(d.usedBy, from);
    for (const ObjectName &table : tables) {
        CatalogRelation *relation = d.change(table);
        for (qsizetype i = 0; relation && i < relation->columns.size(); ++i) {
            if (relation->columns.at(i).type.name != from)
                continue;
            CatalogColumn column = relation->columns.at(i);
            column.type.name = to;
            d.removeColumn(*relation, i);
            d.addColumn(*relation, std::move(column), i);
        }
    }
}

void CatalogChange::moveFunction(const std::function<void(ObjectName &)> &move)
{
    for (const QString &schema : op.relation.schema.isEmpty() ? d.searchPath : QStringList{op.relation.schema}) {
        const ObjectName from{schema, op.relation.name};
        const CatalogFunction *found = d.functions.find(from);
        if (!found)
            continue;
        CatalogFunction function = *found;
        move(function.name);
        d.functions.remove(from);
        const ObjectName to = function.name;
        d.functions[to] = std::move(function);
        return;
    }
}

void CatalogChange::renameSchema(const QString &from, const QString &to)
{
    QList<ObjectName> names;
    d.relations.forEach([&](const ObjectName &, const auto &node) {
        if (node->relation.name.schema == from)
            names.append(node->relation.name);
    });
    std::ranges::sort(names, {}, &ObjectName::name); // or which of several is told of would be a matter of chance
    for (const ObjectName &name : std::as_const(names)) {
        moveRelation(name, {to, name.name});
        moveIndexParents({to, name.name}, from, to);
    }
    QList<ObjectName> types;
    d.types.forEach([&](const ObjectName &name, const CatalogType &) {
        if (name.schema == from)
            types.append(name);
    });
    for (const ObjectName &name : std::as_const(types))
        moveType(name, [&](ObjectName &moved) { moved.schema = to; });
}

} // namespace Whimbrel
