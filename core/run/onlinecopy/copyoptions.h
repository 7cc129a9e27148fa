// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"
#include "sql/statement.h"

#include <QList>
#include <QString>

#include <chrono>

namespace Whimbrel {

struct PlanStep;

/// What `-- whimbrel: online-copy [chunk-time=…] [max-load=…] [critical-load=…] [max-lag=…] [replicas=none]` asks for.
struct CopyOptions
{
    std::chrono::milliseconds chunkTime{0}; ///< that copying some rows may take, while those are locked; 0: half the stall budget
    QString maxLoad{};                      ///< "Threads_running=25[,…]": the copy waits above; empty: the tool's own
    QString criticalLoad{};                 ///< the same: it is given up above
    std::chrono::seconds maxLag{0};         ///< it waits while a replica is further behind; 0: the tool's own
    bool watchesReplicas = true;

    bool operator==(const CopyOptions &) const = default;
};

/// Reads what stands behind the word. Errors: Refused, with what is wrong.
Result<CopyOptions> readCopyOptions(const QString &text);

/// Looks for the comment in a step's script and hands the step's only statement to pt-online-schema-change; the step then runs
/// without a transaction, which it had only in name: the server commits an ALTER TABLE by itself. Where it cannot, why not.
/// `script` is the text that the step's statements were split from; `start` where it begins in its file.
QList<Error> applyCopyComments(PlanStep &step, const QString &script, TextPosition start, Dialect dialect);

} // namespace Whimbrel
