// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/tokens/relationscan.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

class RelationScan
{
public:
    RelationScan(const TokenCursor &cursor, qsizetype from, qsizetype to, bool inFromList)
        : m_cursor(cursor)
        , m_end(to)
        , m_index(from)
        , m_inFromList{inFromList}
        , m_expectsTable(inFromList)
    {
    }

    QList<NamedRelation> scan();

private:
    void step();
    void readRelation();
    QString readAlias();
    void noteCommonTable();
    QString nameAt(qsizetype index) const { return unquoted(m_cursor.at(index), m_cursor.dialect()); }
    bool isName(qsizetype index) const
    {
        const Token &token = m_cursor.at(index);
        return index < m_end && (token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName);
    }

    const TokenCursor &m_cursor;
    const qsizetype m_end;
    qsizetype m_index;
    std::vector<bool> m_inFromList; ///< for each open parenthesis: a comma is followed by a table
    bool m_expectsTable;
    QSet<QString> m_commonTables;   ///< lower case
    QList<NamedRelation> m_relations;
};

QList<NamedRelation> RelationScan::scan()
{
    while (m_index < m_end)
        step();
    return m_relations;
}

void RelationScan::step()
{
    const Token &token = m_cursor.at(m_index);
    if (token.isSymbol(u'(')) {
        // (a JOIN b) in a FROM list stands where a table stands; a subquery says so itself.
        m_inFromList.push_back(m_expectsTable);
        ++m_index;
        return;
    }
    if (token.isSymbol(u')')) {
        if (m_inFromList.size() > 1)
            m_inFromList.pop_back();
        m_expectsTable = false;
        ++m_index;
        return;
    }
    if (token.isAnyWord({"FROM"_L1, "JOIN"_L1, "STRAIGHT_JOIN"_L1}) && !m_cursor.at(m_index - 1).isWord("DISTINCT"_L1)) {
        m_inFromList.back() = true;
        m_expectsTable = true;
    } else if (token.isAnyWord({"SELECT"_L1, "WHERE"_L1, "GROUP"_L1, "ORDER"_L1, "HAVING"_L1, "WINDOW"_L1, "LIMIT"_L1, "SET"_L1,
                                "RETURNING"_L1, "UNION"_L1, "EXCEPT"_L1, "INTERSECT"_L1, "VALUES"_L1})) {
        m_inFromList.back() = false;
        m_expectsTable = false;
    } else if (token.isSymbol(u',')) {
        m_expectsTable = m_inFromList.back();
        if (m_cursor.at(m_index - 1).isSymbol(u')'))
            noteCommonTable();
    } else if (token.isWord("WITH"_L1) || token.isWord("RECURSIVE"_L1)) {
        noteCommonTable();
    } else if (m_expectsTable && isName(m_index) && !token.isAnyWord({"LATERAL"_L1, "ONLY"_L1, "DUAL"_L1, "LOW_PRIORITY"_L1, "IGNORE"_L1})) {
        readRelation();
        return;
    }
    ++m_index;
}

/// WITH a AS (…), b (x, y) AS (…): the names are those before AS and a parenthesis. Looks at most a few tokens ahead.
void RelationScan::noteCommonTable()
{
    const qsizetype name = m_index + 1;
    if (!isName(name))
        return;
    qsizetype next = name + 1;
    if (const qsizetype behind = m_cursor.behindParentheses(next); behind > 0)
        next = behind;
    if (!m_cursor.at(next).isWord("AS"_L1))
        return;
    ++next;
    while (m_cursor.at(next).isAnyWord({"NOT"_L1, "MATERIALIZED"_L1}))
        ++next;
    if (m_cursor.at(next).isSymbol(u'('))
        m_commonTables.insert(nameAt(name).toLower());
}

void RelationScan::readRelation()
{
    NamedRelation relation{.name = {.schema = {}, .name = nameAt(m_index)}, .alias = {}, .depth = int(m_inFromList.size()) - 1};
    ++m_index;
    if (m_cursor.at(m_index).isSymbol(u'.') && isName(m_index + 1)) {
        relation.name.schema = std::exchange(relation.name.name, nameAt(m_index + 1));
        m_index += 2;
    }
    m_expectsTable = false;
    if (m_cursor.at(m_index).isSymbol(u'('))
        return; // a function that gives rows
    if (m_cursor.at(m_index).isSymbol(u'.')) // DELETE FROM a.*, b.* USING …
        m_index += 2;
    relation.alias = readAlias();
    if (relation.name.schema.isEmpty() && m_commonTables.contains(relation.name.name.toLower()))
        return;
    m_relations.append(relation);
}

QString RelationScan::readAlias()
{
    if (m_cursor.at(m_index).isWord("PARTITION"_L1)) {
        if (const qsizetype behind = m_cursor.behindParentheses(m_index + 1); behind > 0)
            m_index = behind;
    }
    const bool as = m_cursor.at(m_index).isWord("AS"_L1);
    if (as)
        ++m_index;
    const Token &token = m_cursor.at(m_index);
    static const QSet<QString> followers{
        u"JOIN"_s, u"LEFT"_s, u"RIGHT"_s, u"INNER"_s, u"OUTER"_s, u"CROSS"_s, u"NATURAL"_s, u"FULL"_s, u"STRAIGHT_JOIN"_s, u"ON"_s, u"USING"_s,
        u"WHERE"_s, u"GROUP"_s, u"ORDER"_s, u"HAVING"_s, u"WINDOW"_s, u"LIMIT"_s, u"SET"_s, u"UNION"_s, u"EXCEPT"_s, u"INTERSECT"_s, u"FOR"_s,
        u"LOCK"_s, u"FORCE"_s, u"USE"_s, u"IGNORE"_s, u"INDEXED"_s, u"NOT"_s, u"RETURNING"_s, u"VALUES"_s, u"SELECT"_s, u"INTO"_s, u"FROM"_s,
        u"PROCEDURE"_s, u"TABLESAMPLE"_s, u"OFFSET"_s, u"FETCH"_s, u"END"_s, u"WITH"_s, u"DO"_s, u"BEGIN"_s, u"THEN"_s, u"LOOP"_s,
    };
    if (!isName(m_index) || (!as && token.kind == TokenKind::Word && followers.contains(token.text.toString().toUpper())))
        return {};
    return nameAt(m_index++);
}

} // namespace

QList<NamedRelation> relationsIn(const TokenCursor &cursor, qsizetype from, qsizetype to, bool inFromList)
{
    return RelationScan(cursor, from, to, inFromList).scan();
}

} // namespace Whimbrel
