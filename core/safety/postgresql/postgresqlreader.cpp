// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/postgresqlreader.h"

#include "safety/postgresql/conversion.h"

namespace Whimbrel {

namespace {

/// The operations of a text that PostgreSQL's grammar takes; empty: it does not, or there are none.
QList<Operation> readByGrammar(QStringView text)
{
    const QByteArray utf8 = text.toUtf8();
    if (utf8.contains('\0'))
        return {};
    PgTree::ParsedStatement parsed(utf8.constData(), static_cast<size_t>(utf8.size()));
    QList<Operation> operations;
    if (!parsed.isRead())
        return operations;
    const std::vector<PgTree::Operation> read = parsed.takeOperations();
    TreeConversion conversion(text, utf8);
    operations.reserve(static_cast<qsizetype>(read.size()));
    for (const PgTree::Operation &operation : read)
        operations.append(conversion.operation(operation));
    return operations;
}

} // namespace

StatementReading readPostgreSqlStatement(const Statement &statement)
{
    StatementReading reading;
    reading.operations = readByGrammar(statement.text);
    return reading;
}

} // namespace Whimbrel
