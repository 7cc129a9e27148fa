// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

/// SET …, USE
bool MySqlStatementReader::readSet()
{
    if (m_in.accept("USE"_L1)) {
        Operation operation = begin(Kind::SetSetting);
        operation.name = u"use"_s;
        operation.value = m_in.readIdentifier();
        m_operations.append(operation);
        return !operation.value.isEmpty() && m_in.atEnd();
    }
    m_in.advance();
    if (m_in.accept("STATEMENT"_L1)) { // MariaDB: SET STATEMENT a = 1, … FOR statement
        while (!m_in.isWord("FOR"_L1)) {
            if (!readAssignment())
                return false;
            m_operations.last().flags |= Flag::Local;
            m_in.acceptSymbol(u',');
        }
        m_in.advance();
        return !m_in.isWord("SET"_L1) && read();
    }
    if (m_in.isAnyWord({"PASSWORD"_L1, "RESOURCE"_L1}))
        return addToEnd(Kind::AlterRole);
    if (m_in.accept({"DEFAULT"_L1, "ROLE"_L1}))
        return addToEnd(Kind::AlterRole);
    if (m_in.isAnyWord({"ROLE"_L1, "TRANSACTION"_L1}) || m_in.isWords({"SESSION"_L1, "TRANSACTION"_L1})
        || m_in.isWords({"LOCAL"_L1, "TRANSACTION"_L1}) || m_in.isWords({"GLOBAL"_L1, "TRANSACTION"_L1})) {
        Operation operation = begin(Kind::SetSetting);
        operation.name = m_in.isWord("ROLE"_L1) ? u"role"_s : u"transaction"_s;
        if (m_in.isWord("GLOBAL"_L1))
            operation.name.prepend(u"global."_s);
        while (!m_in.atEnd() && !m_in.isAnyWord({"ROLE"_L1, "TRANSACTION"_L1}))
            m_in.advance();
        const qsizetype from = m_in.index() + 1;
        toEnd();
        operation.value = m_in.textFrom(from);
        m_operations.append(operation);
        return true;
    }
    do {
        if (!readAssignment())
            return false;
    } while (m_in.acceptSymbol(u','));
    return m_in.atEnd();
}

/// [GLOBAL | SESSION | …] name = value, @@session.name = value, @variable = value, NAMES x
bool MySqlStatementReader::readAssignment()
{
    const qsizetype start = m_in.index();
    Operation operation = begin(Kind::SetSetting);
    if (m_in.accept("NAMES"_L1) || m_in.accept({"CHARACTER"_L1, "SET"_L1}) || m_in.accept("CHARSET"_L1)) {
        operation.name = u"names"_s;
        operation.value = unquoted(m_in.peek(), m_dialect);
        m_in.advance();
        if (m_in.accept("COLLATE"_L1))
            m_in.advance();
        add(operation, start);
        return !operation.value.isEmpty();
    }
    bool isVariable = false;
    QString scope;
    if (m_in.isSymbol(u'@') && !m_in.isSymbol(u'@', 1)) {
        isVariable = true;
        m_in.advance();
    } else if (m_in.isSymbol(u'@')) {
        m_in.advance(2);
    }
    if (!isVariable && m_in.isAnyWord({"GLOBAL"_L1, "SESSION"_L1, "LOCAL"_L1, "PERSIST"_L1, "PERSIST_ONLY"_L1})
        && !m_in.isSymbol(u'=', 1)) {
        scope = m_in.readIdentifier().toLower();
        m_in.acceptSymbol(u'.');
    }
    if (m_in.peek().kind == TokenKind::String && isVariable) {
        operation.name = unquoted(m_in.peek(), m_dialect);
        m_in.advance();
    } else {
        operation.name = m_in.readIdentifier().toLower();
    }
    while (m_in.isSymbol(u'.') && m_in.atName(1)) {
        m_in.advance();
        operation.name += u'.' + m_in.readIdentifier().toLower();
    }
    m_in.acceptSymbol(u':');
    if (operation.name.isEmpty() || !m_in.acceptSymbol(u'='))
        return false;
    const qsizetype from = m_in.index();
    while (!m_in.atEnd() && !m_in.isSymbol(u',') && !m_in.isWord("FOR"_L1)) {
        if (!m_in.skipParentheses())
            m_in.advance();
    }
    operation.value = m_in.index() == from + 1 ? unquoted(m_in.at(from), m_dialect) : m_in.textFrom(from);
    if (isVariable) {
        operation.kind = Kind::Other;
        operation.name.prepend(u'@');
        for (const NamedRelation &relation : relationsIn(m_in, from, m_in.index()))
            operation.reads.append(relation.name);
    } else if (scope == "global"_L1 || scope.startsWith("persist"_L1)) {
        operation.name.prepend(u"global."_s);
    }
    add(operation, start);
    return m_in.index() > from;
}

