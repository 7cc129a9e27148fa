// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/rowshape.h"

#include <algorithm>

namespace Whimbrel {

namespace {

/// '…' without a prefix, without what no server takes, and in PostgreSQL without a backslash, whose meaning is a setting.
bool isPlainString(const Token &token, Dialect dialect)
{
    return token.kind == TokenKind::String && token.closed && token.text.front() == u'\'' && !token.text.contains(QChar::Null)
        && (dialect != Dialect::PostgreSql || !token.text.contains(u'\\'));
}

/// 12 or 12.5: what every server reads as a number.
bool isPlainNumber(const Token &token)
{
    if (token.kind != TokenKind::Number)
        return false;
    const auto point = std::ranges::find(token.text, u'.');
    const auto isDigit = [](QChar c) { return c >= u'0' && c <= u'9'; };
    return point != token.text.begin() && std::all_of(token.text.begin(), point, isDigit)
        && (point == token.text.end() || std::all_of(point + 1, token.text.end(), isDigit));
}

bool isAlike(const Token &a, const Token &b, Dialect dialect)
{
    if (a.kind != b.kind)
        return false;
    return a.text == b.text || (isPlainString(a, dialect) && isPlainString(b, dialect)) || (isPlainNumber(a) && isPlainNumber(b));
}

} // namespace

RowShape::RowShape(const QString &statement, Dialect dialect) : m_statement(statement), m_dialect(dialect)
{
    Lexer lexer(m_statement, dialect);
    do {
        m_tokens.push_back(lexer.nextSignificant());
    } while (m_tokens.back().kind != TokenKind::End);
}

bool RowShape::fits(QStringView other) const
{
    Lexer lexer(other, m_dialect);
    return std::ranges::all_of(m_tokens, [&](const Token &token) { return isAlike(token, lexer.nextSignificant(), m_dialect); });
}

} // namespace Whimbrel
