// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/mysql/statementreader.h"
#include "safety/tokens/expressionreader.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

bool MySqlStatementReader::readReferences(ConstraintDefinition &constraint)
{
    constraint.kind = ConstraintKind::ForeignKey;
    if (!m_in.accept("REFERENCES"_L1))
        return false;
    constraint.references = m_in.readName();
    if (constraint.references.isEmpty())
        return false;
    if (const auto columns = m_in.readNameList())
        constraint.referencedColumns = *columns;
    if (m_in.accept("MATCH"_L1) && !m_in.acceptAny({"FULL"_L1, "PARTIAL"_L1, "SIMPLE"_L1}))
        return false;
    while (m_in.isWord("ON"_L1) && m_in.peek(1).isAnyWord({"DELETE"_L1, "UPDATE"_L1})) {
        if (m_in.peek(2).isAnyWord({"CURRENT_TIMESTAMP"_L1, "NOW"_L1}))
            break;
        QString &action = m_in.isWord("DELETE"_L1, 1) ? constraint.onDelete : constraint.onUpdate;
        m_in.advance(2);
        const qsizetype start = m_in.index();
        if (!m_in.acceptAny({"RESTRICT"_L1, "CASCADE"_L1}) && !m_in.accept({"SET"_L1, "NULL"_L1})
            && !m_in.accept({"SET"_L1, "DEFAULT"_L1}) && !m_in.accept({"NO"_L1, "ACTION"_L1}))
            return false;
        action = m_in.at(start).isWord("NO"_L1) ? QString() : m_in.textFrom(start).simplified().toUpper();
    }
    return true;
}

bool MySqlStatementReader::readCheck(ConstraintDefinition &constraint)
{
    constraint.kind = ConstraintKind::Check;
    if (!m_in.accept("CHECK"_L1) || !m_in.isSymbol(u'('))
        return false;
    const qsizetype start = m_in.index();
    if (!m_in.skipParentheses())
        return false;
    constraint.expression = readExpression(m_in, start, m_in.index());
    if (m_in.accept({"NOT"_L1, "ENFORCED"_L1}))
        constraint.notEnforced = true;
    else
        m_in.accept("ENFORCED"_L1);
    return true;
}

/// CONSTRAINT …, PRIMARY KEY, FOREIGN KEY or CHECK.
bool MySqlStatementReader::atConstraint() const
{
    return m_in.isAnyWord({"CONSTRAINT"_L1, "FOREIGN"_L1, "CHECK"_L1}) || m_in.isWords({"PRIMARY"_L1, "KEY"_L1});
}

/// CONSTRAINT name UNIQUE is an index to these servers.
bool MySqlStatementReader::isUniqueConstraint() const
{
    return m_in.isWord("CONSTRAINT"_L1)
        && (m_in.isWord("UNIQUE"_L1, 1) || (m_in.atName(1) && m_in.isWord("UNIQUE"_L1, 2))
            || (m_in.isWords({"CONSTRAINT"_L1, "IF"_L1, "NOT"_L1, "EXISTS"_L1}) && m_in.isWord("UNIQUE"_L1, 5)));
}

bool MySqlStatementReader::atIndex() const
{
    return isUniqueConstraint() || m_in.isAnyWord({"INDEX"_L1, "KEY"_L1, "UNIQUE"_L1, "FULLTEXT"_L1, "SPATIAL"_L1})
        || (m_in.isWord("VECTOR"_L1) && m_in.peek(1).isAnyWord({"INDEX"_L1, "KEY"_L1}));
}

bool MySqlStatementReader::readConstraint(ConstraintDefinition &constraint)
{
    const qsizetype start = m_in.index();
    if (m_in.accept("CONSTRAINT"_L1)) {
        constraint.ifNotExists = m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
        if (!m_in.isAnyWord({"PRIMARY"_L1, "FOREIGN"_L1, "CHECK"_L1}))
            constraint.name = m_in.readIdentifier();
    }
    if (m_in.accept({"PRIMARY"_L1, "KEY"_L1})) {
        constraint.kind = ConstraintKind::PrimaryKey;
        constraint.ifNotExists |= m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
        IndexDefinition index;
        if (m_in.atName() && !m_in.isWord("USING"_L1))
            m_in.readIdentifier();
        if (!readIndexBody(index))
            return false;
        constraint.columns = index.keyColumns();
    } else if (m_in.accept({"FOREIGN"_L1, "KEY"_L1})) {
        constraint.ifNotExists |= m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
        if (const QString name = m_in.readIdentifier(); constraint.name.isEmpty())
            constraint.name = name;
        const auto columns = m_in.readNameList();
        if (!columns || !readReferences(constraint))
            return false;
        constraint.columns = *columns;
    } else if (!readCheck(constraint)) {
        return false;
    } else {
        constraint.columns = constraint.expression.columns;
    }
    constraint.text = m_in.textFrom(start);
    return true;
}

