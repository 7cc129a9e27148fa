// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/record/earlierruns.h"
#include "safety/project/projectanalysis.h"

namespace Whimbrel {

/// The strongest that a plan does to one relation that others use. An index counts as its table.
struct WorstLock
{
    ObjectName relation{};
    QString lock{};          ///< as Impact::lock
    LockReach reach = LockReach::Nothing;
    bool certain = true;
    QString version{};       ///< of the migration that takes it, ...
    FilePosition position{}; ///< ... and the statement
};

/// What the steps of a plan do, in the order of the plan.
struct PlanAnalysis
{
    Dialect dialect = Dialect::PostgreSql;
    QList<ScriptAnalysis> steps{}; ///< of RunPlan::steps; without what an interrupted attempt has done already

    /// How long each step took before; filled in by whoever has a journal to read, else empty.
    QList<std::optional<EarlierRun>> earlier{};

    /// The sum for the whole plan: one entry a relation, the worst first.
    QList<WorstLock> worstLocks(const RunPlan &plan) const;
};

/// Analyses a plan from the schema of `base.connected`, or from what the project's other migrations leave. Statements
/// go as Whimbrel sends them, not as the project's tool would. Any thread. Errors: Cancelled.
Result<PlanAnalysis> analysePlan(const MigrationProject &project, const RunPlan &plan, const AnalysisBase &base,
                                 const std::stop_token &stop = {});

} // namespace Whimbrel
