// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <expected>

namespace Whimbrel {

/// What went wrong, for code to branch on. People read Error::message.
enum class ErrorKind {
    Usage,          ///< the command line is wrong
    Project,        ///< a file or the configuration cannot be read or is wrong
    Unreachable,    ///< no connection: host, port, login, TLS, missing database file
    ConnectionLost, ///< the connection ended while it was used
    Statement,      ///< the server refused a statement
    LockTimeout,    ///< a lock was not granted in time
    Cancelled,      ///< cancelled by us (Stop, Ctrl-C)
    Refused,        ///< we declined before anything changed: gate, run lock held, read-only, protected
    Io,             ///< a file or a program of the system failed
};

QString errorKindId(ErrorKind kind); ///< "connection-lost": for JSON, never translated

/// A place in a file; `line` and `column` count from 1, 0 where unknown.
struct FilePosition
{
    QString file;
    int line = 0;
    int column = 0;

    bool isValid() const { return !file.isEmpty(); }
    /// "db/migrations/x.sql:3:7", as far as it is known.
    QString toString() const;
};

/// What happened, in what state things are now, and what to do next. Texts are translated, but for what a server said.
struct Error
{
    ErrorKind kind = ErrorKind::Statement;
    QString message; ///< one sentence for a person; the server's own words for ErrorKind::Statement
    QString detail;  ///< more of what happened: the server's DETAIL and CONTEXT, the state things are in
    QString hint;    ///< what to do next
    QString code;    ///< SQLSTATE or the database's own number, as text; empty when there is none
    FilePosition position;

    /// Everything a person needs, over several lines: position, message, detail, hint, code.
    QString toString() const;
};

template<typename T = void>
using Result = std::expected<T, Error>;

inline std::unexpected<Error> failure(ErrorKind kind, QString message, QString hint = {})
{
    return std::unexpected(Error{.kind = kind, .message = std::move(message), .detail = {}, .hint = std::move(hint), .code = {}, .position = {}});
}

} // namespace Whimbrel

Q_DECLARE_TYPEINFO(Whimbrel::Error, Q_RELOCATABLE_TYPE);
