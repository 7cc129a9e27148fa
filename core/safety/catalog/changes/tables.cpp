// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

void CatalogChange::createTable()
{
    const bool temporary = op.has(Flag::Temporary);
    const ObjectName name = d.madeAs(op.relation, temporary);
    if (op.has(Flag::IfNotExists) && d.isRelationName(name))
        return;

    CatalogRelation made;
    made.name = name;
    made.type = op.objectType;
    made.isTemporary = temporary;
    made.made = d.now;
    // Where nothing is known of what was there before, IF NOT EXISTS may have found a table of another shape.
    made.isComplete = (d.origin != Catalog::Origin::Empty || !op.has(Flag::IfNotExists)) && op.value != "OF"_L1; // a type's columns
    made.unlogged = op.has(Flag::Unlogged);
    made.isPartitioned = !op.partitionStrategy.isEmpty();
    made.partitionKey = op.partitionKey;
    made.isPartition = op.bound.kind != PartitionBound::Kind::None;
    made.bound = op.bound;
    for (const auto &[option, value] : op.options)
        setOption(made, option, value);
    made.columns.reserve(op.columns.size());
    d.insert(std::move(made));
    if (temporary && op.value.startsWith("ON COMMIT DROP"_L1, Qt::CaseInsensitive))
        d.droppedOnCommit.append(name);
    if (const ObjectName type = d.resolvedType(op.other); op.value == "OF"_L1 && d.types.contains(type))
        d.types[type].usedBy.append(name);

    CatalogRelation &relation = *d.change(name);
    for (const ObjectName &parent : op.parents)
        takeColumnsOf(relation, parent);
    qsizetype like = 0;
    for (qsizetype i = 0; i <= op.columns.size(); ++i) {
        for (; like < op.likes.size() && op.likes.at(like).columnsBefore <= i; ++like)
            copyLike(relation, op.likes.at(like));
        if (i < op.columns.size())
            appendColumn(relation, op.columns.at(i));
    }
    if (relation.isPartition && !op.parents.isEmpty()) {
        if (CatalogRelation *parent = d.change(d.resolved(op.parents.first())))
            becomePartition(relation, *parent);
    }
    addConstraints(relation, op.columns, op.constraints, op.indexes);
    for (const Operation::LikeClause &clause : op.likes)
        copyLikeIndexes(relation, clause);
}

/// The checks, then the primary key, the other keys, and the foreign keys: the order in which PostgreSQL names them. MySQL and
/// SQLite name keys in the order of the text; foreign keys come last everywhere.
void CatalogChange::addConstraints(CatalogRelation &relation, const QList<ColumnDefinition> &columns,
                                   const QList<ConstraintDefinition> &constraints, const QList<IndexDefinition> &indexes)
{
    QList<const ConstraintDefinition *> all;
    for (const ColumnDefinition &column : columns) {
        for (const ConstraintDefinition &constraint : column.constraints)
            all.append(&constraint);
    }
    const qsizetype inlined = all.size();
    for (const ConstraintDefinition &constraint : constraints)
        all.append(&constraint);

    const int keyPhase = isPostgreSql() ? 2 : 0;
    const auto phaseOf = [this, keyPhase](const ConstraintDefinition &constraint) {
        switch (constraint.kind) {
        case ConstraintKind::PrimaryKey:
            return isPostgreSql() ? 1 : 0;
        case ConstraintKind::Unique:
        case ConstraintKind::Exclusion:
            return keyPhase;
        case ConstraintKind::ForeignKey:
            return 3;
        case ConstraintKind::Check:
        case ConstraintKind::NotNull:
            break;
        }
        return 0;
    };
    const qsizetype keysBefore = relation.constraints.size();
    for (int phase = 0; phase <= 3; ++phase) {
        if (phase == 3) {
            for (const IndexDefinition &index : indexes)
                addIndexTo(relation, index);
        }
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (phaseOf(*all.at(i)) != phase || isSameKey(relation, keysBefore, *all.at(i)))
                continue;
            ConstraintDefinition definition = *all.at(i);
            if (d.dialect == Dialect::MariaDb && i < inlined && definition.kind == ConstraintKind::Check
                && definition.name.isEmpty())
                definition.name = definition.columns.value(0);
            addConstraintTo(relation, std::move(definition));
        }
    }
}

/// A key that repeats one of the same statement makes no second index, but in MySQL.
bool CatalogChange::isSameKey(const CatalogRelation &relation, qsizetype since, const ConstraintDefinition &definition) const
{
    if (definition.kind != ConstraintKind::Unique || isMySql() || !definition.usingIndex.isEmpty())
        return false;
    return std::any_of(relation.constraints.begin() + since, relation.constraints.end(), [&](const CatalogConstraint &other) {
        return (other.definition.kind == ConstraintKind::Unique || other.definition.kind == ConstraintKind::PrimaryKey)
            && other.definition.columns == definition.columns && other.definition.deferrable == definition.deferrable;
    });
}

