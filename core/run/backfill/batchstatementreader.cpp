// SPDX-License-Identifier: GPL-3.0-or-later
#include "run/backfill/batchstatementreader.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Whimbrel", text);
}

std::unexpected<Error> refuse(const QString &message, const QString &hint = {})
{
    return failure(ErrorKind::Refused, message, hint.isEmpty() ? tr("Rewrite the statement, or remove the comment and let it run as one.") : hint);
}

bool isName(const Token &token)
{
    return token.kind == TokenKind::Word || token.kind == TokenKind::QuotedName;
}

/// What a name stands for. PostgreSQL folds words to lower case; the others compare without case.
QString unquoted(const Token &token, Dialect dialect)
{
    if (token.kind == TokenKind::QuotedName) {
        const QChar quote = token.text.front();
        const QChar close = quote == u'[' ? u']' : quote;
        return token.text.sliced(1).chopped(1).toString().replace(QString(2, close), QString(close));
    }
    return dialect == Dialect::PostgreSql ? token.text.toString().toLower() : token.text.toString();
}

constexpr std::initializer_list<QLatin1StringView> aggregates{
    "count"_L1,     "sum"_L1,          "avg"_L1,        "min"_L1,           "max"_L1,      "total"_L1,     "group_concat"_L1, "string_agg"_L1,
    "array_agg"_L1, "json_agg"_L1,     "jsonb_agg"_L1,  "json_arrayagg"_L1, "bool_and"_L1, "bool_or"_L1,   "every"_L1,        "json_objectagg"_L1,
    "bit_and"_L1,   "bit_or"_L1,       "bit_xor"_L1,    "stddev"_L1,        "variance"_L1, "std"_L1,       "xmlagg"_L1,       "json_object_agg"_L1,
    "mode"_L1,      "percentile_cont"_L1, "percentile_disc"_L1, "stddev_pop"_L1, "stddev_samp"_L1, "var_pop"_L1, "var_samp"_L1, "json_group_array"_L1,
    "json_group_object"_L1, "jsonb_object_agg"_L1, "range_agg"_L1, "corr"_L1, "median"_L1};

} // namespace

BatchStatementReader::BatchStatementReader(const Statement &statement, Dialect dialect)
    : m_dialect(dialect)
{
    m_read.m_text = statement.text;
    m_read.m_foldsNames = dialect != Dialect::PostgreSql;
    Lexer lexer(m_read.m_text, dialect);
    int depth = 0;
    for (Token token = lexer.nextSignificant(); token.kind != TokenKind::End; token = lexer.nextSignificant()) {
        if (token.isSymbol(u')'))
            --depth;
        m_pieces.push_back({token, depth});
        if (token.isSymbol(u'('))
            ++depth;
    }
}

Result<BatchStatement> BatchStatementReader::read()
{
    if (std::ranges::any_of(m_pieces, [](const Piece &piece) { return piece.token.kind == TokenKind::CodeComment; }))
        return refuse(tr("A statement with executable comments cannot be run in batches."));
    Result<> result;
    if (take("UPDATE"_L1))
        result = readUpdate();
    else if (take("DELETE"_L1))
        result = readDelete();
    else if (take("INSERT"_L1))
        result = readInsert();
    else
        result = refuse(tr("Only UPDATE, DELETE and INSERT … SELECT can run in batches."),
                        tr("Remove the comment; a statement that begins with WITH can often be written with a subquery instead."));
    if (!result)
        return std::unexpected(result.error());
    return std::move(m_read);
}

std::size_t BatchStatementReader::find(std::size_t from, std::initializer_list<QLatin1StringView> words) const
{
    for (std::size_t i = from; i < m_pieces.size(); ++i) {
        const bool isClause = m_pieces[i].depth == 0 && m_pieces[i].token.isAnyWord(words);
        if (isClause && !(i > 0 && (token(i - 1).isSymbol(u'.') || token(i - 1).isWord("DISTINCT"_L1)))) // IS DISTINCT FROM
            return i;
    }
    return m_pieces.size();
}

QString BatchStatementReader::folded(const Token &name) const
{
    const QString text = unquoted(name, m_dialect);
    return m_read.m_foldsNames ? text.toLower() : text;
}

QSet<QString> BatchStatementReader::namesIn(std::size_t from, std::size_t to) const
{
    QSet<QString> names;
    for (std::size_t i = from; i < to; ++i) {
        if (isName(token(i)) && !isOthers(i))
            names.insert(folded(token(i)));
    }
    return names;
}

bool BatchStatementReader::isOthers(std::size_t index) const
{
    const bool isQualified = index >= 2 && token(index - 1).isSymbol(u'.') && isName(token(index - 2));
    return isQualified && !isTarget(token(index - 2));
}

