// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/mysql/mysqlsession.h"

#include "database/drivers/mysql/mysqlcanceller.h"
#include "database/drivers/mysql/mysqlresult.h"
#include "database/drivers/mysql/mysqltls.h"
#include "database/drivers/sqltext.h"
#include "database/fulldisk.h"

#include <QRegularExpression>
#include <QSqlDriver>
#include <QSqlError>

#include <errmsg.h>
#include <mysqld_error.h>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

namespace {

struct Text
{
    Q_DECLARE_TR_FUNCTIONS(Session)
};

constexpr int aYear = 31'536'000; // seconds: the longest time-out that the servers take

/// The servers count in whole seconds.
qint64 wholeSeconds(std::chrono::milliseconds time)
{
    return time > 0ms ? std::chrono::ceil<std::chrono::seconds>(time).count() : aYear;
}

/// What a MyISAM or Aria table is after its statement was killed at the wrong moment; also in the words of its engine.
bool isDamagedTable(unsigned int number)
{
    return number == 126 || number == 127 || number == 144 || number == 145 || number == ER_NOT_KEYFILE || number == ER_CRASHED_ON_USAGE || number == ER_CRASHED_ON_REPAIR;
}

bool isConnectionError(unsigned int number)
{
    static constexpr unsigned int numbers[] = {CR_SERVER_GONE_ERROR, CR_SERVER_LOST, CR_SERVER_LOST_EXTENDED, ER_CONNECTION_KILLED,
                                               ER_SERVER_SHUTDOWN, ER_NET_READ_ERROR, ER_NET_READ_INTERRUPTED,
                                               ER_NET_ERROR_ON_WRITE, ER_NET_WRITE_INTERRUPTED,
                                               4031 /* MySQL: disconnected for inactivity */};
    return std::find(std::begin(numbers), std::end(numbers), number) != std::end(numbers);
}

QString connectHint(const QString &code, const ConnectionSettings &settings)
{
    switch (code.toInt()) {
    case ER_ACCESS_DENIED_ERROR:
    case 1698: // access denied without a password
        return Text::tr("Check the user and the password; it comes from the URL, MYSQL_PWD or the keychain.");
    case ER_DBACCESS_DENIED_ERROR:
    case ER_BAD_DB_ERROR:
        return Text::tr("Check the database's name, and that the user may use it.");
    case CR_AUTH_PLUGIN_CANNOT_LOAD:
        return Text::tr("Install the authentication plug-in of the MariaDB client library that the server asks for.");
    case CR_SSL_CONNECTION_ERROR:
        return Text::tr("Check the URL's ssl-ca and ssl-mode, and that the server's certificate is valid for this host.");
    default:
        break;
    }
    if (settings.host.isEmpty())
        return Text::tr("Check that the server runs, and the path of its socket (unix_socket in the URL).");
    return Text::tr("Check host and port, and that the server runs and listens there.");
}

/// The library's texts: Qt would round numbers and times.
Rows rowsOf(MYSQL_RES *result)
{
    Rows rows;
    const unsigned int columns = mysql_num_fields(result);
    const MYSQL_FIELD *fields = mysql_fetch_fields(result);
    for (unsigned int column = 0; column < columns; ++column)
        rows.columns << QString::fromUtf8(fields[column].name, fields[column].name_length);
    while (MYSQL_ROW row = mysql_fetch_row(result)) {
        const unsigned long *lengths = mysql_fetch_lengths(result);
        QList<Cell> cells;
        cells.reserve(columns);
        for (unsigned int column = 0; column < columns; ++column)
            cells << (row[column] ? Cell(QString::fromUtf8(row[column], qsizetype(lengths[column]))) : Cell());
        rows.rows << std::move(cells);
    }
    return rows;
}

} // namespace

MySqlSession::MySqlSession(ConnectionSettings settings, SessionRole role)
    : DriverSession(settings, role, u"QMYSQL"_s, std::make_shared<MySqlCanceller>(settings))
{
}

MySqlSession::~MySqlSession()
{
    static_cast<MySqlCanceller &>(cancelSource()).setConnectionId(0);
}

