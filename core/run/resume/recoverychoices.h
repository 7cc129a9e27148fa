// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/resume/recovery.h"

namespace Whimbrel {

/// A way on from a run that did not end well, with what it does, in words.
struct RecoveryChoice
{
    enum class Kind { Resume, MarkApplied, MarkReverted, RollBack };

    Kind kind = Kind::Resume;
    QString verb;        ///< of the button; translated, as is the rest. Ends with "…" where something is asked or shown first
    QString consequence; ///< what will be in the database, and what is not looked after
    QString obstacle;    ///< why it cannot be done; empty: it can

    bool isPossible() const { return obstacle.isEmpty(); }
};

/// All that make sense for it, the first of them the one to take where nothing speaks against it.
QList<RecoveryChoice> recoveryChoices(const Recovery &recovery);

/// What is known, in a sentence or two: how the attempt ended and what of it is in the database.
QString recoverySummary(const Recovery &recovery);
/// "took effect", "not known", …; and how that is known or why not.
QString fateName(StatementFate::Fate fate);
QString fateReason(const StatementFate &fate);

} // namespace Whimbrel
