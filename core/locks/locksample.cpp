// SPDX-License-Identifier: GPL-3.0-or-later
#include "locks/locksample.h"

#include <algorithm>

namespace Whimbrel {

bool LockSample::isLimited() const
{
    return std::ranges::any_of(notes, [](const LockNote &note) {
        return note.kind == LockNote::Kind::Limited || note.kind == LockNote::Kind::Fallback;
    });
}

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
