// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/history/incident.h"
#include "sql/dialect.h"

#include <QJsonObject>

namespace Whimbrel {

/// The texts of incidents, for the window, files and the release's log.

/// How long it lasted, or lasts until `now`: "12 s".
QString incidentDuration(const Incident &incident, const QDateTime &now);
/// "7 sessions waited up to 12 s, because of this run, which itself waited behind 4711 shop-api."
QString incidentSummary(const Incident &incident);
/// When it was, incidentSummary() and the forest at its worst. Ends with a line break.
QString incidentText(const Incident &incident);
/// Its facts, and under "locks" the forest at its worst as locksJson() has it.
QJsonObject incidentJson(const Incident &incident);
/// What a release's log keeps, a file that may be published with the project: the facts and, under "tree", the first
/// sessions of the forest at its worst as text, their statements without literals.
QJsonObject incidentRecord(const Incident &incident, Dialect dialect);

/// The statement with each literal replaced by "?": what it did, not with which data.
QString withoutLiterals(const QString &statement, Dialect dialect);

} // namespace Whimbrel
