// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/postgresql/postgresqlsession.h"

#include "database/drivers/postgresql/postgresqlcanceller.h"
#include "database/drivers/postgresql/postgresqloptions.h"
#include "database/drivers/postgresql/postgresqlresult.h"
#include "database/drivers/sqltext.h"
#include "database/fulldisk.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};

QString milliseconds(std::chrono::milliseconds time)
{
    return QString::number(std::max<qint64>(time.count(), 0));
}

bool isConnectionCode(const QString &sqlState)
{
    return sqlState.startsWith("08"_L1) || sqlState == "57P01"_L1 || sqlState == "57P02"_L1 || sqlState == "57P05"_L1
        || sqlState == "25P03"_L1 || sqlState == "25P04"_L1;
}

/// A server that has no room for the log that every change is written to first ends. Where libpq says so, and not the server,
/// there are only words.
QString hintAfterLoss(const QString &words, const QString &code)
{
    if (code != "53100"_L1 && !words.contains("No space left on device"_L1))
        return {};
    return Text::tr("The server's disk is full, and the server has ended because of it. Make room on the disk of its pg_wal, and start it again where it "
                    "does not come up by itself.");
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
    options.insert(u"client_encoding"_s, u"UTF8"_s); // what a reset goes back to; Qt's own setting would end with it
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
    m_isResetDue = true;
    if (const Result<> settled = settle(); !settled)
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

void PostgreSqlSession::addSetting(QStringList &statements, const QString &name, const QString &value, int since)
{
    if (m_version.major >= since)
        statements << u"SET %1 = %2"_s.arg(name, quotedLiteral(value));
    else if (!m_unsupported.contains(name))
        m_unsupported << name;
}

QStringList PostgreSqlSession::guardSettings()
{
    QStringList statements;
    addSetting(statements, u"lock_timeout"_s, milliseconds(m_guards.lockTimeout));
    addSetting(statements, u"statement_timeout"_s, milliseconds(m_guards.statementTimeout));
    addSetting(statements, u"idle_in_transaction_session_timeout"_s, milliseconds(m_guards.idleInTransactionTimeout));
    addSetting(statements, u"client_connection_check_interval"_s, milliseconds(m_guards.clientConnectionCheckInterval), 14);
    return statements;
}

/// Everything that is to hold at the start of each migration. By SET, which costs the server half of set_config(); but only
/// the function reads a path as a list.
QStringList PostgreSqlSession::sessionSettings()
{
    QStringList statements;
    addSetting(statements, u"application_name"_s, applicationName(m_role));
    if (!m_settings.role.isEmpty())
        addSetting(statements, u"role"_s, m_settings.role);
    if (!m_settings.searchPath.isEmpty())
        statements << u"SELECT pg_catalog.set_config('search_path', %1, false)"_s.arg(quotedLiteral(m_settings.searchPath));
    if (m_role != SessionRole::Run)
        addSetting(statements, u"DateStyle"_s, u"ISO"_s);
    if (isReadOnly())
        addSetting(statements, u"default_transaction_read_only"_s, u"on"_s);
    if (m_role == SessionRole::Monitor)
        addSetting(statements, u"jit"_s, u"off"_s);
    if (m_role == SessionRole::RunLock)
        addSetting(statements, u"idle_session_timeout"_s, u"0"_s, 14);
    return statements + guardSettings();
}

Result<> PostgreSqlSession::applyGuards()
{
    m_freshState.clear();
    return command(guardSettings().join(u"; "_s));
}

Result<> PostgreSqlSession::command(const QString &sql)
{
    if (const Result<> settled = settle(); !settled)
        return settled;
    const ResultPointer result(PQexec(m_connection, sql.toUtf8().constData()));
    if (!result || isError(result.get()))
        return std::unexpected(errorOf(result.get()));
    return {};
}

Result<Rows> PostgreSqlSession::fetch(const QString &sql)
{
    if (const Result<> settled = settle(); !settled)
        return std::unexpected(settled.error());
    const ResultPointer result(PQexec(m_connection, sql.toUtf8().constData()));
    if (!result || isError(result.get()))
        return std::unexpected(errorOf(result.get()));
    Rows rows;
    const int columns = PQnfields(result.get());
    for (int column = 0; column < columns; ++column)
        rows.columns << QString::fromUtf8(PQfname(result.get(), column));
    const int count = PQntuples(result.get());
    rows.rows.reserve(count);
    for (int row = 0; row < count; ++row) { // libpq's texts: Qt would round numbers and times
        QList<Cell> cells;
        cells.reserve(columns);
        for (int column = 0; column < columns; ++column) {
            if (PQgetisnull(result.get(), row, column))
                cells << Cell();
            else
                cells << QString::fromUtf8(PQgetvalue(result.get(), row, column), PQgetlength(result.get(), row, column));
        }
        rows.rows << std::move(cells);
    }
    return rows;
}

Error PostgreSqlSession::errorOf(const PGresult *result, const Statement *statement)
{
    const QString code = field(result, PG_DIAG_SQLSTATE);
    const QString words = field(result, PG_DIAG_MESSAGE_PRIMARY);
    const QString severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED);
    // An error without SQLSTATE is libpq's own: what it has done to the connection cannot be known.
    if (code.isEmpty() || PQstatus(m_connection) == CONNECTION_BAD || isConnectionCode(code) || severity == "FATAL"_L1 || severity == "PANIC"_L1) {
        const QString reason = words.isEmpty() ? QString::fromUtf8(PQerrorMessage(m_connection)) : words;
        return lostError(reason, code, hintAfterLoss(reason, code));
    }
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
    if (isFullDisk(error, Dialect::PostgreSql))
        error.hint = fullDiskHint(words, Dialect::PostgreSql);
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
    auto *self = static_cast<PostgreSqlSession *>(session);
    Notice notice{.severity = field(result, PG_DIAG_SEVERITY_NONLOCALIZED),
                  .code = field(result, PG_DIAG_SQLSTATE),
                  .message = field(result, PG_DIAG_MESSAGE_PRIMARY),
                  .detail = field(result, PG_DIAG_MESSAGE_DETAIL),
                  .hint = field(result, PG_DIAG_MESSAGE_HINT)};
    if (self->m_ahead)
        self->m_noticesAhead << std::move(notice);
    else
        self->addNotice(std::move(notice));
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

Result<> PostgreSqlSession::sendPing()
{
    if (const Result<> settled = settle(); !settled)
        return settled;
    const ResultPointer result(PQexec(m_connection, ""));
    if (PQresultStatus(result.get()) != PGRES_EMPTY_QUERY)
        return std::unexpected(errorOf(result.get()));
    return {};
}

} // namespace Whimbrel
