// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/tokens/tokencursor.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Whether the dialect's servers execute what stands behind this opening, such as "/*!50601" or "/*M!100400".
bool executes(QStringView opening, Dialect dialect)
{
    const bool forMariaDb = opening.startsWith(u"/*M!");
    bool hasVersion = false;
    const int version = opening.sliced(forMariaDb ? 4 : 3).toInt(&hasVersion);
    if (!hasVersion || forMariaDb)
        return true;
    // MariaDB's manual, "Comment Syntax": versions from 50700 to 99999 are MySQL's alone.
    return dialect == Dialect::MariaDb ? version < 50700 || version > 99999 : version < 100000;
}

} // namespace

TokenCursor::TokenCursor(QStringView text, Dialect dialect)
    : m_text(text)
    , m_dialect(dialect)
{
    m_tokens.reserve(size_t(text.size() / 5) + 8);
    Lexer lexer(text, dialect);
    take(lexer);
    while (!m_tokens.empty() && m_tokens.back().isSymbol(u';'))
        m_tokens.pop_back();
    matchParentheses();
}

void TokenCursor::take(Lexer &lexer)
{
    bool skipping = false;
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        m_isClosed &= token.closed;
        if (token.kind == TokenKind::CodeComment)
            skipping = !executes(token.text, m_dialect);
        else if (token.kind == TokenKind::CodeCommentEnd)
            skipping = false;
        else if (!skipping)
            m_tokens.push_back(token);
    }
}

void TokenCursor::matchParentheses()
{
    m_closing.assign(m_tokens.size(), -1);
    std::vector<size_t> open;
    for (size_t i = 0; i < m_tokens.size(); ++i) {
        if (m_tokens[i].isSymbol(u'(')) {
            open.push_back(i);
        } else if (m_tokens[i].isSymbol(u')') && !open.empty()) {
            m_closing[open.back()] = qsizetype(i);
            open.pop_back();
        }
    }
}

const Token &TokenCursor::at(qsizetype index) const
{
    static const Token end;
    return index >= 0 && index < count() ? m_tokens[size_t(index)] : end;
}

bool TokenCursor::isWords(std::initializer_list<QLatin1StringView> words) const
{
    qsizetype ahead = 0;
    return std::ranges::all_of(words, [&](QLatin1StringView word) { return isWord(word, ahead++); });
}

bool TokenCursor::accept(QLatin1StringView word)
{
    if (!isWord(word))
        return false;
    advance();
    return true;
}

bool TokenCursor::acceptAny(std::initializer_list<QLatin1StringView> words)
{
    if (!isAnyWord(words))
        return false;
    advance();
    return true;
}

bool TokenCursor::accept(std::initializer_list<QLatin1StringView> words)
{
    if (!isWords(words))
        return false;
    advance(qsizetype(words.size()));
    return true;
}

bool TokenCursor::acceptSymbol(QChar symbol)
{
    if (!isSymbol(symbol))
        return false;
    advance();
    return true;
}

qsizetype TokenCursor::behindParentheses(qsizetype index) const
{
    if (index < 0 || index >= count() || m_closing[size_t(index)] < 0)
        return -1;
    return m_closing[size_t(index)] + 1;
}

bool TokenCursor::skipParentheses()
{
    const qsizetype behind = behindParentheses(m_index);
    if (behind < 0)
        return false;
    m_index = behind;
    return true;
}

void TokenCursor::skipToListEnd()
{
    while (!atEnd() && !isSymbol(u',') && !isSymbol(u')')) {
        if (!skipParentheses())
            advance();
    }
}

bool TokenCursor::atName(qsizetype ahead) const
{
    const TokenKind kind = peek(ahead).kind;
    return (kind == TokenKind::Word || kind == TokenKind::QuotedName) && peek(ahead).closed;
}

QString TokenCursor::readIdentifier()
{
    // SQLite takes a string for a name wherever only a name can stand.
    if (!atName() && !(m_dialect == Dialect::SQLite && peek().kind == TokenKind::String && peek().closed))
        return {};
    const QString name = unquoted(peek(), m_dialect);
    advance();
    return name;
}

ObjectName TokenCursor::readName()
{
    ObjectName result;
    result.name = readIdentifier();
    if (!result.isEmpty() && isSymbol(u'.') && atName(1)) {
        advance();
        result.schema = std::exchange(result.name, readIdentifier());
    }
    return result;
}

std::optional<QStringList> TokenCursor::readNameList()
{
    if (!isSymbol(u'('))
        return {};
    const qsizetype start = m_index;
    advance();
    QStringList names;
    do {
        const QString name = readIdentifier();
        if (name.isEmpty())
            break;
        names.append(name);
    } while (acceptSymbol(u','));
    if (!names.isEmpty() && acceptSymbol(u')'))
        return names;
    m_index = start;
    return {};
}

QString TokenCursor::text(qsizetype from, qsizetype to) const
{
    to = std::min(to, count());
    if (from >= to)
        return {};
    const qsizetype begin = at(from).begin;
    return m_text.sliced(begin, at(to - 1).end - begin).toString();
}

QString unquoted(const Token &token, Dialect dialect)
{
    if (token.kind != TokenKind::QuotedName && token.kind != TokenKind::String)
        return token.text.toString();
    const QChar open = token.text.front();
    QString inner = token.text.sliced(1, token.text.size() - (token.closed ? 2 : 1)).toString();
    if (open == u'[')
        return inner;
    if (inner.contains(open))
        inner.replace(QString(2, open), QString(open));
    if (token.kind == TokenKind::String && isMySqlFamily(dialect) && inner.contains(u'\\')) {
        QString plain;
        plain.reserve(inner.size());
        for (qsizetype i = 0; i < inner.size(); ++i) {
            if (inner[i] == u'\\' && i + 1 < inner.size())
                ++i;
            plain.append(inner[i]);
        }
        return plain;
    }
    return inner;
}

} // namespace Whimbrel
