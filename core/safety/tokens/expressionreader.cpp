// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/tokens/expressionreader.h"

#include "safety/tokens/relationscan.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr int maximumDepth = 16; ///< of parentheses around a condition's parts; what is deeper is not looked into

/// CURRENT_TIMESTAMP and its like are called without parentheses.
bool isValueFunction(const Token &token)
{
    return token.isAnyWord({"CURRENT_TIMESTAMP"_L1, "CURRENT_DATE"_L1, "CURRENT_TIME"_L1, "CURRENT_USER"_L1, "CURRENT_ROLE"_L1,
                            "LOCALTIME"_L1, "LOCALTIMESTAMP"_L1, "UTC_TIMESTAMP"_L1, "UTC_DATE"_L1, "UTC_TIME"_L1});
}

class ExpressionReader
{
public:
    explicit ExpressionReader(const TokenCursor &cursor)
        : m_cursor(cursor)
    {
    }

    Expression read(qsizetype from, qsizetype to);
    bool isTautology(qsizetype from, qsizetype to) const { return isTautology({from, to}, 0); }

private:
    struct Range
    {
        qsizetype from = 0;
        qsizetype to = 0;

        qsizetype size() const { return to - from; }
    };

    bool isWrapped(Range range) const { return m_cursor.behindParentheses(range.from) == range.to; }
    Range unwrapped(Range range) const;
    QList<Range> split(Range range, QLatin1StringView word) const;

    void collectNames(Range range);
    void readCondition(Range range, int depth);
    void readConjunct(Range range);
    bool readComparison(Range range);
    bool readMembership(Range range);
    bool readBetween(Range range);
    bool isTautology(Range range, int depth) const;
    bool isTrueLiteral(Range range) const;

    /// The literal that is exactly `range`; empty: it is none.
    QString literal(Range range) const;
    /// The column that is exactly `range`; empty: it is none.
    QString column(Range range) const;
    void addUnique(QStringList &list, const QString &value) const
    {
        if (!list.contains(value))
            list.append(value);
    }

    const TokenCursor &m_cursor;
    Expression m_result;
};

Expression ExpressionReader::read(qsizetype from, qsizetype to)
{
    const Range all{from, to};
    m_result.text = m_cursor.text(from, to);
    if (m_result.text.isEmpty())
        return m_result;
    m_result.isParenthesised = isWrapped(all);
    const Range inner = unwrapped(all);
    m_result.isNull = inner.size() == 1 && m_cursor.at(inner.from).isWord("NULL"_L1);
    m_result.isConstant = m_result.isNull || !literal(inner).isEmpty();
    collectNames(all);
    readCondition(all, 0);
    return m_result;
}

ExpressionReader::Range ExpressionReader::unwrapped(Range range) const
{
    while (range.size() > 2 && isWrapped(range)) {
        ++range.from;
        --range.to;
    }
    return range;
}

/// The parts between `word`s at the top level; BETWEEN … AND … is no conjunction.
QList<ExpressionReader::Range> ExpressionReader::split(Range range, QLatin1StringView word) const
{
    QList<Range> parts;
    qsizetype begin = range.from;
    bool between = false;
    for (qsizetype i = range.from; i < range.to;) {
        const Token &token = m_cursor.at(i);
        if (const qsizetype behind = m_cursor.behindParentheses(i); behind > 0) {
            i = behind;
            continue;
        }
        if (token.isWord("BETWEEN"_L1)) {
            between = true;
        } else if (token.isWord("AND"_L1) && between) {
            between = false;
        } else if (token.isWord(word)) {
            parts.append({begin, i});
            begin = i + 1;
        }
        ++i;
    }
    parts.append({begin, range.to});
    return parts;
}

void ExpressionReader::collectNames(Range range)
{
    bool hasSubquery = false;
    QSet<QString> columns;
    for (qsizetype i = range.from; i < range.to; ++i) {
        const Token &token = m_cursor.at(i);
        hasSubquery |= token.isWord("SELECT"_L1);
        if (token.kind == TokenKind::String) {
            m_result.literals.append(unquoted(token, m_cursor.dialect()));
        } else if (isValueFunction(token)) {
            addUnique(m_result.functions, token.text.toString().toLower());
        } else if ((token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName) && !isExpressionKeyword(token)) {
            const QString name = unquoted(token, m_cursor.dialect());
            if (m_cursor.at(i + 1).isSymbol(u'(')) {
                addUnique(m_result.functions, name.toLower());
            } else if (m_cursor.at(i + 1).kind != TokenKind::String && !m_cursor.at(i + 1).isSymbol(u'.')
                       && !m_cursor.at(i - 1).isSymbol(u'@') && !columns.contains(name)) {
                columns.insert(name);
                m_result.columns.append(name);
            }
        }
    }
    if (hasSubquery) {
        for (const NamedRelation &relation : relationsIn(m_cursor, range.from, range.to))
            m_result.relations.append(relation.name);
    }
}

