// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "locks/locksample.h"

namespace Whimbrel {

/// Who waits for whom among the metadata locks of tables, each a row with `id`, `target`, `mode` ("MDL_SHARED_READ"),
/// `waits` and `waited` (ms), as MariaDB's and MySQL's performance schema lists them. A waiting change
/// lets nobody pass.
QList<LockEdge> metadataLockEdges(const Rows &locks);

/// True if two metadata locks on the same table cannot be held at once; unknown modes conflict with everything.
bool metadataModesConflict(QStringView wants, QStringView held);

} // namespace Whimbrel
