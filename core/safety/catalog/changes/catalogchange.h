// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalogdata.h"

#include <functional>

namespace Whimbrel {

/// One operation, done to a catalog's data as its server would do it. Where the server would refuse, the result is what the
/// operation wanted: a script that is analysed is believed to run.
class CatalogChange
{
public:
    CatalogChange(CatalogData &data, const Operation &operation)
        : d(data)
        , op(operation)
    {
    }

    void apply();

private:
    using Flag = Operation::Flag;
    using ConstraintKind = ConstraintDefinition::Kind;

    // dispatch.cpp
    bool applyToWhole();
    bool applyToColumn();
    bool applyToConstraint();
    bool applyToTable();
    void applyToOther();
    bool isPostgreSql() const { return d.dialect == Dialect::PostgreSql; }
    bool isMySql() const { return isMySqlFamily(d.dialect); }
    bool isSQLite() const { return d.dialect == Dialect::SQLite; }
    /// The relation that the operation alters; nullptr where there is nothing to alter.
    CatalogRelation *target();
    QList<ObjectName> childrenOf(const CatalogRelation &relation) const { return d.namesOf(d.children, relation.name); }
    /// `change(relation)` for it and, where ONLY is not written, for all its children, level by level.
    template<typename Change>
    void forTree(CatalogRelation &relation, Change change);

    // tables.cpp
    void createTable();
    void createTableAs();
    void takeColumnsOf(CatalogRelation &relation, const ObjectName &parent);
    void copyLike(CatalogRelation &relation, const Operation::LikeClause &like);
    void copyLikeIndexes(CatalogRelation &relation, const Operation::LikeClause &like);
    void changeOption();
    static void setOption(CatalogRelation &relation, const QString &name, const QString &value);
    void addConstraints(CatalogRelation &relation, const QList<ColumnDefinition> &columns,
                        const QList<ConstraintDefinition> &constraints, const QList<IndexDefinition> &indexes);

    // columns.cpp
    CatalogColumn columnOf(const ColumnDefinition &definition);
    Shared<ColumnDefinition> sharedDefinition(const ColumnDefinition &definition);
    TypeName wholeType(const TypeName &type) const;
    void appendColumn(CatalogRelation &relation, const ColumnDefinition &definition);
    CatalogColumn *columnToChange(CatalogRelation &relation, const QString &name);
    void makeSequence(CatalogRelation &relation, const CatalogColumn &column);
    void addColumn();
    qsizetype positionFor(const CatalogRelation &relation) const;
    void modifyColumn();
    void alterColumnType();
    void changeColumn();
    void changeDefinition(ColumnDefinition &definition) const;
    void changeIdentity();

    // constraints.cpp
    bool isSameKey(const CatalogRelation &relation, qsizetype since, const ConstraintDefinition &definition) const;
    QString constraintName(const CatalogRelation &relation, const ConstraintDefinition &definition) const;
    void addConstraintTo(CatalogRelation &relation, ConstraintDefinition definition, bool local = true);
    void addConstraintFromIndex(CatalogRelation &relation, ConstraintDefinition &definition);
    void giveConstraintToChildren(const CatalogRelation &relation, const CatalogConstraint &added);
    QString backingIndexName(const CatalogRelation &relation, const ConstraintDefinition &definition) const;
    static IndexDefinition backingIndex(const CatalogConstraint &constraint);
    void backForeignKey(CatalogRelation &relation, const ConstraintDefinition &definition);
    void requireColumns(CatalogRelation &relation, const QStringList &columns);
    void addConstraint();
    void alterConstraint();
    void validateConstraint();
    void dropConstraint();
    void renameConstraint();

