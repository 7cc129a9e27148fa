// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/fixes/batchcondition.h"

#include "safety/tokens/tokencursor.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

struct Assignment
{
    QString column; ///< as written
    QString name;   ///< without its quotes
    QString value;
    Token first; ///< of the value
    qsizetype tokens = 0;
};

/// column = value, …; nothing where there is anything else.
std::optional<QList<Assignment>> readAssignments(TokenCursor &in)
{
    QList<Assignment> assignments;
    do {
        Assignment assignment;
        const qsizetype name = in.index();
        assignment.name = in.readIdentifier();
        assignment.column = in.textFrom(name);
        if (assignment.name.isEmpty() || !in.acceptSymbol(u'='))
            return {};
        const qsizetype value = in.index();
        while (!in.atEnd() && !in.isSymbol(u',') &&
               !in.isAnyWord({"WHERE"_L1, "FROM"_L1, "RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1})) {
            if (!in.skipParentheses())
                in.advance();
        }
        assignment.tokens = in.index() - value;
        assignment.value = in.textFrom(value);
        assignment.first = in.at(value);
        if (assignment.tokens == 0)
            return {};
        assignments << assignment;
    } while (in.acceptSymbol(u','));
    return assignments;
}

bool isInteger(const TypeName &type)
{
    static const QStringList names{u"int"_s,       u"integer"_s, u"bigint"_s, u"smallint"_s, u"tinyint"_s,
                                   u"mediumint"_s, u"int2"_s,    u"int4"_s,   u"int8"_s};
    return names.contains(type.name.name) && type.arrayDimensions == 0;
}

/// Two texts of the type are equal only if they are the same: not so where a collation forgives case, or blanks at the
/// end.
bool isExactText(const TypeName &type, Dialect dialect)
{
    static const QStringList names{u"text"_s, u"varchar"_s};
    return !isMySqlFamily(dialect) && names.contains(type.name.name) && type.arrayDimensions == 0 &&
           type.collation.isEmpty();
}

/// Once a row holds the value, it compares as equal to it: no rounding, no clock, no collation in between. Else a batch
/// would find the same rows again and again, or leave some out.
bool staysAsAssigned(const Assignment &assignment, const CatalogColumn &column, Dialect dialect)
{
    if (assignment.tokens != 1)
        return false;
    const Token &token = assignment.first;
    if (token.isWord("NULL"_L1))
        return true;
    if (column.generated != ColumnDefinition::Generated::No)
        return false;
    if (token.kind == TokenKind::Number)
        return isInteger(column.type) && std::ranges::all_of(token.text, [](QChar c) { return c.isDigit(); });
    const bool isPlainString = token.kind == TokenKind::String && token.text.startsWith(u'\'');
    return (isPlainString && isExactText(column.type, dialect)) ||
           (token.isAnyWord({"TRUE"_L1, "FALSE"_L1}) && dialect == Dialect::PostgreSql &&
            column.type.name.name == "bool"_L1);
}

QString differs(const Assignment &assignment, Dialect dialect)
{
    if (assignment.first.isWord("NULL"_L1))
        return assignment.column + u" IS NOT NULL"_s;
    const QString form = dialect == Dialect::PostgreSql ? u"%1 IS DISTINCT FROM %2"_s
                         : dialect == Dialect::SQLite   ? u"%1 IS NOT %2"_s
                                                        : u"NOT (%1 <=> %2)"_s;
    return form.arg(assignment.column, assignment.value);
}

QString conditionOf(const QList<Assignment> &assignments, const QString &where, const CatalogRelation *table,
                    Dialect dialect)
{
    QStringList different;
    for (const Assignment &assignment : assignments) {
        const CatalogColumn *column = table ? table->column(assignment.name) : nullptr;
        if (!column || !staysAsAssigned(assignment, *column, dialect))
            return {};
        different << differs(assignment, dialect);
    }
    const QString todo = different.join(u" OR "_s);
    if (where.isEmpty())
        return todo;
    return u"(%1) AND "_s.arg(where) + (different.size() > 1 ? u"(%1)"_s.arg(todo) : todo);
}

} // namespace

std::optional<RowChange> readRowChange(const QString &update, const CatalogRelation *table, Dialect dialect)
{
    TokenCursor in(update, dialect);
    if (!in.accept("UPDATE"_L1) || in.isWord("ONLY"_L1) || in.readName().isEmpty() || !in.accept("SET"_L1))
        return {};
    const qsizetype begin = in.index();
    const auto assignments = readAssignments(in);
    if (!assignments)
        return {};
    RowChange change;
    change.assignments = in.textFrom(begin);
    QString where;
    if (in.accept("WHERE"_L1)) {
        const qsizetype condition = in.index();
        while (!in.atEnd() && !in.isAnyWord({"RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1})) {
            if (!in.skipParentheses())
                in.advance();
        }
        where = in.textFrom(condition);
    }
    if (!in.atEnd())
        return {};
    change.condition = conditionOf(*assignments, where, table, dialect);
    return change;
}

QString readDeletedRows(const QString &statement, Dialect dialect)
{
    TokenCursor in(statement, dialect);
    if (!in.accept({"DELETE"_L1, "FROM"_L1}) || in.isWord("ONLY"_L1) || in.readName().isEmpty() || !in.accept("WHERE"_L1))
        return {};
    const qsizetype condition = in.index();
    while (!in.atEnd() && !in.isAnyWord({"RETURNING"_L1, "ORDER"_L1, "LIMIT"_L1})) {
        if (!in.skipParentheses())
            in.advance();
    }
    return in.atEnd() ? in.textFrom(condition) : QString();
}

} // namespace Whimbrel