bool BatchStatementReader::isTarget(const Token &qualifier) const
{
    return unquoted(qualifier, m_dialect).compare(m_target, Qt::CaseInsensitive) == 0;
}

/// [ONLY] [schema.]table [*] [[AS] alias]
Result<> BatchStatementReader::readTable(std::initializer_list<QLatin1StringView> notAlias)
{
    m_read.m_only = m_dialect == Dialect::PostgreSql && take("ONLY"_L1);
    const std::size_t first = m_at;
    if (!isName(token(m_at)))
        return refuse(tr("The table whose rows are to be taken in batches could not be read."));
    while (token(m_at + 1).isSymbol(u'.') && isName(token(m_at + 2)))
        m_at += 2;
    m_read.m_table = slice(first, m_at + 1);
    m_read.m_name = unquoted(token(m_at), m_dialect);
    if (m_at - first > 2)
        return refuse(tr("A table of another database cannot be gone through in batches."));
    if (m_at > first)
        m_read.m_schema = unquoted(token(first), m_dialect);
    m_read.m_qualifier = token(m_at).text.toString();
    m_target = m_read.m_name;
    ++m_at;
    if (m_dialect == Dialect::PostgreSql && token(m_at).isSymbol(u'*'))
        ++m_at;
    const bool as = take("AS"_L1);
    if (isName(token(m_at)) && m_pieces[m_at].depth == 0 && (as || !token(m_at).isAnyWord(notAlias))) {
        m_read.m_alias = token(m_at).text.toString();
        m_read.m_qualifier = m_read.m_alias;
        m_target = unquoted(token(m_at), m_dialect);
        ++m_at;
    }
    return {};
}

/// What MySQL and MariaDB join the table with before SET or WHERE. A row of it is changed once, however many it finds.
Result<> BatchStatementReader::readJoins(std::size_t end)
{
    if (const Result<> checked = checkJoins(m_at, end); !checked)
        return checked;
    m_read.m_joins = slice(m_at, end);
    m_at = end;
    return {};
}

Result<> BatchStatementReader::readOneAssignment(std::size_t from, std::size_t to)
{
    std::size_t equals = from;
    while (equals < to && !(m_pieces[equals].depth == 0 && token(equals).isSymbol(u'=')))
        ++equals;
    if (equals == to || equals == from)
        return refuse(tr("An assignment of SET could not be read."));
    if (token(from).isSymbol(u'(')) { // (a, b) = …
        m_read.m_setColumns += namesIn(from, equals);
    } else if (m_dialect == Dialect::PostgreSql) { // a, a[1] or a.field
        m_read.m_setColumns.insert(folded(token(from)));
    } else { // a or t.a
        if (!m_read.m_joins.isEmpty() && (equals < from + 3 || isOthers(equals - 1))) {
            return refuse(tr("An UPDATE with a join runs in batches of the rows of “%1”, and has to say that it is “%1” that each assignment of SET is for.").arg(m_target),
                          tr("Put the table that is changed first, and its name before each column that is set."));
        }
        m_read.m_setColumns.insert(folded(token(equals - 1)));
    }
    m_expressionNames += namesIn(equals + 1, to);
    return {};
}

Result<> BatchStatementReader::readAssignments(std::size_t from, std::size_t to)
{
    for (std::size_t begin = from; begin < to;) {
        std::size_t end = begin;
        while (end < to && !(m_pieces[end].depth == 0 && token(end).isSymbol(u',')))
            ++end;
        if (const Result<> read = readOneAssignment(begin, end); !read)
            return read;
        begin = end + 1;
    }
    m_read.m_readsOwn = m_expressionNames.intersects(m_read.m_setColumns);
    return {};
}

/// `where` is the word's index, or `end` where there is none.
void BatchStatementReader::readCondition(std::size_t where, std::size_t end)
{
    m_read.m_insertAt = beginOf(where);
    if (where == end)
        return;
    m_read.m_conditionBegin = token(where).end;
    m_read.m_conditionEnd = beginOf(end);
    m_conditionNames = namesIn(where + 1, end);
}

/// What may stand behind the condition.
Result<> BatchStatementReader::readTail(std::size_t tail)
{
    if (token(tail).isAnyWord({"ORDER"_L1, "LIMIT"_L1}))
        return refuse(tr("A statement with ORDER BY or LIMIT cannot be cut into batches: they take the rows in the order of their key."),
                      tr("Remove ORDER BY and LIMIT; each batch holds few rows anyway."));
    return {};
}

