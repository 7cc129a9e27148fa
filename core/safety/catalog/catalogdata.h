// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "catalog.h"
#include "sharedmap.h"

#include <optional>

namespace Whimbrel {

/// What a Catalog holds. Names in it are whole (resolved) and spelt as they were made.
///
/// Relations and the maps that point back at them (who references, reads, inherits, uses) change together only through the
/// functions below, so that no question has to look at all relations.
struct CatalogData : QSharedData
{
    struct Node : QSharedData
    {
        CatalogRelation relation;
    };
    using Names = QList<ObjectName>;

    CatalogData(Dialect sql, Catalog::Origin from, ServerVersion server);

    // Names
    bool same(const ObjectName &a, const ObjectName &b) const;
    bool sameName(const QString &a, const QString &b) const { return a.compare(b, columnCase()) == 0; }
    Qt::CaseSensitivity relationCase() const; ///< MySQL's as on Linux
    Qt::CaseSensitivity columnCase() const;   ///< of everything within a relation
    ObjectName resolved(const ObjectName &name) const;        ///< of a relation
    ObjectName resolvedIn(const SharedMap<ObjectName> &names, const ObjectName &name) const;
    ObjectName resolvedType(const ObjectName &name) const;
    ObjectName resolvedFunction(const ObjectName &name) const;
    ObjectName madeAs(const ObjectName &name, bool isTemporary = false) const; ///< where CREATE puts it
    bool isRelationName(const ObjectName &name) const;        ///< something has it: relations and indexes share their names
    bool isConstraintName(const QString &schema, const QString &name) const;

    // Relations
    const CatalogRelation *relation(ObjectNameView resolved) const;
    /// The relation that a name means, looked for along the search path where no schema is written.
    const CatalogRelation *find(const ObjectName &name) const;
    /// To be changed in place; nullptr where there is none. Not for what the maps below hold: see the functions for these.
    CatalogRelation *change(const ObjectName &resolved);
    /// The relation to be changed; an incomplete one is made of what is not known, unless the catalog is complete.
    CatalogRelation *known(const ObjectName &name, ObjectType type = ObjectType::Table);
    void insert(CatalogRelation relation); ///< in the place of one of the same name
    void remove(const ObjectName &resolved); ///< it alone, without what depends on it

    void addConstraint(CatalogRelation &relation, CatalogConstraint constraint);
    void removeConstraint(CatalogRelation &relation, qsizetype index);
    void replaceConstraint(CatalogRelation &relation, qsizetype index, CatalogConstraint constraint);
    void addIndex(CatalogRelation &relation, CatalogIndex index);
    void removeIndex(CatalogRelation &relation, qsizetype index);
    void addColumn(CatalogRelation &relation, CatalogColumn column, qsizetype at = -1);
    void removeColumn(CatalogRelation &relation, qsizetype index);
    void addParent(CatalogRelation &relation, const ObjectName &parent);
    void removeParent(CatalogRelation &relation, const ObjectName &parent);
    void setReads(CatalogRelation &relation, const Names &reads);

    /// Children and their children, each once, nearer ones first.
    Names descendantsOf(const ObjectName &name) const;
    QList<const CatalogRelation *> relationsOf(const Names &names) const; ///< those that are known
    Names namesOf(const SharedMap<Names> &map, const ObjectName &name) const;

    Dialect dialect;
    Catalog::Origin origin;
    ServerVersion version;
    bool opaque = false; ///< something ran that could not be read: nothing is complete any more

    SharedMap<QSharedDataPointer<Node>> relations; ///< tables, views, sequences: everything but indexes
    SharedMap<ObjectName> indexes;                 ///< an index's name, and the table it stands on; not in MySQL
    SharedMap<ObjectName> gone;                    ///< relations that were dropped, or renamed to the value
    SharedMap<int> constraintNames;                ///< how many constraints of a schema have a name; PostgreSQL only
    SharedMap<CatalogType> types;
    SharedMap<CatalogFunction> functions;

    SharedMap<Shared<ColumnDefinition>> definitions; ///< by their text

    SharedMap<Names> referencedBy; ///< tables with a foreign key to the key; once for each foreign key
    SharedMap<Names> readBy;       ///< views
    SharedMap<Names> children;     ///< partitions and inheritors
    SharedMap<Names> usedBy;       ///< a type, and the tables with a column of it; once for each column

    Moment now;
    QStringList searchPath;
    QStringList initialSearchPath; ///< a new session's
    QHash<QString, QString> settings;
    struct LocalSetting
    {
        QString name;
        std::optional<QString> before;
        QStringList searchPathBefore;
    };
    QList<LocalSetting> localSettings; ///< to be undone with the transaction, last first
    Names temporary;                   ///< temporary relations, which go with the session
    Names droppedOnCommit;
    Names withTriggers; ///< SQLite: relations that have, or have had, triggers

private:
    void link(SharedMap<Names> &map, const ObjectName &to, const ObjectName &from);
    void unlink(SharedMap<Names> &map, const ObjectName &to, const ObjectName &from);
    void linkConstraint(const CatalogRelation &relation, const CatalogConstraint &constraint);
    void unlinkConstraint(const CatalogRelation &relation, const CatalogConstraint &constraint);
    void linkColumn(const CatalogRelation &relation, const CatalogColumn &column);
    void unlinkColumn(const CatalogRelation &relation, const CatalogColumn &column);
    ObjectName typeKey(const CatalogColumn &column) const;
};

struct Catalog::Data : CatalogData
{
    using CatalogData::CatalogData;

    struct Savepoint
    {
        QString name; ///< empty: the transaction's beginning
        Catalog catalog;
    };
    QList<Savepoint> savepoints;
};

} // namespace Whimbrel
