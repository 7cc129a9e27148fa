// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "reasons.h"
#include "safety/impactof.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace PostgreSqlImpact {

void takeRow(const Part &part, const Costs &costs)
{
    takeRow(part, [&costs](const CatalogRelation &) { return costs; }, costs);
}

void takeRow(const Part &part, const std::function<Costs(const CatalogRelation &)> &costsOf, const Costs &unknown)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const auto costs = [&](const ObjectName &name) {
        const CatalogRelation *relation = builder.find(name);
        return relation ? costsOf(*relation) : unknown;
    };
    const auto takeEach = [&](const QList<ObjectName> &names, Lock lock) {
        for (const ObjectName &name : names) {
            const CatalogRelation *relation = builder.find(name);
            builder.take(name, relation && relation->isPartition ? Impact::Role::Partition : Impact::Role::Child, lock, costs(name));
        }
    };
    const bool only = operation.has(Operation::Flag::Only);
    for (const Row::Taken &taken : part.row.locks) {
        switch (taken.whom) {
        case Whom::Nobody:
            break;
        case Whom::Target:
            builder.take(operation.relation, Impact::Role::Target, taken.lock, costs(operation.relation), operation.objectType);
            break;
        case Whom::Tree:
            if (!only)
                takeEach(builder.treeOf(operation.relation), taken.lock);
            break;
        case Whom::Partitions:
            if (!only)
                takeEach(builder.partitionsOf(operation.relation), taken.lock);
            break;
        case Whom::OwnSequences:
            builder.takeOwnSequences(operation.relation, taken.lock);
            break;
        case Whom::Reads:
            for (const ObjectName &source : operation.reads)
                builder.takeRead(source, taken.lock, false);
            break;
        case Whom::Scanned:
            for (const ObjectName &source : operation.reads)
                builder.takeRead(source, taken.lock, true, {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::plan()});
            break;
        case Whom::Second:
            builder.take(operation.other, Impact::Role::Parent, taken.lock);
            break;
        case Whom::SecondTree:
            builder.takeTree(operation.other, taken.lock);
            break;
        case Whom::Referenced: // by the constraint's own code, which knows the table
        case Whom::TableOfIndex:
            break;
        }
    }
}

