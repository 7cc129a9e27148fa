// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

namespace Whimbrel::Test {

/// All that a catalog knows, a line each, sorted: two catalogs of the same schema give the same text. Sizes, moments and the
/// exact words of expressions, which servers write anew, are left out.
QString describe(const Catalog &catalog);

} // namespace Whimbrel::Test
