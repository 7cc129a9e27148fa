// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rules/execution/refusals.h"

#include "safety/rules/support.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

using ConstraintType = ConstraintDefinition::Kind;

bool needsTable(const Operation &operation)
{
    const bool isAlter = operation.kind >= Kind::AddColumn && operation.kind <= Kind::DetachPartition;
    const bool isOnTable = operation.kind == Kind::CreateIndex || operation.kind == Kind::CreateTrigger;
    return (isOnTable || ((isAlter || operation.kind == Kind::Truncate) && operation.objectType == ObjectType::Table)) &&
           !operation.relation.isEmpty();
}

bool changesRows(const Operation &operation)
{
    return operation.kind == Kind::Insert || operation.kind == Kind::Update || operation.kind == Kind::Delete ||
           operation.kind == Kind::CopyFrom;
}

bool dropsOrRenamesRelation(const Operation &operation)
{
    return (operation.kind == Kind::DropObject || operation.kind == Kind::RenameObject) &&
           (operation.objectType == ObjectType::Table || operation.objectType == ObjectType::View ||
            operation.objectType == ObjectType::MaterializedView || operation.objectType == ObjectType::Sequence);
}

bool needsColumn(const Operation &operation)
{
    switch (operation.kind) {
    case Kind::DropColumn:
    case Kind::RenameColumn:
    case Kind::AlterColumnType:
    case Kind::SetDefault:
    case Kind::DropDefault:
    case Kind::SetNotNull:
    case Kind::DropNotNull:
    case Kind::ModifyColumn:
        return operation.objectType == ObjectType::Table;
    default:
        return false;
    }
}

/// The constraint that an ADD CONSTRAINT brings; nullptr for anything else.
const ConstraintDefinition *addedConstraint(const Operation &operation)
{
    const bool isAdded = operation.kind == Kind::AddConstraint && !operation.constraints.isEmpty();
    return isAdded ? &operation.constraints.constFirst() : nullptr;
}

/// The columns of the operation's own table that it cannot do without.
QStringList neededColumns(const RuleContext &context, const Operation &operation)
{
    if (needsColumn(operation))
        return {operation.name};
    if (const ConstraintDefinition *constraint = addedConstraint(operation))
        return constraint->usingIndex.isEmpty() && constraint->kind != ConstraintType::Check ? constraint->columns : QStringList();
    if (operation.kind == Kind::CreateIndex && !operation.indexes.isEmpty())
        return operation.indexes.constFirst().keyColumns() + operation.indexes.constFirst().included;
    if (operation.kind == Kind::Insert)
        return operation.columnNames;
    // MySQL's UPDATE of several tables sets columns of each.
    if (operation.kind == Kind::Update && (operation.reads.isEmpty() || !isMySqlFamily(context.before.dialect())))
        return operation.columnNames;
    return {};
}

bool isAddedHere(const RuleContext &context, const QString &column)
{
    return std::ranges::any_of(context.operations(), [&column](const Operation &other) {
        return other.kind == Kind::AddColumn && !other.columns.isEmpty() && other.columns.constFirst().name == column;
    });
}

/// SQLite's name for the key of any table.
bool isRowId(const RuleContext &context, const QString &column)
{
    return context.before.dialect() == Dialect::SQLite &&
           QStringList{u"rowid"_s, u"oid"_s, u"_rowid_"_s}.contains(column, Qt::CaseInsensitive);
}

QString missingTable(const RuleContext &context, const Operation &operation)
{
    const QString name = operation.relation.toString();
    ObjectName now;
    const bool needsRelation = needsTable(operation) || changesRows(operation) || dropsOrRenamesRelation(operation);
    if (needsRelation && context.before.isGone(operation.relation, &now)) {
        return now.isEmpty() ? tr("There is no “%1” any more: it was dropped before.").arg(name)
                             : tr("There is no “%1” any more: it is “%2” now.").arg(name, shown(context, now));
    }
    const bool isMissing = needsTable(operation) && context.before.isComplete() &&
                           !context.before.relation(operation.relation) && !context.after.relation(operation.relation);
    return isMissing ? tr("There is no table “%1”.").arg(name) : QString();
}

QString missingPart(const RuleContext &context, const Operation &operation, const CatalogRelation &table)
{
    const QString name = operation.relation.toString();
    const QStringList columns = table.type == ObjectType::Table ? neededColumns(context, operation) : QStringList();
    for (const QString &column : columns) {
        if (!column.isEmpty() && !table.column(column) && !isAddedHere(context, column) && !isRowId(context, column))
            return tr("“%1” has no column “%2”.").arg(name, column);
    }
    if (const ConstraintDefinition *key = addedConstraint(operation); key && key->kind == ConstraintType::ForeignKey) {
        const CatalogRelation *referenced = context.before.relation(key->references);
        for (const QString &column : key->referencedColumns) {
            if (referenced && referenced->isComplete && referenced != &table && !referenced->column(column))
                return tr("“%1” has no column “%2”.").arg(key->references.toString(), column);
        }
    }
    const bool needsConstraint = operation.kind == Kind::ValidateConstraint || operation.kind == Kind::RenameConstraint;
    if (needsConstraint && table.constraints.isEmpty() && context.before.isComplete())
        return tr("“%1” has no constraint “%2”.").arg(name, operation.name);
    const bool dropsIndex = operation.kind == Kind::DropObject && operation.objectType == ObjectType::Index;
    if (dropsIndex && isMySqlFamily(context.before.dialect()) && !table.index(operation.name) &&
        !table.constraint(operation.name) && operation.name.compare("PRIMARY"_L1, Qt::CaseInsensitive) != 0)
        return tr("“%1” has no index “%2”.").arg(name, operation.name);
    return {};
}

