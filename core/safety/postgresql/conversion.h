// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "safety/postgresql/newersyntax.h"
#include "safety/postgresql/tree/tree.h"

#include <QStringView>

namespace Whimbrel {

/// Turns what the tree says, in bytes of UTF-8, into operations on the statement's own text, in UTF-16.
class TreeConversion
{
public:
    /// `utf8` is what was parsed: `text`, or its translation by `newer`. All outlive this.
    TreeConversion(QStringView text, QByteArrayView utf8, const NewerSyntax &newer);

    Operation operation(const PgTree::Operation &tree);

private:
    /// Where in the text parsed, and in the statement.
    qsizetype parsedOffset(int byte);
    qsizetype offset(int byte);
    QString text(PgTree::Range range);
    template <typename Part>
    void applyNewer(PgTree::Range range, Part &part);
    void apply(NewerSyntax::Meaning meaning, ConstraintDefinition &constraint) const;
    void apply(NewerSyntax::Meaning meaning, ColumnDefinition &column) const;
    void apply(NewerSyntax::Meaning meaning, Operation &operation) const;
    TypeName type(const PgTree::Type &tree);
    Expression expression(const PgTree::Expression &tree);
    ConstraintDefinition constraint(const PgTree::Constraint &tree);
    ColumnDefinition column(const PgTree::Column &tree);
    IndexDefinition index(const PgTree::Index &tree);
    PartitionBound bound(const PgTree::Bound &tree);

    const QStringView m_text;
    const QByteArrayView m_utf8;
    const NewerSyntax &m_newer;
    const bool m_isAscii;
    int m_byte = 0;         ///< a place whose offset is known: the next one asked for is mostly near it
    qsizetype m_offset = 0;
};

} // namespace Whimbrel
