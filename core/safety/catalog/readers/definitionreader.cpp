// SPDX-License-Identifier: GPL-3.0-or-later
#include "definitionreader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

QList<Operation> DefinitionReader::read(const QString &sql) const
{
    Statement statement;
    statement.text = sql;
    statement.length = sql.size();
    return readStatement(statement, m_dialect).operations;
}

ColumnDefinition DefinitionReader::column(const QString &text)
{
    const QList<Operation> operations = read(u"CREATE TABLE t ("_s + text + u')');
    return operations.first().columns.isEmpty() ? ColumnDefinition() : operations.first().columns.first();
}

TypeName DefinitionReader::type(const QString &text)
{
    const auto known = m_types.constFind(text);
    if (known != m_types.cend())
        return *known;
    TypeName type = column(u"c "_s + text).type;
    type.text = text;
    m_types.insert(text, type);
    return type;
}

Expression DefinitionReader::expression(const QString &text)
{
    const auto known = m_expressions.constFind(text);
    if (known != m_expressions.cend())
        return *known;
    // After a column: MySQL and SQLite have no table of constraints alone.
    const QList<Operation> operations = read(u"CREATE TABLE t (c int, CHECK ("_s + text + u"))"_s);
    const QList<ConstraintDefinition> constraints = operations.first().constraints;
    Expression expression = constraints.isEmpty() ? Expression() : constraints.first().expression;
    expression.text = text;
    m_expressions.insert(text, expression);
    return expression;
}

ConstraintDefinition DefinitionReader::constraint(const QString &text)
{
    const QList<Operation> operations = read(u"CREATE TABLE t ("_s + text + u')');
    return operations.first().constraints.isEmpty() ? ConstraintDefinition() : operations.first().constraints.first();
}

IndexDefinition DefinitionReader::index(const QString &statement)
{
    const QList<Operation> operations = read(statement);
    return operations.first().indexes.isEmpty() ? IndexDefinition() : operations.first().indexes.first();
}

} // namespace Whimbrel
