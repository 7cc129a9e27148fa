// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

bool MySqlStatementReader::readCreate()
{
    m_in.advance();
    Operation operation;
    if (m_in.accept({"OR"_L1, "REPLACE"_L1}))
        operation.flags |= Flag::OrReplace;
    if (m_in.accept("TEMPORARY"_L1))
        operation.flags |= Flag::Temporary;
    if (m_in.accept("TABLE"_L1))
        return readCreateTable(operation);
    if (m_in.isAnyWord({"ONLINE"_L1, "OFFLINE"_L1, "UNIQUE"_L1, "FULLTEXT"_L1, "SPATIAL"_L1, "VECTOR"_L1, "INDEX"_L1}))
        return readCreateIndex(operation);
    while (m_in.accept("ALGORITHM"_L1)) {
        m_in.acceptSymbol(u'=');
        if (!m_in.acceptAny({"UNDEFINED"_L1, "MERGE"_L1, "TEMPTABLE"_L1}))
            return false;
    }
    if (!skipDefiner())
        return false;
    if (m_in.accept({"SQL"_L1, "SECURITY"_L1}) && !m_in.acceptAny({"DEFINER"_L1, "INVOKER"_L1}))
        return false;
    m_in.accept("AGGREGATE"_L1);
    if (m_in.accept("VIEW"_L1))
        return readCreateView(operation);
    if (m_in.accept("TRIGGER"_L1))
        return readCreateTrigger(operation);
    return readNamedObjects(operation);
}

/// DEFINER = user@host, or CURRENT_USER()
bool MySqlStatementReader::skipDefiner()
{
    if (!m_in.accept("DEFINER"_L1))
        return true;
    m_in.acceptSymbol(u'=');
    if (!m_in.atName() && m_in.peek().kind != TokenKind::String)
        return false;
    m_in.advance();
    if (m_in.isSymbol(u'('))
        m_in.skipParentheses();
    if (m_in.acceptSymbol(u'@'))
        m_in.advance();
    return true;
}

bool MySqlStatementReader::readCreateIndex(Operation operation)
{
    operation.kind = Kind::CreateIndex;
    m_in.acceptAny({"ONLINE"_L1, "OFFLINE"_L1});
    const qsizetype start = m_in.index();
    IndexDefinition index;
    index.unique = m_in.accept("UNIQUE"_L1);
    if (m_in.isAnyWord({"FULLTEXT"_L1, "SPATIAL"_L1, "VECTOR"_L1}))
        index.method = m_in.readIdentifier().toUpper();
    if (!m_in.accept("INDEX"_L1))
        return false;
    readIfNotExists(operation);
    index.name = m_in.readIdentifier();
    if (m_in.acceptAny({"USING"_L1, "TYPE"_L1}))
        index.method = m_in.readIdentifier().toLower();
    if (index.name.isEmpty() || !m_in.accept("ON"_L1))
        return false;
    operation.relation = m_in.readName();
    if (operation.relation.isEmpty() || !readIndexParts(index) || !readWait() || !readIndexOptions(index))
        return false;
    while (m_in.isAnyWord({"ALGORITHM"_L1, "LOCK"_L1})) {
        if (!readAlgorithmOrLock())
            return false;
        m_in.acceptSymbol(u',');
    }
    index.text = m_in.textFrom(start);
    operation.name = index.name;
    operation.flags.setFlag(Flag::Unique, index.unique);
    operation.flags.setFlag(Flag::FullTextOrSpatial, index.method == "FULLTEXT"_L1 || index.method == "SPATIAL"_L1);
    operation.indexes = {index};
    operation.algorithm = m_algorithm;
    operation.lock = m_lock;
    operation.waitSeconds = m_wait;
    operation.flags.setFlag(Flag::NoWait, m_wait == 0);
    m_operations.append(operation);
    return m_in.atEnd();
}

