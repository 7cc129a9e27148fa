// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/progress/statementprogress.h"

#include <QJsonObject>

namespace Whimbrel {

/// What a row of one of PostgreSQL's pg_stat_progress_* views tells, by its columns' names: servers differ in which there are.
/// Pure. The shares that the phases have of the whole are measured ones (facts: lock-monitor, 3), so the fraction is an
/// estimate; where a phase has no numbers it stays at the phase's beginning.

ProgressSample indexProgress(const QJsonObject &row); ///< CREATE INDEX and REINDEX, CONCURRENTLY too
ProgressSample vacuumProgress(const QJsonObject &row);
/// CLUSTER and VACUUM FULL. `row` has the number of the table's indexes as "indexes" besides.
ProgressSample clusterProgress(const QJsonObject &row);
ProgressSample analyzeProgress(const QJsonObject &row);
/// `bytes`: of the data that is sent with the statement, which the server does not know; 0: it comes from elsewhere.
ProgressSample copyProgress(const QJsonObject &row, qlonglong bytes);

/// Of MariaDB's STAGE, MAX_STAGE and PROGRESS (percent) of a process. Negative where it tells none.
double stageFraction(int stage, int maxStage, double percent);

} // namespace Whimbrel
