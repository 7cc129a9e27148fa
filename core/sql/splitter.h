// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"
#include "sql/statement.h"

#include <QStringView>

namespace Whimbrel {

struct SplitScript
{
    QList<Statement> statements;
    QList<ScriptProblem> problems;
};

/// Splits a script into its statements, as the dialect's own client would. Linear in the length of the text; any thread.
///
/// Never returns an empty statement: blank text, comments and lone semicolons are gaps. Statements and the gaps between
/// them, joined, equal the script (tests/sql keeps that as a property). A text that does not end properly still gives its
/// last statement, and a problem that names where it began.
///
/// `start` is where `script` begins in its file, so that a section of a migration file gets the file's own positions.
SplitScript splitScript(QStringView script, Dialect dialect, TextPosition start = {});

/// The position of `offset` (from the start of `text`) in a text that begins at `start`.
TextPosition positionAt(QStringView text, qsizetype offset, TextPosition start = {});

/// The first word of a statement in upper case, comments skipped: "ALTER", "SELECT", ...
QString firstKeyword(QStringView statement, Dialect dialect);

/// The tables a statement names after TABLE, ON, FROM, INTO, UPDATE, JOIN, REFERENCES, as written (`schema.table`), for
/// facts and probes. A reading of tokens: may name too much (a view, a CTE), never reads inside strings and comments.
QStringList namedTables(const Statement &statement, Dialect dialect);

} // namespace Whimbrel