/// [CONSTRAINT [name]] {INDEX | UNIQUE [INDEX] | FULLTEXT [INDEX] | SPATIAL [INDEX]} [name] (parts) options
bool MySqlStatementReader::readIndex(IndexDefinition &index, bool &ifNotExists)
{
    const qsizetype start = m_in.index();
    if (m_in.accept("CONSTRAINT"_L1)) {
        ifNotExists = m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
        if (!m_in.isWord("UNIQUE"_L1))
            index.name = m_in.readIdentifier();
    }
    if (m_in.accept("UNIQUE"_L1))
        index.unique = true;
    else if (m_in.isAnyWord({"FULLTEXT"_L1, "SPATIAL"_L1, "VECTOR"_L1}))
        index.method = m_in.readIdentifier().toUpper();
    m_in.acceptAny({"INDEX"_L1, "KEY"_L1});
    ifNotExists |= m_in.accept({"IF"_L1, "NOT"_L1, "EXISTS"_L1});
    if (m_in.atName() && !m_in.isWord("USING"_L1)) {
        const QString name = m_in.readIdentifier();
        if (index.name.isEmpty())
            index.name = name;
    }
    if (!readIndexBody(index))
        return false;
    index.text = m_in.textFrom(start);
    return true;
}

/// [USING BTREE] (parts) options
bool MySqlStatementReader::readIndexBody(IndexDefinition &index)
{
    if (m_in.acceptAny({"USING"_L1, "TYPE"_L1}))
        index.method = m_in.readIdentifier().toLower();
    return readIndexParts(index) && readIndexOptions(index);
}

bool MySqlStatementReader::readIndexParts(IndexDefinition &index)
{
    if (!m_in.acceptSymbol(u'('))
        return false;
    do {
        IndexDefinition::Part part;
        if (m_in.isSymbol(u'(')) {
            const qsizetype start = m_in.index();
            if (!m_in.skipParentheses())
                return false;
            part.expression = readExpression(m_in, start, m_in.index());
            part.plain = false;
        } else {
            part.column = m_in.readIdentifier();
            if (part.column.isEmpty())
                return false;
            if (m_in.isSymbol(u'(')) {
                part.plain = false;
                if (!m_in.skipParentheses())
                    return false;
            }
        }
        if (m_in.accept("DESC"_L1))
            part.plain = false;
        else
            m_in.accept("ASC"_L1);
        index.parts.append(part);
        if (m_in.accept({"WITHOUT"_L1, "OVERLAPS"_L1}))
            index.parts.last().plain = false;
    } while (m_in.acceptSymbol(u','));
    return m_in.acceptSymbol(u')');
}

bool MySqlStatementReader::readIndexOptions(IndexDefinition &index)
{
    QString value;
    for (;;) {
        if (m_in.acceptAny({"USING"_L1, "TYPE"_L1})) {
            index.method = m_in.readIdentifier().toLower();
        } else if (m_in.accept({"WITH"_L1, "PARSER"_L1})) {
            if (m_in.readIdentifier().isEmpty())
                return false;
        } else if (m_in.acceptAny({"KEY_BLOCK_SIZE"_L1, "COMMENT"_L1, "ENGINE_ATTRIBUTE"_L1, "SECONDARY_ENGINE_ATTRIBUTE"_L1,
                                   "CLUSTERING"_L1, "M"_L1, "DISTANCE"_L1, "MAX_EDGES_PER_NODE"_L1})) {
            if (!readOptionValue(value))
                return false;
        } else if (!m_in.acceptAny({"VISIBLE"_L1, "INVISIBLE"_L1, "IGNORED"_L1}) && !m_in.accept({"NOT"_L1, "IGNORED"_L1})) {
            return true;
        }
    }
}

} // namespace Whimbrel
