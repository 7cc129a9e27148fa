// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

#include <vector>

namespace Whimbrel {

/// The schema as a script changes it, from which whoever judges it later need not change it again.
struct ScriptHistory
{
    struct Step
    {
        Catalog before; ///< a statement, in its transaction
        Catalog after;
    };
    Catalog begin; ///< in a session of its own
    std::vector<Step> steps; ///< one a statement
};

/// Follows a script as the server would execute it: the transaction each statement stands in, the locks that this has gathered,
/// and in the catalog the schema and the session's settings.
class ScriptWalk
{
public:
    /// Begins a migration in `catalog`, which has to outlive the walk. With a history of the same script from the same schema
    /// nothing is changed any more: `catalog` becomes what it was then. That has to outlive the walk as well.
    ScriptWalk(const AnalysisInput &input, Catalog &catalog, const ScriptHistory *history = nullptr);
    Q_DISABLE_COPY_MOVE(ScriptWalk)

    /// What a statement meets: its impact on the schema as it is before it, and the locks held.
    StatementAnalysis meet(const Statement &statement, const StatementReading &reading);
    /// What it leaves behind: the schema, its locks, the state of the transaction.
    void leave(const StatementAnalysis &analysis);
    /// Both at once, for a statement nobody wants to know the impact of.
    void follow(const StatementReading &reading);
    /// The same, and remembers it.
    void follow(const StatementReading &reading, ScriptHistory &history);

    /// Whether leave() changes the catalog, so that someone who wants to compare needs a copy.
    static bool changesCatalog(const StatementReading &reading);
    /// A plain INSERT … VALUES, of which scripts hold tens of thousands.
    static bool isRows(const StatementReading &reading);
    /// Both are rows, and for everything that is asked of them the same.
    static bool areRowsAlike(const StatementReading &a, const StatementReading &b);

private:
    struct HeldLocks
    {
        QList<Impact> impacts;
        QList<int> since; ///< for each, the index of the statement that took it
    };

    void enter();
    void applyUnlessRefused(const StatementReading &reading);
    void apply(const StatementReading &reading);
    bool isRefused(const StatementReading &reading, const StatementImpact &impact) const;
    void control(const Operation &operation, bool isKnown);
    void beginTransaction(); ///< one that lasts beyond a statement
    void endTransaction();
    void hold(const StatementImpact &impact);
    void renameHeld(const Operation &operation);
    void meetRows(StatementAnalysis &analysis);

    Catalog &m_catalog;
    const ScriptHistory *const m_history; ///< nullptr: it is made now
    const bool m_mayRollBack;
    const bool m_isOneQuery; ///< several statements in one string
    bool m_isOpen = false;
    int m_statements = 0;    ///< met so far
    HeldLocks m_held;
    std::vector<std::pair<QString, HeldLocks>> m_savepoints; ///< with what was held at each

    StatementReading m_rows;      ///< the last INSERT … VALUES, shared with those like it; empty when the catalog has changed
    StatementImpact m_rowsImpact; ///< what it does
};

/// replayScript(), and how the schema came about.
ScriptHistory recordScript(const AnalysisInput &input, Catalog &catalog);
/// analyseScript() of a script whose history is known; `catalog` becomes the schema after it.
ScriptAnalysis analyseScript(const AnalysisInput &input, Catalog &catalog, const RuleSelection &selection, const ScriptHistory *history);

} // namespace Whimbrel