Result<> MySqlSession::connect()
{
    for (const QString &value : std::as_const(m_settings.options)) {
        if (value.contains(u';'))
            return unreachable(tr("an option of the URL contains a semicolon, which Qt's driver cannot pass on."));
    }
    if (m_settings.host.contains(u';'))
        return unreachable(tr("the host's name contains a semicolon."));
    const std::optional<MySqlTls> tls = mySqlTls(m_settings);
    if (!tls) {
        return unreachable(tr("the URL's ssl-mode or tls is not one that is known."),
                           tr("Known are disabled, preferred, required, verify-ca and verify-identity, and dbmate's true, false and skip-verify."));
    }
    prepareMySqlConnection(m_database, m_settings);
    if (!m_database.open()) {
        const QSqlError error = m_database.lastError();
        return unreachable(error.databaseText(), connectHint(error.nativeErrorCode(), m_settings), error.nativeErrorCode());
    }
    const QVariant handle = m_database.driver()->handle();
    if (qstrcmp(handle.typeName(), "MYSQL*") != 0 && qstrcmp(handle.typeName(), "st_mysql*") != 0)
        return unreachable(tr("Qt's MySQL driver gives no access to the client library."));
    m_connection = *static_cast<MYSQL *const *>(handle.constData());
    if ((*tls == MySqlTls::Required || *tls == MySqlTls::Verified) && !mysql_get_ssl_cipher(m_connection)) {
        return unreachable(tr("the server does not encrypt connections, and the URL requires it."),
                           tr("Switch TLS on in the server, or take ssl-mode or tls out of the URL."));
    }
    m_backend.pid = qint64(mysql_thread_id(m_connection));
    static_cast<MySqlCanceller &>(cancelSource()).setConnectionId(m_backend.pid);
    const Result<> ready = readFacts().and_then([this] {
        m_isFreshStateDue = true;
        return settle();
    });
    if (!ready)
        return unreachable(ready.error().message, ready.error().hint, ready.error().code);
    return {};
}

Result<> MySqlSession::readFacts()
{
    const Result<Rows> facts = fetch(u"SELECT VERSION() AS version, CURRENT_USER() AS user, @@max_allowed_packet AS longest"_s);
    if (!facts)
        return std::unexpected(facts.error());
    const QString version = facts->text(0, u"version");
    static const QRegularExpression numbers(u"(\\d+)\\.(\\d+)\\.(\\d+)"_s);
    const auto match = numbers.match(version);
    m_version = {match.captured(1).toInt(), match.captured(2).toInt(), match.captured(3).toInt()};
    m_dialect = version.contains("MariaDB"_L1, Qt::CaseInsensitive) ? Dialect::MariaDb : Dialect::MySql;
    m_user = facts->text(0, u"user");
    m_longestMessage = facts->number(0, u"longest");
    return {};
}

/// Everything that is to hold at the start of each migration.
QStringList MySqlSession::sessionSettings()
{
    // NAMES without a collation: the server's own for utf8mb4, where Qt's driver asks for an older one. The time zone: Qt
    // versions differ.
    // autocommit: a server may be told to begin without, and then nothing outside a transaction of ours would stay.
    QStringList settings{u"SET NAMES utf8mb4"_s, u"SET time_zone = DEFAULT"_s, u"SET autocommit = 1"_s, guardSettings()};
    if (!m_settings.database.isEmpty())
        settings << u"USE "_s + quotedIdentifier(m_settings.database);
    if (!m_settings.role.isEmpty())
        settings << u"SET ROLE "_s + quotedIdentifier(m_settings.role);
    if (isReadOnly())
        settings << u"SET SESSION TRANSACTION READ ONLY"_s;
    if (m_role == SessionRole::RunLock || m_role == SessionRole::Monitor)
        settings << u"SET wait_timeout = %1"_s.arg(aYear);
    return settings;
}

QString MySqlSession::guardSettings()
{
    const qint64 lock = wholeSeconds(m_guards.lockTimeout);
    QStringList settings{u"lock_wait_timeout = %1"_s.arg(lock), u"innodb_lock_wait_timeout = %1"_s.arg(lock)};
    const qint64 statement = std::max<qint64>(m_guards.statementTimeout.count(), 0);
    if (m_dialect == Dialect::MariaDb) {
        settings << u"max_statement_time = "_s + QString::number(double(statement) / 1000, 'f', 3);
        const bool bounded = m_guards.idleInTransactionTimeout > 0ms;
        settings << u"idle_transaction_timeout = %1"_s.arg(bounded ? wholeSeconds(m_guards.idleInTransactionTimeout) : 0);
    } else {
        settings << u"max_execution_time = %1"_s.arg(statement);
        m_unsupported = QStringList{u"max_statement_time"_s, u"idle_transaction_timeout"_s};
    }
    return u"SET "_s + settings.join(u", "_s);
}

Result<> MySqlSession::applyGuards()
{
    m_areGuardsDue = true; // told with what is sent next
    return {};
}

bool MySqlSession::send(const QByteArray &sql)
{
    return mysql_real_query(m_connection, sql.constData(), static_cast<unsigned long>(sql.size())) == 0;
}

