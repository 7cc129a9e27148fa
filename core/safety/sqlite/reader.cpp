// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/sqlite/reader.h"

#include "safety/sqlite/statementreader.h"
#include "safety/tokens/datareader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

SqliteStatementReader::SqliteStatementReader(QStringView text)
    : m_in(text, Dialect::SQLite)
{
}

bool SqliteStatementReader::read()
{
    if (m_in.atEnd() || !m_in.isClosed())
        return false;
    if (DataReader data(m_in, m_operations); data.isHere())
        return data.read();

    struct Entry
    {
        QLatin1StringView word;
        bool (SqliteStatementReader::*read)();
    };
    using Reader = SqliteStatementReader;
    static constexpr Entry entries[] = {
        {"CREATE"_L1, &Reader::readCreate},        {"ALTER"_L1, &Reader::readAlterTable},      {"DROP"_L1, &Reader::readDrop},
        {"PRAGMA"_L1, &Reader::readPragma},        {"BEGIN"_L1, &Reader::readTransaction},     {"COMMIT"_L1, &Reader::readTransaction},
        {"END"_L1, &Reader::readTransaction},      {"ROLLBACK"_L1, &Reader::readTransaction},  {"SAVEPOINT"_L1, &Reader::readTransaction},
        {"RELEASE"_L1, &Reader::readTransaction},  {"ATTACH"_L1, &Reader::readAttach},         {"DETACH"_L1, &Reader::readAttach},
        {"VACUUM"_L1, &Reader::readUpkeep},        {"ANALYZE"_L1, &Reader::readUpkeep},        {"REINDEX"_L1, &Reader::readUpkeep},
        {"EXPLAIN"_L1, &Reader::readExplain},
    };
    const Token &first = m_in.peek();
    const auto entry = std::ranges::find_if(entries, [&first](const Entry &candidate) { return first.isWord(candidate.word); });
    return entry != std::end(entries) && (this->*entry->read)();
}

/// PRAGMA [schema.]name [= value | (value)]; without a value it asks.
bool SqliteStatementReader::readPragma()
{
    m_in.advance();
    Operation operation = begin(Kind::Other);
    const ObjectName name = m_in.readName();
    operation.name = name.name.toLower();
    operation.relation.schema = name.schema;
    if (name.isEmpty())
        return false;
    const bool inParentheses = m_in.acceptSymbol(u'(');
    if (inParentheses || m_in.acceptSymbol(u'=')) {
        operation.kind = Kind::SetSetting;
        if (m_in.isSymbol(u'-') || m_in.isSymbol(u'+')) {
            operation.value = m_in.peek().text.toString();
            m_in.advance();
        }
        operation.value += unquoted(m_in.peek(), Dialect::SQLite);
        m_in.advance();
        if (inParentheses && !m_in.acceptSymbol(u')'))
            return false;
        // These take an argument and answer; they set nothing.
        static const QStringList questions{u"table_info"_s, u"table_xinfo"_s, u"table_list"_s, u"index_list"_s, u"index_info"_s,
                                           u"index_xinfo"_s, u"foreign_key_list"_s, u"foreign_key_check"_s, u"integrity_check"_s,
                                           u"quick_check"_s, u"wal_checkpoint"_s, u"optimize"_s, u"incremental_vacuum"_s};
        if (questions.contains(operation.name))
            operation.kind = Kind::Other;
    }
    return addLast(operation);
}

