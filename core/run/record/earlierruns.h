// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runplan.h"

#include <QHash>

#include <optional>

namespace Whimbrel {

/// How long a step took where it ran before.
struct EarlierRun
{
    qint64 ms = 0;
    QDateTime at{};        ///< when it ended; UTC
    QString environment{}; ///< where; empty: on the very database that is looked at

    bool operator==(const EarlierRun &) const = default;
};

/// How long migrations took where they ran before, as the journals tell that were read.
class EarlierRuns
{
public:
    /// What the journal of the session's database knows; nothing where there is none or it cannot be read: an estimate
    /// is no reason to fail.
    static QList<MigrationDuration> read(const MigrationProject &project, Session &session);

    void remember(const QString &environment, const QList<MigrationDuration> &durations);
    /// The last attempts alone.
    void remember(const QString &environment, const Timeline &timeline);
    /// Of the same file's same direction; of several environments the one where it took longest.
    std::optional<EarlierRun> of(const PlanStep &step) const;
    QList<std::optional<EarlierRun>> of(const RunPlan &plan) const; ///< of each step

private:
    QHash<QString, EarlierRun> m_known; ///< by version, direction and checksum of the file
};

} // namespace Whimbrel
