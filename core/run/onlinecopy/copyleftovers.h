// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/onlinecopy/copystate.h"
#include "run/resume/effectcheck.h"
#include "run/runcontext.h"

namespace Whimbrel {

struct PlanStep;

/// Drops the triggers, when the way is clear, and then the copy: the other way round every write to the table would fail. Waits at
/// most for a moment where the run is being stopped. Errors: LockTimeout, Cancelled, ConnectionLost, Statement: something is left.
Result<> dropCopy(RunContext &context, const PlanStep &step, const CopyNames &names);

/// Drops the old table, which has the triggers. The statement is in effect: what fails now is told, and no more.
void dropOldTable(RunContext &context, const CopyNames &names);

/// pt-online-schema-change, or the server for it, is still at work on this copy.
Result<bool> isCopyAtWork(Session &session, const CopyNames &names);

/// What became of the statement whose copy was interrupted, as the tables that are there tell; changes nothing. Leftover: its
/// `statements` drop what is left, triggers first. HalfWay: the copy is complete, and only the swap is left.
Result<EffectLook> lookForCopy(Session &session, const CopyState &state);

/// What became of the copy that an interrupted attempt was making.
enum class CopyFate {
    Gone,     ///< what it had made is dropped: as if it had not begun
    Complete, ///< only the swap is left
    Swapped,  ///< the statement has taken effect; the old table may be left
};
/// Looks, clears away what is not needed, and tells it as a notice. `goesOn`: the step still copies by the same statement. Errors:
/// Statement, where only a person can tell; those of dropCopy().
Result<CopyFate> settleCopy(RunContext &context, const PlanStep &step, const CopyState &state, bool goesOn);

} // namespace Whimbrel
