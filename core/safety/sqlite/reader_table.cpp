// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/sqlite/statementreader.h"
#include "safety/tokens/expressionreader.h"
#include "safety/tokens/relationscan.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

using Flag = Operation::Flag;
using Kind = Operation::Kind;

bool SqliteStatementReader::readCreateTable(Operation operation)
{
    operation.kind = Kind::CreateTable;
    readIfNotExists(operation);
    operation.relation = m_in.readName();
    if (operation.relation.isEmpty())
        return false;
    if (m_in.accept("AS"_L1)) {
        if (!m_in.isAnyWord({"SELECT"_L1, "WITH"_L1, "VALUES"_L1}))
            return false;
        operation.kind = Kind::CreateTableAs;
        for (const NamedRelation &relation : relationsIn(m_in, m_in.index(), m_in.count())) {
            if (!operation.reads.contains(relation.name))
                operation.reads.append(relation.name);
        }
        return addToEnd(operation);
    }
    if (!m_in.acceptSymbol(u'('))
        return false;
    do {
        if (!readTableElement(operation))
            return false;
        // SQLite lets the comma between two table constraints go.
    } while (m_in.acceptSymbol(u',') || (!operation.constraints.isEmpty() && atTableConstraint()));
    return m_in.acceptSymbol(u')') && readTableOptions(operation) && addLast(operation);
}

bool SqliteStatementReader::readTableElement(Operation &table)
{
    if (!atTableConstraint()) {
        ColumnDefinition column;
        if (!readColumn(column))
            return false;
        table.columns.append(column);
        return true;
    }
    ConstraintDefinition constraint;
    if (!readTableConstraint(constraint))
        return false;
    table.constraints.append(constraint);
    return true;
}

bool SqliteStatementReader::readTableOptions(Operation &table)
{
    if (m_in.atEnd())
        return true;
    do {
        if (m_in.accept("STRICT"_L1))
            table.options.append({u"STRICT"_s, {}});
        else if (m_in.accept({"WITHOUT"_L1, "ROWID"_L1}))
            table.options.append({u"WITHOUT ROWID"_s, {}});
        else
            return false;
    } while (m_in.acceptSymbol(u','));
    return true;
}

bool SqliteStatementReader::readColumn(ColumnDefinition &column)
{
    const qsizetype start = m_in.index();
    column.name = m_in.readIdentifier();
    if (column.name.isEmpty() || !readType(column.type))
        return false;
    while (!m_in.atEnd() && !m_in.isSymbol(u',') && !m_in.isSymbol(u')')) {
        if (!readColumnConstraint(column))
            return false;
    }
    column.text = m_in.textFrom(start);
    return true;
}

/// Any words, and one or two numbers in parentheses; or nothing at all.
bool SqliteStatementReader::readType(TypeName &type)
{
    const qsizetype start = m_in.index();
    QStringList words;
    while ((m_in.atName() || m_in.peek().kind == TokenKind::String)
           && !m_in.isAnyWord({"CONSTRAINT"_L1, "PRIMARY"_L1, "NOT"_L1, "NULL"_L1, "UNIQUE"_L1, "CHECK"_L1, "DEFAULT"_L1, "COLLATE"_L1,
                               "REFERENCES"_L1, "GENERATED"_L1, "AS"_L1, "DEFERRABLE"_L1}))
        words.append(m_in.readIdentifier().toLower());
    type.name.name = words.join(u' ');
    if (!words.isEmpty() && m_in.isSymbol(u'(')) {
        const qsizetype behind = m_in.behindParentheses(m_in.index());
        if (behind < 0)
            return false;
        for (qsizetype i = m_in.index() + 1; i < behind - 1; ++i) {
            if (m_in.at(i).kind == TokenKind::Number)
                type.modifiers.append(m_in.at(i).text.toInt());
        }
        m_in.setIndex(behind);
    }
    type.text = m_in.textFrom(start);
    return true;
}

