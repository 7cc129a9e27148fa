// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/kinds.h"

#include <QHashFunctions>
#include <QList>
#include <QString>
#include <QStringList>

namespace Whimbrel {

/// Three-valued: facts may depend on what only the server knows.
enum class Answer { No, Yes, Depends };

/// A name in a statement: quotes removed, unquoted words folded as the server folds them.
struct ObjectName
{
    QString schema; ///< empty where none is written
    QString name;

    bool isEmpty() const { return name.isEmpty(); }
    /// "schema.name" or "name", unquoted: for people and as a key.
    QString toString() const { return schema.isEmpty() ? name : schema + u'.' + name; }

    bool operator==(const ObjectName &) const = default;
};

inline size_t qHash(const ObjectName &name, size_t seed = 0) noexcept
{
    return qHashMulti(seed, name.schema, name.name);
}

/// A type as it is written: name, modifiers, array.
struct TypeName
{
    ObjectName name;         ///< the server's own word: int4, varchar, timestamptz for PostgreSQL; lower case for the others
    QList<int> modifiers;    ///< varchar(20): {20}; numeric(10,2): {10, 2}
    int arrayDimensions = 0;
    bool isSerial = false;   ///< serial, bigserial, smallserial; `name` is then the integer type
    bool isUnsigned = false; ///< MySQL
    QStringList values;      ///< ENUM and SET of MySQL
    QString characterSet;    ///< MySQL; lower case
    QString collation;
    QString text;            ///< as written, for messages and generated SQL

    bool isEmpty() const { return name.isEmpty(); }
    bool operator==(const TypeName &) const = default;
};

/// What is known of an expression without evaluating it.
struct Expression
{
    /// One comparison that must hold for the whole expression to be true: `column op literal`.
    struct Comparison
    {
        QString column;
        QString op;      ///< =, <, <=, >, >=, <>, IN
        QStringList literals;

        bool operator==(const Comparison &) const = default;
    };

    QString text;              ///< as written
    bool isConstant = false;   ///< a literal, a cast of one, an array of them
    bool isNull = false;       ///< NULL, NULL::type
    bool isAlwaysTrue = false; ///< a WHERE that filters nothing: true, 1=1, id=id
    bool isOpaque = false;     ///< holds something that was not read: answers from it are "depends"
    bool isParenthesised = false; ///< DEFAULT (…): SQLite and MySQL treat it apart
    QStringList functions;     ///< functions called, lower case, with schema where written
    QStringList columns;       ///< columns named
    QStringList provesNotNull; ///< columns that are not NULL where the expression, as a CHECK, holds
    QList<Comparison> comparisons;
    QStringList literals;      ///< string literals in it (the values of an enum may be among them)
    QList<ObjectName> relations; ///< of its subqueries

    bool isEmpty() const { return text.isEmpty(); }
};

struct ConstraintDefinition
{
    using Kind = ConstraintKind;

    Kind kind = Kind::Check;
    QString name;             ///< empty where the server names it
    QStringList columns;      ///< as written; for an inline one its column
    Expression expression;    ///< of a CHECK
    ObjectName references;    ///< FOREIGN KEY
    QStringList referencedColumns; ///< empty: the primary key
    QString onDelete;         ///< FOREIGN KEY: CASCADE, RESTRICT, SET NULL, SET DEFAULT; empty: NO ACTION
    QString onUpdate;
    QString usingIndex;       ///< UNIQUE/PRIMARY KEY USING INDEX
    bool notValid = false;
    bool notEnforced = false;
    bool deferrable = false;
    bool ifNotExists = false; ///< MariaDB
    QString text;             ///< as written
};

struct ColumnDefinition
{
    using Generated = GeneratedKind;

    QString name;
    TypeName type;
    bool notNull = false;
    bool explicitNull = false;
    bool hasDefault = false;
    Expression defaultValue;
    bool identity = false;        ///< GENERATED … AS IDENTITY, AUTO_INCREMENT, AUTOINCREMENT
    Generated generated = Generated::No;
    Expression generatedAs;
    bool onUpdateNow = false;     ///< MySQL ON UPDATE CURRENT_TIMESTAMP
    QString comment;              ///< MySQL
    QList<ConstraintDefinition> constraints; ///< inline: CHECK, UNIQUE, PRIMARY KEY, REFERENCES
    QString text;                 ///< the definition as written, from the column's name on
};

struct IndexDefinition
{
    struct Part
    {
        QString column;          ///< empty for an expression
        Expression expression;
        bool plain = true;       ///< no order, operator class, collation or prefix length of its own
    };

    QString name;                ///< empty where the server names it
    QList<Part> parts;           ///< the key
    QStringList included;        ///< INCLUDE
    Expression predicate;        ///< WHERE
    QString method;              ///< btree, gin, …; lower case; FULLTEXT and SPATIAL as such
    bool unique = false;
    bool nullsNotDistinct = false;
    QString text;                ///< as written

    QStringList keyColumns() const ///< of the key's parts that are columns
    {
        QStringList names;
        for (const Part &part : parts) {
            if (!part.column.isEmpty())
                names.append(part.column);
        }
        return names;
    }
};

/// FOR VALUES of a partition, as far as it can be compared with a CHECK.
struct PartitionBound
{
    using Kind = BoundKind;

    Kind kind = Kind::None;
    QStringList from; ///< Range: literals; MINVALUE and MAXVALUE as such
    QStringList to;
    QStringList values; ///< List
    QString text;
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::ObjectName, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::TypeName, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::Expression, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::ConstraintDefinition, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::ColumnDefinition, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::IndexDefinition, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::PartitionBound, Q_RELOCATABLE_TYPE);
