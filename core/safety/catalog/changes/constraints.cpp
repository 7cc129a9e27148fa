// SPDX-License-Identifier: GPL-3.0-or-later
#include "catalogchange.h"

#include "safety/catalog/servernames.h"

namespace Whimbrel {

using namespace Qt::StringLiterals;

/// "prefix" and the number after the highest there is.
static QString nextNumbered(const CatalogRelation &relation, const QString &prefix)
{
    int highest = 0;
    for (const CatalogConstraint &constraint : relation.constraints) {
        if (constraint.definition.name.startsWith(prefix))
            highest = std::max(highest, constraint.definition.name.sliced(prefix.size()).toInt());
    }
    return prefix + QString::number(highest + 1);
}

/// As the server would name a constraint that is written without a name; SQLite's have none.
QString CatalogChange::constraintName(const CatalogRelation &relation, const ConstraintDefinition &definition) const
{
    const QString &table = relation.name.name;
    const QString &schema = relation.name.schema;
    const auto isTaken = [&](const QString &name) { return d.isConstraintName(schema, name); };
    const auto isTakenByAny = [&](const QString &name) { return isTaken(name) || d.isRelationName({schema, name}); };
    if (isPostgreSql()) {
        const QString columns = postgreSqlColumnsPart(definition.columns);
        switch (definition.kind) {
        case ConstraintKind::Check: {
            QStringList used = definition.expression.columns;
            used.removeDuplicates();
            return postgreSqlFreeName(table, used.size() == 1 ? used.first() : QString(), u"check"_s, isTaken);
        }
        case ConstraintKind::NotNull:
            return postgreSqlFreeName(table, columns, u"not_null"_s, isTaken);
        case ConstraintKind::ForeignKey:
            return postgreSqlFreeName(table, columns, u"fkey"_s, isTaken);
        case ConstraintKind::PrimaryKey:
            return postgreSqlFreeName(table, {}, u"pkey"_s, isTakenByAny);
        case ConstraintKind::Unique:
            return postgreSqlFreeName(table, columns, u"key"_s, isTakenByAny);
        case ConstraintKind::Exclusion:
            return postgreSqlFreeName(table, columns, u"excl"_s, isTakenByAny);
        }
    }
    if (!isMySql())
        return {};
    switch (definition.kind) {
    case ConstraintKind::PrimaryKey:
        return u"PRIMARY"_s;
    case ConstraintKind::Unique:
        return mySqlIndexName(definition.columns.value(0), [&](const QString &name) { return relation.index(name); });
    case ConstraintKind::ForeignKey:
        return nextNumbered(relation, table + u"_ibfk_"_s);
    case ConstraintKind::Check:
        return nextNumbered(relation, d.dialect == Dialect::MySql ? table + u"_chk_"_s : u"CONSTRAINT_"_s);
    case ConstraintKind::NotNull:
    case ConstraintKind::Exclusion:
        break;
    }
    return {};
}

void CatalogChange::addConstraintTo(CatalogRelation &relation, ConstraintDefinition definition, bool local)
{
    if (definition.ifNotExists && relation.constraint(definition.name))
        return;
    if (definition.kind == ConstraintKind::NotNull) {
        requireColumns(relation, definition.columns);
        if (definition.name.isEmpty() && d.version.major < 18)
            return;
    }
    if (!definition.usingIndex.isEmpty())
        return addConstraintFromIndex(relation, definition);
    if (definition.name.isEmpty() || (isMySql() && definition.kind == ConstraintKind::PrimaryKey))
        definition.name = constraintName(relation, definition);
    if (definition.kind == ConstraintKind::ForeignKey) {
        definition.references = d.resolved(definition.references);
        if (const CatalogRelation *referenced = d.relation(definition.references);
            definition.referencedColumns.isEmpty() && referenced && referenced->primaryKey())
            definition.referencedColumns = referenced->primaryKey()->definition.columns;
    }
    if (definition.kind == ConstraintKind::PrimaryKey)
        requireColumns(relation, definition.columns);

    CatalogConstraint constraint;
    // A new table has no rows: PostgreSQL takes NOT VALID for nothing there.
    const bool isUnchecked = definition.notValid && op.kind != Operation::Kind::CreateTable;
    constraint.validated = isUnchecked || definition.notEnforced ? Answer::No : Answer::Yes;
    constraint.isLocal = local;
    constraint.made = d.now;
    constraint.definition = std::move(definition);
    const ConstraintKind kind = constraint.definition.kind;
    const bool isKey
        = kind == ConstraintKind::PrimaryKey || kind == ConstraintKind::Unique || kind == ConstraintKind::Exclusion;
    if (isKey)
        constraint.index = backingIndexName(relation, constraint.definition);
    if (kind == ConstraintKind::ForeignKey && isMySql())
        backForeignKey(relation, constraint.definition);
    d.addConstraint(relation, constraint);
    if (!constraint.index.isEmpty())
        addIndexTo(relation, backingIndex(constraint), constraint.definition.name);
    if (!isKey && isPostgreSql())
        giveConstraintToChildren(relation, constraint);
}

/// Checks go to all children, foreign keys to partitions.
void CatalogChange::giveConstraintToChildren(const CatalogRelation &relation, const CatalogConstraint &added)
{
    const ConstraintDefinition &definition = added.definition;
    const bool toPartitions = definition.kind == ConstraintKind::ForeignKey;
    if (!d.children.contains(relation.name) || (toPartitions && !relation.isPartitioned) || definition.text.contains("NO INHERIT"_L1, Qt::CaseInsensitive))
        return;
    CatalogConstraint constraint = added;
    constraint.isLocal = false;
    const QList<ObjectName> names = d.descendantsOf(relation.name);
    for (const ObjectName &name : names) {
        CatalogRelation *child = d.change(name);
        if (child && !child->constraint(definition.name))
            d.addConstraint(*child, constraint);
    }
}

/// The name of the index that a key will have; empty where SQLite needs none, the rowid being the key.
QString CatalogChange::backingIndexName(const CatalogRelation &relation, const ConstraintDefinition &definition) const
{
    if (!isSQLite())
        return definition.name;
    if (definition.kind == ConstraintKind::PrimaryKey && definition.columns.size() == 1) {
        const CatalogColumn *column = relation.column(definition.columns.first());
        if (column && column->type.text.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0)
            return {};
    }
    const QString prefix = u"sqlite_autoindex_"_s + relation.name.name + u'_';
    int number = 1;
    while (relation.index(prefix + QString::number(number)))
        ++number;
    return prefix + QString::number(number);
}

IndexDefinition CatalogChange::backingIndex(const CatalogConstraint &constraint)
{
    IndexDefinition index;
    index.name = constraint.index;
    index.unique = constraint.definition.kind != ConstraintKind::Exclusion;
    index.method = index.unique ? u"btree"_s : u"gist"_s;
    for (const QString &column : constraint.definition.columns) {
        IndexDefinition::Part part;
        part.column = column;
        index.parts.append(part);
    }
    return index;
}

/// ADD … USING INDEX: the index takes the constraint's name, or the constraint the index's.
void CatalogChange::addConstraintFromIndex(CatalogRelation &relation, ConstraintDefinition &definition)
{
    const QString oldName = definition.usingIndex;
    if (definition.name.isEmpty())
        definition.name = oldName;
    if (const CatalogIndex *index = relation.index(oldName))
        definition.columns = index->definition.keyColumns();
    renameIndex(relation, oldName, definition.name);
    for (CatalogIndex &index : relation.indexes) {
        if (index.definition.name == definition.name)
            index.constraint = definition.name;
    }
    if (definition.kind == ConstraintKind::PrimaryKey)
        requireColumns(relation, definition.columns);
    CatalogConstraint constraint;
    constraint.index = definition.name;
    constraint.made = d.now;
    definition.usingIndex.clear();
    constraint.definition = std::move(definition);
    d.addConstraint(relation, std::move(constraint));
}

/// InnoDB makes an index for a foreign key where none begins with its columns.
void CatalogChange::backForeignKey(CatalogRelation &relation, const ConstraintDefinition &definition)
{
    const auto serves = [&](const CatalogIndex &index) {
        const QStringList columns = index.definition.keyColumns();
        if (columns.size() < definition.columns.size())
            return false;
        for (qsizetype i = 0; i < definition.columns.size(); ++i) {
            if (!d.sameName(columns.at(i), definition.columns.at(i)))
                return false;
        }
        return true;
    };
    if (std::ranges::any_of(relation.indexes, serves))
        return;
    CatalogConstraint key;
    key.definition = definition;
    key.index = definition.name.startsWith(relation.name.name + u"_ibfk_"_s)
        ? mySqlIndexName(definition.columns.value(0), [&](const QString &name) { return relation.index(name); })
        : definition.name;
    IndexDefinition index = backingIndex(key);
    index.unique = false;
    addIndexTo(relation, std::move(index));
    relation.indexes.last().isGenerated = true;
}

/// The columns of a primary key or of a constraint NOT NULL: none holds NULL, in children neither.
void CatalogChange::requireColumns(CatalogRelation &relation, const QStringList &columns)
{
    const auto require = [&](CatalogRelation &one) {
        for (const QString &name : columns) {
            CatalogColumn *column = columnToChange(one, name);
            if (!column)
                continue;
            const bool isRowid = column->type.text.compare("INTEGER"_L1, Qt::CaseInsensitive) == 0 && columns.size() == 1;
            if (!isSQLite() || isRowid)
                column->notNull = Answer::Yes;
        }
    };
    if (isPostgreSql())
        forTree(relation, require);
    else
        require(relation);
}

void CatalogChange::addConstraint()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    for (const ConstraintDefinition &definition : op.constraints)
        addConstraintTo(*relation, definition);
}

