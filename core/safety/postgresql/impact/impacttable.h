// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/impact.h"
#include "safety/operation.h"

#include <array>
#include <span>

namespace Whimbrel::PostgreSqlImpact {

/// PostgreSQL's table locks from the weakest to the strongest; manual, 13.3.1.
enum class Lock : quint8 { None, AccessShare, RowShare, RowExclusive, ShareUpdateExclusive, Share, ShareRowExclusive, Exclusive, AccessExclusive };

QString lockName(Lock lock); ///< "AccessShareLock"; empty for None
Lock lockOf(QStringView mode); ///< of a LOCK TABLE's mode, "SHARE ROW EXCLUSIVE", or of lockName()

/// What makes the same kind of operation lock differently.
enum class Variant : quint8 {
    Plain, Concurrently, Finalize, Full, Whole, ///< Whole: of a schema, a database, everything
    Check, CheckNotValid, ForeignKey, ForeignKeyNotValid, Index, UsingIndex, NotNull, NotNullNotValid, ///< constraints; Index: unique, primary key, exclusion
    OnTable, OnView, OnMaterializedView, OnIndex, OnSequence, OnType, OnDomain, OnSchema, OnFunction, OnTrigger, OnPolicy, OnRule,
    OnConstraint, OnStatistics, OnOther, ///< by the type of the object
    UserCatalogTable,
};

/// Which relations a lock of a row is taken on.
enum class Whom : quint8 {
    Nobody,
    Target,       ///< the relation that the operation names
    Tree,         ///< its partitions and inheritance children of all levels, unless ONLY
    Partitions,   ///< its partitions of all levels, unless ONLY; not inheritance children
    OwnSequences, ///< sequences owned by its columns
    Reads,        ///< what a query, view or policy reads, as it is named: views are not looked into
    Scanned,      ///< the same, with what is behind views
    Second,       ///< the operation's second relation
    SecondTree,   ///< and its partitions and children
    Referenced,   ///< the table that a foreign key of the operation refers to, and its partitions
    TableOfIndex, ///< the target is an index: its table
};

/// One row of lock-table.md: an operation, the locks it takes whatever the catalog says, and what it costs the target (and the
/// tree, where that is locked). Depends: code decides, or only the catalog can.
struct Row
{
    struct Taken
    {
        Whom whom = Whom::Nobody;
        Lock lock = Lock::None;
    };

    Operation::Kind kind;
    Variant variant;
    std::array<Taken, 4> locks = {};
    Answer rewrite = Answer::No;
    Answer scan = Answer::No;
    Answer rebuild = Answer::No;
    TransactionRule transaction = TransactionRule::Any;
    int from = 0;   ///< major version that has it; 0: all
    int until = 0;  ///< major version from which another row holds; 0: none
};

std::span<const Row> rows();
/// The row for a variant of an operation on a server of this major version; nullptr: it takes no locks on relations.
const Row *row(Operation::Kind kind, Variant variant, int version);

/// The oldest server the rows speak of, which stands for one that is not known.
inline constexpr int oldestVersion = 13;

} // namespace Whimbrel::PostgreSqlImpact