    // indexes.cpp
    QString indexName(const CatalogRelation &relation, const IndexDefinition &definition) const;
    void addIndexTo(CatalogRelation &relation, IndexDefinition definition, const QString &constraint = {}, const ObjectName &parent = {});
    void giveIndexTo(CatalogRelation &child, const CatalogRelation &parent, const CatalogIndex &index);
    void createIndex();
    void addMySqlUnique(CatalogRelation &relation);
    void alterIndex();
    void setIndexVisibility();
    void attachIndex(const ObjectName &parent, const ObjectName &child);
    void renameIndex(CatalogRelation &relation, const QString &from, const QString &to);

    // partitions.cpp
    void becomePartition(CatalogRelation &partition, CatalogRelation &parent);
    void attachPartition();
    bool inheritFrom(CatalogRelation &child, const CatalogRelation &parent);
    void detachPartition();
    void leave(CatalogRelation &child, CatalogRelation &parent);
    void inherit();
    void noInherit();

    // drops.cpp
    void dropObject();
    void dropRelation(const ObjectName &name);
    void dropFromTable();
    void dropIndex();
    void dropIndexOf(CatalogRelation &relation, const QString &name);
    enum class Children { Follow, Keep };
    void dropConstraintOf(CatalogRelation &relation, const QString &name, Children children = Children::Follow);
    void dropReferences(const ObjectName &to, const QStringList &columns);
    void dropColumnOf(CatalogRelation &relation, const QString &name);
    void dropColumnFromIndexes(CatalogRelation &relation, const QString &name);
    void dropColumn();
    bool isFromParent(const CatalogRelation &child, const QString &column) const;
    void dropDependantsOfColumn(CatalogRelation &relation, const QString &name);
    static bool usesColumn(const IndexDefinition &index, const QString &column);
    static bool sameColumns(QStringList a, QStringList b);
    void dropType(const ObjectName &name);
    void dropSchema(const QString &schema);

    // renames.cpp
    void renameObject();
    void moveRelation(const ObjectName &from, const ObjectName &to);
    void renameColumnOf(CatalogRelation &relation, const QString &from, const QString &to);
    void renameColumn();
    void renameReferences(const ObjectName &to, const std::function<void(QString &)> &rename);
    void redirectReferences(CatalogRelation &relation, const ObjectName &from, const ObjectName &to);
    void renameGeneratedNames(CatalogRelation &relation, const QString &from);
    void setSchema();
    void moveIndexParents(const ObjectName &parent, const QString &from, const QString &to);
    void moveType(const ObjectName &from, const std::function<void(ObjectName &)> &move);
    void moveFunction(const std::function<void(ObjectName &)> &move);
    void renameSchema(const QString &from, const QString &to);

    // objects.cpp
    void createView();
    void createSequence();
    void alterSequence();
    void createType();
    void createDomain();
    void alterType();
    void alterEnum(CatalogType &type);
    void alterComposite(CatalogType &type);
    void alterDomain(CatalogType &type);
    static void addToDomain(CatalogType &type, ConstraintDefinition constraint);
    void createFunction();
    QList<CatalogFunction::Overload> overloadsOf(const CatalogFunction *known) const;
    void createTrigger();
    void forgetScripts(const ObjectName &renamed, const ObjectName &to);
    void createPolicy();

    // settings.cpp
    void setSetting();

    CatalogData &d;
    const Operation &op;
};

/// The value of search_path as it is written: "a, \"B\", 'c'". `$user` is left out: nobody knows whose schema that is.
QStringList readSearchPath(const QString &value);
/// The schema as a new session finds it: no temporary tables, no settings.
void endSession(CatalogData &data);
/// What ends with a transaction: SET LOCAL, ON COMMIT DROP.
void endTransaction(CatalogData &data);

template<typename Change>
void CatalogChange::forTree(CatalogRelation &relation, Change change)
{
    change(relation);
    if (op.has(Flag::Only))
        return;
    const QList<ObjectName> names = d.descendantsOf(relation.name);
    for (const ObjectName &name : names) {
        if (CatalogRelation *child = d.change(name))
            change(*child);
    }
}

} // namespace Whimbrel
