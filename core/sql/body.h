// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sql/lexer.h"

#include <memory>

namespace Whimbrel {

/// Follows the tokens of one statement and knows where a semicolon belongs to it: in the body of a routine, a trigger, a
/// rule. One class a dialect, as far from its grammar as possible: a new statement of a server should not matter here.
class StatementBody
{
public:
    virtual ~StatementBody() = default;

    static std::unique_ptr<StatementBody> create(Dialect dialect);

    /// A new statement begins.
    virtual void start() = 0;
    /// The statement's next token that is not blank, the semicolons inside its body among them.
    virtual void take(const Token &token) = 0;
    /// Whether a semicolon here would belong to the statement.
    virtual bool isOpen() const = 0;
    /// Whether no token that may still follow can open anything: the next semicolon ends the statement.
    virtual bool isPlain() const = 0;
    /// Where the innermost part that is still open began.
    virtual qsizetype openedAt() const = 0;
};

std::unique_ptr<StatementBody> createPostgresBody();
std::unique_ptr<StatementBody> createMySqlBody();
std::unique_ptr<StatementBody> createSQLiteBody();

} // namespace Whimbrel
