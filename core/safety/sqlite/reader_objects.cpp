// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/sqlite/statementreader.h"
#include "safety/tokens/expressionreader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

bool SqliteStatementReader::readCreate()
{
    m_in.advance();
    Operation operation;
    if (m_in.acceptAny({"TEMP"_L1, "TEMPORARY"_L1}))
        operation.flags |= Flag::Temporary;
    if (m_in.accept("TABLE"_L1))
        return readCreateTable(operation);
    if (m_in.accept("VIEW"_L1))
        return readCreateView(operation);
    if (m_in.accept("TRIGGER"_L1))
        return readCreateTrigger(operation);
    if (m_in.accept({"VIRTUAL"_L1, "TABLE"_L1}))
        return readCreateVirtualTable(operation);
    if (m_in.accept("UNIQUE"_L1))
        operation.flags |= Flag::Unique;
    return m_in.accept("INDEX"_L1) && readCreateIndex(operation);
}

bool SqliteStatementReader::readCreateVirtualTable(Operation operation)
{
    operation.kind = Kind::CreateTable;
    readIfNotExists(operation);
    operation.relation = m_in.readName();
    if (operation.relation.isEmpty() || !m_in.accept("USING"_L1) || !m_in.atName())
        return false;
    operation.options = {{u"USING"_s, m_in.readIdentifier()}};
    if (m_in.isSymbol(u'('))
        m_in.skipParentheses();
    return addLast(operation);
}

bool SqliteStatementReader::readCreateIndex(Operation operation)
{
    operation.kind = Kind::CreateIndex;
    const qsizetype start = m_in.index();
    readIfNotExists(operation);
    const ObjectName name = m_in.readName();
    if (name.isEmpty() || !m_in.accept("ON"_L1))
        return false;
    operation.relation = m_in.readName();
    operation.relation.schema = name.schema;
    operation.name = name.name;
    IndexDefinition index;
    index.name = name.name;
    index.unique = operation.has(Flag::Unique);
    if (operation.relation.isEmpty() || !readIndexParts(index))
        return false;
    if (m_in.accept("WHERE"_L1)) {
        const qsizetype condition = m_in.index();
        m_in.setIndex(m_in.count());
        index.predicate = readExpression(m_in, condition, m_in.count());
        if (index.predicate.isEmpty())
            return false;
    }
    index.text = m_in.textFrom(start);
    operation.indexes = {index};
    return addLast(operation);
}

/// (column [COLLATE c] [ASC | DESC], expression, …)
bool SqliteStatementReader::readIndexParts(IndexDefinition &index)
{
    if (!m_in.acceptSymbol(u'('))
        return false;
    do {
        const qsizetype start = m_in.index();
        m_in.skipToListEnd();
        if (m_in.index() == start)
            return false;
        IndexDefinition::Part part;
        qsizetype end = m_in.index();
        if (m_in.at(end - 1).isAnyWord({"ASC"_L1, "DESC"_L1})) {
            part.plain = m_in.at(end - 1).isWord("ASC"_L1);
            --end;
        }
        if (end - start >= 2 && m_in.at(end - 2).isWord("COLLATE"_L1)) {
            part.plain = false;
            end -= 2;
        }
        const TokenKind kind = m_in.at(start).kind;
        if (end == start + 1 && (kind == TokenKind::Word || kind == TokenKind::QuotedName || kind == TokenKind::String)) {
            part.column = unquoted(m_in.at(start), Dialect::SQLite);
        } else {
            part.expression = readExpression(m_in, start, end);
            part.plain = false;
        }
        index.parts.append(part);
    } while (m_in.acceptSymbol(u','));
    return m_in.acceptSymbol(u')');
}

