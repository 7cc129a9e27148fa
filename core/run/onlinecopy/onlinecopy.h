// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/backfill/batchpace.h"
#include "run/backfill/throttle.h"
#include "run/onlinecopy/copyalter.h"
#include "run/onlinecopy/copyprocess.h"
#include "run/onlinecopy/copystate.h"
#include "run/onlinecopy/triggerwatch.h"
#include "run/runcontext.h"

#include <QCoreApplication>

#include <functional>
#include <memory>

namespace Whimbrel {

/// Runs a step's only statement, an ALTER TABLE, on a copy of the table: pt-online-schema-change makes the copy and keeps it up to date,
/// the run counts it and lets the two tables change places, by the same rules by which it takes any other lock.
class OnlineCopy
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    /// Writes the state into the journal at once; empty: nothing is left.
    using WriteState = std::function<Result<>(const QString &state)>;

    OnlineCopy(RunContext &context, const PlanStep &step, WriteState writeState);

    /// From the start; or, where PlanStep::resumeState says that the copy was complete, from there. Errors: Refused, before anything
    /// was made; Cancelled, LockTimeout, Statement, Io, with what is left of it, mostly nothing; ConnectionLost.
    Result<StatementOutcome> run(const QString &resumeState);
    /// What the journal holds now, as JSON; empty where nothing is left.
    QString state() const { return m_written; }

private:
    Result<> begin();
    Result<> copy();
    Result<> watchTool();
    Result<> takeLines();
    Result<> take(const QString &line);
    Result<> explainEnd();
    Result<> look();
    void pace();
    Result<> compareRows();
    Result<> analyse();
    Result<> swap();
    Result<> moveTo(CopyState::Phase phase);
    Error cleanUp(Error error);
    void publishProgress();
    void publishWaiting(const QString &reason);
    BatchProgress progress() const;
    void notice(const QString &text);
    QString quoted(const QString &table) const;

    RunContext &m_context;
    const PlanStep &m_step;
    WriteState m_writeState;
    QString m_written;
    CopyAlter m_alter;
    CopyState m_state;
    CopyOutput m_output;
    CopyProcess m_process;
    std::unique_ptr<TriggerWatch> m_triggerWatch;
    int m_cancelledTriggers = 0;
    PassRate m_rate;
    Throttle m_throttle;
    RunControl m_ownControl; ///< where nobody steers
    RunControl &m_control;
    QString m_waitingFor;    ///< as told last
    QElapsedTimer m_sinceLook;
    QElapsedTimer m_slice;   ///< of a copy that is slowed down: since it was halted or let go
    bool m_resting = false;
};

/// Whether what a plan hands over can be: the tool, the journal, the tables that are there already. Before anything is changed.
/// Errors: Refused; those of Session::query().
Result<> checkCopies(RunContext &context, const RunPlan &plan);

} // namespace Whimbrel
