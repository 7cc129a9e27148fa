// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <vector>

namespace Whimbrel {

/// Who stands in whose way, as a forest: a root is a session to act on. A cycle (deadlock) is one root of its own.
struct BlockingNode
{
    LockSession session;
    LockEdge edge;       ///< to the parent; of a root: empty
    bool cycle = false;  ///< this node and its children form a ring
    int victims = 0;     ///< sessions below, each counted once
    std::chrono::milliseconds longestWait{0};
    std::vector<BlockingNode> children;
};

struct BlockingTree
{
    std::vector<BlockingNode> roots; ///< by victims, then by longest wait; an own session's tree first
    int waiting = 0;        ///< sessions that wait
    int waitingForUs = 0;   ///< of these: because of a session of ours
    std::chrono::milliseconds longestWait{0};
};

/// Linear in the edges. Every session appears once per blocker it has, at most once below one root.
BlockingTree buildBlockingTree(const LockSample &sample);

} // namespace Whimbrel
