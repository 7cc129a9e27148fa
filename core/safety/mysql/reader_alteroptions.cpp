// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

/// Everything about partitions: `name` is what is done, `columnNames` the partitions.
bool MySqlStatementReader::readPartitionAction()
{
    const qsizetype start = m_in.index();
    Operation operation = begin(Kind::ChangePartitions);
    if (m_in.isWords({"PARTITION"_L1, "BY"_L1})) {
        operation.name = u"PARTITION BY"_s;
        if (!readPartitionBy(operation, operation.value))
            return false;
        add(operation, start);
        return true;
    }
    operation.name = m_in.readIdentifier().toUpper();
    if (m_in.accept("TABLESPACE"_L1)) { // DISCARD TABLESPACE, IMPORT TABLESPACE of a whole table
        operation.kind = Kind::TableOption;
        operation.name += u" TABLESPACE"_s;
        add(operation, start);
        return true;
    }
    if (operation.name == "REMOVE"_L1) {
        if (!m_in.accept("PARTITIONING"_L1))
            return false;
        add(operation, start);
        return true;
    }
    if (operation.name == "CONVERT"_L1 && m_in.accept("TABLE"_L1)) { // CONVERT TABLE t TO PARTITION p VALUES …
        operation.other = m_in.readName();
        if (!m_in.accept({"TO"_L1, "PARTITION"_L1}))
            return false;
        operation.columnNames = {m_in.readIdentifier()};
        if (m_in.accept("VALUES"_L1)) {
            if (m_in.accept({"LESS"_L1, "THAN"_L1}) && m_in.accept("MAXVALUE"_L1)) {
            } else {
                m_in.accept("IN"_L1);
                if (!m_in.skipParentheses())
                    return false;
            }
        }
        add(operation, start);
        return true;
    }
    if (!m_in.accept("PARTITION"_L1))
        return false;
    readIfExists(operation);
    readIfNotExists(operation);
    m_in.acceptAny({"NO_WRITE_TO_BINLOG"_L1, "LOCAL"_L1});
    if (operation.name == "ADD"_L1 || operation.name == "COALESCE"_L1) {
        const bool counted = m_in.accept("PARTITIONS"_L1) || operation.name == "COALESCE"_L1;
        if (!counted && !readPartitionDefinitions())
            return false;
        if (counted) {
            operation.value = m_in.peek().text.toString();
            if (m_in.peek().kind != TokenKind::Number)
                return false;
            m_in.advance();
        }
        add(operation, start);
        return true;
    }
    while (m_in.atName() && !m_in.isAnyWord({"INTO"_L1, "WITH"_L1, "TO"_L1})) {
        operation.columnNames.append(m_in.readIdentifier());
        if (!m_in.isSymbol(u',') || !m_in.atName(1) || m_in.peek(1).isAnyWord({"ALGORITHM"_L1, "LOCK"_L1}))
            break;
        m_in.advance();
    }
    if (operation.columnNames.isEmpty() && operation.name != "REORGANIZE"_L1)
        return false;
    if (operation.name == "REORGANIZE"_L1) {
        if (m_in.accept("INTO"_L1) && !readPartitionDefinitions())
            return false;
    } else if (operation.name == "EXCHANGE"_L1) {
        if (!m_in.accept({"WITH"_L1, "TABLE"_L1}))
            return false;
        operation.other = m_in.readName();
        if (m_in.accept({"WITHOUT"_L1, "VALIDATION"_L1}))
            operation.value = u"WITHOUT VALIDATION"_s;
        else
            m_in.accept({"WITH"_L1, "VALIDATION"_L1});
    } else if (operation.name == "CONVERT"_L1) {
        if (!m_in.accept({"TO"_L1, "TABLE"_L1}))
            return false;
        operation.other = m_in.readName();
    } else if (operation.name == "DISCARD"_L1 || operation.name == "IMPORT"_L1) {
        if (!m_in.accept("TABLESPACE"_L1))
            return false;
    } else {
        while (m_in.acceptAny({"FAST"_L1, "MEDIUM"_L1, "QUICK"_L1, "EXTENDED"_L1, "CHANGED"_L1, "USE_FRM"_L1})) {
        }
    }
    add(operation, start);
    return true;
}

/// ENGINE=…, ORDER BY, FORCE, DISABLE KEYS: `name` in upper case, `value`.
bool MySqlStatementReader::readAlterTableOption()
{
    const qsizetype start = m_in.index();
    Operation operation = begin(Kind::TableOption);
    if (m_in.accept("FORCE"_L1)) {
        operation.name = u"FORCE"_s;
    } else if (m_in.accept({"ORDER"_L1, "BY"_L1})) {
        operation.name = u"ORDER BY"_s;
        do {
            const QString column = m_in.readIdentifier();
            if (column.isEmpty())
                return false;
            operation.columnNames.append(column);
            m_in.acceptAny({"ASC"_L1, "DESC"_L1});
        } while (m_in.isSymbol(u',') && !m_in.peek(1).isAnyWord({"ALGORITHM"_L1, "LOCK"_L1}) && m_in.acceptSymbol(u','));
    } else if (m_in.accept({"DISABLE"_L1, "KEYS"_L1})) {
        operation.name = u"DISABLE KEYS"_s;
    } else if (m_in.accept({"ENABLE"_L1, "KEYS"_L1})) {
        operation.name = u"ENABLE KEYS"_s;
    } else if (m_in.acceptAny({"SECONDARY_LOAD"_L1, "SECONDARY_UNLOAD"_L1})) {
        operation.name = m_in.at(start).text.toString().toUpper();
    } else if (!readTableOption(operation.name, operation.value)) {
        return false;
    }
    add(operation, start);
    return true;
}

/// ALGORITHM [=] x, LOCK [=] x: of the whole statement, wherever it stands.
bool MySqlStatementReader::readAlgorithmOrLock()
{
    const bool isLock = m_in.isWord("LOCK"_L1);
    m_in.advance();
    m_in.acceptSymbol(u'=');
    QString &value = isLock ? m_lock : m_algorithm;
    value = m_in.readIdentifier().toUpper();
    return isLock ? QStringList{u"DEFAULT"_s, u"NONE"_s, u"SHARED"_s, u"EXCLUSIVE"_s}.contains(value)
                  : QStringList{u"DEFAULT"_s, u"INSTANT"_s, u"NOCOPY"_s, u"INPLACE"_s, u"COPY"_s}.contains(value);
}

/// MariaDB's WAIT n and NOWAIT.
bool MySqlStatementReader::readWait()
{
    if (m_in.accept("NOWAIT"_L1)) {
        m_wait = 0;
    } else if (m_in.isWord("WAIT"_L1) && m_in.peek(1).kind == TokenKind::Number) {
        m_wait = int(m_in.peek(1).text.toDouble());
        m_in.advance(2);
    }
    return true;
}

bool MySqlStatementReader::readIfExists(Operation &operation)
{
    if (!m_in.accept({"IF"_L1, "EXISTS"_L1}))
        return false;
    operation.flags |= Flag::IfExists;
    return true;
}

bool MySqlStatementReader::readIfNotExists(Operation &operation)
{
    if (!m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1}))
        return false;
    operation.flags |= Flag::IfNotExists;
    return true;
}

} // namespace Whimbrel