Result<> BatchStatementReader::readUpdate()
{
    if (m_dialect == Dialect::SQLite && take("OR"_L1))
        ++m_at;
    if (isMySqlFamily(m_dialect)) {
        (void)take("LOW_PRIORITY"_L1);
        (void)take("IGNORE"_L1);
    }
    if (const Result<> read = readTable({"SET"_L1, "INDEXED"_L1, "NOT"_L1, "JOIN"_L1, "INNER"_L1, "LEFT"_L1, "RIGHT"_L1, "CROSS"_L1, "NATURAL"_L1, "STRAIGHT_JOIN"_L1});
        !read)
        return read;
    const std::size_t set = find(m_at, {"SET"_L1});
    if (isMySqlFamily(m_dialect) && m_at < set && set < m_pieces.size()) {
        if (const Result<> joined = readJoins(set); !joined)
            return joined;
    }
    if (!take("SET"_L1))
        return refuse(tr("Only an UPDATE of one table can run in batches."), tr("Write the other tables into subqueries of SET and WHERE."));
    const std::size_t tail = find(m_at, {"RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1});
    const std::size_t where = std::min(find(m_at, {"WHERE"_L1}), tail);
    const std::size_t from = std::min(find(m_at, {"FROM"_L1}), where);
    if (const Result<> read = readAssignments(m_at, from); !read)
        return read;
    if (token(where + 1).isWord("CURRENT"_L1) && token(where + 2).isWord("OF"_L1))
        return refuse(tr("WHERE CURRENT OF changes one row, which needs no batches."));
    m_read.m_others = from < where ? slice(from + 1, where) : QString();
    readCondition(where, tail);
    m_read.m_repeats = m_conditionNames.intersects(m_read.m_setColumns) && !m_read.m_readsOwn;
    return readTail(tail);
}

Result<> BatchStatementReader::readDelete()
{
    m_read.m_verb = BatchStatement::Verb::Delete;
    if (isMySqlFamily(m_dialect)) {
        while (take("LOW_PRIORITY"_L1) || take("QUICK"_L1) || take("IGNORE"_L1)) { }
        if (isName(token(m_at)) && token(m_at + 1).isWord("FROM"_L1))
            return readJoinedDelete();
    }
    if (!take("FROM"_L1))
        return refuse(tr("Only a DELETE from one table can run in batches."), tr("Write the other tables into a subquery of WHERE."));
    if (const Result<> read = readTable({"WHERE"_L1, "USING"_L1, "RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1, "INDEXED"_L1, "NOT"_L1, "JOIN"_L1, "INNER"_L1, "LEFT"_L1});
        !read)
        return read;
    const std::size_t tail = find(m_at, {"RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1});
    const std::size_t where = std::min(find(m_at, {"WHERE"_L1}), tail);
    if (m_dialect == Dialect::PostgreSql && take("USING"_L1))
        m_read.m_others = slice(m_at, where);
    else if (m_at < where)
        return refuse(tr("Only a DELETE from one table can run in batches."), tr("Write the other tables into a subquery of WHERE."));
    if (token(where + 1).isWord("CURRENT"_L1) && token(where + 2).isWord("OF"_L1))
        return refuse(tr("WHERE CURRENT OF changes one row, which needs no batches."));
    readCondition(where, tail);
    m_read.m_repeats = where < tail;
    return readTail(tail);
}

/// MySQL's DELETE t FROM t JOIN u …: rows of the first table go, and of no other.
Result<> BatchStatementReader::readJoinedDelete()
{
    const Token &victim = token(m_at);
    m_at += 2;
    if (const Result<> read = readTable({"WHERE"_L1, "JOIN"_L1, "INNER"_L1, "LEFT"_L1, "RIGHT"_L1, "CROSS"_L1, "NATURAL"_L1, "STRAIGHT_JOIN"_L1}); !read)
        return read;
    if (!isTarget(victim)) {
        return refuse(tr("A DELETE with a join runs in batches of the first table of FROM, and “%1” is another.").arg(victim.text.toString()),
                      tr("Put the table whose rows go first."));
    }
    const std::size_t where = find(m_at, {"WHERE"_L1});
    if (const Result<> joined = readJoins(where); !joined)
        return joined;
    readCondition(where, m_pieces.size());
    m_read.m_repeats = true; // whatever the join finds is gone afterwards
    return {};
}

/// Each row of the first table has to give its rows independently of the others.
Result<> BatchStatementReader::checkSelect(std::size_t select, std::size_t from)
{
    if (token(select + 1).isWord("DISTINCT"_L1))
        return refuse(tr("A SELECT DISTINCT cannot be cut into batches: it compares rows of different batches."));
    for (std::size_t i = select; i < from; ++i) {
        const bool called = token(i + 1).isSymbol(u'(');
        const auto isCalled = [&](QLatin1StringView name) { return token(i).isWord(name); };
        // Depth 1 and deeper may be a subquery of its own; one that aggregates there is refused too, as it cannot be told apart here.
        if ((called && std::ranges::any_of(aggregates, isCalled)) || token(i).isWord("OVER"_L1))
            return refuse(tr("A SELECT with an aggregate or a window cannot be cut into batches: it looks at rows of different batches."));
    }
    return {};
}

Result<> BatchStatementReader::checkJoins(std::size_t from, std::size_t to)
{
    for (std::size_t i = from; i < to; ++i) {
        const bool isFunction = token(i + 1).isSymbol(u'(');
        if (m_pieces[i].depth == 0 && token(i).isAnyWord({"RIGHT"_L1, "FULL"_L1}) && !isFunction)
            return refuse(tr("A RIGHT or FULL JOIN cannot be cut into batches of its first table's rows."), tr("Write it as a LEFT JOIN."));
    }
    return {};
}

Result<> BatchStatementReader::readInsert()
{
    m_read.m_verb = BatchStatement::Verb::Insert;
    const std::size_t into = find(m_at, {"INTO"_L1});
    const std::size_t select = find(m_at, {"SELECT"_L1});
    if (select == m_pieces.size() || token(select - 1).isSymbol(u'('))
        return refuse(tr("Only an INSERT with a SELECT can run in batches."), tr("Remove the comment."));
    m_at = into < select ? into + 1 : m_at;
    if (const Result<> target = readTable({"SELECT"_L1, "OVERRIDING"_L1, "DEFAULT"_L1, "VALUES"_L1}); !target)
        return target;
    const BatchStatement targetTable = m_read;
    const std::size_t from = find(select, {"FROM"_L1});
    if (from == m_pieces.size())
        return refuse(tr("The SELECT reads no table whose rows could be taken in batches."));
    if (const Result<> checked = checkSelect(select, from); !checked)
        return checked;
    const std::size_t where = find(from, {"WHERE"_L1});
    std::size_t tail = find(std::min(where, m_pieces.size() - 1),
                            {"RETURNING"_L1, "GROUP"_L1, "HAVING"_L1, "WINDOW"_L1, "ORDER"_L1, "LIMIT"_L1, "OFFSET"_L1, "FETCH"_L1, "FOR"_L1, "UNION"_L1,
                             "INTERSECT"_L1, "EXCEPT"_L1});
    if (where == m_pieces.size())
        tail = find(from, {"RETURNING"_L1, "GROUP"_L1, "HAVING"_L1, "WINDOW"_L1, "ORDER"_L1, "LIMIT"_L1, "OFFSET"_L1, "FETCH"_L1, "FOR"_L1, "UNION"_L1,
                           "INTERSECT"_L1, "EXCEPT"_L1});
    for (std::size_t i = from; i + 1 < m_pieces.size(); ++i) {
        if (m_pieces[i].depth == 0 && token(i).isWord("ON"_L1) && token(i + 1).isAnyWord({"CONFLICT"_L1, "DUPLICATE"_L1}))
            tail = std::min(tail, i);
    }
    if (tail < m_pieces.size() && !token(tail).isAnyWord({"ON"_L1, "RETURNING"_L1}))
        return refuse(tr("A SELECT with %1 cannot be cut into batches of its first table's rows.").arg(token(tail).text.toString().toUpper()));
    m_at = from + 1;
    if (token(m_at).isSymbol(u'(') || token(m_at).isWord("LATERAL"_L1) || token(m_at + 1).isSymbol(u'('))
        return refuse(tr("The rows of an INSERT … SELECT are taken in batches of the first table of FROM, and here none stands there."),
                      tr("Put the big table first in FROM."));
    const Result<> source = readTable({"WHERE"_L1, "JOIN"_L1, "INNER"_L1, "LEFT"_L1, "CROSS"_L1, "NATURAL"_L1, "ON"_L1, "RETURNING"_L1, "STRAIGHT_JOIN"_L1, "RIGHT"_L1,
                                       "FULL"_L1, "USE"_L1, "FORCE"_L1, "IGNORE"_L1, "INDEXED"_L1, "NOT"_L1, "TABLESAMPLE"_L1, "GROUP"_L1});
    if (!source)
        return source;
    if (m_read.m_name.compare(targetTable.m_name, Qt::CaseInsensitive) == 0)
        return refuse(tr("An INSERT that reads the table it writes to cannot run in batches: later ones would read what earlier ones wrote."));
    const std::size_t end = std::min(where, tail);
    if (const Result<> joined = checkJoins(m_at, end); !joined)
        return joined;
    readCondition(end, tail);
    return {};
}

} // namespace Whimbrel
