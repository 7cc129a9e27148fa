// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/phase.h"

#include "safety/rules/typewidth.h"
#include "safety/scriptwalk.h"

#include <algorithm>

namespace Whimbrel {

namespace {

using Kind = Operation::Kind;

bool isTableLike(ObjectType type)
{
    return type == ObjectType::Table || type == ObjectType::ForeignTable || type == ObjectType::View
        || type == ObjectType::MaterializedView;
}

/// Made by the script itself: nobody uses it yet.
bool isMadeByScript(const ObjectName &name, const Catalog &before, const Catalog &after)
{
    const CatalogRelation *relation = after.relation(name);
    return !before.relation(name) && relation && after.isNew(relation->made);
}

bool columnIsMadeByScript(const Operation &operation, const QString &column, const Catalog &before, const Catalog &after)
{
    if (isMadeByScript(operation.relation, before, after))
        return true;
    const CatalogRelation *now = after.relation(operation.relation);
    const CatalogColumn *found = now ? now->column(column) : nullptr;
    return found && after.isNew(found->made);
}

/// A rebuilt table is a contract where it came back narrower or stricter.
MigrationPhase phaseOfRebuild(const ObjectName &name, const Catalog &before, const Catalog &after)
{
    const CatalogRelation *old = before.relation(name);
    const CatalogRelation *anew = after.relation(name);
    if (!old || !anew || !old->isComplete)
        return MigrationPhase::Contract;
    const bool stricter = std::ranges::any_of(old->columns, [&](const CatalogColumn &column) {
        const CatalogColumn *kept = anew->column(column.name);
        return !kept || (kept->notNull == Answer::Yes && column.notNull != Answer::Yes);
    });
    return stricter || anew->constraints.size() > old->constraints.size() ? MigrationPhase::Contract : MigrationPhase::Expand;
}

MigrationPhase phaseOfDrop(const Operation &operation, const Catalog &before, const Catalog &after)
{
    switch (operation.objectType) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
        if (isRebuilt(operation.relation, before, after))
            return phaseOfRebuild(operation.relation, before, after);
        return MigrationPhase::Contract;
    case ObjectType::View:
    case ObjectType::MaterializedView:
        return after.relation(operation.relation) ? MigrationPhase::Migrate : MigrationPhase::Contract;
    case ObjectType::Function:
    case ObjectType::Type:
    case ObjectType::Domain:
    case ObjectType::Schema:
    case ObjectType::Database:
    case ObjectType::Sequence:
    case ObjectType::Extension:
        return MigrationPhase::Contract;
    default:
        return MigrationPhase::Unknown;
    }
}

MigrationPhase phaseOfRename(const Operation &operation, const Catalog &before, const Catalog &after)
{
    switch (operation.objectType) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::View:
    case ObjectType::MaterializedView:
        if (!before.relation(operation.relation) && !after.relation(operation.relation)
            && isRebuilt({operation.relation.schema, operation.newName}, before, after)) {
            return MigrationPhase::Unknown; // the drop of the old one has said what it comes to
        }
        return after.relation(operation.relation) ? MigrationPhase::Expand : MigrationPhase::Contract; // a view keeps the old name
    case ObjectType::Schema:
    case ObjectType::Type:
    case ObjectType::Domain:
    case ObjectType::Function:
    case ObjectType::Sequence:
        return MigrationPhase::Contract;
    default:
        return MigrationPhase::Unknown;
    }
}

MigrationPhase phaseOfNewColumn(const Operation &operation)
{
    const bool required = std::ranges::any_of(operation.columns, [](const ColumnDefinition &column) {
        return column.notNull && !column.hasDefault && !column.identity && !column.type.isSerial
            && column.generated == ColumnDefinition::Generated::No;
    });
    return required ? MigrationPhase::Contract : MigrationPhase::Expand;
}

MigrationPhase phaseOfTypeChange(const Operation &operation, const Catalog &before)
{
    const CatalogRelation *relation = before.relation(operation.relation);
    const CatalogColumn *column = relation ? relation->column(operation.name) : nullptr;
    if (!column || column->type.isEmpty() || operation.columns.isEmpty())
        return MigrationPhase::Contract;
    return typeWidth(column->type, operation.columns.first().type) == TypeWidth::Wider ? MigrationPhase::Expand
                                                                                      : MigrationPhase::Contract;
}

MigrationPhase phaseOfNewConstraint(const Operation &operation, const Catalog &before, const Catalog &after)
{
    const bool onNewColumns = std::ranges::all_of(operation.constraints, [&](const ConstraintDefinition &constraint) {
        return !constraint.columns.isEmpty() && std::ranges::all_of(constraint.columns, [&](const QString &column) {
            return columnIsMadeByScript(operation, column, before, after);
        });
    });
    return onNewColumns ? MigrationPhase::Expand : MigrationPhase::Contract;
}

MigrationPhase phaseOfIndex(const Operation &operation, const Catalog &before, const Catalog &after)
{
    if (!operation.has(Operation::Flag::Unique))
        return MigrationPhase::Expand;
    const QStringList columns = operation.indexes.isEmpty() ? QStringList() : operation.indexes.first().keyColumns();
    const bool onNewColumns = !columns.isEmpty() && std::ranges::all_of(columns, [&](const QString &column) {
        return columnIsMadeByScript(operation, column, before, after);
    });
    return onNewColumns ? MigrationPhase::Expand : MigrationPhase::Contract;
}

