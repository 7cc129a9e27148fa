// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"

#include <optional>

namespace Whimbrel {

/// What became of a COMMIT whose answer never came.
enum class LostCommit { Unknown, Committed, RolledBack };

/// Where a migration stood when it failed.
struct FailureState
{
    const PlanStep &step;
    Dialect dialect;
    int statement = 0;        ///< from 1; 0: none was in flight
    int effective = 0;        ///< statements that took effect and stay
    bool inPart = false;      ///< the one in flight was refused, and may have committed a part of its work before
    bool committing = false;  ///< the failure came from COMMIT
    bool recording = false;   ///< ... or from the history, which could not be written
    bool journaled = false;
    bool singleTransaction = false;
    int migrationsBefore = 0; ///< done in this run before this one
    qlonglong batchRows = -1; ///< changed in batches, which stay; -1: it does not run in batches
    LostCommit commit = LostCommit::Unknown;
    std::optional<Error> rollbackError = {};
};

/// The error with its place in the file, with what was rolled back and what was not, and with the ways on.
Error explainFailure(Error error, const FailureState &state);

/// The same for the commit of a run that is one transaction.
Error explainFailedRunCommit(Error error, LostCommit fate);

/// "The run was one transaction and was rolled back ..."
QString rolledBackRunText();

} // namespace Whimbrel
