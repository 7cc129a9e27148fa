// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/datareader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

/// Behind CREATE … TABLE: name, elements, options, partitions, query.
bool MySqlStatementReader::readCreateTable(Operation operation)
{
    operation.kind = Kind::CreateTable;
    readIfNotExists(operation);
    operation.relation = m_in.readName();
    if (operation.relation.isEmpty())
        return false;
    if (m_in.accept("LIKE"_L1) || (m_in.isSymbol(u'(') && m_in.isWord("LIKE"_L1, 1))) {
        const bool inParentheses = m_in.acceptSymbol(u'(');
        m_in.accept("LIKE"_L1);
        operation.likes = {{.table = m_in.readName(), .including = {u"ALL"_s}}};
        if (operation.likes.constFirst().table.isEmpty() || (inParentheses && !m_in.acceptSymbol(u')')))
            return false;
    } else {
        if (m_in.isSymbol(u'(') && !m_in.peek(1).isAnyWord({"SELECT"_L1, "WITH"_L1}) && !readTableElements(operation))
            return false;
        if (!readTableOptions(operation))
            return false;
    }
    if (!m_in.atEnd() && !readTableQuery(operation))
        return false;
    if (operation.kind == Kind::CreateTable && operation.columns.isEmpty() && operation.likes.isEmpty()
        && std::ranges::none_of(operation.options, [](const auto &option) { return option.first == "WITH SYSTEM VERSIONING"_L1; }))
        return false;
    m_operations.append(std::move(operation));
    return true;
}

bool MySqlStatementReader::readTableElements(Operation &table)
{
    m_in.advance();
    do {
        if (!readTableElement(table))
            return false;
    } while (m_in.acceptSymbol(u','));
    return m_in.acceptSymbol(u')');
}

bool MySqlStatementReader::readTableElement(Operation &table)
{
    if (atIndex()) {
        IndexDefinition index;
        bool ifNotExists = false;
        if (!readIndex(index, ifNotExists))
            return false;
        table.indexes.append(index);
    } else if (atConstraint()) {
        ConstraintDefinition constraint;
        if (!readConstraint(constraint))
            return false;
        table.constraints.append(constraint);
    } else if (m_in.accept({"PERIOD"_L1, "FOR"_L1})) {
        return !m_in.readIdentifier().isEmpty() && m_in.readNameList().has_value();
    } else {
        ColumnDefinition column;
        if (!readColumn(column))
            return false;
        table.columns.append(column);
    }
    return true;
}

bool MySqlStatementReader::readTableOptions(Operation &table)
{
    for (;;) {
        QString name;
        QString value;
        if (m_in.isWords({"PARTITION"_L1, "BY"_L1})) {
            if (!readPartitionBy(table, value))
                return false;
            table.options.append({u"PARTITION BY"_s, value});
            continue;
        }
        const qsizetype start = m_in.index();
        if (!readTableOption(name, value)) {
            // What is no option may be the query of CREATE TABLE … SELECT, which the caller reads.
            return m_in.index() == start;
        }
        table.options.append({name, value});
        m_in.acceptSymbol(u',');
    }
}

/// One option of CREATE and ALTER TABLE; its name in the words of SHOW CREATE TABLE, upper case.
bool MySqlStatementReader::readTableOption(QString &name, QString &value)
{
    if (m_in.accept({"WITH"_L1, "SYSTEM"_L1, "VERSIONING"_L1})) {
        name = u"WITH SYSTEM VERSIONING"_s;
        return true;
    }
    const bool isDefault = m_in.isWord("DEFAULT"_L1)
        && m_in.peek(1).isAnyWord({"CHARACTER"_L1, "CHARSET"_L1, "CHAR"_L1, "COLLATE"_L1});
    if (isDefault)
        m_in.advance();
    if (m_in.accept({"CHARACTER"_L1, "SET"_L1}) || m_in.accept({"CHAR"_L1, "SET"_L1}) || m_in.accept("CHARSET"_L1))
        name = u"CHARSET"_s;
    else if (m_in.accept({"DATA"_L1, "DIRECTORY"_L1}))
        name = u"DATA DIRECTORY"_s;
    else if (m_in.accept({"INDEX"_L1, "DIRECTORY"_L1}))
        name = u"INDEX DIRECTORY"_s;
    else if (m_in.isAnyWord({"ENGINE"_L1, "TYPE"_L1, "AUTO_INCREMENT"_L1, "AVG_ROW_LENGTH"_L1, "CHECKSUM"_L1, "TABLE_CHECKSUM"_L1,
                             "PAGE_CHECKSUM"_L1, "COLLATE"_L1, "COMMENT"_L1, "COMPRESSION"_L1, "CONNECTION"_L1, "DELAY_KEY_WRITE"_L1,
                             "ENCRYPTION"_L1, "ENCRYPTED"_L1, "ENCRYPTION_KEY_ID"_L1, "ENGINE_ATTRIBUTE"_L1, "INSERT_METHOD"_L1,
                             "IETF_QUOTES"_L1, "KEY_BLOCK_SIZE"_L1, "MAX_ROWS"_L1, "MIN_ROWS"_L1, "PACK_KEYS"_L1, "PAGE_COMPRESSED"_L1,
                             "PAGE_COMPRESSION_LEVEL"_L1, "PASSWORD"_L1, "ROW_FORMAT"_L1, "SECONDARY_ENGINE"_L1,
                             "SECONDARY_ENGINE_ATTRIBUTE"_L1, "SEQUENCE"_L1, "STATS_AUTO_RECALC"_L1, "STATS_PERSISTENT"_L1,
                             "STATS_SAMPLE_PAGES"_L1, "STORAGE"_L1, "TABLESPACE"_L1, "TRANSACTIONAL"_L1, "UNION"_L1,
                             "AUTOEXTEND_SIZE"_L1, "START"_L1}))
        name = m_in.readIdentifier().toUpper();
    else
        return false;
    if (name == "TYPE"_L1)
        name = u"ENGINE"_s;
    if (name == "START"_L1) // START TRANSACTION, for atomic CREATE TABLE … SELECT
        return m_in.accept("TRANSACTION"_L1);
    if (name == "UNION"_L1) {
        m_in.acceptSymbol(u'=');
        return m_in.skipParentheses();
    }
    return readOptionValue(value);
}

