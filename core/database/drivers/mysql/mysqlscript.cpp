// SPDX-License-Identifier: GPL-3.0-or-later
// A script's statements, one by one and several together. The rest of the class is in mysqlsession.cpp.
#include "database/drivers/mysql/mysqlresult.h"
#include "database/drivers/mysql/mysqlsession.h"
#include "database/drivers/sqltext.h"

#include <QElapsedTimer>

#include <mysqld_error.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Between two statements of one message: the server keeps what a statement warns of only until the next. On a line of its own: the
/// statement before may end with a comment.
constexpr QByteArrayView between = "\n;SHOW WARNINGS;";
constexpr unsigned int columnsOfWarnings = 3;

bool isNamed(const MYSQL_FIELD &field, QByteArrayView name)
{
    return QByteArrayView(field.name, field.name_length) == name && field.table_length == 0;
}

/// What is asked between the statements would answer in place of the statement before.
bool asksAboutTheOneBefore(const QString &sql)
{
    return sql.contains(u'_') && (sql.contains("ROW_COUNT"_L1, Qt::CaseInsensitive) || sql.contains("FOUND_ROWS"_L1, Qt::CaseInsensitive));
}

QByteArray messageOf(std::span<const Statement *const> statements)
{
    QByteArray message;
    for (const Statement *statement : statements) {
        if (!message.isEmpty())
            message += between;
        message += statement->text.toUtf8();
    }
    return message;
}

} // namespace

/// What the server has answered to one statement.
struct MySqlSession::Answer
{
    qlonglong rows = -1;
    bool returnedRows = false;
};

/// Straight to the library: QSqlQuery takes an error for the end of the rows, and costs a fifth of the time of a small statement.
Result<qlonglong> MySqlSession::run(const Statement &statement)
{
    if (const Result<> settled = settle(); !settled)
        return std::unexpected(settled.error());
    if (!send(statement.text.toUtf8()))
        return std::unexpected(lastError(&statement));
    Answer answer;
    int status = 0;
    do {
        if (const Result<> taken = take(answer, statement); !taken)
            return std::unexpected(taken.error());
        status = mysql_next_result(m_connection);
    } while (status == 0);
    return takeEnd(answer, statement, status).transform([&] { return answer.rows; });
}

/// One of the results that a statement may have.
Result<> MySqlSession::take(Answer &answer, const Statement &statement)
{
    if (mysql_field_count(m_connection) == 0) {
        if (!answer.returnedRows && changesRows(statement.text))
            answer.rows = qlonglong(mysql_affected_rows(m_connection));
        return {};
    }
    const MySqlResult result(mysql_use_result(m_connection)); // rows are counted, not kept
    answer.returnedRows = true;
    for (answer.rows = 0; result && mysql_fetch_row(result.get());)
        ++answer.rows;
    return mysql_errno(m_connection) == 0 ? Result<>() : std::unexpected(lastError(&statement));
}

/// After a statement's last result. `status`: as mysql_next_result() gives it.
Result<> MySqlSession::takeEnd(const Answer &answer, const Statement &statement, int status)
{
    if (status > 0)
        return std::unexpected(lastError(&statement));
    if (wasCancelled() && answer.returnedRows) // a killed SLEEP() or BENCHMARK() answers as if it had ended
        return std::unexpected(cancelledError());
    m_statusKnown = true;
    if (mysql_warning_count(m_connection) > 0)
        collectWarnings();
    return {};
}

/// In one message: the server takes its statements in their order, up to the first that fails.
Result<> MySqlSession::executeTogether(std::span<const Statement *const> statements, const StatementDone &done)
{
    const auto sendable = [this](const Statement *statement) {
        return changesRows(statement->text) && !asksAboutTheOneBefore(statement->text) && refuse(*statement);
    };
    if (isLost() || statements.size() < 2 || !std::ranges::all_of(statements, sendable))
        return DriverSession::executeTogether(statements, done);
    const QByteArray message = messageOf(statements);
    if (message.size() >= m_longestMessage)
        return DriverSession::executeTogether(statements, done);
    std::size_t count = 0;
    const Result<> result = sendTogether(message, statements, [&](const StatementOutcome &outcome) {
        ++count;
        done(outcome);
    });
    // Its words quote what comes behind the place, which is not the statement's own: by itself it says the same, and better.
    const bool isMisread = !result && result.error().code == QString::number(ER_PARSE_ERROR);
    return isMisread ? DriverSession::executeTogether(statements.subspan(count), done) : result;
}

Result<> MySqlSession::sendTogether(const QByteArray &message, std::span<const Statement *const> statements, const StatementDone &done)
{
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    if (const Result<> settled = settle(); !settled)
        return settled;
    if (!send(message))
        return std::unexpected(lastError(statements.front()));
    QElapsedTimer timer;
    timer.start();
    auto statement = statements.begin();
    Answer answer;
    const auto finish = [&] {
        const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed());
        timer.start();
        done({.rows = answer.rows, .notices = std::move(m_notices), .elapsed = elapsed});
        m_notices.clear();
        answer = {};
        ++statement;
    };
    int status = 0;
    do {
        if (*statement != statements.back() && takeIfWarnings())
            finish();
        else if (const Result<> taken = take(answer, **statement); !taken)
            return taken;
        status = mysql_next_result(m_connection);
    } while (status == 0);
    if (const Result<> ended = takeEnd(answer, **statement, status); !ended)
        return ended;
    if (*statement != statements.back()) // killed between two
        return std::unexpected(cancelledError());
    finish();
    return {};
}

/// Whether the result at hand is what was asked between two statements.
bool MySqlSession::takeIfWarnings()
{
    if (mysql_field_count(m_connection) != columnsOfWarnings)
        return false;
    const MYSQL_FIELD *fields = m_connection->fields;
    if (!isNamed(fields[0], "Level") || !isNamed(fields[1], "Code") || !isNamed(fields[2], "Message"))
        return false;
    noteWarnings();
    return true;
}

/// Must be the very next statement on the connection.
void MySqlSession::collectWarnings()
{
    if (send("SHOW WARNINGS"))
        noteWarnings();
    else
        (void)lastError(); // notes a connection that is gone
}

void MySqlSession::noteWarnings()
{
    const MySqlResult result(mysql_store_result(m_connection));
    while (MYSQL_ROW row = result ? mysql_fetch_row(result.get()) : nullptr) {
        addNotice({.severity = QString::fromUtf8(row[0]),
                   .code = QString::fromUtf8(row[1]),
                   .message = QString::fromUtf8(row[2]),
                   .detail = {},
                   .hint = {}});
    }
}

} // namespace Whimbrel
