// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/blockingtree.h"

namespace Whimbrel::Test {

/// A sample from a drawing, a chain a line: "*10 <- 20 <~ 30@400 31" reads: 20 waits for 10, which is ours; 30 (for
/// 400 ms) and 31 are queued behind 20. "? <- 40" waits for nobody knows whom; a number alone is a session.
LockSample sampleFromDrawing(const QString &drawing);

/// The forest as indented text: "  ~30 victims=2 longest=400 ring again": `~` for queued ahead.
QString treeAsText(const BlockingTree &tree);

} // namespace Whimbrel::Test
