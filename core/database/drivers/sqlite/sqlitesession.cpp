// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/sqlite/sqlitesession.h"

#include "database/drivers/sqlite/sqlitecanceller.h"
#include "database/drivers/sqltext.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QUrl>

#include <sqlite3.h>

#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

constexpr auto aYear = std::chrono::hours(24 * 365);
constexpr int instructionsBetweenChecks = 20'000; // about a tenth of a millisecond

QString textOf(sqlite3_stmt *statement, int column)
{
    const auto *text = static_cast<const QChar *>(sqlite3_column_text16(statement, column));
    return QString(text, sqlite3_column_bytes16(statement, column) / qsizetype(sizeof(QChar)));
}

/// Nobody asks SQLite how much memory it holds, and to count that takes a lock for each piece. It has to be said before SQLite is used,
/// and loading Qt's driver is a use.
QString driverName()
{
    [[maybe_unused]] static const int said = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    return u"QSQLITE"_s;
}

const char *parameterName(sqlite3_stmt *statement)
{
    const char *name = sqlite3_bind_parameter_name(statement, 1);
    return name ? name : "?";
}

} // namespace

SqliteSession::SqliteSession(ConnectionSettings settings, SessionRole role)
    : DriverSession(std::move(settings), role, driverName(), std::make_shared<SqliteCanceller>())
    , m_interrupt(std::static_pointer_cast<SqliteCanceller>(m_canceller))
{
    m_backend.pid = QCoreApplication::applicationPid();
}

SqliteSession::~SqliteSession()
{
    close();
}

void SqliteSession::close()
{
    m_interrupt->setHandle(nullptr);
    m_rows.forget();
    m_handle = nullptr;
    m_database.close();
}

Result<> SqliteSession::connect()
{
    return openFile()
        .and_then([this] { return checkLibrary(); })
        .and_then([this] { return settle(); });
}

/// The mode of SQLite's file: URL. The first run creates the file, looking never does.
Result<QString> SqliteSession::openMode() const
{
    const QFileInfo file(m_settings.database);
    const QString mode = m_settings.options.value(u"mode"_s);
    if (file.isDir())
        return unreachable(tr("%1 is a folder.").arg(m_settings.database));
    if (file.exists())
        return m_settings.readOnly || mode == "ro"_L1 ? u"ro"_s : u"rw"_s;
    const QFileInfo folder(file.absolutePath());
    if (!folder.isDir()) {
        return unreachable(tr("the folder %1 does not exist.").arg(folder.filePath()),
                           tr("Create the folder, or correct the database's path."), u"SQLITE_NOTFOUND"_s);
    }
    if (m_role != SessionRole::Run || m_settings.readOnly || mode == "ro"_L1 || mode == "rw"_L1) {
        return unreachable(tr("the file %1 does not exist yet.").arg(m_settings.database),
                           tr("The first run creates it."), u"SQLITE_NOTFOUND"_s);
    }
    return u"rwc"_s;
}

Result<> SqliteSession::openFile()
{
    const Result<QString> mode = openMode();
    if (!mode)
        return std::unexpected(mode.error());
    const QByteArray path = QUrl::toPercentEncoding(m_settings.database, "/");
    m_database.setConnectOptions(u"QSQLITE_OPEN_URI"_s);
    // A copy at rest: SQLite then looks at nothing beside the file, and takes no locks.
    const bool immutable = m_settings.readOnly && m_settings.options.value(u"immutable"_s) == "1"_L1;
    m_database.setDatabaseName(u"file:%1?mode=%2%3"_s.arg(QString::fromLatin1(path), *mode, immutable ? u"&immutable=1"_s : QString()));
    if (!m_database.open())
        return unreachable(m_database.lastError().databaseText(), tr("Check the path and who may read and write it."));
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "sqlite3*") == 0)
        m_handle = *static_cast<sqlite3 *const *>(handle.constData());
    return {};
}

