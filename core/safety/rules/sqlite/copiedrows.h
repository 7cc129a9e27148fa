// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

namespace Whimbrel {

/// A column that INSERT … SELECT fills with another one as it is.
struct CopiedColumn
{
    const CatalogColumn *to;
    const CatalogColumn *from;
};

/// Of `INSERT INTO target (…) SELECT … FROM source`, read as `insert`; nothing where it is more than that: a condition, a join,
/// several queries. What is computed is left out.
QList<CopiedColumn> copiedColumns(const QString &text, const Operation &insert, const CatalogRelation &target, const CatalogRelation &source);

} // namespace Whimbrel
