// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database/connectionsettings.h"
#include "database/error.h"
#include "sql/dialect.h"
#include "sql/statement.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <chrono>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <stop_token>

namespace Whimbrel {

class Canceller;

/// What a session is for (design: "Sessions of a run"); decides its application name and settings.
enum class SessionRole { Run, RunLock, Monitor, Browse };

/// A cell of a result as text, exactly as the server writes it (numbers, times); nullopt is NULL. Bytes of MariaDB and
/// SQLite are read as UTF-8. Times follow the session's DateStyle and TimeZone: convert them in SQL where code reads them.
using Cell = std::optional<QString>;

struct Rows
{
    QStringList columns;
    QList<QList<Cell>> rows;

    bool isEmpty() const { return rows.isEmpty(); }
    /// The text of a cell; empty for NULL and for a column that is not there.
    QString text(qsizetype row, QStringView column) const;
    qlonglong number(qsizetype row, QStringView column) const;
    bool boolean(qsizetype row, QStringView column) const; ///< t, true, 1
    bool isNull(qsizetype row, QStringView column) const;
};

/// A notice or warning that the server sent beside a result.
struct Notice
{
    QString severity; ///< "NOTICE", "WARNING", "Note", ...: not translated
    QString code;
    QString message;
    QString detail;
    QString hint;
};

/// What one statement of a script gave.
struct StatementOutcome
{
    qlonglong rows = -1; ///< rows changed or returned; -1 where that means nothing
    QList<Notice> notices;
    std::chrono::microseconds elapsed{0};
};

enum class TransactionState { None, Open, Failed, Unknown };

/// Times a run session bounds its statements with; zero means no bound.
struct SessionGuards
{
    std::chrono::milliseconds lockTimeout = std::chrono::seconds(2);
    std::chrono::milliseconds statementTimeout{0};
    std::chrono::milliseconds idleInTransactionTimeout = std::chrono::minutes(10);
    std::chrono::milliseconds clientConnectionCheckInterval = std::chrono::seconds(2); ///< PostgreSQL 14 and newer

    bool operator==(const SessionGuards &) const = default;
};

/// PostgreSQL's backend_start as the text that BackendId carries: the same in every session, whatever its time zone.
inline constexpr QLatin1StringView backendStartSql("to_char(backend_start AT TIME ZONE 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US')");

/// Who a session is on its server; two of them are the same session only if both parts match (pids are reused).
struct BackendId
{
    qint64 pid = 0;       ///< PostgreSQL's pid, MariaDB's connection id, our own process id for SQLite
    QString backendStart; ///< PostgreSQL's backend_start, as backendStartSql gives it; empty elsewhere

    bool operator==(const BackendId &) const = default;
};

/// One open connection. Born, used and destroyed on one thread; only its Canceller may be used from another.
/// Nothing outside core/database knows QtSql or a client library.
class Session
{
public:
    /// Opens a connection and settles its state: driver's session settings put back, role, search path, read-only,
    /// application name, guards. Blocks for about settings.connectTimeout at most. Errors: Unreachable.
    ///
    /// Monitor and Browse sessions are read-only on the server's side. A SQLite file that is not there is created for
    /// Run, if its folder exists; for every other role the error has the code "SQLITE_NOTFOUND".
    static Result<std::unique_ptr<Session>> open(const ConnectionSettings &settings, SessionRole role);
    virtual ~Session();

    const ConnectionSettings &settings() const;
    Dialect dialect() const; ///< what the server says it is: MariaDb, though the URL said mysql://
    ServerVersion serverVersion() const;
    BackendId backend() const;
    QString currentUser() const;
    /// Settings this server lacks and that were therefore left out ("transaction_timeout"); to be named to the person.
    QStringList unsupportedSettings() const;

    /// Runs one statement of our own that may return rows. `?` stands for the parameters in turn (`??` is a question mark);
    /// texts, numbers, bytes and times (in UTC) are quoted, an invalid QVariant is NULL. Works in any transaction state. Errors: Statement, LockTimeout, Cancelled, ConnectionLost.
    virtual Result<Rows> query(const QString &sql, const QVariantList &parameters = {}) = 0;

