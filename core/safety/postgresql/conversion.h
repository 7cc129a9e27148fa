// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "safety/postgresql/tree/tree.h"

#include <QStringView>

namespace Whimbrel {

/// Turns what the tree says, in bytes of UTF-8, into operations on the statement's own text, in UTF-16.
class TreeConversion
{
public:
    /// `utf8` is `text` encoded; both outlive this.
    TreeConversion(QStringView text, QByteArrayView utf8);

    Operation operation(const PgTree::Operation &tree);

private:
    qsizetype offset(int byte);
    QString text(PgTree::Range range);
    TypeName type(const PgTree::Type &tree);
    Expression expression(const PgTree::Expression &tree);
    ConstraintDefinition constraint(const PgTree::Constraint &tree);
    ColumnDefinition column(const PgTree::Column &tree);
    IndexDefinition index(const PgTree::Index &tree);
    PartitionBound bound(const PgTree::Bound &tree);

    const QStringView m_text;
    const QByteArrayView m_utf8;
    const bool m_isAscii;
    int m_byte = 0;         ///< a place whose offset is known: the next one asked for is mostly near it
    qsizetype m_offset = 0;
};

} // namespace Whimbrel
