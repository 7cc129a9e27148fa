// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "project/formats/historytable.h"
#include "project/migrationproject.h"
#include "run/record/journal.h"
#include "run/runcontrol.h"
#include "run/runevent.h"
#include "run/runplan.h"

#include <QCoreApplication>

#include <functional>
#include <span>
#include <stop_token>

namespace Whimbrel {

class LockGuard;
class ProgressWatch;

/// What the parts of one run share. Lives as long as Runner::run(), on its thread.
struct RunContext
{
    Session &session;
    const HistoryTable &history;
    const Journal &journal;
    std::stop_token stop;
    QString runId;
    QString by;
    const Target &target;
    const MigrationProject &project;
    RunControl *control = nullptr;  ///< of whoever steers the run; may be missing
    bool journaled = false;         ///< the journal is on and can be written
    bool singleTransaction = false;
    int migrationsDone = 0;
    int statementsDone = 0;
    LockGuard *guard = nullptr;     ///< never null while migrations run
    ProgressWatch *progress = nullptr; ///< tells how far the statement in flight is; may be missing
    RunEvent place = {};            ///< version, file, direction and statement of what runs now; events begin with it
    std::function<void(RunEvent)> publish = {}; ///< stamps the time and hands on; any thread
    std::function<void(std::span<RunEvent>)> publishAll = {}; ///< so too, for events of the same moment that stay the caller's

    RunEvent event(RunEvent::Kind kind) const
    {
        RunEvent event = place;
        event.kind = kind;
        return event;
    }

    /// `work` on the session, cancelled when the stop is requested. What follows (a rollback) is not.
    template<typename Work>
    auto cancellable(Work work) -> decltype(work())
    {
        if (stop.stop_requested())
            return failure(ErrorKind::Cancelled, QCoreApplication::translate("Whimbrel", "Stopped."));
        auto result = [&] {
            const CancelOnStop cancelOnStop(session, stop);
            return work();
        }();
        if (stop.stop_requested())
            session.canceller()->clear();
        return result;
    }

    /// `work` that has to be done after a stop too. Whoever asked for the stop may cancel the session once more a moment later
    /// (SessionThread::cancel() does): that is not meant for this.
    template<typename Work>
    auto despiteStop(Work work) -> decltype(work())
    {
        constexpr int attempts = 3;
        for (int attempt = 1;; ++attempt) {
            auto result = work();
            if (result || result.error().kind != ErrorKind::Cancelled || attempt == attempts)
                return result;
            session.canceller()->clear();
        }
    }
};

} // namespace Whimbrel
