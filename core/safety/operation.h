// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"

#include <QFlags>
#include <QList>

namespace Whimbrel {

/// What a statement does, free of dialect: one thing done to one object. A statement with several actions or several
/// objects (ALTER TABLE … ADD …, DROP …; DROP TABLE a, b) is several operations in the order of the text.
///
/// A value that only says what is written: what it means for locks is Impact, what is already there is the Catalog.
struct Operation
{
    using Kind = OperationKind;

    using Flag = OperationFlag;
    Q_DECLARE_FLAGS(Flags, Flag)

    Kind kind = Kind::Unknown;
    ObjectType objectType = ObjectType::Table; ///< what `relation` names
    Flags flags;
    ObjectName relation;  ///< the object acted on; for CreateIndex, CreateTrigger, CreatePolicy, CreateRule, CreateStatistics: the table
    QString name;         ///< the column, constraint, index, trigger, policy, setting, … it is about
    QString newName;      ///< RENAME … TO
    ObjectName other;     ///< the second object: parent, partition, target schema, table LIKE, table of EXCHANGE
    QString value;        ///< a setting's or option's value, a lock mode, an enum's value, a language: as Kind says
    QList<ColumnDefinition> columns;         ///< CREATE TABLE; one for ADD COLUMN, TYPE, MODIFY
    QList<ConstraintDefinition> constraints; ///< CREATE TABLE's; the one of ADD CONSTRAINT. Inline ones stand in their column
    QList<IndexDefinition> indexes;          ///< CREATE INDEX: one; MySQL: KEY and INDEX clauses of CREATE and ALTER TABLE
    QStringList columnNames;                 ///< the columns an INSERT, UPDATE, COPY names or a view puts out (as far as they are written)
    Expression expression;                   ///< DEFAULT, USING, WHERE, a policy's or a trigger's condition
    QStringList values;                      ///< CREATE TYPE … AS ENUM: its labels
    QList<ObjectName> parents;               ///< CREATE TABLE: INHERITS; PARTITION OF: one, with `bound`
    /// LIKE in CREATE TABLE: the columns of another table. MySQL's and MariaDB's copy indexes, defaults and checks as well.
    struct LikeClause
    {
        ObjectName table;
        QStringList including;       ///< CONSTRAINTS, DEFAULTS, INDEXES, …: upper case, what holds in the end; {"ALL"}: everything
        qsizetype columnsBefore = 0; ///< how many of `columns` are written before it

        bool includes(QStringView part) const { return including.contains(u"ALL") || including.contains(part); }
    };
    QList<LikeClause> likes;
    QString partitionStrategy;               ///< PARTITION BY: RANGE, LIST, HASH; empty: not partitioned
    QStringList partitionKey;                ///< its columns; empty where it holds expressions
    PartitionBound bound;                    ///< FOR VALUES … of PARTITION OF and ATTACH PARTITION
    QList<ObjectName> reads;                 ///< further relations read: a query's, a view's, a policy's
    QString position;                        ///< MySQL: "FIRST" or the column of AFTER
    QString algorithm;                       ///< MySQL: ALGORITHM=, upper case; empty where not asked for
    QString lock;                            ///< MySQL: LOCK=, upper case
    int waitSeconds = -1;                    ///< MariaDB: WAIT n, 0 for NOWAIT; -1: not written
    QString limit;                           ///< MySQL: UPDATE and DELETE … LIMIT n, as written
    /// CREATE TABLE: ENGINE, CHARSET, COLLATE, PARTITION BY, … of MySQL, STRICT and WITHOUT ROWID of SQLite (without a value).
    /// The names in upper case, in the order of the text.
    QList<std::pair<QString, QString>> options;
    QList<Operation> body;                   ///< DO: what it runs; CreateFunction has none, its body runs later
    qsizetype offset = 0; ///< where this part of the statement begins in its text, in UTF-16 units
    qsizetype length = 0; ///< of the part; 0: the whole statement

    // Who stands where, for the kinds that need more than the fields say:
    //  CreateTable       ON COMMIT DROP in `value` as these words
    //  CreateType        ENUM, COMPOSITE, RANGE or BASE in `value`; labels in `values`, attributes in `columns`
    //  CreateDomain      one of `columns`, without a name: type, NOT NULL, default, checks
    //  CreateFunction    language in `value`; IMMUTABLE, STABLE, VOLATILE or nothing in `name`; the type it returns in `other`; its
    //                    body in `expression` where that is one expression; PostgreSQL: in `columns` what it returns, then
    //                    its arguments
    //  CreateTrigger     its function in `other`; SQLite: the whole statement in `expression.text`
    //  CreateSequence, AlterSequence  OWNED BY in `other`, its column in `name`
    //  CreateView, CreateMaterializedView  names written for its own columns in `columnNames`; its relations in `reads`; all the
    //                    columns named in its query in `expression.columns`; SQLite: the whole statement in `expression.text`
    //  CreateTableAs     names written for its columns in `columnNames`; CREATE TABLE x AS TABLE y as well
    //  DropObject, RenameObject  of an index, trigger, policy or rule: its table in `relation`, its own name in `name`; where no
    //                    table is written (DROP INDEX i) it is the `relation` itself
    //  RenameObject      MySQL's RENAME TABLE a TO d.b: d in `other.schema`
    //  SetSchema         the schema in `other.name`
    //  AddEnumValue      `value`; BEFORE or AFTER in `position`, of the value in `name`. RenameEnumValue: `name` to `newName`
    //  SetSetting        MySQL's USE d as the setting "use"

    bool has(Flag flag) const { return flags.testFlag(flag); }
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Operation::Flags)

/// "add-column", "set-not-null", …: stable, for JSON and tests.
QString operationId(Operation::Kind kind);

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Operation, Q_RELOCATABLE_TYPE);