bool MySqlStatementReader::readTransaction()
{
    Operation operation = begin(Kind::Begin);
    if (m_in.accept("BEGIN"_L1)) {
        if (m_in.isWords({"NOT"_L1, "ATOMIC"_L1}))
            return addToEnd(Kind::Opaque);
        m_in.accept("WORK"_L1);
    } else if (m_in.accept("START"_L1)) {
        if (!m_in.accept("TRANSACTION"_L1)) // START SLAVE, REPLICA, …
            return addToEnd(Kind::Other);
        toEnd();
    } else if (m_in.accept("SAVEPOINT"_L1)) {
        operation.kind = Kind::Savepoint;
        operation.name = m_in.readIdentifier();
    } else if (m_in.accept({"RELEASE"_L1, "SAVEPOINT"_L1})) {
        operation.kind = Kind::ReleaseSavepoint;
        operation.name = m_in.readIdentifier();
    } else if (m_in.accept("XA"_L1)) {
        operation.kind = m_in.isAnyWord({"START"_L1, "BEGIN"_L1}) ? Kind::Begin
            : m_in.isWord("COMMIT"_L1)                            ? Kind::Commit
            : m_in.isWord("ROLLBACK"_L1)                          ? Kind::Rollback
                                                                  : Kind::Other;
        toEnd();
    } else if (m_in.acceptAny({"COMMIT"_L1, "ROLLBACK"_L1})) {
        operation.kind = m_in.at(m_in.index() - 1).isWord("COMMIT"_L1) ? Kind::Commit : Kind::Rollback;
        m_in.accept("WORK"_L1);
        if (m_in.accept("TO"_L1)) {
            m_in.accept("SAVEPOINT"_L1);
            operation.kind = Kind::RollbackToSavepoint;
            operation.name = m_in.readIdentifier();
        }
        if (m_in.accept({"AND"_L1, "CHAIN"_L1}))
            operation.flags |= Flag::Chain;
        else
            m_in.accept({"AND"_L1, "NO"_L1, "CHAIN"_L1});
        m_in.accept("NO"_L1);
        m_in.accept("RELEASE"_L1);
    } else {
        return false;
    }
    m_operations.append(operation);
    return m_in.atEnd();
}

/// LOCK TABLES, UNLOCK TABLES, FLUSH
bool MySqlStatementReader::readLockTables()
{
    if (m_in.accept("FLUSH"_L1)) {
        m_in.acceptAny({"NO_WRITE_TO_BINLOG"_L1, "LOCAL"_L1});
        const bool tables = m_in.acceptAny({"TABLE"_L1, "TABLES"_L1});
        Operation operation = begin(Kind::LockTable);
        operation.flags = Flag::All;
        operation.value = u"READ"_s;
        if (tables && m_in.accept({"WITH"_L1, "READ"_L1, "LOCK"_L1})) {
            m_operations.append(operation);
            return true;
        }
        operation.flags = {};
        while (tables && m_in.atName() && !m_in.isAnyWord({"WITH"_L1, "FOR"_L1})) {
            operation.relation = m_in.readName();
            m_operations.append(operation);
            m_in.acceptSymbol(u',');
        }
        if (!m_operations.isEmpty() && (m_in.accept({"WITH"_L1, "READ"_L1, "LOCK"_L1}) || m_in.accept({"FOR"_L1, "EXPORT"_L1})))
            return true;
        m_operations.clear();
        return addToEnd(Kind::Other);
    }
    if (m_in.accept("UNLOCK"_L1))
        return addToEnd(Kind::Other);
    m_in.advance();
    if (m_in.isWord("INSTANCE"_L1))
        return addToEnd(Kind::Other);
    if (!m_in.acceptAny({"TABLE"_L1, "TABLES"_L1}))
        return false;
    Operation operation = begin(Kind::LockTable);
    do {
        const qsizetype start = m_in.index();
        operation.relation = m_in.readName();
        if (m_in.accept("AS"_L1) || (m_in.atName() && !m_in.isAnyWord({"READ"_L1, "WRITE"_L1, "LOW_PRIORITY"_L1})))
            m_in.readIdentifier();
        m_in.accept("LOW_PRIORITY"_L1);
        operation.value = m_in.readIdentifier().toUpper();
        m_in.acceptAny({"LOCAL"_L1, "CONCURRENT"_L1});
        if (operation.relation.isEmpty() || (operation.value != "READ"_L1 && operation.value != "WRITE"_L1))
            return false;
        add(operation, start);
    } while (m_in.acceptSymbol(u','));
    readWait();
    for (Operation &locked : m_operations) {
        locked.waitSeconds = m_wait;
        locked.flags.setFlag(Flag::NoWait, m_wait == 0);
    }
    return m_in.atEnd();
}

