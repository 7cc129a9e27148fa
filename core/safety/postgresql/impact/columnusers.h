// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "impactbuilder.h"

namespace Whimbrel::PostgreSqlImpact {

/// Tables that the foreign keys of a column refer to, and those whose foreign keys refer to it, are locked on its way out.
void takeForeignKeysOf(ImpactBuilder &builder, const CatalogRelation &relation, const QString &column, Lock lock, const Costs &referencing,
                       const Costs &referenced);
/// Views whose query names the column; Yes where it can mean no other relation's.
/// `reason`: the first of them depends on it.
Answer isUsedByView(ImpactBuilder &builder, const ObjectName &table, const QString &column, QString *reason);

} // namespace Whimbrel::PostgreSqlImpact