MigrationPhase phaseOfDefault(const Operation &operation, const Catalog &before)
{
    const CatalogRelation *relation = before.relation(operation.relation);
    const CatalogColumn *column = relation ? relation->column(operation.name) : nullptr;
    return column && column->notNull == Answer::Yes ? MigrationPhase::Contract : MigrationPhase::Unknown;
}

} // namespace

bool isRebuilt(const ObjectName &name, const Catalog &before, const Catalog &after)
{
    const CatalogRelation *anew = after.relation(name);
    return anew && after.isNew(anew->made) && anew->type == ObjectType::Table
        && (!before.relation(name) || before.relation(name)->type == ObjectType::Table);
}

MigrationPhase phaseOf(const Operation &operation, const Catalog &before, const Catalog &after, const QList<ObjectName> &made)
{
    const bool isOwn = made.contains(operation.relation) && !before.relation(operation.relation);
    if (isOwn && operation.kind == Kind::DropObject)
        return MigrationPhase::Unknown;
    if (isOwn && operation.kind != Kind::RenameObject && isTableLike(operation.objectType))
        return MigrationPhase::Expand;
    const bool createsAnything = operation.kind >= Kind::CreateTable && operation.kind <= Kind::CreateRole;
    if (createsAnything && operation.kind != Kind::CreateIndex)
        return MigrationPhase::Expand;
    if (isTableLike(operation.objectType) && isMadeByScript(operation.relation, before, after)
        && operation.kind != Kind::RenameObject && operation.kind != Kind::DropObject) {
        return MigrationPhase::Expand;
    }
    switch (operation.kind) {
    case Kind::CreateIndex:
        return phaseOfIndex(operation, before, after);
    case Kind::AddColumn:
        return phaseOfNewColumn(operation);
    case Kind::SetDefault:
    case Kind::DropNotNull:
    case Kind::DropConstraint:
    case Kind::AddEnumValue:
    case Kind::AddIdentity:
    case Kind::AttachPartition:
    case Kind::DropDomainConstraint:
    case Kind::DropDomainNotNull:
        return MigrationPhase::Expand;
    case Kind::DropDefault:
        return phaseOfDefault(operation, before);
    case Kind::AlterColumnType:
    case Kind::ModifyColumn:
        return phaseOfTypeChange(operation, before);
    case Kind::AddConstraint:
        return phaseOfNewConstraint(operation, before, after);
    case Kind::SetNotNull:
        return columnIsMadeByScript(operation, operation.name, before, after) ? MigrationPhase::Expand : MigrationPhase::Contract;
    case Kind::DropColumn:
    case Kind::RenameColumn:
        return columnIsMadeByScript(operation, operation.name, before, after) ? MigrationPhase::Expand : MigrationPhase::Contract;
    case Kind::SetSchema:
    case Kind::Truncate:
    case Kind::DropOwned:
    case Kind::DetachPartition:
    case Kind::RenameEnumValue:
    case Kind::AddDomainConstraint:
    case Kind::SetDomainNotNull:
        return MigrationPhase::Contract;
    case Kind::DropObject:
        return phaseOfDrop(operation, before, after);
    case Kind::RenameObject:
        return phaseOfRename(operation, before, after);
    case Kind::Insert:
    case Kind::Update:
    case Kind::Delete:
    case Kind::Merge:
    case Kind::CopyFrom:
    case Kind::ValidateConstraint:
    case Kind::ValidateDomainConstraint:
    case Kind::RefreshMaterializedView:
        return MigrationPhase::Migrate;
    case Kind::DoBlock:
        return inferredPhase(operation.body, before, after, made);
    default:
        return MigrationPhase::Unknown;
    }
}

MigrationPhase inferredPhase(const QList<Operation> &operations, const Catalog &before, const Catalog &after, const QList<ObjectName> &made)
{
    MigrationPhase strongest = MigrationPhase::Unknown; // the enum's order is the order of strength
    for (const Operation &operation : operations)
        strongest = std::max(strongest, phaseOf(operation, before, after, made));
    return strongest;
}

MigrationPhase inferredPhase(const QList<StatementReading> &readings, const Catalog &before, const Catalog &after)
{
    const StatementReading *rows = nullptr; // the first of what may be tens of thousands
    QList<ObjectName> made;
    for (const StatementReading &reading : readings) {
        made += madeRelations(reading.operations);
        if (!rows && ScriptWalk::isRows(reading))
            rows = &reading;
    }
    MigrationPhase strongest = MigrationPhase::Unknown;
    for (const StatementReading &reading : readings) {
        if (&reading == rows || !ScriptWalk::isRows(reading))
            strongest = std::max(strongest, inferredPhase(reading.operations, before, after, made));
    }
    return strongest;
}

QList<ObjectName> madeRelations(const QList<Operation> &operations)
{
    QList<ObjectName> made;
    for (const Operation &operation : operations) {
        const bool makes = operation.kind == Kind::CreateTable || operation.kind == Kind::CreateTableAs || operation.kind == Kind::CreateView
            || operation.kind == Kind::CreateMaterializedView;
        if (makes)
            made.append(operation.relation);
        made += madeRelations(operation.body);
    }
    return made;
}

} // namespace Whimbrel
