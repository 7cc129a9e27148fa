// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/splitter.h"

#include "sql/body.h"
#include "sql/lexer.h"
#include "sql/statementkind.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

bool isPlain(QChar c)
{
    return c >= u' ' && c <= u'~';
}

/// Without a branch, so that the compiler takes many characters at once.
bool isAllPlain(QStringView text)
{
    const char16_t *units = text.utf16();
    char16_t special = 0;
    for (qsizetype i = 0; i < text.size(); ++i)
        special |= static_cast<char16_t>((units[i] < u' ') | (units[i] > u'~'));
    return special == 0;
}

/// The most statements that there can be. Without a branch, and in short counts, for the same reason.
qsizetype countSemicolons(QStringView text)
{
    constexpr qsizetype block = 0x8000;
    const char16_t *units = text.utf16();
    qsizetype all = 0;
    for (qsizetype begin = 0; begin < text.size(); begin += block) {
        quint16 some = 0;
        for (qsizetype i = begin; i < std::min(begin + block, text.size()); ++i)
            some = static_cast<quint16>(some + (units[i] == u';'));
        all += some;
    }
    return all;
}

/// Moves `position` on to the offset `to` of `text`, whose first character is at `base`.
void advance(QStringView text, TextPosition &position, qsizetype to, qsizetype base)
{
    const qsizetype from = position.offset - base;
    if (from < to && isAllPlain(text.sliced(from, to - from))) { // as in most lines
        position.column += static_cast<int>(to - from);
        position.offset = base + to;
        return;
    }
    for (qsizetype i = position.offset - base; i < to; ++i) {
        const qsizetype plain = std::find_if_not(text.begin() + i, text.begin() + to, isPlain) - text.begin();
        position.column += static_cast<int>(plain - i);
        i = plain;
        if (i == to)
            break;
        const QChar c = text[i];
        const bool beforeLineFeed = c == u'\r' && i + 1 < text.size() && text[i + 1] == u'\n';
        if (c == u'\n' || (c == u'\r' && !beforeLineFeed)) {
            ++position.line;
            position.column = 1;
        } else if (c == QChar::ByteOrderMark && i + base == 0) {
            continue;
        } else if (!(c.isLowSurrogate() && i > 0 && text[i - 1].isHighSurrogate())) {
            ++position.column;
        }
    }
    position.offset = base + to;
}

qsizetype endOfLine(QStringView text, qsizetype from)
{
    while (from < text.size() && text[from] != u'\n' && text[from] != u'\r')
        ++from;
    return from;
}

qsizetype afterLineEnd(QStringView text, qsizetype from)
{
    if (from < text.size() && text[from] == u'\r')
        ++from;
    if (from < text.size() && text[from] == u'\n')
        ++from;
    return from;
}

bool isLineEnd(QChar c)
{
    return c == u'\n' || c == u'\r';
}

bool startsItsLine(QStringView text, qsizetype offset)
{
    for (qsizetype i = offset - 1; i >= 0; --i) {
        if (isLineEnd(text[i]))
            return true;
        if (text[i] != u' ' && text[i] != u'\t' && text[i] != QChar::ByteOrderMark)
            return false;
    }
    return true;
}

/// Whether nothing but blanks and at most one line end stand between the two offsets.
bool areNeighbours(QStringView text, qsizetype end, qsizetype begin)
{
    const qsizetype nextLine = afterLineEnd(text, endOfLine(text, end));
    return begin <= endOfLine(text, nextLine);
}

class ScriptReader
{
    Q_DECLARE_TR_FUNCTIONS(ScriptReader)

public:
    ScriptReader(QStringView script, Dialect dialect, TextPosition start)
        : m_text(script)
        , m_dialect(dialect)
        , m_base(start.offset)
        , m_lexer(script, dialect)
        , m_body(StatementBody::create(dialect))
        , m_cursor(start)
        , m_last(start)
    {
    }

    SplitScript read();

private:
    /// The comment lines collected in a gap; `end` is -1 when there are none.
    struct CommentLines
    {
        qsizetype begin = 0;
        qsizetype end = -1;
    };

    void takeComment(const Token &token);
    bool isTerminator(const Token &token) const;
    bool isMiddleOfClientCommand(const Token &token) const;
    bool isDelimiterCommand(const Token &token) const;

    bool readClientCommand(const Token &first);
    void readDelimiterCommand(const Token &first);
    void readStatement(const Token &first);
    Token nextOfStatement(qsizetype &textEnd);
    qsizetype readCopyData(Statement &statement, qsizetype from);

    Statement makeStatement(qsizetype begin, qsizetype textEnd);
    void addProblem(qsizetype offset, const QString &message);
    void addUnclosed(const Token &token);
    void reportUnfinished(const Token &last, const Token &codeComment, bool terminated);

    const QStringView m_text;
    const Dialect m_dialect;
    const qsizetype m_base; ///< offset of m_text in its file
    Lexer m_lexer;
    std::unique_ptr<StatementBody> m_body;
    QString m_delimiter; ///< of a MySQL script; empty stands for the semicolon
    TextPosition m_cursor; ///< of the statement that was made last
    TextPosition m_last;   ///< of its last character
    CommentLines m_comment;
    SplitScript m_result;
};

