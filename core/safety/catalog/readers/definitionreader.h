// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/reader.h"

#include <QHash>

namespace Whimbrel {

/// Turns the definitions that a server prints into values, by reading a statement around each as the project's are read. What was
/// printed before is not read again: thousands of columns share a dozen types and defaults.
class DefinitionReader
{
public:
    explicit DefinitionReader(Dialect dialect)
        : m_dialect(dialect)
    {
    }

    TypeName type(const QString &text);
    Expression expression(const QString &text);
    ConstraintDefinition constraint(const QString &text); ///< "CHECK (…)", "FOREIGN KEY …"
    IndexDefinition index(const QString &statement);      ///< CREATE INDEX …
    ColumnDefinition column(const QString &text);         ///< "name type …"

    QList<Operation> read(const QString &sql) const;

private:
    const Dialect m_dialect;
    QHash<QString, TypeName> m_types;
    QHash<QString, Expression> m_expressions;
};

} // namespace Whimbrel
