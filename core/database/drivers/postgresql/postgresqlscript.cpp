// SPDX-License-Identifier: GPL-3.0-or-later
// A script's statements: one by one, several together, and the data of COPY. The rest of the class is in postgresqlsession.cpp.
#include "database/drivers/postgresql/postgresqlresult.h"
#include "database/drivers/postgresql/postgresqlsession.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace std::chrono_literals;

namespace Whimbrel {

namespace {
constexpr std::chrono::nanoseconds toldEvery = 50ms; ///< of statements that were sent together
} // namespace

/// Straight to libpq: QSqlQuery would wait for ever for a COPY to end, and costs a tenth of the time of a small statement.
Result<qlonglong> PostgreSqlSession::run(const Statement &statement)
{
    if (m_ahead == statement.text)
        return runAhead(statement);
    if (const Result<> settled = settle(); !settled)
        return std::unexpected(settled.error());
    if (!PQsendQuery(m_connection, statement.text.toUtf8().constData()))
        return std::unexpected(errorOf(nullptr, &statement));
    PQsetSingleRowMode(m_connection); // rows are counted, not kept
    qlonglong rows = -1;
    std::optional<Error> error;
    while (const ResultPointer result{PQgetResult(m_connection)}) { // to the end: an error may wait in a later row or result
        switch (PQresultStatus(result.get())) {
        case PGRES_SINGLE_TUPLE:
            rows = std::max<qlonglong>(rows, 0) + 1;
            break;
        case PGRES_TUPLES_OK:
            rows = std::max<qlonglong>(rows, 0);
            break;
        case PGRES_COPY_IN:
            sendCopyData(statement.copyData.toUtf8());
            break;
        case PGRES_COPY_OUT:
            dropCopyData();
            if (!error)
                error = failure(ErrorKind::Refused, tr("COPY … TO STDOUT sends rows to a client, and here is none to receive them.")).error();
            break;
        default:
            if (!error && isError(result.get()))
                error = errorOf(result.get(), &statement);
            if (const QByteArrayView changed = PQcmdTuples(result.get()); !changed.isEmpty())
                rows = changed.toLongLong();
        }
    }
    if (error)
        return std::unexpected(*error);
    return PQstatus(m_connection) == CONNECTION_BAD ? Result<qlonglong>(std::unexpected(errorOf(nullptr, &statement))) : rows;
}

/// By libpq's pipeline: each statement is one of its own, with its own result and error position, and the server skips what
/// comes after one that fails.
Result<> PostgreSqlSession::executeTogether(std::span<const Statement *const> statements, const StatementDone &done)
{
    const auto sendable = [this](const Statement *statement) {
        return statement->kind != StatementKind::CopyFromStdin && statement->kind != StatementKind::NoTransaction && refuse(*statement);
    };
    if (isLost() || statements.size() < 2 || !std::ranges::all_of(statements, sendable))
        return DriverSession::executeTogether(statements, done);
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    if (const Result<> settled = settle(); !settled)
        return settled;
    m_notices.clear();
    PQenterPipelineMode(m_connection);
    // The server keeps what it has to tell until it is asked: as often as somebody may want to see it.
    std::size_t sent = 0;
    for (const Statement *statement : statements) {
        PQsendQueryParams(m_connection, statement->text.toUtf8().constData(), 0, nullptr, nullptr, nullptr, nullptr, 0);
        if (++sent % m_toldTogether == 0)
            PQsendFlushRequest(m_connection);
    }
    PQpipelineSync(m_connection); // what could not be sent shows as a connection that is gone
    QElapsedTimer timer;
    timer.start();
    Result<> result = readTogether(statements, done);
    const std::chrono::nanoseconds perStatement = timer.durationElapsed() / static_cast<qint64>(statements.size());
    m_toldTogether = std::max<std::size_t>(1, static_cast<std::size_t>(toldEvery / std::max(perStatement, 1ns)));
    PQexitPipelineMode(m_connection);
    return result;
}

Result<> PostgreSqlSession::readTogether(std::span<const Statement *const> statements, const StatementDone &done)
{
    std::optional<Error> error;
    std::size_t next = 0;
    QElapsedTimer timer;
    timer.start();
    // Of a message that could not be written libpq says so once, and from then on that there is nothing: the connection counts as good.
    while (PQstatus(m_connection) == CONNECTION_OK && !isLost()) {
        const ResultPointer result(PQgetResult(m_connection)); // null after each statement's own
        const ExecStatusType status = PQresultStatus(result.get());
        if (status == PGRES_PIPELINE_SYNC)
            return error ? Result<>(std::unexpected(*error)) : Result<>{};
        if (!result || status == PGRES_PIPELINE_ABORTED || error || next >= statements.size())
            continue;
        if (isError(result.get())) {
            error = errorOf(result.get(), statements[next]);
            continue;
        }
        const QByteArrayView rows = PQcmdTuples(result.get());
        const auto elapsed = std::chrono::duration_cast<std::chrono::microseconds>(timer.durationElapsed());
        timer.start();
        ++next;
        done({.rows = rows.isEmpty() ? -1 : rows.toLongLong(), .notices = std::move(m_notices), .elapsed = elapsed});
        m_notices.clear();
    }
    return std::unexpected(error ? *error : errorOf(nullptr));
}

void PostgreSqlSession::sendCopyData(const QByteArray &data)
{
    constexpr qsizetype chunk = 1 << 20;
    bool sent = true;
    for (qsizetype at = 0; sent && at < data.size(); at += chunk)
        sent = PQputCopyData(m_connection, data.constData() + at, int(std::min(chunk, data.size() - at))) == 1;
    if (sent && !data.isEmpty() && !data.endsWith('\n'))
        sent = PQputCopyData(m_connection, "\n", 1) == 1;
    PQputCopyEnd(m_connection, sent ? nullptr : "the data could not be sent");
}

void PostgreSqlSession::dropCopyData()
{
    char *row = nullptr;
    while (PQgetCopyData(m_connection, &row, 0) > 0)
        PQfreemem(row);
}

} // namespace Whimbrel
