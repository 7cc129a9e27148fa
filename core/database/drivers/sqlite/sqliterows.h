// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/rowshape.h"

#include <QByteArray>

#include <memory>
#include <optional>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

namespace Whimbrel {

struct FinalizeSqlite
{
    void operator()(sqlite3_stmt *statement) const;
};
using SqliteStatement = std::unique_ptr<sqlite3_stmt, FinalizeSqlite>;

/// INSERTs that follow one another and differ in their literals only are prepared once: to read the text of a small statement
/// costs SQLite more than to execute it. What it does, and what it says of a failure, is the same.
class SqliteRows
{
public:
    /// The statement that inserts the rows of `sql`, with its values bound and to be reset afterwards; nullptr where `sql`
    /// has to be prepared by itself.
    sqlite3_stmt *bound(sqlite3 *handle, const QString &sql);
    /// To be called with each statement that was prepared by itself: the next one may be like it.
    void remember(const QString &sql);
    /// Before the connection closes, and for everything that is no statement of a script.
    void forget();

private:
    bool prepare(sqlite3 *handle);
    bool bind(std::size_t index);

    std::optional<RowShape> m_shape;
    std::vector<Token> m_literals;       ///< of the statement in hand
    std::vector<QByteArray> m_contents;  ///< of its strings: they stay where they are until the next is bound
    SqliteStatement m_statement; ///< of m_shape; made when the second one comes
};

} // namespace Whimbrel