/// [=] value
bool MySqlStatementReader::readOptionValue(QString &value)
{
    m_in.acceptSymbol(u'=');
    m_in.acceptSymbol(u'-');
    const Token &token = m_in.peek();
    if (token.kind != TokenKind::String && token.kind != TokenKind::Number && !m_in.atName())
        return false;
    value = unquoted(token, m_dialect);
    m_in.advance();
    return true;
}

/// PARTITION BY … with the partitions in parentheses.
bool MySqlStatementReader::readPartitionBy(Operation &operation, QString &text)
{
    m_in.advance(2);
    const qsizetype start = m_in.index();
    const auto readMethod = [this, &operation] {
        m_in.accept("LINEAR"_L1);
        const QString strategy = m_in.peek().text.toString().toUpper();
        if (operation.partitionStrategy.isEmpty())
            operation.partitionStrategy = strategy == "KEY"_L1 ? u"HASH"_s : strategy;
        if (m_in.accept("SYSTEM_TIME"_L1)) {
            while (!m_in.atEnd() && !m_in.isSymbol(u'(') && !m_in.isWord("PARTITIONS"_L1))
                m_in.advance();
            return true;
        }
        if (m_in.accept("KEY"_L1)) {
            if (m_in.accept("ALGORITHM"_L1) && (!m_in.acceptSymbol(u'=') || m_in.peek().kind != TokenKind::Number))
                return false;
            if (m_in.peek().kind == TokenKind::Number)
                m_in.advance();
        } else if (!m_in.accept("HASH"_L1)) {
            if (!m_in.acceptAny({"RANGE"_L1, "LIST"_L1}))
                return false;
            m_in.accept("COLUMNS"_L1);
        }
        if (const auto columns = m_in.readNameList()) {
            if (operation.partitionKey.isEmpty())
                operation.partitionKey = *columns;
            return true;
        }
        return m_in.skipParentheses();
    };
    const auto readCount = [this](QLatin1StringView word) {
        if (!m_in.accept(word))
            return true;
        const bool isNumber = m_in.peek().kind == TokenKind::Number;
        m_in.advance();
        return isNumber;
    };
    if (!readMethod() || !readCount("PARTITIONS"_L1))
        return false;
    m_in.accept("AUTO"_L1);
    if (m_in.accept({"SUBPARTITION"_L1, "BY"_L1}) && (!readMethod() || !readCount("SUBPARTITIONS"_L1)))
        return false;
    text = m_in.textFrom(start);
    return !m_in.isSymbol(u'(') || m_in.peek(1).isAnyWord({"SELECT"_L1}) || readPartitionDefinitions();
}

/// (PARTITION p VALUES LESS THAN (…), …): balanced, each begins with its word.
bool MySqlStatementReader::readPartitionDefinitions()
{
    if (!m_in.acceptSymbol(u'('))
        return false;
    do {
        if (!m_in.accept("PARTITION"_L1) || m_in.readIdentifier().isEmpty())
            return false;
        m_in.skipToListEnd();
    } while (m_in.acceptSymbol(u','));
    return m_in.acceptSymbol(u')');
}

/// [IGNORE | REPLACE] [AS] query
bool MySqlStatementReader::readTableQuery(Operation &table)
{
    m_in.acceptAny({"IGNORE"_L1, "REPLACE"_L1});
    m_in.accept("AS"_L1);
    if (!m_in.isSymbol(u'(') && !m_in.isAnyWord({"SELECT"_L1, "WITH"_L1, "VALUES"_L1, "TABLE"_L1}))
        return false;
    table.kind = Kind::CreateTableAs;
    if (m_in.accept("TABLE"_L1)) {
        table.reads.append(m_in.readName());
        return m_in.atEnd();
    }
    for (const NamedRelation &relation : relationsIn(m_in, m_in.index(), m_in.count())) {
        if (!table.reads.contains(relation.name))
            table.reads.append(relation.name);
    }
    toEnd();
    return true;
}

} // namespace Whimbrel