void ExpressionReader::readCondition(Range range, int depth)
{
    range = unwrapped(range);
    if (depth > maximumDepth || split(range, "OR"_L1).size() > 1)
        return;
    const QList<Range> parts = split(range, "AND"_L1);
    for (const Range &part : parts) {
        if (parts.size() > 1 && isWrapped(part))
            readCondition(part, depth + 1);
        else
            readConjunct(unwrapped(part));
    }
}

void ExpressionReader::readConjunct(Range range)
{
    // column IS NOT NULL, and SQLite's column NOT NULL and column NOTNULL
    const qsizetype size = range.size();
    if (size >= 2 && m_cursor.at(range.to - 1).isWord("NULL"_L1) && m_cursor.at(range.to - 2).isWord("NOT"_L1)) {
        qsizetype end = range.to - 2;
        if (m_cursor.at(end - 1).isWord("IS"_L1))
            --end;
        if (const QString name = column({range.from, end}); !name.isEmpty())
            m_result.provesNotNull.append(name);
    } else if (size >= 2 && m_cursor.at(range.to - 1).isWord("NOTNULL"_L1)) {
        if (const QString name = column({range.from, range.to - 1}); !name.isEmpty())
            m_result.provesNotNull.append(name);
    } else if (!readComparison(range) && !readMembership(range)) {
        readBetween(range);
    }
}

bool ExpressionReader::readComparison(Range range)
{
    for (qsizetype i = range.from + 1; i + 1 < range.to; ++i) {
        const Token &token = m_cursor.at(i);
        if (token.kind != TokenKind::Symbol || !u"=<>!"_s.contains(token.text.front()))
            continue;
        qsizetype right = i + 1;
        QString op = token.text.toString();
        while (m_cursor.at(right).kind == TokenKind::Symbol && u"=<>"_s.contains(m_cursor.at(right).text.front()))
            op += m_cursor.at(right++).text;
        if (op == u"=="_s)
            op = u"="_s;
        else if (op == u"!="_s)
            op = u"<>"_s;
        const Range left{range.from, i};
        const Range rest{right, range.to};
        if (const QString name = column(left), value = literal(rest); !name.isEmpty() && !value.isEmpty()) {
            m_result.comparisons.append({name, op, {value}});
            return true;
        }
        static const QHash<QString, QString> turned{{u"<"_s, u">"_s}, {u">"_s, u"<"_s}, {u"<="_s, u">="_s}, {u">="_s, u"<="_s}};
        if (const QString name = column(rest), value = literal(left); !name.isEmpty() && !value.isEmpty()) {
            m_result.comparisons.append({name, turned.value(op, op), {value}});
            return true;
        }
        return false;
    }
    return false;
}

bool ExpressionReader::readMembership(Range range)
{
    for (qsizetype i = range.from + 1; i < range.to; ++i) {
        if (!m_cursor.at(i).isWord("IN"_L1) || m_cursor.behindParentheses(i + 1) != range.to)
            continue;
        const QString name = column({range.from, i});
        QStringList values;
        for (qsizetype from = i + 2, at = from; at < range.to; ++at) {
            if (!m_cursor.at(at).isSymbol(u',') && at + 1 != range.to)
                continue;
            values.append(literal({from, at}));
            from = at + 1;
        }
        if (name.isEmpty() || values.contains(QString()))
            return false;
        m_result.comparisons.append({name, u"IN"_s, values});
        return true;
    }
    return false;
}

bool ExpressionReader::readBetween(Range range)
{
    qsizetype between = range.from;
    while (between < range.to && !m_cursor.at(between).isWord("BETWEEN"_L1))
        ++between;
    qsizetype andWord = between;
    while (andWord < range.to && !m_cursor.at(andWord).isWord("AND"_L1))
        ++andWord;
    const QString name = column({range.from, between});
    const QString low = literal({between + 1, andWord});
    const QString high = literal({andWord + 1, range.to});
    if (name.isEmpty() || low.isEmpty() || high.isEmpty())
        return false;
    m_result.comparisons.append({name, u">="_s, {low}});
    m_result.comparisons.append({name, u"<="_s, {high}});
    return true;
}

bool ExpressionReader::isTautology(Range range, int depth) const
{
    range = unwrapped(range);
    if (depth > maximumDepth || range.size() <= 0)
        return false;
    const auto holds = [this, depth](Range part) { return isTautology(part, depth + 1); };
    if (const QList<Range> branches = split(range, "OR"_L1); branches.size() > 1)
        return std::ranges::any_of(branches, holds);
    if (const QList<Range> parts = split(range, "AND"_L1); parts.size() > 1)
        return std::ranges::all_of(parts, holds);
    if (isTrueLiteral(range))
        return true;
    for (qsizetype i = range.from + 1; i + 1 < range.to; ++i) {
        if (m_cursor.at(i).isSymbol(u'=') && !m_cursor.at(i + 1).isSymbol(u'=')) {
            const qsizetype left = m_cursor.at(i - 1).isSymbol(u'=') ? i - 1 : i;
            return m_cursor.text(range.from, left) == m_cursor.text(i + 1, range.to);
        }
    }
    return false;
}