    /// Runs exactly one statement of a script as it is, and reads it to its end. COPY ... FROM STDIN sends copyData.
    /// The error's position is in the script `statement` came from (line and column; the file is the caller's to add);
    /// the column is 0 where the database names none. Errors: as query(), and Refused, before anything is sent, for a
    /// client's own command, COPY ... TO STDOUT and a NUL character.
    virtual Result<StatementOutcome> execute(const Statement &statement) = 0;
    /// The same for several in their order, up to the first that fails; `done` hears of each that was done. PostgreSQL gets
    /// them in one message, which saves a round trip each: for statements that nobody has to look between. Errors: as
    /// execute(), of the statement after the last that was done.
    using StatementDone = std::function<void(const StatementOutcome &)>;
    virtual Result<> executeTogether(std::span<const Statement *const> statements, const StatementDone &done) = 0;

    /// SQLite: BEGIN IMMEDIATE. MariaDB: SET autocommit=0 (performance.md). Errors as query().
    virtual Result<> begin() = 0;
    /// The same, and then statements of our own that return no rows, in as few messages as the database allows; a cancel reaches
    /// the statements. After an error a transaction may be open: roll back. `next`: what execute() is called with next, unless
    /// the transaction is rolled back; PostgreSQL begins with a definition at once, and execute() then waits for its end.
    virtual Result<> beginWith(const QStringList &statements, const Statement *next) = 0;
    /// Errors if the server made a rollback of it ("the transaction had failed"), and if no transaction is open. LockTimeout
    /// (SQLite, while somebody reads) leaves the transaction open: commit again or roll back.
    virtual Result<> commit() = 0;
    /// The same after statements of our own that return no rows, in as few messages as the database allows; a cancel reaches the
    /// statements, which may wait for somebody. `done`: how many of them were done; all of them where it is COMMIT that failed.
    /// Errors: as query() and commit().
    virtual Result<> commitAfter(const QStringList &statements, qsizetype &done) = 0;
    /// Does nothing, successfully, where the server says that no transaction is open. Works after a cancel. Errors: Statement,
    /// where the transaction has ended and tables without transactions keep what was written (MariaDB, MySQL).
    virtual Result<> rollback() = 0;
    /// Asked from the server or its library, never remembered. MariaDB: Open while autocommit is off.
    virtual TransactionState transactionState() = 0;
    /// False where a rollback would undo nothing: no transaction is open, or (MariaDB, MySQL) the statement before has committed
    /// by itself and nothing was done since.
    virtual bool hasUncommittedWork();

    /// Guards for what follows; kept and set again by resetState(). MariaDB: told with what is sent next.
    virtual Result<> setGuards(const SessionGuards &guards) = 0;
    const SessionGuards &guards() const;
    /// A fresh session state between migrations, as a new connection would have it, with role, path and guards set again.
    /// Temporary tables and session locks are gone. Not inside a transaction. PostgreSQL and MariaDB are told with what is sent
    /// next, which then has the error if there is one.
    virtual Result<> resetState() = 0;

    /// Cheap round trip: is the connection still there?
    virtual Result<> ping() = 0;

    /// Called on the session's thread for every notice while a statement runs.
    void setNoticeHandler(std::function<void(const Notice &)> handler);

    /// Cancels this session's statement in flight; may be called from any thread, also after the session has gone.
    std::shared_ptr<Canceller> canceller() const;

    QString quotedIdentifier(QStringView name) const; ///< one part
    QString quotedLiteral(QStringView text) const;

protected:
    Session(ConnectionSettings settings, SessionRole role);

    ConnectionSettings m_settings;
    SessionRole m_role;
    Dialect m_dialect;
    ServerVersion m_version;
    BackendId m_backend;
    QString m_user;
    QStringList m_unsupported;
    SessionGuards m_guards;
    std::function<void(const Notice &)> m_noticeHandler;
    std::shared_ptr<Canceller> m_canceller;
};

/// Cancels from outside. Thread-safe. A statement is only hit while it is in flight; one that has not begun is not begun.
class Canceller
{
public:
    virtual ~Canceller() = default;

    /// Asks the server to stop the statement in flight, and makes every later execute() and query() of the session give
    /// Cancelled until clear(). May block on the network for a few seconds: not on the GUI thread.
    virtual void cancel() = 0;
    virtual bool isCancelled() const = 0;
    virtual void clear() = 0;
};

/// Cancels `session`'s statement when `stop` is requested, for the life of the object.
class CancelOnStop
{
public:
    CancelOnStop(const Session &session, const std::stop_token &stop);
    ~CancelOnStop();
    Q_DISABLE_COPY_MOVE(CancelOnStop)

private:
    std::shared_ptr<Canceller> m_canceller;
    std::stop_callback<std::function<void()>> m_callback;
};

} // namespace Whimbrel
