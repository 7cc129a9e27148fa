// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "run/backfill/batchstatement.h"
#include "sql/lexer.h"

#include <QCoreApplication>

#include <vector>

namespace Whimbrel {

/// Goes through the tokens of one statement; for BatchStatement::read().
class BatchStatementReader
{
    Q_DECLARE_TR_FUNCTIONS(Whimbrel)

public:
    BatchStatementReader(const Statement &statement, Dialect dialect);

    Result<BatchStatement> read();

private:
    struct Piece
    {
        Token token;
        int depth = 0; ///< of parentheses around it
    };

    bool atEnd() const { return m_at >= m_pieces.size(); }
    const Token &token(std::size_t index) const { return index < m_pieces.size() ? m_pieces[index].token : m_end; }
    bool take(QLatin1StringView word)
    {
        const bool found = token(m_at).isWord(word);
        m_at += found ? 1 : 0;
        return found;
    }
    qsizetype beginOf(std::size_t index) const { return index < m_pieces.size() ? token(index).begin : m_read.m_text.size(); }
    QString slice(std::size_t from, std::size_t to) const
    {
        return from < to ? m_read.m_text.sliced(token(from).begin, token(to - 1).end - token(from).begin) : QString();
    }
    /// The first piece at `from` or later, outside of parentheses, that is one of the words.
    std::size_t find(std::size_t from, std::initializer_list<QLatin1StringView> words) const;
    QString folded(const Token &name) const;
    /// Names that may be columns of the table whose rows are taken: not those that are said to be another's.
    QSet<QString> namesIn(std::size_t from, std::size_t to) const;
    bool isOthers(std::size_t index) const; ///< a column that is said to be another table's
    /// As tables are compared, which no database does with less than their letters.
    bool isTarget(const Token &qualifier) const;

    Result<> readTable(std::initializer_list<QLatin1StringView> notAlias);
    Result<> readJoins(std::size_t end);
    Result<> readAssignments(std::size_t from, std::size_t to);
    Result<> readOneAssignment(std::size_t from, std::size_t to);
    void readCondition(std::size_t where, std::size_t end);
    Result<> readTail(std::size_t tail);
    Result<> readUpdate();
    Result<> readDelete();
    Result<> readJoinedDelete();
    Result<> readInsert();
    Result<> checkSelect(std::size_t select, std::size_t from);
    Result<> checkJoins(std::size_t from, std::size_t to);

    const Dialect m_dialect;
    const Token m_end{};
    std::vector<Piece> m_pieces;
    std::size_t m_at = 0;
    QString m_target; ///< how columns of the table whose rows are taken are qualified, without quotes
    QSet<QString> m_conditionNames;
    QSet<QString> m_expressionNames;
    BatchStatement m_read;
};

} // namespace Whimbrel
