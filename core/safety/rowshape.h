// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/lexer.h"

#include <QString>

#include <vector>

namespace Whimbrel {

/// The words of an INSERT … VALUES, its literals left open: dumps hold tens of thousands that differ in nothing else, and
/// what one of them is read as holds for all. A value; any thread.
class RowShape
{
public:
    /// `statement` must have been read without errors: only then are those that fit it right as well.
    RowShape(const QString &statement, Dialect dialect);

    /// Whether `other` differs from it in plain strings ('…'), in numbers written with digits and a point, and in blanks and
    /// comments at most.
    bool fits(QStringView other) const;

private:
    QString m_statement; ///< the tokens are views of it
    Dialect m_dialect;
    std::vector<Token> m_tokens;
};

} // namespace Whimbrel
