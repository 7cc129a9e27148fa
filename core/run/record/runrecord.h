// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runner.h"

#include <QCoreApplication>

namespace Whimbrel {

/// Follows a run's events and says afterwards what the release is to note of it.
class RunRecord
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    explicit RunRecord(RunPlan plan) : m_plan(std::move(plan)) { }

    void take(const RunEvent &event);
    /// True once something is in the database that stays if the run fails.
    bool hasChanged() const { return m_changed; }
    /// One sentence, translated; empty for a run that was refused before it changed anything.
    QString text(const Result<RunOutcome> &outcome) const;

private:
    RunPlan m_plan;
    bool m_changed = false;
};

} // namespace Whimbrel
