// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/reader.h"

#include "safety/namedrelations.h"
#include "safety/mysql/reader.h"
#include "safety/postgresql/postgresqlreader.h"
#include "safety/sqlite/reader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// A client's own command: no server ever sees it, unless it runs a file or the text of a query's rows.
Operation readClientCommand(const Statement &statement)
{
    static constexpr QLatin1StringView running[] = {"\\i"_L1, "\\ir"_L1, "\\include"_L1, "\\include_relative"_L1, "\\gexec"_L1, ".read"_L1, "source"_L1, "\\."_L1};
    qsizetype end = 0;
    while (end < statement.text.size() && !statement.text.at(end).isSpace())
        ++end;
    const QStringView word = QStringView(statement.text).first(end);
    Operation operation;
    operation.kind = std::ranges::any_of(running, [word](QLatin1StringView name) { return word.compare(name, Qt::CaseInsensitive) == 0; })
        ? Operation::Kind::Opaque
        : Operation::Kind::Other;
    operation.objectType = ObjectType::Other;
    return operation;
}

StatementReading readByDialect(const Statement &statement, Dialect dialect)
{
    switch (dialect) {
    case Dialect::PostgreSql:
        return readPostgreSqlStatement(statement);
    case Dialect::MySql:
    case Dialect::MariaDb:
        return readMySqlStatement(statement, dialect);
    case Dialect::SQLite:
        return readSqliteStatement(statement);
    }
    return {};
}

} // namespace

StatementReading readStatement(const Statement &statement, Dialect dialect)
{
    if (statement.kind == StatementKind::ClientCommand)
        return {{readClientCommand(statement)}};
    StatementReading reading = readByDialect(statement, dialect);
    if (reading.operations.isEmpty())
        reading.operations.append(unknownOperation(statement, dialect));
    return reading;
}

} // namespace Whimbrel
