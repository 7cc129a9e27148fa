// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "checklist/proberesult.h"
#include "sql/dialect.h"

#include <stop_token>

namespace Whimbrel {

/// What reading a backup to its end showed.
struct BackupReading
{
    enum class Verdict {
        Readable, ///< read whole, or its end is there
        Damaged,
        WrongKind, ///< of another kind of database
        Unknown,   ///< not a kind of file that is known, or what reads it is missing
    };

    Verdict verdict = Verdict::Unknown;
    QString kind;   ///< "pg_dump archive", "SQL dump", ...: translated
    QString reason; ///< of everything but Readable
};

/// Reads a backup as its own program would, without restoring it: pg_dump's archives and folders through
/// `pg_restore -f /dev/null` (its list of contents stands at the front and says nothing about the rest), SQL dumps, also
/// compressed ones, by their last line, an SQLite copy through quick_check. Waits: not on the GUI thread.
/// Errors: Cancelled; everything else is a verdict.
Result<BackupReading> readBackup(const QString &path, Dialect dialect, const std::stop_token &stop);

} // namespace Whimbrel
