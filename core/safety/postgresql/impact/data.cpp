// SPDX-License-Identifier: GPL-3.0-or-later
#include "functionvolatility.h"
#include "operations.h"
#include "reasons.h"

using namespace Qt::StringLiterals;

namespace Whimbrel::PostgreSqlImpact {

namespace {

Costs byPlan()
{
    return {.rewrite = Answer::No, .scan = Answer::Depends, .rebuild = Answer::No, .dependsOn = Reasons::plan()};
}

bool hasCondition(const Operation &operation)
{
    return !operation.expression.isEmpty() && !operation.expression.isAlwaysTrue;
}

/// Sequences that nextval() and setval() name, and functions of which nobody can tell what they touch.
void takeCalls(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const QStringList &functions = operation.expression.functions;
    const bool callsSequence = functions.contains("nextval"_L1) || functions.contains("setval"_L1);
    bool isNamed = false;
    for (const QString &literal : callsSequence ? operation.expression.literals : QStringList()) {
        const qsizetype dot = literal.indexOf(u'.');
        const ObjectName name{.schema = literal.left(std::max<qsizetype>(dot, 0)), .name = literal.mid(dot + 1)};
        const CatalogRelation *sequence = builder.find(name);
        if (sequence && sequence->type != ObjectType::Sequence)
            continue;
        if (!sequence && builder.catalog().isComplete())
            continue;
        isNamed = true;
        if (operation.relation.isEmpty() && operation.reads.isEmpty() && sequence)
            builder.take(name, Impact::Role::Sequence, Lock::RowExclusive, {}, ObjectType::Sequence);
        else
            builder.mayTake(name, Impact::Role::Sequence, Lock::RowExclusive, Reasons::values(), Lock::None, {}, ObjectType::Sequence);
    }
    if (callsSequence && !isNamed)
        builder.dependsOn(Reasons::functionBody(u"nextval()"_s));
    for (const QString &function : functions) {
        const QString name = function.startsWith("pg_catalog."_L1) ? function.mid(11) : function;
        if (!isVolatileBuiltin(name))
            builder.dependsOn(Reasons::functionBody(function));
    }
}

bool changesRows(const QString &action)
{
    return action == "CASCADE"_L1 || action.startsWith("SET "_L1);
}

/// What a written row refers to is looked up, if it refers to anything.
void takeLookups(ImpactBuilder &builder, const CatalogRelation &relation, const Operation &operation)
{
    for (const CatalogConstraint &constraint : relation.constraints) {
        const ConstraintDefinition &definition = constraint.definition;
        if (definition.kind != ConstraintKind::ForeignKey)
            continue;
        const bool isWritten = std::ranges::any_of(definition.columns, [&](const QString &name) {
            const CatalogColumn *column = relation.column(name);
            return operation.columnNames.isEmpty() || operation.columnNames.contains(name)
                || (operation.kind != Operation::Kind::Update && (!column || column->hasDefault != Answer::No));
        });
        if (!isWritten)
            continue;
        builder.mayTake(definition.references, Impact::Role::Referenced, Lock::RowShare, Reasons::values(), Lock::None, byPlan());
        for (const ObjectName &partition : builder.partitionsOf(definition.references))
            builder.mayTake(partition, Impact::Role::Partition, Lock::RowShare, Reasons::values(), Lock::None, byPlan());
    }
}

/// Rows elsewhere that refer to a row that goes or changes its key: they are looked for, and may go or change with it.
void takeReferencing(ImpactBuilder &builder, const ObjectName &table, const Operation &operation, QList<ObjectName> &done)
{
    if (done.contains(table))
        return;
    done.append(table);
    const CatalogRelation *relation = builder.find(table);
    const CatalogConstraint *key = relation ? relation->primaryKey() : nullptr;
    const bool isUpdate = operation.kind == Operation::Kind::Update || operation.kind == Operation::Kind::Insert;
    for (const Catalog::ForeignKey &foreignKey : builder.foreignKeysTo(table)) {
        const ConstraintDefinition &definition = foreignKey.constraint->definition;
        const QStringList columns = definition.referencedColumns.isEmpty() && key ? key->definition.columns : definition.referencedColumns;
        const bool isTouched = !isUpdate || columns.isEmpty()
            || std::ranges::any_of(columns, [&](const QString &column) { return operation.columnNames.contains(column); });
        if (!isTouched)
            continue;
        const bool cascades = changesRows(isUpdate ? definition.onUpdate : definition.onDelete) || operation.kind == Operation::Kind::Merge;
        const Lock lock = cascades ? Lock::RowExclusive : Lock::RowShare;
        const ObjectName referencing = foreignKey.table->name;
        builder.mayTake(referencing, Impact::Role::Referencing, lock, Reasons::values(), Lock::None, byPlan());
        for (const ObjectName &partition : builder.partitionsOf(referencing))
            builder.mayTake(partition, Impact::Role::Partition, lock, Reasons::values(), Lock::None, byPlan());
        if (cascades && !isUpdate)
            takeReferencing(builder, referencing, operation, done);
    }
}

/// Sequences that give new rows their numbers.
void takeNumbers(ImpactBuilder &builder, const CatalogRelation &relation, const Operation &operation)
{
    for (const CatalogColumn &column : relation.columns) {
        const bool isWritten = operation.columnNames.contains(column.name);
        const Expression &value = column.definition->defaultValue;
        const bool isNumbered = column.isIdentity == Answer::Yes || column.definition->identity || column.definition->type.isSerial
            || value.functions.contains("nextval"_L1);
        if (!isNumbered || isWritten)
            continue;
        for (const ObjectName &name : relation.ownedSequences) {
            const CatalogRelation *sequence = builder.find(name);
            if (sequence && sequence->ownedByColumn != column.name)
                continue;
            if (operation.has(Operation::Flag::SingleRow) && !operation.columnNames.isEmpty() && sequence)
                builder.take(name, Impact::Role::Sequence, Lock::RowExclusive, {}, ObjectType::Sequence);
            else
                builder.mayTake(name, Impact::Role::Sequence, Lock::RowExclusive, Reasons::values(), Lock::None, {}, ObjectType::Sequence);
        }
        for (const QString &literal : value.functions.contains("nextval"_L1) ? value.literals : QStringList()) {
            const ObjectName name{.schema = {}, .name = literal.mid(literal.indexOf(u'.') + 1)};
            if (builder.find(name))
                builder.mayTake(name, Impact::Role::Sequence, Lock::RowExclusive, Reasons::values(), Lock::None, {}, ObjectType::Sequence);
        }
    }
}

/// The table that is written, or the one behind the view that is.
void takeWritten(const Part &part, const ObjectName &name)
{
    using enum Operation::Kind;
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const CatalogRelation *relation = builder.find(name);
    const bool addsOnly = operation.kind == Insert || operation.kind == CopyFrom;
    Costs costs;
    if (!addsOnly) {
        const bool isWhole = !hasCondition(operation) && operation.reads.isEmpty() && (operation.kind == Update || operation.kind == Delete);
        costs = isWhole
            ? Costs{.rewrite = Answer::No, .scan = Answer::Yes, .rebuild = Answer::No, .dependsOn = {}} : byPlan();
    }
    builder.take(name, Impact::Role::Target, Lock::RowExclusive, costs);
    if (relation && relation->type == ObjectType::View) {
        for (const ObjectName &source : relation->reads)
            takeWritten(part, source);
        return;
    }
    const bool prunes = addsOnly || hasCondition(operation) || !operation.reads.isEmpty() || operation.kind == Merge;
    if (!operation.has(Operation::Flag::Only)) {
        for (const ObjectName &child : builder.treeOf(name)) {
            const CatalogRelation *partition = builder.find(child);
            if (partition && !partition->isPartition && addsOnly)
                continue;
            if (prunes)
                builder.mayTake(child, Impact::Role::Partition, Lock::RowExclusive, Reasons::pruning(name), Lock::None, costs);
            else
                builder.take(child, Impact::Role::Partition, Lock::RowExclusive, costs);
        }
    }
    if (!relation) {
        builder.dependsOn(Reasons::foreignKeys(name));
        builder.dependsOn(Reasons::referencing(name));
        return;
    }
    if (operation.kind != Delete)
        takeLookups(builder, *relation, operation);
    if (addsOnly || operation.kind == Merge)
        takeNumbers(builder, *relation, operation);
    if (!addsOnly || operation.value == "ON CONFLICT DO UPDATE"_L1) {
        QList<ObjectName> done;
        takeReferencing(builder, name, operation, done);
    }
    if (!relation->triggers.isEmpty())
        builder.dependsOn(Reasons::triggers(name));
    if (!builder.isKnown(name)) {
        builder.dependsOn(Reasons::foreignKeys(name));
        builder.dependsOn(Reasons::referencing(name));
    }
}

} // namespace

void select(const Part &part)
{
    const Operation &operation = part.operation;
    const Lock lock = operation.has(Operation::Flag::NotRun) ? Lock::RowExclusive
        : operation.has(Operation::Flag::ForUpdate)          ? Lock::RowShare
                                                             : Lock::AccessShare;
    if (!operation.relation.isEmpty())
        part.builder.takeRead(operation.relation, lock, true, byPlan());
    for (const ObjectName &source : operation.reads)
        part.builder.takeRead(source, Lock::AccessShare, true, byPlan());
    takeCalls(part);
}

void changeRows(const Part &part)
{
    takeWritten(part, part.operation.relation);
    for (const ObjectName &source : part.operation.reads)
        part.builder.takeRead(source, Lock::AccessShare, true, byPlan());
    takeCalls(part);
}

void lockTable(const Part &part)
{
    ImpactBuilder &builder = part.builder;
    const Operation &operation = part.operation;
    const Lock lock = lockOf(operation.value);
    builder.take(operation.relation, Impact::Role::Target, lock);
    if (!operation.has(Operation::Flag::Only))
        builder.takeTree(operation.relation, lock);
    QList<ObjectName> next{operation.relation};
    while (!next.isEmpty()) {
        const CatalogRelation *relation = builder.find(next.takeFirst());
        if (!relation || relation->type != ObjectType::View)
            continue;
        for (const ObjectName &source : relation->reads) {
            builder.take(source, Impact::Role::Source, lock);
            builder.takeTree(source, lock);
            next.append(source);
        }
    }
}

} // namespace Whimbrel::PostgreSqlImpact