/// ANALYZE, OPTIMIZE, CHECK, REPAIR, CHECKSUM TABLE; `value` is the word
bool MySqlStatementReader::readMaintenance()
{
    Operation operation = begin(Kind::Analyze);
    operation.value = m_in.readIdentifier().toUpper();
    if (operation.value == "OPTIMIZE"_L1 || operation.value == "REPAIR"_L1)
        operation.kind = Kind::Vacuum;
    m_in.acceptAny({"NO_WRITE_TO_BINLOG"_L1, "LOCAL"_L1});
    if (!m_in.acceptAny({"TABLE"_L1, "TABLES"_L1})) {
        if (operation.value.startsWith("ANALY"_L1)) {
            if (m_in.isWord("FORMAT"_L1) && m_in.isSymbol(u'=', 1))
                m_in.advance(3);
            return read(); // MariaDB: ANALYZE statement runs the statement
        }
        return m_in.isWord("VIEW"_L1) && addToEnd(Kind::Other);
    }
    do {
        const qsizetype start = m_in.index();
        operation.relation = m_in.readName();
        if (operation.relation.isEmpty())
            return false;
        add(operation, start);
    } while (m_in.acceptSymbol(u','));
    if (m_operations.size() == 1)
        m_operations.first().offset = m_operations.first().length = 0;
    readWait();
    toEnd(); // FOR UPGRADE, QUICK, PERSISTENT FOR …, UPDATE HISTOGRAM
    return true;
}

bool MySqlStatementReader::readGrant()
{
    Operation operation = begin(m_in.isWord("GRANT"_L1) ? Kind::Grant : Kind::Revoke);
    m_in.advance();
    while (!m_in.atEnd() && !m_in.isWord("ON"_L1)) {
        if (!m_in.skipParentheses())
            m_in.advance();
    }
    if (m_in.accept("ON"_L1)) {
        if (m_in.acceptAny({"FUNCTION"_L1, "PROCEDURE"_L1, "PACKAGE"_L1}))
            operation.objectType = ObjectType::Function;
        else
            m_in.accept("TABLE"_L1);
        if (m_in.atName() && m_in.isSymbol(u'.', 1) && m_in.isSymbol(u'*', 2)) {
            operation.objectType = ObjectType::Database;
            operation.relation.name = m_in.readIdentifier();
        } else if (m_in.atName()) {
            operation.relation = m_in.readName();
        } else {
            operation.objectType = ObjectType::Database;
            operation.flags |= Flag::All;
        }
    } else {
        operation.objectType = ObjectType::Role;
    }
    toEnd();
    m_operations.append(operation);
    return true;
}

/// LOAD DATA … INTO TABLE t, LOAD XML; LOAD INDEX INTO CACHE is none of these.
bool MySqlStatementReader::readLoad()
{
    m_in.advance();
    if (!m_in.acceptAny({"DATA"_L1, "XML"_L1}))
        return addToEnd(Kind::Other);
    while (!m_in.atEnd() && !m_in.isWords({"INTO"_L1, "TABLE"_L1}))
        m_in.advance();
    Operation operation = begin(Kind::CopyFrom);
    if (!m_in.accept({"INTO"_L1, "TABLE"_L1}))
        return false;
    operation.relation = m_in.readName();
    toEnd();
    m_operations.append(operation);
    return !operation.relation.isEmpty();
}

/// Statements that touch no table, and those that say nothing of what they touch.
bool MySqlStatementReader::readOther()
{
    if (m_in.accept("CALL"_L1)) {
        Operation operation = begin(Kind::Call);
        operation.objectType = ObjectType::Function;
        operation.relation = m_in.readName();
        toEnd();
        m_operations.append(operation);
        return !operation.relation.isEmpty();
    }
    // MariaDB takes the statements of a routine's body by themselves as well.
    if (m_in.isAnyWord({"EXECUTE"_L1, "SOURCE"_L1, "DO"_L1, "IF"_L1, "FOR"_L1, "WHILE"_L1, "CASE"_L1, "LOOP"_L1, "REPEAT"_L1}))
        return addToEnd(Kind::Opaque);
    if (m_in.accept("TABLE"_L1)) { // MySQL: TABLE t
        Operation operation = begin(Kind::Select);
        operation.relation = m_in.readName();
        operation.reads = {operation.relation};
        toEnd();
        m_operations.append(operation);
        return !operation.relation.isEmpty();
    }
    if (m_in.accept("HANDLER"_L1))
        return addToEnd(Kind::Other);
    static constexpr auto words = {
        "BACKUP"_L1, "BINLOG"_L1, "CACHE"_L1, "CHANGE"_L1, "CLONE"_L1, "DEALLOCATE"_L1, "DELIMITER"_L1, "DESC"_L1, "DESCRIBE"_L1,
        "EXPLAIN"_L1, "GET"_L1, "HELP"_L1, "IMPORT"_L1, "INSTALL"_L1, "KILL"_L1, "PREPARE"_L1, "PURGE"_L1, "RESET"_L1, "RESTART"_L1,
        "RESIGNAL"_L1, "SHOW"_L1, "SHUTDOWN"_L1, "SIGNAL"_L1, "STOP"_L1, "UNINSTALL"_L1,
    };
    return m_in.isAnyWord(words) && addToEnd(Kind::Other);
}

} // namespace Whimbrel
