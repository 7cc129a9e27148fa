// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace Whimbrel {

/// A line of a difference between two texts.
struct DiffLine
{
    enum class Kind { Same, Removed, Added, Skipped };

    Kind kind = Kind::Same;
    QString text;    ///< of Skipped: empty
    int oldLine = 0; ///< from 1; 0 where the line is only in the new text
    int newLine = 0;
    int skipped = 0; ///< of Skipped: how many equal lines are left out

    bool operator==(const DiffLine &) const = default;
};

/// The shortest way from one text to the other, line by line (Myers 1986), with `context` equal lines around each
/// change and the rest left out; negative: nothing left out. Texts that have little in common are shown as replaced.
/// Any thread.
QList<DiffLine> lineDiff(const QString &before, const QString &after, int context = 3);

} // namespace Whimbrel
