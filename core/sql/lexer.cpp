// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/lexer.h"

#include <array>

namespace Whimbrel {

namespace {

/// Lone is a symbol that begins nothing longer.
enum CharacterClass : quint8 { Other, Lone, Blank, Letter, Digit };

constexpr std::array<CharacterClass, 128> characterClasses = [] {
    std::array<CharacterClass, 128> classes{};
    for (const char c : {'(', ')', ',', ';', '=', '<', '>', '+', '.', '!', '%', '&', '|', '~', '^', ':', '?', '@', '{', '}'})
        classes[static_cast<size_t>(c)] = Lone;
    for (const char c : {' ', '\t', '\n', '\r', '\f', '\v'})
        classes[static_cast<size_t>(c)] = Blank;
    for (size_t c = 'a'; c <= 'z'; ++c)
        classes[c] = classes[c - 'a' + 'A'] = Letter;
    for (size_t c = '0'; c <= '9'; ++c)
        classes[c] = Digit;
    classes['_'] = Letter;
    return classes;
}();

/// Whatever is not ASCII belongs to a name in every dialect, half surrogate pairs too.
CharacterClass characterClass(QChar c)
{
    return c.unicode() < 128 ? characterClasses[c.unicode()] : Letter;
}

/// Of skipPlain(), which asks for nearly every character of a long script.
constexpr std::array<bool, 128> plainCharacters = [] {
    std::array<bool, 128> plain{};
    for (size_t c = 0; c < plain.size(); ++c)
        plain[c] = characterClasses[c] != Other && c != ';';
    return plain;
}();

bool isPlain(QChar c)
{
    return c.unicode() >= 128 || plainCharacters[c.unicode()];
}

bool isBlank(QChar c)
{
    return characterClass(c) == Blank;
}

bool startsWord(QChar c)
{
    return characterClass(c) == Letter;
}

/// A dollar sign may stand inside a name in all four dialects.
bool continuesWord(QChar c)
{
    return characterClass(c) >= Letter || c == u'$';
}

} // namespace

Lexer::Lexer(QStringView text, Dialect dialect, qsizetype position)
    : m_text(text)
    , m_dialect(dialect)
    , m_mySql(isMySqlFamily(dialect))
    , m_position(position)
{
}

Token Lexer::next()
{
    if (m_position >= m_text.size())
        return token(TokenKind::End, m_text.size());
    const QChar c = m_text[m_position];
    if (isBlank(c) || (m_position == 0 && c == QChar::ByteOrderMark))
        return readSpace();
    if (atDelimiter(m_position))
        return token(TokenKind::Delimiter, m_position + m_delimiter.size());
    switch (characterClass(c)) {
    case Letter:
        return readWord();
    case Digit:
        return readNumber();
    case Lone:
        return token(TokenKind::Symbol, m_position + 1);
    default:
        break;
    }
    if (startsLineComment())
        return readLineComment();

    const bool postgres = m_dialect == Dialect::PostgreSql;
    switch (c.unicode()) {
    case u'/':
        if (at(m_position + 1) == u'*')
            return readBlockComment();
        break;
    case u'*':
        if (m_inCodeComment && at(m_position + 1) == u'/') {
            m_inCodeComment = false;
            return token(TokenKind::CodeCommentEnd, m_position + 2);
        }
        break;
    case u'\'':
        return readQuoted(TokenKind::String, m_position, u'\'', m_mySql);
    case u'"':
        return readQuoted(m_mySql ? TokenKind::String : TokenKind::QuotedName, m_position, u'"', m_mySql);
    case u'`':
        if (!postgres)
            return readQuoted(TokenKind::QuotedName, m_position, u'`', false);
        break;
    case u'[':
        if (m_dialect == Dialect::SQLite) {
            const qsizetype close = m_text.indexOf(u']', m_position);
            return token(TokenKind::QuotedName, close < 0 ? m_text.size() : close + 1, close >= 0);
        }
        break;
    case u'$':
        if (postgres)
            return readDollarQuote();
        if (continuesWord(at(m_position + 1)))
            return readWord();
        break;
    default:
        break;
    }
    return token(TokenKind::Symbol, m_position + 1);
}

Token Lexer::nextSignificant()
{
    Token result = next();
    while (result.isBlank())
        result = next();
    return result;
}

qsizetype Lexer::skipPlain()
{
    const qsizetype from = m_position;
    m_position = std::find_if_not(m_text.begin() + from, m_text.end(), isPlain) - m_text.begin();
    // What stops here may be a part of the word before it: E'…', U&"…", a$b.
    if (m_position - from > 1 && m_position < m_text.size() && m_text[m_position - 1] == u'&')
        --m_position;
    while (m_position < m_text.size() && m_position > from && characterClass(m_text[m_position - 1]) >= Letter)
        --m_position;
    qsizetype end = m_position;
    while (end > from && isBlank(m_text[end - 1]))
        --end;
    return end > from ? end : 0;
}

bool Lexer::atDelimiter(qsizetype index) const
{
    return !m_delimiter.isEmpty() && m_text.sliced(index).startsWith(m_delimiter);
}

bool Lexer::startsLineComment() const
{
    const QChar c = m_text[m_position];
    if (c == u'#')
        return m_mySql;
    if (c != u'-' || at(m_position + 1) != u'-')
        return false;
    // MySQL wants white space or a control character after it, so that 5--1 is a subtraction.
    return !m_mySql || at(m_position + 2).unicode() <= u' ';
}

/// PostgreSQL ends a line at a lone carriage return too.
qsizetype Lexer::endOfLine(qsizetype from) const
{
    for (; from < m_text.size(); ++from) {
        const QChar c = m_text[from];
        if (c == u'\n' || (c == u'\r' && (m_dialect == Dialect::PostgreSql || at(from + 1) == u'\n')))
            break;
    }
    return from;
}

Token Lexer::readSpace()
{
    qsizetype end = m_position + 1;
    while (end < m_text.size() && isBlank(m_text[end]))
        ++end;
    return token(TokenKind::Space, end);
}

Token Lexer::readLineComment()
{
    return token(TokenKind::LineComment, endOfLine(m_position));
}

Token Lexer::readBlockComment()
{
    const QStringView rest = m_text.sliced(m_position);
    const bool mariaDbCode = m_dialect == Dialect::MariaDb && rest.startsWith(u"/*M!");
    if (m_mySql && (mariaDbCode || rest.startsWith(u"/*!"))) {
        qsizetype end = m_position + (mariaDbCode ? 4 : 3);
        while (characterClass(at(end)) == Digit)
            ++end;
        // mariadb-dump begins with /*M!999999\- …*/, which speaks to the client alone.
        if (at(end) != u'\\') {
            m_inCodeComment = true;
            return token(TokenKind::CodeComment, end);
        }
    }
    if (m_dialect != Dialect::PostgreSql) {
        const qsizetype close = m_text.indexOf(u"*/", m_position + 2);
        return token(TokenKind::BlockComment, close < 0 ? m_text.size() : close + 2, close >= 0);
    }
    int depth = 0;
    for (qsizetype i = m_position; i + 1 < m_text.size();) {
        if (m_text[i] == u'/' && m_text[i + 1] == u'*') {
            ++depth;
            i += 2;
        } else if (m_text[i] == u'*' && m_text[i + 1] == u'/') {
            i += 2;
            if (--depth == 0)
                return token(TokenKind::BlockComment, i);
        } else {
            ++i;
        }
    }
    return token(TokenKind::BlockComment, m_text.size(), false);
}

Token Lexer::readWord()
{
    qsizetype end = m_position + 1;
    if (m_delimiter.isEmpty()) {
        while (end < m_text.size() && continuesWord(m_text[end]))
            ++end;
    } else {
        while (end < m_text.size() && continuesWord(m_text[end]) && !atDelimiter(end))
            ++end;
    }
    if (m_dialect != Dialect::PostgreSql)
        return token(TokenKind::Word, end);

    // The prefixes of PostgreSQL's literals stand directly before the quote: E'', B'', X'', N'', U&'', U&"".
    const qsizetype length = end - m_position;
    const QChar prefix = m_text[m_position].toUpper();
    if (length == 1 && at(end) == u'\'' && (prefix == u'E' || prefix == u'B' || prefix == u'X' || prefix == u'N'))
        return readQuoted(TokenKind::String, end, u'\'', prefix == u'E');
    if (length == 1 && prefix == u'U' && at(end) == u'&' && (at(end + 1) == u'\'' || at(end + 1) == u'"')) {
        const bool string = at(end + 1) == u'\'';
        return readQuoted(string ? TokenKind::String : TokenKind::QuotedName, end + 1, at(end + 1), false);
    }
    return token(TokenKind::Word, end);
}

Token Lexer::readNumber()
{
    qsizetype end = m_position + 1;
    while (end < m_text.size() && (characterClass(m_text[end]) >= Letter || m_text[end] == u'.') && !atDelimiter(end))
        ++end;
    return token(TokenKind::Number, end);
}

/// From m_position, where a prefix may stand, over the quote at `open` to the one that closes it.
Token Lexer::readQuoted(TokenKind kind, qsizetype open, QChar close, bool backslashes)
{
    qsizetype end = open + 1;
    if (!skipToQuote(end, close, backslashes))
        return token(kind, m_text.size(), false);
    // 'a' on one line and 'b' on the next are one string to PostgreSQL, and the second part escapes as the first does.
    while (m_dialect == Dialect::PostgreSql && backslashes && skipContinuation(end)) {
        if (!skipToQuote(end, close, backslashes))
            return token(kind, m_text.size(), false);
    }
    return token(kind, end);
}

/// Moves `index` behind the quote that closes; false when there is none.
bool Lexer::skipToQuote(qsizetype &index, QChar quote, bool backslashes) const
{
    if (!backslashes) {
        for (index = m_text.indexOf(quote, index); index >= 0; index = m_text.indexOf(quote, index + 2)) {
            if (at(index + 1) != quote) {
                ++index;
                return true;
            }
        }
        return false;
    }
    for (; index < m_text.size(); ++index) {
        const QChar c = m_text[index];
        if (c == u'\\') {
            ++index;
        } else if (c == quote) {
            if (at(index + 1) != quote) {
                ++index;
                return true;
            }
            ++index;
        }
    }
    return false;
}

/// Moves `index` behind the quote that continues a string after a line end, if one follows.
bool Lexer::skipContinuation(qsizetype &index) const
{
    bool lineEnd = false;
    qsizetype i = index;
    while (i < m_text.size()) {
        if (isBlank(m_text[i])) {
            lineEnd |= m_text[i] == u'\n' || m_text[i] == u'\r';
            ++i;
        } else if (m_text[i] == u'-' && at(i + 1) == u'-') {
            i = endOfLine(i);
        } else {
            break;
        }
    }
    if (!lineEnd || at(i) != u'\'')
        return false;
    index = i + 1;
    return true;
}

/// $tag$ … $tag$, or the $ of a parameter such as $1.
Token Lexer::readDollarQuote()
{
    qsizetype tagEnd = m_position + 1;
    if (startsWord(at(tagEnd))) {
        while (tagEnd < m_text.size() && characterClass(m_text[tagEnd]) >= Letter)
            ++tagEnd;
    }
    if (at(tagEnd) != u'$')
        return token(TokenKind::Symbol, m_position + 1);
    const QStringView tag = m_text.sliced(m_position, tagEnd + 1 - m_position);
    const qsizetype close = m_text.indexOf(tag, tagEnd + 1);
    return token(TokenKind::String, close < 0 ? m_text.size() : close + tag.size(), close >= 0);
}

} // namespace Whimbrel
