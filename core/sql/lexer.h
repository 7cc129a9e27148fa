// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/dialect.h"

#include <QStringView>

#include <algorithm>
#include <initializer_list>
#include <utility>

namespace Whimbrel {

enum class TokenKind : quint8 {
    Space,       ///< white space; a byte order mark at the very beginning counts as such
    LineComment, ///< up to its line end, without it
    BlockComment,
    Word,        ///< a keyword or a name without quotes
    QuotedName,  ///< "…", `…`, […]
    String,      ///< '…' with its prefix, "…" in MySQL, $tag$…$tag$
    Number,
    Symbol,      ///< one character
    CodeComment, ///< MySQL's executable comment: its opening, such as "/*!50001"; what follows are tokens of its code
    CodeCommentEnd,
    Delimiter,   ///< the delimiter a MySQL script has set, see Lexer::setDelimiter()
    End,         ///< of the text
};

struct Token
{
    TokenKind kind = TokenKind::End;
    bool closed = true; ///< false for a string, name or comment that runs into the end of the text
    qsizetype begin = 0;
    qsizetype end = 0;  ///< exclusive
    QStringView text;

    /// Nothing that a server would execute.
    bool isBlank() const
    {
        return kind == TokenKind::Space || kind == TokenKind::LineComment || kind == TokenKind::BlockComment;
    }
    /// `keyword` in upper case.
    bool isWord(QLatin1StringView keyword) const
    {
        return kind == TokenKind::Word && text.size() == keyword.size()
            && (text.front().unicode() | 0x20) == (keyword.front().unicode() | 0x20) // most words differ here already
            && text.compare(keyword, Qt::CaseInsensitive) == 0;
    }
    bool isAnyWord(std::initializer_list<QLatin1StringView> keywords) const
    {
        return kind == TokenKind::Word
            && std::ranges::any_of(keywords, [this](QLatin1StringView keyword) { return isWord(keyword); });
    }
    bool isSymbol(QChar symbol) const { return kind == TokenKind::Symbol && text.front() == symbol; }
};

/// Cuts a text into the tokens of a dialect. The tokens, joined, are the text; every call is linear in what it returns.
///
/// Knows quotes and comments, not grammar. Never fails: what no dialect knows comes as a Symbol.
class Lexer
{
public:
    Lexer(QStringView text, Dialect dialect, qsizetype position = 0);

    Token next();
    /// The next token that is not blank.
    Token nextSignificant();

    /// Moves over what next() would give as blanks, words, numbers and single symbols, up to a semicolon, a quote, a comment
    /// or whatever else has to be looked at. Returns the end of the last that is not blank; 0 where there was none. For a text
    /// without executable comments and delimiters of its own.
    qsizetype skipPlain();

    qsizetype position() const { return m_position; }
    void setPosition(qsizetype position) { m_position = position; }
    /// MySQL's DELIMITER: from now on `delimiter` is a token of its own wherever it stands outside quotes and comments,
    /// inside words too, as the mysql client has it. Empty: there is none.
    void setDelimiter(QStringView delimiter) { m_delimiter = delimiter; }

private:
    QChar at(qsizetype index) const { return index < m_text.size() ? m_text[index] : QChar(); }
    Token token(TokenKind kind, qsizetype end, bool closed = true)
    {
        const qsizetype begin = std::exchange(m_position, end);
        return {.kind = kind, .closed = closed, .begin = begin, .end = end, .text = m_text.sliced(begin, end - begin)};
    }
    bool atDelimiter(qsizetype index) const;
    bool startsLineComment() const;
    qsizetype endOfLine(qsizetype from) const;

    Token readSpace();
    Token readLineComment();
    Token readBlockComment();
    Token readWord();
    Token readNumber();
    Token readQuoted(TokenKind kind, qsizetype open, QChar close, bool backslashes);
    Token readDollarQuote();
    bool skipToQuote(qsizetype &index, QChar quote, bool backslashes) const;
    bool skipContinuation(qsizetype &index) const;

    const QStringView m_text;
    const Dialect m_dialect;
    const bool m_mySql;
    qsizetype m_position;
    QStringView m_delimiter;
    bool m_inCodeComment = false;
};

} // namespace Whimbrel
