// SPDX-License-Identifier: GPL-3.0-or-later
// How a transaction begins, in a fresh state, and ends, in as few round trips as can be: a run of many small migrations has
// little else to wait for. The rest of the class is in postgresqlsession.cpp.
#include "database/drivers/postgresql/postgresqlcanceller.h"
#include "database/drivers/postgresql/postgresqlresult.h"
#include "database/drivers/postgresql/postgresqlsession.h"

#include <algorithm>
#include <array>
#include <thread>

using namespace Qt::StringLiterals;

namespace Whimbrel {

namespace {

/// Definitions give one result and no rows; whatever else a script may hold goes by itself.
bool isDefinition(const Statement &statement)
{
    constexpr std::array words{"CREATE "_L1, "ALTER "_L1, "DROP "_L1};
    return statement.kind == StatementKind::Other
        && std::ranges::any_of(words, [&](QLatin1StringView word) { return statement.text.startsWith(word, Qt::CaseInsensitive); });
}

} // namespace

/// It is sent with what comes next.
Result<> PostgreSqlSession::resetState()
{
    m_isResetDue = true;
    return {};
}

/// What scripts and Qt's driver (bytea_output, TimeZone, DateStyle) changed is put back, then what we want is set. Each part
/// is a transaction of its own: a rollback of `then` does not undo the settings. Where the reset fails, the server does not skip
/// `then`: the transaction it may have begun is undone, and the reset is still due.
Result<> PostgreSqlSession::settle(const Group &then, const Statement *ahead)
{
    dropAhead();
    QList<Group> groups;
    const bool resets = m_isResetDue && PQtransactionStatus(m_connection) == PQTRANS_IDLE;
    if (resets) {
        if (m_freshState.isEmpty()) {
            for (const QString &statement : sessionSettings())
                m_freshState << statement.toUtf8();
        }
        groups << Group{"DISCARD ALL"} << m_freshState;
    }
    if (!then.isEmpty())
        groups << then;
    qsizetype done = 0;
    const Result<> sent = groups.isEmpty() ? Result<>() : send(groups, done, ahead);
    if (resets && done >= 2)
        m_isResetDue = false;
    else if (resets && !isLost() && PQtransactionStatus(m_connection) != PQTRANS_IDLE)
        (void)command(u"ROLLBACK"_s);
    return sent;
}

/// All in one message; the server skips what follows a statement that fails up to the end of its group. `done`: the groups
/// that were done before the first that was not. `ahead` belongs to the last group, and nobody waits for it here.
Result<> PostgreSqlSession::send(const QList<Group> &groups, qsizetype &done, const Statement *ahead)
{
    done = 0;
    bool sent = PQenterPipelineMode(m_connection) == 1;
    qsizetype replies = 0;
    const auto add = [&](const QByteArray &sql) {
        sent = sent && PQsendQueryParams(m_connection, sql.constData(), 0, nullptr, nullptr, nullptr, nullptr, 0) == 1;
    };
    for (const Group &group : groups) {
        std::ranges::for_each(group, add);
        if (ahead && &group == &groups.last()) {
            sent = sent && PQsendFlushRequest(m_connection) == 1;
            add(ahead->text.toUtf8());
        }
        sent = sent && PQpipelineSync(m_connection) == 1;
        replies += sent ? 1 : 0;
    }
    std::optional<Error> error;
    qsizetype resultsBefore = ahead ? groups.last().size() : -1;
    while (replies > 0 && PQstatus(m_connection) == CONNECTION_OK && !isLost()) {
        const ResultPointer result(PQgetResult(m_connection)); // null between the statements
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC) {
            --replies;
            done += error ? 0 : 1;
        } else if (result && isError(result.get()) && !error) {
            error = errorOf(result.get());
        } else if (result && !error && replies == 1 && --resultsBefore == 0) {
            const ResultPointer end(PQgetResult(m_connection)); // null: of the statement before
            m_ahead = ahead->text;
            ++done;
            return {};
        }
    }
    PQexitPipelineMode(m_connection);
    if (error)
        return std::unexpected(*error);
    return sent && PQstatus(m_connection) == CONNECTION_OK ? Result<>{} : std::unexpected(errorOf(nullptr));
}

