// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/sqlite/sqliterows.h"

#include "sql/asciicopy.h"

#include <sqlite3.h>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

constexpr qsizetype safeDigits = 18; // of a 64 bit integer, whichever they are
constexpr size_t mostValues = 1'000; // SQLite takes 32,766 of them unless it was built for fewer; so many gain nothing

/// The literal without its quotes, as SQLite would read it.
void readContent(const Token &literal, QByteArray &content)
{
    const QStringView quoted = literal.text.sliced(1, literal.text.size() - 2);
    content.resize(quoted.size()); // which keeps its memory from row to row
    if (!copyAscii(quoted, content.data(), u'\''))
        content = quoted.toString().replace("''"_L1, "'"_L1).toUtf8();
}

/// Of digits alone, and not too many of them.
qint64 numberOf(QStringView digits)
{
    return std::accumulate(digits.begin(), digits.end(), qint64(0), [](qint64 number, QChar digit) { return number * 10 + (digit.unicode() - u'0'); });
}

/// Not so a number that is no plain integer: how SQLite reads it is its own affair.
bool canBind(const Token &literal)
{
    return literal.kind == TokenKind::String || (literal.text.size() <= safeDigits && !literal.text.contains(u'.'));
}

} // namespace

void FinalizeSqlite::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

sqlite3_stmt *SqliteRows::bound(sqlite3 *handle, const QString &sql)
{
    if (!m_shape)
        return nullptr;
    if (!m_shape->takeLiterals(sql, m_literals) || !std::ranges::all_of(m_literals, canBind) || (!m_statement && !prepare(handle)))
        return nullptr;
    if (m_contents.size() < m_literals.size())
        m_contents.resize(m_literals.size());
    for (std::size_t i = 0; i < m_literals.size(); ++i) {
        if (!bind(i))
            return nullptr;
    }
    return m_statement.get();
}

bool SqliteRows::bind(std::size_t index)
{
    const Token &literal = m_literals[index];
    const int parameter = static_cast<int>(index) + 1;
    if (literal.kind != TokenKind::String)
        return sqlite3_bind_int64(m_statement.get(), parameter, numberOf(literal.text)) == SQLITE_OK;
    QByteArray &content = m_contents[index];
    readContent(literal, content);
    return sqlite3_bind_text(m_statement.get(), parameter, content.constData(), static_cast<int>(content.size()), SQLITE_STATIC) == SQLITE_OK;
}

void SqliteRows::remember(const QString &sql)
{
    forget();
    RowShape shape(sql, Dialect::SQLite);
    if (shape.isOfLiterals() && shape.takeLiterals(sql, m_literals) && m_literals.size() <= mostValues && std::ranges::all_of(m_literals, canBind))
        m_shape.emplace(std::move(shape));
}

void SqliteRows::forget()
{
    m_statement.reset();
    m_shape.reset();
}

/// Too many parameters, or whatever SQLite does not like about them: then each statement by itself.
bool SqliteRows::prepare(sqlite3 *handle)
{
    const QByteArray text = m_shape->withParameters().toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const int code = sqlite3_prepare_v2(handle, text.constData(), int(text.size() + 1), &prepared, nullptr);
    m_statement.reset(prepared);
    return code == SQLITE_OK;
}

} // namespace Whimbrel