/// INHERITS and PARTITION OF: the parent's columns, in its order, and its checks.
void CatalogChange::takeColumnsOf(CatalogRelation &relation, const ObjectName &name)
{
    CatalogRelation *parent = d.known(name);
    if (!parent || !inheritFrom(relation, *parent)) {
        relation.isComplete = false;
        return;
    }
    relation.isComplete = relation.isComplete && parent->isComplete;
    for (CatalogColumn column : std::as_const(parent->columns)) {
        if (relation.column(column.name))
            continue;
        column.isLocal = false;
        column.made = d.now;
        // A parent's sequence stays the parent's; a partition has the identity of the whole.
        if (!relation.isPartition || column.type.isSerial)
            column.isIdentity = Answer::No;
        d.addColumn(relation, std::move(column));
    }
    for (CatalogConstraint constraint : std::as_const(parent->constraints)) {
        if (constraint.definition.kind != ConstraintKind::Check || relation.constraint(constraint.definition.name))
            continue;
        constraint.isLocal = false;
        constraint.validated = Answer::Yes;
        constraint.made = d.now;
        d.addConstraint(relation, std::move(constraint));
    }
    if (relation.isPartition)
        parent->isPartitioned = true;
}

/// The columns of a LIKE, and its checks; its indexes come after the table's own.
void CatalogChange::copyLike(CatalogRelation &relation, const Operation::LikeClause &like)
{
    const CatalogRelation *source = d.relation(d.resolved(like.table));
    if (!source || source == &relation) {
        relation.isComplete = false;
        return;
    }
    const bool everything = isMySql();
    relation.isComplete = relation.isComplete && source->isComplete;
    const QList<CatalogColumn> columns = source->columns;
    for (CatalogColumn column : columns) {
        const bool isSerial = column.type.isSerial;
        const bool identity = column.isIdentity == Answer::Yes && !isSerial;
        column.isLocal = true;
        column.made = d.now;
        column.type.isSerial = false;
        if (!everything && !like.includes(u"IDENTITY") && identity)
            column.isIdentity = Answer::No;
        if (!everything && isSerial)
            column.isIdentity = Answer::No; // the default, if it is copied, is still the other table's sequence
        if (!everything && !like.includes(u"DEFAULTS") && column.generated == ColumnDefinition::Generated::No)
            column.hasDefault = Answer::No;
        if (!everything && !like.includes(u"GENERATED"))
            column.generated = ColumnDefinition::Generated::No;
        if (isPostgreSql() && column.isIdentity == Answer::Yes)
            makeSequence(relation, column);
        d.addColumn(relation, std::move(column));
    }
    if (!everything && !like.includes(u"CONSTRAINTS"))
        return;
    const QList<CatalogConstraint> constraints = source->constraints;
    for (const CatalogConstraint &constraint : constraints) {
        if (constraint.definition.kind == ConstraintKind::Check)
            addConstraintTo(relation, constraint.definition);
    }
}

void CatalogChange::copyLikeIndexes(CatalogRelation &relation, const Operation::LikeClause &like)
{
    const CatalogRelation *source = d.relation(d.resolved(like.table));
    if (!source || source == &relation || (!isMySql() && !like.includes(u"INDEXES")))
        return;
    const QList<CatalogIndex> indexes = source->indexes;
    const QList<CatalogConstraint> constraints = source->constraints;
    for (const CatalogIndex &index : indexes) {
        const auto constraint = std::ranges::find_if(constraints, [&](const CatalogConstraint &candidate) {
            return !index.constraint.isEmpty() && candidate.definition.name == index.constraint;
        });
        if (constraint != constraints.end()) {
            ConstraintDefinition definition = constraint->definition;
            if (isPostgreSql())
                definition.name.clear();
            addConstraintTo(relation, std::move(definition));
        } else {
            IndexDefinition definition = index.definition;
            if (isPostgreSql())
                definition.name.clear();
            addIndexTo(relation, std::move(definition));
        }
    }
}

void CatalogChange::createTableAs()
{
    const bool temporary = op.has(Flag::Temporary);
    const ObjectName name = d.madeAs(op.relation, temporary);
    if (op.has(Flag::IfNotExists) && d.isRelationName(name))
        return;
    CatalogRelation relation;
    relation.name = name;
    relation.isTemporary = temporary;
    relation.unlogged = op.has(Flag::Unlogged);
    relation.made = d.now;
    for (const QString &columnName : op.columnNames) {
        CatalogColumn column;
        column.name = columnName;
        column.notNull = isPostgreSql() || isSQLite() ? Answer::No : Answer::Depends;
        column.hasDefault = column.notNull;
        column.isIdentity = Answer::No;
        column.made = d.now;
        relation.columns.append(std::move(column));
    }
    // MySQL writes definitions before the query, whose columns come after them.
    d.insert(std::move(relation));
    CatalogRelation &made = *d.change(name);
    for (const ColumnDefinition &definition : op.columns)
        appendColumn(made, definition);
    addConstraints(made, op.columns, op.constraints, op.indexes);
    if (temporary && op.value.startsWith("ON COMMIT DROP"_L1, Qt::CaseInsensitive))
        d.droppedOnCommit.append(name);
}

} // namespace Whimbrel