bool SqliteStatementReader::readColumnConstraint(ColumnDefinition &column)
{
    const qsizetype start = m_in.index();
    ConstraintDefinition constraint;
    constraint.columns = {column.name};
    if (m_in.accept("CONSTRAINT"_L1)) {
        constraint.name = m_in.readIdentifier();
        if (constraint.name.isEmpty())
            return false;
    }
    if (m_in.accept({"NOT"_L1, "NULL"_L1})) {
        column.notNull = true;
        return readConflictClause();
    }
    if (m_in.accept("NULL"_L1)) {
        column.explicitNull = true;
        return readConflictClause();
    }
    if (m_in.accept("DEFAULT"_L1)) {
        column.hasDefault = true;
        return readDefault(column.defaultValue);
    }
    if (m_in.accept("COLLATE"_L1)) {
        column.type.collation = m_in.readIdentifier().toLower();
        return !column.type.collation.isEmpty();
    }
    if (m_in.isAnyWord({"GENERATED"_L1, "AS"_L1}))
        return readGenerated(column);
    if (m_in.accept({"PRIMARY"_L1, "KEY"_L1})) {
        constraint.kind = ConstraintKind::PrimaryKey;
        m_in.acceptAny({"ASC"_L1, "DESC"_L1});
        if (!readConflictClause())
            return false;
        column.identity = m_in.accept("AUTOINCREMENT"_L1);
    } else if (m_in.accept("UNIQUE"_L1)) {
        constraint.kind = ConstraintKind::Unique;
        if (!readConflictClause())
            return false;
    } else if (m_in.isWord("REFERENCES"_L1)) {
        if (!readReferences(constraint))
            return false;
    } else if (!readCheck(constraint)) {
        return false;
    }
    constraint.text = m_in.textFrom(start);
    column.constraints.append(constraint);
    return true;
}

/// A literal, a signed number, CURRENT_TIMESTAMP and its like, or an expression in parentheses; nothing else.
bool SqliteStatementReader::readDefault(Expression &value)
{
    const qsizetype start = m_in.index();
    if (!m_in.isSymbol(u'(')) {
        if (!m_in.acceptSymbol(u'-'))
            m_in.acceptSymbol(u'+');
        const bool blob = m_in.isAnyWord({"X"_L1}) && m_in.peek(1).kind == TokenKind::String;
        const TokenKind kind = m_in.peek().kind;
        if (kind != TokenKind::Number && kind != TokenKind::String && !m_in.atName())
            return false;
        m_in.advance(blob ? 2 : 1);
    } else if (!m_in.skipParentheses()) {
        return false;
    }
    value = readExpression(m_in, start, m_in.index());
    return true;
}

bool SqliteStatementReader::readGenerated(ColumnDefinition &column)
{
    if (m_in.accept("GENERATED"_L1) && !m_in.accept("ALWAYS"_L1))
        return false;
    if (!m_in.accept("AS"_L1) || !m_in.isSymbol(u'('))
        return false;
    const qsizetype start = m_in.index();
    if (!m_in.skipParentheses())
        return false;
    column.generatedAs = readExpression(m_in, start, m_in.index());
    column.generated = m_in.accept("STORED"_L1) ? GeneratedKind::Stored : GeneratedKind::Virtual;
    m_in.accept("VIRTUAL"_L1);
    return true;
}

bool SqliteStatementReader::atTableConstraint() const
{
    return m_in.isAnyWord({"CONSTRAINT"_L1, "UNIQUE"_L1, "CHECK"_L1}) || m_in.isWords({"PRIMARY"_L1, "KEY"_L1})
        || m_in.isWords({"FOREIGN"_L1, "KEY"_L1});
}

