// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/statement.h"

#include <QStringView>

namespace Whimbrel {

/// `text` on one line, with everything that a terminal, a log or a reader's eye would take for something else made visible:
/// control characters and those that turn the direction of writing as \n, \x1b, \u202e.
QString shownText(QStringView text);
void appendShown(QString &shown, QStringView text);

/// How many columns of a terminal the text takes: two for what is as wide as a Chinese character, none for marks that
/// combine with the character before.
int cellsOf(QStringView text);

/// The line of a text in which a range begins, ready to be underlined.
struct Excerpt
{
    QString line;   ///< shown as shownText() does, tabs as blanks, cut where it is very long
    int column = 0; ///< columns of a terminal before the range
    int width = 1;  ///< of the range as far as it is on this line; at least 1
};

/// The range is from `start` to `end` (exclusive), both offsets in `text`. Takes no longer for a line of megabytes.
Excerpt excerptOf(QStringView text, qsizetype start, qsizetype end);

} // namespace Whimbrel
