// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// The words for what a statement does. Free of Qt, so that the unit that reads PostgreSQL's own tree, whose macros clash with
// Qt's, speaks them too; everyone else takes them from operation.h and definitions.h.

namespace Whimbrel {

enum class ObjectType {
    Table, ForeignTable, View, MaterializedView, Index, Sequence, Type, Domain, Schema, Database, Function, Trigger, Rule, Policy,
    Extension, Statistics, Publication, Subscription, Role, Tablespace, Column, Constraint, Other,
};

/// Operation::Kind
enum class OperationKind {
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

/// Operation::Flag
enum class OperationFlag {
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
    Conditional = 1 << 20,  ///< in the body of a DO: inside IF, CASE, a loop or an exception handler, so it may not run at all
    NotRun = 1 << 21,       ///< a Select that is the EXPLAIN of a change: it locks `relation` as the change would, and does nothing
};

enum class ConstraintKind { Check, NotNull, Unique, PrimaryKey, ForeignKey, Exclusion }; ///< ConstraintDefinition::Kind
enum class GeneratedKind { No, Stored, Virtual };                                        ///< ColumnDefinition::Generated
enum class BoundKind { None, Range, List, Hash, Default };                               ///< PartitionBound::Kind

} // namespace Whimbrel
