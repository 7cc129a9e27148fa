// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "safety/kinds.h"

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// What PostgreSQL's parser read, as plain values: the same words as Operation, without Qt, whose macros clash with
// PostgreSQL's. Texts and names point into the statement and into the parser's memory; nothing is copied twice.

namespace Whimbrel::PgTree {

using Text = std::string_view; ///< UTF-8, valid as long as the ParsedStatement it came from

/// Bytes of the statement, the end exclusive.
struct Range
{
    int begin = 0;
    int end = 0;

    bool isEmpty() const { return begin >= end; }
};

struct Name
{
    Text schema;
    Text name;

    bool operator==(const Name &) const = default;
};

struct Type
{
    Name name;
    std::vector<int> modifiers;
    int arrayDimensions = 0;
    bool isSerial = false;
    Text collation;
    Range text;
};

struct Expression
{
    struct Comparison
    {
        Text column;
        Text op;
        std::vector<std::string> literals;
    };

    Range text;
    bool isConstant = false;
    bool isNull = false;
    bool isAlwaysTrue = false;
    bool isOpaque = false;
    bool isParenthesised = false;
    std::vector<Name> functions;
    std::vector<Text> columns;
    std::vector<Text> provesNotNull;
    std::vector<Comparison> comparisons;
    std::vector<Text> literals;
    std::vector<Name> relations;

    bool isEmpty() const ///< nothing was read into it
    {
        return text.isEmpty() && !isConstant && !isOpaque && columns.empty() && functions.empty() && relations.empty() && literals.empty();
    }
};

struct Constraint
{
    ConstraintKind kind = ConstraintKind::Check;
    Text name;
    std::vector<Text> columns;
    Expression expression;
    Name references;
    std::vector<Text> referencedColumns;
    Text onDelete;
    Text onUpdate;
    Text usingIndex;
    bool notValid = false;
    bool deferrable = false;
    Range text;
};

struct Column
{
    Text name;
    Type type;
    bool notNull = false;
    bool explicitNull = false;
    bool hasDefault = false;
    Expression defaultValue;
    bool identity = false;
    GeneratedKind generated = GeneratedKind::No;
    Expression generatedAs;
    std::vector<Constraint> constraints;
    Range text;
};

struct Index
{
    struct Part
    {
        Text column;
        Expression expression;
        bool plain = true;
    };

    Text name;
    std::vector<Part> parts;
    std::vector<Text> included;
    Expression predicate;
    Text method;
    bool unique = false;
    bool nullsNotDistinct = false;
    Range text;
};

struct Bound
{
    BoundKind kind = BoundKind::None;
    std::vector<std::string> from;
    std::vector<std::string> to;
    std::vector<std::string> values;
    Range text;
};

struct Operation
{
    OperationKind kind = OperationKind::Unknown;
    ObjectType objectType = ObjectType::Table;
    unsigned flags = 0; ///< OperationFlag
    Name relation;
    std::string name;
    Text newName;
    Name other;
    std::string value;
    Text position; ///< of a new enum value: BEFORE or AFTER
    std::vector<Column> columns;
    std::vector<Constraint> constraints;
    std::vector<Index> indexes;
    std::vector<Text> columnNames;
    Expression expression;
    Bound bound;
    struct Like
    {
        Name table;
        std::vector<Text> including; ///< as Operation::LikeClause
        size_t columnsBefore = 0;
    };
    std::vector<Like> likes; ///< LIKE in CREATE TABLE
    std::vector<Name> reads;
    std::vector<std::pair<std::string, std::string>> options;
    Text body; ///< of DO, in the language that `value` says
    Range range; ///< empty: the whole statement

    void set(OperationFlag flag, bool on = true)
    {
        if (on)
            flags |= static_cast<unsigned>(flag);
    }
};

/// One statement read by PostgreSQL's own parser. Its memory is the thread's: make and end it in one thread, one at a time.
class ParsedStatement
{
public:
    /// `text` ends with a NUL behind its `size` bytes, holds none before, and outlives this.
    ParsedStatement(const char *text, size_t size);
    ~ParsedStatement();
    ParsedStatement(const ParsedStatement &) = delete;
    ParsedStatement &operator=(const ParsedStatement &) = delete;

    /// Empty: not in the grammar of this parser.
    const std::vector<Operation> &operations() const { return m_operations; }

private:
    void *m_memory;
    std::vector<Operation> m_operations;
};

} // namespace Whimbrel::PgTree
