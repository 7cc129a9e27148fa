// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "project/configuration/backfillsettings.h"
#include "sql/dialect.h"
#include "sql/statement.h"

#include <QList>
#include <QStringList>

#include <optional>

namespace Whimbrel {

struct PlanStep;

/// What `-- whimbrel: batch [size=N] [pause=…] [key=COLUMN[,COLUMN]]` asks for.
struct BatchOptions
{
    qlonglong size = 0;                 ///< the most rows of a batch; 0: as many as fit into its time
    std::optional<BatchPause> pause{};  ///< unset: the project's
    QStringList key{};                  ///< without quotes; empty: the primary key, or another that will do

    bool operator==(const BatchOptions &) const = default;
};

/// Reads what stands behind the word. Errors: Refused, with what is wrong.
Result<BatchOptions> readBatchOptions(const QString &text);

/// Looks for the comment in a step's script and makes the step run in batches. Where it cannot, why not: the comment stands
/// where it means nothing, the statement is none that can be cut, or it would run in a transaction.
/// `script` is the text that the step's statements were split from; `start` where it begins in its file.
QList<Error> applyBatchComments(PlanStep &step, const QString &script, TextPosition start, Dialect dialect);

} // namespace Whimbrel