SplitScript ScriptReader::read()
{
    m_result.statements.reserve(countSemicolons(m_text) + 1); // room is asked for once; what a text has too many of is never touched
    for (Token token = m_lexer.next(); token.kind != TokenKind::End; token = m_lexer.next()) {
        if (token.kind == TokenKind::Space)
            continue;
        if (token.isBlank()) {
            takeComment(token);
            continue;
        }
        if (isTerminator(token)) {
            // Nothing to run between two terminators.
        } else if (!readClientCommand(token)) {
            readStatement(token);
        }
        m_comment = {};
    }
    return std::move(m_result);
}

void ScriptReader::takeComment(const Token &token)
{
    if (!token.closed)
        addUnclosed(token);
    if (!startsItsLine(m_text, token.begin))
        m_comment = {};
    else if (m_comment.end >= 0 && areNeighbours(m_text, m_comment.end, token.begin))
        m_comment.end = token.end;
    else
        m_comment = {token.begin, token.end};
}

bool ScriptReader::isTerminator(const Token &token) const
{
    return m_delimiter.isEmpty() ? token.isSymbol(u';') : token.kind == TokenKind::Delimiter;
}

/// psql takes a backslash for its own wherever it stands outside quotes, and no SQL has one there.
bool ScriptReader::isMiddleOfClientCommand(const Token &token) const
{
    return (m_dialect == Dialect::PostgreSql && token.isSymbol(u'\\')) || isDelimiterCommand(token);
}

bool ScriptReader::isDelimiterCommand(const Token &token) const
{
    return isMySqlFamily(m_dialect) && token.isWord("DELIMITER"_L1) && startsItsLine(m_text, token.begin)
        && (token.end == m_text.size() || m_text[token.end].isSpace());
}

bool ScriptReader::readClientCommand(const Token &first)
{
    if (isDelimiterCommand(first)) {
        readDelimiterCommand(first);
        return true;
    }
    const bool isCommand = m_dialect == Dialect::SQLite
        ? first.isSymbol(u'.') && startsItsLine(m_text, first.begin)
        : first.isSymbol(u'\\') || (isMySqlFamily(m_dialect) && first.isWord("SOURCE"_L1));
    if (!isCommand)
        return false;
    qsizetype end = endOfLine(m_text, first.begin);
    const QStringView line = m_text.sliced(first.begin, end - first.begin).trimmed();
    Statement statement = makeStatement(first.begin, first.begin + line.size());
    statement.kind = StatementKind::ClientCommand;
    if (line.startsWith(u"\\copy "_s, Qt::CaseInsensitive)
        && statementKind(line.sliced(1), m_dialect) == StatementKind::CopyFromStdin) {
        end = readCopyData(statement, end);
    }
    m_lexer.setPosition(end);
    m_result.statements << statement;
    return true;
}

void ScriptReader::readDelimiterCommand(const Token &first)
{
    const qsizetype end = endOfLine(m_text, first.end);
    QStringView delimiter = m_text.sliced(first.end, end - first.end).trimmed();
    qsizetype length = 0; // up to the first blank, as the mysql client reads it
    while (length < delimiter.size() && !delimiter[length].isSpace())
        ++length;
    delimiter.truncate(length);
    if (delimiter.isEmpty())
        addProblem(first.begin, tr("DELIMITER needs the text that is to end the statements from here on."));
    else
        m_delimiter = delimiter == u";" ? QString() : delimiter.toString();
    m_lexer.setDelimiter(m_delimiter);
    m_lexer.setPosition(end);
}

void ScriptReader::readStatement(const Token &first)
{
    m_body->start();
    Token codeComment; // the one that is open
    bool hasContent = false;
    bool terminated = false;
    qsizetype textEnd = first.begin;
    Token token = first;
    for (; token.kind != TokenKind::End; token = nextOfStatement(textEnd)) {
        if (token.isBlank()) {
            if (!token.closed)
                break;
            continue;
        }
        const auto isInside = [&] { return codeComment.kind == TokenKind::CodeComment || (m_delimiter.isEmpty() && m_body->isOpen()); };
        terminated = isTerminator(token) && !isInside();
        if (terminated || isMiddleOfClientCommand(token))
            break;
        if (isMySqlFamily(m_dialect) && token.isSymbol(u'\\') && m_text.sliced(token.end).startsWith(u'g', Qt::CaseInsensitive)) {
            m_lexer.setPosition(token.end + 1); // \g and \G end a statement for the mysql client, whatever follows them
            terminated = true;
            break;
        }
        if (token.kind == TokenKind::CodeComment)
            codeComment = token;
        else if (token.kind == TokenKind::CodeCommentEnd)
            codeComment = {};
        else if (!token.isSymbol(u';'))
            hasContent = true;
        // END;// ends with the END: the semicolon would be an empty statement of its own.
        if (!token.isSymbol(u';') || m_body->isOpen())
            textEnd = token.end;
        m_body->take(token);
        if (!token.closed)
            break;
    }

    Statement statement = makeStatement(first.begin, textEnd);
    if (terminated)
        statement.length = m_lexer.position() - first.begin;
    else if (isMiddleOfClientCommand(token))
        m_lexer.setPosition(token.begin);
    reportUnfinished(token, codeComment, terminated);
    statement.kind = statementKind(statement.text, m_dialect);
    if (terminated && statement.kind == StatementKind::CopyFromStdin)
        m_lexer.setPosition(readCopyData(statement, m_lexer.position()));
    if (hasContent)
        m_result.statements << statement;
}

