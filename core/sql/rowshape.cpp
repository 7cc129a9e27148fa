// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/rowshape.h"

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// '…' without a prefix, without what no server takes, and in PostgreSQL without a backslash, whose meaning is a setting.
bool isPlainString(const Token &token, Dialect dialect)
{
    return token.kind == TokenKind::String && token.closed && token.text.front() == u'\'' && !token.text.contains(QChar::Null)
        && (dialect != Dialect::PostgreSql || !token.text.contains(u'\\'));
}

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

/// 12 or 12.5: what every server reads as a number.
bool isPlainNumber(const Token &token)
{
    if (token.kind != TokenKind::Number)
        return false;
    const auto point = std::ranges::find(token.text, u'.');
    return point != token.text.begin() && std::all_of(token.text.begin(), point, isDigit)
        && (point == token.text.end() || std::all_of(point + 1, token.text.end(), isDigit));
}

bool isLiteral(const Token &token, Dialect dialect)
{
    return isPlainString(token, dialect) || isPlainNumber(token);
}

/// A backslash or a NUL. Without a branch, so that the compiler takes many characters at once.
bool holdsSpecial(QStringView text)
{
    const char16_t *units = text.utf16();
    char16_t found = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        found |= static_cast<char16_t>((units[i] == u'\\') | (units[i] == 0));
    return found != 0;
}

/// The length of the plain string that `text` begins with; -1 where a look at its characters does not tell.
qsizetype lengthOfString(QStringView text)
{
    qsizetype end = text.indexOf(u'\'', 1);
    while (end >= 0 && text.sliced(end + 1).startsWith(u'\'')) // a quote, doubled
        end = text.indexOf(u'\'', end + 2);
    return end < 0 || holdsSpecial(text.sliced(1, end - 1)) ? -1 : end + 1;
}

qsizetype lengthOfNumber(QStringView text)
{
    const auto end = std::ranges::find_if_not(text, isDigit);
    if (end == text.begin() || end == text.end() || *end != u'.')
        return end - text.begin();
    return std::find_if_not(end + 1, text.end(), isDigit) - text.begin();
}

/// The plain string or number at `begin`; nothing where there is neither.
std::optional<Token> literalAt(QStringView text, qsizetype begin)
{
    const QStringView rest = text.sliced(begin);
    const bool isString = rest.startsWith(u'\'');
    const qsizetype length = isString ? lengthOfString(rest) : lengthOfNumber(rest);
    if (length <= 0)
        return {};
    return Token{.kind = isString ? TokenKind::String : TokenKind::Number, .begin = begin, .end = begin + length, .text = rest.first(length)};
}

/// Whether a literal before it cannot go on in it.
bool endsLiteral(QStringView text)
{
    return text.isEmpty() || text.front() == u',' || text.front() == u')' || text.front() == u' ';
}

} // namespace

RowShape::RowShape(const QString &statement, Dialect dialect) : m_statement(statement), m_dialect(dialect)
{
    Lexer lexer(m_statement, dialect);
    do {
        m_tokens.push_back(lexer.nextSignificant());
    } while (m_tokens.back().kind != TokenKind::End);
    m_pieces = pieces();
}

std::vector<RowShape::Piece> RowShape::pieces() const
{
    std::vector<Piece> all;
    qsizetype begin = 0;
    for (const Token &token : m_tokens) {
        if (!isLiteral(token, m_dialect))
            continue;
        all.push_back({QStringView(m_statement).sliced(begin, token.begin - begin), token.kind});
        begin = token.end;
    }
    all.push_back({QStringView(m_statement).sliced(begin), TokenKind::End});
    if (!std::all_of(all.begin() + 1, all.end(), [](const Piece &piece) { return endsLiteral(piece.text); }))
        all.clear();
    return all;
}

/// As compare(), for those that have the same blanks and comments too: most dumps are written so, and no token need be read.
template<typename Visit>
bool RowShape::compareExactly(QStringView other, const Visit &visitLiteral) const
{
    qsizetype position = 0;
    for (const Piece &piece : m_pieces) {
        if (!other.sliced(position).startsWith(piece.text))
            return false;
        position += piece.text.size();
        if (piece.next == TokenKind::End)
            return position == other.size();
        const std::optional<Token> literal = literalAt(other, position);
        if (!literal || literal->kind != piece.next)
            return false;
        visitLiteral(*literal);
        position = literal->end;
    }
    return false;
}

/// Calls `visitLiteral(token)` for each literal of `other`, up to where that differs otherwise.
template<typename Visit>
bool RowShape::compare(QStringView other, const Visit &visitLiteral) const
{
    Lexer lexer(other, m_dialect);
    return std::ranges::all_of(m_tokens, [&](const Token &token) {
        const Token its = lexer.nextSignificant();
        if (token.kind != its.kind)
            return false;
        if (!isLiteral(token, m_dialect))
            return token.text == its.text;
        visitLiteral(its);
        return isLiteral(its, m_dialect);
    });
}

bool RowShape::fits(QStringView other) const
{
    const auto ignore = [](const Token &) {};
    return compareExactly(other, ignore) || compare(other, ignore);
}

bool RowShape::takeLiterals(QStringView other, std::vector<Token> &literals) const
{
    const auto collect = [&literals](const Token &token) { literals.push_back(token); };
    literals.clear();
    if (compareExactly(other, collect))
        return true;
    literals.clear();
    return compare(other, collect);
}

QString RowShape::withParameters() const
{
    QString text;
    for (const Token &token : m_tokens) {
        if (isLiteral(token, m_dialect))
            text += u'?';
        else
            text += token.text;
        text += u' ';
    }
    return text;
}

bool RowShape::isOfLiterals() const
{
    auto token = m_tokens.begin();
    const auto accept = [&](auto isRight) { return isRight(*token) && (++token, true); };
    const auto word = [](QLatin1StringView keyword) { return [keyword](const Token &one) { return one.isWord(keyword); }; };
    const auto symbol = [](QChar character) { return [character](const Token &one) { return one.isSymbol(character); }; };
    const auto name = [](const Token &one) { return one.kind == TokenKind::Word || one.kind == TokenKind::QuotedName; };
    const auto value = [this](const Token &one) { return isLiteral(one, m_dialect) || one.isWord("NULL"_L1); };
    const auto list = [&](auto isItem) {
        do {
            if (!accept(isItem))
                return false;
        } while (accept(symbol(u',')));
        return accept(symbol(u')'));
    };
    if (!accept(word("INSERT"_L1)) || !accept(word("INTO"_L1)) || !accept(name) || (accept(symbol(u'.')) && !accept(name)))
        return false;
    if (accept(symbol(u'(')) && !list(name))
        return false;
    if (!accept(word("VALUES"_L1)))
        return false;
    do {
        if (!accept(symbol(u'(')) || !list(value))
            return false;
    } while (accept(symbol(u',')));
    return token->kind == TokenKind::End;
}

} // namespace Whimbrel
