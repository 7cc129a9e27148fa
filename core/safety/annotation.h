// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"

namespace Whimbrel {

/// A comment meant for Whimbrel: `-- whimbrel: WORD rest`.
struct Annotation
{
    /// What it speaks of.
    enum class Target {
        File,      ///< at the head of the file
        Statement, ///< directly above it, or behind its end on the same line
        Line,      ///< inside a statement: its own line, or the next where it stands alone
        Nothing,   ///< between statements, directly above none
    };

    Target target = Target::Nothing;
    int statement = -1;  ///< of Statement and Line
    int line = 0;        ///< of Line: in the file
    bool first = false;  ///< above the first statement and so at the head of the file as well
    bool fromHead = false; ///< in AnalysisInput::head, which both directions of a migration share
    QString word;        ///< "ignore", "phase", …
    QString rest;        ///< the text behind the word, trimmed
    TextPosition start;  ///< of the comment
    TextPosition end;    ///< exclusive

    bool operator==(const Annotation &) const = default;
};

/// Every such comment of a script, in the order of the text. `head` is read only where it lies before the script's text.
QList<Annotation> annotations(const AnalysisInput &input, Dialect dialect);

/// A comment with this word stands directly above the statement.
bool isAnnotated(const Statement &statement, QLatin1StringView word);

/// What is wrong with one, translated; empty: the word and its form are known. What `ignore` names is not looked at.
QString problemOf(const Annotation &annotation);

} // namespace Whimbrel
