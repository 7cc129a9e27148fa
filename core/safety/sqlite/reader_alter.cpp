// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/sqlite/statementreader.h"
#include "safety/tokens/expressionreader.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

/// SQLite takes one action a statement. Several are read all the same, to say so, and so is what other servers have.
bool SqliteStatementReader::readAlterTable()
{
    m_in.advance();
    if (!m_in.accept("TABLE"_L1))
        return false;
    m_table = m_in.readName();
    if (m_table.isEmpty())
        return false;
    do {
        const qsizetype start = m_in.index();
        if (!readAlterAction())
            return false;
        m_operations.last().offset = m_in.offset(start);
        m_operations.last().length = m_in.endOffset(m_in.index() - 1) - m_in.offset(start);
    } while (m_in.acceptSymbol(u','));
    if (m_operations.size() == 1)
        m_operations.first().offset = m_operations.first().length = 0;
    return m_in.atEnd();
}

bool SqliteStatementReader::readAlterAction()
{
    if (m_in.accept("RENAME"_L1))
        return readRename();
    if (m_in.accept("ADD"_L1))
        return readAddition();
    if (m_in.accept("ALTER"_L1))
        return readAlterColumn();
    if (m_in.accept("MODIFY"_L1))
        return readModification(false);
    if (m_in.accept("CHANGE"_L1))
        return readModification(true);
    return m_in.accept("DROP"_L1) && readDropAction();
}

bool SqliteStatementReader::readDropAction()
{
    Operation operation = begin(Kind::DropColumn);
    if (m_in.isWord("CONSTRAINT"_L1) && m_in.atName(1)) {
        operation.kind = Kind::DropConstraint;
        m_in.advance();
    } else if (m_in.isWord("COLUMN"_L1) && !m_in.peek(1).text.isEmpty() && !m_in.isSymbol(u',', 1)) {
        m_in.advance();
    }
    readIfExists(operation);
    operation.name = m_in.readIdentifier();
    return !operation.name.isEmpty() && addAction(operation);
}

/// MODIFY [COLUMN] definition, CHANGE [COLUMN] name definition: MySQL's
bool SqliteStatementReader::readModification(bool renames)
{
    Operation operation = begin(Kind::ModifyColumn);
    if (m_in.isWord("COLUMN"_L1) && m_in.atName(1))
        m_in.advance();
    if (renames)
        operation.name = m_in.readIdentifier();
    ColumnDefinition column;
    if (!readColumn(column))
        return false;
    if (renames && column.name != operation.name)
        operation.newName = column.name;
    else
        operation.name = column.name;
    operation.columns = {column};
    return !operation.name.isEmpty() && addAction(operation);
}

bool SqliteStatementReader::readRename()
{
    Operation operation = begin(Kind::RenameObject);
    if (!m_in.accept("TO"_L1)) {
        operation.kind = Kind::RenameColumn;
        if (m_in.isWord("COLUMN"_L1) && !m_in.isWord("TO"_L1, 1))
            m_in.advance();
        operation.name = m_in.readIdentifier();
        if (operation.name.isEmpty() || !m_in.accept("TO"_L1))
            return false;
    }
    operation.newName = m_in.readIdentifier();
    return !operation.newName.isEmpty() && addAction(operation);
}

/// ADD [COLUMN] definition, ADD [CONSTRAINT name] constraint
bool SqliteStatementReader::readAddition()
{
    Operation operation = begin(Kind::AddColumn);
    if (atTableConstraint()) {
        ConstraintDefinition constraint;
        if (!readTableConstraint(constraint))
            return false;
        operation.kind = Kind::AddConstraint;
        operation.name = constraint.name;
        operation.constraints = {constraint};
        return addAction(operation);
    }
    if (m_in.isWord("COLUMN"_L1) && !m_in.peek(1).text.isEmpty())
        m_in.advance();
    readIfNotExists(operation);
    ColumnDefinition column;
    if (!readColumn(column))
        return false;
    operation.name = column.name;
    operation.columns = {column};
    return addAction(operation);
}

/// ALTER [COLUMN] c SET NOT NULL, DROP NOT NULL; and what SQLite does not have: TYPE, SET DEFAULT, DROP DEFAULT
bool SqliteStatementReader::readAlterColumn()
{
    if (m_in.isWord("COLUMN"_L1) && m_in.atName(1))
        m_in.advance();
    Operation operation = begin(Kind::SetNotNull);
    operation.name = m_in.readIdentifier();
    if (operation.name.isEmpty())
        return false;
    if (m_in.accept({"SET"_L1, "NOT"_L1, "NULL"_L1}))
        return readConflictClause() && addAction(operation);
    if (m_in.accept({"DROP"_L1, "NOT"_L1, "NULL"_L1}))
        operation.kind = Kind::DropNotNull;
    else if (m_in.accept({"DROP"_L1, "DEFAULT"_L1}))
        operation.kind = Kind::DropDefault;
    else if (m_in.accept({"SET"_L1, "DEFAULT"_L1})) {
        operation.kind = Kind::SetDefault;
        if (!readDefault(operation.expression))
            return false;
    } else if (m_in.accept("TYPE"_L1) || m_in.accept({"SET"_L1, "DATA"_L1, "TYPE"_L1})) {
        operation.kind = Kind::AlterColumnType;
        ColumnDefinition column;
        column.name = operation.name;
        if (!readType(column.type) || column.type.isEmpty())
            return false;
        operation.columns = {column};
    } else {
        return false;
    }
    return addAction(operation);
}

} // namespace Whimbrel
