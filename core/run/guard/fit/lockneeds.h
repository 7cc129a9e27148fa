// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"
#include "safety/analysis.h"

#include <QHash>

namespace Whimbrel {

/// A lock on something that was there before the migration and that others use.
struct LockNeed
{
    ObjectName relation;
    ObjectType type = ObjectType::Table;
    QString mode;                         ///< that it takes in any case, as Impact::lock; empty: perhaps none
    QString atMost;                       ///< the strongest it may take
    LockReach reach = LockReach::Nothing; ///< of `atMost`
    int statement = 0;                    ///< from 1: the first that needs it
    bool isBrief = false; ///< MySQL, MariaDB: taken for a moment at the beginning and the end, while the work lets everybody pass

    bool isStrong() const { return reach >= LockReach::Writes; }
    bool operator==(const LockNeed &) const = default;
};

/// Work that takes the longer the larger a relation is.
struct HeavyWork
{
    enum class Kind { Rewrite, Scan, IndexBuild, Rows };

    Kind kind = Kind::Scan;
    ObjectName relation;
    LockReach reach = LockReach::Nothing; ///< what others cannot do with it meanwhile, for PostgreSQL's Rows but rows
    int statement = 0;                    ///< from 1
    Estimate size;
};

/// What a step needs of the relations that others use.
struct StepNeeds
{
    QList<LockNeed>
        transaction; ///< of all its statements, one for a relation, by name: the order in which they are taken
    QHash<int, QList<LockNeed>> statements; ///< of each statement, by number from 1
    QSet<int> patient;      ///< statements that wait for older transactions and block nobody meanwhile: CONCURRENTLY
    QList<HeavyWork> heavy; ///< whatever its size is
    QHash<int, QString> asked; ///< what is added to statements, by number from 1: see askedAlgorithm()
    /// MySQL, MariaDB: what is cancelled keeps its locks for about as long again, until it is undone. PostgreSQL just stops.
    bool undoIsSlow = false;

    bool hasStrong() const;
};

/// What a step does to the schema in `catalog`, which is as it will be after it when this returns.
StepNeeds lockNeeds(const PlanStep &step, Catalog &catalog);

/// The same of steps that are one transaction.
QList<LockNeed> mergedNeeds(const QList<LockNeed> &needs);

} // namespace Whimbrel
