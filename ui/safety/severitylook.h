// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/finding.h"
#include "safety/impacttext.h"

#include <QColor>
#include <QIcon>
#include <QPalette>
#include <QString>

namespace Whimbrel {

QIcon severityIcon(Severity severity);
QString severityName(Severity severity); ///< translated: "Error", "Warning", "Note"
QColor severityColor(Severity severity, const QPalette &palette);

/// The colours of a note, for the palette's light or dark.
struct NoteColors
{
    QColor text;
    QColor background;
};
NoteColors noteColors(ImpactNote::Level level, const QPalette &palette);

/// What a finding says, why, and what to do, as rich text for a hint; everything from files is escaped.
QString findingHint(const Finding &finding);

} // namespace Whimbrel
