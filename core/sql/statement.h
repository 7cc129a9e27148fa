// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace Whimbrel {

/// A place in a text. `offset` counts UTF-16 units from 0, as QString does; `line` and `column` count from 1, and
/// `column` counts code points, as the servers do.
struct TextPosition
{
    qsizetype offset = 0;
    int line = 1;
    int column = 1;

    bool operator==(const TextPosition &) const = default;
};

/// What a statement is, as far as running it needs to know. Everything finer is an Operation (core/safety).
enum class StatementKind {
    Other,              ///< DDL, DML, queries: run as it is
    TransactionControl, ///< BEGIN, START TRANSACTION, COMMIT, ROLLBACK, SAVEPOINT, ...: would end our transaction
    SessionSetting,     ///< SET, RESET, PRAGMA, USE
    NoTransaction,      ///< the server refuses it inside a transaction: CREATE INDEX CONCURRENTLY, VACUUM, ALTER SYSTEM, ...
    CopyFromStdin,      ///< PostgreSQL COPY ... FROM STDIN; `copyData` is the data block
    CopyToStdout,       ///< PostgreSQL COPY ... TO STDOUT: would never end through QtSql
    ClientCommand,      ///< a client's own command: psql's \connect, sqlite3's .mode; no server knows it
};

/// One statement of a script: its text without the terminator, and exactly where it stands.
struct Statement
{
    QString text;          ///< from the first to the last character that belongs to the statement, comments inside kept
    TextPosition start;    ///< of the first character of `text`, in the whole script
    qsizetype length = 0;  ///< from `start` to the end of the statement including its terminator and COPY data
    int endLine = 1;       ///< the line of the last character of `text`
    StatementKind kind = StatementKind::Other;
    QString copyData;      ///< the lines between COPY ... FROM STDIN; and \. (without the latter)
    QString comment;       ///< the comment lines directly above the statement, as they stand (carries `-- whimbrel:` words)

    qsizetype end() const { return start.offset + length; }
};

/// Something the splitter could read only by guessing: an unterminated string, comment, body or COPY block.
struct ScriptProblem
{
    TextPosition position;
    QString message; ///< translated, one sentence
};

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Statement, Q_RELOCATABLE_TYPE);
