// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/postgresqlsession.h"

#include "database/drivers/postgresqlcanceller.h"
#include "database/drivers/postgresqloptions.h"
#include "database/drivers/sqltext.h"

#include <QRegularExpression>
#include <QScopeGuard>
#include <QSqlDriver>
#include <QSqlError>
#include <QSqlQuery>
#include <QSqlResult>

#include <libpq-fe.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};

struct ClearResult
{
    void operator()(PGresult *result) const { PQclear(result); }
};
using ResultPointer = std::unique_ptr<PGresult, ClearResult>;

QString field(const PGresult *result, int code)
{
    return QString::fromUtf8(PQresultErrorField(result, code));
}

/// Qt's documentation calls the handles PGconn* and PGresult*; the meta types carry the names of the structures.
PGresult *resultOf(const QSqlQuery &query)
{
    const QVariant handle = query.result()->handle();
    const bool known = qstrcmp(handle.typeName(), "pg_result*") == 0 || qstrcmp(handle.typeName(), "PGresult*") == 0;
    return known ? *static_cast<PGresult *const *>(handle.constData()) : nullptr;
}

bool isError(const PGresult *result)
{
    const ExecStatusType status = PQresultStatus(result);
    return status == PGRES_FATAL_ERROR || status == PGRES_BAD_RESPONSE || status == PGRES_NONFATAL_ERROR;
}

QString milliseconds(std::chrono::milliseconds time)
{
    return QString::number(std::max<qint64>(time.count(), 0));
}

bool isConnectionCode(const QString &sqlState)
{
    return sqlState.startsWith("08"_L1) || sqlState == "57P01"_L1 || sqlState == "57P02"_L1 || sqlState == "57P05"_L1
        || sqlState == "25P03"_L1 || sqlState == "25P04"_L1;
}

/// The hint for libpq's words on a connection that failed; they come without a code.
QString connectHint(const QString &words, const ConnectionSettings &settings)
{
    if (words.contains("password authentication failed"_L1) || words.contains("no password supplied"_L1))
        return Text::tr("Check the user and the password; it comes from the URL, PGPASSWORD, ~/.pgpass or the keychain.");
    if (words.contains("pg_hba.conf"_L1))
        return Text::tr("The server's pg_hba.conf does not let this user connect from here with this encryption.");
    if (words.contains("does not exist"_L1))
        return Text::tr("Check the names of the database and the user.");
    if (words.contains("SSL"_L1) || words.contains("certificate"_L1))
        return Text::tr("Check the URL's sslmode and sslrootcert.");
    if (words.contains("timeout"_L1))
        return Text::tr("Nothing answered in time: check host, port and firewall.");
    if (settings.host.isEmpty() || settings.host.startsWith(u'/'))
        return Text::tr("Check that the server runs and that its socket is in this folder.");
    return Text::tr("Check host and port, and that the server runs and listens there.");
}

} // namespace

PostgreSqlSession::PostgreSqlSession(ConnectionSettings settings, SessionRole role)
    : DriverSession(std::move(settings), role, u"QPSQL"_s, std::make_shared<PostgreSqlCanceller>())
{
}

PostgreSqlSession::~PostgreSqlSession()
{
    static_cast<PostgreSqlCanceller &>(cancelSource()).setConnection(nullptr);
}

Result<QString> PostgreSqlSession::connectOptions() const
{
    const PostgreSqlOptions sorted = postgreSqlOptions(m_settings);
    if (!sorted.unknown.isEmpty())
        return unreachable(tr("the URL's option “%1” is unknown.").arg(sorted.unknown.first()));
    QMap<QString, QString> options = sorted.connection;
    // A dead peer is noticed within a minute, also while nothing is sent.
    for (const auto &[key, value] : {std::pair{u"keepalives_idle"_s, u"20"_s}, {u"keepalives_interval"_s, u"10"_s},
                                     {u"keepalives_count"_s, u"3"_s}, {u"tcp_user_timeout"_s, u"60000"_s}}) {
        if (!options.contains(key))
            options.insert(key, value);
    }
    const auto seconds = std::chrono::ceil<std::chrono::seconds>(m_settings.connectTimeout).count();
    options.insert(u"connect_timeout"_s, QString::number(std::max<qint64>(seconds, 2))); // libpq's least is 2
    options.insert(u"application_name"_s, applicationName(m_role));
    if (!sorted.server.isEmpty())
        options.insert(u"options"_s, sorted.server.trimmed());
    const QString joined = conninfo(options);
    if (joined.contains(u';')) // Qt makes a blank of it
        return unreachable(tr("an option of the URL contains a semicolon, which Qt's driver cannot pass on."));
    return joined;
}

