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
    enum class Kind {
        Unknown, ///< could not be read: nothing is known of it, which is never a syntax error
        Opaque,  ///< runs SQL nobody can read before it runs: EXECUTE of a computed text, CALL, \i
        Other,   ///< read, and known to touch no relation of the person's

        // data
        Select, Insert, Update, Delete, Merge, CopyFrom, CopyTo, Truncate, LockTable,

        // objects as a whole; `objectType` says which
        CreateTable, CreateTableAs, CreateIndex, CreateView, CreateMaterializedView, CreateSequence, CreateType, CreateDomain,
        CreateFunction, CreateTrigger, CreateRule, CreatePolicy, CreateStatistics, CreatePublication, CreateSubscription, CreateSchema,
        CreateExtension, CreateDatabase, CreateTablespace, CreateRole,
        DropObject, RenameObject, SetSchema, ChangeOwner, Comment, Grant, Revoke, DropOwned, ReassignOwned,

        // ALTER TABLE: columns
        AddColumn, DropColumn, RenameColumn, AlterColumnType, SetDefault, DropDefault, SetNotNull, DropNotNull,
        AddIdentity, AlterIdentity, DropIdentity, SetExpression, DropExpression, SetStatistics, SetStorage, SetCompression,
        SetColumnOptions,
        ModifyColumn, ///< MySQL MODIFY and CHANGE: the whole definition anew; `newName` where CHANGE renames

        // ALTER TABLE: constraints
        AddConstraint, ValidateConstraint, AlterConstraint, DropConstraint, RenameConstraint,

        // ALTER TABLE: the rest
        SetLogged, SetUnlogged, SetTablespace, SetAccessMethod, SetStorageParameters, ClusterOn, SetWithoutCluster,
        EnableTrigger, DisableTrigger, EnableRule, DisableRule, EnableRowSecurity, DisableRowSecurity, ForceRowSecurity,
        ReplicaIdentity, Inherit, NoInherit, OfType, NotOf, AttachPartition, DetachPartition,
        ConvertCharacterSet, TableOption, ///< MySQL; TableOption: `name` in upper case (ENGINE, ROW_FORMAT, FORCE, COMMENT, …), `value`
        ChangePartitions, ///< MySQL; `name` is ADD, DROP, TRUNCATE, REORGANIZE, COALESCE, EXCHANGE, PARTITION BY, REMOVE, …
        SystemVersioning, ///< MariaDB ADD/DROP SYSTEM VERSIONING; `name` is ADD or DROP
        IndexVisibility,  ///< MySQL VISIBLE/INVISIBLE, MariaDB IGNORED/NOT IGNORED; `value` "visible" or "invisible"

        // other objects changed
        AlterIndex, ///< `name` is what: "SET", "RESET", "SET TABLESPACE", "SET STATISTICS", "ATTACH PARTITION" (`other` is the child index)
        AlterView, AlterSequence, AlterTrigger, AlterPolicy, AlterStatistics, AlterPublication, AlterFunction, AlterRole,
        AlterDatabase, AlterSystem, AlterSubscription, AlterExtension,
        AddEnumValue, RenameEnumValue,
        AlterCompositeType, ///< ADD/DROP/ALTER ATTRIBUTE; `name` the attribute, `value` the word
        AddDomainConstraint, DropDomainConstraint, ValidateDomainConstraint, SetDomainNotNull, DropDomainNotNull,
        SetDomainDefault,

        // upkeep
        Reindex, Cluster, Vacuum, Analyze, RefreshMaterializedView, Checkpoint,

        // the session and its transaction
        SetSetting, ///< SET, RESET (`value` empty), PRAGMA; `name` in lower case; Flag::Local for SET LOCAL
        Begin, Commit, Rollback, Savepoint, ReleaseSavepoint, RollbackToSavepoint, SetConstraints, Discard,
        AttachDatabase, DetachDatabase, ///< SQLite
        DoBlock,    ///< `body` holds its static statements
        Call,
    };

    enum class Flag {
        IfExists = 1 << 0,
        IfNotExists = 1 << 1,
        Cascade = 1 << 2,
        Concurrently = 1 << 3,
        Only = 1 << 4,          ///< ONLY: not its children and partitions
        OrReplace = 1 << 5,
        Temporary = 1 << 6,
        Unlogged = 1 << 7,
        Unique = 1 << 8,        ///< CREATE UNIQUE INDEX
        NoData = 1 << 9,        ///< WITH NO DATA
        NoWait = 1 << 10,       ///< NOWAIT, WAIT 0
        Local = 1 << 11,        ///< SET LOCAL
        Full = 1 << 12,         ///< VACUUM FULL
        Finalize = 1 << 13,     ///< DETACH PARTITION … FINALIZE
        ForUpdate = 1 << 14,    ///< SELECT … FOR UPDATE, SHARE and the like
        DefaultPartition = 1 << 15, ///< a bound of DEFAULT
        SingleRow = 1 << 16,    ///< INSERT … VALUES: touches the rows it names, not the rows of a query
        All = 1 << 17,          ///< the whole database or schema: REINDEX DATABASE, VACUUM without a table, DISABLE TRIGGER ALL
        FullTextOrSpatial = 1 << 18, ///< MySQL FULLTEXT and SPATIAL indexes
        Chain = 1 << 19,        ///< COMMIT AND CHAIN: another transaction begins at once
    };
    Q_DECLARE_FLAGS(Flags, Flag)

    Kind kind = Kind::Unknown;
    ObjectType objectType = ObjectType::Table; ///< what `relation` names
    Flags flags;
    ObjectName relation;  ///< the object acted on; for CreateIndex, CreateTrigger, CreatePolicy, CreateRule, CreateStatistics: the table
    QString name;         ///< the column, constraint, index, trigger, policy, setting, … it is about
    QString newName;      ///< RENAME … TO
    ObjectName other;     ///< the second object: parent, partition, target schema, table LIKE, table of EXCHANGE; DropObject and
                          ///< RenameObject of MySQL's indexes, which are names within a table (`relation` is the index): the table
    QString value;        ///< a setting's or option's value, a lock mode, an enum's value, a language: as Kind says
    QList<ColumnDefinition> columns;         ///< CREATE TABLE; one for ADD COLUMN, TYPE, MODIFY
    QList<ConstraintDefinition> constraints; ///< CREATE TABLE's; the one of ADD CONSTRAINT. Inline ones stand in their column
    QList<IndexDefinition> indexes;          ///< CREATE INDEX: one; MySQL: KEY and INDEX clauses of CREATE and ALTER TABLE
    QStringList columnNames;                 ///< the columns an INSERT, UPDATE, COPY names or a view puts out (as far as they are written)
    Expression expression;                   ///< DEFAULT, USING, WHERE, a policy's or a trigger's condition
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

    bool has(Flag flag) const { return flags.testFlag(flag); }
};

Q_DECLARE_OPERATORS_FOR_FLAGS(Operation::Flags)

/// "add-column", "set-not-null", …: stable, for JSON and tests.
QString operationId(Operation::Kind kind);

} // namespace Whimbrel