bool SqliteStatementReader::readCreateView(Operation operation)
{
    operation.kind = Kind::CreateView;
    operation.objectType = ObjectType::View;
    readIfNotExists(operation);
    operation.relation = m_in.readName();
    if (const auto names = m_in.readNameList())
        operation.columnNames = *names;
    if (operation.relation.isEmpty() || !m_in.accept("AS"_L1) || !m_in.isAnyWord({"SELECT"_L1, "WITH"_L1, "VALUES"_L1}))
        return false;
    for (const NamedRelation &relation : relationsIn(m_in, m_in.index(), m_in.count())) {
        if (!operation.reads.contains(relation.name))
            operation.reads.append(relation.name);
    }
    operation.expression = readExpression(m_in, m_in.index(), m_in.count());
    operation.expression.text = m_in.text(0, m_in.count());
    return addToEnd(operation);
}

/// `reads` are the relations that its body touches; `expression` holds the columns of WHEN and of the body.
bool SqliteStatementReader::readCreateTrigger(Operation operation)
{
    operation.kind = Kind::CreateTrigger;
    readIfNotExists(operation);
    const ObjectName name = m_in.readName();
    operation.name = name.name;
    if (name.isEmpty())
        return false;
    const qsizetype moment = m_in.index();
    if (!m_in.acceptAny({"BEFORE"_L1, "AFTER"_L1}))
        m_in.accept({"INSTEAD"_L1, "OF"_L1});
    if (!m_in.acceptAny({"INSERT"_L1, "UPDATE"_L1, "DELETE"_L1}))
        return false;
    operation.value = m_in.textFrom(moment).simplified().toUpper();
    while (!m_in.atEnd() && !m_in.isWord("ON"_L1)) { // OF a, b
        if (m_in.atName() && !m_in.isWord("OF"_L1))
            operation.columnNames.append(unquoted(m_in.peek(), Dialect::SQLite));
        m_in.advance();
    }
    if (!m_in.accept("ON"_L1))
        return false;
    operation.relation = m_in.readName();
    operation.relation.schema = name.schema;
    m_in.accept({"FOR"_L1, "EACH"_L1, "ROW"_L1});
    const qsizetype body = m_in.index();
    while (!m_in.atEnd() && !m_in.isWord("BEGIN"_L1)) {
        if (!m_in.skipParentheses())
            m_in.advance();
    }
    if (operation.relation.isEmpty() || m_in.atEnd() || !m_in.at(m_in.count() - 1).isWord("END"_L1))
        return false;
    for (qsizetype i = m_in.index(); i < m_in.count(); ++i) {
        const bool changes = m_in.at(i).isWord("INTO"_L1)
            || (m_in.at(i).isWord("UPDATE"_L1) && (m_in.at(i - 1).isSymbol(u';') || m_in.at(i - 1).isWord("BEGIN"_L1)));
        if (changes && !m_in.at(i + 1).isWord("OR"_L1))
            operation.reads.append({.schema = {}, .name = unquoted(m_in.at(i + 1), Dialect::SQLite)});
    }
    for (const NamedRelation &relation : relationsIn(m_in, m_in.index(), m_in.count())) {
        if (!operation.reads.contains(relation.name))
            operation.reads.append(relation.name);
    }
    operation.expression = readExpression(m_in, body, m_in.count());
    operation.expression.text = m_in.text(0, m_in.count());
    return addToEnd(operation);
}

bool SqliteStatementReader::readDrop()
{
    m_in.advance();
    Operation operation = begin(Kind::DropObject);
    if (m_in.accept("TABLE"_L1))
        operation.objectType = ObjectType::Table;
    else if (m_in.accept("INDEX"_L1))
        operation.objectType = ObjectType::Index;
    else if (m_in.accept("VIEW"_L1))
        operation.objectType = ObjectType::View;
    else if (m_in.accept("TRIGGER"_L1))
        operation.objectType = ObjectType::Trigger;
    else
        return false;
    readIfExists(operation);
    operation.relation = m_in.readName();
    return !operation.relation.isEmpty() && addLast(operation);
}

} // namespace Whimbrel