bool ExpressionReader::isTrueLiteral(Range range) const
{
    if (range.size() != 1)
        return false;
    const Token &token = m_cursor.at(range.from);
    bool isNumber = false;
    const double value = token.text.toDouble(&isNumber);
    return token.isWord("TRUE"_L1) || (token.kind == TokenKind::Number && isNumber && value != 0);
}

QString ExpressionReader::literal(Range range) const
{
    const Range whole = range;
    if (range.size() == 2 && (m_cursor.at(range.from).isSymbol(u'-') || m_cursor.at(range.from).isSymbol(u'+'))
        && m_cursor.at(range.from + 1).kind == TokenKind::Number)
        ++range.from;
    // _utf8mb4'x', X'00', N'x', DATE '2024-01-01'
    if (range.size() == 2 && m_cursor.at(range.to - 1).kind == TokenKind::String) {
        const Token &prefix = m_cursor.at(range.from);
        if (prefix.text.startsWith(u'_')
            || prefix.isAnyWord({"X"_L1, "B"_L1, "N"_L1, "DATE"_L1, "TIME"_L1, "TIMESTAMP"_L1}))
            ++range.from;
    }
    if (range.size() != 1)
        return {};
    const Token &token = m_cursor.at(range.from);
    if (token.kind == TokenKind::String || token.kind == TokenKind::Number || token.isAnyWord({"TRUE"_L1, "FALSE"_L1}))
        return m_cursor.text(whole.from, whole.to);
    return {};
}

QString ExpressionReader::column(Range range) const
{
    range = unwrapped(range);
    while (range.size() > 2 && m_cursor.at(range.from + 1).isSymbol(u'.'))
        range.from += 2;
    const Token &token = m_cursor.at(range.from);
    if (range.size() != 1 || isExpressionKeyword(token))
        return {};
    return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName ? unquoted(token, m_cursor.dialect()) : QString();
}

} // namespace

bool isExpressionKeyword(const Token &token)
{
    if (token.kind != TokenKind::Word)
        return false;
    static const QSet<QString> keywords{
        u"ALL"_s, u"AND"_s, u"ANY"_s, u"AS"_s, u"ASC"_s, u"BETWEEN"_s, u"BINARY"_s, u"BY"_s, u"CASE"_s, u"COLLATE"_s, u"CROSS"_s, u"DESC"_s,
        u"DISTINCT"_s, u"DIV"_s, u"ELSE"_s, u"END"_s, u"ESCAPE"_s, u"EXCEPT"_s, u"EXISTS"_s, u"FALSE"_s, u"FROM"_s, u"GLOB"_s, u"GROUP"_s,
        u"HAVING"_s, u"IN"_s, u"INNER"_s, u"INTERSECT"_s, u"INTERVAL"_s, u"IS"_s, u"ISNULL"_s, u"JOIN"_s, u"LEFT"_s, u"LIKE"_s, u"LIMIT"_s,
        u"MATCH"_s, u"MOD"_s, u"NATURAL"_s, u"NOT"_s, u"NOTNULL"_s, u"NULL"_s, u"OFFSET"_s, u"ON"_s, u"OR"_s, u"ORDER"_s, u"OUTER"_s, u"OVER"_s,
        u"PARTITION"_s, u"REGEXP"_s, u"RIGHT"_s, u"RLIKE"_s, u"SELECT"_s, u"SEPARATOR"_s, u"SOUNDS"_s, u"THEN"_s, u"TRUE"_s, u"UNION"_s,
        u"USING"_s, u"VALUES"_s, u"WHEN"_s, u"WHERE"_s, u"WITH"_s, u"XOR"_s, u"BEGIN"_s, u"DELETE"_s, u"INSERT"_s, u"INTO"_s, u"NEW"_s, u"OLD"_s, u"SET"_s, u"UPDATE"_s, u"CURRENT_TIMESTAMP"_s, u"CURRENT_DATE"_s, u"CURRENT_TIME"_s,
        u"CURRENT_USER"_s, u"CURRENT_ROLE"_s, u"LOCALTIME"_s, u"LOCALTIMESTAMP"_s, u"UTC_TIMESTAMP"_s, u"UTC_DATE"_s, u"UTC_TIME"_s,
    };
    return token.text.size() <= 17 && keywords.contains(token.text.toString().toUpper());
}

Expression readExpression(const TokenCursor &cursor, qsizetype from, qsizetype to)
{
    return ExpressionReader(cursor).read(from, to);
}

Expression readCondition(const TokenCursor &cursor, qsizetype from, qsizetype to)
{
    ExpressionReader reader(cursor);
    Expression result = reader.read(from, to);
    result.isAlwaysTrue = reader.isTautology(from, to);
    return result;
}

} // namespace Whimbrel
