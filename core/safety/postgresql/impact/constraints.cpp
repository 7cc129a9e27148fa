// SPDX-License-Identifier: GPL-3.0-or-later
#include "operations.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

Variant variantOfConstraint(const ConstraintDefinition &constraint)
{
    const bool isChecked = !constraint.notValid && !constraint.notEnforced;
    switch (constraint.kind) {
    case ConstraintKind::Check:
        return isChecked ? Variant::Check : Variant::CheckNotValid;
    case ConstraintKind::NotNull:
        return isChecked ? Variant::NotNull : Variant::NotNullNotValid;
    case ConstraintKind::ForeignKey:
        return isChecked ? Variant::ForeignKey : Variant::ForeignKeyNotValid;
    case ConstraintKind::Unique:
    case ConstraintKind::PrimaryKey:
    case ConstraintKind::Exclusion:
        break;
    }
    return constraint.usingIndex.isEmpty() ? Variant::Index : Variant::UsingIndex;
}

Variant variantOfValidation(const ImpactBuilder &builder, const Operation &operation)
{
    const CatalogRelation *relation = builder.find(operation.relation);
    const CatalogConstraint *constraint = relation ? relation->constraint(operation.name) : nullptr;
    if (!constraint)
        return Variant::Plain;
    switch (constraint->definition.kind) {
    case ConstraintKind::Check:
        return Variant::Check;
    case ConstraintKind::ForeignKey:
        return Variant::ForeignKey;
    case ConstraintKind::NotNull:
        return Variant::NotNull;
    default:
        return Variant::Plain;
    }
}

namespace {

Costs lookup()
{
    return {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::plan()};
}

void addForeignKey(const Part &part, const ConstraintDefinition &constraint)
{
    ImpactBuilder &builder = part.builder;
    const CatalogRelation *relation = builder.find(part.operation.relation);
    const bool isNotValid = part.variant == Variant::ForeignKeyNotValid;
    if (isNotValid && builder.version() < 18) {
        if (relation && relation->isPartitioned)
            builder.fails(Answer::Yes, Reasons::notOnPartitioned(relation->name));
        else if (!builder.isKnown(part.operation.relation))
            builder.fails(Answer::Depends, Reasons::notOnPartitioned(part.operation.relation));
    }
    if (!isNotValid)
        builder.fails(Answer::Depends, Reasons::rows(part.operation.relation));
    takeRow(part, part.costs());
    builder.takeReferenced(constraint.references, Lock::ShareRowExclusive, isNotValid ? Costs() : lookup());
}

/// A check is inherited by children, unless it says otherwise.
void addCheck(const Part &part, const ConstraintDefinition &constraint)
{
    if (part.variant == Variant::Check)
        part.builder.fails(Answer::Depends, Reasons::rows(part.operation.relation));
    if (constraint.text.contains("no inherit"_L1, Qt::CaseInsensitive))
        part.builder.take(part.operation.relation, Impact::Role::Target, Lock::AccessExclusive, part.costs());
    else
        takeRow(part, part.costs());
}

/// Yes: all the columns of the future primary key are known not to hold NULL.
Answer isNotNull(const ImpactBuilder &builder, const CatalogRelation &relation, const QStringList &columns)
{
    Answer proved = Answer::Yes;
    for (const QString &column : columns) {
        const Answer answer = builder.catalog().isNotNull(relation, column);
        if (answer != Answer::Yes)
            proved = proved == Answer::No || answer == Answer::No ? Answer::No : Answer::Depends;
    }
    return proved;
}

void addUsingIndex(const Part &part, const ConstraintDefinition &constraint)
{
    ImpactBuilder &builder = part.builder;
    const CatalogRelation *relation = builder.find(part.operation.relation);
    const CatalogIndex *index = relation ? relation->index(constraint.usingIndex) : nullptr;
    Costs costs;
    if (!index) {
        const bool isPrimary = constraint.kind == ConstraintKind::PrimaryKey;
        costs = {.rewrite = Answer::No, .scan = isPrimary ? Answer::Depends : Answer::No, .rebuild = Answer::No,
                 .dependsOn = Reasons::definition(part.operation.relation)};
        if (isPrimary)
            builder.dependsOn(Reasons::definition(part.operation.relation));
        builder.fails(builder.isKnown(part.operation.relation) ? Answer::Yes : Answer::Depends, Reasons::unsuitableIndex(constraint.usingIndex));
        takeRow(part, costs);
        return;
    }
    const IndexDefinition &definition = index->definition;
    const bool isPlain = std::ranges::all_of(definition.parts, [](const auto &key) { return !key.column.isEmpty() && key.plain; });
    if (!definition.unique || !isPlain || !definition.predicate.isEmpty() || index->valid == Answer::No)
        builder.fails(Answer::Yes, Reasons::unsuitableIndex(constraint.usingIndex));
    if (constraint.kind == ConstraintKind::PrimaryKey) {
        const Answer proved = isNotNull(builder, *relation, definition.keyColumns());
        costs.scan = proved == Answer::Yes ? Answer::No : proved == Answer::No ? Answer::Yes : Answer::Depends;
        costs.dependsOn = Reasons::definition(relation->name);
        if (proved != Answer::Yes)
            builder.fails(Answer::Depends, Reasons::rows(relation->name));
    }
    takeRow(part, costs);
}

/// A unique or exclusion constraint makes its index here and in every partition; a primary key its columns NOT NULL, too.
void addIndexConstraint(const Part &part, const ConstraintDefinition &constraint)
{
    ImpactBuilder &builder = part.builder;
    const CatalogRelation *relation = builder.find(part.operation.relation);
    builder.fails(Answer::Depends, Reasons::rows(part.operation.relation));
    Costs costs = part.costs();
    if (part.operation.has(Operation::Flag::Only) && !relation) // said of partitioned tables, which have no rows
        costs = {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::children(part.operation.relation)};
    takeRow(part, costs);
    if (constraint.kind != ConstraintKind::PrimaryKey || part.operation.has(Operation::Flag::Only))
        return;
    if (relation && relation->primaryKey()
        && std::ranges::none_of(part.statement, [](const Operation &other) { return other.kind == Operation::Kind::DropConstraint; }))
        builder.fails(Answer::Yes, Reasons::present(relation->primaryKey()->definition.name));
    if (!relation || isNotNull(builder, *relation, constraint.columns) != Answer::Yes)
        builder.takeTree(part.operation.relation, Lock::AccessExclusive, part.costs());
}

} // namespace

