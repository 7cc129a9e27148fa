// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/release.h"

#include <QJsonObject>

namespace Whimbrel {

/// The release as Markdown: phases, items, who and when, notes, probes, overrides, runs. What people and servers wrote is
/// escaped, so that it cannot become markup.
QString releaseToMarkdown(const Release &release, const QString &projectName);

/// For `whimbrel release show --json`.
QJsonObject releaseToJson(const Release &release);

/// "locked", "open", "complete", "overridden".
QString phaseStateId(PhaseState state);
QString phaseStateName(PhaseState state); ///< translated

/// "2026-11-22 14:02 UTC+01:00": the moment as the person's clock showed it.
QString releaseTime(const QDateTime &time);

} // namespace Whimbrel
