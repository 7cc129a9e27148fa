// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/relation.h"
#include "safety/operation.h"
#include "sql/dialect.h"

#include <QHash>
#include <QSharedDataPointer>

namespace Whimbrel {

/// The schema as it would be: begun from a connected database, from the project's earlier migrations, or empty, and changed
/// by one operation after the other. A value: copies are cheap (implicitly shared) and independent. Any thread.
/// Changing a copy is cheap too: the analysis of a project copies and changes it for every statement, with 10,000 tables in it,
/// so neither may take time in proportion to what the catalog holds.
///
/// It never pretends: what it was not told is Depends or missing, and missing means "does not exist" only where
/// isComplete() says so.
class Catalog
{
public:
    enum class Origin {
        Empty,     ///< nothing is known but what this file does
        Replayed,  ///< the project's earlier migrations
        Connected, ///< a database's own catalog
    };

    explicit Catalog(Dialect dialect, Origin origin = Origin::Empty, ServerVersion version = {});

    Dialect dialect() const;
    Origin origin() const;
    ServerVersion version() const; ///< {0,0,0}: not known
    /// What is not in it does not exist: read from a database, and nothing has run since that could not be read.
    bool isComplete() const;

    // Pointers that these give are good until the catalog changes next.

    /// The relation a name means, looked for along the search path where no schema is written; nullptr: not known.
    const CatalogRelation *relation(const ObjectName &name) const;
    /// The name with its schema, as the catalog would store it: the relation's own if it is known, else the first schema of
    /// the search path.
    ObjectName resolved(const ObjectName &name) const;
    const CatalogType *type(const ObjectName &name) const;
    const CatalogFunction *function(const ObjectName &name) const;
    /// A statement that was followed has dropped it or given it another name, and nothing has taken its place. `renamedTo`:
    /// that name; empty if it was dropped.
    bool isGone(const ObjectName &name, ObjectName *renamedTo = nullptr) const;
    /// The table an index belongs to; nullptr: not known. MySQL's indexes are names within their table.
    const CatalogRelation *tableOfIndex(const ObjectName &index) const;

    QList<const CatalogRelation *> relations() const; ///< all, sorted by name; so are these:
    QList<const CatalogType *> types() const;
    QList<const CatalogFunction *> functions() const;
    QList<const CatalogRelation *> partitionsOf(const ObjectName &name) const; ///< and inheritance children: all levels
    const CatalogRelation *defaultPartitionOf(const ObjectName &name) const;
    /// Foreign keys of other tables (and its own) that reference `name`.
    struct ForeignKey
    {
        const CatalogRelation *table = nullptr;
        const CatalogConstraint *constraint = nullptr;
    };
    QList<ForeignKey> foreignKeysTo(const ObjectName &name) const;
    QList<const CatalogRelation *> viewsOn(const ObjectName &name) const; ///< directly
    QList<const CatalogRelation *> tablesWithTriggers() const; ///< SQLite: those with `scripts` of triggers
    QList<const CatalogRelation *> tablesUsing(const ObjectName &type) const;

    /// Yes: the column cannot hold NULL, by NOT NULL or by a validated CHECK that implies it (`byConstraint`).
    Answer isNotNull(const CatalogRelation &relation, const QString &column, bool *byConstraint = nullptr) const;
    /// Yes: rows with this key are unique (primary key, unique constraint, full plain unique index on exactly these columns).
    Answer isUnique(const CatalogRelation &relation, const QStringList &columns) const;

    Moment now() const;
    bool isNew(const Moment &made) const;       ///< in the migration that is being followed
    bool isInvisible(const Moment &made) const; ///< in the transaction that is being followed

    /// A fresh session: settings, search path and temporary tables of the migration before are gone.
    void beginMigration();
    void beginTransaction(); ///< also before every statement in autocommit, but for one that BEGIN … COMMIT of the script holds
    /// Changes the schema as the server would. What cannot be understood changes nothing it does not name; an operation on
    /// a relation that is not known makes an incomplete one of it, so that later statements remember.
    void apply(const Operation &operation);

    // Filling it from a connection (catalogreader.h) or by hand.
    void insert(CatalogRelation relation);
    void insert(CatalogType type);
    void insert(CatalogFunction function);
    void setStatistics(const ObjectName &relation, const RelationStatistics &statistics);
    void setSearchPath(const QStringList &schemas);
    QStringList searchPath() const;

    // What the session's own statements set and what bounds it: SET lock_timeout, foreign_key_checks, …
    QString setting(const QString &name) const; ///< empty: not set in this replay
    void setSetting(const QString &name, const QString &value);

private:
    struct Data;
    QSharedDataPointer<Data> d;
    void setSavepoint(const QString &name);
    void rollBackTo(const QString &savepoint);

public: // implicit sharing of an incomplete type
    Catalog(const Catalog &);
    Catalog(Catalog &&) noexcept;
    Catalog &operator=(const Catalog &);
    Catalog &operator=(Catalog &&) noexcept;
    ~Catalog();
};

/// What a CREATE FUNCTION of PostgreSQL makes, by what it takes; nothing where that was not read.
std::optional<CatalogFunction::Overload> overloadOf(const Operation &createFunction);
/// A type as overloads spell it.
QString overloadType(const TypeName &type);

} // namespace Whimbrel
