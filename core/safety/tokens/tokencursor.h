// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/definitions.h"
#include "sql/lexer.h"

#include <initializer_list>
#include <vector>

namespace Whimbrel {

/// The tokens of one statement that a server would execute, with a place in them: what the readers of MySQL and SQLite go
/// through. The text must outlive it.
///
/// MySQL's executable comments are their content, where the dialect's server would execute it: MariaDB leaves out what is
/// meant for MySQL 5.7 to 9, and MySQL what is meant for MariaDB's versions.
class TokenCursor
{
public:
    TokenCursor(QStringView text, Dialect dialect);

    Dialect dialect() const { return m_dialect; }
    bool isMySql() const { return isMySqlFamily(m_dialect); }

    qsizetype index() const { return m_index; }
    void setIndex(qsizetype index) { m_index = std::min(index, count()); }
    void advance(qsizetype by = 1) { setIndex(m_index + by); }
    qsizetype count() const { return qsizetype(m_tokens.size()); } ///< of the tokens, the end not counted
    bool atEnd() const { return m_index >= count(); }
    bool isClosed() const { return m_isClosed; } ///< no string, name or comment runs into the end of the text

    const Token &at(qsizetype index) const;
    const Token &peek(qsizetype ahead = 0) const { return at(m_index + ahead); }
    bool isWord(QLatin1StringView word, qsizetype ahead = 0) const { return peek(ahead).isWord(word); }
    bool isAnyWord(std::initializer_list<QLatin1StringView> words) const { return peek().isAnyWord(words); }
    bool isWords(std::initializer_list<QLatin1StringView> words) const; ///< one after the other
    bool isSymbol(QChar symbol, qsizetype ahead = 0) const { return peek(ahead).isSymbol(symbol); }

    // Each moves behind what it accepts, and stays where it is otherwise.
    bool accept(QLatin1StringView word);
    bool acceptAny(std::initializer_list<QLatin1StringView> words);
    bool accept(std::initializer_list<QLatin1StringView> words); ///< one after the other
    bool acceptSymbol(QChar symbol);

    /// The index behind the parenthesis that closes the one at `index`; -1: it is not one, or nothing closes it.
    qsizetype behindParentheses(qsizetype index) const;
    bool skipParentheses();
    /// To the next comma, or the parenthesis that closes from outside, or the end; what stands in parentheses is passed over.
    void skipToListEnd();

    bool atName(qsizetype ahead = 0) const;
    QString readIdentifier();           ///< empty: there is none
    ObjectName readName();              ///< `schema.name`; empty: there is none
    std::optional<QStringList> readNameList(); ///< (a, b, …); nothing where there is no such list

    QString text(qsizetype from, qsizetype to) const; ///< of tokens [from, to), as written
    QString textFrom(qsizetype from) const { return text(from, m_index); }
    qsizetype offset(qsizetype index) const { return at(index).begin; }
    qsizetype endOffset(qsizetype index) const { return at(index).end; } ///< exclusive

private:
    void take(Lexer &lexer);
    void matchParentheses();

    const QStringView m_text;
    const Dialect m_dialect;
    std::vector<Token> m_tokens;
    std::vector<qsizetype> m_closing; ///< for each '(' the index of its ')'; -1 otherwise
    qsizetype m_index = 0;
    bool m_isClosed = true;
};

/// A name or a string without its quotes.
QString unquoted(const Token &token, Dialect dialect);

} // namespace Whimbrel
