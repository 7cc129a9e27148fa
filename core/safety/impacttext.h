// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/analysis.h"
#include "sql/dialect.h"

namespace Whimbrel {

/// What a statement does to others, in a few words: for the editor's notes, plans and reports.
struct ImpactNote
{
    enum class Level {
        Calm,    ///< nobody waits for longer than a moment
        Caution, ///< writes wait, or something stays unknown
        Danger,  ///< reads and writes wait while rows are read or written, or it fails
    };

    Level level = Level::Calm;
    QStringList parts; ///< translated: {"ACCESS EXCLUSIVE", "rewrites 1.2 M rows, 180 MB"}

    QString text() const; ///< the parts with dots between them
};

/// Empty for statements that have no impact to tell of: settings, transaction words, comments.
ImpactNote impactNote(const StatementAnalysis &statement, Dialect dialect);

/// "ACCESS EXCLUSIVE", as people write the mode that the server calls AccessExclusiveLock. MySQL's and MariaDB's NONE is
/// "LOCK=NONE", or "row locks" where others wait for rows; other modes are as they are.
QString lockModeName(const QString &lock, LockReach reach);
/// "1.2 M rows, 180 MB"; "size unknown".
QString sizeText(const Estimate &estimate);
/// "120 writes/s wait"; empty where they are few or not measured.
QString writesText(const Estimate &estimate);
/// "on users: ACCESS EXCLUSIVE, which stops reads and writes; every row is written anew" for one relation, translated.
QString impactText(const Impact &impact);
/// "reads and writes wait", "writes wait", "schema changes wait", "nobody waits".
QString waitingText(LockReach reach);

} // namespace Whimbrel
