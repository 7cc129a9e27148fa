// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/migrationformat.h"
#include "safety/analysis.h"

namespace Whimbrel {

/// A migration's file, ready to be followed and judged.
struct MigrationReading
{
    QString text;                        ///< of the file
    AnalysisInput up;
    std::optional<AnalysisInput> down;   ///< unset: this direction is missing, or was not asked for
    std::optional<Error> error;          ///< why the file cannot be read; then there is nothing else
};

/// How much of a file is needed.
enum class ReadingDetail {
    Up,   ///< to follow what it does
    Both, ///< to judge it
};

/// Reads a file: its sections, their statements, what each of those does. Any thread; statements are read on several at once
/// where there are very many.
MigrationReading readMigration(const MigrationFormat &format, const Migration &migration, Dialect dialect, ReadingDetail detail);
/// The same of a text that is in no file, or not in that form.
MigrationReading readMigrationText(const MigrationFormat &format, const Migration &migration, const QString &text, Dialect dialect,
                                   ReadingDetail detail);
/// A text without sections, each statement by itself, as a database's own client sends it.
MigrationReading readScriptText(const QString &text, const QString &file, Dialect dialect);

} // namespace Whimbrel
