// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "run/runcontrol.h"
#include "run/runevent.h"
#include "run/runplan.h"

#include <functional>
#include <memory>
#include <stop_token>

namespace Whimbrel {

/// How a run ended.
struct RunOutcome
{
    int migrationsDone = 0;
    int statementsDone = 0;
    QStringList warnings; ///< schema.sql not written, journal not created, ...
};

/// Executes a plan on the session's thread, statement by statement, and tells everything as RunEvents.
class Runner
{
public:
    using EventHandler = std::function<void(const RunEvent &)>;

    Runner(const MigrationProject &project, const Target &target);

    /// Receives every event, one at a time: on the thread that calls run(), and of kind Progress on another while a statement is in
    /// flight.
    void setEventHandler(EventHandler handler);
    /// Lets somebody pause and pace the run from another thread.
    void setControl(std::shared_ptr<RunControl> control);
    /// Where run logs go; empty: none. Default: the user's state folder.
    void setLogFolder(const QString &folder);

    /// Takes the run lock (on a session of its own, by trying), runs the plan, gives the lock back.
    /// Errors: Refused before anything changed (lock held by another run and by whom, plan refused, read-only), Statement,
    /// ConnectionLost, Cancelled, LockTimeout, with what was rolled back, what was not, and the ways on.
    Result<RunOutcome> run(Session &session, const RunPlan &plan, const std::stop_token &stop);

private:
    const MigrationProject &m_project;
    Target m_target;
    EventHandler m_handler;
    QString m_logFolder;
    std::shared_ptr<RunControl> m_control;
};

} // namespace Whimbrel
