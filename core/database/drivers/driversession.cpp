// SPDX-License-Identifier: GPL-3.0-or-later
#include "database/drivers/driversession.h"

#include "database/drivers/sqltext.h"

#include <QElapsedTimer>
#include <QUuid>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace Whimbrel {

DriverSession::DriverSession(ConnectionSettings settings, SessionRole role, const QString &driver,
                             std::shared_ptr<StatementCanceller> canceller)
    : Session(std::move(settings), role)
    , m_database(QSqlDatabase::addDatabase(driver, u"whimbrel-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)))
    , m_cancelSource(std::move(canceller))
{
    m_canceller = m_cancelSource;
    m_guards = guardsOf(role);
}

DriverSession::~DriverSession()
{
    const QString name = m_database.connectionName();
    m_database.close();
    m_database = QSqlDatabase(); // no copy may be left when the connection is removed
    QSqlDatabase::removeDatabase(name);
}

Result<Rows> DriverSession::query(const QString &sql, const QVariantList &parameters)
{
    if (m_lost)
        return std::unexpected(*m_lost);
    const Result<QString> text = withParameters(sql, parameters, m_dialect);
    if (!text)
        return std::unexpected(text.error());
    if (const Result<> checked = refuseNul(*text); !checked)
        return std::unexpected(checked.error());
    const StatementCanceller::InFlight inFlight(*m_cancelSource);
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    return fetch(*text);
}

Result<StatementOutcome> DriverSession::execute(const Statement &statement)
{
    if (m_lost)
        return std::unexpected(*m_lost);
    if (const Result<> checked = refuse(statement); !checked)
        return std::unexpected(checked.error());
    const StatementCanceller::InFlight inFlight(*m_cancelSource);
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    QElapsedTimer timer;
    timer.start();
    const Result<qlonglong> rows = run(statement);
    const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed());
    if (!rows)
        return std::unexpected(rows.error());
    return StatementOutcome{.rows = *rows, .notices = std::move(m_notices), .elapsed = elapsed};
}

Result<> DriverSession::executeTogether(std::span<const Statement *const> statements, const StatementDone &done)
{
    for (const Statement *statement : statements) {
        const Result<StatementOutcome> outcome = execute(*statement);
        if (!outcome)
            return std::unexpected(outcome.error());
        done(*outcome);
    }
    return {};
}

Result<> DriverSession::refuse(const Statement &statement) const
{
    QString message;
    QString hint;
    if (statement.kind == StatementKind::ClientCommand) {
        message = tr("“%1” is a command of the database's own client; the server does not know it.")
                      .arg(statement.text.section(u'\n', 0, 0).left(60));
        hint = tr("Say it in SQL, or run this file with the client.");
    } else if (statement.kind == StatementKind::CopyToStdout) {
        message = tr("COPY … TO STDOUT sends rows to a client, and here is none to receive them.");
        hint = tr("Remove the statement, or COPY to a file of the server.");
    } else if (endsAtNul() && statement.text.contains(QChar::Null)) {
        message = tr("The statement contains a NUL character, and the database would read it only up to there.");
        hint = tr("Remove the character.");
    } else {
        return {};
    }
    Error error{.kind = ErrorKind::Refused, .message = message, .detail = {}, .hint = hint, .code = {}, .position = {}};
    error.position = scriptPosition(statement, std::max<qsizetype>(statement.text.indexOf(QChar::Null), 0));
    return std::unexpected(error);
}

Result<> DriverSession::refuseNul(const QString &sql) const
{
    if (endsAtNul() && sql.contains(QChar::Null))
        return failure(ErrorKind::Statement, tr("A text with a NUL character cannot be sent to %1.").arg(dialectName(m_dialect)));
    return {};
}

Result<> DriverSession::setGuards(const SessionGuards &guards)
{
    m_guards = guards;
    if (m_lost)
        return std::unexpected(*m_lost);
    return applyGuards();
}

Result<> DriverSession::begin()
{
    return refuseBegin().and_then([this] { return beginTransaction(); });
}

Result<> DriverSession::beginWith(const QStringList &statements, const Statement * /*next*/)
{
    Result<> result = begin();
    for (qsizetype i = 0; result && i < statements.size(); ++i)
        result = query(statements.at(i)).transform([](const Rows &) {});
    return result;
}

Result<> DriverSession::refuseBegin()
{
    if (m_lost)
        return std::unexpected(*m_lost);
    if (wasCancelled())
        return std::unexpected(cancelledError());
    const TransactionState state = transactionState();
    if (m_lost)
        return std::unexpected(*m_lost);
    if (state != TransactionState::None)
        return failure(ErrorKind::Statement, tr("A transaction is open already."));
    return {};
}

/// A cancel does not reach it: whether a COMMIT that was interrupted has committed would not be known everywhere.
Result<> DriverSession::commit()
{
    if (const Result<> refused = refuseCommit(); !refused)
        return refused;
    m_notices.clear();
    return toldAsCommit(commitTransaction());
}

/// A cancel reaches the statements, which may wait for somebody.
Result<> DriverSession::commitAfter(const QStringList &statements, qsizetype &done)
{
    done = 0;
    if (const Result<> refused = refuseCommit(); !refused)
        return refused;
    for (; done < statements.size(); ++done) {
        if (const Result<Rows> result = query(statements.at(done)); !result)
            return std::unexpected(result.error());
    }
    return commit();
}

Result<> DriverSession::refuseCommit()
{
    if (m_lost)
        return std::unexpected(*m_lost);
    if (wasCancelled())
        return std::unexpected(cancelledError());
    const TransactionState state = transactionState();
    if (m_lost)
        return std::unexpected(*m_lost);
    if (state == TransactionState::None)
        return failure(ErrorKind::Statement, tr("There is no transaction to commit: a statement has ended it."));
    return {};
}

Result<> DriverSession::toldAsCommit(Result<> committed)
{
    if (!committed && committed.error().kind == ErrorKind::ConnectionLost)
        committed.error().detail = tr("The connection ended during COMMIT: whether the transaction was committed is not known.");
    return committed;
}

Result<> DriverSession::rollback()
{
    if (m_lost)
        return std::unexpected(*m_lost);
    if (transactionState() == TransactionState::None)
        return {};
    return rollbackTransaction();
}

Result<> DriverSession::ping()
{
    if (m_lost)
        return std::unexpected(*m_lost);
    return sendPing();
}

void DriverSession::addNotice(Notice notice)
{
    if (m_noticeHandler)
        m_noticeHandler(notice);
    m_notices << std::move(notice);
}

Error DriverSession::cancelledError() const
{
    return {.kind = ErrorKind::Cancelled, .message = tr("Cancelled."), .detail = {}, .hint = {}, .code = {}, .position = {}};
}

Error DriverSession::lostError(const QString &serverWords, const QString &code, const QString &hint)
{
    const QString words = serverWords.simplified();
    m_lost = Error{
        .kind = ErrorKind::ConnectionLost,
        .message = tr("The connection to %1 was lost: %2").arg(m_settings.displayName(), words.isEmpty() ? tr("no reason was given") : words),
        .detail = tr("The server rolls back what was not committed."),
        .hint = hint.isEmpty() ? tr("Find out whether the server is up and who ended the connection, then try again.") : hint,
        .code = code,
        .position = {}};
    return *m_lost;
}

std::unexpected<Error> DriverSession::unreachable(const QString &reason, const QString &hint, const QString &code) const
{
    // libpq says what happened in the first line and what it makes of it below.
    QStringList lines = reason.split(u'\n');
    for (QString &line : lines)
        line = line.simplified();
    lines.removeAll(QString());
    Error error{.kind = ErrorKind::Unreachable, .message = {}, .detail = {}, .hint = hint, .code = code, .position = {}};
    error.message = tr("Cannot connect to %1: %2").arg(m_settings.displayName(), lines.isEmpty() ? tr("no reason was given") : lines.takeFirst());
    error.detail = lines.join(u'\n');
    return std::unexpected(error);
}

SessionGuards DriverSession::guardsOf(SessionRole role)
{
    SessionGuards guards;
    switch (role) {
    case SessionRole::Run:
        break;
    case SessionRole::RunLock:
        guards.lockTimeout = 250ms;
        guards.idleInTransactionTimeout = 0ms;
        break;
    case SessionRole::Monitor:
        guards.lockTimeout = 250ms;
        guards.statementTimeout = 2s;
        break;
    case SessionRole::Browse:
        guards.lockTimeout = 1s;
        guards.statementTimeout = 30s;
        break;
    }
    return guards;
}

QString DriverSession::applicationName(SessionRole role)
{
    switch (role) {
    case SessionRole::Run:
        return u"whimbrel"_s;
    case SessionRole::RunLock:
        return u"whimbrel:lock"_s;
    case SessionRole::Monitor:
        return u"whimbrel:monitor"_s;
    case SessionRole::Browse:
        return u"whimbrel:browse"_s;
    }
    Q_UNREACHABLE_RETURN({});
}

bool DriverSession::isReadOnly() const
{
    return m_settings.readOnly || m_role == SessionRole::Monitor || m_role == SessionRole::Browse;
}

} // namespace Whimbrel
