// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"
#include "safety/annotation.h"

namespace Whimbrel {

/// True for what MySQL and MariaDB commit by themselves, before and after (DDL but for temporary tables, GRANT, ...; manual,
/// "Statements That Cause an Implicit Commit"), and for what may run such a statement within: CALL, EXECUTE. False on every
/// other database. Session::hasUncommittedWork() tells whether it did.
bool mayCommitByItself(const Statement &statement, Dialect dialect);

/// The beginning of a statement on one line, without passwords: for sentences and lists.
QString shortSql(const QString &sql, qsizetype length = 60);

/// Why this step must not start: statements that need or end a transaction, commands of a client, text that does not end.
QList<Error> stepRefusals(const PlanStep &step, const QList<ScriptProblem> &problems, Dialect dialect);

/// What is not atomic, and what does nothing here, as translated sentences.
QStringList stepNotes(const PlanStep &step, Dialect dialect);

/// The comments with this word in a step's script. `script` is the text that the step's statements were split from; `start` where it
/// begins in its file.
QList<Annotation> stepAnnotations(const PlanStep &step, const QString &script, TextPosition start, Dialect dialect, QLatin1StringView word);

/// Lets the step begin after the statements that an earlier, unfinished attempt left in effect; refuses where the file's
/// statements are not the ones that ran then. `attempt` is the journal's last row of this migration.
void resumeStep(PlanStep &step, const JournalSummary &attempt, QList<Error> &refusals);

} // namespace Whimbrel
