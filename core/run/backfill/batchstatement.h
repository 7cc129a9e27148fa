// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/error.h"
#include "sql/dialect.h"
#include "sql/statement.h"

#include <QCoreApplication>
#include <QSet>
#include <QString>

namespace Whimbrel {

/// An UPDATE, DELETE or INSERT … SELECT that can be cut into ranges of rows: where its condition stands, and what it does to it.
///
/// A reading of tokens. What it cannot be sure of is refused, never guessed: a wrong cut would change other rows.
class BatchStatement
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    enum class Verb { Update, Delete, Insert };

    /// Errors: Refused, with why this statement cannot be cut and how to write it.
    static Result<BatchStatement> read(const Statement &statement, Dialect dialect);

    Verb verb() const { return m_verb; }
    /// The table whose rows are gone through: the one that is changed, or the first that an INSERT reads. As written, quotes and all.
    QString table() const { return m_table; }
    QString schemaName() const { return m_schema; } ///< without quotes; empty where none is written
    QString tableName() const { return m_name; }
    /// How the statement names the table's columns: its alias, or the table's last part, as written.
    QString qualifier() const { return m_qualifier; }
    bool sets(const QString &column) const; ///< an UPDATE that gives it a new value

    /// The condition becomes false for each row that is done, so that passes can repeat until none is left.
    bool repeats() const { return m_repeats; }
    /// Where it does not: rows written meanwhile may be left out, and whose job that is. Translated.
    QString onePassNote() const;

    /// The statement for those rows only that `range` holds for.
    QString withRange(const QString &range) const;
    /// Counts as `n` the rows that are to be changed still; only where the passes repeat.
    QString countQuery() const;

private:
    friend class BatchStatementReader;

    Verb m_verb = Verb::Update;
    QString m_text;
    QString m_table;
    QString m_schema;
    QString m_name;
    QString m_qualifier;
    QString m_alias;             ///< as written; empty where there is none
    bool m_only = false;         ///< PostgreSQL: ONLY
    QString m_others;            ///< UPDATE's FROM, DELETE's USING: what the rows are joined with
    QString m_joins;             ///< of MySQL and MariaDB: what stands between the table and SET or WHERE, as written
    QSet<QString> m_setColumns;  ///< folded as the database compares them
    bool m_foldsNames = false;   ///< column names compare without case
    bool m_readsOwn = false;     ///< SET reads a column that it sets
    bool m_repeats = false;
    qsizetype m_insertAt = 0;    ///< where WHERE would stand; used where there is none
    qsizetype m_conditionBegin = -1; ///< behind WHERE
    qsizetype m_conditionEnd = -1;
};

} // namespace Whimbrel
