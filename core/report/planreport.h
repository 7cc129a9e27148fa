// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"
#include "run/runplan.h"
#include "safety/project/plananalysis.h"

#include <QJsonObject>

namespace Whimbrel {

/// The plan for people: steps, statements with their lines, transactions, notes, refusals. `database` is its short name. With
/// an analysis: each statement's locks and who waits for them, what was found, and the strongest lock on each table.
QString planText(const RunPlan &plan, const QString &database, const PlanAnalysis *analysis = nullptr);

/// As design/CLI.md says, with notes and refusals; impacts and findings where there is an analysis.
QJsonObject planJson(const RunPlan &plan, const PlanAnalysis *analysis = nullptr);

/// One event of a run as one document: design/CLI.md, "What is printed". Fields that say nothing are left out.
QJsonObject runEventJson(const RunEvent &event);

/// {"kind","message","detail","hint","code","file","line","column"}, as far as known.
QJsonObject errorJson(const Error &error);

QString statementKindId(StatementKind kind); ///< "no-transaction": JSON

} // namespace Whimbrel
