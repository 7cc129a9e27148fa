// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <memory>
#include <optional>

namespace Whimbrel {

/// A value that many hold and nobody copies: thousands of columns are defined by the same words.
template<typename T>
class Shared
{
public:
    Shared() = default;
    Shared(T value)
        : m_value(std::make_shared<const T>(std::move(value)))
    {
    }

    const T &operator*() const
    {
        static const T empty{};
        return m_value ? *m_value : empty;
    }
    const T *operator->() const { return &**this; }

    /// `change(value)` of a copy that is this one's own from now on.
    template<typename Change>
    void change(Change change)
    {
        T value = **this;
        change(value);
        m_value = std::make_shared<const T>(std::move(value));
    }

private:
    std::shared_ptr<const T> m_value;
};

/// When an object was made, as far as the analysis followed it. Compared with Catalog::now().
struct Moment
{
    int migration = -1;   ///< -1: before anything that is analysed
    int transaction = -1; ///< counted over the whole replay

    bool operator==(const Moment &) const = default;
};

struct CatalogColumn
{
    QString name;
    TypeName type;             ///< empty: not known
    Answer notNull = Answer::Depends;
    Answer hasDefault = Answer::Depends;
    Answer isIdentity = Answer::Depends; ///< also AUTO_INCREMENT, and a serial's sequence
    ColumnDefinition::Generated generated = ColumnDefinition::Generated::No;
    bool isLocal = true;       ///< false: it comes from a parent and goes with it
    Shared<ColumnDefinition> definition; ///< as last written, where it was written; MySQL's MODIFY is compared with it
    Moment made;
};

struct CatalogConstraint
{
    ConstraintDefinition definition; ///< `name` filled in, as the server would name it
    Answer validated = Answer::Yes;
    bool isLocal = true;       ///< false: it comes from a parent and goes with it
    QString index;             ///< backing UNIQUE, PRIMARY KEY, EXCLUDE
    Moment made;
};

struct CatalogIndex
{
    IndexDefinition definition; ///< `name` filled in
    Answer valid = Answer::Yes;
    QString constraint;         ///< that it backs; empty: none
    ObjectName parent;          ///< the partitioned index it belongs to
    bool isGenerated = false;   ///< InnoDB made it for a foreign key; a better one takes its place
    bool isInvisible = false;   ///< MySQL's INVISIBLE, MariaDB's IGNORED: kept up to date, used by no query
    Moment made;
};

/// What is known of one relation's size and traffic; only from a connection.
struct RelationStatistics
{
    qint64 rows = -1;    ///< estimate; -1: unknown (never analysed)
    qint64 bytes = -1;   ///< with indexes and TOAST
    qint64 heapBytes = -1;
    double writesPerSecond = -1; ///< -1: not measured
};

/// SQLite: the statement that made a view or a trigger, which keeps columns from being dropped and goes with a table.
struct CatalogScript
{
    QString name;
    QString text;            ///< empty: not known any more, because the server has rewritten it
    QList<ObjectName> reads; ///< the relations it names
};

/// A table, view, sequence, … of the simulated schema.
struct CatalogRelation
{
    ObjectName name;     ///< with its schema
    ObjectType type = ObjectType::Table;
    Qt::CaseSensitivity nameCase = Qt::CaseSensitive; ///< how names within it are compared; the catalog sets it
    bool isComplete = false; ///< all columns, constraints and indexes are listed; false: only what this project told
    bool isTemporary = false;
    Moment made;

    QList<CatalogColumn> columns;
    QList<CatalogConstraint> constraints;
    QList<CatalogIndex> indexes;
    QStringList triggers;
    QList<ObjectName> triggerFunctions; ///< what they call
    QStringList extendedStatistics;     ///< names of CREATE STATISTICS
    QStringList policies;

    bool isPartitioned = false;
    QStringList partitionKey;      ///< columns; empty where it holds expressions
    QList<ObjectName> parents;     ///< partition of, or inherits from
    bool isPartition = false;
    PartitionBound bound;
    QList<ObjectName> ownedSequences; ///< serial and identity
    ObjectName ownedBy;            ///< a sequence: its table
    QString ownedByColumn;
    qint64 lastValue = -1;         ///< that a sequence, or a table's AUTO_INCREMENT, gave out; -1: not known, only a connection tells
    QList<ObjectName> reads;       ///< a view: what it selects from
    QStringList readColumns;       ///< a view: the columns named in it, whichever relation they belong to
    QList<CatalogScript> scripts;  ///< SQLite: a view's own, a table's triggers'
    QString comment;
    QString tablespace;            ///< empty: the database's
    QString accessMethod;
    QString engine;                ///< MySQL
    QString rowFormat;             ///< MySQL: ROW_FORMAT as written; SQLite: STRICT, WITHOUT ROWID; empty: the default
    QString characterSet;          ///< MySQL
    bool unlogged = false;
    std::optional<RelationStatistics> statistics;

    const CatalogColumn *column(const QString &wanted) const;
    const CatalogConstraint *constraint(const QString &wanted) const;
    const CatalogIndex *index(const QString &wanted) const;
    /// The primary key, if it is known.
    const CatalogConstraint *primaryKey() const;
};

/// An enum, domain or composite type.
struct CatalogType
{
    enum class Kind { Unknown, Enum, Domain, Composite, Range, Base };

    ObjectName name;
    Kind kind = Kind::Unknown;
    QStringList values;    ///< enum
    TypeName baseType;     ///< domain
    bool isConstrained = false; ///< a domain with CHECK or NOT NULL
    bool isNotNull = false;     ///< a domain with NOT NULL
    bool hasDefault = false;    ///< a domain
    QList<ConstraintDefinition> constraints; ///< a domain's checks, `name` filled in
    QStringList attributes;     ///< composite
    QList<ObjectName> usedBy;   ///< composite: typed tables
    Moment made;
};

struct CatalogFunction
{
    enum class Volatility { Unknown, Immutable, Stable, Volatile };

    ObjectName name;
    Volatility volatility = Volatility::Unknown;
    bool inlinesToConstant = false; ///< an SQL function whose body is a constant, which the planner inlines
    bool returnsTrigger = false;
    /// One of the functions that share the name, told apart by what they take.
    struct Overload
    {
        QStringList arguments; ///< types of what it takes: "int4", "text[]"; without schemas
        QStringList names;     ///< of the arguments, an empty text where one has none; no list: not known
        QString returns;       ///< a type as above; empty: not known
    };
    QList<Overload> overloads; ///< empty: not known; PostgreSQL only
    Moment made;
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::CatalogColumn, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::CatalogConstraint, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::CatalogIndex, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::CatalogRelation, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::CatalogType, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::CatalogFunction, Q_RELOCATABLE_TYPE);
