// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksample.h"

#include <algorithm>

namespace Whimbrel {

const LockSession *LockSample::session(const BackendId &backend) const
{
    const auto found = std::ranges::find(sessions, backend, &LockSession::backend);
    return found == sessions.end() ? nullptr : &*found;
}

void LockSample::markOwn(const QList<BackendId> &backends)
{
    for (LockSession &session : sessions)
        session.own = session.own || backends.contains(session.backend);
}

} // namespace Whimbrel
