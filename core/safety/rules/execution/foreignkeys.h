// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

namespace Whimbrel {

/// The columns of each foreign key that the operation brings and no index of its table in `after` begins with. None where
/// the table's indexes are not known, or the key is gone again.
QList<QStringList> keysWithoutIndex(const Catalog &after, const Operation &operation);

} // namespace Whimbrel
