// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/record/earlierruns.h"
#include "run/runevent.h"
#include "run/runplan.h"

#include <optional>

namespace Whimbrel {

/// What is left of a run.
struct TimeLeft
{
    qint64 ms = 0;
    QString basis; ///< translated: where the number comes from
};

/// Follows a run and says how long it will still take, where there is something to tell it from: earlier runs of the
/// same migrations, or a good number of statements of this run. Says nothing otherwise.
class RunEstimate
{
public:
    RunEstimate() = default;
    RunEstimate(const RunPlan &plan, const EarlierRuns &earlier);

    void take(const RunEvent &event);
    std::optional<TimeLeft> left(const QDateTime &now) const;

private:
    std::optional<TimeLeft> leftByEarlierRuns(const QDateTime &now) const;
    std::optional<TimeLeft> leftByStatements(const QDateTime &now) const;

    RunPlan m_plan;
    QList<std::optional<EarlierRun>> m_known; ///< by step
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