Result<> PostgreSqlSession::connect()
{
    const Result<QString> options = connectOptions();
    if (!options)
        return std::unexpected(options.error());
    m_database.setConnectOptions(*options);
    m_database.setHostName(m_settings.host);
    m_database.setPort(m_settings.port > 0 ? m_settings.port : -1);
    m_database.setUserName(m_settings.user);
    m_database.setPassword(m_settings.password);
    m_database.setDatabaseName(m_settings.database);
    if (!m_database.open()) {
        const QString words = m_database.lastError().databaseText();
        return unreachable(words, connectHint(words, m_settings));
    }
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "pg_conn*") != 0 && qstrcmp(handle.typeName(), "PGconn*") != 0)
        return unreachable(tr("Qt's PostgreSQL driver gives no access to libpq."));
    m_connection = *static_cast<PGconn *const *>(handle.constData());
    PQsetNoticeReceiver(m_connection, &PostgreSqlSession::receiveNotice, this);
    static_cast<PostgreSqlCanceller &>(cancelSource()).setConnection(m_connection);
    const int version = PQserverVersion(m_connection);
    m_version = {version / 10'000, version % 10'000, 0};
    if (const Result<> settled = command(sessionSettings().join(u"; "_s)); !settled)
        return unreachable(settled.error().message, settled.error().hint, settled.error().code);
    return readFacts();
}

Result<> PostgreSqlSession::readFacts()
{
    const Result<Rows> facts = fetch(u"SELECT pg_backend_pid() AS pid, current_user AS \"user\", (SELECT %1 FROM pg_stat_activity "
                                     "WHERE pid = pg_backend_pid()) AS started"_s.arg(backendStartSql));
    if (!facts)
        return unreachable(facts.error().message, facts.error().hint, facts.error().code);
    m_backend = {facts->number(0, u"pid"), facts->text(0, u"started")};
    m_user = facts->text(0, u"user");
    return {};
}

QString PostgreSqlSession::settingSince(int since, const QString &name, const QString &value)
{
    if (m_version.major >= since)
        return u"SET %1 = %2"_s.arg(name, value);
    if (!m_unsupported.contains(name))
        m_unsupported << name;
    return {};
}

QStringList PostgreSqlSession::guardSettings()
{
    return {
        u"SET lock_timeout = "_s + milliseconds(m_guards.lockTimeout),
        u"SET statement_timeout = "_s + milliseconds(m_guards.statementTimeout),
        u"SET idle_in_transaction_session_timeout = "_s + milliseconds(m_guards.idleInTransactionTimeout),
        settingSince(14, u"client_connection_check_interval"_s, milliseconds(m_guards.clientConnectionCheckInterval)),
    };
}

/// Everything that is to hold at the start of each migration: what Qt's driver changed put back, then what we want.
QStringList PostgreSqlSession::sessionSettings()
{
    QStringList settings{u"RESET bytea_output"_s, u"RESET TimeZone"_s};
    if (m_role == SessionRole::Run)
        settings << u"RESET DateStyle"_s;
    settings << u"SET application_name = "_s + quotedLiteral(applicationName(m_role));
    if (!m_settings.role.isEmpty())
        settings << u"SET ROLE "_s + quotedIdentifier(m_settings.role);
    if (!m_settings.searchPath.isEmpty())
        settings << u"SELECT pg_catalog.set_config('search_path', %1, false)"_s.arg(quotedLiteral(m_settings.searchPath));
    if (isReadOnly())
        settings << u"SET default_transaction_read_only = on"_s;
    if (m_role == SessionRole::Monitor)
        settings << u"SET jit = off"_s;
    if (m_role == SessionRole::RunLock)
        settings << settingSince(14, u"idle_session_timeout"_s, u"0"_s);
    settings << guardSettings();
    settings.removeAll(QString());
    return settings;
}

Result<> PostgreSqlSession::applyGuards()
{
    QStringList settings = guardSettings();
    settings.removeAll(QString());
    return command(settings.join(u"; "_s));
}

Result<> PostgreSqlSession::resetState()
{
    return command(u"DISCARD ALL"_s).and_then([this] { return command(sessionSettings().join(u"; "_s)); });
}

Result<> PostgreSqlSession::command(const QString &sql)
{
    const ResultPointer result(PQexec(m_connection, sql.toUtf8().constData()));
    if (!result || isError(result.get()))
        return std::unexpected(errorOf(result.get()));
    return {};
}

