// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <chrono>
#include <optional>

namespace Whimbrel {

/// How long a backfill rests after a batch: as a share of the time that the batch took, or always the same.
struct BatchPause
{
    double share = 0.25;
    std::optional<std::chrono::milliseconds> fixed{};

    bool operator==(const BatchPause &) const = default;
};

/// "25%", "100%", "50ms", "0"; nothing where it is neither a share nor a duration.
std::optional<BatchPause> parseBatchPause(const QString &text);

/// [backfill] of whimbrel.toml: how statements run that `-- whimbrel: batch` stands above.
struct BackfillSettings
{
    std::chrono::milliseconds batchTime{75}; ///< how long a batch is to hold its locks; its size is adapted to that
    BatchPause pause{};
    std::chrono::milliseconds maxReplicaLag = std::chrono::seconds(10); ///< batches wait while a replica is further behind; 0: never
    QString throttleQuery{}; ///< batches wait while its first value is true or above zero
    QString throttleUrl{};   ///< batches wait while this page does not answer with a status of 200 to 299
    QString pauseFile{};     ///< batches wait while it exists; relative to the project's folder

    bool operator==(const BackfillSettings &) const = default;
};

} // namespace Whimbrel