Result<> PostgreSqlSession::beginTransaction()
{
    return m_isResetDue ? settle({"BEGIN"}) : command(u"BEGIN"_s);
}

/// What was sent ahead is asked for.
Result<qlonglong> PostgreSqlSession::runAhead(const Statement &statement)
{
    m_ahead.reset();
    for (Notice &early : std::exchange(m_noticesAhead, {}))
        addNotice(std::move(early));
    std::optional<StatementOutcome> outcome;
    const Statement *const asked[] = {&statement};
    const Result<> ended = readTogether(asked, [&](const StatementOutcome &done) { outcome = done; });
    PQexitPipelineMode(m_connection);
    if (!ended)
        return std::unexpected(ended.error());
    m_notices = std::move(outcome->notices);
    return outcome->rows;
}

/// What was sent ahead is not asked for: it is stopped, and its transaction can only be rolled back.
void PostgreSqlSession::dropAhead()
{
    if (!m_ahead)
        return;
    std::chrono::milliseconds pause(1);
    while (PQstatus(m_connection) == CONNECTION_OK && !isLost()) {
        if (PQisBusy(m_connection)) { // again and again: the server drops a request that comes before the statement has begun
            static_cast<PostgreSqlCanceller &>(cancelSource()).interruptNow();
            std::this_thread::sleep_for(pause);
            pause = std::min(pause * 2, std::chrono::milliseconds(500));
            if (PQconsumeInput(m_connection) == 0)
                (void)errorOf(nullptr);
            continue;
        }
        const ResultPointer result(PQgetResult(m_connection));
        if (PQresultStatus(result.get()) == PGRES_PIPELINE_SYNC)
            break;
        if (result && isError(result.get()))
            (void)errorOf(result.get()); // notes a connection that is gone
    }
    PQexitPipelineMode(m_connection);
    m_ahead.reset();
    m_noticesAhead.clear();
}

Result<> PostgreSqlSession::beginWith(const QStringList &statements, const Statement *next)
{
    if (const Result<> refused = refuseBegin(); !refused)
        return refused;
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    Group begin{"BEGIN"};
    for (const QString &statement : statements)
        begin << statement.toUtf8();
    return settle(begin, next && isDefinition(*next) && refuse(*next) ? next : nullptr);
}

Result<> PostgreSqlSession::commitTransaction()
{
    qsizetype done = 0;
    return commitInOneMessage({}, done);
}

/// A cancel reaches the whole message: here a COMMIT that says it was cancelled has not committed.
Result<> PostgreSqlSession::commitAfter(const QStringList &statements, qsizetype &done)
{
    done = 0;
    if (const Result<> refused = refuseCommit(); !refused)
        return refused;
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    return toldAsCommit(commitInOneMessage(statements, done));
}

/// The server answers COMMIT with success even where it rolls back; only the command's tag tells.
Result<> PostgreSqlSession::commitInOneMessage(const QStringList &after, qsizetype &done)
{
    dropAhead();
    const QByteArray message = (after + QStringList{u"COMMIT"_s}).join(u"; "_s).toUtf8();
    if (!PQsendQuery(m_connection, message.constData()))
        return std::unexpected(errorOf(nullptr));
    std::optional<Error> error;
    QByteArray tag;
    qsizetype results = 0;
    while (const ResultPointer result{PQgetResult(m_connection)}) {
        if (isError(result.get())) {
            if (!error)
                error = errorOf(result.get());
            continue;
        }
        tag = PQcmdStatus(result.get());
        ++results;
    }
    done = std::min(results, after.size());
    if (error)
        return std::unexpected(*error);
    if (PQstatus(m_connection) == CONNECTION_BAD)
        return std::unexpected(errorOf(nullptr));
    if (tag != "COMMIT") {
        return failure(ErrorKind::Statement, tr("The server rolled the transaction back instead of committing it, because a "
                                                "statement in it had failed."));
    }
    return {};
}

Result<> PostgreSqlSession::rollbackTransaction()
{
    return command(u"ROLLBACK"_s);
}

} // namespace Whimbrel