bool SqliteStatementReader::readTransaction()
{
    Operation operation = begin(Kind::Begin);
    const QString word = m_in.readIdentifier().toUpper();
    if (word == "BEGIN"_L1) {
        if (m_in.isAnyWord({"DEFERRED"_L1, "IMMEDIATE"_L1, "EXCLUSIVE"_L1}))
            operation.value = m_in.readIdentifier().toUpper();
        if (m_in.accept("TRANSACTION"_L1) && m_in.atName())
            m_in.advance();
    } else if (word == "SAVEPOINT"_L1) {
        operation.kind = Kind::Savepoint;
        operation.name = m_in.readIdentifier();
    } else if (word == "RELEASE"_L1) {
        operation.kind = Kind::ReleaseSavepoint;
        m_in.accept("SAVEPOINT"_L1);
        operation.name = m_in.readIdentifier();
    } else {
        operation.kind = word == "ROLLBACK"_L1 ? Kind::Rollback : Kind::Commit;
        if (m_in.accept("TRANSACTION"_L1) && m_in.atName() && !m_in.isWord("TO"_L1))
            m_in.advance();
        if (operation.kind == Kind::Rollback && m_in.accept("TO"_L1)) {
            m_in.accept("SAVEPOINT"_L1);
            operation.kind = Kind::RollbackToSavepoint;
            operation.name = m_in.readIdentifier();
        }
    }
    return addLast(operation);
}

bool SqliteStatementReader::readAttach()
{
    Operation operation = begin(m_in.isWord("ATTACH"_L1) ? Kind::AttachDatabase : Kind::DetachDatabase);
    m_in.advance();
    m_in.accept("DATABASE"_L1);
    if (operation.kind == Kind::DetachDatabase) {
        operation.relation.name = m_in.readIdentifier();
        return !operation.relation.isEmpty() && addLast(operation);
    }
    const qsizetype start = m_in.index();
    while (!m_in.atEnd() && !m_in.isWord("AS"_L1))
        m_in.advance();
    operation.value = m_in.textFrom(start);
    if (!m_in.accept("AS"_L1))
        return false;
    operation.relation.name = m_in.readIdentifier();
    if (m_in.accept("KEY"_L1))
        return addToEnd(operation);
    return !operation.relation.isEmpty() && addLast(operation);
}

/// VACUUM [schema] [INTO file], ANALYZE [name], REINDEX [name]
bool SqliteStatementReader::readUpkeep()
{
    Operation operation = begin(m_in.isWord("VACUUM"_L1) ? Kind::Vacuum : m_in.isWord("ANALYZE"_L1) ? Kind::Analyze : Kind::Reindex);
    m_in.advance();
    if (operation.kind == Kind::Vacuum) {
        operation.flags |= Flag::All | Flag::Full;
        operation.objectType = ObjectType::Database;
        if (m_in.atName() && !m_in.isWord("INTO"_L1))
            operation.relation.name = m_in.readIdentifier();
        if (m_in.accept("INTO"_L1)) {
            const qsizetype start = m_in.index();
            m_in.setIndex(m_in.count());
            operation.value = m_in.textFrom(start);
        }
    } else {
        operation.relation = m_in.readName();
        operation.flags.setFlag(Flag::All, operation.relation.isEmpty());
    }
    return addLast(operation);
}

bool SqliteStatementReader::readExplain()
{
    return addToEnd(begin(Kind::Other));
}

Operation SqliteStatementReader::begin(Kind kind) const
{
    Operation operation;
    operation.kind = kind;
    operation.relation = m_table;
    return operation;
}

void SqliteStatementReader::readIfExists(Operation &operation)
{
    if (m_in.accept({"IF"_L1, "EXISTS"_L1}))
        operation.flags |= Flag::IfExists;
}

void SqliteStatementReader::readIfNotExists(Operation &operation)
{
    if (m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1}))
        operation.flags |= Flag::IfNotExists;
}

bool SqliteStatementReader::addLast(Operation operation)
{
    m_operations.append(std::move(operation));
    return m_in.atEnd();
}

bool SqliteStatementReader::addAction(Operation operation)
{
    m_operations.append(std::move(operation));
    return m_in.atEnd() || m_in.isSymbol(u',');
}

bool SqliteStatementReader::addToEnd(Operation operation)
{
    m_in.setIndex(m_in.count());
    return addLast(std::move(operation));
}

StatementReading readSqliteStatement(const Statement &statement)
{
    SqliteStatementReader reader(statement.text);
    return reader.read() ? StatementReading{.operations = reader.takeOperations(), .byTokens = false} : StatementReading();
}

} // namespace Whimbrel
