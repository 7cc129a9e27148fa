// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/lexer.h"

#include <QString>

#include <vector>

namespace Whimbrel {

/// The words of an INSERT … VALUES, its literals left open: dumps hold tens of thousands that differ in nothing else, so
/// that what one of them is read or prepared as holds for all. Literals are plain strings ('…') and numbers written with
/// digits and a point. A value; any thread.
class RowShape
{
public:
    /// `statement` must be one that a server takes: only then does it take those that fit.
    RowShape(const QString &statement, Dialect dialect);

    /// Whether `other` differs from it in its literals, and in blanks and comments, at most.
    bool fits(QStringView other) const;
    /// Puts the literals of `other` into `literals`, in their order, as views of it; false where it does not fit.
    bool takeLiterals(QStringView other, std::vector<Token> &literals) const;
    /// The statement with a question mark for each literal.
    QString withParameters() const;
    /// INSERT INTO table [(columns)] VALUES (…), …: nothing but literals and NULL in the rows, and nothing behind them.
    bool isOfLiterals() const;

private:
    /// What stands before a literal, or at the end.
    struct Piece
    {
        QStringView text;
        TokenKind next; ///< String, Number or End
    };
    template<typename Visit>
    bool compare(QStringView other, const Visit &visitLiteral) const;
    template<typename Visit>
    bool compareExactly(QStringView other, const Visit &visitLiteral) const;
    std::vector<Piece> pieces() const;

    QString m_statement; ///< the tokens and pieces are views of it
    Dialect m_dialect;
    std::vector<Token> m_tokens;
    std::vector<Piece> m_pieces; ///< empty: they do not tell where a literal ends
};

} // namespace Whimbrel
