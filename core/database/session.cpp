// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/session.h"

#include "database/drivers/mysql/mysqlsession.h"
#include "database/drivers/postgresql/postgresqlsession.h"
#include "database/drivers/sqlite/sqlitesession.h"
#include "database/drivers/sqltext.h"

using namespace Qt::StringLiterals;

namespace Whimbrel {

bool Rows::isNull(qsizetype row, QStringView column) const
{
    const qsizetype index = columns.indexOf(column);
    return index < 0 || row < 0 || row >= rows.size() || !rows[row].value(index).has_value();
}

QString Rows::text(qsizetype row, QStringView column) const
{
    return isNull(row, column) ? QString() : *rows[row][columns.indexOf(column)];
}

qlonglong Rows::number(qsizetype row, QStringView column) const
{
    return text(row, column).toLongLong();
}

bool Rows::boolean(qsizetype row, QStringView column) const
{
    const QString value = text(row, column);
    return value == "t"_L1 || value == "true"_L1 || value == "1"_L1;
}

Session::Session(ConnectionSettings settings, SessionRole role)
    : m_settings(std::move(settings))
    , m_role(role)
    , m_dialect(m_settings.dialect)
{
}

Session::~Session() = default;

Result<std::unique_ptr<Session>> Session::open(const ConnectionSettings &settings, SessionRole role)
{
    std::unique_ptr<DriverSession> session;
    switch (settings.dialect) {
    case Dialect::PostgreSql:
        session = std::make_unique<PostgreSqlSession>(settings, role);
        break;
    case Dialect::MySql:
    case Dialect::MariaDb:
        session = std::make_unique<MySqlSession>(settings, role);
        break;
    case Dialect::SQLite:
        session = std::make_unique<SqliteSession>(settings, role);
        break;
    }
    if (const Result<> connected = session->connect(); !connected)
        return std::unexpected(connected.error());
    return session;
}

const ConnectionSettings &Session::settings() const
{
    return m_settings;
}

Dialect Session::dialect() const
{
    return m_dialect;
}

ServerVersion Session::serverVersion() const
{
    return m_version;
}

BackendId Session::backend() const
{
    return m_backend;
}

QString Session::currentUser() const
{
    return m_user;
}

QStringList Session::unsupportedSettings() const
{
    return m_unsupported;
}

const SessionGuards &Session::guards() const
{
    return m_guards;
}

bool Session::hasUncommittedWork()
{
    return transactionState() != TransactionState::None;
}

void Session::setNoticeHandler(std::function<void(const Notice &)> handler)
{
    m_noticeHandler = std::move(handler);
}

std::shared_ptr<Canceller> Session::canceller() const
{
    return m_canceller;
}

QString Session::quotedIdentifier(QStringView name) const
{
    return identifierOf(name, m_dialect);
}

QString Session::quotedLiteral(QStringView text) const
{
    return literalOf(text, m_dialect);
}

CancelOnStop::CancelOnStop(const Session &session, const std::stop_token &stop)
    : m_canceller(session.canceller())
    , m_callback(stop, [canceller = m_canceller] { canceller->cancel(); })
{
}

CancelOnStop::~CancelOnStop() = default;

} // namespace Whimbrel
