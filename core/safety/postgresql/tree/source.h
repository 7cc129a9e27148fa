// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/postgresql/tree/tree.h"

#include <initializer_list>

namespace Whimbrel::PgTree {

/// Finds ends in a statement: PostgreSQL's tree says where a thing begins, and rarely where it ends. Positions are bytes;
/// every position given is at the beginning of a token or of what stands between tokens.
class Source
{
public:
    explicit Source(Text text)
        : m_text(text), m_hasComments(text.find("--") != Text::npos || text.find("/*") != Text::npos)
    {
    }

    int size() const { return static_cast<int>(m_text.size()); }
    Text text(Range range) const { return m_text.substr(static_cast<size_t>(range.begin), static_cast<size_t>(range.end - range.begin)); }

    /// The next token at or behind `position`; size() where there is none.
    int tokenAt(int position) const;
    /// Behind the token that begins at `position`.
    int behindToken(int position) const;
    /// Behind the token, or behind the parenthesis or bracket that it opens.
    int behindGroup(int position) const;
    /// Behind a name with its dots.
    int behindName(int position) const;
    /// What there is from `position` to the next comma or closing parenthesis at its own level, or to `end`.
    Range item(int position, int end) const;
    Range item(int position) const { return item(position, size()); }
    /// `range` without blanks and comments at both ends.
    Range trimmed(Range range) const;
    /// Within the parentheses that open at or behind `position`, before `end`; empty where there are none.
    Range insideParentheses(int position, int end) const;
    /// Where `word`, given in lower case, stands from `position` at its own level; -1: before `end` it does not.
    int word(Text word, int position, int end) const { return anyWord({word}, position, end); }
    /// The same for the first of several.
    int anyWord(std::initializer_list<Text> words, int position, int end) const;
    bool isWord(int position, Text word) const;

private:
    char at(int position) const { return position < size() ? m_text[static_cast<size_t>(position)] : '\0'; }
    int behindString(int position, bool backslashes) const;
    int behindQuotes(int position, char quote) const;
    int behindDollarQuote(int position) const;
    int behindComment(int position) const;

    Text m_text;
    bool m_hasComments; ///< perhaps: what begins one may stand in a string
};

} // namespace Whimbrel::PgTree