/// What the server would say is missing; empty: nothing that is known.
QString missing(const RuleContext &context, const Operation &operation)
{
    if (operation.has(Flag::IfExists) || operation.has(Flag::Conditional))
        return {};
    if (const QString message = missingTable(context, operation); !message.isEmpty())
        return message;
    const CatalogRelation *table = context.before.relation(operation.relation);
    return table && table->isComplete ? missingPart(context, operation, *table) : QString();
}

/// What is there already; empty: nothing that is known.
QString duplicate(const RuleContext &context, const Operation &operation)
{
    if (operation.has(Flag::IfNotExists) || operation.has(Flag::OrReplace))
        return {};
    const QString name = operation.relation.toString();
    const CatalogRelation *table = context.before.relation(operation.relation);
    switch (operation.kind) {
    case Kind::CreateTable:
    case Kind::CreateTableAs:
        return table && table->isComplete && !operation.has(Flag::Temporary) ? tr("“%1” exists already.").arg(name)
                                                                             : QString();
    case Kind::AddColumn:
        return table && !operation.columns.isEmpty() && table->column(operation.columns.constFirst().name)
                   ? tr("“%1” has a column “%2” already.").arg(name, operation.columns.constFirst().name)
                   : QString();
    case Kind::AddConstraint: {
        const ConstraintDefinition constraint = operation.constraints.value(0);
        if (table && !constraint.name.isEmpty() && table->constraint(constraint.name))
            return tr("“%1” has a constraint “%2” already.").arg(name, constraint.name);
        return {};
    }
    case Kind::CreateIndex:
        return table && !operation.name.isEmpty() && table->index(operation.name)
                   ? tr("“%1” has an index “%2” already.").arg(name, operation.name)
                   : QString();
    default:
        return {};
    }
}

/// The columns that an operation makes unique, one list for each key.
QList<QStringList> uniqueKeys(const Operation &operation)
{
    const auto isKey = [](const ConstraintDefinition &constraint) {
        return constraint.kind == ConstraintType::PrimaryKey || constraint.kind == ConstraintType::Unique;
    };
    QList<QStringList> keys;
    for (const ConstraintDefinition &constraint : operation.constraints) {
        if (isKey(constraint) && !constraint.columns.isEmpty())
            keys.append(constraint.columns);
    }
    for (const ColumnDefinition &column : operation.columns) {
        if (std::ranges::any_of(column.constraints, isKey))
            keys.append({column.name});
    }
    if (operation.kind == Kind::CreateIndex && operation.indexes.value(0).unique)
        keys.append(operation.indexes.constFirst().keyColumns());
    return keys;
}

/// A unique key of a partitioned table that lacks a column of the partition key; PostgreSQL refuses it.
QString impossibleKey(const RuleContext &context, const Operation &operation)
{
    const bool isCreated = operation.kind == Kind::CreateTable && !operation.partitionStrategy.isEmpty();
    const CatalogRelation *table = isCreated ? nullptr : context.before.relation(operation.relation);
    const bool mayAddKey = isCreated || (table && table->isPartitioned &&
                                         (operation.kind == Kind::AddConstraint || operation.kind == Kind::AddColumn ||
                                          operation.kind == Kind::CreateIndex));
    if (!mayAddKey)
        return {};
    const QStringList partitionKey = isCreated ? operation.partitionKey : table->partitionKey;
    for (const QStringList &key : uniqueKeys(operation)) {
        for (const QString &column : partitionKey) {
            if (!key.contains(column)) {
                return tr("“%1” is partitioned by “%2”: a unique key of it needs that column, and this one lacks it.")
                    .arg(operation.relation.toString(), column);
            }
        }
    }
    return {};
}

/// A form that PostgreSQL never takes.
QString impossibleForm(const RuleContext &context, const Operation &operation)
{
    if (const QString message = impossibleKey(context, operation); !message.isEmpty())
        return message;
    const CatalogRelation *table = context.before.relation(operation.relation);
    const bool changesName = operation.kind == Kind::DropColumn || operation.kind == Kind::RenameColumn;
    if (changesName && table && table->isPartition && table->column(operation.name)) {
        return tr("“%1” is a partition: its column “%2” can be changed on the partitioned table only.")
            .arg(operation.relation.toString(), operation.name);
    }
    return {};
}

} // namespace

QString refusalOf(const RuleContext &context, const Operation &operation)
{
    if (const QString message = missing(context, operation); !message.isEmpty())
        return message;
    if (const QString message = duplicate(context, operation); !message.isEmpty())
        return message;
    return context.before.dialect() == Dialect::PostgreSql ? impossibleForm(context, operation) : QString();
}

QString refusalOfForm(const Operation &operation, Dialect dialect)
{
    const ConstraintDefinition *constraint = addedConstraint(operation);
    const bool isIndexed = constraint && (constraint->kind == ConstraintType::Unique || constraint->kind == ConstraintType::PrimaryKey ||
                                          constraint->kind == ConstraintType::Exclusion);
    return dialect == Dialect::PostgreSql && isIndexed && constraint->notValid ? tr("NOT VALID does not exist for constraints that have an index.")
                                                                               : QString();
}

QString repeatedColumn(const QList<Operation> &operations)
{
    QStringList names;
    for (const Operation &operation : operations) {
        if (operation.kind != Kind::AddColumn && operation.kind != Kind::CreateTable)
            continue;
        for (const ColumnDefinition &column : operation.columns) {
            const QString key = operation.relation.toString() + u' ' + column.name;
            if (names.contains(key))
                return column.name;
            names.append(key);
        }
    }
    return {};
}

} // namespace Whimbrel