Result<> MySqlSession::command(const QString &sql)
{
    return fetch(sql).transform([](const Rows &) {});
}

Result<Rows> MySqlSession::fetch(const QString &sql)
{
    if (const Result<> settled = settle(); !settled)
        return std::unexpected(settled.error());
    if (!send(sql.toUtf8()))
        return std::unexpected(lastError());
    Rows rows;
    int status = 0;
    do { // to the end: leaving results unread would hide their errors
        const MySqlResult result(mysql_store_result(m_connection));
        if (!result && mysql_field_count(m_connection) > 0)
            return std::unexpected(lastError());
        if (result)
            rows = rowsOf(result.get());
        status = mysql_next_result(m_connection);
    } while (status == 0);
    if (status > 0)
        return std::unexpected(lastError());
    if (wasCancelled() && !rows.columns.isEmpty()) // a killed SLEEP() answers as if it had ended
        return std::unexpected(cancelledError());
    m_statusKnown = true;
    return rows;
}

Error MySqlSession::lastError(const Statement *statement)
{
    m_statusKnown = false;
    const unsigned int number = mysql_errno(m_connection);
    const QString words = QString::fromUtf8(mysql_error(m_connection));
    const QString code = QString::number(number);
    if (isConnectionError(number))
        return lostError(words, code);
    if (number == ER_QUERY_INTERRUPTED && wasCancelled()) {
        Error error = cancelledError();
        error.code = code;
        return error;
    }
    Error error{.kind = number == ER_LOCK_WAIT_TIMEOUT || number == 3572 /* MySQL: NOWAIT */ ? ErrorKind::LockTimeout
                                                                                            : ErrorKind::Statement,
                .message = words,
                .detail = {},
                .hint = {},
                .code = code,
                .position = {}};
    if (number == ER_LOCK_DEADLOCK)
        error.detail = tr("The server rolled the whole transaction back.");
    if (isDamagedTable(number))
        error.hint = tr("The table or its index is damaged: REPAIR TABLE puts that right. A MyISAM or Aria table keeps what was written before the error, so "
                        "look which rows are there.");
    if (isFullDisk(error, Dialect::MariaDb))
        error.hint = fullDiskHint(words, Dialect::MariaDb);
    if (!statement)
        return error;
    // The server gives the line, and the text from the error on; together they often give the column.
    static const QRegularExpression place(u"near '(.*)' at line (\\d+)$"_s, QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression lineOnly(u"at line (\\d+)$"_s);
    if (const auto match = place.match(words); match.hasMatch()) {
        const qsizetype line = offsetOfLine(statement->text, match.capturedView(2).toInt());
        const QStringView rest = QStringView(statement->text).sliced(line);
        const qsizetype column = match.capturedView(1).isEmpty() ? -1 : rest.indexOf(match.capturedView(1));
        error.position = scriptPosition(*statement, line + std::max<qsizetype>(column, 0));
        if (column < 0 || rest.first(column).contains(u'\n')) {
            error.position = scriptPosition(*statement, line);
            error.position.column = 0;
        }
        return error;
    }
    const auto match = lineOnly.match(words);
    error.position = scriptPosition(*statement, match.hasMatch() ? offsetOfLine(statement->text, match.capturedView(1).toInt()) : 0);
    error.position.column = 0;
    return error;
}

/// Of the last answer, or of a new one where that one was an error.
std::optional<unsigned int> MySqlSession::serverStatus()
{
    if (!m_connection || isLost())
        return std::nullopt;
    if (!m_statusKnown && !send("DO 0")) { // any answer brings the status
        (void)lastError();
        return std::nullopt;
    }
    m_statusKnown = true;
    unsigned int status = 0;
    if (mariadb_get_infov(m_connection, MARIADB_CONNECTION_SERVER_STATUS, &status) != 0)
        return std::nullopt;
    return status;
}

TransactionState MySqlSession::transactionState()
{
    const std::optional<unsigned int> status = serverStatus();
    if (!status)
        return TransactionState::Unknown;
    const bool open = (*status & SERVER_STATUS_IN_TRANS) || !(*status & SERVER_STATUS_AUTOCOMMIT);
    return open ? TransactionState::Open : TransactionState::None;
}

bool MySqlSession::hasUncommittedWork()
{
    const std::optional<unsigned int> status = serverStatus();
    return !status || (*status & SERVER_STATUS_IN_TRANS);
}

Result<> MySqlSession::sendPing()
{
    if (mysql_ping(m_connection) != 0)
        return std::unexpected(lastError());
    return {};
}

} // namespace Whimbrel