Result<Rows> PostgreSqlSession::fetch(const QString &sql)
{
    QSqlQuery query(m_database);
    if (!query.exec(sql))
        return std::unexpected(errorOf(query));
    const PGresult *result = resultOf(query);
    Rows rows;
    const int columns = result ? PQnfields(result) : 0;
    for (int column = 0; column < columns; ++column)
        rows.columns << QString::fromUtf8(PQfname(result, column));
    const int count = columns > 0 ? PQntuples(result) : 0;
    rows.rows.reserve(count);
    for (int row = 0; row < count; ++row) { // libpq's texts: Qt would round numbers and times
        QList<Cell> cells;
        cells.reserve(columns);
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result, row, column))
                cells << Cell();
            else
                cells << QString::fromUtf8(PQgetvalue(result, row, column), PQgetlength(result, row, column));
        }
        rows.rows << std::move(cells);
    }
    if (query.nextResult() || query.lastError().isValid())
        return std::unexpected(errorOf(query));
    return rows;
}

Result<qlonglong> PostgreSqlSession::run(const Statement &statement)
{
    // Qt's driver would wait for ever for a COPY to end, whatever the splitter took it for.
    if (statement.kind == StatementKind::CopyFromStdin || statement.text.startsWith("copy"_L1, Qt::CaseInsensitive))
        return runCopy(statement);
    QSqlQuery query(m_database);
    query.setForwardOnly(true);
    if (!query.exec(statement.text))
        return std::unexpected(errorOf(query, &statement));
    return drain(query, statement);
}

/// Reads every result to its end: an error may wait in a later row or result.
Result<qlonglong> PostgreSqlSession::drain(QSqlQuery &query, const Statement &statement)
{
    qlonglong rows = -1;
    do {
        if (query.isSelect()) {
            for (rows = 0; query.next();)
                ++rows;
        } else if (const QByteArray changed = PQcmdTuples(resultOf(query)); !changed.isEmpty()) {
            rows = changed.toLongLong();
        }
        if (query.lastError().isValid())
            return std::unexpected(errorOf(query, &statement));
    } while (query.nextResult());
    if (query.lastError().isValid())
        return std::unexpected(errorOf(query, &statement));
    return rows;
}

Result<qlonglong> PostgreSqlSession::runCopy(const Statement &statement)
{
    ResultPointer result(PQexec(m_connection, statement.text.toUtf8().constData()));
    bool refused = false;
    if (PQresultStatus(result.get()) == PGRES_COPY_IN) {
        const QByteArray data = statement.copyData.toUtf8();
        constexpr qsizetype chunk = 1 << 20;
        bool sent = true;
        for (qsizetype at = 0; sent && at < data.size(); at += chunk)
            sent = PQputCopyData(m_connection, data.constData() + at, int(std::min(chunk, data.size() - at))) == 1;
        if (sent && !data.isEmpty() && !data.endsWith('\n'))
            sent = PQputCopyData(m_connection, "\n", 1) == 1;
        PQputCopyEnd(m_connection, sent ? nullptr : "the data could not be sent");
        result.reset(PQgetResult(m_connection));
    } else if (PQresultStatus(result.get()) == PGRES_COPY_OUT) {
        refused = true;
        char *row = nullptr;
        while (PQgetCopyData(m_connection, &row, 0) > 0)
            PQfreemem(row);
        result.reset(PQgetResult(m_connection));
    }
    const auto drainRest = qScopeGuard([this] {
        while (PGresult *rest = PQgetResult(m_connection))
            PQclear(rest);
    });
    if (!result || isError(result.get()))
        return std::unexpected(errorOf(result.get(), &statement));
    if (refused)
        return failure(ErrorKind::Refused, tr("COPY … TO STDOUT sends rows to a client, and here is none to receive them."));
    return QByteArray(PQcmdTuples(result.get())).toLongLong();
}

Error PostgreSqlSession::errorOf(const QSqlQuery &query, const Statement *statement)
{
    const PGresult *result = resultOf(query);
    if (result && isError(result))
        return errorOf(result, statement);
    if (PQstatus(m_connection) == CONNECTION_BAD)
        return lostError(QString::fromUtf8(PQerrorMessage(m_connection)), query.lastError().nativeErrorCode());
    const QSqlError sqlError = query.lastError();
    Error error{.kind = ErrorKind::Statement,
                .message = sqlError.databaseText(),
                .detail = {},
                .hint = {},
                .code = sqlError.nativeErrorCode(),
                .position = {}};
    if (error.message.isEmpty())
        error.message = sqlError.isValid() ? sqlError.driverText() : tr("The query holds more than one statement.");
    return error;
}

