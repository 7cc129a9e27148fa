// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/operation.h"
#include "safety/tokens/tokencursor.h"

namespace Whimbrel {

/// Reads what works with rows: SELECT, VALUES, INSERT, REPLACE, UPDATE, DELETE, with their WITH in front; the grammars of
/// MySQL, MariaDB and SQLite, which are close to each other there.
class DataReader
{
public:
    DataReader(TokenCursor &cursor, QList<Operation> &operations);

    bool isHere() const; ///< the cursor stands before such a statement
    bool read();         ///< to the end of the text; false: not understood

private:
    bool readQuery();
    bool readInsert();
    bool readUpdate();
    bool readDelete();
    void readCondition(Operation &operation, qsizetype from);
    void readAssignedColumns(Operation &operation, qsizetype from);
    void addReads(Operation &operation, qsizetype from);
    void add(Operation operation) { m_operations.append(std::move(operation)); }
    /// The index of `word` outside of parentheses, from `from` on; count(): it is not there.
    qsizetype find(QLatin1StringView word, qsizetype from) const;
    bool has(QLatin1StringView word, qsizetype from) const { return find(word, from) < m_cursor.count(); }

    TokenCursor &m_cursor;
    QList<Operation> &m_operations;
    qsizetype m_start = 0; ///< of the statement, its WITH included: for the names of common tables
};

} // namespace Whimbrel