void addConstraint(const Part &part)
{
    const ConstraintDefinition constraint = part.operation.constraints.value(0);
    switch (part.variant) {
    case Variant::ForeignKey:
    case Variant::ForeignKeyNotValid:
        return addForeignKey(part, constraint);
    case Variant::Check:
    case Variant::CheckNotValid:
        return addCheck(part, constraint);
    case Variant::UsingIndex:
        return addUsingIndex(part, constraint);
    case Variant::NotNull:
        return setNotNull(part);
    case Variant::Index:
        return addIndexConstraint(part, constraint);
    default:
        takeRow(part, part.costs());
    }
}

void validateConstraint(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    const CatalogConstraint *constraint = relation ? relation->constraint(operation.name) : nullptr;
    if (!constraint) {
        if (builder.isKnown(operation.relation))
            builder.fails(Answer::Yes, Reasons::absent(operation.name));
        Costs costs = part.costs();
        costs.dependsOn = Reasons::constraint(operation.name);
        builder.dependsOn(costs.dependsOn);
        builder.fails(Answer::Depends, Reasons::rows(operation.relation));
        takeRow(part, costs);
        builder.treeOf(operation.relation); // to note what is not known
        return;
    }
    if (constraint->validated == Answer::Yes) { // nothing is left to do
        builder.take(operation.relation, Impact::Role::Target, Lock::ShareUpdateExclusive);
        return;
    }
    builder.fails(Answer::Depends, Reasons::rows(operation.relation));
    Costs costs = part.costs();
    if (constraint->validated == Answer::Depends)
        costs = {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::constraint(operation.name)};
    takeRow(part, costs);
    if (part.variant == Variant::ForeignKey)
        builder.takeReferenced(constraint->definition.references, Lock::RowShare, lookup());
}

void dropConstraint(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(operation.relation);
    const CatalogConstraint *constraint = relation ? relation->constraint(operation.name) : nullptr;
    takeRow(part, {});
    if (!constraint) {
        if (builder.isKnown(operation.relation)) {
            if (!operation.has(Operation::Flag::IfExists))
                builder.fails(Answer::Yes, Reasons::absent(operation.name));
            return;
        }
        builder.dependsOn(Reasons::constraint(operation.name));
        builder.dependsOn(Reasons::referencing(operation.relation));
        builder.treeOf(operation.relation);
        if (!operation.has(Operation::Flag::Cascade))
            builder.fails(Answer::Depends, Reasons::dependants(operation.name));
        return;
    }
    const ConstraintDefinition &definition = constraint->definition;
    if (definition.kind == ConstraintKind::ForeignKey)
        builder.takeReferenced(definition.references, Lock::AccessExclusive);
    if (definition.kind == ConstraintKind::Check || relation->isPartitioned)
        builder.takeTree(operation.relation, Lock::AccessExclusive);
    if (definition.kind != ConstraintKind::PrimaryKey && definition.kind != ConstraintKind::Unique)
        return;
    const bool isPrimary = definition.kind == ConstraintKind::PrimaryKey;
    for (const Catalog::ForeignKey &foreignKey : builder.foreignKeysTo(operation.relation)) {
        const QStringList &columns = foreignKey.constraint->definition.referencedColumns;
        if (columns.isEmpty() ? !isPrimary : columns != definition.columns)
            continue;
        builder.take(foreignKey.table->name, Impact::Role::Referencing, Lock::AccessExclusive);
        if (!operation.has(Operation::Flag::Cascade) && foreignKey.table->name != relation->name)
            builder.fails(Answer::Yes, Reasons::dependants(operation.name));
    }
}

void renameConstraint(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const CatalogRelation *relation = builder.find(part.operation.relation);
    const CatalogConstraint *constraint = relation ? relation->constraint(part.operation.name) : nullptr;
    takeRow(part, {});
    const bool isInherited = !constraint || constraint->definition.kind == ConstraintKind::Check;
    if (isInherited)
        builder.takeTree(part.operation.relation, Lock::AccessExclusive);
}

} // namespace Whimbrel::PostgreSqlImpact
