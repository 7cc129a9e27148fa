// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runcontext.h"

#include <QString>

#include <optional>

namespace Whimbrel {

/// Stands in the journal (JournalSummary::state) while a statement runs that the journal cannot share a transaction with: the
/// intent. Its number counts from 1.
QString intentJson(int statement);
std::optional<int> intendedStatement(const QString &state);

/// What is done about such a statement of an interrupted attempt. Took effect: true, and it is not run again. Otherwise false,
/// with what it left behind cleared away. Tells it as a notice. Errors: Statement, where only a person can tell, with what to do.
Result<bool> settleInterrupted(RunContext &context, const PlanStep &step, const PlanStatement &planned);

/// The ways on where only a person can tell what a statement of the step did.
QString settlingHint(const PlanStep &step);

/// Whether a session that was left behind is still at it: a server goes on for a while after its client has died, and until
/// that ends nothing can be told.
Result<bool> isStillRunning(Session &session, const Statement &statement);

/// The statement may share a transaction with the journal's row, as far as its text tells; the server may still refuse it
/// (isRefusedInTransaction).
bool mayShareTransaction(const Statement &statement, Dialect dialect);
bool isRefusedInTransaction(const Error &error, Dialect dialect);

/// Ends the script's own transaction for good.
bool isScriptsCommit(const Statement &statement, Dialect dialect);

} // namespace Whimbrel
