// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"
#include "run/runplan.h"

#include <QJsonObject>

namespace Whimbrel {

/// The plan for people: steps, statements with their lines, transactions, notes, refusals. `database` is its short name.
QString planText(const RunPlan &plan, const QString &database);

/// As design/CLI.md says, with notes and refusals.
QJsonObject planJson(const RunPlan &plan);

/// One event of a run as one document: design/CLI.md, "What is printed". Fields that say nothing are left out.
QJsonObject runEventJson(const RunEvent &event);

/// {"kind","message","detail","hint","code","file","line","column"}, as far as known.
QJsonObject errorJson(const Error &error);

QString statementKindId(StatementKind kind); ///< "no-transaction": JSON

} // namespace Whimbrel