/// Most of a script is INSERTs, and most of their text says nothing here. A MySQL script may set a DELIMITER in any line.
Token ScriptReader::nextOfStatement(qsizetype &textEnd)
{
    if (m_body->isPlain() && !isMySqlFamily(m_dialect))
        textEnd = std::max(textEnd, m_lexer.skipPlain());
    return m_lexer.next();
}

/// What is still open where the statement ended.
void ScriptReader::reportUnfinished(const Token &last, const Token &codeComment, bool terminated)
{
    if (!last.closed)
        addUnclosed(last);
    else if (codeComment.kind == TokenKind::CodeComment)
        addProblem(codeComment.begin, tr("The executable comment that begins here is not closed."));
    else if (!terminated && m_delimiter.isEmpty() && m_body->isOpen())
        addProblem(m_body->openedAt(), tr("The body that begins here is not closed."));
    else if (!terminated && isDelimiterCommand(last))
        addProblem(last.begin, tr("The statement before this DELIMITER is not ended by its own delimiter."));
}

/// Reads the lines up to \. into `statement`; `from` is behind its semicolon. Returns where the data end.
qsizetype ScriptReader::readCopyData(Statement &statement, qsizetype from)
{
    const qsizetype lineEnd = endOfLine(m_text, from);
    Lexer rest(m_text.first(lineEnd), m_dialect, from);
    const Token unread = rest.nextSignificant();
    if (unread.kind != TokenKind::End)
        addProblem(unread.begin, tr("The data of COPY begin on the next line; this text is not read."));

    const qsizetype begin = afterLineEnd(m_text, lineEnd);
    qsizetype line = begin;
    while (line < m_text.size()) {
        const qsizetype end = endOfLine(m_text, line);
        if (m_text.sliced(line, end - line) == u"\\.") {
            statement.copyData = m_text.sliced(begin, line - begin).toString();
            statement.length = m_base + end - statement.start.offset;
            return end;
        }
        line = afterLineEnd(m_text, end);
    }
    addProblem(statement.start.offset - m_base, tr("The data of this COPY do not end with a line \\."));
    statement.copyData = m_text.sliced(begin).toString();
    statement.length = m_base + m_text.size() - statement.start.offset;
    return m_text.size();
}

Statement ScriptReader::makeStatement(qsizetype begin, qsizetype textEnd)
{
    Statement statement;
    statement.text = m_text.sliced(begin, textEnd - begin).toString();
    statement.length = textEnd - begin;
    if (m_comment.end >= 0 && areNeighbours(m_text, m_comment.end, begin))
        statement.comment = m_text.sliced(m_comment.begin, m_comment.end - m_comment.begin).toString();
    if (m_last.offset - m_base <= begin)
        m_cursor = m_last;
    advance(m_text, m_cursor, begin, m_base);
    statement.start = m_cursor;
    m_last = m_cursor;
    advance(m_text, m_last, std::max(begin, textEnd - 1), m_base);
    statement.endLine = m_last.line;
    return statement;
}

void ScriptReader::addProblem(qsizetype offset, const QString &message)
{
    TextPosition position = m_cursor;
    advance(m_text, position, offset, m_base);
    m_result.problems.append({position, message});
}

void ScriptReader::addUnclosed(const Token &token)
{
    switch (token.kind) {
    case TokenKind::BlockComment:
        addProblem(token.begin, tr("The comment that begins here is not closed."));
        break;
    case TokenKind::QuotedName:
        addProblem(token.begin, tr("The quoted name that begins here is not closed."));
        break;
    default:
        addProblem(token.begin, tr("The string that begins here is not closed."));
        break;
    }
}

} // namespace

SplitScript splitScript(QStringView script, Dialect dialect, TextPosition start)
{
    return ScriptReader(script, dialect, start).read();
}

TextPosition positionAt(QStringView text, qsizetype offset, TextPosition start)
{
    TextPosition position = start;
    advance(text, position, qBound(qsizetype(0), offset, text.size()), start.offset);
    return position;
}

QString firstKeyword(QStringView statement, Dialect dialect)
{
    Lexer lexer(statement, dialect);
    Token token = lexer.nextSignificant();
    while (token.kind != TokenKind::Word && token.kind != TokenKind::End)
        token = lexer.nextSignificant();
    return token.text.toString().toUpper();
}

} // namespace Whimbrel
