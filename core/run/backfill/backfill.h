// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/backfill/backfillstate.h"
#include "run/backfill/batchkey.h"
#include "run/backfill/batchpace.h"
#include "run/backfill/batchstatement.h"
#include "run/backfill/throttle.h"
#include "run/runcontext.h"

#include <QCoreApplication>

#include <functional>

namespace Whimbrel {

/// Runs a step's only statement in batches, each in a transaction of its own that also holds the cursor: rows that were
/// there at the start are done exactly once, whatever ends the run.
class Backfill
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// What writes the state into the journal. Nothing: there is no journal.
    using StateStatement = std::function<std::optional<Statement>(const QString &state)>;

    Backfill(RunContext &context, const PlanStep &step, StateStatement stateStatement);

    /// From the start, or from where PlanStep::resumeState says. After an error no transaction is open. Errors: Refused, before
    /// anything has changed (no key, another statement than the interrupted one); Cancelled, LockTimeout, Statement,
    /// ConnectionLost: what state() says is done stays.
    Result<StatementOutcome> run();
    /// Of the last batch that was committed.
    const BackfillState &state() const { return m_state; }

private:
    struct Batch
    {
        QStringList end;
        qlonglong passed = 0;
        qlonglong changed = 0;
        std::chrono::microseconds looked{0}; ///< for its end
        std::chrono::microseconds held{0};
    };

    Result<> prepare();
    Result<> takeUpState();
    Result<> tellStart();
    Result<> beginPass();
    Result<> pass();
    Result<bool> needsAnotherPass();
    Result<std::optional<Batch>> nextBatch();
    Result<std::optional<Batch>> lookForBatch();
    Result<> runBatch(Batch &batch);
    Result<> tryBatch(Batch &batch);
    Result<> waitUntilClear();
    Result<> rest(const Batch &batch);
    Result<> retryLater(const Error &error, int attempt);
    BackfillState stateAfter(const Batch &batch) const;
    Result<Rows> query(const QString &sql);
    void publish(const Batch &batch);
    void publishWaiting(const QString &reason);
    void notice(const QString &text);
    BatchProgress progress() const;
    void adviseVacuum();

    RunContext &m_context;
    const PlanStep &m_step;
    const Statement &m_statement;
    StateStatement m_stateStatement;
    BatchStatement m_batches;
    BatchKey m_key;
    BackfillState m_state;
    BatchPace m_pace;
    PassRate m_rate;
    Throttle m_throttle;
    RunControl m_ownControl; ///< where nobody steers
    RunControl &m_control;
};

} // namespace Whimbrel