bool SqliteStatementReader::readTableConstraint(ConstraintDefinition &constraint)
{
    const qsizetype start = m_in.index();
    if (m_in.accept("CONSTRAINT"_L1)) {
        constraint.name = m_in.readIdentifier();
        if (constraint.name.isEmpty())
            return false;
    }
    if (m_in.accept({"FOREIGN"_L1, "KEY"_L1})) {
        const auto columns = m_in.readNameList();
        if (!columns || !readReferences(constraint))
            return false;
        constraint.columns = *columns;
    } else if (m_in.isWords({"PRIMARY"_L1, "KEY"_L1}) || m_in.isWord("UNIQUE"_L1)) {
        constraint.kind = m_in.isWord("UNIQUE"_L1) ? ConstraintKind::Unique : ConstraintKind::PrimaryKey;
        m_in.advance(m_in.isWord("UNIQUE"_L1) ? 1 : 2);
        // PRIMARY KEY (id AUTOINCREMENT) is accepted as well.
        IndexDefinition index;
        const qsizetype behind = m_in.behindParentheses(m_in.index());
        const bool autoIncrement = behind > 0 && m_in.at(behind - 2).isWord("AUTOINCREMENT"_L1);
        if (autoIncrement) {
            m_in.advance();
            index.parts.append({.column = m_in.readIdentifier(), .expression = {}, .plain = true});
            m_in.setIndex(behind);
        } else if (!readIndexParts(index)) {
            return false;
        }
        constraint.columns = index.keyColumns();
        if (!readConflictClause())
            return false;
    } else if (readCheck(constraint)) {
        constraint.columns = constraint.expression.columns;
    } else {
        return false;
    }
    constraint.text = m_in.textFrom(start);
    return true;
}

bool SqliteStatementReader::readCheck(ConstraintDefinition &constraint)
{
    constraint.kind = ConstraintKind::Check;
    if (!m_in.accept("CHECK"_L1) || !m_in.isSymbol(u'('))
        return false;
    const qsizetype start = m_in.index();
    if (!m_in.skipParentheses())
        return false;
    constraint.expression = readExpression(m_in, start, m_in.index());
    return readConflictClause();
}

bool SqliteStatementReader::readReferences(ConstraintDefinition &constraint)
{
    constraint.kind = ConstraintKind::ForeignKey;
    if (!m_in.accept("REFERENCES"_L1))
        return false;
    constraint.references = m_in.readName();
    if (constraint.references.isEmpty())
        return false;
    if (const auto columns = m_in.readNameList())
        constraint.referencedColumns = *columns;
    for (;;) {
        if (m_in.accept("ON"_L1)) {
            if (!m_in.isAnyWord({"DELETE"_L1, "UPDATE"_L1}))
                return false;
            QString &action = m_in.isWord("DELETE"_L1) ? constraint.onDelete : constraint.onUpdate;
            m_in.advance();
            const qsizetype start = m_in.index();
            if (!m_in.accept({"SET"_L1, "NULL"_L1}) && !m_in.accept({"SET"_L1, "DEFAULT"_L1}) && !m_in.accept({"NO"_L1, "ACTION"_L1})
                && !m_in.acceptAny({"CASCADE"_L1, "RESTRICT"_L1}))
                return false;
            action = m_in.at(start).isWord("NO"_L1) ? QString() : m_in.textFrom(start).simplified().toUpper();
        } else if (m_in.accept("MATCH"_L1)) {
            if (m_in.readIdentifier().isEmpty())
                return false;
        } else if (m_in.isWord("DEFERRABLE"_L1) || m_in.isWords({"NOT"_L1, "DEFERRABLE"_L1})) {
            constraint.deferrable = !m_in.accept("NOT"_L1);
            m_in.advance();
            if (m_in.accept("INITIALLY"_L1) && !m_in.acceptAny({"DEFERRED"_L1, "IMMEDIATE"_L1}))
                return false;
        } else {
            return true;
        }
    }
}

/// ON CONFLICT ROLLBACK and its like, or nothing.
bool SqliteStatementReader::readConflictClause()
{
    return !m_in.accept({"ON"_L1, "CONFLICT"_L1})
        || m_in.acceptAny({"ROLLBACK"_L1, "ABORT"_L1, "FAIL"_L1, "IGNORE"_L1, "REPLACE"_L1});
}

} // namespace Whimbrel
