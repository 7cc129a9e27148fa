// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"
#include "run/runplan.h"

#include <QHash>

#include <optional>

namespace Whimbrel {

/// What the target's journal knows of earlier runs; empty where it knows nothing or cannot be read: an estimate is no
/// reason to fail.
QList<MigrationDuration> readDurations(const MigrationProject &project, Session &session);

/// How long migrations took where they ran before, as the journals of the databases told that this window has read.
class KnownDurations
{
public:
    /// Where a step ran before, and how long it took there.
    struct Known
    {
        qint64 ms = 0;
        QString environment;
    };

    void remember(const QString &environment, const QList<MigrationDuration> &durations);
    /// The last attempts alone.
    void remember(const QString &environment, const Timeline &timeline);
    /// Of the same file's same direction; of several environments the one where it took longest.
    std::optional<Known> of(const PlanStep &step) const;

private:
    QHash<QString, Known> m_known; ///< by version, direction and checksum of the file
};

/// What is left of a run.
struct TimeLeft
{
    qint64 ms = 0;
    QString basis; ///< translated: where the number comes from
};

/// Follows a run and says how long it will still take, where there is something to tell it from: earlier runs of the same
/// migrations, or a good number of statements of this run. Says nothing otherwise.
class RunEstimate
{
public:
    RunEstimate() = default;
    RunEstimate(const RunPlan &plan, const KnownDurations &durations);

    void take(const RunEvent &event);
    std::optional<TimeLeft> left(const QDateTime &now) const;

private:
    std::optional<TimeLeft> leftByEarlierRuns(const QDateTime &now) const;
    std::optional<TimeLeft> leftByStatements(const QDateTime &now) const;

    RunPlan m_plan;
    QList<std::optional<KnownDurations::Known>> m_known; ///< by step
    qsizetype m_step = -1;      ///< that runs or ran last
    QDateTime m_stepStarted;
    QDateTime m_statementStarted; ///< invalid while none is in flight
    qint64 m_statementsMs = 0;  ///< of the finished ones
    int m_finished = 0;         ///< statements
    int m_toRun = 0;            ///< statements of the whole run
};

/// "about 2 min left": as roughly as it is known.
QString timeLeftText(qint64 milliseconds);

} // namespace Whimbrel