bool MySqlStatementReader::readCreateView(Operation operation)
{
    operation.kind = Kind::CreateView;
    operation.objectType = ObjectType::View;
    readIfNotExists(operation);
    operation.relation = m_in.readName();
    if (const auto names = m_in.readNameList())
        operation.columnNames = *names;
    if (operation.relation.isEmpty() || !m_in.accept("AS"_L1)
        || (!m_in.isSymbol(u'(') && !m_in.isAnyWord({"SELECT"_L1, "WITH"_L1, "VALUES"_L1, "TABLE"_L1})))
        return false;
    for (const NamedRelation &relation : relationsIn(m_in, m_in.index(), m_in.count())) {
        if (!operation.reads.contains(relation.name))
            operation.reads.append(relation.name);
    }
    operation.expression = readExpression(m_in, m_in.index(), m_in.count());
    toEnd();
    m_operations.append(operation);
    return true;
}

/// CREATE TRIGGER name {BEFORE | AFTER} event ON table FOR EACH ROW body
bool MySqlStatementReader::readCreateTrigger(Operation operation)
{
    operation.kind = Kind::CreateTrigger;
    readIfNotExists(operation);
    operation.name = m_in.readName().name;
    if (operation.name.isEmpty() || !m_in.acceptAny({"BEFORE"_L1, "AFTER"_L1}))
        return false;
    operation.value = m_in.at(m_in.index() - 1).text.toString().toUpper();
    do {
        if (!m_in.acceptAny({"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1}))
            return false;
        operation.value += u' ' + m_in.at(m_in.index() - 1).text.toString().toUpper();
        if (m_in.accept("OF"_L1)) { // UPDATE OF a, b: MariaDB 12
            while (!m_in.atEnd() && !m_in.isAnyWord({"ON"_L1, "OR"_L1}))
                m_in.advance();
        }
    } while (m_in.accept("OR"_L1));
    if (!m_in.accept("ON"_L1))
        return false;
    operation.relation = m_in.readName();
    if (operation.relation.isEmpty() || !m_in.accept({"FOR"_L1, "EACH"_L1, "ROW"_L1}))
        return false;
    toEnd();
    m_operations.append(operation);
    return true;
}

/// CREATE, ALTER of what is only a name to the analysis: databases, routines, users, events, …
bool MySqlStatementReader::readNamedObjects(Operation operation)
{
    struct Entry
    {
        QLatin1StringView word;
        ObjectType type;
        Kind create;
        Kind alter;
    };
    static constexpr Entry entries[] = {
        {"DATABASE"_L1, ObjectType::Database, Kind::CreateDatabase, Kind::AlterDatabase},
        {"SCHEMA"_L1, ObjectType::Database, Kind::CreateDatabase, Kind::AlterDatabase},
        {"PROCEDURE"_L1, ObjectType::Function, Kind::CreateFunction, Kind::AlterFunction},
        {"FUNCTION"_L1, ObjectType::Function, Kind::CreateFunction, Kind::AlterFunction},
        {"PACKAGE"_L1, ObjectType::Function, Kind::CreateFunction, Kind::AlterFunction},
        {"SEQUENCE"_L1, ObjectType::Sequence, Kind::CreateSequence, Kind::AlterSequence},
        {"USER"_L1, ObjectType::Role, Kind::CreateRole, Kind::AlterRole},
        {"ROLE"_L1, ObjectType::Role, Kind::CreateRole, Kind::AlterRole},
        {"VIEW"_L1, ObjectType::View, Kind::CreateView, Kind::AlterView},
        {"TABLESPACE"_L1, ObjectType::Tablespace, Kind::CreateTablespace, Kind::Other},
        {"EVENT"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"SERVER"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"CATALOG"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"INSTANCE"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"LOGFILE"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"RESOURCE"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"UNDO"_L1, ObjectType::Other, Kind::Other, Kind::Other},
        {"SPATIAL"_L1, ObjectType::Other, Kind::Other, Kind::Other},
    };
    const bool isAlter = m_in.at(0).isWord("ALTER"_L1);
    const auto entry = std::ranges::find_if(entries, [this](const Entry &candidate) { return m_in.isWord(candidate.word); });
    if (entry == std::end(entries))
        return false;
    m_in.advance();
    if (entry->word == "PACKAGE"_L1)
        m_in.accept("BODY"_L1);
    readIfExists(operation);
    readIfNotExists(operation);
    operation.kind = isAlter ? entry->alter : entry->create;
    operation.objectType = entry->type;
    if (m_in.peek().kind == TokenKind::String) { // 'user'@'host'
        operation.relation.name = unquoted(m_in.peek(), m_dialect);
        m_in.advance();
    } else {
        operation.relation = m_in.readName();
    }
    if (operation.relation.isEmpty() && entry->type != ObjectType::Other && !isAlter)
        return false;
    toEnd();
    m_operations.append(operation);
    return true;
}

bool MySqlStatementReader::readAlter()
{
    m_in.advance();
    m_in.acceptAny({"ONLINE"_L1, "OFFLINE"_L1});
    m_in.accept("IGNORE"_L1);
    if (m_in.accept("TABLE"_L1))
        return readAlterTable();
    while (m_in.accept("ALGORITHM"_L1)) {
        m_in.acceptSymbol(u'=');
        m_in.advance();
    }
    if (!skipDefiner())
        return false;
    if (m_in.accept({"SQL"_L1, "SECURITY"_L1}))
        m_in.advance();
    if (m_in.accept("VIEW"_L1)) {
        if (!readCreateView({}))
            return false;
        m_operations.last().kind = Kind::AlterView;
        return true;
    }
    return readNamedObjects({});
}

bool MySqlStatementReader::readDrop()
{
    m_in.advance();
    if (m_in.isAnyWord({"INDEX"_L1}) || m_in.isWords({"ONLINE"_L1, "INDEX"_L1}))
        return readDropIndex();
    struct Entry
    {
        QLatin1StringView word;
        ObjectType type;
    };
    static constexpr Entry entries[] = {
        {"TABLE"_L1, ObjectType::Table},       {"TABLES"_L1, ObjectType::Table},       {"VIEW"_L1, ObjectType::View},
        {"DATABASE"_L1, ObjectType::Database}, {"SCHEMA"_L1, ObjectType::Database},    {"TRIGGER"_L1, ObjectType::Trigger},
        {"PROCEDURE"_L1, ObjectType::Function}, {"FUNCTION"_L1, ObjectType::Function}, {"PACKAGE"_L1, ObjectType::Function},
        {"SEQUENCE"_L1, ObjectType::Sequence}, {"USER"_L1, ObjectType::Role},          {"ROLE"_L1, ObjectType::Role},
        {"EVENT"_L1, ObjectType::Other},       {"SERVER"_L1, ObjectType::Other},       {"TABLESPACE"_L1, ObjectType::Tablespace},
        {"PREPARE"_L1, ObjectType::Other},     {"CATALOG"_L1, ObjectType::Other},      {"RESOURCE"_L1, ObjectType::Other},
        {"SPATIAL"_L1, ObjectType::Other},     {"UNDO"_L1, ObjectType::Other},         {"LOGFILE"_L1, ObjectType::Other},
    };
    Operation operation = begin(Kind::DropObject);
    if (m_in.accept("TEMPORARY"_L1))
        operation.flags |= Flag::Temporary;
    const auto entry = std::ranges::find_if(entries, [this](const Entry &candidate) { return m_in.isWord(candidate.word); });
    if (entry == std::end(entries))
        return false;
    m_in.advance();
    operation.objectType = entry->type;
    if (entry->type == ObjectType::Other)
        return addToEnd(Kind::Other);
    m_in.accept("BODY"_L1);
    readIfExists(operation);
    const qsizetype start = m_in.index();
    do {
        const qsizetype from = m_in.index();
        if (entry->type == ObjectType::Role && m_in.peek().kind == TokenKind::String) {
            operation.relation = {.schema = {}, .name = unquoted(m_in.peek(), m_dialect)};
            m_in.advance();
        } else {
            operation.relation = m_in.readName();
        }
        if (operation.relation.isEmpty())
            return false;
        if (entry->type == ObjectType::Role && m_in.acceptSymbol(u'@'))
            m_in.advance();
        add(operation, from);
    } while (m_in.acceptSymbol(u','));
    if (m_operations.size() == 1)
        m_operations.first().offset = m_operations.first().length = 0;
    const bool cascade = m_in.accept("CASCADE"_L1);
    m_in.accept("RESTRICT"_L1);
    readWait();
    for (Operation &dropped : m_operations) {
        dropped.flags.setFlag(Flag::Cascade, cascade);
        dropped.flags.setFlag(Flag::NoWait, m_wait == 0);
        dropped.waitSeconds = m_wait;
    }
    if (entry->type == ObjectType::Tablespace)
        toEnd();
    return m_in.index() > start && m_in.atEnd();
}

bool MySqlStatementReader::readDropIndex()
{
    m_in.accept("ONLINE"_L1);
    m_in.advance();
    Operation operation = begin(Kind::DropObject);
    operation.objectType = ObjectType::Index;
    readIfExists(operation);
    operation.name = m_in.readIdentifier();
    if (operation.name.isEmpty() || !m_in.accept("ON"_L1))
        return false;
    operation.relation = m_in.readName();
    readAsPrimaryKey(operation);
    readWait();
    while (m_in.isAnyWord({"ALGORITHM"_L1, "LOCK"_L1})) {
        if (!readAlgorithmOrLock())
            return false;
        m_in.acceptSymbol(u',');
    }
    operation.algorithm = m_algorithm;
    operation.lock = m_lock;
    operation.waitSeconds = m_wait;
    operation.flags.setFlag(Flag::NoWait, m_wait == 0);
    m_operations.append(operation);
    return m_in.atEnd() && !operation.relation.isEmpty();
}

/// RENAME TABLE a TO b, …; RENAME USER
bool MySqlStatementReader::readRename()
{
    m_in.advance();
    if (m_in.isWord("USER"_L1))
        return addToEnd(Kind::AlterRole);
    if (!m_in.acceptAny({"TABLE"_L1, "TABLES"_L1}))
        return false;
    Operation operation = begin(Kind::RenameObject);
    readIfExists(operation);
    do {
        const qsizetype start = m_in.index();
        operation.relation = m_in.readName();
        readWait();
        if (operation.relation.isEmpty() || !m_in.accept("TO"_L1))
            return false;
        const ObjectName target = m_in.readName();
        operation.newName = target.name;
        operation.other.schema = target.schema == operation.relation.schema ? QString() : target.schema;
        operation.waitSeconds = m_wait;
        operation.flags.setFlag(Flag::NoWait, m_wait == 0);
        add(operation, start);
        if (target.isEmpty())
            return false;
    } while (m_in.acceptSymbol(u','));
    return m_in.atEnd();
}

bool MySqlStatementReader::readTruncate()
{
    m_in.advance();
    m_in.accept("TABLE"_L1);
    Operation operation = begin(Kind::Truncate);
    operation.relation = m_in.readName();
    readWait();
    operation.waitSeconds = m_wait;
    operation.flags.setFlag(Flag::NoWait, m_wait == 0);
    m_in.accept({"DROP"_L1, "STORAGE"_L1});
    m_in.accept({"REUSE"_L1, "STORAGE"_L1});
    m_operations.append(operation);
    return m_in.atEnd() && !operation.relation.isEmpty();
}

} // namespace Whimbrel
