// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

namespace Whimbrel::PostgreSqlImpact {

/// Whether the rows of `table` are known, without a look at them, to satisfy the bound of a partition with this key: its valid
/// checks prove it. Depends where a check names the key but cannot be compared.
Answer provesBound(const CatalogRelation &table, const QStringList &key, const PartitionBound &bound, const Catalog &catalog);

/// Whether the checks of a default partition exclude the rows that a new partition is for: Depends where one names the key.
Answer excludesBound(const CatalogRelation &defaultPartition, const QStringList &key);

} // namespace Whimbrel::PostgreSqlImpact
