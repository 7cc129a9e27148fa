// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/lockmodes.h"
#include "safety/definitions.h"

#include <QList>

namespace Whimbrel {

/// What a statement does to one relation while it runs, and until its transaction ends.
struct Impact
{
    /// How the relation comes into it; the target is the one that the statement names.
    enum class Role { Target, Referenced, Referencing, Parent, Child, Partition, Index, Sequence, Source, Dependant, Database };

    ObjectName relation;   ///< as the catalog knows it, else as written; SQLite: "main" for the database file
    ObjectType type = ObjectType::Table;
    Role role = Role::Target;
    /// The mode's name in the server's words: "AccessExclusiveLock"; MySQL and MariaDB: "EXCLUSIVE", "SHARED", "NONE" (the LOCK=
    /// under which the work itself runs); SQLite: "RESERVED", "EXCLUSIVE". Empty: no lock, but a rewrite or scan to tell of.
    QString lock;
    bool certain = true;   ///< false: taken only if something unknown holds, which `dependsOn` names
    QString atLeast;       ///< where `certain` is false: the weaker lock it takes in any case; empty: none
    LockReach reach = LockReach::Nothing; ///< what others cannot do meanwhile
    /// MySQL, MariaDB: a stronger lock for a moment at the beginning and the end of the work. It waits for transactions that use the
    /// table, and whoever comes later waits behind it; `reach` is that of the work itself. Empty: none.
    QString briefly;
    Answer rewrite = Answer::No;      ///< every row is written anew
    Answer scan = Answer::No;         ///< every row is read, under `lock`
    Answer indexRebuild = Answer::No; ///< one or more indexes are built again under `lock`, the table is not rewritten
    bool isNew = false;    ///< made earlier in this migration: nobody uses it yet
    bool invisible = false; ///< made earlier in this very transaction: nobody can even see it
    QString dependsOn;     ///< translated, where an answer is Depends or `certain` is false: what would settle it

    bool blocksReads() const { return reach == LockReach::ReadsAndWrites; }
    bool blocksWrites() const { return reach >= LockReach::Writes; }

    bool operator==(const Impact &) const = default;
};

/// Where a statement may run.
enum class TransactionRule {
    Any,
    Forbidden, ///< the server refuses it inside a transaction
    Required,  ///< refused outside of one: LOCK TABLE
    Commits,   ///< MySQL, MariaDB: ends the transaction it stands in
};

/// What a whole statement does.
struct StatementImpact
{
    QList<Impact> relations;  ///< the target first; at most one entry per relation, with its strongest lock
    TransactionRule transaction = TransactionRule::Any;
    Answer fails = Answer::No; ///< the server will refuse it, or may for the rows or objects there are
    QString failure;          ///< translated: why
    bool waitsForTransactions = false; ///< CONCURRENTLY: waits for older transactions, blocking nobody meanwhile
    QString algorithm;        ///< MySQL, MariaDB: the best that serves the whole statement: INSTANT, NOCOPY, INPLACE, COPY
    QStringList dependsOn;    ///< translated: what a connection would settle, for all of it
    bool known = true;        ///< false: the statement could not be read; nothing is claimed

    /// The strongest thing it does to a relation that others use; LockReach::Nothing for new and invisible ones.
    LockReach reach() const;
    const Impact *on(const ObjectName &relation) const;
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Impact, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::StatementImpact, Q_RELOCATABLE_TYPE);
