// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/record/earlierruns.h"
#include "safety/analysis.h"

namespace Whimbrel {

/// What others notice of a statement, a line each and translated: its locks and who waits for them, how much work it is, why it
/// fails. SQLite's one lock, which is the whole file's, is told of once a transaction. Empty where nobody notices anything.
QStringList effectTexts(const StatementAnalysis &statement, Dialect dialect);

/// "took 2.1 s on staging, 12 Nov 2026"
QString earlierRunText(const EarlierRun &run);

} // namespace Whimbrel
