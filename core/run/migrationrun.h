// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/failuretext.h"
#include "run/runcontext.h"

#include <QCoreApplication>
#include <QElapsedTimer>

namespace Whimbrel {

/// Takes one migration in one direction: its statements, its row of the history, its row of the journal.
class MigrationRun
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    MigrationRun(RunContext &context, const PlanStep &step);

    /// In a transaction of its own, in the run's where there is a single one, or statement by statement. After an error no
    /// transaction is open, and the error says what stays in effect.
    Result<> run();

private:
    bool isStepwise() const { return !m_step.transaction || m_step.ownCommits; }
    Result<> inTransaction();
    const Statement *first() const;
    void startAgain();
    Result<> stepwise();
    Result<> beginStepwise();
    void announceFirst();
    void announce(int statement);
    Result<> runStatements();
    Result<> repeatSettings();
    Result<> settleIntent();
    Result<> execute(const PlanStatement &planned);
    Result<> executeStepwise(const PlanStatement &planned);
    Result<StatementOutcome> sendWithJournal(const PlanStatement &planned);
    Result<StatementOutcome> sendWithIntent(const PlanStatement &planned);
    Result<StatementOutcome> sendOnly(const PlanStatement &planned);
    bool commitsByItself(const PlanStatement &planned) const;
    Result<> writeIntent(const PlanStatement &planned);
    void forgetIntentAfter(const Error &error, const PlanStatement &planned);
    Result<> writeDone(int done);
    Result<> releaseRows(const PlanStatement &planned);
    Result<> executeInBatches(const PlanStatement &planned);
    Result<> executeOnCopy(const PlanStatement &planned);
    Result<> settleCopyState();
    void dropSwappedTable();
    Result<> executeTogether(std::span<const PlanStatement> planned);
    void moveTo(const PlanStatement &planned);
    void beginStatement(const PlanStatement &planned);
    void statementDone(const StatementOutcome &outcome);
    Result<StatementOutcome> guarded(const PlanStatement &planned, const std::function<Result<StatementOutcome>()> &send, bool mayRepeat = true);
    Result<StatementOutcome> send(const PlanStatement &planned);
    Result<> sendStatement(const PlanStatement &planned);
    Result<> beforeStatement(const PlanStatement &planned);
    Result<> afterStatement(const PlanStatement &planned);
    Result<> recordAndCommit();
    Result<QStringList> records();
    Result<> explainRecording(Error error, qsizetype done);
    Result<> record();
    Error fail(Error error);
    void askJournal();
    JournalSummary entry(const QString &outcome, int done);

    RunContext &m_context;
    const PlanStep &m_step;
    QElapsedTimer m_timer;
    FailureState m_state;
    DoneChecksum m_doneChecksum;
    QString m_progressState; ///< JournalSummary::state, as it was last written
    int m_announced = 0;     ///< the statement whose intent this attempt wrote last
    int m_sent = 0;          ///< the statement that was sent last, and may be in effect
    bool m_hasOpenRows = false; ///< MySQL, MariaDB: statements have changed something since the last commit
    int m_resumeAfter = 0;   ///< statements that an interrupted attempt has done
};

/// Waits while somebody who steers the run has paused it; to be called between transactions. Errors: Cancelled.
Result<> waitWhilePaused(RunContext &context);

/// Commits, and tries again for a while where a reader of the SQLite file is in the way. `after` and `done`: as Session::commitAfter().
/// Errors: of the session; Cancelled where a stop is requested while it waits.
Result<> commitPatiently(RunContext &context, QStringList after = {}, qsizetype *done = nullptr);

} // namespace Whimbrel
