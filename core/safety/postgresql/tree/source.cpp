// SPDX-License-Identifier: GPL-3.0-or-later
#include "safety/postgresql/tree/source.h"

#include <algorithm>

namespace Whimbrel::PgTree {

namespace {

bool isSpace(char c)
{
    return c == ' ' || (c >= '\t' && c <= '\r');
}

bool startsWord(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

bool isWordPart(char c)
{
    return startsWord(c) || isDigit(c) || c == '$';
}

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
}

} // namespace

int Source::tokenAt(int position) const
{
    while (position < size()) {
        const char c = at(position);
        if (isSpace(c)) {
            ++position;
        } else if (c == '-' && at(position + 1) == '-') {
            const size_t end = m_text.find('\n', static_cast<size_t>(position));
            position = end == Text::npos ? size() : static_cast<int>(end) + 1;
        } else if (c == '/' && at(position + 1) == '*') {
            position = behindComment(position);
        } else {
            return position;
        }
    }
    return size();
}

int Source::behindToken(int position) const
{
    const char c = at(position);
    if (startsWord(c)) {
        if ((c == 'e' || c == 'E') && at(position + 1) == '\'')
            return behindString(position + 1, true);
        while (position < size() && isWordPart(at(position)))
            ++position;
        return position;
    }
    if (c == '\'')
        return behindString(position, false);
    if (c == '"')
        return behindQuotes(position, '"');
    if (c == '$')
        return behindDollarQuote(position);
    if (isDigit(c)) {
        while (position < size() && (isWordPart(at(position)) || at(position) == '.'))
            ++position;
        return position;
    }
    return std::min(position + 1, size());
}

int Source::behindString(int position, bool backslashes) const
{
    for (++position; position < size(); ++position) {
        if (backslashes && at(position) == '\\') {
            ++position;
        } else if (at(position) == '\'') {
            if (at(position + 1) != '\'')
                return position + 1;
            ++position;
        }
    }
    return size();
}

int Source::behindQuotes(int position, char quote) const
{
    const size_t end = m_text.find(quote, static_cast<size_t>(position) + 1); // a doubled quote begins the next token
    return end == Text::npos ? size() : static_cast<int>(end) + 1;
}

int Source::behindDollarQuote(int position) const
{
    int end = position + 1;
    if (isDigit(at(end))) { // a parameter
        while (isDigit(at(end)))
            ++end;
        return end;
    }
    while (end < size() && isWordPart(at(end)) && at(end) != '$')
        ++end;
    if (at(end) != '$')
        return position + 1;
    const Text tag = m_text.substr(static_cast<size_t>(position), static_cast<size_t>(end + 1 - position));
    const size_t close = m_text.find(tag, static_cast<size_t>(end) + 1);
    return close == Text::npos ? size() : static_cast<int>(close + tag.size());
}

int Source::behindComment(int position) const
{
    int depth = 0;
    while (position < size()) {
        if (at(position) == '/' && at(position + 1) == '*') {
            ++depth;
            position += 2;
        } else if (at(position) == '*' && at(position + 1) == '/') {
            --depth;
            position += 2;
            if (depth == 0)
                return std::min(position, size());
        } else {
            ++position;
        }
    }
    return size();
}

int Source::behindGroup(int position) const
{
    int depth = 0;
    do {
        const char c = at(position);
        if (c == '(' || c == '[')
            ++depth;
        else if (c == ')' || c == ']')
            --depth;
        const int end = behindToken(position);
        if (depth <= 0)
            return end;
        position = tokenAt(end);
    } while (position < size());
    return size();
}

int Source::behindName(int position) const
{
    int end = behindToken(tokenAt(position));
    for (;;) {
        const int dot = tokenAt(end);
        if (at(dot) == '"' && dot == end && end > 0 && at(end - 1) == '"') // a doubled quote
            end = behindToken(dot);
        else if (at(dot) == '.')
            end = behindToken(tokenAt(dot + 1));
        else
            return end;
    }
}

Range Source::item(int position, int end) const
{
    const int begin = tokenAt(position);
    Range range{begin, begin};
    for (int token = begin; token < end;) {
        const char c = at(token);
        if (c == ',' || c == ')' || c == ']' || c == ';')
            break;
        range.end = behindGroup(token);
        token = tokenAt(range.end);
    }
    range.end = std::min(range.end, end);
    return range;
}

Range Source::trimmed(Range range) const
{
    const int begin = tokenAt(range.begin);
    Range result{begin, begin};
    if (!m_hasComments) {
        result.end = std::max(range.end, begin);
        while (result.end > begin && isSpace(at(result.end - 1)))
            --result.end;
        return result;
    }
    for (int token = begin; token < range.end; token = tokenAt(result.end))
        result.end = behindToken(token);
    result.end = std::min(result.end, std::max(range.end, begin));
    return result;
}

Range Source::insideParentheses(int position, int end) const
{
    for (int token = tokenAt(position); token < end; token = tokenAt(behindToken(token))) {
        if (at(token) == '(')
            return trimmed({token + 1, behindGroup(token) - 1});
    }
    return {};
}

int Source::anyWord(std::initializer_list<Text> words, int position, int end) const
{
    for (int token = tokenAt(position); token < end; token = tokenAt(behindGroup(token))) {
        const char c = at(token);
        if (c == ')' || c == ']')
            return -1;
        if (startsWord(c) && std::any_of(words.begin(), words.end(), [&](Text word) { return isWord(token, word); }))
            return token;
    }
    return -1;
}

bool Source::isWord(int position, Text word) const
{
    for (const char c : word) {
        if (lower(at(position++)) != c)
            return false;
    }
    return !isWordPart(at(position));
}

} // namespace Whimbrel::PgTree
