// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/runevent.h"

namespace Whimbrel {

/// "12,300 of about 50,000 rows (24 %), 10,200 rows/s, 4 s left": how far a statement in batches is. Translated.
QString batchProgressText(const BatchProgress &batch);

/// "12 s left", "3 min left". Translated.
QString leftText(qint64 milliseconds);

/// 0 to 1000; -1 where the total is not known.
int batchPerMille(const BatchProgress &batch);

} // namespace Whimbrel