Error PostgreSqlSession::errorOf(const PGresult *result, const Statement *statement)
{
    const QString code = field(result, PG_DIAG_SQLSTATE);
    const QString words = field(result, PG_DIAG_MESSAGE_PRIMARY);
    // An error without SQLSTATE is libpq's own: what it has done to the connection cannot be known.
    if (code.isEmpty() || PQstatus(m_connection) == CONNECTION_BAD || isConnectionCode(code))
        return lostError(words.isEmpty() ? QString::fromUtf8(PQerrorMessage(m_connection)) : words, code);
    if (code == "57014"_L1 && wasCancelled()) {
        Error error = cancelledError();
        error.code = code;
        return error;
    }
    Error error{.kind = code == "55P03"_L1 ? ErrorKind::LockTimeout : ErrorKind::Statement,
                .message = words.isEmpty() ? QString::fromUtf8(PQresultErrorMessage(result)).trimmed() : words,
                .detail = {},
                .hint = field(result, PG_DIAG_MESSAGE_HINT),
                .code = code,
                .position = {}};
    QStringList details{field(result, PG_DIAG_MESSAGE_DETAIL), field(result, PG_DIAG_CONTEXT)};
    if (const QString inner = field(result, PG_DIAG_INTERNAL_QUERY); !inner.isEmpty())
        details << tr("In the statement: %1").arg(inner.trimmed());
    details.removeAll(QString());
    error.detail = details.join(u'\n');
    if (statement)
        error.position = errorPosition(result, *statement);
    return error;
}

FilePosition PostgreSqlSession::errorPosition(const PGresult *result, const Statement &statement) const
{
    if (const int position = field(result, PG_DIAG_STATEMENT_POSITION).toInt(); position > 0)
        return scriptPosition(statement, offsetOfCodePoint(statement.text, position - 1));
    FilePosition position = scriptPosition(statement, 0);
    position.column = 0;
    // COPY names a line of its data, in words that depend on the server's language: "COPY t, line 3, column id: ..."
    static const QRegularExpression copyLine(u"^COPY .*, \\S+ (\\d+)(?:,|:|$)"_s, QRegularExpression::MultilineOption);
    if (statement.kind == StatementKind::CopyFromStdin) {
        if (const auto match = copyLine.match(field(result, PG_DIAG_CONTEXT)); match.hasMatch())
            position.line = statement.endLine + match.capturedView(1).toInt();
    }
    return position;
}

void PostgreSqlSession::receiveNotice(void *session, const PGresult *result)
{
    static_cast<PostgreSqlSession *>(session)->addNotice({.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED),
                                                          .code = field(result, PG_DIAG_SQLSTATE),
                                                          .message = field(result, PG_DIAG_MESSAGE_PRIMARY),
                                                          .detail = field(result, PG_DIAG_MESSAGE_DETAIL),
                                                          .hint = field(result, PG_DIAG_MESSAGE_HINT)});
}

TransactionState PostgreSqlSession::transactionState()
{
    switch (m_connection ? PQtransactionStatus(m_connection) : PQTRANS_UNKNOWN) {
    case PQTRANS_IDLE:
        return TransactionState::None;
    case PQTRANS_ACTIVE:
    case PQTRANS_INTRANS:
        return TransactionState::Open;
    case PQTRANS_INERROR:
        return TransactionState::Failed;
    case PQTRANS_UNKNOWN:
        break;
    }
    return TransactionState::Unknown;
}

Result<> PostgreSqlSession::beginTransaction()
{
    return command(u"BEGIN"_s);
}

/// The server answers COMMIT with success even where it rolls back; only the command's tag tells.
Result<> PostgreSqlSession::commitTransaction()
{
    const ResultPointer result(PQexec(m_connection, "COMMIT"));
    if (!result || isError(result.get()))
        return std::unexpected(errorOf(result.get()));
    if (qstrcmp(PQcmdStatus(result.get()), "COMMIT") != 0) {
        return failure(ErrorKind::Statement, tr("The server rolled the transaction back instead of committing it, because a "
                                                "statement in it had failed."));
    }
    return {};
}

Result<> PostgreSqlSession::rollbackTransaction()
{
    return command(u"ROLLBACK"_s);
}

Result<> PostgreSqlSession::sendPing()
{
    const ResultPointer result(PQexec(m_connection, ""));
    if (PQresultStatus(result.get()) != PGRES_EMPTY_QUERY)
        return std::unexpected(errorOf(result.get()));
    return {};
}

} // namespace Whimbrel
