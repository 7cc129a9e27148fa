// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/catalog/catalog.h"

#include <optional>

namespace Whimbrel::PostgreSqlImpact {

/// What changing a column from one type to another needs; ATColumnChangeRequiresRewrite() in tablecmds.c, measured.
struct TypeChange
{
    Answer rewrite = Answer::No;
    Answer indexRebuild = Answer::No; ///< of a plain index on the column, where the table is not rewritten
    Answer fails = Answer::No;        ///< there is no conversion without USING
    QString dependsOn;                ///< translated, where an answer is Depends
};

/// `usingExpression` empty: none is written. An empty `from`: not known.
TypeChange typeChange(const QString &column, const TypeName &from, const TypeName &to, const Expression &usingExpression, const Catalog &catalog);

/// Whether a column of this type is checked row by row when it is added: a domain with constraints.
Answer isConstrainedDomain(const TypeName &type, const Catalog &catalog);

} // namespace Whimbrel::PostgreSqlImpact
