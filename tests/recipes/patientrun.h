// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "scriptedproject.h"

#include <QTest>

namespace Whimbrel::Test {

/// The lock of the run before goes with its connection, which a busy server takes a moment to notice.
inline Result<RunOutcome> runWhenFree(ScriptedProject &project, const RunRequest &request)
{
    Result<RunOutcome> outcome = project.run(request);
    const auto isFree = [&] {
        if (outcome || outcome.error().kind != ErrorKind::Refused)
            return true;
        outcome = project.run(request);
        return false;
    };
    [[maybe_unused]] const bool isDone = QTest::qWaitFor(isFree, std::chrono::seconds(20)); // else the refusal is told
    return outcome;
}

} // namespace Whimbrel::Test
