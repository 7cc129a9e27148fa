// SPDX-License-Identifier: GPL-3.0-or-later
// How a transaction begins, in a fresh state, and ends, in as few round trips as can be: a run of many small migrations has
// little else to wait for. The rest of the class is in mysqlsession.cpp.
#include "database/drivers/mysql/mysqlresult.h"
#include "database/drivers/mysql/mysqlsession.h"

#include <mysqld_error.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace Whimbrel {

Result<> MySqlSession::resetState()
{
    if (mysql_reset_connection(m_connection) != 0)
        return std::unexpected(lastError());
    m_isFreshStateDue = true;
    return {};
}

/// It stays due as long as it was not set whole: then nothing was begun, and autocommit may be set again.
Result<> MySqlSession::settle(const QStringList &then, qsizetype &done)
{
    done = 0;
    QStringList due;
    if (m_isFreshStateDue)
        due = sessionSettings();
    else if (m_areGuardsDue)
        due << guardSettings();
    const QStringList all = due + then;
    if (all.isEmpty())
        return {};
    qsizetype doneOfAll = 0;
    const Result<> sent = sendAll(all, doneOfAll);
    if (doneOfAll >= due.size())
        m_isFreshStateDue = m_areGuardsDue = false;
    done = std::max<qsizetype>(doneOfAll - due.size(), 0);
    return sent;
}

Result<> MySqlSession::settle()
{
    qsizetype done = 0;
    return settle({}, done);
}

Result<> MySqlSession::sendAll(const QStringList &statements, qsizetype &done)
{
    done = 0;
    if (!send(statements.join(u"; "_s).toUtf8()))
        return std::unexpected(lastError());
    int status = 0;
    for (; status == 0; ++done) {
        const MySqlResult result(mysql_store_result(m_connection));
        status = mysql_next_result(m_connection);
    }
    if (status > 0)
        return std::unexpected(lastError());
    if (done < statements.size()) // killed between two
        return std::unexpected(cancelledError());
    m_statusKnown = true;
    return {};
}

Result<> MySqlSession::beginTransaction()
{
    qsizetype done = 0;
    return settle({u"SET autocommit = 0"_s}, done);
}

Result<> MySqlSession::beginWith(const QStringList &statements, const Statement * /*next*/)
{
    if (const Result<> refused = refuseBegin(); !refused)
        return refused;
    const StatementCanceller::InFlight inFlight(cancelSource());
    if (!inFlight)
        return std::unexpected(cancelledError());
    m_notices.clear();
    qsizetype done = 0;
    return settle(QStringList{u"SET autocommit = 0"_s} + statements, done);
}

Result<> MySqlSession::commitTransaction()
{
    return command(u"COMMIT; SET autocommit = 1"_s);
}

/// The server answers ROLLBACK with success and a warning where tables without transactions keep what was written to them. What
/// was put off waits until then: it may meet a cancel that comes late.
Result<> MySqlSession::rollbackTransaction()
{
    qsizetype done = 0;
    if (const Result<> rolledBack = sendAll({u"ROLLBACK"_s}, done); !rolledBack)
        return rolledBack;
    const QString kept = keptByRollback();
    if (const Result<> ended = command(u"SET autocommit = 1"_s); !ended)
        return ended;
    return kept.isEmpty() ? Result<>{} : failure(ErrorKind::Statement, kept);
}

/// The server's words; empty where everything was rolled back. Not by fetch(): a cancelled session has to be told as well.
QString MySqlSession::keptByRollback()
{
    if (mysql_warning_count(m_connection) == 0 || mysql_query(m_connection, "SHOW WARNINGS") != 0)
        return {};
    QString words;
    MYSQL_RES *result = mysql_store_result(m_connection);
    while (MYSQL_ROW row = result ? mysql_fetch_row(result) : nullptr) {
        if (QByteArrayView(row[1]).toUInt() == ER_WARNING_NOT_COMPLETE_ROLLBACK)
            words = QString::fromUtf8(row[2]);
    }
    mysql_free_result(result);
    return words;
}

/// The statements in one message, COMMIT in another: a cancel has to reach what may wait, and never a COMMIT.
Result<> MySqlSession::commitAfter(const QStringList &statements, qsizetype &done)
{
    done = 0;
    if (const Result<> refused = refuseCommit(); !refused)
        return refused;
    if (!statements.isEmpty()) {
        const StatementCanceller::InFlight inFlight(cancelSource());
        if (!inFlight)
            return std::unexpected(cancelledError());
        m_notices.clear();
        if (const Result<> sent = settle(statements, done); !sent)
            return sent;
    }
    return commit();
}

} // namespace Whimbrel
