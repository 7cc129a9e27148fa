// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/lexer.h"
#include "sql/splitter.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

class TableNames
{
public:
    TableNames(QStringView statement, Dialect dialect)
    {
        Lexer lexer(statement, dialect);
        for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant())
            m_tokens.push_back(token);
    }

    QStringList read();

private:
    const Token &at(size_t index) const
    {
        static const Token end;
        return index < m_tokens.size() ? m_tokens[index] : end;
    }
    const Token &before(size_t index) const { return index > 0 ? at(index - 1) : at(m_tokens.size()); }

    bool namesTables(size_t index);
    bool namesTableAfterOn(size_t index);
    void followFromList(const Token &token);
    size_t readNames(size_t index);
    size_t readName(size_t index, bool mayBeFunction);

    std::vector<Token> m_tokens;
    QStringList m_names;
    std::vector<bool> m_inFromList{false}; ///< for each open parenthesis: whether a comma is followed by a table
    bool m_conditionFollows = false; ///< after JOIN: the next ON begins its condition
};

QStringList TableNames::read()
{
    for (size_t i = 0; i < m_tokens.size();) {
        const Token &token = m_tokens[i];
        followFromList(token);
        if (token.isSymbol(u',') && m_inFromList.back())
            i = readName(i + 1, true);
        else if (!namesTables(i))
            ++i;
        else if (token.isAnyWord({"FROM"_L1, "JOIN"_L1}))
            i = readName(i + 1, true);
        else
            i = readNames(i + 1);
    }
    m_names.removeDuplicates();
    return m_names;
}

/// Whether the word at `index` is followed by a table's name.
bool TableNames::namesTables(size_t index)
{
    const Token &token = at(index);
    if (token.kind != TokenKind::Word || before(index).isSymbol(u'.'))
        return false;
    if (token.isAnyWord({"TABLE"_L1, "TABLES"_L1, "REFERENCES"_L1, "INTO"_L1}))
        return true;
    if (token.isWord("FROM"_L1)) // IS DISTINCT FROM a value
        return !before(index).isWord("DISTINCT"_L1);
    if (token.isWord("JOIN"_L1)) {
        m_conditionFollows = true;
        return true;
    }
    if (token.isWord("UPDATE"_L1)) { // not FOR UPDATE, ON UPDATE, DO UPDATE, BEFORE UPDATE, GRANT UPDATE
        return (index == 0 || before(index).isSymbol(u';') || before(index).isSymbol(u'(') || before(index).isSymbol(u')')
                || before(index).isAnyWord({"BEGIN"_L1, "ATOMIC"_L1, "THEN"_L1, "ELSE"_L1, "EXPLAIN"_L1, "ROW"_L1, "AS"_L1}))
            && !at(index + 1).isAnyWord({"ON"_L1, "OF"_L1});
    }
    if (token.isWord("ON"_L1))
        return namesTableAfterOn(index);
    return index == 0 && token.isAnyWord({"TRUNCATE"_L1, "COPY"_L1, "LOCK"_L1, "VACUUM"_L1, "ANALYZE"_L1, "CLUSTER"_L1})
        && !at(1).isAnyWord({"TABLE"_L1, "TABLES"_L1});
}

/// CREATE INDEX … ON t, CREATE TRIGGER … ON t, GRANT … ON t; not a join's condition, ON DELETE CASCADE, ON CONFLICT.
bool TableNames::namesTableAfterOn(size_t index)
{
    if (std::exchange(m_conditionFollows, false))
        return false;
    return at(0).isAnyWord({"CREATE"_L1, "DROP"_L1, "ALTER"_L1, "COMMENT"_L1, "GRANT"_L1, "REVOKE"_L1})
        && !at(index + 1).isAnyWord({"DELETE"_L1, "UPDATE"_L1, "INSERT"_L1, "SELECT"_L1, "CONFLICT"_L1, "COMMIT"_L1, "DUPLICATE"_L1,
                                     "TABLE"_L1, "COLUMN"_L1, "SCHEDULE"_L1, "COMPLETION"_L1, "SCHEMA"_L1, "ALL"_L1});
}

/// FROM a x, f(1), b: the list ends with the next clause, and goes on behind what stands in parentheses.
void TableNames::followFromList(const Token &token)
{
    if (token.isSymbol(u'('))
        m_inFromList.push_back(false);
    else if (token.isSymbol(u')') && m_inFromList.size() > 1)
        m_inFromList.pop_back();
    else if (token.isWord("FROM"_L1))
        m_inFromList.back() = true;
    else if (token.isAnyWord({"SELECT"_L1, "WHERE"_L1, "GROUP"_L1, "ORDER"_L1, "HAVING"_L1, "WINDOW"_L1, "LIMIT"_L1, "SET"_L1,
                              "RETURNING"_L1, "UNION"_L1, "EXCEPT"_L1, "INTERSECT"_L1, "WITH"_L1})
             || token.isSymbol(u';'))
        m_inFromList.back() = false;
}

/// A list with commas, as after DROP TABLE; returns the index behind it.
size_t TableNames::readNames(size_t index)
{
    index = readName(index, false);
    while (at(index).isSymbol(u','))
        index = readName(index + 1, false);
    return index;
}

/// The name at `index`, if there is one; returns the index behind it.
size_t TableNames::readName(size_t index, bool mayBeFunction)
{
    while (at(index).isAnyWord({"IF"_L1, "NOT"_L1, "EXISTS"_L1, "ONLY"_L1, "LATERAL"_L1, "CONCURRENTLY"_L1, "IGNORE"_L1}))
        ++index;
    const auto isName = [](const Token &token) {
        return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName;
    };
    if (!isName(at(index))
        || at(index).isAnyWord({"SELECT"_L1, "OUTFILE"_L1, "DUMPFILE"_L1, "VALUES"_L1, "SET"_L1, "STDIN"_L1}))
        return index;
    QString name = at(index++).text.toString();
    while (at(index).isSymbol(u'.') && isName(at(index + 1))) {
        name += u'.';
        name += at(index + 1).text;
        index += 2;
    }
    if (!mayBeFunction || !at(index).isSymbol(u'('))
        m_names << name;
    return index;
}

} // namespace

QStringList namedTables(const Statement &statement, Dialect dialect)
{
    return TableNames(statement.text, dialect).read();
}

} // namespace Whimbrel
