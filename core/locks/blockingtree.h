// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

#include <vector>

namespace Whimbrel {

/// Who stands in whose way, as a forest: a root is a session to act on. A cycle (deadlock) is one root of its own.
struct BlockingNode
{
    LockSession session;
    LockEdge edge;       ///< to the parent. Of a root: empty, but the edge that closes the ring where it is a cycle, and
                         ///< one without `blocking` where the session waits for nobody knows whom
    QList<LockEdge> otherEdges; ///< to its other blockers, which are drawn elsewhere
    bool cycle = false;    ///< one of a ring of sessions that wait for each other
    bool repeated = false; ///< a leaf here; what waits for it is drawn below another root
    int victims = 0;       ///< sessions that wait for this one, also through others, each counted once
    std::chrono::milliseconds longestWait{0}; ///< of the victims
    std::vector<BlockingNode> children;       ///< by victims, then by longest wait

    bool waits() const { return edge.waiting == session.backend; }
};

struct BlockingTree
{
    std::vector<BlockingNode> roots; ///< a tree with an own session in it first, then by victims, then by longest wait
    int waiting = 0;        ///< sessions that wait
    int waitingForUs = 0;   ///< of these: others that wait because of a session of ours
    std::chrono::milliseconds longestWait{0};
};

/// Every session is drawn once with what waits for it, as near to the root as it can be; below other roots that block it
/// directly it is drawn again as a leaf. The nodes are linear in the edges; so is the time, but for the count of victims,
/// which takes edges x sessions / 64 steps.
BlockingTree buildBlockingTree(const LockSample &sample);

} // namespace Whimbrel
