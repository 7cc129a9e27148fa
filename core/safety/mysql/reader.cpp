// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/reader.h"

#include "safety/mysql/statementreader.h"
#include "safety/namedrelations.h"
#include "safety/tokens/datareader.h"
#include "sql/splitter.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Kind = Operation::Kind;

MySqlStatementReader::MySqlStatementReader(QStringView text, Dialect dialect)
    : m_in(text, dialect)
    , m_dialect(dialect)
{
}

bool MySqlStatementReader::read()
{
    if (m_in.atEnd() || !m_in.isClosed())
        return false;
    if (DataReader data(m_in, m_operations); data.isHere())
        return data.read();

    struct Entry
    {
        QLatin1StringView word;
        bool (MySqlStatementReader::*read)();
    };
    using Reader = MySqlStatementReader;
    static constexpr Entry entries[] = {
        {"CREATE"_L1, &Reader::readCreate},
        {"ALTER"_L1, &Reader::readAlter},
        {"DROP"_L1, &Reader::readDrop},
        {"RENAME"_L1, &Reader::readRename},
        {"TRUNCATE"_L1, &Reader::readTruncate},
        {"SET"_L1, &Reader::readSet},
        {"USE"_L1, &Reader::readSet},
        {"BEGIN"_L1, &Reader::readTransaction},
        {"START"_L1, &Reader::readTransaction},
        {"COMMIT"_L1, &Reader::readTransaction},
        {"ROLLBACK"_L1, &Reader::readTransaction},
        {"SAVEPOINT"_L1, &Reader::readTransaction},
        {"RELEASE"_L1, &Reader::readTransaction},
        {"XA"_L1, &Reader::readTransaction},
        {"LOCK"_L1, &Reader::readLockTables},
        {"UNLOCK"_L1, &Reader::readLockTables},
        {"FLUSH"_L1, &Reader::readLockTables},
        {"ANALYZE"_L1, &Reader::readMaintenance},
        {"ANALYSE"_L1, &Reader::readMaintenance},
        {"OPTIMIZE"_L1, &Reader::readMaintenance},
        {"CHECK"_L1, &Reader::readMaintenance},
        {"REPAIR"_L1, &Reader::readMaintenance},
        {"CHECKSUM"_L1, &Reader::readMaintenance},
        {"GRANT"_L1, &Reader::readGrant},
        {"REVOKE"_L1, &Reader::readGrant},
        {"LOAD"_L1, &Reader::readLoad},
    };
    const Token &first = m_in.peek();
    const auto entry = std::ranges::find_if(entries, [&first](const Entry &candidate) { return first.isWord(candidate.word); });
    return entry != std::end(entries) ? (this->*entry->read)() : readOther();
}

Operation MySqlStatementReader::begin(Kind kind) const
{
    Operation operation;
    operation.kind = kind;
    operation.relation = m_table;
    return operation;
}

void MySqlStatementReader::add(Operation operation, qsizetype from)
{
    operation.offset = m_in.offset(from);
    operation.length = m_in.index() > from ? m_in.endOffset(m_in.index() - 1) - operation.offset : 0;
    m_operations.append(std::move(operation));
}

bool MySqlStatementReader::addToEnd(Kind kind)
{
    toEnd();
    m_operations.append(begin(kind));
    return true;
}

namespace {

StatementReading readSingle(const QString &text, Dialect dialect)
{
    MySqlStatementReader reader(text, dialect);
    return reader.read() ? StatementReading{.operations = reader.takeOperations(), .byTokens = false} : StatementReading();
}

void move(QList<Operation> &operations, qsizetype by)
{
    for (Operation &operation : operations) {
        operation.offset += by;
        move(operation.body, by);
    }
}

/// Between the marks of DELIMITER several statements may stand, which the client sends to the server together.
StatementReading readTogether(const Statement &statement, Dialect dialect)
{
    const QList<Statement> parts = splitScript(statement.text, dialect).statements;
    if (parts.size() < 2)
        return {};
    StatementReading together;
    for (const Statement &part : parts) {
        QList<Operation> operations = readSingle(part.text, dialect).operations;
        if (operations.isEmpty())
            operations.append(unknownOperation(part, dialect));
        for (Operation &operation : operations) {
            if (operation.length == 0)
                operation.length = part.text.size() - operation.offset;
        }
        move(operations, part.start.offset);
        together.operations += operations;
    }
    return together;
}

} // namespace

StatementReading readMySqlStatement(const Statement &statement, Dialect dialect)
{
    StatementReading reading = readSingle(statement.text, dialect);
    return reading.operations.isEmpty() ? readTogether(statement, dialect) : reading;
}

} // namespace Whimbrel