/// Qt's driver may carry an SQLite of its own; its handle must not be given to another library.
Result<> SqliteSession::checkLibrary()
{
    QSqlQuery query(m_database);
    if (!m_handle || !query.exec(u"SELECT sqlite_source_id(), sqlite_version()"_s) || !query.next())
        return unreachable(tr("Qt's SQLite driver gives no access to SQLite."));
    if (query.value(0).toString() != QString::fromLatin1(sqlite3_sourceid())) {
        m_handle = nullptr;
        return unreachable(tr("Qt's SQLite driver uses SQLite %1 and Whimbrel SQLite %2.")
                               .arg(query.value(1).toString(), QString::fromLatin1(sqlite3_libversion())),
                           tr("Install Qt and SQLite from one source."));
    }
    const int number = sqlite3_libversion_number();
    m_version = {number / 1'000'000, number / 1'000 % 1'000, number % 1'000};
    return {};
}

Result<> SqliteSession::settle()
{
    m_interrupt->setHandle(m_handle);
    if (const Result<> guarded = applyGuards(); !guarded)
        return guarded;
    // Reads the file for the first time; a lock that another process holds is not a reason to fail here.
    if (const Result<> read = command(u"PRAGMA schema_version"_s); !read && read.error().kind != ErrorKind::LockTimeout)
        return unreachable(read.error().message, read.error().hint, read.error().code);
    QStringList settings;
    const QString foreignKeys = m_settings.options.value(u"_foreign_keys"_s, m_settings.options.value(u"_fk"_s)).toLower();
    if (foreignKeys == "1"_L1 || foreignKeys == "on"_L1 || foreignKeys == "true"_L1 || foreignKeys == "yes"_L1)
        settings << u"PRAGMA foreign_keys = ON"_s;
    if (isReadOnly())
        settings << u"PRAGMA query_only = ON"_s;
    for (const QString &setting : std::as_const(settings)) {
        if (const Result<> set = command(setting); !set)
            return set;
    }
    if (m_role == SessionRole::Run)
        sqlite3_set_authorizer(m_handle, &SqliteSession::watchState, this);
    m_stateTouched = false;
    return {};
}

Result<> SqliteSession::applyGuards()
{
    sqlite3_busy_handler(m_handle, &SqliteSession::waitForLock, this);
    const bool timed = m_guards.statementTimeout > 0ms;
    sqlite3_progress_handler(m_handle, timed ? instructionsBetweenChecks : 0, timed ? &SqliteSession::checkTime : nullptr, this);
    return {};
}

/// SQLite's own busy timeout would not notice a cancel while it sleeps.
int SqliteSession::waitForLock(void *session, int attempt)
{
    auto *self = static_cast<SqliteSession *>(session);
    const auto now = std::chrono::steady_clock::now();
    if (attempt == 0)
        self->m_lockWaitBegan = now;
    const bool bounded = self->m_guards.lockTimeout > 0ms;
    if (self->wasCancelled() || (bounded && now - self->m_lockWaitBegan >= self->m_guards.lockTimeout))
        return 0;
    std::this_thread::sleep_for(attempt < 5 ? 1ms : attempt < 20 ? 5ms : 20ms);
    return 1;
}

/// SQLite's authorizer: told what each statement of a script is going to do. ALTER TABLE looks through temporary triggers and views, and
/// changes those that are there; what is there was created before.
int SqliteSession::watchState(void *session, int action, const char *, const char *, const char *database, const char *)
{
    auto *self = static_cast<SqliteSession *>(session);
    const bool isTemporary = action != SQLITE_READ && action != SQLITE_UPDATE && qstrcmp(database, "temp") == 0;
    if (action == SQLITE_PRAGMA || action == SQLITE_ATTACH || action == SQLITE_DETACH || isTemporary)
        self->m_stateTouched = true;
    return SQLITE_OK;
}

int SqliteSession::checkTime(void *session)
{
    auto *self = static_cast<SqliteSession *>(session);
    self->m_timedOut = std::chrono::steady_clock::now() >= self->m_deadline;
    return self->m_timedOut;
}

/// Straight to SQLite: QSqlQuery costs more than SQLite itself for a small statement, and rounds numbers.
Result<SqliteSession::Prepared> SqliteSession::prepare(const QString &sql, const Statement *statement)
{
    m_rows.forget();
    const QByteArray text = sql.toUtf8();
    sqlite3_stmt *prepared = nullptr;
    const char *rest = nullptr;
    const int code = sqlite3_prepare_v2(m_handle, text.constData(), int(text.size() + 1), &prepared, &rest);
    Prepared result(prepared);
    if (code != SQLITE_OK)
        return std::unexpected(lastError(statement));
    if (!QByteArrayView(rest).trimmed().isEmpty())
        return failure(ErrorKind::Statement, tr("The query holds more than one statement."));
    if (sqlite3_bind_parameter_count(prepared) > 0) { // SQLite would take each of them for NULL
        Error error = failure(ErrorKind::Statement, tr("The statement has parameters (%1), and nothing gives them a value.")
                                                        .arg(QString::fromUtf8(parameterName(prepared)))).error();
        if (statement)
            error.position = scriptPosition(*statement, 0);
        return std::unexpected(error);
    }
    return result;
}

Result<bool> SqliteSession::step(sqlite3_stmt *prepared, const Statement *statement)
{
    const int code = prepared ? sqlite3_step(prepared) : SQLITE_DONE; // nothing is prepared for a comment alone
    if (code != SQLITE_ROW && code != SQLITE_DONE)
        return std::unexpected(lastError(statement));
    return code == SQLITE_ROW;
}

void SqliteSession::startClock(std::chrono::milliseconds timeout)
{
    m_timedOut = false;
    if (m_guards.statementTimeout > 0ms) // or nobody looks at it
        m_deadline = std::chrono::steady_clock::now() + timeout;
}

Result<Rows> SqliteSession::fetch(const QString &sql)
{
    startClock(m_guards.statementTimeout);
    const Result<Prepared> prepared = prepare(sql);
    if (!prepared)
        return std::unexpected(prepared.error());
    Rows rows;
    const int columns = sqlite3_column_count(prepared->get());
    for (int column = 0; column < columns; ++column)
        rows.columns << QString::fromUtf8(sqlite3_column_name(prepared->get(), column));
    while (true) {
        const Result<bool> row = step(prepared->get());
        if (!row)
            return std::unexpected(row.error());
        if (!*row)
            return rows;
        QList<Cell> cells;
        cells.reserve(columns);
        for (int column = 0; column < columns; ++column) {
            const bool isNull = sqlite3_column_type(prepared->get(), column) == SQLITE_NULL;
            cells << (isNull ? Cell() : Cell(textOf(prepared->get(), column)));
        }
        rows.rows << std::move(cells);
    }
}

/// As one after the other; but what they share, the time included, is done and asked for once.
Result<> SqliteSession::executeTogether(std::span<const Statement *const> statements, const StatementDone &done)
{
    if (isLost())
        return DriverSession::executeTogether(statements, done);
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    QElapsedTimer timer;
    timer.start();
    std::chrono::nanoseconds before{0};
    for (const Statement *statement : statements) {
        if (wasCancelled())
            return std::unexpected(cancelledError());
        if (const Result<> checked = refuse(*statement); !checked)
            return std::unexpected(checked.error());
        const Result<qlonglong> rows = run(*statement);
        if (!rows)
            return std::unexpected(rows.error());
        const std::chrono::nanoseconds now = timer.durationElapsed();
        done({.rows = *rows, .notices = {}, .elapsed = std::chrono::duration_cast<std::chrono::microseconds>(now - std::exchange(before, now))});
    }
    return {};
}

Result<qlonglong> SqliteSession::run(const Statement &statement)
{
    startClock(m_guards.statementTimeout);
    if (sqlite3_stmt *rows = m_rows.bound(m_handle, statement.text)) {
        const Result<qlonglong> done = runPrepared(rows, statement);
        sqlite3_reset(rows);
        return done;
    }
    const Result<Prepared> prepared = prepare(statement.text, &statement);
    if (!prepared)
        return std::unexpected(prepared.error());
    const Result<qlonglong> done = runPrepared(prepared->get(), statement);
    if (done)
        m_rows.remember(statement.text);
    return done;
}

/// How many rows it gave or changed; -1: it is of another kind.
Result<qlonglong> SqliteSession::runPrepared(sqlite3_stmt *prepared, const Statement &statement)
{
    const auto changesBefore = sqlite3_total_changes64(m_handle);
    qlonglong rows = 0;
    Result<bool> row = step(prepared, &statement);
    for (; row && *row; row = step(prepared, &statement))
        ++rows;
    if (!row)
        return std::unexpected(row.error());
    if (sqlite3_column_count(prepared) > 0)
        return rows;
    if (sqlite3_total_changes64(m_handle) != changesBefore)
        return sqlite3_changes64(m_handle);
    return changesRows(statement.text) ? 0 : -1;
}

Result<> SqliteSession::command(const QString &sql)
{
    startClock(aYear);
    const Result<Prepared> prepared = prepare(sql);
    if (!prepared)
        return std::unexpected(prepared.error());
    Result<bool> row = step(prepared->get());
    while (row && *row)
        row = step(prepared->get());
    return row.transform([](bool) {});
}

Error SqliteSession::lastError(const Statement *statement)
{
    const int code = sqlite3_extended_errcode(m_handle);
    Error error{.kind = ErrorKind::Statement,
                .message = QString::fromUtf8(sqlite3_errmsg(m_handle)),
                .detail = {},
                .hint = {},
                .code = QString::number(code),
                .position = {}};
    switch (code & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        if (wasCancelled())
            return cancelledError();
        error.kind = ErrorKind::LockTimeout;
        error.hint = tr("Another connection to the file reads or writes. Wait until it has finished, or end it, and try again.");
        break;
    case SQLITE_INTERRUPT:
        if (wasCancelled())
            return cancelledError();
        if (m_timedOut)
            error.message = tr("The statement took longer than its time-out of %1 ms.").arg(m_guards.statementTimeout.count());
        break;
    case SQLITE_FULL:
        error.hint = tr("Make room on the disk that holds %1, and try again.").arg(m_settings.database);
        break;
    case SQLITE_READONLY:
        if (!isReadOnly())
            error.hint = tr("Whoever runs Whimbrel may not write %1 or its folder.").arg(m_settings.database);
        break;
    case SQLITE_NOTADB:
        error.hint = tr("Correct the database's path; the file was not touched.");
        break;
    default:
        break;
    }
    if (statement) {
        int offset = -1;
#if SQLITE_VERSION_NUMBER >= 3038000
        offset = sqlite3_error_offset(m_handle);
#endif
        error.position = scriptPosition(*statement, offset < 0 ? 0 : offsetOfUtf8Byte(statement->text, offset));
        if (offset < 0)
            error.position.column = 0;
    }
    return error;
}

TransactionState SqliteSession::transactionState()
{
    if (!m_handle)
        return TransactionState::Unknown;
    return sqlite3_get_autocommit(m_handle) ? TransactionState::None : TransactionState::Open;
}

Result<> SqliteSession::beginTransaction()
{
    // Immediate: a lock that cannot be had is known here, not at COMMIT.
    return command(isReadOnly() ? u"BEGIN"_s : u"BEGIN IMMEDIATE"_s);
}

Result<> SqliteSession::commitTransaction()
{
    return command(u"COMMIT"_s);
}

Result<> SqliteSession::rollbackTransaction()
{
    return command(u"ROLLBACK"_s);
}

/// A connection of its own is the only complete reset of pragmas, temporary tables and attached files; but SQLite reads the
/// whole schema again for it, so a script that touched none of them keeps the one that is there.
Result<> SqliteSession::resetState()
{
    if (!m_stateTouched) {
        sqlite3_set_last_insert_rowid(m_handle, 0);
        return applyGuards();
    }
    close();
    const Result<> connected = connect();
    if (!connected)
        return std::unexpected(lostError(connected.error().message, connected.error().code));
    return {};
}

Result<> SqliteSession::sendPing()
{
    return command(u"PRAGMA data_version"_s);
}

} // namespace Whimbrel