namespace {

using enum Operation::Kind;

Variant variantOfObject(ObjectType type)
{
    switch (type) {
    case ObjectType::Table:
    case ObjectType::ForeignTable:
    case ObjectType::Column:
        return Variant::OnTable;
    case ObjectType::View:
        return Variant::OnView;
    case ObjectType::MaterializedView:
        return Variant::OnMaterializedView;
    case ObjectType::Index:
        return Variant::OnIndex;
    case ObjectType::Sequence:
        return Variant::OnSequence;
    case ObjectType::Type:
        return Variant::OnType;
    case ObjectType::Domain:
        return Variant::OnDomain;
    case ObjectType::Schema:
        return Variant::OnSchema;
    case ObjectType::Function:
        return Variant::OnFunction;
    case ObjectType::Trigger:
        return Variant::OnTrigger;
    case ObjectType::Policy:
        return Variant::OnPolicy;
    case ObjectType::Rule:
        return Variant::OnRule;
    case ObjectType::Constraint:
        return Variant::OnConstraint;
    case ObjectType::Statistics:
        return Variant::OnStatistics;
    case ObjectType::Database:
    case ObjectType::Tablespace:
    case ObjectType::Subscription:
        return Variant::Whole;
    default:
        return Variant::OnOther;
    }
}

Variant variantOfParameters(const ImpactBuilder &builder, const Operation &operation)
{
    const CatalogRelation *relation = builder.find(operation.relation);
    if (operation.objectType == ObjectType::View || (relation && relation->type == ObjectType::View))
        return Variant::OnView;
    const bool isCatalogTable = std::ranges::any_of(operation.options, [](const auto &option) {
        return option.first.compare("user_catalog_table"_L1, Qt::CaseInsensitive) == 0;
    });
    const bool isWithoutOids = operation.options.isEmpty() && operation.value == "RESET"_L1;
    return isCatalogTable || isWithoutOids ? Variant::UserCatalogTable : Variant::OnTable;
}

/// ALTER TABLE works on views, sequences and indexes as well: what the catalog says counts.
Variant variantOfNamed(const ImpactBuilder &builder, const Operation &operation)
{
    if (operation.objectType != ObjectType::Table)
        return variantOfObject(operation.objectType);
    if (const CatalogRelation *relation = builder.find(operation.relation))
        return variantOfObject(relation->type);
    return Variant::OnTable;
}

Variant variantOf(const ImpactBuilder &builder, const Operation &operation)
{
    const bool isConcurrent = operation.has(Operation::Flag::Concurrently);
    switch (operation.kind) {
    case AddConstraint:
        return variantOfConstraint(operation.constraints.value(0));
    case ValidateConstraint:
        return variantOfValidation(builder, operation);
    case CreateIndex:
    case RefreshMaterializedView:
        return isConcurrent ? Variant::Concurrently : Variant::Plain;
    case DetachPartition:
        return operation.has(Operation::Flag::Finalize) ? Variant::Finalize : isConcurrent ? Variant::Concurrently : Variant::Plain;
    case DropObject:
        return isConcurrent ? Variant::Concurrently : variantOfObject(operation.objectType);
    case RenameObject:
    case SetSchema:
    case ChangeOwner:
        return variantOfNamed(builder, operation);
    case Comment:
        return variantOfObject(operation.objectType);
    case SetStorageParameters:
        return variantOfParameters(builder, operation);
    case Reindex:
        return isConcurrent ? Variant::Concurrently : operation.objectType == ObjectType::Index ? Variant::OnIndex
            : operation.has(Operation::Flag::All)                                              ? Variant::Whole
                                                                                              : Variant::OnTable;
    case Cluster:
        return operation.relation.isEmpty() ? Variant::Whole : Variant::Plain;
    case Vacuum:
        return operation.has(Operation::Flag::Full) ? Variant::Full : Variant::Plain;
    default:
        return Variant::Plain;
    }
}

using Code = void (*)(const Part &);

/// The code of an operation that has more than its row; nullptr: the row says it all.
Code codeOf(Operation::Kind kind)
{
    switch (kind) {
    case Select:
    case CopyTo:
        return select;
    case Insert:
    case Update:
    case Delete:
    case Merge:
    case CopyFrom:
        return changeRows;
    case Truncate:
        return truncate;
    case LockTable:
        return lockTable;
    case CreateTable:
        return createTable;
    case CreateTableAs:
    case CreateMaterializedView:
        return createTableAs;
    case CreateView:
        return createView;
    case CreateIndex:
        return createIndex;
    case CreateTrigger:
        return createTrigger;
    case DropObject:
        return dropObject;
    case ChangeOwner:
        return changeOwner;
    case AddColumn:
        return addColumn;
    case DropColumn:
        return dropColumn;
    case AlterColumnType:
        return alterColumnType;
    case SetNotNull:
        return setNotNull;
    case AddIdentity:
    case AlterIdentity:
    case DropIdentity:
        return alterIdentity;
    case SetExpression:
        return setExpression;
    case AddConstraint:
        return addConstraint;
    case ValidateConstraint:
        return validateConstraint;
    case DropConstraint:
        return dropConstraint;
    case RenameConstraint:
        return renameConstraint;
    case SetLogged:
    case SetUnlogged:
    case SetTablespace:
    case SetAccessMethod:
        return setStorage;
    case AttachPartition:
        return attachPartition;
    case DetachPartition:
        return detachPartition;
    case AlterIndex:
        return alterIndex;
    case AlterCompositeType:
        return alterCompositeType;
    case AddDomainConstraint:
    case ValidateDomainConstraint:
    case SetDomainNotNull:
        return changeDomain;
    case Reindex:
        return reindex;
    case Cluster:
        return cluster;
    case Vacuum:
    case Analyze:
        return vacuum;
    case RefreshMaterializedView:
        return refresh;
    default:
        return nullptr;
    }
}

/// Whether the operation works on a relation that must be there.
bool needsTarget(const Operation &operation, const Row &row)
{
    switch (operation.kind) {
    case Select:
    case CreateTable:
    case CreateTableAs:
    case CreateView:
    case CreateMaterializedView:
    case CreateSequence:
    case CreatePublication:
    case AlterPublication:
        return false;
    default:
        break;
    }
    const bool isRelation = operation.objectType != ObjectType::Statistics && operation.objectType != ObjectType::Type;
    const bool locksTarget = std::ranges::any_of(row.locks, [](const Row::Taken &taken) { return taken.whom == Whom::Target; });
    return isRelation && locksTarget && !operation.relation.isEmpty();
}

/// Objects that no catalog of ours holds: they may be there or not.
void failUntracked(ImpactBuilder &builder, const Operation &operation)
{
    const bool isTracked = operation.kind != DropObject && operation.kind != RenameObject;
    switch (operation.objectType) {
    case ObjectType::Database:
    case ObjectType::Subscription:
    case ObjectType::Publication:
    case ObjectType::Role:
    case ObjectType::Tablespace:
    case ObjectType::Extension:
        if (!isTracked && !operation.has(Operation::Flag::IfExists))
            builder.fails(Answer::Depends, Reasons::absent(operation.relation.toString()));
        return;
    default:
        return;
    }
}

/// Operations without a row: they lock no relation, or nobody can say which.
void withoutRow(ImpactBuilder &builder, const Operation &operation, Variant variant)
{
    const auto newer = std::ranges::find_if(rows(), [&](const Row &row) {
        return row.kind == operation.kind && row.variant == variant && row.from > builder.version();
    });
    if (newer != rows().end() && (builder.catalog().version().major > 0 || newer->from > oldestVersion + 4)) {
        builder.fails(builder.catalog().version().major > 0 ? Answer::Yes : Answer::Depends, Reasons::notSupported(newer->from));
        builder.take(operation.relation, Impact::Role::Target, newer->locks.front().lock);
        return;
    }
    if (operation.kind == DropOwned || operation.kind == ReassignOwned) {
        builder.dependsOn(Reasons::contentsOf(operation.value));
        builder.fails(Answer::Depends, Reasons::dependants(operation.value));
    }
    if (operation.kind == Discard && operation.has(Operation::Flag::All))
        builder.setTransaction(TransactionRule::Forbidden);
    if (operation.kind == AlterDatabase && operation.name == "SET TABLESPACE"_L1)
        builder.setTransaction(TransactionRule::Forbidden);
    failUntracked(builder, operation);
    if (operation.kind == DropObject) {
        const Row none{.kind = DropObject, .variant = variant};
        dropObject({builder, operation, {operation}, none, variant});
    } else if (Code code = codeOf(operation.kind)) {
        const Row none{.kind = operation.kind, .variant = variant};
        code({builder, operation, {operation}, none, variant});
    }
}

void addOperation(ImpactBuilder &builder, const Operation &operation, const QList<Operation> &statement);

/// DO: what its body runs, one statement after the other; what stands at one place is one statement.
void addBlock(ImpactBuilder &builder, const Operation &block)
{
    qsizetype next = 0;
    while (next < block.body.size()) {
        const Operation &first = block.body.at(next);
        QList<Operation> statement;
        while (next < block.body.size() && block.body.at(next).offset == first.offset && block.body.at(next).length == first.length)
            statement.append(block.body.at(next++));
        {
            const ImpactBuilder::Condition ifRun(builder, first.has(Operation::Flag::Conditional) ? Reasons::condition() : QString());
            for (const Operation &operation : std::as_const(statement))
                addOperation(builder, operation, statement);
        }
        Catalog after = builder.catalog();
        for (const Operation &operation : std::as_const(statement))
            after.apply(operation);
        builder.setCatalog(after);
    }
}

void addOperation(ImpactBuilder &builder, const Operation &operation, const QList<Operation> &statement)
{
    switch (operation.kind) {
    case Unknown:
    case Opaque:
    case Call:
        builder.setUnknown();
        return;
    case DoBlock:
        return addBlock(builder, operation);
    default:
        break;
    }
    const Variant variant = variantOf(builder, operation);
    const Row *found = row(operation.kind, variant, builder.version());
    if (!found)
        return withoutRow(builder, operation, variant);
    builder.setTransaction(found->transaction);
    failUntracked(builder, operation);

    const bool ifExists = operation.has(Operation::Flag::IfExists);
    // DROP TRIGGER IF EXISTS, DROP COLUMN IF EXISTS: it is not the table that may be absent
    const bool isAboutTable = operation.name.isEmpty() || operation.kind != DropObject;
    QString condition;
    if (needsTarget(operation, *found)) {
        if (builder.isAbsent(operation.relation)) {
            if (!ifExists)
                builder.fails(Answer::Yes, Reasons::absent(operation.relation.toString()));
            return;
        }
        const bool mayBeAbsent = ifExists && isAboutTable && !builder.find(operation.relation) && !builder.catalog().tableOfIndex(operation.relation);
        if (mayBeAbsent && operation.kind != DropColumn && operation.kind != DropConstraint) {
            condition = Reasons::exists(operation.relation.toString());
            builder.dependsOn(condition);
        }
    }
    const ImpactBuilder::Condition ifThere(builder, condition);
    const Part part{builder, operation, statement, *found, variant};
    if (const Code code = codeOf(operation.kind))
        code(part);
    else
        takeRow(part, part.costs());
}

} // namespace

} // namespace PostgreSqlImpact

StatementImpact impactOfPostgreSql(const StatementReading &reading, const Catalog &before)
{
    PostgreSqlImpact::ImpactBuilder builder(before);
    for (const Operation &operation : reading.operations)
        PostgreSqlImpact::addOperation(builder, operation, reading.operations);
    return builder.result();
}

} // namespace Whimbrel
