// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/session.h"
#include "run/progress/statementprogress.h"

#include <memory>

namespace Whimbrel {

/// How a server tells another session how far one statement is. Made for one statement; used on the thread of the monitor's
/// session only.
class ProgressLook
{
public:
    /// `run`: the session that runs `statement`.
    static std::unique_ptr<ProgressLook> create(Dialect dialect, const BackendId &run, const Statement &statement);
    virtual ~ProgressLook() = default;

    /// Errors: as Session::query(). A server that tells nothing gives an empty sample; one that has no such session (any more) says
    /// so as the phase.
    virtual Result<ProgressSample> look(Session &session) = 0;

protected:
    static ProgressSample withoutSession();
};

} // namespace Whimbrel