/// `value` is the word that is written: [NOT] DEFERRABLE or [NOT] ENFORCED.
void CatalogChange::alterConstraint()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    const bool no = op.value.startsWith("NOT "_L1, Qt::CaseInsensitive);
    const bool isEnforcement = op.value.endsWith("ENFORCED"_L1, Qt::CaseInsensitive);
    forTree(*relation, [&](CatalogRelation &one) {
        for (CatalogConstraint &constraint : one.constraints) {
            if (!d.sameName(constraint.definition.name, op.name))
                continue;
            if (isEnforcement) {
                constraint.definition.notEnforced = no;
                constraint.validated = no ? Answer::No : Answer::Yes;
            } else {
                constraint.definition.deferrable = !no;
            }
        }
    });
}

void CatalogChange::validateConstraint()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    if (!relation->isComplete && !relation->constraint(op.name)) {
        CatalogConstraint constraint;
        constraint.definition.name = op.name;
        d.addConstraint(*relation, std::move(constraint));
    }
    forTree(*relation, [this](CatalogRelation &one) {
        for (CatalogConstraint &constraint : one.constraints) {
            if (constraint.definition.name == op.name) {
                constraint.validated = Answer::Yes;
                constraint.definition.notValid = false;
            }
        }
    });
}

void CatalogChange::dropConstraint()
{
    if (CatalogRelation *relation = target())
        dropConstraintOf(*relation, op.name.isEmpty() && isMySql() ? u"PRIMARY"_s : op.name);
}

void CatalogChange::renameConstraint()
{
    CatalogRelation *relation = target();
    if (!relation)
        return;
    const CatalogConstraint *constraint = relation->constraint(op.name);
    if (constraint && !constraint->index.isEmpty())
        return renameIndex(*relation, op.name, op.newName);
    forTree(*relation, [this](CatalogRelation &one) {
        for (qsizetype i = 0; i < one.constraints.size(); ++i) {
            if (one.constraints.at(i).definition.name != op.name)
                continue;
            CatalogConstraint renamed = one.constraints.at(i);
            renamed.definition.name = op.newName;
            d.replaceConstraint(one, i, std::move(renamed));
            break;
        }
    });
}

} // namespace Whimbrel
