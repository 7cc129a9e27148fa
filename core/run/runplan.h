// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/migrationproject.h"
#include "run/backfill/batchoptions.h"
#include "run/onlinecopy/copyoptions.h"
#include "timeline/timeline.h"

#include <QList>

namespace Whimbrel {

/// What the person asked for.
struct RunRequest
{
    enum class Action { Up, Down, Redo };
    Action action = Action::Up;
    QString toVersion = {};   ///< up: the last to apply; down: stays applied, "0" rolls back all
    int steps = 0;       ///< 0: all for up, 1 for down
    QString onlyVersion = {}; ///< up: just this one
    QStringList versions = {}; ///< down: just these, whatever was applied since
    bool singleTransaction = false;
};

struct PlanStatement
{
    Statement statement;
    int index = 0; ///< from 1 within its step
};

/// One migration in one direction.
struct PlanStep
{
    Migration migration;
    Direction direction = Direction::Up;
    bool transaction = true;   ///< runs in one
    bool ownCommits = false;   ///< the database commits some of its statements by itself, or may (MySQL DDL, CALL)
    bool speaksToWhimbrel = true; ///< its file may hold “-- whimbrel: …”
    QString checksum;
    QList<PlanStatement> statements;
    QStringList notes;         ///< translated: what is not atomic, where the tool itself would do otherwise
    int resumeAfter = 0;       ///< statements of an interrupted earlier attempt that are done already
    std::optional<BatchOptions> batch; ///< its only statement runs in batches
    std::optional<CopyOptions> onlineCopy; ///< its only statement is handed to pt-online-schema-change
    QString resumeState;       ///< what the interrupted attempt left in the journal (JournalSummary::state)
};

/// What will run, in order. A value: shown, printed, tested, executed.
struct RunPlan
{
    RunRequest request;
    Dialect dialect = Dialect::SQLite;
    QList<PlanStep> steps;
    bool singleTransaction = false;
    QStringList notes; ///< of the run as a whole
    QList<Error> refusals; ///< why it must not start; each says how to go on
    QStringList appliedVersions; ///< the history that it was made from, sorted; the run refuses another one

    int statementCount() const;
    std::optional<Error> refusal() const; ///< all of them as one
    bool isEmpty() const { return steps.isEmpty(); }
};

/// Hashes over the first statements of a step: the same for the same statements, whatever follows them.
class DoneChecksum
{
public:
    explicit DoneChecksum(const PlanStep &step) : m_step(step) { }

    /// Of the first `count`, in hexadecimal; empty for none. Cheap for counts that only grow.
    QString of(int count);

private:
    const PlanStep &m_step;
    int m_count = 0;
    QByteArray m_hash;
};

/// Whether the versions asked for exist. makePlan() looks too; this needs no database. Errors: Usage.
Result<> checkVersions(const MigrationProject &project, const RunRequest &request);

/// Reads the scripts concerned and plans. Errors: Project (a file), Usage (no such version; what is already applied).
/// Refusals (a statement that cannot run in a transaction, psql commands, strict order, an irreversible step) are in the plan.
Result<RunPlan> makePlan(const MigrationProject &project, const Timeline &timeline, const RunRequest &request, Dialect dialect);

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::PlanStatement, Q_RELOCATABLE_TYPE);
Q_DECLARE_TYPEINFO(Whimbrel::PlanStep, Q_RELOCATABLE_TYPE);
